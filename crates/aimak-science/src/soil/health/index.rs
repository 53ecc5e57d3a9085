//! What do the scores say together?

use aimak_core::{Message, Reason, Withheld};

use super::{classes::TextureGroup, curves::Score};
use crate::soil::remark::Remark;

/// Less weight than this must not carry an index.
const LEAST_WEIGHT: f64 = 0.6;
/// 0.3 + 0.2 + 0.1 is 0.6, though not in binary.
const TOLERANCE: f64 = 1e-9;

/// A property that is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HealthIndicator {
    /// Organic carbon.
    Carbon,
    /// Bulk density.
    BulkDensity,
    /// Macro-aggregates.
    Aggregates,
    /// pH.
    Ph,
    /// Available potassium.
    Potassium,
}

impl HealthIndicator {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Carbon,
        Self::BulkDensity,
        Self::Aggregates,
        Self::Ph,
        Self::Potassium,
    ];

    /// Its weight by default; they sum to 1. Judgement, not measurement.
    pub const fn default_weight(self) -> f64 {
        match self {
            Self::Carbon => 0.30,
            Self::BulkDensity | Self::Aggregates | Self::Ph => 0.20,
            Self::Potassium => 0.10,
        }
    }
}

/// The scores of one soil.
#[derive(Clone, Debug, PartialEq)]
pub struct HealthScores {
    /// Its texture: curves differ by it.
    pub texture: TextureGroup,
    /// Whether the soil is calcareous by nature.
    pub calcareous: bool,
    /// The scores there are, each indicator once.
    pub scores: Vec<(HealthIndicator, Score)>,
}

/// A summary of scores; not a measurement.
#[derive(Clone, Debug, PartialEq)]
pub struct SoilHealthIndex {
    /// Weighted mean.
    pub weighted: f64,
    /// Plain mean.
    pub unweighted: f64,
    /// Weighted geometric mean: one bad score counts for more.
    pub weighted_geometric: f64,
    /// Plain geometric mean.
    pub geometric: f64,
    /// The worst score.
    pub minimum: f64,
    /// How many of the five are missing.
    pub missing: usize,
    /// Remarks.
    pub remarks: Vec<Remark>,
    texture: TextureGroup,
    present: Vec<HealthIndicator>,
}

impl HealthScores {
    /// The index.
    ///
    /// # Formula
    /// `Σ wᵢ·sᵢ / Σ wᵢ` over what was measured.
    ///
    /// # Range and edge cases
    /// 0–1. Refused where what was measured carries less than 0.6 of the weight (`FACTOR_MISSING`) or an indicator stands twice
    /// (`OUT_OF_RANGE`).
    ///
    /// # Example
    /// ```
    /// use aimak_science::soil::health::{HealthIndicator, HealthScores, Score, TextureGroup};
    /// let values = [0.4882, 0.9341, 0.7595, 0.6065, 0.8601];
    /// let scores = HealthIndicator::ALL.into_iter().zip(values).map(|(of, value)| (of, Score::new(value).unwrap())).collect();
    /// let index = HealthScores { texture: TextureGroup::Silty, calcareous: false, scores }.index().unwrap();
    /// assert!((index.weighted - 0.6925).abs() < 5e-5);
    /// assert!((index.unweighted - 0.7297).abs() < 5e-5);
    /// assert!((index.weighted_geometric - 0.6711).abs() < 5e-5);
    /// assert_eq!(index.minimum, 0.4882);
    /// ```
    ///
    /// # Reference
    /// METHODS A.7.2.
    pub fn index(&self) -> Result<SoilHealthIndex, Withheld> {
        let mut scores = self.scores.clone();
        scores.sort_by_key(|(indicator, _)| *indicator);
        if scores.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        let weight: f64 = scores.iter().map(|(of, _)| of.default_weight()).sum();
        let n = scores.len();
        if weight < LEAST_WEIGHT - TOLERANCE {
            let detail = Message::new("detail-sub-indicators")
                .with("n", n)
                .with("needed", HealthIndicator::ALL.len());
            return Err(Withheld::because(Reason::FactorMissing).with(detail));
        }
        let sum = |term: &dyn Fn(HealthIndicator, f64) -> f64| -> f64 {
            scores
                .iter()
                .map(|(of, score)| term(*of, score.value()))
                .sum()
        };
        let weighted = sum(&|of, score| of.default_weight() * score) / weight;
        let logarithms = sum(&|of, score| of.default_weight() * score.ln()) / weight;
        let worst = scores.iter().map(|(_, score)| score.value());
        let penalised = self.calcareous && scores.iter().any(|(of, _)| *of == HealthIndicator::Ph);
        Ok(SoilHealthIndex {
            weighted,
            unweighted: sum(&|_, score| score) / n as f64,
            weighted_geometric: logarithms.exp(),
            geometric: (sum(&|_, score| score.ln()) / n as f64).exp(),
            minimum: worst.fold(f64::INFINITY, f64::min),
            missing: HealthIndicator::ALL.len() - n,
            remarks: [Remark::IndexIsJudgement]
                .into_iter()
                .chain(penalised.then_some(Remark::CalcareousSoilPenalised))
                .collect(),
            texture: self.texture,
            present: scores.iter().map(|(of, _)| *of).collect(),
        })
    }
}

