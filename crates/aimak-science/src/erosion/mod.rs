//! How much soil does a place lose?

pub mod water;
