//! What do others find on the same maps: landscapemetrics of R, the worked example of METHODS, and plain definitions?

use std::{collections::BTreeMap, ops::Range};

use ndarray::Array2;
use proptest::prelude::*;

use super::{
    ALL, Connectivity, Landscape, Patches, Pattern, Rules,
    catalogue::{Level, by_id},
};
use crate::methods::interval::variance;

/// A small map with random classes from 1 and holes.
pub(super) fn random_landscape(
    side: Range<usize>,
    classes: u8,
) -> impl Strategy<Value = Landscape> {
    (side.clone(), side, 1u8..=9).prop_flat_map(move |(rows, cols, tenths)| {
        let cell = prop::option::weighted(f64::from(tenths) / 10.0, 1..=classes);
        prop::collection::vec(cell, rows * cols).prop_filter_map("no cell", move |cells| {
            Landscape::of_cells((rows, cols), 10.0, |cell| cells[cell]).ok()
        })
    })
}

/// Patches by flood fill from each first cell.
pub(super) fn flooded_labels(
    landscape: &Landscape,
    connectivity: Connectivity,
) -> Array2<Option<u32>> {
    let (rows, cols) = landscape.dim();
    let mut labels = Array2::from_elem((rows, cols), None);
    let mut next = 0;
    for start in ndarray::indices((rows, cols)) {
        let class = landscape.class_at(start.0, start.1);
        if class.is_none() || labels[start].is_some() {
            continue;
        }
        let mut open = vec![start];
        while let Some((row, col)) = open.pop() {
            if labels[(row, col)].is_some() || landscape.class_at(row, col) != class {
                continue;
            }
            labels[(row, col)] = Some(next);
            for r in row.saturating_sub(1)..rows.min(row + 2) {
                for c in col.saturating_sub(1)..cols.min(col + 2) {
                    if connectivity == Connectivity::Eight || r == row || c == col {
                        open.push((r, c));
                    }
                }
            }
        }
        next += 1;
    }
    labels
}

/// Squared distance in cells between every ordered pair of patches of one class, from all pairs of cells.
pub(super) fn pair_distances(
    landscape: &Landscape,
    patches: &Patches,
) -> BTreeMap<(u32, u32), u64> {
    let labels = patches.labels();
    let mut nearest = BTreeMap::new();
    let cells: Vec<_> = ndarray::indices(landscape.dim())
        .into_iter()
        .filter(|place| labels.valid[*place])
        .collect();
    for a in &cells {
        for b in &cells {
            let (one, other) = (labels.values[*a], labels.values[*b]);
            if one != other && landscape.class_at(a.0, a.1) == landscape.class_at(b.0, b.1) {
                let squared = (a.0.abs_diff(b.0).pow(2) + a.1.abs_diff(b.1).pow(2)) as u64;
                let known = nearest.entry((one, other)).or_insert(squared);
                *known = squared.min(*known);
            }
        }
    }
    nearest
}

/// The lines of a table without comments.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split(',').collect())
}

fn map_30x30() -> Landscape {
    let cells: Vec<u8> = rows(include_str!("../../tests/oracle/landscape_map_30x30.csv"))
        .flatten()
        .map(|class| class.parse().unwrap())
        .collect();
    Landscape::of_cells((30, 30), 1.0, |cell| Some(cells[cell])).unwrap()
}

fn close(found: f64, expected: f64, what: &str) {
    let tolerance = 1e-9 * expected.abs();
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, expected {expected}"
    );
}

#[test]
fn landscape_level_as_landscapemetrics() {
    let landscape = map_30x30();
    let pattern = Pattern::new(&landscape, Rules::default());
    let mut compared = 0;
    for row in rows(include_str!(
        "../../tests/oracle/landscapemetrics_landscape.csv"
    ))
    .skip(1)
    {
        let (metric, expected) = (row[0], row[1].parse().unwrap());
        let Some(Level::Landscape(value)) = by_id(&format!("l_{metric}")).map(|m| m.level) else {
            panic!("{metric} is not a metric of the landscape");
        };
        close(value(&pattern).unwrap(), expected, metric);
        compared += 1;
    }
    // all but PROX_MN and CONNECT, which landscapemetrics does not have
    let of_landscape = ALL
        .iter()
        .filter(|m| matches!(m.level, Level::Landscape(_)));
    assert_eq!(compared, of_landscape.count() - 2);
}

#[test]
fn class_level_as_landscapemetrics() {
    let landscape = map_30x30();
    let pattern = Pattern::new(&landscape, Rules::default());
    let mut compared = 0;
    for row in rows(include_str!(
        "../../tests/oracle/landscapemetrics_class.csv"
    ))
    .skip(1)
    {
        let (class, metric, expected) = (row[0].parse().unwrap(), row[1], row[2].parse().unwrap());
        let Some(Level::Class(value)) = by_id(&format!("c_{metric}")).map(|m| m.level) else {
            panic!("{metric} is not a metric of classes");
        };
        close(value(&pattern, class).unwrap(), expected, metric);
        compared += 1;
    }
    let of_classes = ALL.iter().filter(|m| matches!(m.level, Level::Class(_)));
    assert_eq!(compared, 3 * (of_classes.count() - 2));
}

#[test]
fn spread_of_patches_as_landscapemetrics() {
    // enn_sd and area_sd of the landscape: every single patch takes part
    let landscape = map_30x30();
    let pattern = Pattern::new(&landscape, Rules::default());
    for (id, expected) in [
        ("p_enn", 1.463_534_403_827_78),
        ("p_area", 0.004_534_290_281_817_91),
    ] {
        let Some(Level::Patch(values)) = by_id(id).map(|m| m.level) else {
            panic!("{id} is not a metric of patches");
        };
        let values: Vec<f64> = values(&pattern).into_iter().flatten().collect();
        assert_eq!(values.len(), 28);
        close(variance(&values).unwrap().sqrt(), expected, id);
    }
}

#[test]
fn worked_example_of_methods() {
    // METHODS E.7 and `E.land` of the test vectors: 5 x 5 cells of 10 m
    let grid = ["11222", "11233", "12233", "12223", "11122"];
    let landscape = Landscape::of_cells((5, 5), 10.0, |cell| {
        Some(grid[cell / 5].as_bytes()[cell % 5] - b'0')
    })
    .unwrap();
    for connectivity in [Connectivity::Eight, Connectivity::Four] {
        let rules = Rules {
            connectivity,
            ..Rules::default()
        };
        let pattern = Pattern::new(&landscape, rules);
        assert_eq!(pattern.patches().len(), 3);
        assert_eq!(pattern.adjacency().unlike_sides(), 15);
        let expected = [
            ("l_pd", 1200.0),
            ("l_ed", 600.0),
            ("l_shdi", 1.05091),
            ("l_shei", 0.95658),
            ("l_area_mn", 0.08333),
            ("l_lpi", 44.0),
        ];
        for (id, expected) in expected {
            let Some(Level::Landscape(value)) = by_id(id).map(|m| m.level) else {
                panic!("{id} is not a metric of the landscape");
            };
            assert!((value(&pattern).unwrap() - expected).abs() < 5e-6, "{id}");
        }
        for (class, expected) in [(1, 36.0), (2, 44.0), (3, 20.0)] {
            assert!((super::shares::share_percent(&landscape, &[class]) - expected).abs() < 1e-9);
        }
    }
}
