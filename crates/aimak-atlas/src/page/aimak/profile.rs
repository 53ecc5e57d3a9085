//! Who lives there: names, area, declared figures.

use std::collections::BTreeSet;

use aimak_core::{Message, PartialDate, ProfileValue, release::AimakProfile};
use maud::{Markup, html};

use crate::view::View;

/// Figures in the profile that have a name of their own, in this order; others follow.
const KNOWN_FIELDS: [&str; 5] = ["people", "farmers", "women_led", "hectares", "eco_schools"];

/// The profile as a list of terms.
pub(super) fn profile(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let hectares = |value: f64| {
        view.words
            .message(&Message::new("hectares").with("value", view.words.number(value, 0)))
    };
    let names: BTreeSet<&str> = [&aimak.name.ky, &aimak.name.ru, &aimak.name.en]
        .map(AsRef::as_ref)
        .into_iter()
        .filter(|n| !n.is_empty())
        .collect();
    let line = |id: &str, words: Markup| html! { dt { (view.t(id)) } dd { (words) } };
    let date = |date: PartialDate| view.words.date(date);
    html! {
        dl class="profile" {
            (line("aimak-names", html! { @for (i, name) in names.iter().enumerate() { @if i > 0 { " · " } (name) } }))
            @if !aimak.aliases.is_empty() { (line("aimak-aliases", html! { (aimak.aliases.join(", ")) })) }
            @if let Some(since) = aimak.organic_since { (line("aimak-organic-since", html! { (date(since)) })) }
            (line("aimak-area", html! { data value=(aimak.area_ha) data-value=(crate::wording::exact(aimak.area_ha)) { (hectares(aimak.area_ha)) } }))
            @if let Some(organic) = aimak.organic_ha {
                (line("aimak-organic-land", html! { data value=(organic) data-value=(crate::wording::exact(organic)) { (hectares(organic)) } }))
            } @else if aimak.organic_since.is_some() {
                (line("aimak-organic-land", html! { (view.t("share-unknown")) }))
            }
            @for field in KNOWN_FIELDS { @if let Some(value) = aimak.profile.get(field) { (field_line(view, field, value)) } }
            @for (field, value) in aimak.profile.iter().filter(|(field, _)| !KNOWN_FIELDS.contains(&field.as_str())) {
                (field_line(view, field, value))
            }
            @if let Some(from) = aimak.valid_from { (line("aimak-valid-from", html! { (date(from)) })) }
            @if let Some(to) = aimak.valid_to { (line("aimak-valid-to", html! { (date(to)) })) }
            @if !aimak.predecessors.is_empty() {
                (line("aimak-predecessors", html! { @for code in &aimak.predecessors {
                    (view.aimak(code).map_or(code.0.as_str(), |found| view.local(&found.name))) " "
                } }))
            }
        }
        @if aimak.valid_to.is_some() || !aimak.predecessors.is_empty() { p class="quiet" { (view.t("aimak-unit-note")) } }
    }
}

/// A declared figure.
fn field_line(view: &View<'_>, field: &str, value: &ProfileValue) -> Markup {
    let label = view.profile_field(field);
    let words = match value {
        ProfileValue::Flag(true) => view.t("answer-yes"),
        ProfileValue::Flag(false) => view.t("answer-no"),
        ProfileValue::Number(number) => view
            .words
            .number(*number, usize::from(number.fract() != 0.0)),
        ProfileValue::Text(text) => text.clone(),
        ProfileValue::Suppressed { fewer_than } => view
            .words
            .message(&Message::new("profile-suppressed").with("n", *fewer_than)),
    };
    html! { dt { (label) } dd { (words) } }
}
