//! Numbers of named peers, kept as small tables beside this file. A reference value never comes from our own output.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::{collections::BTreeMap, path::Path};

use aimak_science::{
    diversity::{Sample, hill::hill_number},
    soil::stock::MonotoneSpline,
};

/// The lines of an oracle table: comments and rows without the header.
fn table(name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/oracle")
        .join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let (comments, lines): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.starts_with('#'));
    let fields = |line: &&str| line.split(',').map(str::to_owned).collect();
    (
        comments.iter().map(|line| (*line).to_owned()).collect(),
        lines.iter().skip(1).map(fields).collect(),
    )
}

fn numbers(text: &str) -> Vec<f64> {
    text.split(' ')
        .map(|number| number.parse().unwrap())
        .collect()
}

fn close(found: f64, expected: f64, relative: f64, what: &str) {
    assert!(
        (found - expected).abs() <= relative * expected.abs().max(1.0),
        "{what}: {found}, expected {expected}"
    );
}

#[test]
fn coverage_and_richness_as_inext() {
    let (comments, rows) = table("coverage.csv");
    let mut samples = BTreeMap::new();
    for line in comments
        .iter()
        .filter_map(|line| line.strip_prefix("# counts "))
    {
        let mut words = line.split(' ');
        let (name, kind) = (words.next().unwrap(), words.next().unwrap());
        let counts: Vec<u64> = words.map(|count| count.parse().unwrap()).collect();
        let sample = match kind.strip_prefix("plots=") {
            Some(plots) => Sample::of_plots(&counts, plots.parse().unwrap()),
            None => Sample::of_individuals(&counts),
        };
        samples.insert(name.to_owned(), sample);
    }
    assert!(rows.len() > 30);
    for row in rows {
        let sample = &samples[&row[0]];
        let (at, expected) = (
            row[2].parse::<f64>().unwrap(),
            row[3].parse::<f64>().unwrap(),
        );
        let what = row.join(",");
        match row[1].as_str() {
            "coverage_at" => close(sample.coverage_at(at as u64), expected, 1e-9, &what),
            "richness_at" => close(sample.richness_at(at as u64), expected, 1e-9, &what),
            "richness_at_coverage" => close(
                sample.richness_at_coverage(at).unwrap(),
                expected,
                1e-4,
                &what,
            ),
            other => panic!("unknown quantity {other}"),
        }
    }
}

#[test]
fn hill_numbers_as_vegan() {
    for row in table("hill.csv").1 {
        let hill = hill_number(&numbers(&row[0]), row[1].parse().unwrap()).unwrap();
        close(hill, row[2].parse().unwrap(), 1e-9, &row.join(","));
    }
}

#[test]
fn monotone_spline_as_r() {
    for row in table("monotone_spline.csv").1 {
        let (mass, carbon) = (numbers(&row[0]), numbers(&row[1]));
        let found = MonotoneSpline::new(&mass, &carbon).at(row[2].parse().unwrap());
        close(found, row[3].parse().unwrap(), 1e-8, &row.join(","));
    }
}
