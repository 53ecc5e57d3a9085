//! Columns and rows that several tables share.

use aimak_core::{Span, Withheld};
use aimak_io::{
    read::wind::FieldRow,
    zonal::{Cells, Rows},
};
use aimak_science::erosion::wind::weather::PeriodWeather;

use super::told::{flags, lacking};

/// Labels of the fields.
pub(super) fn labels(rows: &[FieldRow]) -> Cells {
    let label = |row: &FieldRow| Some(row.period.clone()).filter(|label| !label.is_empty());
    Cells::Words(rows.iter().map(label).collect())
}

/// Why there is no value, and what is lacking.
pub(super) fn reasons(refused: &[Option<&Withheld>]) -> [(&'static str, Cells); 2] {
    let codes = refused
        .iter()
        .map(|withheld| Some((*withheld)?.reason.code().to_owned()));
    let columns = refused.iter().map(|withheld| lacking((*withheld)?));
    [
        ("reason", Cells::Words(codes.collect())),
        ("lacking", Cells::Words(columns.collect())),
    ]
}

/// One row for each period of weather.
pub(super) fn weather_rows(spans: &[Span], weather: &[Result<PeriodWeather, Withheld>]) -> Rows {
    let numbers = |of: fn(&PeriodWeather) -> f64| {
        let values = weather.iter().map(|period| period.as_ref().ok().map(of));
        Cells::Numbers(values.collect())
    };
    let whole = |of: fn(&PeriodWeather) -> usize| {
        let values = weather
            .iter()
            .map(|period| period.as_ref().ok().map(|p| of(p) as i64));
        Cells::Whole(values.collect())
    };
    let last = spans
        .iter()
        .map(|span| span.to.yesterday().ok().map(|day| day.to_string()));
    let mut columns = vec![
        ("to", Cells::Words(last.collect())),
        ("winds", whole(|p| p.winds)),
        ("winds_expected", whole(|p| p.winds_expected)),
        ("mean_wind_at_2_m_m_per_s", numbers(|p| p.mean_wind_m_per_s)),
        ("temperature_c", numbers(|p| p.temperature_c)),
        ("rain_mm", numbers(|p| p.water.rain_mm)),
        ("irrigation_mm", numbers(|p| p.water.irrigation_mm)),
        ("wet_days", numbers(|p| p.water.wet_days)),
        ("etp_mm", numbers(|p| p.evapotranspiration_mm)),
        ("wind_value", numbers(|p| p.parts.wind_value)),
        ("air_density_kg_per_m3", numbers(|p| p.parts.air_density)),
        ("soil_wetness", numbers(|p| p.parts.soil_wetness)),
        ("snow", numbers(|p| p.parts.snow)),
        ("weather_factor_kg_per_m", numbers(|p| p.value)),
    ];
    let refused: Vec<_> = weather.iter().map(|period| period.as_ref().err()).collect();
    columns.extend(reasons(&refused));
    let flagged = weather
        .iter()
        .map(|period| flags(&period.as_ref().ok()?.remarks));
    columns.push(("flags", Cells::Words(flagged.collect())));
    Rows {
        field: "from".to_owned(),
        ids: spans.iter().map(|span| span.from.to_string()).collect(),
        columns,
    }
}
