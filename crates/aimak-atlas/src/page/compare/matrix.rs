//! Every aimak and every indicator at the head, as signs and numbers.

use aimak_core::{Card, Finding, Outcome, Theme, release::AimakProfile};
use maud::{Markup, html};

use super::{Columns, key};
use crate::{
    page::{
        home,
        parts::{finding_path, name_key, sign},
    },
    view::{View, is_signed},
    wording::exact,
};

/// The table: themes over indicators, aimaks in groups, so that sorting stays inside a group.
pub(super) fn matrix(view: &View<'_>, columns: &Columns<'_>) -> Markup {
    let themes = themes(columns);
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(view.t("compare-matrix")) {
            table class="sortable matrix" {
                thead {
                    tr class="matrix-themes" {
                        td {}
                        @for (theme, width) in &themes { th scope="colgroup" colspan=(width) { (view.words.keyed("theme", theme.key())) } }
                    }
                    tr {
                        th scope="col" data-sort="text" { (view.t("col-area")) }
                        @for card in &columns.cards {
                            th scope="col" class="num" data-sort="number" { (view.local(&card.name)) ", " span class="unit" { (view.symbol(card.unit, columns.are_changes)) } }
                        }
                    }
                }
                @for (heading, aimaks) in home::groups(view) {
                    // a row alone in its body stays where it is when the others are sorted
                    tbody class="group" { tr { th scope="rowgroup" colspan=(columns.cards.len() + 1) { (heading) } } }
                    tbody { @for aimak in aimaks { (row(view, columns, aimak)) } }
                }
            }
        }
    }
}

/// Themes in the order of their indicators, each with how many it has here.
fn themes(columns: &Columns<'_>) -> Vec<(Theme, usize)> {
    let mut themes: Vec<(Theme, usize)> = Vec::new();
    for card in &columns.cards {
        match themes.last_mut() {
            Some((theme, width)) if *theme == card.theme => *width += 1,
            _ => themes.push((card.theme, 1)),
        }
    }
    themes
}

fn row(view: &View<'_>, columns: &Columns<'_>, aimak: &AimakProfile) -> Markup {
    let name = view.local(&aimak.name);
    html! {
        tr id=(key(&aimak.code)) {
            th scope="row" data-value=(name_key(name)) { a href=(finding_path(view, aimak, None)) { (name) } }
            @for card in &columns.cards { (cell(view, aimak, card)) }
        }
    }
}

/// Sign and number; interval and verdict are told to whoever points at it, and to whoever listens.
fn cell(view: &View<'_>, aimak: &AimakProfile, card: &Card) -> Markup {
    let Some(finding) = view.headline(card, &aimak.code) else {
        return html! { td class="num empty" { "–" span class="visually-hidden" { " " (view.t("legend-none")) } } };
    };
    let href = finding_path(view, aimak, Some(finding));
    match &finding.outcome {
        Outcome::Withheld(withheld) => html! {
            td class="num withheld" { a href=(href) title=(view.reason(withheld)) {
                span aria-hidden="true" { "○" } span class="visually-hidden" { (view.t("verdict-withheld")) }
            } }
        },
        Outcome::Estimated(estimate) => {
            let change = is_signed(finding);
            html! {
                td class={ "num " (view.tone(finding)) } data-value=(exact(estimate.value)) {
                    a href=(href) title=(told(view, finding)) {
                        span aria-hidden="true" { (sign(finding)) } "\u{a0}" (view.bare(estimate.value, estimate.unit, change))
                        span class="visually-hidden" { " " (view.verdict_words(finding)) }
                    }
                }
            }
        }
    }
}

/// Interval and land in words.
fn told(view: &View<'_>, finding: &Finding) -> String {
    let interval = finding
        .estimate()
        .map(|estimate| view.interval(estimate, is_signed(finding)));
    let parts = [interval, Some(view.land(finding))];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What the signs of the table mean.
pub(super) fn legend(view: &View<'_>) -> Markup {
    let signs = [
        ("▲ ▼", "compare-sign-told"),
        ("△ ▽", "compare-sign-seen"),
        ("≈", "compare-sign-uncertain"),
        ("•", "compare-sign-value"),
        ("○", "compare-sign-withheld"),
    ];
    html! {
        dl class="signs" { @for (sign, id) in signs { div { dt { (sign) } dd { (view.t(id)) } } } }
    }
}
