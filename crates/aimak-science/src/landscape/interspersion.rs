//! How evenly are classes mixed along their edges?

use aimak_core::Withheld;

use super::{adjacency::Adjacency, enough_classes};

/// Classes below which there is no choice of neighbours.
const MIN_CLASSES: usize = 3;

/// Interspersion and juxtaposition of the landscape (IJI).
///
/// # Formula
/// `100 · −Σ_{i<k} (e_ik/E) ln(e_ik/E) / ln(m(m−1)/2)`, e edges between unlike classes, E their sum, m classes.
///
/// # Units
/// Per cent.
///
/// # Range and edge cases
/// 0 (all edge is between two classes) to 100 (each pair of classes has as much edge as any other). Like sides play no role.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Adjacency, Landscape, interspersion::interspersion_percent};
/// use ndarray::{Array2, array};
/// // edges 1-2, 2-3 and 1-3 of one side each, and one more 1-3
/// let map = Raster { values: array![[1u8, 2, 3, 1, 1, 3]], valid: Array2::from_elem((1, 6), true) };
/// let iji = interspersion_percent(&Adjacency::count(&Landscape::whole(&map, 10.0).unwrap())).unwrap();
/// let by_hand = -(0.25 * 0.25_f64.ln() * 2.0 + 0.5 * 0.5_f64.ln()) / 3.0_f64.ln() * 100.0;
/// assert!((iji - by_hand).abs() < 1e-9);
/// ```
///
/// # Errors
/// `NO_DATA` with fewer than three classes or without edges.
///
/// # Reference
/// METHODS E.7; FRAGSTATS (1995), Gen. Tech. Rep. PNW-GTR-351; as `lsm_l_iji`.
pub fn interspersion_percent(adjacency: &Adjacency) -> Result<f64, Withheld> {
    let classes = adjacency.classes();
    let pairs = (0..classes).flat_map(|i| (i + 1..classes).map(move |k| (i, k)));
    let edges = pairs.map(|(i, k)| adjacency.sides(i, k)).collect();
    evenness_percent(classes, edges)
}

/// Interspersion and juxtaposition of the class at this place of the legend (IJI).
///
/// # Formula
/// `100 · −Σ_k (e_ik/Σ_k e_ik) ln(e_ik/Σ_k e_ik) / ln(m−1)`.
///
/// # Units
/// Per cent.
///
/// # Range and edge cases
/// 0 (the class touches one other class) to 100 (it touches all others alike).
///
/// # Errors
/// `NO_DATA` with fewer than three classes or where the class has no edge.
///
/// # Reference
/// METHODS E.7; FRAGSTATS (1995), Gen. Tech. Rep. PNW-GTR-351; as `lsm_c_iji`.
pub fn class_interspersion_percent(adjacency: &Adjacency, i: usize) -> Result<f64, Withheld> {
    let classes = adjacency.classes();
    let others = (0..classes).filter(|k| *k != i);
    evenness_percent(classes, others.map(|k| adjacency.sides(i, k)).collect())
}

/// Shannon evenness of lengths of edge over all kinds that could be.
fn evenness_percent(classes: usize, edges: Vec<u64>) -> Result<f64, Withheld> {
    enough_classes(classes, MIN_CLASSES)?;
    let total: u64 = edges.iter().sum();
    super::enough("detail-edges", total as usize, 1)?;
    let kinds = (edges.len() as f64).ln();
    let shares = edges.into_iter().filter(|edge| *edge > 0);
    let entropy: f64 = shares
        .map(|edge| edge as f64 / total as f64)
        .map(|p| -p * p.ln())
        .sum();
    Ok(100.0 * entropy.abs() / kinds)
}

#[cfg(test)]
mod tests {
    use aimak_core::Reason;

    use super::*;
    use crate::landscape::Landscape;

    fn stripes(classes: &[u8]) -> Adjacency {
        let landscape = Landscape::of_cells((1, classes.len()), 10.0, |cell| Some(classes[cell]));
        Adjacency::count(&landscape.unwrap())
    }

    #[test]
    fn every_pair_alike_is_fully_interspersed() {
        let ring = stripes(&[1, 2, 3, 1]);
        assert!((interspersion_percent(&ring).unwrap() - 100.0).abs() < 1e-12);
        assert!((class_interspersion_percent(&ring, 1).unwrap() - 100.0).abs() < 1e-12);
        // 1 meets only 2
        assert_eq!(
            class_interspersion_percent(&stripes(&[1, 2, 3]), 0),
            Ok(0.0)
        );
    }

    #[test]
    fn two_classes_leave_no_choice_and_islands_have_no_edge() {
        let two = interspersion_percent(&stripes(&[1, 2, 1])).unwrap_err();
        assert_eq!(two.reason, Reason::NoData);
        let islands =
            Landscape::of_cells((1, 5), 10.0, |cell| (cell % 2 == 0).then_some(cell as u8));
        assert!(interspersion_percent(&Adjacency::count(&islands.unwrap())).is_err());
    }
}
