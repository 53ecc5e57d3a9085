//! How many species does it feel like, once rare ones weigh less?

/// Orders closer to 1 than this are 1.
const SAME_ORDER: f64 = 1e-9;

/// Hill number of order q of a list of amounts (counts, covers or shares).
///
/// # Formula
/// `qD = (Σ pᵢ^q)^(1/(1−q))` with shares pᵢ; q = 0 number of species, q = 1 `exp(−Σ p ln p)`, q = 2 `1/Σ p²`.
///
/// # Units
/// Effective number of species.
///
/// # Range and edge cases
/// 1 to the number of species; zeros are dropped; nothing present gives `None`; one species gives 1 for every q.
///
/// # Example
/// ```
/// use aimak_science::methods::hill::hill_number;
/// let mut girdled = vec![46., 22., 17., 15., 15., 9., 8., 6., 6., 4., 2., 2., 2., 2.];
/// girdled.extend([1.0; 12]);
/// let hill = |q| hill_number(&girdled, q).unwrap();
/// assert_eq!(hill(0.0), 26.0);
/// assert!((hill(1.0) - 12.0597).abs() < 5e-5 && (hill(2.0) - 7.84).abs() < 1e-9);
/// assert_eq!(hill_number(&[0.0], 1.0), None);
/// ```
///
/// # Reference
/// METHODS E.1; Hill (1973), Ecology 54:427–432; Chao et al. (2014), Ecol. Monogr. 84:45–67, doi:10.1890/13-0133.1.
pub fn hill_number(amounts: &[f64], q: f64) -> Option<f64> {
    let total: f64 = amounts.iter().filter(|amount| **amount > 0.0).sum();
    if total <= 0.0 {
        return None;
    }
    let shares = amounts
        .iter()
        .filter(|amount| **amount > 0.0)
        .map(|amount| amount / total);
    if (q - 1.0).abs() < SAME_ORDER {
        return Some((-shares.map(|p| p * p.ln()).sum::<f64>()).exp());
    }
    if q == 0.0 {
        return Some(shares.count() as f64);
    }
    Some(shares.map(|p| p.powf(q)).sum::<f64>().powf(1.0 / (1.0 - q)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn never_rises_with_the_order(amounts in prop::collection::vec(0.001..1000.0, 1..40)) {
            let hill = |q| hill_number(&amounts, q).unwrap();
            prop_assert!(hill(0.0) >= hill(1.0) - 1e-9);
            prop_assert!(hill(1.0) >= hill(2.0) - 1e-9);
            prop_assert!(hill(2.0) >= 1.0 - 1e-9);
        }

        #[test]
        fn equal_amounts_count_the_species(n in 1usize..50, q in 0.0..3.0) {
            prop_assert!((hill_number(&vec![2.5; n], q).unwrap() - n as f64).abs() < 1e-9 * n as f64);
        }
    }
}
