//! How does an organic aimak stand beside its comparison areas? A description, and it says so.

use aimak_core::{Card, Finding, release::AimakProfile};
use maud::{Markup, html};

use super::{BASE, headline::Told};
use crate::{
    chart::strip,
    page::{comparison::Comparison, effects, parts},
    view::View,
    wording::exact,
};

/// One strip and one row of numbers for each indicator at the head; nothing for a comparison area.
pub(super) fn section(view: &View<'_>, aimak: &AimakProfile, told: &[Told<'_>]) -> Markup {
    if aimak.organic_since.is_none() {
        return html! {};
    }
    let rows: Vec<Row<'_, '_>> = told
        .iter()
        .map(|told| (told, Comparison::of(view, told.0, Some(&aimak.code))))
        .filter(|(_, comparison)| !comparison.changes.is_empty())
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    let count = count_of_all(&rows);
    html! {
        section class="beside" aria-labelledby="beside" {
            h2 id="beside" { (view.t("beside-heading")) }
            p class="quiet" {
                (view.t("beside-lead"))
                @if let Some(count) = count { " " (view.t("beside-areas")) ": " (view.words.number(count as f64, 0)) "." }
                @if rows.iter().any(|(_, comparison)| comparison.of_group) { " " (view.t("beside-of-group")) }
                " " (view.t("map-land-mixed"))
                @if !view.release.effects.is_empty() { " " a href={ (BASE) (effects::PATH) } { (view.t("beside-effects")) } }
            }
            (parts::folded_on_a_phone(&view.t("beside-show"), &table(view, &rows, count.is_none())))
        }
    }
}

/// An indicator and what stands beside it.
type Row<'r, 'v> = (&'r Told<'v>, Comparison<'v>);

/// How many comparison areas there are, where every row has as many: then it is said once.
fn count_of_all(rows: &[Row<'_, '_>]) -> Option<usize> {
    let mut counts = rows.iter().map(|(_, comparison)| comparison.changes.len());
    let first = counts.next()?;
    counts.all(|count| count == first).then_some(first)
}

fn table(view: &View<'_>, rows: &[Row<'_, '_>], counted: bool) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(view.t("beside-heading")) {
            table class="beside-table stacked" {
                thead { tr {
                    th scope="col" { (view.t("col-indicator")) }
                    th scope="col" { (view.t("beside-picture")) }
                    th scope="col" class="num" { (view.t("beside-own")) }
                    th scope="col" class="num" { (view.t("beside-lowest")) }
                    th scope="col" class="num" { (view.t("beside-middle")) }
                    th scope="col" class="num" { (view.t("beside-highest")) }
                    @if counted { th scope="col" class="num" { (view.t("beside-areas")) } }
                } }
                tbody { @for ((card, finding), comparison) in rows { (row(view, card, finding, comparison, counted)) } }
            }
        }
    }
}

fn row(
    view: &View<'_>,
    card: &Card,
    finding: &Finding,
    comparison: &Comparison<'_>,
    counted: bool,
) -> Markup {
    let has_effect = view
        .release
        .effects
        .iter()
        .any(|report| report.outcome == card.id);
    let of = |id: &str, areas: &[(&AimakProfile, &Finding)]| areas_cell(view, &view.t(id), areas);
    let changes = &comparison.changes;
    let (first, last) = (&changes[..1], &changes[changes.len() - 1..]);
    html! {
        tr {
            th scope="row" {
                (view.local(&card.name)) ", " span class="quiet" { (view.symbol(card.unit, true)) }
                @if has_effect { " " a class="to-effect" href={ (BASE) (effects::PATH) "#" (card.id) } { (view.t("beside-effect")) } }
            }
            td class="strip-cell" { (picture(view, card, finding, comparison)) }
            (own_cell(view, finding))
            (of("beside-lowest", first))
            (of("beside-middle", comparison.middle()))
            (of("beside-highest", last))
            @if counted { td class="num" data-label=(view.t("beside-areas")) { (view.words.number(changes.len() as f64, 0)) } }
        }
    }
}

fn own_cell(view: &View<'_>, finding: &Finding) -> Markup {
    let Some(estimate) = finding.estimate() else {
        return html! { td {} };
    };
    html! {
        td class="num own" data-label=(view.t("beside-own")) data-value=(exact(estimate.value)) {
            strong { (view.bare(estimate.value, estimate.unit, true)) }
            " " span class="quiet" { (view.interval_short(estimate, true)) }
        }
    }
}

/// Change and name of the areas at one place of the order.
fn areas_cell(view: &View<'_>, label: &str, areas: &[(&AimakProfile, &Finding)]) -> Markup {
    html! {
        td class="num" data-label=(label) { @for (aimak, finding) in areas {
            @if let Some(estimate) = finding.estimate() {
                span class="at-place" {
                    data value=(exact(estimate.value)) data-value=(exact(estimate.value)) { (view.bare(estimate.value, estimate.unit, true)) }
                    " " span class="quiet" { (view.local(&aimak.name)) }
                } " "
            }
        } }
    }
}

fn picture(view: &View<'_>, card: &Card, finding: &Finding, comparison: &Comparison<'_>) -> Markup {
    let name = view.local(&card.name);
    let class = format!("organic {}", view.tone(finding));
    let Some(own) = parts::chart_mark(view, finding, name.to_owned(), &class) else {
        return html! {};
    };
    let middle = comparison
        .middle()
        .iter()
        .filter_map(|(_, finding)| finding.estimate());
    let middle: Vec<f64> = middle.map(|estimate| estimate.value).collect();
    let signed = |value: f64, decimals: usize| view.words.signed(value, decimals);
    let title = format!("{}: {name}", view.t("beside-heading"));
    strip::draw(
        &own,
        &comparison.values(),
        &middle,
        &title,
        &view.t("beside-desc"),
        &signed,
    )
}
