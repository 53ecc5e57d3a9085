//! In which order do the areas stand, and how far can that order be told?

use aimak_core::{Card, Finding, Message, Ranking, Subject, release::AimakProfile};
use maud::{Markup, html};

use super::{BASE, Shown, side_key, with_side};
use crate::{
    chart::ranking::{self, Group, Row},
    map::Map,
    page::parts,
    view::{View, in_focus},
};

/// Dots with intervals. With ranks of the release areas whose order cannot be told stand together; without them all stand by value.
pub(super) fn ranked(view: &View<'_>, card: &Card, map: &Map<'_>, shown: &[Shown<'_>]) -> Markup {
    let ranking = ranking_of(view, card);
    let groups = ranking.map_or_else(
        || vec![by_value(view, shown)],
        |ranking| by_tier(view, ranking, shown),
    );
    let rows = || groups.iter().flat_map(|group| &group.rows);
    if rows().next().is_none() {
        return html! {};
    }
    let title = view.t("chart-ranking");
    // one area has no order, and without lines nothing can overlap
    let lines = rows().filter(|row| row.mark.bounds.is_some()).count();
    let (description, note) = match (ranking, lines > 1) {
        (Some(_), _) => ("ranking-tiers-desc", Some("ranking-tiers-note")),
        (None, true) => ("chart-ranking-desc", Some("chart-ranking-note")),
        (None, false) => ("chart-ranking-desc-plain", None),
    };
    let words = ranking::Words {
        title: &format!("{title}: {}", view.local(&card.name)),
        description: &view.t(description),
        axis: &map.axis,
        places: &view.t("ranking-places"),
    };
    let number = super::number(view, map.is_change);
    html! {
        section aria-labelledby="ranking" {
            h2 id="ranking" { (title) }
            figure class="chart-figure" {
                figcaption { (map.title) }
                (ranking::draw(&groups, &words, map.is_change, &number))
                @if let Some(note) = note { p class="quiet" { (view.t(note)) } }
                (refused(view, shown))
                (side_key(view, shown))
                @if let Some(ranking) = ranking { (table(view, ranking)) }
            }
        }
    }
}

/// The ranks of the number that stands for the indicator, if the release has them.
fn ranking_of<'a>(view: &View<'a>, card: &Card) -> Option<&'a Ranking> {
    let fits = |ranking: &&Ranking| {
        ranking.indicator == card.id && in_focus(view.focus(card), &ranking.quantity)
    };
    let found = view.release.rankings.iter().find(fits)?;
    (found.places.len() > 1).then_some(found)
}

/// One group of all areas with a number, the highest first.
fn by_value(view: &View<'_>, shown: &[Shown<'_>]) -> Group {
    let row = |(aimak, finding): &Shown<'_>| row(view, aimak, (*finding)?, None);
    Group {
        heading: None,
        rows: shown.iter().filter_map(row).collect(),
    }
}

