//! Which way does every plateau drain?

use aimak_core::Raster;
use ndarray::ArrayView2;

use super::{
    elevation::Elevation,
    neighbours::{CellSize, Lattice},
    runs::RUN,
};

/// How water moves on from a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// No height is known.
    #[default]
    Missing,
    /// A neighbour is lower.
    Slope,
    /// No neighbour is lower; the plateau drains elsewhere, at the same height.
    Flat,
    /// Water leaves the raster or ends here: an edge without a lower neighbour, or a declared sink.
    Outlet,
    /// Water has nowhere to go; not on a filled DEM.
    Pit,
}

/// Heights and the way its plateaus drain: what every routing needs to know.
///
/// Flats are resolved after Barnes, Lehman & Mulla (2014, Comput. Geosci. 62:128–135): a gradient towards lower terrain, twice
/// as strong as one away from higher terrain. Heights are not changed; the gradient is kept beside them, in steps.
///
/// A cell at the border of the data whose neighbours are all as high or higher is an outlet, as in the filling. Memory: the
/// heights, four bytes for the gradient and one for the kind of ground per cell.
#[derive(Clone, Debug)]
pub struct Relief<T> {
    dem: Raster<T>,
    size: CellSize,
    ground: Vec<Ground>,
    steps: Vec<u32>,
}

impl<T: Elevation> Relief<T> {
    /// The relief of a filled DEM. `sinks` as for [`super::fill`]. Of a DEM with hollows, their floors are [`Ground::Pit`].
    pub fn of(mut dem: Raster<T>, size: CellSize, sinks: Option<ArrayView2<bool>>) -> Self {
        if !dem.values.is_standard_layout() {
            dem.values = dem.values.as_standard_layout().into_owned();
        }
        if !dem.valid.is_standard_layout() {
            dem.valid = dem.valid.as_standard_layout().into_owned();
        }
        let mut relief = Self {
            dem,
            size,
            ground: Vec::new(),
            steps: Vec::new(),
        };
        let lattice = relief.lattice();
        let (heights, known) = (
            relief.heights(),
            lattice.map(|cell| relief.has_height(cell)),
        );
        relief.ground = lattice.map_runs(
            |first| grounds_of_run(lattice, heights, &known, first),
            |cell| ground_of(lattice, heights, &known, cell),
        );
        for (ground, is_sink) in relief.ground.iter_mut().zip(sinks.iter().flatten()) {
            if *is_sink && *ground != Ground::Missing {
                *ground = Ground::Outlet;
            }
        }
        relief.steps = super::flats::resolve(&relief);
        relief.resolve_flats();
        relief
    }

    /// The cells.
    pub fn lattice(&self) -> Lattice {
        Lattice::of(self.dem.values.dim())
    }

    /// Size of a cell.
    pub fn size(&self) -> CellSize {
        self.size
    }

    /// The heights.
    pub fn dem(&self) -> &Raster<T> {
        &self.dem
    }

    /// What kind of ground a cell is.
    pub fn ground(&self, cell: usize) -> Ground {
        self.ground[cell]
    }

    /// The ground of all cells, row by row.
    pub(super) fn grounds(&self) -> &[Ground] {
        &self.ground
    }

    /// Gradient on a plateau: 0 where it drains, more the farther from there.
    pub fn steps(&self, cell: usize) -> u32 {
        self.steps[cell]
    }

    /// All heights, row by row.
    pub(super) fn heights(&self) -> &[T] {
        self.dem
            .values
            .as_slice()
            .expect("invariant: rows one after the other")
    }

    /// Whether a cell has a height.
    pub(super) fn has_height(&self, cell: usize) -> bool {
        let valid = self
            .dem
            .valid
            .as_slice()
            .expect("invariant: rows one after the other");
        valid[cell] && self.heights()[cell].is_height()
    }

    /// A plateau without a way out is a pit.
    fn resolve_flats(&mut self) {
        for (ground, &steps) in self.ground.iter_mut().zip(&self.steps) {
            if *ground == Ground::Flat && steps == 0 {
                *ground = Ground::Pit;
            }
        }
    }

    /// What draws water from `cell` to its neighbours by direction, without distance: metres down a slope, steps along a
    /// plateau; 0 where nothing does.
    pub(super) fn drops(&self, cell: usize) -> [f64; 8] {
        let mut drops = [0.0_f64; 8];
        let heights = self.heights();
        let around = self.lattice().around(cell);
        let around = around.filter(|&(_, next)| self.ground[next] != Ground::Missing);
        match self.ground[cell] {
            Ground::Slope => {
                let here: f64 = heights[cell].into();
                for (direction, next) in around {
                    let there: f64 = heights[next].into();
                    drops[direction] = (here - there).max(0.0);
                }
            }
            Ground::Flat => {
                for (direction, next) in around.filter(|&(_, next)| heights[next] == heights[cell])
                {
                    drops[direction] = self.steps[cell].saturating_sub(self.steps[next]).into();
                }
            }
            Ground::Missing | Ground::Outlet | Ground::Pit => {}
        }
        drops
    }

