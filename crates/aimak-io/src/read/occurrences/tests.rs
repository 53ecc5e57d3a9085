//! Tables and archives made here, read back.

use std::{
    collections::BTreeMap,
    fs::File,
    io::Write as _,
    path::{Path, PathBuf},
};

use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;

mod files;

const HEADER: &str = "gbifID,scientificName,basisOfRecord,occurrenceStatus,individualCount,eventDate,decimalLatitude,decimalLongitude,\
                      coordinateUncertaintyInMeters,geodeticDatum,recordedBy,license,issue";
/// A record without fault.
const GOOD: &str = "1,\"Capra sibirica (Pallas, 1776)\",HUMAN_OBSERVATION,PRESENT,2,2024-05-14,42.25,74.75,30,WGS84,Aigul,CC0_1_0,";

fn write(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn pack(dir: &Path, name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let path = dir.join(name);
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    path
}

/// Reads one table of these rows.
fn of_rows(rows: &[&str]) -> Occurrences {
    let dir = tempfile::tempdir().unwrap();
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    occurrences(&[write(dir.path(), "r.csv", &text)]).unwrap()
}

/// A record with one cell changed.
fn with(column: &str, text: &str) -> String {
    let place = HEADER.split(',').position(|name| name == column).unwrap();
    // the name holds a comma: it counts as one cell
    let plain = GOOD.replace("\"Capra sibirica (Pallas, 1776)\"", "Capra sibirica");
    let mut cells: Vec<&str> = plain.split(',').collect();
    cells[place] = text;
    cells.join(",")
}

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

/// Records without file and row.
fn bare(records: &[Occurrence]) -> Vec<Occurrence> {
    let bare = |record: &Occurrence| Occurrence {
        file: String::new(),
        row: 0,
        ..record.clone()
    };
    records.iter().map(bare).collect()
}

#[test]
fn a_record_without_fault_stays() {
    let read = of_rows(&[GOOD]);
    let record = &read.kept[0];
    assert_eq!(
        (record.species.as_str(), record.id.as_deref()),
        ("Capra sibirica", Some("1"))
    );
    assert_eq!(
        (record.place, record.uncertainty_m, record.year()),
        (Some([74.75, 42.25]), Some(30.0), Some(2024))
    );
    assert!(
        record.flags.is_empty() && record.on_map(),
        "{:?}",
        record.flags
    );
    assert_eq!((record.row, read.left_out.len()), (2, 0));
    assert!(
        !format!("{read:?}").contains("Aigul"),
        "observers are forgotten"
    );
}

#[test]
fn every_rule_leaves_its_record_out() {
    let known = [
        (
            "issue",
            "COORDINATE_ROUNDED;ZERO_COORDINATE",
            "ZERO_COORDINATE",
        ),
        ("issue", "cdc cdround txmathi", "TAXON_MATCH_HIGHERRANK"),
        ("scientificName", "", "no_name"),
        ("scientificName", "Capra", "above_species"),
        ("scientificName", "Capra sp.", "above_species"),
        ("basisOfRecord", "hearsay", "BASIS_OF_RECORD_INVALID"),
        ("basisOfRecord", "FossilSpecimen", "not_living_wild"),
        ("basisOfRecord", "LIVING_SPECIMEN", "not_living_wild"),
        ("eventDate", "last spring", "RECORDED_DATE_INVALID"),
        ("decimalLatitude", "", "COORDINATE_INVALID"),
        ("decimalLatitude", "north", "COORDINATE_INVALID"),
        ("decimalLatitude", "92", "COORDINATE_OUT_OF_RANGE"),
        ("decimalLatitude", "74.75", "equal_coordinates"),
        (
            "individualCount",
            "0",
            "INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS",
        ),
    ];
    for (column, text, reason) in known {
        let read = of_rows(&[&with(column, text)]);
        let rules: Vec<&str> = read.left_out.iter().map(|left| left.rule.code()).collect();
        assert_eq!(
            (rules.as_slice(), read.kept.len()),
            ([reason].as_slice(), 0),
            "{column} = {text}"
        );
    }
    let codes: BTreeSet<&str> = every_rule().map(Rule::code).collect();
    assert!(known.iter().all(|(_, _, reason)| codes.contains(reason)));
}

#[test]
fn places_that_are_not_known_well_enough_stay_off_maps() {
    let known = [
        ("coordinateUncertaintyInMeters", "1000", ""),
        (
            "coordinateUncertaintyInMeters",
            "1000.5",
            "uncertainty_over_1000_m",
        ),
        ("coordinateUncertaintyInMeters", "", "uncertainty_missing"),
        ("coordinateUncertaintyInMeters", "0", "uncertainty_missing"),
        ("geodeticDatum", "Pulkovo 1942", "other_datum"),
        ("geodeticDatum", "EPSG:4326", ""),
        ("decimalLatitude", "42.87", ""),
    ];
    for (column, text, flag) in known {
        let read = of_rows(&[&with(column, text)]);
        let flags: Vec<&str> = read.kept[0]
            .flags
            .iter()
            .filter(|flag| flag.off_map())
            .map(|flag| flag.code())
            .collect();
        let expected: Vec<&str> = Some(flag)
            .filter(|flag| !flag.is_empty())
            .into_iter()
            .collect();
        assert_eq!(flags, expected, "{column} = {text}");
        assert_eq!(read.kept[0].on_map(), flag.is_empty());
    }
    let bishkek = GOOD.replace("42.25,74.75", "42.87,74.6");
    let middle = GOOD.replace("42.25,74.75", "41,75");
    let nowhere = GOOD.replace("42.25,74.75", ",");
    for (row, flag) in [
        (bishkek, "near_capital"),
        (middle, "country_centroid"),
        (nowhere, "no_coordinates"),
    ] {
        let read = of_rows(&[&row]);
        assert!(
            read.kept[0].flags.iter().any(|found| found.code() == flag),
            "{flag}"
        );
        assert!(!read.kept[0].on_map());
    }
}

#[test]
fn absences_are_kept_apart() {
    let absent = with("occurrenceStatus", "absent").replace(",absent,2,", ",absent,,");
    let counted = with("occurrenceStatus", "").replace(",,2,", ",,0,");
    let read = of_rows(&[&absent, &counted, GOOD]);
    assert_eq!(
        (read.absences.len(), read.kept.len(), read.left_out.len()),
        (2, 1, 0)
    );
}

#[test]
fn the_best_known_of_repetitions_stays() {
    let coarse = GOOD
        .replace("1,\"Capra", "2,\"Capra")
        .replace(",30,", ",3000,");
    let moved = GOOD
        .replace("1,\"Capra", "3,\"Capra")
        .replace("42.25", "42.250004");
    let by_other = GOOD
        .replace("1,\"Capra", "4,\"Capra")
        .replace("Aigul", "Bakyt");
    let next_day = GOOD
        .replace("1,\"Capra", "5,\"Capra")
        .replace("2024-05-14", "2024-05-15");
    let read = of_rows(&[&coarse, &moved, GOOD, &by_other, &next_day]);
    let ids: BTreeSet<&str> = read
        .kept
        .iter()
        .filter_map(|record| record.id.as_deref())
        .collect();
    assert_eq!(ids, BTreeSet::from(["1", "4", "5"]));
    let left: Vec<_> = read
        .left_out
        .iter()
        .map(|left| (left.row, left.rule))
        .collect();
    assert_eq!(left, [(2, Rule::Duplicate), (3, Rule::Duplicate)]);
}

#[test]
fn areas_count_what_is_precise_enough() {
    let square =
        |x: f64| geo::MultiPolygon::from(geo::Rect::new((x, 42.0), (x + 1.0, 43.0)).to_polygon());
    let polygons = crate::zonal::Polygons {
        field: "code".into(),
        ids: vec!["a".into(), "b".into()],
        shapes: vec![square(74.0), square(75.0)],
        crs: "EPSG:4326".into(),
    };
    let again = with("eventDate", "1998").replacen('1', "2", 1);
    let coarse = with("coordinateUncertaintyInMeters", "5000")
        .replacen('1', "3", 1)
        .replace("Capra sibirica", "Ovis ammon");
    let read = of_rows(&[GOOD, &again, &coarse]);
    let lists = by_area(&read.kept, "areas", &polygons).unwrap();
    assert_eq!((lists[0].species.len(), lists[0].records), (1, 2));
    assert_eq!(lists[0].years, BTreeSet::from([1998, 2024]));
    assert_eq!(lists[1], AreaList::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Whatever the order of rows, the same records stay.
    #[test]
    fn the_order_of_rows_does_not_matter(
        mixed in proptest::collection::vec((0..3_usize, 0..2_usize, 0..3_usize, 0..2_usize), 1..12)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
    ) {
        let row = |(place, (name, day, metres, who)): (usize, &(usize, usize, usize, usize))| {
            let name = ["Capra sibirica", "Ovis ammon", "Pica pica"][*name];
            let metres = ["30", "", "5000"][*metres];
            let _ = place;
            format!("{}{day}{who},{name},HUMAN_OBSERVATION,PRESENT,,2024-05-1{day},42.25,74.75,{metres},WGS84,{who},CC0,", name.len())
        };
        let read = |rows: &[(usize, usize, usize, usize)]| {
            let rows: Vec<String> = rows.iter().enumerate().map(row).collect();
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            bare(&of_rows(&rows).kept)
        };
        prop_assert_eq!(read(&mixed.0), read(&mixed.1));
    }
}
