//! What is read, and what is refused.

use std::path::PathBuf;

use aimak_science::erosion::{
    water::erodibility::Texture,
    wind::{index::LandSurface, weather::Quantity},
};
use jiff::civil::date;

use super::*;
use crate::problem::Problem;

fn file(dir: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = dir.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Code, row (0 is the whole table) and column of problems, sorted.
fn told(problems: &[Problem]) -> Vec<String> {
    let one = |problem: &Problem| {
        let column = problem.column.as_deref().unwrap_or("-");
        format!("{} {} {column}", problem.code, problem.row.unwrap_or(0))
    };
    let mut told: Vec<String> = problems.iter().map(one).collect();
    told.sort();
    told
}

#[test]
fn hours_and_days_with_gaps() {
    let dir = tempfile::tempdir().unwrap();
    let text = "time;wind_m_per_s;rain_mm;temperature_c;station\n\
                01.04.2021 0:00;7,5;0;-2;A\n01.04.2021 1:00;NA;;;A\n;;;;\n";
    let rows = weather(&file(&dir, "w.csv", text)).unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1].time, date(2021, 4, 1).at(1, 0, 0, 0));
    assert_eq!(rows[0].values[Quantity::Wind as usize], Some(7.5));
    assert_eq!(rows[0].values[Quantity::Temperature as usize], Some(-2.0));
    assert_eq!(rows[1].values, [None; Quantity::COUNT]);
    let days = "date,wind_m_per_s,rain_mm\n2021-04-01,3,0\n2021-04-02,4,1\n";
    assert_eq!(weather(&file(&dir, "d.csv", days)).unwrap().len(), 2);
}

#[test]
fn every_flaw_of_the_weather_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let text = "time,wind_m_per_s,rain_mm\n2021-04-01,-3,0\n2021-04-01,3,much\n2021-04,3,0\n,3,0\n";
    let problems = weather(&file(&dir, "w.csv", text)).unwrap_err();
    let found = told(&problems);
    let expected = [
        "empty-cell 5 time",
        "not-a-number 3 rain_mm",
        "out-of-range 2 wind_m_per_s",
        "wind-time 4 time",
        "wind-time-twice 3 time",
    ];
    assert_eq!(found, expected);
    assert!(
        problems
            .iter()
            .all(|problem| !problem.hint.id.contains("not-a-number"))
    );
    let columns = weather(&file(&dir, "c.csv", "time,wind,rain_mm\n")).unwrap_err();
    assert_eq!(told(&columns), ["no-field 0 wind_m_per_s"]);
    let none = weather(&file(&dir, "n.csv", "time,wind_m_per_s,rain_mm\n")).unwrap_err();
    assert_eq!(told(&none), ["sheet-no-rows 0 -"]);
    let absent = weather(&dir.path().join("absent.csv")).unwrap_err();
    assert_eq!(told(&absent), ["unreadable 0 -"]);
}

const HEADER: &str = "field,period,sand_percent,silt_percent,clay_percent,organic_carbon_percent,carbonate_percent,\
    ridge_height_cm,ridge_spacing_cm,chain_roughness_cm,residue_cover_percent,silhouette_cm2_per_m2,canopy_fraction,length_m,surface";

#[test]
fn fields_with_a_part_of_the_texture_missing() {
    let dir = tempfile::tempdir().unwrap();
    let rows =
        "1,before,65,,10,1.2,5,5,200,0.4,35,0,0,200,crops\n1,after,65,25,10,,5,0,,0,0,0,0.3,,\n";
    let read = fields(
        &file(&dir, "f.csv", &format!("{HEADER}\n{rows}")),
        Ask::Loss,
    )
    .unwrap();
    assert!(read.remarks.is_empty());
    let [before, after] = read.rows.as_slice() else {
        panic!("two rows");
    };
    let silt = before.known.texture.map(Texture::silt_percent);
    assert_eq!(silt, Some(25.0));
    assert_eq!(before.surface, Some(LandSurface::Crops));
    assert_eq!(after.period, "after");
    assert_eq!(
        (
            after.known.organic_carbon_percent,
            after.known.length_m,
            after.known.canopy_fraction
        ),
        (None, None, Some(0.3))
    );
}

#[test]
fn every_flaw_of_the_fields_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let rows = "1,,65,25,20,1,5,5,200,0.4,35,0,30,200,crop\n1,,65,25,10,1,5,5,200,0.4,35,0,0,200,\n,,80,30,,1,5,5,200,0.4,135,0,0,200,\n";
    let path = file(&dir, "f.csv", &format!("{HEADER}\n{rows}"));
    let problems = fields(&path, Ask::Loss).unwrap_err();
    let found = told(&problems);
    let expected = [
        "empty-cell 4 field",
        "out-of-range 2 canopy_fraction",
        "out-of-range 4 residue_cover_percent",
        "texture-sum 2 clay_percent",
        "texture-sum 4 clay_percent",
        "wind-field-twice 3 field",
        "wind-surface 2 surface",
    ];
    assert_eq!(found, expected);
    let surface = problems
        .iter()
        .find(|problem| problem.code == "wind-surface");
    assert_eq!(surface.unwrap().hint.id, "hint-did-you-mean");
}

#[test]
fn what_the_question_needs_must_be_there() {
    let dir = tempfile::tempdir().unwrap();
    let short = "field,sand_percent,silt_percent,clay_percent,organic_carbon_percent,canopy_fraction,surface\n1,65,25,10,1,0.3,crops\n";
    let path = file(&dir, "f.csv", short);
    assert_eq!(fields(&path, Ask::Index).unwrap().rows.len(), 1);
    let problems = fields(&path, Ask::Loss).unwrap_err();
    assert_eq!(problems.len(), 5);
    assert!(problems.iter().all(|problem| problem.code == "no-field"));
    assert!(
        problems
            .iter()
            .any(|problem| problem.hint.id == "hint-sheet-column")
    );
}

#[test]
fn fractions_in_a_column_of_per_cent_are_a_warning() {
    let dir = tempfile::tempdir().unwrap();
    let row = |residues: &str| format!("{HEADER}\n1,,65,25,10,1,5,5,200,0.4,{residues},0,0,200,\n");
    let of = |residues| {
        fields(&file(&dir, "f.csv", &row(residues)), Ask::Loss)
            .unwrap()
            .remarks
    };
    assert_eq!(
        told(&of("0.35")),
        ["wind-residue-fraction 0 residue_cover_percent"]
    );
    assert!(of("35").is_empty() && of("0").is_empty());
}
