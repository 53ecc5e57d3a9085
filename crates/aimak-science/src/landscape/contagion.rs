//! Is land of one kind clumped, or scattered among the others?

use aimak_core::Withheld;

use super::{adjacency::Adjacency, enough, enough_classes};

/// Contagion (CONTAG).
///
/// # Formula
/// `100·(1 + Σ_i Σ_k p_ik ln p_ik / (2 ln m))`, `p_ik = g_ik / Σ g` the share of ordered pairs of neighbouring cells that are of
/// classes i and k, m classes. FRAGSTATS weights with the share of area instead, `p_ik = P_i·g_ik / Σ_k g_ik`; the two
/// differ by what the boundary takes from a class.
///
/// # Units
/// Per cent.
///
/// # Range and edge cases
/// 0 (all pairs alike frequent) to 100 (large clumps). Needs two classes.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Adjacency, Landscape, contagion::contagion_percent};
/// use ndarray::{Array2, array};
/// // pairs: 1-1 twice, 1-2 and 2-1 once each, 2-2 twice
/// let map = Raster { values: array![[1u8, 1, 2, 2]], valid: Array2::from_elem((1, 4), true) };
/// let contag = contagion_percent(&Adjacency::count(&Landscape::whole(&map, 10.0).unwrap())).unwrap();
/// let third = 1.0_f64 / 3.0;
/// let sixth = third / 2.0;
/// let by_hand = 1.0 + 2.0 * (third * third.ln() + sixth * sixth.ln()) / (2.0 * 2.0_f64.ln());
/// assert!((contag - 100.0 * by_hand).abs() < 1e-9);
/// ```
///
/// # Errors
/// `NO_DATA` with fewer than two classes or where no two cells are neighbours.
///
/// # Reference
/// METHODS E.7; Li & Reynolds (1993), Landsc. Ecol. 8:155–162; Riitters et al. (1996), Landsc. Ecol. 11:197–202; as
/// `lsm_l_contag`.
pub fn contagion_percent(adjacency: &Adjacency) -> Result<f64, Withheld> {
    enough_classes(adjacency.classes(), 2)?;
    let total: u64 = adjacency.pairs().iter().sum();
    enough("detail-edges", total as usize, 1)?;
    let present = adjacency.pairs().iter().filter(|pairs| **pairs > 0);
    let entropy: f64 = present
        .map(|pairs| *pairs as f64 / total as f64)
        .map(|p| -p * p.ln())
        .sum();
    Ok(100.0 * (1.0 - entropy / (2.0 * (adjacency.classes() as f64).ln())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::Landscape;

    #[test]
    fn clumps_are_more_contagious_than_a_chessboard() {
        let contagion = |class: fn(usize) -> u8| {
            let landscape = Landscape::of_cells((20, 20), 10.0, |cell| Some(class(cell)));
            contagion_percent(&Adjacency::count(&landscape.unwrap())).unwrap()
        };
        let halves = contagion(|cell| u8::from(cell >= 200));
        let chess = contagion(|cell| ((cell / 20 + cell) % 2) as u8);
        // a chessboard has two of four kinds of pairs, half of the largest entropy
        assert!((chess - 50.0).abs() < 1e-9);
        assert!(halves < 100.0 && contagion(|cell| u8::from(cell == 0)) > halves);
    }

    #[test]
    fn lonely_cells_and_one_class_have_no_contagion() {
        let one = Landscape::of_cells((2, 2), 10.0, |_| Some(1)).unwrap();
        assert!(contagion_percent(&Adjacency::count(&one)).is_err());
        let lonely = Landscape::of_cells((1, 3), 10.0, |cell| [Some(1), None, Some(2)][cell]);
        assert!(contagion_percent(&Adjacency::count(&lonely.unwrap())).is_err());
    }
}
