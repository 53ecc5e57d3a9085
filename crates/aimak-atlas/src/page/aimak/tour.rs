//! An aimak in at most eight cards, for a meeting in its village: read one by one on a phone, or printed on one sheet for a wall.

use std::collections::BTreeSet;

use aimak_core::{Card, Finding, Message, Outcome, Subject, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{BASE, headline, paper, place, profile, status};
use crate::{
    page::{Page, Room, aimak_path, choice::told_change, parts, tour_path},
    view::View,
};

/// Cards between the first, who lives there, and the last, what nobody knows.
const MOST_THEMES: usize = 6;

/// The page of an aimak's cards; `None` where no theme has a change to tell.
pub fn page(view: &View<'_>, aimak: &AimakProfile) -> Option<Page> {
    let told = told(view, aimak);
    if told.is_empty() {
        return None;
    }
    let mut cards = vec![first(view, aimak)];
    cards.extend(told.iter().map(|one| of_theme(view, aimak, *one)));
    cards.push(last(view, aimak, &told));
    let of = cards.len();
    let name = view.local(&aimak.name).to_owned();
    let title = Message::new("tour-title").with("name", name);
    let title = view.words.message(&title);
    let main = html! {
        div class="lead" {
            h1 { (title) }
            p class="lead-words" { (view.t("tour-lead")) " " a href={ (BASE) (aimak_path(&aimak.code)) } { (view.t("tour-all")) } }
        }
        ol class="tour" { @for (i, card) in cards.iter().enumerate() {
            li id={ "card-" (i + 1) } { (number(view, i + 1, of)) (card) (next(view, i + 1, of)) }
        } }
        (paper::foot(view, aimak))
    };
    Some(Page {
        path: tour_path(&aimak.code),
        title,
        room: Room::Map,
        main,
    })
}

/// The way to the cards, from the page of the aimak.
pub(super) fn link(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    html! {
        @if !told(view, aimak).is_empty() {
            p class="to-tour" { a href={ (BASE) (tour_path(&aimak.code)) } { (view.t("tour-link")) } }
        }
    }
}

/// A theme with the indicator that speaks for it.
type Told<'a> = (Theme, &'a Card, &'a Finding);

/// The first indicator with a change of each theme, in their order: never by result.
fn told<'a>(view: &View<'a>, aimak: &AimakProfile) -> Vec<Told<'a>> {
    let first = |theme: Theme| {
        let mut cards = view.release.cards.iter();
        cards.find_map(|card| {
            let change = (card.theme == theme).then(|| told_change(view, card, &aimak.code))??;
            Some((theme, card, change))
        })
    };
    let themes = Theme::ALL.into_iter();
    themes.filter_map(first).take(MOST_THEMES).collect()
}

fn number(view: &View<'_>, at: usize, of: usize) -> Markup {
    let words = Message::new("tour-card").with("n", at).with("all", of);
    html! { p class="tour-number" { (view.words.message(&words)) } }
}

fn next(view: &View<'_>, at: usize, of: usize) -> Markup {
    html! { @if at < of { p class="tour-next" { a href={ "#card-" (at + 1) } { (view.t("tour-next")) } } } }
}

fn first(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    html! {
        h2 { (view.t("tour-who")) }
        p { (status(view, aimak)) }
        div class="tour-who" { (profile::profile(view, aimak)) (place(view, aimak)) }
    }
}

fn of_theme(view: &View<'_>, aimak: &AimakProfile, (theme, card, finding): Told<'_>) -> Markup {
    let told = headline::spoken(view, aimak, card, finding);
    // states of more people than the change is of do not differ by the change: nobody on a wall could explain it
    let whom = headline::only_seen_twice(view, finding, &told.here);
    html! {
        h2 { (view.words.keyed("tour", theme.key())) }
        p class="tour-what" { (view.local(&card.name)) }
        (headline::number(view, finding))
        p class="told-verdict" { (parts::verdict_tag(view, finding)) span class="quiet" { " · " (view.land(finding)) @if let Some(whom) = &whom { " · " (whom) } } }
        @if whom.is_none() {
            (headline::picture(view, aimak, card, &told.here))
            @if let Some(states) = headline::states_told(view, finding, &told.here) { (states) }
        }
        (told.sentence)
        p class="tour-sure" { (view.t("tour-sure")) " " (parts::sure(view, told.by.evidence.confidence)) }
    }
}

