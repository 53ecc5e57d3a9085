//! Soil layers.

use aimak_core::{Message, SoilLayer};

use super::{
    table::{Table, name_of},
    value::{CARBON, DENSITY, DEPTH, PH, STONES},
    visits::Drafts,
};
use crate::project::Column;

/// Bulk density of mineral soil; outside, the number is possible but worth a look (METHODS A.3), g/cm³.
const USUAL_DENSITY: std::ops::RangeInclusive<f64> = 0.7..=1.8;

/// Reads the rows of a table of soil layers.
pub(super) fn rows(table: &mut Table, drafts: &mut Drafts) {
    let columns = &table.spec.columns;
    let bottom_column = columns.bottom_cm.as_ref().map_or("", Column::name);
    for row in table.rows() {
        let top = table.number(row, columns.top_cm.as_ref(), &DEPTH);
        let bottom = table.number(row, columns.bottom_cm.as_ref(), &DEPTH);
        let (carbon_percent, bulk_density_g_per_cm3, coarse_fraction, ph) = (
            table.number(row, columns.carbon_percent.as_ref(), &CARBON),
            density(table, row),
            table.number(row, columns.coarse_fraction.as_ref(), &STONES),
            table.number(row, columns.ph.as_ref(), &PH),
        );
        let Some((plot, time)) = drafts.whose(table, row) else {
            continue;
        };
        let Some((top_cm, bottom_cm)) = top.zip(bottom) else {
            drafts.leave_out(table, row, Message::new("exclusion-no-depth"));
            continue;
        };
        if bottom_cm <= top_cm {
            table.wrong(
                row,
                bottom_column,
                "layer-upside-down",
                &format!("{top_cm}–{bottom_cm} cm"),
            );
            continue;
        }
        let layer = SoilLayer {
            top_cm,
            bottom_cm,
            carbon_percent,
            bulk_density_g_per_cm3,
            coarse_fraction,
            ph,
        };
        if carbon_percent.or(bulk_density_g_per_cm3).or(ph).is_none() {
            drafts.leave_out(table, row, Message::new("exclusion-nothing-measured"));
        } else if !drafts.add_soil(&table.spec.id, &plot, &time, layer) {
            table.wrong(
                row,
                bottom_column,
                "overlapping-layers",
                &format!("{plot}: {top_cm}–{bottom_cm} cm"),
            );
        }
    }
}

/// Bulk density; an unusual one is worth a look.
fn density(table: &mut Table, row: usize) -> Option<f64> {
    let column = table.spec.columns.bulk_density_g_per_cm3.as_ref();
    let density = table.number(row, column, &DENSITY)?;
    if !USUAL_DENSITY.contains(&density) {
        let found = format!("{density} {}", DENSITY.unit);
        table.doubtful(row, name_of(column), "density-unusual", found);
    }
    Some(density)
}
