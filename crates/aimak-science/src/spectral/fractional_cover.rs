//! How much of the ground is covered by green plants?

/// Whether cover follows NDVI in a straight line or squared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CoverForm {
    /// Cover is the scaled NDVI.
    #[default]
    Linear,
    /// Cover is the square of the scaled NDVI (Carlson & Ripley 1997).
    Squared,
}

/// Fractional vegetation cover from NDVI.
///
/// # Formula
/// `FVC = clamp((NDVI − NDVIs)/(NDVIv − NDVIs), 0, 1)`, squared under [`CoverForm::Squared`].
///
/// # Units
/// Fraction of the ground, 0–1.
///
/// # Range and edge cases
/// NDVI outside −1 to 1 gives `None`. The ends are fixed (0.05 and 0.86), so that dates are comparable: ends taken from
/// percentiles of each scene would hide the very change that is looked for. Stubble and dry litter are invisible to it.
///
/// # Example
/// ```
/// use aimak_science::spectral::{CoverForm, FractionalCover};
/// let linear = FractionalCover::default();
/// assert!((linear.cover(0.4).unwrap() - 0.43210).abs() < 5e-6);
/// let squared = FractionalCover::new(0.05, 0.86, CoverForm::Squared).unwrap();
/// assert!((squared.cover(0.4).unwrap() - 0.18671).abs() < 5e-6);
/// assert_eq!((linear.cover(-0.2), linear.cover(0.95), linear.cover(1.2)), (Some(0.0), Some(1.0), None));
/// ```
///
/// # Reference
/// METHODS D.6; Carlson & Ripley (1997), Remote Sens. Environ. 62:241–252, doi:10.1016/S0034-4257(97)00104-1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FractionalCover {
    bare_ndvi: f64,
    full_ndvi: f64,
    form: CoverForm,
}

impl Default for FractionalCover {
    fn default() -> Self {
        Self {
            bare_ndvi: 0.05,
            full_ndvi: 0.86,
            form: CoverForm::Linear,
        }
    }
}

impl FractionalCover {
    /// Cover between the NDVI of bare soil and that of full cover; `None` unless −1 ≤ bare < full ≤ 1.
    pub fn new(bare_ndvi: f64, full_ndvi: f64, form: CoverForm) -> Option<Self> {
        let ordered = -1.0 <= bare_ndvi && bare_ndvi < full_ndvi && full_ndvi <= 1.0;
        ordered.then_some(Self {
            bare_ndvi,
            full_ndvi,
            form,
        })
    }

    /// The cover at an NDVI, fraction.
    pub fn cover(&self, ndvi: f64) -> Option<f64> {
        if !(-1.0..=1.0).contains(&ndvi) {
            return None;
        }
        let scaled = (ndvi - self.bare_ndvi) / (self.full_ndvi - self.bare_ndvi);
        let scaled = scaled.clamp(0.0, 1.0);
        Some(match self.form {
            CoverForm::Linear => scaled,
            CoverForm::Squared => scaled * scaled,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ends_must_be_in_order() {
        for (bare, full) in [(0.5, 0.5), (0.9, 0.1), (f64::NAN, 0.8), (0.1, 1.5)] {
            assert_eq!(FractionalCover::new(bare, full, CoverForm::Linear), None);
        }
    }

    proptest! {
        #[test]
        fn cover_never_falls_with_ndvi_and_squared_is_never_more(a in -1.0..1.0_f64, b in -1.0..1.0_f64) {
            let linear = FractionalCover::default();
            let squared = FractionalCover { form: CoverForm::Squared, ..linear };
            let (low, high) = (a.min(b), a.max(b));
            for cover in [linear, squared] {
                prop_assert!(cover.cover(low).unwrap() <= cover.cover(high).unwrap());
            }
            let whole = linear.cover(a).unwrap();
            prop_assert!((0.0..=1.0).contains(&whole) && squared.cover(a).unwrap() <= whole);
        }
    }
}
