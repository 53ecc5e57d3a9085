//! How are the codes of a map by cell read and worded?

use aimak_core::{MapLegend, Message, Quantity};

use super::{
    data::{Cells, Scene},
    legend::Legend,
    place_of, scenes,
};
use crate::{cells::CellLayer, view::View};

/// The scene of a map by cell.
pub(super) fn scene(view: &View<'_>, layer: &CellLayer<'_>, legends: &mut Vec<Legend>) -> Scene {
    let about = &layer.layer.about;
    let title = layer.title(view);
    Scene {
        id: id(&about.quantity),
        family: match about.quantity {
            Quantity::State { .. } | Quantity::At { .. } => "cells-state",
            _ => "cells",
        },
        role: scenes::role(view, &about.quantity),
        label: scenes::label(view, &about.quantity),
        land: String::new(),
        said: view
            .words
            .message(&Message::new("explorer-said-cells").with("title", title.as_str())),
        title,
        legend: place_of(legends, Legend::of_cells(view, layer)),
        areas: Vec::new(),
        cells: Some(Cells {
            map: about.stem(),
            classes: (0..=u8::MAX)
                .map(|code| layer.class_of(code).map_or(-1, |class| class as i16))
                .collect(),
            values: values(view, layer),
            notes: about
                .notes
                .iter()
                .map(|note| view.words.message(note))
                .collect(),
            download: format!("downloads/{}", layer.layer.raster),
        }),
    }
}

/// Id of the scene of a map by cell.
pub(super) fn id(quantity: &Quantity) -> String {
    format!("cells-{}", scenes::id(quantity))
}

/// The value of each code where codes are steps of a unit; the ends stand for everything beyond, too.
fn values(view: &View<'_>, layer: &CellLayer<'_>) -> Vec<String> {
    let (MapLegend::Values(unit), Some(scale)) = (&layer.layer.about.legend, layer.layer.scale)
    else {
        return Vec::new();
    };
    let words = |code: u8| {
        let amount = view.amount(scale.value(code), *unit, true);
        match code {
            0 => String::new(),
            1 => view
                .words
                .message(&Message::new("explorer-at-most").with("value", amount)),
            u8::MAX => view
                .words
                .message(&Message::new("explorer-at-least").with("value", amount)),
            _ => amount,
        }
    };
    (0..=u8::MAX).map(words).collect()
}
