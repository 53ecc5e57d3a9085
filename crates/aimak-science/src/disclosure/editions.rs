//! Do two editions tell together what neither tells alone?

use std::collections::BTreeSet;

use super::{
    rule::Rule,
    suppression::PublishedTable,
    table::{Cell, CountTable},
};

/// What may become of a table that was published before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revision {
    /// It may be published; everything earlier editions kept back is kept back again.
    Publish(PublishedTable),
    /// The earlier figures stay until more has changed: these cells differ by so few persons that the difference points at them.
    KeepEarlier(BTreeSet<Cell>),
}

/// Compares a table with its earlier editions.
///
/// # Formula
/// A cell of the new table that an edition showed, and that differs from it by 1–4, points at the persons who came or went: the earlier
/// edition then stands. Otherwise the new table is published, with each cell hidden that any edition hid. Cells shown now are then shown
/// in all editions, so editions of the same answers tell together no more than the one that showed most.
///
/// # Range and edge cases
/// Tables of another shape are another table; then each of their common margins has to be compared by the caller. A record withdrawn by
/// its owner changes a table by one: the earlier figures stay, or the whole table goes; readers who kept the old copy must not be able to
/// subtract. Whoever saves both editions and knows that a group of five or more joined learns their sum, as with any table.
///
/// # Example
/// ```
/// use aimak_science::disclosure::{editions::{Revision, revised}, rule::Rule, suppression::PublishedTable, table::CountTable};
/// let of = |agree| CountTable::new(vec![vec![agree, 18], vec![25, 31]]).unwrap();
/// let first = PublishedTable::of(&of(22), &Rule::METHODS);
/// // one more woman agrees: her answer would be the difference
/// assert!(matches!(revised(&of(23), &[&first], &Rule::METHODS), Revision::KeepEarlier(_)));
/// assert!(matches!(revised(&of(29), &[&first], &Rule::METHODS), Revision::Publish(_)));
/// ```
///
/// # Reference
/// METHODS F.5; issue 5 of the project.
pub fn revised(table: &CountTable, earlier: &[&PublishedTable], rule: &Rule) -> Revision {
    let same_shape = |edition: &&&PublishedTable| {
        let shown = edition.shown();
        shown.len() == table.rows() + 1 && shown[0].len() == table.columns() + 1
    };
    let (mut pointing, mut kept_back) = (BTreeSet::new(), BTreeSet::new());
    for edition in earlier.iter().filter(same_shape) {
        kept_back.extend(edition.hidden());
        let differs = |cell: &Cell| {
            let shown = edition.count(*cell);
            shown.is_some_and(|count| rule.is_small(count.abs_diff(table.count(*cell))))
        };
        pointing.extend(table.cells().filter(differs));
    }
    if pointing.is_empty() {
        Revision::Publish(PublishedTable::keeping_back(table, rule, &kept_back))
    } else {
        Revision::KeepEarlier(pointing)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::disclosure::bounds::bounds;

    fn table() -> impl Strategy<Value = CountTable> {
        let rows = prop::collection::vec(prop::collection::vec(0_u64..30, 3), 3);
        rows.prop_map(|rows| CountTable::new(rows).unwrap())
    }

    proptest! {
        #[test]
        fn the_same_table_again_is_shown_alike(table in table()) {
            let first = PublishedTable::of(&table, &Rule::METHODS);
            match revised(&table, &[&first], &Rule::METHODS) {
                Revision::Publish(again) => prop_assert_eq!(again.shown(), first.shown()),
                Revision::KeepEarlier(_) => prop_assert!(false, "nothing differs"),
            }
        }

        /// A stricter first edition and a laxer second one, over the same answers: together they show no more than the first.
        #[test]
        fn together_no_more_than_one(table in table()) {
            let strict = PublishedTable::of(&table, &Rule::METHODS.with_least_group(8));
            let Revision::Publish(second) = revised(&table, &[&strict], &Rule::METHODS) else {
                return Err(TestCaseError::fail("nothing differs"));
            };
            let together: BTreeSet<Cell> = strict.hidden().intersection(&second.hidden()).copied().collect();
            prop_assert_eq!(&together, &strict.hidden());
            let primary = table.primary(&Rule::METHODS);
            let found = bounds(&table, &together);
            prop_assert!(primary.keys().all(|cell| found[cell].width().is_none_or(|width| width >= 5)));
        }

        /// No figure shown in two editions differs by one to four persons.
        #[test]
        fn differences_point_at_nobody(old in table(), new in table()) {
            let first = PublishedTable::of(&old, &Rule::METHODS);
            if let Revision::Publish(second) = revised(&new, &[&first], &Rule::METHODS) {
                for cell in old.cells() {
                    if let (Some(before), Some(after)) = (first.count(cell), second.count(cell)) {
                        prop_assert!(!Rule::METHODS.is_small(before.abs_diff(after)));
                    }
                }
            }
        }
    }

    #[test]
    fn a_record_withdrawn_keeps_the_earlier_figures() {
        let before = CountTable::new(vec![vec![22, 18], vec![25, 31]]).unwrap();
        let after = CountTable::new(vec![vec![22, 17], vec![25, 31]]).unwrap();
        let first = PublishedTable::of(&before, &Rule::METHODS);
        let Revision::KeepEarlier(cells) = revised(&after, &[&first], &Rule::METHODS) else {
            panic!("one person would be the difference");
        };
        // the cell, its two totals and the grand total
        assert_eq!(cells.len(), 4);
    }
}
