//! Everything on one indicator in one aimak: charts beside one card, a row for each kind of land.

use std::collections::BTreeSet;

use aimak_core::{Card, Finding, Land, Outcome, Quantity, Subject, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{
    charts::{Over, changes, land_class, since, states},
    tables::tables,
    theme::BASE,
};
use crate::{
    chart::{before_after, dot_interval, series},
    page::{about::about, indicator_path, parts},
    view::{View, is_change, is_signed},
    wording::exact,
};

/// The section of one indicator.
pub(super) fn indicator(view: &View<'_>, aimak: &AimakProfile, card: &Card) -> Markup {
    let all = view.findings(&card.id, &Subject::Aimak(aimak.code.clone()));
    let dated: Vec<&Finding> = all
        .iter()
        .copied()
        .filter(|f| matches!(f.quantity, Quantity::At { .. }))
        .collect();
    let main = main_findings(all);
    html! {
        section class="indicator" id=(card.id) aria-labelledby={ "h-" (card.id) } {
            h2 id={ "h-" (card.id) } { a href={ (BASE) (indicator_path(&card.id)) } { (view.local(&card.name)) } }
            p class="question" { (view.local(&card.question)) }
            @let charts = charts(view, aimak, card, all, &main, &dated);
            div class=(if charts.0.is_empty() || main.is_empty() { "alone" } else { "charts-and-card" }) {
                (charts)
                (lands(view, &main))
            }
            @if main.is_empty() && all.iter().all(|finding| finding.estimate().is_none()) { (no_figure(view, all)) }
            // the rows of the card are the table of what it holds
            @if all.len() > main.len() {
                details class="twin" { summary { (view.t("aimak-all-figures")) }
                    (tables(view, all, &dated, Over::of(view, &dated).texts().0))
                }
            }
        }
    }
}

/// Changes, what came and went, comparisons, trends, values over years and timeless values: organic land first, the whole aimak last.
pub(super) fn main_findings<'a>(all: &[&'a Finding]) -> Vec<&'a Finding> {
    let place = |land| match land {
        Land::Organic => 0,
        Land::Untreated => 1,
        Land::WholeAimak => 2,
    };
    let mut main: Vec<&Finding> = all
        .iter()
        .copied()
        .filter(|f| {
            is_change(&f.quantity)
                || matches!(
                    f.quantity,
                    Quantity::Timeless | Quantity::OverYears { .. } | Quantity::Between { .. }
                )
        })
        .collect();
    main.sort_by_key(|finding| place(finding.land));
    main
}

fn charts(
    view: &View<'_>,
    aimak: &AimakProfile,
    card: &Card,
    all: &[&Finding],
    main: &[&Finding],
    dated: &[&Finding],
) -> Markup {
    let number = |value: f64, decimals: usize| view.words.number(value, decimals);
    let signed = |value: f64, decimals: usize| view.words.signed(value, decimals);
    let name = view.local(&card.name);
    let states = states(view, all);
    let changes = changes(view, main);
    let over = Over::of(view, dated);
    let series = over.is_worth_drawing();
    let captioned = |title: &str, is_change: bool, svg: Markup| {
        html! {
            figure class="chart-figure" { figcaption { (title) ", " (view.symbol(card.unit, is_change)) } (svg) }
        }
    };
    html! {
        @if series || !states.is_empty() || !changes.is_empty() {
            div class="charts" {
                @if !states.is_empty() {
                    @let title = view.t("chart-before-after");
                    (captioned(&title, false, before_after::draw(&states, &format!("{title}: {name}"), &view.t("chart-before-after-desc"), &number)))
                }
                @if !changes.is_empty() {
                    @let title = view.t(kind_of_changes(main));
                    (captioned(&title, true, dot_interval::draw(&changes, &format!("{title}: {name}"), &view.t("chart-change-desc"), &signed)))
                }
                @if series { (over_time(view, aimak, card, &over)) }
            }
        }
    }
}

/// Entry that names what a chart of changes shows: where all are trends or all are comparisons, it is that.
fn kind_of_changes(main: &[&Finding]) -> &'static str {
    let given = main.iter().filter(|finding| finding.estimate().is_some());
    let mut kinds: BTreeSet<&str> = given
        .filter_map(|finding| match finding.quantity {
            Quantity::Change { .. } => Some("chart-change"),
            Quantity::DifferenceOfChanges { .. } => Some("short-difference"),
            Quantity::Trend { .. } => Some("short-trend"),
            _ => None,
        })
        .collect();
    match (kinds.pop_first(), kinds.is_empty()) {
        (Some(only), true) => only,
        _ => "chart-change",
    }
}

