//! `aimak occurrences`: archives and tables of records, through the program.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::Write as _,
    path::{Path, PathBuf},
};

use zip::{ZipWriter, write::SimpleFileOptions};

use crate::program::{Row, Said, aimak, arg, files, root, shared_data, table};

const HEADER: &str = "gbifID,scientificName,basisOfRecord,occurrenceStatus,eventDate,decimalLatitude,decimalLongitude,\
                      coordinateUncertaintyInMeters,geodeticDatum,recordedBy,license,issue,informationWithheld";
/// Somebody whose name must not be found in any output.
const OBSERVER: &str = "Planted Secretova";

fn write(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Records of two species; the last one repeats another.
fn rows() -> Vec<String> {
    let of = |id: usize, species: &str, year: usize, rest: &str| {
        format!("{id},{species},HUMAN_OBSERVATION,PRESENT,{year}-05-14,{rest}")
    };
    let place = |n: usize| format!("42.{:02},72.25,30,WGS84,{OBSERVER},CC_BY_4_0,,", 10 + n);
    let mut rows: Vec<String> = (0..36)
        .map(|n| of(n, "Capra sibirica", 1990 + n % 7, &place(n)))
        .collect();
    rows.extend((36..40).map(|n| of(n, "Pica pica", 2020, &place(n))));
    rows.push(of(
        40,
        "Pica pica",
        2021,
        &format!("42.5,72.5,28500,WGS84,{OBSERVER},,,coordinates obscured"),
    ));
    rows.push(of(
        41,
        "Ovis ammon",
        2021,
        &format!("0,0,10,WGS84,{OBSERVER},CC0,ZERO_COORDINATE,"),
    ));
    rows.push(of(42, "Capra sibirica", 1990, &place(0)));
    rows.push(of(43, "Ovis ammon", 2021, &place(5)).replace("PRESENT", "ABSENT"));
    rows
}

fn csv(rows: &[String]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// The same rows as a Darwin Core Archive.
fn archive(path: &Path, rows: &[String]) {
    let mut fields = String::new();
    for (place, term) in HEADER.split(',').enumerate().skip(1) {
        let address = "http://rs.tdwg.org/dwc/terms";
        let _ = write!(
            fields,
            "<field index=\"{place}\" term=\"{address}/{term}\"/>"
        );
    }
    let meta = format!(
        "<archive xmlns=\"http://rs.tdwg.org/dwc/text/\"><core fieldsTerminatedBy=\"\\t\" linesTerminatedBy=\"\\n\" fieldsEnclosedBy=\"\" \
         ignoreHeaderLines=\"1\" rowType=\"http://rs.tdwg.org/dwc/terms/Occurrence\"><files><location>occurrence.txt</location></files>\
         <id index=\"0\"/>{fields}</core></archive>"
    );
    let mut zip = ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, text) in [
        ("meta.xml", meta),
        ("occurrence.txt", csv(rows).replace(',', "\t")),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

fn run(input: &Path, out: &Path, further: &[&str]) -> Said {
    let mut args = vec!["occurrences", arg(input), "--out", arg(out)];
    args.extend(further);
    aimak(&args)
}

/// Columns of a table without those that name the file.
fn without_file(rows: Vec<Row>) -> Vec<Row> {
    let plain = |mut row: Row| {
        row.remove("file");
        row
    };
    rows.into_iter().map(plain).collect()
}

#[test]
fn an_archive_and_its_table_give_the_same_records() {
    let dir = tempfile::tempdir().unwrap();
    let rows = rows();
    let table_path = write(dir.path(), "r.csv", &csv(&rows));
    let zip = dir.path().join("r.zip");
    archive(&zip, &rows);
    let (from_table, from_zip) = (dir.path().join("t"), dir.path().join("z"));
    let said = run(&table_path, &from_table, &[]).good();
    assert!(
        said.err.contains("41 records kept, 40 of them for maps"),
        "{}",
        said.err
    );
    assert!(said.err.contains("before and after"), "{}", said.err);
    run(&zip, &from_zip, &[]).good();
    let names = [
        "about.json",
        "absences.csv",
        "left_out.csv",
        "records.csv",
        "species.csv",
    ]
    .map(PathBuf::from);
    assert_eq!(files(&from_table), names);
    for name in ["records.csv", "absences.csv", "left_out.csv"] {
        let read = |folder: &Path| without_file(table(&folder.join(name)));
        assert_eq!(read(&from_zip), read(&from_table), "{name}");
    }
    let species = |folder: &Path| std::fs::read_to_string(folder.join("species.csv")).unwrap();
    assert_eq!(species(&from_zip), species(&from_table));

    let list = table(&from_table.join("species.csv"));
    let capra = &list[0];
    assert_eq!(
        (capra["species"].as_str(), capra["records"].as_str()),
        ("Capra sibirica", "36")
    );
    assert_eq!(
        (capra["first_year"].as_str(), capra["last_year"].as_str()),
        ("1990", "1996")
    );
    let share: f64 = capra["share_of_all_records"].parse().unwrap();
    assert!((share - 36.0 / 41.0).abs() < 1e-12);
    let left = table(&from_table.join("left_out.csv"));
    let reasons: Vec<(&str, &str)> = left
        .iter()
        .map(|row| (row["row"].as_str(), row["reason"].as_str()))
        .collect();
    assert_eq!(reasons, [("43", "ZERO_COORDINATE"), ("44", "duplicate")]);
    let absences = table(&from_table.join("absences.csv"));
    assert_eq!(
        (absences.len(), absences[0]["species"].as_str()),
        (1, "Ovis ammon")
    );
    assert!(!absences[0].contains_key("use"));
}

#[test]
fn the_order_of_rows_does_not_matter_and_nobody_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let mut rows = rows();
    let one = write(dir.path(), "one.csv", &csv(&rows));
    rows.reverse();
    let other = write(dir.path(), "other.csv", &csv(&rows));
    let (first, second) = (dir.path().join("a"), dir.path().join("b"));
    run(&one, &first, &[]).good();
    run(&other, &second, &[]).good();
    let species = |folder: &Path| std::fs::read(folder.join("species.csv")).unwrap();
    assert_eq!(species(&first), species(&second));
    for name in files(&first) {
        let text = std::fs::read_to_string(first.join(&name)).unwrap();
        assert!(!text.contains("Secretova"), "{}", name.display());
    }
    let about: serde_json::Value =
        serde_json::from_slice(&std::fs::read(first.join("about.json")).unwrap()).unwrap();
    assert_eq!(about["licences"]["without_open_licence"]["none"], 1);
    assert_eq!(about["licences"]["open"]["CC BY"], 40);
    assert_eq!(
        about["inputs"][0]["sha256"].as_str().map(str::len),
        Some(64)
    );
    assert!(
        about["no_counts"]
            .as_str()
            .unwrap()
            .contains("must not be read")
    );
    let records = table(&first.join("records.csv"));
    let obscured = records.iter().find(|row| row["id"] == "40").unwrap();
    assert_eq!(
        (obscured["use"].as_str(), obscured["licence"].as_str()),
        ("list", "none")
    );
    assert_eq!(obscured["information_withheld"], "coordinates obscured");
    assert!(
        obscured["flags"].contains("uncertainty_over_1000_m"),
        "{obscured:?}"
    );
}

#[test]
fn areas_list_their_species() {
    let dir = tempfile::tempdir().unwrap();
    let input = write(dir.path(), "r.csv", &csv(&rows()));
    // two squares in metres of zone 43N: the western one holds the records, the eastern one none
    let square = |code: &str, west: f64| {
        let (east, south, north) = (west + 20_000.0, 4_650_000.0, 4_720_000.0);
        serde_json::json!({"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates":
            [[[west, south], [east, south], [east, north], [west, north], [west, south]]]}})
    };
    // at 72.25 E, 42.1 N the easting is 272,600 m, at 42.5 N 274,035 m (cs2cs of PROJ)
    let west = 264_000.0;
    let areas = serde_json::json!({"type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32643"}},
        "features": [square("west", west), square("east", west + 30_000.0)]});
    let areas = write(dir.path(), "areas.geojson", &areas.to_string());
    let out = dir.path().join("out");
    let said = run(
        &input,
        &out,
        &["--areas", arg(&areas), "--id", "code", "--json"],
    )
    .good();
    let lists = table(&out.join("areas.csv"));
    let cells = |place: usize| {
        [
            "code",
            "species_known",
            "records",
            "years_with_records",
            "first_year",
        ]
        .map(|name| lists[place][name].clone())
    };
    assert_eq!(cells(0), ["west", "2", "40", "8", "1990"]);
    assert_eq!(cells(1), ["east", "0", "0", "0", ""]);
    assert!(
        said.json()["areas"]
            .as_str()
            .unwrap()
            .contains("must not be compared")
    );
    assert!(
        run(&input, &out, &["--areas", arg(&areas), "--id", "nmae"])
            .err
            .contains("nmae")
    );
}

