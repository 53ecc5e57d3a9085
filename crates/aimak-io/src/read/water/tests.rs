//! Tables of a station and of classes: read, or everything that is wrong with them.

use std::{io::Write as _, path::Path};

use aimak_science::erosion::water::{Surface, cover::LandClass};

use super::{land_classes, station};
use crate::problem::Problem;

fn file(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

fn told<T: std::fmt::Debug>(
    read: impl Fn(&Path) -> Result<T, Vec<Problem>>,
    text: &str,
) -> Vec<String> {
    let problems = read(file(text).path()).unwrap_err();
    let place = |problem: &Problem| {
        let column = problem.column.as_deref().unwrap_or("-");
        format!("{} {} {column}", problem.code, problem.row.unwrap_or(0))
    };
    problems.iter().map(place).collect()
}

#[test]
fn months_and_days_of_a_station() {
    let text = "date,precipitation_mm,temperature_c\n2001-02,40,-3\n2001-01,25,-4\n2001-03-01,1,2\n2001-03-02,,2\n";
    let rows = station(file(text).path()).unwrap();
    let when: Vec<_> = rows.iter().map(|row| row.when.to_string()).collect();
    assert_eq!(
        when,
        ["2001-01", "2001-02", "2001-03-01"],
        "a gap is no dry day"
    );
    assert_eq!(rows[1].precipitation_mm, 40.0);
}

#[test]
fn everything_wrong_with_a_station_is_told() {
    let text = "date,precipitation_mm,temperature_c\n2001,400,5\n2001-01,-1,5\n2001-01,2,5\nMay,2,5\n,2,5\n";
    assert_eq!(
        told(station, text),
        [
            "empty-cell 6 date",
            "not-a-date 5 date",
            "weather-of-a-year 2 date",
            "weather-twice 4 date",
            "out-of-range 3 precipitation_mm",
        ]
    );
    assert_eq!(
        told(station, "date,precipitation_mm\n"),
        ["no-field 0 temperature_c"]
    );
    let none = "date,precipitation_mm,temperature_c\n";
    assert_eq!(told(station, none), ["sheet-no-rows 0 -"]);
}

#[test]
fn classes_by_our_names_and_by_those_of_invest() {
    let ours = land_classes(file("class,c,p,surface\n40,0.3,0.5,\n80,,,water\n").path()).unwrap();
    let arable = LandClass {
        cover: Some(0.3),
        practice: Some(0.5),
        surface: Surface::Soil,
    };
    assert_eq!(ours.class(40), Some(arable));
    assert_eq!(ours.class(80).unwrap().surface, Surface::Water);
    let invest = land_classes(file("lucode;usle_c;usle_p\n40;0,3;0,5\n").path()).unwrap();
    assert_eq!(invest.class(40), Some(arable));
    assert!(invest.knows_practices() && invest.class(10).is_none());
}

#[test]
fn everything_wrong_with_classes_is_told() {
    let text = "class,c,p,surface\n10,30,1,\n20,0.1,1,swamp\n20,0.2,1,\n30,,1,\n4.5,0.1,1,\n";
    assert_eq!(
        told(land_classes, text),
        [
            "land-class-without-cover 5 c",
            "out-of-range 2 c",
            "land-class-code 6 class",
            "land-class-twice 4 class",
            "land-class-surface 3 surface",
        ]
    );
}
