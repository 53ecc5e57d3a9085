//! What did one image of a series show of a window, clouds taken out?

use aimak_core::{Block, Raster, RasterFault, RasterLayer, RasterSource, Window};
use jiff::civil::Date;
use ndarray::{Array2, Axis, Zip, s};
use rayon::prelude::*;

use super::{
    BandLine, BandRole, Bands, CellSize, ClassMask, Harmonisation, LandsatQuality, Reflectance,
    SceneClassification, Sensor, index::SpectralIndex,
};

/// How those pixels of an image are told that saw the ground. Bands are counted from 0 in the image's layer.
#[derive(Clone, Debug, PartialEq)]
pub enum ImageMask {
    /// Nothing tells them: every pixel with a value counts.
    None,
    /// By the quality bands of Landsat Collection 2.
    Landsat {
        /// The rule.
        quality: LandsatQuality,
        /// `QA_PIXEL`.
        qa_pixel: usize,
        /// `QA_RADSAT`, where the image has it.
        qa_radsat: Option<usize>,
    },
    /// By Sentinel-2's scene classification.
    SceneClassification {
        /// The rule.
        rule: SceneClassification,
        /// SCL.
        scl: usize,
    },
    /// By classes that are kept, for instance those of Fmask.
    Classes {
        /// The rule.
        rule: ClassMask,
        /// The band of classes.
        classes: usize,
    },
}

/// What the bands of an image are.
#[derive(Clone, Debug, PartialEq)]
pub enum ImageValues {
    /// Reflectance, by role.
    Reflectance(Vec<(BandRole, usize)>),
    /// An index that somebody computed already.
    Index(usize),
}

/// One image of a series: when it was taken, where its bands are, how they are masked.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// The day it was taken.
    pub date: Date,
    /// What took it, where that is known.
    pub sensor: Option<Sensor>,
    /// The layer that holds its bands; all images of a series lie on one grid.
    pub layer: RasterLayer,
    /// What they are.
    pub values: ImageValues,
    /// Which pixels count.
    pub mask: ImageMask,
}

/// How many pixels of an image count, and why the others do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct ImageCounts {
    /// Pixels that hold a number in every band that is used.
    pub seen: u64,
    /// Those among them that cannot be reflectance (outside −0.2 to 1.6).
    pub beyond_reflectance: u64,
    /// Those among the seen that a mask drops: cloud, shadow, snow, saturation, ...
    pub masked: u64,
    /// Those that have an index.
    pub usable: u64,
}

impl std::ops::AddAssign for ImageCounts {
    fn add_assign(&mut self, other: Self) {
        self.seen += other.seen;
        self.beyond_reflectance += other.beyond_reflectance;
        self.masked += other.masked;
        self.usable += other.usable;
    }
}

impl Image {
    /// Rows and columns by which its mask looks beyond a window; `None` for a buffer in metres on a grid in degrees.
    pub fn halo(&self) -> Option<(usize, usize)> {
        let rule = match &self.mask {
            ImageMask::SceneClassification { rule, .. } => &rule.0,
            ImageMask::Classes { rule, .. } => rule,
            ImageMask::None | ImageMask::Landsat { .. } => return Some((0, 0)),
        };
        if rule.buffers() {
            CellSize::of(&self.layer.grid).map(|cell| rule.buffer(cell).halo())
        } else {
            Some((0, 0))
        }
    }

    /// An index of every usable pixel of a window, and how many there are.
    ///
    /// # Range and edge cases
    /// An index that is read rather than computed is invalid outside the range of its kind. Ready indices cannot be
    /// harmonised and stay as they are.
    ///
    /// # Errors
    /// The first band that cannot be read there.
    pub fn index(
        &self,
        source: &dyn RasterSource,
        window: Window,
        index: &SpectralIndex,
        harmonisation: Harmonisation,
    ) -> Result<(Raster<f64>, ImageCounts), RasterFault> {
        let keep = self.usable(source, window)?;
        match &self.values {
            ImageValues::Index(band) => {
                let ready = source.block(&self.layer, *band, window)?;
                let (low, high) = index.valid_range;
                let look = |place| {
                    let value = ready.value(place);
                    let index = value.filter(|value| (low..=high).contains(value));
                    (value.map(|_| false), index)
                };
                Ok(rows(window, &keep, look))
            }
            ImageValues::Reflectance(roles) => {
                let read = |(_, band): &(BandRole, usize)| source.block(&self.layer, *band, window);
                let blocks = roles.par_iter().map(read).collect::<Result<Vec<_>, _>>()?;
                let bands: Vec<(&Block, BandRole, BandLine)> = blocks
                    .iter()
                    .zip(roles)
                    .map(|(block, (role, _))| (block, for_index(*role), harmonisation.line(*role)))
                    .collect();
                Ok(rows(window, &keep, |place| of_pixel(&bands, place, index)))
            }
        }
    }

