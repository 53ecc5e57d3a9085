//! How far from parallel may the lines have been before the finding is gone?

use aimak_core::{Message, Reason, Withheld};

use crate::{
    effect::{
        panel::Balanced,
        staggered::{Design, Seen, Staggered, Window},
    },
    methods::interval::StandardError,
};

/// The interval of the effect when the lines could have parted after the start up to M times as fast as they did before.
///
/// # Formula
/// Relative magnitudes of Rambachan and Roth: with δ what treated and comparison would have parted without any effect, each step after the start is
/// `|δ_e − δ_e−1| ≤ M·V`, V the greatest such step before it. A period r steps after the base is then wrong by at most `r·M·V`, and the
/// mean over treated periods by `M·V·L`, L the weighted mean of r: `[lo − M·V·L, hi + M·V·L]`. The break is the least M at which
/// the interval holds zero: `min(|lo|, |hi|)/(V·L)`.
///
/// V is the greatest `|step|` of the cohorts' weighted mean, each step against the period before it, over cohorts that have both.
///
/// # Range and edge cases
/// A simplification, and said to be one: `[value − M·V·L, value + M·V·L]` is the identified set of their restriction for a known V, but V is taken as
/// estimated and the interval is widened, where their conditional test works with the joint distribution. The noise of short series makes V
/// larger, mostly, and so the break smaller; it does not always. Two periods before some start are needed.
///
/// # Example
/// ```
/// use aimak_science::effect::{panel::{Panel, Start, Unit}, sensitivity::{Break, Breakdown}, staggered::Design};
/// let unit = |(id, start, outcomes): (&str, Start, [f64; 4])| Unit {
///     id: id.to_owned(), start, stratum: String::new(), covariates: vec![], outcomes: outcomes.map(Some).to_vec(),
/// };
/// let rows = [
///     ("a", Start::In(2), [0.0, 0.5, 4.0, 5.5]), ("b", Start::In(2), [0.0, 0.5, 4.5, 5.0]),
///     ("c", Start::Never, [0.0, 0.0, 0.0, 0.5]), ("d", Start::Never, [0.0, 0.0, 0.5, 0.0]),
/// ];
/// let (panel, _) = Panel::new(vec![0, 1, 2, 3], vec![], rows.map(unit).to_vec()).balanced();
/// // both treated rise by 4.25 over their base, both others by .25: effect 4, and no spread at all
/// let found = Breakdown::of(&panel, Design::default()).unwrap();
/// assert_eq!((found.value, found.violation, found.reach), (4.0, 0.5, 1.5)); // steps 1 and 2 after the base
/// assert_eq!(found.limits(2.0), (2.5, 5.5));
/// assert_eq!(found.breaks(), Break::At(4.0 / 0.75));
/// ```
///
/// # Reference
/// Rambachan & Roth (2023), Rev. Econ. Stud. 90:2555–2591.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// The effect.
    pub value: f64,
    /// Its standard error.
    pub error: StandardError,
    /// V: the greatest step before the start.
    pub violation: f64,
    /// L: how many steps a treated period lies after its base, on average.
    pub reach: f64,
    /// The steps before the start, by exposure.
    pub steps: Vec<(i32, Result<Staggered, Withheld>)>,
}

/// When the finding breaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Break {
    /// The interval holds zero as it is.
    Already,
    /// At this M.
    At(f64),
    /// At none: the lines were exactly parallel before.
    Never,
}

impl Breakdown {
    /// The effect with the greatest step before the start.
    ///
    /// # Errors
    /// As [`Staggered::of`], and `TOO_FEW_YEARS` where no cohort has two periods before its start.
    pub fn of(panel: &Balanced, design: Design) -> Result<Self, Withheld> {
        let seen = Seen::of(panel, Window::Post, design)?;
        let (value, error) = seen.estimate();
        let latest = seen.frame.lot.starts.last().copied().unwrap_or(0) as i32;
        let step = |exposure| {
            let step = Staggered::under(panel, Window::Step(exposure), design);
            (exposure, step)
        };
        let steps: Vec<_> = (1 - latest..=-1).map(step).collect();
        let sizes = steps.iter().filter_map(|(_, step)| step.as_ref().ok());
        let violation = sizes.map(|step| step.value.abs()).reduce(f64::max);
        let Some(violation) = violation else {
            let detail = Message::new("detail-periods-before").with("n", latest.max(0) as usize);
            return Err(Withheld::because(Reason::TooFewYears).with(detail.with("needed", 2usize)));
        };
        Ok(Self {
            value,
            error,
            violation,
            reach: seen.frame.coefficients.reach,
            steps,
        })
    }

    /// The 95 % interval when steps after the start could have been `m` times as large as the greatest before it.
    pub fn limits(&self, m: f64) -> (f64, f64) {
        let (lo, hi) = self.error.limits(self.value);
        let bound = m * self.violation * self.reach;
        (lo - bound, hi + bound)
    }

    /// The least `m` at which the interval holds zero.
    pub fn breaks(&self) -> Break {
        let (lo, hi) = self.error.limits(self.value);
        if lo <= 0.0 && 0.0 <= hi {
            Break::Already
        } else if self.violation == 0.0 {
            Break::Never
        } else {
            Break::At(lo.abs().min(hi.abs()) / (self.violation * self.reach))
        }
    }
}
