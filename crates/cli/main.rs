//! The `aimak` command.
fn main() {}
