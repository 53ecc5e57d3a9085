//! Scores of soil health, and what they may be called.

use aimak_core::Withheld;
use aimak_io::read::soil_sheet::SheetLayer;
use aimak_science::soil::{
    health::{
        HealthIndicator, HealthScores, Mineralogy, PhOptimum, Score, SoilHealthIndex, TextureGroup,
        aggregate_score, bulk_density_score, carbon_score, ph_score, potassium_score,
    },
    remark::Remark,
};

use crate::args::HealthClasses;

/// From this pH on soil is calcareous unless shown otherwise.
const CALCAREOUS_PH: f64 = 7.3;

/// How a layer is scored.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Curves of the place.
    pub classes: HealthClasses,
    /// The pH that scores best.
    pub best_ph: Option<f64>,
}

/// Scores of a layer.
pub struct Health {
    /// The scores there are.
    pub scores: Vec<(HealthIndicator, Score)>,
    /// Their summary, or why there is none.
    pub index: Result<SoilHealthIndex, Withheld>,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

impl Health {
    /// The score of an indicator.
    pub fn score(&self, wanted: HealthIndicator) -> Option<f64> {
        let found = self.scores.iter().find(|(of, _)| *of == wanted);
        found.map(|(_, score)| score.value())
    }
}

impl Rules {
    /// Scores of a layer; curves differ by texture, so that without it there is none.
    pub fn scores(self, sheet: &SheetLayer) -> Health {
        let texture = match &sheet.texture {
            Some(Ok(found)) => TextureGroup::of(found.texture),
            Some(Err(refused)) => return Health::refused(refused.clone()),
            None => {
                let detail = aimak_core::Message::new("detail-factor").with("factor", "texture");
                let refused = Withheld::because(aimak_core::Reason::FactorMissing);
                return Health::refused(refused.with(detail));
            }
        };
        let layer = &sheet.layer;
        let optimum = PhOptimum {
            best: self.best_ph.unwrap_or(PhOptimum::WHEAT.best),
            ..PhOptimum::WHEAT
        };
        let HealthClasses { matter, climate } = self.classes;
        let scored = [
            (
                HealthIndicator::Carbon,
                layer
                    .carbon_percent
                    .map(|carbon| carbon_score(carbon, matter, texture, climate)),
            ),
            (
                HealthIndicator::BulkDensity,
                layer
                    .bulk_density_g_per_cm3
                    .map(|density| bulk_density_score(density, texture, Mineralogy::Other)),
            ),
            (
                HealthIndicator::Aggregates,
                sheet
                    .aggregates_percent
                    .map(|share| aggregate_score(share, matter, texture, false)),
            ),
            (
                HealthIndicator::Ph,
                layer.ph.map(|ph| ph_score(ph, optimum)),
            ),
            (
                HealthIndicator::Potassium,
                sheet
                    .potassium_mg_per_kg
                    .map(|potassium| potassium_score(potassium, texture)),
            ),
        ];
        let scores: Vec<_> = scored
            .into_iter()
            .filter_map(|(of, score)| Some((of, score?.ok()?)))
            .collect();
        let calcareous = layer.ph.is_some_and(|ph| ph >= CALCAREOUS_PH) && self.best_ph.is_none();
        let index = HealthScores {
            texture,
            calcareous,
            scores: scores.clone(),
        }
        .index();
        Health {
            remarks: index
                .as_ref()
                .map(|index| index.remarks.clone())
                .unwrap_or_default(),
            scores,
            index,
        }
    }
}

impl Health {
    /// No score, and why.
    const fn refused(why: Withheld) -> Self {
        Self {
            scores: Vec::new(),
            index: Err(why),
            remarks: Vec::new(),
        }
    }
}
