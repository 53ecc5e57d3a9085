//! The whole example of METHODS C.1 and C.2, from observations to the loss, and what holds for any weather.

use jiff::civil::date;
use proptest::prelude::*;

use super::{
    Remark,
    field::Field,
    field_loss::FieldLoss,
    index::climate::ClimateMonth,
    weather::{Evaporation, Observation, PeriodLength, PeriodWeather, Quantity, Record, Site},
};
use crate::erosion::water::erodibility::Texture;

/// The field of METHODS C.1: organic matter 2 %, Kr 0.5 cm.
pub(super) fn worked_field() -> Field {
    Field {
        texture: Texture::new(65.0, 25.0, 10.0),
        organic_carbon_percent: Some(2.0 / 1.724),
        carbonate_percent: Some(5.0),
        ridge_height_cm: Some(5.0),
        ridge_spacing_cm: Some(200.0),
        chain_roughness_cm: Some(0.4),
        residue_cover_percent: Some(35.0),
        silhouette_cm2_per_m2: Some(0.0),
        canopy_fraction: Some(0.0),
        length_m: Some(200.0),
    }
}

/// The climate of METHODS C.2.
pub(super) fn worked_climate() -> [ClimateMonth; 12] {
    let winds = [2.5, 2.8, 3.2, 3.5, 3.3, 3.0, 2.8, 2.7, 2.6, 2.6, 2.5, 2.4];
    let etp = [
        12., 18., 40., 80., 120., 150., 165., 150., 100., 55., 25., 13.,
    ];
    let rain = [25., 30., 48., 75., 65., 35., 20., 12., 16., 42., 42., 30.];
    let days = [31., 28., 31., 30., 31., 30., 31., 31., 30., 31., 30., 31.];
    std::array::from_fn(|m| ClimateMonth {
        wind_m_per_s: winds[m],
        evapotranspiration_mm: etp[m],
        rain_mm: rain[m],
        days: days[m],
    })
}

pub(super) const WINDS: [f64; 15] = [
    3., 4., 6., 8., 11., 7., 5.5, 4., 2., 9., 12., 6., 5., 3., 7.,
];

/// The site of METHODS C.1; its winds are already those at 2 m.
pub(super) const SITE: Site = Site {
    wind_height_m: 2.0,
    elevation_m: 800.0,
    threshold_m_per_s: 5.0,
    reanalysis: false,
};

/// The fifteen days of METHODS C.1 with a tenth of snow readings deep, two a day.
pub(super) fn worked_weather() -> Vec<Observation> {
    let mut rows = Vec::new();
    for (day, wind) in WINDS.into_iter().enumerate() {
        let at = date(2021, 4, day as i8 + 1).at(0, 0, 0, 0);
        let rain = if day % 4 == 1 { 2.0 } else { 0.0 };
        let deep = |twice: usize| if (2 * day + twice) < 3 { 30.0 } else { 0.0 };
        let row = Observation::at(at)
            .with(Quantity::Wind, wind)
            .with(Quantity::Rain, rain)
            .with(Quantity::Temperature, 10.0)
            .with(Quantity::Evapotranspiration, 2.0)
            .with(Quantity::Irrigation, 0.0)
            .with(Quantity::SnowDepth, deep(0));
        let later = Observation::at(date(2021, 4, day as i8 + 1).at(12, 0, 0, 0));
        rows.extend([row, later.with(Quantity::SnowDepth, deep(1))]);
    }
    rows
}

fn weather(rows: &[Observation]) -> PeriodWeather {
    let record = Record::of(rows);
    let length = PeriodLength::HalfMonth;
    let spans = record.periods(length);
    let found = record.weather(spans[0], length, &SITE, &Evaporation::Measured);
    found.unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 5.1e-6, "{found} {expected}");
}

#[test]
fn the_whole_example_of_methods_c1() {
    // test_vectors.json: C.rweq
    let period = weather(&worked_weather());
    close(period.parts.wind_value, 1269.375);
    close(period.parts.air_density, 1.13247);
    close(period.parts.soil_wetness, 0.92889);
    close(period.parts.snow, 0.9);
    close(period.value, 122.54667);
    assert_eq!((period.winds, period.winds_expected), (15, 15));
    assert_eq!(period.remarks, [Remark::DailyWind]);
    let factors = worked_field().factors().unwrap();
    close(factors.erodible_fraction, 0.45705);
    close(factors.crust, 0.57339);
    close(factors.roughness, 0.68235);
    close(factors.cover, 0.21589);
    let loss = FieldLoss::of(&factors, &[Ok(period)], PeriodLength::HalfMonth).unwrap();
    let only = loss.periods[0].unwrap();
    close(only.transport.capacity_kg_per_m(), 519.46647);
    close(only.transport.critical_length_m().unwrap(), 84.65765);
    close(only.transport.at(200.0).unwrap(), 517.5091);
    close(loss.total.kg_per_m2(), 2.58755);
    close(
        only.transport.local_loss(200.0).unwrap().kg_per_m2(),
        0.10924,
    );
    assert_eq!(
        (loss.of_a_year, loss.remarks),
        (None, vec![Remark::DailyWind])
    );
}

/// The loss of the worked field under changed rows.
fn loss_under(change: impl Fn(&mut Observation), field: Field) -> f64 {
    let mut rows = worked_weather();
    rows.iter_mut().for_each(change);
    let factors = field.factors().unwrap();
    let loss = FieldLoss::of(&factors, &[Ok(weather(&rows))], PeriodLength::HalfMonth);
    loss.unwrap().total.kg_per_m2()
}

fn add(quantity: Quantity, more: f64) -> impl Fn(&mut Observation) {
    move |row| {
        if let Some(value) = &mut row.values[quantity as usize] {
            *value += more;
        }
    }
}

proptest! {
    #[test]
    fn wind_moves_and_water_warmth_and_height_hold(more in 0.1..3.0_f64) {
        let field = worked_field();
        let plain = loss_under(|_| (), field);
        prop_assert!(loss_under(add(Quantity::Wind, more), field) > plain);
        prop_assert!(loss_under(add(Quantity::Rain, more), field) < plain);
        prop_assert!(loss_under(add(Quantity::Irrigation, more), field) < plain);
        prop_assert!(loss_under(add(Quantity::Temperature, more), field) < plain);
        prop_assert!(loss_under(add(Quantity::SnowDepth, 26.0), field) == 0.0);
        prop_assert!(loss_under(add(Quantity::Evapotranspiration, more), field) > plain);
    }

    #[test]
    fn whatever_binds_or_covers_lowers_the_loss(more in 0.1..5.0_f64) {
        let field = worked_field();
        let plain = loss_under(|_| (), field);
        let raised = |value: Option<f64>, by: f64| value.map(|value| value + by);
        for better in [
            Field { texture: Texture::new(65.0 - more, 25.0, 10.0 + more), ..field },
            Field { organic_carbon_percent: raised(field.organic_carbon_percent, more), ..field },
            Field { carbonate_percent: raised(field.carbonate_percent, more), ..field },
            Field { ridge_height_cm: raised(field.ridge_height_cm, more), ..field },
            Field { chain_roughness_cm: raised(field.chain_roughness_cm, more), ..field },
            Field { residue_cover_percent: raised(field.residue_cover_percent, more), ..field },
            Field { silhouette_cm2_per_m2: raised(field.silhouette_cm2_per_m2, more), ..field },
            Field { canopy_fraction: raised(field.canopy_fraction, more / 10.0), ..field },
        ] {
            prop_assert!(loss_under(|_| (), better) < plain, "{better:?}");
        }
    }
}
