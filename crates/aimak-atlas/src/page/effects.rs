//! Did the transition change it? Every effect with its sentence, its picture, the reasons for its grade and what would raise it.

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Card, Claim, EffectCheck, EffectReport, EffectUnit, EffectValue, Finding, Message,
    UnitRole,
};
use maud::{Markup, PreEscaped, html};

use super::{Page, Room, aimak_path, indicator_path};
use crate::{
    effect::{EffectWords, Written},
    view::View,
};

/// Path of the page below the folder of the language.
pub const PATH: &str = "effects.html";

/// The page; `None` where no effect could be looked for.
pub fn page(view: &View<'_>) -> Option<Page> {
    let shown: Vec<Shown<'_>> = view
        .release
        .effects
        .iter()
        .filter_map(|report| Shown::of(view, report))
        .collect();
    if shown.is_empty() {
        return None;
    }
    let title = view.t("nav-effects");
    let main = html! {
        div class="lead" {
            h1 { (title) }
            p class="lead-words" { (view.t("effects-lead")) }
            p class="quiet" { (view.t("effects-how")) }
            (super::reach::link(view))
        }
        (summary(&shown))
        @for effect in &shown { (effect.section()) }
        section aria-labelledby="rules" {
            h2 id="rules" { (view.t("effects-rules")) }
            p { (view.t("effects-rules-words")) }
            p { a href="methods.html#designs" { (view.t("methods-designs")) } }
        }
    };
    Some(Page {
        path: PATH.into(),
        title,
        room: Room::Effects,
        main,
    })
}

/// A line on an indicator's page: the sentence of its effect, and where it is explained.
pub fn on_indicator(view: &View<'_>, card: &Card, base: &str) -> Markup {
    let report = view
        .release
        .effects
        .iter()
        .find(|report| report.outcome == card.id);
    let Some(effect) = report.and_then(|report| Shown::of(view, report)) else {
        return html! {};
    };
    html! {
        section aria-labelledby="effect" {
            h2 id="effect" { (view.t("effects-on-indicator")) }
            p class="sentence" { (effect.words().sentence()) }
            @if effect.differs_from_change() { p class="quiet" { (view.t("effects-and-change")) } }
            p { a href={ (base) (PATH) "#" (card.id) } { (view.t("effects-why")) } }
        }
    }
}

/// An effect on its way to the page.
pub(super) struct Shown<'a> {
    view: &'a View<'a>,
    card: &'a Card,
    report: &'a EffectReport,
    name: &'a str,
}

impl<'a> Shown<'a> {
    /// `None` where its outcome has no card.
    pub(super) fn of(view: &'a View<'_>, report: &'a EffectReport) -> Option<Self> {
        let card = view.card(&report.outcome)?;
        let name = view.local(&card.name);
        Some(Self {
            view,
            card,
            report,
            name,
        })
    }

