//! What do the mountains and the images look like?

use aimak_core::{Grid, Raster, Window};
use ndarray::Array2;

use super::{CRS, definition::Definition, places::Places, streams::Stream};
use crate::zonal::coverage;

/// A grid of square cells over the region with a margin of a few cells.
fn grid(definition: &Definition, cell: f64) -> Grid {
    let margin = 3.0 * cell;
    let width = definition.column_width_m * (definition.columns as f64 + 0.5) + 2.0 * margin;
    let height = definition.row_height_m * (definition.rows as f64 + 1.0 / 3.0) + 2.0 * margin;
    let (columns, rows) = ((width / cell).ceil() + 6.0, (height / cell).ceil() + 6.0);
    let left = definition.left_m - margin - 3.0 * cell;
    let top = definition.bottom_m + cell * (rows - 3.0) - margin;
    Grid {
        width: columns as usize,
        height: rows as usize,
        left,
        top,
        dx: cell,
        dy: cell,
        crs: CRS.to_owned(),
        geographic: false,
    }
}

/// Smooth noise: random values on a lattice, blended between its points. Its values lie in −1…1.
pub(super) struct Noise {
    seed: u64,
    name: String,
    lattice: Array2<f64>,
    spacing: f64,
}

impl Noise {
    pub(super) fn new(seed: u64, name: &str, grid: &Grid, spacing: f64) -> Self {
        let cells = |length: f64| (length / spacing).ceil() as usize + 2;
        let shape = (
            cells(grid.dy * grid.height as f64),
            cells(grid.dx * grid.width as f64),
        );
        let mut stream = Stream::named(seed, &["noise", name]);
        let lattice = Array2::from_shape_simple_fn(shape, || stream.between(-1.0, 1.0));
        Self {
            seed,
            name: name.to_owned(),
            lattice,
            spacing,
        }
    }

    /// The noise at a distance east and south of the grid's corner.
    pub(super) fn at(&self, east: f64, south: f64) -> f64 {
        let (x, y) = (east / self.spacing, south / self.spacing);
        let (col, row) = (x.floor(), y.floor());
        let blend = |t: f64| t * t * (3.0 - 2.0 * t);
        let (u, v) = (blend(x - col), blend(y - row));
        let value = |r: usize, c: usize| {
            *self
                .lattice
                .get((r, c))
                .unwrap_or_else(|| panic!("invariant: {} {} covers its grid", self.name, self.seed))
        };
        let (row, col) = (row as usize, col as usize);
        let upper = value(row, col) * (1.0 - u) + value(row, col + 1) * u;
        let lower = value(row + 1, col) * (1.0 - u) + value(row + 1, col + 1) * u;
        upper * (1.0 - v) + lower * v
    }
}

/// Elevations: two valleys between ridges, rougher the higher.
pub fn elevation(definition: &Definition, seed: u64) -> (Grid, Raster<f64>) {
    let grid = grid(definition, definition.dem_cell_m);
    let octaves: Vec<(Noise, f64)> = [
        (16_000.0, 420.0),
        (6_000.0, 260.0),
        (2_200.0, 120.0),
        (800.0, 40.0),
    ]
    .into_iter()
    .map(|(spacing, height)| {
        (
            Noise::new(seed, &format!("relief-{spacing}"), &grid, spacing),
            height,
        )
    })
    .collect();
    let total_south = grid.dy * grid.height as f64;
    let values = Array2::from_shape_fn((grid.height, grid.width), |(row, col)| {
        let (east, south) = (grid.dx * (col as f64 + 0.5), grid.dy * (row as f64 + 0.5));
        let valley =
            1.0 + (2.0 * std::f64::consts::TAU * south / total_south + 0.00004 * east).cos();
        // a ridge is where the noise changes its sign: 1 − |noise| is sharp there
        let relief: f64 = octaves
            .iter()
            .map(|(noise, height)| height * (1.0 - noise.at(east, south).abs()))
            .sum();
        (850.0 + 750.0 * valley + relief * (0.5 + 0.5 * valley)).round()
    });
    let valid = Array2::from_elem(values.dim(), true);
    (grid, Raster { values, valid })
}

/// The NDVI images and what is true of them.
pub struct Ndvi {
    /// Their grid.
    pub grid: Grid,
    /// One image a year.
    pub images: Vec<(i16, Raster<f64>)>,
    /// NDVI without weather, chance and transition.
    pub base: Array2<f64>,
    /// What the weather of each year adds to NDVI everywhere.
    pub weather: Vec<(i16, f64)>,
    /// Share of organic land in each cell, by aimak.
    pub organic: Vec<Option<(Window, Array2<f64>)>>,
}

impl Ndvi {
    /// Images of all years.
    pub fn generate(
        definition: &Definition,
        seed: u64,
        places: &Places,
        dem: &(Grid, Raster<f64>),
    ) -> Self {
        let grid = grid(definition, definition.ndvi_cell_m);
        let base = base(&grid, dem, seed);
        let owner = owners(&grid, places);
        let organic: Vec<Option<(Window, Array2<f64>)>> = places
            .organic
            .iter()
            .map(|land| {
                let land = land.as_ref()?;
                let window = coverage::cell_window(&grid, land)?;
                Some((window, coverage::fractions(&grid, land, window)))
            })
            .collect();
        let mut ndvi = Self {
            grid,
            images: Vec::new(),
            base,
            weather: Vec::new(),
            organic,
        };
        for year in definition.first_year..=definition.last_year {
            let (image, weather) = ndvi.image(definition, seed, places, &owner, year);
            ndvi.images.push((year, image));
            ndvi.weather.push((year, weather));
        }
        ndvi
    }

