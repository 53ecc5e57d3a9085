//! What may stand behind `aimak plan-sampling`.

use std::path::PathBuf;

use clap::Args;

/// `aimak plan-sampling (--pilot FILE | --sd N) --change N --out FILE`.
#[derive(Args)]
pub struct PlanSampling {
    /// A pilot table.
    #[arg(long, value_name = "TABLE", conflicts_with = "sd")]
    pub pilot: Option<PathBuf>,
    /// Its column of values.
    #[arg(long, value_name = "COLUMN", default_value = "value")]
    pub value: String,
    /// Its column of values of a second visit.
    #[arg(long, value_name = "COLUMN", requires = "pilot")]
    pub after: Option<String>,
    /// Its column of strata.
    #[arg(long, value_name = "COLUMN", requires = "pilot")]
    pub stratum: Option<String>,
    /// Standard deviation between plots.
    #[arg(long, value_name = "NUMBER")]
    pub sd: Option<f64>,
    /// Correlation between two visits.
    #[arg(
        long,
        value_name = "NUMBER",
        allow_negative_numbers = true,
        conflicts_with = "after"
    )]
    pub correlation: Option<f64>,
    /// The change that should be seen.
    #[arg(long, value_name = "NUMBER")]
    pub change: f64,
    /// Areas of the strata.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = area, requires = "stratum")]
    pub areas: Vec<(String, f64)>,
    /// The table to write.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}

fn area(text: &str) -> Result<(String, f64), String> {
    let parts = text.split_once('=');
    let area = parts.and_then(|(name, area)| {
        let area = area.trim().parse::<f64>().ok()?;
        Some((name.trim().to_owned(), area))
    });
    area.filter(|(_, area)| area.is_finite() && *area > 0.0)
        .ok_or_else(|| "field=1200,pasture=800".to_owned())
}
