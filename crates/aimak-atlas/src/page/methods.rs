//! How every number came about: the cards, the kinds of interval, the designs, the reasons.

use aimak_core::{
    Card, Design, Direction, IntervalKind, Message, PartialDate, PeriodBounds, Reason, Span, Theme,
};
use maud::{Markup, html};

use super::{Page, Room, indicator_path};
use crate::view::View;

/// The methods page.
pub fn page(view: &View<'_>) -> Page {
    let title = view.t("nav-methods");
    let main = html! {
        div class="lead" { h1 { (title) } p class="lead-words" { (view.t("methods-lead")) } }
        (contents(view))
        @for card_ in &view.release.cards {
            section class="method" id=(card_.id) aria-labelledby={ "h-" (card_.id) } {
                h2 id={ "h-" (card_.id) } { a href=(indicator_path(&card_.id)) { (view.local(&card_.name)) } }
                p class="question" { (view.local(&card_.question)) }
                (card(view, card_))
            }
        }
        (intervals(view))
        (designs(view))
        (periods(view))
        section aria-labelledby="reasons" {
            h2 id="reasons" { (view.t("methods-reasons")) }
            p { (view.t("methods-reasons-lead")) }
            p class="quiet" { (view.t("methods-codes-hint")) }
            ul { @for reason in Reason::ALL { li { (view.words.keyed("reason", reason.code())) " " (coded(reason.code())) } } }
        }
        section aria-labelledby="colours" { h2 id="colours" { (view.t("methods-colours")) } p { (view.t("methods-colours-text")) }
            p { a href=(super::components::PATH) { (view.t("components-title")) } } }
    };
    Page {
        path: "methods.html".into(),
        title,
        room: Room::Methods,
        main,
    }
}

/// Where on this long page each method stands, by theme.
fn contents(view: &View<'_>) -> Markup {
    let of = |theme: Theme| {
        let cards = view.release.cards.iter();
        cards.filter(move |card| card.theme == theme)
    };
    html! {
        nav class="jump contents" aria-label=(view.t("indicators-title")) { dl class="codes" {
            @for theme in Theme::ALL { @if of(theme).next().is_some() {
                dt { (view.words.keyed("theme", theme.key())) }
                dd { ul { @for card in of(theme) { li { a href={ "#" (card.id) } { (view.local(&card.name)) } } } } }
            } }
        } }
    }
}

/// The card of one indicator.
pub fn card(view: &View<'_>, card: &Card) -> Markup {
    let better = match card.better {
        Direction::Higher => "better-higher",
        Direction::Lower => "better-lower",
        Direction::Neutral => "better-neutral",
    };
    let decimals = |value: f64| usize::from(value.fract() != 0.0);
    let (lowest, highest) = card.valid_range;
    html! {
        dl class="card" {
            dt { (view.t("card-explanation")) } dd { (view.local(&card.explanation)) }
            dt { (view.t("card-formula")) } dd { code class="formula" { (card.formula) } }
            dt { (view.t("card-unit")) } dd { (view.words.keyed("unit", card.unit.key())) " (" (view.symbol(card.unit, false)) ")" }
            dt { (view.t("card-better")) } dd { (view.t(better)) }
            dt { (view.t("card-range")) } dd { (view.words.number(lowest, decimals(lowest))) " … " (view.words.number(highest, decimals(highest))) }
            dt { (view.t("card-method")) } dd { (method(view, &card.method, card.method_version)) }
            dt { (view.t("card-references")) } dd { ul { @for reference in card.references.iter() { li { (reference) } } } }
        }
    }
}

/// A method in words, its version, its code.
pub fn method(view: &View<'_>, id: &str, version: u32) -> Markup {
    html! { (crate::parameters::method(&view.words, id, version)) " " (coded(id)) }
}

/// A code of the files, small behind its words.
pub fn coded(code: &str) -> Markup {
    html! { code class="code" { (code) } }
}

fn intervals(view: &View<'_>) -> Markup {
    let kinds = [
        IntervalKind::Sampling,
        IntervalKind::AmongAimaks,
        IntervalKind::YearToYear,
        IntervalKind::Parameter,
        IntervalKind::Model,
    ];
    html! {
        section aria-labelledby="intervals" {
            h2 id="intervals" { (view.t("methods-intervals")) }
            p { (view.t("methods-intervals-lead")) }
            ul {
                @for kind in kinds { li { (view.words.keyed("interval", kind.key())) } }
                li { (view.t("no-interval-census")) }
                li { (view.t("no-interval-too-few-units")) }
            }
        }
    }
}

fn designs(view: &View<'_>) -> Markup {
    html! {
        section aria-labelledby="designs" {
            h2 id="designs" { (view.t("methods-designs")) }
            p { (view.t("methods-designs-lead")) }
            p { (view.t("methods-designs-codes")) }
            ul { @for design in Design::ALL { li { (view.words.keyed("design", design.key())) " " (coded(design.code())) } } }
        }
    }
}

fn periods(view: &View<'_>) -> Markup {
    let bounds = |bounds: &PeriodBounds| match bounds {
        PeriodBounds::Absolute(Span { from, to }) => Message::new("methods-period-absolute")
            .with("from", view.words.date(PartialDate::Day(*from)))
            .with("to", view.words.date(PartialDate::Day(*to))),
        PeriodBounds::Relative {
            from_years,
            to_years,
        } => Message::new("methods-period-relative")
            .with("from", view.words.number(f64::from(*from_years), 0))
            .with("to", view.words.number(f64::from(*to_years), 0)),
    };
    html! {
        @if !view.release.periods.is_empty() {
            section aria-labelledby="periods" {
                h2 id="periods" { (view.t("methods-periods")) }
                dl class="codes" { @for period in &view.release.periods {
                    dt { (view.local(&period.name)) } dd { (view.words.message(&bounds(&period.bounds))) }
                } }
            }
        }
    }
}
