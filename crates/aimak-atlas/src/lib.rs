//! Release folder in, static atlas out; formats, draws and translates, computes no science.
//!
//! [`publish`] reads a release folder and nothing else. What a page shows stands in that release, digit for digit.

mod cells;
mod chart;
mod colour;
pub mod effect;
mod error;
mod headline;
mod map;
mod metadata;
mod news;
mod outline;
mod page;
mod palette;
mod parameters;
pub mod plan;
mod scope;
mod single_file;
mod site;
mod source;
mod standing;
pub mod texts;
mod tiles;
mod view;
mod wording;

pub use error::AtlasError;
pub use parameters::{method, parameters};
pub use single_file::{SingleFile, Which, single_files};
pub use site::{Carried, Cleaned, editions_with, publish, publish_stick, withdraw};
pub use view::{View, is_change, is_signed};
pub use wording::exact;

/// What was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiteSummary {
    /// Pages in all languages, the frozen copies not counted.
    pub pages: usize,
    /// Files in all, the frozen copy of this edition counted.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

#[cfg(test)]
#[path = "../tests/sample/mod.rs"]
#[expect(
    dead_code,
    reason = "shared with the tests of the site, which use all of it"
)]
mod sample;
