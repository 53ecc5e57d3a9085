//! What nobody knows of an aimak, and why.

use std::collections::BTreeMap;

use aimak_core::{Finding, Land, Outcome, Quantity, Subject, Withheld};
use maud::{Markup, html};

use crate::view::View;

/// One indicator and one reason: everything that is missing because of it.
struct Gap<'a> {
    indicator: &'a str,
    reason: String,
    /// What is missing and on which lands, in order of the release.
    missing: Vec<(Missing, Vec<Land>)>,
}

/// A figure that is missing: dates of a series stand together.
#[derive(PartialEq)]
enum Missing {
    Dates(Vec<String>),
    Figure(String),
}

/// Every figure that was refused, named; what one indicator lacks for one reason stands in one line.
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
                    strong { (gap.indicator) } " – " (gap.reason) ": "
                    @for (i, (missing, lands)) in gap.missing.iter().enumerate() {
                        @if i > 0 { "; " }
                        (words(view, missing))
                        " (" (lands.iter().map(|land| view.land_name(*land)).collect::<Vec<_>>().join(", ")) ")"
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

fn gaps<'a>(view: &'a View<'_>, subject: &Subject) -> Vec<Gap<'a>> {
    let mut gaps = Vec::new();
    for card in &view.release.cards {
        // reasons in the order in which the release first gives them
        let mut order: Vec<String> = Vec::new();
        let mut by_reason: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
        for (finding, withheld) in refused(view, &card.id, subject) {
            let reason = view.reason(withheld);
            if !order.contains(&reason) {
                order.push(reason.clone());
            }
            by_reason.entry(reason).or_default().push(finding);
        }
        gaps.extend(order.into_iter().map(|reason| Gap {
            indicator: view.local(&card.name),
            missing: missing(view, by_reason.get(&reason).map_or(&[], Vec::as_slice)),
            reason,
        }));
    }
    gaps
}

fn refused<'a>(
    view: &'a View<'_>,
    indicator: &str,
    subject: &Subject,
) -> impl Iterator<Item = (&'a Finding, &'a Withheld)> {
    let findings = view.findings(indicator, subject).iter().copied();
    findings.filter_map(|finding| match &finding.outcome {
        Outcome::Withheld(withheld) => Some((finding, withheld)),
        Outcome::Estimated(_) => None,
    })
}

/// The figures by name with their lands; the dates of the lands that lack the same ones stand together.
fn missing(view: &View<'_>, findings: &[&Finding]) -> Vec<(Missing, Vec<Land>)> {
    let mut dates: BTreeMap<Land, Vec<String>> = BTreeMap::new();
    let mut found: Vec<(Missing, Vec<Land>)> = Vec::new();
    for finding in findings {
        if matches!(finding.quantity, Quantity::At { .. }) {
            let when = view.when(&finding.quantity);
            dates.entry(finding.land).or_default().push(when);
        } else {
            let figure = Missing::Figure(view.quantity(&finding.quantity));
            add(&mut found, figure, finding.land);
        }
    }
    for (land, dates) in dates {
        add(&mut found, Missing::Dates(dates), land);
    }
    found
}

fn add(found: &mut Vec<(Missing, Vec<Land>)>, missing: Missing, land: Land) {
    match found.iter_mut().find(|(known, _)| *known == missing) {
        Some((_, lands)) => lands.push(land),
        None => found.push((missing, vec![land])),
    }
}
