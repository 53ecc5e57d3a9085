//! Did the same people move up the scale more, and farther, than down?

use crate::trend::concordance::two_sided_p;

/// What becomes of persons who answered the same both times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ZeroRule {
    /// They are ranked with the others and then left out (Pratt); the default.
    Pratt,
    /// They are left out before ranking.
    Dropped,
}

/// Signed-rank test of Wilcoxon.
///
/// # Formula
/// W⁺ is the sum of the ranks of rises. With n ranked, t₀ of them zero and groups of t equal changes:
/// `E = n(n+1)/4 − t₀(t₀+1)/4`, `V = [n(n+1)(2n+1) − t₀(t₀+1)(2t₀+1)]/24 − Σ(t³−t)/48`, `z = (W⁺ − E)/√V`, without correction
/// for continuity.
///
/// # Range and edge cases
/// `None` where nobody changed. The normal distribution is rough for fewer than some twenty changes; [`SignedRank::exact_p`] is
/// there for them.
///
/// # Example
/// ```
/// use aimak_science::attitudes::signed_rank::{SignedRank, ZeroRule};
/// let changes = [1, 1, 0, 1, 2, 0, -1, 1, 1, 1, 1, -1];
/// let pratt = SignedRank::of(&changes, ZeroRule::Pratt).unwrap();
/// assert_eq!((pratt.rises, pratt.expected, pratt.variance), (61.0, 37.5, 146.25));
/// assert!((pratt.z() - 1.943211).abs() < 5e-7 && (pratt.p() - 0.051991).abs() < 5e-7);
/// let dropped = SignedRank::of(&changes, ZeroRule::Dropped).unwrap();
/// assert!((dropped.z() - 1.941451).abs() < 5e-7 && (dropped.p() - 0.052204).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS F.4; Wilcoxon (1945), Biometrics Bull. 1:80–83; Pratt (1959), J. Am. Stat. Assoc. 54:655–667.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedRank {
    /// W⁺, sum of ranks of rises.
    pub rises: f64,
    /// Its expectation when rise and fall are equally likely.
    pub expected: f64,
    /// Its variance then.
    pub variance: f64,
    /// Twice the rank of every change, so that half ranks are whole numbers.
    doubled_ranks: Vec<usize>,
}

impl SignedRank {
    /// Most changes for which the exact distribution is built.
    pub const EXACT_UP_TO: usize = 200;

    /// Tests whole-number changes.
    pub fn of(changes: &[i16], zeros: ZeroRule) -> Option<Self> {
        let mut sizes: Vec<(u16, bool)> = changes
            .iter()
            .map(|change| (change.unsigned_abs(), *change > 0))
            .collect();
        if zeros == ZeroRule::Dropped {
            sizes.retain(|(size, _)| *size > 0);
        }
        sizes.sort_unstable();
        let n = sizes.len() as f64;
        let unchanged = sizes.iter().filter(|(size, _)| *size == 0).count() as f64;
        if n == unchanged {
            return None;
        }
        let (mut rises, mut ties, mut below) = (0.0, 0.0, 0);
        let mut doubled_ranks = Vec::new();
        for group in sizes.chunk_by(|a, b| a.0 == b.0) {
            let doubled = 2 * below + group.len() + 1;
            below += group.len();
            if group[0].0 == 0 {
                continue;
            }
            let t = group.len() as f64;
            ties += t * t * t - t;
            let rising = group.iter().filter(|(_, rises)| *rises).count();
            rises += rising as f64 * doubled as f64 / 2.0;
            doubled_ranks.extend(std::iter::repeat_n(doubled, group.len()));
        }
        let sum = |m: f64| m * (m + 1.0);
        let squares = |m: f64| m * (m + 1.0) * (2.0 * m + 1.0);
        Some(Self {
            rises,
            expected: (sum(n) - sum(unchanged)) / 4.0,
            variance: (squares(n) - squares(unchanged)) / 24.0 - ties / 48.0,
            doubled_ranks,
        })
    }

