//! What does each unit contribute to an effect, and how far could the effect have come out otherwise?

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
