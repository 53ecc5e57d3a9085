//! Release folder in, static atlas out; formats, draws and translates, computes no science.
//!
//! [`publish`] reads a release folder and nothing else. What a page shows stands in that release, digit for digit.

pub mod texts;
