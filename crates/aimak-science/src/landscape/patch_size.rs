//! How many patches are there, and how large?

use aimak_core::Withheld;

use super::{
    enough_patches,
    map::{Landscape, SQUARE_METRES_PER_HECTARE},
    patches::Patches,
};

/// Hectares to which patch density refers.
const PER_HECTARES: f64 = 100.0;

/// Patch density (PD), of the landscape or of one class.
///
/// # Formula
/// `100·N / A`, N patches, A the area of the whole landscape in ha.
///
/// # Units
/// Patches per 100 ha.
///
/// # Range and edge cases
/// 0 for an absent class; at most one patch per cell, so it depends on the cell size.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Connectivity, Landscape, Patches, patch_size};
/// use ndarray::{Array2, array};
/// let map = Raster {
///     values: array![[1u8,1,2,2,2],[1,1,2,3,3],[1,2,2,3,3],[1,2,2,2,3],[1,1,1,2,2]],
///     valid: Array2::from_elem((5, 5), true),
/// };
/// let landscape = Landscape::whole(&map, 10.0).unwrap();
/// let patches = Patches::find(&landscape, Connectivity::Eight);
/// assert!((patch_size::patch_density_per_100_ha(&landscape, &patches, None) - 1200.0).abs() < 1e-9);
/// assert!((patch_size::mean_area_ha(&landscape, &patches, None).unwrap() - 0.083_333).abs() < 5e-7);
/// assert_eq!(patch_size::largest_patch_percent(&landscape, &patches, None), 44.0);
/// ```
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, PD.
pub fn patch_density_per_100_ha(
    landscape: &Landscape,
    patches: &Patches,
    class: Option<u8>,
) -> f64 {
    PER_HECTARES * number(landscape, patches, class) as f64 / landscape.area_ha()
}

/// Mean size of patches (`AREA_MN`), of the landscape or of one class.
///
/// # Formula
/// `Σ a / N`.
///
/// # Units
/// ha.
///
/// # Errors
/// `NO_DATA` for an absent class.
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, `AREA_MN`.
pub fn mean_area_ha(
    landscape: &Landscape,
    patches: &Patches,
    class: Option<u8>,
) -> Result<f64, Withheld> {
    let number = number(landscape, patches, class);
    enough_patches(number, 1)?;
    let cells = class.map_or_else(
        || landscape.total_cells(),
        |class| landscape.cells_of(class),
    );
    Ok(cells as f64 * landscape.cell_area_m2() / SQUARE_METRES_PER_HECTARE / number as f64)
}

/// Largest patch (LPI), of the landscape or of one class, as a share of the whole landscape.
///
/// # Formula
/// `100·max a / A`.
///
/// # Units
/// Per cent.
///
/// # Range and edge cases
/// 0 (absent class) to 100 (one patch).
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, LPI.
pub fn largest_patch_percent(landscape: &Landscape, patches: &Patches, class: Option<u8>) -> f64 {
    let code = class.map(|class| landscape.code_of(class));
    let wanted = |patch_code: u8| code.is_none_or(|code| code == Some(usize::from(patch_code)));
    let sizes = patches.cells().iter().zip(patches.codes());
    let largest = sizes
        .filter(|(_, code)| wanted(**code))
        .map(|(cells, _)| *cells);
    100.0 * largest.max().unwrap_or(0) as f64 / landscape.total_cells() as f64
}

/// Number of patches of the landscape or of one class.
fn number(landscape: &Landscape, patches: &Patches, class: Option<u8>) -> usize {
    let Some(class) = class else {
        return patches.len();
    };
    landscape
        .code_of(class)
        .map_or(0, |code| patches.of_code()[code])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{oracle::random_landscape, patches::Connectivity};
    use super::*;

    proptest! {
        #[test]
        fn number_times_mean_size_is_the_area(landscape in random_landscape(1..12, 3)) {
            let patches = Patches::find(&landscape, Connectivity::Eight);
            let mean = mean_area_ha(&landscape, &patches, None).unwrap();
            let per_ha = patch_density_per_100_ha(&landscape, &patches, None) / 100.0;
            prop_assert!((mean * per_ha - 1.0).abs() < 1e-12);
            let largest = landscape.legend().iter()
                .map(|class| largest_patch_percent(&landscape, &patches, Some(*class)))
                .fold(0.0, f64::max);
            prop_assert_eq!(largest, largest_patch_percent(&landscape, &patches, None));
        }
    }

    #[test]
    fn an_absent_class_has_no_patch_and_no_mean_size() {
        let landscape = Landscape::of_cells((2, 2), 10.0, |_| Some(1)).unwrap();
        let patches = Patches::find(&landscape, Connectivity::Eight);
        assert_eq!(patch_density_per_100_ha(&landscape, &patches, Some(2)), 0.0);
        assert_eq!(largest_patch_percent(&landscape, &patches, Some(2)), 0.0);
        assert!(mean_area_ha(&landscape, &patches, Some(2)).is_err());
    }
}
