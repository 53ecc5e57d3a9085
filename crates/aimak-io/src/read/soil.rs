//! Soil layers.

use aimak_core::SoilLayer;

use super::{table::Table, visits::Drafts};

/// Physically possible values (METHODS A.3): depth cm, carbon %, density g/cm³, stones, pH.
const DEPTH: (f64, f64) = (0.0, 1000.0);
const CARBON: (f64, f64) = (0.0, 58.0);
const DENSITY: (f64, f64) = (0.2, 2.0);
const STONES: (f64, f64) = (0.0, 0.95);
const PH: (f64, f64) = (0.0, 14.0);

/// Reads the rows of a table of soil layers.
pub(super) fn rows(table: &mut Table, drafts: &mut Drafts) {
    let columns = &table.spec.columns;
    for row in 0..table.len() {
        let top = table.number(row, columns.top_cm.as_ref(), DEPTH);
        let bottom = table.number(row, columns.bottom_cm.as_ref(), DEPTH);
        let carbon_percent = table.number(row, columns.carbon_percent.as_ref(), CARBON);
        let bulk_density_g_per_cm3 =
            table.number(row, columns.bulk_density_g_per_cm3.as_ref(), DENSITY);
        let coarse_fraction = table.number(row, columns.coarse_fraction.as_ref(), STONES);
        let ph = table.number(row, columns.ph.as_ref(), PH);
        let Some((plot, time)) = drafts.whose(table, row) else {
            continue;
        };
        let Some((top_cm, bottom_cm)) = top.zip(bottom) else {
            drafts.leave_out(table, "exclusion-no-depth");
            continue;
        };
        if bottom_cm <= top_cm {
            let column = columns
                .bottom_cm
                .as_ref()
                .map_or("", |column| column.name());
            table.note(
                row,
                column,
                "layer-upside-down",
                &format!("{top_cm}–{bottom_cm}"),
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
        drafts.add_soil(&plot, &time, layer);
    }
}
