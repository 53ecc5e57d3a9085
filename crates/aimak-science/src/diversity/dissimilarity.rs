//! How different are two plots, and is it replacement or loss?

use super::{amount::Amount, table::Table};

/// What two plots share, and what each has alone.
///
/// Presence: numbers of species a, b, c. Amounts: `A = Σ min`, `B = Σ x₁ − A`, `C = Σ x₂ − A`. The formulas are the same for
/// both, and so are their ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// What both have.
    pub both: f64,
    /// What only the first has.
    pub only_first: f64,
    /// What only the second has.
    pub only_second: f64,
}

/// A dissimilarity of two plots. The same formula has one name on presence and another on amounts.
///
/// | | on presence (Baselga 2010, 2012) | on amounts (Baselga 2013; Legendre 2014) | formula |
/// |---|---|---|---|
/// | `Sorensen` | Sørensen | Bray–Curtis | `(b+c)/(2a+b+c)` |
/// | `Turnover` | Simpson, `β_sim` | balanced variation | `min/(a+min)` |
/// | `Nestedness` | `β_sne` | abundance gradient | `Sorensen − Turnover` |
/// | `Jaccard` | Jaccard | Ružička | `(b+c)/(a+b+c)` |
/// | `JaccardTurnover` | `β_jtu` | balanced variation of Ružička | `2min/(a+2min)` |
/// | `JaccardNestedness` | `β_jne` | gradient of Ružička | `Jaccard − JaccardTurnover` |
///
/// with `min = min(b, c)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dissimilarity {
    /// Sørensen; on amounts Bray–Curtis.
    Sorensen,
    /// The part of Sørensen that is replacement.
    Turnover,
    /// The part of Sørensen that is difference in richness or amount.
    Nestedness,
    /// Jaccard; on amounts Ružička.
    Jaccard,
    /// The part of Jaccard that is replacement.
    JaccardTurnover,
    /// The part of Jaccard that is difference in richness or amount.
    JaccardNestedness,
}

impl Dissimilarity {
    /// Every dissimilarity.
    pub const ALL: [Self; 6] = [
        Self::Sorensen,
        Self::Turnover,
        Self::Nestedness,
        Self::Jaccard,
        Self::JaccardTurnover,
        Self::JaccardNestedness,
    ];

    /// The name of Sørensen's formula on amounts.
    pub const BRAY_CURTIS: Self = Self::Sorensen;
    /// The name of Jaccard's formula on amounts.
    pub const RUZICKA: Self = Self::Jaccard;
    /// The name of the turnover formula on presence.
    pub const SIMPSON: Self = Self::Turnover;

    /// The dissimilarity of two plots.
    ///
    /// # Units
    /// None.
    ///
    /// # Range and edge cases
    /// 0 (equal) to 1 (nothing shared). Two empty plots have none: `None`. One empty plot differs entirely (1), but nothing says
    /// whether by replacement or loss: `None` for the parts.
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::{Dissimilarity, Shared};
    /// let (one, other) = ([10.0, 5.0, 0.0, 3.0, 2.0, 0.0, 1.0], [4.0, 8.0, 6.0, 0.0, 2.0, 3.0, 0.0]);
    /// let amounts = Shared::of_amounts(&one, &other);
    /// let of = |measure: Dissimilarity| measure.of(amounts).unwrap();
    /// assert!((of(Dissimilarity::BRAY_CURTIS) - 0.5).abs() < 1e-12);
    /// assert!((of(Dissimilarity::Turnover) - 0.47619).abs() < 5e-6);
    /// assert!((of(Dissimilarity::Nestedness) - 0.02381).abs() < 5e-6);
    /// let presence = Shared { both: 3.0, only_first: 2.0, only_second: 2.0 };
    /// assert!((Dissimilarity::Jaccard.of(presence).unwrap() - 0.57143).abs() < 5e-6);
    /// assert!((Dissimilarity::Sorensen.of(presence).unwrap() - 0.4).abs() < 1e-12);
    /// assert_eq!(Dissimilarity::Nestedness.of(presence), Some(0.0));
    /// ```
    ///
    /// # Reference
    /// METHODS E.4; Baselga (2010), Glob. Ecol. Biogeogr. 19:134–143; Baselga (2012), 21:1223–1232; Baselga (2013), Methods
    /// Ecol. Evol. 4:552–557.
    pub fn of(self, shared: Shared) -> Option<f64> {
        let Shared {
            both,
            only_first,
            only_second,
        } = shared;
        let (least, sum) = (only_first.min(only_second), only_first + only_second);
        if both + sum <= 0.0 {
            return None;
        }
        let sorensen = sum / (2.0 * both + sum);
        let jaccard = sum / (both + sum);
        let one_is_empty = both + least <= 0.0;
        match self {
            Self::Sorensen => Some(sorensen),
            Self::Jaccard => Some(jaccard),
            _ if one_is_empty => None,
            Self::Turnover => Some(least / (both + least)),
            Self::Nestedness => Some(sorensen - least / (both + least)),
            Self::JaccardTurnover => Some(2.0 * least / (both + 2.0 * least)),
            Self::JaccardNestedness => Some(jaccard - 2.0 * least / (both + 2.0 * least)),
        }
    }
}

