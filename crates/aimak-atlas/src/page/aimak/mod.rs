//! One aimak: who lives there, what was measured, what changed, how sure that is, what nobody knows.

mod charts;

use std::collections::BTreeSet;

use aimak_core::{
    Card, Finding, Land, Message, Outcome, PartialDate, ProfileValue, Quantity, Subject, Theme,
    release::AimakProfile,
};
use maud::{Markup, html};

use self::charts::{Over, land_class, since, states};
use super::{Page, Room, about::about, aimak_path, data::file_name, indicator_path, parts};
use crate::{
    chart::{Mark, before_after, dot_interval, series},
    map,
    view::{View, is_change},
};

/// Where pages of this folder find the pages of their language.
const BASE: &str = "../";

/// Figures in the profile that have a name of their own, in this order; others follow.
const KNOWN_FIELDS: [&str; 5] = ["people", "farmers", "women_led", "hectares", "eco_schools"];

/// The page of one aimak.
pub fn page(view: &View<'_>, aimak: &AimakProfile) -> Page {
    let name = view.local(&aimak.name).to_owned();
    let subject = Subject::Aimak(aimak.code.clone());
    let main = html! {
        div class="lead" {
            h1 { (name) }
            p class="lead-words" { (status(view, aimak)) }
        }
        div class="profile-and-map" {
            section aria-labelledby="profile" { h2 id="profile" { (view.t("aimak-profile")) } (profile(view, aimak)) }
            @if let Some(svg) = map::locator(view, &aimak.code, BASE) {
                section aria-labelledby="where" {
                    h2 id="where" { (view.t("aimak-map")) }
                    figure class="map locator-figure" { (svg) figcaption class="quiet" { (view.t("map-selected")) } }
                }
            }
        }
        section aria-labelledby="glance" { h2 id="glance" { (view.t("aimak-at-a-glance")) } (glance(view, aimak)) }
        @for card in &view.release.cards {
            @if !view.findings(&card.id, &subject).is_empty() { (indicator(view, aimak, card)) }
        }
        (unknown(view, &subject))
        (sources(view, &subject))
    };
    Page {
        path: aimak_path(&aimak.code),
        title: name,
        room: Room::Map,
        main,
    }
}

/// Organic since when, or comparison area; and how much of it is organic.
fn status(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let words = aimak.organic_since.map_or_else(
        || view.t("mark-comparison"),
        |since| {
            view.words
                .message(&Message::new("mark-organic").with("year", since.year().to_string()))
        },
    );
    html! { span class={ "tag " (if aimak.organic_since.is_some() { "organic" } else { "comparison" }) } { (words) } " " span class="quiet" { (super::home::code_beside_name(view, aimak)) } }
}

fn profile(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let hectares = |value: f64| {
        view.words
            .message(&Message::new("hectares").with("value", view.words.number(value, 0)))
    };
    let names: BTreeSet<&str> = [&aimak.name.ky, &aimak.name.ru, &aimak.name.en]
        .map(AsRef::as_ref)
        .into_iter()
        .filter(|n| !n.is_empty())
        .collect();
    let line = |id: &str, words: Markup| html! { dt { (view.t(id)) } dd { (words) } };
    let date = |date: PartialDate| view.words.date(date);
    html! {
        dl class="profile" {
            (line("aimak-names", html! { @for (i, name) in names.iter().enumerate() { @if i > 0 { " · " } (name) } }))
            @if !aimak.aliases.is_empty() { (line("aimak-aliases", html! { (aimak.aliases.join(", ")) })) }
            @if let Some(since) = aimak.organic_since { (line("aimak-organic-since", html! { (date(since)) })) }
            (line("aimak-area", html! { data value=(aimak.area_ha) data-value=(crate::wording::exact(aimak.area_ha)) { (hectares(aimak.area_ha)) } }))
            @if let Some(organic) = aimak.organic_ha {
                (line("aimak-organic-land", html! { data value=(organic) data-value=(crate::wording::exact(organic)) { (hectares(organic)) } }))
            } @else if aimak.organic_since.is_some() {
                (line("aimak-organic-land", html! { (view.t("share-unknown")) }))
            }
            @for field in KNOWN_FIELDS { @if let Some(value) = aimak.profile.get(field) { (field_line(view, field, value)) } }
            @for (field, value) in aimak.profile.iter().filter(|(field, _)| !KNOWN_FIELDS.contains(&field.as_str())) {
                (field_line(view, field, value))
            }
            @if let Some(from) = aimak.valid_from { (line("aimak-valid-from", html! { (date(from)) })) }
            @if let Some(to) = aimak.valid_to { (line("aimak-valid-to", html! { (date(to)) })) }
            @if !aimak.predecessors.is_empty() {
                (line("aimak-predecessors", html! { @for code in &aimak.predecessors {
                    (view.aimak(code).map_or(code.0.as_str(), |found| view.local(&found.name))) " "
                } }))
            }
        }
        @if aimak.valid_to.is_some() || !aimak.predecessors.is_empty() { p class="quiet" { (view.t("aimak-unit-note")) } }
    }
}

