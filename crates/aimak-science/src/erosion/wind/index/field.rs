//! Where does a field stand in the rank?

use aimak_core::{Reason, Withheld};

use super::{IndexFactors, LandSurface, WindErosionIndex, climate::Climate, vegetation_cover};
use crate::erosion::wind::{
    Remark,
    field::{Field, lacking},
};

/// The index of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedField {
    /// Its factors.
    pub factors: IndexFactors,
    /// The index.
    pub index: WindErosionIndex,
    /// Reservations.
    pub remarks: Vec<Remark>,
}

impl RankedField {
    /// Ranks a field; `Withheld` names the first thing missing. Carbonate that is missing counts as 0 here, remarked: it makes the rank
    /// too high, where a loss would be too many tonnes.
    pub fn of(
        field: &Field,
        surface: Option<LandSurface>,
        climate: &Climate,
    ) -> Result<Self, Withheld> {
        let assumed = Field {
            carbonate_percent: field.carbonate_percent.or(Some(0.0)),
            ..*field
        };
        let soil = assumed.erodible_fraction()?;
        let canopy = field.canopy_fraction;
        let canopy = canopy.ok_or_else(|| lacking("canopy_fraction"))?;
        let surface = surface.ok_or_else(|| lacking("surface"))?;
        let impossible = || Withheld::because(Reason::OutOfRange);
        let factors = IndexFactors {
            climate: IndexFactors::climate_of(climate.erosivity),
            erodible_fraction: soil.value,
            crust: assumed.crust()?,
            vegetation: vegetation_cover(canopy).ok_or_else(impossible)?,
            surface: surface.roughness(),
        };
        let mut remarks = [climate.remarks.clone(), soil.remarks].concat();
        if field.carbonate_percent.is_none() {
            remarks.push(Remark::CarbonateAssumedZero);
        }
        remarks.sort_unstable();
        Ok(Self {
            index: factors.index().ok_or_else(impossible)?,
            factors,
            remarks,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::erosion::wind::tests::{worked_climate, worked_field};

    fn rank(field: &Field, surface: Option<LandSurface>) -> Result<RankedField, Withheld> {
        let climate = Climate {
            months: worked_climate(),
            erosivity: 29.430_797,
            remarks: vec![Remark::ReanalysisWind],
        };
        RankedField::of(field, surface, &climate)
    }

    #[test]
    fn the_field_of_methods_c2() {
        let field = Field {
            canopy_fraction: Some(0.35),
            ..worked_field()
        };
        let ranked = rank(&field, Some(LandSurface::Crops)).unwrap();
        assert!((ranked.index.product() - 0.022_496).abs() < 5e-7);
        assert_eq!(ranked.remarks, [Remark::ReanalysisWind]);
        // a loss would be withheld without carbonate; a rank is only too high
        let unknown = Field {
            carbonate_percent: None,
            ..field
        };
        let higher = rank(&unknown, Some(LandSurface::Crops)).unwrap();
        assert!(higher.index > ranked.index);
        assert!(higher.remarks.contains(&Remark::CarbonateAssumedZero));
    }

    #[test]
    fn what_is_missing_is_named() {
        let field = worked_field();
        assert_eq!(rank(&field, None), Err(lacking("surface")));
        let bare = Field {
            canopy_fraction: None,
            ..field
        };
        let crops = Some(LandSurface::Crops);
        assert_eq!(rank(&bare, crops), Err(lacking("canopy_fraction")));
        let soilless = Field {
            texture: None,
            ..field
        };
        assert_eq!(rank(&soilless, crops), Err(lacking("clay_percent")));
    }
}