/// What is not known, by indicator with its reason, and where everything stands.
fn last(view: &View<'_>, aimak: &AimakProfile, told: &[Told<'_>]) -> Markup {
    let subject = Subject::Aimak(aimak.code.clone());
    let known: BTreeSet<&str> = told.iter().map(|(_, card, _)| card.id.as_ref()).collect();
    let changes = view
        .release
        .cards
        .iter()
        .filter(|card| view.shows_change(card) && !known.contains(card.id.as_ref()));
    let unknown: Vec<(&Card, String)> = changes
        .filter_map(|card| match &view.headline(card, &aimak.code)?.outcome {
            Outcome::Withheld(withheld) => Some((card, view.reason(withheld))),
            Outcome::Estimated(_) => None,
        })
        .collect();
    let untold = view
        .release
        .cards
        .iter()
        .filter(|card| !view.findings(&card.id, &subject).is_empty())
        .count();
    html! {
        h2 { (view.t("tour-unknown")) }
        @if unknown.is_empty() {
            p { (view.t("tour-unknown-none")) }
        } @else {
            ul { @for (card, reason) in &unknown { li { strong { (view.local(&card.name)) } ": " (reason) } } }
        }
        p { (view.t("tour-interval")) }
        p { (view.words.message(&Message::new("tour-more").with("n", untold.saturating_sub(told.len())))) " "
            a href={ (BASE) (aimak_path(&aimak.code)) "#unknown" } { (view.t("tour-all")) } }
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::{Lang, Reason, Withheld};

    use super::*;
    use crate::sample;

    #[test]
    fn a_theme_is_told_by_its_first_indicator_and_what_is_missing_by_its_reason() {
        let mut release = sample::release("2026-1", false);
        let aimak = release.aimaks[0].clone();
        let cards = |release: &aimak_core::Release| {
            let view = View::of(release, Lang::En);
            page(&view, &aimak).map(|page| page.main.into_string())
        };
        let html = cards(&release).unwrap();
        let shown = html.matches("<li id=\"card-").count();
        assert!((3..=8).contains(&shown), "{shown}");
        assert!(
            html.contains(&format!("1 of {shown}")) && html.contains("What happened to the soil?")
        );
        let soil: Vec<String> = release
            .cards
            .iter()
            .filter(|card| card.theme == Theme::Soil)
            .map(|card| format!("<p class=\"tour-what\">{}</p>", card.name.en))
            .collect();
        let told: Vec<bool> = soil.iter().map(|name| html.contains(name)).collect();
        assert!(told[0] && !told[1..].contains(&true), "{soil:?} {told:?}");
        // nothing to tell of it any more: the card is gone, the reason stands among what is not known
        for finding in &mut release.findings {
            let card = release
                .cards
                .iter()
                .find(|card| card.id == finding.indicator);
            if card.is_some_and(|card| card.theme == Theme::Soil) {
                finding.outcome = Outcome::Withheld(Withheld::because(Reason::TooFewClusters));
            }
        }
        let left = cards(&release).unwrap_or_default();
        assert!(!left.contains("What happened to the soil?"), "{left}");
    }

    #[test]
    fn nothing_to_tell_is_no_page_and_no_link() {
        let mut release = sample::release("2026-1", false);
        release.findings.clear();
        let view = View::of(&release, Lang::Ky);
        let aimak = &view.release.aimaks[0];
        assert!(page(&view, aimak).is_none());
        assert!(link(&view, aimak).into_string().is_empty());
    }
}
