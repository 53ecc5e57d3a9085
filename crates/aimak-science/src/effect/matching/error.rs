//! How sure is the effect of matched units?

use crate::methods::interval::StandardError;

use super::distance::between;

/// What the error of Abadie and Imbens needs of all units that took part.
pub(super) struct Units<'a> {
    /// Change of each.
    pub(super) changes: &'a [f64],
    /// Place of each.
    pub(super) places: &'a [Vec<f64>],
    /// Treated or not.
    pub(super) treated: &'a [bool],
}

impl Units<'_> {
    /// Change of each matched treated unit less the mean change of its matches.
    pub(super) fn differences(&self, matches: &[(usize, Vec<usize>)]) -> Vec<f64> {
        let difference = |(unit, matches): &(usize, Vec<usize>)| {
            let beside: f64 = matches.iter().map(|&unit| self.changes[unit]).sum();
            self.changes[*unit] - beside / matches.len() as f64
        };
        matches.iter().map(difference).collect()
    }

    /// The error where comparison units may be taken several times.
    ///
    /// # Formula
    /// `V = Σ_T(dᵢ − d̄)²/n² + Σ_C (K² − Σ w²)·σ̂²/n²`: dᵢ the difference of treated unit i to its matches, K the weights with which a comparison
    /// unit was taken, summed (`Σ w` over treated units, `w = 1/matches`), and `σ̂² = (y − y_nearest of its side)²/2` its own spread.
    /// With M matches each this is `K(K−1)/M²` of the paper. Degrees of freedom n − 1, on the safe side of its normal.
    ///
    /// # Reference
    /// Abadie & Imbens (2006), Econometrica 74:235–267, theorem 7.
    pub(super) fn with_replacement(
        &self,
        differences: &[f64],
        taken: &[(usize, f64, f64)],
    ) -> Option<StandardError> {
        let of_mean = StandardError::of_mean(differences)?;
        let n = differences.len() as f64;
        let squares = of_mean.se * of_mean.se * (n - 1.0) / n;
        let repeated: f64 = taken
            .iter()
            .map(|&(unit, weight, own)| (weight * weight - own) * self.own_spread(unit))
            .sum();
        Some(StandardError {
            se: (squares + repeated / (n * n)).sqrt(),
            df: of_mean.df,
        })
    }

    /// Half the squared difference to the nearest other unit of the same side.
    fn own_spread(&self, unit: usize) -> f64 {
        let distance = |other: usize| between(&self.places[unit], &self.places[other]);
        (0..self.changes.len())
            .filter(|&other| other != unit && self.treated[other] == self.treated[unit])
            .min_by(|&one, &other| distance(one).total_cmp(&distance(other)))
            .map_or(0.0, |nearest| {
                (self.changes[unit] - self.changes[nearest]).powi(2) / 2.0
            })
    }
}
