//! How is the land patterned: how many kinds, how large the pieces, how far from each other?
//!
//! A [`Landscape`] is the part of a class map that lies in one zone. From it come [`Patches`] (pieces of one class) and the
//! [`Adjacency`] of classes; a [`Pattern`] holds both for the metrics listed in [`ALL`]. Every metric depends on cell size,
//! legend and classifier: values of different products are not comparable, and a change needs the simulation of
//! classification error in [`classification_error`].
//!
//! Counts and distances are kept as integers (cells, squared cells) until the last step, so the thread count cannot show.

pub mod adjacency;
pub mod catalogue;
mod class_runs;
pub mod classification_error;
pub mod confusion;
pub mod contagion;
pub mod diversity;
pub mod edge_density;
pub mod hedgerows;
pub mod interspersion;
pub mod map;
pub mod nearest;
pub mod patch_size;
pub mod patches;
pub mod pattern;
pub mod proximity;
pub mod rao;
pub mod rao_layer;
pub mod shares;
pub mod table;
pub mod zone;

#[cfg(test)]
mod oracle;

pub use adjacency::Adjacency;
pub use catalogue::{ALL, Metric};
pub use map::Landscape;
pub use patches::{Connectivity, Patches};
pub use pattern::{Pattern, Rules};

use aimak_core::{Message, Reason, Withheld};

/// Refuses a metric that compares classes where there are too few of them.
fn enough_classes(n: usize, needed: usize) -> Result<(), Withheld> {
    enough("detail-classes", n, needed)
}

/// Refuses a metric of patches where there are too few of them.
fn enough_patches(n: usize, needed: usize) -> Result<(), Withheld> {
    enough("detail-patches", n, needed)
}

fn enough(detail: &str, n: usize, needed: usize) -> Result<(), Withheld> {
    if n >= needed {
        return Ok(());
    }
    let detail = Message::new(detail).with("n", n).with("needed", needed);
    Err(Withheld::because(Reason::NoData).with(detail))
}
