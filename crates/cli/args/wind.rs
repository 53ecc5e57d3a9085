//! What may stand behind `aimak wind`.

use std::path::PathBuf;

use aimak_science::erosion::wind::{speed::THRESHOLD_M_PER_S, weather::PeriodLength};
use clap::Args;

use super::one_of;

/// `aimak wind --weather FILE --fields FILE --elevation M --out DIR`.
#[derive(Args)]
pub struct Wind {
    /// The weather, hour by hour or day by day.
    #[arg(long, value_name = "FILE")]
    pub weather: PathBuf,
    /// The fields, before and after.
    #[arg(long, value_name = "FILE")]
    pub fields: PathBuf,
    /// Height of the wind instrument, m.
    #[arg(long, value_name = "METRES", default_value_t = 10.0)]
    pub height: f64,
    /// Wind at 2 m below which nothing moves, m/s.
    #[arg(long, value_name = "SPEED", default_value_t = THRESHOLD_M_PER_S)]
    pub threshold: f64,
    /// Elevation above the sea, m; the index needs none.
    #[arg(
        long,
        value_name = "METRES",
        required_unless_present = "index",
        allow_negative_numbers = true
    )]
    pub elevation: Option<f64>,
    /// Degrees north, for evapotranspiration from temperature.
    #[arg(long, value_name = "DEGREES", allow_negative_numbers = true)]
    pub latitude: Option<f64>,
    /// The wind comes from a reanalysis.
    #[arg(long)]
    pub reanalysis: bool,
    /// Periods.
    #[arg(long, value_name = "SPAN", default_value = "half-month", value_parser = length)]
    pub every: PeriodLength,
    /// The index ILSWE instead of a loss.
    #[arg(long, conflicts_with_all = ["every", "threshold"])]
    pub index: bool,
    /// Seed of the draws for the intervals.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

fn length(word: &str) -> Result<PeriodLength, String> {
    let known = [
        ("half-month", PeriodLength::HalfMonth),
        ("month", PeriodLength::Month),
    ];
    one_of(word, &known)
}
