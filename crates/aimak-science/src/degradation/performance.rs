//! Is this pixel far less productive than the best of its kind?

use std::collections::BTreeMap;

/// The share of its unit's best tenth at which a pixel begins to perform badly.
const HALF: f32 = 0.5;

/// Performance knows no improvement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PerformanceClass {
    /// Below half of what its unit can do (code −1).
    Degraded,
    /// Not below (code 0).
    NotDegraded,
}

/// What the best of a unit (soil type × land cover) reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitReference {
    /// 90th percentile of mean productivity over the unit's pixels (type 7).
    pub p90: f64,
    /// Pixels with a value.
    pub pixels: usize,
}

/// Means of mapped pixels by unit, gathered strip by strip.
///
/// The only thing that is kept of a whole raster: 4 bytes a pixel. Percentiles are exact for the means in single precision,
/// seven digits; no histogram, no subsample (Trends.Earth draws one above 50 million pixels).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitMeans {
    units: BTreeMap<u32, Vec<f32>>,
}

impl UnitMeans {
    /// Adds pixels (unit, mean productivity); those that lack either, or whose mean is no number, are left out.
    pub fn add(&mut self, pixels: impl IntoIterator<Item = (Option<u32>, Option<f64>)>) {
        for (unit, mean) in pixels {
            if let (Some(unit), Some(mean)) = (unit, mean.filter(|mean| mean.is_finite())) {
                self.units.entry(unit).or_default().push(mean as f32);
            }
        }
    }

    /// The 90th percentile (type 7) of every unit.
    pub fn reference(self) -> PerformanceReference {
        let reference = |(unit, mut means): (u32, Vec<f32>)| {
            let pixels = means.len();
            let p90 = ninetieth_percentile(&mut means)?;
            Some((unit, UnitReference { p90, pixels }))
        };
        PerformanceReference {
            units: self.units.into_iter().filter_map(reference).collect(),
        }
    }
}

/// The 90th percentile of type 7, in place: only the two ranks around it are looked for.
fn ninetieth_percentile(means: &mut [f32]) -> Option<f64> {
    let last = means.len().checked_sub(1)?;
    // 9·(n−1) tenths of a rank, in whole numbers
    let (rank, tenths) = (9 * last / 10, 9 * last % 10);
    let (_, low, above) = means.select_nth_unstable_by(rank, f32::total_cmp);
    let low = f64::from(*low);
    let high = above.iter().copied().min_by(f32::total_cmp);
    let high = high.map_or(low, f64::from);
    Some(low + (high - low) * (tenths as f64 / 10.0))
}

/// The references of all units.
///
/// Build it from the pixels of the whole country: a unit cut at the border of an aimak is compared with itself, and a
/// uniformly poor aimak would then look well.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PerformanceReference {
    units: BTreeMap<u32, UnitReference>,
}

impl PerformanceReference {
    /// The 90th percentile of every unit from pixels (unit, mean productivity); pixels that lack either are left out.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::performance::PerformanceReference;
    /// let pixels = (0..101).map(|i| (Some(7), Some(f64::from(i) / 100.0)));
    /// let reference = PerformanceReference::from_pixels(pixels);
    /// let unit = reference.unit(7).unwrap();
    /// assert!((unit.p90 - 0.9).abs() < 1e-7 && unit.pixels == 101);
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.1; Trends.Earth @ 35b2b7d `productivity_performance`.
    pub fn from_pixels(pixels: impl IntoIterator<Item = (Option<u32>, Option<f64>)>) -> Self {
        let mut means = UnitMeans::default();
        means.add(pixels);
        means.reference()
    }

    /// The reference of a unit.
    pub fn unit(&self, unit: u32) -> Option<&UnitReference> {
        self.units.get(&unit)
    }

    /// All units in their order.
    pub fn units(&self) -> impl Iterator<Item = (u32, &UnitReference)> {
        self.units
            .iter()
            .map(|(unit, reference)| (*unit, reference))
    }
}

