//! In which worlds are tests tried, and what do they say there?

use super::{Analysis, Rate, Regions, Setting, Spread};
use crate::effect::{
    randomisation::Exchange,
    staggered::{Against, Design, Weighting},
};

/// The analyses of a row, in the order of its rates.
pub const ANALYSES: [&str; 6] = [
    "influence function, normal",
    "Welch",
    "Welch, not yet treated",
    "lots among all",
    "lots within areas",
    "lots among all, not yet treated",
];

/// The default, and the same against all that are not treated yet.
const DESIGNS: [Design; 2] = [
    Design {
        weighting: Weighting::UnitPeriods,
        against: Against::NeverTreated,
        anticipation: 0,
    },
    Design {
        weighting: Weighting::UnitPeriods,
        against: Against::NotYetTreated,
        anticipation: 0,
    },
];

/// What every analysis says in one setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// How often each of [`ANALYSES`] says "effect".
    pub rates: [Rate; 6],
    /// Values and errors of the default, and of the comparison with those not treated yet.
    pub spreads: [Option<Spread>; 2],
}

impl Row {
    /// Tries all analyses on the same panels.
    pub fn of(setting: &Setting, seed: u64, runs: usize, draws: usize) -> Self {
        let [never, not_yet] = DESIGNS;
        let lots = |design, exchange| Analysis::Randomised {
            design,
            exchange,
            draws,
        };
        let analyses = [
            Analysis::InfluenceNormal,
            Analysis::Welch(never),
            Analysis::Welch(not_yet),
            lots(never, Exchange::Everywhere),
            lots(never, Exchange::WithinStrata),
            lots(not_yet, Exchange::Everywhere),
        ];
        Self {
            rates: analyses.map(|analysis| setting.rejections(analysis, seed, runs)),
            spreads: DESIGNS.map(|design| setting.spread(design, seed, runs)),
        }
    }
}

/// Treated and comparison aimaks with what is special: first the rows of STATISTICS 6, then further ones. Shocks of regions, where
/// there are any, have sd 0.1.
pub fn settings() -> Vec<(&'static str, Setting)> {
    let of = |treated, comparison| Setting {
        treated,
        comparison,
        ..Setting::default()
    };
    let twice = |setting| Setting {
        treated_sd_ratio: 2.0,
        ..setting
    };
    let with = |effect, setting| Setting { effect, ..setting };
    let regional = |regions, setting| Setting {
        regions,
        regional_shock_sd: 0.1,
        ..setting
    };
    vec![
        ("14/14", of(14, 14)),
        ("14/6", of(14, 6)),
        ("14/28", of(14, 28)),
        ("10/10", of(10, 10)),
        ("14/14 sd x2", twice(of(14, 14))),
        ("14/6 sd x2", twice(of(14, 6))),
        ("14/28 sd x2", twice(of(14, 28))),
        ("14/14 effect .2", with(0.2, of(14, 14))),
        ("14/28 effect .2", with(0.2, of(14, 28))),
        ("14/14 effect .3", with(0.3, of(14, 14))),
        ("10/6", of(10, 6)),
        ("10/28", of(10, 28)),
        ("12/10", of(12, 10)),
        ("14/6 effect .2", with(0.2, of(14, 6))),
        ("10/10 effect .2", with(0.2, of(10, 10))),
        (
            "14/14 own effects sd .2",
            Setting {
                effect_sd: 0.2,
                ..of(14, 14)
            },
        ),
        (
            "14/14 2+2 regions apart",
            regional(Regions::Apart(2), of(14, 14)),
        ),
        (
            "14/14 3 regions mixed",
            regional(Regions::Mixed(3), of(14, 14)),
        ),
        (
            "14/28 4 regions mixed",
            regional(Regions::Mixed(4), of(14, 28)),
        ),
        (
            "10/10 3 regions mixed",
            regional(Regions::Mixed(3), of(10, 10)),
        ),
        (
            "14/14 a region a start",
            regional(Regions::ByStart, of(14, 14)),
        ),
        (
            "14/14 a region a start, effect .2",
            with(0.2, regional(Regions::ByStart, of(14, 14))),
        ),
        (
            "14/28 a region a start",
            regional(Regions::ByStart, of(14, 28)),
        ),
        (
            "14/14 seven starts",
            Setting {
                starts: (1..8).collect(),
                ..of(14, 14)
            },
        ),
        (
            "14/14 seven starts, effect .2",
            Setting {
                starts: (1..8).collect(),
                ..with(0.2, of(14, 14))
            },
        ),
        (
            "12/12 six starts, three of one",
            Setting {
                starts: vec![2, 3, 3, 3, 1, 5, 5, 5, 6, 6, 6, 7],
                ..of(12, 12)
            },
        ),
    ]
}
