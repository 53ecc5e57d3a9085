//! Whose choices does a map of degradation follow?

use super::{
    one_out_all_out::MissingRule,
    performance::PerformanceRule,
    state::StateRule,
    trend::{TrendRule, Z_80},
};

/// Fewest valid years in each window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeastYears {
    /// Of the sixteen years of trend and performance.
    pub trend: usize,
    /// Of the thirteen years before.
    pub history: usize,
    /// Of the three recent years.
    pub recent: usize,
}

impl LeastYears {
    /// Eight as for every trend (METHODS D.4), the same for the history, and all three recent years: a mean of fewer has
    /// another spread than z assumes. The last two are choices of this module.
    pub const DEFAULT: Self = Self {
        trend: 8,
        history: 8,
        recent: 3,
    };
    /// Trends.Earth skips missing years; its table of critical values begins with four.
    pub const TRENDS_EARTH: Self = Self {
        trend: 4,
        history: 1,
        recent: 1,
    };
}

/// All rules of one map. Its id belongs to every output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParameterSet {
    /// Id to print.
    pub id: &'static str,
    /// When a trend counts.
    pub trend: TrendRule,
    /// When a state counts.
    pub state: StateRule,
    /// When a pixel performs badly.
    pub performance: PerformanceRule,
    /// What a missing sub-indicator does.
    pub missing: MissingRule,
    /// Fewest valid years.
    pub least_years: LeastYears,
}

/// The named parameter sets.
///
/// | | `Default` | `UnccdReporting` | `TrendsEarth` |
/// |---|---|---|---|
/// | trend | Mann–Kendall Z beyond ±1.96 | Z beyond ±1.28 | \|S\| ≥ 36 and \|slope\| > 0.001 NDVI a year |
/// | state | z with √3 beyond ±1.96 (`STATE_GPG`) | z without √3 beyond ±1.28 (`STATE_PRAIS`) | two decile classes (`TE_DECILE`) |
/// | performance | below half of p90, ≥ 100 pixels | the same | half or below, any number of pixels |
/// | valid years | 8 of 16, 8 of 13, 3 of 3 | the same | 4, 1, 1 |
/// | missing part | no indicator | no indicator | no indicator |
///
/// `Default` is for our own statements. `UnccdReporting` follows the text of the manual and is for comparison with the
/// national report; where the manual contradicts itself (only below −1.96 is degraded) its three-class cut is taken.
/// `TrendsEarth` reproduces that program and expects annual mean NDVI from −1 to 1; its trend test is about 89 %
/// two-sided, and the percentiles of Earth Engine for few values are undocumented, so its state agrees up to that.
///
/// # Example
/// ```
/// use aimak_science::degradation::Variant;
/// assert_eq!(Variant::default().parameters().id, "DEFAULT");
/// ```
///
/// # Reference
/// METHODS D.5.1 and appendices T, X 11; `RASTER_PEERS` 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variant {
    /// Our own statements.
    #[default]
    Default,
    /// Comparison with the national report.
    UnccdReporting,
    /// Comparison with Trends.Earth.
    TrendsEarth,
}

impl Variant {
    /// All variants.
    pub const ALL: [Self; 3] = [Self::Default, Self::UnccdReporting, Self::TrendsEarth];

    /// The rules of the variant. Change `missing` to [`MissingRule::AnyAvailable`] to let the known parts decide.
    pub const fn parameters(self) -> ParameterSet {
        let default = ParameterSet {
            id: "DEFAULT",
            trend: TrendRule::DEFAULT,
            state: StateRule::STATE_GPG,
            performance: PerformanceRule::DEFAULT,
            missing: MissingRule::AllRequired,
            least_years: LeastYears::DEFAULT,
        };
        match self {
            Self::Default => default,
            Self::UnccdReporting => ParameterSet {
                id: "UNCCD_REPORTING",
                trend: TrendRule::UNCCD_REPORTING,
                state: StateRule::Prais { cut: Z_80 },
                ..default
            },
            Self::TrendsEarth => ParameterSet {
                id: "TRENDS_EARTH",
                trend: TrendRule::TE_KENDALL,
                state: StateRule::TeDecile,
                performance: PerformanceRule::TRENDS_EARTH,
                least_years: LeastYears::TRENDS_EARTH,
                ..default
            },
        }
    }
}
