//! Pieces several pages share: a figure, tables of findings, verdicts.

use aimak_core::{Confidence, Finding, Message, Outcome, release::AimakProfile};
use maud::{Markup, html};

use super::{
    about::{about, linked},
    aimak_path, aimak_theme_path,
};
use crate::{
    chart::Mark,
    site::assets::MAP_MEGABYTES,
    texts::sort_key,
    view::{Verdict, View, bounds, is_signed, verdict},
    wording::exact,
};

/// The sign of a verdict: it says without colour what the colour says.
pub fn sign(finding: &Finding) -> &'static str {
    match verdict(finding) {
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
        Verdict::Assumed => "◇",
        Verdict::NoInterval | Verdict::Value => "•",
        Verdict::Withheld => "○",
    }
}

/// What a phone opens on request and larger windows and paper show at once.
pub fn folded_on_a_phone(words: &str, content: &Markup) -> Markup {
    html! { details class="phone-fold" { summary { (words) } (content) } }
}

/// A verdict as a small tag; shape and words carry it, colour only repeats it.
pub fn verdict_tag(view: &View<'_>, finding: &Finding) -> Markup {
    html! { span class={ "verdict " (view.tone(finding)) } { span aria-hidden="true" { (sign(finding)) } "\u{a0}" (view.verdict_words(finding)) } }
}

/// The same for what is told of all organic aimaks together: no stronger than the effect that was examined.
pub fn standing_tag(view: &View<'_>, finding: &Finding, weaker: Verdict) -> Markup {
    if weaker == verdict(finding) {
        return verdict_tag(view, finding);
    }
    let fell = finding.estimate().is_some_and(|one| one.value < 0.0);
    let (sign, words) = match weaker {
        Verdict::Seen => (if fell { "▽" } else { "△" }, "verdict-seen"),
        Verdict::NoInterval => ("•", "verdict-no-interval"),
        _ => ("≈", "verdict-uncertain"),
    };
    html! { span class={ "verdict " (weaker.key()) } { span aria-hidden="true" { (sign) } "\u{a0}" (view.t(words)) } }
}

/// How sure: one to four filled dots, and the word beside them.
pub fn sure(view: &View<'_>, confidence: Confidence) -> Markup {
    let filled = match confidence {
        Confidence::VeryLow => 1,
        Confidence::Low => 2,
        Confidence::Moderate => 3,
        Confidence::High => 4,
    };
    html! {
        span class="sure" {
            svg class="sure-dots" viewBox="0 0 46 10" width="46" height="10" aria-hidden="true" {
                @for place in 0..4 { circle class=[(place < filled).then_some("on")] cx=(5 + 12 * place) cy="5" r="4" {} }
            }
            " " (view.words.keyed("confidence", confidence.key()))
        }
    }
}

/// The words on the button that fetches the interactive map: they tell how much it fetches.
pub fn open_map(view: &View<'_>) -> String {
    let megabytes = view.words.number(*MAP_MEGABYTES, 1);
    view.words
        .message(&Message::new("map-open").with("mb", megabytes))
}

/// That nothing has been measured yet, and how to begin.
pub fn nothing_measured(view: &View<'_>) -> Markup {
    html! {
        p class="nothing-measured" { strong { (view.t("nothing-measured")) } }
        p { (view.t("nothing-measured-begin")) }
        ol {
            li { (view.t("nothing-measured-data")) }
            li { (view.t("nothing-measured-check")) " " code { "aimak check monitoring.toml" } }
            li { (view.t("nothing-measured-publish")) " " code { "aimak run monitoring.toml --out release" } ", " code { "aimak atlas release --out site" } }
        }
    }
}

/// How many stand behind a number; nothing where there is none.
pub fn sample(view: &View<'_>, finding: &Finding) -> Markup {
    html! { @if let Some(sample) = view.sample_short(finding) { p class="n" { (sample) } } }
}

/// A number with its interval, n and land; or the reason in its place. The number leads to its record; `base` to the pages of the language.
pub fn number(view: &View<'_>, finding: &Finding, base: &str) -> Markup {
    let change = is_signed(finding);
    html! {
        div class="number" {
            @match &finding.outcome {
                Outcome::Estimated(estimate) => {
                    @let figure = html! { data value=(exact(estimate.value)) data-value=(exact(estimate.value)) { (view.bare(estimate.value, estimate.unit, change)) } };
                    p class="value" {
                        (linked(view, finding, base, &figure))
                        "\u{a0}" span class="unit" { (view.unit_after_number(estimate.unit, change)) }
                    }
                    p class="interval" { (view.interval(estimate, change)) }
                    (sample(view, finding))
                }
                Outcome::Withheld(withheld) => { p class="withheld" { (view.t("verdict-withheld")) ": " (view.reason(withheld)) } }
            }
            p class="land" { (view.land(finding)) }
        }
    }
}

/// A cell with the value alone, which leads to its record; a dash where there is none.
pub fn value_cell(view: &View<'_>, finding: Option<&Finding>, base: &str) -> Markup {
    let estimate = finding.and_then(Finding::estimate);
    let Some((finding, estimate)) = finding.zip(estimate) else {
        return html! { td class="num empty" { "–" } };
    };
    let value = html! { (view.bare(estimate.value, estimate.unit, is_signed(finding))) };
    html! { td class="num" data-value=(exact(estimate.value)) { (linked(view, finding, base, &value)) } }
}

