//! Which maps come of it, and which numbers stand in them?

use super::StripClasses;
use crate::degradation::{
    ChangeClass, performance::PerformanceClass, pixels::PixelClasses,
    productivity::ProductivityClass, status::Status,
};

/// A map of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// Trend of productivity: −1, 0, 1.
    Trend,
    /// State of productivity: −1, 0, 1.
    State,
    /// Performance within the unit: −1, 0.
    Performance,
    /// The three together: 1 declining to 5 improving.
    Productivity,
    /// Land cover: −1, 0, 1.
    LandCover,
    /// Soil carbon: −1, 0, 1.
    SoilCarbon,
    /// The indicator: −1, 0, 1.
    Sdg,
    /// The indicator in the baseline: −1, 0, 1.
    SdgBaseline,
    /// Status against the baseline: 1 to 7.
    Status,
}

impl Sheet {
    /// All maps, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Trend,
        Self::State,
        Self::Performance,
        Self::Productivity,
        Self::LandCover,
        Self::SoilCarbon,
        Self::Sdg,
        Self::SdgBaseline,
        Self::Status,
    ];

    /// Name in files and tables.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::State => "state",
            Self::Performance => "performance",
            Self::Productivity => "productivity",
            Self::LandCover => "land_cover",
            Self::SoilCarbon => "soil_carbon",
            Self::Sdg => "sdg",
            Self::SdgBaseline => "sdg_baseline",
            Self::Status => "status",
        }
    }

    /// The numbers that may stand in the map, from worse to better, with their names.
    pub const fn classes(self) -> &'static [(i8, &'static str)] {
        const CHANGE: &[(i8, &str)] = &[(-1, "degraded"), (0, "stable"), (1, "improved")];
        match self {
            Self::Performance => &[(-1, "degraded"), (0, "not_degraded")],
            Self::Productivity => &[
                (1, "declining"),
                (2, "early_decline"),
                (3, "stable_but_stressed"),
                (4, "stable"),
                (5, "improving"),
            ],
            Self::Status => &[
                (1, "persistent_degradation"),
                (2, "recent_degradation"),
                (3, "baseline_degradation"),
                (4, "stability"),
                (5, "baseline_improvement"),
                (6, "recent_improvement"),
                (7, "persistent_improvement"),
            ],
            _ => CHANGE,
        }
    }

    /// The number of a cell; `None` where it has no class. Water has neither indicator nor status.
    pub fn code(self, strip: &StripClasses, cell: usize) -> Option<i8> {
        let classes = strip.reporting(cell);
        let land = !strip.is_water(cell);
        let sdg = |classes: &PixelClasses| classes.verdict.filter(|_| land).map(|v| v.class.sign());
        match self {
            Self::Trend => classes.trend.map(ChangeClass::sign),
            Self::State => classes.state.map(ChangeClass::sign),
            Self::Performance => classes.performance.map(|class| match class {
                PerformanceClass::Degraded => -1,
                PerformanceClass::NotDegraded => 0,
            }),
            Self::Productivity => classes.productivity.map(productivity_code),
            Self::LandCover => classes.land_cover.map(ChangeClass::sign),
            Self::SoilCarbon => classes.soil_carbon.map(ChangeClass::sign),
            Self::Sdg => sdg(classes),
            Self::SdgBaseline => strip.baseline(cell).and_then(sdg),
            Self::Status => strip.status(cell).filter(|_| land).map(status_code),
        }
    }
}

// both codes have one digit
fn productivity_code(class: ProductivityClass) -> i8 {
    class.code() as i8
}

fn status_code(status: Status) -> i8 {
    status.code() as i8
}
