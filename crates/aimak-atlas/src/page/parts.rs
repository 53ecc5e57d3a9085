//! Pieces several pages share: a figure, tables of findings, verdicts.

use aimak_core::{Finding, Outcome, release::AimakProfile};
use maud::{Markup, html};

use super::{about::about, aimak_path};
use crate::{
    chart::Mark,
    texts::sort_key,
    view::{Verdict, View, bounds, is_change, verdict},
    wording::exact,
};

/// A verdict as a small tag; shape and words carry it, colour only repeats it.
pub fn verdict_tag(view: &View<'_>, finding: &Finding) -> Markup {
    let verdict = verdict(finding);
    let sign = match verdict {
        Verdict::Rose => "▲",
        Verdict::Fell => "▼",
        // hollow triangles: the way it went, without the weight of a finding
        Verdict::Seen
            if finding
                .estimate()
                .is_some_and(|estimate| estimate.value < 0.0) =>
        {
            "▽"
        }
        Verdict::Seen => "△",
        Verdict::Uncertain => "≈",
        Verdict::NoInterval | Verdict::Value => "•",
        Verdict::Withheld => "○",
    };
    html! { span class={ "verdict " (verdict.key()) } { span aria-hidden="true" { (sign) } " " (view.verdict_words(finding)) } }
}

/// A number with its interval, land and share; or the reason in its place.
pub fn number(view: &View<'_>, finding: &Finding) -> Markup {
    let change = is_change(&finding.quantity);
    html! {
        div class="number" {
            @match &finding.outcome {
                Outcome::Estimated(estimate) => {
                    p class="value" {
                        data value=(exact(estimate.value)) data-value=(exact(estimate.value)) { (view.bare(estimate.value, estimate.unit, change)) }
                        "\u{a0}" span class="unit" { (view.unit_after_number(estimate.unit, change)) }
                    }
                    p class="interval" { (view.interval(estimate, change)) }
                }
                Outcome::Withheld(withheld) => { p class="withheld" { (view.t("verdict-withheld")) ": " (view.reason(withheld)) } }
            }
            p class="land" {
                (view.land(finding))
                @if let Some(share) = view.share(finding) { " · " (share) }
            }
        }
    }
}

/// Cells of value, interval, n of a table row.
pub fn cells(view: &View<'_>, finding: Option<&Finding>) -> Markup {
    let Some(finding) = finding else {
        return html! { td class="num" { "–" } td class="num" { "–" } td class="num" { "–" } };
    };
    let change = is_change(&finding.quantity);
    match &finding.outcome {
        Outcome::Estimated(estimate) => {
            let ends = bounds(&estimate.interval);
            html! {
                td class="num" data-value=(exact(estimate.value)) { (view.bare(estimate.value, estimate.unit, change)) }
                td class="num" data-lo=[ends.map(|(lo, _, _)| exact(lo))] data-hi=[ends.map(|(_, hi, _)| exact(hi))] {
                    (view.interval_short(estimate, change))
                }
                td class="num" data-value=(estimate.sample.n) {
                    (view.words.number(estimate.sample.n as f64, 0))
                    @if let Some(other) = estimate.sample.n_other { " + " (view.words.number(other as f64, 0)) }
                }
            }
        }
        Outcome::Withheld(_) => {
            html! { td class="num" { "–" } td class="num" { "–" } td class="num" { "–" } }
        }
    }
}

/// One row for each area: value, interval, n, what can be said.
pub fn area_table<'a>(
    view: &View<'_>,
    rows: impl Iterator<Item = (&'a AimakProfile, Option<&'a Finding>)>,
    with_verdict: bool,
    base: &str,
) -> Markup {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_cached_key(|(aimak, _)| (sort_key(view.local(&aimak.name)), &aimak.code));
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(view.t("map-table")) {
            table class="sortable" {
                thead { tr {
                    th scope="col" data-sort="text" { (view.t("col-area")) }
                    th scope="col" data-sort="text" { (view.t("col-land")) }
                    th scope="col" class="num" data-sort="number" { (view.t("col-value")) }
                    th scope="col" class="num" { (view.t("col-interval")) }
                    th scope="col" class="num" data-sort="number" { (view.t("col-n")) }
                    th scope="col" { (if with_verdict { view.t("col-verdict") } else { view.t("col-status") }) }
                } }
                tbody { @for (aimak, finding) in rows.iter().copied() {
                    tr data-code=(aimak.code) {
                        th scope="row" data-value=(aimak.code) { a href={ (base) (aimak_path(&aimak.code)) } { (view.local(&aimak.name)) } }
                        td { @if let Some(finding) = finding { (view.land(finding))
                            @if let Some(share) = view.share(finding) { br; span class="quiet" { (share) } } } }
                        (cells(view, finding))
                        td { (remark(view, finding)) }
                    }
                } }
            }
        }
    }
}

/// The last cell: verdict or reason.
fn remark(view: &View<'_>, finding: Option<&Finding>) -> Markup {
    let Some(finding) = finding else {
        return html! { (view.t("legend-none")) };
    };
    match &finding.outcome {
        Outcome::Withheld(withheld) => {
            html! { (verdict_tag(view, finding)) ": " (view.reason(withheld)) }
        }
        Outcome::Estimated(_) => verdict_tag(view, finding),
    }
}

/// All findings given, one row each, each with its fold-out.
pub fn finding_table(view: &View<'_>, findings: &[&Finding], base: &str) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(view.t("aimak-all-figures")) {
            table class="findings" {
                thead { tr {
                    th scope="col" { (view.t("col-figure")) }
                    th scope="col" { (view.t("col-land")) }
                    th scope="col" class="num" { (view.t("col-value")) }
                    th scope="col" class="num" { (view.t("col-interval")) }
                    th scope="col" class="num" { (view.t("col-n")) }
                    th scope="col" { (view.t("col-verdict")) }
                } }
                tbody { @for finding in findings { tr {
                    th scope="row" { (view.quantity(&finding.quantity)) }
                    td { (view.land(finding)) }
                    (cells(view, Some(finding)))
                    td { (remark(view, Some(finding))) (about(view, finding, base)) }
                } } }
            }
        }
    }
}

/// The sentence, the number, the fold-out of one finding.
pub fn figure(view: &View<'_>, finding: &Finding, base: &str) -> Markup {
    html! {
        div class="figure" {
            p class="figure-title" { (view.quantity(&finding.quantity)) }
            (number(view, finding))
            @if finding.estimate().is_some() {
                (verdict_tag(view, finding))
                p class="sentence" { (view.sentence(finding)) }
                @if !finding.evidence.notes.is_empty() {
                    ul class="notes" { @for note in &finding.evidence.notes { li { (view.words.message(note)) } } }
                }
            }
            (about(view, finding, base))
        }
    }
}

/// A dot for a chart; `None` without a number.
pub fn chart_mark(view: &View<'_>, finding: &Finding, label: String, class: &str) -> Option<Mark> {
    let estimate = finding.estimate()?;
    let change = is_change(&finding.quantity);
    Some(Mark {
        label,
        class: class.to_owned(),
        value: estimate.value,
        bounds: estimate.interval.bounds(),
        words: format!(
            "{}; {}",
            view.amount(estimate.value, estimate.unit, change),
            view.interval(estimate, change)
        ),
    })
}
