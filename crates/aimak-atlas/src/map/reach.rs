//! How like the aimaks that the evidence rests on are the others?

use aimak_core::{Candidate, Reach, release::AimakProfile};
use maud::{Markup, html};

use super::{
    Area, drawing,
    legend::{limits, row, swatch},
};
use crate::{
    colour::{self, BLANK, Scheme},
    view::View,
};

/// Likeness at which a class ends and the next begins.
const LIMITS: [f64; 2] = [25.0, 50.0];

/// Ground of an area outside what the organic ones show: no class of the scheme, and not white, on which borders would be lost.
const OUTSIDE: &str = "#e4e8e6";

/// The map with its legend; `label` tells of a candidate where it stands, `base` leads to the pages of the language.
pub fn figure(
    view: &View<'_>,
    reach: &Reach,
    label: &dyn Fn(&Candidate) -> String,
    base: &str,
) -> Markup {
    let scheme = colour::between(&LIMITS);
    let aimaks = view.release.aimaks.iter();
    let areas: Vec<Area<'_>> = aimaks
        .map(|aimak| area(view, reach, &scheme, aimak, label))
        .collect();
    let title = view.t("reach-map-title");
    html! {
        figure class="map" {
            figcaption { strong { (title) } }
            @if let Some(svg) = drawing(view, &areas, (&title, "reach-map-desc"), base) { div class="map-frame" { (svg) } }
            (legend(view, &scheme, &areas))
        }
    }
}

/// An organic aimak has its outline and no colour; one that lies outside is hatched, for it has no class.
fn area<'a>(
    view: &View<'_>,
    reach: &Reach,
    scheme: &Scheme,
    aimak: &'a AimakProfile,
    label: &dyn Fn(&Candidate) -> String,
) -> Area<'a> {
    let mut area = Area {
        aimak,
        finding: None,
        class: None,
        fill: BLANK,
        look: "none",
        label: view.t("reach-legend-unknown"),
    };
    if aimak.organic_since.is_some() {
        let (look, words) = if reach.base.contains(&aimak.code) {
            ("robust", "reach-legend-base")
        } else {
            ("none", "reach-legend-left-out")
        };
        (area.look, area.label) = (look, view.t(words));
    }
    let mut candidates = reach.candidates.iter();
    let Some(candidate) = candidates.find(|candidate| candidate.aimak == aimak.code) else {
        return area;
    };
    area.label = label(candidate);
    match &candidate.resemblance {
        Some(found) if found.outside.is_empty() => {
            area.look = "robust";
            area.fill = scheme.fill(found.similarity);
            area.class = Some(scheme.class_of(found.similarity));
        }
        Some(_) => (area.look, area.fill) = ("uncertain", OUTSIDE),
        None => {}
    }
    area
}

fn legend(view: &View<'_>, scheme: &Scheme, areas: &[Area<'_>]) -> Markup {
    let count = |of: &dyn Fn(&Area<'_>) -> bool| areas.iter().filter(|area| of(area)).count();
    let organic = |area: &Area<'_>| area.aimak.organic_since.is_some();
    let with_look = |look: &'static str| move |area: &Area<'_>| area.look == look;
    let unknown = count(&|area| !organic(area) && with_look("none")(area));
    let left_out = count(&|area| organic(area) && with_look("none")(area));
    html! {
        table class="legend" {
            caption { (view.t("reach-legend")) }
            thead { tr {
                th scope="col" { (view.t("legend-colour")) }
                th scope="col" { (view.t("legend-meaning")) }
                th scope="col" class="num" { (view.t("legend-areas")) }
            } }
            tbody {
                (row(&swatch("organic", BLANK), &view.t("reach-legend-base"), Some(count(&|area| organic(area) && with_look("robust")(area)))))
                @for (place, class) in scheme.classes.iter().enumerate().rev() {
                    (row(&swatch("robust", class.fill), &limits(view, scheme, class, false), Some(count(&|area| area.class == Some(place)))))
                }
                (row(&swatch("uncertain", OUTSIDE), &view.t("reach-legend-outside"), Some(count(&with_look("uncertain")))))
                @if unknown > 0 { (row(&swatch("none", BLANK), &view.t("reach-legend-unknown"), Some(unknown))) }
                @if left_out > 0 { (row(&swatch("none", BLANK), &view.t("reach-legend-left-out"), Some(left_out))) }
            }
        }
    }
}
