//! Which colours are there, and which looks of certainty?

use aimak_core::Direction;
use maud::{Markup, html};

use crate::{
    colour::{self, BLANK},
    map::legend,
    view::View,
};

/// Colours of the sheet by their role; the style sheet knows their values.
const ROLES: [&str; 12] = [
    "paper",
    "sheet",
    "ink",
    "soft",
    "line",
    "faint",
    "accent",
    "organic",
    "untreated",
    "whole",
    "gain",
    "setback",
];

/// Roles, and the schemes of data.
pub(super) fn colours(view: &View<'_>) -> Markup {
    let change = colour::diverging(&[1.0], Direction::Higher, 0.1);
    let state = colour::sequential(&[0.0, 6.0], 0.1);
    let limits = colour::between(&[1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
    html! {
        ul class="palette" { @for role in ROLES {
            li class={ "role-" (role) } { span class="patch" {} (view.t(&format!("components-role-{role}"))) code { "--" (role) } }
        } }
        @for (scheme, words) in [(change, "components-scheme-change"), (state, "components-scheme-state"), (limits, "components-scheme-limits")] {
            p class="scheme" {
                svg class="ramp" viewBox={ "0 0 " (scheme.classes.len() * 30) " 16" } width=(scheme.classes.len() * 30) height="16" aria-hidden="true" {
                    @for (i, class) in scheme.classes.iter().enumerate() { rect x=(i * 30) y="0" width="30" height="16" fill=(class.fill) {} }
                }
                span { (view.t(words)) } " " span class="quiet" { (scheme.name) }
            }
        }
    }
}

/// Every look of a map with its words.
pub(super) fn looks(view: &View<'_>) -> Markup {
    let fill = colour::diverging(&[1.0], Direction::Higher, 0.1).fill(0.6);
    let looks = [
        ("robust", fill, "components-look-robust"),
        ("uncertain", fill, "legend-uncertain"),
        ("no_interval", fill, "legend-no-interval"),
        ("withheld", BLANK, "legend-withheld"),
        ("none", BLANK, "legend-none"),
        ("organic", BLANK, "legend-organic"),
    ];
    html! {
        table class="legend" { tbody { @for (look, fill, words) in looks {
            tr { td { (legend::swatch(look, fill)) } td { (view.t(words)) } }
        } } }
    }
}
