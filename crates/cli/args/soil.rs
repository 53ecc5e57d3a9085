//! What may stand behind `aimak soil`.

use std::path::PathBuf;

use aimak_core::ConductivityMethod;
use aimak_io::read::soil_sheet::{CarbonColumn, SheetMethods};
use aimak_science::soil::health::{ClimateClass, MatterClass};
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
    /// In what electrical conductivity was measured.
    #[arg(long, value_name = "METHOD", value_parser = conductivity)]
    pub ec: Option<ConductivityMethod>,
    /// Samples analysed by Tyurin and by dry combustion.
    #[arg(long, value_name = "TABLE")]
    pub calibrate: Option<PathBuf>,
    /// The table of standard depths to write.
    #[arg(long, value_name = "OUT")]
    pub spline: Option<PathBuf>,
    /// How much the curve over depth is smoothed.
    #[arg(long, value_name = "N", default_value_t = 0.0, requires = "spline")]
    pub smoothing: f64,
    /// Classes of organic matter and climate for the scores.
    #[arg(long, value_name = "CLASSES", value_parser = health)]
    pub health: Option<HealthClasses>,
    /// The pH that scores best.
    #[arg(long, value_name = "N", requires = "health")]
    pub best_ph: Option<f64>,
    /// The sheet of the same profiles at an earlier date.
    #[arg(long, value_name = "TABLE", requires = "changes")]
    pub before: Option<PathBuf>,
    /// How organic carbon was determined at the earlier date.
    #[arg(long, value_name = "METHOD", requires = "before", value_parser = carbon)]
    pub before_carbon: Option<CarbonColumn>,
    /// The table of changes to write.
    #[arg(long, value_name = "OUT", requires = "before")]
    pub changes: Option<PathBuf>,
    /// The table to write.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}

impl Soil {
    /// How the sheet was determined.
    pub const fn methods(&self) -> SheetMethods {
        SheetMethods {
            carbon: self.carbon,
            conductivity: self.ec,
        }
    }

    /// How the sheet of the earlier date was determined.
    pub fn methods_before(&self) -> SheetMethods {
        SheetMethods {
            carbon: self.before_carbon.unwrap_or(self.carbon),
            conductivity: self.ec,
        }
    }
}

/// Which curves of the scores belong to the place.
#[derive(Clone, Copy)]
pub struct HealthClasses {
    /// How much organic matter such soils hold by nature.
    pub matter: MatterClass,
    /// Warmth and rain.
    pub climate: ClimateClass,
}

fn carbon(text: &str) -> Result<CarbonColumn, String> {
    let known = [
        ("dichromate", CarbonColumn::Dichromate),
        ("dichromate-corrected", CarbonColumn::DichromateCorrected),
        ("dry-combustion", CarbonColumn::DryCombustion),
        ("tyurin", CarbonColumn::Tyurin),
    ];
    one_of(text, &known)
}

fn conductivity(text: &str) -> Result<ConductivityMethod, String> {
    let known = [
        ("saturated-paste", ConductivityMethod::SaturatedPaste),
        ("one-to-five", ConductivityMethod::OneToFive),
    ];
    one_of(text, &known)
}

/// `3,4`: the class of organic matter from 1 (most) to 4, the class of climate from 1 to 4.
fn health(text: &str) -> Result<HealthClasses, String> {
    let matter = [
        ("1", MatterClass::Highest),
        ("2", MatterClass::High),
        ("3", MatterClass::Low),
        ("4", MatterClass::Lowest),
    ];
    let climate = [
        ("1", ClimateClass::WarmWet),
        ("2", ClimateClass::WarmDry),
        ("3", ClimateClass::ColdWet),
        ("4", ClimateClass::ColdDry),
    ];
    let both = text.split_once(',').ok_or_else(|| "1,1 … 4,4".to_owned())?;
    Ok(HealthClasses {
        matter: one_of(both.0.trim(), &matter)?,
        climate: one_of(both.1.trim(), &climate)?,
    })
}
