//! Eco-passports from the tables of the demo to the atlas, and out of it again.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use aimak_io::demo::{PLANTED, camera};
use tempfile::TempDir;

use crate::program::{aimak, arg, files, release};

/// A project of the demo's passports alone: no plots and no rasters, so that a run takes a moment.
fn project() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let whole = dir.path().join("whole");
    aimak(&["demo", "--out", arg(&whole)]).good();
    let folder = dir.path().join("project");
    std::fs::create_dir(&folder).unwrap();
    for file in files(&whole) {
        let name = file.to_str().unwrap();
        if name.starts_with("eco_") || name == "boundaries.geojson" {
            std::fs::copy(whole.join(&file), folder.join(&file)).unwrap();
        }
    }
    let text = std::fs::read_to_string(whole.join("monitoring.toml")).unwrap();
    std::fs::remove_dir_all(&whole).unwrap();
    let part = |from: &str, to: &str| {
        let rest = &text[text.find(from).unwrap()..];
        rest[..rest.find(to).unwrap()].to_owned()
    };
    let mut short =
        part("[project]", "# Organic land by year") + &part("[eco_passports]", "[disclosure]");
    short = short.replace(
        "copies = []",
        "copies = [\"stick of the school in Archa-Bel\"]",
    );
    std::fs::write(folder.join("monitoring.toml"), short).unwrap();
    dir
}

fn at(dir: &TempDir, name: &str) -> PathBuf {
    dir.path().join(name)
}

fn run(dir: &TempDir, release: &str, site: Option<&str>) {
    let file = at(dir, "project/monitoring.toml");
    aimak(&["run", arg(&file), "--out", arg(&at(dir, release))]).good();
    if let Some(site) = site {
        aimak(&[
            "atlas",
            arg(&at(dir, release)),
            "--out",
            arg(&at(dir, site)),
        ])
        .good();
    }
}

/// Longitude and latitude of each place that is told as a cell, as the table writes them.
fn coordinates(dir: &TempDir) -> Vec<[String; 2]> {
    let text = std::fs::read_to_string(at(dir, "project/eco_places.csv")).unwrap();
    let rows = text
        .lines()
        .skip(1)
        .filter(|row| !row.starts_with("archa-mazar"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split(',').collect();
        [cells[6].to_owned(), cells[7].to_owned()]
    })
    .collect()
}

/// A number of degrees as people and programs write it: with a comma, shorter, in minutes and in seconds.
fn spellings(degrees: &str) -> Vec<String> {
    let value: f64 = degrees.parse().unwrap();
    let (whole, minutes) = (value.floor(), value.fract() * 60.0);
    let seconds = minutes.fract() * 60.0;
    vec![
        degrees.to_owned(),
        degrees.replace('.', ","),
        format!("{value:.5}"),
        format!("{whole}°{:.0}′{seconds:.0}", minutes.floor()),
        format!("{whole}° {:.0}′ {seconds:.1}", minutes.floor()),
        format!("{whole}° {minutes:.3}"),
    ]
}

/// Files below a folder that hold one of the words.
fn holding(folder: &Path, words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files(folder) {
        let bytes = std::fs::read(folder.join(&file)).unwrap();
        for word in words {
            if bytes
                .windows(word.len())
                .any(|window| window == word.as_bytes())
            {
                found.push(format!("{}: {word}", file.display()));
            }
        }
    }
    found
}

#[test]
fn planted_private_facts_reach_neither_release_nor_site() {
    let dir = project();
    run(&dir, "release", Some("site"));
    let mut secrets: Vec<String> = PLANTED
        .into_iter()
        .chain(camera::PLANTED)
        .map(str::to_owned)
        .collect();
    for word in &secrets {
        assert!(
            !holding(&at(&dir, "project"), std::slice::from_ref(word)).is_empty(),
            "{word} was planted"
        );
    }
    let places = coordinates(&dir);
    assert_eq!(places.len(), 3);
    secrets.extend(
        places
            .iter()
            .flatten()
            .flat_map(|degrees| spellings(degrees)),
    );
    for folder in ["release", "site"] {
        assert_eq!(
            holding(&at(&dir, folder), &secrets),
            Vec::<String>::new(),
            "{folder}"
        );
    }
    // to four decimals; the corners of the public borders share some of them by chance
    let short = |degrees: &String| degrees[..degrees.len() - 2].to_owned();
    let short: Vec<String> = places.iter().flatten().map(short).collect();
    for folder in ["release", "site"] {
        let found = holding(&at(&dir, folder), &short).into_iter();
        let border = |file: &String| {
            ["outlines.", "headline."]
                .iter()
                .any(|name| file.contains(name))
        };
        assert_eq!(
            found.filter(|file| !border(file)).collect::<Vec<_>>(),
            Vec::<String>::new(),
            "{folder}"
        );
    }
    // no file of a private table, not even its name or checksum
    let names = ["eco_places.csv", "eco_photos.csv", "eco_pupils.jpg"].map(str::to_owned);
    assert_eq!(holding(&at(&dir, "release"), &names), Vec::<String>::new());
}

