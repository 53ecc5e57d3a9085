//! Did agreement change more in the programme's villages than in others?

use super::refusal::Refused;
use crate::{
    methods::interval::{StandardError, mean},
    trend::concordance::two_sided_p,
};

/// Fewest villages on each side for an interval by t (METHODS F.4).
pub const LEAST_VILLAGES: usize = 5;
/// Fewest on each side for the test over all assignments to be able to speak at all (METHODS H, amendment 4).
pub const LEAST_FOR_TEST: usize = 2;
/// Most assignments that are enumerated.
const MOST_ASSIGNMENTS: u64 = 3_000_000;

/// Changes of a share, village by village: the village is the unit, not the person.
///
/// # Formula
/// `Δ = mean of treated changes − mean of other changes`. From five villages on each side: Welch's standard error and df. Below: only
/// the test over all assignments of the treated among the villages, of `|Δ/SE|`; sides that differ and do not vary count as infinitely
/// far apart.
///
/// # Range and edge cases
/// −2 to 2 for shares. The smallest p there can be is told, because three villages against three can never reach 0.05.
///
/// # Example
/// ```
/// use aimak_science::attitudes::villages::VillageChanges;
/// // METHODS H.4, as changes of shares
/// let changes = VillageChanges::new(&[0.4, 0.2, 0.5, 0.1, 0.3, 0.35], &[0.1, 0.0, 0.2, 0.15, 0.05, 0.1]).unwrap();
/// assert!((changes.difference() - 0.208333).abs() < 5e-7);
/// let (lo, hi) = changes.limits().unwrap();
/// assert!((lo - 0.055746).abs() < 5e-7 && (hi - 0.360921).abs() < 5e-7);
/// let few = VillageChanges::new(&[0.4, 0.2, 0.5], &[0.1, 0.0, 0.2]).unwrap();
/// assert!(few.limits().is_err());
/// assert!((few.smallest_possible_p().unwrap() - 0.1).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS F.4, H.4; Welch (1947), Biometrika 34:28–35; STATISTICS section 6 for why the test is studentised.
#[derive(Clone, Debug, PartialEq)]
pub struct VillageChanges {
    treated: Vec<f64>,
    others: Vec<f64>,
}

impl VillageChanges {
    /// Changes of villages of the programme and of others.
    ///
    /// # Errors
    /// [`Refused::FewClusters`] below two on a side, [`Refused::OutOfRange`] for a change that is no number.
    pub fn new(treated: &[f64], others: &[f64]) -> Result<Self, Refused> {
        let n = treated.len().min(others.len());
        if n < LEAST_FOR_TEST {
            return Err(Refused::FewClusters {
                n,
                needed: LEAST_FOR_TEST,
            });
        }
        if !treated
            .iter()
            .chain(others)
            .all(|change| change.is_finite())
        {
            return Err(Refused::OutOfRange);
        }
        Ok(Self {
            treated: treated.to_vec(),
            others: others.to_vec(),
        })
    }

    /// How much more the treated changed.
    pub fn difference(&self) -> f64 {
        difference(&self.treated, &self.others)
    }

    /// Standard error over villages.
    pub fn standard_error(&self) -> StandardError {
        let of = |changes: &[f64]| {
            StandardError::of_mean(changes).expect("invariant: at least two villages on a side")
        };
        of(&self.treated).and(of(&self.others))
    }

    /// The 95 % limits by t.
    ///
    /// # Errors
    /// [`Refused::FewClusters`] below [`LEAST_VILLAGES`] on a side, [`Refused::NoSpread`] where all villages of each side changed
    /// alike.
    pub fn limits(&self) -> Result<(f64, f64), Refused> {
        let n = self.treated.len().min(self.others.len());
        if n < LEAST_VILLAGES {
            return Err(Refused::FewClusters {
                n,
                needed: LEAST_VILLAGES,
            });
        }
        let error = self.standard_error();
        if error.se == 0.0 {
            return Err(Refused::NoSpread);
        }
        Ok(error.limits(self.difference()))
    }

    /// Assignments of the treated among all villages; `None` where there are too many to go through.
    fn assignments(&self) -> Option<u64> {
        let (k, n) = (
            self.treated.len() as u64,
            (self.treated.len() + self.others.len()) as u64,
        );
        let mut count = 1_u64;
        for i in 0..k.min(n - k) {
            count = count * (n - i) / (i + 1);
            if count > MOST_ASSIGNMENTS {
                return None;
            }
        }
        Some(count)
    }

