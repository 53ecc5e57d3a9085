//! How does a stored number become reflectance, once and only once?

use aimak_core::{Message, Raster, Reason, Withheld};

/// Stored reflectance lies strictly between these; beyond them the retrieval failed (METHODS D.1).
const STORED_RANGE: (f64, f64) = (-0.2, 1.6);
/// Share of valid pixels outside the stored range at which values cannot be reflectance at all.
const MOSTLY: f64 = 0.5;

/// A number as stored in the file, before scale and offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DigitalNumber(pub u16);

/// Surface reflectance ρ inside the stored range −0.2 < ρ < 1.6; only calibration, or a reader that scaled, can make one.
///
/// ```compile_fail
/// use aimak_science::spectral::{Calibration, DigitalNumber};
/// let calibration = Calibration::LANDSAT_COLLECTION_2;
/// let once = calibration.reflectance(DigitalNumber(12_000)).unwrap();
/// let twice = calibration.reflectance(once); // a reflectance is no digital number
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Reflectance(f64);

impl Reflectance {
    /// A value that has its scale and offset already; `None` outside the stored range.
    pub fn new(value: f64) -> Option<Self> {
        (STORED_RANGE.0 < value && value < STORED_RANGE.1).then_some(Self(value))
    }

    /// ρ as stored, −0.2 to 1.6.
    pub const fn value(self) -> f64 {
        self.0
    }

    /// ρ where an index may use it: 0 < ρ ≤ 1.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::Reflectance;
    /// assert_eq!(Reflectance::new(0.13).unwrap().for_index(), Some(0.13));
    /// assert_eq!(Reflectance::new(-0.01).unwrap().for_index(), None); // stored so over dark water, unfit for a ratio
    /// assert_eq!(Reflectance::new(7273.0), None);
    /// ```
    pub fn for_index(self) -> Option<f64> {
        (0.0 < self.0 && self.0 <= 1.0).then_some(self.0)
    }

    /// Pixels whose reader has applied scale and offset, each by itself: those outside the stored range become invalid.
    pub fn each(window: &Raster<f64>) -> Raster<Self> {
        map(window, |value| Self::new(*value))
    }

    /// A window whose reader has applied scale and offset.
    ///
    /// # Range and edge cases
    /// Pixels outside the stored range become invalid. Where most valid pixels are outside, the scale was never applied.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where more than half of the valid pixels cannot be reflectance.
    pub fn of_scaled(window: &Raster<f64>) -> Result<Raster<Self>, Withheld> {
        let kept = Self::each(window);
        let count = |mask: &ndarray::Array2<bool>| mask.iter().filter(|valid| **valid).count();
        let (valid, inside) = (count(&window.valid), count(&kept.valid));
        if (valid - inside) as f64 > MOSTLY * valid as f64 {
            return Err(unscaled(window, &kept));
        }
        Ok(kept)
    }
}

/// The refusal of values that are no reflectance, with the first of them.
fn unscaled(window: &Raster<f64>, kept: &Raster<Reflectance>) -> Withheld {
    let mut pixels = window.values.iter().zip(&window.valid).zip(&kept.valid);
    let refused = Withheld::because(Reason::OutOfRange);
    let Some(((found, _), _)) = pixels.find(|((_, valid), kept)| **valid && !**kept) else {
        return refused;
    };
    let detail = Message::new("detail-out-of-range")
        .with("field", "ρ".to_owned())
        .with("found", *found)
        .with("lowest", STORED_RANGE.0)
        .with("highest", STORED_RANGE.1);
    refused.with(detail)
}

/// Whether the radiometric offset of Sentinel-2 still stands in the digital numbers.
///
/// Decide per item from its metadata, never by date: archives were reprocessed, and some catalogues advertise an offset that
/// they have removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoaOffset {
    /// `BOA_ADD_OFFSET` of the product, −1000 from processing baseline 04.00 on.
    InNumbers(i16),
    /// No offset: a baseline before 04.00, `S2_SR_HARMONIZED`, or an item with `earthsearch:boa_offset_applied = true`.
    Absent,
}

/// Scale, offset and fill of a product: `ρ = DN·scale + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    scale: f64,
    offset: f64,
    fill: DigitalNumber,
}

impl Calibration {
    /// Landsat Collection 2 Level 2 surface reflectance: `ρ = DN·0.0000275 − 0.2`, fill 0.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::{Calibration, DigitalNumber};
    /// let landsat = Calibration::LANDSAT_COLLECTION_2;
    /// let value = |dn| landsat.reflectance(DigitalNumber(dn)).unwrap().value();
    /// assert!((value(12_000) - 0.13).abs() < 1e-12 && (value(7_273) - 7.5e-6).abs() < 1e-12);
    /// assert_eq!(landsat.reflectance(DigitalNumber(0)), None);
    /// ```
    ///
    /// # Reference
    /// METHODS D.1; USGS Landsat Collection 2 Level 2 scale factors.
    pub const LANDSAT_COLLECTION_2: Self = Self {
        scale: 0.000_027_5,
        offset: -0.2,
        fill: DigitalNumber(0),
    };

