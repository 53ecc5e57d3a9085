//! How did the map change from year to year, or from period to period?

use std::collections::BTreeSet;

use aimak_core::{
    Card, Finding, Land, Message, PartialDate, Quantity, Subject, Theme, release::AimakProfile,
};
use maud::{Markup, html};

use crate::{
    chart::small_multiples::{self, Area, Panel, Shared},
    colour::{self, BLANK, Scheme},
    map,
    page::parts,
    view::{View, verdict},
};

/// At most so many small maps: more would be too small to read on a phone, and too heavy for its line.
const MOST: usize = 8;

/// One area with what was found at each time.
struct Course<'a> {
    aimak: &'a AimakProfile,
    found: Vec<Option<&'a Finding>>,
}

/// One small map for each year or period, all on one scale; nothing where there is only one time, or no outlines.
pub(super) fn over_time(view: &View<'_>, card: &Card) -> Markup {
    let all = times(view, card);
    let times: Vec<&Quantity> = small_multiples::chosen(all.len(), MOST)
        .into_iter()
        .filter_map(|i| all.get(i))
        .collect();
    let courses: Vec<Course<'_>> = view
        .release
        .aimaks
        .iter()
        .map(|aimak| course(view, card, aimak, &times))
        .collect();
    let Some(panels) = (times.len() > 1)
        .then(|| drawn(view, card, &times, &courses))
        .flatten()
    else {
        return html! {};
    };
    let years = matches!(times.first(), Some(Quantity::At { .. }));
    let title = view.t(if years {
        "over-time-years"
    } else {
        "over-time-periods"
    });
    // what people say has no land
    let on_organic_land = view.has_organic() && card.theme != Theme::People;
    let rule = Message::new("over-time-rule")
        .with("all", all.len())
        .with("shown", times.len());
    html! {
        section aria-labelledby="over-time" {
            h2 id="over-time" { (title) }
            p class="quiet" {
                @if all.len() > times.len() { (view.words.message(&rule)) " " }
                (view.t(if on_organic_land { "over-time-land" } else { "over-time-scale" }))
            }
            (panels)
            details class="twin" { summary { (view.t("map-table")) } (table(view, &times, &courses)) }
        }
    }
}

/// Years with a number; where there are fewer than two, periods with one, as the project lists them.
fn times(view: &View<'_>, card: &Card) -> Vec<Quantity> {
    let of_aimaks = view.release.aimaks.iter().flat_map(|aimak| {
        let subject = Subject::Aimak(aimak.code.clone());
        view.findings(&card.id, &subject).iter().copied()
    });
    let given: BTreeSet<&Quantity> = of_aimaks
        .filter(|finding| finding.estimate().is_some() && finding.land != Land::Untreated)
        .map(|finding| &finding.quantity)
        .collect();
    let is_year = |quantity: &&&Quantity| {
        matches!(
            quantity,
            Quantity::At {
                date: PartialDate::Year(_)
            }
        )
    };
    let years: Vec<Quantity> = given.iter().filter(is_year).map(|q| (*q).clone()).collect();
    if years.len() > 1 {
        return years;
    }
    let periods = view.release.periods.iter().map(|period| Quantity::State {
        period: period.id.clone(),
    });
    periods.filter(|state| given.contains(state)).collect()
}

/// What was found of an area: on its organic land if that has any number, else in the whole aimak; never on one land in one year and on
/// another in the next, which would look like a change.
fn course<'a>(
    view: &View<'a>,
    card: &Card,
    aimak: &'a AimakProfile,
    times: &[&Quantity],
) -> Course<'a> {
    let subject = Subject::Aimak(aimak.code.clone());
    let all = view.findings(&card.id, &subject);
    let on = |land: Land| -> Vec<Option<&'a Finding>> {
        let at = |time: &&Quantity| {
            let here = all.iter().copied();
            here.into_iter()
                .find(|f| f.land == land && f.quantity == **time)
        };
        times.iter().map(at).collect()
    };
    let organic = on(Land::Organic);
    let has_number = |found: &[Option<&Finding>]| {
        found
            .iter()
            .flatten()
            .any(|finding| finding.estimate().is_some())
    };
    Course {
        aimak,
        found: if has_number(&organic) {
            organic
        } else {
            on(Land::WholeAimak)
        },
    }
}

