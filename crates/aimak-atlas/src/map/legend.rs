//! What do the colours and patterns mean?

use maud::{Markup, html};

use super::{Area, Map};
use crate::{
    colour::{BLANK, Class, Scheme},
    view::View,
};
use aimak_core::Message;

/// With fewer areas than this a legend of classes says less than the values themselves.
const FEW: usize = 4;

impl Map<'_> {
    /// Colours, meanings, counts; the values themselves where there are few.
    pub fn legend(&self, view: &View<'_>) -> Markup {
        let with_number = self.areas.iter().filter(|area| area.class.is_some());
        let few = with_number.clone().count() < FEW;
        html! {
            table class="legend" {
                caption { (view.t("legend-title")) ", " (view.symbol(self.card.unit, self.is_change)) }
                thead { tr {
                    th scope="col" { (view.t("legend-colour")) }
                    th scope="col" { (view.t("legend-meaning")) }
                    @if !few { th scope="col" class="num" { (view.t("legend-areas")) } }
                } }
                tbody {
                    @if few {
                        @for area in with_number { (row(&swatch(area.look, area.fill), &named(view, area), None)) }
                    } @else {
                        @for (i, class) in self.scheme.classes.iter().enumerate().rev() {
                            (row(&swatch("robust", class.fill), &self.class_words(view, class), Some(self.in_class(i))))
                        }
                    }
                    (self.looks(view, few))
                }
            }
            p class="quiet small-print" { (view.words.message(&Message::new("legend-source").with("scheme", self.scheme.name))) }
        }
    }

    /// Number of areas in a class.
    pub(super) fn in_class(&self, class: usize) -> usize {
        let areas = self.areas.iter();
        areas.filter(|area| area.class == Some(class)).count()
    }

    /// One row for each look; hatching and dots stand there wherever they may occur, others where they do.
    fn looks(&self, view: &View<'_>, few: bool) -> Markup {
        let organic = self
            .areas
            .iter()
            .filter(|area| area.aimak.organic_since.is_some())
            .count();
        let count = |look: &str| self.areas.iter().filter(|area| area.look == look).count();
        let rows = [
            (
                "uncertain",
                "#c7eae5",
                if self.assumed {
                    "legend-assumed"
                } else {
                    "legend-uncertain"
                },
                count("uncertain"),
                self.is_change && !few,
            ),
            (
                "no_interval",
                "#c7eae5",
                "legend-no-interval",
                count("no_interval"),
                false,
            ),
            (
                "withheld",
                BLANK,
                "legend-withheld",
                count("withheld"),
                !few,
            ),
            ("none", BLANK, "legend-none", count("none"), false),
            ("organic", BLANK, "legend-organic", organic, false),
        ];
        html! {
            @for (look, fill, words, count, always) in rows {
                @if always || count > 0 { (row(&swatch(look, fill), &view.t(words), (!few).then_some(count))) }
            }
        }
    }

    /// Limits of a class in words.
    pub(super) fn class_words(&self, view: &View<'_>, class: &Class) -> String {
        limits(view, &self.scheme, class, self.is_change)
    }
}

/// Limits of a class in words.
pub fn limits(view: &View<'_>, scheme: &Scheme, class: &Class, is_change: bool) -> String {
    let number = |value: f64| {
        if is_change {
            view.words.signed(value, scheme.decimals)
        } else {
            view.words.number(value, scheme.decimals)
        }
    };
    view.words.message(&match (class.lo, class.hi) {
        (Some(lo), Some(hi)) => Message::new("legend-range")
            .with("lo", number(lo))
            .with("hi", number(hi)),
        (None, Some(hi)) => Message::new("legend-below").with("hi", number(hi)),
        (Some(lo), None) => Message::new("legend-above").with("lo", number(lo)),
        (None, None) => return String::new(),
    })
}

pub(super) fn row(swatch: &Markup, words: &str, count: Option<usize>) -> Markup {
    html! {
        // where room is short, a class that holds no area may step back
        tr class=[(count == Some(0)).then_some("unused")] { td { (swatch) } td { (words) } @if let Some(count) = count { td class="num" { (count) } } }
    }
}

/// Name and value of one area.
fn named(view: &View<'_>, area: &Area<'_>) -> String {
    format!("{}: {}", view.local(&area.aimak.name), area.label)
}

/// A sample of a look; patterns are drawn piece by piece because ids must not repeat in a page.
pub fn swatch(look: &str, fill: &str) -> Markup {
    html! {
        svg class={ "swatch " (look) } viewBox="-3 -3 34 22" width="34" height="22" aria-hidden="true" {
            rect class={ "area " (look) } x="1" y="1" width="26" height="14" fill=(fill) {}
            @if look == "uncertain" {
                @for x in [4, 10, 16] { line class="hatch-line" x1=(x) y1="14" x2=(x + 9) y2="2" {} }
            }
            @if look == "no_interval" {
                @for (x, y) in [(6, 5), (14, 5), (22, 5), (10, 11), (18, 11)] { circle class="stipple-dot" cx=(x) cy=(y) r="1.3" {} }
            }
        }
    }
}
