//! Changes by hand, and what must hold of any fields.

use aimak_core::{
    ClimateZone, CroplandUse, GrasslandCondition, Input, ManureRecord, Reason, SoilGroup, Tillage,
};
use proptest::prelude::*;

use super::*;

const PLACE: Tier1Place = Tier1Place {
    zone: ClimateZone::CoolTemperateDry,
    soil: SoilGroup::HighActivityClay,
};

fn fields(input: Input) -> Management {
    Management::Cropland {
        land: CroplandUse::LongTermAnnual,
        tillage: Tillage::Full,
        input,
    }
}

fn change(before: Input, after: Input) -> Tier1Change {
    PLACE
        .change(Some(&fields(before)), Some(&fields(after)))
        .unwrap()
}

#[test]
fn carbon_dioxide_of_the_worked_examples() {
    // METHODS A.10.4, removals there
    let manure = Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap());
    for (before, after, per_year, removal) in [
        (Input::Medium, manure, 0.6125, 2.2460),
        (Input::Medium, Input::HighWithoutManure, 0.0662, 0.2428),
        (Input::Low, Input::Medium, 0.0828, 0.3035),
    ] {
        let change = change(before, after);
        assert!((change.after_years(1.0).unwrap().0 - per_year).abs() < 5e-5);
        let (co2, interval) = change.co2_t_per_ha_year();
        assert!((co2 + removal).abs() < 5e-5, "{after:?}");
        let (lo, hi) = interval.bounds().unwrap();
        assert!(lo < co2 && co2 < hi);
        assert_eq!(interval.holds_zero(), change.interval().holds_zero());
    }
}

#[test]
fn the_sign_is_known_only_where_the_interval_leaves_zero_out() {
    assert_eq!(
        change(Input::Low, Input::Medium).sign(),
        Sign::NotDetermined
    );
    assert_eq!(change(Input::Medium, Input::Medium).sign(), Sign::NoChange);
    let manure = Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap());
    let back = change(manure, Input::Medium);
    assert_eq!(back.sign(), Sign::Loss);
    let there = change(Input::Medium, manure);
    assert_eq!(
        (back.t_per_ha(), back.half_width_t_per_ha()),
        (-there.t_per_ha(), there.half_width_t_per_ha())
    );
}

#[test]
fn undocumented_management_is_refused() {
    let refused = PLACE.change(None, Some(&fields(Input::Medium)));
    assert_eq!(refused.unwrap_err().reason, Reason::ActivityDataMissing);
    assert!(change(Input::Low, Input::Medium).after_years(-1.0).is_err());
}

#[test]
fn errors_common_to_both_dates_count_with_the_change_only() {
    // native to fields: SOCref is common, FLU is not
    let found = PLACE
        .change(Some(&Management::Native), Some(&fields(Input::Medium)))
        .unwrap();
    let by_reference = 0.08 * (33.11 - 43.0);
    let by_land_use = 0.14 * 33.11_f64;
    assert!((found.half_width_t_per_ha() - by_land_use.hypot(by_reference)).abs() < 1e-9);
    assert_eq!(found.sign(), Sign::Loss);
    let pasture = Management::Grassland(GrasslandCondition::Nominal);
    let same = PLACE
        .change(Some(&Management::Native), Some(&pasture))
        .unwrap();
    assert_eq!(same.sign(), Sign::NoChange);
}

/// A field of any class; the tropics have no factors.
fn any_field() -> impl Strategy<Value = ChangedField> {
    let zone = prop_oneof![
        Just(ClimateZone::CoolTemperateDry),
        Just(ClimateZone::CoolTemperateMoist),
        Just(ClimateZone::WarmTemperateDry),
    ];
    let soil = prop_oneof![Just(SoilGroup::HighActivityClay), Just(SoilGroup::Sandy)];
    (
        zone,
        soil,
        any_management(),
        any_management(),
        0.1..90.0_f64,
    )
        .prop_map(|(zone, soil, before, after, area_ha)| ChangedField {
            place: Tier1Place { zone, soil },
            before,
            after,
            area_ha,
        })
}