    /// Sentinel-2 Level 2A: `ρ = (DN + offset)/10000`, fill 0.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::{BoaOffset, Calibration, DigitalNumber};
    /// let new = Calibration::sentinel2(BoaOffset::InNumbers(-1000)).reflectance(DigitalNumber(2200)).unwrap();
    /// let old = Calibration::sentinel2(BoaOffset::Absent).reflectance(DigitalNumber(1200)).unwrap();
    /// assert!((new.value() - 0.12).abs() < 1e-12 && (old.value() - 0.12).abs() < 1e-12);
    /// ```
    ///
    /// # Reference
    /// METHODS D.1.
    pub fn sentinel2(offset: BoaOffset) -> Self {
        let added = match offset {
            BoaOffset::InNumbers(added) => f64::from(added),
            BoaOffset::Absent => 0.0,
        };
        Self {
            scale: 0.000_1,
            offset: added * 0.000_1,
            fill: DigitalNumber(0),
        }
    }

    /// Scale, offset and fill as the metadata give them; `None` unless both are numbers and the scale is positive.
    pub fn of_metadata(scale: f64, offset: f64, fill: DigitalNumber) -> Option<Self> {
        let usable = scale.is_finite() && scale > 0.0 && offset.is_finite();
        usable.then_some(Self {
            scale,
            offset,
            fill,
        })
    }

    /// Factor from stored numbers to reflectance.
    pub const fn scale(&self) -> f64 {
        self.scale
    }

    /// Summand from stored numbers to reflectance.
    pub const fn offset(&self) -> f64 {
        self.offset
    }

    /// The stored number that is no observation.
    pub const fn fill(&self) -> DigitalNumber {
        self.fill
    }

    /// The reflectance of a pixel; `None` for fill and outside the stored range.
    pub fn reflectance(&self, number: DigitalNumber) -> Option<Reflectance> {
        if number == self.fill {
            return None;
        }
        Reflectance::new(f64::from(number.0) * self.scale + self.offset)
    }

    /// The reflectance of a window; fill and values outside the stored range become invalid.
    pub fn window(&self, numbers: &Raster<DigitalNumber>) -> Raster<Reflectance> {
        map(numbers, |number| self.reflectance(*number))
    }
}

/// The valid pixels of a window, each made into reflectance where it can be.
fn map<T>(
    window: &Raster<T>,
    reflectance: impl Fn(&T) -> Option<Reflectance>,
) -> Raster<Reflectance> {
    let mut valid = window.valid.clone();
    let mut values = window.values.map(|_| Reflectance(0.0));
    ndarray::Zip::from(&mut values)
        .and(&mut valid)
        .and(&window.values)
        .for_each(|out, valid, value| {
            let made = reflectance(value).filter(|_| *valid);
            *valid = made.is_some();
            *out = made.unwrap_or(Reflectance(0.0));
        });
    Raster { values, valid }
}

#[cfg(test)]
mod tests {
    use ndarray::array;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fill_and_failed_retrievals_are_invalid() {
        let numbers = Raster {
            values: array![[0, 1, 7_273], [12_000, 65_535, 12_000]].mapv(DigitalNumber),
            valid: array![[true, true, true], [true, true, false]],
        };
        let window = Calibration::LANDSAT_COLLECTION_2.window(&numbers);
        // DN 1 is −0.19997, DN 65535 is 1.6022
        assert_eq!(
            window.valid,
            array![[false, true, true], [true, false, false]]
        );
    }

    #[test]
    fn numbers_never_scaled_are_refused() {
        let window = |values| Raster {
            valid: ndarray::Array2::from_elem((1, 3), true),
            values,
        };
        let refused = Reflectance::of_scaled(&window(array![[900.0, 0.0, 3_100.0]])).unwrap_err();
        assert_eq!(refused.reason, Reason::OutOfRange);
        let glint = Reflectance::of_scaled(&window(array![[0.1, 0.2, 1.7]])).unwrap();
        assert_eq!(glint.valid, array![[true, true, false]]);
    }

    #[test]
    fn a_scale_must_be_a_positive_number() {
        for (scale, offset) in [(0.0, 0.0), (-1.0, 0.0), (f64::NAN, 0.0), (1e-4, f64::NAN)] {
            assert_eq!(
                Calibration::of_metadata(scale, offset, DigitalNumber(0)),
                None
            );
        }
    }

    proptest! {
        #[test]
        fn reflectance_rises_with_the_number(a in 1_u16..60_000, b in 1_u16..60_000) {
            let value = |dn| Calibration::LANDSAT_COLLECTION_2.reflectance(DigitalNumber(dn)).unwrap().value();
            prop_assert_eq!(a < b, value(a) < value(b));
        }

        #[test]
        fn an_offset_taken_away_is_an_offset_applied(dn in 1_001_u16..15_000) {
            let before = Calibration::sentinel2(BoaOffset::Absent).reflectance(DigitalNumber(dn - 1_000)).unwrap();
            let after = Calibration::sentinel2(BoaOffset::InNumbers(-1_000)).reflectance(DigitalNumber(dn)).unwrap();
            prop_assert!((before.value() - after.value()).abs() < 1e-12);
        }
    }
}
