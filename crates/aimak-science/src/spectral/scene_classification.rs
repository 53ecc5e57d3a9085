//! Which pixels of a Sentinel-2 scene saw the ground?

use aimak_core::Raster;
use ndarray::{Array2, ArrayView2, Zip};

use super::{CellSize, ClassMask, SceneFault};

/// Dark areas are slopes in their own shade, not cloud shadow, above this cos i (METHODS D.1).
pub const LIT_COS_INCIDENCE: f64 = 0.3;
/// Distance from clouds and their shadows within which pixels are dropped, m (METHODS D.1).
const CLOUD_BUFFER_M: f64 = 60.0;

/// Classes of Sentinel-2's scene classification layer (SCL).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
pub enum SceneClass {
    /// No data.
    NoData = 0,
    /// Saturated or defective.
    Defective = 1,
    /// Dark areas, cast shadows.
    Dark = 2,
    /// Cloud shadow.
    CloudShadow = 3,
    /// Vegetation.
    Vegetation = 4,
    /// Not vegetated.
    NotVegetated = 5,
    /// Water.
    Water = 6,
    /// Unclassified, cloud of low probability.
    Unclassified = 7,
    /// Cloud, medium probability.
    CloudMedium = 8,
    /// Cloud, high probability.
    CloudHigh = 9,
    /// Thin cirrus.
    Cirrus = 10,
    /// Snow or ice.
    Snow = 11,
}

/// The mask from Sentinel-2's scene classification.
///
/// # Range and edge cases
/// By default classes 4, 5 and 7 are kept, and what lies within 60 m of 3, 8 or 9 is dropped. In mountains class 2 hides north
/// slopes: given cos i, dark pixels above 0.3 are kept too, and say so.
///
/// # Example
/// ```
/// use aimak_science::spectral::{CellSize, SceneClassification};
/// use ndarray::array;
/// let scl = array![[4, 5, 7, 6, 2, 11, 4, 4, 4, 9]];
/// let mask = SceneClassification::default();
/// let usable = mask.usable(&scl.view(), CellSize::new(20.0, 20.0).unwrap(), None).unwrap();
/// assert_eq!(usable.keep, array![[true, true, true, false, false, false, false, false, false, false]]);
/// ```
///
/// # Reference
/// METHODS D.1; ESA Sentinel-2 Level-2A algorithm, scene classification.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneClassification(pub ClassMask);

impl Default for SceneClassification {
    fn default() -> Self {
        use SceneClass::{CloudHigh, CloudMedium, CloudShadow};
        use SceneClass::{NotVegetated, Unclassified, Vegetation};
        let codes = |classes: [SceneClass; 3]| classes.map(|class| class as u16);
        let mask = ClassMask::keeping(codes([Vegetation, NotVegetated, Unclassified]))
            .buffering(codes([CloudShadow, CloudMedium, CloudHigh]), CLOUD_BUFFER_M)
            .expect("invariant: the radius is a length");
        Self(mask)
    }
}

/// The pixels that saw the ground.
#[derive(Clone, Debug, PartialEq)]
pub struct UsablePixels {
    /// Every pixel that is kept.
    pub keep: Array2<bool>,
    /// Those among them that are classified as dark and kept because the sun reaches them.
    pub dark: Array2<bool>,
}

impl SceneClassification {
    /// The pixels of a window that saw the ground; dark ones only where `cos_incidence` says that the sun reaches them.
    ///
    /// # Errors
    /// Where the windows have different shapes.
    pub fn usable(
        &self,
        scl: &ArrayView2<'_, u16>,
        cell: CellSize,
        cos_incidence: Option<&Raster<f64>>,
    ) -> Result<UsablePixels, SceneFault> {
        let mut keep = scl.map(|class| self.0.keeps(*class));
        let mut dark = Array2::from_elem(scl.dim(), false);
        if let Some(sun) = cos_incidence {
            SceneFault::unless_same(scl.dim(), sun.values.dim())?;
            Zip::from(&mut dark)
                .and(scl)
                .and(&sun.values)
                .and(&sun.valid)
                .for_each(|dark, class, cos_i, valid| {
                    let lit = *valid && *cos_i > LIT_COS_INCIDENCE;
                    *dark = *class == SceneClass::Dark as u16 && lit;
                });
            keep = &keep | &dark;
        }
        self.0.drop_surroundings(scl, cell, &mut keep);
        dark = &dark & &keep;
        Ok(UsablePixels { keep, dark })
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn dark_slopes_in_the_sun_are_kept_and_say_so() {
        let scl = array![[2, 2, 2, 4, 5, 5, 5, 5, 2, 3]];
        let sun = Raster {
            values: array![[0.5, 0.3, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]],
            valid: array![[true, true, false, true, true, true, true, true, true, true]],
        };
        let mask = SceneClassification::default();
        let usable = mask
            .usable(&scl.view(), CellSize::new(20.0, 20.0).unwrap(), Some(&sun))
            .unwrap();
        let first_only = array![[
            true, false, false, false, false, false, false, false, false, false
        ]];
        assert_eq!(usable.dark, first_only);
        assert_eq!(
            usable.keep,
            array![[
                true, false, false, true, true, true, false, false, false, false
            ]]
        );
    }
}
