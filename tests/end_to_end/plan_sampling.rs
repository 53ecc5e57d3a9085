//! How many plots it takes, against the figures of METHODS and of R.

use std::{fmt::Write as _, path::Path};

use serde_json::Value;

use crate::program::{Said, aimak, arg, table};

fn plan(dir: &Path, options: &[&str]) -> Said {
    let out = dir.join("plan.csv");
    let line = [&["plan-sampling", "--out", arg(&out)], options].concat();
    aimak(&line)
}

fn plots(said: &Said) -> Vec<(String, u64)> {
    let json = said.json();
    let plans = json["plans"].as_array().unwrap().iter();
    let one = |plan: &Value| {
        let visits = plan["visits"].as_str().unwrap().to_owned();
        (visits, plan["plots"].as_u64().unwrap())
    };
    plans.map(one).collect()
}

/// METHODS A.9: s 12 and r 0.875 leave 6 of a plot's change; 34 plots show 3, 20 show 3.9632; unpaired 20 show 10.9120 and, by
/// R 4 (`qt`), it takes 253 to show 3.
#[test]
fn worked_figures_come_out_of_the_whole_program() {
    let dir = tempfile::tempdir().unwrap();
    let options = [
        "--sd",
        "12",
        "--correlation",
        "0.875",
        "--change",
        "3",
        "--json",
    ];
    let said = plan(dir.path(), &options).good();
    assert_eq!(
        plots(&said),
        [("paired".to_owned(), 34), ("independent".to_owned(), 253)]
    );
    assert!(said.err.contains("is a guess"), "{}", said.err);
    let rows = table(&dir.path().join("plan.csv"));
    let smallest = |visits: &str| -> f64 {
        let row = rows
            .iter()
            .find(|row| row["visits"] == visits && row["plots"] == "20");
        row.unwrap()["smallest_change"].parse().unwrap()
    };
    assert!((smallest("paired") - 3.963_173).abs() < 5e-6);
    assert!((smallest("independent") - 10.912_05).abs() < 5e-5);
    let enough: Vec<_> = rows
        .iter()
        .filter(|row| row["enough"] == "yes" && row["visits"] == "paired")
        .map(|row| row["plots"].as_str())
        .collect();
    assert_eq!(enough.first(), Some(&"34"));
}

/// Five plots a stratum: s 2 (variance of 1, 1, 3, 5, 5 is 4) and 4; with areas 3 to 1 both strata weigh W·s 1.5 and 1.
#[test]
fn strata_of_a_pilot_share_the_plots_by_area_and_spread() {
    let dir = tempfile::tempdir().unwrap();
    let pilot = dir.path().join("pilot.csv");
    let mut text = "land,soc\n".to_owned();
    for value in [1, 1, 3, 5, 5] {
        let _ = write!(text, "field,{value}\npasture,{}\n", 2 * value);
    }
    std::fs::write(&pilot, text).unwrap();
    let common = [
        "--pilot",
        arg(&pilot),
        "--value",
        "soc",
        "--stratum",
        "land",
    ];
    let options = [
        &common[..],
        &[
            "--areas",
            "field=300,pasture=100",
            "--change",
            "2",
            "--json",
        ],
    ]
    .concat();
    let said = plan(dir.path(), &options).good();
    let json = said.json();
    assert_eq!(json["pilot_plots"], 10);
    let strata = json["plans"][0]["strata"].as_array().unwrap();
    let (field, pasture) = (
        strata[0]["plots"].as_f64().unwrap(),
        strata[1]["plots"].as_f64().unwrap(),
    );
    // Neyman: 3 to 2, to the nearest whole plot
    assert!(
        (field - 0.6 * (field + pasture)).abs() <= 0.5,
        "{field} {pasture}"
    );
    assert!(said.err.contains("pasture"), "{}", said.err);

    let areas = [
        &common[..],
        &["--areas", "field=300,forest=100", "--change", "2"],
    ]
    .concat();
    let refused = plan(dir.path(), &areas);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("do not agree"), "{}", refused.err);
}

#[test]
fn plans_without_spread_or_change_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    for (options, words) in [
        (&["--change", "3"][..], "how much plots differ"),
        (&["--sd", "0", "--change", "3"], "how much plots differ"),
        (&["--sd", "12", "--change", "0"], "cannot be"),
        (&["--sd", "12", "--change", "1e-9"], "cannot be"),
        (
            &["--sd", "12", "--correlation", "1.5", "--change", "3"],
            "cannot be",
        ),
    ] {
        let said = plan(dir.path(), options);
        assert_eq!(said.code, 1, "{options:?}");
        assert!(said.err.contains(words), "{options:?}: {}", said.err);
        assert!(!dir.path().join("plan.csv").exists());
    }
}
