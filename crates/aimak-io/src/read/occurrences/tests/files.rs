//! Archives and files of other makers, and what can be wrong with them.

use super::*;

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
