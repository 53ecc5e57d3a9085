//! What do answers from villages, strata and unequal chances say about everybody, and how surely?

use std::collections::BTreeMap;

use super::{
    effective_size::{DesignEffect, kish},
    proportion::Proportion,
    refusal::Refused,
};
use crate::{
    methods::interval::{StandardError, t_quantile},
    trend::NORMAL_975,
};

/// Fewest clusters for an interval (METHODS F.4 asks for five on each side of a comparison).
pub const LEAST_CLUSTERS: usize = 5;

/// Where a person was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Stratum; one name for all where there are none.
    pub stratum: String,
    /// Village or other first-stage unit; the person where persons were drawn one by one.
    pub cluster: String,
    /// Persons of the population this one stands for.
    pub weight: f64,
}

/// A design: strata, clusters in them, weights.
///
/// # Formula
/// With `z_i` the weighted sum of a linearised variable over cluster i of stratum h:
/// `V = Σ_h (1 − n_h/N_h)·n_h/(n_h−1)·Σ_i (z_i − z̄_h)²`. Linearised: total y; mean `(y − ȳ)/Σw`; ratio `(y − Rx)/Σwx`.
///
/// # Range and edge cases
/// Degrees of freedom: clusters less strata. Intervals use t with them and are refused below five clusters. A stratum of one
/// cluster has no spread of its own and is refused: the design, not the program, says with which other it belongs.
///
/// # Example
/// ```
/// use aimak_science::attitudes::sample_design::{Drawn, SampleDesign};
/// let at = |cluster: &str| Drawn { stratum: String::new(), cluster: cluster.into(), weight: 1.0 };
/// // three villages with means 1, 2 and 6 of two persons each
/// let design = SampleDesign::new(["a", "a", "b", "b", "c", "c"].map(at).to_vec(), &Default::default()).unwrap();
/// let mean = design.mean(&[0.0, 2.0, 1.0, 3.0, 6.0, 6.0]).unwrap();
/// assert_eq!((mean.value, mean.error.df), (3.0, 2.0));
/// // as the mean of three village means: s² = 7, SE = √(7/3)
/// assert!((mean.error.se - (7.0_f64 / 3.0).sqrt()).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS F.2; Wolter (2007), Introduction to Variance Estimation, ch. 6; Lumley (2010), Complex Surveys.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleDesign {
    persons: Vec<Drawn>,
    /// Clusters of each stratum with the places of their persons, and `1 − n_h/N_h`.
    strata: Vec<(Vec<Vec<usize>>, f64)>,
}

/// A figure with its standard error under the design.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linearised {
    /// The figure.
    pub value: f64,
    /// Its standard error, df clusters less strata.
    pub error: StandardError,
    /// First-stage units.
    pub clusters: usize,
}

impl Linearised {
    /// The 95 % limits by t.
    ///
    /// # Errors
    /// [`Refused::FewClusters`] below [`LEAST_CLUSTERS`].
    pub fn limits(&self) -> Result<(f64, f64), Refused> {
        if self.clusters < LEAST_CLUSTERS {
            return Err(Refused::FewClusters {
                n: self.clusters,
                needed: LEAST_CLUSTERS,
            });
        }
        Ok(self.error.limits(self.value))
    }
}

impl SampleDesign {
    /// A design of these persons; `population` gives the clusters there are in a stratum, where that is known.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`] without persons, [`Refused::OutOfRange`] for a weight that is not positive or a population smaller
    /// than the sample, [`Refused::FewClusters`] for a stratum of one cluster.
    pub fn new(persons: Vec<Drawn>, population: &BTreeMap<String, f64>) -> Result<Self, Refused> {
        if persons.is_empty() {
            return Err(Refused::NoAnswers);
        }
        let mut by_stratum: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
        for (place, person) in persons.iter().enumerate() {
            if !(person.weight > 0.0 && person.weight.is_finite()) {
                return Err(Refused::OutOfRange);
            }
            let clusters = by_stratum.entry(&person.stratum).or_default();
            clusters.entry(&person.cluster).or_default().push(place);
        }
        let mut strata = Vec::new();
        for (name, clusters) in by_stratum {
            let n = clusters.len();
            if n < 2 {
                return Err(Refused::FewClusters { n, needed: 2 });
            }
            let left = match population.get(name) {
                Some(all) if *all >= n as f64 => 1.0 - n as f64 / all,
                Some(_) => return Err(Refused::OutOfRange),
                None => 1.0,
            };
            strata.push((clusters.into_values().collect(), left));
        }
        Ok(Self { persons, strata })
    }

    /// First-stage units.
    pub fn clusters(&self) -> usize {
        self.strata.iter().map(|(clusters, _)| clusters.len()).sum()
    }

    /// Clusters less strata.
    pub fn degrees_of_freedom(&self) -> f64 {
        (self.clusters() - self.strata.len()) as f64
    }

    /// Sum of `w·y`, with the standard error of a linearised variable.
    fn weighted_sum(&self, of: impl Fn(usize) -> f64) -> f64 {
        let persons = self.persons.iter().enumerate();
        persons
            .map(|(place, person)| person.weight * of(place))
            .sum()
    }

