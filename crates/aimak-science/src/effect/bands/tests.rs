//! Beside plain arithmetic, and laws.

use proptest::prelude::*;

use super::{
    super::panel::Start,
    multiplier::{BLOCK, bits, drawn},
    *,
};

fn plan(multiplier: Multiplier, number: usize) -> Draws<'static> {
    Draws {
        multiplier,
        number,
        seed: 7,
        name: "test",
        level: 0.95,
    }
}

/// The draws one by one, as the formula says.
fn plainly(columns: &[&[f64]], draws: &Draws) -> Vec<Vec<f64>> {
    let bits = bits(columns[0].len(), draws);
    let (set, clear) = draws.multiplier.values();
    let draw = |column: &[f64], draw: usize| {
        let weighted = column.iter().enumerate().map(|(unit, psi)| {
            let is_set = bits[unit / BLOCK][draw] >> (unit % BLOCK) & 1 == 1;
            psi * if is_set { set } else { clear }
        });
        weighted.sum::<f64>() / (column.len() as f64).sqrt()
    };
    columns
        .iter()
        .map(|column| (0..draws.number).map(|k| draw(column, k)).collect())
        .collect()
}

#[test]
fn weights_have_mean_0_and_variance_1() {
    for multiplier in [Multiplier::Rademacher, Multiplier::Mammen] {
        let ones = vec![1.0; 400];
        let drawn = drawn(&[&ones], &plan(multiplier, 2000));
        let mean = drawn[0].iter().sum::<f64>() / 2000.0;
        let variance = drawn[0].iter().map(|draw| draw * draw).sum::<f64>() / 2000.0;
        // errors of 2,000 draws: 0.022 and 0.032
        assert!(mean.abs() < 0.08, "{multiplier:?} {mean}");
        assert!((variance - 1.0).abs() < 0.11, "{multiplier:?} {variance}");
    }
}

#[test]
fn one_unit_is_weighed_by_two_values_and_mammens_are_skewed_by_1() {
    for (multiplier, skewness) in [(Multiplier::Rademacher, 0.0), (Multiplier::Mammen, 1.0)] {
        let drawn = drawn(&[&[1.0]], &plan(multiplier, 8000));
        let third = drawn[0].iter().map(|draw| draw.powi(3)).sum::<f64>() / 8000.0;
        // the sixth moment is 5 at most: error .025
        assert!((third - skewness).abs() < 0.09, "{multiplier:?} {third}");
        let (set, clear) = multiplier.values();
        let near = |draw: &f64, value: f64| (draw - value).abs() < 1e-12;
        assert!(
            drawn[0]
                .iter()
                .all(|draw| near(draw, set) || near(draw, clear))
        );
    }
}

#[test]
fn many_independent_effects_are_wider_as_normals_are() {
    // 20 effects, each of its own 50 units
    let effects: Vec<Effect> = (0..20)
        .map(|effect| {
            let psi = |unit: usize| {
                if unit / 50 == effect {
                    unit as f64 % 50.0 - 24.5
                } else {
                    0.0
                }
            };
            Effect::new(0.0, (0..1000).map(psi).collect())
        })
        .collect();
    let effects: Vec<&Effect> = effects.iter().collect();
    let bands = Bands::of(&effects, &plan(Multiplier::Rademacher, 4999)).unwrap();
    // the .95^(1/20) point of |Z| is 3.016
    assert!(
        (bands.critical_value - 3.016).abs() < 0.12,
        "{}",
        bands.critical_value
    );
}

#[test]
fn what_no_unit_moves_has_no_limits() {
    let (still, moved) = (
        Effect::new(0.0, vec![0.0; 30]),
        Effect::new(1.0, (0..30).map(f64::from).collect()),
    );
    let draws = plan(Multiplier::Mammen, 199);
    let bands = Bands::of(&[&still, &moved], &draws).unwrap();
    assert_eq!(bands.limits(0, &still), None);
    assert!(bands.limits(1, &moved).is_some());
    let refused = Bands::of(&[&still], &draws).unwrap_err();
    assert_eq!(refused.reason, Reason::TooFewClusters);
    assert!(Bands::of(&[&moved], &plan(Multiplier::Mammen, 0)).is_err());
}

