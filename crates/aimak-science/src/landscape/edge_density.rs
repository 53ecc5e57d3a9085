//! How much edge runs between unlike kinds of land?

use super::{adjacency::Adjacency, map::Landscape};

/// Edge density of the landscape (ED): length of edges between unlike classes per area.
///
/// # Formula
/// `E / A`, E = sides between unlike classes × cell side; the boundary of the landscape is not counted.
///
/// # Units
/// m/ha.
///
/// # Range and edge cases
/// From 0 (one class); grows as cells shrink, so only maps of one cell size compare.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Adjacency, Landscape, edge_density::edge_density_m_per_ha};
/// use ndarray::{Array2, array};
/// let map = Raster {
///     values: array![[1u8,1,2,2,2],[1,1,2,3,3],[1,2,2,3,3],[1,2,2,2,3],[1,1,1,2,2]],
///     valid: Array2::from_elem((5, 5), true),
/// };
/// let landscape = Landscape::whole(&map, 10.0).unwrap();
/// let density = edge_density_m_per_ha(&landscape, &Adjacency::count(&landscape));
/// assert!((density - 600.0).abs() < 1e-9); // 15 sides of 10 m on 0.25 ha
/// ```
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, ED.
pub fn edge_density_m_per_ha(landscape: &Landscape, adjacency: &Adjacency) -> f64 {
    adjacency.unlike_sides() as f64 * landscape.cell_m() / landscape.area_ha()
}

/// Edge density of a class (ED): length of its edges to other classes per area of the whole landscape.
///
/// # Formula
/// `E_i / A`. Over the classes these sum to twice the density of the landscape: each edge has two sides.
///
/// # Units
/// m/ha.
///
/// # Range and edge cases
/// 0 for an absent class.
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, ED (class level).
pub fn class_edge_density_m_per_ha(landscape: &Landscape, adjacency: &Adjacency, class: u8) -> f64 {
    let sides = landscape
        .code_of(class)
        .map_or(0, |code| adjacency.unlike_sides_of(code));
    sides as f64 * landscape.cell_m() / landscape.area_ha()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::oracle::random_landscape;
    use super::*;

    proptest! {
        #[test]
        fn classes_share_each_edge(landscape in random_landscape(1..12, 4)) {
            let adjacency = Adjacency::count(&landscape);
            let sum: f64 = landscape.legend().iter()
                .map(|class| class_edge_density_m_per_ha(&landscape, &adjacency, *class)).sum();
            let whole = edge_density_m_per_ha(&landscape, &adjacency);
            prop_assert!((sum - 2.0 * whole).abs() <= 1e-9 * whole.max(1.0));
        }
    }
}
