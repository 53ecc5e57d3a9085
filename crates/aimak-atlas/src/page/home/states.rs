//! What was measured where nothing is compared: the lowest and the highest area of each theme's first indicator.

use aimak_core::{Card, Finding, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{aimak_path, indicator_path};
use crate::view::{View, is_signed};

/// The lines of the first screen of a project without organic aimaks.
pub(super) fn states(view: &View<'_>) -> Markup {
    let lines: Vec<Line<'_>> = Theme::ALL
        .into_iter()
        .filter_map(|theme| Line::of(view, theme))
        .collect();
    html! {
        table class="surest states" {
            thead { tr {
                th scope="col" { (view.t("col-indicator")) }
                th scope="col" { (view.t("home-col-lowest")) }
                th scope="col" { (view.t("home-col-highest")) }
            } }
            tbody { @for line in &lines { (row(view, line)) } }
        }
    }
}

type Area<'a> = (&'a AimakProfile, &'a Finding);

/// An indicator and two of its areas.
struct Line<'a> {
    theme: Theme,
    card: &'a Card,
    lowest: Area<'a>,
    highest: Area<'a>,
}

impl<'a> Line<'a> {
    fn of(view: &View<'a>, theme: Theme) -> Option<Self> {
        let mut cards = view.release.cards.iter().filter(|card| card.theme == theme);
        cards.find_map(|card| {
            let areas = view.release.aimaks.iter();
            let mut known: Vec<(f64, Area<'a>)> = areas
                .filter_map(|aimak| {
                    let finding = view.headline(card, &aimak.code)?;
                    Some((finding.estimate()?.value, (aimak, finding)))
                })
                .collect();
            known.sort_by(|a, b| a.0.total_cmp(&b.0));
            Some(Self {
                theme,
                card,
                lowest: known.first()?.1,
                highest: known.last()?.1,
            })
        })
    }
}

fn row(view: &View<'_>, line: &Line<'_>) -> Markup {
    html! {
        tr {
            th scope="row" {
                p class="surest-theme" { a href={ "#theme-" (line.theme.key()) } { (view.words.keyed("theme", line.theme.key())) } }
                p class="surest-what" { a href=(indicator_path(&line.card.id)) { (view.local(&line.card.name)) } }
                p class="quiet" { (view.quantity_of(line.lowest.1)) }
            }
            @for (label, (aimak, finding)) in [("home-col-lowest", line.lowest), ("home-col-highest", line.highest)] {
                td data-label=(view.t(label)) {
                    @if let Some(estimate) = finding.estimate() {
                        span class="value" { (view.amount(estimate.value, estimate.unit, is_signed(finding))) }
                    }
                    " " a href=(aimak_path(&aimak.code)) { (view.local(&aimak.name)) }
                }
            }
        }
    }
}
