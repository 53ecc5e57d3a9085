//! What may stand behind `aimak occurrences`.

use std::path::PathBuf;

use clap::Args;

/// `aimak occurrences FILE... --out DIR [--areas FILE [--id FIELD]]`.
#[derive(Args)]
pub struct Occurrences {
    /// Archives and tables of records.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Polygons to list species by.
    #[arg(long, value_name = "FILE")]
    pub areas: Option<PathBuf>,
    /// The field that names them.
    #[arg(long, value_name = "FIELD", requires = "areas")]
    pub id: Option<String>,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}
