//! The index ILSWE: the tables.

use aimak_core::{Message, Progress as _, Reason, Withheld};
use aimak_io::{
    read::wind::FieldRow,
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};
use aimak_science::erosion::wind::{
    Factor, Remark,
    field::Field,
    index::{
        IndexFactors, WindErosionIndex,
        climate::{ClimateMonth, climatic_erosivity, of_record},
        vegetation_cover,
    },
};

use super::{
    FIELDS, Job, WEATHER,
    rows::{labels, reasons},
    told::{Told, flags},
};
use crate::stop::Stop;

/// The index of a field.
struct Ranked {
    factors: IndexFactors,
    index: WindErosionIndex,
    remarks: Vec<Remark>,
}

/// The climate, for all fields alike.
struct Climate {
    erosivity: f64,
    remarks: Vec<Remark>,
}

impl Job<'_> {
    /// Computes and writes the two tables.
    pub(super) fn index(&self, folder: &Tables) -> Result<Told, Stop> {
        let mut told = Told::default();
        let rows = &self.fields.rows;
        self.bars.begin(Message::new("stage-wind"), rows.len());
        let found = of_record(&self.record, &self.site, &self.evaporation);
        let months = found.as_ref().ok().map(|(months, _)| *months);
        let climate = found.and_then(|(months, remarks)| {
            let erosivity = climatic_erosivity(&months);
            let erosivity = erosivity.ok_or_else(|| Withheld::because(Reason::OutOfRange))?;
            Ok(Climate { erosivity, remarks })
        });
        let ranked: Vec<_> = rows.iter().map(|row| rank(row, &climate)).collect();
        told.rows = ranked.len();
        for (row, ranked) in rows.iter().zip(&ranked) {
            match ranked {
                Ok(found) => {
                    told.remark(&found.remarks);
                    let label = told.by_label.entry(row.period.clone()).or_default();
                    label.push(found.index.geometric_mean());
                }
                Err(withheld) => told.refuse(withheld),
            }
        }
        self.bars.advance(rows.len());
        write_rows(&folder.path(WEATHER), &climate_rows(months.as_ref()))?;
        write_rows(
            &folder.path(FIELDS),
            &field_rows(rows, &ranked, climate.as_ref().ok()),
        )?;
        Ok(told)
    }
}

/// The index of one field.
fn rank(row: &FieldRow, climate: &Result<Climate, Withheld>) -> Result<Ranked, Withheld> {
    let climate = climate.as_ref().map_err(Clone::clone)?;
    // a field without carbonate is ranked as if it had none, and that is said
    let assumed = Field {
        carbonate_percent: row.known.carbonate_percent.or(Some(0.0)),
        ..row.known
    };
    let soil: Factor = assumed.erodible_fraction()?;
    let missing = |column: &str| {
        let detail = Message::new("lacking-column").with("column", column);
        Withheld::because(Reason::FactorMissing).with(detail)
    };
    let canopy = row.known.canopy_fraction;
    let canopy = canopy.ok_or_else(|| missing("canopy_fraction"))?;
    let surface = row.surface.ok_or_else(|| missing("surface"))?;
    let impossible = || Withheld::because(Reason::OutOfRange);
    let factors = IndexFactors {
        climate: IndexFactors::climate_of(climate.erosivity),
        erodible_fraction: soil.value,
        crust: assumed.crust()?,
        vegetation: vegetation_cover(canopy).ok_or_else(impossible)?,
        surface: surface.roughness(),
    };
    let mut remarks = [climate.remarks.clone(), soil.remarks].concat();
    if row.known.carbonate_percent.is_none() {
        remarks.push(Remark::CarbonateAssumedZero);
    }
    remarks.sort_unstable();
    Ok(Ranked {
        index: factors.index().ok_or_else(impossible)?,
        factors,
        remarks,
    })
}

fn field_rows(
    rows: &[FieldRow],
    ranked: &[Result<Ranked, Withheld>],
    climate: Option<&Climate>,
) -> Rows {
    let numbers = |of: &dyn Fn(&Ranked) -> f64| {
        let values = ranked.iter().map(|row| row.as_ref().ok().map(of));
        Cells::Numbers(values.collect())
    };
    let erosivity = climate.map(|climate| climate.erosivity);
    let class = |row: &Result<Ranked, Withheld>| {
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
