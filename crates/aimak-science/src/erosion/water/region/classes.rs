//! What does a class of land cover mean for erosion?

use aimak_core::LandCoverLegend;

use crate::{
    degradation::land_cover::LandCoverClass,
    erosion::water::{Surface, cover::LandUse},
};

/// A class of a land cover map: soil under some use, or no soil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroundClass {
    /// Soil, which can be lost.
    Soil(LandUse),
    /// Water, ice, settlements: masked, never 0.
    NoSoil(Surface),
}

/// The class of a code of `WorldCover`.
fn of_worldcover(code: u8) -> Option<GroundClass> {
    match Surface::of_worldcover(code)? {
        Surface::Soil => LandUse::of_worldcover(code).map(GroundClass::Soil),
        surface => Some(GroundClass::NoSoil(surface)),
    }
}

/// The class among the seven of the UNCCD. Other land holds rock with bare soil; steep rock falls out by its slope.
const fn of_seven(class: LandCoverClass) -> GroundClass {
    match class {
        LandCoverClass::TreeCovered => GroundClass::Soil(LandUse::Forest),
        LandCoverClass::Grassland => GroundClass::Soil(LandUse::NaturalGrassland),
        LandCoverClass::Cropland => GroundClass::Soil(LandUse::AnnualWithPermanent),
        LandCoverClass::OtherLand => GroundClass::Soil(LandUse::SparseVegetation),
        LandCoverClass::Wetland | LandCoverClass::Water => GroundClass::NoSoil(Surface::Water),
        LandCoverClass::Artificial => GroundClass::NoSoil(Surface::Settlement),
    }
}

/// The class of a code of ESA-CCI: snow and ice and bare areas are told apart there, sparse vegetation from grassland, too.
fn of_esa_cci(code: u8) -> Option<GroundClass> {
    Some(match code {
        220 => GroundClass::NoSoil(Surface::Ice),
        140 => GroundClass::Soil(LandUse::MossAndLichen),
        120..=122 => GroundClass::Soil(LandUse::WoodlandShrub),
        150..=153 => GroundClass::Soil(LandUse::SparseVegetation),
        code => of_seven(LandCoverClass::from_esa_cci(code)?),
    })
}

/// What a number of a land cover map means; `None` outside its legend.
///
/// ```
/// use aimak_core::LandCoverLegend;
/// use aimak_science::erosion::water::{Surface, cover::LandUse, region::classes::{GroundClass, ground_class}};
/// let unccd = |code| ground_class(LandCoverLegend::Unccd, code);
/// assert_eq!(unccd(2.0), Some(GroundClass::Soil(LandUse::NaturalGrassland)));
/// assert_eq!(unccd(7.0), Some(GroundClass::NoSoil(Surface::Water)));
/// assert_eq!((unccd(0.0), unccd(2.5), unccd(f64::NAN)), (None, None, None));
/// ```
pub fn ground_class(legend: LandCoverLegend, code: f64) -> Option<GroundClass> {
    let whole = (0.0..=255.0).contains(&code) && code.fract() == 0.0;
    let code = whole.then_some(code as u8)?;
    match legend {
        LandCoverLegend::EsaWorldcover => of_worldcover(code),
        LandCoverLegend::EsaCci => of_esa_cci(code),
        LandCoverLegend::Unccd => {
            let place = usize::from(code).checked_sub(1)?;
            LandCoverClass::ALL.get(place).copied().map(of_seven)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_legend_tells_soil_from_what_is_none() {
        let of = |legend, code| ground_class(legend, code);
        let ice = Some(GroundClass::NoSoil(Surface::Ice));
        assert_eq!(of(LandCoverLegend::EsaWorldcover, 70.0), ice);
        assert_eq!(of(LandCoverLegend::EsaCci, 220.0), ice);
        let built = Some(GroundClass::NoSoil(Surface::Settlement));
        for (legend, code) in [
            (LandCoverLegend::EsaWorldcover, 50.0),
            (LandCoverLegend::EsaCci, 190.0),
            (LandCoverLegend::Unccd, 5.0),
        ] {
            assert_eq!(of(legend, code), built);
        }
        let sparse = Some(GroundClass::Soil(LandUse::SparseVegetation));
        assert_eq!(of(LandCoverLegend::EsaCci, 150.0), sparse);
        assert_eq!(of(LandCoverLegend::EsaCci, 0.0), None);
        assert_eq!(of(LandCoverLegend::EsaWorldcover, 15.0), None);
    }
}
