//! Where are the runs of one class, row by row?

use super::patches::{Patches, Run};

/// Squared distance in cells, centre to centre.
pub(super) type SquaredCells = u64;

/// The runs of one class, with its patches numbered from 0.
///
/// Two patches are nearest to each other at cells of some runs, and the gap of two runs is a subtraction: distances between
/// patches need neither their boundary cells nor a distance transform, and stay exact integers.
pub(super) struct ClassRuns {
    runs: Vec<Run>,
    row_starts: Vec<usize>,
    /// The patches of the class among all patches, ascending.
    pub(super) patches: Vec<u32>,
}

impl ClassRuns {
    /// The runs of each class of the legend.
    pub(super) fn of_each(all: &Patches) -> Vec<Self> {
        let none = |_| Self {
            runs: Vec::new(),
            row_starts: vec![0],
            patches: Vec::new(),
        };
        let mut classes: Vec<Self> = (0..all.of_code().len()).map(none).collect();
        let mut number = Vec::with_capacity(all.len());
        for (patch, code) in (0..).zip(all.codes()) {
            let of_class = &mut classes[usize::from(*code)].patches;
            number.push(of_class.len() as u32);
            of_class.push(patch);
        }
        for row in 0..all.rows() {
            for run in all.row(row) {
                classes[usize::from(run.code)].runs.push(Run {
                    patch: number[run.patch as usize],
                    ..*run
                });
            }
            for class in &mut classes {
                class.row_starts.push(class.runs.len());
            }
        }
        classes
    }

    /// Number of rows.
    pub(super) fn rows(&self) -> usize {
        self.row_starts.len() - 1
    }

    /// The runs of a row, from west to east.
    pub(super) fn row(&self, row: usize) -> &[Run] {
        &self.runs[self.row_starts[row]..self.row_starts[row + 1]]
    }

    /// Meets the runs of other patches around `run`, row after row outward, that are nearer than `bound`.
    ///
    /// `part` parts a row at the run; `meet` is handed a run with its squared distance and answers the bound from there on.
    /// What lies behind a piece of the same patch is left out: it is nearer to that piece, which meets it in its own turn.
    pub(super) fn meet_around<'a>(
        &'a self,
        (row, run): (usize, &Run),
        mut bound: SquaredCells,
        mut part: impl FnMut(usize) -> Parted<'a>,
        mut meet: impl FnMut(&Run, SquaredCells) -> SquaredCells,
    ) {
        let mut open = [true; 2];
        for away in 0..self.rows() {
            let squared_rows = (away * away) as SquaredCells;
            let rows = self.rows_away(row, away, open);
            if squared_rows >= bound || rows == [None, None] {
                return;
            }
            for (open, other_row) in open.iter_mut().zip(rows) {
                let Some(other_row) = other_row else {
                    continue;
                };
                let mut others = part(other_row);
                if away == 0 {
                    others.leave_out_first();
                } else if others.cover(run) {
                    *open = false;
                    continue;
                }
                bound = meet_outward(others.eastward(run), run, squared_rows, bound, &mut meet);
                bound = meet_outward(others.westward(run), run, squared_rows, bound, &mut meet);
            }
        }
    }

    /// The rows `away` from `row` on its open sides, north and south.
    fn rows_away(&self, row: usize, away: usize, [north, south]: [bool; 2]) -> [Option<usize>; 2] {
        if away == 0 {
            return [Some(row), None];
        }
        let last = self.rows() - 1;
        [
            row.checked_sub(away).filter(|_| north),
            Some(row + away).filter(|row| south && *row <= last),
        ]
    }

    /// The runs of a row that end west of `run`, and the others.
    pub(super) fn parted(&self, row: usize, run: &Run) -> Parted<'_> {
        let runs = self.row(row);
        let first = runs.partition_point(|other| other.end <= run.start);
        Parted::at(runs, first)
    }

    /// As [`Self::parted`], from the place where the last search in this row ended: neighbours are asked for in turn.
    pub(super) fn parted_from(&self, row: usize, run: &Run, last: &mut usize) -> Parted<'_> {
        let runs = self.row(row);
        let mut first = *last;
        while first > 0 && runs[first - 1].end > run.start {
            first -= 1;
        }
        while first < runs.len() && runs[first].end <= run.start {
            first += 1;
        }
        *last = first;
        Parted::at(runs, first)
    }
}

/// Meets the runs of one side of a row until the bound or a piece of the same patch is in the way.
fn meet_outward<'a>(
    outward: impl Iterator<Item = (&'a Run, SquaredCells)>,
    run: &Run,
    squared_rows: SquaredCells,
    mut bound: SquaredCells,
    meet: &mut impl FnMut(&Run, SquaredCells) -> SquaredCells,
) -> SquaredCells {
    for (other, gap) in outward {
        let squared = squared_rows + gap * gap;
        // a piece that ends amid the columns of `run` hides nothing above or below the rest of them
        let hides = other.end >= run.end || other.end <= run.start;
        if squared >= bound || (other.patch == run.patch && hides) {
            break;
        }
        if other.patch != run.patch {
            bound = meet(other, squared);
        }
    }
    bound
}

/// The runs of a row, parted at the start of another run.
pub(super) struct Parted<'a> {
    west: &'a [Run],
    east: &'a [Run],
}

impl<'a> Parted<'a> {
    fn at(runs: &'a [Run], first: usize) -> Self {
        let (west, east) = runs.split_at(first);
        Self { west, east }
    }

    /// Leaves out the first run eastward: in its own row a run meets itself.
    fn leave_out_first(&mut self) {
        self.east = self.east.get(1..).unwrap_or(&[]);
    }

    /// Whether one run of the same patch reaches along all of `run`: whatever lies beyond is nearer to it.
    fn cover(&self, run: &Run) -> bool {
        self.east.first().is_some_and(|other| {
            other.patch == run.patch && other.start <= run.start && other.end >= run.end
        })
    }

    /// From the start of `run` to the east, those above or below it among them, with their gaps in columns.
    fn eastward(&self, run: &Run) -> impl Iterator<Item = (&'a Run, SquaredCells)> {
        let end = u64::from(run.end);
        let gap = move |other: &Run| (u64::from(other.start) + 1).saturating_sub(end);
        self.east.iter().map(move |other| (other, gap(other)))
    }

    /// To the west, the next one first, with their gaps in columns.
    fn westward(&self, run: &Run) -> impl Iterator<Item = (&'a Run, SquaredCells)> {
        let after = u64::from(run.start) + 1;
        let gap = move |other: &Run| after - u64::from(other.end);
        self.west.iter().rev().map(move |other| (other, gap(other)))
    }
}
