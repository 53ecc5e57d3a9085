//! How many hectares have each class, and how many are unknown?

use std::collections::BTreeMap;

use aimak_core::{Message, Reason, Withheld};

use super::ChangeClass;

/// Fewest pixels of 30 m of which an area is stated: an aimak, not a field (METHODS D.5.5).
const LEAST_PIXELS: f64 = 1000.0;
/// Area of such a pixel.
const PIXEL_30M_HA: f64 = 0.09;
/// Least share of land with a class, as for every zone (METHODS R.3).
const LEAST_VALID_SHARE: f64 = 0.70;
/// A thousand pixels summed from fractions are a thousand.
const ROUNDING: f64 = 1e-9;

/// What a pixel lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// Land: counts.
    Land,
    /// Inland water: stays out of the indicator.
    InlandWater,
}

/// A pixel on its way into an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClassifiedPixel<C> {
    /// Its class; `None` is missing.
    pub class: Option<C>,
    /// Equal-area or geodesic area of the whole pixel, ha.
    pub area_ha: f64,
    /// Share of the pixel inside the zone, 0 to 1.
    pub coverage: f64,
    /// Land or water.
    pub surface: Surface,
}

/// Area and size in pixels of a class.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct ClassArea {
    area_ha: f64,
    pixels_30m: f64,
}

/// Why an area is not stated.
#[derive(Clone, Debug, PartialEq)]
pub enum AreaRefused {
    /// Too few pixels.
    FewPixels {
        /// Pixels of 30 m found.
        found: f64,
    },
    /// No land, or too much of it unknown.
    Withheld(Withheld),
}

impl AreaRefused {
    /// The refusal with its reason.
    pub fn withheld(self) -> Withheld {
        let details = self.details();
        match self {
            Self::FewPixels { .. } => Withheld {
                reason: Reason::TooFewPixels,
                details,
            },
            Self::Withheld(withheld) => withheld,
        }
    }

    /// What was there and what would be needed, for the words.
    pub fn details(&self) -> Vec<Message> {
        match self {
            Self::FewPixels { found } => vec![
                Message::new("detail-pixels-of-class")
                    .with("n", found.floor())
                    .with("needed", LEAST_PIXELS),
            ],
            Self::Withheld(withheld) => withheld.details.clone(),
        }
    }
}

/// Area of every class in a zone.
///
/// Sums run in the order of the pixels: give them in fixed strips and merge the strips in their order.
///
/// # Example
/// ```
/// use aimak_science::degradation::{ChangeClass, areas::{AreaByClass, ClassifiedPixel, Surface}};
/// let pixel = |class, coverage| ClassifiedPixel { class, area_ha: 0.09, coverage, surface: Surface::Land };
/// let mut pixels = vec![pixel(Some(ChangeClass::Degraded), 1.0); 1000];
/// pixels.extend(vec![pixel(Some(ChangeClass::Stable), 0.5); 6000]);
/// pixels.extend(vec![pixel(None, 1.0); 1000]);
/// let areas = AreaByClass::from_pixels(pixels).unwrap();
/// assert!((areas.area_ha(ChangeClass::Stable).unwrap() - 270.0).abs() < 1e-9);
/// assert!((areas.degraded_percent().unwrap() - 25.0).abs() < 1e-9);
/// assert!((areas.missing_percent().unwrap() - 20.0).abs() < 1e-9);
/// ```
///
/// # Reference
/// METHODS D.5, D.5.5, R.3; World Bank metadata of SDG 15.3.1.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaByClass<C> {
    classes: BTreeMap<C, ClassArea>,
    missing_ha: f64,
    water_ha: f64,
}

impl<C> Default for AreaByClass<C> {
    fn default() -> Self {
        Self {
            classes: BTreeMap::new(),
            missing_ha: 0.0,
            water_ha: 0.0,
        }
    }
}

impl<C: Copy + Ord> AreaByClass<C> {
    /// The areas of a zone's pixels.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` for an area that is negative or no number, or a coverage outside 0 to 1.
    pub fn from_pixels(
        pixels: impl IntoIterator<Item = ClassifiedPixel<C>>,
    ) -> Result<Self, Withheld> {
        let mut areas = Self::default();
        for pixel in pixels {
            areas.add(&pixel, 1)?;
        }
        Ok(areas)
    }

