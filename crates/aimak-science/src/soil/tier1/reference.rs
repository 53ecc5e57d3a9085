//! How much carbon does the IPCC assume under native vegetation?

use aimak_core::{ClimateZone, Message, Reason, SoilGroup, Withheld};

use super::factors::DefaultFactor;
use crate::soil::texture::Texture;

/// The group of a soil that has a name of the WRB and, if known, a texture; `None` for a name that is not in the list.
///
/// # Formula
/// Sandy by texture before the name. The list of names and the limits of sandy soil are recalled (METHODS U.2).
///
/// # Example
/// ```
/// use aimak_core::SoilGroup;
/// use aimak_science::soil::{texture::Texture, tier1::soil_group};
/// assert_eq!(soil_group("Kastanozem", Texture::new(30.0, 48.0, 22.0)), Some(SoilGroup::HighActivityClay));
/// assert_eq!(soil_group("Kastanozem", Texture::new(80.0, 13.0, 7.0)), Some(SoilGroup::Sandy));
/// assert_eq!(soil_group("Sierozem", None), None); // a name of the Soviet system, in the WRB a Calcisol
/// ```
///
/// # Reference
/// METHODS A.10.2.
pub fn soil_group(wrb_group: &str, texture: Option<Texture>) -> Option<SoilGroup> {
    let sandy = |texture: Texture| texture.sand_percent() > 70.0 && texture.clay_percent() < 8.0;
    if texture.is_some_and(sandy) {
        return Some(SoilGroup::Sandy);
    }
    match wrb_group {
        "Chernozem" | "Kastanozem" | "Phaeozem" | "Calcisol" | "Cambisol" | "Luvisol"
        | "Vertisol" | "Solonetz" => Some(SoilGroup::HighActivityClay),
        "Acrisol" | "Lixisol" | "Ferralsol" | "Nitisol" => Some(SoilGroup::LowActivityClay),
        "Podzol" => Some(SoilGroup::Spodic),
        "Andosol" => Some(SoilGroup::Volcanic),
        "Gleysol" => Some(SoilGroup::Wetland),
        _ => None,
    }
}

/// The reference stock of a zone and soil, 0–30 cm, t C/ha.
///
/// # Range and edge cases
/// `FACTOR_MISSING` where the table has no value.
///
/// # Example
/// ```
/// use aimak_core::{ClimateZone, SoilGroup};
/// use aimak_science::soil::tier1::reference_stock;
/// let stock = reference_stock(ClimateZone::CoolTemperateDry, SoilGroup::HighActivityClay).unwrap();
/// assert_eq!((stock.value, stock.half_width_percent), (43.0, 8.0));
/// assert!(reference_stock(ClimateZone::CoolTemperateDry, SoilGroup::Spodic).is_err());
/// ```
///
/// # Reference
/// METHODS A.10.2; IPCC (2019), Refinement Vol. 4, Ch. 2, Tab. 2.3.
pub fn reference_stock(zone: ClimateZone, soil: SoilGroup) -> Result<DefaultFactor, Withheld> {
    let row: [Option<(f64, f64)>; 6] = match zone {
        ClimateZone::PolarMoist | ClimateZone::PolarDry => [
            Some((59.0, 41.0)),
            None,
            Some((27.0, 67.0)),
            None,
            None,
            None,
        ],
        ClimateZone::BorealMoist | ClimateZone::BorealDry => [
            Some((63.0, 18.0)),
            None,
            Some((10.0, 90.0)),
            Some((117.0, 90.0)),
            Some((20.0, 90.0)),
            Some((116.0, 65.0)),
        ],
        ClimateZone::CoolTemperateDry => [
            Some((43.0, 8.0)),
            Some((33.0, 90.0)),
            Some((13.0, 33.0)),
            None,
            Some((20.0, 90.0)),
            Some((87.0, 90.0)),
        ],
        ClimateZone::CoolTemperateMoist => [
            (81.0, 5.0),
            (76.0, 51.0),
            (51.0, 13.0),
            (128.0, 14.0),
            (136.0, 14.0),
            (128.0, 13.0),
        ]
        .map(Some),
        ClimateZone::WarmTemperateDry => [
            Some((24.0, 5.0)),
            Some((19.0, 16.0)),
            Some((10.0, 5.0)),
            None,
            Some((84.0, 65.0)),
            Some((74.0, 17.0)),
        ],
        ClimateZone::WarmTemperateMoist => [
            (64.0, 5.0),
            (55.0, 8.0),
            (36.0, 23.0),
            (143.0, 30.0),
            (138.0, 12.0),
            (135.0, 28.0),
        ]
        .map(Some),
        ClimateZone::TropicalDry => tropical([
            (21.0, 5.0),
            (19.0, 10.0),
            (9.0, 9.0),
            (50.0, 90.0),
            (22.0, 17.0),
        ]),
        ClimateZone::TropicalMoist => tropical([
            (40.0, 7.0),
            (38.0, 5.0),
            (27.0, 12.0),
            (70.0, 90.0),
            (68.0, 17.0),
        ]),
        ClimateZone::TropicalWet => tropical([
            (60.0, 8.0),
            (52.0, 6.0),
            (46.0, 20.0),
            (77.0, 27.0),
            (49.0, 19.0),
        ]),
        ClimateZone::TropicalMontane => tropical([
            (51.0, 10.0),
            (44.0, 11.0),
            (52.0, 34.0),
            (96.0, 31.0),
            (82.0, 50.0),
        ]),
    };
    row[soil as usize]
        .map(|(value, half_width)| {
            DefaultFactor::new("SOCref", value, half_width).in_cell(cell(zone, soil))
        })
        .ok_or_else(|| {
            let detail = Message::new("detail-factor").with("factor", "SOCref");
            Withheld::because(Reason::FactorMissing).with(detail)
        })
}

