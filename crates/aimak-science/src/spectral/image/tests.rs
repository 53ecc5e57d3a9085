use aimak_core::{Grid, RasterRole};
use geo::MultiPolygon;
use jiff::civil::date;
use ndarray::array;
use proptest::prelude::*;

use super::*;
use crate::spectral::{Scene, index};

/// Bands in memory.
struct Memory(Vec<Raster<f64>>);

impl RasterSource for Memory {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        window: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        let Some(raster) = self.0.get(band) else {
            let (layer, cause) = (layer.id.clone(), "no such band".to_owned());
            return Err(RasterFault {
                layer,
                band,
                window,
                cause,
            });
        };
        let part = s![
            window.row..window.row + window.height,
            window.col..window.col + window.width
        ];
        Ok(Raster {
            values: raster.values.slice(part).to_owned(),
            valid: raster.valid.slice(part).to_owned(),
        })
    }

    fn to_grid(
        &self,
        _: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        Ok(shape.clone())
    }
}

fn band(values: Array2<f64>) -> Raster<f64> {
    Raster {
        valid: values.mapv(f64::is_finite),
        values,
    }
}

fn image((height, width): (usize, usize), values: ImageValues, mask: ImageMask) -> Image {
    let grid = Grid {
        width,
        height,
        left: 600_000.0,
        top: 4_700_000.0,
        dx: 20.0,
        dy: 20.0,
        crs: "EPSG:32642".to_owned(),
        geographic: false,
    };
    let layer = RasterLayer {
        id: "image".to_owned(),
        role: RasterRole::Values,
        grid,
        reprojected: false,
        bands: Vec::new(),
        season_months: None,
        sources: Vec::new(),
        block_rows: 1,
    };
    Image {
        date: date(2019, 6, 1),
        sensor: None,
        layer,
        values,
        mask,
    }
}

fn ndvi() -> &'static SpectralIndex {
    index::by_id("ndvi").unwrap()
}

#[test]
fn landsat_pixels_as_in_methods_d1() {
    let bands = vec![(BandRole::Red, 0), (BandRole::Nir, 1)];
    let quality = LandsatQuality::of(Sensor::Landsat8).unwrap();
    let mask = ImageMask::Landsat {
        quality,
        qa_pixel: 2,
        qa_radsat: Some(3),
    };
    let image = image((1, 6), ImageValues::Reflectance(bands), mask);
    let none = f64::NAN;
    let source = Memory(vec![
        band(array![[0.1, 0.1, 0.1, 0.1, none, -0.3]]),
        band(array![[0.3, 0.3, 0.3, 0.3, 0.3, 0.3]]),
        band(array![[
            21_824.0, 22_280.0, 23_888.0, 21_824.0, 1.0, 21_824.0
        ]]),
        band(array![[0.0, 0.0, 0.0, 8.0, 0.0, 0.0]]),
    ]);
    let whole = image.layer.grid.whole();
    let (seen, counts) = image
        .index(&source, whole, ndvi(), Harmonisation::None)
        .unwrap();
    assert_eq!(
        seen.valid,
        array![[true, false, false, false, false, false]]
    );
    assert!((seen.values[(0, 0)] - 0.5).abs() < 1e-12);
    let expected = ImageCounts {
        seen: 5,
        beyond_reflectance: 1,
        masked: 3,
        usable: 1,
    };
    assert_eq!(counts, expected);
    // seen as OLI: METHODS D.1, 0.504699
    let to_oli = Harmonisation::ToOli(Sensor::Sentinel2A);
    let (seen, _) = image.index(&source, whole, ndvi(), to_oli).unwrap();
    assert!((seen.values[(0, 0)] - 0.504_699).abs() < 5e-7);
}

#[test]
fn a_ready_index_keeps_its_range_and_its_classes() {
    let rule = ClassMask::keeping([0]);
    let mask = ImageMask::Classes { rule, classes: 1 };
    let image = image((1, 4), ImageValues::Index(0), mask);
    let source = Memory(vec![
        band(array![[0.5, 0.6, 1.2, 0.7]]),
        // a class raster without a value is not clear land, although Fmask writes 0 for it
        band(array![[0.0, 4.0, 0.0, f64::NAN]]),
    ]);
    let whole = image.layer.grid.whole();
    let (seen, counts) = image
        .index(&source, whole, ndvi(), Harmonisation::None)
        .unwrap();
    assert_eq!(seen.valid, array![[true, false, false, false]]);
    assert_eq!((counts.seen, counts.masked, counts.usable), (4, 2, 1));
}

