//! Rivers, a lake, villages and a road of the invented region. Rivers run where its water runs; their names say that they are tales.

use std::collections::BTreeSet;

use aimak_core::Raster;
use aimak_science::{
    simulate::Region,
    terrain::{CellSize, D8, FlowNetwork, Lattice, Relief, fill},
};
use geo::{Centroid as _, Coord, Geometry, LineString, Polygon, unary_union};
use geojson::JsonObject;
use ndarray::Array2;

use super::vector::collection;
use crate::problem::Problem;

/// Decimals of its degrees: a decimetre.
const DECIMALS: i32 = 6;
/// The files of the base map.
pub(super) const FILES: [&str; 4] = [
    "rivers.geojson",
    "lakes.geojson",
    "roads.geojson",
    "villages.geojson",
];

/// Cells of the DEM are taken in steps of about this length, m: rivers of a map need no finer ones.
const STEP_M: f64 = 120.0;
/// A river begins where this part of the whole region drains through.
const RIVER_SHARE: f64 = 1.0 / 120.0;
/// Rivers that are drawn, the longest first.
const RIVERS: usize = 24;
/// Area of the lake, m².
const LAKE_M2: f64 = 9e6;
/// Villages lie at the lowest place so near to the middle of their aimak, m.
const NEAR_M: f64 = 2_000.0;

/// Tales, songs and dreams: Kyrgyz, Russian, English. No river of the country is meant.
const RIVER_NAMES: [[&str; 3]; 6] = [
    ["Жомок-Суу", "Жомок-Суу", "Jomok-Suu"],
    ["Дастан-Сай", "Дастан-Сай", "Dastan-Say"],
    ["Түш-Өзөн", "Тюш-Озён", "Tush-Ozon"],
    ["Аңыз-Суу", "Аныз-Суу", "Angyz-Suu"],
    ["Элес-Сай", "Элес-Сай", "Eles-Say"],
    ["Табышмак", "Табышмак", "Tabyshmak"],
];
const LAKE_NAME: [&str; 3] = ["Кыял-Көл", "Кыял-Кёль", "Kyyal-Kol"];
const ROAD_NAME: [&str; 3] = ["Жомок жолу", "Дорога сказок", "Road of Tales"];
const VILLAGE_NAMES: [[&str; 3]; 12] = [
    ["Комуз-Төр", "Комуз-Тёр", "Komuz-Tor"],
    ["Ыр-Булак", "Ыр-Булак", "Yr-Bulak"],
    ["Санжыра", "Санжыра", "Sanjyra"],
    ["Чоор-Таш", "Чоор-Таш", "Choor-Tash"],
    ["Күү-Айыл", "Кюу-Айыл", "Kuu-Ayyl"],
    ["Элес-Дөбө", "Элес-Дёбё", "Eles-Dobo"],
    ["Аңыз-Кыштак", "Аныз-Кыштак", "Angyz-Kyshtak"],
    ["Дастан-Бел", "Дастан-Бель", "Dastan-Bel"],
    ["Жомок-Кыр", "Жомок-Кыр", "Jomok-Kyr"],
    ["Түш-Арал", "Тюш-Арал", "Tush-Aral"],
    ["Терме-Сай", "Терме-Сай", "Terme-Say"],
    ["Ырчы-Там", "Ырчы-Там", "Yrchy-Tam"],
];
/// What the second village of a name is called.
const NEW: [&str; 3] = ["Жаңы-", "Жаны-", "Jangy-"];

/// Name and text of every file.
pub(super) fn all(region: &Region) -> Result<Vec<(&'static str, String)>, Problem> {
    let land = Land::of(region);
    let villages = land.villages(region);
    let texts = [
        collection(FILES[0], land.rivers().into_iter(), DECIMALS)?,
        collection(FILES[1], std::iter::once(land.lake()), DECIMALS)?,
        collection(FILES[2], roads(region, &villages).into_iter(), DECIMALS)?,
        collection(
            FILES[3],
            named_villages(region, &villages).into_iter(),
            DECIMALS,
        )?,
    ];
    Ok(FILES.into_iter().zip(texts).collect())
}

/// A thing with its properties, in the working CRS.
type Thing = (Geometry<f64>, JsonObject);

fn properties(name: Option<[&str; 3]>, rank: u8) -> JsonObject {
    let mut properties = JsonObject::new();
    for (place, lang) in ["ky", "ru", "en"].into_iter().enumerate() {
        let text = name.map(|name| name[place]);
        properties.insert(format!("name_{lang}"), text.into());
    }
    properties.insert("rank".to_owned(), rank.into());
    properties
}

