//! How varied is the sequence of crops on a field?

use std::collections::BTreeSet;

use aimak_core::{Message, Reason, Withheld};

/// Fewest years of a sequence (METHODS E.5).
pub const MIN_YEARS: usize = 4;

/// What grew on a field in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CropYear<'a> {
    /// The main crop.
    pub main: &'a str,
    /// True where the main crop is a legume.
    pub legume: bool,
    /// A cover crop or catch crop, if there was one.
    pub cover: Option<&'a str>,
}

/// The rotation of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rotation {
    /// Years in the sequence.
    pub years: usize,
    /// Species grown, cover crops included.
    pub species: usize,
    /// Changes of the main crop from one year to the next.
    pub changes: usize,
    /// Rotational complexity index.
    pub complexity: f64,
    /// Share of years with a legume as main crop.
    pub legume_share: f64,
}

impl Rotation {
    /// The rotation of a sequence of years without gaps.
    ///
    /// # Formula
    /// `RCI = √(species × changes)`.
    ///
    /// # Units
    /// None.
    ///
    /// # Range and edge cases
    /// 0 for a crop grown after itself. Sequences of equal length are compared; a longer one has more room for changes.
    ///
    /// # Errors
    /// `TOO_FEW_YEARS` below four years.
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::rotation::{CropYear, Rotation};
    /// let year = |main| CropYear { main, legume: main == "alfalfa", cover: None };
    /// let sequence = ["wheat", "wheat", "alfalfa", "alfalfa", "potato", "wheat"].map(year);
    /// let found = Rotation::of(&sequence).unwrap();
    /// assert_eq!((found.species, found.changes, found.complexity), (3, 3, 3.0));
    /// assert!((found.legume_share - 0.33333).abs() < 5e-6);
    /// ```
    ///
    /// # Reference
    /// METHODS E.5; Socolar et al. (2021).
    pub fn of(years: &[CropYear]) -> Result<Self, Withheld> {
        if years.len() < MIN_YEARS {
            let detail = Message::new("detail-years").with("n", years.len());
            return Err(
                Withheld::because(Reason::TooFewYears).with(detail.with("needed", MIN_YEARS))
            );
        }
        let grown = years.iter().flat_map(|year| [Some(year.main), year.cover]);
        let species = grown.flatten().collect::<BTreeSet<_>>().len();
        let changes = years
            .windows(2)
            .filter(|pair| pair[0].main != pair[1].main)
            .count();
        let legumes = years.iter().filter(|year| year.legume).count();
        Ok(Self {
            years: years.len(),
            species,
            changes,
            complexity: ((species * changes) as f64).sqrt(),
            legume_share: legumes as f64 / years.len() as f64,
        })
    }
}

/// A field with the genera of its crops over three years.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldGenera<'a> {
    /// Area in hectares.
    pub area_ha: f64,
    /// Genera of all crops of the three years.
    pub genera: BTreeSet<&'a str>,
}

/// Share of the cultivated area on which crops of at least two genera grew within three years.
///
/// # Formula
/// `Σ area(≥ 2 genera) / Σ area`; at least 0.8 passes the agrobiodiversity test in the manner of SDG 2.4.1.
///
/// # Units
/// Share (0–1).
///
/// # Errors
/// `NO_DATA` without area.
///
/// # Example
/// ```
/// use aimak_science::diversity::rotation::{FieldGenera, rotated_share};
/// let field = |area_ha, genera: &[&'static str]| FieldGenera { area_ha, genera: genera.iter().copied().collect() };
/// let fields = [field(8.0, &["Triticum", "Medicago"]), field(2.0, &["Triticum"])];
/// assert_eq!(rotated_share(&fields), Ok(0.8));
/// ```
///
/// # Reference
/// METHODS E.5; SDG metadata 2.4.1.
pub fn rotated_share(fields: &[FieldGenera]) -> Result<f64, Withheld> {
    let area = |fields: &mut dyn Iterator<Item = &FieldGenera>| -> f64 {
        fields.map(|field| field.area_ha).sum()
    };
    let all = area(&mut fields.iter());
    if all > 0.0 {
        let rotated = area(&mut fields.iter().filter(|field| field.genera.len() > 1));
        return Ok(rotated / all);
    }
    Err(Withheld::because(Reason::NoData))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn time_may_run_backwards(crops in prop::collection::vec("[a-d]", 4..12)) {
            let year = |main| CropYear { main, legume: main == "a", cover: None };
            let mut years: Vec<CropYear> = crops.iter().map(|crop| year(crop.as_str())).collect();
            let forward = Rotation::of(&years).unwrap();
            years.reverse();
            prop_assert_eq!(forward, Rotation::of(&years).unwrap());
            prop_assert!(forward.complexity <= ((forward.years * (forward.years - 1)) as f64).sqrt());
        }
    }

    #[test]
    fn a_cover_crop_is_a_species_and_three_years_are_too_few() {
        let with = |cover| CropYear {
            main: "wheat",
            legume: false,
            cover,
        };
        let years = [with(None), with(Some("vetch")), with(None), with(None)];
        let found = Rotation::of(&years).unwrap();
        assert_eq!(
            (found.species, found.changes, found.complexity),
            (2, 0, 0.0)
        );
        assert_eq!(
            Rotation::of(&years[..3]).unwrap_err().reason,
            Reason::TooFewYears
        );
        assert_eq!(rotated_share(&[]).unwrap_err().reason, Reason::NoData);
    }
}
