//! The sequence of crops on fields, from a table to a table.

use crate::program::{aimak, arg};

/// METHODS E.5: wheat, wheat, alfalfa, alfalfa, potato, wheat have 3 species and 3 changes, a third of the years a legume.
#[test]
fn the_example_of_methods_and_fields_that_tell_too_little() {
    let dir = tempfile::tempdir().unwrap();
    let (fields, out) = (
        dir.path().join("fields.csv"),
        dir.path().join("rotation.csv"),
    );
    let mut table = "field,year,crop,cover_crop,legume\n".to_owned();
    let crops = [
        ("wheat", "no"),
        ("wheat", "no"),
        ("alfalfa", "yes"),
        ("alfalfa", "yes"),
        ("potato", "no"),
        ("wheat", "no"),
    ];
    // the order of rows does not matter
    for (year, (crop, legume)) in (2015..2021).zip(crops).rev() {
        table += &["A", &year.to_string(), crop, "", legume].join(",");
        table += "\n";
    }
    table += "B,2015,wheat,,\nB,2016,wheat,mustard,\nB,2017,bean,,yes\nB,2018,wheat,,\n";
    table += "C,2015,wheat,,no\nC,2016,wheat,,no\nC,2018,wheat,,no\nC,2019,wheat,,no\nD,2015,wheat,,no\n";
    std::fs::write(&fields, table).unwrap();
    let said = aimak(&[
        "rotation",
        "--fields",
        arg(&fields),
        "--out",
        arg(&out),
        "--json",
    ])
    .good();
    assert_eq!(
        (&said.json()["fields"], &said.json()["with_index"]),
        (&4.into(), &2.into())
    );
    let rows = std::fs::read_to_string(&out).unwrap();
    let rows: Vec<&str> = rows.lines().collect();
    assert_eq!(
        rows[0],
        "field,first_year,last_year,years,species,changes,rotational_complexity,legume_share,reason"
    );
    assert_eq!(rows[1], "A,2015,2020,6,3,3,3.0,0.3333333333333333,");
    // √(3 species × 2 changes); nobody said of every crop whether it is a legume
    assert_eq!(rows[2], format!("B,2015,2018,4,3,2,{},,", 6.0_f64.sqrt()));
    assert_eq!(rows[3], "C,2015,2019,4,,,,,NO_DATA");
    assert_eq!(rows[4], "D,2015,2015,1,,,,,TOO_FEW_YEARS");
}

#[test]
fn every_wrong_row_is_named_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let (fields, out) = (
        dir.path().join("fields.csv"),
        dir.path().join("rotation.csv"),
    );
    let table = "field,year,crop,legume\nA,2015,wheat,no\nA,2015,bean,yes\nA,20155,wheat,no\n,2016,wheat,no\nA,2017,,no\nA,2018,bean,perhaps\n";
    std::fs::write(&fields, table).unwrap();
    let said = aimak(&["rotation", "--fields", arg(&fields), "--out", arg(&out)]);
    assert_eq!(said.code, 1);
    for row in 3..=7 {
        assert!(
            said.err.contains(&format!("row {row}")),
            "row {row}\n{}",
            said.err
        );
    }
    assert!(!out.exists());
}
