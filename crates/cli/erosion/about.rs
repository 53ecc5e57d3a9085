//! What maps and table mean, for machines and for people who find them in ten years.

use aimak_science::erosion::water::{
    EQUATIONS, Equation,
    chain::Rules,
    topography::{
        DesmetGovers, InvestExponent, InvestSlopeLength, McCoolExponent, McCoolSteepness,
    },
    totals::LossTotals,
    uncertainty::{Spread, UncertainFactor},
};
use serde_json::{Value, json};

use super::{
    Job,
    table::{DRAWS, Sums},
};
use crate::dem;

impl Job<'_> {
    /// The contents of `about.json`.
    pub(super) fn about(&self, sums: &Sums) -> Value {
        let args = self.args;
        let invest = matches!(self.settings.rules, Rules::Invest(_));
        let factors = self
            .factors
            .by_symbol()
            .map(|(symbol, factor)| (symbol.to_owned(), json!(factor.origin)));
        json!({
            "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
            "method": if invest { "InVEST SDR 3.20 as its code runs it" } else { "RUSLE and sediment delivery, METHODS B: ways in metres" },
            "dem": dem::about(&args.dem, &self.dem),
            "factors": factors.into_iter().collect::<serde_json::Map<_, _>>(),
            "routing": format!("{:?}", self.settings.routes),
            "streams_from_cells": args.streams,
            "delivery": { "sdr_max": args.sdr_max, "ic0": args.ic0, "k": args.k },
            "longest_slope": args.l_max,
            "equations": self.equations().iter().map(told).collect::<Vec<_>>(),
            "interval": interval(self.uncertain(), args.seed),
            "whole_dem": totals(&sums.whole),
            "totals": "on slopes up to 50 %; steeper land is outside the data of RUSLE: in the maps, in columns of its own, in no total",
            "avoided_export": "avoided loss times SDR, plus deposition (InVEST: avoid_exp)",
            "not_covered": "gullies, banks, landslides, mudflows, snow-melt, erosion by irrigation and tillage; the loss of a single year",
            "edge": "water and sediment from beyond the edge of the DEM are not counted; cells of the edge have no slope and no loss",
            "never_added_to": "loss by wind",
        })
    }

    /// Cards of the equations behind the maps.
    fn equations(&self) -> Vec<Equation> {
        let mut cards = match self.settings.rules {
            Rules::Metres(_) => vec![
                DesmetGovers::EQUATION,
                McCoolExponent::EQUATION,
                McCoolSteepness::EQUATION,
            ],
            Rules::Invest(_) => vec![
                InvestSlopeLength::EQUATION,
                InvestExponent::EQUATION,
                McCoolSteepness::EQUATION,
            ],
        };
        for (_, factor) in self.factors.by_symbol() {
            let by = factor.origin.by.as_deref();
            cards.extend(EQUATIONS.iter().filter(|card| by == Some(card.id)));
        }
        cards
    }
}

fn told(card: &Equation) -> Value {
    json!({
        "id": card.id, "formula": card.formula, "unit": card.unit, "holds": card.holds, "reference": card.reference,
    })
}

fn interval(factors: &[UncertainFactor], seed: u64) -> Value {
    let factors = factors.iter().map(|factor| match factor.spread {
        Spread::LogNormal { cv } => json!({ "factor": factor.name, "log_normal_cv": cv }),
        spread => json!({ "factor": factor.name, "spread": format!("{spread:?}") }),
    });
    json!({
        "kind": "parameter",
        "level": 0.95,
        "seed": seed,
        "draws": DRAWS,
        "factors": factors.collect::<Vec<_>>(),
        "note": "one multiplier of each factor for the whole area (METHODS B.7); P where a practice is given; what RUSLE itself misses is not in it; deposition has none",
        "variance": "total index (Jansen 1999): share of the variance that would stay, were this factor alone unknown",
    })
}

/// Sums as data.
fn totals(totals: &LossTotals) -> Value {
    let counted = &totals.counted;
    let masked = totals.masked_ha.iter();
    json!({
        "counted_ha": counted.area_ha,
        "mean_loss_t_per_ha_yr": counted.mean_t_per_ha_yr(),
        "loss_t_per_yr": counted.loss_t_per_yr,
        "export_t_per_yr": counted.export_t_per_yr,
        "deposition_t_per_yr": counted.deposition_t_per_yr,
        "steep_ha": totals.steep.area_ha,
        "steep_loss_t_per_yr": totals.steep.loss_t_per_yr,
        "missing_ha": totals.missing_ha,
        "without_soil_ha": masked.map(|(surface, ha)| (format!("{surface:?}").to_lowercase(), json!(ha))).collect::<serde_json::Map<_, _>>(),
    })
}