impl SoilHealthIndex {
    /// The change of the weighted index.
    ///
    /// # Errors
    /// `METHOD_MISMATCH` where other properties were measured, or the texture is another: the curves are then others.
    pub fn change(&self, later: &Self) -> Result<f64, Withheld> {
        if self.texture != later.texture || self.present != later.present {
            return Err(Withheld::because(Reason::MethodMismatch));
        }
        Ok(later.weighted - self.weighted)
    }
}

/// True where a property changed by at least twice the analytical standard deviation; less must not be reported as change.
///
/// ```
/// use aimak_science::soil::health::is_beyond_analytical_error;
/// assert!(!is_beyond_analytical_error(1.50, 1.65, 0.10));
/// assert!(is_beyond_analytical_error(1.50, 1.75, 0.10));
/// ```
pub fn is_beyond_analytical_error(before: f64, after: f64, analytical_sd: f64) -> bool {
    (after - before).abs() >= 2.0 * analytical_sd
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EXAMPLE: [f64; 5] = [0.4882, 0.9341, 0.7595, 0.6065, 0.8601];

    fn soil(values: &[(HealthIndicator, f64)]) -> HealthScores {
        HealthScores {
            texture: TextureGroup::Silty,
            calcareous: true,
            scores: values
                .iter()
                .map(|(of, value)| (*of, Score::new(*value).unwrap()))
                .collect(),
        }
    }

    fn all(values: [f64; 5]) -> Vec<(HealthIndicator, f64)> {
        HealthIndicator::ALL.into_iter().zip(values).collect()
    }

    #[test]
    fn a_missing_score_gives_its_weight_to_the_others() {
        let index = soil(&all(EXAMPLE)[..4]).index().unwrap();
        assert!((index.weighted - 0.6739).abs() < 5e-5); // METHODS A.7.2
        assert_eq!(index.missing, 1);
        assert_eq!(
            index.remarks,
            [Remark::IndexIsJudgement, Remark::CalcareousSoilPenalised]
        );
        let whole = soil(&all(EXAMPLE)).index().unwrap();
        assert!((whole.geometric - 0.7102).abs() < 5e-5);
    }

    #[test]
    fn too_little_weight_is_refused_and_just_enough_is_not() {
        use HealthIndicator::{BulkDensity, Carbon, Ph, Potassium};
        let refused = soil(&[(Carbon, 0.5), (BulkDensity, 0.5)]).index();
        assert_eq!(refused.unwrap_err().reason, Reason::FactorMissing);
        assert!(
            soil(&[(Carbon, 0.5), (BulkDensity, 0.5), (Potassium, 0.5)])
                .index()
                .is_ok()
        );
        let twice = soil(&[(Carbon, 0.5), (Carbon, 0.6), (BulkDensity, 0.5), (Ph, 0.5)]).index();
        assert_eq!(twice.unwrap_err().reason, Reason::OutOfRange);
        assert_eq!(soil(&[]).index().unwrap_err().reason, Reason::FactorMissing);
    }

    #[test]
    fn other_properties_or_textures_do_not_compare() {
        let whole = soil(&all(EXAMPLE)).index().unwrap();
        let part = soil(&all(EXAMPLE)[..4]).index().unwrap();
        assert_eq!(
            whole.change(&part).unwrap_err().reason,
            Reason::MethodMismatch
        );
        let sandy = HealthScores {
            texture: TextureGroup::Sandy,
            ..soil(&all(EXAMPLE))
        };
        assert_eq!(
            whole.change(&sandy.index().unwrap()).unwrap_err().reason,
            Reason::MethodMismatch
        );
        assert_eq!(whole.change(&whole), Ok(0.0));
    }

    proptest! {
        #[test]
        fn means_are_in_order(values in prop::array::uniform5(0.0..1.0_f64)) {
            let index = soil(&all(values)).index().unwrap();
            prop_assert!(index.minimum <= index.geometric + 1e-12);
            prop_assert!(index.geometric <= index.unweighted + 1e-12);
            prop_assert!(index.weighted_geometric <= index.weighted + 1e-12);
            prop_assert!(index.weighted <= 1.0 + 1e-12);
        }
    }
}
