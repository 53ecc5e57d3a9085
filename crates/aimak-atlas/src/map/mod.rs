//! What does the map show, and how does it say how sure that is?

mod cells;
mod data;
pub mod explore;
pub mod legend;
mod names;
mod plain;
mod reach;

use aimak_core::{Card, Finding, Land, Message, Outcome, release::AimakProfile};
use maud::{Markup, html};

pub use self::{
    data::note,
    legend::{limits, swatch},
    plain::{boundaries, locator},
    reach::figure as reach,
};
use crate::{
    colour::{self, BLANK, Scheme},
    outline::MAP_WIDTH,
    view::{View, is_signed, verdict},
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
    /// How sure it is: `robust`, `uncertain`, `no_interval`, `withheld`, `none`.
    pub look: &'static str,
    /// Value and interval, or the reason, in words.
    pub label: String,
}

/// The map of one indicator.
pub struct Map<'a> {
    /// What it shows.
    pub title: String,
    /// Which number and in which unit, for an axis.
    pub axis: String,
    /// Areas, sorted by code.
    pub areas: Vec<Area<'a>>,
    /// Its colours.
    pub scheme: Scheme,
    /// Which land it shows, in words.
    pub land: String,
    /// True where values are changes, seen or assumed.
    pub is_change: bool,
    /// True where a default method assumes them.
    pub assumed: bool,
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
    let assumed = view.assumes(card);
    let is_change = view.shows_change(card) || assumed;
    // limits finer than the printed values could not be told apart on the page
    let finest = 0.1_f64.powi(card.unit.decimals() as i32);
    let scheme = if is_change {
        colour::diverging(&values, card.better, finest)
    } else {
        colour::sequential(&values, finest)
    };
    let given = shown
        .iter()
        .filter_map(|(_, finding)| finding.as_ref().filter(|f| f.estimate().is_some()));
    let land = lands(view, given.clone().copied());
    let quantity = given
        .map(|finding| view.quantity_of(finding))
        .next()
        .unwrap_or_default();
    let unit = view.symbol(card.unit, is_change);
    let axis = format!("{quantity}, {unit}");
    let title = title(view, card, &quantity, is_change);
    let areas = shown
        .into_iter()
        .map(|(aimak, finding)| area(view, &scheme, aimak, finding))
        .collect();
    Some(Map {
        title,
        axis,
        areas,
        scheme,
        land,
        is_change,
        assumed,
        card,
    })
}

/// Indicator, what of it, unit.
fn title(view: &View<'_>, card: &Card, quantity: &str, is_change: bool) -> String {
    let name = Message::new("map-title")
        .with("indicator", view.local(&card.name))
        .with("quantity", quantity);
    let unit = view.symbol(card.unit, is_change);
    format!("{} ({unit})", view.words.message(&name))
}

/// Which land the numbers of a map are of, in words.
fn lands<'a>(view: &View<'_>, given: impl Iterator<Item = &'a Finding>) -> String {
    let lands: std::collections::BTreeSet<Land> = given.map(|finding| finding.land).collect();
    match lands.first() {
        Some(land) if lands.len() == 1 => {
            let land = view.land_name(*land);
            view.words
                .message(&Message::new("map-land-one").with("land", land))
        }
        _ => view.t("map-land-mixed"),
    }
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
        look: finding.map_or("none", |finding| verdict(finding).look()),
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
            let change = is_signed(finding);
            let amount = view.amount(estimate.value, estimate.unit, change);
            format!("{amount} ({})", view.interval(estimate, change))
        }
        Outcome::Withheld(withheld) => {
            format!("{}: {}", view.t("verdict-withheld"), view.reason(withheld))
        }
    }
}

