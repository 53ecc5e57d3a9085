//! Did the soil really pass into another class?

use aimak_core::{Interval, Reason, Withheld};

use super::Scale;

/// What can be said about a change of class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassChange {
    /// Both intervals lie within a class each, and the classes differ.
    Changed {
        /// The class at first.
        before: &'static str,
        /// The class later.
        after: &'static str,
    },
    /// No change of class is demonstrable.
    NotDemonstrable,
}

/// The change of class between two dates.
///
/// # Formula
/// A change is reported only where the 95 % intervals of both dates lie in different classes, each within one.
///
/// # Range and edge cases
/// `NO_DATA` without an interval on either date: a class of a bare number changes by chance at every boundary. `OUT_OF_RANGE` where
/// an interval leaves the scale.
///
/// # Example
/// ```
/// use aimak_core::{Interval, IntervalKind};
/// use aimak_science::soil::scales::{ClassChange, HUMUS_DSTU, class_change};
/// let between = |lo, hi| Interval::Between { lo, hi, level: 0.95, kind: IntervalKind::Sampling };
/// let change = |before, after| class_change(&HUMUS_DSTU, &before, &after).unwrap();
/// assert_eq!(change(between(1.4, 1.9), between(2.1, 2.6)), ClassChange::Changed { before: "low", after: "medium" });
/// assert_eq!(change(between(1.4, 2.2), between(2.1, 2.6)), ClassChange::NotDemonstrable);
/// ```
///
/// # Reference
/// METHODS A.6.
pub fn class_change(
    scale: &Scale,
    before: &Interval,
    after: &Interval,
) -> Result<ClassChange, Withheld> {
    let classes = |interval: &Interval| {
        let (lo, hi) = interval.bounds().ok_or(Withheld::because(Reason::NoData))?;
        // an interval of a mean may reach below what can be; its class is that of the lowest value there
        let places = scale.place(lo.max(scale.lowest)).zip(scale.place(hi));
        places.ok_or(Withheld::because(Reason::OutOfRange))
    };
    let (first, last) = (classes(before)?, classes(after)?);
    let within_one = first.0 == first.1 && last.0 == last.1;
    if within_one && first.0 != last.0 {
        return Ok(ClassChange::Changed {
            before: scale.classes[first.0].1,
            after: scale.classes[last.0].1,
        });
    }
    Ok(ClassChange::NotDemonstrable)
}

#[cfg(test)]
mod tests {
    use aimak_core::{IntervalKind, NoInterval};

    use super::{super::PH_CIS, *};

    const fn between(lo: f64, hi: f64) -> Interval {
        Interval::Between {
            lo,
            hi,
            level: 0.95,
            kind: IntervalKind::Sampling,
        }
    }

    #[test]
    fn the_same_class_or_none_is_no_change() {
        let change = |before, after| class_change(&PH_CIS, &before, &after);
        assert_eq!(
            change(between(6.6, 6.9), between(7.1, 7.4)),
            Ok(ClassChange::NotDemonstrable)
        );
        let unknown = Interval::Unavailable(NoInterval::TooFewUnits);
        assert_eq!(
            change(unknown, between(7.1, 7.4)).unwrap_err().reason,
            Reason::NoData
        );
        assert_eq!(
            change(between(10.0, 12.0), between(7.1, 7.4))
                .unwrap_err()
                .reason,
            Reason::OutOfRange
        );
    }

    #[test]
    fn an_interval_that_spans_classes_demonstrates_nothing() {
        // even where the intervals do not touch: what the class was at first is not known
        let change = class_change(&PH_CIS, &between(5.0, 6.0), &between(7.0, 7.4));
        assert_eq!(change, Ok(ClassChange::NotDemonstrable));
    }
}