#[test]
fn the_atlas_shows_three_places_in_three_languages() {
    let dir = project();
    run(&dir, "release", Some("site"));
    let release = release(&at(&dir, "release"));
    let shown = release["passports"]["shown"].as_array().unwrap();
    let ids: Vec<&str> = shown
        .iter()
        .filter_map(|passport| passport["id"].as_str())
        .collect();
    assert_eq!(ids, ["ak-bulak", "archa-mazar", "kyzgaldak-jayyt"]);
    assert_eq!(shown[0]["place"]["cell"]["size_degrees"], 0.01);
    assert!(
        shown[1]["place"]["point"]["longitude"].is_f64(),
        "those who know it agreed"
    );
    assert_eq!(
        shown[2]["place"]["cell"]["size_degrees"], 0.1,
        "for the tulip"
    );
    assert_eq!(shown[2]["states"][0]["date"], "2018-04", "the month only");
    assert_eq!(
        shown[0]["photos"].as_array().unwrap().len(),
        1,
        "the class stays inside"
    );
    for (lang, words) in [
        (
            "ky",
            [
                "окуучулар, № 3 орто мектеби, 7-Б классы",
                "Жергиликтүү билим",
            ],
        ),
        (
            "ru",
            ["ученики, № 3 орто мектеби, 7-Б класс", "Местные знания"],
        ),
        (
            "en",
            ["pupils, № 3 орто мектеби, class 7-Б", "Local knowledge"],
        ),
    ] {
        let page = at(&dir, "site").join(lang).join("passport/ak-bulak.html");
        let page = std::fs::read_to_string(page).unwrap();
        for words in words {
            assert!(page.contains(words), "{lang}: {words}");
        }
    }
    for asset in release["assets"].as_array().unwrap() {
        let path = at(&dir, "release").join(asset["path"].as_str().unwrap());
        assert_eq!(
            std::fs::metadata(path).unwrap().len(),
            asset["bytes"].as_u64().unwrap()
        );
    }
}

