//! How like known places is another place, and does it lie outside what they show?

use std::cmp::Ordering;

/// How like the reference a place is; below zero it lies outside the range of at least one characteristic.
#[derive(Clone, Debug, PartialEq)]
pub struct Similarity {
    /// The least of [`Self::each`], at most 100.
    pub least: f64,
    /// The characteristic in which the place is least like them.
    pub least_alike: usize,
    /// By characteristic.
    pub each: Vec<f64>,
}

/// Multivariate environmental similarity of a place to reference places, characteristic by characteristic.
///
/// # Formula
/// f: per cent of the reference below the value p; lo and hi: its least and greatest.
/// `100·(p − lo)/(hi − lo)` where f = 0, `2f` where f ≤ 50, `2(100 − f)` where f < 100, `100·(hi − p)/(hi − lo)` where f = 100. The place is as like
/// as its least like characteristic: 100 in the middle of all, 0 at an end, −20 a fifth of the range beyond it.
///
/// # Units
/// `reference` by characteristic, then place; `place` by characteristic, in the same units, which do not matter.
///
/// # Range and edge cases
/// `None` without characteristics, without reference places, or where nothing is a number. A characteristic that all reference places share has no
/// range: one that has it too is alike (100), any other lies outside as far as nobody can say (−∞ is told as −100).
/// Being inside each range says nothing of combinations that no reference place has.
///
/// # Example
/// ```
/// use aimak_science::methods::similarity::similarity;
/// let slopes = vec![4.0, 6.0, 8.0, 10.0, 14.0];
/// // three of five lie below 9: f = 60, 2·(100 − 60)
/// assert_eq!(similarity(&[slopes.clone()], &[9.0]).unwrap().least, 80.0);
/// // 2 beyond a range of 10
/// let steep = similarity(&[slopes, vec![1.0, 2.0, 3.0, 4.0, 5.0]], &[16.0, 3.5]).unwrap();
/// assert_eq!((steep.least, steep.least_alike), (-20.0, 0));
/// ```
///
/// # Reference
/// Elith, Kearney & Phillips (2010), Methods Ecol. Evol. 1:330–342, appendix S3.
pub fn similarity(reference: &[Vec<f64>], place: &[f64]) -> Option<Similarity> {
    let each: Option<Vec<f64>> = reference
        .iter()
        .zip(place)
        .map(|(known, &value)| of_one(known, value))
        .collect();
    let each = each?;
    let by_value =
        |one: &(usize, &f64), other: &(usize, &f64)| -> Ordering { one.1.total_cmp(other.1) };
    let (least_alike, &least) = each.iter().enumerate().min_by(by_value)?;
    Some(Similarity {
        least,
        least_alike,
        each,
    })
}

/// The similarity in one characteristic.
fn of_one(known: &[f64], value: f64) -> Option<f64> {
    let all = || known.iter().copied();
    if known.is_empty() || !all().chain([value]).all(f64::is_finite) {
        return None;
    }
    let (lo, hi) = (
        all().fold(f64::INFINITY, f64::min),
        all().fold(f64::NEG_INFINITY, f64::max),
    );
    if lo == hi {
        return Some(if value == lo { 100.0 } else { -100.0 });
    }
    let below = all().filter(|known| *known < value).count();
    let percent = 100.0 * below as f64 / known.len() as f64;
    Some(if below == 0 {
        100.0 * (value - lo) / (hi - lo)
    } else if below == known.len() {
        100.0 * (hi - value) / (hi - lo)
    } else {
        2.0 * percent.min(100.0 - percent)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn reference() -> Vec<Vec<f64>> {
        vec![
            vec![4.1, 6.3, 7.7, 8.2, 9.9, 12.4, 13.0, 15.8, 18.5, 21.2],
            vec![0.22, 0.31, 0.28, 0.35, 0.41, 0.19, 0.44, 0.38, 0.27, 0.33],
            vec![
                2317.0, 2999.0, 5601.0, 7859.0, 8155.0, 8843.0, 8884.0, 9172.0, 10186.0, 10197.0,
            ],
        ]
    }

    /// Printed by `similarity` of rmaxent (github.com/johnbaums/rmaxent, commit 6839502) in R 4.2: none of the values is one of the reference,
    /// where it counts those not above instead of those below.
    #[test]
    fn as_rmaxent_prints_it() {
        let printed = [
            ([9.0, 0.30, 8500.0], [80.0, 80.0, 100.0], 0),
            ([25.0, 0.36, 6000.0], [-22.222_222_222_222_2, 60.0, 60.0], 0),
            ([2.0, 0.40, 4911.0], [-12.280_701_754_386_0, 40.0, 40.0], 0),
            ([16.0, 0.48, 8300.0], [40.0, -16.0, 100.0], 1),
            (
                [12.7, 0.20, 12_000.0],
                [80.0, 20.0, -22.880_710_659_898_5],
                2,
            ),
            ([20.0, 0.315, 2400.0], [20.0, 100.0, 20.0], 0),
        ];
        for (place, each, least_alike) in printed {
            let found = similarity(&reference(), &place).unwrap();
            for (found, printed) in found.each.iter().zip(each) {
                assert!(
                    (found - printed).abs() < 1e-11,
                    "{place:?}: {found} {printed}"
                );
            }
            assert_eq!(found.least_alike, least_alike, "{place:?}");
        }
    }

    proptest! {
        #[test]
        fn units_do_not_matter_and_outside_is_below_zero(
            known in prop::collection::vec(-9.0..9.0_f64, 2..20),
            value in -20.0..20.0_f64,
            scale in 0.01..100.0_f64,
        ) {
            let found = similarity(std::slice::from_ref(&known), &[value]).unwrap().least;
            let scaled: Vec<f64> = known.iter().map(|known| known * scale).collect();
            prop_assert!((similarity(&[scaled], &[value * scale]).unwrap().least - found).abs() < 1e-6);
            let beyond = known.iter().all(|known| *known < value) || known.iter().all(|known| *known > value);
            prop_assert_eq!(found < 0.0, beyond);
            prop_assert!(found <= 100.0);
        }
    }

    #[test]
    fn without_a_range_only_the_same_is_alike() {
        assert_eq!(similarity(&[vec![3.0; 4]], &[3.0]).unwrap().least, 100.0);
        assert!(similarity(&[vec![3.0; 4]], &[3.1]).unwrap().least < 0.0);
        assert_eq!(similarity(&[], &[]), None);
        assert_eq!(similarity(&[vec![]], &[1.0]), None);
        assert_eq!(similarity(&[vec![1.0, 2.0]], &[f64::NAN]), None);
    }
}
