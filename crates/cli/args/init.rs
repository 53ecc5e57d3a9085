//! What may stand behind `aimak init`.

use std::path::PathBuf;

use clap::Args;

/// `aimak init FILE...`.
#[derive(Args)]
pub struct Init {
    /// The files.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The project file to write.
    #[arg(long, value_name = "FILE", default_value = "monitoring.toml")]
    pub out: PathBuf,
}
