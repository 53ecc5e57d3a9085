//! The outlines joined with the headline figure of every indicator, for anybody's GIS.

use aimak_core::{AimakCode, Estimate, Finding, Interval, Outcome};
use serde_json::{Map, Value, json};

use crate::view::{View, verdict};

/// `headline.geojson`: of every figure the columns of `findings.csv`, under keys that begin with the id of the indicator.
pub fn geojson(view: &View<'_>) -> Vec<u8> {
    let feature = |outline: &crate::outline::Outline| {
        let mut properties = outline.properties.clone();
        let code = AimakCode(outline.code.clone());
        properties.insert("simulated".into(), json!(view.release.project.simulated));
        if let Some(notice) = &view.release.project.notice {
            properties.insert("notice".into(), json!(view.local(notice)));
        }
        properties.insert("edition".into(), json!(view.release.project.edition.id));
        for card in &view.release.cards {
            if let Some(finding) = view.headline(card, &code) {
                join(&mut properties, &card.id, finding);
            }
        }
        json!({ "type": "Feature", "properties": properties, "geometry": outline.shape })
    };
    let features: Vec<Value> = view.outlines.iter().map(feature).collect();
    let mut text =
        serde_json::to_vec(&json!({ "type": "FeatureCollection", "features": features }))
            .expect("invariant: GeoJSON serialises");
    text.push(b'\n');
    text
}

/// Adds one figure under keys that begin with the indicator's id.
fn join(properties: &mut Map<String, Value>, id: &str, finding: &Finding) {
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            properties.insert(format!("{id}_{key}"), value);
        }
    };
    let evidence = &finding.evidence;
    put("land", json!(finding.land.key()));
    put(
        "treated_share_percent",
        json!(finding.treated_share_percent),
    );
    put("quantity", json!(finding.quantity.key()));
    for (column, word) in finding.quantity.times() {
        put(column, json!(word));
    }
    match &finding.outcome {
        Outcome::Estimated(estimate) => number(&mut put, estimate),
        Outcome::Withheld(withheld) => put("withheld_reason", json!(withheld.reason.code())),
    }
    put("status", json!(verdict(finding).look()));
    put("design", json!(evidence.design.key()));
    put("confidence", json!(evidence.confidence.key()));
    put("claim", json!(evidence.claim.key()));
    put("method", json!(evidence.method.id));
    put("method_version", json!(evidence.method.version));
}

/// Value, interval, n.
fn number(put: &mut impl FnMut(&str, Value), estimate: &Estimate) {
    put("value", json!(estimate.value));
    put("unit", json!(estimate.unit.symbol()));
    match estimate.interval {
        Interval::Between {
            lo,
            hi,
            level,
            kind,
        } => {
            put("interval_lo", json!(lo));
            put("interval_hi", json!(hi));
            put("interval_level", json!(level));
            put("interval_kind", json!(kind.key()));
        }
        Interval::Unavailable(reason) => put("no_interval_reason", json!(reason.key())),
    }
    if let Some(bands) = estimate.bands {
        put("interval_50_lo", json!(bands.half.0));
        put("interval_50_hi", json!(bands.half.1));
        put("interval_80_lo", json!(bands.most.0));
        put("interval_80_hi", json!(bands.most.1));
        put("se", json!(bands.se));
        put("df", json!(bands.df));
    }
    put("n", json!(estimate.sample.n));
    put("n_other", json!(estimate.sample.n_other));
    put("n_of", json!(estimate.sample.of.key()));
}