/// A group for each tier, and one of the areas that have a number and no rank.
fn by_tier(view: &View<'_>, ranking: &Ranking, shown: &[Shown<'_>]) -> Vec<Group> {
    let tiers = ranking.places.chunk_by(|a, b| a.tier == b.tier);
    let mut groups: Vec<Group> = tiers
        .map(|tier| {
            let rows = tier.iter().filter_map(|place| {
                let aimak = view.aimak(&place.aimak)?;
                let subject = Subject::Aimak(place.aimak.clone());
                let all = view.findings(&ranking.indicator, &subject).iter();
                let finding = all
                    .copied()
                    .find(|f| f.land == place.land && f.quantity == ranking.quantity)?;
                row(view, aimak, finding, Some(span(view, place.from, place.to)))
            });
            let rows: Vec<Row> = rows.collect();
            let number = tier.first().map_or(0, |place| place.tier);
            let id = if rows.len() == 1 {
                "ranking-tier-alone"
            } else {
                "ranking-tier"
            };
            let heading = Message::new(id).with("tier", number).with("n", rows.len());
            Group {
                heading: Some(view.words.message(&heading)),
                rows,
            }
        })
        .collect();
    let is_ranked = |aimak: &AimakProfile| ranking.places.iter().any(|p| p.aimak == aimak.code);
    let rest = shown.iter().filter(|(aimak, _)| !is_ranked(aimak));
    let rest: Vec<Row> = rest
        .filter_map(|(aimak, finding)| row(view, aimak, (*finding)?, Some("–".to_owned())))
        .collect();
    if !rest.is_empty() {
        groups.push(Group {
            heading: Some(view.t("ranking-without-rank")),
            rows: rest,
        });
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// The ranks an area may have: "3–7", or one.
fn span(view: &View<'_>, from: usize, to: usize) -> String {
    let number = |rank: usize| view.words.number(rank as f64, 0);
    if from == to {
        number(from)
    } else {
        format!("{}–{}", number(from), number(to))
    }
}

/// One row of the ranking; `None` without a number.
fn row(
    view: &View<'_>,
    aimak: &AimakProfile,
    finding: &Finding,
    places: Option<String>,
) -> Option<Row> {
    let label = view.local(&aimak.name).to_owned();
    let class = with_side(view, aimak, view.tone(finding));
    Some(Row {
        mark: parts::chart_mark(view, finding, label, &class)?,
        href: format!("{BASE}{}", parts::finding_path(view, aimak, Some(finding))),
        places,
    })
}

/// A chance in whole per cent; what rounds to certainty is told as nearly so.
fn percent(view: &View<'_>, chance: f64) -> String {
    let number = |share: f64| view.words.number(share, 0);
    match 100.0 * chance {
        share if share < 1.0 => format!("<\u{a0}{}\u{a0}%", number(1.0)),
        share if share > 99.0 => format!(">\u{a0}{}\u{a0}%", number(99.0)),
        share => format!("{}\u{a0}%", number(share)),
    }
}

/// The ranks as a table.
fn table(view: &View<'_>, ranking: &Ranking) -> Markup {
    let first = (ranking.first > 0).then(|| {
        let words = Message::new("ranking-among-first").with("n", ranking.first);
        view.words.message(&words)
    });
    html! {
        details class="twin" {
            summary { (view.t("chart-table")) }
            div class="scroll" tabindex="0" role="region" aria-label=(view.t("ranking-table")) {
                table class="stacked" {
                    thead { tr {
                        th scope="col" { (view.t("col-area")) }
                        th scope="col" class="num" { (view.t("ranking-rank")) }
                        th scope="col" class="num" { (view.t("ranking-places")) }
                        th scope="col" class="num" { (view.t("ranking-tier-column")) }
                        @if let Some(first) = &first { th scope="col" class="num" { (first) } }
                    } }
                    tbody { @for place in &ranking.places { tr {
                        th scope="row" { (view.aimak(&place.aimak).map_or(place.aimak.0.as_str(), |aimak| view.local(&aimak.name))) }
                        td class="num" data-label=(view.t("ranking-rank")) data-value=(place.rank) { (view.words.number(place.rank as f64, 0)) }
                        td class="num" data-label=(view.t("ranking-places")) data-lo=(place.from) data-hi=(place.to) { (span(view, place.from, place.to)) }
                        td class="num" data-label=(view.t("ranking-tier-column")) data-value=(place.tier) { (view.words.number(place.tier as f64, 0)) }
                        @if let Some((first, chance)) = first.as_ref().zip(place.among_first) {
                            td class="num" data-label=(first) data-value=(crate::wording::exact(chance)) { (percent(view, chance)) }
                        }
                    } } }
                }
            }
            p class="quiet" { (view.t("ranking-method")) @if first.is_some() { " " (view.t("ranking-among-first-method")) } }
        }
    }
}

/// Areas that have no number, by name; the reasons stand in the table.
fn refused(view: &View<'_>, shown: &[Shown<'_>]) -> Markup {
    let without = shown
        .iter()
        .filter(|(_, finding)| finding.is_none_or(|finding| finding.estimate().is_none()));
    let names: Vec<&str> = without.map(|(aimak, _)| view.local(&aimak.name)).collect();
    html! {
        @if !names.is_empty() {
            p class="refused" {
                span aria-hidden="true" { "○ " }
                (view.words.message(&Message::new("chart-ranking-refused").with("areas", names.join(", "))))
            }
        }
    }
}
