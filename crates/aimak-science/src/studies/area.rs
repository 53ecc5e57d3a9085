//! What does one indicator say about one aimak by itself?

use aimak_core::{
    Aimak, AimakCode, Design, Finding, Land, Message, PartialDate, Period, Quantity, Reason,
    Subject, Survey, Withheld,
};
use serde::{Deserialize, Serialize};

use super::{
    Answer, Observed,
    finding::{About, late_before},
    window::{Moment, Window, pairs, windows},
};
use crate::indicators::Indicator;

/// The change of an area in a window, for the studies that compare areas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowChange {
    /// The window.
    pub window: Window,
    /// Which land changed.
    pub land: Land,
    /// By how much.
    pub answer: Answer,
}

/// Everything one indicator says about one aimak.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaResults {
    /// The aimak.
    pub aimak: AimakCode,
    /// The land whose change counts as that of the transition: organic land where it can be told from the rest, the whole aimak for
    /// what is no matter of land; `None` where nobody knows.
    pub treated: Option<Land>,
    /// States and changes.
    pub findings: Vec<Finding>,
    /// Its changes in every window in which it is asked for.
    pub changes: Vec<WindowChange>,
}

impl AreaResults {
    /// The change on some land in the window of `owner` between two periods.
    pub fn change(
        &self,
        owner: &AimakCode,
        pair: (&Period, &Period),
        land: Land,
    ) -> Option<&Answer> {
        let fits = |change: &&WindowChange| {
            change.land == land
                && change.window.owner == *owner
                && change.window.before.period == pair.0.id
                && change.window.after.period == pair.1.id
        };
        self.changes.iter().find(fits).map(|change| &change.answer)
    }
}

/// The lands on which an indicator runs apart. Organic and untreated land exist only in organic aimaks, and only where
/// somebody knows which is which.
pub fn lands(survey: &Survey, aimak: &Aimak, knows_organic_land: bool) -> Vec<Land> {
    let apart = aimak.organic_since.is_some() && (knows_organic_land || survey.parcels.is_some());
    if apart {
        vec![Land::WholeAimak, Land::Organic, Land::Untreated]
    } else {
        vec![Land::WholeAimak]
    }
}

/// States and changes of one aimak.
pub fn results(
    survey: &Survey,
    indicator: &'static Indicator,
    aimak: &Aimak,
    observed: &dyn Observed,
) -> AreaResults {
    let knows_organic_land = observed.knows_organic_land(&aimak.code);
    let lands = if observed.is_of_land() {
        lands(survey, aimak, knows_organic_land)
    } else {
        vec![Land::WholeAimak]
    };
    let changes = changes(survey, aimak, &lands, observed);
    let mut results = AreaResults {
        aimak: aimak.code.clone(),
        treated: if observed.is_of_land() {
            (knows_organic_land || survey.parcels.is_some()).then_some(Land::Organic)
        } else {
            Some(Land::WholeAimak)
        },
        findings: Vec::new(),
        changes,
    };
    for land in lands {
        let subject = Subject::Aimak(aimak.code.clone());
        let about = About {
            survey,
            indicator,
            subject,
            land,
        };
        if observed.has_states() {
            results.findings.extend(states(&about, aimak, observed));
        }
        let own = own_changes(&about, aimak, &results);
        results.findings.extend(own);
    }
    results
}

/// The state of every period.
fn states(about: &About, aimak: &Aimak, observed: &dyn Observed) -> Vec<Finding> {
    let state = |period: &Period| {
        let answer = Moment::of(period, aimak)
            .ok_or_else(undefined)
            .and_then(|moment| {
                let mut measured = observed.state(&aimak.code, about.land, &moment)?;
                measured.parameters.insert("days".to_owned(), days(&moment));
                Ok(measured)
            });
        about.finding(
            Quantity::State {
                period: period.id.clone(),
            },
            Design::State,
            answer,
        )
    };
    about.survey.periods.iter().map(state).collect()
}

