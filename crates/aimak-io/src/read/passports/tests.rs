//! Small tables of places: what may be published, and what is reported.

use aimak_core::{Arg, PassportAuthor, PassportPlace, PlaceKind, Silent, StateClass};
use image::RgbImage;
use proptest::prelude::*;
use tempfile::TempDir;

use super::{super::load, publish, record::Record, *};
use crate::{demo::camera, read::Loaded};

/// An area of a tenth of a degree, and another east of it.
const AREAS: &str = r#"{ "type": "FeatureCollection", "features": [
    { "type": "Feature", "properties": { "code": "A" },
      "geometry": { "type": "Polygon", "coordinates": [[[72.0, 42.0], [72.1, 42.0], [72.1, 42.1], [72.0, 42.1], [72.0, 42.0]]] } },
    { "type": "Feature", "properties": { "code": "B" },
      "geometry": { "type": "Polygon", "coordinates": [[[72.1, 42.0], [72.2, 42.0], [72.2, 42.1], [72.1, 42.1], [72.1, 42.0]]] } }
] }"#;
const PROJECT: &str = r#"
[project]
id = "p"
title = { en = "P" }
crs = "EPSG:32642"
edition = { id = "1", date = "2026-06" }
[boundaries]
file = "areas.geojson"
code = "code"
[eco_passports]
places = "places.csv"
observations = "seen.csv"
photos = "photos.csv"
"#;
const PLACES: &str = "id,name_ky,aimak,kind,longitude,latitude,exact_point_public,sensitivity,consent,recorded,knowledge_ky,adult_author,adult_author_may_be_named,school,class\n";
const SEEN: &str = "place,date,state,judged_by,species,sensitivity\n";
const PHOTOS: &str = "place,file,consent,recognisable_face,face_consent,taken\n";

/// A project with these rows and a photo called `a.jpg`.
fn project(places: &str, seen: &str, photos: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(dir.path().join(name), bytes).unwrap();
    write("monitoring.toml", PROJECT.as_bytes());
    write("areas.geojson", AREAS.as_bytes());
    write("places.csv", format!("{PLACES}{places}").as_bytes());
    write("seen.csv", format!("{SEEN}{seen}").as_bytes());
    write("photos.csv", format!("{PHOTOS}{photos}").as_bytes());
    let grey = RgbImage::from_pixel(60, 40, image::Rgb([90, 90, 90]));
    write("a.jpg", &camera::jpeg(&grey, 1));
    dir
}

fn loaded(dir: &TempDir) -> Result<Loaded, Vec<Problem>> {
    load(&dir.path().join("monitoring.toml"), &Silent)
}

fn good(places: &str, seen: &str, photos: &str) -> Loaded {
    loaded(&project(places, seen, photos)).unwrap()
}

/// Codes of problems with row and column, in their order.
fn bad(places: &str, seen: &str, photos: &str) -> Vec<(&'static str, Option<usize>, String)> {
    let problems = loaded(&project(places, seen, photos)).unwrap_err();
    let told = |problem: Problem| {
        (
            problem.code,
            problem.row,
            problem.column.unwrap_or_default(),
        )
    };
    problems.into_iter().map(told).collect()
}

/// A row of an unremarkable public place, with these cells instead.
fn row(id: &str, at: &str, exact: &str, sensitivity: &str, consent: &str) -> String {
    format!("{id},Булак,A,spring,{at},{exact},{sensitivity},{consent},2024-05-18,,,,,\n")
}

const AT: &str = "72.0537,42.0729";

/// The place of the only record, as published.
fn place_of(places: &str, seen: &str) -> PassportPlace {
    good(places, seen, "").passports.published.shown[0].place
}

fn cell(west: f64, south: f64, size_degrees: f64) -> (f64, f64, f64) {
    (west, south, size_degrees)
}