/// Heights, and how water runs over them.
struct Land {
    lattice: Lattice,
    heights: Raster<f64>,
    filled: Raster<f64>,
    flow: D8,
    water: Raster<f64>,
    left: f64,
    top: f64,
    step: f64,
}

impl Land {
    fn of(region: &Region) -> Self {
        let (grid, dem) = &region.dem;
        let every = (STEP_M / grid.dx).round().max(1.0) as usize;
        let shape = (grid.height.div_ceil(every), grid.width.div_ceil(every));
        let of = |(row, col): (usize, usize)| dem.values[(row * every, col * every)];
        let heights = Raster {
            values: Array2::from_shape_fn(shape, of),
            valid: Array2::from_elem(shape, true),
        };
        let step = grid.dx * every as f64;
        let filled = fill(&heights, None);
        let size = CellSize { dx: step, dy: step };
        let flow = D8::of(&Relief::of(filled.clone(), size, None));
        let water = FlowNetwork::of(&flow).upslope_cells();
        Self {
            lattice: Lattice::of(shape),
            heights,
            filled,
            flow,
            water,
            left: grid.left,
            top: grid.top,
            step,
        }
    }

    /// The middle of a cell.
    fn middle(&self, cell: usize) -> Coord<f64> {
        let (row, col) = self.lattice.place(cell);
        Coord {
            x: self.left + self.step * (col as f64 + 0.5),
            y: self.top - self.step * (row as f64 + 0.5),
        }
    }

    fn height(&self, cell: usize) -> f64 {
        self.heights.values[self.lattice.place(cell)]
    }

    fn water(&self, cell: usize) -> f64 {
        self.water.values[self.lattice.place(cell)]
    }

    /// Rivers from their springs down, the longest first; a tributary ends where it meets a longer one.
    fn rivers(&self) -> Vec<Thing> {
        let enough = RIVER_SHARE * self.lattice.cells() as f64;
        let is_river = |cell: usize| self.water(cell) >= enough;
        let cells = 0..self.lattice.cells();
        let rivers: Vec<usize> = cells.filter(|cell| is_river(*cell)).collect();
        let fed: BTreeSet<usize> = rivers
            .iter()
            .filter_map(|cell| self.flow.receiver(*cell))
            .collect();
        let springs = rivers.iter().filter(|cell| !fed.contains(cell));
        let mut courses: Vec<Vec<usize>> = springs.map(|spring| self.course(*spring)).collect();
        courses.sort_by_key(|course| std::cmp::Reverse(course.len()));
        let mut taken = BTreeSet::new();
        let mut things: Vec<(usize, Geometry<f64>)> = Vec::new();
        for course in courses {
            let own = course
                .iter()
                .take_while(|cell| !taken.contains(*cell))
                .count();
            let course = &course[..(own + 1).min(course.len())];
            taken.extend(course.iter().copied());
            let corners: Vec<Coord<f64>> = course.iter().map(|cell| self.middle(*cell)).collect();
            if corners.len() > 2 {
                let line = LineString::new(smooth(corners));
                things.push((course.len(), line.into()));
            }
        }
        things.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
        let drawn = things.into_iter().take(RIVERS).enumerate();
        let thing = |(place, (_, line)): (usize, (usize, Geometry<f64>))| {
            let name = RIVER_NAMES.get(place).copied();
            let rank = if place < 3 { 2 } else { 5 };
            (line, properties(name, rank))
        };
        drawn.map(thing).collect()
    }

    /// The way of water from a cell to the edge of the region.
    fn course(&self, spring: usize) -> Vec<usize> {
        std::iter::successors(Some(spring), |cell| self.flow.receiver(*cell)).collect()
    }

    /// The bottom of the deepest hollow, filled with water until the lake is large enough.
    fn lake(&self) -> Thing {
        let depth = |cell: &usize| {
            let place = self.lattice.place(*cell);
            (self.filled.values[place] - self.heights.values[place]) as i64
        };
        // heights of the demo are whole metres; of equally deep places the first
        let cells = 0..self.lattice.cells();
        let deepest = cells.max_by_key(|cell| (depth(cell), std::cmp::Reverse(*cell)));
        let deepest = deepest.expect("invariant: a region has cells");
        let size = (LAKE_M2 / self.step.powi(2)).ceil() as usize;
        let (mut lake, mut shore) = (BTreeSet::new(), BTreeSet::new());
        shore.insert((self.height(deepest) as i64, deepest));
        while let Some((_, lowest)) = shore.pop_first().filter(|_| lake.len() < size) {
            lake.insert(lowest);
            // by their sides only: water that hangs together by a corner is two lakes
            let beside = self
                .lattice
                .around(lowest)
                .filter(|(direction, _)| direction % 2 == 0);
            let new = beside
                .map(|(_, cell)| cell)
                .filter(|cell| !lake.contains(cell));
            shore.extend(new.map(|cell| (self.height(cell) as i64, cell)));
        }
        let half = self.step / 2.0;
        let squares: Vec<Polygon<f64>> = lake
            .iter()
            .map(|cell| {
                let Coord { x, y } = self.middle(*cell);
                geo::Rect::new((x - half, y - half), (x + half, y + half)).to_polygon()
            })
            .collect();
        let mut shore = unary_union(&squares).0.swap_remove(0).exterior().0.clone();
        shore.pop();
        let shape = Polygon::new(LineString::new(rounded(shore)), Vec::new());
        (shape.into(), properties(Some(LAKE_NAME), 1))
    }

