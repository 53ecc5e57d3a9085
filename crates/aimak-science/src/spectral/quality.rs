//! Which pixels saw the ground: not a cloud, its shadow, snow or the end of the sensor's range?

use std::collections::BTreeSet;

use ndarray::{Array2, ArrayView2, Zip};

use super::{Buffer, CellSize, SceneFault, Sensor};

/// Bits 0–5 of `QA_PIXEL`: fill, dilated cloud, cirrus, cloud, cloud shadow, snow.
const SPOILED: u16 = 0b11_1111;
/// Bit 2, which only Landsat 8 and 9 set with a meaning.
const CIRRUS: u16 = 0b100;

/// The quality bands of Landsat Collection 2: `QA_PIXEL` and `QA_RADSAT`.
///
/// # Formula
/// A pixel is kept where bits 0–5 of `QA_PIXEL` are 0 (bit 2, cirrus, not asked on Landsat 5 and 7) and `QA_RADSAT` is 0.
///
/// # Range and edge cases
/// Bit 6 ("clear") is not asked: it says no cloud and no dilated cloud, so shadows are "clear" too (value 23888).
///
/// # Example
/// ```
/// use aimak_science::spectral::{LandsatQuality, Sensor};
/// let landsat8 = LandsatQuality::of(Sensor::Landsat8).unwrap();
/// assert!(landsat8.keeps(21_824, 0)); // ordinary clear land
/// assert!(!landsat8.keeps(22_280, 0)); // cloud
/// assert!(!landsat8.keeps(23_888, 0)); // shadow, although "clear"
/// assert!(!landsat8.keeps(21_824, 0b1000)); // band 4 saturated
/// assert!(!landsat8.keeps(21_828, 0) && LandsatQuality::of(Sensor::Landsat7).unwrap().keeps(21_828, 0)); // bit 2
/// ```
///
/// # Reference
/// METHODS D.1; USGS Landsat Collection 2 Level 2 quality assessment bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LandsatQuality {
    spoiled: u16,
}

impl LandsatQuality {
    /// The quality bands of a Landsat; `None` for Sentinel-2.
    pub fn of(sensor: Sensor) -> Option<Self> {
        let landsat = matches!(
            sensor,
            Sensor::Landsat5 | Sensor::Landsat7 | Sensor::Landsat8 | Sensor::Landsat9
        );
        let ignored = if sensor.sees_cirrus() { 0 } else { CIRRUS };
        landsat.then_some(Self {
            spoiled: SPOILED & !ignored,
        })
    }

    /// True where a pixel saw the ground.
    pub const fn keeps(self, qa_pixel: u16, qa_radsat: u16) -> bool {
        qa_pixel & self.spoiled == 0 && qa_radsat == 0
    }

    /// The pixels of a window that saw the ground.
    ///
    /// # Errors
    /// Where the two windows have different shapes.
    pub fn usable(
        self,
        qa_pixel: &ArrayView2<'_, u16>,
        qa_radsat: &ArrayView2<'_, u16>,
    ) -> Result<Array2<bool>, SceneFault> {
        SceneFault::unless_same(qa_pixel.dim(), qa_radsat.dim())?;
        Ok(Zip::from(qa_pixel)
            .and(qa_radsat)
            .map_collect(|pixel, radsat| self.keeps(*pixel, *radsat)))
    }
}

/// A mask of classes: values to keep, and values whose surroundings are dropped with them. Serves Fmask and the like.
///
/// # Range and edge cases
/// A class that is not kept is dropped; where the class raster itself holds no value, drop the pixel beforehand (Fmask's clear
/// land is 0, and so is many a reader's filling). A pixel within the radius of a buffered class is dropped whatever its own class.
///
/// # Example
/// ```
/// use aimak_science::spectral::{CellSize, ClassMask};
/// use ndarray::array;
/// let fmask = ClassMask::keeping([0]).buffering([2, 4], 30.0).unwrap(); // 0 clear land, 2 shadow, 4 cloud
/// let usable = fmask.usable(&array![[0, 0, 4, 0], [0, 1, 0, 0]].view(), CellSize::new(30.0, 30.0).unwrap());
/// assert_eq!(usable, array![[true, false, false, false], [true, false, false, true]]);
/// ```
///
/// # Reference
/// METHODS D.1; classes of Fmask: Zhu & Woodcock (2012), Remote Sens. Environ. 118:83–94, doi:10.1016/j.rse.2011.10.028.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassMask {
    keep: BTreeSet<u16>,
    buffered: BTreeSet<u16>,
    radius_m: f64,
}

