//! Where figures of women and men cannot be told for an aimak, how far up do they have to rise?

use std::collections::{BTreeMap, BTreeSet};

use super::{
    bounds::bounds,
    need::{Need, needs},
    rule::{Rule, Why},
    table::{Cell, CountTable},
};

/// How much of an aimak's answers is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// By sex.
    BySex,
    /// For all persons together; by sex they are in the figures of the oblast.
    Together,
    /// Nothing; all its answers are in the figures of the oblast.
    OblastOnly,
}

/// What is told of the aimaks of an oblast, and of the oblast.
///
/// # Formula
/// An aimak is told by sex where no cell of its table (sex by answer, with the row of all) is small by [`CountTable::primary`]; together
/// where its row of all is not; else not at all. A reader subtracts what is told of aimaks from the oblast. So, answer by answer, the
/// aimaks that rose form a table of aimak by sex with known margins, and what the rule hides in it must be safe by exact
/// [`bounds`]; and the sums over the aimaks that rose must themselves be tellable. Where that fails the next smallest aimak rises too.
///
/// # Range and edge cases
/// Where even all aimaks together are too few, the oblast is not told by sex. How many women and men were asked must not be told
/// elsewhere for aimaks that rose, nor how many persons for those told nothing of: sums over answers would tie the tables together.
///
/// # Example
/// ```
/// use aimak_science::disclosure::{rising::{Depth, Rising}, rule::Rule};
/// // women and men by disagree and agree
/// let large = |n| vec![vec![n, n + 5], vec![n, n + 7]];
/// let small = vec![vec![3, 12], vec![14, 15]];
/// let told = Rising::of(&[large(20), small, large(12), large(30)], &Rule::METHODS).unwrap();
/// // the small one cannot rise alone: the oblast less the others would be its own figures
/// assert_eq!(told.depths, [Depth::BySex, Depth::Together, Depth::Together, Depth::BySex]);
/// assert!(told.oblast_by_sex);
/// ```
///
/// # Reference
/// METHODS F.5.2; issue 5 of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rising {
    /// One for each aimak, in the order given.
    pub depths: Vec<Depth>,
    /// Whether the oblast is told by sex.
    pub oblast_by_sex: bool,
    /// Whether the oblast is told at all.
    pub oblast_together: bool,
}

impl Rising {
    /// Decides for counts by aimak, sex and answer; `None` without aimaks or where their tables differ in shape.
    pub fn of(aimaks: &[Vec<Vec<u64>>], rule: &Rule) -> Option<Self> {
        let tables: Option<Vec<CountTable>> = aimaks
            .iter()
            .map(|counts| CountTable::new(counts.clone()))
            .collect();
        let tables = tables?;
        let first = tables.first()?;
        let shape = (first.rows(), first.columns());
        if tables
            .iter()
            .any(|table| (table.rows(), table.columns()) != shape)
        {
            return None;
        }
        let mut search = Search {
            tables: &tables,
            depths: tables.iter().map(|table| own_depth(table, rule)).collect(),
            rule,
        };
        while !search.is_safe() && search.raise_one() {}
        Some(search.outcome())
    }
}

/// What an aimak's own table allows.
fn own_depth(table: &CountTable, rule: &Rule) -> Depth {
    let primary = table.primary(rule);
    if primary.is_empty() {
        Depth::BySex
    } else if primary.keys().any(|cell| cell.row == table.rows()) {
        Depth::OblastOnly
    } else {
        Depth::Together
    }
}

struct Search<'a> {
    tables: &'a [CountTable],
    depths: Vec<Depth>,
    rule: &'a Rule,
}

