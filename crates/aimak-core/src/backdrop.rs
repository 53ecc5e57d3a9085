//! What lies around and under the findings on a map: rivers, places, the relief?
//!
//! Nothing here is a finding. It helps readers to find themselves on a map, and its sources are listed like all others.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of things that help readers to find their way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum BaseKind {
    /// Standing water, an area.
    Lake,
    /// Ice, an area.
    Glacier,
    /// Running water, a line.
    River,
    /// A border of the state or of a larger unit, a line.
    Border,
    /// A road, a line.
    Road,
    /// A town or a village, a point.
    Place,
}

impl BaseKind {
    /// All kinds, in the order in which a map is painted.
    pub const ALL: [Self; 6] = [
        Self::Lake,
        Self::Glacier,
        Self::River,
        Self::Border,
        Self::Road,
        Self::Place,
    ];

    /// The key in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Lake => "lake",
            Self::Glacier => "glacier",
            Self::River => "river",
            Self::Border => "border",
            Self::Road => "road",
            Self::Place => "place",
        }
    }
}

/// Base map and relief of a release.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backdrop {
    /// Rivers, lakes, roads, places; `None` where the project names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<BaseMap>,
    /// Heights; `None` where the project has no elevations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relief: Option<ReliefPicture>,
}

impl Backdrop {
    /// True where there is neither.
    pub const fn is_empty(&self) -> bool {
        self.base.is_none() && self.relief.is_none()
    }
}

/// Rivers, lakes, roads, places: `GeoJSON` in WGS 84 whose features carry `kind`, `rank` (1 for the most important to 9) and
/// `name_ky`, `name_ru`, `name_en` where they have names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseMap {
    /// The file among the assets.
    pub file: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// Heights as a picture: metres above the sea are `256 R + G + B / 256 - 32768`, and black where no height is known. Its pixels are pixels of Web Mercator at a
/// zoom at which the world is `256 * 2^zoom` pixels wide, so that tiles can be cut out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReliefPicture {
    /// The picture among the assets, a PNG.
    pub file: String,
    /// The zoom.
    pub zoom: u8,
    /// Columns of the world to the left of it.
    pub left: u32,
    /// Rows of the world above it.
    pub top: u32,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

impl ReliefPicture {
    /// Heights are written in steps of this many 256ths of a metre: finer ones no shading shows.
    pub const STEP: u32 = 64;
    /// What is added to a height before it is written, m.
    pub const SHIFT: f64 = 32_768.0;

    /// The pixel of a height; black where it is no number.
    ///
    /// ```
    /// use aimak_core::ReliefPicture;
    /// // 3000.25 + 32768 = 139 * 256 + 184.25
    /// assert_eq!(ReliefPicture::pixel(3000.25), [139, 184, 64]);
    /// assert_eq!(ReliefPicture::height([139, 184, 64]), Some(3000.25));
    /// assert_eq!(ReliefPicture::height(ReliefPicture::pixel(-28.04)), Some(-28.0));
    /// assert_eq!(ReliefPicture::height(ReliefPicture::pixel(f64::NAN)), None);
    /// ```
    pub fn pixel(height: f64) -> [u8; 3] {
        let steps = 256.0 / f64::from(Self::STEP);
        let number = ((height + Self::SHIFT) * steps).round().max(0.0) as u32 * Self::STEP;
        let [_, red, green, blue] = number.min(0x00ff_ffff).to_be_bytes();
        [red, green, blue]
    }

    /// The height of a pixel, m; `None` where none is known.
    pub fn height(pixel: [u8; 3]) -> Option<f64> {
        let [red, green, blue] = pixel.map(f64::from);
        let height = 256.0 * red + green + blue / 256.0 - Self::SHIFT;
        (pixel != [0; 3]).then_some(height)
    }
}
