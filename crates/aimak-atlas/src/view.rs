//! What does one reader see of a release: findings in order, worded in one language?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Card, Claim, Design, Direction, Finding, Interval, Land, Lang, LocalText,
    NoInterval, Outcome, PartialDate, PeriodId, PeriodRole, Quantity, Release, Subject,
    release::AimakProfile,
};

use crate::{
    outline::{Outline, Sheet},
    texts::{Catalogue, sort_key},
};

/// Which of an indicator's numbers stands for it on maps and in lists.
#[derive(Clone, Debug, PartialEq)]
pub enum Focus {
    /// After minus before.
    Change,
    /// What two periods do not have in common.
    Between,
    /// The value in one period.
    State(PeriodId),
    /// The value on one date.
    At(PartialDate),
    /// The value, independent of time.
    Timeless,
    /// The slope over the years.
    Trend,
    /// The value for a span of years as a whole.
    OverYears,
}

/// How a number stands to zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// A change above zero.
    Rose,
    /// A change below zero.
    Fell,
    /// A change was seen, but with very low confidence.
    Seen,
    /// A change whose interval holds zero.
    Uncertain,
    /// A number without interval, because too little was observed.
    NoInterval,
    /// A default method assumes it; nothing was measured.
    Assumed,
    /// A value: zero has no meaning for it.
    Value,
    /// No number.
    Withheld,
}

impl Verdict {
    /// Key for CSS classes and map data.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Seen => "seen",
            Self::Uncertain => "uncertain",
            Self::NoInterval => "no_interval",
            Self::Assumed => "assumed",
            Self::Value => "value",
            Self::Withheld => "withheld",
        }
    }

    /// Key for colours: a gain where it went to the better side (or up, where neither side is better), else a setback.
    pub const fn tone(self, better: Direction) -> &'static str {
        match (self, better) {
            (Self::Rose, Direction::Higher | Direction::Neutral)
            | (Self::Fell, Direction::Lower) => "gain",
            (Self::Rose | Self::Fell, _) => "setback",
            _ => self.key(),
        }
    }

    /// The look on a map: robust, not certain, without interval, not assessed. What was seen with very low confidence, or is only
    /// assumed, is no more certain than what cannot be told from zero, and looks like it.
    pub const fn look(self) -> &'static str {
        match self {
            Self::Rose | Self::Fell | Self::Value => "robust",
            Self::Seen | Self::Uncertain | Self::Assumed => "uncertain",
            Self::NoInterval => "no_interval",
            Self::Withheld => "withheld",
        }
    }
}

/// True for numbers that are differences, where zero means "no change".
pub const fn is_change(quantity: &Quantity) -> bool {
    matches!(
        quantity,
        Quantity::Change { .. } | Quantity::DifferenceOfChanges { .. } | Quantity::Trend { .. }
    )
}

/// True for what a default method assumes.
pub fn is_assumed(finding: &Finding) -> bool {
    finding.evidence.design == Design::DefaultMethod
}

/// True for numbers that carry their sign: changes, seen or assumed.
pub fn is_signed(finding: &Finding) -> bool {
    is_change(&finding.quantity) || is_assumed(finding)
}

/// How a finding stands to zero. It follows the claim, so that verdict and sentence never contradict each other.
pub fn verdict(finding: &Finding) -> Verdict {
    let Outcome::Estimated(estimate) = &finding.outcome else {
        return Verdict::Withheld;
    };
    if is_assumed(finding) {
        return Verdict::Assumed;
    }
    if !is_change(&finding.quantity) {
        // a census needs no interval; anything else without one was observed too little
        return match estimate.interval {
            Interval::Unavailable(NoInterval::TooFewUnits | NoInterval::TooFewYears) => {
                Verdict::NoInterval
            }
            _ => Verdict::Value,
        };
    }
    match finding.evidence.claim {
        Claim::ChangedWithoutComparison
        | Claim::DifferedFromComparison
        | Claim::EstimatedEffect => {
            if estimate.value > 0.0 {
                Verdict::Rose
            } else {
                Verdict::Fell
            }
        }
        Claim::Observed | Claim::SeenWithVeryLowConfidence => Verdict::Seen,
        Claim::NoChangeLargerThanBound | Claim::CannotTell => Verdict::Uncertain,
        Claim::NoIntervalNoSentence => Verdict::NoInterval,
        Claim::AssumedByDefaultMethod | Claim::AssumedSignNotDetermined => Verdict::Assumed,
    }
}

/// A release in one language.
pub struct View<'a> {
    /// The release.
    pub release: &'a Release,
    /// Outlines in WGS84.
    pub(crate) outlines: &'a [Outline],
    /// The outlines on one sheet; `None` where there are none.
    pub(crate) sheet: Option<&'a Sheet>,
    /// The words.
    pub words: Catalogue,
    findings: BTreeMap<&'a str, BTreeMap<&'a Subject, Vec<&'a Finding>>>,
    focus: BTreeMap<&'a str, Focus>,
}

