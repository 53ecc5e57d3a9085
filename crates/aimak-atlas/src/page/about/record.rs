//! Everything behind one figure, or behind dated figures that share their evidence.

use aimak_core::{Bands, EffectReport, EffectValue, Finding, Interval, Message, Outcome, UnitRole};
use maud::{Markup, Render, html};

use super::{anchor, dated_anchor, without_folders};
use crate::{
    map,
    page::{
        effects,
        methods::{self, coded},
    },
    parameters::parameters,
    view::{View, is_signed},
    wording::exact,
};

/// The record; `base` leads to the pages of the language.
pub(super) fn record(view: &View<'_>, group: &[&Finding], base: &str) -> Markup {
    let Some(first) = group.first() else {
        return html! {};
    };
    if group.len() > 1 {
        return series(view, first, group, base);
    }
    html! {
        article class="record" id=(anchor(first)) {
            // on a screen a record is folded until its heading, or the number that leads to it, is touched
            h3 { a href={ "#" (anchor(first)) } { (view.quantity_of(first)) ", " (view.land(first)) } }
            p class="record-value" { (map::label(view, Some(first))) }
            @if first.estimate().is_some() { p class="sentence" { (view.sentence(first)) } }
            dl { (outcome(view, first)) (shared(view, first, base)) }
        }
    }
}

/// Dated figures: a row for each, their evidence once.
fn series(view: &View<'_>, first: &Finding, group: &[&Finding], base: &str) -> Markup {
    html! {
        article class="record" id=(dated_anchor(first)) {
            h3 { a href={ "#" (dated_anchor(first)) } { (view.t("numbers-dated")) ", " (view.land(first)) } }
            div class="scroll" tabindex="0" role="region" aria-label=(view.t("numbers-dated")) { table {
                thead { tr {
                    th scope="col" { (view.t("col-date")) }
                    th scope="col" class="num" { (view.t("about-unrounded")) }
                    th scope="col" class="num" { (view.t("about-interval")) }
                    th scope="col" class="num" { (view.t("col-n")) }
                    th scope="col" { (view.t("about-flags")) }
                } }
                tbody { @for finding in group { tr id=(anchor(finding)) {
                    th scope="row" { (view.when(&finding.quantity)) }
                    (dated_cells(view, finding))
                } } }
            } }
            dl { (shared(view, first, base)) }
        }
    }
}

fn dated_cells(view: &View<'_>, finding: &Finding) -> Markup {
    match &finding.outcome {
        Outcome::Withheld(withheld) => html! {
            td colspan="4" { (view.t("verdict-withheld")) ": " (view.reason(withheld)) }
        },
        Outcome::Estimated(estimate) => html! {
            td class="num" { code { (exact(estimate.value)) } }
            td class="num" { @match estimate.interval.bounds() {
                Some((lo, hi)) => { code { (exact(lo)) } " … " code { (exact(hi)) } }
                None => "–"
            } }
            td class="num" { (sample(view, finding)) }
            td { @for flag in &estimate.flags { (view.words.message(flag)) " " } }
        },
    }
}

fn line(view: &View<'_>, id: &str, words: impl Render) -> Markup {
    html! { dt { (view.t(id)) } dd { (words) } }
}

fn list<T>(items: &[T], words: impl Fn(&T) -> String) -> Markup {
    html! { ul { @for item in items { li { (words(item)) } } } }
}

/// What does not change from figure to figure of a group: land, evidence, method.
fn shared(view: &View<'_>, finding: &Finding, base: &str) -> Markup {
    html! {
        @if let Some(share) = view.organic_share(finding) { (line(view, "about-share", &share)) }
        (evidence(view, finding))
        (method(view, finding, base))
    }
}

/// Every digit, the interval and its meaning, n; or the reason.
fn outcome(view: &View<'_>, finding: &Finding) -> Markup {
    let estimate = match &finding.outcome {
        Outcome::Estimated(estimate) => estimate,
        Outcome::Withheld(withheld) => return line(view, "col-reason", view.reason(withheld)),
    };
    let unit = view.unit_after_number(estimate.unit, is_signed(finding));
    html! {
        (line(view, "about-unrounded", html! { code { (exact(estimate.value)) } "\u{a0}" (unit) }))
        (interval(view, &estimate.interval))
        @if let Some(Bands { half, most, se, df }) = estimate.bands {
            @for (level, (lo, hi)) in [(0.5, half), (0.8, most)] {
                dt { (view.words.message(&Message::new("numbers-band").with("level", view.level(level)))) }
                dd { code { (exact(lo)) } " … " code { (exact(hi)) } }
            }
            (line(view, "numbers-se", html! { code { (exact(se)) } }))
            (line(view, "numbers-df", html! { code { (exact(df)) } }))
        }
        (line(view, "about-n", html! { (sample(view, finding)) ": " (view.words.keyed("sample", estimate.sample.of.key())) }))
        @if !estimate.flags.is_empty() { (line(view, "about-flags", list(&estimate.flags, |flag| view.words.message(flag)))) }
    }
}

