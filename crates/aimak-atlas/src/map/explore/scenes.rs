//! Which kinds of numbers do aimaks have of an indicator, and how does each look on the map?

use aimak_core::{
    AimakCode, Card, Finding, Land, Message, PartialDate, PeriodRole, Quantity, Subject,
};

use super::{
    data::{AreaShown, Scene, Words},
    legend::Legend,
    place_of,
};
use crate::{
    colour::{self, Scheme},
    map::{self, data::facts, label as value_label, lands},
    view::{View, in_focus, is_change, verdict},
};

/// Every kind of number that an aimak has of the indicator: differences first, then periods, years and the rest.
pub(super) fn kinds<'a>(view: &View<'a>, card: &Card) -> Vec<&'a Quantity> {
    let mine = view.release.aimaks.iter().flat_map(|aimak| {
        let subject = Subject::Aimak(aimak.code.clone());
        view.findings(&card.id, &subject).iter().copied()
    });
    let on_maps =
        mine.filter(|finding| finding.land != Land::Untreated && finding.estimate().is_some());
    let mut kinds: Vec<&Quantity> = Vec::new();
    for finding in on_maps {
        if !kinds.iter().any(|known| is_same(known, &finding.quantity)) {
            kinds.push(&finding.quantity);
        }
    }
    // a single image of a season does not stand beside the means of years
    let is_year = |kind: &Quantity| {
        matches!(
            kind,
            Quantity::At {
                date: PartialDate::Year(_)
            }
        )
    };
    if kinds.iter().any(|kind| is_year(kind)) {
        kinds.retain(|kind| is_year(kind) || !matches!(kind, Quantity::At { .. }));
    }
    kinds.sort_by_cached_key(|kind| order(view, kind));
    kinds
}

/// Trends and assessments over years are of one kind whatever years an area has.
fn is_same(a: &Quantity, b: &Quantity) -> bool {
    match (a, b) {
        (Quantity::Trend { .. }, Quantity::Trend { .. })
        | (Quantity::OverYears { .. }, Quantity::OverYears { .. }) => true,
        _ => a == b,
    }
}

fn order(view: &View<'_>, kind: &Quantity) -> (usize, usize, String) {
    let family = match kind {
        Quantity::Change { .. } => 0,
        Quantity::DifferenceOfChanges { .. } => 1,
        Quantity::Between { .. } => 2,
        Quantity::State { .. } => 3,
        Quantity::At { .. } => 4,
        Quantity::Trend { .. } => 5,
        Quantity::OverYears { .. } => 6,
        Quantity::Timeless => 7,
    };
    let period = match kind {
        Quantity::State { period } => {
            let periods = &view.release.periods;
            periods.iter().position(|known| known.id == *period)
        }
        _ => None,
    };
    (family, period.unwrap_or(usize::MAX), id(kind))
}

/// Id of a kind: file names, permalinks and texts are safe with it.
pub(super) fn id(kind: &Quantity) -> String {
    let id = match kind {
        Quantity::Timeless => "value".to_owned(),
        Quantity::State { period } => format!("state-{period}"),
        Quantity::At { date } => format!("at-{date}"),
        Quantity::Trend { .. } => "trend".to_owned(),
        Quantity::OverYears { .. } => "over-years".to_owned(),
        Quantity::Between { before, after } => format!("between-{before}-{after}"),
        Quantity::Change { before, after } => format!("change-{before}-{after}"),
        Quantity::DifferenceOfChanges { before, after } => format!("difference-{before}-{after}"),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    id.replace(|c| !plain(c), "-")
}

/// Where comparing begins.
pub(super) fn role(view: &View<'_>, kind: &Quantity) -> &'static str {
    let Quantity::State { period } = kind else {
        return "";
    };
    let found = view
        .release
        .periods
        .iter()
        .find(|known| known.id == *period);
    match found.map(|period| period.role) {
        Some(PeriodRole::Before) => "before",
        Some(PeriodRole::After) => "after",
        _ => "",
    }
}

/// What a kind is called in a list: the period where it is a state, else what it is.
pub(super) fn label(view: &View<'_>, kind: &Quantity) -> String {
    match kind {
        Quantity::State { .. } | Quantity::At { .. } => view.when(kind),
        _ => view.quantity(kind),
    }
}

/// Scenes that share a legend.
const fn family(kind: &Quantity) -> &'static str {
    match kind {
        Quantity::State { .. } => "state",
        Quantity::At { .. } => "years",
        Quantity::Change { .. } => "change",
        Quantity::DifferenceOfChanges { .. } => "difference",
        Quantity::Between { .. } => "between",
        Quantity::Trend { .. } => "trend",
        Quantity::OverYears { .. } => "over-years",
        Quantity::Timeless => "value",
    }
}

/// Kinds that one legend serves: periods and years are the same kind of value.
fn share_legend(a: &Quantity, b: &Quantity) -> bool {
    let is_state = |kind: &Quantity| matches!(kind, Quantity::State { .. } | Quantity::At { .. });
    family(a) == family(b) || (is_state(a) && is_state(b))
}

/// Id of the scene that stands for the indicator.
pub(super) fn initial(view: &View<'_>, card: &Card, kinds: &[&Quantity]) -> String {
    let focus = view.focus(card);
    let stands = kinds.iter().find(|kind| in_focus(focus, kind));
    stands
        .or_else(|| kinds.first())
        .map_or_else(String::new, |kind| id(kind))
}

/// A kind with the finding of each aimak.
type Shown<'a> = (&'a Quantity, Vec<Option<&'a Finding>>);

/// A scene for each kind.
pub(super) fn all(
    view: &View<'_>,
    card: &Card,
    kinds: &[&Quantity],
    legends: &mut Vec<Legend>,
    words: &mut Words,
) -> Vec<Scene> {
    let all: Vec<Shown<'_>> = kinds
        .iter()
        .map(|kind| {
            let codes = view.release.aimaks.iter().map(|aimak| &aimak.code);
            (
                *kind,
                codes.map(|code| shown(view, card, code, kind)).collect(),
            )
        })
        .collect();
    let assumed = view.assumes(card);
    let scene = |(kind, findings): &Shown<'_>| {
        let signed = assumed || is_change(kind);
        let scheme = scheme(card, &all, kind, signed);
        let areas = findings
            .iter()
            .map(|finding| area(view, &scheme, *finding, words));
        let areas: Vec<AreaShown> = areas.collect();
        let (title, label) = names(view, card, kind, findings, signed);
        Scene {
            id: id(kind),
            family: family(kind),
            role: role(view, kind),
            label,
            said: said(view, &title, &areas, signed),
            title,
            land: lands(view, given(findings)),
            legend: place_of(
                legends,
                Legend::of_areas(view, card, &scheme, signed, assumed),
            ),
            areas,
            cells: None,
        }
    };
    all.iter().map(scene).collect()
}

