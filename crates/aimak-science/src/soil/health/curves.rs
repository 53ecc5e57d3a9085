//! How good is this value, between 0 and 1?

use aimak_core::Withheld;

use super::classes::{ClimateClass, MatterClass, Mineralogy, TextureGroup};
use crate::methods::range::in_range;

/// A score, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Score(f64);

impl Score {
    /// A score from elsewhere, 0–1.
    pub fn new(value: f64) -> Result<Self, Withheld> {
        in_range("score", value, 0.0, 1.0)?;
        Ok(Self(value))
    }

    /// A score of a curve that may leave 0–1 by a little.
    fn clamped(value: f64) -> Self {
        Self(value.clamp(0.0, 1.0))
    }

    /// The score.
    pub const fn value(self) -> f64 {
        self.0
    }
}

/// Score of organic carbon: more is better.
///
/// # Formula
/// `1/(1 + 50.1·exp(−(a·t + a·t·c)·SOC))`, SOC in per cent; a by matter class, t by texture, c by climate.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` outside 0–58 %.
///
/// # Example
/// ```
/// use aimak_science::soil::health::{ClimateClass, MatterClass, TextureGroup, carbon_score};
/// let score = |soc| carbon_score(soc, MatterClass::Low, TextureGroup::Silty, ClimateClass::ColdDry).unwrap().value();
/// assert!((score(1.2) - 0.2082).abs() < 5e-5);
/// assert!((score(1.8) - 0.4882).abs() < 5e-5); // a·t·(1 + c) = 2.17·1.1·0.9 = 2.1483
/// ```
///
/// # Reference
/// METHODS A.7.1; Andrews, Karlen & Cambardella (2004), Soil Sci. Soc. Am. J. 68:1945–1962.
pub fn carbon_score(
    carbon_percent: f64,
    matter: MatterClass,
    texture: TextureGroup,
    climate: ClimateClass,
) -> Result<Score, Withheld> {
    in_range("carbon_percent", carbon_percent, 0.0, 58.0)?;
    let by_matter = [0.3, 1.55, 2.17, 3.81][matter.place()];
    let by_texture = [1.6, 1.25, 1.1, 1.05, 1.0][texture.place()];
    let by_climate = [0.15, 0.05, -0.05, -0.10][climate.place()];
    let both = by_matter * by_texture;
    let steepness = both + both * by_climate;
    Ok(Score::clamped(
        1.0 / (1.0 + 50.1 * (-steepness * carbon_percent).exp()),
    ))
}

/// Score of macro-aggregates: more is better.
///
/// # Formula
/// `−0.793 + 1.7993·cos(0.0196·x − o·t·f)`, x in per cent; o by matter class, t by texture, f 1.1 for soils rich in iron oxides, else
/// 1; above 50 % the score is 1.
///
/// # Range and edge cases
/// Cut to 0–1; `OUT_OF_RANGE` outside 0–100 %.
///
/// # Example
/// ```
/// use aimak_science::soil::health::{MatterClass, TextureGroup, aggregate_score};
/// let score = |x| aggregate_score(x, MatterClass::Low, TextureGroup::Silty, false).unwrap().value();
/// assert!((score(25.0) - 0.7595).abs() < 5e-5);
/// assert_eq!(score(60.0), 1.0);
/// ```
///
/// # Reference
/// METHODS A.7.1.
pub fn aggregate_score(
    aggregates_percent: f64,
    matter: MatterClass,
    texture: TextureGroup,
    rich_in_iron_oxides: bool,
) -> Result<Score, Withheld> {
    in_range("aggregates_percent", aggregates_percent, 0.0, 100.0)?;
    if aggregates_percent > 50.0 {
        return Ok(Score(1.0));
    }
    let by_matter = [1.221_105_4, 1.071_538_7, 1.019_911_2, 0.899_938_1][matter.place()];
    let by_texture = [0.87, 1.06, 1.0, 1.16, 1.25][texture.place()];
    let by_iron = if rich_in_iron_oxides { 1.1 } else { 1.0 };
    let phase = by_matter * by_texture * by_iron;
    let curve = -0.793 + 1.7993 * (0.0196 * aggregates_percent - phase).cos();
    Ok(Score::clamped(curve))
}