    /// The transition's part of NDVI in a year: it grows over two years after the start.
    pub fn effect(definition: &Definition, since: i16, year: i16) -> f64 {
        definition.effect.ndvi * (f64::from(year - since) / 2.0).clamp(0.0, 1.0)
    }

    /// Share of organic land of an aimak in a cell.
    pub fn organic_share(&self, aimak: usize, (row, col): (usize, usize)) -> f64 {
        self.organic[aimak]
            .as_ref()
            .map_or(0.0, |(window, fractions)| {
                let inside = row.checked_sub(window.row).zip(col.checked_sub(window.col));
                let share = inside.and_then(|cell| fractions.get(cell));
                share.copied().unwrap_or(0.0)
            })
    }

    /// One year's image, and what the weather added to it everywhere.
    fn image(
        &self,
        definition: &Definition,
        seed: u64,
        places: &Places,
        owner: &Array2<usize>,
        year: i16,
    ) -> (Raster<f64>, f64) {
        let spread = &definition.spread;
        let name = year.to_string();
        let mut weather = Stream::named(seed, &["weather", &name]);
        let common = weather.normal(spread.ndvi_weather_year);
        let local: Vec<f64> = (0..=places.aimaks.len())
            .map(|_| weather.normal(spread.ndvi_weather_aimak))
            .collect();
        let mut pixel = Stream::named(seed, &["pixels", &name]);
        let mut values = Array2::from_shape_fn(self.base.dim(), |cell| {
            self.base[cell] + common + local[owner[cell]] + pixel.normal(spread.ndvi_pixel)
        });
        for (aimak, land) in places.aimaks.iter().zip(&self.organic) {
            let (Some(since), Some((window, fractions))) = (aimak.organic_since, land) else {
                continue;
            };
            let effect = Self::effect(definition, since.year(), year);
            for ((row, col), fraction) in fractions.indexed_iter() {
                values[(window.row + row, window.col + col)] += effect * fraction;
            }
        }
        values.mapv_inplace(|value| (value.clamp(-1.0, 1.0) * 1e4).round() / 1e4);
        let valid = clear(definition, seed, &self.grid, &name);
        (Raster { values, valid }, common)
    }
}

/// NDVI by elevation: dry valley floors, green middle heights, sparse summits.
fn base(grid: &Grid, dem: &(Grid, Raster<f64>), seed: u64) -> Array2<f64> {
    let patches = Noise::new(seed, "patches", grid, 3_000.0);
    Array2::from_shape_fn((grid.height, grid.width), |(row, col)| {
        let (east, south) = (grid.dx * (col as f64 + 0.5), grid.dy * (row as f64 + 0.5));
        let height = height_below(grid, (row, col), dem);
        let green = (-((height - 1900.0) / 900.0).powi(2)).exp();
        0.25 + 0.30 * green + 0.04 * patches.at(east, south)
    })
}

/// Elevation under the centre of a cell of another grid, m.
pub(super) fn height_below(
    grid: &Grid,
    (row, col): (usize, usize),
    (dem_grid, dem): &(Grid, Raster<f64>),
) -> f64 {
    let x = grid.left + grid.dx * (col as f64 + 0.5);
    let y = grid.top - grid.dy * (row as f64 + 0.5);
    let dem_col = (((x - dem_grid.left) / dem_grid.dx) as usize).min(dem_grid.width - 1);
    let dem_row = (((dem_grid.top - y).max(0.0) / dem_grid.dy) as usize).min(dem_grid.height - 1);
    dem.values[(dem_row, dem_col)]
}

/// Which aimak a cell mostly belongs to; cells outside have the number after the last.
fn owners(grid: &Grid, places: &Places) -> Array2<usize> {
    let outside = places.aimaks.len();
    let mut owner = Array2::from_elem((grid.height, grid.width), outside);
    for (index, aimak) in places.aimaks.iter().enumerate() {
        let Some(window) = coverage::cell_window(grid, &aimak.outline) else {
            continue;
        };
        for ((row, col), fraction) in
            coverage::fractions(grid, &aimak.outline, window).indexed_iter()
        {
            if *fraction > 0.5 {
                owner[(window.row + row, window.col + col)] = index;
            }
        }
    }
    owner
}

/// Where no cloud hides the ground: round clouds until the share is reached.
fn clear(definition: &Definition, seed: u64, grid: &Grid, year: &str) -> Array2<bool> {
    let mut clear = Array2::from_elem((grid.height, grid.width), true);
    let mut stream = Stream::named(seed, &["clouds", year]);
    let wanted = definition.spread.cloud_share * clear.len() as f64;
    let mut hidden = 0.0;
    while hidden < wanted {
        let (row, col) = (
            stream.pick(grid.height) as isize,
            stream.pick(grid.width) as isize,
        );
        let radius = stream.between(1.0, 2_000.0 / grid.dx + 1.0);
        let reach = radius.ceil() as isize;
        for r in (row - reach).max(0)..(row + reach + 1).min(grid.height as isize) {
            for c in (col - reach).max(0)..(col + reach + 1).min(grid.width as isize) {
                let near = ((r - row) as f64).hypot((c - col) as f64) <= radius;
                let cell = &mut clear[(r as usize, c as usize)];
                if near && *cell {
                    *cell = false;
                    hidden += 1.0;
                }
            }
        }
    }
    clear
}
