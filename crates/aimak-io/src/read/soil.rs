//! Soil layers.

use aimak_core::{Message, SoilLayer};
use aimak_science::soil::content::{Content, MassUnit, P2O5, Phosphorus, Potassium};

use super::{
    laboratory::{CONDUCTIVITY, NITROGEN, PHOSPHORUS, POTASSIUM},
    soil_carbon::{self, RowCarbon},
    table::{Table, name_of},
    value::{DENSITY, DEPTH, PH, STONES},
    visits::Drafts,
};
use crate::project::{Column, NutrientMethod};

/// Bulk density of mineral soil; outside, the number is possible but worth a look (METHODS A.3), g/cm³.
const USUAL_DENSITY: std::ops::RangeInclusive<f64> = 0.7..=1.8;

/// Reads the rows of a table of soil layers.
pub(super) fn rows(table: &mut Table, drafts: &mut Drafts) {
    let columns = &table.spec.columns;
    let bottom_column = columns.bottom_cm.as_ref().map_or("", Column::name);
    for row in table.rows() {
        let top = table.number(row, columns.top_cm.as_ref(), &DEPTH);
        let bottom = table.number(row, columns.bottom_cm.as_ref(), &DEPTH);
        let (figures, refused) = figures(table, row);
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
            ..figures
        };
        let told = refused.is_some();
        if let Some(reason) = refused {
            drafts.leave_out(table, row, reason);
        }
        if !layer.has_figures() {
            if !told {
                drafts.leave_out(table, row, Message::new("exclusion-nothing-measured"));
            }
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

/// What was found in the layer of a row, and why its carbon is none where it stands there.
fn figures(table: &mut Table, row: usize) -> (SoilLayer, Option<Message>) {
    let columns = &table.spec.columns;
    let bulk_density_g_per_cm3 = density(table, row);
    let coarse_fraction = table.number(row, columns.coarse_fraction.as_ref(), &STONES);
    let ph = table.number(row, columns.ph.as_ref(), &PH);
    let RowCarbon {
        percent,
        method,
        humus_percent,
        refused,
    } = soil_carbon::carbon(table, row, ph);
    let conductivity = table.number(row, columns.ec_ds_per_m.as_ref(), &CONDUCTIVITY);
    let layer = SoilLayer {
        carbon_percent: percent,
        carbon_method: method,
        humus_percent,
        bulk_density_g_per_cm3,
        coarse_fraction,
        ph,
        nitrogen_percent: table.number(row, columns.nitrogen_percent.as_ref(), &NITROGEN),
        conductivity_ds_per_m: conductivity,
        conductivity_method: conductivity.and(table.spec.ec_method),
        ..SoilLayer::default()
    };
    (with_nutrients(layer, table, row), refused)
}

/// The layer with phosphorus and potassium; oxides and elements are converted by their masses, extracts never.
fn with_nutrients(mut layer: SoilLayer, table: &mut Table, row: usize) -> SoilLayer {
    let columns = &table.spec.columns;
    let p2o5 = table.number(row, columns.p2o5_mg_per_kg.as_ref(), &PHOSPHORUS);
    let p = table.number(row, columns.p_mg_per_kg.as_ref(), &PHOSPHORUS);
    let k2o = table.number(row, columns.k2o_mg_per_kg.as_ref(), &POTASSIUM);
    let k = table.number(row, columns.k_mg_per_kg.as_ref(), &POTASSIUM);
    for (oxide, element, column) in [
        (p2o5, p, columns.p_mg_per_kg.as_ref()),
        (k2o, k, columns.k_mg_per_kg.as_ref()),
    ] {
        if let Some((oxide, element)) = oxide.zip(element) {
            let found = format!("{oxide}, {element} mg/kg");
            table.wrong(row, name_of(column), "nutrient-twice", &found);
        }
    }
    match table.spec.nutrient_method {
        Some(NutrientMethod::Machigin) => {
            layer.p2o5_machigin_mg_per_kg = p2o5.or_else(|| {
                let p = Content::<Phosphorus>::new(p?, MassUnit::MilligramPerKg).ok()?;
                Some(p.as_p2o5()?.mg_per_kg())
            });
            layer.k2o_machigin_mg_per_kg = k2o.or_else(|| {
                let k = Content::<Potassium>::new(k?, MassUnit::MilligramPerKg).ok()?;
                Some(k.as_k2o()?.mg_per_kg())
            });
        }
        Some(NutrientMethod::Olsen) => {
            layer.p_olsen_mg_per_kg = p.or_else(|| {
                let p2o5 = Content::<P2O5>::new(p2o5?, MassUnit::MilligramPerKg).ok()?;
                Some(p2o5.phosphorus().mg_per_kg())
            });
        }
        // the project file was refused
        None => {}
    }
    layer
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