/// Which cell of the table: polar and boreal soil has one for moist and dry together.
const fn cell(zone: ClimateZone, soil: SoilGroup) -> u8 {
    let row = match zone {
        ClimateZone::PolarMoist => ClimateZone::PolarDry,
        ClimateZone::BorealMoist => ClimateZone::BorealDry,
        zone => zone,
    };
    row as u8 * 6 + soil as u8
}

/// A row of the tropics, where spodic soil has no value.
const fn tropical(
    [high, low, sandy, volcanic, wetland]: [(f64, f64); 5],
) -> [Option<(f64, f64)>; 6] {
    [
        Some(high),
        Some(low),
        Some(sandy),
        None,
        Some(volcanic),
        Some(wetland),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_the_table() {
        use ClimateZone::{
            BorealDry, CoolTemperateMoist, PolarDry, TropicalMontane, TropicalWet,
            WarmTemperateDry, WarmTemperateMoist,
        };
        use SoilGroup::{HighActivityClay, LowActivityClay, Sandy, Spodic, Volcanic, Wetland};
        for (zone, soil, expected) in [
            (WarmTemperateDry, HighActivityClay, (24.0, 5.0)),
            (WarmTemperateDry, Wetland, (74.0, 17.0)),
            (CoolTemperateMoist, LowActivityClay, (76.0, 51.0)),
            (WarmTemperateMoist, Spodic, (143.0, 30.0)),
            (BorealDry, Sandy, (10.0, 90.0)),
            (PolarDry, HighActivityClay, (59.0, 41.0)),
            (TropicalWet, Volcanic, (77.0, 27.0)),
            (TropicalMontane, Wetland, (82.0, 50.0)),
        ] {
            let cell = reference_stock(zone, soil).unwrap();
            assert_eq!(
                (cell.value, cell.half_width_percent),
                expected,
                "{zone:?} {soil:?}"
            );
        }
        assert_eq!(
            reference_stock(PolarDry, Wetland).unwrap_err().reason,
            Reason::FactorMissing
        );
    }

    #[test]
    fn seventy_per_cent_sand_is_not_yet_sandy() {
        assert_eq!(
            soil_group("Luvisol", Texture::new(70.0, 23.0, 7.0)),
            Some(SoilGroup::HighActivityClay)
        );
        assert_eq!(
            soil_group("Luvisol", Texture::new(71.0, 21.0, 8.0)),
            Some(SoilGroup::HighActivityClay)
        );
    }
}
