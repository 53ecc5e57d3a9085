//! What was the land certified as, and since when?

use std::collections::BTreeMap;

use aimak_core::PartialDate;

use crate::attitudes::refusal::Refused;

/// How land or a group stands with a certifier or a participatory guarantee system (PGS).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// No agreement.
    Conventional,
    /// On the way: rules are kept, the seal is not yet given.
    InConversion,
    /// Guaranteed by its own community of farmers and buyers.
    Pgs,
    /// Certified organic by a third party.
    Certified,
    /// Suspended: the seal may not be used for now.
    Suspended,
    /// Given up or taken away.
    Withdrawn,
}

impl Status {
    /// True where produce may be sold as organic under this status.
    pub const fn is_organic(self) -> bool {
        matches!(self, Self::Pgs | Self::Certified)
    }
}

/// A change of status with the paper that proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusChange {
    /// Since when.
    pub since: PartialDate,
    /// What it became.
    pub status: Status,
    /// Certificate, protocol, decision.
    pub source: String,
}

/// The history of a parcel or a group.
///
/// # Range and edge cases
/// Before the first entry nothing is known: that is `None`, not conventional. In the year of a change a figure that needs one status for
/// the year is refused unless the change fell on its first day, because half a year organic is not organic.
///
/// # Example
/// ```
/// use aimak_science::attitudes::programme::certification::{History, Status, StatusChange};
/// let entry = |since: &str, status| StatusChange { since: since.parse().unwrap(), status, source: "certificate".into() };
/// let history = History::new(vec![
///     entry("2016-04", Status::InConversion), entry("2019", Status::Pgs), entry("2022-06-10", Status::Certified),
/// ]).unwrap();
/// assert_eq!(history.whole_year(2017), Some(Status::InConversion));
/// assert_eq!(history.whole_year(2022), None); // PGS until June, then certified
/// assert_eq!((history.whole_year(2015), history.whole_year(2024)), (None, Some(Status::Certified)));
/// assert_eq!(history.organic_since().map(|date| date.year()), Some(2019));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    changes: Vec<StatusChange>,
}

impl History {
    /// Changes in any order.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`] without entries, [`Refused::OutOfRange`] where two begin on the same day.
    pub fn new(mut changes: Vec<StatusChange>) -> Result<Self, Refused> {
        if changes.is_empty() {
            return Err(Refused::NoAnswers);
        }
        changes.sort_by_key(|change| change.since.first_day());
        let same_day =
            |pair: &[StatusChange]| pair[0].since.first_day() == pair[1].since.first_day();
        if changes.windows(2).any(same_day) {
            return Err(Refused::OutOfRange);
        }
        Ok(Self { changes })
    }

    /// Entries in order of time.
    pub fn changes(&self) -> &[StatusChange] {
        &self.changes
    }

    /// The status that held from the first to the last day of a year; `None` where it is unknown or changed in between.
    pub fn whole_year(&self, year: i16) -> Option<Status> {
        let (first, next) = (
            PartialDate::Year(year).first_day(),
            PartialDate::Year(year).end(),
        );
        let place = self
            .changes
            .iter()
            .rposition(|change| change.since.first_day() <= first)?;
        let later = self.changes.get(place + 1);
        later
            .is_none_or(|change| change.since.first_day() >= next)
            .then(|| self.changes[place].status)
    }

    /// Since when the produce has been sold as organic without a break; `None` where it is not now.
    pub fn organic_since(&self) -> Option<PartialDate> {
        let organic = self
            .changes
            .iter()
            .rev()
            .take_while(|change| change.status.is_organic());
        organic.last().map(|change| change.since)
    }
}

/// Hectares by status over a whole year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaByStatus {
    /// Hectares whose status was one and the same all year.
    pub known_ha: BTreeMap<Status, f64>,
    /// Hectares whose status is unknown or changed within the year.
    pub unclear_ha: f64,
}

impl AreaByStatus {
    /// Over parcels with their area.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] for an area that is negative or no number.
    pub fn of(parcels: &[(History, f64)], year: i16) -> Result<Self, Refused> {
        let mut areas = Self::default();
        for (history, area_ha) in parcels {
            if !(*area_ha >= 0.0 && area_ha.is_finite()) {
                return Err(Refused::OutOfRange);
            }
            match history.whole_year(year) {
                Some(status) => *areas.known_ha.entry(status).or_default() += area_ha,
                None => areas.unclear_ha += area_ha,
            }
        }
        Ok(areas)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(since: &str, status: Status) -> StatusChange {
        StatusChange {
            since: since.parse().unwrap(),
            status,
            source: "protocol".into(),
        }
    }

    #[test]
    fn a_break_starts_the_count_again() {
        let history = History::new(vec![
            entry("2018", Status::Certified),
            entry("2020-05", Status::Suspended),
            entry("2021", Status::Certified),
        ])
        .unwrap();
        assert_eq!(history.organic_since(), Some(PartialDate::Year(2021)));
        let given_up = History::new(vec![
            entry("2018", Status::Pgs),
            entry("2020", Status::Withdrawn),
        ]);
        assert_eq!(given_up.unwrap().organic_since(), None);
    }

    #[test]
    fn two_entries_of_one_day_contradict_each_other() {
        let both = vec![
            entry("2018", Status::Pgs),
            entry("2018-01", Status::Certified),
        ];
        assert_eq!(History::new(both), Err(Refused::OutOfRange));
        assert_eq!(History::new(vec![]), Err(Refused::NoAnswers));
    }

    #[test]
    fn areas_add_up_and_nothing_is_dropped() {
        let of = |since: &str, status| History::new(vec![entry(since, status)]).unwrap();
        let parcels = [
            (of("2019", Status::Pgs), 12.5),
            (of("2019", Status::Pgs), 2.5),
            (of("2023-03", Status::Certified), 8.0),
        ];
        let areas = AreaByStatus::of(&parcels, 2023).unwrap();
        assert_eq!(
            (areas.known_ha[&Status::Pgs], areas.unclear_ha),
            (15.0, 8.0)
        );
    }
}
