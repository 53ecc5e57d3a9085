//! Among many pixels tested at once, which trends stand?

use std::collections::BTreeMap;

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

/// p-values of more cells than a list could hold, counted in single precision, as maps store them.
///
/// The test of Mann and Kendall knows few values of p: one for each S, and some more for ties. What is kept grows with them and
/// not with the cells. Only a test that widens the variance for serial correlation gives nearly each cell its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CountedP {
    /// How often each p occurs, by its bits: numbers that are not negative lie in the order of their bits.
    counts: BTreeMap<u32, u64>,
}

impl CountedP {
    /// Counts one p, 0 to 1.
    pub fn add(&mut self, p: f32) {
        *self.counts.entry(p.to_bits()).or_default() += 1;
    }

    /// Counts those of another count too.
    pub fn merge(&mut self, other: Self) {
        for (p, count) in other.counts {
            *self.counts.entry(p).or_default() += count;
        }
    }

    /// The adjusted value of every p, as [`Adjustment::BenjaminiHochberg`] finds it in the list of them all.
    ///
    /// ```
    /// use aimak_science::trend::false_discovery::CountedP;
    /// let mut counted = CountedP::default();
    /// [0.5, 0.125, 0.5, 0.0625].map(|p| counted.add(p));
    /// let adjusted = counted.adjusted();
    /// assert_eq!((adjusted.of(0.0625), adjusted.of(0.5)), (Some(0.25), Some(0.5)));
    /// assert_eq!(adjusted.of(0.3), None);
    /// ```
    pub fn adjusted(&self) -> AdjustedP {
        let m = self.counts.values().sum::<u64>() as f64;
        let running = |rank: &mut u64, (p, count): (&u32, &u64)| {
            *rank += count;
            Some((*p, *rank))
        };
        let ranked: Vec<(u32, u64)> = self.counts.iter().scan(0, running).collect();
        // of equal p the last rank gives the smallest product
        let smallest = |smallest: &mut f64, (p, rank): (u32, u64)| {
            *smallest = smallest.min(f64::from(f32::from_bits(p)) * (m / rank as f64));
            Some((p, *smallest))
        };
        let mut adjusted: Vec<(u32, f64)> = ranked.into_iter().rev().scan(1.0, smallest).collect();
        adjusted.reverse();
        AdjustedP(adjusted)
    }
}

/// Adjusted values of the p-values that were counted.
#[derive(Clone, Debug, PartialEq)]
pub struct AdjustedP(Vec<(u32, f64)>);

impl AdjustedP {
    /// The adjusted value of a p that was counted.
    pub fn of(&self, p: f32) -> Option<f64> {
        let place = self.0.binary_search_by_key(&p.to_bits(), |(p, _)| *p);
        place.ok().map(|place| self.0[place].1)
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
        fn counted_as_listed(p in prop::collection::vec(0_u16..60, 1..80), cut in 0_usize..80) {
            let p: Vec<f32> = p.into_iter().map(|p| f32::from(p) / 59.0).collect();
            let (mut counted, mut other) = (CountedP::default(), CountedP::default());
            for (place, p) in p.iter().enumerate() {
                if place < cut { counted.add(*p) } else { other.add(*p) }
            }
            counted.merge(other);
            let adjusted = counted.adjusted();
            let found: Vec<_> = p.iter().map(|p| adjusted.of(*p)).collect();
            let listed: Vec<_> = p.iter().map(|p| Some(f64::from(*p))).collect();
            prop_assert_eq!(found, Adjustment::BenjaminiHochberg.adjusted(&listed).unwrap());
        }

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
