//! What does the USDA call this texture?

use super::Texture;

/// A texture class of the USDA triangle.
///
/// # Formula
/// The rules of METHODS A.1, top down, the first that holds; Si, Cl and Sa are silt, clay and sand in per cent.
///
/// # Range and edge cases
/// Every texture has a class (a law below). Edges lie at 7, 12, 20, 27, 28, 35, 40, 45, 50, 52 and 80 %; on an edge the rules decide. The
/// polygons of other programs put some edges half a per cent higher and differ in 0.8 % of all textures.
///
/// # Example
/// ```
/// use aimak_science::soil::texture::{Texture, TextureClass};
/// let class = |sand, silt, clay| TextureClass::of(Texture::new(sand, silt, clay).unwrap());
/// assert_eq!(class(30.0, 48.0, 22.0), TextureClass::Loam);
/// assert_eq!(class(65.0, 25.0, 10.0), TextureClass::SandyLoam);
/// assert_eq!(class(15.0, 52.0, 33.0), TextureClass::SiltyClayLoam);
/// ```
///
/// # Reference
/// METHODS A.1; Soil Survey Staff, Soil Survey Manual, USDA Handbook 18, ch. 3 (NRCS texture calculator).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextureClass {
    /// Sand.
    Sand,
    /// Loamy sand.
    LoamySand,
    /// Sandy loam.
    SandyLoam,
    /// Loam.
    Loam,
    /// Silt loam.
    SiltLoam,
    /// Silt.
    Silt,
    /// Sandy clay loam.
    SandyClayLoam,
    /// Clay loam.
    ClayLoam,
    /// Silty clay loam.
    SiltyClayLoam,
    /// Sandy clay.
    SandyClay,
    /// Silty clay.
    SiltyClay,
    /// Clay.
    Clay,
}

impl TextureClass {
    /// All classes, in the order of the rules.
    pub const ALL: [Self; 12] = [
        Self::Sand,
        Self::LoamySand,
        Self::SandyLoam,
        Self::Loam,
        Self::SiltLoam,
        Self::Silt,
        Self::SandyClayLoam,
        Self::ClayLoam,
        Self::SiltyClayLoam,
        Self::SandyClay,
        Self::SiltyClay,
        Self::Clay,
    ];

    /// The class of a texture.
    pub fn of(texture: Texture) -> Self {
        // the rules leave a hole only where silt is 28 but for rounding, with sand at most 52 or 45: the corner of loam
        Self::ALL
            .into_iter()
            .find(|class| class.holds(texture))
            .unwrap_or(Self::Loam)
    }

    /// True where the rule of this class holds; several may.
    fn holds(self, texture: Texture) -> bool {
        let (sand, silt, clay) = (
            texture.sand_percent(),
            texture.silt_percent(),
            texture.clay_percent(),
        );
        let not_sandy = silt + 2.0 * clay >= 30.0;
        match self {
            Self::Sand => silt + 1.5 * clay < 15.0,
            Self::LoamySand => silt + 1.5 * clay >= 15.0 && !not_sandy,
            Self::SandyLoam => {
                let clayey = (7.0..20.0).contains(&clay) && sand > 52.0;
                not_sandy && (clayey || (clay < 7.0 && silt < 50.0))
            }
            Self::Loam => {
                (7.0..27.0).contains(&clay) && (28.0..50.0).contains(&silt) && sand <= 52.0
            }
            Self::SiltLoam => {
                let more_clay = silt >= 50.0 && (12.0..27.0).contains(&clay);
                more_clay || ((50.0..80.0).contains(&silt) && clay < 12.0)
            }
            Self::Silt => silt >= 80.0 && clay < 12.0,
            Self::SandyClayLoam => (20.0..35.0).contains(&clay) && silt < 28.0 && sand > 45.0,
            Self::ClayLoam => (27.0..40.0).contains(&clay) && sand > 20.0 && sand <= 45.0,
            Self::SiltyClayLoam => (27.0..40.0).contains(&clay) && sand <= 20.0,
            Self::SandyClay => clay >= 35.0 && sand > 45.0,
            Self::SiltyClay => clay >= 40.0 && silt >= 40.0,
            Self::Clay => clay >= 40.0 && sand <= 45.0 && silt < 40.0,
        }
    }

    /// Its key in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sand => "sand",
            Self::LoamySand => "loamy_sand",
            Self::SandyLoam => "sandy_loam",
            Self::Loam => "loam",
            Self::SiltLoam => "silt_loam",
            Self::Silt => "silt",
            Self::SandyClayLoam => "sandy_clay_loam",
            Self::ClayLoam => "clay_loam",
            Self::SiltyClayLoam => "silty_clay_loam",
            Self::SandyClay => "sandy_clay",
            Self::SiltyClay => "silty_clay",
            Self::Clay => "clay",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn class(sand: f64, silt: f64, clay: f64) -> TextureClass {
        TextureClass::of(Texture::new(sand, silt, clay).unwrap())
    }

    #[test]
    fn edges_belong_where_the_rules_put_them() {
        use TextureClass::{
            Clay, ClayLoam, Loam, LoamySand, Sand, SandyClay, SandyLoam, Silt, SiltLoam, SiltyClay,
            SiltyClayLoam,
        };
        for (parts, expected) in [
            ((85.0, 15.0, 0.0), LoamySand),
            ((85.1, 14.9, 0.0), Sand),
            ((70.0, 30.0, 0.0), SandyLoam),
            ((52.0, 38.0, 10.0), Loam),
            ((52.1, 37.9, 10.0), SandyLoam),
            ((43.0, 50.0, 7.0), SiltLoam),
            ((44.0, 49.9, 6.1), SandyLoam),
            ((8.0, 80.0, 12.0), SiltLoam),
            ((8.1, 80.0, 11.9), Silt),
            ((23.0, 50.0, 27.0), ClayLoam),
            ((20.0, 53.0, 27.0), SiltyClayLoam),
            ((45.0, 20.0, 35.0), ClayLoam),
            ((45.1, 19.9, 35.0), SandyClay),
            ((20.0, 40.0, 40.0), SiltyClay),
            ((20.1, 39.9, 40.0), Clay),
        ] {
            assert_eq!(class(parts.0, parts.1, parts.2), expected, "{parts:?}");
        }
    }

    /// Without the corner that rounding leaves: is there a rule that holds?
    fn is_ruled(sand: f64, silt: f64, clay: f64) -> bool {
        let texture = Texture::new(sand, silt, clay).unwrap();
        TextureClass::ALL.iter().any(|class| class.holds(texture))
    }

    proptest! {
        #[test]
        fn every_texture_has_a_class(a in 0.0..100.0_f64, b in 0.0..100.0_f64) {
            let (low, high) = (a.min(b), a.max(b));
            prop_assert!(is_ruled(low, high - low, 100.0 - high));
        }
    }

    #[test]
    fn every_tenth_of_a_per_cent_has_a_class() {
        for sand in 0..=1000_u32 {
            for silt in 0..=(1000 - sand) {
                let [sand, silt, clay] =
                    [sand, silt, 1000 - sand - silt].map(|part| f64::from(part) / 10.0);
                let corner = silt == 28.0 && [45.0, 52.0].contains(&sand);
                assert!(corner || is_ruled(sand, silt, clay), "{sand} {silt} {clay}");
            }
        }
    }
}
