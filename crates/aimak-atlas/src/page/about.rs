//! About this number: everything one needs to judge and to repeat it, beside every figure.

use aimak_core::{Finding, Interval, Message, Outcome};
use maud::{Markup, Render, html};

use super::{
    data::file_name,
    methods::{self, coded},
};
use crate::{
    parameters::parameters,
    view::{View, is_signed},
    wording::exact,
};

/// The fold-out beside a figure; `base` leads to the pages of the language.
pub fn about(view: &View<'_>, finding: &Finding, base: &str) -> Markup {
    html! {
        details class="about" {
            summary { (view.t("about-number")) }
            dl {
                (line(view, "about-figure", html! { (view.quantity_of(finding)) }))
                (line(view, "about-land", html! { (view.land(finding)) }))
                @if let Some(share) = view.organic_share(finding) { (line(view, "about-share", html! { (share) })) }
                (outcome(view, finding))
                (evidence(view, finding))
                (method(view, finding, base))
            }
        }
    }
}

fn line(view: &View<'_>, id: &str, words: impl Render) -> Markup {
    html! { dt { (view.t(id)) } dd { (words) } }
}

/// Every digit, the interval and its meaning, n; or the reason.
fn outcome(view: &View<'_>, finding: &Finding) -> Markup {
    let estimate = match &finding.outcome {
        Outcome::Estimated(estimate) => estimate,
        Outcome::Withheld(withheld) => {
            return line(view, "col-reason", html! { (view.reason(withheld)) });
        }
    };
    let meaning = match estimate.interval {
        Interval::Between {
            lo,
            hi,
            level,
            kind,
        } => {
            let ends = html! { code { (exact(lo)) } " … " code { (exact(hi)) } " (" (view.level(level)) " %)" };
            html! {
                (line(view, "about-interval", ends))
                (line(view, "about-interval-meaning", html! { (view.words.keyed("interval", kind.key())) }))
            }
        }
        Interval::Unavailable(reason) => line(
            view,
            "about-interval",
            html! { (view.words.keyed("no-interval", reason.key())) },
        ),
    };
    let sample = estimate.sample;
    let count = |n: usize| view.words.number(n as f64, 0);
    html! {
        (line(view, "about-unrounded", html! { code { (exact(estimate.value)) } "\u{a0}" (view.unit_after_number(estimate.unit, is_signed(finding))) }))
        (meaning)
        (line(view, "about-n", html! {
            (count(sample.n)) @if let Some(other) = sample.n_other { " + " (count(other)) }
            ": " (view.words.keyed("sample", sample.of.key()))
        }))
        @if !estimate.flags.is_empty() {
            (line(view, "about-flags", html! { ul { @for flag in &estimate.flags { li { (view.words.message(flag)) } } } }))
        }
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
        (line(view, "about-design", html! { (view.words.keyed("design", evidence.design.key())) " " (coded(evidence.design.code())) }))
        (line(view, "about-confidence", html! { (view.words.keyed("confidence", evidence.confidence.key())) }))
        @if !evidence.grade_steps.is_empty() {
            (line(view, "about-confidence-steps", html! { ul { @for step in &evidence.grade_steps { li { (view.words.message(step)) } } } }))
        }
        @if let (Some(detectable), Some(unit)) = (evidence.smallest_detectable, unit) {
            (line(view, "about-detectable", html! {
                (view.amount(detectable, unit, false)) " (" (view.t("about-detectable-meaning")) ")"
            }))
        }
        @if !evidence.notes.is_empty() {
            (line(view, "about-notes", html! { ul { @for note in &evidence.notes { li { (view.words.message(note)) } } } }))
        }
    }
}

/// Method, parameters, input files, program.
fn method(view: &View<'_>, finding: &Finding, base: &str) -> Markup {
    let evidence = &finding.evidence;
    html! {
        (line(view, "about-method", html! {
            (methods::method(view, &evidence.method.id, evidence.method.version)) " · "
            a href={ (base) "methods.html#" (finding.indicator) } { (view.t("about-code-link")) }
        }))
        @if !evidence.parameters.is_empty() {
            (line(view, "about-parameters", html! {
                ul { @for (raw, words) in parameters(&view.words, &evidence.parameters) { li title=(raw) { (words) } } }
            }))
        }
        @if !evidence.inputs.is_empty() {
            (line(view, "about-inputs", html! { ul { @for input in &evidence.inputs { li { (source(view, &input.source, input.used)) } } } }))
        }
        (line(view, "about-program", html! { (view.release.program) }))
    }
}

/// An input file with its checksum.
fn source(view: &View<'_>, id: &str, used: usize) -> Markup {
    let found = view.release.sources.iter().find(|source| source.id == id);
    let path = found.map_or(id, |source| file_name(&source.path));
    html! {
        (view.words.message(&Message::new("about-input").with("path", path).with("used", used)))
        @if let Some(source) = found { br; code class="hash" { (source.sha256) } }
    }
}