    fn linearised(&self, value: f64, variable: impl Fn(usize) -> f64) -> Linearised {
        let in_cluster = |places: &Vec<usize>| -> f64 {
            let weighted = |place: &usize| self.persons[*place].weight * variable(*place);
            places.iter().map(weighted).sum()
        };
        let in_stratum = |(clusters, left): &(Vec<Vec<usize>>, f64)| {
            let sums: Vec<f64> = clusters.iter().map(in_cluster).collect();
            let n = sums.len() as f64;
            let mean = sums.iter().sum::<f64>() / n;
            let squares: f64 = sums.iter().map(|sum| (sum - mean) * (sum - mean)).sum();
            left * n / (n - 1.0) * squares
        };
        let variance: f64 = self.strata.iter().map(in_stratum).sum();
        Linearised {
            value,
            error: StandardError {
                se: variance.sqrt(),
                df: self.degrees_of_freedom(),
            },
            clusters: self.clusters(),
        }
    }

    fn one_each(&self, values: &[f64]) -> Result<(), Refused> {
        let fit =
            values.len() == self.persons.len() && values.iter().all(|value| value.is_finite());
        if fit {
            Ok(())
        } else {
            Err(Refused::OutOfRange)
        }
    }

    /// Total over the population.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] where there is not one finite value for each person.
    pub fn total(&self, values: &[f64]) -> Result<Linearised, Refused> {
        self.one_each(values)?;
        let total = self.weighted_sum(|place| values[place]);
        Ok(self.linearised(total, |place| values[place]))
    }

    /// Mean over the population.
    ///
    /// # Errors
    /// As [`Self::total`].
    pub fn mean(&self, values: &[f64]) -> Result<Linearised, Refused> {
        self.ratio(values, &vec![1.0; self.persons.len()])
    }

    /// Ratio of two totals.
    ///
    /// # Errors
    /// As [`Self::total`]; [`Refused::NoBase`] where the lower total is 0.
    pub fn ratio(&self, values: &[f64], base: &[f64]) -> Result<Linearised, Refused> {
        self.one_each(values)?;
        self.one_each(base)?;
        let below = self.weighted_sum(|place| base[place]);
        if below == 0.0 {
            return Err(Refused::NoBase);
        }
        let ratio = self.weighted_sum(|place| values[place]) / below;
        Ok(self.linearised(ratio, |place| (values[place] - ratio * base[place]) / below))
    }

    /// Mean over a part of the population, for instance women. The whole sample takes part in the error: how many of the part are
    /// drawn is chance too.
    ///
    /// # Errors
    /// As [`Self::ratio`].
    pub fn mean_within(&self, values: &[f64], part: &[bool]) -> Result<Linearised, Refused> {
        let base: Vec<f64> = part
            .iter()
            .map(|inside| f64::from(u8::from(*inside)))
            .collect();
        self.one_each(&base)?;
        let inside: Vec<f64> = values
            .iter()
            .zip(&base)
            .map(|(value, base)| value * base)
            .collect();
        self.ratio(&inside, &base)
    }

    /// Design effect of a mean: its variance over that of persons drawn one by one from the same population.
    ///
    /// # Formula
    /// `V/(s²·(W − n)/(W·n))`, `s² = n/(n−1)·Σw(y − ȳ)²/W`, `W = Σw`.
    ///
    /// # Errors
    /// As [`Self::total`]; [`Refused::NoSpread`] where all values are alike or everybody was asked.
    pub fn design_effect(&self, values: &[f64]) -> Result<f64, Refused> {
        let mean = self.mean(values)?;
        let (n, all) = (self.persons.len() as f64, self.weighted_sum(|_| 1.0));
        let squares = self.weighted_sum(|place| (values[place] - mean.value).powi(2));
        let spread = n / (n - 1.0) * squares / all;
        let one_by_one = spread * (all - n) / (all * n);
        if one_by_one > 0.0 {
            Ok(mean.error.se * mean.error.se / one_by_one)
        } else {
            Err(Refused::NoSpread)
        }
    }

    /// Weighted share of those who said so, with Wilson limits under the design.
    ///
    /// # Formula
    /// Effective number `p(1−p)/V`, times `(1.96/t(0.975, df))²` for the few clusters, at most n. Where nobody or everybody said so
    /// there is no V: then Kish's number of the weights over the design effect of [`DesignEffect::of_clusters`].
    ///
    /// # Errors
    /// [`Refused::FewClusters`] below [`LEAST_CLUSTERS`].
    ///
    /// # Reference
    /// METHODS F.2; Korn & Graubard (1998), Survey Methodol. 24:193–201.
    pub fn share(&self, said_so: &[bool]) -> Result<Proportion, Refused> {
        let values: Vec<f64> = said_so
            .iter()
            .map(|yes| f64::from(u8::from(*yes)))
            .collect();
        let mean = self.mean(&values)?;
        mean.limits()?;
        let yes = said_so.iter().filter(|yes| **yes).count() as u64;
        let n = self.persons.len() as f64;
        let variance = mean.error.se * mean.error.se;
        let effective = if variance > 0.0 {
            mean.value * (1.0 - mean.value) / variance
        } else {
            let weights: Vec<f64> = self.persons.iter().map(|person| person.weight).collect();
            let size = n / self.clusters() as f64;
            DesignEffect::of_clusters(size, None)?.effective_n(kish(&weights)?)
        };
        let few = (NORMAL_975 / t_quantile(0.975, mean.error.df)).powi(2);
        Proportion::of(yes, self.persons.len() as u64)?
            .with_weighted_share(mean.value.clamp(0.0, 1.0))?
            .with_effective_n((effective * few).min(n))
    }
}

#[cfg(test)]
mod tests;
