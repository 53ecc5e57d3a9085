//! How much of the wind do residues, stubble and crops keep off the soil?

use crate::erosion::Equation;

/// The card of [`Cover::value`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_COG",
    formula: "COG = exp(−0.0438·SC)·exp(−0.0344·SA^0.6413)·exp(−5.614·cc^0.7366)",
    unit: "1",
    holds: "flat residues SC in per cent (0–100), standing silhouette SA in cm² per m², canopy cc as a fraction (0–1)",
    reference: "Fryrear et al. (1998), Revised Wind Erosion Equation, USDA-ARS Technical Bulletin 1; SLRs recalled",
};

/// What covers a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// SC, flat residues, **per cent** of the surface (0–100).
    pub residue_percent: f64,
    /// SA, silhouette of what stands upright and is dead, cm² per m² of ground.
    pub silhouette_cm2_per_m2: f64,
    /// cc, ground covered by growing crops seen from above, a **fraction** (0–1).
    pub canopy_fraction: f64,
}

impl Cover {
    /// The combined cover factor, COG: 1 is bare.
    ///
    /// # Formula
    /// `COG = SLRf·SLRs·SLRc`: [`flat_residues`], [`standing_residues`], [`canopy`].
    ///
    /// # Range and edge cases
    /// Above 0, up to 1; `None` where a part is impossible.
    ///
    /// # Example
    /// ```
    /// use aimak_science::erosion::wind::cover::Cover;
    /// let stubble = Cover { residue_percent: 35.0, silhouette_cm2_per_m2: 50.0, canopy_fraction: 0.0 };
    /// assert!((stubble.value().unwrap() - 0.215_89 * 0.655_23).abs() < 5e-6);
    /// ```
    ///
    /// # Reference
    /// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
    pub fn value(&self) -> Option<f64> {
        Some(
            flat_residues(self.residue_percent)?
                * standing_residues(self.silhouette_cm2_per_m2)?
                * canopy(self.canopy_fraction)?,
        )
    }
}

/// What flat residues leave of the loss, `SLRf`.
///
/// # Formula
/// `SLRf = exp(−0.0438·SC)`.
///
/// # Units
/// SC in per cent. Codes in use put a fraction here, or 0.00483: cover then hardly protects.
///
/// # Range and edge cases
/// 0.0125–1; `None` outside 0–100 %.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::cover::flat_residues;
/// let close = |percent, expected: f64| (flat_residues(percent).unwrap() - expected).abs() < 5e-6;
/// assert!(close(10.0, 0.645_33) && close(35.0, 0.215_89) && close(60.0, 0.072_22));
/// ```
///
/// # Reference
/// METHODS C.1.
pub fn flat_residues(residue_percent: f64) -> Option<f64> {
    let possible = (0.0..=100.0).contains(&residue_percent);
    possible.then(|| (-0.0438 * residue_percent).exp())
}

/// What standing residues leave of the loss, `SLRs`.
///
/// # Formula
/// `SLRs = exp(−0.0344·SA^0.6413)`.
///
/// # Units
/// SA in cm² of silhouette per m² of ground: number of stalks in a square metre times their diameter times their height.
///
/// # Range and edge cases
/// Up to 1; `None` below 0 and above 10 000, where stalks would hide all of the ground. Constants recalled.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::cover::standing_residues;
/// let close = |area, expected: f64| (standing_residues(area).unwrap() - expected).abs() < 5e-6;
/// assert!(close(0.0, 1.0) && close(50.0, 0.655_23) && close(200.0, 0.357_54));
/// ```
///
/// # Reference
/// METHODS C.1.
pub fn standing_residues(silhouette_cm2_per_m2: f64) -> Option<f64> {
    let possible = (0.0..=10_000.0).contains(&silhouette_cm2_per_m2);
    possible.then(|| (-0.0344 * silhouette_cm2_per_m2.powf(0.6413)).exp())
}

/// What growing crops leave of the loss, `SLRc`.
///
/// # Formula
/// `SLRc = exp(−5.614·cc^0.7366)`.
///
/// # Units
/// cc as a fraction.
///
/// # Range and edge cases
/// 0.0036–1; `None` outside 0–1.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::cover::canopy;
/// let close = |fraction, expected: f64| (canopy(fraction).unwrap() - expected).abs() < 5e-6;
/// assert!(close(0.1, 0.357_15) && close(0.3, 0.098_99) && close(0.5, 0.034_42));
/// ```
///
/// # Reference
/// METHODS C.1.
pub fn canopy(canopy_fraction: f64) -> Option<f64> {
    let possible = (0.0..=1.0).contains(&canopy_fraction);
    possible.then(|| (-5.614 * canopy_fraction.powf(0.7366)).exp())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bare_ground_is_one_and_impossible_cover_none() {
        let bare = Cover {
            residue_percent: 0.0,
            silhouette_cm2_per_m2: 0.0,
            canopy_fraction: 0.0,
        };
        assert_eq!(bare.value(), Some(1.0));
        assert_eq!((flat_residues(100.1), flat_residues(-1.0)), (None, None));
        assert_eq!((standing_residues(-1.0), canopy(1.1)), (None, None));
        // per cent where a fraction belongs is seen
        assert_eq!(canopy(30.0), None);
    }

    #[test]
    fn a_third_of_the_ground_covered_halves_the_loss_twice() {
        // as a fraction (0.35) it would be 0.985, as a public model has it (0.00483) 0.844
        assert!(flat_residues(35.0).unwrap() < 0.25);
    }

    proptest! {
        #[test]
        fn every_cover_protects(residue in 0.0..90.0_f64, area in 0.0..500.0_f64, green in 0.0..0.9_f64, more in 0.01..0.1_f64) {
            let cover = Cover { residue_percent: residue, silhouette_cm2_per_m2: area, canopy_fraction: green };
            let least = cover.value().unwrap();
            for better in [
                Cover { residue_percent: residue + more, ..cover },
                Cover { silhouette_cm2_per_m2: area + more, ..cover },
                Cover { canopy_fraction: green + more, ..cover },
            ] {
                let better = better.value().unwrap();
                prop_assert!(better < least && better > 0.0 && least <= 1.0);
            }
        }
    }
}
