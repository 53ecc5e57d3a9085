//! What the charts of an aimak's page draw.

use aimak_core::{
    Finding, Land, Message, PartialDate, PeriodRole, Quantity, release::AimakProfile,
};

use crate::{
    chart::{Mark, before_after, series},
    page::parts,
    view::View,
};

/// Values before and after for each kind of land.
pub(super) fn states(view: &View<'_>, all: &[&Finding]) -> Vec<before_after::Row> {
    let order = |finding: &Finding| match &finding.quantity {
        Quantity::State { period } => view.release.periods.iter().position(|p| p.id == *period),
        _ => None,
    };
    let lands = [Land::Organic, Land::Untreated, Land::WholeAimak];
    let row = |land: Land| {
        let mut here: Vec<(usize, &Finding)> = all
            .iter()
            .filter(|f| f.land == land)
            .filter_map(|f| Some((order(f)?, *f)))
            .collect();
        here.sort_by_key(|(place, _)| *place);
        let marks: Vec<Mark> = here
            .iter()
            .filter_map(|(place, finding)| {
                let is_after = view
                    .release
                    .periods
                    .get(*place)
                    .is_some_and(|period| period.role == PeriodRole::After);
                let class = format!(
                    "{} {}",
                    land_class(land),
                    if is_after { "after" } else { "before" }
                );
                parts::chart_mark(view, finding, view.when(&finding.quantity), &class)
            })
            .collect();
        (!marks.is_empty()).then(|| before_after::Row {
            label: view.land_name(land),
            marks,
        })
    };
    lands.into_iter().filter_map(row).collect()
}

/// Changes against zero; an open dot where the interval holds it.
pub(super) fn changes(view: &View<'_>, main: &[&Finding]) -> Vec<Mark> {
    let mark = |finding: &&Finding| {
        let short = match finding.quantity {
            Quantity::Change { .. } => "short-change",
            Quantity::DifferenceOfChanges { .. } => "short-difference",
            Quantity::Trend { .. } => "short-trend",
            _ => return None,
        };
        let on_land = view.on_land(finding.land);
        let label = format!("{}, {on_land}", view.t(short));
        let class = format!("{} {}", land_class(finding.land), view.tone(finding));
        parts::chart_mark(view, finding, label, &class)
    };
    main.iter().filter_map(mark).collect()
}

/// A series of an indicator over time.
pub(super) struct Over {
    /// Its lines, one for each kind of land.
    pub lines: Vec<series::Line>,
    /// True where its points are years, false where they are single images.
    pub years: bool,
}

impl Over {
    /// Several years are shown year by year; the images of a single year one by one. Never both in one line: a season's
    /// mean is not one more image.
    pub fn of(view: &View<'_>, dated: &[&Finding]) -> Self {
        let years = several_years(dated);
        let lands = [
            (Land::Organic, (0x0b, 0x7a, 0x75)),
            (Land::Untreated, (0xb5, 0x65, 0x1d)),
            (Land::WholeAimak, (0x5b, 0x67, 0x70)),
        ];
        let line = |(land, colour): (Land, (u8, u8, u8))| {
            let here = dated.iter().filter(|finding| finding.land == land);
            let mut observed: Vec<(f64, Option<series::Point>)> =
                here.filter_map(|finding| point(finding, years)).collect();
            observed.sort_by(|a, b| a.0.total_cmp(&b.0));
            let runs = series::runs(observed, if years { 1.0 } else { f64::INFINITY });
            (!runs.is_empty()).then(|| series::Line {
                label: view.land_name(land),
                class: land_class(land),
                colour,
                runs,
            })
        };
        let lines = lands.into_iter().filter_map(line).collect();
        Self { lines, years }
    }

    /// True where there is something to draw a course of.
    pub fn is_worth_drawing(&self) -> bool {
        self.lines.iter().any(|line| line.points().count() > 1)
    }

    /// Entries of its title and its description.
    pub const fn texts(&self) -> (&'static str, &'static str) {
        if self.years {
            ("chart-series", "chart-series-desc")
        } else {
            ("chart-series-dates", "chart-series-dates-desc")
        }
    }
}

/// True where the findings speak of more than one year.
fn several_years(dated: &[&Finding]) -> bool {
    let year = |finding: &&Finding| match finding.quantity {
        Quantity::At {
            date: PartialDate::Year(year),
        } => Some(year),
        _ => None,
    };
    let mut years = dated.iter().filter_map(year);
    years
        .next()
        .is_some_and(|first| years.any(|year| year != first))
}

/// Place and value of a finding in a series of years or of images; without a value where it was refused.
fn point(finding: &Finding, years: bool) -> Option<(f64, Option<series::Point>)> {
    let Quantity::At { date } = finding.quantity else {
        return None;
    };
    if matches!(date, PartialDate::Year(_)) != years {
        return None;
    }
    let when = decimal_year(date);
    let estimate = finding.estimate();
    let point = estimate.map(|estimate| series::Point {
        when,
        value: estimate.value,
        bounds: estimate.interval.bounds(),
        bands: estimate.bands,
    });
    Some((when, point))
}

/// A date as a year with fraction; a bare year stands at its tick.
fn decimal_year(date: PartialDate) -> f64 {
    let year = f64::from(date.year());
    match date {
        PartialDate::Year(_) => year,
        PartialDate::Month(_, month) => year + (f64::from(month) - 0.5) / 12.0,
        PartialDate::Day(day) => year + (f64::from(day.day_of_year()) - 0.5) / 366.0,
    }
}

/// The line of becoming organic in a series.
pub(super) fn since(view: &View<'_>, aimak: &AimakProfile) -> Option<(f64, String)> {
    let date = aimak.organic_since?;
    let words = Message::new("chart-series-organic").with("year", date.year().to_string());
    Some((decimal_year(date), view.words.message(&words)))
}

/// CSS class of a kind of land.
pub(super) const fn land_class(land: Land) -> &'static str {
    match land {
        Land::WholeAimak => "whole",
        Land::Organic => "organic",
        Land::Untreated => "untreated",
    }
}
