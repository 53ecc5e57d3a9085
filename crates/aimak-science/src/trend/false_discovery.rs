//! Among many pixels tested at once, which trends stand?

use aimak_core::{Reason, Withheld};
use rayon::slice::ParallelSliceMut as _;

/// How p-values are raised for their number.
///
/// # Formula
/// With p₍₁₎ ≤ … ≤ p₍ₘ₎: Benjamini–Hochberg `min over j ≥ i of p₍ⱼ₎·m/j`, Holm `max over j ≤ i of p₍ⱼ₎·(m − j + 1)`, both cut at 1.
///
/// # Range and edge cases
/// Missing tests stay missing and do not count in m. Equal p-values get equal results.
///
/// # Example
/// ```
/// use aimak_science::trend::false_discovery::Adjustment;
/// let p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216].map(Some);
/// let stand = Adjustment::BenjaminiHochberg.rejected(&p, 0.05).unwrap();
/// assert_eq!(stand.iter().filter(|stands| **stands == Some(true)).count(), 2);
/// ```
///
/// # Reference
/// METHODS D.4; Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57:289–300; Holm (1979), Scand. J. Stat. 6:65–70.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Adjustment {
    /// Holds the expected share of false ones among those that stand; for maps of pixels.
    BenjaminiHochberg,
    /// Holds the chance of even one false one; for a handful of statements.
    Holm,
}

impl Adjustment {
    /// The adjusted p-values, in the order given.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where a p is not between 0 and 1.
    pub fn adjusted(self, p: &[Option<f64>]) -> Result<Vec<Option<f64>>, Withheld> {
        if p.iter().flatten().any(|p| !(0.0..=1.0).contains(p)) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        let tested = p.iter().enumerate();
        let mut order: Vec<(f64, usize)> = tested.filter_map(|(i, p)| p.map(|p| (p, i))).collect();
        // the place breaks ties, so the order is one and the same on any number of threads
        order.par_sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut adjusted = vec![None; p.len()];
        for (place, value) in self.running(&order) {
            adjusted[place] = Some(value);
        }
        Ok(adjusted)
    }

    /// Which tests stand at a level: an adjusted p of at most `level`.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where a p is not between 0 and 1.
    pub fn rejected(self, p: &[Option<f64>], level: f64) -> Result<Vec<Option<bool>>, Withheld> {
        let adjusted = self.adjusted(p)?;
        Ok(adjusted
            .into_iter()
            .map(|p| p.map(|p| p <= level))
            .collect())
    }

    /// Adjusted values with their places, running along the sorted p.
    fn running(self, order: &[(f64, usize)]) -> Vec<(usize, f64)> {
        let m = order.len() as f64;
        let ranked = order.iter().enumerate();
        match self {
            Self::BenjaminiHochberg => {
                let smallest = |smallest: &mut f64, (i, (p, place)): (usize, &(f64, usize))| {
                    *smallest = smallest.min(p * (m / (i as f64 + 1.0)));
                    Some((*place, *smallest))
                };
                ranked.rev().scan(1.0, smallest).collect()
            }
            Self::Holm => {
                let greatest = |greatest: &mut f64, (i, (p, place)): (usize, &(f64, usize))| {
                    *greatest = greatest.max(p * (m - i as f64)).min(1.0);
                    Some((*place, *greatest))
                };
                ranked.scan(0.0, greatest).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn adjusted_as_r() {
        let table = include_str!("../../tests/oracle/p_adjust.csv");
        let rows: Vec<Vec<f64>> = table
            .lines()
            .filter(|line| !line.starts_with(['#', 'p']))
            .map(|line| {
                line.split(',')
                    .map(|field| field.parse().unwrap())
                    .collect()
            })
            .collect();
        assert_eq!(rows.len(), 15);
        let p: Vec<_> = rows.iter().map(|row| Some(row[0])).collect();
        for (adjustment, column) in [(Adjustment::BenjaminiHochberg, 1), (Adjustment::Holm, 2)] {
            for (found, row) in adjustment.adjusted(&p).unwrap().iter().zip(&rows) {
                assert!(
                    (found.unwrap() - row[column]).abs() <= 1e-14,
                    "{adjustment:?} {row:?}"
                );
            }
        }
    }

    #[test]
    fn a_p_beyond_its_range_is_refused() {
        for p in [f64::NAN, -0.1, 1.1] {
            let refused = Adjustment::Holm
                .adjusted(&[Some(0.5), Some(p)])
                .unwrap_err();
            assert_eq!(refused.reason, Reason::OutOfRange);
        }
        assert_eq!(
            Adjustment::BenjaminiHochberg
                .adjusted(&[None, None])
                .unwrap(),
            [None, None]
        );
    }

    proptest! {
        #[test]
        fn never_below_p_and_holm_never_below_the_other(p in prop::collection::vec(prop::option::of(0.0..=1.0_f64), 0..60)) {
            let (bh, holm) = (Adjustment::BenjaminiHochberg.adjusted(&p).unwrap(), Adjustment::Holm.adjusted(&p).unwrap());
            for ((p, bh), holm) in p.iter().zip(&bh).zip(&holm) {
                prop_assert_eq!((p.is_some(), p.is_some()), (bh.is_some(), holm.is_some()));
                prop_assert!(bh >= p && *holm >= bh.map(|bh| bh - 1e-15) && *holm <= p.map(|_| 1.0));
            }
        }

        #[test]
        fn order_is_irrelevant_and_missing_ones_do_not_count(p in prop::collection::vec(0_u32..40, 1..50)) {
            let p: Vec<_> = p.into_iter().map(|p| Some(f64::from(p) / 40.0)).collect();
            let with_holes: Vec<_> = p.iter().rev().flat_map(|p| [None, *p]).collect();
            for adjustment in [Adjustment::BenjaminiHochberg, Adjustment::Holm] {
                let mut reversed: Vec<_> = adjustment.adjusted(&with_holes).unwrap();
                reversed.retain(Option::is_some);
                reversed.reverse();
                prop_assert_eq!(adjustment.adjusted(&p).unwrap(), reversed);
            }
        }
    }
}
