//! What changed, and how sure is it? The surest of each theme in a line, and what cannot be told.

use aimak_core::{Card, Message, Theme};
use maud::{Markup, html};

use super::{indicator_path, parts};
use crate::page::about;
use crate::{
    standing::Standing,
    view::{Verdict, View, is_signed},
};

/// The lines of the first screen of a project with organic aimaks.
pub(super) fn findings(view: &View<'_>) -> Markup {
    let cards = || view.release.cards.iter();
    let standings: Vec<Standing<'_>> = cards().filter_map(|card| view.standing(card)).collect();
    let lines: Vec<Line<'_>> = Theme::ALL
        .into_iter()
        .filter_map(|theme| Line::of(view, theme, &standings))
        .collect();
    let untold: Vec<&Card> = standings
        .iter()
        .filter(|standing| standing.verdict == Verdict::Uncertain)
        .map(|standing| standing.card)
        .collect();
    let without: Vec<&Card> = cards()
        .filter(|card| view.shows_change(card) && view.standing(card).is_none())
        .collect();
    html! {
        @if lines.is_empty() {
            p { (view.t(if standings.is_empty() { "home-no-pooled" } else { "home-nothing-stands-out" })) }
        } @else {
            (table(view, &lines))
        }
        (named(view, "≈", "home-cannot-tell", &untold))
        (named(view, "○", "home-without-pooled", &without))
    }
}

/// The surest finding of a theme.
struct Line<'a> {
    theme: Theme,
    standing: Standing<'a>,
    /// How many more of the theme have a change.
    more: usize,
}

impl<'a> Line<'a> {
    fn of(view: &View<'a>, theme: Theme, standings: &[Standing<'a>]) -> Option<Self> {
        let of_theme = standings.iter().filter(|one| one.card.theme == theme);
        let of_theme: Vec<Standing<'a>> = of_theme.copied().collect();
        let changed = of_theme.iter().filter(|one| one.is_change()).count();
        Some(Self {
            theme,
            standing: view.surest(&of_theme)?,
            more: changed.checked_sub(1)?,
        })
    }
}

fn table(view: &View<'_>, lines: &[Line<'_>]) -> Markup {
    html! {
        table class="surest" {
            thead { tr {
                th scope="col" { (view.t("home-col-what")) }
                th scope="col" class="num" { (view.t("home-col-by")) }
                th scope="col" { (view.t("home-col-sure")) }
            } }
            tbody { @for line in lines { (row(view, line)) } }
        }
    }
}

fn row(view: &View<'_>, line: &Line<'_>) -> Markup {
    let Standing {
        card,
        finding,
        verdict,
        confidence,
        ..
    } = line.standing;
    let signed = is_signed(finding);
    html! {
        tr {
            th scope="row" {
                p class="surest-theme" {
                    a href={ "#theme-" (line.theme.key()) } {
                        (view.words.keyed("theme", line.theme.key()))
                        @if line.more > 0 { " " span class="more" { (view.words.message(&Message::new("home-more").with("n", line.more))) } }
                    }
                }
                p class="surest-what" { a href=(indicator_path(&card.id)) { (view.local(&card.name)) } }
                p { (parts::standing_tag(view, finding, verdict)) }
            }
            td class="num surest-number" {
                @if let Some(estimate) = finding.estimate() {
                    @let figure = html! { (view.bare(estimate.value, estimate.unit, signed)) };
                    span class="value" { (about::linked(view, finding, "", &figure)) }
                    " " span class="unit" { (view.unit_after_number(estimate.unit, signed)) }
                    " " span class="interval" { (view.interval_short(estimate, signed)) }
                }
            }
            td class="surest-sure" { (parts::sure(view, confidence)) }
        }
    }
}

/// A list of indicators in a sentence; nothing where there are none.
fn named(view: &View<'_>, sign: &str, id: &str, cards: &[&Card]) -> Markup {
    html! {
        @if !cards.is_empty() {
            p class="untold" {
                span class="sign" aria-hidden="true" { (sign) } " "
                strong { (view.t(id)) } " "
                @for (i, card) in cards.iter().enumerate() {
                    @if i > 0 { ", " }
                    a href=(indicator_path(&card.id)) { (view.local(&card.name)) }
                }
            }
        }
    }
}
