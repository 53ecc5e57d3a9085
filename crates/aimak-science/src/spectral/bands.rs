//! What do the bands of one pixel reflect?

use super::{BandRole, Reflectance};

/// Reflectances of one pixel that an index may use: 0 < ρ ≤ 1, or missing.
///
/// # Range and edge cases
/// Indices ask for [`BandRole::Nir`] only; in a [`Scene`](super::Scene) the narrow band stands in where there is no broad one.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BandRole, Bands};
/// let bands = Bands::of(&[(BandRole::Red, 0.08), (BandRole::Nir, 1.2)]);
/// assert_eq!((bands.red(), bands.nir(), bands.blue()), (Some(0.08), None, None));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bands([Option<f64>; 7]);

impl Bands {
    /// Bands from reflectances; a value outside 0 < ρ ≤ 1 is missing.
    pub fn of(reflectances: &[(BandRole, f64)]) -> Self {
        let mut bands = Self::default();
        for (role, value) in reflectances {
            bands.set(*role, Reflectance::new(*value));
        }
        bands
    }

    /// Sets a band; what an index may not use becomes missing.
    pub fn set(&mut self, role: BandRole, reflectance: Option<Reflectance>) {
        self.0[role as usize] = reflectance.and_then(Reflectance::for_index);
    }

    /// The reflectance of a band.
    pub const fn get(&self, role: BandRole) -> Option<f64> {
        self.0[role as usize]
    }

    /// B.
    pub const fn blue(&self) -> Option<f64> {
        self.get(BandRole::Blue)
    }

    /// G.
    pub const fn green(&self) -> Option<f64> {
        self.get(BandRole::Green)
    }

    /// R.
    pub const fn red(&self) -> Option<f64> {
        self.get(BandRole::Red)
    }

    /// N.
    pub const fn nir(&self) -> Option<f64> {
        self.get(BandRole::Nir)
    }

    /// S1.
    pub const fn swir1(&self) -> Option<f64> {
        self.get(BandRole::Swir1)
    }

    /// S2.
    pub const fn swir2(&self) -> Option<f64> {
        self.get(BandRole::Swir2)
    }
}
