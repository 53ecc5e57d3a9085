//! What can a reader with pencil and paper find out about a cell that is not shown?

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::table::{Cell, CountTable};

/// No count comes near it; it stands for "any number".
const UNLIMITED: u64 = u64::MAX / 4;

/// The least and the greatest count a cell can have, given everything shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Least.
    pub least: u64,
    /// Greatest; `None` where nothing limits it.
    pub greatest: Option<u64>,
}

impl Bounds {
    /// True where the count can be any of `from` to `to` as far as its ends tell.
    pub fn hold(&self, from: u64, to: u64) -> bool {
        self.least <= from && self.greatest.is_none_or(|greatest| greatest >= to)
    }

    /// How many steps apart the ends are; `None` without limit.
    pub fn width(&self) -> Option<u64> {
        self.greatest.map(|greatest| greatest - self.least)
    }
}

/// Bounds of every hidden cell: exact, not an estimate.
///
/// # Formula
/// A table with margins is a circulation: each inner count flows from its row to its column, each column total on to the total row,
/// the grand total to the total column, each row total back to its row. Shown cells are fixed. What a hidden cell can rise by is the
/// greatest flow from its end back to its start over the other hidden cells, which may rise without limit and fall to 0; what it can
/// fall by is the flow the other way. All limits are whole numbers, so both are reached by a table of whole numbers.
///
/// # Range and edge cases
/// A reader is taken to know that counts are not negative, and nothing else. Work grows with the square of the cells; meant for
/// tables of some hundreds.
///
/// # Example
/// ```
/// use aimak_science::disclosure::{bounds::{Bounds, bounds}, table::{Cell, CountTable}};
/// let table = CountTable::new(vec![vec![3, 9], vec![8, 12]]).unwrap();
/// let at = |row, column| Cell { row, column };
/// // one hidden cell of a row is no secret
/// let one = bounds(&table, &[at(0, 0)].into());
/// assert_eq!(one[&at(0, 0)], Bounds { least: 3, greatest: Some(3) });
/// // four hidden: from 0 (the others 12, 11, 9) to 11
/// let four = bounds(&table, &[at(0, 0), at(0, 1), at(1, 0), at(1, 1)].into());
/// assert_eq!(four[&at(0, 0)], Bounds { least: 0, greatest: Some(11) });
/// ```
///
/// # Reference
/// METHODS F.5.2; Kelly, Golden & Assad (1992), Networks 22:397–417; Castro (2012), Eur. J. Oper. Res. 216:257–269.
pub fn bounds(table: &CountTable, hidden: &BTreeSet<Cell>) -> BTreeMap<Cell, Bounds> {
    let network = Network::of(table, hidden);
    hidden
        .iter()
        .map(|cell| (*cell, network.bounds(*cell)))
        .collect()
}

/// The circulation behind a table.
pub(super) struct Network<'a> {
    table: &'a CountTable,
    hidden: &'a BTreeSet<Cell>,
}

/// One way to pass through a cell: by more of it, or by less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub from: usize,
    pub to: usize,
    pub cell: Cell,
    /// True where the cell's count grows.
    pub rises: bool,
}

impl<'a> Network<'a> {
    pub(super) fn of(table: &'a CountTable, hidden: &'a BTreeSet<Cell>) -> Self {
        Self { table, hidden }
    }

    /// Nodes: rows and the total row, then columns and the total column.
    pub(super) fn nodes(table: &CountTable) -> usize {
        table.rows() + table.columns() + 2
    }

    /// The two steps through a cell, rising first.
    pub(super) fn steps(table: &CountTable, cell: Cell) -> [Step; 2] {
        let (row, column) = (cell.row, table.rows() + 1 + cell.column);
        // inner cells and the grand total flow from row to column, the other margins back
        let one_margin = (cell.row == table.rows()) != (cell.column == table.columns());
        let (from, to) = if one_margin {
            (column, row)
        } else {
            (row, column)
        };
        let step = |from, to, rises| Step {
            from,
            to,
            cell,
            rises,
        };
        [step(from, to, true), step(to, from, false)]
    }

    fn bounds(&self, cell: Cell) -> Bounds {
        let count = self.table.count(cell);
        let [rising, _] = Self::steps(self.table, cell);
        let rise = self.greatest_flow(rising.to, rising.from, cell);
        let fall = self.greatest_flow(rising.from, rising.to, cell).min(count);
        Bounds {
            least: count - fall,
            greatest: (rise < UNLIMITED).then(|| count + rise),
        }
    }

