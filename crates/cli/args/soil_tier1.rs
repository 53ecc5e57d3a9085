//! What may stand behind `aimak soil-tier1`.

use std::path::PathBuf;

use clap::Args;

/// `aimak soil-tier1 --fields FILE --out FILE`.
#[derive(Args)]
pub struct SoilTier1 {
    /// The fields.
    #[arg(long, value_name = "TABLE")]
    pub fields: PathBuf,
    /// The table to write.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}
