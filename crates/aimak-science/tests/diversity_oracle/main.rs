//! Diversity beside vegan 2.7-5, iNEXT 3.0.1 and betapart 1.6.1.
//!
//! Their numbers and data lie in `../shared/reference/stats` (licences there) and are read, never committed. Without them the
//! tests say so and pass; `AIMAK_REQUIRE_SHARED=1` turns that into a failure.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod betapart;
mod inext;
#[path = "../shared/mod.rs"]
mod shared;
mod vegan;

use std::collections::BTreeMap;

use aimak_science::diversity::{Individuals, Table};
use shared::shared;

/// A file of the reference; `None`, loudly, where it is missing.
fn reference(name: &str) -> Option<String> {
    let path = shared(&format!("reference/stats/{name}"))?;
    Some(std::fs::read_to_string(path).unwrap())
}

fn json(name: &str) -> Option<serde_json::Value> {
    Some(serde_json::from_str(&reference(name)?).unwrap())
}

/// The rows of a table by the names of its columns; `NA` and blanks are left out.
fn rows(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let text = reference(name)?;
    let split = |line: &str| -> Vec<String> {
        line.split(',')
            .map(|field| field.trim_matches('"').to_owned())
            .collect()
    };
    let mut lines = text.lines();
    let header = split(lines.next().unwrap());
    let row = |line: &str| {
        let named = header.iter().cloned().zip(split(line));
        named
            .filter(|(_, value)| !value.is_empty() && value != "NA")
            .collect()
    };
    Some(lines.map(row).collect())
}

/// The numbers of a table without its first column.
fn numbers(name: &str) -> Option<Vec<Vec<f64>>> {
    let text = reference(name)?;
    let row = |line: &str| -> Vec<f64> {
        line.split(',')
            .skip(1)
            .map(|x| x.parse().unwrap_or(f64::NAN))
            .collect()
    };
    Some(text.lines().skip(1).map(row).collect())
}

/// Counts of a plots-by-species file.
fn counts(name: &str) -> Option<Vec<Vec<u64>>> {
    let whole = |row: Vec<f64>| row.into_iter().map(|x| x as u64).collect();
    Some(numbers(name)?.into_iter().map(whole).collect())
}

fn table(counts: &[Vec<u64>]) -> Table<Individuals> {
    let names: Vec<String> = (0..counts.len().max(counts[0].len()))
        .map(|i| format!("{i:04}"))
        .collect();
    let records = counts.iter().enumerate().flat_map(|(plot, row)| {
        let names = &names;
        row.iter().enumerate().map(move |(species, count)| {
            (
                names[plot].as_str(),
                names[species].as_str(),
                Individuals(*count),
            )
        })
    });
    Table::from_records(records).unwrap()
}

/// Every plot of a table.
fn all(table: &Table<Individuals>) -> Vec<usize> {
    (0..table.plots().len()).collect()
}

fn close(found: f64, expected: f64, relative: f64, what: &str) {
    assert!(
        (found - expected).abs() <= relative * expected.abs().max(1.0),
        "{what}: {found}, expected {expected}"
    );
}
