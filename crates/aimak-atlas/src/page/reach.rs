//! Where else might the findings hold? Aimaks that are not organic, likened to those that the evidence rests on.

use aimak_core::{AimakCode, Candidate, Characteristic, Message, Reach, Resemblance};
use maud::{Markup, html};

use super::{Page, Room, aimak_path};
use crate::{map, texts::inside_sentence, view::View, wording::exact};

/// Path of the page below the folder of the language.
pub const PATH: &str = "reach.html";

/// The page; `None` where the release likens nobody.
pub fn page(view: &View<'_>) -> Option<Page> {
    let reach = view.release.reach.as_ref()?;
    let title = view.t("reach-title");
    let told = Told { view, reach };
    let main = html! {
        div class="lead" { h1 { (title) } (told.lead()) }
        @if reach.refused.is_none() {
            (map::reach(view, reach, &|candidate| told.place(candidate), ""))
            (told.table())
            section aria-labelledby="method" {
                h2 id="method" { (view.t("reach-method")) }
                p { (view.t("reach-method-words")) }
            }
        }
        p { a href=(super::effects::PATH) { (view.t("nav-effects")) } }
    };
    Some(Page {
        path: PATH.into(),
        title,
        room: Room::Effects,
        main,
    })
}

/// The way to the page; nothing where there is none.
pub fn link(view: &View<'_>) -> Markup {
    html! { @if view.release.reach.is_some() { p { a href=(PATH) { (view.t("reach-link")) } } } }
}

/// The reach of a release, in words.
struct Told<'a> {
    view: &'a View<'a>,
    reach: &'a Reach,
}

impl Told<'_> {
    /// What the evidence rests on, how many lie inside, and that this is no promise.
    fn lead(&self) -> Markup {
        let (view, reach) = (self.view, self.reach);
        if let Some(refused) = &reach.refused {
            return html! { p class="refused" { (view.t("reach-refused")) " " (view.reason(refused)) } };
        }
        let names = reach.characteristics.iter().map(|one| self.name(&one.id));
        let lead = Message::new("reach-lead")
            .with("n", reach.base.len())
            .with("what", names.collect::<Vec<_>>().join(", "));
        let found = || {
            reach
                .candidates
                .iter()
                .filter_map(|one| one.resemblance.as_ref())
        };
        let outside = found().filter(|one| !one.outside.is_empty()).count();
        let counts = Message::new("reach-counts")
            .with("all", found().count())
            .with("inside", found().count() - outside)
            .with("outside", outside);
        let unknown = reach.candidates.len() - found().count();
        html! {
            p class="lead-words" { (view.words.message(&lead)) }
            p { (view.words.message(&counts)) " "
                @if unknown > 0 { (view.words.message(&Message::new("reach-counts-unknown").with("n", unknown))) }
            }
            p class="quiet" { (view.t("reach-caution")) }
        }
    }

    fn table(&self) -> Markup {
        let view = self.view;
        html! {
            section aria-labelledby="others" {
                h2 id="others" { (view.t("reach-table")) }
                div class="scroll" tabindex="0" role="region" aria-label=(view.t("reach-table")) { table class="stacked" {
                    thead { tr {
                        th scope="col" { (view.t("col-area")) }
                        th scope="col" class="num" { (view.t("reach-column-similarity")) }
                        th scope="col" { (view.t("reach-column-where")) }
                    } }
                    tbody { @for candidate in &self.reach.candidates { tr {
                        th scope="row" { a href=(aimak_path(&candidate.aimak)) { (self.aimak(&candidate.aimak)) } }
                        @match &candidate.resemblance {
                            Some(found) => { td class="num" data-label=(view.t("reach-column-similarity")) data-value=(exact(found.similarity)) { (view.words.number(found.similarity, 0)) } }
                            None => { td class="num" data-label=(view.t("reach-column-similarity")) { "–" } }
                        }
                        td data-label=(view.t("reach-column-where")) { (self.place(candidate)) }
                    } } }
                } }
            }
        }
    }

    /// Where a candidate stands, with the values that decide it.
    fn place(&self, candidate: &Candidate) -> String {
        let list = |ids: &[String], of: &dyn Fn(&String) -> String| {
            let parts: Vec<String> = ids.iter().map(of).collect();
            parts.join("; ")
        };
        let (id, what) = match &candidate.resemblance {
            None => (
                "reach-not-known",
                list(&candidate.unknown, &|id| self.name(id)),
            ),
            Some(found) if found.outside.is_empty() => (
                "reach-inside",
                self.against_range(found, &found.least_alike),
            ),
            Some(found) => (
                "reach-outside",
                list(&found.outside, &|id| self.against_range(found, id)),
            ),
        };
        self.view
            .words
            .message(&Message::new(id).with("what", what))
    }

    /// "slope 28.1 % (organic: 5.2 to 21.3)".
    fn against_range(&self, found: &Resemblance, id: &str) -> String {
        let known = self.reach.characteristics.iter().zip(&found.values);
        let Some((Characteristic { least, most, .. }, value)) =
            known.into_iter().find(|(one, _)| one.id == id)
        else {
            return self.name(id);
        };
        let bare = |value: f64| match self.view.card(id) {
            Some(card) => self.view.bare(value, card.unit, false),
            None => self
                .view
                .words
                .number(value, usize::from(value.fract() != 0.0)),
        };
        let value = match self.view.card(id) {
            Some(card) => self.view.amount(*value, card.unit, false),
            None => bare(*value),
        };
        let range = Message::new("reach-range")
            .with("what", format!("{} {value}", self.name(id)))
            .with("least", bare(*least))
            .with("most", bare(*most));
        self.view.words.message(&range)
    }

    /// Name of a characteristic inside a sentence.
    fn name(&self, id: &str) -> String {
        let card = self.view.card(id).map(|card| self.view.local(&card.name));
        let name = card.map_or_else(|| self.view.profile_field(id), str::to_owned);
        inside_sentence(&name)
    }

    fn aimak(&self, code: &AimakCode) -> String {
        let known = self.view.aimak(code);
        known.map_or_else(
            || code.0.clone(),
            |aimak| self.view.local(&aimak.name).to_owned(),
        )
    }
}