impl Search<'_> {
    /// Sum of the tables of some aimaks.
    fn sum(&self, of: impl Fn(Depth) -> bool) -> Option<CountTable> {
        let (rows, columns) = (self.tables[0].rows(), self.tables[0].columns());
        let chosen: Vec<_> = self
            .tables
            .iter()
            .zip(&self.depths)
            .filter(|(_, depth)| of(**depth))
            .collect();
        let count = |row, column| {
            chosen
                .iter()
                .map(|(table, _)| table.count(Cell { row, column }))
                .sum()
        };
        let line = |row| (0..columns).map(|column| count(row, column)).collect();
        CountTable::new((0..rows).map(line).collect()).filter(|_| !chosen.is_empty())
    }

    /// True where nothing more can be learned of those who rose than may be told.
    fn is_safe(&self) -> bool {
        let by_sex_sum = self.sum(|depth| depth != Depth::BySex);
        let untold_sum = self.sum(|depth| depth == Depth::OblastOnly);
        let tellable = |table: &CountTable| table.primary(self.rule).is_empty();
        let untold_tellable = untold_sum.as_ref().is_none_or(|sum| {
            let primary = sum.primary(self.rule);
            primary.keys().all(|cell| cell.row != sum.rows())
        });
        by_sex_sum.as_ref().is_none_or(tellable)
            && untold_tellable
            && (0..self.tables[0].columns()).all(|answer| self.answer_is_safe(answer))
    }

    /// One answer as a table of risen aimaks by sex: all of it hidden but the margins that readers can find.
    fn answer_is_safe(&self, answer: usize) -> bool {
        let risen: Vec<usize> = (0..self.tables.len())
            .filter(|i| self.depths[*i] != Depth::BySex)
            .collect();
        let sexes = self.tables[0].rows();
        let count = |aimak: usize, row| {
            self.tables[aimak].count(Cell {
                row,
                column: answer,
            })
        };
        let line = |aimak: &usize| (0..sexes).map(|sex| count(*aimak, sex)).collect();
        let Some(table) = CountTable::new(risen.iter().map(line).collect()) else {
            return true;
        };
        let mut hidden = BTreeSet::new();
        let mut needed: BTreeMap<Cell, Need> = BTreeMap::new();
        for (row, aimak) in risen.iter().enumerate() {
            let own = self.tables[*aimak].primary(self.rule);
            let needs = needs(&self.tables[*aimak], self.rule, &own);
            let columns = if self.depths[*aimak] == Depth::OblastOnly {
                sexes + 1
            } else {
                sexes
            };
            for column in 0..columns {
                let cell = Cell { row, column };
                hidden.insert(cell);
                // the row of all in the aimak's table is the margin here
                let there = Cell {
                    row: column,
                    column: answer,
                };
                if let Some(need) = self.need(
                    needs.get(&there).copied(),
                    own.get(&there).copied(),
                    table.count(cell),
                ) {
                    needed.insert(cell, need);
                }
            }
        }
        let found = bounds(&table, &hidden);
        needed.iter().all(|(cell, need)| need.met(&found[cell]))
    }

    /// What a cell needs here. The base of a rest is not told for aimaks that rose, so a rest needs width only; and that nobody gave an
    /// answer needs nothing, because a group of one mind stays unknown as long as its other answers do.
    fn need(&self, need: Option<Need>, why: Option<Why>, count: u64) -> Option<Need> {
        match (need?, why?) {
            (_, _) if count == 0 => None,
            (need, Why::SmallCount) => Some(need),
            _ => Some(Need::Width(self.rule.least_group)),
        }
    }

    /// Lets the smallest aimak that is still told by sex rise, or else hides the smallest that is told together; false where all are
    /// hidden.
    fn raise_one(&mut self) -> bool {
        for (from, to) in [
            (Depth::BySex, Depth::Together),
            (Depth::Together, Depth::OblastOnly),
        ] {
            let open = (0..self.tables.len()).filter(|i| self.depths[*i] == from);
            if let Some(smallest) = open.min_by_key(|i| (self.tables[*i].persons(), *i)) {
                self.depths[smallest] = to;
                return true;
            }
        }
        false
    }

    fn outcome(self) -> Rising {
        let oblast = self.sum(|_| true).expect("invariant: there is an aimak");
        let primary = oblast.primary(self.rule);
        let together = primary.keys().all(|cell| cell.row != oblast.rows());
        let safe = self.is_safe();
        // all are hidden and still not safe: then the oblast has to be silent on sexes, or on everything
        Rising {
            oblast_by_sex: safe && primary.is_empty(),
            oblast_together: together,
            depths: self.depths,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_small_nothing_rises() {
        let aimaks = vec![vec![vec![10, 15], vec![20, 12]]; 3];
        let told = Rising::of(&aimaks, &Rule::METHODS).unwrap();
        assert_eq!(told.depths, [Depth::BySex; 3]);
        assert!(told.oblast_by_sex && told.oblast_together);
    }

    #[test]
    fn an_oblast_of_one_small_aimak_is_silent_on_sexes() {
        let told = Rising::of(&[vec![vec![2, 12], vec![20, 12]]], &Rule::METHODS).unwrap();
        assert!(!told.oblast_by_sex);
        assert_ne!(told.depths, [Depth::BySex]);
        assert_eq!(Rising::of(&[], &Rule::METHODS), None);
    }

    /// Counts of women over the risen aimaks that agree with all that is told of one answer.
    fn agreeing(told: &Rising, aimaks: &[Vec<Vec<u64>>], answer: usize) -> Vec<Vec<(u64, u64)>> {
        let risen: Vec<usize> = (0..aimaks.len())
            .filter(|i| told.depths[*i] != Depth::BySex)
            .collect();
        let sum = |sex: usize| risen.iter().map(|i| aimaks[*i][sex][answer]).sum::<u64>();
        let (women, men) = (sum(0), sum(1));
        let mut found = vec![vec![]];
        for i in &risen {
            let mut longer = Vec::new();
            for begun in &found {
                let used = |f: fn(&(u64, u64)) -> u64| begun.iter().map(f).sum::<u64>();
                let (left, right) = (women - used(|x| x.0), men - used(|x| x.1));
                for w in 0..=left {
                    let all = aimaks[*i][0][answer] + aimaks[*i][1][answer];
                    let both: Vec<u64> = match told.depths[*i] {
                        Depth::Together => all
                            .checked_sub(w)
                            .filter(|m| *m <= right)
                            .into_iter()
                            .collect(),
                        _ => (0..=right).collect(),
                    };
                    longer.extend(
                        both.into_iter()
                            .map(|m| [begun.clone(), vec![(w, m)]].concat()),
                    );
                }
            }
            found = longer;
        }
        found.retain(|all| {
            all.iter().map(|x| x.0).sum::<u64>() == women
                && all.iter().map(|x| x.1).sum::<u64>() == men
        });
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_reader_can_subtract(aimaks in prop::collection::vec(prop::collection::vec(prop::collection::vec(0_u64..14, 2), 2), 1..4)) {
            let told = Rising::of(&aimaks, &Rule::METHODS).unwrap();
            let risen: Vec<usize> = (0..aimaks.len()).filter(|i| told.depths[*i] != Depth::BySex).collect();
            for (depth, aimak) in told.depths.iter().zip(&aimaks) {
                let own = own_depth(&CountTable::new(aimak.clone()).unwrap(), &Rule::METHODS);
                prop_assert!(*depth >= own);
            }
            if !told.oblast_by_sex {
                return Ok(());
            }
            for answer in 0..2 {
                let possible = agreeing(&told, &aimaks, answer);
                prop_assert!(!possible.is_empty());
                for (place, i) in risen.iter().enumerate() {
                    for sex in 0..2 {
                        let count = aimaks[*i][sex][answer];
                        let of = |x: &(u64, u64)| if sex == 0 { x.0 } else { x.1 };
                        let seen: Vec<u64> = possible.iter().map(|all| of(&all[place])).collect();
                        if Rule::METHODS.is_small(count) {
                            prop_assert!(seen.contains(&0) && seen.iter().max() >= Some(&5), "{:?} {:?}", told, aimaks);
                        }
                    }
                }
            }
        }
    }
}