impl<'a> View<'a> {
    /// The findings of a release in words of `lang`, without maps.
    pub fn of(release: &'a Release, lang: Lang) -> Self {
        Self::new(release, &[], None, lang)
    }

    /// The view in `lang`.
    pub(crate) fn new(
        release: &'a Release,
        outlines: &'a [Outline],
        sheet: Option<&'a Sheet>,
        lang: Lang,
    ) -> Self {
        let mut findings: BTreeMap<&str, BTreeMap<&Subject, Vec<&Finding>>> = BTreeMap::new();
        for finding in &release.findings {
            findings
                .entry(&finding.indicator)
                .or_default()
                .entry(&finding.subject)
                .or_default()
                .push(finding);
        }
        let focus = release
            .cards
            .iter()
            .map(|card| (card.id.as_ref(), focus(release, card)))
            .collect();
        Self {
            release,
            outlines,
            sheet,
            words: Catalogue::new(lang),
            findings,
            focus,
        }
    }

    /// Its language.
    pub const fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// A name of the project in this language.
    pub fn local<'t>(&self, text: &'t LocalText) -> &'t str {
        text.get(self.lang())
    }

    /// Findings on one indicator and subject, in order of the release.
    pub fn findings(&self, indicator: &str, subject: &Subject) -> &[&'a Finding] {
        self.findings
            .get(indicator)
            .and_then(|of| of.get(subject))
            .map_or(&[], Vec::as_slice)
    }

    /// The card of an indicator.
    pub fn card(&self, id: &str) -> Option<&'a Card> {
        self.release.cards.iter().find(|card| card.id == id)
    }

    /// The colour of a finding's verdict, as a CSS class.
    pub(crate) fn tone(&self, finding: &Finding) -> &'static str {
        let better = self.card(&finding.indicator).map(|card| card.better);
        verdict(finding).tone(better.unwrap_or(Direction::Neutral))
    }

    /// What stands for an indicator on maps and in lists.
    pub(crate) fn focus(&self, card: &Card) -> &Focus {
        self.focus.get(card.id.as_ref()).unwrap_or(&Focus::Change)
    }

    /// True where what stands for an indicator is a difference or a slope, for which zero means "no change".
    pub(crate) fn shows_change(&self, card: &Card) -> bool {
        matches!(self.focus(card), Focus::Change | Focus::Trend)
    }

    /// The finding that stands for an indicator in an aimak: on its organic land where that has a number, else in the
    /// whole aimak. Never its untreated land, though that may be all that has a number: on a map it would be read as what
    /// became of the organic aimak.
    pub(crate) fn headline(&self, card: &Card, code: &AimakCode) -> Option<&'a Finding> {
        let focus = self.focus(card);
        let lands = [Land::Organic, Land::WholeAimak];
        self.first_given(card, code, &lands, |quantity| in_focus(focus, quantity))
    }

    /// The finding of a kind on the first of `lands` where it has a number, else the first without one.
    pub(crate) fn first_given(
        &self,
        card: &Card,
        code: &AimakCode,
        lands: &[Land],
        wanted: impl Fn(&Quantity) -> bool,
    ) -> Option<&'a Finding> {
        let here = self.findings(&card.id, &Subject::Aimak(code.clone()));
        let candidates = || {
            let on = |land: &Land| {
                let land = *land;
                here.iter()
                    .copied()
                    .filter(move |finding| finding.land == land)
            };
            lands
                .iter()
                .flat_map(on)
                .filter(|finding| wanted(&finding.quantity))
        };
        candidates()
            .find(|finding| finding.estimate().is_some())
            .or_else(|| candidates().next())
    }

    /// True where any area has outlines and a number, so that there is something to draw.
    pub(crate) fn has_maps(&self) -> bool {
        let estimated = |finding: &Finding| {
            matches!(finding.subject, Subject::Aimak(_))
                && finding.land != Land::Untreated
                && finding.estimate().is_some()
        };
        self.sheet.is_some() && self.release.findings.iter().any(estimated)
    }

    /// What is known of all organic aimaks together: compared with the others where possible.
    pub(crate) fn pooled(&self, card: &Card) -> Option<&'a Finding> {
        let all = self.findings(&card.id, &Subject::OrganicAimaks);
        let difference = all
            .iter()
            .find(|finding| matches!(finding.quantity, Quantity::DifferenceOfChanges { .. }));
        let change = all.iter().find(|finding| {
            matches!(
                finding.quantity,
                Quantity::Change { .. } | Quantity::Between { .. }
            )
        });
        let given = |finding: &&&Finding| finding.estimate().is_some();
        let found = difference
            .filter(given)
            .or_else(|| change.filter(given))
            .or(difference)
            .or(change);
        found.or_else(|| all.iter().find(given)).copied()
    }

    /// True for an indicator that a default method assumes: it is never chosen where anything was measured.
    pub(crate) fn assumes(&self, card: &Card) -> bool {
        let of = self.findings.get(card.id.as_ref());
        of.into_iter()
            .flat_map(BTreeMap::values)
            .flatten()
            .any(|finding| is_assumed(finding))
    }

    /// True for an indicator that exists of two periods together only: compared with others it is more or less, it does not rise.
    pub(crate) fn is_of_two_periods(&self, indicator: &str) -> bool {
        let of = self
            .findings
            .get(indicator)
            .into_iter()
            .flat_map(BTreeMap::values);
        of.flatten()
            .any(|finding| matches!(finding.quantity, Quantity::Between { .. }))
    }

    /// All profiles, by name in the language of the pages, those of one name by code.
    pub fn aimaks_by_name(&self) -> Vec<&'a AimakProfile> {
        let mut aimaks: Vec<&AimakProfile> = self.release.aimaks.iter().collect();
        aimaks.sort_by_cached_key(|aimak| (sort_key(self.local(&aimak.name)), &aimak.code));
        aimaks
    }

    /// The profile with this code.
    pub fn aimak(&self, code: &AimakCode) -> Option<&'a AimakProfile> {
        self.release.aimaks.iter().find(|aimak| aimak.code == *code)
    }

    /// Name of a figure of the profile; one without words of ours keeps its own.
    pub fn profile_field(&self, field: &str) -> String {
        let id = crate::texts::keyed_id("profile", field);
        if self.words.has(&id) {
            self.t(&id)
        } else {
            field.replace('_', " ")
        }
    }

    /// Name of a period.
    pub fn period(&self, id: &PeriodId) -> String {
        let found = self.release.periods.iter().find(|period| period.id == *id);
        found
            .map(|period| self.local(&period.name))
            .filter(|name| !name.is_empty())
            .unwrap_or(&id.0)
            .to_owned()
    }
}

