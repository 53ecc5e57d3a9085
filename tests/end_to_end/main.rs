//! The program as its users run it: commands in, files and messages out.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod ala_archa;
mod biodiversity;
mod command_line;
mod data;
mod degradation;
mod demo;
mod diversity;
mod effect;
mod effect_moravia;
mod erosion;
mod init;
mod land;
mod landscape;
mod memory;
mod occurrences;
mod pairs;
mod passport;
mod people;
mod plan;
mod plan_sampling;
mod program;
mod real;
mod rotation;
mod scenes;
mod soil;
mod soil_project;
mod species_names;
mod survey;
mod tables;
mod template;
mod terrain;
mod tier1;
mod wind;
mod zonal;
