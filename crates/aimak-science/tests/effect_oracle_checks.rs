//! Check estimators beside named peers: tables of `../shared/reference/stats`, and small ones kept in `tests/oracle`.
//!
//! Without `../shared` the tests that need it say so; with `AIMAK_REQUIRE_SHARED=1` its absence is a failure. A reference value
//! never comes from our own output.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod shared;

use std::path::Path;

use aimak_science::effect::{
    before_after_control::BeforeAfterControl,
    cluster_robust::{ClusterRobust, ClusteredRegression},
    interrupted::InterruptedSeries,
    matching::{
        Matching, Reuse,
        distance::{Distance, between, places},
        propensity::logits,
    },
    paired::PairedChange,
    serial::Serial,
    synthetic::{SyntheticDifference, simplex::Simplex},
    weather::{RainResidual, RainTrend, Water},
    wild_bootstrap::{Weights, WildBootstrap},
};
use serde_json::Value;
use shared::shared;

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn close(found: f64, expected: f64, tolerance: f64, what: &str) {
    let allowed = tolerance * expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= allowed,
        "{what}: {found}, expected {expected}"
    );
}

/// Plots of 12 aimaks in two periods, as (aimak, period, treated, y, post).
fn baci12(folder: &Path) -> Vec<[f64; 5]> {
    let text = std::fs::read_to_string(folder.join("cluster/data_baci12.csv")).unwrap();
    let row = |line: &str| -> [f64; 5] {
        let fields: Vec<f64> = line
            .split(',')
            .map(|field| field.parse().unwrap())
            .collect();
        fields[1..].try_into().unwrap()
    };
    text.lines().skip(1).map(row).collect()
}

fn regression(rows: &[[f64; 5]]) -> ClusteredRegression {
    let column = |i: usize| rows.iter().map(|row| row[i]).collect::<Vec<f64>>();
    let columns = [vec![1.0; rows.len()], column(2), column(1), column(4)];
    let clusters: Vec<usize> = rows.iter().map(|row| row[0] as usize).collect();
    ClusteredRegression::of(&columns, &column(3), &clusters, 3).unwrap()
}

/// Changes of the aimak means of one side.
fn changes(rows: &[[f64; 5]], treated: f64) -> Vec<f64> {
    let mean = |aimak: f64, period: f64| {
        let of: Vec<f64> = rows
            .iter()
            .filter(|row| row[0] == aimak && row[1] == period)
            .map(|row| row[3])
            .collect();
        of.iter().sum::<f64>() / of.len() as f64
    };
    let aimaks = (1..=12).map(f64::from);
    let side = aimaks.filter(|aimak| rows.iter().any(|row| row[0] == *aimak && row[2] == treated));
    side.map(|aimak| mean(aimak, 1.0) - mean(aimak, 0.0))
        .collect()
}

#[test]
fn cluster_robust_errors_as_club_sandwich() {
    let Some(folder) = shared("reference/stats") else {
        return;
    };
    let expected = json(&folder.join("cluster/baci12.json"));
    let found = regression(&baci12(&folder));
    let kinds = [
        ("CR0", ClusterRobust::Cr0),
        ("CR1", ClusterRobust::Cr1),
        ("CR1S", ClusterRobust::Cr1S),
        ("CR2", ClusterRobust::Cr2),
        ("CR3", ClusterRobust::Cr3),
    ];
    let tables = expected["cr"].as_array().unwrap();
    assert_eq!(tables.len(), kinds.len());
    for (table, (name, kind)) in tables.iter().zip(kinds) {
        assert_eq!(table["type"], name);
        let row = &table["table"][0];
        let error = found.error(kind).unwrap();
        close(found.coefficient, number(&row["beta"]), 1e-12, name);
        close(error.se, number(&row["SE"]), 1e-12, name);
        close(error.df, number(&row["df_Satt"]), 1e-10, name);
    }
}

