//! How may one share be told on its own?

use super::rule::{Rule, Why};

/// A share as it may be published where it stands alone, without a table around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PublishedShare {
    /// The share, 0 to 1.
    Share(f64),
    /// All, or all but one or two.
    AlmostAll,
    /// Nobody, or one or two.
    AlmostNone,
    /// Kept back.
    NotShown(Why),
}

/// What may be said of `count` among `n` persons.
///
/// # Formula
/// n below 10: nothing. n below 20 and at most two apart from all or none: "almost all", "almost none". Then nothing where count or rest is
/// 1–4. Else the share.
///
/// # Range and edge cases
/// METHODS asks for "almost all" where in a group under 20 everybody says the same. Said of these groups alone the words would mean
/// "all"; they are therefore said of all but one and all but two as well. In a table with margins even these words would tell too
/// much: there such rows are kept back ([`super::table::CountTable::primary`]).
///
/// # Example
/// ```
/// use aimak_science::disclosure::{rule::{Rule, Why}, share::{PublishedShare, published_share}};
/// let of = |count, n| published_share(count, n, &Rule::METHODS);
/// assert_eq!(of(30, 40), PublishedShare::Share(0.75));
/// assert_eq!(of(37, 40), PublishedShare::NotShown(Why::SmallRest));
/// assert_eq!((of(12, 12), of(11, 12)), (PublishedShare::AlmostAll, PublishedShare::AlmostAll));
/// assert_eq!(of(9, 9), PublishedShare::NotShown(Why::SmallBase));
/// assert_eq!(of(20, 20), PublishedShare::Share(1.0));
/// ```
///
/// # Reference
/// METHODS F.5.1–2.
pub fn published_share(count: u64, n: u64, rule: &Rule) -> PublishedShare {
    let Some(rest) = n.checked_sub(count) else {
        return PublishedShare::NotShown(Why::SmallBase);
    };
    if n < rule.least_base {
        PublishedShare::NotShown(Why::SmallBase)
    } else if n < rule.unanimous_below && rest <= NEAR {
        PublishedShare::AlmostAll
    } else if n < rule.unanimous_below && count <= NEAR {
        PublishedShare::AlmostNone
    } else if rule.is_small(count) {
        PublishedShare::NotShown(Why::SmallCount)
    } else if rule.is_small(rest) {
        PublishedShare::NotShown(Why::SmallRest)
    } else {
        PublishedShare::Share(count as f64 / n as f64)
    }
}

/// "Almost" is up to so many persons.
const NEAR: u64 = 2;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_other_answer_is_told_alike(count in 0_u64..60, rest in 0_u64..60) {
            let of = |count, rest| published_share(count, count + rest, &Rule::METHODS);
            let mirrored = match of(rest, count) {
                PublishedShare::Share(share) => PublishedShare::Share(1.0 - share),
                PublishedShare::AlmostAll => PublishedShare::AlmostNone,
                PublishedShare::AlmostNone => PublishedShare::AlmostAll,
                PublishedShare::NotShown(Why::SmallCount) if !Rule::METHODS.is_small(count) => PublishedShare::NotShown(Why::SmallRest),
                PublishedShare::NotShown(Why::SmallRest) => PublishedShare::NotShown(Why::SmallCount),
                other @ PublishedShare::NotShown(_) => other,
            };
            match (of(count, rest), mirrored) {
                (PublishedShare::Share(one), PublishedShare::Share(other)) => prop_assert!((one - other).abs() < 1e-12),
                (one, other) => prop_assert_eq!(one, other),
            }
        }

        /// Whatever is said of a group under twenty fits at least three counts.
        #[test]
        fn words_fit_several_counts(n in 10_u64..20) {
            for words in [PublishedShare::AlmostAll, PublishedShare::AlmostNone] {
                let fitting = (0..=n).filter(|count| published_share(*count, n, &Rule::METHODS) == words);
                prop_assert_eq!(fitting.count(), 3);
            }
        }
    }
}
