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

const META: &str = r#"<archive xmlns="http://rs.tdwg.org/dwc/text/"><core encoding="windows-1251" fieldsTerminatedBy="\t"
  linesTerminatedBy="\n" fieldsEnclosedBy="" ignoreHeaderLines="1" rowType="http://rs.tdwg.org/dwc/terms/Occurrence">
  <files><location>occurrence.txt</location></files><id index="0" />
  <field index="1" term="http://rs.tdwg.org/dwc/terms/scientificName"/>
  <field index="3" term="http://rs.tdwg.org/dwc/terms/occurrenceStatus"/>
  <field index="4" term="http://rs.tdwg.org/dwc/terms/individualCount"/>
  <field index="5" term="http://rs.tdwg.org/dwc/terms/eventDate"/>
  <field index="6" term="http://rs.tdwg.org/dwc/terms/decimalLatitude"/>
  <field index="7" term="http://rs.tdwg.org/dwc/terms/decimalLongitude"/>
  <field index="8" term="http://rs.tdwg.org/dwc/terms/coordinateUncertaintyInMeters"/>
  <field index="10" term="http://rs.tdwg.org/dwc/terms/recordedBy"/>
  <field index="11" term="http://purl.org/dc/terms/license"/>
  <field index="12" term="http://rs.gbif.org/terms/1.0/issue"/>
  <field index="13" term="http://rs.tdwg.org/dwc/terms/informationWithheld"/>
  <field default="HUMAN_OBSERVATION" term="http://rs.tdwg.org/dwc/terms/basisOfRecord"/>
  <field index="9" default="WGS84" term="http://rs.tdwg.org/dwc/terms/geodeticDatum"/>
</core><extension rowType="http://rs.tdwg.org/dwc/terms/Occurrence"><files><location>verbatim.txt</location></files><coreid index="0"/></extension>
</archive>"#;

/// The same records in a table and in an archive with other separators, another encoding, constants and defaults.
#[test]
fn an_archive_and_a_table_say_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let rows = [
        "1,Capra sibirica,HUMAN_OBSERVATION,PRESENT,2,2024-05-14,42.25,74.75,30,WGS84,Айгүл \"А.\",CC0_1_0,,\"место; скрыто\"",
        "2,Ovis ammon,HUMAN_OBSERVATION,PRESENT,,2023-06,41.5,76,,WGS84,,CC_BY_4_0,COORDINATE_ROUNDED,",
        "3,Ovis ammon,HUMAN_OBSERVATION,ABSENT,,2023-07-01,41.5,76,100,WGS84,,CC_BY_4_0,,",
        "4,Pica pica,HUMAN_OBSERVATION,PRESENT,,2023-07-01,0,0,100,WGS84,,,,",
    ];
    let table = format!(
        "{HEADER},informationWithheld\n{}\n",
        rows.join("\n")
            .replace("\"А.\"", "\"\"А.\"\"")
            .replace("Айгүл \"\"А.\"\"", "\"Айгүл \"\"А.\"\"\"")
    );
    let table = write(dir.path(), "r.csv", &table);
    // ү is no letter of windows-1251: the observer is written without it on both sides
    std::fs::write(
        &table,
        std::fs::read_to_string(&table).unwrap().replace('ү', "у"),
    )
    .unwrap();
    let lines = rows
        .join("\n")
        .replace("\"место; скрыто\"", "место; скрыто")
        .replace('ү', "у");
    let text = format!(
        "{}\twithheld\n{}\n",
        HEADER.replace(',', "\t"),
        lines.replace(',', "\t").replace("WGS84", "")
    );
    let (text, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
    let files: [(&str, &[u8]); 3] = [
        ("d/meta.xml", META.as_bytes()),
        ("d/occurrence.txt", &text),
        ("d/verbatim.txt", b"1\tx\n"),
    ];
    let archive = pack(dir.path(), "a.zip", &files);
    let (table, archive) = (
        occurrences(&[table]).unwrap(),
        occurrences(&[archive]).unwrap(),
    );
    assert_eq!(
        (table.kept.len(), table.absences.len(), table.left_out.len()),
        (2, 1, 1)
    );
    assert_eq!(bare(&archive.kept), bare(&table.kept));
    assert_eq!(bare(&archive.absences), bare(&table.absences));
    let left = |read: &Occurrences| {
        read.left_out
            .iter()
            .map(|left| (left.row, left.id.clone(), left.rule))
            .collect::<Vec<_>>()
    };
    assert_eq!(left(&archive), left(&table));
    assert_eq!(
        table.kept[0].information_withheld.as_deref(),
        Some("место; скрыто")
    );
    assert!(
        archive.kept[0].file.ends_with("a.zip/d/occurrence.txt"),
        "{}",
        archive.kept[0].file
    );
}