    /// Greatest flow between two nodes over the hidden cells but one (Edmonds and Karp).
    fn greatest_flow(&self, source: usize, sink: usize, but: Cell) -> u64 {
        let n = Self::nodes(self.table);
        let mut room = vec![vec![0_u64; n]; n];
        for cell in self.hidden.iter().filter(|cell| **cell != but) {
            for step in Self::steps(self.table, *cell) {
                let limit = if step.rises {
                    UNLIMITED
                } else {
                    self.table.count(*cell)
                };
                let room = &mut room[step.from][step.to];
                *room = (*room + limit).min(UNLIMITED);
            }
        }
        let mut flow = 0;
        while flow < UNLIMITED {
            let Some(path) = shortest_path(&room, source, sink) else {
                break;
            };
            let pairs = || path.iter().zip(&path[1..]);
            let narrowest = pairs()
                .map(|(from, to)| room[*from][*to])
                .min()
                .expect("invariant: a path has an edge");
            for (from, to) in pairs() {
                // an unlimited way stays unlimited
                if room[*from][*to] < UNLIMITED {
                    room[*from][*to] -= narrowest;
                }
                room[*to][*from] = (room[*to][*from] + narrowest).min(UNLIMITED);
            }
            flow = (flow + narrowest).min(UNLIMITED);
        }
        flow
    }
}

fn shortest_path(room: &[Vec<u64>], source: usize, sink: usize) -> Option<Vec<usize>> {
    let mut came_from = vec![None; room.len()];
    let mut queue = VecDeque::from([source]);
    while let Some(node) = queue.pop_front() {
        if node == sink {
            break;
        }
        let new =
            |next: &usize| room[node][*next] > 0 && came_from[*next].is_none() && *next != source;
        let reached: Vec<usize> = (0..room.len()).filter(new).collect();
        for next in reached {
            came_from[next] = Some(node);
            queue.push_back(next);
        }
    }
    let mut path = vec![sink];
    while let Some(before) = came_from[*path.last()?] {
        path.push(before);
    }
    path.reverse();
    (path[0] == source && path.len() > 1).then_some(path)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::disclosure::every_table::{as_shown, every_table};

    fn at(row: usize, column: usize) -> Cell {
        Cell { row, column }
    }

    #[test]
    fn two_hidden_in_each_line_can_still_be_solved() {
        let table = CountTable::new(vec![vec![0, 6], vec![7, 0]]).unwrap();
        let all: BTreeSet<Cell> = [at(0, 0), at(0, 1), at(1, 0), at(1, 1)].into();
        let found = bounds(&table, &all);
        assert_eq!(
            found[&at(0, 0)],
            Bounds {
                least: 0,
                greatest: Some(6)
            }
        );
        // two unknowns in each line, as METHODS asks at least, and yet somebody must be in it
        let table =
            CountTable::new(vec![vec![2, 8, 30], vec![9, 1, 30], vec![30, 30, 30]]).unwrap();
        let block: BTreeSet<Cell> = [at(0, 0), at(0, 1), at(1, 0), at(1, 1)].into();
        let found = bounds(&table, &block);
        assert_eq!(
            found[&at(0, 0)],
            Bounds {
                least: 1,
                greatest: Some(10)
            }
        );
    }

    #[test]
    fn a_table_of_which_nothing_is_shown_tells_nothing() {
        let table = CountTable::new(vec![vec![2, 1], vec![0, 3]]).unwrap();
        let everything: BTreeSet<Cell> = table.cells().collect();
        for found in bounds(&table, &everything).values() {
            assert_eq!(
                *found,
                Bounds {
                    least: 0,
                    greatest: None
                }
            );
        }
    }

    proptest! {
        /// The solver against every table of whole numbers that agrees with what is shown.
        #[test]
        fn as_all_tables_that_agree(
            inner in prop::collection::vec(prop::collection::vec(0_u64..5, 2..=3), 2..=2), mask in prop::collection::vec(any::<bool>(), 12),
        ) {
            prop_assume!(inner[0].len() == inner[1].len());
            let table = CountTable::new(inner).unwrap();
            // the grand total stays known, so that there are finitely many
            let grand = at(table.rows(), table.columns());
            let hidden: BTreeSet<Cell> = table.cells().zip(&mask).filter(|(cell, hide)| **hide && *cell != grand).map(|(cell, _)| cell).collect();
            let found = bounds(&table, &hidden);
            let agreeing = every_table(&as_shown(&table, &hidden));
            prop_assert!(agreeing.contains(&table));
            for cell in &hidden {
                let counts = || agreeing.iter().map(|other| other.count(*cell));
                let expected = Bounds { least: counts().min().unwrap(), greatest: counts().max() };
                prop_assert_eq!(found[cell], expected, "{:?} {:?}", cell, table);
            }
        }
    }
}
