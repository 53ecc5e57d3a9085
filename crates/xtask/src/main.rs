//! The two commands of a newcomer: demo and test; links nothing native.
fn main() {}
