//! How much of the diversity of crops lies within farms, among farms of a village, and among villages?

use std::collections::BTreeMap;

use super::hill::{hill_number, shannon, total};

/// A farm (or plot, or herd): where it belongs, from the widest group inwards, and how much of each kind it has.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// Names of its groups, widest first: village, farm. The same number for every holding.
    pub groups: Vec<String>,
    /// Area or heads by kind (crop, variety, breed).
    pub amounts: BTreeMap<String, f64>,
}

/// What a holding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldingWeight {
    /// As much as it has: area, heads.
    Amount,
    /// All the same.
    Equal,
}

/// An order whose levels stay comparable when holdings weigh differently; other orders do not (Jost 2007), use
/// [`super::partition`] with equal weights for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NestedOrder {
    /// Number of kinds; a group counts as often as it has holdings.
    Zero,
    /// Exponential of the weighted mean entropy.
    One,
}

/// Effective numbers of kinds at each level.
#[derive(Clone, Debug, PartialEq)]
pub struct Nested {
    /// γ of everything first, then of each level of groups inwards, α of the holdings last.
    pub levels: Vec<f64>,
}

impl Nested {
    /// Nested diversity of holdings.
    ///
    /// # Formula
    /// Order 1: of each level `exp(Σ_g w_g H_g)`, `H_g` the entropy of the weighted mean shares of group g and `w_g` its share of the
    /// weight. Order 0: the number of kinds of a group, on average over the holdings of the level; weights do not matter.
    ///
    /// # Units
    /// Effective number of kinds (crops, varieties, breeds).
    ///
    /// # Range and edge cases
    /// Levels never rise inwards. Holdings that have nothing take no part; `None` where none has anything or where they do not name the
    /// same number of groups. Report both weights (METHODS E.5).
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::nested::{Holding, HoldingWeight, Nested, NestedOrder};
    /// let holding = |village: &str, farm: &str, wheat, barley| Holding {
    ///     groups: vec![village.into(), farm.into()],
    ///     amounts: [("wheat".to_owned(), wheat), ("barley".to_owned(), barley)].into(),
    /// };
    /// let farms = [holding("V", "A", 1.0, 1.0), holding("V", "B", 1.0, 0.0), holding("W", "C", 0.0, 1.0)];
    /// // kinds: 2 in all; V 2 for two farms and W 1 for one; A 2, B 1, C 1
    /// let kinds = Nested::of(&farms, NestedOrder::Zero, HoldingWeight::Amount).unwrap();
    /// assert_eq!(kinds.levels, [2.0, 5.0 / 3.0, 4.0 / 3.0]);
    /// // area: all 2 and 2 ha; V 2 and 1; only A is mixed, with half of the area
    /// let area = Nested::of(&farms, NestedOrder::One, HoldingWeight::Amount).unwrap();
    /// let village = 0.75 * (3_f64.ln() - 2.0 / 3.0 * 2_f64.ln());
    /// assert!((area.levels[0] - 2.0).abs() < 1e-12 && (area.levels[1] - village.exp()).abs() < 1e-12);
    /// assert!((area.levels[2] - 2_f64.sqrt()).abs() < 1e-12);
    /// assert!((area.betas().iter().product::<f64>() - 2_f64.sqrt()).abs() < 1e-12);
    /// ```
    ///
    /// # Reference
    /// METHODS E.5; Jost (2007), Ecology 88:2427–2439; Jarvis et al. (2008), PNAS 105:5326–5331.
    pub fn of(holdings: &[Holding], order: NestedOrder, weight: HoldingWeight) -> Option<Self> {
        let depth = holdings.first()?.groups.len();
        if holdings.iter().any(|holding| holding.groups.len() != depth) {
            return None;
        }
        let held: Vec<(&Holding, f64)> = holdings
            .iter()
            .filter_map(|holding| {
                let amounts: Vec<f64> = holding.amounts.values().copied().collect();
                Some((holding, total(&amounts)?))
            })
            .collect();
        if held.is_empty() {
            return None;
        }
        let levels = (0..=depth).map(|level| {
            let groups = grouped(&held, level, weight);
            of_level(&groups, order)
        });
        Some(Self {
            levels: levels.collect::<Option<_>>()?,
        })
    }