#[test]
fn difference_of_changes_as_r() {
    let Some(folder) = shared("reference/stats") else {
        return;
    };
    let expected = &json(&folder.join("cluster/baci12.json"))["two_stage"];
    let rows = baci12(&folder);
    let found = BeforeAfterControl::of_changes(&changes(&rows, 1.0), &changes(&rows, 0.0)).unwrap();
    close(
        found.difference,
        number(&expected["diff"]),
        1e-12,
        "difference",
    );
    close(
        found.error.df,
        number(&expected["welch"]["df"]),
        1e-10,
        "df",
    );
    close(found.p(), number(&expected["welch"]["p"]), 1e-10, "p");
    close(
        -found.difference / found.error.se,
        number(&expected["welch"]["t"]),
        1e-10,
        "t",
    );
}

#[test]
fn wild_bootstrap_over_all_signs() {
    let Some(folder) = shared("reference/stats") else {
        return;
    };
    let expected = json(&folder.join("cluster/wild_baci12.json"));
    let regression = regression(&baci12(&folder));
    let wild = WildBootstrap::new(&regression, Weights::Rademacher, 1);
    let found = wild.p(0.0);
    let table = &expected["baci12_WCR11_rademacher_full"];
    assert_eq!((found.draws, found.exact), (4096, true));
    assert_eq!(found.ties_counted, number(&table["p_two_tailed"]));
    assert_eq!(found.strict, number(&table["p_strict_gt"]));
    // the whole function of p, null by null
    let function = &expected["baci12_pvalue_function"];
    let (nulls, expected_p) = (numbers(&function["r"]), numbers(&function["p"]));
    assert_eq!(nulls.len(), 49);
    for (null, expected) in nulls.iter().zip(&expected_p) {
        assert_eq!(wild.p(*null).ties_counted, *expected, "null {null}");
    }
    // the limits lie between the nulls where the peer's p crosses 5 %
    let (lo, hi) = wild.limits().unwrap();
    let kept: Vec<f64> = nulls
        .iter()
        .zip(&expected_p)
        .filter(|(_, p)| **p >= 0.05)
        .map(|(null, _)| *null)
        .collect();
    let step = nulls[1] - nulls[0];
    assert!(kept[0] - step <= lo && lo <= kept[0]);
    assert!(kept[kept.len() - 1] <= hi && hi <= kept[kept.len() - 1] + step);
}

#[test]
fn one_treated_aimak_is_refused_an_error_and_its_bootstrap_is_the_peers() {
    let Some(folder) = shared("reference/stats") else {
        return;
    };
    let expected = &json(&folder.join("cluster/wild_baci12.json"))["one_treated_of_8_WCR"];
    let rows = baci12(&folder);
    // the first treated aimak and the seven of the comparison
    let kept: Vec<[f64; 5]> = rows
        .into_iter()
        .filter(|row| row[0] == 1.0 || row[2] == 0.0)
        .collect();
    let regression = regression(&kept);
    close(
        regression.coefficient,
        number(&expected["b"]),
        1e-12,
        "coefficient",
    );
    assert!(regression.error(ClusterRobust::Cr2).is_err());
    let found = WildBootstrap::new(&regression, Weights::Rademacher, 1).p(0.0);
    assert_eq!(found.draws, 256);
    assert_eq!(found.ties_counted, number(&expected["p_two_tailed"]));
    assert_eq!(found.strict, number(&expected["p_strict_gt"]));
}

#[test]
fn six_point_weights_near_wildboottest() {
    let Some(folder) = shared("reference/stats") else {
        return;
    };
    let expected =
        &json(&folder.join("cluster/wild_baci12.json"))["wildboottest_pkg_mc"]["webb"][0];
    let regression = regression(&baci12(&folder));
    let found = WildBootstrap::new(&regression, Weights::Webb, 1).p(0.0);
    // 9,999 draws: standard error 0.0044
    close(
        found.ties_counted,
        number(&expected["p-value"]),
        0.015,
        "Webb",
    );
}

