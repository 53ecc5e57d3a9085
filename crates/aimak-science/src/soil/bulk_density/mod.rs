//! How heavy is the fine earth of a place, and who says so?

mod core_sample;
mod ensemble;
mod pedotransfer;
mod source;

pub use core_sample::{CoreSample, STONE_DENSITY_G_PER_CM3, stone_volume_fraction};
pub use ensemble::{DensityEnsemble, DensityOffset, FEWEST_CORES, PREDICTION_SD_G_PER_CM3};
pub use pedotransfer::{Pedotransfer, PedotransferInput, PredictedDensity};
pub use source::{ChosenDensity, DensitySource, choose};
