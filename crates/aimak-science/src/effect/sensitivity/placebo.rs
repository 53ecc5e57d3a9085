//! Is there an "effect" of a date at which nothing began?

use aimak_core::{Reason, Withheld};

use crate::effect::{
    panel::Balanced,
    staggered::{Design, Staggered, Window},
};

/// The effect of starts moved ahead by 1, 2, ... periods, from periods before the true start alone.
///
/// # Formula
/// Of a cohort g moved ahead by k: the mean of the periods g − k to g − 1 against g − k − 1, weighted and compared as the true effect. What
/// may be anticipated of the true start belongs to it: g is then the first such period.
///
/// # Range and edge cases
/// Cohorts that have no period before the moved start drop out; the list ends where none has one. The placebos of several leads use the same
/// periods and are not independent tests.
///
/// # Example
/// ```
/// use aimak_science::effect::{sensitivity::placebo_dates, staggered::Design, trial::Setting};
/// let panel = Setting::default().panel(1, 0); // starts in the third, fifth and seventh of eight waves
/// let placebos = placebo_dates(&panel, Design::default());
/// let cohorts: Vec<usize> = placebos.iter().map(|(_, effect)| effect.as_ref().unwrap().cohorts.len()).collect();
/// assert_eq!(cohorts, [3, 2, 2, 1, 1]);
/// ```
///
/// # Reference
/// STATISTICS 6, rung 4.
pub fn placebo_dates(
    panel: &Balanced,
    design: Design,
) -> Vec<(usize, Result<Staggered, Withheld>)> {
    let starts = panel.cohorts().into_keys();
    let last = starts
        .map(|start| panel.periods().partition_point(|&period| period < start))
        .max();
    let nobody = |effect: &Result<Staggered, Withheld>| matches!(effect, Err(withheld) if withheld.reason == Reason::TooFewYears);
    (1..last.unwrap_or(0))
        .map(|lead| (lead, Staggered::under(panel, Window::Placebo(lead), design)))
        .filter(|(_, effect)| !nobody(effect))
        .collect()
}
