//! What do the metrics of one landscape share?

use std::cell::OnceCell;

use super::{
    adjacency::Adjacency,
    map::Landscape,
    nearest::NearestNeighbours,
    patches::{Connectivity, Patches},
    proximity::Links,
};

/// The choices that metrics of patches depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// Which cells form a patch.
    pub connectivity: Connectivity,
    /// Radius within which PROX looks for patches, m.
    pub search_radius_m: f64,
    /// Largest distance at which CONNECT calls two patches joined, m.
    pub join_distance_m: f64,
}

impl Default for Rules {
    /// 8-neighbour patches, 500 m (METHODS E.7).
    fn default() -> Self {
        Self {
            connectivity: Connectivity::Eight,
            search_radius_m: 500.0,
            join_distance_m: 500.0,
        }
    }
}

/// A landscape with its patches, sides and distances, each found when first asked for.
///
/// A pattern belongs to one thread (it is not `Sync`): finding its parts uses all threads, and a task that waited for a
/// part another task of the same thread had begun would wait for ever.
#[derive(Debug)]
pub struct Pattern<'a> {
    landscape: &'a Landscape,
    rules: Rules,
    adjacency: OnceCell<Adjacency>,
    patches: OnceCell<Patches>,
    nearest: OnceCell<NearestNeighbours>,
    links: OnceCell<Links>,
}

impl<'a> Pattern<'a> {
    /// The pattern of a landscape.
    pub const fn new(landscape: &'a Landscape, rules: Rules) -> Self {
        Self {
            landscape,
            rules,
            adjacency: OnceCell::new(),
            patches: OnceCell::new(),
            nearest: OnceCell::new(),
            links: OnceCell::new(),
        }
    }

    /// The landscape.
    pub const fn landscape(&self) -> &'a Landscape {
        self.landscape
    }

    /// The choices.
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Which classes lie side by side.
    pub fn adjacency(&self) -> &Adjacency {
        self.adjacency
            .get_or_init(|| Adjacency::count(self.landscape))
    }

    /// The patches.
    pub fn patches(&self) -> &Patches {
        self.patches
            .get_or_init(|| Patches::find(self.landscape, self.rules.connectivity))
    }

    /// How far each patch is from the next one of its class.
    pub fn nearest(&self) -> &NearestNeighbours {
        self.nearest
            .get_or_init(|| NearestNeighbours::find(self.patches(), self.landscape.cell_m()))
    }

    /// What lies within reach of each patch.
    pub fn links(&self) -> &Links {
        self.links
            .get_or_init(|| Links::find(self.patches(), self.landscape.cell_m(), &self.rules))
    }
}
