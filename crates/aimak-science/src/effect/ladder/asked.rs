//! What is asked of a panel?

use std::collections::BTreeMap;

use aimak_core::{Correction, Message, Reason, Withheld};

use super::{
    super::{
        group_time::{Comparison, Design as Cells},
        panel::Panel,
        randomisation::DRAWS,
        staggered::{Against, Design},
        verdict::Declared,
    },
    usual_rain::Rain,
};

/// Draws of the uniform bands.
pub const BAND_DRAWS: usize = 1_000;

/// An outcome that the transition cannot have changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Placebo {
    /// Its name.
    pub outcome: String,
    /// The same units with this outcome; `None` where it was not seen at two times.
    pub panel: Option<Panel>,
}

/// What is asked of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The name of the question, such as the indicator's id: draws depend on it.
    pub outcome: String,
    /// The seed of the study.
    pub seed: u64,
    /// Whom the treated are compared with.
    pub against: Against,
    /// How effects by cohort and period are found.
    pub cells: Cells,
    /// Lots drawn where not all are gone through.
    pub permutations: usize,
    /// Draws of the uniform bands.
    pub draws: usize,
    /// The effect that matters, in the unit of the outcome.
    pub relevant: Option<f64>,
    /// How many outcomes are tested together.
    pub family: usize,
    /// How p-values of outcomes tested together are raised.
    pub correction: Correction,
    /// Outcomes that the transition cannot have changed.
    pub placebos: Vec<Placebo>,
    /// The rain of the units, where anybody knows it.
    pub rain: Option<Rain>,
    /// Units of which not every covariate is known, by name: none is then taken out, and the check says why.
    pub unknown_covariates: Vec<String>,
    /// Where units lie, in metres of a plane, by name; empty where nobody knows.
    pub places_m: BTreeMap<String, [f64; 2]>,
    /// Steps down that no number shows (`grade-...`): what was measured stands for something else, the laboratory changed.
    pub weaknesses: Vec<Message>,
    /// What a person declares.
    pub declared: Declared,
}

impl Asked {
    /// The defaults of STATISTICS 6 for a question of a study.
    pub fn new(outcome: &str, seed: u64) -> Self {
        Self {
            outcome: outcome.to_owned(),
            seed,
            against: Against::default(),
            cells: Cells::default(),
            permutations: DRAWS,
            draws: BAND_DRAWS,
            relevant: None,
            family: 1,
            correction: Correction::default(),
            placebos: Vec::new(),
            rain: None,
            unknown_covariates: Vec::new(),
            places_m: BTreeMap::new(),
            weaknesses: Vec::new(),
            declared: Declared::default(),
        }
    }

    /// Why no covariate is taken out although some were asked for.
    pub(super) fn without_covariates(&self) -> Option<Withheld> {
        let first = self.unknown_covariates.first()?;
        let detail = Message::new("detail-effect-covariates-missing")
            .with("n", self.unknown_covariates.len())
            .with("unit", first.clone());
        Some(Withheld::because(Reason::FactorMissing).with(detail))
    }

    /// The design of the effect.
    pub(super) fn design(&self) -> Design {
        Design {
            against: self.against,
            anticipation: self.cells.anticipation,
            ..Design::default()
        }
    }
}

/// Parameters as used, in the words of the field.
pub(super) fn parameters(asked: &Asked) -> BTreeMap<String, String> {
    let against = match asked.against {
        Against::NeverTreated => "never_treated",
        Against::NotYetTreated => "not_yet_treated",
    };
    let comparison = match asked.cells.comparison {
        Comparison::NeverTreated => "never_treated",
        Comparison::NotYetTreated => "not_yet_treated",
    };
    let told = [
        ("effect", "group_time_mean_of_unit_periods"),
        ("interval", "welch_t_unit_sums"),
        ("comparison", against),
        ("cells_comparison", comparison),
        ("correction", asked.correction.key()),
    ];
    let counted = [
        ("seed", asked.seed.to_string()),
        ("permutations", asked.permutations.to_string()),
        ("band_draws", asked.draws.to_string()),
        ("anticipation", asked.cells.anticipation.to_string()),
        ("family", asked.family.to_string()),
    ];
    let told = told
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value.to_owned()));
    told.chain(
        counted
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value)),
    )
    .collect()
}
