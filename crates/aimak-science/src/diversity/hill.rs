//! How many species does it feel like, once rare ones weigh less?

/// Orders closer to 1 than this are 1.
const SAME_ORDER: f64 = 1e-9;
/// Orders closer to 1 than this need a sum that keeps its digits.
const NEAR_ONE: f64 = 0.1;

/// Hill number of order q of a list of amounts (counts, covers or shares).
///
/// # Formula
/// `qD = (Σ pᵢ^q)^(1/(1−q))` with shares pᵢ; q = 0 number of species, q = 1 `exp(−Σ p ln p)`, q = 2 `1/Σ p²`,
/// q = ∞ `1/max p`.
///
/// # Units
/// Effective number of species.
///
/// # Range and edge cases
/// 1 to the number of species; zeros are dropped; nothing present, an order below 0 or a total that is no number gives `None`; one species
/// gives 1 for every q.
///
/// # Example
/// ```
/// use aimak_science::diversity::hill::hill_number;
/// let mut girdled = vec![46., 22., 17., 15., 15., 9., 8., 6., 6., 4., 2., 2., 2., 2.];
/// girdled.extend([1.0; 12]);
/// let hill = |q| hill_number(&girdled, q).unwrap();
/// assert_eq!(hill(0.0), 26.0);
/// assert!((hill(1.0) - 12.0597).abs() < 5e-5 && (hill(2.0) - 7.84).abs() < 1e-9);
/// assert!((hill(f64::INFINITY) - 168.0 / 46.0).abs() < 1e-12);
/// assert_eq!(hill_number(&[0.0], 1.0), None);
/// ```
///
/// # Reference
/// METHODS E.1; Hill (1973), Ecology 54:427–432; Chao et al. (2014), Ecol. Monogr. 84:45–67, doi:10.1890/13-0133.1.
pub fn hill_number(amounts: &[f64], q: f64) -> Option<f64> {
    if q.is_nan() || q < 0.0 {
        return None;
    }
    if is_one(q) {
        return Some(shannon(amounts)?.exp());
    }
    let total = total(amounts)?;
    let present = amounts.iter().filter(|amount| **amount > 0.0);
    if q == 0.0 {
        return Some(present.count() as f64);
    }
    let largest = present.clone().copied().fold(0.0, f64::max);
    if q.is_infinite() {
        return Some(total / largest);
    }
    if (q - 1.0).abs() < NEAR_ONE {
        // the root of a sum next to 1 would blow up its last digit
        let share = |amount: &f64| amount / total;
        let excess: f64 = present
            .map(share)
            .map(|p| p * ((q - 1.0) * p.ln()).exp_m1())
            .sum();
        return Some((excess.ln_1p() / (1.0 - q)).exp());
    }
    // powers of shares vanish where q is large; powers of what each is of the largest do not
    let powers: f64 = present.map(|amount| (amount / largest).powf(q)).sum();
    Some((total / largest).powf(q / (q - 1.0)) * powers.powf(1.0 / (1.0 - q)))
}

/// True for the order at which the Hill number is a limit.
pub(super) fn is_one(q: f64) -> bool {
    (q - 1.0).abs() < SAME_ORDER
}

/// The sum of what is present; `None` where nothing is, or where it is no number.
pub(super) fn total(amounts: &[f64]) -> Option<f64> {
    let total: f64 = amounts.iter().filter(|amount| **amount > 0.0).sum();
    (total > 0.0 && total.is_finite()).then_some(total)
}

/// Shannon's entropy of a list of amounts.
///
/// # Formula
/// `H = −Σ pᵢ ln pᵢ`.
///
/// # Units
/// Nats.
///
/// # Range and edge cases
/// 0 (one species) to ln S; nothing present gives `None` (vegan says 0 there).
///
/// # Example
/// ```
/// use aimak_science::diversity::hill::shannon;
/// // METHODS E.5, areas of six crops
/// assert!((shannon(&[12.0, 8.0, 5.0, 3.0, 1.5, 0.5]).unwrap() - 1.46590).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS E.1; Shannon & Weaver (1949).
pub fn shannon(amounts: &[f64]) -> Option<f64> {
    let total = total(amounts)?;
    let shares = amounts
        .iter()
        .filter(|amount| **amount > 0.0)
        .map(|amount| amount / total);
    // of one species the sum is -0.0
    Some((-shares.map(|p| p * p.ln()).sum::<f64>()).abs())
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
        fn orders_meet_at_one(amounts in prop::collection::vec(0.001..1000.0, 1..40), beside in -0.001..0.001) {
            let (at, near) = (hill_number(&amounts, 1.0).unwrap(), hill_number(&amounts, 1.0 + beside).unwrap());
            prop_assert!((at - near).abs() < 0.05 * at, "{at} {near}");
            let nearer = hill_number(&amounts, 1.0 + 1e-6 * beside).unwrap();
            prop_assert!((at - nearer).abs() < 1e-7 * at, "{at} {nearer}");
        }

        #[test]
        fn very_high_orders_approach_the_largest_share(amounts in prop::collection::vec(0.001..1000.0, 1..40)) {
            let dominant = hill_number(&amounts, f64::INFINITY).unwrap();
            let nearly = hill_number(&amounts, 5_000.0).unwrap();
            prop_assert!(nearly >= dominant - 1e-9 && nearly < dominant * 1.02, "{nearly} {dominant}");
        }

        #[test]
        fn equal_amounts_count_the_species(n in 1usize..50, q in 0.0..3.0) {
            prop_assert!((hill_number(&vec![2.5; n], q).unwrap() - n as f64).abs() < 1e-9 * n as f64);
        }
    }
}
