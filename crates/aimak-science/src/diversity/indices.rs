//! How even is a community, and how likely are two of its individuals of one species?

use super::{
    hill::{shannon, total},
    sample::{Sample, SamplingUnit},
};

/// Simpson's concentration: the chance that two individuals, drawn with replacement, are of one species.
///
/// # Formula
/// `λ = Σ pᵢ²`; vegan's `simpson` is `1 − λ`, its `invsimpson` `1/λ` the Hill number of order 2.
///
/// # Units
/// None (a chance).
///
/// # Range and edge cases
/// 1/S to 1; nothing present gives `None` (vegan says `1 − λ` = 1 there).
///
/// # Example
/// ```
/// use aimak_science::diversity::indices::concentration;
/// // METHODS E.5: 1 − Σ p² of six crops
/// let areas = [12.0, 8.0, 5.0, 3.0, 1.5, 0.5];
/// assert!((1.0 - concentration(&areas).unwrap() - 0.72833).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS E.1; Simpson (1949), Nature 163:688.
pub fn concentration(amounts: &[f64]) -> Option<f64> {
    let total = total(amounts)?;
    let present = amounts.iter().filter(|amount| **amount > 0.0);
    Some(present.map(|amount| (amount / total).powi(2)).sum())
}

/// Pielou's evenness.
///
/// # Formula
/// `J = H / ln S`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// Above 0 to 1 (equal shares). One species has no evenness: `None`.
///
/// # Example
/// ```
/// use aimak_science::diversity::indices::pielou;
/// assert!((pielou(&[12.0, 8.0, 5.0, 3.0, 1.5, 0.5]).unwrap() - 0.81813).abs() < 5e-6);
/// assert_eq!(pielou(&[3.0]), None);
/// ```
///
/// # Reference
/// METHODS E.1; Pielou (1966), J. Theor. Biol. 13:131–144.
pub fn pielou(amounts: &[f64]) -> Option<f64> {
    let species = amounts.iter().filter(|amount| **amount > 0.0).count();
    if species < 2 {
        return None;
    }
    Some(shannon(amounts)? / (species as f64).ln())
}

/// Hill's evenness of order q: how many species it feels like, of those there are.
///
/// # Formula
/// `qD / S`.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// 1/S to 1; nothing present gives `None`, one species 1.
///
/// # Example
/// ```
/// use aimak_science::diversity::indices::hill_evenness;
/// assert!((hill_evenness(&[12.0, 8.0, 5.0, 3.0, 1.5, 0.5], 1.0).unwrap() - 0.72190).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS E.1 and E.5.
pub fn hill_evenness(amounts: &[f64], q: f64) -> Option<f64> {
    let species = amounts.iter().filter(|amount| **amount > 0.0).count();
    Some(super::hill::hill_number(amounts, q)? / species as f64)
}

/// Hurlbert's chance of an encounter between species: the share of pairs of different individuals that differ in species.
///
/// # Formula
/// `1 − Σ xᵢ(xᵢ − 1)/(n(n − 1))`.
///
/// # Units
/// None (a chance).
///
/// # Range and edge cases
/// 0 to 1. `None` below two individuals, and for plots, where presences are not drawn from one another.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Sample, indices::encounter_chance};
/// // 3 pairs of 10 are equal: 2 of one species have 1, 3 of the other 3, so 1 − 4/10
/// assert!((encounter_chance(&Sample::of_individuals(&[2, 3])).unwrap() - 0.6).abs() < 1e-15);
/// ```
///
/// # Reference
/// Hurlbert (1971), Ecology 52:577–586.
pub fn encounter_chance(sample: &Sample) -> Option<f64> {
    if sample.unit() == SamplingUnit::Plots || sample.size() < 2 {
        return None;
    }
    let pairs = |x: f64| x * (x - 1.0);
    let equal: f64 = sample
        .tally()
        .iter()
        .map(|(x, species)| *species as f64 * pairs(*x as f64))
        .sum();
    Some(1.0 - equal / pairs(sample.size() as f64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::hill::hill_number, *};

    proptest! {
        #[test]
        fn concentration_is_the_inverse_of_order_two(amounts in prop::collection::vec(0.001..1000.0, 1..40)) {
            let product = concentration(&amounts).unwrap() * hill_number(&amounts, 2.0).unwrap();
            prop_assert!((product - 1.0).abs() < 1e-9);
        }

        #[test]
        fn evenness_is_one_of_equal_amounts_and_less_of_others(n in 2usize..40, more in 1.5..9.0) {
            let mut amounts = vec![1.0; n];
            prop_assert!((pielou(&amounts).unwrap() - 1.0).abs() < 1e-12);
            amounts[0] = more;
            prop_assert!(pielou(&amounts).unwrap() < 1.0 && hill_evenness(&amounts, 2.0).unwrap() < 1.0);
        }
    }

    #[test]
    fn nothing_present_has_no_index() {
        assert_eq!(concentration(&[]), None);
        assert_eq!(pielou(&[0.0, 0.0]), None);
        assert_eq!(hill_evenness(&[f64::NAN], 1.0), None);
        assert_eq!(encounter_chance(&Sample::of_plots(&[2, 1], 3)), None);
    }
}
