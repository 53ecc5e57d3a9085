//! `aimak diversity` beside vegan, betapart and iNEXT, through the program.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::program::{aimak, arg, root, shared_data};

pub fn reference(name: &str) -> PathBuf {
    root().join("../shared/reference/stats").join(name)
}

/// Rows of a table by column; the first column is the key.
pub fn table(path: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let cells = |line: &str| -> Vec<String> {
        line.split(',')
            .map(|cell| cell.trim_matches('"').to_owned())
            .collect()
    };
    let mut lines = text.lines().map(cells);
    let header = lines.next().unwrap();
    lines
        .map(|row| {
            let by_column = header.iter().cloned().zip(row.iter().cloned());
            (row[0].clone(), by_column.collect())
        })
        .collect()
}

/// A table of plots by species as vegan keeps it, made long.
fn long(from: &Path, to: &Path) {
    let mut text = "plot,species,count\n".to_owned();
    for (plot, row) in table(from) {
        for (species, count) in row.iter().filter(|(name, _)| !name.is_empty()) {
            let _ = writeln!(text, "{plot},{species},{count}");
        }
    }
    std::fs::write(to, text).unwrap();
}

pub fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    let cell = row.get(column).unwrap_or_else(|| panic!("no {column}"));
    cell.parse()
        .unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

pub fn close(found: f64, expected: f64, tolerance: f64, what: &str) {
    let off = (found - expected).abs();
    assert!(
        off <= tolerance * expected.abs().max(1.0),
        "{what}: {found}, {expected}"
    );
}

/// vegan 2.6: `diversity`, `renyi(hill = TRUE)`, `estimateR` of the dune meadows and the mites, plot by plot.
#[test]
fn figures_of_plots_are_those_of_vegan() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    for name in ["dune", "mite"] {
        let (counts, out) = (dir.path().join(name), dir.path().join("out.csv"));
        let counts = counts.with_extension("csv");
        long(&reference(&format!("vegan/data_{name}.csv")), &counts);
        let said = aimak(&[
            "diversity",
            "--counts",
            arg(&counts),
            "--by",
            "plot",
            "--q",
            "0,0.5,1,2,4",
            "--out",
            arg(&out),
        ])
        .good();
        assert!(said.err.contains("lower bounds"), "{}", said.err);
        let found = table(&out);
        let expected = table(&reference(&format!("vegan/alpha_{name}.csv")));
        assert_eq!(found.len(), expected.len());
        for (plot, expected) in &expected {
            let found = &found[plot];
            for (ours, theirs) in [
                ("n", "N"),
                ("s_obs", "S"),
                ("hill_q0", "hill_q0"),
                ("hill_q0.5", "hill_q0.5"),
                ("hill_q1", "hill_q1"),
                ("hill_q2", "hill_q2"),
                ("hill_q4", "hill_q4"),
            ] {
                let what = format!("{name} {plot} {ours}");
                close(number(found, ours), number(expected, theirs), 1e-9, &what);
            }
            // vegan gives no estimate of ACE where every rare species was found once
            if let Ok(theirs) = expected["vegan_S.ACE"].parse::<f64>() {
                let what = format!("{name} {plot} ace");
                close(number(found, "ace"), theirs, 1e-9, &what);
            }
        }
    }
}

/// vegan's `vegdist` and betapart's pairs on the dune meadows.
#[test]
fn every_pair_is_that_of_vegan_and_betapart() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    long(&reference("vegan/data_dune.csv"), &at("dune.csv"));
    for (measure, theirs) in [
        ("bray-curtis", "vegan/dist_dune_bray.csv"),
        ("sorensen", "vegan/dist_dune_bray_binary.csv"),
        ("ruzicka", "vegan/dist_dune_jaccard.csv"),
        ("jaccard", "vegan/dist_dune_jaccard_binary.csv"),
        ("turnover", "betapart/pair_dune_beta.sim.csv"),
        ("nestedness", "betapart/pair_dune_beta.sne.csv"),
        ("jaccard-turnover", "betapart/pair_dune_beta.jtu.csv"),
        ("bray-balanced", "betapart/pairabund_dune_beta.bray.bal.csv"),
        (
            "ruzicka-gradient",
            "betapart/pairabund_dune_beta.ruz.gra.csv",
        ),
    ] {
        aimak(&[
            "diversity",
            "--counts",
            arg(&at("dune.csv")),
            "--by",
            "plot",
            "--matrix",
            arg(&at("matrix.csv")),
            "--measure",
            measure,
            "--out",
            arg(&at("out.csv")),
        ])
        .good();
        let (found, expected) = (table(&at("matrix.csv")), table(&reference(theirs)));
        assert_eq!(found.len(), 20);
        for (plot, row) in &found {
            for (other, value) in row.iter().filter(|(other, _)| *other != "plot") {
                let theirs = number(&expected[plot], other);
                close(
                    value.parse().unwrap(),
                    theirs,
                    1e-12,
                    &format!("{measure} {plot} {other}"),
                );
            }
        }
    }
}

