//! Heights on pixels of the world.

use aimak_core::{Band, Grid, Raster, RasterFault, Silent, Window};
use ndarray::Array2;

use super::*;

/// A slope that rises to the east and north, in degrees, with a hole in the middle.
struct Slope(Grid);

impl Slope {
    fn new() -> Self {
        Self(Grid {
            width: 400,
            height: 200,
            left: 74.0,
            top: 43.0,
            dx: 0.005,
            dy: 0.005,
            crs: "EPSG:4326".to_owned(),
            geographic: true,
        })
    }

    fn height(longitude: f64, latitude: f64) -> f64 {
        1000.0 + 500.0 * (longitude - 74.0) + 300.0 * (latitude - 42.0)
    }

    fn layer(&self) -> RasterLayer {
        RasterLayer {
            id: "dem".to_owned(),
            role: RasterRole::Elevation,
            grid: self.0.clone(),
            reprojected: false,
            bands: vec![Band { when: None }],
            season_months: None,
            sources: vec!["dem".to_owned()],
            block_rows: 1,
        }
    }
}

impl RasterSource for Slope {
    fn read(&self, _: &RasterLayer, _: usize, window: Window) -> Result<Raster<f64>, RasterFault> {
        let shape = (window.height, window.width);
        let at = |row: usize, col: usize| {
            let (row, col) = (
                (window.row + row) as f64 + 0.5,
                (window.col + col) as f64 + 0.5,
            );
            Self::height(74.0 + 0.005 * col, 43.0 - 0.005 * row)
        };
        let hole = |row: usize, col: usize| {
            (90..110).contains(&(window.row + row)) && (190..210).contains(&(window.col + col))
        };
        Ok(Raster {
            values: Array2::from_shape_fn(shape, |(row, col)| at(row, col)),
            valid: Array2::from_shape_fn(shape, |(row, col)| !hole(row, col)),
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

fn heights(bounds: Bounds) -> Option<Heights> {
    let slope = Slope::new();
    Heights::of(&slope.layer(), &slope, &bounds, &Silent).unwrap()
}

#[test]
fn a_pixel_has_the_height_of_its_place() {
    let heights = heights([74.2, 42.2, 75.8, 42.8]).unwrap();
    let PixelFrame {
        zoom,
        width,
        height,
        ..
    } = heights.place;
    // 1.6° are 291.3 pixels at zoom 8; the window has 324 cells
    assert_eq!((zoom, width), (8, 292));
    for (col, row) in [(3, 3), (width - 4, height - 4), (20, height / 2)] {
        let place = (heights.place.longitude(col), heights.place.latitude(row));
        let expected = Slope::height(place.0, place.1);
        let found = heights.values[row * width + col];
        assert!((found - expected).abs() < 0.5, "{found} {expected}");
    }
    let middle = heights.values[height / 2 * width + width / 2];
    assert!(middle.is_nan(), "a hole stays one: {middle}");
}

#[test]
fn the_picture_ends_where_the_dem_ends() {
    let heights = heights([73.0, 41.0, 77.0, 44.0]).unwrap();
    let west = heights.place.longitude(0);
    assert!((73.98..74.01).contains(&west), "{west}");
    assert!(heights.place.latitude(0) < 43.01);
    assert!(
        super::Heights::of(
            &Slope::new().layer(),
            &Slope::new(),
            &[10.0, 10.0, 11.0, 11.0],
            &Silent
        )
        .unwrap()
        .is_none()
    );
}

#[test]
fn the_picture_is_what_the_release_says() {
    let heights = heights([74.2, 42.2, 75.8, 42.8]).unwrap();
    let bytes = heights.png().unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let first = ReliefPicture::height([pixels[0], pixels[1], pixels[2]]).unwrap();
    assert!((first - heights.values[0]).abs() <= 0.125);
}

#[test]
fn a_country_is_no_larger_than_a_region() {
    for bounds in [
        [69.2, 39.1, 80.3, 43.3],
        [72.5, 42.3, 73.3, 42.8],
        [74.60, 42.80, 74.61, 42.81],
    ] {
        let place = PixelFrame::of(bounds, 1500.0);
        let longer = place.width.max(place.height);
        assert!(
            longer <= 1500 && (longer > 700 || place.zoom == 14),
            "{place:?}"
        );
        assert!((place.longitude(0) - bounds[0]).abs() < 1.0);
    }
}