#[test]
fn one_effect_alone_is_not_narrower_than_a_normal() {
    // two units: the draws are ±a and ±b only, the maximum never far
    let effect = Effect::new(1.0, vec![1.0, 1.1]);
    let bands = Bands::of(&[&effect], &plan(Multiplier::Rademacher, 999)).unwrap();
    assert_eq!(bands.kind, Critical::Pointwise);
    assert!((bands.critical_value - 1.959_964).abs() < 1e-6);
}

#[test]
fn another_name_draws_otherwise_and_the_same_the_same() {
    let column: Vec<f64> = (0..19).map(|unit| f64::from(unit * unit)).collect();
    let plan = plan(Multiplier::Rademacher, 50);
    let other = Draws {
        name: "another",
        ..plan.clone()
    };
    assert_ne!(drawn(&[&column], &plan), drawn(&[&column], &other));
    let alone = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .unwrap();
    let columns = vec![column.as_slice(); 40];
    let one = alone.install(|| drawn(&columns, &plan));
    assert_eq!(one, drawn(&columns, &plan));
    // more draws begin with the same
    let longer = Draws {
        number: 80,
        ..plan.clone()
    };
    assert_eq!(
        drawn(&[&column], &longer)[0][..50],
        drawn(&[&column], &plan)[0]
    );
}

#[test]
fn quantiles_are_values_that_were_seen() {
    let sample = [5.0, 1.0, 4.0, 2.0, 3.0];
    // R: quantile(1:5, c(.2, .21, .5, .95, 1), type = 1)
    let found = [0.2, 0.21, 0.5, 0.95, 1.0].map(|p| quantile(&sample, p));
    assert_eq!(found, [1.0, 2.0, 3.0, 5.0, 5.0]);
}

#[test]
fn limits_of_few_are_those_of_welch_where_one_effect_is_told() {
    // six and six: the critical value is the normal's, so the limits must be METHODS H.4's
    let changes = [
        0.4, 0.2, 0.5, 0.1, 0.3, 0.35, 0.1, 0.0, 0.2, 0.15, 0.05, 0.1,
    ];
    let psi = |(unit, change): (usize, &f64)| {
        if unit < 6 {
            2.0 * (change - 1.85 / 6.0)
        } else {
            2.0 * (0.1 - change)
        }
    };
    let influence = changes.iter().enumerate().map(psi);
    let effect = Effect::new(1.25 / 6.0, influence.collect());
    let starts: Vec<Start> = (0..12)
        .map(|unit| {
            if unit < 6 {
                Start::In(2019)
            } else {
                Start::Never
            }
        })
        .collect();
    let bands = |critical_value| Bands {
        critical_value,
        kind: Critical::Pointwise,
        errors: vec![effect.se()],
    };
    let (low, high) = bands(1.959_963_984_540_054)
        .limits_of_few(&effect, &Samples::of(&starts))
        .unwrap();
    assert!((low - 0.055_746).abs() < 5e-7 && (high - 0.360_921).abs() < 5e-7);
    assert!(
        bands(7.0)
            .limits_of_few(&effect, &Samples::of(&starts))
            .is_some()
    );
    assert_eq!(
        bands(50.0).limits_of_few(&effect, &Samples::of(&starts)),
        None
    );
}

proptest! {
    #[test]
    fn by_table_as_one_by_one(columns in (1_usize..30).prop_flat_map(|units| prop::collection::vec(prop::collection::vec(-9.0..9.0_f64, units), 1..40))) {
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        for multiplier in [Multiplier::Rademacher, Multiplier::Mammen] {
            let draws = plan(multiplier, 9);
            for (found, plain) in drawn(&columns, &draws).iter().zip(plainly(&columns, &draws)) {
                for (found, plain) in found.iter().zip(plain) {
                    prop_assert!((found - plain).abs() < 1e-9);
                }
            }
        }
    }
}
