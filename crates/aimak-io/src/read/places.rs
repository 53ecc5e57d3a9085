//! In which aimak does a point lie, and if in none: what was mistyped?

use aimak_core::{Aimak, AimakCode};
use geo::{BoundingRect as _, Intersects as _, Point};
use proj::Proj;
use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};

use super::table::{FIRST_ROW, Table, name_of};
use crate::{problem::Problem, project::Column};

/// Finds the aimak of a point.
pub(super) struct Places<'a> {
    aimaks: &'a [Aimak],
    tree: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
}

impl<'a> Places<'a> {
    /// Places among these aimaks.
    pub fn new(aimaks: &'a [Aimak]) -> Self {
        let boxes = aimaks.iter().enumerate().filter_map(|(index, aimak)| {
            let bounds = aimak.outline.bounding_rect()?;
            let corners = Rectangle::from_corners(
                [bounds.min().x, bounds.min().y],
                [bounds.max().x, bounds.max().y],
            );
            Some(GeomWithData::new(corners, index))
        });
        Self {
            aimaks,
            tree: RTree::bulk_load(boxes.collect()),
        }
    }

    /// True where no boundary could be read: then no place can be wrong.
    pub fn is_empty(&self) -> bool {
        self.aimaks.is_empty()
    }

    /// Codes of all aimaks.
    pub fn codes(&self) -> impl Iterator<Item = &'a str> {
        self.aimaks.iter().map(|aimak| aimak.code.0.as_str())
    }

    /// The aimak that a cell names; a code that does not exist is noted.
    pub fn named(
        &self,
        table: &mut Table,
        row: usize,
        column: Option<&Column>,
    ) -> Option<AimakCode> {
        let code = table.text(row, column)?;
        if self.is_empty() || self.codes().any(|known| known == code) {
            return Some(AimakCode(code));
        }
        table.unknown(row, name_of(column), "unknown-aimak", &code, self.codes());
        None
    }

    /// The aimak a point lies in or on the border of; of several the first by code.
    pub fn aimak_at(&self, point: Point<f64>) -> Option<&'a AimakCode> {
        let here = AABB::from_point([point.x(), point.y()]);
        let near = self
            .tree
            .locate_in_envelope_intersecting(&here)
            .map(|found| found.data);
        let inside = near
            .filter(|index| self.aimaks[*index].outline.intersects(&point))
            .min();
        inside.map(|index| &self.aimaks[index].code)
    }
}

/// What a person may have done to a pair of coordinates, and how to undo it.
const SLIPS: [Slip; 4] = [
    Slip {
        code: "latitude-sign",
        undo: |x, y| (x, -y),
    },
    Slip {
        code: "longitude-sign",
        undo: |x, y| (-x, y),
    },
    Slip {
        code: "both-signs",
        undo: |x, y| (-x, -y),
    },
    Slip {
        code: "coordinates-swapped",
        undo: |x, y| (y, x),
    },
];

/// A slip of a whole column: the code of its problem, and its remedy.
struct Slip {
    code: &'static str,
    undo: fn(f64, f64) -> (f64, f64),
}

/// Points outside every area, and what would bring them in.
#[derive(Default)]
pub(super) struct Lost {
    rows: usize,
    first: Option<(usize, f64, f64)>,
    /// How many would lie in an area if a slip were undone.
    mended: [usize; SLIPS.len()],
}

impl Lost {
    /// Notes a point outside every area.
    pub fn add(&mut self, row: usize, (x, y): (f64, f64), proj: &Proj, places: &Places) {
        self.rows += 1;
        self.first = self.first.or(Some((row + FIRST_ROW, x, y)));
        for (slip, mended) in SLIPS.iter().zip(&mut self.mended) {
            let point = proj.convert((slip.undo)(x, y)).ok().map(Point::from);
            *mended += usize::from(point.is_some_and(|point| places.aimak_at(point).is_some()));
        }
    }

    /// One problem for the whole column, because a slip seldom comes alone.
    pub fn problem(self, file: &str, columns: &str) -> Option<Problem> {
        let (row, x, y) = self.first?;
        // the first slip that mends most points
        let mended = self.mended.into_iter().max().unwrap_or(0);
        let slip = SLIPS
            .iter()
            .zip(self.mended)
            .find(|(_, mends)| mended > 0 && *mends == mended);
        let code = slip.map_or("outside-all-areas", |(slip, _)| slip.code);
        let problem = Problem::error(code, file)
            .at_row(row)
            .in_column(columns)
            .found(format!("{x}, {y}"));
        let expected = problem.expected.clone().with("rows", self.rows);
        let hint = problem
            .hint
            .clone()
            .with("mended", mended)
            .with("rows", self.rows);
        Some(problem.expecting(expected).hinting(hint))
    }
}
