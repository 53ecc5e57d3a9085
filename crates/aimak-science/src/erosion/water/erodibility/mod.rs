//! K: how easily does this soil let go of its grains?
//!
//! K in t ha h ha⁻¹ MJ⁻¹ mm⁻¹. CV 0.25 (METHODS B.7). A gain of organic carbon that is counted here must not be counted in C again.

mod epic;
mod mean_diameter;
mod nomograph;

pub use crate::soil::texture::Texture;
pub use epic::Epic;
pub use mean_diameter::MeanDiameter;
pub use nomograph::{Nomograph, Permeability, Structure};

use super::{Factor, Remark};

/// SI from US customary units: `K_SI = 0.1317·K_US`.
pub const FROM_US: f64 = 0.1317;

const UNIT: &str = "t ha h ha⁻¹ MJ⁻¹ mm⁻¹";
/// K of mineral soils lies here.
const USUAL: std::ops::RangeInclusive<f64> = 0.004..=0.10;

/// A value of K, remarked where it is unusual.
fn erodibility(value: f64) -> Factor {
    Factor::plain(value).remarked(Remark::UnusualErodibility, !USUAL.contains(&value))
}

/// What stones on the surface leave of K.
///
/// # Formula
/// `St = exp(−0.04·(Rc − 10))` for `Rc > 10 %`, else 1.
///
/// # Units
/// Stone cover in per cent of the surface; a fraction.
///
/// # Range and edge cases
/// 0.027–1; `None` outside 0–100 %. Not to be applied where C already counts stones as cover.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::erodibility::stone_cover_factor;
/// let close = |percent, expected: f64| (stone_cover_factor(percent).unwrap() - expected).abs() < 5e-5;
/// assert!(close(5.0, 1.0) && close(20.0, 0.6703) && close(40.0, 0.3012));
/// ```
///
/// # Reference
/// METHODS B.2; Poesen et al. (1994) after Panagos et al. (2014).
pub fn stone_cover_factor(stone_cover_percent: f64) -> Option<f64> {
    let possible = (0.0..=100.0).contains(&stone_cover_percent);
    possible.then(|| (-0.04 * (stone_cover_percent - 10.0).max(0.0)).exp())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn units_and_unusual_values() {
        assert!((0.32 * FROM_US - 0.042_144).abs() < 5e-7);
        assert_eq!(erodibility(0.11).remarks, [Remark::UnusualErodibility]);
        assert!(erodibility(0.10).remarks.is_empty());
        assert_eq!(stone_cover_factor(101.0), None);
    }

    proptest! {
        #[test]
        fn every_equation_is_positive_and_carbon_binds(
            parts in (1.0..98.0_f64, 1.0..98.0_f64, 1.0..98.0_f64), carbon in 0.0..6.0_f64,
        ) {
            let sum = parts.0 + parts.1 + parts.2;
            let texture = Texture::new(100.0 * parts.0 / sum, 100.0 * parts.1 / sum, 100.0 * parts.2 / sum).unwrap();
            let epic = |carbon| Epic.erodibility(texture, carbon).unwrap().value;
            prop_assert!(epic(carbon) > 0.0 && epic(carbon) < 0.1317);
            prop_assert!(epic(carbon + 0.5) <= epic(carbon));
            let diameter = MeanDiameter.erodibility(texture).value;
            prop_assert!((0.0034..=0.0439 + 1e-12).contains(&diameter));
        }
    }
}