/// iNEXT 3.0: coverage and asymptotic diversity of the spiders, and both sites at the coverage they share.
#[test]
fn spiders_are_compared_as_by_inext() {
    if !shared_data() {
        return;
    }
    let json = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(reference(name)).unwrap()).unwrap()
    };
    let (data, expected) = (
        json("inext/data_abundance.json"),
        json("inext/abundance_estimates.json"),
    );
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let sites = ["spider_Girdled", "spider_Logged"];
    let mut text = "site;species;count\n".to_owned();
    for site in sites {
        for (place, count) in data[site].as_array().unwrap().iter().enumerate() {
            let _ = writeln!(text, "{site};{place};{count}");
        }
    }
    std::fs::write(at("spiders.csv"), text).unwrap();
    let run = |threads: &str, out: &str| {
        aimak(&[
            "diversity",
            "--counts",
            arg(&at("spiders.csv")),
            "--by",
            "site",
            "--coverage",
            "common",
            "--curve",
            arg(&at(&format!("curve-{out}"))),
            "--threads",
            threads,
            "--out",
            arg(&at(out)),
        ])
        .good();
        let bytes = |name: String| std::fs::read(at(&name)).unwrap();
        (bytes(out.to_owned()), bytes(format!("curve-{out}")))
    };
    assert!(
        run("1", "one.csv") == run("3", "three.csv"),
        "any number of threads"
    );
    let found = table(&at("one.csv"));
    for site in sites {
        let (found, expected) = (&found[site], &expected[site]);
        let coverage = expected["info"]["SC"].as_f64().unwrap();
        assert!((number(found, "coverage") - coverage).abs() < 5.1e-5);
        for row in expected["asymptotic"].as_array().unwrap() {
            let q = row["q"].as_f64().unwrap();
            if [0.0, 1.0, 2.0].contains(&q) {
                let what = format!("{site} asymptotic {q}");
                close(
                    number(found, &format!("asymptotic_q{q}")),
                    row["est"].as_f64().unwrap(),
                    1e-9,
                    &what,
                );
            }
        }
        let chao = expected["chao"]["richness"]["Estimator"].as_f64().unwrap();
        assert!((number(found, "chao1_classic") - chao).abs() < 5.1e-4);
        let at_common = number(found, "compared_q0");
        assert!(
            number(found, "compared_q0_low") < at_common
                && at_common < number(found, "compared_q0_high")
        );
    }
    let [girdled, logged] = sites.map(|site| number(&found[site], "compared_coverage"));
    assert!((girdled - logged).abs() < 1e-6, "both at one coverage");
}

#[test]
fn mistakes_are_told_together_and_small_samples_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    std::fs::write(
        at("few.csv"),
        "plot,species,count\nA,Poa,3\nA,Rumex,1\nB,,0\n",
    )
    .unwrap();
    let run = |further: &[&str]| {
        let mut args = vec!["diversity", "--counts"];
        let (counts, out) = (at("few.csv"), at("out.csv"));
        args.extend([arg(&counts), "--by", "plot", "--out", arg(&out)]);
        args.extend(further);
        aimak(&args)
    };
    run(&["--coverage", "0.9"]).good();
    let rows = table(&at("out.csv"));
    assert_eq!(rows["A"]["compared_reason"], "EFFORT_MISSING");
    assert!(rows["A"]["compared_q0"].is_empty());
    assert_eq!(
        (rows["B"]["s_obs"].as_str(), rows["B"]["hill_q1"].as_str()),
        ("0", "")
    );
    let said = run(&["--q=-1,2", "--count", "number", "--json"]);
    assert_eq!(said.code, 1);
    for code in ["diversity-order", "no-field"] {
        assert!(said.out.contains(code), "{}", said.out);
    }
    let said = run(&["--cover", "percent", "--coverage", "common"]);
    assert!(said.err.contains("Cover is no sample"), "{}", said.err);
}
