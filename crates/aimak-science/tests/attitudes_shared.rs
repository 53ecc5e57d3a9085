//! Real questionnaires and surveys of `../shared`, beside the numbers of psych and survey kept there.
//!
//! Data of GPL packages are read from there and never committed. Without them the tests say so; with `AIMAK_REQUIRE_SHARED=1` their
//! absence is a failure.

#![expect(clippy::unwrap_used, reason = "tests may panic")]
#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_science::attitudes::{
    likert::{AnswerScale, Distribution, Item, Reply},
    panel::Panel,
    reliability::Reliability,
    sample_design::{Drawn, SampleDesign},
    scale_score::{MissingItems, ScoredItems},
    signed_rank::{SignedRank, ZeroRule},
};
use serde_json::Value;

/// The shared folder beside the project, or beside a worktree of it.
fn shared() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let beside = ["../shared", "../../shared"].map(|path| root.join(path));
    let found = beside
        .into_iter()
        .find(|path| path.join("reference").is_dir());
    let required = std::env::var("AIMAK_REQUIRE_SHARED").is_ok_and(|value| value == "1");
    assert!(
        found.is_some() || !required,
        "AIMAK_REQUIRE_SHARED=1, and ../shared is missing"
    );
    if found.is_none() {
        eprintln!("SKIPPED: ../shared is missing; this test compared nothing");
    }
    found
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Columns of a CSV whose fields may be quoted; commas occur in no quoted field of these files.
fn columns(path: &Path) -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let fields = |line: &str| -> Vec<String> {
        line.split(',')
            .map(|field| field.trim_matches('"').to_owned())
            .collect()
    };
    let mut lines = text.lines();
    let names = fields(lines.next().unwrap());
    let mut columns: BTreeMap<String, Vec<String>> = names
        .iter()
        .cloned()
        .map(|name| (name, Vec::new()))
        .collect();
    for line in lines {
        let row = fields(line);
        assert_eq!(row.len(), names.len(), "{line}");
        for (name, field) in names.iter().zip(row) {
            columns.get_mut(name).unwrap().push(field);
        }
    }
    columns
}

fn numbers(column: &[String]) -> Vec<f64> {
    column.iter().map(|field| field.parse().unwrap()).collect()
}

fn close(found: f64, expected: &Value, relative: f64, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!(
        (found - expected).abs() <= relative * expected.abs(),
        "{what}: {found}, expected {expected}"
    );
}

/// Answers to the items of bfi, person by person.
fn bfi(shared: &Path, items: &[&str]) -> Vec<Vec<Option<u8>>> {
    let table = columns(&shared.join("data/survey/bfi.csv"));
    let persons = table[items[0]].len();
    let answers = |person: usize| {
        items
            .iter()
            .map(|item| table[*item][person].parse().ok())
            .collect()
    };
    (0..persons).map(answers).collect()
}

#[test]
fn agreeableness_as_psych() {
    let Some(shared) = shared() else { return };
    let reference = json(&shared.join("reference/stats/survey/survey.json"));
    let rows = bfi(&shared, &["A1", "A2", "A3", "A4", "A5"]);
    let six = AnswerScale::new(1, 6).unwrap();
    let items = ScoredItems::new(six, &[true, false, false, false, false]).unwrap();
    let found = Reliability::of(&items, &rows).unwrap();
    assert_eq!((found.persons, rows.len()), (2709, 2800));
    close(
        found.alpha,
        &reference["alpha_complete"]["raw_alpha"],
        1e-12,
        "alpha",
    );
    close(
        found.lo,
        &reference["feldt"]["lower.ci.raw_alpha"],
        1e-9,
        "lower",
    );
    close(
        found.hi,
        &reference["feldt"]["upper.ci.raw_alpha"],
        1e-9,
        "upper",
    );
    for (item, rest) in found.item_rest.iter().enumerate() {
        let theirs = &reference["item_stats"][item]["r.drop"];
        close(rest.unwrap(), theirs, 1e-9, "item-rest");
        let scores = items.scores(&rows, MissingItems::Complete).unwrap();
        close(
            scores.mean().unwrap(),
            &reference["alpha_complete"]["mean"],
            1e-9,
            "mean",
        );
        close(
            scores.standard_deviation().unwrap(),
            &reference["alpha_complete"]["sd"],
            1e-9,
            "sd",
        );
    }
    assert_eq!(found.permits_scale(), Ok(()));
    // unreversed, the first item drags the scale down
    let as_asked = ScoredItems::new(six, &[false; 5]).unwrap();
    let dragged = Reliability::of(&as_asked, &rows).unwrap();
    assert!(dragged.alpha < 0.6 && dragged.item_rest[0].unwrap() < 0.0);
    assert!(dragged.permits_scale().is_err());
}

