//! How high must water rise to leave the DEM from the rim of a tile?

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{
    super::elevation::Elevation,
    filling::{FillRim, OCEAN, higher},
    tiling::{Rim, Tiling},
};

/// Second stage of filling: the lowest level at which the water of every label of every tile reaches the outside, by tile and
/// label; `None` where water leaves without rising.
///
/// Labels are nodes of a graph. Two are joined where they meet in a tile and where cells of two rims face each other; the cost
/// of a path is its highest pass, and the cheapest path to the outside is wanted (Dijkstra with the greater instead of the sum).
/// Memory grows with the rims, not with the cells.
pub fn spill_levels<T: Elevation>(tiling: &Tiling, rims: &[FillRim<T>]) -> Vec<Vec<Option<T>>> {
    let nodes = Nodes::of(rims);
    let graph = Graph::of(nodes.count, edges(tiling, rims, &nodes));
    let levels = graph.lowest_from_ocean();
    let by_label = |(tile, rim): (usize, &FillRim<T>)| {
        let labels = 0..=rim.labels.len() as u32;
        labels
            .map(|label| levels[nodes.of_label(tile, label) as usize])
            .collect()
    };
    rims.iter().enumerate().map(by_label).collect()
}

/// Numbers of the labels of all tiles; the outside has one number for all.
struct Nodes {
    /// By tile: how many labels come before its first.
    before: Vec<u32>,
    count: usize,
}

impl Nodes {
    fn of<T>(rims: &[FillRim<T>]) -> Self {
        let mut count = 0;
        let before = rims.iter().map(|rim| {
            let first = count;
            count += rim.labels.len();
            u32::try_from(first).expect("invariant: fewer than 2^32 rim cells")
        });
        Self {
            before: before.collect(),
            count: count + 1,
        }
    }

    fn of_label(&self, tile: usize, label: u32) -> u32 {
        if label == OCEAN {
            OCEAN
        } else {
            self.before[tile] + label
        }
    }
}

/// Passes within tiles and between facing cells of their rims.
fn edges<T: Elevation>(tiling: &Tiling, rims: &[FillRim<T>], nodes: &Nodes) -> Vec<(u32, u32, T)> {
    let mut edges = Vec::new();
    for (tile, rim) in rims.iter().enumerate() {
        let named = |&(a, b, level): &(u32, u32, T)| {
            (nodes.of_label(tile, a), nodes.of_label(tile, b), level)
        };
        edges.extend(rim.passes.iter().map(named));
        let window = tiling.window(tile);
        for (number, [row, col]) in Rim::of(window).cells().enumerate() {
            let Some(here) = rim.heights[number] else {
                continue;
            };
            for direction in 0..8 {
                let next = tiling.step([window.row + row, window.col + col], direction);
                // each pair once
                let facing = next.and_then(|next| tiling.on_rim(next));
                let Some((other, place)) = facing.filter(|&(other, _)| other > tile) else {
                    continue;
                };
                if let Some(there) = rims[other].heights[place] {
                    edges.push((
                        nodes.of_label(tile, rim.labels[number]),
                        nodes.of_label(other, rims[other].labels[place]),
                        higher(here, there),
                    ));
                }
            }
        }
    }
    edges
}

/// Edges by node, one list after the other.
struct Graph<T> {
    starts: Vec<usize>,
    ends: Vec<(u32, T)>,
}

impl<T: Elevation> Graph<T> {
    fn of(nodes: usize, edges: Vec<(u32, u32, T)>) -> Self {
        let mut starts = vec![0; nodes + 1];
        for &(a, b, _) in &edges {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut ends = vec![(OCEAN, T::default()); 2 * edges.len()];
        for (a, b, level) in edges {
            for (from, to) in [(a, b), (b, a)] {
                ends[next[from as usize]] = (to, level);
                next[from as usize] += 1;
            }
        }
        Self { starts, ends }
    }

    fn lowest_from_ocean(&self) -> Vec<Option<T>> {
        let mut levels: Vec<Option<T>> = vec![None; self.starts.len() - 1];
        let mut settled = vec![false; levels.len()];
        let mut queued: BinaryHeap<Reverse<T::Queued>> = BinaryHeap::new();
        let mut node = OCEAN as usize;
        loop {
            settled[node] = true;
            for &(next, pass) in &self.ends[self.starts[node]..self.starts[node + 1]] {
                let level = levels[node].map_or(pass, |level| higher(level, pass));
                let place = next as usize;
                if !settled[place] && levels[place].is_none_or(|known| level < known) {
                    levels[place] = Some(level);
                    queued.push(Reverse(level.queued(next)));
                }
            }
            node = loop {
                let Some(Reverse(lowest)) = queued.pop() else {
                    return levels;
                };
                let lowest = T::cell(lowest) as usize;
                if !settled[lowest] {
                    break lowest;
                }
            };
        }
    }
}
