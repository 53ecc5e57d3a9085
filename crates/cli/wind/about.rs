//! What the tables mean, for machines and for people who find them in ten years.

use aimak_science::erosion::{
    water::uncertainty::Spread,
    wind::{EQUATIONS, Remark, uncertainty::UNCERTAIN, weather::LEAST_SHARE},
};
use serde_json::{Value, json};

use super::{
    Job,
    told::{OF_FIELD, Told},
};
use crate::composite::files;

/// Draws of an interval.
pub const DRAWS: usize = 1000;

impl Job<'_> {
    /// The contents of `about.json`.
    pub(super) fn about(&self, told: &Told) -> Value {
        let args = self.args;
        let equations = EQUATIONS.iter().map(|card| {
            json!({
                "id": card.id, "formula": card.formula, "unit": card.unit, "holds": card.holds, "reference": card.reference,
            })
        });
        let etp = self.evaporation.equation();
        json!({
            "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
            "method": if args.index { "ILSWE" } else { "RWEQ" },
            "valid_for": "cultivated fields of up to some 100 m; not mountain slopes, not snow-covered or irrigated-wet ground",
            "never_added_to": "loss by water; RWEQ and ILSWE are not added or compared either",
            "wind_height_m": args.height,
            "threshold_m_per_s": args.threshold,
            "elevation_m": args.elevation,
            "latitude_degrees": args.latitude,
            "wind_from_reanalysis": args.reanalysis,
            "periods": if args.index { "months".to_owned() } else { format!("{:?}", args.every) },
            "evapotranspiration": etp.map_or("measured", |card| card.id),
            "missing": format!(
                "a day or period with less than {LEAST_SHARE} of its observations is withheld; with fewer than all, what was observed stands for the rest"
            ),
            "of_a_year": "sum over the periods of the year, each the mean of its years; empty unless each was observed",
            "irrigation": "that of the weather table, for all fields alike; an empty cell is none",
            "class_sl_190": "classes of SL 190-2007 by the loss of a year, 0 (slight) to 5 (severest): limits 2, 25, 50, 80, 150 t/ha",
            "interval": (!args.index).then(|| self.interval()),
            "equations": equations.collect::<Vec<_>>(),
            "inputs": files(&self.digests),
            "rows": told.rows,
            "remarks": told.remarks.iter().map(|(remark, n)| json!({ "flag": remark.key(), "n": n })).collect::<Vec<_>>(),
            "withheld": told.withheld.iter().map(|((kind, code, lacking), n)| json!({ "what": if *kind == OF_FIELD { "field" } else { "period of weather" }, "reason": code, "lacking": lacking, "n": n })).collect::<Vec<_>>(),
            "flags": Remark::ALL.map(Remark::key),
        })
    }

    fn interval(&self) -> Value {
        let factors = UNCERTAIN.iter().map(|factor| match factor.spread {
            Spread::LogNormal { cv } => json!({ "factor": factor.name, "log_normal_cv": cv }),
            spread => json!({ "factor": factor.name, "spread": format!("{spread:?}") }),
        });
        json!({
            "kind": "parameter",
            "level": 0.95,
            "seed": self.args.seed,
            "draws": DRAWS,
            "factors": factors.collect::<Vec<_>>(),
            "note": "coefficients of variation are our assumption; labels of one field share their draws; what daily or reanalysed wind misses is not in it",
            "shares": "total index (Jansen 1999): part of the variance that would stay, were this factor alone unknown",
        })
    }
}