/// A declared figure; a field without words of ours keeps its own name.
fn field_line(view: &View<'_>, field: &str, value: &ProfileValue) -> Markup {
    let id = crate::texts::keyed_id("profile", field);
    let label = if view.words.has(&id) {
        view.t(&id)
    } else {
        field.replace('_', " ")
    };
    let words = match value {
        ProfileValue::Flag(true) => view.t("answer-yes"),
        ProfileValue::Flag(false) => view.t("answer-no"),
        ProfileValue::Number(number) => view
            .words
            .number(*number, usize::from(number.fract() != 0.0)),
        ProfileValue::Text(text) => text.clone(),
        ProfileValue::Suppressed { fewer_than } => view
            .words
            .message(&Message::new("profile-suppressed").with("n", *fewer_than)),
    };
    html! { dt { (label) } dd { (words) } }
}

/// One line for each indicator: name, number, interval, verdict.
fn glance(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    html! {
        ul class="glance" { @for card in &view.release.cards {
            @if let Some(finding) = view.headline(card, &aimak.code) {
                li {
                    a href={ "#" (card.id) } { (view.local(&card.name)) }
                    (parts::number(view, finding))
                    @if finding.quantity != Quantity::Timeless {
                        p class="glance-what" {
                            (view.quantity(&finding.quantity))
                            @if is_change(&finding.quantity) { " " (parts::verdict_tag(view, finding)) }
                        }
                    }
                }
            }
        } }
    }
}

/// Everything on one indicator.
fn indicator(view: &View<'_>, aimak: &AimakProfile, card: &Card) -> Markup {
    let all = view.findings(&card.id, &Subject::Aimak(aimak.code.clone()));
    let main: Vec<&Finding> = all
        .iter()
        .copied()
        .filter(|f| is_change(&f.quantity) || f.quantity == Quantity::Timeless)
        .collect();
    let dated: Vec<&Finding> = all
        .iter()
        .copied()
        .filter(|f| matches!(f.quantity, Quantity::At { .. }))
        .collect();
    let number = |value: f64, decimals: usize| view.words.number(value, decimals);
    let signed = |value: f64, decimals: usize| view.words.signed(value, decimals);
    let name = view.local(&card.name);
    let states = states(view, all);
    let over = Over::of(view, &dated);
    let changes: Vec<Mark> = main
        .iter()
        .filter(|f| is_change(&f.quantity))
        .filter_map(|f| {
            let short = view.t(if matches!(f.quantity, Quantity::Change { .. }) {
                "short-change"
            } else {
                "short-difference"
            });
            parts::chart_mark(
                view,
                f,
                format!("{short}, {}", view.words.keyed("on-land", f.land.key())),
                land_class(f.land),
            )
        })
        .collect();
    let captioned = |title: &str, svg: Markup| {
        html! {
            figure class="chart-figure" { figcaption { (title) ", " (view.symbol(card.unit, false)) } (svg) }
        }
    };
    html! {
        section class="indicator" id=(card.id) aria-labelledby={ "h-" (card.id) } {
            p class="theme-tag" { (view.words.keyed("theme", card.theme.key())) }
            h2 id={ "h-" (card.id) } { a href={ (BASE) (indicator_path(&card.id)) } { (name) } }
            p class="question" { (view.local(&card.question)) }
            div class="charts" {
                @if !states.is_empty() {
                    @let title = view.t("chart-before-after");
                    (captioned(&title, before_after::draw(&states, &format!("{title}: {name}"), &view.t("chart-before-after-desc"), &number)))
                }
                @if !changes.is_empty() {
                    @let title = view.t("chart-change");
                    (captioned(&title, dot_interval::draw(&changes, &format!("{title}: {name}"), &view.t("chart-change-desc"), &signed)))
                }
                @if over.is_worth_drawing() {
                    @let (title, description) = over.texts();
                    @let title = view.t(title);
                    @let lines = &over.lines;
                    figure class="chart-figure" {
                        figcaption { (title) ", " (view.symbol(card.unit, false)) }
                        (series::draw(lines, since(view, aimak).as_ref().map(|(year, words)| (*year, words.as_str())), &format!("{title}: {name}"), &view.t(description), &number))
                        ul class="line-key" { @for line in lines { li class=(line.class) { (line.label) } } }
                        @if card.theme == Theme::Vegetation && over.years { p class="quiet" { (view.t("chart-series-weather")) } }
                    }
                }
            }
            div class="figures" { @for finding in &main { (parts::figure(view, finding, BASE)) } }
            @if main.is_empty() && all.iter().all(|finding| finding.estimate().is_none()) { (no_figure(view, all)) }
            details class="twin" { summary { (view.t("aimak-all-figures")) }
                (tables(view, all, &dated, over.texts().0))
            }
        }
    }
}

