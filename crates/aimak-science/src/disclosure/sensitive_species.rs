//! How exactly may the place of a rare plant or animal be told?

/// Degrees of latitude are this long on a sphere of 6371.0 km, m.
const METRES_PER_DEGREE: f64 = 111_194.93;

/// How sensitive the place of a species is.
///
/// # Reference
/// METHODS F.5.6; Chapman (2020), Current Best Practices for Generalizing Sensitive Species Occurrence Data, GBIF,
/// doi:10.15468/doc-5jp4-5g10 (classes recalled there).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sensitivity {
    /// Category 1: no place at all.
    Withheld,
    /// Category 2: cells of 0.1°.
    Tenth,
    /// Category 3: cells of 0.01°.
    Hundredth,
    /// Category 4: cells of 0.001°.
    Thousandth,
}

impl Sensitivity {
    /// Cells in a degree; `None` where no place is told.
    pub const fn cells_per_degree(self) -> Option<u32> {
        match self {
            Self::Withheld => None,
            Self::Tenth => Some(10),
            Self::Hundredth => Some(100),
            Self::Thousandth => Some(1000),
        }
    }

    /// The cell a place lies in; `None` where no place is told or the coordinates are none.
    ///
    /// # Formula
    /// Centre of the cell of whole multiples of its size; uncertainty is half the diagonal, `½√(Δφ² + (Δλ·cos φ)²)·111.19493 km`.
    ///
    /// # Example
    /// ```
    /// use aimak_science::disclosure::sensitive_species::Sensitivity;
    /// let place = Sensitivity::Tenth.generalised(73.2961, 41.46).unwrap();
    /// assert!((place.longitude - 73.25).abs() < 1e-9 && (place.latitude - 41.45).abs() < 1e-9);
    /// assert_eq!(Sensitivity::Withheld.generalised(73.2961, 41.46), None);
    /// ```
    pub fn generalised(self, longitude: f64, latitude: f64) -> Option<GeneralisedPlace> {
        let per_degree = f64::from(self.cells_per_degree()?);
        if !(longitude.abs() <= 180.0 && latitude.abs() <= 90.0) {
            return None;
        }
        let centre = |degrees: f64, limit: f64| {
            // the pole and the date line belong to the last cell
            let cell = (degrees * per_degree).floor().min(limit * per_degree - 1.0);
            (cell + 0.5) / per_degree
        };
        let (longitude, latitude) = (centre(longitude, 180.0), centre(latitude, 90.0));
        let (east_west_m, north_south_m) = self.cell_size_m(latitude)?;
        Some(GeneralisedPlace {
            longitude,
            latitude,
            uncertainty_m: east_west_m.hypot(north_south_m) / 2.0,
        })
    }

    /// Width and height of a cell at a latitude, m; `None` where no place is told.
    ///
    /// ```
    /// use aimak_science::disclosure::sensitive_species::Sensitivity;
    /// let (east_west_m, north_south_m) = Sensitivity::Tenth.cell_size_m(41.5).unwrap();
    /// assert!((north_south_m / 1000.0 - 11.119).abs() < 5e-4 && (east_west_m / 1000.0 - 8.328).abs() < 5e-4);
    /// ```
    pub fn cell_size_m(self, latitude: f64) -> Option<(f64, f64)> {
        let north_south_m = METRES_PER_DEGREE / f64::from(self.cells_per_degree()?);
        Some((north_south_m * latitude.to_radians().cos(), north_south_m))
    }
}

/// A place as it may be told, for the fields of Darwin Core.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GeneralisedPlace {
    /// Centre of the cell, degrees east.
    pub longitude: f64,
    /// Centre of the cell, degrees north.
    pub latitude: f64,
    /// Half the diagonal of the cell, m: `coordinateUncertaintyInMeters`.
    pub uncertainty_m: f64,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn all_places_of_a_cell_look_alike(longitude in -180.0..=180.0_f64, latitude in -90.0..=90.0_f64) {
            for sensitivity in [Sensitivity::Tenth, Sensitivity::Hundredth, Sensitivity::Thousandth] {
                let place = sensitivity.generalised(longitude, latitude).unwrap();
                let half = 0.5 / f64::from(sensitivity.cells_per_degree().unwrap()) + 1e-9;
                prop_assert!((place.longitude - longitude).abs() <= half && (place.latitude - latitude).abs() <= half);
                let again = sensitivity.generalised(place.longitude, place.latitude).unwrap();
                prop_assert!((again.longitude - place.longitude).abs() < 1e-9 && (again.latitude - place.latitude).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn no_such_place() {
        assert_eq!(Sensitivity::Tenth.generalised(f64::NAN, 1.0), None);
        assert_eq!(Sensitivity::Tenth.generalised(1.0, 91.0), None);
    }
}
