//! What can be explored of an indicator? Every number that aimaks have of it, one kind at a time, and its maps by cell.
//!
//! The browser gets it ready: words formatted here (browsers know no Kyrgyz), classes found here, colours from
//! [`crate::colour`] and [`crate::palette`]. It chooses what is drawn and computes nothing.

mod cells;
mod data;
mod legend;
mod scenes;

use std::collections::BTreeMap;

use aimak_core::{Card, Message, Quantity};

use self::{
    data::{AreaAbout, ExploreData, Words},
    legend::Legend,
};
use crate::{
    cells::CellLayer,
    page::{self, parts},
    view::View,
};

/// The data script of an indicator in the explorer.
pub struct Explored {
    /// Key of the script, as in `data/explore-<id>.js`.
    pub id: String,
    /// Its text.
    pub script: String,
}

/// What can be explored of an indicator; `None` where no area has a number.
pub fn of(view: &View<'_>, card: &Card, cells: &[CellLayer<'_>]) -> Option<Explored> {
    let mut words = Words::default();
    let mut legends = Vec::new();
    let kinds = scenes::kinds(view, card);
    if kinds.is_empty() {
        return None;
    }
    let mut scenes: Vec<data::Scene> = scenes::all(view, card, &kinds, &mut legends, &mut words);
    let layers = cells.iter().filter(|layer| layer.card.id == card.id);
    scenes.extend(layers.map(|layer| cells::scene(view, layer, &mut legends)));
    let data = ExploreData {
        id: script_id(view, card),
        lang: view.lang().code(),
        indicator: card.id.to_string(),
        name: view.local(&card.name).to_owned(),
        href: page::indicator_path(&card.id),
        initial: scenes::initial(view, card, &kinds),
        areas: areas(view, card),
        legends,
        scenes,
        words: words.list,
        texts: texts(view, card),
    };
    Some(Explored {
        script: data.script(),
        id: data.id,
    })
}

/// Id of the scene of a map by cell, for links.
pub fn cells_id(quantity: &Quantity) -> String {
    cells::id(quantity)
}

/// Key of an indicator's script.
fn script_id(view: &View<'_>, card: &Card) -> String {
    format!("{}-{}", card.id, view.lang().code())
}

/// Every area in order of the release; its page opens where the indicator stands.
fn areas(view: &View<'_>, card: &Card) -> Vec<AreaAbout> {
    let about = |aimak: &aimak_core::release::AimakProfile| AreaAbout {
        code: aimak.code.0.clone(),
        name: view.local(&aimak.name).to_owned(),
        href: parts::finding_path(view, aimak, view.headline(card, &aimak.code)),
        organic: aimak.organic_since.is_some(),
    };
    view.release.aimaks.iter().map(about).collect()
}

/// Words of the map, and of what only the explorer has. A name in braces is filled in by the browser.
fn texts(view: &View<'_>, card: &Card) -> BTreeMap<&'static str, String> {
    let own = [
        ("group_areas", "explorer-group-areas"),
        ("group_years", "explorer-group-years"),
        ("group_cells", "explorer-group-cells"),
        ("filter_hint", "explorer-filter-hint"),
        ("filter_hint_cells", "explorer-filter-hint-cells"),
        ("nothing_here", "explorer-nothing-here"),
        ("no_cells", "explorer-no-cells"),
        ("cells_download", "cells-download"),
    ];
    let open = |id: &str, names: &[&str]| {
        let message = names.iter().fold(Message::new(id), |message, name| {
            message.with(name, format!("{{{name}}}"))
        });
        view.words.message(&message)
    };
    let mut texts = super::data::texts(view, view.local(&card.name).to_owned());
    texts.extend(own.map(|(key, id)| (key, view.t(id))));
    texts.insert("legend_source", open("legend-source", &["scheme"]));
    texts.insert(
        "swipe_at",
        open("explorer-swipe-at", &["left", "right", "share"]),
    );
    texts.insert("flip", open("explorer-flip", &["label"]));
    texts.insert("locate", open("explorer-locate", &["name"]));
    texts.insert("close", view.t("explorer-close"));
    texts
}

/// Adds a legend, or finds the one that says the same; its place in the list.
fn place_of(legends: &mut Vec<Legend>, legend: Legend) -> usize {
    let known = legends.iter().position(|known| *known == legend);
    known.unwrap_or_else(|| {
        legends.push(legend);
        legends.len() - 1
    })
}

#[cfg(test)]
mod tests;
