//! The same answers split by sex, by age and by village: may all three tables be shown?

use super::{
    rule::{Rule, Why},
    suppression::PublishedTable,
    table::{Cell, CountTable},
};

/// Tables that split the same persons' answers in different ways; their rows differ, their total row is the same.
///
/// # Formula
/// Each table is made safe on its own. Those that still show their whole total row may stand side by side: with the total row known, what
/// one tells says nothing about the cells of another, because for every pair of tables with one total row there are persons who make
/// both. Any other table is left blank: what it hides in the total row its neighbour would show. Where none shows its whole total row,
/// only the first is published.
///
/// # Range and edge cases
/// The most wanted table comes first. `None` where the tables do not have the same total row, for then they do not count the same
/// persons. A table that splits by two things at once is not of this kind; its sums are those of the others.
///
/// # Example
/// ```
/// use aimak_science::disclosure::{linked::linked, rule::Rule, table::CountTable};
/// let of = |rows: Vec<Vec<u64>>| CountTable::new(rows).unwrap();
/// let by_sex = of(vec![vec![20, 30], vec![25, 35]]);
/// let by_village = of(vec![vec![12, 20], vec![10, 25], vec![23, 20]]);
/// let shown = linked(&[by_sex.clone(), by_village], &Rule::METHODS).unwrap();
/// assert!(shown.iter().all(|table| table.log().is_empty()));
/// // one table of one row can hide its small cell only behind the totals
/// let small = of(vec![vec![3, 20, 30]]);
/// let shown = linked(&[small.clone(), small], &Rule::METHODS).unwrap();
/// assert!(!shown[0].is_blank() && shown[1].is_blank());
/// ```
///
/// # Reference
/// METHODS F.5.2; Hundepool et al. (2012), Statistical Disclosure Control, ch. 4, on linked tables.
pub fn linked(tables: &[CountTable], rule: &Rule) -> Option<Vec<PublishedTable>> {
    let total_row = |table: &CountTable| -> Vec<u64> {
        let row = table.rows();
        (0..=table.columns())
            .map(|column| table.count(Cell { row, column }))
            .collect()
    };
    let first = tables.first().map(total_row);
    if tables.iter().any(|table| Some(total_row(table)) != first) {
        return None;
    }
    let alone: Vec<PublishedTable> = tables
        .iter()
        .map(|table| PublishedTable::of(table, rule))
        .collect();
    let whole = |shown: &PublishedTable| {
        let last = shown.shown().last();
        last.is_some_and(|row| row.iter().all(Option::is_some))
    };
    let some_whole = alone.iter().any(whole);
    let decided = alone.into_iter().zip(tables).enumerate();
    let decide = |(place, (shown, table)): (usize, (PublishedTable, &CountTable))| {
        let stays = if some_whole {
            whole(&shown)
        } else {
            place == 0
        };
        if stays {
            shown
        } else {
            PublishedTable::blank(table, Why::Linked)
        }
    };
    Some(decided.map(decide).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn other_persons_are_other_tables() {
        let of = |rows: Vec<Vec<u64>>| CountTable::new(rows).unwrap();
        let (one, other) = (of(vec![vec![20, 30]]), of(vec![vec![20, 31]]));
        assert_eq!(linked(&[one, other], &Rule::METHODS), None);
        assert_eq!(linked(&[], &Rule::METHODS), Some(vec![]));
    }

    proptest! {
        #[test]
        fn side_by_side_only_with_a_whole_total_row(rows in prop::collection::vec(prop::collection::vec(0_u64..25, 3), 2..5), cut in 1_usize..4) {
            // the same persons in other groups: the rows joined into fewer
            let cut = cut.min(rows.len() - 1);
            let sum = |rows: &[Vec<u64>]| (0..3).map(|column| rows.iter().map(|row| row[column]).sum()).collect();
            let joined = vec![sum(&rows[..cut]), sum(&rows[cut..])];
            let tables = [CountTable::new(rows).unwrap(), CountTable::new(joined).unwrap()];
            let shown = linked(&tables, &Rule::METHODS).unwrap();
            let kept: Vec<_> = shown.iter().filter(|table| !table.is_blank()).collect();
            if kept.len() > 1 {
                for table in kept {
                    prop_assert!(table.shown().last().unwrap().iter().all(Option::is_some));
                }
            }
            for (shown, table) in shown.iter().zip(&tables) {
                prop_assert!(table.primary(&Rule::METHODS).keys().all(|cell| shown.count(*cell).is_none()));
            }
        }
    }
}