/// Table twins: states and changes with a fold-out each; a series shares one fold-out for each kind of land.
fn tables(view: &View<'_>, all: &[&Finding], dated: &[&Finding], series: &str) -> Markup {
    let single: Vec<&Finding> = all
        .iter()
        .copied()
        .filter(|f| !matches!(f.quantity, Quantity::At { .. }))
        .collect();
    let lands: BTreeSet<Land> = dated.iter().map(|finding| finding.land).collect();
    html! {
        @if !single.is_empty() { (parts::finding_table(view, &single, BASE)) }
        @for land in lands {
            @let here: Vec<&Finding> = dated.iter().copied().filter(|f| f.land == land).collect();
            h3 { (view.t(series)) ", " (view.words.keyed("on-land", land.key())) }
            div class="scroll" tabindex="0" role="region" aria-label=(view.t(series)) {
                table { thead { tr {
                    th scope="col" { (view.t("col-date")) }
                    th scope="col" class="num" { (view.t("col-value")) }
                    th scope="col" class="num" { (view.t("col-interval")) }
                    th scope="col" class="num" { (view.t("col-n")) }
                    th scope="col" { (view.t("col-reason")) }
                } }
                tbody { @for finding in &here { tr {
                    th scope="row" { (view.when(&finding.quantity)) }
                    (parts::cells(view, Some(finding)))
                    td { @if let Outcome::Withheld(withheld) = &finding.outcome { (view.reason(withheld)) } }
                } } } }
            }
            @if let Some(last) = here.iter().rfind(|finding| finding.estimate().is_some()) { (about(view, last, BASE)) }
        }
    }
}

/// Why an indicator has no number at all: each reason once.
fn no_figure(view: &View<'_>, all: &[&Finding]) -> Markup {
    let reasons: BTreeSet<String> = all
        .iter()
        .filter_map(|finding| match &finding.outcome {
            Outcome::Withheld(withheld) => Some(view.reason(withheld)),
            Outcome::Estimated(_) => None,
        })
        .collect();
    html! {
        div class="no-figures" {
            p { strong { (view.t("no-figure")) } }
            ul { @for reason in &reasons { li { (reason) } } }
        }
    }
}

/// Every withheld finding, the same reason of one indicator once.
fn unknown(view: &View<'_>, subject: &Subject) -> Markup {
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for card in &view.release.cards {
        for finding in view.findings(&card.id, subject) {
            let Outcome::Withheld(withheld) = &finding.outcome else {
                continue;
            };
            // twenty years without a picture are one sentence, not twenty
            let what = if matches!(finding.quantity, Quantity::At { .. }) {
                view.t("chart-series")
            } else {
                view.quantity(&finding.quantity)
            };
            let row = (
                view.local(&card.name).to_owned(),
                what,
                view.land(finding),
                view.reason(withheld),
            );
            if seen.insert((row.0.clone(), row.1.clone(), finding.land, withheld.reason)) {
                rows.push(row);
            }
        }
    }
    html! {
        section class="unknown" aria-labelledby="unknown" {
            h2 id="unknown" { (view.t("aimak-unknown")) }
            @if rows.is_empty() { p { (view.t("aimak-unknown-none")) } } @else {
                ul { @for (name, what, land, reason) in &rows { li { strong { (name) } " – " (what) ", " (land) ": " (reason) } } }
            }
        }
    }
}

/// Input files behind the page.
fn sources(view: &View<'_>, subject: &Subject) -> Markup {
    let used: BTreeSet<&str> = view
        .release
        .cards
        .iter()
        .flat_map(|card| view.findings(&card.id, subject))
        .flat_map(|finding| {
            finding
                .evidence
                .inputs
                .iter()
                .map(|input| input.source.as_str())
        })
        .collect();
    html! {
        section class="sources" aria-labelledby="sources" {
            h2 id="sources" { (view.t("aimak-sources")) }
            ul { @for source in view.release.sources.iter().filter(|source| used.contains(source.id.as_str())) {
                li { span title=(source.path) { (file_name(&source.path)) }
                    @if let Some(citation) = &source.citation { " – " (citation) }
                    @if let Some(licence) = &source.licence { " (" (licence) ")" }
                }
            } }
            p { a href={ (BASE) "data.html" } { (view.t("nav-data")) } }
        }
    }
}
