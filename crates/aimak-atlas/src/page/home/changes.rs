//! Every indicator, by theme: all organic aimaks together, and each by itself.

use aimak_core::{Card, Finding, Message, Quantity, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{indicator_path, parts};
use crate::page::about;
use crate::{
    chart::dot_interval,
    map,
    standing::Standing,
    view::{Verdict, View, verdict},
};

/// One block for each indicator, by theme; nothing where nothing was measured.
pub(super) fn section(view: &View<'_>) -> Markup {
    let of = |theme| -> Vec<&Card> {
        let cards = view.release.cards.iter();
        cards.filter(|card| card.theme == theme).collect()
    };
    html! {
        @if !view.release.cards.is_empty() {
            section class="home-list" aria-labelledby="changed" {
                h2 id="changed" { (view.t_scoped("home-all")) }
                p class="quiet" { (view.t_scoped("home-changed-hint")) }
                @for theme in Theme::ALL {
                    @let cards = of(theme);
                    @if !cards.is_empty() {
                        h3 class="theme" id={ "theme-" (theme.key()) } { (view.words.keyed("theme", theme.key())) }
                        ul class="changes" { @for card in cards { li { (change(view, card)) } } }
                    }
                }
            }
        }
    }
}

/// An indicator: all organic aimaks together, then each as a square.
fn change(view: &View<'_>, card: &Card) -> Markup {
    html! {
        p class="change-name" { a href=(indicator_path(&card.id)) { (view.local(&card.name)) } }
        @if let Some(Standing { finding, verdict, .. }) = view.standing(card) {
            p class="change-what quiet" { (view.t(headline_label(finding))) }
            div class="change-pooled" {
                @if let Some(mark) = parts::chart_mark(view, finding, view.local(&card.name).to_owned(), verdict.tone(card.better)) {
                    @let (lo, hi) = mark.bounds.unwrap_or((mark.value, mark.value));
                    (dot_interval::small(&mark, lo.abs().max(hi.abs()).max(mark.value.abs())))
                }
                div {
                    p { (parts::standing_tag(view, finding, verdict)) " " span class="quiet" { (about::linked(view, finding, "", &html! { (map::label(view, Some(finding))) })) } }
                    (parts::sample(view, finding))
                }
            }
        }
        (tally(view, card))
    }
}

/// Names the number for all organic aimaks together: the tally below it counts changes, and the two are not the same.
const fn headline_label(finding: &Finding) -> &'static str {
    match finding.quantity {
        Quantity::DifferenceOfChanges { .. } => "home-headline-difference",
        _ => "home-headline-change",
    }
}

/// One square for each area, organic ones where there are any; the words count them.
fn tally(view: &View<'_>, card: &Card) -> Markup {
    let change = view.shows_change(card);
    let only_organic = view.has_organic() && change;
    let shown: Vec<(&AimakProfile, Option<&Finding>)> = view
        .release
        .aimaks
        .iter()
        .filter(|aimak| !only_organic || aimak.organic_since.is_some())
        .map(|aimak| (aimak, view.headline(card, &aimak.code)))
        .collect();
    let of = |finding: Option<&Finding>| finding.map_or(Verdict::Withheld, verdict);
    let mut sorted = shown;
    sorted.sort_by_key(|(_, finding)| of(*finding));
    let kinds = [
        (Verdict::Rose, "tally-rose"),
        (Verdict::Fell, "tally-fell"),
        (Verdict::Seen, "tally-seen"),
        (Verdict::Uncertain, "tally-uncertain"),
        (Verdict::NoInterval, "tally-no-interval"),
        (Verdict::Assumed, "tally-assumed"),
        (Verdict::Value, "tally-measured"),
        (Verdict::Withheld, "tally-withheld"),
    ];
    let count = |kind: Verdict| {
        sorted
            .iter()
            .filter(|(_, finding)| of(*finding) == kind)
            .count()
    };
    html! {
        p class="tally" {
            span class="quiet" { (view.t(if only_organic { "home-tally-changes" } else { "tally-of-areas" })) } " "
            @if sorted.len() <= 60 { span class="squares" aria-hidden="true" {
                @for (_, finding) in &sorted { i class={ "square " (of(*finding).tone(card.better)) } {} }
            } " " }
            @for (kind, words) in kinds { @if count(kind) > 0 {
                span class="tally-item" { (tally_item(view, words, count(kind))) } " "
            } }
        }
    }
}

/// "rise: 8": a label and a count stand in every language, a count and a word would have to agree.
fn tally_item(view: &View<'_>, words: &str, n: usize) -> String {
    let item = Message::new("tally-item").with("what", view.t(words));
    view.words.message(&item.with("n", n))
}
