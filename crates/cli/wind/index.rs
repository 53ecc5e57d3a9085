//! The index ILSWE: the tables.

use aimak_core::{Message, Progress as _, Withheld};
use aimak_io::{
    read::wind::FieldRow,
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};
use aimak_science::erosion::wind::index::{
    RankedField,
    climate::{Climate, ClimateMonth, of_record},
};

use super::{
    FIELDS, Job, WEATHER,
    rows::{labels, reasons},
    told::{OF_FIELD, Told, flags},
};
use crate::stop::Stop;

impl Job<'_> {
    /// Computes and writes the two tables.
    pub(super) fn index(&self, folder: &Tables) -> Result<Told, Stop> {
        let mut told = Told::default();
        let rows = &self.fields.rows;
        self.bars.begin(Message::new("stage-wind"), rows.len());
        let climate = of_record(&self.record, &self.site, &self.evaporation);
        let rank = |row: &FieldRow| {
            let climate = climate.as_ref().map_err(Clone::clone)?;
            RankedField::of(&row.known, row.surface, climate)
        };
        let ranked: Vec<_> = rows.iter().map(rank).collect();
        let climate = climate.as_ref().ok();
        told.rows = ranked.len();
        for (row, ranked) in rows.iter().zip(&ranked) {
            match ranked {
                Ok(found) => {
                    told.remark(&found.remarks);
                    told.value(&row.period, found.index.geometric_mean());
                }
                Err(withheld) => told.refuse(OF_FIELD, withheld),
            }
        }
        self.bars.advance(rows.len());
        write_rows(
            &folder.path(WEATHER),
            &climate_rows(climate.map(|climate| &climate.months)),
        )?;
        write_rows(&folder.path(FIELDS), &field_rows(rows, &ranked, climate))?;
        Ok(told)
    }
}

fn field_rows(
    rows: &[FieldRow],
    ranked: &[Result<RankedField, Withheld>],
    climate: Option<&Climate>,
) -> Rows {
    let numbers = |of: &dyn Fn(&RankedField) -> f64| {
        let values = ranked.iter().map(|row| row.as_ref().ok().map(of));
        Cells::Numbers(values.collect())
    };
    let erosivity = climate.map(|climate| climate.erosivity);
    let class = |row: &Result<RankedField, Withheld>| {
        let susceptibility = row.as_ref().ok()?.index.susceptibility();
        Some(susceptibility.key().to_owned())
    };
    let mut columns = vec![
        ("period", labels(rows)),
        (
            "climatic_erosivity",
            Cells::Numbers(vec![erosivity; rows.len()]),
        ),
        ("climate", numbers(&|row| row.factors.climate)),
        (
            "erodible_fraction",
            numbers(&|row| row.factors.erodible_fraction),
        ),
        ("soil_crust", numbers(&|row| row.factors.crust)),
        ("vegetation", numbers(&|row| row.factors.vegetation)),
        ("surface", numbers(&|row| row.factors.surface)),
        ("ilswe", numbers(&|row| row.index.product())),
        (
            "ilswe_geometric_mean",
            numbers(&|row| row.index.geometric_mean()),
        ),
        ("class", Cells::Words(ranked.iter().map(class).collect())),
    ];
    let refused: Vec<_> = ranked.iter().map(|row| row.as_ref().err()).collect();
    columns.extend(reasons(&refused));
    let flagged = ranked.iter().map(|row| flags(&row.as_ref().ok()?.remarks));
    columns.push(("flags", Cells::Words(flagged.collect())));
    Rows {
        field: "field".to_owned(),
        ids: rows.iter().map(|row| row.field.clone()).collect(),
        columns,
    }
}

/// The twelve months of the climate.
fn climate_rows(months: Option<&[ClimateMonth; 12]>) -> Rows {
    let numbers = |of: fn(&ClimateMonth) -> f64| {
        let values = (0..12).map(|month| months.map(|months| of(&months[month])));
        Cells::Numbers(values.collect())
    };
    let columns = vec![
        ("mean_wind_at_2_m_m_per_s", numbers(|m| m.wind_m_per_s)),
        ("etp_mm", numbers(|m| m.evapotranspiration_mm)),
        ("rain_mm", numbers(|m| m.rain_mm)),
        ("days", numbers(|m| m.days)),
    ];
    Rows {
        field: "month".to_owned(),
        ids: (1..=12).map(|month: i32| month.to_string()).collect(),
        columns,
    }
}