/// A survey as the IPT packs it: events, some of them parts of others, with their records.
#[test]
fn records_take_over_what_their_events_say() {
    let dir = tempfile::tempdir().unwrap();
    let meta = r#"<archive><core rowType="http://rs.tdwg.org/dwc/terms/Event" ignoreHeaderLines="1"><files><location>event.csv</location></files>
        <id index="0"/><field index="1" term="dwc:parentEventID"/><field index="2" term="dwc:eventDate"/><field index="3" term="dwc:decimalLatitude"/>
        <field index="4" term="dwc:decimalLongitude"/><field index="5" term="dwc:samplingProtocol"/></core>
        <extension rowType="http://rs.tdwg.org/dwc/terms/Occurrence" ignoreHeaderLines="1"><files><location>one.csv</location><location>two.csv</location></files>
        <coreid index="0"/><field index="1" term="dwc:occurrenceID"/><field index="2" term="dwc:scientificName"/></extension></archive>"#;
    let events = "id,parent,date,lat,lon,how\nvalley,,2024-06-01/03,42.5,72.25,\nplot,valley,,,,quadrat 1 m2\n";
    let one = "event,id,name\nplot,o1,Tulipa greigii\n";
    let two = "event,id,name\nvalley,o2,Pica pica\nlost,o3,Pica pica\n";
    let files: [(&str, &[u8]); 4] = [
        ("meta.xml", meta.as_bytes()),
        ("event.csv", events.as_bytes()),
        ("one.csv", one.as_bytes()),
        ("two.csv", two.as_bytes()),
    ];
    let read = occurrences(&[pack(dir.path(), "a.zip", &files)]).unwrap();
    let tulip = read
        .kept
        .iter()
        .find(|record| record.species == "Tulipa greigii")
        .unwrap();
    assert_eq!(
        (tulip.id.as_deref(), tulip.place),
        (Some("o1"), Some([72.25, 42.5]))
    );
    assert_eq!(tulip.protocol.as_deref(), Some("quadrat 1 m2"));
    let days = tulip.days.unwrap();
    assert_eq!(
        (days.from.to_string(), days.to.to_string()),
        ("2024-06-01".into(), "2024-06-04".into())
    );
    assert_eq!(codes(&read.remarks), ["occurrences-orphan"]);
    assert_eq!(read.remarks[0].more.further_rows, [3]);
    assert_eq!(read.kept.len(), 3, "the lost one stays in lists");
}

#[test]
fn downloads_of_gbif_need_no_description() {
    let dir = tempfile::tempdir().unwrap();
    let simple = "gbifID\tspecies\tdecimalLatitude\tdecimalLongitude\tlocality\n7\tPica pica\t42.5\t72.5\tthe \"old mill\n";
    let zip = pack(dir.path(), "0001.zip", &[("0001.csv", simple.as_bytes())]);
    let text = write(dir.path(), "occurrence.txt", simple);
    for path in [zip, text] {
        let read = occurrences(&[path]).unwrap();
        assert_eq!(
            read.kept[0].id.as_deref(),
            Some("7"),
            "a quote is a letter here"
        );
    }
}

