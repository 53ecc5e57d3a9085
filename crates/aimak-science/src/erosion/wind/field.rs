//! What of a field holds its soil?

use aimak_core::{Message, Reason, Withheld};

use super::{
    Remark,
    cover::Cover,
    crust::soil_crust,
    erodible_fraction::erodible_fraction,
    roughness::{Surface, roughness},
    transport::ASSUMED_LENGTH_M,
};
use crate::erosion::water::erodibility::Texture;

/// Organic matter from organic carbon (van Bemmelen; METHODS A.2).
pub const ORGANIC_MATTER_PER_CARBON: f64 = 1.724;

/// What is known of a field at one time. `None` is not measured; bare and smooth ground has zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Field {
    /// Sand, silt and clay.
    pub texture: Option<Texture>,
    /// Organic carbon, mass per cent.
    pub organic_carbon_percent: Option<f64>,
    /// Carbonate as `CaCO₃`, mass per cent.
    pub carbonate_percent: Option<f64>,
    /// Height of the ridges, cm.
    pub ridge_height_cm: Option<f64>,
    /// From ridge to ridge, cm; not needed without ridges.
    pub ridge_spacing_cm: Option<f64>,
    /// Chain roughness, cm.
    pub chain_roughness_cm: Option<f64>,
    /// Flat residues, per cent of the surface.
    pub residue_cover_percent: Option<f64>,
    /// Silhouette of standing residues, cm² per m².
    pub silhouette_cm2_per_m2: Option<f64>,
    /// Ground under growing crops, a fraction.
    pub canopy_fraction: Option<f64>,
    /// Length along the erosive wind, m.
    pub length_m: Option<f64>,
}

/// The factors of a field, for every period alike.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldFactors {
    /// EF.
    pub erodible_fraction: f64,
    /// SCF.
    pub crust: f64,
    /// K'.
    pub roughness: f64,
    /// COG.
    pub cover: f64,
    /// X, m.
    pub length_m: f64,
    /// Reservations.
    pub remarks: Vec<Remark>,
}

/// The answer where a column of a table of fields has no value.
pub fn lacking(column: &str) -> Withheld {
    let detail = Message::new("lacking-column").with("column", column);
    Withheld::because(Reason::FactorMissing).with(detail)
}

impl Field {
    /// Organic matter in mass per cent.
    pub fn organic_matter_percent(&self) -> Option<f64> {
        self.organic_carbon_percent
            .map(|carbon| ORGANIC_MATTER_PER_CARBON * carbon)
    }

    /// EF, with its remarks; `Withheld` names the first thing missing.
    pub fn erodible_fraction(&self) -> Result<super::Factor, Withheld> {
        let texture = self.texture.ok_or_else(|| lacking("clay_percent"))?;
        let matter = self.organic_matter_percent();
        let matter = matter.ok_or_else(|| lacking("organic_carbon_percent"))?;
        let carbonate = self
            .carbonate_percent
            .ok_or_else(|| lacking("carbonate_percent"))?;
        erodible_fraction(texture, matter, carbonate)
            .ok_or_else(|| Withheld::because(Reason::OutOfRange))
    }

    /// SCF; `Withheld` names the first thing missing.
    pub fn crust(&self) -> Result<f64, Withheld> {
        let texture = self.texture.ok_or_else(|| lacking("clay_percent"))?;
        let matter = self.organic_matter_percent();
        let matter = matter.ok_or_else(|| lacking("organic_carbon_percent"))?;
        soil_crust(texture.clay_percent(), matter)
            .ok_or_else(|| Withheld::because(Reason::OutOfRange))
    }

    /// The factors; `Withheld` names the first thing missing. A length that is missing is assumed and remarked.
    pub fn factors(&self) -> Result<FieldFactors, Withheld> {
        let soil = self.erodible_fraction()?;
        let known = |value: Option<f64>, column| value.ok_or_else(|| lacking(column));
        let height = known(self.ridge_height_cm, "ridge_height_cm")?;
        let spacing = match self.ridge_spacing_cm {
            None if height == 0.0 => 0.0,
            spacing => known(spacing, "ridge_spacing_cm")?,
        };
        let surface = Surface {
            ridge_height_cm: height,
            ridge_spacing_cm: spacing,
            chain_roughness_cm: known(self.chain_roughness_cm, "chain_roughness_cm")?,
        };
        let cover = Cover {
            residue_percent: known(self.residue_cover_percent, "residue_cover_percent")?,
            silhouette_cm2_per_m2: known(self.silhouette_cm2_per_m2, "silhouette_cm2_per_m2")?,
            canopy_fraction: known(self.canopy_fraction, "canopy_fraction")?,
        };
        let impossible = || Withheld::because(Reason::OutOfRange);
        let ridges = roughness(&surface).ok_or_else(impossible)?;
        let mut remarks = soil.remarks;
        remarks.extend(ridges.remarks);
        if self.length_m.is_none() {
            remarks.push(Remark::FieldLengthAssumed);
        }
        let length = self.length_m.unwrap_or(ASSUMED_LENGTH_M);
        Ok(FieldFactors {
            erodible_fraction: soil.value,
            crust: self.crust()?,
            roughness: ridges.value,
            cover: cover.value().ok_or_else(impossible)?,
            length_m: Some(length).filter(|x| *x > 0.0).ok_or_else(impossible)?,
            remarks,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::erosion::wind::tests::worked_field;

    #[test]
    fn what_is_missing_is_named_and_never_zero() {
        let field = worked_field();
        assert!(field.factors().unwrap().remarks.is_empty());
        let without: [(&str, Field); 8] = [
            (
                "clay_percent",
                Field {
                    texture: None,
                    ..field
                },
            ),
            (
                "organic_carbon_percent",
                Field {
                    organic_carbon_percent: None,
                    ..field
                },
            ),
            (
                "carbonate_percent",
                Field {
                    carbonate_percent: None,
                    ..field
                },
            ),
            (
                "ridge_spacing_cm",
                Field {
                    ridge_spacing_cm: None,
                    ..field
                },
            ),
            (
                "chain_roughness_cm",
                Field {
                    chain_roughness_cm: None,
                    ..field
                },
            ),
            (
                "residue_cover_percent",
                Field {
                    residue_cover_percent: None,
                    ..field
                },
            ),
            (
                "silhouette_cm2_per_m2",
                Field {
                    silhouette_cm2_per_m2: None,
                    ..field
                },
            ),
            (
                "canopy_fraction",
                Field {
                    canopy_fraction: None,
                    ..field
                },
            ),
        ];
        for (column, field) in without {
            assert_eq!(field.factors(), Err(lacking(column)));
        }
        let ridged = Field {
            ridge_height_cm: Some(0.0),
            ridge_spacing_cm: None,
            ..field
        };
        assert!(ridged.factors().is_ok());
    }

    #[test]
    fn an_unknown_length_is_assumed_and_said() {
        let field = Field {
            length_m: None,
            ..worked_field()
        };
        let factors = field.factors().unwrap();
        assert_eq!(
            (factors.length_m, factors.remarks),
            (200.0, vec![Remark::FieldLengthAssumed])
        );
        let none = Field {
            length_m: Some(0.0),
            ..field
        };
        assert_eq!(none.factors(), Err(Withheld::because(Reason::OutOfRange)));
    }
}
