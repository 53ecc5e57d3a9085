//! The default estimator, randomisation and Moran's I beside named peers, from the tables beside the repository
//! (`../shared/reference/stats`).
//!
//! Without them the tests say so and pass; `AIMAK_REQUIRE_SHARED=1` turns that into a failure.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod shared;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use aimak_science::effect::{
    panel::{Balanced, Panel, Start, Unit},
    power::{Plan, PlannedCohort, VarianceComponents},
    randomisation::{Direction, Exchange, Randomisation, Statistic},
    sensitivity::{Moran, NeighbourWeights, Neighbours},
    staggered::{Against, Design, Staggered, Weighting, Window},
    trial::large_sample,
};
use serde_json::Value;
use shared::shared;

/// A file of the reference tables; `None`, loudly, where it is missing.
fn reference(part: &str) -> Option<PathBuf> {
    shared(&format!("reference/stats/{part}"))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn close(found: f64, expected: &Value, tolerance: f64, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!(
        (found - expected).abs() <= tolerance * expected.abs(),
        "{what}: {found}, expected {expected}"
    );
}

/// Means of the aimaks of `data_baci12.csv`, before and after.
fn baci12(table: &str) -> Balanced {
    let mut sums: BTreeMap<(u32, bool), [(f64, f64); 2]> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [aimak, period, treated] =
            [1, 2, 3].map(|column| fields[column].parse::<u32>().unwrap());
        let sum = &mut sums.entry((aimak, treated == 1)).or_default()[period as usize];
        sum.0 += fields[4].parse::<f64>().unwrap();
        sum.1 += 1.0;
    }
    let units = sums.into_iter().map(|((aimak, treated), sums)| Unit {
        id: format!("{aimak:02}"),
        start: if treated { Start::In(1) } else { Start::Never },
        stratum: String::new(),
        outcomes: sums.map(|(sum, n)| Some(sum / n)).to_vec(),
        covariates: vec![],
    });
    Panel::new(vec![0, 1], vec![], units.collect()).balanced().0
}

#[test]
fn baci12_as_r() {
    let (Some(table), Some(reference)) = (
        reference("cluster/data_baci12.csv"),
        reference("cluster/baci12.json"),
    ) else {
        return;
    };
    let panel = baci12(&fs::read_to_string(table).unwrap());
    let reference = json(&reference);
    let found = Staggered::of(&panel).unwrap();
    let two_stage = &reference["two_stage"];
    close(found.value, &two_stage["diff"], 1e-12, "difference");
    // R took post as the first group's difference: its t has the other sign
    close(-found.statistic(), &two_stage["welch"]["t"], 1e-12, "t");
    close(found.error.df, &two_stage["welch"]["df"], 1e-12, "df");
    close(found.p(), &two_stage["welch"]["p"], 1e-10, "p");
    let exact = &reference["randomisation_exact"];
    let value = Randomisation {
        statistic: Statistic::Value,
        exchange: Exchange::Everywhere,
        ..Randomisation::new(1, "baci12")
    };
    let either = value.test(&panel).unwrap();
    assert_eq!(
        either.arrangements,
        u128::from(exact["n_assignments"].as_u64().unwrap())
    );
    assert_eq!(either.drawn, None);
    close(
        either.p,
        &exact["p_two_sided_abs_ge"],
        1e-12,
        "p either way",
    );
    let rise = Randomisation {
        direction: Direction::Rise,
        ..value
    };
    close(
        rise.test(&panel).unwrap().p,
        &exact["p_greater"],
        1e-12,
        "p of a rise",
    );
}

/// The counties of `data_mpdta.csv` with their log employment.
fn mpdta(table: &str) -> Balanced {
    let mut rows: BTreeMap<String, (Start, BTreeMap<i32, f64>)> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let start = match fields[4].parse().unwrap() {
            0 => Start::Never,
            year => Start::In(year),
        };
        let row = rows
            .entry(fields[1].to_owned())
            .or_insert((start, BTreeMap::new()));
        row.1
            .insert(fields[0].parse().unwrap(), fields[3].parse().unwrap());
    }
    let units = rows.into_iter().map(|(id, (start, outcomes))| Unit {
        id,
        start,
        stratum: String::new(),
        outcomes: outcomes.into_values().map(Some).collect(),
        covariates: vec![],
    });
    Panel::new((2003..=2007).collect(), vec![], units.collect())
        .balanced()
        .0
}