#[test]
fn alpha_without_each_item_as_psych() {
    let Some(shared) = shared() else { return };
    let reference = json(&shared.join("reference/stats/survey/survey.json"));
    let rows = bfi(&shared, &["A1", "A2", "A3", "A4", "A5"]);
    let six = AnswerScale::new(1, 6).unwrap();
    let items = ScoredItems::new(six, &[true, false, false, false, false]).unwrap();
    let found = Reliability::of(&items, &rows).unwrap();
    for (item, without) in found.alpha_without.iter().enumerate() {
        let theirs = &reference["alpha_drop"][item]["raw_alpha"];
        close(without.unwrap(), theirs, 1e-9, "alpha without an item");
    }
}

#[test]
fn net_agreement_of_real_answers() {
    let Some(shared) = shared() else { return };
    let reference = &json(&shared.join("reference/stats/survey/likert.json"))["net_agreement_A2"];
    let six = AnswerScale::new(1, 6).unwrap();
    let replies = bfi(&shared, &["A2"])
        .into_iter()
        .map(|row| row[0].map_or(Reply::DoNotKnow, Reply::Code));
    let answers = Distribution::of(six, replies).unwrap();
    for (code, count) in (1..=6).zip(answers.counts()) {
        assert_eq!(
            reference["counts"][code.to_string()].as_u64().unwrap(),
            *count
        );
    }
    let net = answers.net_agreement().unwrap();
    close(
        answers.top(2).unwrap().share(),
        &reference["agree_5_6"],
        1e-12,
        "agree",
    );
    close(
        answers.bottom(2).unwrap().share(),
        &reference["disagree_1_2"],
        1e-12,
        "disagree",
    );
    close(net.value(), &reference["net"], 1e-12, "net");
    close(
        net.standard_error(),
        &reference["se_multinomial"],
        1e-12,
        "se",
    );
}

/// The design of one of the school surveys.
fn schools(
    table: &BTreeMap<String, Vec<String>>,
    stratum: Option<&str>,
    cluster: Option<&str>,
) -> SampleDesign {
    let weights = numbers(&table["pw"]);
    let mut population = BTreeMap::new();
    let drawn = weights.iter().enumerate().map(|(row, weight)| {
        let stratum = stratum.map_or(String::new(), |column| table[column][row].clone());
        population.insert(stratum.clone(), table["fpc"][row].parse().unwrap());
        Drawn {
            stratum,
            cluster: cluster.map_or(row.to_string(), |column| table[column][row].clone()),
            weight: *weight,
        }
    });
    let drawn: Vec<Drawn> = drawn.collect();
    SampleDesign::new(drawn, &population).unwrap()
}

#[test]
fn stratified_and_clustered_schools_as_survey() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("reference/stats/survey");
    let reference = json(&folder.join("survey.json"));
    for (name, stratum, cluster) in [
        ("apistrat", Some("stype"), None),
        ("apiclus1", None, Some("dnum")),
    ] {
        let table = columns(&folder.join(format!("data_{name}.csv")));
        let (design, theirs) = (schools(&table, stratum, cluster), &reference[name]);
        let (api00, enroll) = (numbers(&table["api00"]), numbers(&table["enroll"]));
        close(design.degrees_of_freedom(), &theirs["df"], 1e-15, name);
        for (place, values) in [&api00, &enroll].into_iter().enumerate() {
            let mean = design.mean(values).unwrap();
            close(mean.value, &theirs["mean"][place], 1e-12, name);
            close(mean.error.se, &theirs["se"][place], 1e-9, name);
            let (lo, hi) = mean.limits().unwrap();
            close(lo, &theirs["ci"][place][0], 1e-9, name);
            close(hi, &theirs["ci"][place][1], 1e-9, name);
        }
        close(
            design.design_effect(&api00).unwrap(),
            &theirs["deff"],
            1e-9,
            name,
        );
        let total = design.total(&enroll).unwrap();
        close(total.value, &theirs["total"], 1e-12, name);
        close(total.error.se, &theirs["total_se"][0][0], 1e-9, name);
        let ratio = design.ratio(&numbers(&table["api.stu"]), &enroll).unwrap();
        close(ratio.value, &theirs["ratio"], 1e-12, name);
        close(ratio.error.se, &theirs["ratio_se"], 1e-9, name);
    }
}

