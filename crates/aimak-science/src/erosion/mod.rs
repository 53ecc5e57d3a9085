//! How much soil does a place lose?
//!
//! Loss by [`water`] and loss by [`wind`] are results of different types: they stand side by side and are never added.

mod equation;
mod factor;
pub mod water;
pub mod wind;

pub use equation::Equation;
pub use factor::Factor;
