//! How much do all pairs of plots share, in the time of reading them?
//!
//! `Σ min` over every pair is all that the dissimilarities need. Presence is counted in bits, whole numbers are compared
//! many at a time, and what is mostly zeros is walked along its entries. Whole numbers are summed exactly, so which way was
//! taken does not show; covers always go along their entries, species rising.

use super::{amount::Amount, table::Table};

/// Tables with fewer entries than this share of their cells are walked along their entries.
const SPARSE: f64 = 0.06;
/// So many amounts of 16 bits have a sum of 32.
const MOST_SPECIES: usize = 65_535;

/// The rows of a table, ready to be compared.
pub(super) enum Rows<'a, A> {
    /// One bit for each species.
    Bits { words: usize, bits: Vec<u64> },
    /// All species of all plots, whole numbers.
    Whole { species: usize, amounts: Vec<i16> },
    /// The entries themselves.
    Entries(&'a Table<A>),
}

impl<'a, A: Amount> Rows<'a, A> {
    /// The way that suits a table.
    pub(super) fn of(table: &'a Table<A>) -> Self {
        let plots = table.plots().len();
        let numbers = || {
            (0..plots)
                .flat_map(|plot| table.row(plot))
                .map(|(_, amount)| amount.number())
        };
        if numbers().all(|x| x == 1.0) {
            return Self::bits(table);
        }
        let small = numbers().all(|x| x.fract() == 0.0 && x <= f64::from(i16::MAX));
        if small && table.density() > SPARSE && table.species().len() <= MOST_SPECIES {
            return Self::whole(table);
        }
        Self::Entries(table)
    }

    fn bits(table: &Table<A>) -> Self {
        let words = table.species().len().div_ceil(64);
        let mut bits = vec![0; words * table.plots().len()];
        for plot in 0..table.plots().len() {
            for (species, _) in table.row(plot) {
                bits[plot * words + *species as usize / 64] |= 1 << (species % 64);
            }
        }
        Self::Bits { words, bits }
    }

    fn whole(table: &Table<A>) -> Self {
        let species = table.species().len();
        let mut amounts = vec![0; species * table.plots().len()];
        for plot in 0..table.plots().len() {
            for (place, amount) in table.row(plot) {
                amounts[plot * species + *place as usize] = amount.number() as i16;
            }
        }
        Self::Whole { species, amounts }
    }

    /// What plot `first` shares with each of `others`, in their order.
    pub(super) fn shared_with(
        &self,
        first: usize,
        others: std::ops::Range<usize>,
        mut take: impl FnMut(usize, f64),
    ) {
        match self {
            Self::Bits { words, bits } => {
                let one = &bits[first * words..(first + 1) * words];
                for other in others {
                    let two = &bits[other * words..(other + 1) * words];
                    take(other, f64::from(common_bits(one, two)));
                }
            }
            Self::Whole { species, amounts } => {
                let one = &amounts[first * species..(first + 1) * species];
                for other in others {
                    let two = &amounts[other * species..(other + 1) * species];
                    take(other, f64::from(common_whole(one, two)));
                }
            }
            Self::Entries(table) => {
                let mut spread = vec![0.0; table.species().len()];
                for (species, amount) in table.row(first) {
                    spread[*species as usize] = amount.number();
                }
                for other in others {
                    let common = |(species, amount): &(u32, A)| {
                        amount.number().min(spread[*species as usize])
                    };
                    take(other, table.row(other).iter().map(common).sum());
                }
            }
        }
    }
}

fn common_bits(one: &[u64], two: &[u64]) -> u32 {
    one.iter().zip(two).map(|(a, b)| (a & b).count_ones()).sum()
}

fn common_whole(one: &[i16], two: &[i16]) -> i32 {
    // by MOST_SPECIES nothing can overflow; a checked sum would go number by number
    let add = |sum: i32, (a, b): (&i16, &i16)| sum.wrapping_add(i32::from(*a.min(b)));
    one.iter().zip(two).fold(0, add)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::amount::Individuals, *};

    proptest! {
        #[test]
        fn every_way_says_the_same(counts in prop::collection::vec(0u64..4, 3 * 80), twos in any::<bool>()) {
            let names: Vec<String> = (0..80).map(|species| format!("{species:02}")).collect();
            let least = u64::from(twos);
            let records = counts.iter().enumerate().map(|(i, count)| {
                (["a", "b", "c"][i / 80], names[i % 80].as_str(), Individuals((*count).min(1 + 3 * least)))
            });
            let table = Table::from_records(records).unwrap();
            let collect = |rows: Rows<Individuals>| {
                let mut found = Vec::new();
                rows.shared_with(0, 1..3, |other, shared| found.push((other, shared)));
                found
            };
            let entries = collect(Rows::Entries(&table));
            prop_assert_eq!(&collect(Rows::whole(&table)), &entries);
            prop_assert_eq!(&collect(Rows::of(&table)), &entries);
            if !twos {
                prop_assert_eq!(&collect(Rows::bits(&table)), &entries);
            }
        }
    }
}
