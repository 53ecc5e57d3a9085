//! In how many ways could the labels have been handed out, and what are they?

use std::collections::BTreeMap;

use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

/// The ways to hand out labels among the units of each stratum, as many of each label as there are.
#[derive(Clone, Debug)]
pub(super) struct Arrangements {
    /// The labels as they were, of all units.
    labels: Vec<usize>,
    /// Units of each stratum.
    strata: Vec<Vec<usize>>,
}

impl Arrangements {
    /// Arrangements among the units given with their strata; others keep their label.
    pub fn of<'a>(labels: &[usize], part: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut strata: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (stratum, unit) in part {
            strata.entry(stratum).or_default().push(unit);
        }
        Self {
            labels: labels.to_vec(),
            strata: strata.into_values().collect(),
        }
    }

    /// Their number: over strata the product of `n! / Π n_label!`.
    pub fn count(&self) -> u128 {
        let strata = self.strata.iter();
        let counts = strata.map(|units| self.tally(units).into_iter().map(|(_, n)| n).collect());
        let ways = counts.map(|counts: Vec<usize>| multinomial(&counts));
        ways.fold(1, u128::saturating_mul)
    }

    /// True where all units may change sides: two labels, as many of each in every stratum.
    pub fn mirrored(&self) -> bool {
        self.strata.iter().all(|units| {
            let tally = self.tally(units);
            tally.len() == 2 && tally[0].1 == tally[1].1
        })
    }

    /// Every arrangement, each once.
    pub fn for_each(&self, mut visit: impl FnMut(&[usize])) {
        let mut labels = self.labels.clone();
        let sorted: Vec<Vec<usize>> = self
            .strata
            .iter()
            .map(|units| {
                let mut own: Vec<usize> = units.iter().map(|&unit| self.labels[unit]).collect();
                own.sort_unstable();
                own
            })
            .collect();
        let mut now = sorted.clone();
        for (units, own) in self.strata.iter().zip(&now) {
            put(&mut labels, units, own);
        }
        loop {
            visit(&labels);
            // as the wheels of a counter: the first stratum that has a next arrangement takes it, those before it start anew
            let mut turned = false;
            for (stratum, units) in self.strata.iter().enumerate() {
                turned = next_permutation(&mut now[stratum]);
                if !turned {
                    now[stratum].clone_from(&sorted[stratum]);
                }
                put(&mut labels, units, &now[stratum]);
                if turned {
                    break;
                }
            }
            if !turned {
                return;
            }
        }
    }

    /// One of them, each equally likely, into `labels`.
    pub fn draw(&self, labels: &mut [usize], random: &mut ChaCha8Rng) {
        labels.copy_from_slice(&self.labels);
        for units in &self.strata {
            for last in (1..units.len()).rev() {
                labels.swap(units[last], units[random.random_range(0..=last)]);
            }
        }
    }

    /// Labels of some units with their number, ascending.
    fn tally(&self, units: &[usize]) -> Vec<(usize, usize)> {
        let mut own: Vec<usize> = units.iter().map(|&unit| self.labels[unit]).collect();
        own.sort_unstable();
        own.chunk_by(|a, b| a == b)
            .map(|same| (same[0], same.len()))
            .collect()
    }
}

fn put(labels: &mut [usize], units: &[usize], own: &[usize]) {
    for (&unit, &label) in units.iter().zip(own) {
        labels[unit] = label;
    }
}

/// `(Σn)! / Πn!` as a product of binomials, each a whole number at every step.
pub(super) fn multinomial(counts: &[usize]) -> u128 {
    let (mut ways, mut placed) = (1_u128, 0_u128);
    for &count in counts {
        for i in 1..=count as u128 {
            placed += 1;
            let Some(more) = ways.checked_mul(placed) else {
                return u128::MAX;
            };
            ways = more / i;
        }
    }
    ways
}

/// The next list in the order of a dictionary; false, and the list as it is, where it was the last.
fn next_permutation(list: &mut [usize]) -> bool {
    let Some(rise) = list.windows(2).rposition(|pair| pair[0] < pair[1]) else {
        return false;
    };
    let above = list
        .iter()
        .rposition(|&other| other > list[rise])
        .expect("invariant: the next one is greater");
    list.swap(rise, above);
    list[rise + 1..].reverse();
    true
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::effect::draw::random;

    fn arrangements() -> Arrangements {
        // stratum a: labels 0 0 1, stratum b: 0 1 2; unit 6 keeps its own
        let part = [("a", 0), ("b", 1), ("a", 2), ("b", 3), ("a", 4), ("b", 5)];
        Arrangements::of(&[0, 0, 0, 1, 1, 2, 3], part.into_iter())
    }

    #[test]
    fn each_once_and_each_as_often_drawn() {
        let arrangements = arrangements();
        let mut all = BTreeSet::new();
        let mut visited = 0;
        arrangements.for_each(|labels| {
            visited += 1;
            all.insert(labels.to_vec());
        });
        assert_eq!((visited, all.len(), arrangements.count()), (18, 18, 18));
        let mut drawn: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
        let mut labels = arrangements.labels.clone();
        for k in 0..1800 {
            arrangements.draw(&mut labels, &mut random(1, &["test"], k));
            *drawn.entry(labels.clone()).or_default() += 1;
        }
        assert_eq!(drawn.keys().cloned().collect::<BTreeSet<_>>(), all);
        // chi-square with 17 degrees of freedom: 40.8 is its 99.9 % quantile
        let off: f64 = drawn
            .values()
            .map(|&n| (f64::from(n) - 100.0).powi(2) / 100.0)
            .sum();
        assert!(off < 40.8, "{off}");
    }

    #[test]
    fn numbers_of_methods() {
        assert_eq!(multinomial(&[3, 3]), 20);
        assert_eq!(multinomial(&[4, 4]), 70);
        assert_eq!(multinomial(&[5, 5]), 252);
        assert_eq!(multinomial(&[2, 8]), 45);
        assert_eq!(multinomial(&[14, 28]), 52_860_229_080);
        assert_eq!(multinomial(&[200, 200]), u128::MAX);
    }
}
