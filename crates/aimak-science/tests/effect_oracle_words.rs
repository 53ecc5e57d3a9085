//! The default estimator, randomisation and Moran's I beside named peers, from the tables beside the repository
//! (`../shared/reference/stats`).
//!
//! Without them the tests say so and pass; `AIMAK_REQUIRE_SHARED=1` turns that into a failure.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use aimak_science::effect::{
    panel::{Balanced, Panel, Start, Unit},
    randomisation::{Direction, Exchange, Randomisation, Statistic},
    staggered::Staggered,
};
use serde_json::Value;

/// A part of the shared reference tables, from the repository or a worktree of it; its absence is loud, and in CI a failure.
fn shared(part: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let part = Path::new("shared/reference/stats").join(part);
    let found = [".", "..", "../.."]
        .into_iter()
        .map(|beside| root.join(beside).join(&part))
        .find(|file| file.is_file());
    let required = std::env::var("AIMAK_REQUIRE_SHARED").is_ok_and(|value| value == "1");
    assert!(
        found.is_some() || !required,
        "AIMAK_REQUIRE_SHARED=1, and {} is missing",
        part.display()
    );
    if found.is_none() {
        #[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
        {
            eprintln!(
                "SKIPPED: {} is missing; this test compared nothing",
                part.display()
            );
        }
    }
    found
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
        shared("cluster/data_baci12.csv"),
        shared("cluster/baci12.json"),
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