#[test]
fn another_seed_moves_no_place() {
    let dir = project();
    run(&dir, "one", None);
    let file = at(&dir, "project/monitoring.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let seeded: String = text
        .lines()
        .map(|line| {
            if line.starts_with("seed = ") {
                "seed = 987654321"
            } else {
                line
            }
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    assert_ne!(seeded, text);
    std::fs::write(&file, seeded).unwrap();
    run(&dir, "other", None);
    let [one, other] = ["one", "other"].map(|name| release(&at(&dir, name)));
    assert_ne!(one["project"]["seed"], other["project"]["seed"]);
    assert_eq!(one["passports"], other["passports"]);
    let photos = |name: &str| -> Vec<Vec<u8>> {
        let folder = at(&dir, name);
        let photos = files(&folder).into_iter();
        let photos = photos.filter(|file| file.extension().is_some_and(|ending| ending == "jpg"));
        photos
            .map(|file| std::fs::read(folder.join(file)).unwrap())
            .collect()
    };
    assert_eq!(photos("one").len(), 9, "three photos in three sizes");
    assert!(photos("one") == photos("other"));
}

/// Release, site and list of a project, asked for a withdrawal.
fn withdraw(dir: &TempDir, id: &str, more: &[&str]) -> crate::program::Said {
    let [file, release, site] =
        ["project/monitoring.toml", "release", "site"].map(|name| at(dir, name));
    let mut args = vec![
        "withdraw",
        id,
        "--date",
        "2026-12-01",
        "--project",
        arg(&file),
        "--release",
        arg(&release),
        "--site",
        arg(&site),
    ];
    args.extend(more);
    aimak(&args)
}

/// Every file below a folder with its bytes.
fn bytes(dir: &TempDir) -> Vec<(PathBuf, Vec<u8>)> {
    let all = files(dir.path()).into_iter();
    all.map(|file| (file.clone(), std::fs::read(dir.path().join(&file)).unwrap()))
        .collect()
}

#[test]
fn a_withdrawn_passport_leaves_everything_and_does_not_come_back() {
    let dir = project();
    run(&dir, "release", Some("site"));
    let file = at(&dir, "project/monitoring.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("id = \"2026-1\"", "id = \"2026-2\"")).unwrap();
    run(&dir, "release", Some("site"));

    let before = bytes(&dir);
    let said = withdraw(&dir, "ak-bulak", &["--dry-run"]).good();
    assert!(said.err.contains("2026-2, 2026-1"), "{}", said.err);
    assert!(bytes(&dir) == before, "a dry run changes nothing");

    let said = withdraw(&dir, "ak-bulak", &["--json"]).good();
    assert_eq!(
        said.json()["sites"][0]["editions"],
        serde_json::json!(["2026-2", "2026-1"])
    );
    assert!(
        said.err.contains("stick of the school in Archa-Bel"),
        "{}",
        said.err
    );
    let traces = [
        "Ак-Булак",
        "Ak-Bulak",
        "7-Б",
        "passport-ak-bulak",
        "Mentha asiatica",
    ]
    .map(str::to_owned);
    for folder in ["release", "site"] {
        assert_eq!(
            holding(&at(&dir, folder), &traces),
            Vec::<String>::new(),
            "{folder}"
        );
    }
    for (edition, lang, words) in [
        ("", "ky", "Өтүнүч боюнча алынып салынды"),
        ("e/2026-1", "ru", "Снято по просьбе"),
        ("e/2026-2", "en", "Withdrawn on request"),
    ] {
        let page = at(&dir, "site")
            .join(edition)
            .join(lang)
            .join("passport/ak-bulak.html");
        assert!(
            std::fs::read_to_string(page).unwrap().contains(words),
            "{edition} {lang}"
        );
    }
    // atlas checks every checksum of the release again
    run(&dir, "release", Some("site"));
    assert_eq!(
        holding(&at(&dir, "site"), &traces),
        Vec::<String>::new(),
        "a later run"
    );
    let release = release(&at(&dir, "release"));
    assert_eq!(
        release["passports"]["withdrawn"],
        serde_json::json!([{ "id": "ak-bulak", "date": "2026-12-01" }])
    );
    let left: BTreeSet<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 3, "{left:?}");

    let said = withdraw(&dir, "ak-bulak", &[]).good();
    assert!(said.err.contains("it is not in there"), "{}", said.err);
    let said = withdraw(&dir, "ak-bulk", &[]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("ak-bulk"), "{}", said.err);
}

#[test]
fn an_internal_record_can_be_withdrawn_without_a_trace() {
    let dir = project();
    run(&dir, "release", Some("site"));
    withdraw(&dir, "hidden-spring", &[]).good();
    let list = std::fs::read_to_string(at(&dir, "project/withdrawn.csv")).unwrap();
    assert_eq!(list, "date,id,published\n2026-12-01,hidden-spring,no\n");
    run(&dir, "release", Some("site"));
    for folder in ["release", "site"] {
        assert_eq!(
            holding(&at(&dir, folder), &["hidden-spring".to_owned()]),
            Vec::<String>::new()
        );
    }
}

#[test]
fn without_a_project_the_program_says_what_is_missing() {
    let dir = project();
    run(&dir, "release", None);
    let folder = at(&dir, "release");
    let said = aimak(&[
        "withdraw",
        "ak-bulak",
        "--date",
        "2026-12-01",
        "--release",
        arg(&folder),
    ])
    .good();
    assert!(said.err.contains("--project"), "{}", said.err);
    let said = aimak(&["withdraw", "ak-bulak", "--date", "2026-12-01"]);
    assert_eq!(said.code, 1);
    let said = aimak(&[
        "withdraw",
        "ak-bulak",
        "--date",
        "soon",
        "--release",
        arg(&folder),
    ]);
    assert_eq!(said.code, 2, "{}", said.err);
}
