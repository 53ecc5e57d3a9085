use aimak_core::Confidence;
use proptest::prelude::*;

use super::*;

/// Darwin's maize, crossed less self-fertilised, in eighths of an inch.
const MAIZE: [f64; 15] = [
    49.0, -67.0, 8.0, 16.0, 6.0, 23.0, 28.0, 41.0, 14.0, 29.0, 56.0, 24.0, 75.0, 60.0, -48.0,
];

fn pairs(differences: &[f64], aimaks: &[usize]) -> Vec<FieldPair> {
    let pair = |(place, difference): (usize, &f64)| FieldPair {
        pair: format!("{place:02}"),
        aimak: aimaks
            .get(place)
            .map_or_else(String::new, |aimak| format!("aimak {aimak}")),
        organic: 100.0 + difference,
        comparison: 100.0,
    };
    differences.iter().enumerate().map(pair).collect()
}

fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 1e-12 * expected.abs().max(1.0),
        "{found}, expected {expected}"
    );
}

/// R 4.2.2, `t.test(d)`; the exchange by all 32,768 signs, as Fisher (1935) counted it: 1,726 of them.
#[test]
fn maize_as_r_and_as_fisher() {
    let found = PairedFields::of(&pairs(&MAIZE, &[])).unwrap();
    close(found.mean, 20.933_333_333_333_3);
    close(found.error.se, 9.745_556_578_044_84);
    close(found.p(), 0.049_702_944_021_800_9);
    let (lo, hi) = found.error.limits(found.mean);
    assert!(
        (lo - 0.031_193_318_392_974_2).abs() < 1e-9 && (hi - 41.835_473_348_273_7).abs() < 1e-9
    );
    assert_eq!(found.sign_flip(1).p, 1_726.0 / 32_768.0);
    // the interval says yes, the exchange does not: nothing is claimed
    let verdict = found.verdict(PairsDeclared::default(), 1);
    assert_eq!(verdict.claim, PairsClaim::CannotTell);
}

/// R 4.2.2, `t.test(tapply(d, aimak, mean))` and all 64 signs of the six means.
#[test]
fn aimaks_are_the_unit_where_they_are_named() {
    let aimaks = [1, 1, 2, 2, 2, 2, 3, 4, 4, 4, 5, 5, 5, 6, 6];
    let found = PairedFields::of(&pairs(&MAIZE, &aimaks)).unwrap();
    assert_eq!((found.pairs, found.aimaks, found.units()), (15, Some(6), 6));
    close(found.mean, 19.652_777_777_777_8);
    close(found.error.se, 8.588_008_884_772_9);
    close(found.p(), 0.070_790_976_189_262_3);
    assert_eq!(found.sign_flip(1).p, 0.093_75);
}

#[test]
fn four_pairs_or_one_aimak_are_too_few() {
    let four = PairedFields::of(&pairs(&MAIZE[..4], &[])).unwrap_err();
    assert_eq!(four.reason, Reason::TooFewObservations);
    let one = PairedFields::of(&pairs(&MAIZE, &[1; 15])).unwrap_err();
    assert_eq!(one.reason, Reason::TooFewClusters);
}

#[test]
fn five_pairs_claim_nothing_and_six_may() {
    let clear = [1.0, 1.1, 0.9, 1.2, 0.8, 1.0];
    let of = |n: usize, registered| {
        let declared = PairsDeclared {
            registered,
            ..PairsDeclared::default()
        };
        let aimaks: Vec<usize> = (0..n).collect();
        PairedFields::of(&pairs(&clear[..n], &aimaks))
            .unwrap()
            .verdict(declared, 1)
    };
    assert_eq!(of(5, true).claim, PairsClaim::CannotTell);
    assert_eq!(
        (of(6, true).claim, of(6, true).confidence),
        (PairsClaim::Differs, Confidence::Low)
    );
    assert_eq!(
        (of(6, false).claim, of(6, false).confidence),
        (PairsClaim::Seen, Confidence::VeryLow)
    );
    let nobody_knows_where = PairedFields::of(&pairs(&clear, &[])).unwrap();
    let declared = PairsDeclared {
        registered: true,
        ..PairsDeclared::default()
    };
    assert_eq!(
        nobody_knows_where.verdict(declared, 1).claim,
        PairsClaim::Seen
    );
}

#[test]
fn no_difference_is_told_only_within_what_matters() {
    let still = [0.1, -0.1, 0.05, -0.05, 0.02, -0.02, 0.08];
    let aimaks: Vec<usize> = (0..7).collect();
    let found = PairedFields::of(&pairs(&still, &aimaks)).unwrap();
    let of = |relevant| {
        let declared = PairsDeclared {
            relevant,
            registered: true,
            proxy: false,
        };
        found.verdict(declared, 1)
    };
    assert_eq!(of(Some(1.0)).claim, PairsClaim::NoDifferenceBeyond);
    assert!(of(Some(1.0)).none_beyond.unwrap() <= 1.0);
    assert_eq!(
        (of(Some(0.01)).claim, of(None).claim),
        (PairsClaim::CannotTell, PairsClaim::CannotTell)
    );
}

proptest! {
    /// Nobody is surer of fields seen once than "low"; turned round the difference turns; pairs of one aimak more or less never change how many
    /// aimaks there are.
    #[test]
    fn laws(differences in prop::collection::vec(-9_i8..9, 5..12), flags in proptest::array::uniform3(any::<bool>()), cut in 2_usize..5) {
        let differences: Vec<f64> = differences.into_iter().map(f64::from).collect();
        let aimaks: Vec<usize> = (0..differences.len()).map(|place| place % cut).collect();
        let fields = pairs(&differences, if flags[0] { &aimaks } else { &[] });
        let found = PairedFields::of(&fields).unwrap();
        let turned: Vec<FieldPair> = fields.iter().rev().map(|field| FieldPair {
            organic: field.comparison, comparison: field.organic, ..field.clone()
        }).collect();
        let turned = PairedFields::of(&turned).unwrap();
        prop_assert!((found.mean + turned.mean).abs() < 1e-9);
        prop_assert_eq!(found.sign_flip(1).p, turned.sign_flip(1).p);
        let declared = PairsDeclared { relevant: Some(1.0), registered: flags[1], proxy: flags[2] };
        let verdict = found.verdict(declared, 1);
        prop_assert!(verdict.confidence <= Confidence::Low);
        if verdict.claim >= PairsClaim::Seen {
            prop_assert!(found.sign_flip(1).p < 0.05 && found.p() < 0.05);
        }
        if flags[0] {
            prop_assert_eq!(found.aimaks, Some(cut));
        }
    }
}
