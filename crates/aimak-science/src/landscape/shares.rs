//! What share of the landscape do some classes take?

use super::map::Landscape;

/// Share of the landscape that is of one of the given classes.
///
/// # Formula
/// `100·Σ a_i / A` over the classes asked for; a class named twice counts once. With one class it is PLAND of FRAGSTATS;
/// with the semi-natural classes (trees, shrubs, grassland, wetland, hedges) the semi-natural share, which tells more about
/// organic farming than [`super::diversity::shannon_diversity`].
///
/// # Units
/// Per cent.
///
/// # Range and edge cases
/// 0 to 100. An absent class has 0 %: the landscape was mapped and the class not found.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Landscape, shares::share_percent};
/// use ndarray::{Array2, array};
/// let map = Raster { values: array![[1u8, 1], [2, 3]], valid: Array2::from_elem((2, 2), true) };
/// let landscape = Landscape::whole(&map, 10.0).unwrap();
/// assert_eq!(share_percent(&landscape, &[1]), 50.0);
/// assert_eq!(share_percent(&landscape, &[1, 3, 3]), 75.0);
/// assert_eq!(share_percent(&landscape, &[9]), 0.0);
/// ```
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, PLAND.
pub fn share_percent(landscape: &Landscape, classes: &[u8]) -> f64 {
    let wanted = landscape
        .legend()
        .iter()
        .filter(|class| classes.contains(class));
    let cells: u64 = wanted.map(|class| landscape.cells_of(*class)).sum();
    100.0 * cells as f64 / landscape.total_cells() as f64
}

/// Shares of the classes of the legend, as fractions.
pub(super) fn fractions(landscape: &Landscape) -> impl Iterator<Item = f64> + '_ {
    let total = landscape.total_cells() as f64;
    landscape
        .class_cells()
        .iter()
        .map(move |cells| *cells as f64 / total)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::oracle::random_landscape;
    use super::*;

    proptest! {
        #[test]
        fn shares_of_the_legend_add_to_the_whole(landscape in random_landscape(1..12, 5)) {
            let sum: f64 = landscape.legend().iter().map(|class| share_percent(&landscape, &[*class])).sum();
            prop_assert!((sum - 100.0).abs() < 1e-9);
            prop_assert_eq!(share_percent(&landscape, landscape.legend()), 100.0);
        }
    }
}
