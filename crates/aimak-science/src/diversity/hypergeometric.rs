//! What is expected of the number of marked ones in a draw?

/// Weights below this share of the largest add nothing.
const NEGLIGIBLE: f64 = 1e-20;

/// Expectation of `of[K]` where K counts the marked ones among `drawn` from `n`, of which `marked` are marked.
///
/// Weights start from 1 at the likeliest K, go both ways by their ratios and are divided by their sum: no factorial is
/// needed, none overflows, and far tails are never visited.
pub(super) fn expectation(n: u64, marked: u64, drawn: u64, of: &[f64]) -> f64 {
    let least = (marked + drawn).saturating_sub(n);
    let most = marked.min(drawn);
    let mode = ((drawn + 1) as f64 * (marked + 1) as f64 / (n + 2) as f64) as u64;
    let mode = mode.clamp(least, most);
    let (mut total, mut sum) = (1.0, of[mode as usize]);
    let mut weight = 1.0;
    for k in mode..most {
        let up = ((marked - k) * (drawn - k)) as f64;
        weight *= up / ((k + 1) * (n + k + 1 - marked - drawn)) as f64;
        if weight < NEGLIGIBLE {
            break;
        }
        total += weight;
        sum += weight * of[k as usize + 1];
    }
    weight = 1.0;
    for k in (least + 1..=mode).rev() {
        let down = (k * (n + k - marked - drawn)) as f64;
        weight *= down / ((marked - k + 1) * (drawn - k + 1)) as f64;
        if weight < NEGLIGIBLE {
            break;
        }
        total += weight;
        sum += weight * of[k as usize - 1];
    }
    sum / total
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// 3 drawn from 7 with 2 marked: chances of 0, 1, 2 are 10/35, 20/35, 5/35.
    #[test]
    fn chances_by_hand() {
        for (k, expected) in [(0, 10.0), (1, 20.0), (2, 5.0)] {
            let mut of = [0.0; 3];
            of[k] = 1.0;
            assert!((expectation(7, 2, 3, &of) - expected / 35.0).abs() < 1e-15);
        }
    }

    proptest! {
        #[test]
        fn mean_and_mean_of_pairs_are_known(n in 2u64..3_000, a in 0.0..1.0, b in 0.0..1.0) {
            let (marked, drawn) = ((a * n as f64) as u64, (b * n as f64) as u64);
            let list = |term: &dyn Fn(f64) -> f64| -> Vec<f64> { (0..=marked).map(|k| term(k as f64)).collect() };
            let (n_f, m, d) = (n as f64, marked as f64, drawn as f64);
            let mean = expectation(n, marked, drawn, &list(&|k| k));
            prop_assert!((mean - m * d / n_f).abs() < 1e-9 * (1.0 + mean));
            let pairs = expectation(n, marked, drawn, &list(&|k| k * (k - 1.0)));
            let expected = m * (m - 1.0) * d * (d - 1.0) / (n_f * (n_f - 1.0));
            prop_assert!((pairs - expected).abs() < 1e-9 * (1.0 + expected));
        }
    }
}
