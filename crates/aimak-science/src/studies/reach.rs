//! Of which other aimaks may the evidence speak? How like the organic ones those are that are not.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use aimak_core::{
    Aimak, AimakCode, Candidate, Characteristic, EffectReport, Finding, Land, Message, Reach,
    Reason, Resemblance, Survey, UnitRole, Withheld,
};

use super::characteristics;
use crate::methods::similarity::similarity;

/// Fewer organic aimaks span no range that others could lie in.
const FEWEST: usize = 5;

/// A characteristic with what is known of it.
struct Known {
    id: String,
    values: BTreeMap<AimakCode, f64>,
}

/// How like the aimaks whose transition an effect was found from the others are, in what the project declares; `None` where it declares
/// nothing, or there is nobody to compare.
///
/// Whole aimaks are compared with whole aimaks: which land of the others would be organic, nobody knows.
pub fn of(survey: &Survey, findings: &[Finding], effects: &[EffectReport]) -> Option<Reach> {
    let declared = survey.project.effects.as_ref()?;
    let names = if declared.reach.is_empty() {
        &declared.covariates
    } else {
        &declared.reach
    };
    let treated = treated(effects);
    let codes = |wanted: &dyn Fn(&Aimak) -> bool| -> Vec<&AimakCode> {
        let aimaks = survey.aimaks.iter().filter(|aimak| wanted(aimak));
        aimaks.map(|aimak| &aimak.code).collect()
    };
    let organic = codes(&|aimak| treated.contains(aimak.code.0.as_str()));
    let others = codes(&|aimak| aimak.organic_since.is_none());
    if names.is_empty() || organic.is_empty() || others.is_empty() {
        return None;
    }
    let known = names.iter().map(|id| Known {
        id: id.clone(),
        values: characteristics::known(survey, findings, id, |_, finding| {
            finding.land == Land::WholeAimak
        }),
    });
    Some(reach(&known.collect::<Vec<_>>(), &organic, &others))
}

/// Aimaks that any effect was found from.
fn treated(effects: &[EffectReport]) -> BTreeSet<&str> {
    let found = effects.iter().filter(|report| report.effect.is_ok());
    let units = found.flat_map(|report| &report.units);
    let treated = units.filter(|unit| unit.role == UnitRole::Treated);
    treated.map(|unit| unit.id.as_str()).collect()
}

fn reach(known: &[Known], organic: &[&AimakCode], others: &[&AimakCode]) -> Reach {
    let of_aimak = |aimak: &AimakCode| -> Option<Vec<f64>> {
        let values = known.iter();
        values
            .map(|known| known.values.get(aimak).copied())
            .collect()
    };
    let based = organic.iter();
    let based: Vec<(AimakCode, Vec<f64>)> = based
        .filter_map(|aimak| Some(((*aimak).clone(), of_aimak(aimak)?)))
        .collect();
    let reference: Vec<Vec<f64>> = (0..known.len())
        .map(|place| based.iter().map(|(_, values)| values[place]).collect())
        .collect();
    let enough = based.len() >= FEWEST;
    let characteristics = known.iter().zip(&reference).filter(|_| enough);
    let candidate = |aimak: &&AimakCode| Candidate {
        aimak: (*aimak).clone(),
        resemblance: of_aimak(aimak).and_then(|values| resemblance(known, &reference, values)),
        unknown: unknown(known, aimak),
    };
    let mut candidates: Vec<Candidate> = others.iter().filter(|_| enough).map(candidate).collect();
    candidates.sort_by(by_resemblance);
    Reach {
        characteristics: characteristics
            .map(|(known, reference)| Characteristic {
                id: known.id.clone(),
                least: reference.iter().copied().fold(f64::INFINITY, f64::min),
                most: reference.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            })
            .collect(),
        refused: (!enough).then(|| too_few(based.len())),
        base: based.into_iter().map(|(code, _)| code).collect(),
        candidates,
    }
}

fn resemblance(known: &[Known], reference: &[Vec<f64>], values: Vec<f64>) -> Option<Resemblance> {
    let found = similarity(reference, &values)?;
    let outside = known.iter().zip(&found.each);
    let outside = outside.filter(|(_, similarity)| **similarity < 0.0);
    Some(Resemblance {
        similarity: found.least,
        least_alike: known[found.least_alike].id.clone(),
        outside: outside.map(|(known, _)| known.id.clone()).collect(),
        values,
    })
}