fn any_management() -> impl Strategy<Value = Management> {
    let manure = Input::HighWithManure(ManureRecord::documented(true, Some(false)).unwrap());
    let inputs = [Input::Low, Input::Medium, Input::HighWithoutManure, manure];
    let tillages = [Tillage::Full, Tillage::Reduced, Tillage::None];
    (0..4_usize, 0..3_usize, 0..4_u8).prop_map(move |(input, tillage, kind)| match kind {
        0 => Management::Native,
        1 => Management::Grassland(GrasslandCondition::SeverelyDegraded),
        _ => Management::Cropland {
            land: CroplandUse::LongTermAnnual,
            tillage: tillages[tillage],
            input: inputs[input],
        },
    })
}

fn same(one: &Tier1Change, other: &Tier1Change) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + a.abs());
    near(one.t_per_ha, other.t_per_ha) && near(one.half_width_t_per_ha, other.half_width_t_per_ha)
}

proptest! {
    /// One field is its own mean, whatever its area, and as many alike as one likes are no surer than one.
    #[test]
    fn alike_fields_are_as_sure_as_one(field in any_field(), times in 1..20_usize) {
        let one = field.place.change(Some(&field.before), Some(&field.after)).unwrap();
        prop_assert_eq!(&mean_change(&[field]).unwrap(), &one);
        prop_assert!(same(&mean_change(&vec![field; times]).unwrap(), &one));
    }

    /// The order of fields and the unit of their areas change nothing, and parting a field does not either.
    #[test]
    fn order_unit_and_borders_of_fields_do_not_matter(fields in prop::collection::vec(any_field(), 1..9), by in 0.01..50.0_f64) {
        let mean = mean_change(&fields).unwrap();
        let mut other: Vec<ChangedField> = fields.iter().rev().map(|field| ChangedField { area_ha: by * field.area_ha, ..*field }).collect();
        other[0].area_ha /= 2.0;
        other.push(other[0]);
        prop_assert!(same(&mean_change(&other).unwrap(), &mean));
        // common errors can cancel, they never add up to more than one after the other
        let own: f64 = fields.iter().map(|field| {
            let change = field.place.change(Some(&field.before), Some(&field.after)).unwrap();
            field.area_ha * change.half_width_t_per_ha
        }).sum();
        let area: f64 = fields.iter().map(|field| field.area_ha).sum();
        prop_assert!(mean.half_width_t_per_ha <= own / area * (1.0 + 1e-12));
    }
}

/// 43·0.77·0.04 and 24·0.76·0.04 (± 13 % of FI high): the reference stocks differ, the factor of input is the same one.
#[test]
fn two_zones_share_what_the_table_has_once() {
    let warm = Tier1Place {
        zone: ClimateZone::WarmTemperateDry,
        ..PLACE
    };
    let field = |place| ChangedField {
        place,
        before: fields(Input::Medium),
        after: fields(Input::HighWithoutManure),
        area_ha: 5.0,
    };
    let mean = mean_change(&[field(PLACE), field(warm)]).unwrap();
    let (cool_stock, warm_stock) = (43.0 * 0.77, 24.0 * 0.76);
    assert!((mean.t_per_ha - 0.5 * 0.04 * (cool_stock + warm_stock)).abs() < 1e-12);
    let input = 0.5 * 0.13 * 1.04 * (cool_stock + warm_stock);
    let of_zone = |stock: f64, reference: f64, land: f64| {
        0.5 * 0.04 * stock * (reference * reference + land * land).sqrt()
    };
    let expected = [
        input,
        of_zone(cool_stock, 0.08, 0.14),
        of_zone(warm_stock, 0.05, 0.12),
    ]
    .map(|part| part * part)
    .iter()
    .sum::<f64>()
    .sqrt();
    assert!((mean.half_width_t_per_ha - expected).abs() < 1e-12);
}

#[test]
fn nothing_and_a_field_without_area_are_refused() {
    assert_eq!(
        mean_change(&[]).unwrap_err().reason,
        Reason::ActivityDataMissing
    );
    let field = ChangedField {
        place: PLACE,
        before: Management::Native,
        after: fields(Input::Low),
        area_ha: 0.0,
    };
    assert_eq!(
        mean_change(&[field]).unwrap_err().reason,
        Reason::OutOfRange
    );
}