#[test]
fn a_band_that_cannot_be_read_is_named() {
    let image = image((1, 1), ImageValues::Index(7), ImageMask::None);
    let read = image.index(
        &Memory(Vec::new()),
        image.layer.grid.whole(),
        ndvi(),
        Harmonisation::None,
    );
    assert_eq!(read.unwrap_err().band, 7);
}

#[test]
fn a_buffer_in_metres_needs_metres() {
    let rule = SceneClassification::default();
    let mask = ImageMask::SceneClassification { rule, scl: 0 };
    let mut image = image((1, 1), ImageValues::Index(0), mask);
    assert_eq!(image.halo(), Some((3, 3)));
    image.layer.grid.geographic = true;
    assert_eq!(image.halo(), None);
}

/// The plain way: every band as a raster, masked, harmonised, then the index.
fn by_scene(
    bands: &[(BandRole, Raster<f64>)],
    index: &SpectralIndex,
    harmonisation: Harmonisation,
) -> Raster<f64> {
    let mut bands = bands
        .iter()
        .map(|(role, band)| (*role, Reflectance::each(band)));
    let (role, first) = bands.next().unwrap();
    let scene = bands.fold(Scene::new(role, first), |scene, (role, band)| {
        scene.with(role, band).unwrap()
    });
    scene
        .harmonised(harmonisation)
        .unwrap()
        .0
        .index(index)
        .unwrap()
}

proptest! {
    /// The fast way and the plain one agree, bit for bit.
    #[test]
    fn a_scene_says_the_same(rho in prop::collection::vec(-0.3..1.7_f64, 60), narrow in any::<bool>()) {
        let shape = (4, 5);
        let nir = if narrow { BandRole::NirNarrow } else { BandRole::Nir };
        let roles = [BandRole::Blue, BandRole::Red, nir];
        let bands: Vec<_> = rho.chunks(20).map(|rho| {
            let rho = Array2::from_shape_vec(shape, rho.to_vec()).unwrap();
            // a few cells hold nothing
            band(rho.mapv(|rho| if (rho * 1e4) as i64 % 7 == 0 { f64::NAN } else { rho }))
        }).collect();
        let named: Vec<_> = roles.into_iter().zip(bands.iter().cloned()).collect();
        let image = image(shape, ImageValues::Reflectance(roles.into_iter().zip(0..).collect()), ImageMask::None);
        for harmonisation in [Harmonisation::None, Harmonisation::ToOli(Sensor::Landsat7), Harmonisation::ToOli(Sensor::Sentinel2B)] {
            for index in [index::by_id("evi").unwrap(), ndvi()] {
                let source = Memory(bands.clone());
                let used = if index.id == "evi" { &named[..] } else { &named[1..] };
                let image = Image {
                    values: ImageValues::Reflectance(used.iter().map(|(role, _)| *role).zip(3 - used.len()..).collect()),
                    ..image.clone()
                };
                let (fast, counts) = image.index(&source, image.layer.grid.whole(), index, harmonisation).unwrap();
                let plain = by_scene(used, index, harmonisation);
                prop_assert_eq!(&fast.valid, &plain.valid);
                for (cell, valid) in fast.valid.indexed_iter() {
                    prop_assert!(!valid || fast.values[cell].to_bits() == plain.values[cell].to_bits());
                }
                prop_assert_eq!(counts.usable as usize, plain.valid.iter().filter(|valid| **valid).count());
            }
        }
    }

    /// A cloud in the next window reaches into this one: windows leave no trace.
    #[test]
    fn windows_leave_no_trace(classes in prop::collection::vec(prop::sample::select(vec![4.0, 4.0, 4.0, 4.0, 5.0, 9.0, 6.0]), 120), row in 1_usize..9, col in 1_usize..11) {
        let shape = (10, 12);
        let rule = SceneClassification::default();
        let mask = ImageMask::SceneClassification { rule, scl: 1 };
        let image = image(shape, ImageValues::Index(0), mask);
        let ready = Array2::from_shape_fn(shape, |(r, c)| (r * 12 + c) as f64 / 120.0);
        let source = Memory(vec![band(ready), band(Array2::from_shape_vec(shape, classes).unwrap())]);
        let look = |window| image.index(&source, window, ndvi(), Harmonisation::None).unwrap();
        let (whole, counts) = look(image.layer.grid.whole());
        let mut sum = ImageCounts::default();
        for (top, height) in [(0, row), (row, 10 - row)] {
            for (left, width) in [(0, col), (col, 12 - col)] {
                let (part, counts) = look(Window { col: left, row: top, width, height });
                prop_assert_eq!(&part.valid, &whole.valid.slice(s![top..top + height, left..left + width]));
                sum += counts;
            }
        }
        prop_assert_eq!(sum, counts);
    }
}
