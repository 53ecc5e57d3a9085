//! What a laboratory sheet of soil can hold: ranges and units.

use super::value::{Measure, over, times};

/// Humus or other organic matter; more than the whole soil is impossible.
pub(super) const MATTER: Measure = Measure {
    low: 0.0,
    high: 100.0,
    unit: "%",
    units: &[times("%", 1.0), over("g/kg", 10.0), over("mg/kg", 1e4)],
};
/// Carbon of any kind.
pub(super) const TOTAL_CARBON: Measure = MATTER;
/// Carbonates as `CaCO3`.
pub(super) const CARBONATE: Measure = MATTER;
/// Nitrogen of all forms.
pub(super) const NITROGEN: Measure = Measure {
    low: 0.0,
    high: 10.0,
    unit: "%",
    units: &[times("%", 1.0), over("g/kg", 10.0), over("mg/kg", 1e4)],
};
/// Available phosphorus; older sheets write mg in 100 g.
pub(super) const PHOSPHORUS: Measure = Measure {
    low: 0.0,
    high: 10_000.0,
    unit: "mg/kg",
    units: &[
        times("mg/kg", 1.0),
        times("ppm", 1.0),
        times("mg/100g", 10.0),
        times("g/kg", 1e3),
    ],
};
/// Available potassium.
pub(super) const POTASSIUM: Measure = Measure {
    high: 100_000.0,
    ..PHOSPHORUS
};
/// Electrical conductivity.
pub(super) const CONDUCTIVITY: Measure = Measure {
    low: 0.0,
    high: 200.0,
    unit: "dS/m",
    units: &[
        times("dS/m", 1.0),
        times("mS/cm", 1.0),
        over("uS/cm", 1e3),
        over("µS/cm", 1e3),
        over("mS/m", 100.0),
        times("S/m", 10.0),
    ],
};

/// The quantity a key of `columns` stands for.
pub(super) fn of_key(key: &str) -> Option<&'static Measure> {
    match key {
        "humus_percent" | "organic_matter_percent" => Some(&MATTER),
        "total_carbon_percent" => Some(&TOTAL_CARBON),
        "carbonate_percent" => Some(&CARBONATE),
        "nitrogen_percent" => Some(&NITROGEN),
        "p2o5_mg_per_kg" | "p_mg_per_kg" => Some(&PHOSPHORUS),
        "k2o_mg_per_kg" | "k_mg_per_kg" => Some(&POTASSIUM),
        "ec_ds_per_m" => Some(&CONDUCTIVITY),
        _ => None,
    }
}