#[test]
fn sign_flips_over_all_signs() {
    let Some(folder) = shared("reference/stats") else {
        return;
    };
    let p_of = |changes: &[f64]| {
        let pairs: Vec<(f64, f64)> = changes.iter().map(|change| (0.0, *change)).collect();
        let found = PairedChange::of(&pairs).unwrap();
        (found.sign_flip(0), found.error.limits(found.mean))
    };
    let tests = json(&folder.join("misc/tests_power.json"));
    for name in ["notie", "zeros", "ties"] {
        let expected = &tests["wilcoxon_paired"][name];
        let (found, (lo, hi)) = p_of(&numbers(&expected["x"]));
        assert_eq!(
            (found.p, found.exact),
            (number(&expected["signflip_exact_p"]), true),
            "{name}"
        );
        close(lo, number(&expected["t"]["lo"]), 1e-9, name);
        close(hi, number(&expected["t"]["hi"]), 1e-9, name);
    }
    let treated = &json(&folder.join("cluster/wild_baci12.json"))["signflip_treated"];
    assert_eq!(p_of(&numbers(&treated["x"])).0.p, number(&treated["p"]));
}

fn checks() -> Value {
    serde_json::from_str(include_str!("oracle/effect_checks.json")).unwrap()
}

fn matrix(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

#[test]
fn shares_as_quadprog() {
    let cases = checks();
    let cases = cases["simplex"].as_array().unwrap();
    assert_eq!(cases.len(), 4);
    for case in cases {
        let ridge = number(&case["ridge"]);
        let found =
            Simplex::new(&matrix(&case["columns"]), &numbers(&case["target"]), ridge).shares();
        for (share, expected) in found.iter().zip(numbers(&case["weights"])) {
            close(*share, expected, 1e-9, &format!("ridge {ridge}"));
        }
    }
}

#[test]
fn synthetic_difference_as_quadprog_and_near_the_packages() {
    let case = &checks()["synthetic"];
    let rows = matrix(&case["outcomes"]);
    let split = number(&case["comparison"]) as usize;
    let before = number(&case["before"]) as usize;
    let found = SyntheticDifference::of_rows(&rows[split..], &rows[..split], before).unwrap();
    close(found.effect, number(&case["estimate"]), 1e-7, "effect");
    for (shares, name, tolerance) in [
        (&found.unit_shares, "unit_weights", 1e-9),
        (&found.period_shares, "time_weights", 1e-7),
    ] {
        for (share, expected) in shares.iter().zip(numbers(&case[name])) {
            close(*share, expected, tolerance, name);
        }
    }
    let placebos = found.placebos(1).unwrap();
    assert_eq!(placebos.effects.len() as f64, number(&case["placebos"]));
    close(
        placebos.error.se,
        number(&case["placebo_se"]),
        1e-6,
        "placebo error",
    );
    // packages stop their Frank–Wolfe early, and draw placebos
    let package = &case["diff_diff_3_13_0"];
    close(
        found.effect,
        number(&package["estimate"]),
        1e-5,
        "diff-diff",
    );
    close(
        placebos.error.se,
        number(&package["placebo_se_500_draws"]),
        0.03,
        "diff-diff placebos",
    );
    close(
        found.effect,
        number(&case["synthdid_py_0_1_0_estimate"]),
        1e-5,
        "synthdid-py",
    );
}

#[test]
fn interrupted_series_as_lm_and_sandwich() {
    let case = &checks()["interrupted"];
    let y = numbers(&case["y"]);
    let years: Vec<i32> = (1..=y.len() as i32).collect();
    let start = number(&case["start"]) as i32;
    let found = |serial| InterruptedSeries::of_difference(&years, &y, start, serial).unwrap();
    let coefficients = numbers(&case["coefficients"]);
    let independent = found(Serial::Independent);
    close(independent.jump.value, coefficients[2], 1e-10, "jump");
    close(independent.bend.value, coefficients[3], 1e-10, "bend");
    close(
        independent.mean_after.value,
        number(&case["mean_after"]),
        1e-10,
        "mean after",
    );
    close(
        independent.mean_after.error.se,
        number(&case["mean_after_se"]),
        1e-10,
        "its error",
    );
    let first_order = found(Serial::FirstOrder);
    close(first_order.likeness, number(&case["rho"]), 1e-9, "rho");
    let rho = number(&case["rho"]);
    close(independent.jump.error.df, 12.0, 1e-12, "df");
    let shrunk = 12.0 * (1.0 - rho) / (1.0 + rho);
    close(first_order.jump.error.df, shrunk, 1e-8, "df");
    let mut cases = vec![
        (independent, "ols_se".to_owned()),
        (first_order, "first_order".to_owned()),
    ];
    for lag in 0..4 {
        cases.push((
            found(Serial::NeweyWest { lag }),
            format!("newey_west_{lag}"),
        ));
    }
    for (found, name) in cases {
        let expected = numbers(&case[&name]);
        close(found.jump.error.se, expected[2], 1e-9, &name);
        close(found.bend.error.se, expected[3], 1e-9, &name);
    }
}

#[test]
fn logits_distances_and_balance_as_r() {
    let case = &checks()["matching"];
    let (first, second) = (numbers(&case["x1"]), numbers(&case["x2"]));
    let treated: Vec<bool> = numbers(&case["treated"])
        .iter()
        .map(|x| *x == 1.0)
        .collect();
    let covariates: Vec<Vec<f64>> = first
        .iter()
        .zip(&second)
        .map(|(a, b)| vec![*a, *b])
        .collect();
    let found = logits(&covariates, &treated).unwrap();
    for (found, expected) in found.iter().zip(numbers(&case["linear"])) {
        close(*found, expected, 1e-8, "logit");
    }
    let places = places(Distance::Mahalanobis, &covariates, &treated).unwrap();
    let side = |of: bool| {
        (0..treated.len())
            .filter(|i| treated[*i] == of)
            .collect::<Vec<_>>()
    };
    let expected = matrix(&case["mahalanobis"]);
    for (i, row) in side(true).into_iter().zip(&expected) {
        for (j, expected) in side(false).into_iter().zip(row) {
            close(between(&places[i], &places[j]), *expected, 1e-9, "distance");
        }
    }
    let matching = Matching {
        distance: Distance::Propensity,
        neighbours: 1,
        reuse: Reuse::Allowed,
        caliper: None,
    };
    let matched = matching
        .of_changes(&vec![0.0; treated.len()], &covariates, &treated)
        .unwrap();
    for (j, balance) in matched.balance.iter().enumerate() {
        close(
            balance.before.unwrap(),
            numbers(&case["smd"])[j],
            1e-10,
            "standardised difference",
        );
        close(
            balance.ratio_before.unwrap(),
            numbers(&case["variance_ratio"])[j],
            1e-10,
            "ratio",
        );
    }
}

#[test]
fn rain_as_lm() {
    let case = &checks()["weather"];
    let years: Vec<i32> = numbers(&case["years"])
        .iter()
        .map(|year| *year as i32)
        .collect();
    let (rain, outcome) = (numbers(&case["rain"]), numbers(&case["outcome"]));
    let seen: Vec<Option<f64>> = outcome.iter().copied().map(Some).collect();
    let found = RainResidual::of(&years, &seen, &rain, |_| true, Water::RainOnRainFed).unwrap();
    close(
        found.intercept,
        number(&case["intercept"]),
        1e-12,
        "intercept",
    );
    close(found.slope, number(&case["slope"]), 1e-12, "slope");
    close(found.p, number(&case["slope_p"]), 1e-12, "p");
    close(found.r_squared, number(&case["r_squared"]), 1e-12, "R²");
    let mean = outcome.iter().sum::<f64>() / outcome.len() as f64;
    for (adjusted, residual) in found.adjusted.iter().zip(numbers(&case["residuals"])) {
        close(adjusted.unwrap() - mean, residual, 1e-12, "residual");
    }
    let trend = RainTrend::of(&years, &outcome, &rain, Water::RainOnRainFed).unwrap();
    close(trend.plain, number(&case["trend"]), 1e-12, "trend");
    close(
        trend.plain_error.se,
        number(&case["trend_se"]),
        1e-12,
        "its error",
    );
    close(
        trend.adjusted,
        number(&case["adjusted_trend"]),
        1e-12,
        "adjusted trend",
    );
    close(
        trend.adjusted_error.se,
        number(&case["adjusted_trend_se"]),
        1e-12,
        "its error",
    );
    close(trend.p, number(&case["adjusted_trend_p"]), 1e-10, "its p");
}
