//! Does a number lack the interval it would need?

use aimak_core::{Finding, Interval, NoInterval};

use crate::view::is_change;

/// True for a number whose interval is missing although something was sampled.
///
/// A census has nothing to sample and needs none for a state; a change always needs one, else nobody can say whether it
/// is one. Such a number is drawn apart from all others: a plain fill or a filled dot would claim what is not known.
pub fn lacks_interval(finding: &Finding) -> bool {
    match finding.estimate().map(|estimate| estimate.interval) {
        Some(Interval::Unavailable(NoInterval::Census)) => is_change(&finding.quantity),
        Some(Interval::Unavailable(_)) => true,
        Some(Interval::Between { .. }) | None => false,
    }
}

/// The look of a finding on maps and marks: `none`, `withheld`, `no_interval`, `uncertain`, `robust`.
pub fn look(finding: Option<&Finding>) -> &'static str {
    match finding {
        None => "none",
        Some(finding) if lacks_interval(finding) => "no_interval",
        Some(finding) => crate::view::verdict(finding).look(),
    }
}