#[test]
fn a_place_is_a_cell_unless_the_record_says_otherwise() {
    let shown = |exact: &str, sensitivity: &str, seen: &str| match place_of(
        &row("a", AT, exact, sensitivity, "public"),
        seen,
    ) {
        PassportPlace::Cell {
            west,
            south,
            size_degrees,
            uncertainty_m,
        } => {
            assert!(uncertainty_m > 0.0);
            Some(cell(west, south, size_degrees))
        }
        PassportPlace::KeptBack | PassportPlace::NotRecorded => None,
        PassportPlace::Point {
            longitude,
            latitude,
        } => Some(cell(longitude, latitude, 0.0)),
    };
    let usual = Some(cell(72.05, 42.07, 0.01));
    assert_eq!(shown("", "", ""), usual);
    assert_eq!(shown("no", "0", ""), usual);
    assert_eq!(shown("yes", "", ""), Some(cell(72.0537, 42.0729, 0.0)));
    assert_eq!(shown("", "1", ""), None);
    assert_eq!(shown("", "2", ""), Some(cell(72.0, 42.0, 0.1)));
    assert_eq!(shown("", "4", ""), Some(cell(72.053, 42.072, 0.001)));
    // a species seen there only coarsens
    assert_eq!(
        shown("yes", "", "a,2024-05-18,,,Tulipa,2\n"),
        Some(cell(72.0, 42.0, 0.1))
    );
    assert_eq!(shown("", "", "a,2024-05-18,,,Tulipa,4\n"), usual);
    assert_eq!(
        shown("yes", "", "a,2024-05-18,,,Falco,1\n"),
        Some(cell(72.0537, 42.0729, 0.0))
    );
    assert_eq!(
        place_of(&row("a", ",", "", "", "public"), ""),
        PassportPlace::NotRecorded
    );
}

/// The area A ends at 72.1° E; a place there in the last hundredth of a cell would be told by the border.
#[test]
fn a_cell_that_the_border_cuts_gives_way_to_a_coarser_one() {
    let areas = AREAS
        .replace("72.1, 42.0", "72.102, 42.0")
        .replace("72.1, 42.1", "72.102, 42.1");
    let place = |sensitivity: &str| {
        let dir = project(
            &row("a", "72.1015,42.0729", "", sensitivity, "public"),
            "",
            "",
        );
        std::fs::write(dir.path().join("areas.geojson"), &areas).unwrap();
        loaded(&dir).unwrap().passports.published.shown[0].place
    };
    // a fifth of the cell 72.10–72.11 and a fiftieth of 72.1–72.2 lie in A
    assert_eq!(place(""), PassportPlace::KeptBack);
    assert_eq!(place("2"), PassportPlace::KeptBack);
    // all of the cell 72.101–72.102
    assert!(matches!(place("4"), PassportPlace::Cell { west, .. } if west == 72.101));
}

#[test]
fn half_a_diagonal_of_a_cell_as_worked_by_hand() {
    // 0.01° at 42.075° N: 1111.9 m by 1111.9·cos 42.075° = 825.4 m; ½·√(1111.9² + 825.4²) = 692.4
    let PassportPlace::Cell { uncertainty_m, .. } = place_of(&row("a", AT, "", "", "public"), "")
    else {
        panic!("a cell");
    };
    assert!((uncertainty_m - 692.0).abs() < 1.0, "{uncertainty_m}");
}

