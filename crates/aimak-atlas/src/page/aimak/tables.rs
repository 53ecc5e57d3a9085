//! The numbers of an indicator that its card does not hold, as tables: states and series, the twins of their charts.

use std::collections::BTreeSet;

use aimak_core::{Finding, Land, Outcome, Quantity};
use maud::{Markup, html};

use super::theme::BASE;
use crate::{
    page::{about::about, parts},
    view::View,
};

/// States with a fold-out each; a series shares one for each kind of land. Changes stand in the rows of the card.
pub(super) fn tables(
    view: &View<'_>,
    all: &[&Finding],
    dated: &[&Finding],
    series: &str,
) -> Markup {
    let place = |finding: &Finding| match &finding.quantity {
        Quantity::State { period } => view.release.periods.iter().position(|p| p.id == *period),
        _ => None,
    };
    let mut states: Vec<&Finding> = all
        .iter()
        .copied()
        .filter(|f| matches!(f.quantity, Quantity::State { .. }))
        .collect();
    // before stands before after
    states.sort_by_key(|finding| (finding.land, place(finding)));
    let lands: BTreeSet<Land> = dated.iter().map(|finding| finding.land).collect();
    html! {
        @if !states.is_empty() { (parts::finding_table(view, &states, BASE)) }
        @for land in lands {
            @let here: Vec<&Finding> = dated.iter().copied().filter(|f| f.land == land).collect();
            h3 { (view.t(series)) ", " (view.land_name(land)) }
            div class="scroll" tabindex="0" role="region" aria-label=(view.t(series)) {
                table { thead { tr {
                    th scope="col" { (view.t("col-date")) }
                    (parts::cell_heads(view))
                    th scope="col" { (view.t("col-reason")) }
                } }
                tbody { @for finding in &here { tr {
                    th scope="row" { (view.when(&finding.quantity)) }
                    (parts::cells(view, Some(finding), false, BASE))
                    td { @if let Outcome::Withheld(withheld) = &finding.outcome { (view.reason(withheld)) } }
                } } } }
            }
            @if let Some(last) = here.iter().rfind(|finding| finding.estimate().is_some()) { (about(view, last, BASE)) }
        }
    }
}
