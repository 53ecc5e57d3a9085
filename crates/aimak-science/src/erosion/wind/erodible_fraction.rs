//! Which part of this soil is loose enough to be blown away?

use std::ops::RangeInclusive;

use super::{Factor, Remark};
use crate::erosion::{Equation, water::erodibility::Texture};

/// The card of [`erodible_fraction`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_EF",
    formula: "EF = (29.09 + 0.31·Sa + 0.17·Si + 0.33·Sa/Cl − 2.59·OM − 0.95·CaCO3)/100, from 0 to 1",
    unit: "1",
    holds: "sand 5.5–93.6, silt 0.5–69.5, clay 5.0–39.3, sand/clay 1.2–53, organic matter 0.18–4.79, carbonate 0–25.2 %",
    reference: "Fryrear et al. (1998), Revised Wind Erosion Equation, USDA-ARS Technical Bulletin 1; limits recalled",
};

/// Less clay than this counts as this much, per cent: sand/clay would have no bound.
const LEAST_CLAY_PERCENT: f64 = 1.0;

/// The erodible fraction, EF: aggregates below 0.84 mm.
///
/// # Formula
/// `EF = (29.09 + 0.31·Sa + 0.17·Si + 0.33·Sa/Cl − 2.59·OM − 0.95·CaCO₃)/100`, not below 0 nor above 1.
///
/// `− 2.59·OM`: scripts in use add it. OM is organic **matter**, 1.724 times organic carbon.
///
/// # Units
/// Everything in mass per cent; a fraction.
///
/// # Range and edge cases
/// Outside the soils it was fitted to it is remarked. Clay below 1 % counts as 1 % and is remarked. Kyrgyz soils are calcareous: left
/// out, carbonate raises EF, so it must be measured. `None` outside 0–100 %.
///
/// # Example
/// ```
/// use aimak_science::erosion::{water::erodibility::Texture, wind::erodible_fraction::erodible_fraction};
/// let texture = Texture::new(65.0, 25.0, 10.0).unwrap();
/// assert!((erodible_fraction(texture, 2.0, 5.0).unwrap().value - 0.457_05).abs() < 5e-6);
/// ```
///
/// # Reference
/// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
pub fn erodible_fraction(
    texture: Texture,
    organic_matter_percent: f64,
    carbonate_percent: f64,
) -> Option<Factor> {
    let shares = [organic_matter_percent, carbonate_percent];
    let possible = shares.iter().all(|share| (0.0..=100.0).contains(share));
    let (sand, silt) = (texture.sand_percent(), texture.silt_percent());
    let clay = texture.clay_percent().max(LEAST_CLAY_PERCENT);
    let percent = 29.09 + 0.31 * sand + 0.17 * silt + 0.33 * sand / clay
        - 2.59 * organic_matter_percent
        - 0.95 * carbonate_percent;
    possible.then(|| {
        Factor::plain((percent / 100.0).clamp(0.0, 1.0))
            .remarked(Remark::SoilExtrapolated, !was_fitted(texture, shares))
            .remarked(
                Remark::ClayBelowOne,
                texture.clay_percent() < LEAST_CLAY_PERCENT,
            )
    })
}

/// True where the equation has seen such soils.
fn was_fitted(texture: Texture, [organic_matter, carbonate]: [f64; 2]) -> bool {
    let (sand, silt, clay) = (
        texture.sand_percent(),
        texture.silt_percent(),
        texture.clay_percent(),
    );
    let seen: [(f64, RangeInclusive<f64>); 6] = [
        (sand, 5.5..=93.6),
        (silt, 0.5..=69.5),
        (clay, 5.0..=39.3),
        (sand / clay, 1.2..=53.0),
        (organic_matter, 0.18..=4.79),
        (carbonate, 0.0..=25.2),
    ];
    seen.iter().all(|(found, range)| range.contains(found))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn factor(soil: (f64, f64, f64), organic_matter: f64, carbonate: f64) -> Factor {
        let texture = Texture::new(soil.0, soil.1, soil.2).unwrap();
        erodible_fraction(texture, organic_matter, carbonate).unwrap()
    }

    #[test]
    fn remarks_at_the_edges_of_the_fit() {
        assert!(factor((65.0, 25.0, 10.0), 2.0, 5.0).remarks.is_empty());
        for (soil, om, carbonate) in [
            ((5.0, 65.0, 30.0), 2.0, 5.0),
            ((20.0, 72.0, 8.0), 2.0, 5.0),
            ((90.0, 6.0, 4.0), 2.0, 5.0),
            ((20.0, 60.0, 20.0), 2.0, 5.0),
            ((65.0, 25.0, 10.0), 5.0, 5.0),
            ((65.0, 25.0, 10.0), 0.1, 5.0),
            ((65.0, 25.0, 10.0), 2.0, 26.0),
        ] {
            let remarks = factor(soil, om, carbonate).remarks;
            assert_eq!(remarks, [Remark::SoilExtrapolated], "{soil:?}");
        }
    }

    #[test]
    fn hardly_any_clay_counts_as_one_per_cent() {
        let sand = factor((98.5, 1.0, 0.5), 0.5, 0.0);
        assert_eq!(
            sand.remarks,
            [Remark::SoilExtrapolated, Remark::ClayBelowOne]
        );
        // 29.09 + 30.535 + 0.17 + 32.505 − 1.295 = 91.005
        assert!((sand.value - 0.910_05).abs() < 1e-9);
        let pure = factor((100.0, 0.0, 0.0), 0.0, 0.0);
        assert!(pure.value.is_finite() && pure.value <= 1.0);
    }

    #[test]
    fn leaving_out_carbonate_raises_it_and_humus_lowers_it() {
        let soil = (65.0, 25.0, 10.0);
        let difference = |a: Factor, b: Factor| a.value - b.value;
        let without = difference(factor(soil, 2.0, 0.0), factor(soil, 2.0, 5.0));
        assert!((without - 0.95 * 5.0 / 100.0).abs() < 1e-12);
        // not + 2.59·OM
        let humus = difference(factor(soil, 3.0, 5.0), factor(soil, 2.0, 5.0));
        assert!((humus + 0.0259).abs() < 1e-12);
        let texture = Texture::new(65.0, 25.0, 10.0).unwrap();
        assert_eq!(erodible_fraction(texture, -0.1, 5.0), None);
        assert_eq!(erodible_fraction(texture, 2.0, 101.0), None);
    }

    proptest! {
        #[test]
        fn clay_in_the_place_of_sand_binds(sand in 10.0..80.0_f64, clay in 1.0..15.0_f64, more in 0.1..5.0_f64) {
            let silt = 100.0 - sand - clay;
            let (before, after) = (factor((sand, silt, clay), 2.0, 5.0), factor((sand - more, silt, clay + more), 2.0, 5.0));
            prop_assert!(after.value < before.value);
            prop_assert!((0.0..=1.0).contains(&before.value));
        }
    }
}
