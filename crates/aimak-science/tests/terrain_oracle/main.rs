//! Terrain against named peers; their layers lie beside this folder and never come from our own output.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod invest;
mod layers;
mod others;
mod pygeoprocessing;
