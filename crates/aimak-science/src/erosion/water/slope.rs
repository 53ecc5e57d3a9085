//! How steep is it, without mistaking per cent for degrees?

/// Steeper than this lies outside the data of RUSLE, per cent.
const STEEPEST_PERCENT: f64 = 50.0;

/// A slope angle θ, 0° to below 90°.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Slope {
    percent: f64,
}

impl Slope {
    /// From rise over run, per cent; `None` below 0 or for no number.
    ///
    /// ```
    /// use aimak_science::erosion::water::Slope;
    /// let slope = Slope::from_percent(9.0).unwrap();
    /// assert!((slope.radians().to_degrees() - 5.1428).abs() < 5e-5);
    /// assert_eq!(Slope::from_percent(-1.0), None);
    /// ```
    pub fn from_percent(percent: f64) -> Option<Self> {
        (percent.is_finite() && percent >= 0.0).then_some(Self { percent })
    }

    /// From an angle in radians; `None` outside 0 to π/2.
    pub fn from_radians(radians: f64) -> Option<Self> {
        let possible = (0.0..std::f64::consts::FRAC_PI_2).contains(&radians);
        possible.then(|| Self {
            percent: 100.0 * radians.tan(),
        })
    }

    /// Rise over run, per cent.
    pub const fn percent(self) -> f64 {
        self.percent
    }

    /// Rise over run, m/m.
    pub const fn ratio(self) -> f64 {
        self.percent / 100.0
    }

    /// θ in radians.
    pub fn radians(self) -> f64 {
        self.ratio().atan()
    }

    /// sin θ.
    pub fn sine(self) -> f64 {
        self.radians().sin()
    }

    /// True above 50 %: the loss is shown, flagged, and left out of totals (METHODS B.3).
    pub const fn is_too_steep(self) -> bool {
        self.percent > STEEPEST_PERCENT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angle_and_per_cent_agree() {
        let slope = Slope::from_radians(std::f64::consts::FRAC_PI_4).unwrap();
        assert!((slope.percent() - 100.0).abs() < 1e-9 && slope.is_too_steep());
        assert!(!Slope::from_percent(50.0).unwrap().is_too_steep());
        assert_eq!(Slope::from_radians(2.0), None);
        assert_eq!(Slope::from_percent(f64::NAN), None);
    }
}
