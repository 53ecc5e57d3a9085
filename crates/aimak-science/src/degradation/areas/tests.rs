use proptest::prelude::*;

use super::*;

fn land(class: Option<ChangeClass>, area_ha: f64, coverage: f64) -> ClassifiedPixel<ChangeClass> {
    ClassifiedPixel {
        class,
        area_ha,
        coverage,
        surface: Surface::Land,
    }
}

fn areas(pixels: Vec<ClassifiedPixel<ChangeClass>>) -> AreaByClass<ChangeClass> {
    AreaByClass::from_pixels(pixels).unwrap()
}

const LOST: Option<ChangeClass> = Some(ChangeClass::Degraded);

#[test]
fn a_thousand_pixels_are_needed_whatever_their_size() {
    let of = |n: usize, area_ha, coverage| {
        areas(vec![land(LOST, area_ha, coverage); n]).area_ha(ChangeClass::Degraded)
    };
    assert!(of(1000, 0.09, 1.0).is_ok());
    assert!(of(10_000, 0.09, 0.1).is_ok());
    assert!(of(999, 0.09, 1.0).is_err());
    // 10 m: nine make one; 250 m: a thousand all the same
    assert!(of(8999, 0.01, 1.0).is_err());
    assert!(of(9000, 0.01, 1.0).is_ok());
    assert!(of(999, 6.25, 1.0).is_err());
    assert_eq!(of(1000, 6.25, 1.0), Ok(6250.0));
}

#[test]
fn a_refusal_says_what_was_found() {
    let refused = areas(vec![land(LOST, 0.09, 0.5); 3]).area_ha(ChangeClass::Degraded);
    let refused = refused.unwrap_err();
    assert_eq!(refused, AreaRefused::FewPixels { found: 1.5 });
    assert_eq!(refused.details()[0].id, "detail-pixels-of-class");
    let absent = areas(vec![land(LOST, 0.09, 1.0); 2000]).area_ha(ChangeClass::Improved);
    assert_eq!(absent, Err(AreaRefused::FewPixels { found: 0.0 }));
}

#[test]
fn the_share_needs_land_that_is_known() {
    let reason = |pixels| match areas(pixels).degraded_percent() {
        Err(AreaRefused::Withheld(withheld)) => Some(withheld.reason),
        _ => None,
    };
    assert_eq!(reason(vec![]), Some(Reason::NoData));
    let known = |known: usize| {
        let mut pixels = vec![land(LOST, 0.09, 1.0); known];
        pixels.extend(vec![land(None, 0.09, 1.0); 2000 - known]);
        pixels
    };
    assert_eq!(reason(known(1399)), Some(Reason::ValidAreaBelow70));
    let few = areas(vec![land(LOST, 0.09, 1.0); 900]).degraded_percent();
    assert!(matches!(few, Err(AreaRefused::FewPixels { .. })));
    let pixels = known(1400);
    let share = areas(pixels).degraded_percent().unwrap();
    assert!((share - 100.0).abs() < 1e-9);
}

#[test]
fn water_is_in_no_share() {
    let mut pixels = vec![land(LOST, 0.09, 1.0); 1000];
    pixels.extend(vec![land(Some(ChangeClass::Improved), 0.09, 1.0); 1000]);
    let water = ClassifiedPixel {
        surface: Surface::InlandWater,
        ..land(LOST, 0.09, 1.0)
    };
    pixels.extend(vec![water; 5000]);
    let areas = areas(pixels);
    assert!((areas.degraded_percent().unwrap() - 50.0).abs() < 1e-9);
    assert!((areas.water_ha() - 450.0).abs() < 1e-9);
    assert_eq!(areas.missing_percent(), Some(0.0));
}

#[test]
fn impossible_pixels_are_refused() {
    for (area_ha, coverage) in [(-1.0, 1.0), (f64::NAN, 1.0), (0.09, 1.1), (0.09, f64::NAN)] {
        let withheld = AreaByClass::from_pixels([land(LOST, area_ha, coverage)]).unwrap_err();
        assert_eq!(withheld.reason, Reason::OutOfRange);
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_and_strips_merge(pixels in prop::collection::vec((prop::option::of(0_usize..3), 0.01..7.0_f64, 0.0..=1.0_f64), 1..200), cut in 0_usize..200) {
        let pixels: Vec<_> = pixels.into_iter().map(|(class, area_ha, coverage)| land(class.map(|class| ChangeClass::ALL[class]), area_ha, coverage)).collect();
        let whole: f64 = pixels.iter().map(|pixel| pixel.area_ha * pixel.coverage).sum();
        let (upper, lower) = pixels.split_at(cut.min(pixels.len()));
        let mut merged = areas(upper.to_vec());
        merged.merge(&areas(lower.to_vec()));
        prop_assert!((merged.classified_ha() + merged.missing_ha() - whole).abs() < 1e-9 * whole.max(1.0));
        let at_once = areas(pixels);
        prop_assert!((merged.classified_ha() - at_once.classified_ha()).abs() < 1e-9 * whole.max(1.0));
    }
}