/// The series, its key below: the words on the line of becoming organic stand there, inside the chart they would be cut.
fn over_time(view: &View<'_>, aimak: &AimakProfile, card: &Card, over: &Over) -> Markup {
    let (title, description) = over.texts();
    let title = view.t(title);
    let named = format!("{title}: {}", view.local(&card.name));
    let since = since(view, aimak).filter(|(year, _)| within(&over.lines, *year));
    let number = |value: f64, decimals: usize| view.words.number(value, decimals);
    let line = since.as_ref().map(|(year, _)| (*year, ""));
    html! {
        figure class="chart-figure" {
            figcaption { (title) ", " (view.symbol(card.unit, false)) }
            (series::draw(&over.lines, line, &named, &view.t(description), &number))
            ul class="line-key" {
                @for line in &over.lines { li class=(line.class) { (line.label) } }
                @if let Some((_, words)) = &since { li class="since" { (words) } }
            }
            @if card.theme == Theme::Vegetation && over.years { p class="quiet" { (view.t("chart-series-weather")) } }
        }
    }
}

/// True where the chart reaches the year.
pub(super) fn within(lines: &[series::Line], year: f64) -> bool {
    let years = || {
        lines
            .iter()
            .flat_map(series::Line::points)
            .map(|point| point.when)
    };
    years().any(|there| there <= year) && years().any(|there| there >= year)
}

/// One card: which number in its heading, a row for each kind of land.
fn lands(view: &View<'_>, main: &[&Finding]) -> Markup {
    let Some(first) = main.first() else {
        return html! {};
    };
    let change = main.iter().find(|f| {
        matches!(
            f.quantity,
            Quantity::Change { .. } | Quantity::Between { .. }
        )
    });
    let heading = view.quantity_of(change.unwrap_or(first));
    let lead = lead(main);
    html! {
        div class="figure lands" {
            p class="figure-title" { (heading) }
            @for finding in main { (row(view, finding, lead == Some(*finding))) }
        }
    }
}

/// The finding whose sentence is open at once: the strongest design that has a number.
pub(super) fn lead<'a>(main: &[&'a Finding]) -> Option<&'a Finding> {
    let given = || {
        main.iter()
            .copied()
            .filter(|finding| finding.estimate().is_some())
    };
    let compared = |f: &&Finding| matches!(f.quantity, Quantity::DifferenceOfChanges { .. });
    given().find(compared).or_else(|| given().next())
}

/// One land: number, interval, verdict and n at a glance; sentence and evidence folded, those of the lead open.
fn row(view: &View<'_>, finding: &Finding, open: bool) -> Markup {
    let compared = matches!(finding.quantity, Quantity::DifferenceOfChanges { .. });
    let given = finding.estimate().is_some();
    html! {
        div class={ "land-row " (land_class(finding.land)) } {
            div class="row-head" {
                h3 {
                    (view.land(finding))
                    @if compared { span class="against" { ", " (view.t("row-compared")) } }
                }
                (row_number(view, finding))
            }
            @if open { (said(view, finding)) }
            div class="row-foot" {
                @if given && !open { details class="said" { summary { (view.t("col-verdict")) } (said(view, finding)) } }
                (about(view, finding, BASE))
            }
        }
    }
}

fn row_number(view: &View<'_>, finding: &Finding) -> Markup {
    let change = is_signed(finding);
    match &finding.outcome {
        Outcome::Withheld(withheld) => html! {
            p class="withheld" { (parts::verdict_tag(view, finding)) ": " (view.reason(withheld)) }
        },
        Outcome::Estimated(estimate) => html! {
            p class="row-number" {
                data class="value" value=(exact(estimate.value)) data-value=(exact(estimate.value)) { (view.bare(estimate.value, estimate.unit, change)) }
                " " span class="unit" { (view.unit_after_number(estimate.unit, change)) }
                " " span class="interval" { (view.interval(estimate, change)) }
            }
            @if change { p class="row-verdict" { (parts::verdict_tag(view, finding)) } }
            (parts::sample(view, finding))
        },
    }
}

/// The sentence and what must be read with it.
fn said(view: &View<'_>, finding: &Finding) -> Markup {
    html! {
        p class="sentence" { (view.sentence(finding)) }
        @if !finding.evidence.notes.is_empty() {
            ul class="notes" { @for note in &finding.evidence.notes { li { (view.words.message(note)) } } }
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