proptest! {
    #[test]
    fn a_cell_holds_its_place_and_is_the_same_for_all_places_in_it(
        longitude in 69.0..81.0_f64, latitude in 39.0..44.0_f64, category in 2..5_u8, move_x in 0.0..1.0_f64, move_y in 0.0..1.0_f64,
    ) {
        let told = |longitude: f64, latitude: f64| {
            let mut record = plain();
            record.at = Some((longitude, latitude));
            record.sensitivity = [Sensitivity::Tenth, Sensitivity::Hundredth, Sensitivity::Thousandth].get(usize::from(category) - 2).copied();
            publish::place(&record, &|_| 1.0)
        };
        let PassportPlace::Cell { west, south, size_degrees, uncertainty_m } = told(longitude, latitude) else {
            panic!("a cell");
        };
        let slack = 1e-9;
        prop_assert!(west - slack <= longitude && longitude <= west + size_degrees + slack);
        prop_assert!(south - slack <= latitude && latitude <= south + size_degrees + slack);
        // no farther from the middle than the uncertainty says, on a sphere of 111.19493 km a degree
        let north = (latitude - south - size_degrees / 2.0) * 111_194.93;
        let east = (longitude - west - size_degrees / 2.0) * 111_194.93 * latitude.to_radians().cos();
        prop_assert!(north.hypot(east) <= uncertainty_m * 1.01 + 1.0);
        let inside = (0.05 + 0.9 * move_x, 0.05 + 0.9 * move_y);
        let other = told(west + inside.0 * size_degrees, south + inside.1 * size_degrees);
        prop_assert_eq!(other, told(longitude, latitude));
    }
}

use aimak_science::disclosure::{consent::Consent, sensitive_species::Sensitivity};

fn plain() -> Record {
    Record {
        id: "a".to_owned(),
        name: aimak_core::LocalText::same("Булак"),
        aimak: aimak_core::AimakCode("A".to_owned()),
        kind: PlaceKind::Spring,
        at: None,
        exact_point_public: false,
        sensitivity: None,
        consent: Consent::Public,
        recorded: None,
        knowledge: aimak_core::LocalText::default(),
        threats: aimak_core::LocalText::default(),
        recommendations: aimak_core::LocalText::default(),
        author: record::Author::default(),
        states: Vec::new(),
        species: Vec::new(),
        photos: Vec::new(),
    }
}

#[test]
fn a_table_in_words_of_the_country_is_read() {
    let places = "ak-bulak,Ак-Булак,A,Булак,\"72,0537\",\"42,0729\",жок,,ачык,18.05.2024,даба,Гүлнара,жок,№ 3 мектеп,7-Б\n";
    let seen = "ak-bulak,2024-05-18,жакшы,чабандар,,\nak-bulak,2019,начар,окуучулар,,\nak-bulak,2019,,,Mentha,\nak-bulak,2021,,,Mentha,\n";
    let loaded = good(places, seen, "ak-bulak,a.jpg,public,жок,,2024-05-18\n");
    assert_eq!(loaded.remarks, []);
    let passport = &loaded.passports.published.shown[0];
    assert_eq!(
        (passport.kind, passport.recorded),
        (PlaceKind::Spring, "2024-05-18".parse().ok())
    );
    let states: Vec<StateClass> = passport.states.iter().map(|state| state.state).collect();
    assert_eq!(
        states,
        [StateClass::Poor, StateClass::Good],
        "in order of time"
    );
    assert_eq!(passport.species.len(), 1);
    assert_eq!(passport.species[0].last_seen, "2021".parse().ok());
    let pupils = PassportAuthor::Pupils {
        school: "№ 3 мектеп".into(),
        class: "7-Б".into(),
    };
    assert_eq!(passport.authors, [pupils], "the teacher did not agree");
    let photo = &passport.photos[0];
    assert_eq!(photo.large.path, "passport-ak-bulak-1.jpg");
    assert_eq!((photo.small.width, photo.small.height), (60, 40));
    assert_eq!(loaded.passports.photos.len(), 3, "in three sizes");
    assert_eq!(loaded.survey.passports, loaded.passports.published);
    let listed = |id: &str| loaded.survey.sources.iter().any(|source| source.path == id);
    assert!(!listed("places.csv"), "its checksum could be tried out");
}

#[test]
fn dates_of_sensitive_places_are_months() {
    let loaded = good(
        &row("a", AT, "", "3", "public"),
        "a,2024-05-18,good,experts,Tulipa,\na,2023,fair,experts,,\n",
        "a,a.jpg,public,no,,2024-05-18\n",
    );
    let passport = &loaded.passports.published.shown[0];
    let month = "2024-05".parse().ok();
    assert_eq!(
        (passport.recorded, passport.photos[0].taken),
        (month, month)
    );
    let dates: Vec<String> = passport.states.iter().map(|s| s.date.to_string()).collect();
    assert_eq!(dates, ["2023", "2024-05"]);
    assert_eq!(passport.species[0].last_seen, month);
}

