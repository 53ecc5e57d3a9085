//! Is everything kept back safe, by the solver and without it?

use proptest::prelude::*;

use super::*;
use crate::disclosure::every_table::every_table;
use crate::disclosure::{bounds::Bounds, need::Need};

fn at(row: usize, column: usize) -> Cell {
    Cell { row, column }
}

#[test]
fn nothing_small_nothing_hidden() {
    let table = CountTable::new(vec![vec![12, 8], vec![15, 25]]).unwrap();
    let shown = PublishedTable::of(&table, &Rule::METHODS);
    assert!(shown.log().is_empty() && !shown.is_blank());
    assert_eq!(shown.share_of_row(at(0, 0)), Some(0.6));
    assert_eq!(shown.share_of_row(at(2, 1)), Some(33.0 / 60.0));
}

#[test]
fn four_persons_are_a_blank() {
    let table = CountTable::new(vec![vec![1, 1], vec![1, 1]]).unwrap();
    assert!(PublishedTable::of(&table, &Rule::METHODS).is_blank());
}

#[test]
fn a_column_of_its_own_cannot_be_subtracted() {
    // one small cell and a 30 beside it: two lines of the total row have to go with it
    let table = CountTable::new(vec![vec![2, 30], vec![20, 30]]).unwrap();
    let shown = PublishedTable::of(&table, &Rule::METHODS);
    for cell in [at(0, 0), at(0, 1), at(1, 0), at(1, 1)] {
        assert_eq!(shown.count(cell), None);
    }
    assert_eq!(shown.count(at(2, 2)), Some(82));
    assert_eq!(shown.share_of_row(at(0, 0)), None);
}

#[test]
fn one_row_has_only_its_margins_to_hide_behind() {
    let table = CountTable::new(vec![vec![3, 22, 30]]).unwrap();
    let shown = PublishedTable::of(&table, &Rule::METHODS);
    // the total row repeats the row, so both go
    assert_eq!((shown.count(at(0, 0)), shown.count(at(1, 0))), (None, None));
    assert_eq!(shown.count(at(1, 3)), Some(55));
}

fn inner() -> impl Strategy<Value = Vec<Vec<u64>>> {
    (1_usize..=4, 1_usize..=4).prop_flat_map(|(rows, columns)| {
        let count = prop_oneof![2 => Just(0_u64), 5 => 1_u64..7, 4 => 5_u64..40];
        prop::collection::vec(prop::collection::vec(count, columns), rows)
    })
}

proptest! {
    #[test]
    fn what_is_hidden_is_safe_and_what_is_small_is_hidden(inner in inner()) {
        let table = CountTable::new(inner).unwrap();
        let shown = PublishedTable::of(&table, &Rule::METHODS);
        let found = bounds(&table, &shown.hidden());
        let primary = table.primary(&Rule::METHODS);
        let needed = needs(&table, &Rule::METHODS, &primary);
        for (cell, bounds) in &found {
            let need = needed.get(cell).copied().unwrap_or(Need::Width(5));
            prop_assert!(need.met(bounds), "{:?} {:?} {:?}", cell, bounds, table);
            prop_assert!(bounds.width().is_none_or(|width| width >= 5));
        }
        prop_assert!(primary.keys().all(|cell| shown.count(*cell).is_none()));
        for cell in table.cells() {
            prop_assert!(shown.count(cell).is_none_or(|count| count == table.count(cell)));
        }
    }

    /// The same without the solver: among all tables of whole numbers that agree with what is shown, every small cell is once empty
    /// and once five or more, and no hidden cell is the same in all.
    #[test]
    fn no_reader_can_solve_it(inner in prop::collection::vec(prop::collection::vec(0_u64..9, 3), 2)) {
        let table = CountTable::new(inner).unwrap();
        let shown = PublishedTable::of(&table, &Rule::METHODS);
        let grand = at(table.rows(), table.columns());
        prop_assume!(shown.count(grand).is_some());
        let agreeing = every_table(shown.shown());
        for (cell, why) in shown.log() {
            let counts: Vec<u64> = agreeing.iter().map(|other| other.count(*cell)).collect();
            let (least, greatest) = (*counts.iter().min().unwrap(), *counts.iter().max().unwrap());
            prop_assert!(greatest - least >= 5, "{:?} {}–{} {:?}", cell, least, greatest, table);
            if *why == Why::SmallCount {
                prop_assert!(least == 0 && greatest >= 5, "{:?} {:?}", cell, table);
            }
        }
    }

    /// Whatever is hidden for others' sake is needed: shown again, something is no longer safe.
    #[test]
    fn nothing_is_hidden_in_vain(inner in inner()) {
        let table = CountTable::new(inner).unwrap();
        let shown = PublishedTable::of(&table, &Rule::METHODS);
        let needed = needs(&table, &Rule::METHODS, &table.primary(&Rule::METHODS));
        for (cell, _) in shown.log().iter().filter(|(_, why)| **why == Why::Complementary) {
            let mut fewer = shown.hidden();
            fewer.remove(cell);
            let found = bounds(&table, &fewer);
            let safe = |(cell, bounds): (&Cell, &Bounds)| needed.get(cell).copied().unwrap_or(Need::Width(5)).met(bounds);
            prop_assert!(!found.iter().all(safe), "{:?} {:?}", cell, table);
        }
    }
}
