//! What may stand behind `aimak soil`.

use std::path::PathBuf;

use aimak_io::read::soil_sheet::CarbonColumn;
use clap::Args;

use super::one_of;

/// `aimak soil --layers FILE --out FILE`.
#[derive(Args)]
pub struct Soil {
    /// The laboratory sheet.
    #[arg(long, value_name = "TABLE")]
    pub layers: PathBuf,
    /// Depth of stock and concentration.
    #[arg(long, value_name = "CM", default_value_t = 30.0)]
    pub depth: f64,
    /// How organic carbon was determined.
    #[arg(long, value_name = "METHOD", default_value = "dichromate", value_parser = carbon)]
    pub carbon: CarbonColumn,
    /// The table to write.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}

fn carbon(text: &str) -> Result<CarbonColumn, String> {
    let known = [
        ("dichromate", CarbonColumn::Dichromate),
        ("dichromate-corrected", CarbonColumn::DichromateCorrected),
        ("dry-combustion", CarbonColumn::DryCombustion),
    ];
    one_of(text, &known)
}
