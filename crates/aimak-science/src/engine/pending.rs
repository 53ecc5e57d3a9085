//! stand-ins until zonal and terrain land
#![allow(missing_docs, dead_code)]
use aimak_core::*;
pub mod zonal {
    use super::*;
    use crate::land::Zone;
    pub struct ZonalMean {
        pub mean: Option<f64>,
        pub cells: f64,
        pub valid_share: f64,
        pub inside: bool,
    }
    pub fn means(
        _: &RasterLayer,
        _: &[Zone],
        _: &dyn RasterSource,
        _: &dyn Progress,
    ) -> Vec<Vec<Result<ZonalMean, RasterFault>>> {
        vec![]
    }
}
pub mod terrain {
    use super::*;
    use crate::land::Zone;
    pub struct SlopeSummary {
        pub mean_percent: f64,
        pub share_above_15_percent: f64,
        pub cells: f64,
        pub valid_share: f64,
    }
    pub fn slope_summary(
        _: &RasterLayer,
        _: &[Zone],
        _: &dyn RasterSource,
        _: &dyn Progress,
    ) -> Vec<Result<SlopeSummary, RasterFault>> {
        vec![]
    }
}
pub mod land {
    use super::*;
    pub fn zones(_: &Survey) -> Vec<crate::land::Zone> {
        vec![]
    }
    pub fn treated_share_percent(_: &Survey, _: &AimakCode) -> Option<f64> {
        None
    }
}