#[test]
fn faults_of_files_are_told_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let climbing = dir.path().join("climbing.zip");
    let mut zip = ZipWriter::new(std::fs::File::create(&climbing).unwrap());
    zip.start_file("../occurrence.txt", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(b"species\n").unwrap();
    zip.finish().unwrap();
    let torn = dir.path().join("torn.zip");
    let whole = dir.path().join("whole.zip");
    archive(&whole, &rows());
    let bytes = std::fs::read(&whole).unwrap();
    std::fs::write(&torn, &bytes[..bytes.len() / 2]).unwrap();
    let nameless = write(dir.path(), "nameless.csv", "id,latitude\n1,42\n");
    let before = files(dir.path());
    let out = dir.path().join("out");
    let args = [
        "occurrences",
        arg(&climbing),
        arg(&torn),
        arg(&nameless),
        "--out",
        arg(&out),
    ];
    for (lang, words) in [
        ("en", "leads out of its folder"),
        ("ru", "ведёт за пределы"),
        ("ky", "чыгып кеткен"),
    ] {
        let said = aimak(&[&args[..], &["--lang", lang]].concat());
        assert_eq!(said.code, 1);
        assert!(
            said.err.contains(words) && !said.err.contains('⟦'),
            "{}",
            said.err
        );
        for file in ["climbing.zip", "torn.zip", "nameless.csv"] {
            assert!(said.err.contains(file), "{file}: {}", said.err);
        }
    }
    assert_eq!(files(dir.path()), before, "nothing was written");
    // a folder of somebody else is not replaced
    let other = dir.path().join("other");
    std::fs::create_dir(&other).unwrap();
    write(&other, "note.txt", "mine");
    assert_eq!(run(&whole, &other, &[]).code, 1);
}

