//! With which chance is one of the highest values really among them?

use statrs::distribution::{ContinuousCDF as _, StudentsT};

use super::interval::{StandardError, t_quantile};

/// Values of one estimate that are looked at, each as likely as the other.
const LIKELY: usize = 400;

/// The chance of each of independent values to be among the `first` highest, in the order of the values.
///
/// # Formula
/// What is true of value j is taken to lie about it as `xⱼ + SEⱼ·t(dfⱼ)` (nothing being known beforehand). `P = ∫ P(fewer than K others above y) dFⱼ(y)`,
/// the integral over 400 equally likely y; others above y are counted one after the other (Poisson–binomial), no draws.
///
/// # Range and edge cases
/// The chances sum to `first`. It says where the values point, not what an interval promises: where true values lie near each other it is surer than it
/// should be of the outermost, which the sets of [`super::ranks::ranks`] are not. 1 for all where there are no more than `first`; a value without
/// error has no other than itself, and values alike without error share the places.
///
/// # Example
/// ```
/// use aimak_science::methods::{among_first::among_first, interval::StandardError};
/// let error = StandardError { se: 1.0, df: 1e6 };
/// // Φ(1/√2) = .7602: the difference of both has the error √2
/// let chance = among_first(&[(1.0, error), (0.0, error)], 1);
/// assert!((chance[0] - 0.7602).abs() < 1e-3 && (chance[0] + chance[1] - 1.0).abs() < 1e-3);
/// ```
///
/// # Reference
/// Laird & Louis (1989), J. Educ. Stat. 14:29–46 (ranks out of the distributions of what is true); Hong (2013), Comput. Stat. Data Anal. 59:41–51
/// (Poisson–binomial).
pub fn among_first(values: &[(f64, StandardError)], first: usize) -> Vec<f64> {
    let spread: Vec<Spread> = values.iter().map(|value| Spread::of(*value)).collect();
    let chance = |own: usize| {
        let likely = (0..LIKELY).map(|place| (place as f64 + 0.5) / LIKELY as f64);
        let given = likely.map(|share| {
            let y = spread[own].quantile(share);
            let others = (0..spread.len()).filter(|&other| other != own);
            fewer_than(first, others.map(|other| spread[other].above(y)))
        });
        given.sum::<f64>() / LIKELY as f64
    };
    (0..values.len()).map(chance).collect()
}

/// The chance that fewer than so many of independent events happen.
fn fewer_than(count: usize, chances: impl Iterator<Item = f64>) -> f64 {
    let mut happened = vec![0.0; count];
    if let Some(none) = happened.first_mut() {
        *none = 1.0;
    }
    for chance in chances {
        let mut before = 0.0;
        for now in &mut happened {
            let stays = *now * (1.0 - chance);
            (before, *now) = (*now, stays + before * chance);
        }
    }
    happened.iter().sum()
}

/// Where the truth may lie about an estimate.
struct Spread {
    value: f64,
    se: f64,
    df: f64,
    /// `None` without error.
    t: Option<StudentsT>,
}

impl Spread {
    fn of((value, StandardError { se, df }): (f64, StandardError)) -> Self {
        let t = StudentsT::new(0.0, 1.0, df).ok();
        Self {
            value,
            se,
            df,
            t: t.filter(|_| se > 0.0),
        }
    }

    /// The value that this share of what may be true lies below.
    fn quantile(&self, share: f64) -> f64 {
        match self.t {
            Some(_) => self.value + self.se * t_quantile(share, self.df),
            None => self.value,
        }
    }

    /// The chance to lie above y.
    fn above(&self, y: f64) -> f64 {
        match &self.t {
            Some(t) => t.sf((y - self.value) / self.se),
            None if self.value == y => 0.5,
            None => f64::from(u8::from(self.value > y)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn error(se: f64, df: f64) -> StandardError {
        StandardError { se, df }
    }

    /// By scipy 1.17 (`integrate.quad` over each density of t, others above listed set by set), to six places.
    #[test]
    fn as_scipy_integrates_it() {
        let values = [
            (5.0, error(1.0, 9.0)),
            (4.2, error(0.5, 14.0)),
            (3.9, error(2.0, 5.0)),
            (1.0, error(0.8, 20.0)),
            (3.0, error(0.3, 1e6)),
        ];
        let integrated = [
            [0.554_878, 0.151_409, 0.292_869, 0.000_096, 0.000_748],
            [0.856_570, 0.642_251, 0.474_322, 0.000_840, 0.026_017],
            [0.968_555, 0.982_720, 0.666_284, 0.006_714, 0.375_726],
        ];
        for (first, wanted) in (1..).zip(integrated) {
            for (found, wanted) in among_first(&values, first).iter().zip(wanted) {
                assert!((found - wanted).abs() < 5e-4, "{first}: {found} {wanted}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn chances_share_the_places(values in prop::collection::vec((-3.0..3.0_f64, 0.2..3.0_f64, 3.0..40.0_f64), 1..9), first in 1_usize..9) {
            let values: Vec<_> = values.into_iter().map(|(value, se, df)| (value, error(se, df))).collect();
            let chances = among_first(&values, first);
            let places = first.min(values.len()) as f64;
            prop_assert!((chances.iter().sum::<f64>() - places).abs() < 0.01 * places.max(1.0), "{chances:?}");
            prop_assert!(chances.iter().all(|chance| (-1e-12..=1.0 + 1e-12).contains(chance)));
        }
    }

    #[test]
    fn without_errors_the_order_is_what_it_is() {
        let values = [3.0, 2.0, 1.0].map(|value| (value, error(0.0, 9.0)));
        assert_eq!(among_first(&values, 2), [1.0, 1.0, 0.0]);
        let alike = [2.0, 2.0].map(|value| (value, error(0.0, 9.0)));
        assert_eq!(among_first(&alike, 1), [0.5, 0.5]);
        assert_eq!(among_first(&[], 3), [0.0; 0]);
    }
}
