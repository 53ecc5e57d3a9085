use proptest::prelude::*;

use super::{
    super::factors::{FertiliserClimate, Irrigation},
    *,
};

const fn amount(source: NitrogenSource, kg: f64) -> NitrogenAmount {
    NitrogenAmount { source, kg }
}

const SYNTHETIC: NitrogenSource = NitrogenSource::Synthetic(SyntheticKind::Unknown);

const fn setting(climate: FertiliserClimate, irrigation: Irrigation) -> FieldSetting {
    FieldSetting {
        climate,
        irrigation,
    }
}

#[test]
fn settings_of_the_worked_examples() {
    // METHODS A.11, 100 kg of synthetic nitrogen
    use FertiliserClimate::{Aggregated, Dry, Wet};
    for (climate, irrigation, parts, co2e) in [
        (
            Aggregated,
            Irrigation::RainFed,
            [1.5714, 0.1729, 0.4149],
            [572.17, 589.45],
        ),
        (
            Dry,
            Irrigation::RainFed,
            [0.7857, 0.0864, 0.0],
            [231.12, 238.10],
        ),
        (
            Dry,
            Irrigation::Surface,
            [0.7857, 0.0864, 0.4149],
            [341.06, 351.35],
        ),
        (
            Wet,
            Irrigation::RainFed,
            [2.5143, 0.2420, 0.4149],
            [840.35, 865.72],
        ),
    ] {
        let found =
            nitrous_oxide(&[amount(SYNTHETIC, 100.0)], setting(climate, irrigation)).unwrap();
        for (found, expected) in [found.direct_kg, found.volatilised_kg, found.leached_kg]
            .iter()
            .zip(parts)
        {
            assert!(
                (found - expected).abs() < 5.5e-5,
                "{climate:?} {found} {expected}"
            );
        }
        assert!((found.co2e_kg(GlobalWarmingPotential::Ar5) - co2e[0]).abs() < 5.5e-3);
        assert!((found.co2e_kg(GlobalWarmingPotential::Ar6) - co2e[1]).abs() < 5.5e-3);
        assert!(found.remarks.is_empty());
    }
}

#[test]
fn grazing_and_named_fertilisers_say_that_a_range_is_missing() {
    let wet = setting(FertiliserClimate::Wet, Irrigation::RainFed);
    for source in [
        NitrogenSource::GrazingCattle,
        NitrogenSource::GrazingSheep,
        NitrogenSource::Synthetic(SyntheticKind::Urea),
    ] {
        let found = nitrous_oxide(&[amount(source, 10.0)], wet).unwrap();
        assert_eq!(found.remarks, [Remark::FactorRangeUnknown], "{source:?}");
    }
    let cattle = nitrous_oxide(&[amount(NitrogenSource::GrazingCattle, 100.0)], wet).unwrap();
    assert!((cattle.direct_kg - 100.0 * 0.006 * 44.0 / 28.0).abs() < 1e-12);
}

#[test]
fn residues_give_no_ammonia_off_and_nothing_gives_nothing() {
    let wet = setting(FertiliserClimate::Wet, Irrigation::RainFed);
    let residue = nitrous_oxide(&[amount(NitrogenSource::Residue, 33.5379)], wet).unwrap();
    assert_eq!(residue.volatilised_kg, 0.0);
    assert!(residue.direct_kg > 0.0 && residue.leached_kg > 0.0);
    let nothing = nitrous_oxide(&[], wet).unwrap();
    assert_eq!(
        (nothing.total_kg(), nothing.interval_kg.bounds()),
        (0.0, Some((0.0, 0.0)))
    );
    assert!(nitrous_oxide(&[amount(SYNTHETIC, -1.0)], wet).is_err());
}

proptest! {
    #[test]
    fn sources_add_up_and_lie_in_their_range(synthetic in 0.0..300.0_f64, organic in 0.0..300.0_f64) {
        let dry = setting(FertiliserClimate::Dry, Irrigation::Surface);
        let (a, b) = (amount(SYNTHETIC, synthetic), amount(NitrogenSource::Organic, organic));
        let total = |amounts: &[NitrogenAmount]| nitrous_oxide(amounts, dry).unwrap().total_kg();
        prop_assert!((total(&[a, b]) - total(&[a]) - total(&[b])).abs() < 1e-9);
        let found = nitrous_oxide(&[a, b], dry).unwrap();
        let (lo, hi) = found.interval_kg.bounds().unwrap();
        prop_assert!(lo <= found.total_kg() && found.total_kg() <= hi);
    }
}
