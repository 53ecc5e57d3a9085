//! What nobody knows of an aimak, and why.

use std::collections::BTreeMap;

use aimak_core::{Finding, Land, Outcome, Quantity, Reason, Subject, Withheld};
use maud::{Markup, html};

use crate::view::View;

/// One reason: everything that is missing because of it, of all indicators that lack the same.
struct Gap<'a> {
    indicators: Vec<&'a str>,
    reason: String,
    /// What is missing and on which lands, in order of the release.
    missing: Vec<(Missing, Vec<Land>)>,
}

/// A figure that is missing: dates of a series stand together, each with its details where these differ.
#[derive(PartialEq)]
enum Missing {
    Dates(Vec<String>),
    Figure(String),
}

/// Every figure that was refused, named; indicators that lack the same for the same reason share a line.
pub(super) fn unknown(view: &View<'_>, subject: &Subject) -> Markup {
    let gaps = gaps(view, subject);
    html! {
        section class="unknown" aria-labelledby="unknown" {
            h2 id="unknown" { (view.t("aimak-unknown")) }
            @if view.release.cards.is_empty() {
                p { (view.t("nothing-measured")) }
            } @else if gaps.is_empty() {
                p { (view.t("aimak-unknown-none")) }
            } @else {
                ul { @for gap in &gaps { li {
                    strong { (gap.indicators.join(", ")) } " – " (gap.reason) ". " (view.t("unknown-missing")) " "
                    @for (i, (missing, lands)) in gap.missing.iter().enumerate() {
                        @if i > 0 { "; " }
                        (words(view, missing)) " – " (lands_of(view, lands))
                    }
                    "."
                } } }
            }
        }
    }
}

fn words(view: &View<'_>, missing: &Missing) -> String {
    match missing {
        Missing::Dates(dates) => format!("{}: {}", view.t("chart-series"), dates.join(", ")),
        Missing::Figure(figure) => figure.clone(),
    }
}

fn lands_of(view: &View<'_>, lands: &[Land]) -> String {
    let names = lands.iter().map(|land| view.on_land(*land));
    names.collect::<Vec<_>>().join(", ")
}

fn gaps<'a>(view: &'a View<'_>, subject: &Subject) -> Vec<Gap<'a>> {
    let mut gaps: Vec<Gap<'_>> = Vec::new();
    for card in &view.release.cards {
        let refused = refused(view, &card.id, subject);
        // reasons in the order in which the release first gives them
        let mut order: Vec<Reason> = Vec::new();
        for (_, withheld) in &refused {
            if !order.contains(&withheld.reason) {
                order.push(withheld.reason);
            }
        }
        for reason in order {
            let same = refused
                .iter()
                .filter(|(_, withheld)| withheld.reason == reason);
            let own = gap(
                view,
                view.local(&card.name),
                &same.copied().collect::<Vec<_>>(),
            );
            match gaps.iter_mut().find(|gap| gap.lacks_the_same(&own)) {
                Some(known) => known.indicators.extend(own.indicators),
                None => gaps.push(own),
            }
        }
    }
    gaps
}

impl Gap<'_> {
    fn lacks_the_same(&self, other: &Self) -> bool {
        self.reason == other.reason && self.missing == other.missing
    }
}

fn refused<'a>(
    view: &'a View<'_>,
    indicator: &str,
    subject: &Subject,
) -> Vec<(&'a Finding, &'a Withheld)> {
    let findings = view.findings(indicator, subject).iter().copied();
    findings
        .filter_map(|finding| match &finding.outcome {
            Outcome::Withheld(withheld) => Some((finding, withheld)),
            Outcome::Estimated(_) => None,
        })
        .collect()
}

/// Findings refused for one reason. Details they share follow the reason; others stand with their figure.
fn gap<'a>(view: &View<'_>, indicator: &'a str, refused: &[(&Finding, &Withheld)]) -> Gap<'a> {
    let shared = refused
        .windows(2)
        .all(|pair| pair[0].1.details == pair[1].1.details);
    let reason = match refused.first() {
        Some((_, withheld)) if shared => view.reason(withheld),
        Some((_, withheld)) => view.words.keyed("reason", withheld.reason.code()),
        None => String::new(),
    };
    let named = |name: String, withheld: &Withheld| {
        if shared || withheld.details.is_empty() {
            return name;
        }
        let details = withheld
            .details
            .iter()
            .map(|detail| view.words.message(detail));
        format!("{name} ({})", details.collect::<Vec<_>>().join("; "))
    };
    let mut dates: BTreeMap<Land, Vec<String>> = BTreeMap::new();
    let mut missing: Vec<(Missing, Vec<Land>)> = Vec::new();
    for (finding, withheld) in refused {
        if matches!(finding.quantity, Quantity::At { .. }) {
            let when = named(view.when(&finding.quantity), withheld);
            dates.entry(finding.land).or_default().push(when);
        } else {
            let figure = named(view.quantity_of(finding), withheld);
            add(&mut missing, Missing::Figure(figure), finding.land);
        }
    }
    for (land, dates) in dates {
        add(&mut missing, Missing::Dates(dates), land);
    }
    Gap {
        indicators: vec![indicator],
        reason,
        missing,
    }
}

/// Figures that several lands lack stand once.
fn add(found: &mut Vec<(Missing, Vec<Land>)>, missing: Missing, land: Land) {
    match found.iter_mut().find(|(known, _)| *known == missing) {
        Some((_, lands)) => lands.push(land),
        None => found.push((missing, vec![land])),
    }
}