#[test]
fn without_consent_nothing_is_published_and_that_is_said() {
    let places = row("a", AT, "", "", "")
        + &row("b", AT, "", "", "internal")
        + &row("c", AT, "", "", "public");
    let photos = "a,a.jpg,public,no,,\nc,a.jpg,,no,,\n";
    let loaded = good(&places, "a,2024,good,pupils,,\n", photos);
    let shown: Vec<&str> = loaded
        .passports
        .published
        .shown
        .iter()
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(shown, ["c"]);
    assert!(loaded.passports.photos.is_empty());
    let remarks: Vec<_> = loaded
        .remarks
        .iter()
        .map(|remark| (remark.code, remark.row))
        .collect();
    let missing = "passport-consent-missing";
    assert_eq!(remarks, [(missing, Some(2)), (missing, Some(3))]);
    assert_eq!(
        loaded.survey.exclusions,
        [],
        "two places are too few to be told"
    );
    let release = aimak_science::draft::release(&loaded.survey, Vec::new());
    let dir = tempfile::tempdir().unwrap();
    let written = dir.path().join("release");
    crate::write::release(&written, &release, &loaded, &[], &Silent).unwrap();
    let log = std::fs::read_to_string(written.join("log.txt")).unwrap();
    assert!(
        !log.contains("places.csv") && !log.contains("passport-consent"),
        "{log}"
    );
}

#[test]
fn numbers_of_what_is_left_out_are_told_from_five() {
    let many = |n: usize, consent: &str| -> String {
        (0..n)
            .map(|i| row(&format!("{consent}-{i}"), AT, "", "", consent))
            .collect()
    };
    let told = |aggregated: usize, internal: usize| {
        let places = many(aggregated, "aggregated_only") + &many(internal, "internal");
        let loaded = good(&places, "", "");
        let rows: Vec<usize> = loaded.survey.exclusions.iter().map(|e| e.rows).collect();
        (loaded.passports.published.counted_only, rows)
    };
    assert_eq!(told(4, 4), (None, vec![]));
    assert_eq!(told(5, 4), (Some(5), vec![5]));
    assert_eq!(told(6, 7), (Some(6), vec![6, 7]));
}