impl Map<'_> {
    /// Id of its indicator.
    pub fn indicator(&self) -> &str {
        &self.card.id
    }

    /// Key of the map's data script.
    pub fn id(&self, view: &View<'_>) -> String {
        format!("{}-{}", self.card.id, view.lang().code())
    }

    /// The figure: drawing, button for the interactive map, legend. `root` leads to the site, `base` to the pages of the
    /// language. A table twin must stand on the same page, folded inside the figure (`with_table`) or by itself.
    pub fn figure(&self, view: &View<'_>, root: &str, base: &str, with_table: bool) -> Markup {
        let content = html! {
            figcaption { (self.caption()) }
            (self.frame(view, base))
            (self.legend(view))
            @if with_table { (self.twin(view, base)) }
        };
        self.framed(view, root, base, &content)
    }

    /// The same with a choice of other indicators above it, which a script can show in its place; `root` and `base` as above.
    pub fn figure_to_choose(
        &self,
        view: &View<'_>,
        root: &str,
        base: &str,
        choice: &Markup,
    ) -> Markup {
        let content = html! {
            (choice)
            figcaption data-part="caption" { (self.caption_below_choice(view)) }
            div data-part="legend" { (self.legend(view)) }
            (self.frame(view, base))
            (self.twin(view, base))
            p class="map-elsewhere" hidden { a href=(crate::page::indicator_path(&self.card.id)) { (view.t("map-elsewhere")) } }
        };
        self.framed(view, root, base, &content)
    }

    /// True where it shows this indicator.
    pub fn shows(&self, card: &Card) -> bool {
        self.card.id == card.id
    }

    fn framed(&self, view: &View<'_>, root: &str, base: &str, content: &Markup) -> Markup {
        html! {
            figure class="map" data-map={ (root) "data/map-" (self.id(view)) ".js" } data-outlines={ (root) "data/outlines.js" }
                data-assets={ (root) "assets/" } data-base=(base) { (content) }
        }
    }

    /// What it shows, and of which land.
    fn caption(&self) -> Markup {
        html! { strong { (self.title) } " " span class="quiet" { (self.land) } }
    }

    /// The same below a choice that names the indicator already; without a script there is no choice.
    fn caption_below_choice(&self, view: &View<'_>) -> Markup {
        html! { strong { span class="map-name" { (view.local(&self.card.name)) "\u{a0}– " } (self.axis) } " " span class="quiet" { (self.land) } }
    }

    /// The drawing, and the buttons that open and close the interactive map over it.
    fn frame(&self, view: &View<'_>, base: &str) -> Markup {
        html! {
            @if let Some(svg) = self.svg(view, base) { div class="map-frame" { (svg) } }
            p class="map-buttons" {
                button type="button" class="open-map" hidden { (crate::page::parts::open_map(view)) }
                button type="button" class="close-map" hidden { (view.t("map-close")) }
                " " a class="to-explorer" href={ (base) (crate::page::map::PATH) "#i=" (self.card.id) } { (view.t("explorer-link")) }
            }
            p class="map-failed" hidden { (view.t("map-failed")) }
        }
    }

    fn twin(&self, view: &View<'_>, base: &str) -> Markup {
        html! { details class="twin" { summary { (view.t("map-table")) } (self.table(view, base)) } }
    }

    /// The drawing.
    pub fn svg(&self, view: &View<'_>, base: &str) -> Option<Markup> {
        drawing(view, &self.areas, (&self.title, "map-desc"), base)
    }

    /// The same as a table.
    fn table(&self, view: &View<'_>, base: &str) -> Markup {
        let rows = self.areas.iter().map(|area| (area.aimak, area.finding));
        crate::page::parts::area_table(view, rows, self.is_change, base)
    }
}

/// Areas with their looks; `words` are its name, and the entry of what it shows for readers who do not see it.
fn drawing(view: &View<'_>, areas: &[Area<'_>], words: (&str, &str), base: &str) -> Option<Markup> {
    let sheet = view.sheet?;
    let height = format!("{:.0}", sheet.height.ceil());
    let of = |code: &str| areas.iter().find(|area| area.aimak.code.0 == code);
    Some(html! {
        svg class="map-svg" role="group" viewBox={ "0 0 " (MAP_WIDTH) " " (height) } width=(MAP_WIDTH) height=(height) {
            title { (words.0) }
            desc { (view.t(words.1)) }
            defs { (patterns()) }
            @for (code, path) in &sheet.paths {
                @if let Some(area) = of(code) {
                    a href={ (base) (crate::page::aimak_path(&area.aimak.code)) } { (drawn(view, area, path)) }
                }
            }
            // drawn last, so that a neighbour's edge never covers the strong outline; dotted ones after solid ones,
            // so that an area that is not shown looks so on every side; the white ground is seen below dots only
            @for dotted in [false, true] { @for (code, path) in &sheet.paths {
                @if of(code).is_some_and(|area| area.aimak.organic_since.is_some() && is_blank(area.look) == dotted) {
                    @let state = if dotted { " dotted" } else { "" };
                    path class={ "organic-ground" (state) } data-outline=(code) d=(path) {}
                    path class={ "organic-outline" (state) } data-outline=(code) d=(path) {}
                }
            } }
            (names::draw(view, sheet))
        }
    })
}

/// True for looks without a colour.
fn is_blank(look: &str) -> bool {
    matches!(look, "withheld" | "none")
}

/// One area: its fill, and over it the pattern that takes a claim back.
fn drawn(view: &View<'_>, area: &Area<'_>, path: &str) -> Markup {
    let look = area.look;
    html! {
        path class={ "area " (look) } data-code=(area.aimak.code) data-status=(look) fill=(area.fill) d=(path) {
            title { (view.local(&area.aimak.name)) ": " (area.label) }
        }
        @if look == "uncertain" { path class="hatched" fill="url(#hatch)" d=(path) {} }
        @if look == "no_interval" { path class="stippled" fill="url(#stipple)" d=(path) {} }
    }
}

/// Hatching (cannot be told from zero) and dots (no interval). Eight units are 6 px where the map is 600 px wide, as on
/// the interactive map; `-small` is the same for a phone, where the style sheet chooses it.
fn patterns() -> Markup {
    html! {
        @for (suffix, factor) in [("", 1.0), ("-small", 1.7)] {
            @let scale = |length: f64| format!("{:.1}", length * factor);
            pattern id={ "hatch" (suffix) } width=(scale(8.0)) height=(scale(8.0)) patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                line class="hatch-line" x1=(scale(4.0)) y1="0" x2=(scale(4.0)) y2=(scale(8.0)) stroke-width=(scale(1.6)) {}
            }
            pattern id={ "stipple" (suffix) } width=(scale(12.0)) height=(scale(12.0)) patternUnits="userSpaceOnUse" {
                @for (x, y) in [(3.0, 3.0), (9.0, 9.0)] { circle class="stipple-dot" cx=(scale(x)) cy=(scale(y)) r=(scale(1.7)) {} }
            }
        }
    }
}
