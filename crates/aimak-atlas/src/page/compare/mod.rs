//! Aimaks side by side: every one in a table of signs and numbers; with a script, two to four of them on common scales.

mod data;
mod matrix;

use aimak_core::{AimakCode, Card, Finding, Message, release::AimakProfile};
use maud::{Markup, html};

pub use self::data::{script, script_path};
use super::{
    Page, Room,
    choice::{MOST, chosen, told_change},
};
use crate::view::View;

/// The page, below the folder of the language.
pub const PATH: &str = "compare.html";

/// How many can be chosen.
const PLACES: usize = 4;

/// True where there are two aimaks or more, and something to compare.
pub fn is_worth_it(view: &View<'_>) -> bool {
    let measured = |card: &Card| {
        let mut aimaks = view.release.aimaks.iter();
        aimaks.any(|aimak| number(view, card, aimak).is_some())
    };
    view.release.aimaks.len() > 1 && view.release.cards.iter().any(measured)
}

/// Names an aimak in addresses.
pub fn key(code: &AimakCode) -> String {
    super::file_name(&code.0)
}

/// The page; none where there is nothing to compare.
pub fn page(view: &View<'_>) -> Option<Page> {
    let columns = Columns::of(view);
    if !is_worth_it(view) {
        return None;
    }
    let title = view.t_scoped("compare-title");
    let rule = if columns.are_changes {
        "compare-rule"
    } else {
        "compare-rule-plain"
    };
    let rule = Message::new(rule).with("most", MOST);
    let main = html! {
        div class="lead" {
            h1 { (title) }
            p class="lead-words" { (view.t_scoped("compare-lead")) }
        }
        (chooser(view))
        section class="matrix-section" aria-labelledby="matrix" {
            h2 id="matrix" { (view.t_scoped("compare-matrix")) }
            p class="quiet" { (view.words.message(&rule)) }
            (matrix::matrix(view, &columns))
            (matrix::legend(view))
        }
    };
    Some(Page {
        path: PATH.into(),
        title,
        room: Room::Compare,
        main,
    })
}

/// What is compared: the indicators at the head, chosen over all aimaks.
struct Columns<'a> {
    cards: Vec<&'a Card>,
    are_changes: bool,
}

impl<'a> Columns<'a> {
    /// Changes where any aimak has one; what was measured where there is no before and after.
    fn of(view: &View<'a>) -> Self {
        let any = |told: &dyn Fn(&Card, &AimakProfile) -> bool| -> Vec<&'a Card> {
            let cards = view.release.cards.iter();
            chosen(cards.filter(|card| view.release.aimaks.iter().any(|aimak| told(card, aimak))))
        };
        let changed = any(&|card, aimak| told_change(view, card, &aimak.code).is_some());
        if changed.is_empty() {
            let cards = any(&|card, aimak| number(view, card, aimak).is_some());
            return Self {
                cards,
                are_changes: false,
            };
        }
        Self {
            cards: changed,
            are_changes: true,
        }
    }
}

/// The finding that stands for an indicator in an aimak, if it has a number.
fn number<'a>(view: &View<'a>, card: &Card, aimak: &AimakProfile) -> Option<&'a Finding> {
    let finding = view.headline(card, &aimak.code);
    finding.filter(|finding| finding.estimate().is_some())
}

/// Fields to choose aimaks with, and the place where the script puts them side by side.
fn chooser(view: &View<'_>) -> Markup {
    let groups = super::home::groups(view);
    let label = if view.has_organic() {
        "compare-place"
    } else {
        "compare-place-plain"
    };
    html! {
        section class="compare needs-js" hidden aria-labelledby="side-by-side" data-compare={ "../" (script_path(view.lang())) } {
            h2 id="side-by-side" { (view.t("compare-side-by-side")) }
            div class="compare-choice" {
                @for place in 1..=PLACES {
                    @let label = Message::new(label).with("place", place);
                    label { span { (view.words.message(&label)) }
                        select data-place=(place) autocomplete="off" {
                            option value="" { (view.t("compare-nobody")) }
                            @for (heading, aimaks) in &groups {
                                optgroup label=(heading) {
                                    @for aimak in aimaks { option value=(key(&aimak.code)) { (view.local(&aimak.name)) } }
                                }
                            }
                        }
                    }
                }
            }
            p class="compare-said quiet" role="status" { (view.t_scoped("compare-choose")) }
            div class="compare-result" {}
        }
    }
}
