//! What did one satellite see of a window on one date?

use std::{collections::BTreeMap, fmt};

use aimak_core::Raster;
use ndarray::{Array2, ArrayView2, Axis, Zip};

use super::{BandRole, Bands, Harmonisation, HarmonisationFlag, Reflectance, index::SpectralIndex};

/// Why windows cannot be taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SceneFault {
    /// Two windows have different shapes (rows, columns): their bands lie on different grids.
    ShapesDiffer {
        /// Shape of the first.
        expected: (usize, usize),
        /// Shape of the other.
        found: (usize, usize),
    },
    /// A band that is needed was not given.
    MissingBand(BandRole),
    /// The scene is seen as another sensor's already: a second line, or a band without it, would spoil it.
    AlreadyHarmonised,
    /// Nothing was given.
    Empty,
}

impl SceneFault {
    /// `Ok` where two shapes are the same.
    pub(super) fn unless_same(expected: (usize, usize), found: (usize, usize)) -> Result<(), Self> {
        if expected == found {
            return Ok(());
        }
        Err(Self::ShapesDiffer { expected, found })
    }
}

impl fmt::Display for SceneFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ShapesDiffer { expected, found } => write!(
                f,
                "windows of {} x {} and {} x {} cells cannot be taken together",
                expected.0, expected.1, found.0, found.1
            ),
            Self::MissingBand(role) => write!(f, "the {role:?} band is needed"),
            Self::AlreadyHarmonised => write!(f, "the scene is harmonised already"),
            Self::Empty => write!(f, "no window was given"),
        }
    }
}

impl std::error::Error for SceneFault {}

/// The bands of one window on one date, on one grid.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::spectral::{BandRole, Reflectance, Scene, index};
/// use ndarray::array;
/// let band = |values| Reflectance::of_scaled(&Raster { values, valid: array![[true, true]] }).unwrap();
/// let scene = Scene::new(BandRole::Red, band(array![[0.08, 0.10]]))
///     .with(BandRole::Nir, band(array![[0.32, -0.01]])).unwrap();
/// let ndvi = scene.index(index::by_id("ndvi").unwrap()).unwrap();
/// assert!((ndvi.get(0, 0).unwrap() - 0.6).abs() < 1e-9);
/// assert_eq!(ndvi.get(0, 1), None); // a reflectance below zero has no ratio
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    shape: (usize, usize),
    seen_as: Harmonisation,
    bands: BTreeMap<BandRole, Raster<Reflectance>>,
}

impl Scene {
    /// A scene of one band.
    pub fn new(role: BandRole, band: Raster<Reflectance>) -> Self {
        Self {
            shape: band.values.dim(),
            seen_as: Harmonisation::None,
            bands: BTreeMap::from([(role, band)]),
        }
    }

    /// The same scene with one more band.
    ///
    /// # Errors
    /// Where the band has another shape, or the scene is harmonised already.
    pub fn with(mut self, role: BandRole, band: Raster<Reflectance>) -> Result<Self, SceneFault> {
        self.unless_harmonised()?;
        SceneFault::unless_same(self.shape, band.values.dim())?;
        self.bands.insert(role, band);
        Ok(self)
    }

    /// A band, where the scene has it.
    pub fn band(&self, role: BandRole) -> Option<&Raster<Reflectance>> {
        self.bands.get(&role)
    }

    /// The same scene with only those pixels valid that a mask keeps.
    ///
    /// # Errors
    /// Where the mask has another shape.
    pub fn masked(mut self, keep: &ArrayView2<'_, bool>) -> Result<Self, SceneFault> {
        SceneFault::unless_same(self.shape, keep.dim())?;
        for band in self.bands.values_mut() {
            Zip::from(&mut band.valid)
                .and(keep)
                .for_each(|valid, keep| *valid &= *keep);
        }
        Ok(self)
    }

    /// The same scene as another sensor would have seen it, and what is to be said about that.
    ///
    /// # Range and edge cases
    /// A pixel that leaves the stored range becomes invalid.
    ///
    /// # Errors
    /// Where the scene is harmonised already.
    pub fn harmonised(
        mut self,
        harmonisation: Harmonisation,
    ) -> Result<(Self, Vec<HarmonisationFlag>), SceneFault> {
        self.unless_harmonised()?;
        self.seen_as = harmonisation;
        for (role, band) in &mut self.bands {
            let line = harmonisation.line(*role);
            Zip::from(&mut band.values)
                .and(&mut band.valid)
                .for_each(|value, valid| match line.at(*value) {
                    Some(seen) => *value = seen,
                    None => *valid = false,
                });
        }
        let roles: Vec<BandRole> = self.bands.keys().copied().collect();
        Ok((self, harmonisation.flags(&roles)))
    }