    /// A village in each aimak, where its middle is lowest.
    fn villages(&self, region: &Region) -> Vec<Coord<f64>> {
        let village = |aimak: &aimak_core::Aimak| {
            let middle = aimak
                .outline
                .centroid()
                .expect("invariant: aimaks have an area")
                .0;
            let far = |cell: &usize| {
                let place = self.middle(*cell);
                (place.x - middle.x).hypot(place.y - middle.y)
            };
            let near = (0..self.lattice.cells()).filter(|cell| far(cell) <= NEAR_M);
            let lowest = near.min_by(|a, b| self.height(*a).total_cmp(&self.height(*b)));
            lowest.map_or(middle, |cell| self.middle(cell))
        };
        region.aimaks.iter().map(village).collect()
    }
}

fn named_villages(region: &Region, villages: &[Coord<f64>]) -> Vec<Thing> {
    let thing = |(place, at): (usize, &Coord<f64>)| {
        let name = VILLAGE_NAMES[place % VILLAGE_NAMES.len()];
        let new = |k: usize| format!("{}{}", NEW[k], name[k]);
        let second: [String; 3] = std::array::from_fn(new);
        let name = if place < VILLAGE_NAMES.len() {
            name
        } else {
            second.each_ref().map(String::as_str)
        };
        let mut properties = properties(Some(name), if place % 6 == 2 { 3 } else { 5 });
        // a column that the project file does not name: it must stay where it is
        let keeper = &region.farmers[place % region.farmers.len()];
        properties.insert("keeper".to_owned(), keeper.as_str().into());
        (Geometry::Point((*at).into()), properties)
    };
    villages.iter().enumerate().map(thing).collect()
}

/// A road along each valley, and one that joins them.
fn roads(region: &Region, villages: &[Coord<f64>]) -> Vec<Thing> {
    let columns = region.definition.columns;
    let rows = villages.chunks(columns);
    let road = |corners: Vec<Coord<f64>>| Geometry::from(LineString::new(smooth(corners)));
    let along = rows
        .clone()
        .map(|row| (road(row.to_vec()), properties(None, 6)));
    let across = rows
        .filter_map(|row| row.get(columns / 2).copied())
        .collect();
    let main = (road(across), properties(Some(ROAD_NAME), 3));
    std::iter::once(main).chain(along).collect()
}

/// A line with its corners cut twice; its ends stay (Chaikin 1974, Computer Graphics and Image Processing 3:346–349).
fn smooth(corners: Vec<Coord<f64>>) -> Vec<Coord<f64>> {
    let (Some(&first), Some(&last)) = (corners.first(), corners.last()) else {
        return corners;
    };
    let once = |corners: &[Coord<f64>]| {
        let cut = corners
            .windows(2)
            .flat_map(|pair| quarters(pair[0], pair[1]));
        let cut = cut.skip(1).take(2 * corners.len() - 4);
        std::iter::once(first)
            .chain(cut)
            .chain([last])
            .collect::<Vec<_>>()
    };
    if corners.len() < 3 {
        corners
    } else {
        once(&once(&corners))
    }
}

/// A ring with its corners cut twice; the first corner is not repeated before, and is after.
fn rounded(ring: Vec<Coord<f64>>) -> Vec<Coord<f64>> {
    let mut ring = ring;
    for _ in 0..2 {
        let next = ring.iter().cycle().skip(1);
        let pairs: Vec<_> = ring.iter().zip(next).map(|(a, b)| (*a, *b)).collect();
        ring = pairs
            .into_iter()
            .flat_map(|(a, b)| quarters(a, b))
            .collect();
    }
    ring
}

/// The places at a quarter and at three quarters of the way.
fn quarters(a: Coord<f64>, b: Coord<f64>) -> [Coord<f64>; 2] {
    [a * 0.75 + b * 0.25, a * 0.25 + b * 0.75]
}
