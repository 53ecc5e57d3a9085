//! How often does each value occur? For classes, extremes of frequency and quantiles.
//!
//! Ties and quantiles follow exactextract (its `raster_stats.h` and `weighted_quantiles.cpp`, read November 2026): values
//! of equal weight in the tie of a majority give the greatest, in that of a minority the smallest.

use std::collections::BTreeMap;

use super::moments::{cells, fixed};

/// Weights of values, as far as they have been seen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Values {
    /// Whole numbers with their weight in fixed point: exact and short.
    Whole(BTreeMap<i64, u128>),
    /// Floating-point numbers; those of cells covered in full are only listed.
    Single {
        /// Cells covered in full.
        full: Vec<f32>,
        /// Other cells with their fraction.
        part: Vec<(f64, f64)>,
    },
    /// Floating-point numbers of double precision with their weights.
    Double(Vec<(f64, f64)>),
}

impl Values {
    /// These and later ones.
    pub fn merge(&mut self, later: Self) {
        match (self, later) {
            (Self::Whole(all), Self::Whole(later)) => {
                for (value, weight) in later {
                    *all.entry(value).or_default() += weight;
                }
            }
            (
                Self::Single { full, part },
                Self::Single {
                    full: more,
                    part: edge,
                },
            ) => {
                full.extend(more);
                part.extend(edge);
            }
            (Self::Double(all), Self::Double(later)) => all.extend(later),
            _ => unreachable!("invariant: a band stores one kind of number"),
        }
    }

    /// Distinct values in ascending order with their weights, scaled.
    pub fn frequencies(self, scale: f64, offset: f64) -> Frequencies {
        let mut listed: Vec<(f64, f64)> = match self {
            Self::Whole(all) => {
                let of = |(value, weight): (i64, u128)| (value as f64, cells(weight));
                all.into_iter().map(of).collect()
            }
            Self::Single { mut full, part } => {
                full.sort_unstable_by(f32::total_cmp);
                let same = full.chunk_by(|a, b| a == b);
                let counted = same.map(|same| (f64::from(same[0]), same.len() as f64));
                counted.chain(part).collect()
            }
            Self::Double(all) => all,
        };
        for (value, _) in &mut listed {
            *value = *value * scale + offset;
        }
        // sorted by weight too: equal values are added in one order, whichever cell came first
        listed.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let same = listed.chunk_by(|a, b| a.0 == b.0);
        let weight = |same: &[(f64, f64)]| same.iter().map(|(_, weight)| weight).sum();
        Frequencies(same.map(|same| (same[0].0, weight(same))).collect())
    }
}

/// Adds a whole number to its weights.
pub(super) fn add_whole(all: &mut BTreeMap<i64, u128>, value: i64, fraction: f64) {
    *all.entry(value).or_default() += fixed(fraction);
}

/// Distinct values in ascending order, each with the area it takes, in cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frequencies(Vec<(f64, f64)>);

impl Frequencies {
    /// Value and weight of each class.
    pub fn classes(&self) -> &[(f64, f64)] {
        &self.0
    }

    /// Share of each class in the area that holds a value, 0–1.
    pub fn shares(&self) -> Vec<(f64, f64)> {
        let all: f64 = self.0.iter().map(|(_, weight)| weight).sum();
        let share = |&(value, weight): &(f64, f64)| (value, weight / all);
        self.0.iter().map(share).collect()
    }

    /// The value that covers most; of several, the greatest.
    pub fn majority(&self) -> Option<f64> {
        let more =
            |best: (f64, f64), next: &(f64, f64)| if next.1 >= best.1 { *next } else { best };
        let first = *self.0.first()?;
        Some(self.0.iter().fold(first, more).0)
    }

    /// The value that covers least; of several, the smallest.
    pub fn minority(&self) -> Option<f64> {
        let less = |best: (f64, f64), next: &(f64, f64)| if next.1 < best.1 { *next } else { best };
        let first = *self.0.first()?;
        Some(self.0.iter().fold(first, less).0)
    }

    /// How many distinct values there are.
    pub fn variety(&self) -> usize {
        self.0.len()
    }

    /// The weighted quantile `q` (0–1).
    ///
    /// Formula: with n distinct values x₀ < … < xₙ₋₁ of weights w and C the running sum of weights before each,
    /// sᵢ = i·wᵢ + (n − 1)·Cᵢ; the quantile is interpolated linearly where s reaches q·(n − 1)·Σw. For equal weights this
    /// is the quantile of type 7 (Hyndman & Fan 1996).
    ///
    /// ```
    /// use aimak_science::zonal::Frequencies;
    /// let of = |values: &[(f64, f64)]| Frequencies::of(values.iter().copied());
    /// let equal = of(&[(1.0, 2.0), (2.0, 2.0), (4.0, 2.0), (5.0, 2.0)]);
    /// assert_eq!(equal.quantile(0.5), Some(3.0));
    /// assert_eq!(equal.quantile(1.0), Some(5.0));
    /// ```
    pub fn quantile(&self, q: f64) -> Option<f64> {
        let n = self.0.len() as f64;
        let all: f64 = self.0.iter().map(|(_, weight)| weight).sum();
        let target = q * (n - 1.0) * all;
        let mut before = 0.0;
        let mut last: Option<(f64, f64)> = None;
        for (i, &(value, weight)) in self.0.iter().enumerate() {
            let place = i as f64 * weight + (n - 1.0) * before;
            if place >= target {
                let Some((value_before, place_before)) = last else {
                    return Some(value);
                };
                let along = (target - place_before) / (place - place_before);
                return Some(value_before + along * (value - value_before));
            }
            before += weight;
            last = Some((value, place));
        }
        last.map(|(value, _)| value)
    }

    /// Weights of values in any order, each value once or more.
    pub fn of(values: impl IntoIterator<Item = (f64, f64)>) -> Self {
        Values::Double(values.into_iter().collect()).frequencies(1.0, 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `test_stats.cpp` of exactextract.
    #[test]
    fn quantiles_as_exactextract() {
        let x = [3.4, 2.9, 1.7, 8.8, -12.7, 100.4, 8.4, 11.3];
        let equal = Frequencies::of(x.iter().map(|&x| (x, 3.0)));
        for (q, expected) in [(0.25, 2.6), (0.5, 5.9), (0.75, 9.425)] {
            let found = equal.quantile(q).unwrap();
            assert!((found - expected).abs() < 1e-12, "{q}: {found}");
        }
        let weights = [1.0, 0.1, 1.0, 0.2, 0.44, 0.3, 0.3, 0.83, 0.0];
        let x = x.into_iter().chain([50.0]);
        let unequal = Frequencies::of(x.zip(weights));
        for (q, expected) in [(0.25, 2.336_667), (0.5, 4.496_774), (0.75, 9.382_437)] {
            let found = unequal.quantile(q).unwrap();
            assert!((found - expected).abs() < 5e-7, "{q}: {found}");
        }
    }

    #[test]
    fn ties_go_up_for_the_majority_and_down_for_the_minority() {
        let tied = Frequencies::of([(1.0, 0.25), (2.0, 0.25), (3.0, 0.25), (4.0, 0.25)]);
        assert_eq!(tied.majority(), Some(4.0));
        assert_eq!(tied.minority(), Some(1.0));
        assert_eq!(tied.variety(), 4);
        assert_eq!(Frequencies::default().majority(), None);
    }
}