/// Codes and how often each stands there.
fn counts(list: &serde_json::Value) -> BTreeMap<String, u64> {
    let entry = |entry: &serde_json::Value| {
        (
            entry["code"].as_str().unwrap().to_owned(),
            entry["n"].as_u64().unwrap(),
        )
    };
    list.as_array().unwrap().iter().map(entry).collect()
}

/// 89 records of GBIF; expected numbers counted with Python's csv module, see the comments.
#[test]
fn ibex_of_gbif() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let input = root().join(
        "../shared/data/biodiversity/gbif_capra_sibirica/gbif_capra_sibirica_open_cc0_ccby.csv",
    );
    let out = dir.path().join("out");
    let said = run(&input, &out, &["--json"]).good();
    let about = said.json();
    // 1 with cucdmis; 26 repeat species, day, place rounded to 4 decimals; 23 of the rest have an uncertainty up to 1000 m
    let of = |name: &str| about[name].as_u64().unwrap();
    assert_eq!(
        (of("read"), of("kept"), of("for_maps"), of("species")),
        (89, 62, 23, 1)
    );
    assert_eq!(
        counts(&about["left_out"]),
        BTreeMap::from([
            ("COUNTRY_COORDINATE_MISMATCH".into(), 1),
            ("duplicate".into(), 26)
        ])
    );
    let flags = counts(&about["flags"]);
    assert_eq!(
        (
            flags["uncertainty_missing"],
            flags["uncertainty_over_1000_m"],
            flags["no_date"]
        ),
        (28, 11, 3)
    );
    assert_eq!(
        about["licences"]["open"],
        serde_json::json!({"CC BY": 51, "CC BY-NC": 0, "CC0": 11})
    );
    let list = table(&out.join("species.csv"));
    assert_eq!(
        list[0]["species"], "Capra sibirica",
        "as GBIF's own column of species says"
    );
    assert_eq!(
        (
            list[0]["first_year"].as_str(),
            list[0]["last_year"].as_str()
        ),
        ("1896", "2025")
    );
    let records = std::fs::read_to_string(out.join("records.csv")).unwrap();
    assert!(
        records.contains("1896-07-01,1896-07-31"),
        "an interval of a month"
    );
}

/// 191 records of iNaturalist, four of them obscured.
#[test]
fn birds_of_inaturalist() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let input = root()
        .join("../shared/data/biodiversity/inat_gilgit_baltistan_birds/inat_open_cc0_ccby.csv");
    let out = dir.path().join("out");
    let said = run(&input, &out, &["--json"]).good();
    let about = said.json();
    // subspecies belong to their species; 37 repeat species, day and place
    let of = |name: &str| about[name].as_u64().unwrap();
    assert_eq!(
        (of("read"), of("kept"), of("for_maps"), of("species")),
        (191, 154, 95, 81)
    );
    assert_eq!(
        counts(&about["left_out"]),
        BTreeMap::from([("duplicate".into(), 37)])
    );
    let obscured = table(&out.join("records.csv"));
    let obscured = obscured
        .iter()
        .filter(|row| row["flags"].contains("coordinates_obscured"));
    let places: Vec<(&str, bool)> = obscured
        .map(|row| (row["use"].as_str(), row["uncertainty_m"].starts_with("28")))
        .collect();
    assert_eq!(places, [("list", true); 4]);
}
