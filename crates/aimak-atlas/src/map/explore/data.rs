//! The script `data/explore-<indicator>-<lang>.js`, see `atlas-web/CONTRACT.md`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::legend::Legend;

/// Everything the explorer shows of one indicator in one language.
#[derive(Serialize)]
pub(super) struct ExploreData {
    pub id: String,
    pub lang: &'static str,
    pub indicator: String,
    pub name: String,
    pub href: String,
    /// Scene that stands for the indicator.
    pub initial: String,
    pub areas: Vec<AreaAbout>,
    pub legends: Vec<Legend>,
    pub scenes: Vec<Scene>,
    /// Sentences that many areas share; scenes name them by their places.
    pub words: Vec<String>,
    pub texts: BTreeMap<&'static str, String>,
}

impl ExploreData {
    /// The script that hands the data over.
    pub fn script(&self) -> String {
        let json = serde_json::to_string(self).expect("invariant: map data serialise");
        let json = crate::texts::with_whole_spans(&json);
        let id = &self.id;
        format!("(window.AIMAK_EXPLORE = window.AIMAK_EXPLORE || {{}})[\"{id}\"] = {json};\n")
    }
}

/// What stays the same of an area whatever is shown.
#[derive(Serialize)]
pub(super) struct AreaAbout {
    pub code: String,
    pub name: String,
    pub href: String,
    pub organic: bool,
}

/// One picture: a kind of number for every area, or a map by cell.
#[derive(Serialize)]
pub(super) struct Scene {
    pub id: String,
    /// Scenes of a family have one legend and may lie side by side.
    pub family: &'static str,
    /// `before`, `after` or nothing: where comparing begins.
    pub role: &'static str,
    pub label: String,
    pub title: String,
    /// Which land the numbers are of.
    pub land: String,
    /// What is shown and how much of it, for those who hear the page.
    pub said: String,
    pub legend: usize,
    /// One entry for each of the areas; empty for a map by cell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<AreaShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cells: Option<Cells>,
}

/// An area in one scene.
#[derive(Serialize)]
pub(super) struct AreaShown {
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    pub label: String,
    /// Places in `words`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<usize>,
}

/// How the codes of a map by cell are read.
#[derive(Serialize)]
pub(super) struct Cells {
    /// Its stem: `data/tiles.js` names archive and channel by it.
    pub map: String,
    /// Class of each of the 256 codes; −1 has no value.
    pub classes: Vec<i16>,
    /// Value of each code in words; empty where the class says all.
    pub values: Vec<String>,
    pub notes: Vec<String>,
    /// The raster for a GIS, below the root.
    pub download: String,
}

/// Sentences, each once.
#[derive(Default)]
pub(super) struct Words {
    pub list: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Words {
    /// The place of a sentence; nothing for an empty one.
    pub fn place(&mut self, sentence: String) -> Option<usize> {
        if sentence.is_empty() {
            return None;
        }
        if let Some(place) = self.places.get(&sentence) {
            return Some(*place);
        }
        let place = self.list.len();
        self.places.insert(sentence.clone(), place);
        self.list.push(sentence);
        Some(place)
    }
}
