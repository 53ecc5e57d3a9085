//! Which visits speak for a piece of land in a period?

use aimak_core::{AimakCode, Land, PartialDate, Plot, Survey, Visit, VisitTime};
use jiff::civil::Date;

use super::window::{Moment, Window};

/// A plot with the visit that speaks for it.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The plot.
    pub plot: &'a Plot,
    /// The visit.
    pub visit: &'a Visit,
}

/// The plots (or farms) of an aimak's land, in order of their ids.
pub fn plots_on<'a>(plots: &'a [Plot], aimak: &AimakCode, land: Land) -> Vec<&'a Plot> {
    let on_land = |plot: &&Plot| match land {
        Land::WholeAimak => true,
        Land::Organic => plot.on_organic_land == Some(true),
        Land::Untreated => plot.on_organic_land == Some(false),
    };
    let mut plots: Vec<&Plot> = plots
        .iter()
        .filter(|plot| plot.aimak == *aimak)
        .filter(on_land)
        .collect();
    plots.sort_by(|a, b| a.id.cmp(&b.id));
    plots
}

/// The visit that speaks for a plot in a period: the last one that recorded what is needed.
///
/// Not the mean of several: before the transition the last visit is the nearest to it, and after it the one that had the
/// longest time under the new practice; one visit is also one method and one season.
pub fn visit_in<'a>(
    plot: &'a Plot,
    moment: &Moment,
    recorded: impl Fn(&Visit) -> bool,
) -> Option<&'a Visit> {
    let fitting = plot
        .visits
        .iter()
        .filter(|visit| moment.holds(&visit.time) && recorded(visit));
    fitting.max_by_key(|visit| first_day(&visit.time, moment))
}

/// The first day a time can mean; without a date it is the first day of its period.
pub(super) fn first_day(time: &VisitTime, moment: &Moment) -> Date {
    match time {
        VisitTime::Date(date) => date.first_day(),
        VisitTime::Period(_) => moment.span.from,
    }
}

/// A time as a date: as dated, or the first day of the period as it falls for the aimak.
pub(super) fn dated(survey: &Survey, aimak: &AimakCode, time: &VisitTime) -> Option<PartialDate> {
    match time {
        VisitTime::Date(date) => Some(*date),
        VisitTime::Period(id) => {
            let span = survey
                .period(id)?
                .resolve(survey.aimak(aimak)?.organic_since)?;
            Some(PartialDate::Day(span.from))
        }
    }
}

/// The plots seen on some land in a period.
pub fn seen_in<'a>(
    plots: &[&'a Plot],
    moment: &Moment,
    recorded: impl Fn(&Visit) -> bool,
) -> Vec<Seen<'a>> {
    let seen =
        |plot: &&'a Plot| visit_in(plot, moment, &recorded).map(|visit| Seen { plot, visit });
    plots.iter().filter_map(seen).collect()
}

/// The plots of a comparison before and after.
#[derive(Clone, Debug)]
pub enum TwoDates<'a> {
    /// The same plots, visited twice, in the same order; and how many seen only once were left out.
    Revisited {
        /// Before.
        before: Vec<Seen<'a>>,
        /// After.
        after: Vec<Seen<'a>>,
        /// Plots seen on one date only.
        left_out: usize,
    },
    /// Different plots: two independent samples.
    Independent {
        /// Before.
        before: Vec<Seen<'a>>,
        /// After.
        after: Vec<Seen<'a>>,
    },
}

/// Revisited plots where there are two of them, else everything as two samples.
///
/// A single revisited plot has no spread of its own; it then stays in both samples.
pub fn two_dates<'a>(
    plots: &[&'a Plot],
    window: &Window,
    recorded: impl Fn(&Visit) -> bool,
) -> TwoDates<'a> {
    let before = seen_in(plots, &window.before, &recorded);
    let after = seen_in(plots, &window.after, &recorded);
    let both = |one: &[Seen<'a>], other: &[Seen<'a>]| -> Vec<Seen<'a>> {
        one.iter()
            .filter(|seen| other.iter().any(|twin| twin.plot.id == seen.plot.id))
            .copied()
            .collect()
    };
    let (first, second) = (both(&before, &after), both(&after, &before));
    if first.len() < 2 {
        return TwoDates::Independent { before, after };
    }
    let left_out = before.len() + after.len() - first.len() - second.len();
    TwoDates::Revisited {
        before: first,
        after: second,
        left_out,
    }
}

/// When anything needed was first recorded on some land: within a period, or ever.
///
/// An undated visit counts from the first day of the period the project places it in.
pub fn first_seen(
    survey: &Survey,
    plots: &[Plot],
    aimak: &AimakCode,
    land: Land,
    within: Option<&Moment>,
    recorded: impl Fn(&Visit) -> bool,
) -> Option<PartialDate> {
    plots_on(plots, aimak, land)
        .into_iter()
        .flat_map(|plot| &plot.visits)
        .filter(|visit| recorded(visit))
        .filter(|visit| within.is_none_or(|moment| moment.holds(&visit.time)))
        .filter_map(|visit| dated(survey, aimak, &visit.time))
        .min_by_key(|date| date.first_day())
}

/// True where at least one plot of the aimak says on which land it lies.
pub fn know_organic_land(plots: &[Plot], aimak: &AimakCode) -> bool {
    plots
        .iter()
        .any(|plot| plot.aimak == *aimak && plot.on_organic_land.is_some())
}