/// Score of bulk density: less is better.
///
/// # Formula
/// `0.994 − b·exp(−c·ρ^d)`, ρ in g/cm³; b, c and d by texture; in clayey soil b is 0.0005 more for smectite, 0.001 for glass.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` outside 0.2–2.0 g/cm³.
///
/// # Example
/// ```
/// use aimak_science::soil::health::{Mineralogy, TextureGroup, bulk_density_score};
/// let score = |density, texture| bulk_density_score(density, texture, Mineralogy::Other).unwrap().value();
/// assert!((score(1.25, TextureGroup::Silty) - 0.9341).abs() < 5e-5);
/// assert!((score(1.6, TextureGroup::Sandy) - 0.6073).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.7.1 (a transcription in use puts the mineralogy where the exponent of coarse soil belongs).
pub fn bulk_density_score(
    density_g_per_cm3: f64,
    texture: TextureGroup,
    mineralogy: Mineralogy,
) -> Result<Score, Withheld> {
    in_range("bulk_density_g_per_cm3", density_g_per_cm3, 0.2, 2.0)?;
    let place = texture.place();
    let by_mineralogy = match (texture, mineralogy) {
        (TextureGroup::Clayey | TextureGroup::HeavyClay, Mineralogy::Smectitic) => 0.0005,
        (TextureGroup::Clayey | TextureGroup::HeavyClay, Mineralogy::Glassy) => 0.001,
        _ => 0.0,
    };
    let fall = [0.792, 0.794, 0.796, 0.796, 0.799][place] + by_mineralogy;
    let rate = [321.34, 88.025, 32.189, 16.945, 7.47][place];
    let exponent = [-12.99, -12.061, -11.297, -10.79, -10.1][place];
    let curve = 0.994 - fall * (-rate * density_g_per_cm3.powf(exponent)).exp();
    Ok(Score::clamped(curve))
}

/// Score of available potassium: more is better up to enough.
///
/// # Formula
/// `min(1, A·(1 − e^(B·K)))`, K in mg of the element per kg; A 1.0541 and B −0.00981 in sandy and loamy soil, else 1.0745 and −0.01343.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` below 0 or above 100 000.
///
/// # Example
/// ```
/// use aimak_science::soil::health::{TextureGroup, potassium_score};
/// let score = |k| potassium_score(k, TextureGroup::Silty).unwrap().value();
/// assert!((score(120.0) - 0.8601).abs() < 5e-5);
/// assert_eq!(score(200.0), 1.0);
/// ```
///
/// # Reference
/// METHODS A.7.1.
pub fn potassium_score(potassium_mg_per_kg: f64, texture: TextureGroup) -> Result<Score, Withheld> {
    in_range("potassium_mg_per_kg", potassium_mg_per_kg, 0.0, 1e5)?;
    let (most, rate) = match texture {
        TextureGroup::Sandy | TextureGroup::Loamy => (1.0541, -0.00981),
        _ => (1.0745, -0.01343),
    };
    Ok(Score::clamped(
        most * (1.0 - (rate * potassium_mg_per_kg).exp()),
    ))
}

/// The pH a crop likes, and how fussy it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhOptimum {
    /// The best pH.
    pub best: f64,
    /// Width of the bell, pH units.
    pub width: f64,
}

impl PhOptimum {
    /// Wheat, by decision of METHODS; the crop table was not seen.
    pub const WHEAT: Self = Self {
        best: 6.8,
        width: 1.0,
    };
}

/// Score of pH: a bell about what the crop likes.
///
/// # Formula
/// `exp(−(pH − b)²/(2c²))`.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` for pH outside 0–14 or a width that is not positive. Native calcareous soil is penalised; use the pH of the place as
/// `best`, or leave pH out.
///
/// # Example
/// ```
/// use aimak_science::soil::health::{PhOptimum, ph_score};
/// let score = |ph| ph_score(ph, PhOptimum::WHEAT).unwrap().value();
/// assert!((score(7.8) - 0.6065).abs() < 5e-5); // exp(−1/2)
/// assert_eq!(score(6.8), 1.0);
/// ```
///
/// # Reference
/// METHODS A.7.1 (a transcription in use has a minus before the whole curve).
pub fn ph_score(ph: f64, optimum: PhOptimum) -> Result<Score, Withheld> {
    in_range("ph", ph, 0.0, 14.0)?;
    in_range("best_ph", optimum.best, 0.0, 14.0)?;
    in_range("ph_width", optimum.width, f64::MIN_POSITIVE, 14.0)?;
    let away = (ph - optimum.best) / optimum.width;
    Ok(Score::clamped((-away * away / 2.0).exp()))
}

#[cfg(test)]
mod tests;
