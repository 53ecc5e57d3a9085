//! Of which grains is the fine earth made?

/// The parts need not sum to 100 % more closely than this.
const TOLERANCE_PERCENT: f64 = 2.0;

/// Sand, silt and clay by the limits of the USDA (0.05 and 0.002 mm), mass per cent of the fine earth.
///
/// Archives in the Kachinsky system have other limits ("physical clay" is below 0.01 mm) and must be converted first.
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
    /// use aimak_science::erosion::water::erodibility::Texture;
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
