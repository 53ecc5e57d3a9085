//! How do the values of the areas spread, organic and comparison areas apart?

use aimak_core::{Card, Message};
use maud::{Markup, html};

use super::{Shown, with_side};
use crate::{
    chart::{
        Mark,
        distribution::{self, Group},
    },
    map::Map,
    page::parts,
    view::{Focus, View},
};

/// With fewer areas than this nothing spreads.
const FEWEST: usize = 4;

/// A dot for each area; nothing where there are few.
pub(super) fn spread(view: &View<'_>, card: &Card, map: &Map<'_>, shown: &[Shown<'_>]) -> Markup {
    let groups = groups(view, shown);
    if groups.iter().map(|group| group.marks.len()).sum::<usize>() < FEWEST {
        return html! {};
    }
    let title = view.t("spread-title");
    let named = format!("{title}: {}", view.local(&card.name));
    let words = (named.as_str(), view.t("spread-desc"), map.axis.as_str());
    let number = super::number(view, map.is_change);
    // terrain has no cause in farming, and what is assumed was not seen
    let of_causes = groups.len() > 1 && *view.focus(card) != Focus::Timeless && !view.assumes(card);
    html! {
        section aria-labelledby="spread" {
            h2 id="spread" { (title) }
            figure class="chart-figure" {
                figcaption { (map.title) }
                (distribution::draw(&groups, (words.0, &words.1, words.2), map.is_change, &number))
                p class="quiet" { (view.t(if of_causes { "spread-note" } else { "spread-note-one" })) }
            }
        }
    }
}

/// Organic areas, then the others; kinds without a number are left out.
fn groups(view: &View<'_>, shown: &[Shown<'_>]) -> Vec<Group> {
    let of = |organic: bool, id: &str| {
        let here = shown
            .iter()
            .filter(|(aimak, _)| aimak.organic_since.is_some() == organic);
        let marks: Vec<Mark> = here
            .filter_map(|(aimak, finding)| {
                let finding = (*finding)?;
                let class = with_side(view, aimak, view.tone(finding));
                parts::chart_mark(view, finding, view.local(&aimak.name).to_owned(), &class)
            })
            .collect();
        let label = Message::new("spread-group")
            .with("what", view.t(id))
            .with("n", marks.len());
        Group {
            label: view.words.message(&label),
            marks,
        }
    };
    let others = if view.has_organic() {
        "home-areas-comparison"
    } else {
        "home-areas-all"
    };
    let groups = [of(true, "home-areas-organic"), of(false, others)];
    groups
        .into_iter()
        .filter(|group| !group.marks.is_empty())
        .collect()
}
