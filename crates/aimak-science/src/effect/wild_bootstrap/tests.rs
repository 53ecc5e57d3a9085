use proptest::prelude::*;

use super::*;

fn two_sides(y: &[f64]) -> ClusteredRegression {
    let half = y.len() / 2;
    let treated = (0..y.len())
        .map(|i| f64::from(u8::from(i < half)))
        .collect();
    let clusters: Vec<usize> = (0..y.len()).map(|i| i / 2).collect();
    ClusteredRegression::of(&[vec![1.0; y.len()], treated], y, &clusters, 1).unwrap()
}

#[test]
fn few_clusters_reject_nothing_and_say_so() {
    let regression = two_sides(&[5.0, 6.0, 5.5, 6.5, 1.0, 2.0, 1.5, 1.0]);
    let wild = WildBootstrap::new(&regression, Weights::Rademacher, 0);
    assert!(wild.p(0.0).ties_counted >= 2.0 / 16.0);
    assert_eq!(wild.limits().unwrap_err().reason, Reason::TooFewClusters);
    assert_eq!(
        (Weights::usual(11), Weights::usual(12)),
        (Weights::Webb, Weights::Rademacher)
    );
}

#[test]
fn six_points_have_mean_zero_and_variance_one_and_are_drawn_alike() {
    let drawn: Vec<f64> = (0..2_000)
        .flat_map(|k| Weights::Webb.draw(1, 6, k))
        .collect();
    let n = drawn.len() as f64;
    let mean = drawn.iter().sum::<f64>() / n;
    let variance = drawn.iter().map(|v| v * v).sum::<f64>() / n;
    // standard errors 0.009 and 0.004
    assert!(
        mean.abs() < 0.03 && (variance - 1.0).abs() < 0.015,
        "{mean} {variance}"
    );
    assert_eq!(Weights::Webb.draw(1, 6, 5), Weights::Webb.draw(1, 6, 5));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_estimate_itself_is_never_rejected_and_shifts_go_along(
        y in prop::collection::vec(-5.0..5.0_f64, 16),
        shift in -9.0..9.0_f64,
    ) {
        let regression = two_sides(&y);
        let wild = WildBootstrap::new(&regression, Weights::Rademacher, 0);
        prop_assert_eq!(wild.p(regression.coefficient).ties_counted, 1.0);
        let (lo, hi) = wild.limits().unwrap();
        prop_assert!(lo <= regression.coefficient && regression.coefficient <= hi);
        let moved: Vec<f64> = y.iter().enumerate().map(|(i, y)| if i < 8 { y + shift } else { *y }).collect();
        let moved = two_sides(&moved);
        let (moved_lo, moved_hi) = WildBootstrap::new(&moved, Weights::Rademacher, 0).limits().unwrap();
        prop_assert!((moved_lo - lo - shift).abs() < 1e-6 && (moved_hi - hi - shift).abs() < 1e-6);
    }
}
