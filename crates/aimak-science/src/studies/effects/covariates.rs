//! What is taken out of an effect, aimak by aimak.

use std::collections::BTreeMap;

use aimak_core::{AimakCode, Finding, Survey};

use super::{super::characteristics, times::stands_for};

/// The declared covariates with what is known of each aimak.
#[derive(Clone, Debug, Default)]
pub(super) struct Covariates {
    /// Names with values by aimak, in the order of the declaration.
    all: Vec<(String, BTreeMap<AimakCode, f64>)>,
}

impl Covariates {
    /// Of the land that stands for an aimak in a panel.
    pub(super) fn of(survey: &Survey, findings: &[Finding]) -> Self {
        let declared = survey.project.effects.iter();
        let names = declared.flat_map(|effects| &effects.covariates);
        let all = names.map(|name| {
            let known = characteristics::known(survey, findings, name, |indicator, finding| {
                stands_for(survey, indicator, finding)
            });
            (name.clone(), known)
        });
        Self { all: all.collect() }
    }

    /// All but the outcome itself.
    pub(super) fn without(&self, outcome: &str) -> Self {
        let others = self.all.iter().filter(|(name, _)| name != outcome);
        Self {
            all: others.cloned().collect(),
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.all.iter().map(|(name, _)| name.clone()).collect()
    }

    /// All values of an aimak; `None` where one is not known.
    pub(super) fn of_aimak(&self, code: &AimakCode) -> Option<Vec<f64>> {
        let values = self.all.iter();
        values.map(|(_, known)| known.get(code).copied()).collect()
    }
}
