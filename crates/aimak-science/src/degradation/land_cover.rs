//! What grows or stands on the land, in the seven classes of the UNCCD?

use serde::{Deserialize, Serialize};

/// The seven land-cover classes of SDG 15.3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LandCoverClass {
    /// 1: tree-covered areas.
    TreeCovered,
    /// 2: grassland (with shrubs and sparse vegetation).
    Grassland,
    /// 3: cropland.
    Cropland,
    /// 4: wetland.
    Wetland,
    /// 5: artificial surfaces.
    Artificial,
    /// 6: other land (bare ground, rock, ice).
    OtherLand,
    /// 7: water bodies.
    Water,
}

impl LandCoverClass {
    /// All classes in the order of the UNCCD (1 to 7).
    pub const ALL: [Self; 7] = [
        Self::TreeCovered,
        Self::Grassland,
        Self::Cropland,
        Self::Wetland,
        Self::Artificial,
        Self::OtherLand,
        Self::Water,
    ];

    /// Place in [`Self::ALL`], 0 to 6.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name in a matrix file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TreeCovered => "tree_covered",
            Self::Grassland => "grassland",
            Self::Cropland => "cropland",
            Self::Wetland => "wetland",
            Self::Artificial => "artificial",
            Self::OtherLand => "other_land",
            Self::Water => "water",
        }
    }

    /// The class of an ESA-CCI land-cover code.
    ///
    /// # Range and edge cases
    /// A code outside the legend (0 is no data) has no class.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::land_cover::LandCoverClass;
    /// assert_eq!(LandCoverClass::from_esa_cci(130), Some(LandCoverClass::Grassland));
    /// assert_eq!(LandCoverClass::from_esa_cci(0), None);
    /// ```
    ///
    /// # Reference
    /// UNCCD PRAIS 4 manual, table 8; nesting of Trends.Earth @ 35b2b7d.
    pub const fn from_esa_cci(code: u8) -> Option<Self> {
        Some(match code {
            50 | 60..=62 | 70..=72 | 80..=82 | 90 | 100 => Self::TreeCovered,
            110 | 120..=122 | 130 | 140 | 150..=153 => Self::Grassland,
            10..=12 | 20 | 30 | 40 => Self::Cropland,
            160 | 170 | 180 => Self::Wetland,
            190 => Self::Artificial,
            200..=202 | 220 => Self::OtherLand,
            210 => Self::Water,
            _ => return None,
        })
    }

    /// The class of an ESA `WorldCover` code. **This mapping is ours**: the UNCCD publishes none.
    ///
    /// It follows table 8 by meaning: shrubs (20) and moss and lichen (100) are grassland as their ESA-CCI kin 120 and 140,
    /// mangroves (95) are wetland as 170, snow and ice (70) are other land as 220. One thing cannot be kept: ESA-CCI counts
    /// sparse vegetation (150–153) as grassland, `WorldCover` has it with bare ground (60), which is other land here. So never
    /// compare a `WorldCover` map with an ESA-CCI map: on high pasture the legends alone would make a transition.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::land_cover::LandCoverClass;
    /// assert_eq!(LandCoverClass::from_esa_worldcover(20), Some(LandCoverClass::Grassland));
    /// assert_eq!(LandCoverClass::from_esa_worldcover(15), None);
    /// ```
    ///
    /// # Reference
    /// Legend: ESA `WorldCover` 2021 v200 product user manual.
    pub const fn from_esa_worldcover(code: u8) -> Option<Self> {
        Some(match code {
            10 => Self::TreeCovered,
            20 | 30 | 100 => Self::Grassland,
            40 => Self::Cropland,
            90 | 95 => Self::Wetland,
            50 => Self::Artificial,
            60 | 70 => Self::OtherLand,
            80 => Self::Water,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn esa_cci_has_its_thirty_seven_codes() {
        // `RASTER_PEERS` 4, ESA nesting of Trends.Earth: number of codes in each class
        let counts = LandCoverClass::ALL.map(|class| {
            (0..=u8::MAX)
                .filter(|code| LandCoverClass::from_esa_cci(*code) == Some(class))
                .count()
        });
        assert_eq!(counts, [12, 10, 6, 3, 1, 4, 1]);
        // table 8 of the manual: limits of its ranges
        let of = LandCoverClass::from_esa_cci;
        assert_eq!(of(90), Some(LandCoverClass::TreeCovered));
        assert_eq!(of(110), Some(LandCoverClass::Grassland));
        assert_eq!(of(153), Some(LandCoverClass::Grassland));
        assert_eq!(of(40), Some(LandCoverClass::Cropland));
        assert_eq!(of(220), Some(LandCoverClass::OtherLand));
    }

    #[test]
    fn worldcover_has_its_eleven_codes() {
        let known =
            (0..=u8::MAX).filter(|code| LandCoverClass::from_esa_worldcover(*code).is_some());
        let known: Vec<u8> = known.collect();
        assert_eq!(known, [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100]);
    }

    #[test]
    fn keys_are_what_serde_reads() {
        for (place, class) in LandCoverClass::ALL.into_iter().enumerate() {
            assert_eq!(class.index(), place);
            let json = serde_json::to_value(class).unwrap();
            assert_eq!(json, class.key());
        }
    }
}