#[test]
fn exports_of_inaturalist_are_known() {
    let dir = tempfile::tempdir().unwrap();
    let text = "id,scientific_name,observed_on,latitude,longitude,positional_accuracy,coordinates_obscured,captive_cultivated,quality_grade,license\n\
                1,Gyps himalayensis,2023-07-02,34.09,74.39,31.0,True,false,research,CC-BY\n\
                2,Pica pica,2023-07-02,34.09,74.39,31.0,False,false,needs_id,\n\
                3,Tulipa gesneriana,2023-07-02,34.09,74.39,31.0,False,true,casual,CC0\n";
    let read = occurrences(&[write(dir.path(), "i.csv", text)]).unwrap();
    let codes = |place: usize| {
        read.kept[place]
            .flags
            .iter()
            .map(|flag| flag.code())
            .collect::<BTreeSet<_>>()
    };
    assert!(codes(0).is_superset(&BTreeSet::from([
        "coordinates_obscured",
        "uncertainty_over_1000_m"
    ])));
    assert!(read.kept[0].uncertainty_m.unwrap() > 28_000.0);
    assert!(codes(1).is_superset(&BTreeSet::from(["not_research_grade", "licence_not_open"])));
    assert_eq!(read.left_out[0].rule, Rule::CaptiveOrCultivated);
}

#[test]
fn what_is_wrong_with_files_is_told_together() {
    let dir = tempfile::tempdir().unwrap();
    let bad = [
        write(dir.path(), "names.csv", "id,latitude\n1,42\n"),
        write(dir.path(), "twice.csv", "species,eventDate,eventDate\nPica pica,2020,2021\n"),
        write(dir.path(), "wide.csv", "species,id\nPica pica,1,2\n"),
        write(dir.path(), "torn.txt", "gbifID\tspecies\n1\tPica pica\n2\n"),
        write(dir.path(), "open.csv", "species,id\n\"Pica pica,1\nOvis ammon,2\n"),
        write(dir.path(), "none.csv", "species,id\n"),
        dir.path().join("absent.csv"),
        write(dir.path(), "no.zip", "no zip"),
        pack(dir.path(), "two.zip", &[("a.csv", b"species\n"), ("b.csv", b"species\n")]),
        pack(dir.path(), "meta.zip", &[("meta.xml", b"<archive><core></archive>")]),
        pack(dir.path(), "taxa.zip", &[("meta.xml", br#"<archive><core rowType="x/Taxon"><files><location>t.txt</location></files></core></archive>"#)]),
        pack(dir.path(), "lost.zip", &[("meta.xml", META.as_bytes())]),
    ];
    let problems = occurrences(&bad).unwrap_err();
    let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for problem in &problems {
        let file = Path::new(&problem.file).strip_prefix(dir.path()).unwrap();
        found
            .entry(file.display().to_string())
            .or_default()
            .push(problem.code);
    }
    let expected = [
        ("absent.csv", "unreadable"),
        ("lost.zip/occurrence.txt", ""),
        ("lost.zip", "occurrences-zip-absent"),
        ("meta.zip/meta.xml", "occurrences-meta"),
        ("names.csv", "occurrences-no-name"),
        ("no.zip", "occurrences-zip-damaged"),
        ("none.csv", "sheet-no-rows"),
        ("open.csv", "occurrences-open-quote"),
        ("taxa.zip/meta.xml", "occurrences-no-records"),
        ("torn.txt", "occurrences-row-width"),
        ("twice.csv", "column-twice"),
        ("two.zip", "occurrences-zip-content"),
        ("wide.csv", "occurrences-row-width"),
    ];
    for (file, code) in expected.iter().filter(|(_, code)| !code.is_empty()) {
        assert_eq!(
            found.get(*file).map(Vec::as_slice),
            Some([*code].as_slice()),
            "{file}: {found:?}"
        );
    }
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
