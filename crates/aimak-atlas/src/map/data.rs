//! The same map for the browser: values, words and colours, nothing left to compute.

use std::collections::BTreeMap;

use aimak_core::{Finding, Quantity};
use serde::Serialize;

use super::{Area, Map};
use crate::{
    page::parts,
    view::{View, bounds},
};

impl Map<'_> {
    /// The data script of the interactive map.
    pub fn script(&self, view: &View<'_>) -> String {
        let data = MapData::new(self, view);
        let json = serde_json::to_string(&data).expect("invariant: map data serialise");
        format!(
            "(window.AIMAK_MAPS = window.AIMAK_MAPS || {{}})[\"{}\"] = {json};\n",
            data.id
        )
    }
}

/// Content of `data/map-<id>.js`, see `atlas-web/CONTRACT.md`.
#[derive(Serialize)]
struct MapData {
    id: String,
    lang: &'static str,
    title: String,
    areas: Vec<AreaData>,
    legend: Vec<LegendData>,
    texts: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct AreaData {
    code: String,
    name: String,
    value: Option<f64>,
    lo: Option<f64>,
    hi: Option<f64>,
    status: &'static str,
    fill: &'static str,
    label: String,
    note: String,
    facts: Vec<String>,
    href: String,
    organic: bool,
}

#[derive(Serialize)]
struct LegendData {
    fill: &'static str,
    label: String,
    count: usize,
}

impl MapData {
    fn new(map: &Map<'_>, view: &View<'_>) -> Self {
        let texts = [
            ("zoom_in", "map-zoom-in"),
            ("zoom_out", "map-zoom-out"),
            ("reset", "map-reset"),
            ("close", "map-close"),
            ("open_page", "map-open-page"),
            ("uncertain", "legend-uncertain"),
            ("withheld", "legend-withheld"),
            ("gesture_ctrl", "map-gesture-ctrl"),
            ("gesture_command", "map-gesture-command"),
            ("gesture_touch", "map-gesture-touch"),
        ];
        let mut texts: BTreeMap<_, _> = texts.map(|(key, id)| (key, view.t(id))).into();
        texts.insert("map_label", map.title.clone());
        let simulated = view.release.project.simulated;
        texts.insert(
            "simulated",
            if simulated {
                view.t("simulated-title")
            } else {
                String::new()
            },
        );
        let legend = map
            .scheme
            .classes
            .iter()
            .enumerate()
            .map(|(i, class)| LegendData {
                fill: class.fill,
                label: map.class_words(view, class),
                count: map.in_class(i),
            });
        Self {
            id: map.id(view),
            lang: view.lang().code(),
            title: map.title.clone(),
            areas: map
                .areas
                .iter()
                .map(|area| AreaData::new(area, view))
                .collect(),
            legend: legend.collect(),
            texts,
        }
    }
}

impl AreaData {
    fn new(area: &Area<'_>, view: &View<'_>) -> Self {
        let estimate = area.finding.and_then(Finding::estimate);
        let bounds = estimate.and_then(|estimate| bounds(&estimate.interval));
        Self {
            code: area.aimak.code.0.clone(),
            name: view.local(&area.aimak.name).to_owned(),
            value: estimate.map(|estimate| estimate.value),
            lo: bounds.map(|(lo, _, _)| lo),
            hi: bounds.map(|(_, hi, _)| hi),
            status: area.look,
            fill: area.fill,
            label: area.label.clone(),
            note: area.finding.map_or(String::new(), |finding| {
                format!("{} {}", parts::sign(finding), view.verdict_words(finding))
            }),
            facts: area
                .finding
                .map_or(Vec::new(), |finding| facts(view, finding)),
            href: crate::page::aimak_path(&area.aimak.code),
            organic: area.aimak.organic_since.is_some(),
        }
    }
}

/// What else belongs to the number: which one it is and of which time, on which land, how many stand behind it.
fn facts(view: &View<'_>, finding: &Finding) -> Vec<String> {
    [
        Some(view.quantity(&finding.quantity)).filter(|_| finding.quantity != Quantity::Timeless),
        Some(view.land(finding)),
        view.sample(finding),
    ]
    .into_iter()
    .flatten()
    .collect()
}