    /// Its words.
    pub(super) fn words(&self) -> EffectWords<'_> {
        EffectWords {
            report: self.report,
            words: &self.view.words,
            name: self.name,
            written: Some(Written {
                decimals: self.card.unit.decimals(),
                unit: self.view.unit_after_number(self.card.unit, true),
            }),
            called: "aimaks",
        }
    }

    /// True where the change of all organic aimaks together, told beside it, is another number.
    fn differs_from_change(&self) -> bool {
        let printed = |value: f64| self.view.bare(value, self.card.unit, true);
        let change = self.view.pooled(self.card).and_then(Finding::estimate);
        let effect = self.report.headline().as_ref().ok();
        change
            .zip(effect)
            .is_some_and(|(change, effect)| printed(change.value) != printed(effect.value))
    }

    /// The sign of the claim: it says without colour what the colour says.
    fn sign(&self) -> (&'static str, &'static str) {
        let falls = |value: &EffectValue| value.value < 0.0;
        match (self.report.claim, self.report.headline()) {
            (Claim::EstimatedEffect, Ok(value)) if falls(value) => ("▼", "effects-verdict-less"),
            (Claim::EstimatedEffect, _) => ("▲", "effects-verdict-more"),
            (Claim::DifferedFromComparison, Ok(value)) if falls(value) => {
                ("▼", "effects-verdict-below")
            }
            (Claim::DifferedFromComparison, _) => ("▲", "effects-verdict-above"),
            (Claim::ChangedWithoutComparison, Ok(value)) if falls(value) => ("▼", "verdict-fell"),
            (Claim::ChangedWithoutComparison, _) => ("▲", "verdict-rose"),
            (Claim::SeenWithVeryLowConfidence, Ok(value)) if falls(value) => {
                ("▽", "effects-verdict-seen")
            }
            (Claim::SeenWithVeryLowConfidence, _) => ("△", "effects-verdict-seen"),
            (Claim::NoChangeLargerThanBound, _) => ("≈", "effects-verdict-none"),
            (Claim::CannotTell, _) => ("≈", "effects-verdict-cannot-tell"),
            _ => ("○", "effects-verdict-no-number"),
        }
    }

    /// Sign and words of the claim.
    pub(super) fn verdict(&self) -> Markup {
        let (sign, id) = self.sign();
        html! { span class="verdict" { span aria-hidden="true" { (sign) } "\u{a0}" (self.view.t(id)) } }
    }

    fn section(&self) -> Markup {
        let (view, words) = (self.view, self.words());
        html! {
            section class="effect" id=(self.card.id) aria-labelledby={ "h-" (self.card.id) } {
                h2 id={ "h-" (self.card.id) } { a href=(indicator_path(&self.card.id)) { (self.name) } }
                p { (self.verdict()) }
                p class="sentence" { (words.sentence()) }
                @if let Some(described) = words.described() { p { (described) } }
                div class="charts-and-card" {
                    div class="charts" {
                        @if let Some(picture) = words.event_study() {
                            figure class="chart-figure" {
                                figcaption { (view.t("effects-picture")) " (" (view.symbol(self.card.unit, true)) ")" }
                                (PreEscaped(picture))
                            }
                        }
                    }
                    (self.facts(&words))
                }
                (self.more(&words))
            }
        }
    }

    /// How sure, what could have been seen, what the tests say.
    fn facts(&self, words: &EffectWords<'_>) -> Markup {
        let (view, report) = (self.view, self.report);
        html! {
            dl class="card" {
                dt { (view.t("effects-grade")) }
                dd { (words.grade())
                    @if !report.steps.is_empty() { ul { @for step in &report.steps { li { (view.words.message(step)) } } } }
                }
                @if !report.advice.is_empty() {
                    dt { (view.t("effects-advice")) }
                    dd { ul { @for advice in &report.advice { li { (view.words.message(advice)) } } } }
                }
                @if let Some(detectable) = words.detectable() { dt { (view.t("effects-detectable")) } dd { (detectable) } }
                @if let Some(shares) = words.shares() { dt { (view.t("effects-share")) } dd { (shares) } }
                dt { (view.t("effects-tests")) }
                dd { ul {
                    li { (words.permutation()) }
                    @if let Some(family) = words.family() { li { (family) } }
                    li { (words.trends()) }
                } }
            }
        }
    }

    /// The same question in other ways, how much hangs on single aimaks, who takes part.
    fn more(&self, words: &EffectWords<'_>) -> Markup {
        let view = self.view;
        html! {
            details class="effect-more" {
                summary { (view.t("effects-other-ways")) }
                @if let Some(picture) = words.forest() { figure class="chart-figure" { (PreEscaped(picture)) } }
                @if let Some(picture) = words.balance(|id| self.other(id).0) {
                    figure class="chart-figure" { figcaption { (view.t("effect-balance-caption")) } (PreEscaped(picture)) }
                }
                @let refused: Vec<&EffectCheck> = self.report.checks.iter().filter(|check| check.effect.is_err()).collect();
                @if !refused.is_empty() {
                    ul class="quiet" { @for check in refused { li { (view.t(&check.id)) ": " (words.answer(&check.effect)) } } }
                }
                (self.sensitivity(words))
                @let placebos = words.placebo_outcomes(|id| self.other(id));
                @if !placebos.is_empty() { ul class="placebo-outcomes" { @for line in &placebos { li { (line) } } } }
            }
            details class="effect-more" {
                summary { (view.t("effects-who")) }
                (self.units())
            }
        }
    }

    /// How another indicator is named and written.
    fn other(&self, id: &str) -> (String, Option<Written>) {
        let Some(card) = self.view.card(id) else {
            return (id.to_owned(), None);
        };
        let written = Written {
            decimals: card.unit.decimals(),
            unit: self.view.unit_after_number(card.unit, true),
        };
        (self.view.local(&card.name).to_owned(), Some(written))
    }

    /// The range of answers with each aimak, area and date left out or moved.
    fn sensitivity(&self, words: &EffectWords<'_>) -> Markup {
        let mut ranges: BTreeMap<&str, (f64, f64, usize)> = BTreeMap::new();
        for check in &self.report.sensitivity {
            if let Ok(value) = &check.effect {
                let range = ranges
                    .entry(&check.id)
                    .or_insert((value.value, value.value, 0));
                *range = (
                    range.0.min(value.value),
                    range.1.max(value.value),
                    range.2 + 1,
                );
            }
        }
        html! {
            ul {
                @for (id, (least, most, n)) in &ranges {
                    li { (self.view.words.message(&Message::new(id).with("n", *n).with("least", words.number(*least)).with("most", words.number(*most)))) }
                }
                @if let Some(likeness) = words.likeness() { li { (likeness) } }
                @if let Some(breakdown) = self.report.breakdown {
                    li { (self.view.words.message(&Message::new("effects-breakdown").with("times", self.view.words.number(breakdown, 1)))) }
                }
            }
        }
    }

    fn units(&self) -> Markup {
        let view = self.view;
        let left_out: Vec<String> = self
            .report
            .left_out_times
            .iter()
            .map(ToString::to_string)
            .collect();
        let name = |unit: &EffectUnit| {
            let code = AimakCode(unit.id.clone());
            let known = view.aimak(&code);
            html! {
                @if let Some(aimak) = known { a href=(aimak_path(&code)) { (view.local(&aimak.name)) } }
                @else { (unit.id) }
            }
        };
        let told = |unit: &EffectUnit| {
            html! { li { (name(unit)) @if let Some(start) = unit.start.filter(|start| *start > YEARS) { " (" (start.to_string()) ")" } } }
        };
        html! {
            @if !left_out.is_empty() {
                p class="quiet" { (view.words.message(&Message::new("effects-times-left-out").with("times", left_out.join(", ")))) }
            }
            @for role in UnitRole::ALL {
                @let units: Vec<&EffectUnit> = self.report.units.iter().filter(|unit| unit.role == role).collect();
                @if !units.is_empty() {
                    h3 { (view.words.keyed("role", role.key())) " (" (units.len().to_string()) ")" }
                    ul class="units" { @for unit in units { (told(unit)) } }
                }
            }
        }
    }
}

