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
    /// Number of kinds; every group of a level counts the same.
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
    /// Order 1: of each level `exp(Σ_g w_g H_g)`, H_g the entropy of the weighted mean shares of group g and w_g its share of the
    /// weight. Order 0: the mean number of kinds over the groups of the level.
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
    /// // kinds: 2 in all; V 2 and W 1; A 2, B 1, C 1
    /// let kinds = Nested::of(&farms, NestedOrder::Zero, HoldingWeight::Amount).unwrap();
    /// assert_eq!(kinds.levels, [2.0, 1.5, 4.0 / 3.0]);
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

/// Weighted sums of shares by kind for each group of a level, with the weight of the group.
fn grouped<'a>(
    held: &[(&'a Holding, f64)],
    level: usize,
    weight: HoldingWeight,
) -> Vec<(f64, BTreeMap<&'a str, f64>)> {
    let mut groups: BTreeMap<&[String], (f64, BTreeMap<&str, f64>)> = BTreeMap::new();
    for (holding, total) in held {
        let weight = match weight {
            HoldingWeight::Amount => *total,
            HoldingWeight::Equal => 1.0,
        };
        let (sum, kinds) = groups.entry(&holding.groups[..level]).or_default();
        *sum += weight;
        for (kind, amount) in &holding.amounts {
            *kinds.entry(kind).or_default() += weight * amount / total;
        }
    }
    groups.into_values().collect()
}

fn of_level(groups: &[(f64, BTreeMap<&str, f64>)], order: NestedOrder) -> Option<f64> {
    let all: f64 = groups.iter().map(|(weight, _)| weight).sum();
    let (mut kinds, mut entropy) = (0.0, 0.0);
    for (weight, amounts) in groups {
        let amounts: Vec<f64> = amounts.values().copied().collect();
        kinds += hill_number(&amounts, 0.0)?;
        entropy += weight / all * shannon(&amounts)?;
    }
    Some(match order {
        NestedOrder::Zero => kinds / groups.len() as f64,
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
        fn by_weighted_entropy_no_level_exceeds_the_one_around_it(holdings in holdings()) {
            for weight in [HoldingWeight::Amount, HoldingWeight::Equal] {
                let Some(nested) = Nested::of(&holdings, NestedOrder::One, weight) else { continue };
                prop_assert!(nested.betas().iter().all(|beta| *beta >= 1.0 - 1e-9), "{nested:?}");
                let kinds = Nested::of(&holdings, NestedOrder::Zero, weight).unwrap();
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
            Nested::of(&[empty.clone()], NestedOrder::One, HoldingWeight::Equal),
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