#[test]
fn photos_of_people_need_their_consent() {
    let shown = |row: &str| {
        let loaded = good(&super::tests::row("a", AT, "", "", "public"), "", row);
        let remarks: Vec<&str> = loaded.remarks.iter().map(|remark| remark.code).collect();
        (
            loaded.passports.published.shown[0].photos.len(),
            remarks.len(),
        )
    };
    assert_eq!(shown("a,a.jpg,public,no,,\n"), (1, 0));
    assert_eq!(shown("a,a.jpg,public,yes,yes,\n"), (1, 0));
    assert_eq!(shown("a,a.jpg,public,,,\n"), (0, 1), "nobody looked");
    assert_eq!(shown("a,a.jpg,internal,yes,no,\n"), (0, 0));
    assert_eq!(shown("a,a.jpg,aggregated_only,no,,\n"), (0, 0));
    let found = bad(
        &row("a", AT, "", "", "public"),
        "",
        "a,a.jpg,public,yes,,\n",
    );
    assert_eq!(
        found,
        [("photo-face-consent", Some(2), "face_consent".to_owned())]
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    let places = "a,Булак,A,river,72.05,42.05,,,public,,,,,,\n\
        a,Булак,A,tree,72.05,42.05,,,public,,,,,,\n\
        ак-булак,Булак,A,tree,72.05,42.05,,,public,,,,,,\n\
        d,Булак,Z,tree,72.05,42.05,,,public,,,,,,\n\
        e,,A,tree,72.05,,,,public,2027,,,,,\n\
        f,Булак,A,tree,42.05,72.05,yes,2,public,2024-02-30,,,,,\n\
        g,Булак,B,tree,72.05,42.05,,9,publik,,+996 555 123 456,,,,\n\
        h,Булак,B,tree,72.15,42.05,,,public,,чал: +996 555 123 456,,,,\n";
    let found = bad(
        places,
        "nobody,2024,good,pupils,,\nh,2024,,,,\nh,2024,good,,,\nh,,good,pupils,,\n",
        "h,b.jpg,public,no,,\nh,../areas.geojson,public,no,,\nh,areas.geojson,public,no,,\n",
    );
    let mut codes: Vec<(&str, Option<usize>)> = found.iter().map(|(c, r, _)| (*c, *r)).collect();
    codes.sort_unstable();
    let mut expected = [
        ("passport-word", Some(2)),
        ("passport-twice", Some(3)),
        ("passport-id", Some(4)),
        ("unknown-aimak", Some(5)),
        ("empty-cell", Some(6)),
        ("empty-cell", Some(6)),
        ("passport-date-later", Some(6)),
        ("coordinates-swapped", Some(7)),
        ("passport-sensitive-exact", Some(7)),
        ("not-a-date", Some(7)),
        ("passport-other-aimak", Some(8)),
        ("passport-word", Some(8)),
        ("passport-word", Some(8)),
        ("passport-contact", Some(9)),
        ("passport-unknown-place", Some(2)),
        ("observation-empty", Some(3)),
        ("empty-cell", Some(4)),
        ("empty-cell", Some(5)),
        ("photo-missing", Some(2)),
        ("photo-missing", Some(3)),
        ("photo-type", Some(4)),
    ];
    expected.sort_unstable();
    assert_eq!(codes, expected);
}

#[test]
fn a_mistyped_column_is_no_column_that_nobody_reads() {
    let dir = project("", "", "");
    let header = PLACES
        .replace("knowledge_ky", "knowlege_ky")
        .replace("sensitivity", "sensitivty");
    std::fs::write(dir.path().join("places.csv"), header).unwrap();
    let problems = loaded(&dir).unwrap_err();
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.code, problem.column.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        found,
        [
            ("passport-column", "sensitivty"),
            ("passport-column", "knowlege_ky"),
            ("no-field", "sensitivity")
        ]
    );
    assert_eq!(
        problems[0].hint.args["word"],
        Arg::Text("sensitivity".into())
    );
}

#[test]
fn what_was_withdrawn_is_not_published_again() {
    let dir = project(
        &(row("a", AT, "", "", "public")
            + &row("b", AT, "", "", "public")
            + &row("c", AT, "", "", "internal")),
        "",
        "a,a.jpg,public,no,,\n",
    );
    let list = "date,id,published\n2026-05-01,a,yes\n2026-05-02,c,no\n2026-05-03,a,yes\n";
    std::fs::write(dir.path().join("withdrawn.csv"), list).unwrap();
    let passports = loaded(&dir).unwrap().passports;
    let shown: Vec<&str> = passports
        .published
        .shown
        .iter()
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(shown, ["b"]);
    assert!(passports.photos.is_empty());
    let notes: Vec<_> = passports
        .published
        .withdrawn
        .iter()
        .map(|n| (n.id.as_str(), n.date.to_string()))
        .collect();
    assert_eq!(
        notes,
        [("a", "2026-05-01".to_owned())],
        "c was never public and leaves no trace"
    );
    std::fs::write(
        dir.path().join("withdrawn.csv"),
        "date,id,published\nsoon,a,yes\n",
    )
    .unwrap();
    assert_eq!(loaded(&dir).unwrap_err()[0].code, "not-a-date");
}

