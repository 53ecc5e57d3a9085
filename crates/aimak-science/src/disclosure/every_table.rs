//! Which tables agree with what is shown? Counted out one by one, for tests of the exact bounds and of what is suppressed.

use std::collections::BTreeSet;

use super::table::{Cell, CountTable};

/// What a reader sees: counts, or nothing.
pub type Shown = Vec<Vec<Option<u64>>>;

/// The table with some cells hidden.
pub fn as_shown(table: &CountTable, hidden: &BTreeSet<Cell>) -> Shown {
    let mut shown = vec![vec![None; table.columns() + 1]; table.rows() + 1];
    for cell in table.cells().filter(|cell| !hidden.contains(cell)) {
        shown[cell.row][cell.column] = Some(table.count(cell));
    }
    shown
}

/// Every table of whole numbers that agrees; its grand total has to be shown.
pub fn every_table(shown: &[Vec<Option<u64>>]) -> Vec<CountTable> {
    let (rows, columns) = (shown.len() - 1, shown[0].len() - 1);
    let total = shown[rows][columns].unwrap();
    let mut inner = vec![vec![0; columns]; rows];
    let mut found = Vec::new();
    fill(shown, &mut inner, 0, total, &mut found);
    found
}

/// Fills the place-th inner cell and all after it; `left` persons are still to be placed.
fn fill(
    shown: &[Vec<Option<u64>>],
    inner: &mut [Vec<u64>],
    place: usize,
    left: u64,
    found: &mut Vec<CountTable>,
) {
    let (rows, columns) = (inner.len(), inner[0].len());
    if place == rows * columns {
        let table = CountTable::new(inner.to_vec()).unwrap();
        let agrees = |cell: Cell| {
            shown[cell.row][cell.column].is_none_or(|count| count == table.count(cell))
        };
        if table.cells().all(agrees) {
            found.push(table);
        }
        return;
    }
    let (row, column) = (place / columns, place % columns);
    // a row that is full has to have its total
    if column == 0 && row > 0 {
        let sum: u64 = inner[row - 1].iter().sum();
        if shown[row - 1][columns].is_some_and(|total| total != sum) {
            return;
        }
    }
    let range = match shown[row][column] {
        Some(count) => count..=count.min(left),
        None => 0..=left,
    };
    for count in range {
        inner[row][column] = count;
        fill(shown, inner, place + 1, left - count, found);
    }
    inner[row][column] = 0;
}
