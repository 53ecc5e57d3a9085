//! The outlines joined with the headline figure of every indicator, for anybody's GIS.

use aimak_core::{AimakCode, Finding, Outcome};
use serde_json::{Map, Value, json};

use crate::view::{View, bounds, verdict};

/// `headline.geojson`: every figure with value, ends of its interval, level, n, land, method, or its reason.
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
        properties.insert(format!("{id}_{key}"), value);
    };
    put(
        "quantity",
        serde_json::to_value(&finding.quantity).unwrap_or(Value::Null),
    );
    put("land", json!(finding.land.key()));
    put(
        "treated_share_percent",
        json!(finding.treated_share_percent),
    );
    put("status", json!(verdict(finding).look()));
    put(
        "method",
        json!(format!(
            "{} v{}",
            finding.evidence.method.id, finding.evidence.method.version
        )),
    );
    match &finding.outcome {
        Outcome::Estimated(estimate) => {
            let ends = bounds(&estimate.interval);
            put("value", json!(estimate.value));
            put("unit", json!(estimate.unit.symbol()));
            put("lo", json!(ends.map(|(lo, _, _)| lo)));
            put("hi", json!(ends.map(|(_, hi, _)| hi)));
            put("level", json!(ends.map(|(_, _, level)| level)));
            put("n", json!(estimate.sample.n));
            put("n_other", json!(estimate.sample.n_other));
        }
        Outcome::Withheld(withheld) => put("reason", json!(withheld.reason.code())),
    }
}
