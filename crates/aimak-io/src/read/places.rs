//! In which aimak does a point lie, and if in none: what was mistyped?

use aimak_core::{Aimak, AimakCode};
use geo::{BoundingRect as _, Intersects as _, Point};
use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};

use super::table::{Table, name_of};
use crate::project::Column;

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
