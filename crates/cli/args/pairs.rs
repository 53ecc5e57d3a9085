//! What may stand behind `aimak pairs`.

use std::path::PathBuf;

use aimak_core::PartialDate;
use clap::Args;

/// `aimak pairs --fields FILE --pair P --organic O --outcome Y [--aimak A] --out DIR`.
#[derive(Args)]
pub struct Pairs {
    /// The fields.
    #[arg(long, value_name = "TABLE")]
    pub fields: PathBuf,
    /// Its column of pairs.
    #[arg(long, value_name = "COLUMN")]
    pub pair: String,
    /// Its column of yes and no.
    #[arg(long, value_name = "COLUMN")]
    pub organic: String,
    /// Its column of the outcome.
    #[arg(long, value_name = "COLUMN")]
    pub outcome: String,
    /// Its column of aimaks.
    #[arg(long, value_name = "COLUMN")]
    pub aimak: Option<String>,
    /// The difference that matters.
    #[arg(long, value_name = "NUMBER")]
    pub relevant: Option<f64>,
    /// When outcome and pairs were declared.
    #[arg(long, value_name = "DATE")]
    pub registered: Option<PartialDate>,
    /// The outcome is indirect.
    #[arg(long)]
    pub proxy: bool,
    /// The name of the outcome.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// The seed.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}