fn sample(view: &View<'_>, finding: &Finding) -> Markup {
    let count = |n: usize| view.words.number(n as f64, 0);
    html! {
        @if let Some(estimate) = finding.estimate() {
            (count(estimate.sample.n))
            @if let Some(other) = estimate.sample.n_other { " + " (count(other)) }
        }
    }
}

fn interval(view: &View<'_>, interval: &Interval) -> Markup {
    match *interval {
        Interval::Between {
            lo,
            hi,
            level,
            kind,
        } => html! {
            (line(view, "about-interval", html! { code { (exact(lo)) } " … " code { (exact(hi)) } " (" (view.level(level)) "\u{a0}%)" }))
            (line(view, "about-interval-meaning", view.words.keyed("interval", kind.key())))
        },
        Interval::Unavailable(reason) => line(
            view,
            "about-interval",
            view.words.keyed("no-interval", reason.key()),
        ),
    }
}

/// Design, confidence and its steps, smallest detectable change, caveats.
fn evidence(view: &View<'_>, finding: &Finding) -> Markup {
    let evidence = &finding.evidence;
    let unit = finding
        .estimate()
        .map(|estimate| estimate.unit)
        .or_else(|| view.card(&finding.indicator).map(|c| c.unit));
    html! {
        (line(view, "about-design", html! {
            (view.words.keyed("design", evidence.design.key())) " " (coded(evidence.design.code()))
        }))
        (line(view, "about-confidence", view.words.keyed("confidence", evidence.confidence.key())))
        @if !evidence.grade_steps.is_empty() {
            (line(view, "about-confidence-steps", list(&evidence.grade_steps, |step| view.words.message(step))))
        }
        @if let (Some(detectable), Some(unit)) = (evidence.smallest_detectable, unit) {
            (line(view, "about-detectable", html! {
                (view.size_of_change(detectable, unit)) " (" (view.t("about-detectable-meaning")) ")"
            }))
        }
        @if !evidence.notes.is_empty() {
            (line(view, "about-notes", list(&evidence.notes, |note| view.words.message(note))))
        }
    }
}

/// Method, parameters, input files.
fn method(view: &View<'_>, finding: &Finding, base: &str) -> Markup {
    let evidence = &finding.evidence;
    html! {
        (line(view, "about-method", html! {
            a href={ (base) "methods.html#" (finding.indicator) } { (methods::method(view, &evidence.method.id, evidence.method.version)) }
        }))
        (told_parameters(view, &evidence.parameters))
        @if !evidence.inputs.is_empty() {
            (line(view, "about-inputs", html! { ul { @for input in &evidence.inputs { li { (source(view, &input.source, input.used)) } } } }))
        }
    }
}

fn told_parameters(view: &View<'_>, raw: &std::collections::BTreeMap<String, String>) -> Markup {
    html! {
        @if !raw.is_empty() {
            (line(view, "about-parameters", html! {
                ul { @for (raw, words) in parameters(&view.words, raw) { li title=(raw) { (words) } } }
            }))
        }
    }
}

/// An input file with its checksum.
fn source(view: &View<'_>, id: &str, used: usize) -> Markup {
    let found = view.release.sources.iter().find(|source| source.id == id);
    let path = found.map_or(id, |source| without_folders(&source.path));
    html! {
        (view.words.message(&Message::new("about-input").with("path", path).with("used", used)))
        @if let Some(source) = found { br; code class="hash" { (source.sha256) } }
    }
}

/// The effect of the transition, every digit.
pub(super) fn effect(view: &View<'_>, report: &EffectReport) -> Markup {
    let Some(shown) = effects::Shown::of(view, report) else {
        return html! {};
    };
    let words = shown.words();
    let units = |role: UnitRole| {
        let n = view.words.number(report.count(role) as f64, 0);
        format!("{}: {n}", view.words.keyed("role", role.key()))
    };
    html! {
        article class="record" {
            p class="sentence" { (words.sentence()) }
            dl {
                @match report.headline() {
                    Ok(value) => (effect_value(view, value)),
                    Err(_) => (line(view, "col-reason", words.answer(report.headline())))
                }
                (line(view, "about-n", list(&UnitRole::ALL.into_iter().filter(|role| report.count(*role) > 0).collect::<Vec<_>>(), |role| units(*role))))
                (line(view, "effects-grade", words.grade()))
                @if !report.steps.is_empty() { (line(view, "about-confidence-steps", list(&report.steps, |step| view.words.message(step)))) }
                @if let Some(detectable) = words.detectable() { (line(view, "about-detectable", detectable)) }
                @if let Some(shares) = words.shares() { (line(view, "effects-share", shares)) }
                (line(view, "effects-tests", words.permutation()))
                @if let Some(family) = words.family() { (line(view, "numbers-family", family)) }
                (told_parameters(view, &report.parameters))
            }
        }
    }
}

fn effect_value(view: &View<'_>, value: &EffectValue) -> Markup {
    let digits = |id: &str, number: Option<f64>| {
        html! { @if let Some(number) = number { (line(view, id, html! { code { (exact(number)) } })) } }
    };
    html! {
        (digits("about-unrounded", Some(value.value)))
        (interval(view, &value.interval))
        (digits("numbers-se", value.se))
        (digits("numbers-df", value.df))
        (digits("numbers-p", value.p))
    }
}
