//! By how much did the units that went organic change, whatever the cause?

use aimak_core::{Message, Reason, Withheld};
use rand::Rng as _;

use crate::methods::interval::{StandardError, mean};

use super::{draw::random, panel::Balanced, unit_change::UnitChange};

/// Changes whose signs share a byte: of each eight the 256 sums are made once, and a draw looks them up.
const SIGNS: usize = 8;

/// Change of treated units from before to after their own start. It is a "change" and never an "effect": weather and market
/// changed too.
///
/// # Formula
/// `d̄ = Σ dᵢ/n`, `SE = s_d/√n`, `d̄ ± t(.975, n−1)·SE`; dᵢ is the mean of the periods from unit i's start on, less the mean of those
/// before.
///
/// # Units
/// Those of the outcome.
///
/// # Range and edge cases
/// Withheld for fewer than two units. Equal changes give SE 0, which says that the units agree, not that nothing is uncertain.
///
/// # Example
/// ```
/// use aimak_science::effect::paired::PairedChange;
/// let change = PairedChange::of(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]).unwrap();
/// assert_eq!((change.before, change.after, change.mean), (2.0, 4.0, 2.0));
/// assert!((change.error.se - 1.0 / 3_f64.sqrt()).abs() < 1e-12);
/// // all three rise: two of the eight signs reach as far
/// assert_eq!(change.sign_flip(0).p, 0.25);
/// ```
///
/// # Reference
/// METHODS H.3 (E2), A.9; STATISTICS, section 6, rung 1.
#[derive(Clone, Debug, PartialEq)]
pub struct PairedChange {
    /// Mean of the units before.
    pub before: f64,
    /// Mean of the units after.
    pub after: f64,
    /// Change of each unit, in the order given.
    pub changes: Vec<f64>,
    /// Their mean.
    pub mean: f64,
    /// Its standard error, n − 1 degrees of freedom.
    pub error: StandardError,
}

/// A p-value and what it was found from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SignFlip {
    /// Two-sided.
    pub p: f64,
    /// How many sets of signs were looked at.
    pub orders: usize,
    /// True where these were all of them.
    pub exact: bool,
}

impl PairedChange {
    /// Most units for which all signs are tried.
    pub const EXACT_UP_TO: usize = 20;
    /// Sets of signs drawn for more units.
    pub const DRAWS: usize = 9_999;

    /// The change over pairs of (before, after).
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` for fewer than two.
    pub fn of(pairs: &[(f64, f64)]) -> Result<Self, Withheld> {
        let changes: Vec<f64> = pairs.iter().map(|(before, after)| after - before).collect();
        let side = |pick: fn(&(f64, f64)) -> f64| mean(&pairs.iter().map(pick).collect::<Vec<_>>());
        let found = StandardError::of_mean(&changes).zip(mean(&changes));
        let sides = side(|pair| pair.0).zip(side(|pair| pair.1));
        let (Some((error, mean)), Some((before, after))) = (found, sides) else {
            let detail = Message::new("detail-effect-units").with("n", pairs.len());
            return Err(
                Withheld::because(Reason::TooFewClusters).with(detail.with("needed", 2_usize))
            );
        };
        Ok(Self {
            before,
            after,
            changes,
            mean,
            error,
        })
    }

    /// The change of all treated units of a panel, each about its own start; what a unit may have changed `anticipation` units of time before
    /// it already is not counted as "before".
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` for fewer than two.
    pub fn of_treated(panel: &Balanced, anticipation: u32) -> Result<Self, Withheld> {
        let pairs: Vec<(f64, f64)> = panel
            .cohorts()
            .into_iter()
            .flat_map(|(start, units)| units.into_iter().map(move |unit| (unit, start)))
            .filter_map(|(unit, start)| UnitChange::anticipated(panel, unit, start, anticipation))
            .map(|change| (change.before, change.after))
            .collect();
        Self::of(&pairs)
    }

    /// How many units.
    pub fn units(&self) -> usize {
        self.changes.len()
    }

