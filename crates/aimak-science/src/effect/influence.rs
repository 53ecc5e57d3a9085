//! What does each unit contribute to an effect, and how far could the effect have come out otherwise?

use std::collections::BTreeMap;

use super::panel::Start;
use crate::methods::interval::{StandardError, variance};

/// An effect with the influence of every unit of the panel on it.
///
/// # Formula
/// The influence ψᵢ says by how much, times the number of units n, the effect would move if unit i weighed a little more; over the
/// panel it sums to about 0. `SE = √(mean of ψᵢ²) / √n`. A sum of effects has the sum of their influences, so covariances come by
/// themselves: `cov(a, b) = Σ ψᵢᵃψᵢᵇ / n²`.
///
/// # Range and edge cases
/// The divisor is n, as in did: with few units this error is too small (STATISTICS, section 6: it rejects a true null in 9–11 % of
/// cases where 5 % are promised), which is why the interval of the default design is Welch's and not this one. An effect that is
/// 0 by construction, or between units that are all alike, has no standard error.
///
/// # Example
/// ```
/// use aimak_science::effect::influence::Effect;
/// // two treated units changed by 1 and 3, two others by 0 and 0
/// let effect = Effect::new(2.0, vec![-2.0, 2.0, 0.0, 0.0]);
/// assert_eq!(effect.se(), Some((8.0_f64 / 16.0).sqrt()));
/// assert_eq!(Effect::new(0.0, vec![0.0; 4]).se(), None);
/// ```
///
/// # Reference
/// Callaway & Sant'Anna (2021), J. Econom. 225:200–230, theorem 2.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The effect on the treated, in the unit of the outcome.
    pub att: f64,
    influence: Vec<f64>,
}

impl Effect {
    /// An effect with the influence of each unit, in the order of the panel.
    pub fn new(att: f64, influence: Vec<f64>) -> Self {
        Self { att, influence }
    }

    /// The influence of each unit, in the order of the panel.
    pub fn influence(&self) -> &[f64] {
        &self.influence
    }

    /// The standard error; `None` where no unit moves the effect.
    pub fn se(&self) -> Option<f64> {
        let squares: f64 = self.influence.iter().map(|psi| psi * psi).sum();
        (squares > 0.0).then(|| squares.sqrt() / self.influence.len() as f64)
    }

    /// The standard error for few units, with its degrees of freedom: units of one start are one sample, and their variances are
    /// found apart.
    ///
    /// # Formula
    /// `SE² = Σ_c n_c·s²_c(ψ)/n²`, s² with divisor `n_c − 1`; degrees of freedom after Welch–Satterthwaite. Of one cohort and its
    /// comparison it is Welch's test; of the mean over cohorts by never treated it is the default interval of STATISTICS, section 6.
    ///
    /// # Range and edge cases
    /// How many units begin when is taken as given and not as drawn: what moves an effect by the shares of cohorts alone adds
    /// nothing. A start with one unit joins the never treated, or the largest other start. `None` where no unit moves the effect.
    ///
    /// # Example
    /// ```
    /// use aimak_science::effect::{influence::{Effect, Samples}, panel::Start};
    /// // METHODS H.4: changes of six treated and six other sites, Welch
    /// let changes = [0.4, 0.2, 0.5, 0.1, 0.3, 0.35, 0.1, 0.0, 0.2, 0.15, 0.05, 0.1];
    /// let influence = (0..12).map(|unit| if unit < 6 { 2.0 * (changes[unit] - 1.85 / 6.0) } else { 2.0 * (0.1 - changes[unit]) });
    /// let starts: Vec<Start> = (0..12).map(|unit| if unit < 6 { Start::In(2019) } else { Start::Never }).collect();
    /// let error = Effect::new(1.25 / 6.0, influence.collect()).welch(&Samples::of(&starts)).unwrap();
    /// assert!((error.se - 0.065085).abs() < 5e-7 && (error.df - 7.310413).abs() < 5e-7);
    /// ```
    ///
    /// # Panics
    /// Where there are not as many starts as units.
    pub fn welch(&self, samples: &Samples) -> Option<StandardError> {
        assert_eq!(
            samples.units,
            self.influence.len(),
            "invariant: one start a unit"
        );
        let all = self.influence.len() as f64;
        let part = |units: &Vec<usize>| {
            let psi: Vec<f64> = units.iter().map(|&unit| self.influence[unit]).collect();
            let n = psi.len() as f64;
            Some(StandardError {
                se: (n * variance(&psi)?).sqrt() / all,
                df: n - 1.0,
            })
        };
        let parts: Vec<StandardError> = samples.parts.iter().filter_map(part).collect();
        let error = StandardError::satterthwaite(&parts);
        (error.se > 0.0).then_some(error)
    }

    /// `Σ wₖ·effectₖ` with weights that are known and not estimated.
    pub(super) fn weighted(units: usize, parts: &[(f64, &Self)]) -> Self {
        let mut sum = Self::new(0.0, vec![0.0; units]);
        for (weight, part) in parts {
            sum.att += weight * part.att;
            for (total, psi) in sum.influence.iter_mut().zip(&part.influence) {
                *total += weight * psi;
            }
        }
        sum
    }

    /// Adds what a unit contributes by another way, such as by the weights it takes part in.
    pub(super) fn add_influence(&mut self, unit: usize, psi: f64) {
        self.influence[unit] += psi;
    }
}

/// Covariances of effects, row by row: `Σ ψᵢᵃψᵢᵇ / n²`.
pub(super) fn covariance(effects: &[&Effect]) -> Vec<f64> {
    let mut matrix = Vec::with_capacity(effects.len() * effects.len());
    for one in effects {
        let squared = one.influence.len() as f64 * one.influence.len() as f64;
        for other in effects {
            let products = one.influence.iter().zip(&other.influence);
            matrix.push(products.map(|(a, b)| a * b).sum::<f64>() / squared);
        }
    }
    matrix
}

/// The units of each start: each is one sample, whose variance is found apart.
///
/// A unit alone with its start joins the never treated, or the largest other start.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    units: usize,
    parts: Vec<Vec<usize>>,
}

impl Samples {
    /// Of the start of each unit, in the order of the panel.
    pub fn of(starts: &[Start]) -> Self {
        let mut samples: BTreeMap<Start, Vec<usize>> = BTreeMap::new();
        for (unit, start) in starts.iter().enumerate() {
            samples.entry(*start).or_default().push(unit);
        }
        let alone: Vec<usize> = samples
            .extract_if(.., |_, units| units.len() == 1)
            .flat_map(|(_, units)| units)
            .collect();
        let host = samples
            .iter()
            .max_by_key(|(start, units)| (**start == Start::Never, units.len()))
            .map_or(Start::Never, |(start, _)| *start);
        if !alone.is_empty() {
            samples.entry(host).or_default().extend(alone);
        }
        Self {
            units: starts.len(),
            parts: samples
                .into_values()
                .filter(|units| units.len() > 1)
                .collect(),
        }
    }

    /// The units of each sample.
    pub(super) fn parts(&self) -> &[Vec<usize>] {
        &self.parts
    }
}
