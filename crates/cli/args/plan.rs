//! What may stand behind `aimak plan`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Which plots a wave sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlotsSeen {
    /// Those of the first.
    Same,
    /// Others.
    Anew,
}

/// `aimak plan --treated N,.. --comparison N (--aimak-sd X --plot-sd X | --pilot FILE ...) --out DIR`.
#[derive(Args)]
pub struct Plan {
    /// Aimaks of each start.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',', required = true)]
    pub treated: Vec<usize>,
    /// The wave in which each starts.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    pub starts: Vec<usize>,
    /// Aimaks that never start.
    #[arg(long, value_name = "N")]
    pub comparison: usize,
    /// Waves in all.
    #[arg(long, value_name = "N", default_value_t = 4)]
    pub waves: usize,
    /// Years from wave to wave.
    #[arg(
        long,
        value_name = "NUMBER",
        default_value_t = 1.0,
        allow_negative_numbers = true
    )]
    pub years_apart: f64,
    /// Plots of an aimak in a wave.
    #[arg(long, value_name = "N")]
    pub plots: Option<usize>,
    /// Which plots a wave sees.
    #[arg(long, value_name = "same|anew", hide_possible_values = true)]
    pub visits: Option<PlotsSeen>,
    /// Sd of what happens to an aimak in a wave.
    #[arg(
        long,
        value_name = "NUMBER",
        allow_negative_numbers = true,
        required_unless_present = "pilot",
        conflicts_with = "pilot"
    )]
    pub aimak_sd: Option<f64>,
    /// Its correlation from wave to wave.
    #[arg(
        long,
        value_name = "NUMBER",
        allow_negative_numbers = true,
        conflicts_with = "pilot"
    )]
    pub autocorrelation: Option<f64>,
    /// Sd between plots.
    #[arg(
        long,
        value_name = "NUMBER",
        allow_negative_numbers = true,
        required_unless_present = "pilot",
        conflicts_with = "pilot"
    )]
    pub plot_sd: Option<f64>,
    /// Correlation of a plot with itself.
    #[arg(
        long,
        value_name = "NUMBER",
        allow_negative_numbers = true,
        conflicts_with = "pilot"
    )]
    pub revisit_correlation: Option<f64>,
    /// A pilot table, or the panel at hand.
    #[arg(long, visible_alias = "panel", value_name = "TABLE", requires_all = ["unit", "plot", "time", "outcome"])]
    pub pilot: Option<PathBuf>,
    /// Its column of units.
    #[arg(long, value_name = "COLUMN", requires = "pilot")]
    pub unit: Option<String>,
    /// Its column of plots.
    #[arg(long, value_name = "COLUMN", requires = "pilot")]
    pub plot: Option<String>,
    /// Its column of times.
    #[arg(long, value_name = "COLUMN", requires = "pilot")]
    pub time: Option<String>,
    /// Its columns of outcomes.
    #[arg(
        long,
        value_name = "COLUMNS",
        value_delimiter = ',',
        requires = "pilot"
    )]
    pub outcome: Vec<String>,
    /// Its column of first treated times.
    #[arg(long, value_name = "COLUMN", requires = "pilot")]
    pub treated_from: Option<String>,
    /// The effect that matters, of each outcome.
    #[arg(
        long,
        value_name = "NUMBERS",
        value_delimiter = ',',
        allow_negative_numbers = true
    )]
    pub relevant: Vec<f64>,
    /// The effect that is expected.
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub expected: Option<f64>,
    /// It grows by as much with each wave.
    #[arg(long, requires = "expected")]
    pub per_wave: bool,
    /// Outcomes tested together.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub family: u32,
    /// The name of the outcome.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}
