//! The tables of profiles and of standard depths.

use aimak_core::Withheld;
use aimak_io::zonal::{Cells, Rows};
use aimak_science::soil::health::HealthIndicator;

use super::{profile::Profile, spline::DepthValue};

/// A column with its name.
type Column = (&'static str, Cells);

fn numbers<T>(rows: &[T], of: impl Fn(&T) -> Option<f64>) -> Cells {
    Cells::Numbers(rows.iter().map(of).collect())
}

fn words<T>(rows: &[T], of: impl Fn(&T) -> Option<&'static str>) -> Cells {
    Cells::Words(rows.iter().map(|row| of(row).map(str::to_owned)).collect())
}

/// The code of a refusal.
fn code<T>(answer: &Result<T, Withheld>) -> Option<&'static str> {
    answer.as_ref().err().map(|refused| refused.reason.code())
}

/// Remarks in one cell; nothing where there is none.
fn joined<'a>(keys: impl Iterator<Item = &'a str>) -> Option<String> {
    let all: Vec<&str> = keys.collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// The table of profiles.
pub fn of_profiles(profiles: &[Profile], with_health: bool) -> Rows {
    let mut columns = carbon(profiles);
    columns.extend(classes(profiles));
    if with_health {
        columns.extend(health(profiles));
    }
    let remarks = |profile: &Profile| joined(profile.remarks.iter().map(String::as_str));
    columns.push((
        "remarks",
        Cells::Words(profiles.iter().map(remarks).collect()),
    ));
    Rows {
        field: "profile".to_owned(),
        ids: profiles.iter().map(|profile| profile.id.clone()).collect(),
        columns,
    }
}

fn carbon(profiles: &[Profile]) -> Vec<Column> {
    let ends = |of: &Profile| of.stock.as_ref().ok()?.interval().bounds();
    let layers = |profile: &Profile| i64::try_from(profile.layers.len()).ok();
    vec![
        (
            "layers",
            Cells::Whole(profiles.iter().map(layers).collect()),
        ),
        ("reached_cm", numbers(profiles, |of| Some(of.reached_cm()))),
        (
            "carbon_g_per_kg",
            numbers(profiles, |of| of.carbon_g_per_kg.as_ref().ok().copied()),
        ),
        (
            "carbon_method",
            words(profiles, |of| {
                of.carbon_method.map(aimak_core::CarbonMethod::key)
            }),
        ),
        (
            "carbon_reason",
            words(profiles, |of| code(&of.carbon_g_per_kg)),
        ),
        (
            "soc_stock_t_per_ha",
            numbers(profiles, |of| Some(of.stock.as_ref().ok()?.carbon_t_per_ha)),
        ),
        ("soc_stock_low", numbers(profiles, |of| Some(ends(of)?.0))),
        ("soc_stock_high", numbers(profiles, |of| Some(ends(of)?.1))),
        // of the laboratory and the spade; which places were sampled is no part of it
        (
            "soc_stock_interval_kind",
            words(profiles, |of| ends(of).map(|_| "measurement_assumed")),
        ),
        ("soc_stock_reason", words(profiles, |of| code(&of.stock))),
    ]
}

/// Classes of the uppermost layer.
fn classes(profiles: &[Profile]) -> Vec<Column> {
    let salinity = |of: &Profile| of.classes.salinity.as_ref()?.as_ref().ok().copied();
    let why = |of: &Profile| of.classes.salinity.as_ref().and_then(code);
    vec![
        ("texture_class", words(profiles, |of| of.texture)),
        (
            "physical_clay_percent",
            numbers(profiles, |of| of.layers.first()?.physical_clay_percent),
        ),
        (
            "kachinsky_class",
            words(profiles, |of| of.classes.kachinsky),
        ),
        ("ph", numbers(profiles, |of| of.top()?.ph)),
        ("ph_class", words(profiles, |of| of.classes.ph_cis)),
        ("ph_class_usda", words(profiles, |of| of.classes.ph_usda)),
        ("humus_class", words(profiles, |of| of.classes.humus)),
        ("p2o5_class", words(profiles, |of| of.classes.p2o5)),
        ("k2o_class", words(profiles, |of| of.classes.k2o)),
        ("nitrogen_class", words(profiles, |of| of.classes.nitrogen)),
        (
            "ec_ds_per_m",
            numbers(profiles, |of| of.top()?.conductivity_ds_per_m),
        ),
        ("salinity_class", words(profiles, salinity)),
        ("salinity_reason", words(profiles, why)),
    ]
}

/// Scores of the uppermost layer and their summary.
fn health(profiles: &[Profile]) -> Vec<Column> {
    let score = |wanted| {
        numbers(profiles, move |of: &Profile| {
            of.health.as_ref()?.score(wanted)
        })
    };
    let index = |of: &Profile| of.health.as_ref()?.index.as_ref().ok().cloned();
    vec![
        ("score_carbon", score(HealthIndicator::Carbon)),
        ("score_bulk_density", score(HealthIndicator::BulkDensity)),
        ("score_aggregates", score(HealthIndicator::Aggregates)),
        ("score_ph", score(HealthIndicator::Ph)),
        ("score_potassium", score(HealthIndicator::Potassium)),
        (
            "soil_health_index",
            numbers(profiles, |of| Some(index(of)?.weighted)),
        ),
        (
            "soil_health_minimum",
            numbers(profiles, |of| Some(index(of)?.minimum)),
        ),
        (
            "soil_health_missing",
            Cells::Whole(
                profiles
                    .iter()
                    .map(|of| i64::try_from(index(of)?.missing).ok())
                    .collect(),
            ),
        ),
        (
            "soil_health_reason",
            words(profiles, |of| code(&of.health.as_ref()?.index)),
        ),
    ]
}

/// The table of standard depths.
pub fn of_depths(values: &[DepthValue]) -> Rows {
    let remarks = |of: &DepthValue| {
        let found = of.mean.as_ref().ok()?;
        joined(found.remarks.iter().map(|remark| remark.key()))
    };
    Rows {
        field: "profile".to_owned(),
        ids: values.iter().map(|value| value.profile.clone()).collect(),
        columns: vec![
            ("property", words(values, |of| Some(of.property))),
            ("top_cm", numbers(values, |of| Some(of.top_cm))),
            ("bottom_cm", numbers(values, |of| Some(of.bottom_cm))),
            (
                "value",
                numbers(values, |of| Some(of.mean.as_ref().ok()?.value)),
            ),
            ("reason", words(values, |of| code(&of.mean))),
            (
                "remarks",
                Cells::Words(values.iter().map(remarks).collect()),
            ),
        ],
    }
}
