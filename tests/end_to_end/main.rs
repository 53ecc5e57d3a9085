//! The program as its users run it: commands in, files and messages out.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod command_line;
mod degradation;
mod demo;
mod land;
mod landscape;
mod program;
mod real;
mod zonal;
