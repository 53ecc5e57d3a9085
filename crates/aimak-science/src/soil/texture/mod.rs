//! Of which grains is the fine earth made?

mod class;
mod kachinsky;

pub use class::TextureClass;
pub use kachinsky::{KachinskyGrains, KachinskyTexture};

use aimak_core::{Message, Reason, Withheld};

use crate::methods::range::in_range;

/// The parts need not sum to 100 % more closely than this.
const TOLERANCE_PERCENT: f64 = 2.0;

/// Sand, silt and clay by the limits of the USDA (0.05 and 0.002 mm), mass per cent of the fine earth.
///
/// Archives in the Kachinsky system have other limits ("physical clay" is below 0.01 mm) and must be converted first; see
/// [`KachinskyGrains`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Texture {
    sand: f64,
    silt: f64,
    clay: f64,
}

impl Texture {
    /// The three parts, rescaled to 100 %; `None` where one is negative or they miss 100 % by more than 2 (`TEXTURE_SUM`).
    ///
    /// ```
    /// use aimak_science::soil::texture::Texture;
    /// assert_eq!(Texture::new(30.0, 49.0, 22.0).map(|texture| texture.clay_percent() < 22.0), Some(true));
    /// assert_eq!(Texture::new(30.0, 48.0, 19.0), None);
    /// ```
    pub fn new(sand_percent: f64, silt_percent: f64, clay_percent: f64) -> Option<Self> {
        let parts = [sand_percent, silt_percent, clay_percent];
        let sum: f64 = parts.iter().sum();
        let possible =
            parts.iter().all(|part| *part >= 0.0) && (sum - 100.0).abs() <= TOLERANCE_PERCENT;
        possible.then(|| Self {
            sand: 100.0 * sand_percent / sum,
            silt: 100.0 * silt_percent / sum,
            clay: 100.0 * clay_percent / sum,
        })
    }

    /// The texture of a laboratory sheet; one part of three may be missing and is then what the others leave of 100 %.
    ///
    /// # Range and edge cases
    /// Parts outside 0–100 % are `OUT_OF_RANGE`; three parts that miss 100 % by more than 2, or two that exceed 100 %, are
    /// `TEXTURE_SUM`; fewer than two are `NO_DATA`.
    ///
    /// # Example
    /// ```
    /// use aimak_science::soil::texture::Texture;
    /// let texture = Texture::of_sheet(Some(30.0), None, Some(22.0)).unwrap();
    /// assert_eq!(texture.silt_percent(), 48.0);
    /// assert_eq!(Texture::of_sheet(Some(140.0), None, None).unwrap_err().reason.code(), "OUT_OF_RANGE");
    /// ```
    ///
    /// # Reference
    /// METHODS A.1.
    pub fn of_sheet(
        sand_percent: Option<f64>,
        silt_percent: Option<f64>,
        clay_percent: Option<f64>,
    ) -> Result<Self, Withheld> {
        let named = [
            ("sand_percent", sand_percent),
            ("silt_percent", silt_percent),
            ("clay_percent", clay_percent),
        ];
        for (field, part) in named {
            if let Some(part) = part {
                in_range(field, part, 0.0, 100.0)?;
            }
        }
        let rest = |a: f64, b: f64| 100.0 - (a + b);
        let [sand, silt, clay] = match (sand_percent, silt_percent, clay_percent) {
            (Some(sand), Some(silt), Some(clay)) => [sand, silt, clay],
            (None, Some(silt), Some(clay)) => [rest(silt, clay), silt, clay],
            (Some(sand), None, Some(clay)) => [sand, rest(sand, clay), clay],
            (Some(sand), Some(silt), None) => [sand, silt, rest(sand, silt)],
            _ => return Err(Withheld::because(Reason::NoData)),
        };
        Self::new(sand, silt, clay).ok_or_else(|| {
            let known: f64 = named.iter().filter_map(|(_, part)| *part).sum();
            let detail = Message::new("detail-texture-sum").with("sum", known);
            Withheld::because(Reason::TextureSum).with(detail)
        })
    }

    /// Sand, 0.05–2 mm.
    pub const fn sand_percent(self) -> f64 {
        self.sand
    }

    /// Silt, 0.002–0.05 mm.
    pub const fn silt_percent(self) -> f64 {
        self.silt
    }

    /// Clay, below 0.002 mm.
    pub const fn clay_percent(self) -> f64 {
        self.clay
    }

    /// Very fine sand (0.05–0.10 mm) where nobody sieved it.
    ///
    /// # Formula
    /// `vfs = (0.74 − 0.62·sand/100)·sand`, per cent (METHODS B.2).
    pub fn very_fine_sand_percent(self) -> f64 {
        (0.74 - 0.62 * self.sand / 100.0) * self.sand
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_that_do_not_sum_are_refused_with_their_sum() {
        let reason = |sand, silt, clay| Texture::of_sheet(sand, silt, clay).unwrap_err().reason;
        assert_eq!(
            reason(Some(30.0), Some(48.0), Some(19.9)),
            Reason::TextureSum
        );
        assert_eq!(reason(Some(60.0), Some(48.0), None), Reason::TextureSum);
        assert_eq!(reason(Some(60.0), None, None), Reason::NoData);
        assert_eq!(
            reason(Some(-1.0), Some(50.0), Some(51.0)),
            Reason::OutOfRange
        );
        let rescaled = Texture::of_sheet(Some(31.0), Some(49.0), Some(22.0)).unwrap();
        assert!((rescaled.clay_percent() - 2200.0 / 102.0).abs() < 1e-12);
    }
}