/// The change between every two periods, in the aimak's own window.
fn own_changes(about: &About, aimak: &Aimak, results: &AreaResults) -> Vec<Finding> {
    let change = |(before, after): (&Period, &Period)| {
        let found = results
            .change(&aimak.code, (before, after), about.land)
            .cloned();
        let (quantity, design) = about.indicator.measure.of_periods(before, after);
        about.finding(quantity, design, found.unwrap_or_else(|| Err(undefined())))
    };
    pairs(about.survey).into_iter().map(change).collect()
}

/// Changes in every window in which this area is asked for.
fn changes(
    survey: &Survey,
    aimak: &Aimak,
    lands: &[Land],
    observed: &dyn Observed,
) -> Vec<WindowChange> {
    let mut changes: Vec<WindowChange> = Vec::new();
    for window in windows(survey, aimak) {
        for land in lands {
            // absolute periods give every owner the same days: computed once, unless the owner matters
            let same =
                |known: &&WindowChange| known.land == *land && known.window.same_days(&window);
            let known = changes
                .iter()
                .find(same)
                .filter(|_| !observed.depends_on_owner());
            let answer = known.map_or_else(
                || change(aimak, *land, &window, observed),
                |known| known.answer.clone(),
            );
            changes.push(WindowChange {
                window: window.clone(),
                land: *land,
                answer,
            });
        }
    }
    changes
}

/// The change in one window, unless the land has no "before" there.
fn change(aimak: &Aimak, land: Land, window: &Window, observed: &dyn Observed) -> Answer {
    // untreated land has no transition: it is judged by its data alone
    let since = aimak.organic_since.filter(|_| land != Land::Untreated);
    if let Some(since) = since {
        has_a_before(&aimak.code, land, since, &window.before, observed)?;
    }
    let mut measured = observed
        .change(&aimak.code, land, window)
        .map_err(|withheld| say_when(withheld, &aimak.code, land, window, observed))?;
    if since.is_some_and(|since| since.first_day() < window.before.span.to) {
        measured.notes.push(late_before());
    }
    measured
        .parameters
        .insert("before".to_owned(), days(&window.before));
    measured
        .parameters
        .insert("after".to_owned(), days(&window.after));
    Ok(measured)
}

/// Refuses a change whose "before" was seen after the transition.
///
/// Two things must not be mixed up: land that nobody observed before its transition has no "before" at all; land that
/// was observed then has one, and only the declared period misses it. A period that begins before the transition and
/// holds no observation is neither: there data are missing, and the change itself says so.
fn has_a_before(
    aimak: &AimakCode,
    land: Land,
    since: PartialDate,
    before: &Moment,
    observed: &dyn Observed,
) -> Result<(), Withheld> {
    let precedes = |date: PartialDate| date.first_day() < since.first_day();
    let begins_in_time = match observed.first_seen(aimak, land, Some(before)) {
        Some(first) => precedes(first),
        None => before.span.from < since.first_day(),
    };
    let Some(first) = observed
        .first_seen(aimak, land, None)
        .filter(|_| !begins_in_time)
    else {
        return Ok(());
    };
    let reason = if precedes(first) {
        Reason::BeforePeriodAfterTransition
    } else {
        Reason::AlwaysOrganic
    };
    let detail = Message::new("detail-first-observation")
        .with("since", since)
        .with("first", first);
    Err(Withheld::because(reason).with(detail))
}

/// Says in which of the two periods nothing was recorded.
fn say_when(
    withheld: Withheld,
    aimak: &AimakCode,
    land: Land,
    window: &Window,
    observed: &dyn Observed,
) -> Withheld {
    if withheld.reason != Reason::NoData || !withheld.details.is_empty() {
        return withheld;
    }
    let seen = |moment| observed.first_seen(aimak, land, Some(moment)).is_some();
    let detail = match (seen(&window.before), seen(&window.after)) {
        (false, true) => "detail-nothing-before",
        (true, false) => "detail-nothing-after",
        (false, false) => "detail-nothing-before-or-after",
        (true, true) => return withheld,
    };
    withheld.with(Message::new(detail))
}

/// The days of a period, the last one excluded.
fn days(moment: &Moment) -> String {
    format!("{}/{}", moment.span.from, moment.span.to)
}

/// The refusal for a period that counts from a date the area does not have.
fn undefined() -> Withheld {
    Withheld::because(Reason::PeriodUndefined)
}

#[cfg(test)]
mod tests;
