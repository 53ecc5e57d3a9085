use proptest::prelude::*;

use super::{
    super::{before_after_control::BeforeAfterControl, panel::Start, unit_change::panel_of},
    *,
};

#[test]
fn one_treated_cluster_is_no_certainty() {
    let treated = [1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
    let columns = [vec![1.0; 6], treated.to_vec()];
    let outcome = [5.0, 6.0, 1.0, 2.0, 3.0, 1.0];
    let one = ClusteredRegression::of(&columns, &outcome, &[0, 0, 1, 1, 2, 2], 1).unwrap();
    for kind in [ClusterRobust::Cr0, ClusterRobust::Cr2, ClusterRobust::Cr3] {
        assert_eq!(one.error(kind).unwrap_err().reason, Reason::TooFewClusters);
    }
}

#[test]
fn what_cannot_be_told_apart_is_refused() {
    let refused = |columns: &[Vec<f64>], clusters: &[usize]| {
        ClusteredRegression::of(columns, &[1.0, 2.0, 4.0], clusters, 0)
            .unwrap_err()
            .reason
    };
    assert_eq!(
        refused(&[vec![1.0; 3], vec![2.0; 3]], &[0, 1, 2]),
        Reason::TooFewObservations
    );
    assert_eq!(refused(&[vec![1.0; 3]], &[7, 7, 7]), Reason::TooFewClusters);
}

proptest! {
    #[test]
    fn by_unit_and_with_cr2_it_is_the_difference_of_changes_after_welch(
        y in prop::collection::vec(-5.0..5.0_f64, 28),
        treated in 2..6_usize,
    ) {
        let rows: Vec<(Start, &[f64], &[f64])> = y
            .chunks(4)
            .enumerate()
            .map(|(i, y)| (if i < treated { Start::In(3) } else { Start::Never }, y, &[][..]))
            .collect();
        let panel = panel_of(&[1, 2, 3, 4], &rows);
        let regression = ClusteredRegression::before_after_control(&panel, 3).unwrap();
        let welch = BeforeAfterControl::of(&panel, 3).unwrap();
        prop_assert!((regression.coefficient - welch.difference).abs() < 1e-9);
        let error = |kind| regression.error(kind).unwrap();
        prop_assert!((error(ClusterRobust::Cr2).se - welch.error.se).abs() < 1e-9);
        prop_assert!(error(ClusterRobust::Cr0).se < error(ClusterRobust::Cr2).se && error(ClusterRobust::Cr2).se < error(ClusterRobust::Cr3).se);
    }
}
