//! Which ratio of bands says how green, how wet, how bare? One file for each index.
//!
//! Adding one takes a file, a `mod` line and an entry in [`ALL`]. The file is named after the index's id.

mod bsi;
mod evi;
mod evi2;
mod kndvi;
mod msavi2;
mod nbr;
mod nbr2;
mod ndmi;
mod ndsi;
mod ndvi;
mod ndwi;
mod savi;

use super::{BandRole, Bands};

/// Denominators closer to zero than this give no value.
const SMALLEST_DENOMINATOR: f64 = 1e-6;

/// Every index.
pub static ALL: &[&SpectralIndex] = &[
    &ndvi::INDEX,
    &evi::INDEX,
    &evi2::INDEX,
    &savi::INDEX,
    &msavi2::INDEX,
    &ndwi::INDEX,
    &ndmi::INDEX,
    &bsi::INDEX,
    &nbr::INDEX,
    &nbr2::INDEX,
    &ndsi::INDEX,
    &kndvi::INDEX,
];

/// The index with this id.
pub fn by_id(id: &str) -> Option<&'static SpectralIndex> {
    ALL.iter().copied().find(|index| index.id == id)
}

/// A spectral index: what it says about itself, and how it is computed.
#[derive(Debug)]
pub struct SpectralIndex {
    /// Its id.
    pub id: &'static str,
    /// How the field writes it.
    pub symbol: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its formula, with B, G, R, N, S1, S2 for the bands.
    pub formula: &'static str,
    /// Bands without which it has no value.
    pub needs: &'static [BandRole],
    /// Lowest and highest value; outside it is missing.
    pub valid_range: (f64, f64),
    /// Where it was published.
    pub reference: &'static str,
    formula_of: fn(&Bands) -> Option<f64>,
}

impl SpectralIndex {
    /// The index of one pixel; `None` where a needed band is missing, a denominator vanishes or the value leaves the range.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::{BandRole, Bands, index};
    /// let ndvi = index::by_id("ndvi").unwrap();
    /// assert_eq!(ndvi.value(&Bands::of(&[(BandRole::Nir, 0.375), (BandRole::Red, 0.125)])), Some(0.5));
    /// assert_eq!(ndvi.value(&Bands::of(&[(BandRole::Nir, 0.3), (BandRole::Red, -0.01)])), None);
    /// ```
    pub fn value(&self, bands: &Bands) -> Option<f64> {
        let (lowest, highest) = self.valid_range;
        (self.formula_of)(bands).filter(|value| (lowest..=highest).contains(value))
    }
}

/// `(a − b)/(a + b)`.
fn normalised_difference(a: f64, b: f64) -> Option<f64> {
    quotient(a - b, a + b)
}

