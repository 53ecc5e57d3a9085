//! What does the programme report of itself in this aimak, year by year?

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{AmountUnit, FigureTold, Message, Told, Topic, release::AimakProfile};
use maud::{Markup, html};

use crate::{texts::keyed_id, view::View, wording::exact};

/// A table of years by topic; nothing where nothing was reported.
pub fn programme(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let told = view.release.programme.iter();
    let told: Vec<&FigureTold> = told.filter(|figure| figure.aimak == aimak.code).collect();
    let years: BTreeSet<i16> = told.iter().map(|figure| figure.year).collect();
    let mut rows: BTreeMap<(Topic, &str, AmountUnit), BTreeMap<i16, &FigureTold>> = BTreeMap::new();
    for figure in &told {
        let row = rows
            .entry((figure.topic, figure.of.as_str(), figure.unit))
            .or_default();
        row.insert(figure.year, figure);
    }
    let sources: BTreeSet<&str> = told.iter().map(|figure| figure.source.as_str()).collect();
    let withheld = told
        .iter()
        .any(|figure| matches!(figure.amount, Told::Withheld(_)));
    html! {
        @if !told.is_empty() {
            section class="programme" aria-labelledby="programme" {
                h2 id="programme" { (view.t("programme-heading")) }
                p class="quiet" { (view.t("programme-lead")) }
                div class="scroll" tabindex="0" role="region" aria-label=(view.t("programme-heading")) {
                    table class="stacked programme-table" {
                        thead { tr {
                            th scope="col" { (view.t("programme-what")) }
                            @for year in &years { th scope="col" class="num" { (year) } }
                        } }
                        tbody { @for ((topic, of, unit), by_year) in &rows {
                            tr {
                                th scope="row" { (view.words.keyed("topic", topic.key())) @if !of.is_empty() { ": " (kind(view, of)) } ", " (unit_words(view, *unit)) }
                                @for year in &years { (cell(view, *year, by_year.get(year).copied())) }
                            }
                        } }
                    }
                }
                @if withheld { p class="quiet" { "○ " (view.t("reason-suppressed")) } }
                p class="quiet" { (view.words.message(&Message::new("programme-sources").with("sources", sources.into_iter().collect::<Vec<_>>().join("; ")))) }
            }
        }
    }
}

/// A crop, product or animal in the language of the page; one without words of ours keeps the name that the project gave it.
fn kind(view: &View<'_>, of: &str) -> String {
    let id = keyed_id("produce", of);
    if view.words.has(&id) {
        view.t(&id)
    } else {
        of.to_owned()
    }
}

fn unit_words(view: &View<'_>, unit: AmountUnit) -> String {
    match unit {
        AmountUnit::Som { prices_of } => view
            .words
            .message(&Message::new("amount-som").with("year", prices_of.to_string())),
        _ => view.words.keyed("amount", unit.key()),
    }
}

/// A missing year is missing, never 0.
fn cell(view: &View<'_>, year: i16, figure: Option<&FigureTold>) -> Markup {
    html! {
        @match figure.map(|figure| &figure.amount) {
            None => td class="num empty" data-label=(year) { "–" },
            Some(Told::Withheld(withheld)) => td class="num" data-label=(year) title=(view.reason(withheld)) { "○" },
            Some(Told::Told(amount)) => {
                @let decimals = usize::from(amount.fract() != 0.0);
                td class="num" data-label=(year) data-value=(exact(*amount)) { (view.words.number(*amount, decimals)) }
            }
        }
    }
}
