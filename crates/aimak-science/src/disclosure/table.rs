//! Which persons does a table count, and which of its cells point at few of them?

use std::collections::BTreeMap;

use super::rule::{Rule, Why};

/// A table of counts with its margins: groups of persons in rows, their answers in columns. Margins are computed here, before
/// anything is kept back.
///
/// ```
/// use aimak_science::disclosure::table::{Cell, CountTable};
/// let table = CountTable::new(vec![vec![12, 8], vec![5, 15]]).unwrap();
/// assert_eq!((table.rows(), table.columns()), (2, 2));
/// assert_eq!(table.count(Cell { row: 0, column: 2 }), 20); // the margins follow the last row and column
/// assert_eq!(table.count(Cell { row: 2, column: 2 }), 40);
/// assert_eq!(CountTable::new(vec![vec![1], vec![1, 2]]), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountTable {
    /// With the margins as last row and last column.
    counts: Vec<Vec<u64>>,
}

/// A place in a table with margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Row, from 0; the number of rows is the margin.
    pub row: usize,
    /// Column, from 0; the number of columns is the margin.
    pub column: usize,
}

impl CountTable {
    /// From inner counts, row by row; `None` where there is no cell or the rows differ in length.
    pub fn new(inner: Vec<Vec<u64>>) -> Option<Self> {
        let columns = inner.first()?.len();
        if columns == 0 || inner.iter().any(|row| row.len() != columns) {
            return None;
        }
        let mut counts = inner;
        for row in &mut counts {
            row.push(row.iter().sum());
        }
        let sums = (0..=columns).map(|column| counts.iter().map(|row| row[column]).sum());
        let sums: Vec<u64> = sums.collect();
        counts.push(sums);
        Some(Self { counts })
    }

    /// Rows without the margin.
    pub fn rows(&self) -> usize {
        self.counts.len() - 1
    }

    /// Columns without the margin.
    pub fn columns(&self) -> usize {
        self.counts[0].len() - 1
    }

    /// All cells, margins too, row by row.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let (rows, columns) = (self.rows(), self.columns());
        (0..=rows).flat_map(move |row| (0..=columns).map(move |column| Cell { row, column }))
    }

    /// The count of a cell.
    pub fn count(&self, cell: Cell) -> u64 {
        self.counts[cell.row][cell.column]
    }

    /// Persons counted.
    pub fn persons(&self) -> u64 {
        self.counts[self.rows()][self.columns()]
    }

    /// True for a cell of the last row or column.
    pub fn is_margin(&self, cell: Cell) -> bool {
        cell.row == self.rows() || cell.column == self.columns()
    }

    /// The cells that may not be shown for their own sake, each with the first reason that holds.
    ///
    /// # Formula
    /// With base n of a row (the last row too) and count x: x of 1–4; n − x of 1–4; n of 1–9, and then the whole row; x = n < 20, and
    /// then the whole row, because the zeros beside it say the same. Margins: their count alone.
    ///
    /// # Example
    /// ```
    /// use aimak_science::disclosure::{rule::{Rule, Why}, table::{Cell, CountTable}};
    /// let table = CountTable::new(vec![vec![20, 3, 30], vec![25, 0, 4], vec![15, 0, 0]]).unwrap();
    /// let primary = table.primary(&Rule::METHODS);
    /// assert_eq!(primary[&Cell { row: 0, column: 1 }], Why::SmallCount);
    /// assert_eq!(primary[&Cell { row: 1, column: 0 }], Why::SmallRest); // all but four
    /// assert_eq!(primary[&Cell { row: 2, column: 1 }], Why::Unanimous);
    /// assert!(!primary.contains_key(&Cell { row: 1, column: 1 })); // nobody is in it
    /// ```
    ///
    /// # Reference
    /// METHODS F.5.1, F.5.2, P.9.
    pub fn primary(&self, rule: &Rule) -> BTreeMap<Cell, Why> {
        let why = |cell: Cell| self.own_reason(cell, rule).map(|why| (cell, why));
        self.cells().filter_map(why).collect()
    }

    fn own_reason(&self, cell: Cell, rule: &Rule) -> Option<Why> {
        let count = self.count(cell);
        if rule.is_small(count) {
            return Some(Why::SmallCount);
        }
        if cell.column == self.columns() {
            return None;
        }
        let row = &self.counts[cell.row];
        let base = row[self.columns()];
        if (1..rule.least_base).contains(&base) {
            return Some(Why::SmallBase);
        }
        // one column has nothing to choose between
        let unanimous = self.columns() > 1 && row[..self.columns()].contains(&base);
        if (1..rule.unanimous_below).contains(&base) && unanimous {
            return Some(Why::Unanimous);
        }
        rule.is_small(base - count).then_some(Why::SmallRest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(rows: Vec<Vec<u64>>, row: usize, column: usize) -> Option<Why> {
        let table = CountTable::new(rows).unwrap();
        let primary = table.primary(&Rule::METHODS);
        primary.get(&Cell { row, column }).copied()
    }

    #[test]
    fn nine_persons_get_no_breakdown_and_their_number_is_shown() {
        for column in 0..2 {
            assert_eq!(
                why(vec![vec![9, 0], vec![20, 30]], 0, column),
                Some(Why::SmallBase)
            );
        }
        assert_eq!(why(vec![vec![9, 0], vec![20, 30]], 0, 2), None);
    }

    #[test]
    fn twenty_of_one_mind_may_be_shown_and_nineteen_not() {
        assert_eq!(why(vec![vec![20, 0], vec![20, 30]], 0, 0), None);
        assert_eq!(
            why(vec![vec![19, 0], vec![20, 30]], 0, 0),
            Some(Why::Unanimous)
        );
        assert_eq!(
            why(vec![vec![19, 0], vec![20, 30]], 0, 1),
            Some(Why::Unanimous)
        );
    }

    #[test]
    fn the_last_row_is_a_group_too() {
        assert_eq!(
            why(vec![vec![10, 2], vec![12, 1]], 2, 0),
            Some(Why::SmallRest)
        );
        assert_eq!(
            why(vec![vec![1, 1], vec![1, 1]], 2, 2),
            Some(Why::SmallCount)
        );
    }
}