    /// The pixels of a window that saw the ground.
    fn usable(
        &self,
        source: &dyn RasterSource,
        window: Window,
    ) -> Result<Array2<bool>, RasterFault> {
        let shape = (window.height, window.width);
        let codes =
            |band: usize, window| Ok(Codes::of(&source.block(&self.layer, band, window)?));
        let (wider, inside) = self.widened(window);
        let cell = || {
            // without a buffer no length is asked for
            let unit = CellSize::new(1.0, 1.0).expect("invariant: one is positive");
            CellSize::of(&self.layer.grid).unwrap_or(unit)
        };
        let cut = |keep: Array2<bool>| keep.slice_move(inside);
        Ok(match &self.mask {
            ImageMask::None => Array2::from_elem(shape, true),
            ImageMask::Landsat {
                quality,
                qa_pixel,
                qa_radsat,
            } => {
                let pixel = codes(*qa_pixel, window)?;
                let radsat = qa_radsat.map(|band| codes(band, window)).transpose()?;
                let saturated = radsat.map_or_else(|| Array2::zeros(shape), |radsat| radsat.codes);
                let kept = quality.usable(&pixel.codes.view(), &saturated.view());
                kept.expect("invariant: windows of one layer have one shape") & &pixel.valid
            }
            ImageMask::SceneClassification { rule, scl } => {
                let scl = codes(*scl, wider)?;
                let kept = rule.usable(&scl.codes.view(), cell(), None);
                cut(kept.expect("invariant: no second window is given").keep & &scl.valid)
            }
            ImageMask::Classes { rule, classes } => {
                let classes = codes(*classes, wider)?;
                cut(rule.usable(&classes.codes.view(), cell()) & &classes.valid)
            }
        })
    }

    /// A window as far as the mask must see, and where the window itself lies in it.
    fn widened(
        &self,
        window: Window,
    ) -> (
        Window,
        ndarray::SliceInfo<[ndarray::SliceInfoElem; 2], ndarray::Ix2, ndarray::Ix2>,
    ) {
        let (rows, cols) = self.halo().unwrap_or_default();
        let grid = &self.layer.grid;
        let (row, col) = (
            window.row.saturating_sub(rows),
            window.col.saturating_sub(cols),
        );
        let bottom = (window.row + window.height + rows).min(grid.height);
        let right = (window.col + window.width + cols).min(grid.width);
        let (top, left) = (window.row - row, window.col - col);
        let wider = Window {
            col,
            row,
            width: right - col,
            height: bottom - row,
        };
        (
            wider,
            s![top..top + window.height, left..left + window.width],
        )
    }
}

/// Codes of classes or bits; a cell that holds none is invalid and has code 0.
struct Codes {
    codes: Array2<u16>,
    valid: Array2<bool>,
}

impl Codes {
    fn of(block: &Block) -> Self {
        let shape = (block.window.height, block.window.width);
        let mut found = Self {
            codes: Array2::zeros(shape),
            valid: Array2::from_elem(shape, false),
        };
        Zip::indexed(found.codes.axis_iter_mut(Axis(0)))
            .and(found.valid.axis_iter_mut(Axis(0)))
            .par_for_each(|row, mut codes, mut valid| {
                for col in 0..shape.1 {
                    let value = block.value(row * shape.1 + col);
                    let whole = |value: &f64| {
                        value.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(value)
                    };
                    if let Some(value) = value.filter(whole) {
                        (codes[col], valid[col]) = (value as u16, true);
                    }
                }
            });
        found
    }
}

/// The role under which an index asks for a band: it knows one near infrared only.
fn for_index(role: BandRole) -> BandRole {
    match role {
        BandRole::NirNarrow => BandRole::Nir,
        other => other,
    }
}

/// One pixel of bands that are stored as reflectance: whether it cannot be reflectance (`None` where a band holds no number),
/// and its index.
///
/// The same as [`Scene`](super::Scene) computes, but without a copy of every band.
fn of_pixel(
    bands: &[(&Block, BandRole, BandLine)],
    place: usize,
    index: &SpectralIndex,
) -> (Option<bool>, Option<f64>) {
    let (mut pixel, mut beyond) = (Bands::default(), false);
    for (block, role, line) in bands {
        let Some(stored) = block.value(place) else {
            return (None, None);
        };
        let measured = Reflectance::new(stored);
        beyond |= measured.is_none();
        pixel.set(*role, measured.and_then(|measured| line.at(measured)));
    }
    (Some(beyond), index.value(&pixel))
}

/// The pixels of a window, row by row in parallel. `look` tells of a place whether it was seen and cannot be reflectance, and
/// what its index is.
fn rows(
    window: Window,
    keep: &Array2<bool>,
    look: impl Fn(usize) -> (Option<bool>, Option<f64>) + Sync,
) -> (Raster<f64>, ImageCounts) {
    let shape = (window.height, window.width);
    let mut seen = Raster {
        values: Array2::zeros(shape),
        valid: Array2::from_elem(shape, false),
    };
    let mut counts = vec![ImageCounts::default(); window.height];
    Zip::indexed(&mut counts)
        .and(seen.values.axis_iter_mut(Axis(0)))
        .and(seen.valid.axis_iter_mut(Axis(0)))
        .and(keep.axis_iter(Axis(0)))
        .par_for_each(|row, counts, mut values, mut valid, keep| {
            for (col, keep) in keep.iter().enumerate() {
                let (beyond, index) = look(row * shape.1 + col);
                let Some(beyond) = beyond else { continue };
                counts.seen += 1;
                counts.beyond_reflectance += u64::from(beyond);
                counts.masked += u64::from(!keep);
                if let Some(index) = index.filter(|_| *keep) {
                    (values[col], valid[col]) = (index, true);
                    counts.usable += 1;
                }
            }
        });
    let mut sum = ImageCounts::default();
    for counts in counts {
        sum += counts;
    }
    (seen, sum)
}

#[cfg(test)]
mod tests;