    /// `Ok` while every band is as its own sensor saw it.
    fn unless_harmonised(&self) -> Result<(), SceneFault> {
        if self.seen_as == Harmonisation::None {
            return Ok(());
        }
        Err(SceneFault::AlreadyHarmonised)
    }

    /// An index of every pixel; invalid where a band is, or where the index has no value.
    ///
    /// # Range and edge cases
    /// The narrow near infrared stands in where the scene has no broad one: give only the one that is meant.
    ///
    /// # Errors
    /// Where a band that the index needs was not given.
    pub fn index(&self, index: &SpectralIndex) -> Result<Raster<f64>, SceneFault> {
        let needed = |role: &BandRole| {
            let narrow = || self.bands.get(&BandRole::NirNarrow);
            let stands_in = narrow().filter(|_| *role == BandRole::Nir);
            let band = self.bands.get(role).or(stands_in);
            band.map(|band| (*role, band))
                .ok_or(SceneFault::MissingBand(*role))
        };
        let bands = index
            .needs
            .iter()
            .map(needed)
            .collect::<Result<Vec<_>, _>>()?;
        let mut values = Array2::zeros(self.shape);
        let mut valid = Array2::from_elem(self.shape, false);
        Zip::indexed(values.axis_iter_mut(Axis(0)))
            .and(valid.axis_iter_mut(Axis(0)))
            .par_for_each(|row, mut values, mut valid| {
                for col in 0..self.shape.1 {
                    let mut pixel = Bands::default();
                    for (role, band) in &bands {
                        pixel.set(*role, band.get(row, col).copied());
                    }
                    if let Some(value) = index.value(&pixel) {
                        (values[col], valid[col]) = (value, true);
                    }
                }
            });
        Ok(Raster { values, valid })
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;
    use crate::spectral::{Sensor, index};

    fn band(values: Array2<f64>) -> Raster<Reflectance> {
        let valid = Array2::from_elem(values.dim(), true);
        Reflectance::of_scaled(&Raster { values, valid }).unwrap()
    }

    fn scene() -> Scene {
        Scene::new(BandRole::Red, band(array![[0.1, 0.1], [0.2, 0.3]]))
            .with(BandRole::NirNarrow, band(array![[0.3, 0.3], [0.25, 0.5]]))
            .unwrap()
            .with(BandRole::Nir, band(array![[0.3, 0.3], [0.25, 0.5]]))
            .unwrap()
    }

    #[test]
    fn other_shapes_and_missing_bands_are_refused() {
        let differ = SceneFault::ShapesDiffer {
            expected: (2, 2),
            found: (1, 2),
        };
        assert_eq!(
            scene().with(BandRole::Blue, band(array![[0.1, 0.1]])),
            Err(differ)
        );
        assert_eq!(scene().masked(&array![[true, false]].view()), Err(differ));
        let ndmi = index::by_id("ndmi").unwrap();
        assert_eq!(
            scene().index(ndmi),
            Err(SceneFault::MissingBand(BandRole::Swir1))
        );
    }

    #[test]
    fn a_masked_pixel_has_no_index() {
        let masked = scene()
            .masked(&array![[true, false], [true, true]].view())
            .unwrap();
        let ndvi = masked.index(index::by_id("ndvi").unwrap()).unwrap();
        assert_eq!(ndvi.valid, array![[true, false], [true, true]]);
        assert!((ndvi.values[(1, 1)] - 0.25).abs() < 1e-12);
    }

    #[test]
    fn sentinel_2a_seen_as_landsat() {
        // METHODS D.1: red 0.10, NIR 0.30 seen as OLI give NDVI 0.504699
        let to_oli = Harmonisation::ToOli(Sensor::Sentinel2A);
        let (seen, flags) = scene().harmonised(to_oli).unwrap();
        let ndvi = seen.index(index::by_id("ndvi").unwrap()).unwrap();
        assert!((ndvi.values[(0, 0)] - 0.504_699).abs() < 5e-7);
        assert_eq!(flags, [HarmonisationFlag::BroadNir]);
        let mut narrow = scene();
        narrow.bands.remove(&BandRole::Nir);
        let (seen, flags) = narrow.harmonised(to_oli).unwrap();
        assert_eq!(seen.index(index::by_id("ndvi").unwrap()), Ok(ndvi));
        assert_eq!(flags, []);
        let same = scene().harmonised(Harmonisation::None).unwrap();
        assert_eq!(same, (scene(), Vec::new()));
    }

    #[test]
    fn nothing_is_harmonised_twice() {
        let to_oli = Harmonisation::ToOli(Sensor::Landsat7);
        let (seen, _) = scene().harmonised(to_oli).unwrap();
        let red = band(array![[0.1, 0.1], [0.1, 0.1]]);
        assert_eq!(
            seen.clone().with(BandRole::Red, red),
            Err(SceneFault::AlreadyHarmonised)
        );
        assert_eq!(seen.harmonised(to_oli), Err(SceneFault::AlreadyHarmonised));
    }
}
