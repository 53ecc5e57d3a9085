//! The same map for the browser: values, words and colours, nothing left to compute.

use std::collections::BTreeMap;

use aimak_core::{Finding, Quantity, release::AimakProfile};
use serde::Serialize;

use super::{Area, Map};
use crate::{
    colour::BLANK,
    page::parts,
    texts::with_whole_spans,
    view::{View, bounds, is_assumed},
};

impl Map<'_> {
    /// The data script of the interactive map.
    pub fn script(&self, view: &View<'_>) -> String {
        MapData::new(self, view).script()
    }
}

/// Content of `data/map-<id>.js`, see `atlas-web/CONTRACT.md`.
#[derive(Serialize)]
pub(super) struct MapData {
    pub id: String,
    pub lang: &'static str,
    pub title: String,
    pub areas: Vec<AreaData>,
    pub legend: Vec<LegendData>,
    pub texts: BTreeMap<&'static str, String>,
    /// Caption and legend as home shows them, by the name of their place.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<&'static str, String>,
    /// A picture of cells below the borders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cells: Option<CellsData>,
}

/// A picture in the projection of web maps and where its corners lie, clockwise from the north-west.
#[derive(Serialize)]
pub(super) struct CellsData {
    pub image: String,
    pub corners: [[f64; 2]; 4],
}

#[derive(Serialize)]
pub(super) struct AreaData {
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
pub(super) struct LegendData {
    pub fill: &'static str,
    pub label: String,
    pub count: usize,
}

/// Words of an interactive map.
pub(super) fn texts(view: &View<'_>, title: String) -> BTreeMap<&'static str, String> {
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
    texts.insert("map_label", title);
    let project = &view.release.project;
    let simulated = project.simulated.then(|| view.t("simulated-title"));
    let notice = || {
        project
            .notice
            .as_ref()
            .map(|text| view.local(text).to_owned())
    };
    texts.insert("simulated", simulated.or_else(notice).unwrap_or_default());
    texts
}

impl MapData {
    /// The script that hands the data over.
    pub fn script(&self) -> String {
        let json = serde_json::to_string(self).expect("invariant: map data serialise");
        // what a script puts on the page reads like what was born there
        let json = with_whole_spans(&json);
        let id = &self.id;
        format!("(window.AIMAK_MAPS = window.AIMAK_MAPS || {{}})[\"{id}\"] = {json};\n")
    }

    fn new(map: &Map<'_>, view: &View<'_>) -> Self {
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
        let mut words = texts(view, map.title.clone());
        if map.assumed {
            words.insert("uncertain", view.t("legend-assumed"));
        }
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
            texts: words,
            parts: [
                ("caption", map.caption_below_choice(view).into_string()),
                ("legend", map.legend(view).into_string()),
            ]
            .into(),
            cells: None,
        }
    }
}

impl AreaData {
    /// An area of which only the border is drawn.
    pub fn border(aimak: &AimakProfile, view: &View<'_>) -> Self {
        Self {
            code: aimak.code.0.clone(),
            name: view.local(&aimak.name).to_owned(),
            value: None,
            lo: None,
            hi: None,
            status: "border",
            fill: BLANK,
            label: String::new(),
            note: String::new(),
            facts: Vec::new(),
            href: crate::page::aimak_path(&aimak.code),
            organic: aimak.organic_since.is_some(),
        }
    }

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
            note: note(view, area.finding),
            facts: area
                .finding
                .map_or(Vec::new(), |finding| facts(view, finding)),
            href: crate::page::aimak_path(&area.aimak.code),
            organic: area.aimak.organic_since.is_some(),
        }
    }
}

/// Sign and words of what may be said; empty where there is no finding.
pub fn note(view: &View<'_>, finding: Option<&Finding>) -> String {
    finding.map_or(String::new(), |finding| {
        format!("{} {}", parts::sign(finding), view.verdict_words(finding))
    })
}

/// What else belongs to the number: which one it is and of which time, on which land, how many stand behind it.
pub(super) fn facts(view: &View<'_>, finding: &Finding) -> Vec<String> {
    [
        Some(view.quantity_of(finding))
            .filter(|_| finding.quantity != Quantity::Timeless || is_assumed(finding)),
        Some(view.land(finding)),
        view.sample(finding),
    ]
    .into_iter()
    .flatten()
    .collect()
}
