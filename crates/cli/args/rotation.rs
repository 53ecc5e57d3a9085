//! What may stand behind `aimak rotation`.

use std::path::PathBuf;

use clap::Args;

/// `aimak rotation --fields FILE --out FILE`.
#[derive(Args)]
pub struct Rotation {
    /// What grew on the fields.
    #[arg(long, value_name = "TABLE")]
    pub fields: PathBuf,
    /// The table to write.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}