/// Starts above this are years; below, they are places of periods.
const YEARS: i32 = 1000;

/// All effects in one table: what was found, how sure, and what could have been seen.
fn summary(shown: &[Shown<'_>]) -> Markup {
    let Some(view) = shown.first().map(|effect| effect.view) else {
        return html! {};
    };
    html! {
        section aria-labelledby="summary" {
            h2 id="summary" { (view.t("effects-summary")) }
            div class="scroll" { table class="findings stacked effects" {
                thead { tr {
                    th scope="col" { (view.t("effects-column-indicator")) }
                    th scope="col" { (view.t("effects-column-verdict")) }
                    th scope="col" class="num" { (view.t("effects-column-effect")) }
                    th scope="col" { (view.t("effects-column-grade")) }
                    th scope="col" class="num" { (view.t("effects-column-detectable")) }
                } }
                tbody { @for effect in shown {
                    @let words = effect.words();
                    tr {
                        th scope="row" { a href={ "#" (effect.card.id) } { (effect.name) } }
                        td { (effect.verdict()) }
                        td class="num" data-label=(view.t("effects-column-effect")) { @match effect.report.headline() {
                            Ok(value) => { (words.with_unit(value.value)) br; span class="quiet" { (words.interval(value)) } }
                            Err(_) => "–"
                        } }
                        td data-label=(view.t("effects-column-grade")) { (view.words.keyed("confidence", effect.report.confidence.key())) " " (super::methods::coded(effect.report.design.code())) }
                        td class="num" data-label=(view.t("effects-column-detectable")) { (effect.report.smallest_detectable.map_or_else(|| "–".to_owned(), |size| words.size_with_unit(size))) }
                    }
                } }
            } }
        }
    }
}
