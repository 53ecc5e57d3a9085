//! Which curve belongs to this soil?

use crate::soil::texture::{Texture, TextureClass};

/// Groups of texture with curves of their own.
///
/// # Range and edge cases
/// Clay above 40 % goes before the class, as the transcription of the SMAF spreadsheet words it.
///
/// # Example
/// ```
/// use aimak_science::soil::{health::TextureGroup, texture::Texture};
/// let group = |sand, silt, clay| TextureGroup::of(Texture::new(sand, silt, clay).unwrap());
/// assert_eq!(group(65.0, 28.0, 7.0), TextureGroup::Sandy);
/// assert_eq!(group(65.0, 25.0, 10.0), TextureGroup::Loamy);
/// assert_eq!(group(20.0, 65.0, 15.0), TextureGroup::Silty);
/// assert_eq!(group(32.0, 34.0, 34.0), TextureGroup::Clayey);
/// assert_eq!(group(20.0, 30.0, 50.0), TextureGroup::HeavyClay);
/// ```
///
/// # Reference
/// METHODS A.7.1; Andrews, Karlen & Cambardella (2004), Soil Sci. Soc. Am. J. 68:1945–1962.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextureGroup {
    /// 1: sand, loamy sand, sandy loam with less than 8 % clay.
    Sandy,
    /// 2: other sandy loam, sandy clay loam, loam.
    Loamy,
    /// 3: silt loam, silt.
    Silty,
    /// 4: sandy clay, clay loam, silty clay loam, silty clay, clay.
    Clayey,
    /// 5: more than 40 % clay.
    HeavyClay,
}

impl TextureGroup {
    /// The group of a texture.
    pub fn of(texture: Texture) -> Self {
        if texture.clay_percent() > 40.0 {
            return Self::HeavyClay;
        }
        match TextureClass::of(texture) {
            TextureClass::Sand | TextureClass::LoamySand => Self::Sandy,
            TextureClass::SandyLoam if texture.clay_percent() < 8.0 => Self::Sandy,
            TextureClass::SandyLoam | TextureClass::SandyClayLoam | TextureClass::Loam => {
                Self::Loamy
            }
            TextureClass::SiltLoam | TextureClass::Silt => Self::Silty,
            TextureClass::SandyClay
            | TextureClass::ClayLoam
            | TextureClass::SiltyClayLoam
            | TextureClass::SiltyClay
            | TextureClass::Clay => Self::Clayey,
        }
    }

    /// Its place in the tables of the curves, from 0.
    pub(super) const fn place(self) -> usize {
        self as usize
    }
}

/// How much organic matter soils of this suborder hold by nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatterClass {
    /// 1, the most.
    Highest,
    /// 2.
    High,
    /// 3.
    Low,
    /// 4, the least.
    Lowest,
}

impl MatterClass {
    pub(super) const fn place(self) -> usize {
        self as usize
    }
}

/// Warmth and rain, as the curve of carbon sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClimateClass {
    /// 1: at least 170 days above 0 °C and 550 mm.
    WarmWet,
    /// 2: at least 170 days, less than 550 mm.
    WarmDry,
    /// 3: fewer than 170 days, at least 550 mm.
    ColdWet,
    /// 4: fewer than 170 days, less than 550 mm.
    ColdDry,
}

impl ClimateClass {
    /// The class of a climate. The original counts degree-days; days above 0 °C are the wording METHODS follows.
    ///
    /// ```
    /// use aimak_science::soil::health::ClimateClass;
    /// assert_eq!(ClimateClass::of(230.0, 320.0), ClimateClass::WarmDry);
    /// assert_eq!(ClimateClass::of(169.9, 550.0), ClimateClass::ColdWet);
    /// ```
    pub fn of(days_above_zero: f64, rain_mm_per_year: f64) -> Self {
        match (days_above_zero >= 170.0, rain_mm_per_year >= 550.0) {
            (true, true) => Self::WarmWet,
            (true, false) => Self::WarmDry,
            (false, true) => Self::ColdWet,
            (false, false) => Self::ColdDry,
        }
    }

    pub(super) const fn place(self) -> usize {
        self as usize
    }
}

/// Which clay minerals rule; matters for bulk density of clayey soil.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mineralogy {
    /// Smectite.
    Smectitic,
    /// Volcanic glass.
    Glassy,
    /// Anything else.
    #[default]
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forty_per_cent_clay_is_not_yet_heavy() {
        let group = |sand, silt, clay| TextureGroup::of(Texture::new(sand, silt, clay).unwrap());
        assert_eq!(group(20.0, 40.0, 40.0), TextureGroup::Clayey);
        assert_eq!(group(52.0, 7.0, 41.0), TextureGroup::HeavyClay);
        assert_eq!(group(82.0, 8.0, 10.0), TextureGroup::Sandy);
        assert_eq!(group(60.0, 32.0, 8.0), TextureGroup::Loamy);
    }
}
