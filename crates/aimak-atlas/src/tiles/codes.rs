//! Maps by cell as tiles of codes, which the browser colours.
//!
//! Codes stay what they are in the release: every pixel holds the code of the picture at its middle, nothing is averaged, and
//! nothing is carried beyond the rim of the data. (Bleeding values outward would hide the rim that linear interpolation paints;
//! the browser takes the nearest pixel, so there is no rim, and a value never stands where the release has none.)

use aimak_core::{MapLegend, Quantity};
use rayon::prelude::*;

use super::{
    about::{Channel, ClassAbout, MapAbout},
    archive::{Archive, Header, Tiles},
    mercator::{Bounds, SIDE, Tile, zoom_of},
    png::{self, Pixel},
};
use crate::cells::{CellLayer, Codes};

/// At the least zoom the frame is about this wide: nobody looks at it smaller.
const SMALLEST: f64 = 128.0;
/// Deeper zooms would show nothing new of any raster we know (10 m at 42° N).
const DEEPEST: u8 = 14;

/// Up to three maps of one indicator that share an archive.
pub struct Maps<'a> {
    /// Name of the archive: the indicator, and a number from the second archive on.
    pub name: String,
    /// The maps of red, green and blue.
    channels: [Option<&'a CellLayer<'a>>; 3],
}

/// The maps of a release by archive, in its order.
pub fn by_archive<'a>(layers: &'a [CellLayer<'a>]) -> Vec<Maps<'a>> {
    let mut archives: Vec<Maps<'a>> = Vec::new();
    for layer in layers {
        let own = |maps: &Maps<'a>| maps.indicator() == Some(&layer.layer.about.indicator);
        let taken = archives
            .iter_mut()
            .filter(|maps| own(maps))
            .any(|maps| maps.take(layer));
        if !taken {
            let number = 1 + archives.iter().filter(|maps| own(maps)).count();
            archives.push(Maps::begun(layer, number));
        }
    }
    for maps in &mut archives {
        maps.alone_is_red();
    }
    archives
}

/// Whether a map shows what two periods do not have in common.
const fn is_change(quantity: &Quantity) -> bool {
    matches!(
        quantity,
        Quantity::Change { .. } | Quantity::DifferenceOfChanges { .. } | Quantity::Between { .. }
    )
}

impl<'a> Maps<'a> {
    /// The archive of that number of an indicator, with its first map.
    fn begun(layer: &'a CellLayer<'a>, number: usize) -> Self {
        let indicator = &layer.layer.about.indicator;
        let mut maps = Self {
            name: match number {
                1 => indicator.clone(),
                n => format!("{indicator}-{n}"),
            },
            channels: [None; 3],
        };
        maps.take(layer);
        maps
    }

    /// Takes a map where its channel is free: states are red and green in their order, changes blue.
    fn take(&mut self, layer: &'a CellLayer<'a>) -> bool {
        let channels = if is_change(&layer.layer.about.quantity) {
            2..3
        } else {
            0..2
        };
        let free = self.channels[channels]
            .iter_mut()
            .find(|free| free.is_none());
        free.map(|free| *free = Some(layer)).is_some()
    }

    fn shown(&self) -> impl Iterator<Item = (Channel, &'a CellLayer<'a>)> + '_ {
        let channels = Channel::ALL.into_iter().zip(self.channels);
        channels.filter_map(|(channel, layer)| Some((channel, layer?)))
    }

    fn indicator(&self) -> Option<&'a str> {
        let (_, layer) = self.shown().next()?;
        Some(&layer.layer.about.indicator)
    }

    /// A map that shares its archive with no other is red, whatever it shows.
    fn alone_is_red(&mut self) {
        if self.shown().count() == 1 {
            let alone = self.shown().next().map(|(_, layer)| layer);
            self.channels = [alone, None, None];
        }
    }

    /// Frame of all its maps.
    pub fn bounds(&self) -> Option<Bounds> {
        let bounds = self.shown().map(|(_, layer)| layer.layer.bounds);
        bounds.reduce(|a, b| {
            [
                a[0].min(b[0]),
                a[1].min(b[1]),
                a[2].max(b[2]),
                a[3].max(b[3]),
            ]
        })
    }

    /// What the browser is told of them.
    pub fn about(&self) -> Vec<MapAbout<'a>> {
        let about = |(channel, layer): (Channel, &'a CellLayer<'a>)| {
            let shown = &layer.layer;
            let (limits, classes) = match &shown.about.legend {
                MapLegend::Values(_) => (None, None),
                MapLegend::Classed { limits, .. } => (Some(limits.as_slice()), None),
                MapLegend::Classes(classes) => (None, Some(classes)),
            };
            let class = |class: &'a aimak_core::MapClass| ClassAbout {
                code: class.code,
                key: &class.key,
            };
            MapAbout {
                map: shown.about.stem(),
                quantity: shown.about.quantity.key(),
                channel,
                low: shown.scale.map(|scale| scale.low),
                step: shown.scale.map(|scale| scale.step),
                limits,
                classes: classes.map(|classes| classes.iter().map(class).collect()),
            }
        };
        self.shown().map(about).collect()
    }

    /// The archive: every tile of its frame, also those without a value.
    pub fn archive(&self) -> Option<Archive> {
        let bounds = self.bounds()?;
        let finest = self.shown().map(|(_, layer)| layer.codes());
        let finest = finest
            .map(|codes| codes.width().max(codes.height()))
            .max()?;
        let deepest = zoom_of(bounds, finest as f64, DEEPEST);
        let least = zoom_of(bounds, SMALLEST, deepest);
        let places: Vec<Tile> = (least..=deepest)
            .flat_map(|zoom| Tile::over(bounds, zoom))
            .collect();
        let pictures: Vec<Vec<u8>> = places
            .par_iter()
            .map(|tile| png::tile(&self.pixels(*tile)))
            .collect();
        let mut tiles = Tiles::default();
        for (tile, picture) in places.into_iter().zip(pictures) {
            tiles.add(tile, picture);
        }
        tiles.written(&Header {
            of: pmtiles::TileType::Png,
            bounds,
            metadata: serde_json::json!({ "name": self.name }),
        })
    }

    /// The pixels of a tile.
    fn pixels(&self, tile: Tile) -> Vec<Pixel> {
        let mut pixels = vec![[0; 3]; (SIDE * SIDE) as usize];
        for (channel, layer) in self.channels.iter().enumerate() {
            if let Some(layer) = layer {
                paint(&mut pixels, channel, layer.codes(), tile);
            }
        }
        pixels
    }
}

/// Writes the codes of a map into a channel of a tile.
fn paint(pixels: &mut [Pixel], channel: usize, codes: &Codes, tile: Tile) {
    let columns: Vec<Option<usize>> = (0..SIDE)
        .map(|pixel| codes.column(tile.longitude(pixel)))
        .collect();
    for (row, line) in pixels.chunks_exact_mut(SIDE as usize).enumerate() {
        let row = codes.row(tile.latitude(row as u32));
        for (pixel, column) in line.iter_mut().zip(&columns) {
            pixel[channel] = codes.code(*column, row);
        }
    }
}
