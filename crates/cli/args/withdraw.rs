//! What may stand behind `aimak withdraw`.

use std::path::PathBuf;

use aimak_core::PartialDate;
use clap::Args;

/// `aimak withdraw ID --date DATE [--project FILE] [--release DIR ...] [--site SITE ...]`.
#[derive(Args)]
pub struct Withdraw {
    /// The passport.
    #[arg(value_name = "PASSPORT")]
    pub id: String,
    /// When it was asked for.
    #[arg(long, value_name = "DATE")]
    pub date: PartialDate,
    /// The project file.
    #[arg(long, value_name = "FILE")]
    pub project: Option<PathBuf>,
    /// Release folders.
    #[arg(long, value_name = "DIR")]
    pub release: Vec<PathBuf>,
    /// Sites.
    #[arg(long, value_name = "SITE")]
    pub site: Vec<PathBuf>,
    /// Changes nothing.
    #[arg(long)]
    pub dry_run: bool,
}