#[test]
fn mpdta_as_did() {
    let (Some(table), Some(reference)) = (
        reference("did/data_mpdta.csv"),
        reference("did/mpdta_did_2.5.1.json"),
    ) else {
        return;
    };
    let panel = mpdta(&fs::read_to_string(table).unwrap());
    assert_eq!(panel.len(), 500);
    let reference = json(&reference);
    let mut compared = 0;
    for (against, name) in [
        (Against::NeverTreated, "nevertreated"),
        (Against::NotYetTreated, "notyettreated"),
    ] {
        let aggregations = &reference[format!("{name}.dr.none.universal.ant0")]["agg"];
        for aggregation in aggregations.as_array().unwrap() {
            let overall = |weighting| {
                Staggered::under(
                    &panel,
                    Window::Post,
                    Design {
                        weighting,
                        against,
                        anticipation: 0,
                    },
                )
                .unwrap()
            };
            match aggregation["type"].as_str().unwrap() {
                "simple" => close(
                    overall(Weighting::UnitPeriods).value,
                    &aggregation["overall_att"],
                    1e-11,
                    "simple",
                ),
                "group" => close(
                    overall(Weighting::Units).value,
                    &aggregation["overall_att"],
                    1e-11,
                    "group",
                ),
                "dynamic" => {
                    let design = Design {
                        against,
                        ..Design::default()
                    };
                    let found: BTreeMap<i32, Staggered> = Staggered::by_exposure(&panel, design)
                        .into_iter()
                        .map(|(exposure, effect)| (exposure, effect.unwrap()))
                        .collect();
                    for (place, exposure) in
                        aggregation["egt"].as_array().unwrap().iter().enumerate()
                    {
                        let exposure = exposure.as_i64().unwrap() as i32;
                        if exposure == -1 {
                            continue;
                        }
                        let what = format!("{name} {exposure}");
                        close(
                            found[&exposure].value,
                            &aggregation["att"][place],
                            1e-10,
                            &what,
                        );
                        // 191 treated of 500: n − 1 for n and fixed weights are all that differ
                        close(
                            found[&exposure].error.se,
                            &aggregation["se"][place],
                            0.05,
                            &what,
                        );
                        compared += 1;
                    }
                }
                _ => continue,
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 20);
    // the large-sample error that trials warn of is that of did, to its digits
    let naive = large_sample(&panel).unwrap();
    let simple = &reference["nevertreated.dr.none.varying.ant0"]["agg"][0];
    close(naive.att, &simple["overall_att"], 1e-11, "value");
    close(
        naive.se().unwrap(),
        &simple["overall_se"],
        1e-11,
        "standard error",
    );
}

#[test]
fn meuse_as_spdep() {
    let files = [
        "spatial/data_meuse.csv",
        "spatial/neighbours_meuse_knn5.json",
        "spatial/moran_geary_meuse.json",
    ];
    let [Some(table), Some(lists), Some(reference)] = files.map(reference) else {
        return;
    };
    let table = fs::read_to_string(table).unwrap();
    let column = |column: usize| -> Vec<f64> {
        let fields = table
            .lines()
            .skip(1)
            .map(|line| line.split(',').nth(column).unwrap());
        fields.map(|field| field.parse().unwrap()).collect()
    };
    let (x, y, zinc) = (column(0), column(1), column(5));
    let lists: Vec<Vec<usize>> = serde_json::from_value(json(&lists)).unwrap();
    // R counts from 1
    let lists = lists
        .into_iter()
        .map(|list| list.into_iter().map(|unit| unit - 1).collect());
    let near = Neighbours::new(lists.collect());
    let places: Vec<[f64; 2]> = x.into_iter().zip(y).map(|(x, y)| [x, y]).collect();
    assert_eq!(Neighbours::nearest(&places, 5), near);
    let log: Vec<f64> = zinc.iter().map(|zinc| zinc.ln()).collect();
    let reference = json(&reference);
    for (style, style_name) in [
        (NeighbourWeights::RowStandardised, "W"),
        (NeighbourWeights::Binary, "B"),
    ] {
        for (values, value_name) in [(&zinc, "zinc"), (&log, "logzinc")] {
            let name = format!("knn5.{style_name}.{value_name}");
            let expected = &reference[&name];
            let found = Moran::of(values, &near, style).unwrap();
            close(found.i, &expected["I"], 1e-11, &name);
            close(found.expected, &expected["EI"], 1e-12, &name);
            close(found.variance, &expected["VarI_rand"], 1e-9, &name);
            close(found.z(), &expected["z_rand"], 1e-9, &name);
        }
    }
}

#[test]
fn smallest_detectable_effects_beside_r() {
    let Some(reference) = reference("misc/tests_power.json") else {
        return;
    };
    let reference = &json(&reference)["power"];
    // two waves whose change has variance 1: a two-sample t test
    let plan = |treated, comparison| Plan {
        cohorts: vec![PlannedCohort {
            waves_before: 1,
            units: treated,
        }],
        comparison,
        waves: 2,
        plots: 1,
        revisited: false,
        chance: VarianceComponents {
            aimak_shock_sd: 0.5_f64.sqrt(),
            autocorrelation: 0.0,
            plot_sd: 0.0,
            revisit_correlation: 0.0,
        },
    };
    let detectable =
        |treated, comparison| plan(treated, comparison).smallest_detectable(1).unwrap();
    // R takes the non-central t
    close(
        detectable(14, 14),
        &reference["mdd_two_14_14"],
        3e-4,
        "14 and 14",
    );
    close(
        plan(30, 30).power(0.5).unwrap(),
        &reference["t_two_n30_d05"],
        0.01,
        "30 and 30",
    );
    // and with unequal sides one common variance: Welch has fewer degrees of freedom, so ours is larger, by some percent
    for (treated, comparison, name) in [(14, 28, "mdd_two_14_28_unequal"), (7, 14, "mdd_two_7_14")]
    {
        let ratio = detectable(treated, comparison) / reference[name].as_f64().unwrap();
        assert!((1.0..1.04).contains(&ratio), "{name}: {ratio}");
    }
}