    /// Two-sided p of the mean when each unit's change could as well have had the other sign.
    ///
    /// # Formula
    /// Share of the 2ⁿ signs with `|Σ ±dᵢ| ≥ |Σ dᵢ|`, ties counted; above [`Self::EXACT_UP_TO`] units `(1 + those drawn)/(1 + draws)`.
    ///
    /// # Reference
    /// Fisher (1935), The Design of Experiments, section 21.
    pub fn sign_flip(&self, seed: u64) -> SignFlip {
        let size: f64 = self.changes.iter().map(|change| change.abs()).sum();
        // sums in another order differ in their last digits: a tie must not hang on them
        let far = self.changes.iter().sum::<f64>().abs() - 1e-12 * size;
        if let (Some((first, rest)), true) = (
            self.changes.split_first(),
            self.units() <= Self::EXACT_UP_TO,
        ) {
            // the mirror image of every set is as far: the first sign can stand
            let half = 1_usize << rest.len();
            return SignFlip {
                p: reaching(*first, rest, far) as f64 / half as f64,
                orders: 2 * half,
                exact: true,
            };
        }
        let tables: Vec<[f64; 1 << SIGNS]> =
            self.changes.chunks(SIGNS).map(sums_by_signs).collect();
        let mut signs = vec![0_u8; tables.len()];
        let reached = (0..Self::DRAWS).filter(|&k| {
            random(seed, &["sign flip"], k).fill_bytes(&mut signs);
            let parts = tables.iter().zip(&signs);
            let sum: f64 = parts.map(|(table, sign)| table[usize::from(*sign)]).sum();
            sum.abs() >= far
        });
        SignFlip {
            p: (1 + reached.count()) as f64 / (1 + Self::DRAWS) as f64,
            orders: Self::DRAWS,
            exact: false,
        }
    }
}

/// The sum of up to eight changes by each choice of signs: a set bit turns a change.
fn sums_by_signs(changes: &[f64]) -> [f64; 1 << SIGNS] {
    std::array::from_fn(|signs| {
        let signed = |(place, change): (usize, &f64)| {
            let turned = signs >> place & 1 == 1;
            if turned { -change } else { *change }
        };
        changes.iter().enumerate().map(signed).sum()
    })
}

/// How many signs of `rest` bring the sum, begun with `sum`, as far as `far`.
fn reaching(sum: f64, rest: &[f64], far: f64) -> usize {
    match rest.split_first() {
        None => usize::from(sum.abs() >= far),
        Some((next, rest)) => reaching(sum + next, rest, far) + reaching(sum - next, rest, far),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{panel::Start, unit_change::panel_of},
        *,
    };

    #[test]
    fn one_unit_is_no_mean() {
        let refused = PairedChange::of(&[(1.0, 2.0)]).unwrap_err();
        assert_eq!(refused.reason, Reason::TooFewClusters);
        assert_eq!(
            PairedChange::of(&[]).unwrap_err().reason,
            Reason::TooFewClusters
        );
    }

    #[test]
    fn each_unit_is_taken_about_its_own_start() {
        let panel = panel_of(
            &[1, 2, 3],
            &[
                (Start::In(2), &[0.0, 4.0, 6.0], &[]),
                (Start::In(3), &[1.0, 3.0, 5.0], &[]),
                (Start::Never, &[9.0, 0.0, 9.0], &[]),
            ],
        );
        let change = PairedChange::of_treated(&panel, 0).unwrap();
        assert_eq!(change.changes, [5.0, 3.0]);
        assert_eq!((change.units(), change.mean), (2, 4.0));
        // the first has no time before its anticipation, the second is seen from time 1 on
        let alone = PairedChange::of_treated(&panel, 1).unwrap_err();
        assert_eq!(alone.reason, Reason::TooFewClusters);
    }

    #[test]
    fn drawn_signs_come_near_the_exact_share_and_stay_the_same() {
        // 21 changes, one of them against the others: by all 2^21 signs (binomial) 2·(1 + 21)/2^21
        let mut pairs = vec![(0.0, 1.0); 20];
        pairs.push((1.0, 0.0));
        let change = PairedChange::of(&pairs).unwrap();
        let found = change.sign_flip(3);
        assert!(!found.exact && found.p < 5e-4 && found.p >= 1e-4);
        assert_eq!(found, change.sign_flip(3));
        // 24 changes, 12 up and 12 down: every set reaches as far
        let even: Vec<(f64, f64)> = (0..24)
            .map(|i| (0.0, if i % 2 == 0 { 1.0 } else { -1.0 }))
            .collect();
        assert_eq!(PairedChange::of(&even).unwrap().sign_flip(3).p, 1.0);
    }

    proptest! {
        #[test]
        fn turned_round_the_change_turns_and_p_stays(pairs in prop::collection::vec((-9_i8..9, -9_i8..9), 2..10)) {
            let pairs: Vec<(f64, f64)> = pairs.into_iter().map(|(a, b)| (f64::from(a), f64::from(b))).collect();
            let turned: Vec<(f64, f64)> = pairs.iter().rev().map(|(before, after)| (*after, *before)).collect();
            let (there, back) = (PairedChange::of(&pairs).unwrap(), PairedChange::of(&turned).unwrap());
            prop_assert!((there.mean + back.mean).abs() < 1e-12 && (there.error.se - back.error.se).abs() < 1e-12);
            prop_assert_eq!(there.sign_flip(0), back.sign_flip(0));
            prop_assert!(there.sign_flip(0).p >= 2.0 / f64::from(1_u32 << pairs.len()));
        }
    }
}