/// Characteristics of which nothing is known of an aimak.
fn unknown(known: &[Known], aimak: &AimakCode) -> Vec<String> {
    let lacking = known
        .iter()
        .filter(|known| !known.values.contains_key(aimak));
    lacking.map(|known| known.id.clone()).collect()
}

fn too_few(n: usize) -> Withheld {
    let detail = Message::new("detail-reach-base")
        .with("n", n)
        .with("needed", FEWEST);
    Withheld::because(Reason::TooFewClusters).with(detail)
}

/// The most alike first, unknown ones last; alike ones by code.
fn by_resemblance(one: &Candidate, other: &Candidate) -> Ordering {
    let similarity = |candidate: &Candidate| {
        let resemblance = candidate.resemblance.as_ref();
        resemblance.map_or(f64::NEG_INFINITY, |resemblance| resemblance.similarity)
    };
    similarity(other)
        .total_cmp(&similarity(one))
        .then_with(|| one.aimak.cmp(&other.aimak))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(id: &str) -> AimakCode {
        AimakCode(id.to_owned())
    }

    fn known(id: &str, values: &[(&str, f64)]) -> Known {
        let values = values.iter();
        Known {
            id: id.to_owned(),
            values: values.map(|(aimak, value)| (code(aimak), *value)).collect(),
        }
    }

    fn of(known: &[Known], organic: &[&str]) -> Reach {
        let organic: Vec<AimakCode> = organic.iter().map(|id| code(id)).collect();
        let others = ["x", "y", "z"].map(code);
        let organic: Vec<&AimakCode> = organic.iter().collect();
        reach(known, &organic, &others.each_ref())
    }

    const ORGANIC: [&str; 5] = ["a", "b", "c", "d", "e"];

    fn two() -> [Known; 2] {
        let slope = [
            ("a", 2.0),
            ("b", 4.0),
            ("c", 6.0),
            ("d", 8.0),
            ("e", 12.0),
            ("x", 15.0),
            ("y", 7.0),
            ("z", 5.0),
        ];
        let people = [
            ("a", 10.0),
            ("b", 20.0),
            ("c", 30.0),
            ("d", 40.0),
            ("e", 50.0),
            ("x", 35.0),
            ("y", 25.0),
        ];
        [known("slope", &slope), known("people", &people)]
    }

    #[test]
    fn the_most_alike_come_first_and_the_unknown_last() {
        let reach = of(&two(), &ORGANIC);
        let order: Vec<&str> = reach
            .candidates
            .iter()
            .map(|one| one.aimak.0.as_str())
            .collect();
        assert_eq!(order, ["y", "x", "z"]);
        // three of five slopes lie below 7, two of five numbers of people below 25: 80 both
        let y = reach.candidates[0].resemblance.as_ref().unwrap();
        assert_eq!((y.similarity, y.outside.len()), (80.0, 0));
        // 3 beyond a range of 10
        let x = reach.candidates[1].resemblance.as_ref().unwrap();
        assert_eq!((x.similarity, x.least_alike.as_str()), (-30.0, "slope"));
        assert_eq!(
            (x.outside.as_slice(), x.values.as_slice()),
            (&["slope".to_owned()][..], &[15.0, 35.0][..])
        );
        assert_eq!(
            (
                &reach.candidates[2].resemblance,
                reach.candidates[2].unknown.as_slice()
            ),
            (&None, &["people".to_owned()][..])
        );
        assert_eq!(
            (
                reach.characteristics[0].least,
                reach.characteristics[0].most
            ),
            (2.0, 12.0)
        );
    }

    #[test]
    fn one_organic_aimak_without_a_value_is_no_base_and_four_are_too_few() {
        let [slope, mut people] = two();
        people.values.remove(&code("e"));
        let reach = of(&[slope, people], &ORGANIC);
        assert_eq!(reach.base.len(), 4);
        let refused = reach.refused.unwrap();
        assert_eq!(
            (refused.reason, reach.candidates.len()),
            (Reason::TooFewClusters, 0)
        );
    }
}
