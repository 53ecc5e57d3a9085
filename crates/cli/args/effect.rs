//! What may stand behind `aimak effect`.

use std::path::PathBuf;

use aimak_core::PartialDate;
use clap::{Args, ValueEnum};

/// With what the treated are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Control {
    /// Those that never began.
    #[default]
    Never,
    /// Those, and those that begin later.
    NotYet,
}

/// What the units of the panel are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Called {
    /// Municipalities.
    #[default]
    Aimaks,
    /// Places of a survey.
    Sites,
    /// Fields.
    Fields,
    /// Anything else.
    Units,
}

impl Called {
    /// The key used in texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Aimaks => "aimaks",
            Self::Sites => "sites",
            Self::Fields => "fields",
            Self::Units => "units",
        }
    }
}

/// The water that drives growth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum WaterOf {
    /// Rain on land that gets no other.
    #[default]
    RainFed,
    /// Water brought to watered land.
    Supply,
}

/// From which period a change before the start is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CountedFrom {
    /// The one just before it.
    #[default]
    Varying,
    /// The last before the start, as all later ones.
    Universal,
}

/// How covariates are taken into account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Adjusting {
    /// Both of the other two.
    #[default]
    Dr,
    /// A line through the comparison units.
    Reg,
    /// Comparison units weighted by the odds of being treated.
    Ipw,
}

/// `aimak effect --panel FILE --unit U --time T --outcome Y --treated-from G --out DIR`.
#[derive(Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub struct Effect {
    /// The panel.
    #[arg(long, value_name = "TABLE")]
    pub panel: PathBuf,
    /// Its column of units.
    #[arg(long, value_name = "COLUMN")]
    pub unit: String,
    /// Its column of times.
    #[arg(long, value_name = "COLUMN")]
    pub time: String,
    /// Its column of the outcome.
    #[arg(long, value_name = "COLUMN")]
    pub outcome: String,
    /// Its column of first treated times.
    #[arg(long, value_name = "COLUMN")]
    pub treated_from: String,
    /// Its column of strata.
    #[arg(long, value_name = "COLUMN")]
    pub strata: Option<String>,
    /// Its columns of covariates.
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    pub covariates: Vec<String>,
    /// Its column of plots.
    #[arg(long, value_name = "COLUMN")]
    pub plot: Option<String>,
    /// Its column of weights.
    #[arg(long, value_name = "COLUMN", requires = "plot")]
    pub weight: Option<String>,
    /// Its columns of easting and northing.
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    pub place: Vec<String>,
    /// The comparison.
    #[arg(
        long,
        value_name = "never|not-yet",
        default_value = "never",
        hide_possible_values = true
    )]
    pub control: Control,
    /// How covariates are used.
    #[arg(
        long,
        value_name = "dr|reg|ipw",
        default_value = "dr",
        hide_possible_values = true
    )]
    pub method: Adjusting,
    /// From which period changes before the start are counted.
    #[arg(
        long,
        value_name = "varying|universal",
        default_value = "varying",
        hide_possible_values = true
    )]
    pub base: CountedFrom,
    /// Time before the start in which units may change already.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub anticipation: u32,
    /// Lots drawn.
    #[arg(long, value_name = "N", default_value_t = 999, value_parser = clap::value_parser!(u64).range(99..=99_999))]
    pub permutations: u64,
    /// Draws of the bands.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(99..=99_999))]
    pub draws: u64,
    /// The seed.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// The effect that matters.
    #[arg(long, value_name = "NUMBER")]
    pub relevant: Option<f64>,
    /// Its columns of outcomes that the transition cannot have changed.
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    pub placebo: Vec<String>,
    /// Its column of rain.
    #[arg(long, value_name = "COLUMN")]
    pub rain: Option<String>,
    /// What that water is.
    #[arg(
        long,
        value_name = "rain-fed|supply",
        default_value = "rain-fed",
        requires = "rain",
        hide_possible_values = true
    )]
    pub water: WaterOf,
    /// The name of the outcome.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// What the units are called in sentences.
    #[arg(
        long,
        value_name = "aimaks|sites|fields|units",
        default_value = "aimaks",
        hide_possible_values = true
    )]
    pub called: Called,
    /// Outcomes tested together.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub family: u32,
    /// When outcome and design were declared.
    #[arg(long, value_name = "DATE")]
    pub registered: Option<PartialDate>,
    /// The outcome is indirect.
    #[arg(long)]
    pub proxy: bool,
    /// The method changed.
    #[arg(long)]
    pub method_break: bool,
    /// The weather was not taken out.
    #[arg(long)]
    pub weather: bool,
    /// Starts were drawn by lot.
    #[arg(long)]
    pub randomised: bool,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}
