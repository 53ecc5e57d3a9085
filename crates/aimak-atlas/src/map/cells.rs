//! The map of an indicator cell by cell: its picture under the borders.

use aimak_core::{MapLegend, Message};
use base64::Engine as _;
use maud::{Markup, html};

use super::{
    data::{AreaData, CellsData, LegendData, MapData},
    legend::swatch,
    names,
};
use crate::{cells::CellLayer, colour::BLANK, outline::MAP_WIDTH, view::View};

/// A row of the legend: colour and meaning.
type Meaning = (&'static str, String);

impl CellLayer<'_> {
    /// Key of the map's data script.
    pub fn id(&self, view: &View<'_>) -> String {
        format!("cells-{}-{}", self.layer.about.stem(), view.lang().code())
    }

    /// File of the drawn picture, below `data/`.
    pub fn file(&self) -> String {
        format!("cells-{}.png", self.layer.about.stem())
    }

    pub(super) fn title(&self, view: &View<'_>) -> String {
        let message = Message::new("cells-title")
            .with("indicator", view.local(&self.card.name))
            .with("quantity", view.quantity(&self.layer.about.quantity));
        view.words.message(&message)
    }

    /// The figure: picture and borders, button for the interactive map, legend, what must be read with it, the raster itself.
    pub fn figure(&self, view: &View<'_>, root: &str, base: &str) -> Markup {
        let id = self.id(view);
        let unit = self
            .scheme
            .as_ref()
            .map(|_| view.symbol(self.card.unit, true));
        html! {
            figure class="map cells" data-map={ (root) "data/map-" (id) ".js" } data-outlines={ (root) "data/outlines.js" }
                data-assets={ (root) "assets/" } data-base=(base) {
                figcaption { strong { (self.title(view)) @if let Some(unit) = unit { " (" (unit) ")" } } }
                @if let Some(svg) = self.svg(view, root, base) { div class="map-frame" { (svg) } }
                p class="map-buttons" {
                    button type="button" class="open-map" hidden { (crate::page::parts::open_map(view)) }
                    button type="button" class="close-map" hidden { (view.t("map-close")) }
                    " " a class="to-explorer" href={ (base) (crate::page::map::PATH) "#i=" (self.card.id) "&s=" (super::explore::cells_id(&self.layer.about.quantity)) } {
                        (view.t("explorer-link"))
                    }
                }
                p class="map-failed" hidden { (view.t("map-failed")) }
                (self.legend(view))
                ul class="notes" { @for note in &self.layer.about.notes { li { (view.words.message(note)) } } }
                p { a href={ (root) "downloads/" (self.layer.raster) } download { (view.t("cells-download")) } }
            }
        }
    }

    fn svg(&self, view: &View<'_>, root: &str, base: &str) -> Option<Markup> {
        let sheet = view.sheet?;
        let height = format!("{:.0}", sheet.height.ceil());
        let of = |code: &str| {
            view.release
                .aimaks
                .iter()
                .find(|aimak| aimak.code.0 == code)
        };
        Some(html! {
            svg class="map-svg" role="group" viewBox={ "0 0 " (MAP_WIDTH) " " (height) } width=(MAP_WIDTH) height=(height) {
                title { (self.title(view)) }
                desc { (view.t("cells-desc")) }
                image class="cells-picture" href={ (root) "data/" (self.file()) } width=(MAP_WIDTH) height=(height) {}
                @for (code, path) in &sheet.paths {
                    @if let Some(aimak) = of(code) {
                        a href={ (base) (crate::page::aimak_path(&aimak.code)) } {
                            path class={ "cell-border" (if aimak.organic_since.is_some() { " organic" } else { "" }) } data-code=(code) d=(path) {
                                title { (view.local(&aimak.name)) }
                            }
                        }
                    }
                }
                (names::draw(view, sheet))
            }
        })
    }

    /// What the classes mean, from the lowest or worst.
    pub(super) fn class_words(&self, view: &View<'_>) -> Vec<String> {
        match (&self.layer.about.legend, &self.scheme) {
            (MapLegend::Values(_) | MapLegend::Classed { .. }, Some(scheme)) => {
                // even steps lie about zero
                let signed = matches!(self.layer.about.legend, MapLegend::Values(_));
                let words = |class| super::legend::limits(view, scheme, class, signed);
                scheme.classes.iter().map(words).collect()
            }
            (MapLegend::Classes(classes), _) => {
                let words = |key: &str| view.words.keyed("cell-class", key);
                classes.iter().map(|class| words(&class.key)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What the colours mean, the highest values or the worst classes first.
    fn meanings(&self, view: &View<'_>) -> Vec<Meaning> {
        let mut meanings: Vec<Meaning> = self
            .fills()
            .into_iter()
            .zip(self.class_words(view))
            .collect();
        if !matches!(self.layer.about.legend, MapLegend::Classes(_)) {
            meanings.reverse();
        }
        meanings
    }

    fn legend(&self, view: &View<'_>) -> Markup {
        let organic = view.has_organic();
        html! {
            table class="legend" {
                caption { (view.t("legend-title")) }
                thead { tr { th scope="col" { (view.t("legend-colour")) } th scope="col" { (view.t("legend-meaning")) } } }
                tbody {
                    @for (fill, words) in self.meanings(view) { tr { td { (swatch("robust", fill)) } td { (words) } } }
                    tr { td { (swatch("robust", BLANK)) } td { (view.t("cell-class-none")) } }
                    @if organic { tr { td { (swatch("organic", BLANK)) } td { (view.t("legend-organic")) } } }
                }
            }
        }
    }

    /// The data script of the interactive map.
    pub fn script(&self, view: &View<'_>) -> String {
        let [west, south, east, north] = self.layer.bounds;
        let picture = base64::engine::general_purpose::STANDARD.encode(self.on_web_map());
        let legend = self
            .meanings(view)
            .into_iter()
            .map(|(fill, label)| LegendData {
                fill,
                label,
                count: 0,
            });
        let data = MapData {
            id: self.id(view),
            lang: view.lang().code(),
            title: self.title(view),
            areas: view
                .release
                .aimaks
                .iter()
                .map(|aimak| AreaData::border(aimak, view))
                .collect(),
            legend: legend.collect(),
            texts: super::data::texts(view, self.title(view)),
            parts: std::collections::BTreeMap::new(),
            cells: Some(CellsData {
                image: format!("data:image/png;base64,{picture}"),
                corners: [[west, north], [east, north], [east, south], [west, south]],
            }),
        };
        data.script()
    }
}