/// One scheme for all that is told by one legend, wide enough for all of it.
fn scheme(card: &Card, all: &[Shown<'_>], kind: &Quantity, signed: bool) -> Scheme {
    let together = all.iter().filter(|(other, _)| share_legend(kind, other));
    let values: Vec<f64> = together
        .flat_map(|(_, findings)| given(findings))
        .filter_map(|finding| Some(finding.estimate()?.value))
        .collect();
    // limits finer than the printed values could not be told apart on the page
    let finest = 0.1_f64.powi(card.unit.decimals() as i32);
    if signed {
        colour::diverging(&values, card.better, finest)
    } else {
        colour::sequential(&values, finest)
    }
}

fn given<'f>(findings: &[Option<&'f Finding>]) -> impl Iterator<Item = &'f Finding> + Clone {
    findings
        .iter()
        .copied()
        .flatten()
        .filter(|finding| finding.estimate().is_some())
}

/// Title of a scene, and what it is called in a list.
fn names(
    view: &View<'_>,
    card: &Card,
    kind: &Quantity,
    findings: &[Option<&Finding>],
    signed: bool,
) -> (String, String) {
    let first = given(findings).next();
    let quantity = first.map_or_else(|| view.quantity(kind), |finding| view.quantity_of(finding));
    let short = if matches!(kind, Quantity::State { .. } | Quantity::At { .. }) {
        label(view, kind)
    } else {
        quantity.clone()
    };
    (map::title(view, card, &quantity, signed), short)
}

/// The finding of a kind that stands on the map for an aimak.
///
/// Periods and years of an aimak are all of one land, the one its headline is of: moving through time must not move from the
/// organic fields to the whole aimak where a year lacks its number. Other kinds follow the headline's own rule.
fn shown<'a>(
    view: &View<'a>,
    card: &Card,
    code: &AimakCode,
    kind: &Quantity,
) -> Option<&'a Finding> {
    let lands = [Land::Organic, Land::WholeAimak];
    if !matches!(kind, Quantity::State { .. } | Quantity::At { .. }) {
        return view.first_given(card, code, &lands, |quantity| is_same(kind, quantity));
    }
    let headline = view
        .headline(card, code)
        .filter(|finding| finding.estimate().is_some());
    let of_time =
        |quantity: &Quantity| matches!(quantity, Quantity::State { .. } | Quantity::At { .. });
    let land = headline
        .or_else(|| view.first_given(card, code, &lands, of_time))
        .map_or(Land::WholeAimak, |finding| finding.land);
    view.first_given(card, code, &[land], |quantity| quantity == kind)
}

fn area(
    view: &View<'_>,
    scheme: &Scheme,
    finding: Option<&Finding>,
    words: &mut Words,
) -> AreaShown {
    let estimate = finding.and_then(Finding::estimate);
    AreaShown {
        status: finding.map_or("none", |finding| verdict(finding).look()),
        class: estimate.map(|estimate| scheme.class_of(estimate.value)),
        value: estimate.map(|estimate| estimate.value),
        label: value_label(view, finding),
        note: words.place(map::note(view, finding)),
        facts: finding.map_or_else(Vec::new, |finding| {
            let facts = facts(view, finding).into_iter();
            facts.filter_map(|fact| words.place(fact)).collect()
        }),
    }
}

/// What is shown and how much of it.
fn said(view: &View<'_>, title: &str, areas: &[AreaShown], signed: bool) -> String {
    let count = |looks: &[&str]| {
        areas
            .iter()
            .filter(|area| looks.contains(&area.status))
            .count()
    };
    let given = areas.iter().filter(|area| area.class.is_some()).count();
    let id = if signed {
        "explorer-said-change"
    } else {
        "explorer-said"
    };
    let message = Message::new(id)
        .with("title", title)
        .with("given", given)
        .with("withheld", count(&["withheld", "none"]));
    view.words.message(&if signed {
        message.with("uncertain", count(&["uncertain", "no_interval"]))
    } else {
        message
    })
}