#[test]
fn signed_ranks_as_r() {
    let Some(shared) = shared() else { return };
    let reference = &json(&shared.join("reference/stats/misc/tests_power.json"))["wilcoxon_paired"];
    for name in ["notie", "zeros", "ties"] {
        // ranks only depend on the order, so the values without ties may be scaled to whole numbers
        let changes: Vec<i16> = reference[name]["x"]
            .as_array()
            .unwrap()
            .iter()
            .map(|x| (10.0 * x.as_f64().unwrap()).round() as i16)
            .collect();
        let found = SignedRank::of(&changes, ZeroRule::Dropped).unwrap();
        close(found.rises, &reference[name]["r_wilcox"]["V"], 1e-12, name);
        if name == "notie" {
            // only without ties R is exact too; else it corrects for continuity, which METHODS does not
            close(
                found.exact_p().unwrap(),
                &reference[name]["r_wilcox"]["p"],
                1e-12,
                name,
            );
        }
    }
}

/// Before and after of the same persons, from a real study: it runs, and says what the raw counts say.
#[test]
fn the_same_persons_twice() {
    let Some(shared) = shared() else { return };
    let table = columns(&shared.join("data/survey/sai_pre_post.csv"));
    let item = Item {
        id: "calm".into(),
        version: 1,
        scale: AnswerScale::new(1, 4).unwrap(),
        reversed: false,
    };
    let mut answers: BTreeMap<(&str, &str), [Option<u8>; 2]> = BTreeMap::new();
    let columns = ["study", "id", "time", "calm"].map(|name| table[name].iter());
    let [studies, ids, times, codes] = columns;
    for (((study, id), time), code) in studies.zip(ids).zip(times).zip(codes) {
        let time = match time.as_str() {
            "1" => 0,
            "2" => 1,
            _ => continue,
        };
        answers.entry((study.as_str(), id.as_str())).or_default()[time] = code.parse().ok();
    }
    let pairs: Vec<(u8, u8)> = answers
        .values()
        .filter_map(|[before, after]| before.zip(*after))
        .collect();
    assert!(pairs.len() > 500, "{}", pairs.len());
    let panel = Panel::new((&item, &item), &pairs).unwrap();
    let up = pairs
        .iter()
        .filter(|(before, after)| after > before)
        .count() as f64;
    let down = pairs
        .iter()
        .filter(|(before, after)| after < before)
        .count() as f64;
    assert!((panel.net_rise().value() - (up - down) / pairs.len() as f64).abs() < 1e-12);
    let test = panel.signed_rank(ZeroRule::Pratt).unwrap();
    assert_eq!(test.z() > 0.0, up > down);
    let boxes = panel.top(2).unwrap();
    assert_eq!(boxes.n() as usize, pairs.len());
    assert!(boxes.mid_p() <= boxes.exact_p());
    say_what_was_found(&panel, &test);
}

/// What a person who looks at this run wants to see (`cargo test -- --nocapture`).
fn say_what_was_found(panel: &Panel, test: &SignedRank) {
    let change = panel.top(2).unwrap().difference().unwrap();
    eprintln!(
        "sai_pre_post, calm: n {}, share in the upper two {:.3} -> {:.3} (difference {:.3}, {:.3} to {:.3}), z {:.2}",
        panel.n(),
        change.before,
        change.after,
        change.difference(),
        change.lo,
        change.hi,
        test.z()
    );
}
