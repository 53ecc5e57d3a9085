//! May a record of a species be used here, and what does a number of records say?
//!
//! Where a record lies is decided before: longitude and latitude do not reach this crate.
//!
//! | question | file |
//! |---|---|
//! | which issue does a short code of GBIF mean | [`issue_code`] |
//! | does a basis of record tell of a wild, living individual | [`basis`] |
//! | may a record be passed on | [`licence`] |
//! | what do the records of each species add up to | [`species_list`] |

pub mod basis;
pub mod issue_code;
pub mod licence;
pub mod species_list;

use aimak_core::{Message, Reason, Withheld};

pub use basis::BasisOfRecord;
pub use licence::Licence;
pub use species_list::{Sighting, SpeciesLine, species_list};

/// Issues of GBIF that make a record unusable for species work (METHODS E.8).
pub const REJECTING_ISSUES: [&str; 15] = [
    "ZERO_COORDINATE",
    "COORDINATE_OUT_OF_RANGE",
    "COORDINATE_INVALID",
    "COUNTRY_COORDINATE_MISMATCH",
    "PRESUMED_SWAPPED_COORDINATE",
    "PRESUMED_NEGATED_LATITUDE",
    "PRESUMED_NEGATED_LONGITUDE",
    "COORDINATE_REPROJECTION_FAILED",
    "COORDINATE_REPROJECTION_SUSPICIOUS",
    "TAXON_MATCH_NONE",
    "TAXON_MATCH_HIGHERRANK",
    "RECORDED_DATE_INVALID",
    "RECORDED_DATE_UNLIKELY",
    "BASIS_OF_RECORD_INVALID",
    "INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS",
];

/// Issues of GBIF that are only told.
pub const FLAGGED_ISSUES: [&str; 5] = [
    "COORDINATE_ROUNDED",
    "GEODETIC_DATUM_ASSUMED_WGS84",
    "TAXON_MATCH_FUZZY",
    "COORDINATE_PRECISION_INVALID",
    "COORDINATE_UNCERTAINTY_METERS_INVALID",
];

/// Largest uncertainty of a place that an aimak can use, metres.
pub const LARGEST_UNCERTAINTY_M: f64 = 1_000.0;

/// What decides over a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OccurrenceRecord<'a> {
    /// Issues as GBIF names them.
    pub issues: &'a [&'a str],
    /// Uncertainty of the coordinates in metres.
    pub uncertainty_m: Option<f64>,
    /// True where the record says that the species was looked for and not found.
    pub absent: bool,
}

/// What a record may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OccurrenceUse {
    /// Maps and lists.
    MapAndList,
    /// Lists only: nobody knows how precise its place is.
    ListPrecisionUnknown,
    /// Lists of wider areas only: its place is too uncertain for this aimak.
    ListTooImprecise,
    /// An absence: kept apart, never a 0 of abundance.
    Absence,
    /// Nothing, for this issue.
    Rejected(&'static str),
}

impl OccurrenceRecord<'_> {
    /// What the record may be used for in an aimak so many metres wide.
    ///
    /// # Formula
    /// Rejected for the first of [`REJECTING_ISSUES`] it carries. Usable on the map of an aimak where its uncertainty is at most 1000 m,
    /// or at most half the width of the aimak.
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::occurrence::{OccurrenceRecord, OccurrenceUse};
    /// let record = OccurrenceRecord { issues: &["COORDINATE_ROUNDED"], uncertainty_m: Some(3_000.0), absent: false };
    /// assert_eq!(record.usable(10_000.0), OccurrenceUse::MapAndList);
    /// assert_eq!(record.usable(4_000.0), OccurrenceUse::ListTooImprecise);
    /// let zero = OccurrenceRecord { issues: &["ZERO_COORDINATE"], ..record };
    /// assert_eq!(zero.usable(10_000.0), OccurrenceUse::Rejected("ZERO_COORDINATE"));
    /// ```
    ///
    /// # Reference
    /// METHODS E.8; GBIF `OccurrenceIssue`.
    pub fn usable(&self, aimak_width_m: f64) -> OccurrenceUse {
        let carried = REJECTING_ISSUES
            .iter()
            .find(|issue| self.issues.contains(issue));
        if let Some(issue) = carried {
            return OccurrenceUse::Rejected(issue);
        }
        if self.absent {
            return OccurrenceUse::Absence;
        }
        match self.uncertainty_m.filter(|uncertainty| *uncertainty > 0.0) {
            None => OccurrenceUse::ListPrecisionUnknown,
            Some(uncertainty) if uncertainty <= LARGEST_UNCERTAINTY_M.max(aimak_width_m / 2.0) => {
                OccurrenceUse::MapAndList
            }
            Some(_) => OccurrenceUse::ListTooImprecise,
        }
    }

    /// The issues that are told beside the record.
    pub fn flags(&self) -> impl Iterator<Item = &'static str> + '_ {
        FLAGGED_ISSUES
            .into_iter()
            .filter(|issue| self.issues.contains(issue))
    }
}