    /// The directions in which [`Self::drops`] draws, as bits. Comparing without measuring took half as long again: where eight
    /// drops are taken alike, nothing has to be guessed.
    pub(super) fn draws(&self, cell: usize) -> u8 {
        let drops = self.drops(cell);
        (0..8).fold(0, |bits, direction| {
            bits | u8::from(drops[direction] > 0.0) << direction
        })
    }
}

/// The ground of a cell; plateaus are all taken to drain.
fn ground_of<T: Elevation>(lattice: Lattice, heights: &[T], known: &[bool], cell: usize) -> Ground {
    if !known[cell] {
        return Ground::Missing;
    }
    let height = heights[cell];
    let mut neighbours = 0;
    for (_, next) in lattice.around(cell).filter(|&(_, next)| known[next]) {
        neighbours += 1;
        if heights[next] < height {
            return Ground::Slope;
        }
    }
    if neighbours < 8 {
        Ground::Outlet
    } else {
        Ground::Flat
    }
}

/// [`ground_of`] of the cells of a run.
fn grounds_of_run<T: Elevation>(
    lattice: Lattice,
    heights: &[T],
    known: &[bool],
    first: usize,
) -> [Ground; RUN] {
    let here = &heights[first..first + RUN];
    let (mut has_lower, mut is_whole) = ([false; RUN], [true; RUN]);
    for offset in lattice.offsets() {
        let start = first.wrapping_add_signed(offset);
        let there = &heights[start..start + RUN];
        let there_known = &known[start..start + RUN];
        for place in 0..RUN {
            has_lower[place] |= there_known[place] && there[place] < here[place];
            is_whole[place] &= there_known[place];
        }
    }
    std::array::from_fn(|place| match (has_lower[place], is_whole[place]) {
        _ if !known[first + place] => Ground::Missing,
        (true, _) => Ground::Slope,
        (false, true) => Ground::Flat,
        (false, false) => Ground::Outlet,
    })
}

#[cfg(test)]
mod tests {
    use ndarray::{Array2, array, s};

    use super::*;
    use crate::terrain::{D8, ENDS, fill};

    const SQUARE: CellSize = CellSize { dx: 1.0, dy: 1.0 };

    fn whole(values: Array2<f64>) -> Raster<f64> {
        Raster {
            valid: Array2::from_elem(values.dim(), true),
            values,
        }
    }

    /// A plateau in a wall with a gap in the east. The last column of the plateau falls into the gap. From there it is 1 and 2
    /// cells to the others; the middle one is 2 cells from the wall and the others 1.
    #[test]
    fn a_plateau_by_hand() {
        let dem = whole(array![
            [9.0, 9.0, 9.0, 9.0, 9.0],
            [9.0, 5.0, 5.0, 5.0, 9.0],
            [9.0, 5.0, 5.0, 5.0, 4.0],
            [9.0, 5.0, 5.0, 5.0, 9.0],
            [9.0, 9.0, 9.0, 9.0, 9.0],
        ]);
        let relief = Relief::of(fill(&dem, None), SQUARE, None);
        let steps = relief.lattice().array(relief.steps.clone());
        let plateau = s![1..4, 1..4];
        assert_eq!(
            steps.slice(plateau),
            array![[5, 3, 0], [5, 2, 0], [5, 3, 0]]
        );
        let routing = D8::of(&relief);
        assert_eq!(
            routing.towards().slice(plateau),
            array![[7, 0, 7], [0, 0, 0], [1, 0, 1]]
        );
        assert_eq!(routing.towards()[(2, 4)], ENDS);
    }

    /// A closed basin keeps its lake; a declared sink takes the water in.
    #[test]
    fn a_declared_sink_is_not_filled() {
        let mut values = Array2::from_elem((5, 5), 9.0);
        values.slice_mut(s![1..4, 1..4]).fill(6.0);
        values[(2, 2)] = 2.0;
        let dem = whole(values);
        let mut sinks = Array2::from_elem((5, 5), false);
        sinks[(2, 2)] = true;
        assert_eq!(fill(&dem, None).values, Array2::from_elem((5, 5), 9.0));
        let kept = fill(&dem, Some(sinks.view()));
        assert_eq!(kept, dem);
        let relief = Relief::of(kept, SQUARE, Some(sinks.view()));
        assert_eq!(relief.ground(12), Ground::Outlet);
        let unfilled = Relief::of(dem, SQUARE, None);
        assert_eq!(unfilled.ground(12), Ground::Pit);
    }
}
