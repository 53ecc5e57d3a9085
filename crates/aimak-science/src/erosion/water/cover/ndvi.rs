//! What would greenness alone say about C?

use crate::erosion::water::Equation;

/// An equation for C from NDVI. For sensitivity runs, always named.
pub trait CoverFromNdvi {
    /// Its card.
    fn equation(&self) -> Equation;

    /// C, 0–1; `None` for NDVI below 0 (no vegetation: water, snow) and from 1 on (an error).
    fn cover(&self, ndvi: f64) -> Option<f64> {
        (0.0..1.0).contains(&ndvi).then(|| self.curve(ndvi))
    }

    /// The curve on its domain, NDVI 0 to below 1.
    fn curve(&self, ndvi: f64) -> f64;
}

/// Makes the four equations of one shape: a card and a curve.
macro_rules! cover_from_ndvi {
    ($(#[$doc:meta])* $name:ident, $id:literal, $formula:literal, $holds:literal, $reference:literal, $curve:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl $name {
            /// Its card.
            pub const EQUATION: Equation = Equation {
                id: $id,
                formula: $formula,
                unit: "1",
                holds: $holds,
                reference: $reference,
            };
        }

        impl CoverFromNdvi for $name {
            fn equation(&self) -> Equation {
                Self::EQUATION
            }

            fn curve(&self, ndvi: f64) -> f64 {
                let curve: fn(f64) -> f64 = $curve;
                curve(ndvi)
            }
        }
    };
}

cover_from_ndvi!(
    /// `C = exp(−α·NDVI/(β − NDVI))`, α 2, β 1, `C_VDK`.
    ///
    /// Scaled to European conditions; too low under dry grass, blind to residues, and very steep between 0.3 and 0.6.
    ///
    /// ```
    /// use aimak_science::erosion::water::cover::{CoverFromNdvi, VanDerKnijff};
    /// assert!((VanDerKnijff.cover(0.5).unwrap() - 0.13534).abs() < 5e-6);
    /// assert_eq!((VanDerKnijff.cover(-0.1), VanDerKnijff.cover(1.0)), (None, None));
    /// ```
    ///
    /// METHODS B.4; van der Knijff, Jones & Montanarella (2000), EUR 19044.
    VanDerKnijff,
    "C_VDK",
    "exp(−2·NDVI/(1 − NDVI))",
    "green cover in Europe; too low under dry grass, blind to residues",
    "van der Knijff, Jones & Montanarella (2000), Soil Erosion Risk Assessment in Europe, EUR 19044",
    |ndvi| (-2.0 * ndvi / (1.0 - ndvi)).exp()
);

cover_from_ndvi!(
    /// `C = (1 − NDVI)/2`, `C_DURIGON`.
    ///
    /// For the humid tropics; far too high under closed grass.
    ///
    /// METHODS B.4; Durigon et al. (2014), Int. J. Remote Sens. 35:441–453.
    Durigon,
    "C_DURIGON",
    "(1 − NDVI)/2",
    "a basin of the humid tropics (Brazil)",
    "Durigon et al. (2014), Int. J. Remote Sens. 35:441–453",
    |ndvi| (1.0 - ndvi) / 2.0
);

cover_from_ndvi!(
    /// `C = 0.1·(1 − NDVI)/2`, `C_ALMAGRO`.
    ///
    /// [`Durigon`] lowered tenfold to agree with plots in Brazil.
    ///
    /// METHODS B.4; Almagro et al. (2019), Int. Soil Water Conserv. Res. 7.
    Almagro,
    "C_ALMAGRO",
    "0.1·(1 − NDVI)/2",
    "plots in Brazil",
    "Almagro et al. (2019), Int. Soil Water Conserv. Res. 7",
    |ndvi| 0.1 * (1.0 - ndvi) / 2.0
);

cover_from_ndvi!(
    /// `C = exp(−2.9298·NDVI − 0.7842)`, `C_KULIKOV`.
    ///
    /// A candidate for Kyrgyz rangeland whose paper was **not found**: it stands in one R package under the name of the author of the
    /// Kyrgyz work on erodibility. Its origin must be verified before it is published as fact. Bare soil has 0.456 here, not 1.
    ///
    /// METHODS B.4 and appendix U 6.
    Kulikov,
    "C_KULIKOV",
    "exp(−2.9298·NDVI − 0.7842)",
    "unverified candidate for Kyrgyz rangeland; paper not found",
    "R package soilassessment, NDVIcoverfactor",
    |ndvi| (-2.9298 * ndvi - 0.7842).exp()
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CURVES: [&dyn CoverFromNdvi; 4] = [&VanDerKnijff, &Durigon, &Almagro, &Kulikov];

    #[test]
    fn worked_values_of_methods_b4() {
        // test_vectors.json: B.C.*
        let expected = [
            [0.80074, 0.42437, 0.13534, 0.00940, 0.00000],
            [0.45, 0.35, 0.25, 0.15, 0.05],
            [0.045, 0.035, 0.025, 0.015, 0.005],
            [0.34055, 0.18954, 0.10549, 0.05872, 0.03268],
        ];
        for (curve, expected) in CURVES.iter().zip(expected) {
            for (ndvi, expected) in [0.1, 0.3, 0.5, 0.7, 0.9].iter().zip(expected) {
                let found = curve.cover(*ndvi).unwrap();
                assert!(
                    (found - expected).abs() < 5.1e-6,
                    "{} {ndvi}",
                    curve.equation().id
                );
            }
        }
        // B.A.organic_change_pct: a twentieth of NDVI is a third of C
        let ratio = VanDerKnijff.cover(0.55).unwrap() / VanDerKnijff.cover(0.5).unwrap();
        assert!((ratio - 0.64118).abs() < 5e-6);
    }

    proptest! {
        #[test]
        fn greener_is_better_covered(ndvi in 0.0..0.94_f64, more in 0.01..0.05_f64) {
            for curve in CURVES {
                let (bare, green) = (curve.cover(ndvi).unwrap(), curve.cover(ndvi + more).unwrap());
                prop_assert!(green < bare && bare <= 1.0 && green >= 0.0);
            }
        }
    }
}
