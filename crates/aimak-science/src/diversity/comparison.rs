//! At which completeness may samples be compared, and which are too small to be compared at all?

use aimak_core::{Message, Reason, Withheld};

use super::{
    curve_point::{CurveMethod, CurvePoint},
    curves::{Redraws, by_coverage},
    sample::{Sample, SamplingUnit},
};

/// Fewest individuals that allow a number (METHODS E.3).
pub const MIN_INDIVIDUALS: u64 = 30;
/// Fewest plots that allow a number, where presence was recorded.
pub const MIN_PLOTS: u64 = 10;
/// Lowest coverage that allows a number.
pub const MIN_COVERAGE: f64 = 0.5;

impl Sample {
    /// Refuses a sample too small to be standardised.
    ///
    /// # Errors
    /// `EFFORT_MISSING` under 30 individuals or 10 plots, or where coverage is below one half (METHODS E.3).
    pub fn sufficient(&self) -> Result<(), Withheld> {
        let (needed, unit) = match self.unit() {
            SamplingUnit::Individuals => (MIN_INDIVIDUALS, "individuals"),
            SamplingUnit::Plots => (MIN_PLOTS, "plots"),
        };
        let refused = |detail: Message| Err(Withheld::because(Reason::EffortMissing).with(detail));
        if self.size() < needed {
            let detail = Message::new(&format!("detail-{unit}")).with("n", self.size() as usize);
            return refused(detail.with("needed", needed as usize));
        }
        let coverage = self.coverage();
        if coverage < MIN_COVERAGE {
            return refused(Message::new("detail-coverage").with("percent", 100.0 * coverage));
        }
        Ok(())
    }
}

/// The coverage to which all samples can be brought: the least of what each reaches at twice its size.
///
/// # Formula
/// `C* = minⱼ Cⱼ(2nⱼ)`; samples that are not [`Sample::sufficient`] take no part.
///
/// # Units
/// Share (0–1).
///
/// # Errors
/// `METHOD_MISMATCH` where individuals of one sample would meet plots of another; the reason of the first sample where none is
/// sufficient; `NO_DATA` without any.
///
/// # Reference
/// METHODS E.3; Chao & Jost (2012), Ecology 93:2533–2547.
pub fn common_coverage(samples: &[&Sample]) -> Result<f64, Withheld> {
    let first = samples.first().ok_or(Withheld::because(Reason::NoData))?;
    if samples.iter().any(|sample| sample.unit() != first.unit()) {
        return Err(
            Withheld::because(Reason::MethodMismatch).with(Message::new("detail-scales-differ"))
        );
    }
    let sufficient = samples.iter().filter(|sample| sample.sufficient().is_ok());
    let least = sufficient
        .map(|sample| sample.reach())
        .min_by(f64::total_cmp);
    match least {
        Some(coverage) => Ok(coverage),
        None => Err(first
            .sufficient()
            .expect_err("invariant: no sample is sufficient")),
    }
}

/// Hill numbers of a sample at a coverage common to all that are compared.
///
/// # Range and edge cases
/// At a coverage of the user's own, order 0 is refused where it lies beyond twice the size: there richness would be mostly
/// guessed. Orders from 1 hold further out.
///
/// # Errors
/// `EFFORT_MISSING` for a sample too small, or for order 0 beyond twice its size; `OUT_OF_RANGE` for a coverage outside 0–1.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Sample, comparison::{at_coverage, common_coverage}};
/// let (rich, poor) = (Sample::of_individuals(&[20, 9, 5, 3, 1, 1]), Sample::of_individuals(&[30, 4, 2, 1, 1, 1]));
/// let common = common_coverage(&[&rich, &poor]).unwrap();
/// assert_eq!(common, rich.reach().min(poor.reach()));
/// let points = at_coverage(&rich, common, &[0.0, 1.0], None).unwrap();
/// assert!((points[0].coverage.value - common).abs() < 1e-6);
/// let few = Sample::of_individuals(&[3, 1]);
/// assert_eq!(at_coverage(&few, common, &[0.0], None).unwrap_err().reason.code(), "EFFORT_MISSING");
/// ```
///
/// # Reference
/// METHODS E.3; Chao et al. (2014), Ecol. Monogr. 84:45–67, doi:10.1890/13-0133.1.
pub fn at_coverage(
    sample: &Sample,
    coverage: f64,
    orders: &[f64],
    redraws: Option<Redraws>,
) -> Result<Vec<CurvePoint>, Withheld> {
    if !(coverage > 0.0 && coverage <= 1.0) {
        return Err(Withheld::because(Reason::OutOfRange));
    }
    sample.sufficient()?;
    // C(2n) itself is given as a decimal and must not fail by its last digit
    let too_far = coverage > sample.reach() + 1e-9;
    if too_far && orders.contains(&0.0) {
        let detail = Message::new("detail-beyond-twice")
            .with("percent", 100.0 * coverage)
            .with("reached", 100.0 * sample.reach());
        return Err(Withheld::because(Reason::EffortMissing).with(detail));
    }
    Ok(by_coverage(sample, &[coverage], orders, redraws))
}

/// True where a point rests on more than the sample.
pub fn is_extrapolated(point: &CurvePoint) -> bool {
    point.method == CurveMethod::Extrapolated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn individuals_and_plots_are_never_compared() {
        let (counted, noted) = (
            Sample::of_individuals(&[20, 9, 5, 3, 1, 1]),
            Sample::of_plots(&[9, 5, 2, 1], 12),
        );
        let refused = common_coverage(&[&counted, &noted]).unwrap_err();
        assert_eq!(refused.reason, Reason::MethodMismatch);
        assert_eq!(common_coverage(&[]).unwrap_err().reason, Reason::NoData);
    }

    #[test]
    fn a_small_sample_takes_no_part_and_says_why() {
        let (large, small) = (
            Sample::of_individuals(&[20, 9, 5, 3, 1, 1]),
            Sample::of_individuals(&[1; 5]),
        );
        assert_eq!(common_coverage(&[&small, &large]), Ok(large.reach()));
        assert_eq!(
            common_coverage(&[&small]).unwrap_err().reason,
            Reason::EffortMissing
        );
        // 40 singletons are enough individuals, and cover almost nothing
        let scattered = Sample::of_individuals(&[1; 40]);
        assert_eq!(
            scattered.sufficient().unwrap_err().details[0].id,
            "detail-coverage"
        );
    }

    #[test]
    fn richness_is_not_guessed_beyond_twice_the_size() {
        let sample = Sample::of_individuals(&[20, 9, 5, 3, 1, 1]);
        assert!(at_coverage(&sample, 1.0, &[1.0, 2.0], None).is_ok());
        assert_eq!(
            at_coverage(&sample, 1.0, &[0.0], None).unwrap_err().reason,
            Reason::EffortMissing
        );
        assert_eq!(
            at_coverage(&sample, 0.0, &[1.0], None).unwrap_err().reason,
            Reason::OutOfRange
        );
    }
}