impl ClassMask {
    /// A mask that keeps these values and buffers nothing.
    pub fn keeping(values: impl IntoIterator<Item = u16>) -> Self {
        Self {
            keep: values.into_iter().collect(),
            buffered: BTreeSet::new(),
            radius_m: 0.0,
        }
    }

    /// The same mask that drops what lies within `radius_m` of these values; `None` for a radius that is no length.
    pub fn buffering(
        mut self,
        values: impl IntoIterator<Item = u16>,
        radius_m: f64,
    ) -> Option<Self> {
        if !(radius_m.is_finite() && radius_m >= 0.0) {
            return None;
        }
        self.buffered = values.into_iter().collect();
        self.radius_m = radius_m;
        Some(self)
    }

    /// True where a length is asked for.
    pub fn buffers(&self) -> bool {
        self.radius_m > 0.0 && !self.buffered.is_empty()
    }

    /// The buffer on cells of this size; its halo says how much wider a window must be read.
    pub fn buffer(&self, cell: CellSize) -> Buffer {
        Buffer::new(self.radius_m, cell).expect("invariant: the radius was checked")
    }

    /// True for a class that is kept.
    pub fn keeps(&self, class: u16) -> bool {
        self.keep.contains(&class)
    }

    /// The pixels of a window that are kept.
    pub fn usable(&self, classes: &ArrayView2<'_, u16>, cell: CellSize) -> Array2<bool> {
        let mut kept = classes.map(|class| self.keeps(*class));
        self.drop_surroundings(classes, cell, &mut kept);
        kept
    }

    /// Drops what lies too near to a buffered class.
    pub(super) fn drop_surroundings(
        &self,
        classes: &ArrayView2<'_, u16>,
        cell: CellSize,
        kept: &mut Array2<bool>,
    ) {
        let marked = classes.map(|class| self.buffered.contains(class));
        if !marked.iter().any(|marked| *marked) {
            return;
        }
        Zip::from(kept)
            .and(&self.buffer(cell).around(&marked.view()))
            .for_each(|kept, near| *kept &= !near);
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;
    use proptest::prelude::*;

    use super::*;

    fn cell() -> CellSize {
        CellSize::new(20.0, 20.0).unwrap()
    }

    #[test]
    fn shapes_must_agree() {
        let quality = LandsatQuality::of(Sensor::Landsat9).unwrap();
        assert!(
            quality
                .usable(&array![[0, 0]].view(), &array![[0], [0]].view())
                .is_err()
        );
        let usable = quality.usable(&array![[21_824, 1]].view(), &array![[0, 0]].view());
        assert_eq!(usable.unwrap(), array![[true, false]]);
        assert_eq!(LandsatQuality::of(Sensor::Sentinel2A), None);
    }

    proptest! {
        #[test]
        fn landsat_keeps_by_bits_alone(pixel in any::<u16>(), radsat in prop::sample::select(vec![0_u16, 0, 4, 512])) {
            for sensor in [Sensor::Landsat5, Sensor::Landsat7, Sensor::Landsat8, Sensor::Landsat9] {
                let spoiled = (0..6).any(|bit| pixel >> bit & 1 == 1 && (bit != 2 || sensor >= Sensor::Landsat8));
                let kept = LandsatQuality::of(sensor).unwrap().keeps(pixel, radsat);
                prop_assert_eq!(kept, !spoiled && radsat == 0);
            }
        }

        #[test]
        fn a_wider_buffer_never_keeps_more(classes in prop::collection::vec(0_u16..12, 48), narrow in 0.0..100.0_f64, more in 0.0..60.0_f64) {
            let scl = Array2::from_shape_vec((6, 8), classes).unwrap();
            let mask = |radius| ClassMask::keeping([4, 5, 7]).buffering([3, 8, 9], radius).unwrap().usable(&scl.view(), cell());
            let (wide, less) = (mask(narrow + more), mask(narrow));
            prop_assert!(wide.iter().zip(&less).all(|(wide, less)| *less || !wide));
            prop_assert!(less.iter().zip(&scl).all(|(kept, class)| !kept || [4, 5, 7].contains(class)));
        }
    }
}
