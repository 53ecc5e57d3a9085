//! What does the map show, and how does it say how sure that is?

mod data;

use aimak_core::{AimakCode, Card, Finding, Land, Message, Outcome, release::AimakProfile};
use maud::{Markup, html};

use crate::{
    colour::{self, BLANK, Scheme},
    outline::MAP_WIDTH,
    view::{Focus, Verdict, View, is_change, verdict},
};

/// One area of a map.
pub struct Area<'a> {
    /// The area.
    pub aimak: &'a AimakProfile,
    /// The finding shown; `None` where the indicator has none.
    pub finding: Option<&'a Finding>,
    /// Its place among the classes; `None` without a number.
    pub class: Option<usize>,
    /// Its colour.
    pub fill: &'static str,
    /// How it stands to zero.
    pub verdict: Option<Verdict>,
    /// Value and interval, or the reason, in words.
    pub label: String,
}

/// The map of one indicator.
pub struct Map<'a> {
    /// What it shows.
    pub title: String,
    /// Areas, sorted by code.
    pub areas: Vec<Area<'a>>,
    /// Its colours.
    pub scheme: Scheme,
    /// Which land it shows, in words.
    pub land: String,
    /// True where values are changes.
    pub is_change: bool,
    card: &'a Card,
}

/// The map of an indicator; `None` where no area has a number.
pub fn of<'a>(view: &View<'a>, card: &'a Card) -> Option<Map<'a>> {
    let shown: Vec<(&AimakProfile, Option<&Finding>)> = view
        .release
        .aimaks
        .iter()
        .map(|aimak| (aimak, view.headline(card, &aimak.code)))
        .collect();
    let values: Vec<f64> = shown
        .iter()
        .filter_map(|(_, finding)| Some(finding.as_ref()?.estimate()?.value))
        .collect();
    if values.is_empty() {
        return None;
    }
    let is_change = *view.focus(card) == Focus::Change;
    let scheme = if is_change {
        colour::diverging(&values, card.better)
    } else {
        colour::sequential(&values)
    };
    let given = shown
        .iter()
        .filter_map(|(_, finding)| finding.as_ref().filter(|f| f.estimate().is_some()));
    let lands: std::collections::BTreeSet<Land> =
        given.clone().map(|finding| finding.land).collect();
    let land = match lands.first() {
        Some(land) if lands.len() == 1 => {
            let land = view.words.keyed("land", land.key());
            view.words
                .message(&Message::new("map-land-one").with("land", land))
        }
        _ => view.t("map-land-mixed"),
    };
    let quantity = given
        .map(|finding| view.quantity(&finding.quantity))
        .next()
        .unwrap_or_default();
    let name = Message::new("map-title")
        .with("indicator", view.local(&card.name))
        .with("quantity", quantity);
    let title = format!(
        "{} ({})",
        view.words.message(&name),
        view.symbol(card.unit, is_change)
    );
    let areas = shown
        .into_iter()
        .map(|(aimak, finding)| area(view, &scheme, aimak, finding))
        .collect();
    Some(Map {
        title,
        areas,
        scheme,
        land,
        is_change,
        card,
    })
}

fn area<'a>(
    view: &View<'_>,
    scheme: &Scheme,
    aimak: &'a AimakProfile,
    finding: Option<&'a Finding>,
) -> Area<'a> {
    let estimate = finding.and_then(Finding::estimate);
    let class = estimate.map(|estimate| scheme.class_of(estimate.value));
    let fill = estimate.map_or(BLANK, |estimate| scheme.fill(estimate.value));
    Area {
        aimak,
        finding,
        class,
        fill,
        verdict: finding.map(verdict),
        label: label(view, finding),
    }
}

/// Value with interval, or why there is none.
pub fn label(view: &View<'_>, finding: Option<&Finding>) -> String {
    let Some(finding) = finding else {
        return view.t("legend-none");
    };
    match &finding.outcome {
        Outcome::Estimated(estimate) => {
            let change = is_change(&finding.quantity);
            let amount = view.amount(estimate.value, estimate.unit, change);
            format!("{amount} ({})", view.interval(estimate, change))
        }
        Outcome::Withheld(withheld) => {
            format!("{}: {}", view.t("verdict-withheld"), view.reason(withheld))
        }
    }
}

