//! How unknown does a hidden cell have to be?

use std::collections::BTreeMap;

use super::{
    bounds::Bounds,
    rule::{Rule, Why},
    table::{Cell, CountTable},
};

/// The range a hidden cell must be able to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// From one count to another.
    Range(u64, u64),
    /// Any range of this many steps.
    Width(u64),
}

impl Need {
    /// True where the bounds of a cell are wide enough.
    pub(super) fn met(self, bounds: &Bounds) -> bool {
        match self {
            Self::Range(from, to) => bounds.hold(from, to),
            Self::Width(width) => bounds.width().is_none_or(|found| found >= width),
        }
    }

    /// How far a cell of this count and these bounds must be able to rise and to fall.
    pub(super) fn moves(self, count: u64, bounds: &Bounds) -> (u64, u64) {
        match self {
            Self::Range(from, to) => (to - count, count - from),
            Self::Width(width) => (width - (count - bounds.least), 0),
        }
    }
}

/// What each cell hidden for its own sake must be able to be; everything else hidden needs the width of the least group.
pub(super) fn needs(
    table: &CountTable,
    rule: &Rule,
    log: &BTreeMap<Cell, Why>,
) -> BTreeMap<Cell, Need> {
    let least = rule.least_group;
    let need = |(cell, why): (&Cell, &Why)| {
        let need = match why {
            Why::SmallCount => Need::Range(0, least),
            Why::SmallRest => {
                let base = table.count(Cell {
                    row: cell.row,
                    column: table.columns(),
                });
                Need::Range(base - least, base)
            }
            Why::SmallBase
            | Why::Unanimous
            | Why::Complementary
            | Why::EarlierEdition
            | Why::Linked => Need::Width(least),
        };
        (*cell, need)
    };
    log.iter().map(need).collect()
}
