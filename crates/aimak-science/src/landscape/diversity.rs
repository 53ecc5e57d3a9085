//! How many kinds of land are there, and how even are their shares?

use aimak_core::Withheld;

use super::{enough_classes, map::Landscape, shares::fractions};

/// Shannon's diversity of classes (SHDI).
///
/// # Formula
/// `−Σ P_i ln P_i` over the classes present.
///
/// # Units
/// None (nats).
///
/// # Range and edge cases
/// 0 (one class) to ln m.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Landscape, diversity::{shannon_diversity, shannon_evenness}};
/// use ndarray::{Array2, array};
/// let map = Raster {
///     values: array![[1u8,1,2,2,2],[1,1,2,3,3],[1,2,2,3,3],[1,2,2,2,3],[1,1,1,2,2]],
///     valid: Array2::from_elem((5, 5), true),
/// };
/// let landscape = Landscape::whole(&map, 10.0).unwrap();
/// assert!((shannon_diversity(&landscape) - 1.05091).abs() < 5e-6);
/// assert!((shannon_evenness(&landscape).unwrap() - 0.95658).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS E.7; Shannon & Weaver (1949); FRAGSTATS 4, SHDI.
pub fn shannon_diversity(landscape: &Landscape) -> f64 {
    // of one class the sum is -0.0
    fractions(landscape).map(|p| -p * p.ln()).sum::<f64>().abs()
}

/// Shannon's evenness of classes (SHEI).
///
/// # Formula
/// `SHDI / ln m`, m classes present.
///
/// # Units
/// None.
///
/// # Range and edge cases
/// Above 0 to 1 (equal shares). One class has no evenness: withheld (FRAGSTATS writes 0 there).
///
/// # Errors
/// `NO_DATA` with fewer than two classes.
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, SHEI.
pub fn shannon_evenness(landscape: &Landscape) -> Result<f64, Withheld> {
    let classes = landscape.legend().len();
    enough_classes(classes, 2)?;
    Ok(shannon_diversity(landscape) / (classes as f64).ln())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_class_has_no_diversity_and_no_evenness() {
        let one = Landscape::of_cells((3, 3), 10.0, |_| Some(1)).unwrap();
        assert_eq!(shannon_diversity(&one).to_bits(), 0.0_f64.to_bits());
        assert!(shannon_evenness(&one).is_err());
    }

    proptest! {
        #[test]
        fn equal_shares_are_the_most_even(classes in 2usize..20, cells in 1usize..20) {
            let even = Landscape::of_cells((cells, classes), 10.0, |cell| Some((cell % classes) as u8)).unwrap();
            prop_assert!((shannon_evenness(&even).unwrap() - 1.0).abs() < 1e-12);
            let uneven = Landscape::of_cells((cells + 1, classes), 10.0, |cell| {
                Some(if cell < classes { 0 } else { (cell % classes) as u8 })
            }).unwrap();
            prop_assert!(shannon_diversity(&uneven) < shannon_diversity(&even));
        }
    }
}
