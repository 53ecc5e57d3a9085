//! Treated units beside those most like them, and how alike that makes both sides.

use aimak_core::{EffectAnswer, EffectBalance, Withheld};

use super::{
    super::matching::{Matched, Matching, Reuse, distance::Distance},
    Seen, told,
};

/// One way of matching and what it found.
pub(super) struct MatchedBy {
    /// `check-matched-...`.
    pub(super) id: &'static str,
    found: Result<Matched, Withheld>,
}

impl MatchedBy {
    pub(super) fn answer(&self) -> EffectAnswer {
        let found = self.found.as_ref().map_err(Clone::clone)?;
        let units = (found.treated(), found.comparison);
        Ok(told::of_error(found.effect, found.error, None, units))
    }
}

impl Seen<'_> {
    /// Matched by both distances, where all began at one date and anything is known to match by.
    pub(super) fn matched(&self) -> Vec<MatchedBy> {
        let [start] = self.starts()[..] else {
            return Vec::new();
        };
        if self.panel.covariates().is_empty() {
            return Vec::new();
        }
        let by = |distance| {
            let matching = Matching {
                distance,
                neighbours: 1,
                reuse: Reuse::Allowed,
                caliper: None,
            };
            matching.of(&self.clean_before(start), start)
        };
        let ways = [
            ("check-matched-distance", Distance::Mahalanobis),
            ("check-matched-propensity", Distance::Propensity),
        ];
        ways.map(|(id, distance)| MatchedBy {
            id,
            found: by(distance),
        })
        .into()
    }

    /// Each covariate on both sides, before and after each matching that was made.
    pub(super) fn balance(&self, matched: &[MatchedBy]) -> Vec<EffectBalance> {
        let row = |id: &str, covariate: &String, found: &Matched, place: usize| {
            let balance = &found.balance[place];
            EffectBalance {
                check: id.to_owned(),
                covariate: covariate.clone(),
                before: balance.before,
                after: balance.after,
                ratio_before: balance.ratio_before,
                ratio_after: balance.ratio_after,
            }
        };
        let made = matched
            .iter()
            .filter_map(|one| Some((one.id, one.found.as_ref().ok()?)));
        made.flat_map(|(id, found)| {
            let covariates = self.panel.covariates().iter().enumerate();
            covariates.map(move |(place, covariate)| row(id, covariate, found, place))
        })
        .collect()
    }
}
