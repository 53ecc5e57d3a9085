//! How much of the precipitation falls as rain, and how is it spread over the year?

/// Below this mean temperature all precipitation is snow, °C.
const ALL_SNOW_C: f64 = -2.0;
/// From this mean temperature on all of it is rain, °C.
const ALL_RAIN_C: f64 = 2.0;
/// Above this the snow that melts in spring matters, m.
const SNOWMELT_ALTITUDE_M: f64 = 1500.0;

/// Share of precipitation that falls as rain.
///
/// # Formula
/// 0 for `T ≤ −2 °C`, 1 for `T ≥ 2 °C`, a straight line between.
///
/// # Units
/// Mean temperature of the month or day in °C; a fraction 0–1.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::rainfall::rain_share;
/// assert_eq!([-4.0, -2.0, 0.0, 1.0, 5.0].map(rain_share), [0.0, 0.0, 0.5, 0.75, 1.0]);
/// ```
///
/// # Reference
/// METHODS B.1, a decision of that specification.
pub fn rain_share(mean_temperature_c: f64) -> f64 {
    ((mean_temperature_c - ALL_SNOW_C) / (ALL_RAIN_C - ALL_SNOW_C)).clamp(0.0, 1.0)
}

/// True where the snow of the winter melts on the slope, so that R without it is too low: above 1500 m, or loess that faces
/// north (METHODS B.1).
pub fn snowmelt_matters(altitude_m: f64, north_facing_loess: bool) -> bool {
    altitude_m > SNOWMELT_ALTITUDE_M || north_facing_loess
}

/// Rain of the twelve months, mm: long-term means, ten years or more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthlyRain {
    mm: [f64; 12],
}

impl MonthlyRain {
    /// Rain as given; `None` where a month is negative or no number.
    pub fn new(mm: [f64; 12]) -> Option<Self> {
        let possible = mm.iter().all(|mm| mm.is_finite() && *mm >= 0.0);
        possible.then_some(Self { mm })
    }

    /// The rain within monthly precipitation, by the mean temperature of the month.
    ///
    /// ```
    /// use aimak_science::erosion::water::rainfall::MonthlyRain;
    /// let precipitation = [25., 30., 48., 75., 65., 35., 20., 12., 16., 42., 42., 30.];
    /// let temperature = [-4., -2., 5., 12., 17., 22., 25., 24., 18., 11., 4., -2.];
    /// let rain = MonthlyRain::of_precipitation(precipitation, temperature).unwrap();
    /// assert_eq!(rain.annual_mm(), 355.0);
    /// assert!((rain.modified_fournier() - 49.879).abs() < 5e-4);
    /// ```
    pub fn of_precipitation(
        precipitation_mm: [f64; 12],
        mean_temperature_c: [f64; 12],
    ) -> Option<Self> {
        let known = mean_temperature_c.iter().all(|t| t.is_finite());
        let month = |m: usize| precipitation_mm[m] * rain_share(mean_temperature_c[m]);
        Self::new(std::array::from_fn(month)).filter(|_| known)
    }

    /// Long-term means from days, each sorted into rain and snow by its own temperature.
    ///
    /// # Range and edge cases
    /// Days may come in any order. `None` without days, for fewer than one year, for a month outside 1–12, a negative amount or
    /// no number. Missing days are the caller's to see: they would pass for dry ones. `METHODS` has no equation that
    /// turns a day's rain into its erosivity, so the days serve the months.
    ///
    /// ```
    /// use aimak_science::erosion::water::rainfall::{Day, MonthlyRain};
    /// let day = |month, precipitation_mm, mean_temperature_c| Day { month, precipitation_mm, mean_temperature_c };
    /// let rain = MonthlyRain::of_days(&[day(5, 30.0, 14.0), day(5, 10.0, 16.0), day(1, 8.0, 0.0)], 2).unwrap();
    /// assert_eq!((rain.mm()[4], rain.mm()[0]), (20.0, 2.0));
    /// ```
    pub fn of_days(days: &[Day], years: u32) -> Option<Self> {
        let known = |day: &Day| {
            (1..=12).contains(&day.month)
                && day.precipitation_mm >= 0.0
                && day.mean_temperature_c.is_finite()
        };
        if years == 0 || days.is_empty() || !days.iter().all(known) {
            return None;
        }
        // sorted, so that the sum does not hang on the order in which the days came
        let mut by_month: [Vec<f64>; 12] = std::array::from_fn(|_| Vec::new());
        for day in days {
            let rain = day.precipitation_mm * rain_share(day.mean_temperature_c);
            by_month[day.month - 1].push(rain);
        }
        let mean = |month: usize| {
            by_month[month].sort_by(f64::total_cmp);
            by_month[month].iter().sum::<f64>() / f64::from(years)
        };
        Self::new(std::array::from_fn(mean))
    }

    /// The months, mm.
    pub const fn mm(&self) -> [f64; 12] {
        self.mm
    }

    /// P, the sum of the year, mm.
    pub fn annual_mm(&self) -> f64 {
        self.mm.iter().sum()
    }

    /// F, the modified Fournier index, mm: how much of the rain falls in few months.
    ///
    /// # Formula
    /// `F = Σ pᵢ²/P`; 0 without rain.
    ///
    /// # Range and edge cases
    /// `P/12` (the same every month) to `P` (all in one).
    ///
    /// # Reference
    /// METHODS B.1; Arnoldus (1980).
    pub fn modified_fournier(&self) -> f64 {
        let annual_mm = self.annual_mm();
        if annual_mm > 0.0 {
            self.mm.iter().map(|mm| mm * mm).sum::<f64>() / annual_mm
        } else {
            0.0
        }
    }

    /// Share of the year's erosivity in each month, where nothing better is known; `None` without rain.
    ///
    /// # Formula
    /// `R_m/R = p_m^1.5/Σ p^1.5` (METHODS B.4, a decision).
    pub fn erosivity_shares(&self) -> Option<[f64; 12]> {
        let powers = self.mm.map(|mm| mm.powf(1.5));
        let sum: f64 = powers.iter().sum();
        (sum > 0.0).then(|| powers.map(|power| power / sum))
    }
}

/// One day of weather.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    /// Month, 1–12.
    pub month: usize,
    /// Precipitation, mm.
    pub precipitation_mm: f64,
    /// Mean temperature, °C.
    pub mean_temperature_c: f64,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn impossible_weather_is_refused() {
        assert_eq!(MonthlyRain::new([-1.0; 12]), None);
        assert_eq!(
            MonthlyRain::of_precipitation([1.0; 12], [f64::NAN; 12]),
            None
        );
        let day = Day {
            month: 13,
            precipitation_mm: 1.0,
            mean_temperature_c: 9.0,
        };
        assert_eq!(MonthlyRain::of_days(&[day], 1), None);
        assert_eq!(MonthlyRain::of_days(&[], 1), None);
        assert!(snowmelt_matters(1501.0, false) && snowmelt_matters(900.0, true));
        assert!(!snowmelt_matters(1500.0, false));
    }

    proptest! {
        #[test]
        fn fournier_lies_between_even_and_all_at_once(mm in prop::array::uniform12(0.1..300.0_f64)) {
            let rain = MonthlyRain::new(mm).unwrap();
            let (annual, fournier) = (rain.annual_mm(), rain.modified_fournier());
            prop_assert!(fournier >= annual / 12.0 - 1e-9 && fournier <= annual);
            let shares = rain.erosivity_shares().unwrap();
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}