impl Shared {
    /// What two lists of amounts share, species by species.
    pub fn of_amounts(first: &[f64], second: &[f64]) -> Self {
        let both = first.iter().zip(second).map(|(a, b)| a.min(*b)).sum();
        Self::of_totals(both, first.iter().sum(), second.iter().sum())
    }

    /// From what both have and the totals of each.
    pub(super) fn of_totals(both: f64, first: f64, second: f64) -> Self {
        // covers are no whole numbers, and their sums may fall short of their common part by the last digit
        Self {
            both,
            only_first: (first - both).max(0.0),
            only_second: (second - both).max(0.0),
        }
    }

    /// What two plots of a table share.
    pub fn of_plots<A: Amount>(table: &Table<A>, first: usize, second: usize) -> Self {
        let (one, other) = (table.row(first), table.row(second));
        let total = |row: &[(u32, A)]| row.iter().map(|(_, amount)| amount.number()).sum();
        let mut both = 0.0;
        let mut others = other.iter().peekable();
        for (species, amount) in one {
            while others.next_if(|(next, _)| next < species).is_some() {}
            if let Some((_, found)) = others.next_if(|(next, _)| next == species) {
                both += amount.number().min(found.number());
            }
        }
        Self::of_totals(both, total(one), total(other))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pair() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
        let amounts = || prop::collection::vec(prop_oneof![Just(0.0), 0.01..50.0], 12);
        (amounts(), amounts())
    }

    proptest! {
        #[test]
        fn parts_add_up_inside_their_ranges((one, other) in pair()) {
            let shared = Shared::of_amounts(&one, &other);
            let of = |measure: Dissimilarity| measure.of(shared);
            for (whole, turnover, nestedness) in [
                (Dissimilarity::Sorensen, Dissimilarity::Turnover, Dissimilarity::Nestedness),
                (Dissimilarity::Jaccard, Dissimilarity::JaccardTurnover, Dissimilarity::JaccardNestedness),
            ] {
                if let (Some(whole), Some(a), Some(b)) = (of(whole), of(turnover), of(nestedness)) {
                    prop_assert!((whole - a - b).abs() < 1e-12 && (0.0..=1.0).contains(&whole));
                    prop_assert!((0.0..=1.0).contains(&a) && b >= -1e-12);
                }
            }
        }

        #[test]
        fn neither_direction_nor_equality_matters((one, other) in pair()) {
            for measure in Dissimilarity::ALL {
                let (there, back) = (Shared::of_amounts(&one, &other), Shared::of_amounts(&other, &one));
                prop_assert_eq!(measure.of(there), measure.of(back));
                if let Some(itself) = measure.of(Shared::of_amounts(&one, &one)) {
                    prop_assert!(itself.abs() < 1e-12);
                }
            }
        }
    }

    #[test]
    fn empty_plots() {
        let with = |only_second| Shared {
            both: 0.0,
            only_first: 0.0,
            only_second,
        };
        for measure in Dissimilarity::ALL {
            assert_eq!(measure.of(with(0.0)), None);
        }
        assert_eq!(Dissimilarity::Sorensen.of(with(3.0)), Some(1.0));
        assert_eq!(Dissimilarity::Jaccard.of(with(3.0)), Some(1.0));
        assert_eq!(Dissimilarity::Turnover.of(with(3.0)), None);
    }
}