/// True where a quantity is the one in focus.
pub fn in_focus(focus: &Focus, quantity: &Quantity) -> bool {
    match (focus, quantity) {
        (Focus::Change, Quantity::Change { .. })
        | (Focus::Between, Quantity::Between { .. })
        | (Focus::Trend, Quantity::Trend { .. })
        | (Focus::OverYears, Quantity::OverYears { .. })
        | (Focus::Timeless, Quantity::Timeless) => true,
        (Focus::State(wanted), Quantity::State { period }) => wanted == period,
        (Focus::At(wanted), Quantity::At { date }) => wanted == date,
        _ => false,
    }
}

/// The first kind of number that any area has: change, what came and went between two periods, value after, value in another period, newest year, newest date,
/// trend, value over years, timeless.
fn focus(release: &Release, card: &Card) -> Focus {
    let areas = || {
        let mine = |finding: &&Finding| {
            finding.indicator == card.id && matches!(finding.subject, Subject::Aimak(_))
        };
        release.findings.iter().filter(mine)
    };
    let dates = areas()
        .filter(|finding| finding.estimate().is_some())
        .filter_map(|finding| match finding.quantity {
            Quantity::At { date } => Some(date),
            _ => None,
        });
    // the mean of a year's season stands for the indicator, a single image of it does not
    let newest = dates.max_by_key(|date| {
        let is_year = matches!(date, PartialDate::Year(_));
        (is_year, date.first_day(), date.end())
    });
    let periods = |role| {
        release
            .periods
            .iter()
            .filter(move |period| period.role == role)
    };
    let ordered = periods(PeriodRole::After)
        .chain(periods(PeriodRole::Before))
        .chain(periods(PeriodRole::Other));
    let candidates: Vec<Focus> = [Focus::Change, Focus::Between]
        .into_iter()
        .chain(ordered.map(|period| Focus::State(period.id.clone())))
        .chain(newest.map(Focus::At))
        .chain([Focus::Trend, Focus::OverYears, Focus::Timeless])
        .collect();
    let has_number =
        |focus: &Focus| areas().any(|f| f.estimate().is_some() && in_focus(focus, &f.quantity));
    let given = candidates.iter().find(|focus| has_number(focus));
    // an indicator without any number still stands for something: for what it was asked
    let asked = || {
        let is_asked = |focus: &&Focus| areas().any(|f| in_focus(focus, &f.quantity));
        candidates.iter().find(is_asked)
    };
    given.or_else(asked).cloned().unwrap_or(Focus::Change)
}

/// Both ends of an interval and its level.
pub fn bounds(interval: &Interval) -> Option<(f64, f64, f64)> {
    match interval {
        Interval::Between { lo, hi, level, .. } => Some((*lo, *hi, *level)),
        Interval::Unavailable(_) => None,
    }
}

#[cfg(test)]
mod tests;
