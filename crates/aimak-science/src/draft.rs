//! What does a release say before it is written? Survey and findings, put in order.

use aimak_core::{
    Aimak, Card, Finding, Release, Survey,
    release::{AimakProfile, RELEASE_SCHEMA},
};
use geo::Area as _;

use crate::{
    indicators, land,
    studies::{agreement, effects, programme, questions, rankings, reach},
};

/// Square metres in a hectare.
const SQUARE_METRES_PER_HECTARE: f64 = 1e4;

/// The release of these findings; its assets are filled when it is written.
pub fn release(survey: &Survey, mut findings: Vec<Finding>) -> Release {
    let effects = effects::of(survey, &findings);
    agreement::settle(&survey.project.relevant_change, &mut findings, &effects);
    Release {
        schema: RELEASE_SCHEMA.to_owned(),
        program: format!("aimak {}", env!("CARGO_PKG_VERSION")),
        project: survey.project.clone(),
        periods: survey.periods.clone(),
        aimaks: survey
            .aimaks
            .iter()
            .map(|aimak| profile(survey, aimak))
            .collect(),
        cards: cards(&findings),
        rankings: rankings::of(&findings),
        reach: reach::of(survey, &findings, &effects),
        effects,
        findings,
        sources: survey.sources.clone(),
        exclusions: survey.exclusions.clone(),
        attitudes: questions::attitudes(survey),
        programme: programme::told(survey),
        maps: Vec::new(),
        backdrop: aimak_core::Backdrop::default(),
        passports: survey.passports.clone(),
        assets: Vec::new(),
    }
}

/// Cards of the indicators that have findings, in order of the registry.
fn cards(findings: &[Finding]) -> Vec<Card> {
    let used = |card: &Card| findings.iter().any(|finding| finding.indicator == card.id);
    indicators::ALL
        .iter()
        .map(|indicator| indicator.card)
        .filter(|card| used(card))
        .cloned()
        .collect()
}

/// The profile of one aimak. Areas in the working CRS.
fn profile(survey: &Survey, aimak: &Aimak) -> AimakProfile {
    AimakProfile {
        code: aimak.code.clone(),
        name: aimak.name.clone(),
        aliases: aimak.aliases.clone(),
        organic_since: aimak.organic_since,
        valid_from: aimak.valid_from,
        valid_to: aimak.valid_to,
        predecessors: aimak.predecessors.clone(),
        area_ha: aimak.outline.unsigned_area() / SQUARE_METRES_PER_HECTARE,
        organic_ha: land::organic_ha(survey, &aimak.code),
        profile: aimak.profile.clone(),
    }
}
