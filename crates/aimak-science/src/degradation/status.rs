//! What became of the land since the baseline?

use serde::{Deserialize, Serialize};

use super::ChangeClass;

/// Status of a place: its class in the baseline and in the reporting period together.
///
/// A place that was degraded and is stable now counts as degraded: nothing healed.
///
/// # Reference
/// METHODS D.5.5; addendum to GPG v2 as computed by Trends.Earth @ 35b2b7d.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 1: degraded in both periods.
    PersistentDegradation,
    /// 2: degraded only now.
    RecentDegradation,
    /// 3: degraded in the baseline and stable since.
    BaselineDegradation,
    /// 4: stable in both.
    Stability,
    /// 5: improved in the baseline and stable since.
    BaselineImprovement,
    /// 6: improved only now.
    RecentImprovement,
    /// 7: improved in both.
    PersistentImprovement,
}

impl Status {
    /// The status of a place; missing where either period is.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::{ChangeClass, status::Status};
    /// let status = Status::of(Some(ChangeClass::Degraded), Some(ChangeClass::Stable)).unwrap();
    /// assert_eq!((status, status.change()), (Status::BaselineDegradation, ChangeClass::Degraded));
    /// assert_eq!(Status::of(None, Some(ChangeClass::Degraded)), None);
    /// ```
    pub fn of(baseline: Option<ChangeClass>, reporting: Option<ChangeClass>) -> Option<Self> {
        use ChangeClass::{Degraded, Improved, Stable};
        Some(match (baseline?, reporting?) {
            (Degraded, Degraded) => Self::PersistentDegradation,
            (Stable | Improved, Degraded) => Self::RecentDegradation,
            (Degraded, Stable) => Self::BaselineDegradation,
            (Stable, Stable) => Self::Stability,
            (Improved, Stable) => Self::BaselineImprovement,
            (Degraded | Stable, Improved) => Self::RecentImprovement,
            (Improved, Improved) => Self::PersistentImprovement,
        })
    }

    /// The number 1 to 7 of rasters and reports.
    pub const fn code(self) -> u8 {
        self as u8 + 1
    }

    /// Three levels: 1 to 3 degraded, 4 stable, 5 to 7 improved.
    pub const fn change(self) -> ChangeClass {
        match self {
            Self::PersistentDegradation | Self::RecentDegradation | Self::BaselineDegradation => {
                ChangeClass::Degraded
            }
            Self::Stability => ChangeClass::Stable,
            Self::BaselineImprovement | Self::RecentImprovement | Self::PersistentImprovement => {
                ChangeClass::Improved
            }
        }
    }
}

/// How land cover of the baseline and of the reporting period join into one class.
///
/// # Formula
/// The signs are added; a loss now is a loss.
///
/// # Reference
/// `RASTER_PEERS` 4; Trends.Earth @ 35b2b7d, land-cover progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LandCoverProgress {
    /// Missing in either period is missing.
    BothRequired,
    /// As Trends.Earth: without a later class the baseline stands, and a loss now needs no baseline. To reproduce it only,
    /// because "no data" then reads as "no change".
    TrendsEarth,
}

impl LandCoverProgress {
    /// The joined class.
    ///
    /// ```
    /// use aimak_science::degradation::{ChangeClass, status::LandCoverProgress};
    /// let healed = (Some(ChangeClass::Degraded), Some(ChangeClass::Improved));
    /// assert_eq!(LandCoverProgress::BothRequired.class(healed.0, healed.1), Some(ChangeClass::Stable));
    /// assert_eq!(LandCoverProgress::BothRequired.class(healed.0, None), None);
    /// ```
    pub fn class(
        self,
        baseline: Option<ChangeClass>,
        reporting: Option<ChangeClass>,
    ) -> Option<ChangeClass> {
        match (self, baseline, reporting) {
            (_, Some(baseline), Some(reporting)) => Some(joined(baseline, reporting)),
            (Self::TrendsEarth, None, Some(ChangeClass::Degraded)) => Some(ChangeClass::Degraded),
            (Self::TrendsEarth, Some(baseline), None) => Some(baseline),
            _ => None,
        }
    }
}

const fn joined(baseline: ChangeClass, reporting: ChangeClass) -> ChangeClass {
    use ChangeClass::{Degraded, Improved, Stable};
    match (baseline, reporting) {
        (_, Degraded) | (Degraded, Stable) => Degraded,
        (Degraded, Improved) | (Stable, Stable) => Stable,
        (Improved, Stable) | (Stable | Improved, Improved) => Improved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::degradation::oracle;

    #[test]
    fn every_pair_as_trends_earth() {
        let rows = oracle::rows(include_str!("../../tests/oracle/te_status.csv"));
        assert_eq!(rows.len(), 16);
        for row in rows {
            let status = Status::of(oracle::class(row[0]), oracle::class(row[1]));
            let code = status.map_or(-32768, |status| i16::from(status.code()));
            assert_eq!(code, row[2], "{row:?}");
            assert_eq!(status.map(Status::change), oracle::class(row[3]), "{row:?}");
        }
    }

    #[test]
    fn progress_as_trends_earth_and_stricter_where_a_period_is_missing() {
        let rows = oracle::rows(include_str!("../../tests/oracle/te_lc_progress.csv"));
        assert_eq!(rows.len(), 16);
        for row in rows {
            let (baseline, reporting) = (oracle::class(row[0]), oracle::class(row[1]));
            let expected = oracle::class(row[2]);
            let progress = |rule: LandCoverProgress| rule.class(baseline, reporting);
            assert_eq!(
                progress(LandCoverProgress::TrendsEarth),
                expected,
                "{row:?}"
            );
            let both = baseline.is_some() && reporting.is_some();
            let strict = expected.filter(|_| both);
            assert_eq!(progress(LandCoverProgress::BothRequired), strict, "{row:?}");
        }
    }
}