impl Map<'_> {
    /// Key of the map's data script.
    pub fn id(&self, view: &View<'_>) -> String {
        format!("{}-{}", self.card.id, view.lang().code())
    }

    /// Number of areas whose finding has this verdict, or none at all.
    fn count(&self, wanted: Option<Verdict>) -> usize {
        self.areas
            .iter()
            .filter(|area| area.verdict == wanted)
            .count()
    }

    /// The figure: drawing, button for the interactive map, legend, table twin. `root` leads to the site, `base` to the
    /// pages of the language.
    pub fn figure(&self, view: &View<'_>, root: &str, base: &str) -> Markup {
        let id = self.id(view);
        html! {
            figure class="map" data-map={ (root) "data/map-" (id) ".js" } data-outlines={ (root) "data/outlines.js" }
                data-assets={ (root) "assets/" } data-base=(base) {
                figcaption { strong { (self.title) } " " span class="quiet" { (self.land) } }
                @if let Some(svg) = self.svg(view, base) { div class="map-frame" { (svg) } }
                p class="map-buttons" {
                    button type="button" class="open-map" hidden { (view.t("map-open")) }
                    button type="button" class="close-map" hidden { (view.t("map-close")) }
                }
                p class="map-failed" hidden { (view.t("map-failed")) }
                (self.legend(view))
                details class="twin" { summary { (view.t("map-table")) } (self.table(view, base)) }
            }
        }
    }

    /// The drawing.
    fn svg(&self, view: &View<'_>, base: &str) -> Option<Markup> {
        let sheet = view.sheet?;
        let height = format!("{:.0}", sheet.height.ceil());
        let of = |code: &str| self.areas.iter().find(|area| area.aimak.code.0 == code);
        Some(html! {
            svg class="map-svg" role="group" viewBox={ "0 0 " (MAP_WIDTH) " " (height) } width=(MAP_WIDTH) height=(height) {
                title { (self.title) }
                desc { (view.t("map-desc")) }
                defs { (hatch("hatch")) }
                @for (code, path) in &sheet.paths {
                    @if let Some(area) = of(code) {
                        a href={ (base) (crate::page::aimak_path(&area.aimak.code)) } { (drawn(view, area, path)) }
                    }
                }
                // drawn last, so that a neighbour's edge never covers the strong outline
                @for (code, path) in &sheet.paths {
                    @if of(code).is_some_and(|area| area.aimak.organic_since.is_some()) {
                        path class="organic-outline" d=(path) {}
                    }
                }
            }
        })
    }

    /// Colours, meanings, counts.
    fn legend(&self, view: &View<'_>) -> Markup {
        let classes = || self.scheme.classes.iter().enumerate().rev();
        let in_class = |i: usize| {
            self.areas
                .iter()
                .filter(|area| area.class == Some(i))
                .count()
        };
        let organic = self
            .areas
            .iter()
            .filter(|area| area.aimak.organic_since.is_some())
            .count();
        let row = |swatch: Markup, words: String, count: usize| {
            html! {
                tr { td { (swatch) } td { (words) } td class="num" { (count) } }
            }
        };
        html! {
            table class="legend" {
                caption { (view.t("legend-title")) ", " (view.symbol(self.card.unit, self.is_change)) }
                thead { tr {
                    th scope="col" { (view.t("legend-colour")) }
                    th scope="col" { (view.t("legend-meaning")) }
                    th scope="col" class="num" { (view.t("legend-areas")) }
                } }
                tbody {
                    @for (i, class) in classes() {
                        (row(swatch("robust", class.fill), self.class_words(view, class), in_class(i)))
                    }
                    @if self.is_change {
                        (row(swatch("uncertain", "#c7eae5"), view.t("legend-uncertain"), self.count(Some(Verdict::Uncertain)) + self.count(Some(Verdict::Seen))))
                    }
                    (row(swatch("withheld", BLANK), view.t("legend-withheld"), self.count(Some(Verdict::Withheld))))
                    @if self.count(None) > 0 { (row(swatch("none", BLANK), view.t("legend-none"), self.count(None))) }
                    @if organic > 0 { (row(swatch("organic", BLANK), view.t("legend-organic"), organic)) }
                }
            }
            p class="quiet small-print" { (view.words.message(&Message::new("legend-source").with("scheme", self.scheme.name))) }
        }
    }

    /// Limits of a class in words.
    fn class_words(&self, view: &View<'_>, class: &colour::Class) -> String {
        let decimals = self.scheme.decimals;
        let number = |value: f64| {
            if self.is_change {
                view.words.signed(value, decimals)
            } else {
                view.words.number(value, decimals)
            }
        };
        view.words.message(&match (class.lo, class.hi) {
            (Some(lo), Some(hi)) => Message::new("legend-range")
                .with("lo", number(lo))
                .with("hi", number(hi)),
            (None, Some(hi)) => Message::new("legend-below").with("hi", number(hi)),
            (Some(lo), None) => Message::new("legend-above").with("lo", number(lo)),
            (None, None) => return String::new(),
        })
    }

    /// The same as a table.
    fn table(&self, view: &View<'_>, base: &str) -> Markup {
        let rows = self.areas.iter().map(|area| (area.aimak, area.finding));
        crate::page::parts::area_table(view, rows, self.is_change, base)
    }
}