    /// Persons whose answer changed.
    pub fn changed(&self) -> usize {
        self.doubled_ranks.len()
    }

    /// The standard score.
    pub fn z(&self) -> f64 {
        (self.rises - self.expected) / self.variance.sqrt()
    }

    /// Two-sided p by the normal distribution.
    pub fn p(&self) -> f64 {
        two_sided_p(self.z())
    }

    /// Two-sided p when each change is turned round with chance one half, ties and all; `None` above
    /// [`Self::EXACT_UP_TO`] changes.
    ///
    /// # Formula
    /// Twice the smaller tail of W⁺ over the 2ᵐ signs of the m ranks, at most 1.
    ///
    /// # Example
    /// ```
    /// use aimak_science::attitudes::signed_rank::{SignedRank, ZeroRule};
    /// // ranks 1, 2, 3 all rise: one of eight signs gives 6, so p = 2/8
    /// let three = SignedRank::of(&[1, 2, 3], ZeroRule::Dropped).unwrap();
    /// assert_eq!(three.exact_p(), Some(0.25));
    /// ```
    pub fn exact_p(&self) -> Option<f64> {
        if self.changed() > Self::EXACT_UP_TO {
            return None;
        }
        let total: usize = self.doubled_ranks.iter().sum();
        // shares, not counts: 2^200 orders do not fit an integer
        let mut chance = vec![0.0; total + 1];
        chance[0] = 1.0;
        let mut reached = 0;
        for rank in &self.doubled_ranks {
            for sum in (0..=reached).rev() {
                let half = chance[sum] / 2.0;
                chance[sum] = half;
                chance[sum + rank] += half;
            }
            reached += rank;
        }
        let seen = (2.0 * self.rises).round() as usize;
        // the distribution is symmetric about half the total
        let lower = seen.min(total - seen);
        Some((2.0 * chance[..=lower].iter().sum::<f64>()).min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nobody_moved() {
        assert_eq!(SignedRank::of(&[0, 0, 0], ZeroRule::Pratt), None);
        assert_eq!(SignedRank::of(&[], ZeroRule::Dropped), None);
    }

    proptest! {
        #[test]
        fn turned_round_and_in_any_order(changes in prop::collection::vec(-4_i16..5, 1..30)) {
            for rule in [ZeroRule::Pratt, ZeroRule::Dropped] {
                let turned: Vec<i16> = changes.iter().rev().map(|change| -change).collect();
                let (there, back) = (SignedRank::of(&changes, rule), SignedRank::of(&turned, rule));
                prop_assert_eq!(there.is_some(), back.is_some());
                if let (Some(there), Some(back)) = (there, back) {
                    prop_assert!((there.z() + back.z()).abs() < 1e-9);
                    prop_assert!((there.exact_p().unwrap() - back.exact_p().unwrap()).abs() < 1e-12);
                    prop_assert!((there.rises + back.rises - 2.0 * there.expected).abs() < 1e-9);
                }
            }
        }

        #[test]
        fn exact_by_all_signs(changes in prop::collection::vec(prop_oneof![-3_i16..0, 1_i16..4], 1..9)) {
            let found = SignedRank::of(&changes, ZeroRule::Dropped).unwrap();
            let centre = found.expected;
            let far = (0..1_u32 << changes.len()).filter(|signs| {
                let signed = changes.iter().enumerate().map(|(i, change)| if signs >> i & 1 == 1 { change.abs() } else { -change.abs() });
                let other = SignedRank::of(&signed.collect::<Vec<_>>(), ZeroRule::Dropped).unwrap();
                (other.rises - centre).abs() >= (found.rises - centre).abs() - 1e-9
            });
            let expected = far.count() as f64 / f64::from(1_u32 << changes.len());
            prop_assert!((found.exact_p().unwrap() - expected.min(1.0)).abs() < 1e-12);
        }
    }
}