#[test]
fn a_project_without_the_section_has_no_passports() {
    let dir = project("", "", "");
    let bare = PROJECT.split("[eco_passports]").next().unwrap();
    std::fs::write(dir.path().join("monitoring.toml"), bare).unwrap();
    let loaded = loaded(&dir).unwrap();
    assert!(loaded.passports.published.is_empty() && loaded.passports.tables.is_empty());
}

#[test]
fn an_id_is_written_into_the_list_once_and_keeps_what_people_wrote() {
    let dir = project(&row("a", AT, "", "", "public"), "", "");
    let file = dir.path().join("monitoring.toml");
    let list = dir.path().join("withdrawn.csv");
    let note = aimak_core::WithdrawnPassport {
        id: "a".to_owned(),
        date: "2026-12-01".parse().unwrap(),
    };
    let withdrawal = list::from_project(&file, &note, false).unwrap();
    assert!(!withdrawal.listed && withdrawal.in_tables);
    assert!(!list.exists(), "nothing is written before");
    withdrawal.write().unwrap();
    let text = || std::fs::read_to_string(&list).unwrap();
    assert_eq!(text(), "date,id,published\n2026-12-01,a,no\n");
    assert!(loaded(&dir).unwrap().passports.published.shown.is_empty());
    // later it is found to have been published
    let again = list::from_project(&file, &note, true).unwrap();
    assert!(again.listed);
    again.write().unwrap();
    assert_eq!(
        text(),
        "date,id,published\n2026-12-01,a,no\n2026-12-01,a,yes\n"
    );
    list::from_project(&file, &note, true)
        .unwrap()
        .write()
        .unwrap();
    assert_eq!(text().lines().count(), 3);
    assert_eq!(
        loaded(&dir).unwrap().passports.published.withdrawn,
        std::slice::from_ref(&note)
    );
    std::fs::write(&list, "id;remark;published;date\nz;\"a letter\";yes;2025").unwrap();
    list::from_project(&file, &note, true)
        .unwrap()
        .write()
        .unwrap();
    assert_eq!(
        text(),
        "id;remark;published;date\nz;\"a letter\";yes;2025\na;;yes;2026-12-01\n"
    );
    let left = std::fs::read_dir(dir.path()).unwrap();
    let partial = left.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().contains("partial")
    });
    assert_eq!(partial.count(), 0);
}

#[test]
fn a_release_loses_a_passport_and_keeps_the_rest() {
    let places = row("a", AT, "", "", "public") + &row("b", AT, "", "", "public");
    let loaded = good(&places, "", "a,a.jpg,public,no,,\nb,a.jpg,public,no,,\n");
    let draft = aimak_science::draft::release(&loaded.survey, Vec::new());
    let dir = tempfile::tempdir().unwrap();
    let release = dir.path().join("release");
    crate::write::release(&release, &draft, &loaded, &[], &Silent).unwrap();
    let note = aimak_core::WithdrawnPassport {
        id: "a".to_owned(),
        date: "2026-12-01".parse().unwrap(),
    };
    assert!(crate::write::shows_passport(&release, "a").unwrap());
    let cleaned = crate::write::withdraw(&release, &note).unwrap().unwrap();
    assert!(
        crate::write::shows_passport(&release, "a").unwrap(),
        "not in place yet"
    );
    cleaned.put_in_place().unwrap();
    let read = crate::write::read_release(&release).unwrap();
    assert_eq!(read.passports.withdrawn, std::slice::from_ref(&note));
    for asset in &read.assets {
        let (sha256, bytes) = crate::digest::sha256_file(&release.join(&asset.path)).unwrap();
        assert_eq!(
            (&sha256, bytes),
            (&asset.sha256, asset.bytes),
            "{}",
            asset.path
        );
    }
    let names: Vec<String> = std::fs::read_dir(&release)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), read.assets.len() + 1);
    assert!(
        names.iter().all(|name| !name.starts_with("passport-a-")),
        "{names:?}"
    );
    assert!(names.iter().any(|name| name.starts_with("passport-b-")));
    assert!(crate::write::withdraw(&release, &note).unwrap().is_none());
}
