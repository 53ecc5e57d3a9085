//! Which further cells have to be kept back so that those kept back stay unknown?

use std::collections::{BTreeMap, BTreeSet};

use super::{
    bounds::{Bounds, Network, Step, bounds},
    need::{Need, needs},
    rule::{Rule, Why},
    table::{Cell, CountTable},
};

/// A table as it may be published.
///
/// # Formula
/// First every cell that [`CountTable::primary`] names. Then, while a hidden cell is not safe, the cheapest way round the table that
/// lets it move as far as it has to is hidden too; cheap are small counts, dear are zeros, margins and above all the grand total. Last,
/// the dearest of the cells hidden for others' sake are shown again where all stay safe without them.
///
/// Safe is, by exact [`bounds`]: a small count can be anything from 0 to 5, a small rest likewise, and every hidden cell can take
/// at least six neighbouring values.
///
/// # Range and edge cases
/// All hidden cells look alike: a reader may not see which was hidden for its own sake. It may happen that nothing is left to
/// show. Whoever knows the counts of one of the groups, because he is in it, finds out more; no table protects against that.
///
/// # Example
/// ```
/// use aimak_science::disclosure::{rule::Rule, suppression::PublishedTable, table::{Cell, CountTable}};
/// let table = CountTable::new(vec![vec![3, 22, 18], vec![14, 25, 31], vec![12, 40, 16]]).unwrap();
/// let shown = PublishedTable::of(&table, &Rule::METHODS);
/// let at = |row, column| Cell { row, column };
/// assert_eq!(shown.count(at(0, 0)), None);
/// // its row keeps back the next smallest, and so does its column
/// assert_eq!((shown.count(at(0, 2)), shown.count(at(2, 0)), shown.count(at(2, 2))), (None, None, None));
/// assert_eq!(shown.count(at(0, 1)), Some(22));
/// assert_eq!(shown.count(at(3, 3)), Some(181));
/// ```
///
/// # Reference
/// METHODS F.5.1–2, P.9; Kelly, Golden & Assad (1992), Networks 22:397–417.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedTable {
    shown: Vec<Vec<Option<u64>>>,
    log: BTreeMap<Cell, Why>,
}

impl PublishedTable {
    /// The table with all that is needed kept back.
    pub fn of(table: &CountTable, rule: &Rule) -> Self {
        Self::keeping_back(table, rule, &BTreeSet::new())
    }

    /// The same where some cells must be kept back whatever they count, because an earlier edition did.
    pub fn keeping_back(table: &CountTable, rule: &Rule, also: &BTreeSet<Cell>) -> Self {
        let mut log: BTreeMap<Cell, Why> = also
            .iter()
            .map(|cell| (*cell, Why::EarlierEdition))
            .collect();
        log.extend(table.primary(rule));
        let mut search = Search {
            table,
            rule,
            needed: needs(table, rule, &log),
            log,
        };
        search.hide_until_safe();
        search.show_what_need_not_hide();
        Self::with(table, search.log)
    }

    /// A table of which nothing is shown.
    pub(super) fn blank(table: &CountTable, why: Why) -> Self {
        let log = table.cells().map(|cell| (cell, why)).collect();
        Self::with(table, log)
    }

    fn with(table: &CountTable, log: BTreeMap<Cell, Why>) -> Self {
        let mut shown = vec![vec![None; table.columns() + 1]; table.rows() + 1];
        for cell in table.cells().filter(|cell| !log.contains_key(cell)) {
            shown[cell.row][cell.column] = Some(table.count(cell));
        }
        Self { shown, log }
    }

    /// The count of a cell, margins too; `None` where it is kept back.
    pub fn count(&self, cell: Cell) -> Option<u64> {
        self.shown[cell.row][cell.column]
    }

    /// Share of a cell in its row, from shown counts only; `None` where one of the two is kept back or nobody is in the row.
    pub fn share_of_row(&self, cell: Cell) -> Option<f64> {
        let base = *self.shown[cell.row].last()?;
        let (count, base) = self.count(cell).zip(base.filter(|base| *base > 0))?;
        Some(count as f64 / base as f64)
    }

    /// What readers see: rows with their totals, then the total row.
    pub fn shown(&self) -> &[Vec<Option<u64>>] {
        &self.shown
    }

    /// Cells kept back.
    pub fn hidden(&self) -> BTreeSet<Cell> {
        self.log.keys().copied().collect()
    }

    /// Every cell kept back with its reason, for the run's own log; it is not published.
    pub fn log(&self) -> &BTreeMap<Cell, Why> {
        &self.log
    }

    /// True where nothing is left to show.
    pub fn is_blank(&self) -> bool {
        self.shown.iter().flatten().all(Option::is_none)
    }
}

