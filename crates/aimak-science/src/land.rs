//! Which land is organic, which is comparable and untreated?

use aimak_core::{AimakCode, Land};
use geo::MultiPolygon;

/// One piece of land to average pixels over, in the working CRS.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// The aimak.
    pub aimak: AimakCode,
    /// Which of its land.
    pub land: Land,
    /// Shape in the working CRS (metres).
    pub shape: MultiPolygon<f64>,
}