/// When does a pixel perform badly?
///
/// # Formula
/// `mean productivity / 90th percentile of the unit` against one half.
///
/// # Range and edge cases
/// `None` for a unit with fewer than `least_pixels`, or whose percentile is not positive.
///
/// # Example
/// ```
/// use aimak_science::degradation::performance::{PerformanceClass, PerformanceRule, UnitReference};
/// let unit = UnitReference { p90: 0.6, pixels: 250 };
/// assert_eq!(PerformanceRule::DEFAULT.class(0.3, &unit), Some(PerformanceClass::NotDegraded));
/// assert_eq!(PerformanceRule::TRENDS_EARTH.class(0.3, &unit), Some(PerformanceClass::Degraded));
/// assert_eq!(PerformanceRule::DEFAULT.class(0.3, &UnitReference { p90: 0.6, pixels: 99 }), None);
/// ```
///
/// # Reference
/// METHODS D.5.1; Trends.Earth @ 35b2b7d `productivity_performance`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerformanceRule {
    /// Whose is exactly one half?
    pub half: HalfIs,
    /// Fewest pixels that make a unit's percentile trustworthy.
    pub least_pixels: usize,
}

/// The class of a pixel that reaches exactly half of its reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfIs {
    /// As the guidance words it: degraded is below one half.
    NotDegraded,
    /// As Trends.Earth computes it: the later of two overlapping conditions wins.
    Degraded,
}

impl PerformanceRule {
    /// The rule of our statements.
    pub const DEFAULT: Self = Self {
        half: HalfIs::NotDegraded,
        least_pixels: 100,
    };
    /// The rule of Trends.Earth, which asks for no least number of pixels.
    pub const TRENDS_EARTH: Self = Self {
        half: HalfIs::Degraded,
        least_pixels: 1,
    };

    /// The class of a pixel within its unit.
    pub fn class(&self, mean: f64, unit: &UnitReference) -> Option<PerformanceClass> {
        if unit.pixels < self.least_pixels || unit.p90 <= 0.0 {
            return None;
        }
        // both as they are gathered, in single precision: else a mean of exactly one half could round to either side
        let ratio = mean as f32 / unit.p90 as f32;
        let degraded = match self.half {
            HalfIs::NotDegraded => ratio < HALF,
            HalfIs::Degraded => ratio <= HALF,
        };
        let class = if degraded {
            PerformanceClass::Degraded
        } else {
            PerformanceClass::NotDegraded
        };
        ratio.is_finite().then_some(class)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_unit_of_snow_or_without_pixels_says_nothing() {
        let unit = UnitReference {
            p90: 0.0,
            pixels: 500,
        };
        assert_eq!(PerformanceRule::DEFAULT.class(0.3, &unit), None);
        let none = PerformanceReference::from_pixels([(None, Some(0.3)), (Some(1), None)]);
        assert_eq!(none.unit(1), None);
        let unit = UnitReference {
            p90: 0.5,
            pixels: 500,
        };
        assert_eq!(PerformanceRule::DEFAULT.class(f64::NAN, &unit), None);
    }

    proptest! {
        #[test]
        fn the_percentile_is_that_of_type_7(means in prop::collection::vec(0.0..1.0_f32, 1..200)) {
            let exact: Vec<f64> = means.iter().copied().map(f64::from).collect();
            let expected = crate::methods::quantile::quantile(&exact, 0.9).unwrap();
            let found = ninetieth_percentile(&mut means.clone()).unwrap();
            prop_assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        }

        #[test]
        fn order_of_pixels_is_irrelevant(means in prop::collection::vec((0_u32..3, 0.0..1.0_f64), 1..200)) {
            let pixels = || means.iter().map(|(unit, mean)| (Some(*unit), Some(*mean)));
            prop_assert_eq!(PerformanceReference::from_pixels(pixels()), PerformanceReference::from_pixels(pixels().rev()));
        }

        #[test]
        fn at_most_the_lower_nine_tenths_perform_badly(means in prop::collection::vec(0.01..1.0_f64, 100..300)) {
            let reference = PerformanceReference::from_pixels(means.iter().map(|mean| (Some(1), Some(*mean))));
            let unit = reference.unit(1).unwrap();
            let bad = means.iter().filter(|mean| PerformanceRule::DEFAULT.class(**mean, unit) == Some(PerformanceClass::Degraded));
            prop_assert!(bad.count() as f64 <= 0.9 * means.len() as f64);
        }
    }
}