/// One area: its fill, and the hatch over it where it cannot be told from zero.
fn drawn(view: &View<'_>, area: &Area<'_>, path: &str) -> Markup {
    let look = area.verdict.map_or("none", Verdict::look);
    html! {
        path class={ "area " (look) } data-code=(area.aimak.code) data-status=(look) fill=(area.fill) d=(path) {
            title { (view.local(&area.aimak.name)) ": " (area.label) }
        }
        @if look == "uncertain" { path class="hatched" fill="url(#hatch)" d=(path) {} }
    }
}

/// The pattern of uncertain areas: lines at 45°, 10 units apart, so that they stay apart on a phone.
fn hatch(id: &str) -> Markup {
    html! {
        pattern id=(id) width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
            line class="hatch-line" x1="0" y1="0" x2="0" y2="10" {}
        }
    }
}

/// A sample of a look; the hatch is drawn line by line because ids must not repeat in a page.
fn swatch(look: &str, fill: &str) -> Markup {
    html! {
        svg class={ "swatch " (look) } viewBox="0 0 28 16" width="28" height="16" aria-hidden="true" {
            rect class={ "area " (look) } x="1" y="1" width="26" height="14" fill=(fill) {}
            @if look == "uncertain" {
                @for x in [4, 10, 16, 22] { line class="hatch-line" x1=(x) y1="15" x2=(x + 5) y2="1" {} }
            }
        }
    }
}

/// A small map that shows where one area lies; `base` leads to the pages of the language.
pub fn locator(view: &View<'_>, selected: &AimakCode, base: &str) -> Option<Markup> {
    let sheet = view.sheet?;
    let height = format!("{:.0}", sheet.height.ceil());
    let name = view
        .aimak(selected)
        .map_or("", |aimak| view.local(&aimak.name));
    let of = |code: &str| {
        view.release
            .aimaks
            .iter()
            .find(|aimak| aimak.code.0 == code)
    };
    Some(html! {
        svg class="map-svg locator" role="group" viewBox={ "0 0 " (MAP_WIDTH) " " (height) } width=(MAP_WIDTH) height=(height) {
            title { (view.t("aimak-map")) ": " (name) }
            desc { (view.t("map-selected")) }
            @for (code, path) in &sheet.paths {
                @if let Some(aimak) = of(code) {
                    @let kind = if aimak.organic_since.is_some() { "is-organic" } else { "is-comparison" };
                    a href={ (base) (crate::page::aimak_path(&aimak.code)) } {
                        path class={ "place " (kind) } data-code=(code) d=(path) { title { (view.local(&aimak.name)) } }
                    }
                }
            }
            @for (code, path) in &sheet.paths {
                @if *code == selected.0 { path class="selected" d=(path) {} }
            }
        }
    })
}
