//! The fields: one row for each field and label, such as before and after.

use std::{collections::BTreeSet, path::Path};

use aimak_science::erosion::{
    water::erodibility::Texture,
    wind::{field::Field, index::LandSurface},
};

use super::super::{sheet, table::Table};
use crate::problem::Problem;

const PERCENT: (f64, f64) = (0.0, 100.0);
const FRACTION: (f64, f64) = (0.0, 1.0);
const TEXTURE: [&str; 3] = ["sand_percent", "silt_percent", "clay_percent"];
const RESIDUES: &str = "residue_cover_percent";
const SURFACE: &str = "surface";

/// Columns with their range and unit, in the order of [`Row::numbers`].
const NUMBERS: [(&str, (f64, f64), &str); 12] = [
    (TEXTURE[0], PERCENT, "%"),
    (TEXTURE[1], PERCENT, "%"),
    (TEXTURE[2], PERCENT, "%"),
    ("organic_carbon_percent", (0.0, 58.0), "%"),
    ("carbonate_percent", PERCENT, "%"),
    ("ridge_height_cm", (0.0, 100.0), "cm"),
    ("ridge_spacing_cm", (0.0, 1000.0), "cm"),
    ("chain_roughness_cm", (0.0, 100.0), "cm"),
    (RESIDUES, PERCENT, "%"),
    ("silhouette_cm2_per_m2", (0.0, 10_000.0), "cm²/m²"),
    ("canopy_fraction", FRACTION, "(0–1)"),
    ("length_m", (0.1, 10_000.0), "m"),
];

/// What is asked of the fields: it decides which columns they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Loss by RWEQ.
    Loss,
    /// The index ILSWE.
    Index,
}

impl Ask {
    const fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Loss => &[
                "field",
                TEXTURE[0],
                TEXTURE[1],
                TEXTURE[2],
                "organic_carbon_percent",
                "carbonate_percent",
                "ridge_height_cm",
                "chain_roughness_cm",
                RESIDUES,
                "silhouette_cm2_per_m2",
                "canopy_fraction",
            ],
            Self::Index => &[
                "field",
                TEXTURE[0],
                TEXTURE[1],
                TEXTURE[2],
                "organic_carbon_percent",
                "canopy_fraction",
                SURFACE,
            ],
        }
    }
}

/// One field under one label.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldRow {
    /// Which field.
    pub field: String,
    /// Which label; empty where the table has none.
    pub period: String,
    /// What is known of it.
    pub known: Field,
    /// What its surface is, for the index.
    pub surface: Option<LandSurface>,
}

/// All fields, and what a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Fields {
    /// In the order of the table.
    pub rows: Vec<FieldRow>,
    /// Warnings.
    pub remarks: Vec<Problem>,
}

/// Reads a table of fields.
///
/// # Errors
/// Everything that is wrong with it.
pub fn fields(path: &Path, ask: Ask) -> Result<Fields, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let optional = NUMBERS.map(|(column, ..)| column);
    let mut problems = sheet::columns(&table, ask.needed(), &optional);
    problems.extend(sheet::columns(&table, &[], &["period"]));
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for row in table.rows() {
        let text = |column| table.cell(row, column, &[]).map(str::to_owned);
        let (field, period) = (text("field"), text("period").unwrap_or_default());
        let numbers = NUMBERS
            .map(|(column, range, unit)| sheet::number(&mut table, row, column, range, unit));
        let surface = surface(&mut table, row);
        let known = known(&mut table, row, numbers);
        let Some(field) = field else {
            table.wrong(row, "field", "empty-cell", "—");
            continue;
        };
        if !seen.insert((field.clone(), period.clone())) {
            let found = [field.as_str(), &period].join(" ");
            table.wrong(row, "field", "wind-field-twice", found.trim());
        }
        rows.push(FieldRow {
            field,
            period,
            known,
            surface,
        });
    }
    let empty = rows.is_empty();
    let remarks = fraction_for_percent(&table, &rows);
    let read = Fields {
        rows,
        remarks: remarks.into_iter().collect(),
    };
    sheet::finish(table, empty, read)
}

/// What is known of the field of a row.
fn known(table: &mut Table<'_>, row: usize, numbers: [Option<f64>; NUMBERS.len()]) -> Field {
    let [
        sand,
        silt,
        clay,
        organic_carbon_percent,
        carbonate_percent,
        ridge_height_cm,
        ridge_spacing_cm,
        chain_roughness_cm,
        residue_cover_percent,
        silhouette_cm2_per_m2,
        canopy_fraction,
        length_m,
    ] = numbers;
    Field {
        texture: texture(table, row, [sand, silt, clay]),
        organic_carbon_percent,
        carbonate_percent,
        ridge_height_cm,
        ridge_spacing_cm,
        chain_roughness_cm,
        residue_cover_percent,
        silhouette_cm2_per_m2,
        canopy_fraction,
        length_m,
    }
}

/// The texture; of two parts the third is the rest (METHODS A.1).
fn texture(table: &mut Table<'_>, row: usize, parts: [Option<f64>; 3]) -> Option<Texture> {
    let known: f64 = parts.iter().flatten().sum();
    match parts.iter().flatten().count() {
        3 => {}
        // a wrong cell has been told already
        2 if known <= 100.0 => {}
        2 => {
            table.wrong(row, TEXTURE[2], "texture-sum", &format!("{known} %"));
            return None;
        }
        _ => return None,
    }
    let [sand, silt, clay] = parts.map(|part| part.unwrap_or(100.0 - known));
    let texture = Texture::new(sand, silt, clay);
    if texture.is_none() {
        let found = format!("{sand} + {silt} + {clay} = {} %", sand + silt + clay);
        table.wrong(row, TEXTURE[2], "texture-sum", &found);
    }
    texture
}

/// What the surface is.
fn surface(table: &mut Table<'_>, row: usize) -> Option<LandSurface> {
    let text = table.cell(row, SURFACE, &[])?.to_owned();
    let found = LandSurface::NAMED.iter().find(|(name, _)| *name == text);
    if found.is_none() {
        let known = LandSurface::NAMED.iter().map(|(name, _)| *name);
        table.unknown(row, SURFACE, "wind-surface", &text, known);
    }
    found.map(|(_, surface)| *surface)
}

/// Residue cover that is never above 1 % looks like fractions in a column of per cent: cover would then hardly protect.
fn fraction_for_percent(table: &Table<'_>, rows: &[FieldRow]) -> Option<Problem> {
    let covers = || {
        rows.iter()
            .filter_map(|row| row.known.residue_cover_percent)
    };
    let most = covers().fold(0.0, f64::max);
    (0.0 < most && most <= 1.0).then(|| {
        Problem::warning("wind-residue-fraction", &table.spec.file)
            .in_column(RESIDUES)
            .found(format!("≤ {most} %"))
    })
}