    /// Two-sided p over all assignments; with more than three million of them the normal distribution of `Δ/SE` is near enough.
    ///
    /// # Errors
    /// [`Refused::NoSpread`] where all villages changed alike.
    ///
    /// # Example
    /// ```
    /// use aimak_science::attitudes::villages::VillageChanges;
    /// // of the six ways to take two of four, the two extreme ones are as far apart as what was seen
    /// let changes = VillageChanges::new(&[0.8, 1.0], &[0.0, 0.3]).unwrap();
    /// assert!((changes.permutation_p().unwrap() - 2.0 / 6.0).abs() < 1e-12);
    /// ```
    pub fn permutation_p(&self) -> Result<f64, Refused> {
        let all: Vec<f64> = self.treated.iter().chain(&self.others).copied().collect();
        if all.iter().all(|change| *change == all[0]) {
            return Err(Refused::NoSpread);
        }
        let seen = studentised(&self.treated, &self.others);
        let Some(assignments) = self.assignments() else {
            return Ok(two_sided_p(seen));
        };
        let mut as_far = 0_u64;
        for_each_choice(all.len(), self.treated.len(), |chosen| {
            let (mut treated, mut others) = (Vec::new(), Vec::new());
            for (place, change) in all.iter().enumerate() {
                if chosen.contains(&place) {
                    &mut treated
                } else {
                    &mut others
                }
                .push(*change);
            }
            as_far += u64::from(studentised(&treated, &others) >= seen * (1.0 - 1e-9));
        });
        Ok(as_far as f64 / assignments as f64)
    }

    /// The smallest two-sided p so few villages can give: what was seen, and with sides of one size its mirror too.
    pub fn smallest_possible_p(&self) -> Option<f64> {
        let mirror = if self.treated.len() == self.others.len() {
            2.0
        } else {
            1.0
        };
        self.assignments().map(|count| mirror / count as f64)
    }
}

fn difference(treated: &[f64], others: &[f64]) -> f64 {
    let of = |changes: &[f64]| mean(changes).expect("invariant: each side has villages");
    of(treated) - of(others)
}

/// `|Δ/SE|`; infinite where the two sides differ and neither varies.
fn studentised(treated: &[f64], others: &[f64]) -> f64 {
    let of = |changes: &[f64]| {
        StandardError::of_mean(changes).expect("invariant: at least two villages on a side")
    };
    let difference = difference(treated, others).abs();
    let se = of(treated).and(of(others)).se;
    if difference == 0.0 {
        0.0
    } else {
        difference / se
    }
}

/// Calls `with` for each way to choose `k` of `n` places, in lexical order.
fn for_each_choice(n: usize, k: usize, mut with: impl FnMut(&[usize])) {
    let mut chosen: Vec<usize> = (0..k).collect();
    loop {
        with(&chosen);
        let Some(place) = (0..k).rev().find(|place| chosen[*place] < n - k + place) else {
            return;
        };
        chosen[place] += 1;
        for next in place + 1..k {
            chosen[next] = chosen[next - 1] + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_village_is_no_side() {
        let refused = VillageChanges::new(&[0.3], &[0.1, 0.2]);
        assert_eq!(refused, Err(Refused::FewClusters { n: 1, needed: 2 }));
        let alike = VillageChanges::new(&[0.1, 0.1], &[0.1, 0.1]).unwrap();
        assert_eq!(alike.permutation_p(), Err(Refused::NoSpread));
    }

    #[test]
    fn smallest_p_of_the_specification() {
        // METHODS H.4, one-sided 1/C: 3 of 6 → .05, 4 of 8 → .0143; 2 of 10 → .0222, two-sided alike since there is no mirror
        let of = |k: usize, n: usize| {
            let changes: Vec<f64> = (0..n).map(|i| i as f64).collect();
            VillageChanges::new(&changes[..k], &changes[k..])
                .unwrap()
                .smallest_possible_p()
                .unwrap()
        };
        assert!((of(3, 6) - 2.0 * 0.05).abs() < 1e-12);
        assert!((of(4, 8) - 2.0 / 70.0).abs() < 1e-12);
        assert!((of(2, 10) - 1.0 / 45.0).abs() < 1e-12);
    }

    #[test]
    fn choices_are_all_there_once() {
        let mut seen = Vec::new();
        for_each_choice(5, 3, |chosen| seen.push(chosen.to_vec()));
        assert_eq!(
            (seen.len(), &seen[0], &seen[9]),
            (10, &vec![0, 1, 2], &vec![2, 3, 4])
        );
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 10);
    }

    proptest! {
        #[test]
        fn p_is_a_share_of_assignments_and_not_below_the_smallest(
            treated in prop::collection::vec(-0.5..0.5_f64, 2..5), others in prop::collection::vec(-0.5..0.5_f64, 2..5),
        ) {
            let changes = VillageChanges::new(&treated, &others).unwrap();
            let (p, least) = (changes.permutation_p().unwrap(), changes.smallest_possible_p().unwrap());
            prop_assert!(p >= least - 1e-12 && p <= 1.0);
            let back = VillageChanges::new(&others, &treated).unwrap();
            prop_assert!((back.permutation_p().unwrap() - p).abs() < 1e-12);
            prop_assert!((back.difference() + changes.difference()).abs() < 1e-12);
        }
    }
}