/// The maps and their common legend; `None` where nobody knows outlines.
fn drawn(
    view: &View<'_>,
    card: &Card,
    times: &[&Quantity],
    courses: &[Course<'_>],
) -> Option<Markup> {
    let sheet = view.sheet?;
    let numbers = courses.iter().flat_map(|course| &course.found).flatten();
    let values: Vec<f64> = numbers
        .filter_map(|finding| Some(finding.estimate()?.value))
        .collect();
    let finest = 0.1_f64.powi(card.unit.decimals() as i32);
    let scheme = colour::sequential(&values, finest);
    let on_sheet: Vec<(&Course<'_>, &str)> = sheet
        .coarse
        .iter()
        .filter_map(|(code, path)| {
            let course = courses.iter().find(|course| course.aimak.code.0 == *code)?;
            Some((course, path.as_str()))
        })
        .collect();
    let panel = |(i, time): (usize, &&Quantity)| Panel {
        label: view.when(time),
        areas: on_sheet
            .iter()
            .enumerate()
            .map(|(place, (course, _))| area(view, &scheme, place, course, i))
            .collect(),
    };
    let panels: Vec<Panel> = times.iter().enumerate().map(panel).collect();
    let organic = on_sheet.iter().enumerate();
    let shared = Shared {
        outlines: on_sheet.iter().map(|(_, path)| *path).collect(),
        organic: organic
            .filter_map(|(i, (course, _))| course.aimak.organic_since.map(|_| i))
            .collect(),
        height: sheet.height,
        title: view.local(&card.name).to_owned(),
    };
    Some(html! {
        figure class="map multiples" {
            figcaption { (view.local(&card.name)) }
            (small_multiples::draw(&panels, &shared))
            (legend(view, card, &scheme, &panels))
        }
    })
}

fn area(view: &View<'_>, scheme: &Scheme, place: usize, course: &Course<'_>, i: usize) -> Area {
    let finding = course.found.get(i).copied().flatten();
    let estimate = finding.and_then(Finding::estimate);
    Area {
        outline: place,
        fill: estimate.map_or(BLANK, |estimate| scheme.fill(estimate.value)),
        look: finding.map_or("none", |finding| verdict(finding).look()),
        words: format!(
            "{}: {}",
            view.local(&course.aimak.name),
            map::label(view, finding)
        ),
    }
}

fn legend(view: &View<'_>, card: &Card, scheme: &Scheme, panels: &[Panel]) -> Markup {
    let occurs = |look: &str| {
        panels
            .iter()
            .flat_map(|p| &p.areas)
            .any(|area| area.look == look)
    };
    let looks = [
        ("no_interval", "#c7eae5", "legend-no-interval"),
        ("withheld", BLANK, "legend-withheld"),
        ("none", BLANK, "legend-none"),
    ];
    html! {
        table class="legend" {
            caption { (view.t("legend-title")) ", " (view.symbol(card.unit, false)) }
            thead { tr { th scope="col" { (view.t("legend-colour")) } th scope="col" { (view.t("legend-meaning")) } } }
            tbody {
                @for class in scheme.classes.iter().rev() {
                    tr { td { (map::swatch("robust", class.fill)) } td { (map::limits(view, scheme, class, false)) } }
                }
                @for (look, fill, words) in looks { @if occurs(look) {
                    tr { td { (map::swatch(look, fill)) } td { (view.t(words)) } }
                } }
                @if view.has_organic() { tr { td { (map::swatch("organic", BLANK)) } td { (view.t("legend-organic")) } } }
            }
        }
        p class="quiet small-print" { (view.words.message(&Message::new("legend-source").with("scheme", scheme.name))) }
    }
}

/// The values of the maps: a row for each area, a column for each time.
fn table(view: &View<'_>, times: &[&Quantity], courses: &[Course<'_>]) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(view.t("map-table")) {
            table {
                thead { tr {
                    th scope="col" { (view.t("col-area")) }
                    @for time in times { th scope="col" class="num" { (view.when(time)) } }
                } }
                tbody { @for course in courses { tr {
                    th scope="row" { (view.local(&course.aimak.name)) }
                    @for finding in &course.found { (parts::value_cell(view, *finding, super::BASE)) }
                } } }
            }
        }
    }
}