    /// Adds `n` pixels that are alike: a stretch of a row that a zone covers in full.
    ///
    /// # Errors
    /// As [`Self::from_pixels`].
    pub fn add(&mut self, pixel: &ClassifiedPixel<C>, n: usize) -> Result<(), Withheld> {
        let possible = pixel.area_ha.is_finite() && pixel.area_ha >= 0.0;
        if !possible || !(0.0..=1.0).contains(&pixel.coverage) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        let n = n as f64;
        let area_ha = pixel.area_ha * pixel.coverage * n;
        match (pixel.surface, pixel.class) {
            (Surface::InlandWater, _) => self.water_ha += area_ha,
            (Surface::Land, None) => self.missing_ha += area_ha,
            (Surface::Land, Some(class)) => {
                let sum = self.classes.entry(class).or_default();
                sum.area_ha += area_ha;
                // finer pixels count by their area, coarser ones by their number: neither way makes a small sample large
                sum.pixels_30m += n * pixel.coverage * (pixel.area_ha / PIXEL_30M_HA).min(1.0);
            }
        }
        Ok(())
    }

    /// Adds the areas of another strip.
    pub fn merge(&mut self, other: &Self) {
        for (class, area) in &other.classes {
            let sum = self.classes.entry(*class).or_default();
            sum.area_ha += area.area_ha;
            sum.pixels_30m += area.pixels_30m;
        }
        self.missing_ha += other.missing_ha;
        self.water_ha += other.water_ha;
    }

    /// Area of a class, ha.
    ///
    /// # Errors
    /// Fewer than 1000 pixels of 30 m; so also for a class that was not found, of which "0 ha" would claim too much.
    pub fn area_ha(&self, class: C) -> Result<f64, AreaRefused> {
        let area = self.classes.get(&class).copied().unwrap_or_default();
        enough(area.pixels_30m)?;
        Ok(area.area_ha)
    }

    /// Area of several classes together, ha.
    ///
    /// # Errors
    /// Fewer than 1000 pixels of 30 m in all of them.
    pub fn group_ha(&self, classes: &[C]) -> Result<f64, AreaRefused> {
        let group = self.group(classes);
        enough(group.pixels_30m)?;
        Ok(group.area_ha)
    }

    fn group(&self, classes: &[C]) -> ClassArea {
        let mut group = ClassArea::default();
        for area in classes.iter().filter_map(|class| self.classes.get(class)) {
            group.area_ha += area.area_ha;
            group.pixels_30m += area.pixels_30m;
        }
        group
    }

    /// Land with a class, ha.
    pub fn classified_ha(&self) -> f64 {
        self.classes.values().map(|area| area.area_ha).sum()
    }

    /// Land without a class, ha.
    pub fn missing_ha(&self) -> f64 {
        self.missing_ha
    }

    /// Inland water, ha; in no share.
    pub fn water_ha(&self) -> f64 {
        self.water_ha
    }

    /// Land without a class, per cent of all land; `None` without land.
    pub fn missing_percent(&self) -> Option<f64> {
        let land_ha = self.classified_ha() + self.missing_ha;
        (land_ha > 0.0).then(|| 100.0 * self.missing_ha / land_ha)
    }

    /// Land of a class, per cent of the land with a class. Print [`Self::missing_percent`] beside it.
    ///
    /// # Errors
    /// No land, less than 70 % of it with a class, or fewer than 1000 pixels of 30 m with a class.
    pub fn percent(&self, class: C) -> Result<f64, AreaRefused> {
        self.group_percent(&[class])
    }

    /// The same for several classes together.
    ///
    /// # Errors
    /// As [`Self::percent`].
    pub fn group_percent(&self, classes: &[C]) -> Result<f64, AreaRefused> {
        let withheld = |reason| AreaRefused::Withheld(Withheld::because(reason));
        let missing = self
            .missing_percent()
            .ok_or_else(|| withheld(Reason::NoData))?;
        if 100.0 - missing < 100.0 * LEAST_VALID_SHARE - ROUNDING {
            let detail = Message::new("detail-valid-share").with("percent", 100.0 - missing);
            let withheld = Withheld::because(Reason::ValidAreaBelow70).with(detail);
            return Err(AreaRefused::Withheld(withheld));
        }
        enough(self.classes.values().map(|area| area.pixels_30m).sum())?;
        Ok(100.0 * self.group(classes).area_ha / self.classified_ha())
    }
}

impl AreaByClass<ChangeClass> {
    /// SDG 15.3.1: degraded land, per cent of the land with a class.
    ///
    /// # Errors
    /// As [`Self::percent`].
    pub fn degraded_percent(&self) -> Result<f64, AreaRefused> {
        self.percent(ChangeClass::Degraded)
    }
}

/// Refuses fewer than a thousand pixels.
fn enough(pixels_30m: f64) -> Result<(), AreaRefused> {
    if pixels_30m >= LEAST_PIXELS * (1.0 - ROUNDING) {
        return Ok(());
    }
    Err(AreaRefused::FewPixels { found: pixels_30m })
}

#[cfg(test)]
mod tests;