/// Share of a species among all records of the group that the same people look for.
///
/// Numbers of records follow roads, botanists and years of campaigns. Before and after are not read from them; this share at least
/// divides by the effort that the group's records show.
///
/// # Formula
/// `species records / records of the target group`.
///
/// # Units
/// Share (0–1).
///
/// # Errors
/// `EFFORT_MISSING` for fewer than thirty records of the group, or more records of the species than of its group.
///
/// # Example
/// ```
/// use aimak_science::diversity::occurrence::target_group_share;
/// assert_eq!(target_group_share(12, 48), Ok(0.25));
/// assert_eq!(target_group_share(3, 9).unwrap_err().reason.code(), "EFFORT_MISSING");
/// ```
///
/// # Reference
/// METHODS E.8; Phillips et al. (2009), Ecol. Appl. 19:181–197 (target groups).
pub fn target_group_share(species_records: u64, group_records: u64) -> Result<f64, Withheld> {
    let needed = super::comparison::MIN_INDIVIDUALS;
    if group_records < needed || species_records > group_records {
        let detail = Message::new("detail-individuals")
            .with("n", group_records as usize)
            .with("needed", needed as usize);
        return Err(Withheld::because(Reason::EffortMissing).with(detail));
    }
    Ok(species_records as f64 / group_records as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GOOD: OccurrenceRecord = OccurrenceRecord {
        issues: &[],
        uncertainty_m: Some(100.0),
        absent: false,
    };

    #[test]
    fn every_rejecting_issue_rejects_and_no_flag_does() {
        for issue in REJECTING_ISSUES {
            let record = OccurrenceRecord {
                issues: &[issue],
                ..GOOD
            };
            assert_eq!(record.usable(1e5), OccurrenceUse::Rejected(issue));
        }
        let flagged = OccurrenceRecord {
            issues: &FLAGGED_ISSUES,
            ..GOOD
        };
        assert_eq!(flagged.usable(1e5), OccurrenceUse::MapAndList);
        assert_eq!(flagged.flags().count(), FLAGGED_ISSUES.len());
    }

    #[test]
    fn absences_and_unknown_precision_stay_off_the_map() {
        let absent = OccurrenceRecord {
            absent: true,
            ..GOOD
        };
        assert_eq!(absent.usable(1e5), OccurrenceUse::Absence);
        for uncertainty_m in [None, Some(0.0), Some(f64::NAN)] {
            let record = OccurrenceRecord {
                uncertainty_m,
                ..GOOD
            };
            assert_eq!(record.usable(1e5), OccurrenceUse::ListPrecisionUnknown);
        }
    }

    proptest! {
        #[test]
        fn a_wider_aimak_never_uses_fewer_records(uncertainty in 1.0..1e5, narrow in 1.0..1e5, more in 0.0..1e5) {
            let record = OccurrenceRecord { uncertainty_m: Some(uncertainty), ..GOOD };
            if record.usable(narrow) == OccurrenceUse::MapAndList {
                prop_assert_eq!(record.usable(narrow + more), OccurrenceUse::MapAndList);
            }
        }
    }
}