/// A ratio; `None` where the denominator is almost zero.
fn quotient(numerator: f64, denominator: f64) -> Option<f64> {
    (denominator.abs() >= SMALLEST_DENOMINATOR).then(|| numerator / denominator)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::Path};

    use proptest::prelude::*;

    use super::*;

    const ROLES: [BandRole; 6] = [
        BandRole::Blue,
        BandRole::Green,
        BandRole::Red,
        BandRole::Nir,
        BandRole::Swir1,
        BandRole::Swir2,
    ];

    fn bands(reflectances: &[f64]) -> Bands {
        let pairs: Vec<_> = ROLES
            .into_iter()
            .zip(reflectances.iter().copied())
            .collect();
        Bands::of(&pairs)
    }

    #[test]
    fn the_folder_and_the_list_agree() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/spectral/index");
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.unwrap().file_name().into_string().unwrap()
        };
        let files: BTreeSet<String> = std::fs::read_dir(folder).unwrap().map(name).collect();
        let listed = ALL.iter().map(|index| format!("{}.rs", index.id));
        let expected: BTreeSet<String> = listed.chain(["mod.rs".to_owned()]).collect();
        assert_eq!(
            files, expected,
            "a file without an entry in ALL, or the other way round"
        );
    }

    #[test]
    fn every_index_as_spyndex() {
        let table = include_str!("../../../tests/oracle/spectral_indices.csv");
        let header = table.lines().find(|line| !line.starts_with('#')).unwrap();
        let ids: Vec<&str> = header.split(',').skip(ROLES.len()).collect();
        assert_eq!(
            ids.iter().copied().collect::<BTreeSet<_>>(),
            ALL.iter().map(|index| index.id).collect()
        );
        let rows = crate::spectral::oracle_rows(table);
        assert_eq!(rows.len(), 40);
        for row in rows {
            let numbers: Vec<f64> = row.iter().map(|number| number.parse().unwrap()).collect();
            let (rho, expected) = numbers.split_at(ROLES.len());
            for (id, expected) in ids.iter().zip(expected) {
                let index = by_id(id).unwrap();
                let (lowest, highest) = index.valid_range;
                match index.value(&bands(rho)) {
                    Some(found) => assert!(
                        (found - expected).abs() < 1e-12 * expected.abs().max(1.0),
                        "{id} {row:?}"
                    ),
                    None => assert!(*expected < lowest || *expected > highest, "{id} {row:?}"),
                }
            }
        }
    }

    #[test]
    fn worked_example_of_methods_d2() {
        // test_vectors.json: D.idx
        let pixel = bands(&[0.06, 0.09, 0.08, 0.32, 0.22, 0.14]);
        let expected = [
            0.6, 0.444_444, 0.396_825, 0.4, 0.381_366, -0.560_976, 0.185_185, -0.117_647,
            0.391_304, 0.222_222, -0.419_355, 0.345_214,
        ];
        for (index, expected) in ALL.iter().zip(expected) {
            let found = index.value(&pixel).unwrap();
            assert!((found - expected).abs() < 5e-7, "{} {found}", index.id);
        }
    }

    #[test]
    fn an_index_needs_its_bands_and_no_other() {
        let full = [0.06, 0.09, 0.08, 0.32, 0.22, 0.14];
        for index in ALL {
            for (i, role) in ROLES.iter().enumerate() {
                let mut without = full;
                without[i] = 0.0;
                let missing = index.value(&bands(&without)).is_none();
                assert_eq!(missing, index.needs.contains(role), "{} {role:?}", index.id);
            }
        }
    }

    #[test]
    fn haze_that_the_mask_missed_has_no_evi() {
        let evi = by_id("evi").unwrap();
        // 0.40 + 6·0.36 − 7.5·0.45 + 1 = 0.185, EVI 0.54; brighter in blue the denominator is 0.035, EVI 2.86
        assert!(evi.value(&bands(&[0.45, 0.1, 0.36, 0.40])).is_some());
        assert_eq!(evi.value(&bands(&[0.47, 0.1, 0.36, 0.40])), None);
        // a denominator of zero: 0.4 + 6·0.35 − 7.5·(3.5/7.5) + 1
        assert_eq!(evi.value(&bands(&[3.5 / 7.5, 0.1, 0.35, 0.40])), None);
    }

    proptest! {
        #[test]
        fn every_value_lies_in_its_range(rho in prop::collection::vec(0.001..=1.0_f64, 6)) {
            for index in ALL {
                let value = index.value(&bands(&rho));
                // only EVI has a denominator that vanishes and values beyond its range
                prop_assert!(value.is_some() || index.id == "evi", "{}", index.id);
                let (lowest, highest) = index.valid_range;
                prop_assert!(value.is_none_or(|value| lowest <= value && value <= highest), "{}", index.id);
            }
        }

        #[test]
        fn ratios_do_not_see_the_light(rho in prop::collection::vec(0.01..0.5_f64, 6), light in 0.1..2.0_f64) {
            let brighter: Vec<f64> = rho.iter().map(|rho| rho * light).collect();
            for id in ["ndvi", "ndwi", "ndmi", "bsi", "nbr", "nbr2", "ndsi", "kndvi"] {
                let index = by_id(id).unwrap();
                let (a, b) = (index.value(&bands(&rho)).unwrap(), index.value(&bands(&brighter)).unwrap());
                prop_assert!((a - b).abs() < 1e-12, "{}", id);
            }
        }
    }
}