/// A table on its way to being safe.
struct Search<'a> {
    table: &'a CountTable,
    rule: &'a Rule,
    needed: BTreeMap<Cell, Need>,
    log: BTreeMap<Cell, Why>,
}

impl Search<'_> {
    fn need(&self, cell: Cell) -> Need {
        let width = Need::Width(self.rule.least_group);
        self.needed.get(&cell).copied().unwrap_or(width)
    }

    /// The first hidden cell that is not safe, with its bounds.
    fn unsafe_cell(&self) -> Option<(Cell, Bounds)> {
        let hidden = self.log.keys().copied().collect();
        let mut found = bounds(self.table, &hidden).into_iter();
        found.find(|(cell, bounds)| !self.need(*cell).met(bounds))
    }

    fn hide_until_safe(&mut self) {
        while let Some((cell, bounds)) = self.unsafe_cell() {
            let count = self.table.count(cell);
            let (rise, fall) = self.need(cell).moves(count, &bounds);
            let [rising, falling] = Network::steps(self.table, cell);
            let can_rise = bounds
                .greatest
                .map_or(u64::MAX, |greatest| greatest - count);
            let way = if can_rise < rise {
                self.cheapest_way(rising, rise)
            } else {
                self.cheapest_way(falling, fall)
            };
            let hide = way.unwrap_or_else(|| vec![self.cheapest_neighbour(cell)]);
            for cell in hide {
                self.log.entry(cell).or_insert(Why::Complementary);
            }
        }
    }

    /// Shows again what was hidden for others' sake and need not be, the dearest first.
    fn show_what_need_not_hide(&mut self) {
        let others = self
            .log
            .iter()
            .filter(|(_, why)| **why == Why::Complementary);
        let mut others: Vec<Cell> = others.map(|(cell, _)| *cell).collect();
        others.sort_by_key(|cell| (std::cmp::Reverse(self.cost(*cell)), *cell));
        for cell in others {
            self.log.remove(&cell);
            if self.unsafe_cell().is_some() {
                self.log.insert(cell, Why::Complementary);
            }
        }
    }

    /// What a reader loses with a cell.
    fn cost(&self, cell: Cell) -> u64 {
        let (count, persons) = (self.table.count(cell), self.table.persons());
        let grand = cell.row == self.table.rows() && cell.column == self.table.columns();
        if self.log.contains_key(&cell) {
            0
        } else if grand {
            // never before everything else
            1_000_000 * (persons + 1)
        } else if self.table.is_margin(cell) {
            2 * (persons + 1) + count
        } else if count == 0 {
            persons + 1
        } else {
            count
        }
    }

    /// Cells on the cheapest way back round the table along which `first` can move by `amount` (Dijkstra); `None` without such a
    /// way, or where all on it is hidden already and yet does not do.
    fn cheapest_way(&self, first: Step, amount: u64) -> Option<Vec<Cell>> {
        let steps: Vec<Step> = self
            .table
            .cells()
            .filter(|cell| *cell != first.cell)
            .flat_map(|cell| Network::steps(self.table, cell))
            .filter(|step| step.rises || self.table.count(step.cell) >= amount)
            .collect();
        let nodes = Network::nodes(self.table);
        let mut cost: Vec<Option<u64>> = vec![None; nodes];
        let mut reached_by: Vec<Option<Step>> = vec![None; nodes];
        let mut open: BTreeSet<(u64, usize)> = [(0, first.to)].into();
        cost[first.to] = Some(0);
        while let Some((so_far, node)) = open.pop_first() {
            for step in steps.iter().filter(|step| step.from == node) {
                let total = so_far + self.cost(step.cell);
                if cost[step.to].is_none_or(|known| total < known) {
                    if let Some(known) = cost[step.to] {
                        open.remove(&(known, step.to));
                    }
                    cost[step.to] = Some(total);
                    reached_by[step.to] = Some(*step);
                    open.insert((total, step.to));
                }
            }
        }
        let mut way = Vec::new();
        let mut node = first.from;
        while node != first.to {
            let step = reached_by[node]?;
            way.push(step.cell);
            node = step.from;
        }
        way.retain(|cell| !self.log.contains_key(cell));
        (!way.is_empty()).then_some(way)
    }

    /// The cheapest shown cell of the same row or column, or of the whole table where none is left there.
    fn cheapest_neighbour(&self, cell: Cell) -> Cell {
        let shown = || {
            self.table
                .cells()
                .filter(|other| !self.log.contains_key(other))
        };
        let beside = |other: &Cell| other.row == cell.row || other.column == cell.column;
        let cheapest = |cells: &mut dyn Iterator<Item = Cell>| {
            cells.min_by_key(|other| (self.cost(*other), *other))
        };
        cheapest(&mut shown().filter(beside))
            .or_else(|| cheapest(&mut shown()))
            .expect("invariant: with everything hidden nothing limits any cell")
    }
}

#[cfg(test)]
mod tests;
