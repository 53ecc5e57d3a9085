use proptest::prelude::*;

use super::*;

const TEXTURES: [TextureGroup; 5] = [
    TextureGroup::Sandy,
    TextureGroup::Loamy,
    TextureGroup::Silty,
    TextureGroup::Clayey,
    TextureGroup::HeavyClay,
];

fn near(found: Result<Score, Withheld>, expected: f64) {
    let found = found.unwrap().value();
    assert!((found - expected).abs() < 5e-5, "{found} {expected}");
}

#[test]
fn curves_of_the_worked_examples() {
    // METHODS A.7.1
    let (om, silty) = (MatterClass::Low, TextureGroup::Silty);
    near(carbon_score(2.4, om, silty, ClimateClass::ColdDry), 0.7759);
    let other = Mineralogy::Other;
    for (density, expected) in [(1.10, 0.9940), (1.40, 0.6063), (1.55, 0.3602)] {
        near(bulk_density_score(density, silty, other), expected);
    }
    for (density, expected) in [(1.4, 0.9804), (1.7, 0.4224)] {
        near(
            bulk_density_score(density, TextureGroup::Sandy, other),
            expected,
        );
    }
    near(potassium_score(50.0, silty), 0.5255);
    for (aggregates, expected) in [(10.0, 0.4294), (40.0, 0.9565)] {
        near(aggregate_score(aggregates, om, silty, false), expected);
    }
    near(ph_score(6.0, PhOptimum::WHEAT), 0.7261);
    near(ph_score(8.4, PhOptimum::WHEAT), 0.2780);
}

#[test]
fn mineralogy_counts_in_clayey_soil_only() {
    let score = |texture, mineralogy| bulk_density_score(1.6, texture, mineralogy).unwrap();
    assert_eq!(
        score(TextureGroup::Silty, Mineralogy::Smectitic),
        score(TextureGroup::Silty, Mineralogy::Other)
    );
    assert!(
        score(TextureGroup::Clayey, Mineralogy::Glassy)
            < score(TextureGroup::Clayey, Mineralogy::Smectitic)
    );
    assert!(
        score(TextureGroup::Clayey, Mineralogy::Smectitic)
            < score(TextureGroup::Clayey, Mineralogy::Other)
    );
}

#[test]
fn values_that_cannot_be_have_no_score() {
    assert!(
        carbon_score(
            -1.0,
            MatterClass::Low,
            TextureGroup::Silty,
            ClimateClass::ColdDry
        )
        .is_err()
    );
    assert!(bulk_density_score(3.0, TextureGroup::Silty, Mineralogy::Other).is_err());
    assert!(aggregate_score(101.0, MatterClass::Low, TextureGroup::Silty, false).is_err());
    assert!(potassium_score(f64::NAN, TextureGroup::Silty).is_err());
    assert!(
        ph_score(
            7.0,
            PhOptimum {
                best: 7.0,
                width: 0.0
            }
        )
        .is_err()
    );
}

proptest! {
    #[test]
    fn better_soil_never_scores_less(a in 0.0..1.0_f64, b in 0.0..1.0_f64, t in 0..5_usize) {
        let (less, more, texture) = (a.min(b), a.max(b), TEXTURES[t]);
        let carbon = |x: f64| carbon_score(8.0 * x, MatterClass::High, texture, ClimateClass::WarmDry).unwrap();
        prop_assert!(carbon(less) <= carbon(more));
        let dense = |x: f64| bulk_density_score(0.8 + 1.2 * x, texture, Mineralogy::Other).unwrap();
        prop_assert!(dense(less) >= dense(more));
        let potassium = |x: f64| potassium_score(400.0 * x, texture).unwrap();
        prop_assert!(potassium(less) <= potassium(more));
    }

    #[test]
    fn scores_lie_between_0_and_1(x in 0.0..1.0_f64, t in 0..5_usize, iron in any::<bool>()) {
        for matter in [MatterClass::Highest, MatterClass::High, MatterClass::Low, MatterClass::Lowest] {
            let score = aggregate_score(100.0 * x, matter, TEXTURES[t], iron).unwrap().value();
            prop_assert!((0.0..=1.0).contains(&score));
        }
    }
}