/// Heads of the columns that [`cells`] fills.
pub fn cell_heads(view: &View<'_>) -> Markup {
    html! {
        th scope="col" class="num" { (view.t("col-value")) }
        th scope="col" class="num" { (view.t("col-interval")) }
        th scope="col" class="num" { (view.t("col-n")) }
    }
}

/// Cells of value, interval, n of a table row; `labelled` ones name their column, for a phone where rows become blocks. The value leads to
/// its record.
pub fn cells(view: &View<'_>, finding: Option<&Finding>, labelled: bool, base: &str) -> Markup {
    let [value, interval, n] =
        ["col-value", "col-interval", "col-n"].map(|id| labelled.then(|| view.t(id)));
    let estimate = finding.and_then(Finding::estimate);
    let Some((finding, estimate)) = finding.zip(estimate) else {
        return html! { @for label in [value, interval, n] { td class="num empty" data-label=[label] { "–" } } };
    };
    let change = is_signed(finding);
    let ends = bounds(&estimate.interval);
    let count = |n: usize| view.words.number(n as f64, 0);
    html! {
        @let figure = html! { (view.bare(estimate.value, estimate.unit, change)) };
        td class="num" data-label=[value] data-value=(exact(estimate.value)) { (linked(view, finding, base, &figure)) }
        td class=(if ends.is_some() { "num" } else { "num empty" }) data-label=[interval] data-lo=[ends.map(|(lo, _, _)| exact(lo))] data-hi=[ends.map(|(_, hi, _)| exact(hi))] {
            (view.interval_short(estimate, change))
        }
        td class="num" data-label=[n] data-value=(estimate.sample.n) {
            (count(estimate.sample.n))
            @if let Some(other) = estimate.sample.n_other { " + " (count(other)) }
        }
    }
}

/// Where everything on a finding of an aimak stands, below the folder of the language; the page of the aimak where there is no finding.
pub fn finding_path(view: &View<'_>, aimak: &AimakProfile, finding: Option<&Finding>) -> String {
    let of = |finding: &Finding| {
        let mut cards = view.release.cards.iter();
        let card = cards.find(|card| card.id == finding.indicator)?;
        let page = aimak_theme_path(&aimak.code, card.theme);
        Some(format!("{page}#{}", card.id))
    };
    finding
        .and_then(of)
        .unwrap_or_else(|| aimak_path(&aimak.code))
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
            table class="sortable stacked" {
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
                        th scope="row" data-value=(name_key(view.local(&aimak.name))) { a href={ (base) (finding_path(view, aimak, finding)) } { (view.local(&aimak.name)) } }
                        td class="land-cell" { @if let Some(finding) = finding { (view.land(finding))
                            @if let Some(share) = view.share(finding) { br; span class="quiet" { (share) } } } }
                        (cells(view, finding, true, base))
                        td class="remark" { (remark(view, finding)) }
                    }
                } }
            }
        }
    }
}

/// What the browser sorts names by: it compares code units, and those of Kyrgyz letters are not in alphabetical order.
pub fn name_key(name: &str) -> String {
    sort_key(name)
        .iter()
        .fold("k".to_owned(), |key, place| key + &format!("{place:04x}"))
}

/// The last cell of a row: verdict or reason.
pub fn remark(view: &View<'_>, finding: Option<&Finding>) -> Markup {
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
            table class="findings stacked" {
                thead { tr {
                    th scope="col" { (view.t("col-figure")) }
                    th scope="col" { (view.t("col-land")) }
                    (cell_heads(view))
                    th scope="col" { (view.t("col-verdict")) }
                } }
                tbody { @for finding in findings { tr {
                    th scope="row" { (view.quantity_of(finding)) }
                    td class="land-cell" { (view.land(finding)) }
                    (cells(view, Some(finding), true, base))
                    td class="remark" { (remark(view, Some(finding))) (about(view, finding, base)) }
                } } }
            }
        }
    }
}

/// The sentence, the number, the fold-out of one finding.
pub fn figure(view: &View<'_>, finding: &Finding, base: &str) -> Markup {
    html! {
        div class="figure" {
            p class="figure-title" { (view.quantity_of(finding)) }
            (number(view, finding, base))
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

/// A dot for a chart; `None` without a number. One that lacks its interval is marked so, whatever `class` says.
pub fn chart_mark(view: &View<'_>, finding: &Finding, label: String, class: &str) -> Option<Mark> {
    let estimate = finding.estimate()?;
    let change = is_signed(finding);
    let class = if verdict(finding) == Verdict::NoInterval && !class.contains("no_interval") {
        format!("{class} no_interval")
    } else {
        class.to_owned()
    };
    Some(Mark {
        label,
        class,
        value: estimate.value,
        bounds: estimate.interval.bounds(),
        bands: estimate.bands,
        words: format!(
            "{}; {}",
            view.amount(estimate.value, estimate.unit, change),
            view.interval(estimate, change)
        ),
    })
}