    /// Effective number of distinct groups between each level and the next one inwards.
    pub fn betas(&self) -> Vec<f64> {
        self.levels
            .windows(2)
            .map(|pair| pair[0] / pair[1])
            .collect()
    }
}

/// What the holdings of a group have together.
#[derive(Default)]
struct Group<'a> {
    holdings: f64,
    weight: f64,
    /// Weighted sums of shares by kind.
    kinds: BTreeMap<&'a str, f64>,
}

/// The groups of a level.
fn grouped<'a>(held: &[(&'a Holding, f64)], level: usize, weight: HoldingWeight) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<(&[String], usize), Group> = BTreeMap::new();
    for (place, (holding, total)) in held.iter().enumerate() {
        let weight = match weight {
            HoldingWeight::Amount => *total,
            HoldingWeight::Equal => 1.0,
        };
        // two holdings of one name at the innermost level are two
        let own = if level == holding.groups.len() {
            place
        } else {
            0
        };
        let group = groups.entry((&holding.groups[..level], own)).or_default();
        group.holdings += 1.0;
        group.weight += weight;
        for (kind, amount) in &holding.amounts {
            *group.kinds.entry(kind).or_default() += weight * amount / total;
        }
    }
    groups.into_values().collect()
}

fn of_level(groups: &[Group], order: NestedOrder) -> Option<f64> {
    let holdings: f64 = groups.iter().map(|group| group.holdings).sum();
    let all: f64 = groups.iter().map(|group| group.weight).sum();
    let (mut kinds, mut entropy) = (0.0, 0.0);
    for group in groups {
        let amounts: Vec<f64> = group.kinds.values().copied().collect();
        kinds += group.holdings * hill_number(&amounts, 0.0)?;
        entropy += group.weight / all * shannon(&amounts)?;
    }
    Some(match order {
        NestedOrder::Zero => kinds / holdings,
        NestedOrder::One => entropy.exp(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn holdings() -> impl Strategy<Value = Vec<Holding>> {
        let holding = ("[VW]", prop::collection::btree_map("[a-e]", 0.0..9.0, 1..5));
        prop::collection::vec(holding, 1..9).prop_map(|list| {
            let named = list.into_iter().enumerate();
            named
                .map(|(farm, (village, amounts))| Holding {
                    groups: vec![village, farm.to_string()],
                    amounts,
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn no_level_exceeds_the_one_around_it(holdings in holdings()) {
            for weight in [HoldingWeight::Amount, HoldingWeight::Equal] {
                let Some(nested) = Nested::of(&holdings, NestedOrder::One, weight) else { continue };
                prop_assert!(nested.betas().iter().all(|beta| *beta >= 1.0 - 1e-9), "{nested:?}");
                let kinds = Nested::of(&holdings, NestedOrder::Zero, weight).unwrap();
                prop_assert!(kinds.betas().iter().all(|beta| *beta >= 1.0 - 1e-9), "{kinds:?}");
                prop_assert!(kinds.levels[0] >= nested.levels[0] - 1e-9);
            }
        }
    }

    #[test]
    fn nothing_grown_and_unlike_groups_have_none() {
        let empty = Holding {
            groups: vec!["V".into()],
            amounts: BTreeMap::new(),
        };
        assert_eq!(
            Nested::of(
                std::slice::from_ref(&empty),
                NestedOrder::One,
                HoldingWeight::Equal
            ),
            None
        );
        let other = Holding {
            groups: vec![],
            amounts: [("x".to_owned(), 1.0)].into(),
        };
        assert_eq!(
            Nested::of(&[other, empty], NestedOrder::Zero, HoldingWeight::Equal),
            None
        );
    }
}
