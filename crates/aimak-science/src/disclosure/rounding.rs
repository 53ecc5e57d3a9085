//! To what is a figure rounded before it is published?

use aimak_core::PartialDate;

/// A count rounded to the nearest multiple of a base, halves up.
///
/// METHODS rounds and does not jitter: noise is averaged away over editions, rounding is the same in each.
///
/// # Range and edge cases
/// A base of 0 or 1 leaves the count. Cells and margins are rounded each on its own, so rounded cells need not add up; correcting them
/// to add up would tell what was rounded off. Rounding comes after suppression and does not replace it.
///
/// # Example
/// ```
/// use aimak_science::disclosure::rounding::rounded;
/// assert_eq!([0, 2, 3, 22, 23].map(|count| rounded(count, 5)), [0, 0, 5, 20, 25]);
/// assert_eq!(rounded(37, 1), 37);
/// ```
///
/// # Reference
/// METHODS F.5.7.
pub fn rounded(count: u64, base: u64) -> u64 {
    if base < 2 {
        return count;
    }
    (count + base / 2) / base * base
}

/// The counts a rounded one can stand for, least and greatest.
pub fn before_rounding(shown: u64, base: u64) -> (u64, u64) {
    if base < 2 {
        return (shown, shown);
    }
    let below = base / 2;
    (shown.saturating_sub(below), shown + (base - 1 - below))
}

/// A date of a sensitive record: the month, never the day.
///
/// # Example
/// ```
/// use aimak_core::PartialDate;
/// use aimak_science::disclosure::rounding::month_only;
/// let day: PartialDate = "2024-05-17".parse().unwrap();
/// assert_eq!(month_only(day), PartialDate::Month(2024, 5));
/// assert_eq!(month_only(PartialDate::Year(2024)), PartialDate::Year(2024));
/// ```
///
/// # Reference
/// METHODS F.5.7.
pub fn month_only(date: PartialDate) -> PartialDate {
    match date {
        PartialDate::Day(day) => PartialDate::Month(day.year(), day.month()),
        coarser => coarser,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn near_and_the_same_each_time(count in 0_u64..10_000, base in 0_u64..12) {
            let shown = rounded(count, base);
            prop_assert_eq!(rounded(shown, base), shown);
            prop_assert!(2 * shown.abs_diff(count) <= base.max(1));
            let (least, greatest) = before_rounding(shown, base);
            prop_assert!(least <= count && count <= greatest);
            for other in least..=greatest {
                prop_assert_eq!(rounded(other, base), shown);
            }
        }
    }
}
