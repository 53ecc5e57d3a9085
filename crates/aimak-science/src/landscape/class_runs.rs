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
    /// The runs of the class with this code.
    pub(super) fn of(all: &Patches, code: u8) -> Self {
        let of_class = (0..).zip(all.codes()).filter(|(_, of)| **of == code);
        let patches: Vec<u32> = of_class.map(|(patch, _)| patch).collect();
        let mut number = vec![0; all.len()];
        for (own, patch) in (0..).zip(&patches) {
            number[*patch as usize] = own;
        }
        let (mut runs, mut row_starts) = (Vec::new(), vec![0]);
        for row in 0..all.rows() {
            let of_class = all.row(row).iter().filter(|run| run.code == code);
            runs.extend(of_class.map(|run| Run {
                patch: number[run.patch as usize],
                ..*run
            }));
            row_starts.push(runs.len());
        }
        Self {
            runs,
            row_starts,
            patches,
        }
    }

    /// Number of rows.
    pub(super) fn rows(&self) -> usize {
        self.row_starts.len() - 1
    }

    /// The runs of a row, from west to east.
    pub(super) fn row(&self, row: usize) -> &[Run] {
        &self.runs[self.row_starts[row]..self.row_starts[row + 1]]
    }

    /// The rows `away` from `row`, of which cells of `run` can be nearest to something.
    ///
    /// Where the next row holds the same patch along the whole run, whatever lies beyond is nearer to that row.
    pub(super) fn rows_away(
        &self,
        row: usize,
        run: &Run,
    ) -> impl Fn(usize) -> [Option<usize>; 2] + use<> {
        let last = self.rows() - 1;
        let up = row > 0 && !self.covers(row - 1, run);
        let down = row < last && !self.covers(row + 1, run);
        move |away| {
            if away == 0 {
                return [Some(row), None];
            }
            let north = row.checked_sub(away).filter(|_| up);
            [north, Some(row + away).filter(|row| down && *row <= last)]
        }
    }

    /// Whether one run of a row, of the same patch, reaches along all of `run`.
    fn covers(&self, row: usize, run: &Run) -> bool {
        let runs = self.row(row);
        let first = runs.partition_point(|other| other.end <= run.start);
        runs.get(first).is_some_and(|other| {
            other.patch == run.patch && other.start <= run.start && other.end >= run.end
        })
    }

    /// The runs of a row east of the start of `run` (those above or below it among them), with their gaps in columns.
    pub(super) fn eastward<'a>(
        &'a self,
        row: usize,
        run: &'a Run,
    ) -> impl Iterator<Item = (&'a Run, SquaredCells)> + 'a {
        let runs = self.row(row);
        let first = runs.partition_point(|other| other.end <= run.start);
        let gap = move |other: &Run| (u64::from(other.start) + 1).saturating_sub(run.end.into());
        runs[first..].iter().map(move |other| (other, gap(other)))
    }

    /// The runs of a row west of the start of `run`, the next one first, with their gaps in columns.
    pub(super) fn westward<'a>(
        &'a self,
        row: usize,
        run: &'a Run,
    ) -> impl Iterator<Item = (&'a Run, SquaredCells)> + 'a {
        let runs = self.row(row);
        let first = runs.partition_point(|other| other.end <= run.start);
        let gap = move |other: &Run| u64::from(run.start) + 1 - u64::from(other.end);
        runs[..first]
            .iter()
            .rev()
            .map(move |other| (other, gap(other)))
    }
}
