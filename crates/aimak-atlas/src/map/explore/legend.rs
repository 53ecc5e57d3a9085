//! What do the colours of a scene mean, in either set of colours?

use aimak_core::{Card, MapLegend};
use serde::Serialize;

use crate::{
    cells::CellLayer,
    colour::Scheme,
    map::legend::limits,
    palette::{alternative, alternative_name},
    view::View,
};

/// Classes from the lowest or worst, their words and both sets of colours.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Legend {
    /// "Legend, t/ha".
    caption: String,
    classes: Vec<String>,
    /// Classes in order of their rows.
    rows: Vec<usize>,
    default: Palette,
    alternative: Palette,
    /// Looks that may occur beside the classes, each with its words.
    looks: Vec<(&'static str, String)>,
}

/// A set of colours with its name.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Palette {
    name: &'static str,
    fills: Vec<&'static str>,
}

impl Legend {
    /// Of numbers of areas.
    pub fn of_areas(
        view: &View<'_>,
        card: &Card,
        scheme: &Scheme,
        signed: bool,
        assumed: bool,
    ) -> Self {
        let classes = scheme.classes.iter();
        let words = classes.map(|class| limits(view, scheme, class, signed));
        let uncertain = if assumed {
            "legend-assumed"
        } else {
            "legend-uncertain"
        };
        let mut looks = vec![
            ("uncertain", uncertain),
            ("no_interval", "legend-no-interval"),
            ("withheld", "legend-withheld"),
            ("none", "legend-none"),
        ];
        if view.has_organic() {
            looks.push(("organic", "legend-organic"));
        }
        Self {
            caption: caption(view, Some(&view.symbol(card.unit, signed))),
            classes: words.collect(),
            rows: (0..scheme.classes.len()).rev().collect(),
            looks: looks
                .into_iter()
                .map(|(look, id)| (look, view.t(id)))
                .collect(),
            ..Self::colours(
                scheme.name,
                scheme.classes.iter().map(|class| class.fill).collect(),
            )
        }
    }

    /// Of a map by cell.
    pub fn of_cells(view: &View<'_>, layer: &CellLayer<'_>) -> Self {
        let named = matches!(layer.layer.about.legend, MapLegend::Classes(_));
        let unit = (!named).then(|| view.symbol(layer.card.unit, true));
        let classes = layer.class_words(view);
        let mut rows: Vec<usize> = (0..classes.len()).collect();
        if !named {
            rows.reverse();
        }
        let name = layer.scheme.as_ref().map_or("ColorBrewer BrBG", |s| s.name);
        let mut looks = vec![("robust", view.t("cell-class-none"))];
        if view.has_organic() {
            looks.push(("organic", view.t("legend-organic")));
        }
        Self {
            caption: caption(view, unit.as_deref()),
            classes,
            rows,
            looks,
            ..Self::colours(name, layer.fills())
        }
    }

    fn colours(name: &'static str, fills: Vec<&'static str>) -> Self {
        Self {
            caption: String::new(),
            classes: Vec::new(),
            rows: Vec::new(),
            looks: Vec::new(),
            alternative: Palette {
                name: alternative_name(name),
                fills: fills.iter().map(|fill| alternative(fill)).collect(),
            },
            default: Palette { name, fills },
        }
    }
}

fn caption(view: &View<'_>, unit: Option<&str>) -> String {
    let title = view.t("legend-title");
    unit.map_or_else(|| title.clone(), |unit| format!("{title}, {unit}"))
}
