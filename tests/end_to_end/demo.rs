//! The demo region, from its generator to the atlas.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use tempfile::TempDir;

use crate::program::{aimak, arg, files, release};

/// Region, release and site of the demo, made once for all tests.
pub struct Demo {
    dir: TempDir,
}

impl Demo {
    /// A folder beside the region.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
}

/// The demo; the first to ask makes it.
pub fn demo() -> &'static Demo {
    static DEMO: OnceLock<Demo> = OnceLock::new();
    DEMO.get_or_init(|| {
        let demo = Demo {
            dir: tempfile::tempdir().unwrap(),
        };
        aimak(&["demo", "--out", arg(&demo.path("region"))]).good();
        let project = demo.path("region").join("monitoring.toml");
        aimak(&[
            "run",
            arg(&project),
            "--out",
            arg(&demo.path("release")),
            "--threads",
            "2",
        ])
        .good();
        aimak(&[
            "atlas",
            arg(&demo.path("release")),
            "--out",
            arg(&demo.path("site")),
        ])
        .good();
        let release = demo.path("release");
        let out = demo.path("sticks");
        aimak(&["atlas", arg(&release), "--out", arg(&out), "--usb"]).good();
        let out = demo.path("single");
        aimak(&[
            "atlas",
            arg(&release),
            "--out",
            arg(&out),
            "--single-file",
            "all",
        ])
        .good();
        demo
    })
}

/// Every file of two folders is the same, byte for byte.
fn assert_same(one: &Path, other: &Path) {
    assert_eq!(files(one), files(other));
    for file in files(one) {
        let same =
            std::fs::read(one.join(&file)).unwrap() == std::fs::read(other.join(&file)).unwrap();
        assert!(same, "{} differs", file.display());
    }
}

#[test]
fn one_thread_and_two_give_the_same_bytes() {
    let demo = demo();
    let project = demo.path("region").join("monitoring.toml");
    // a release that stands there, with all its maps, is replaced
    std::fs::create_dir(demo.path("release-1")).unwrap();
    for file in files(&demo.path("release")) {
        let copy = demo.path("release-1").join(&file);
        std::fs::copy(demo.path("release").join(&file), copy).unwrap();
    }
    aimak(&[
        "run",
        arg(&project),
        "--out",
        arg(&demo.path("release-1")),
        "--threads",
        "1",
    ])
    .good();
    assert_same(&demo.path("release"), &demo.path("release-1"));
}

#[test]
fn publishing_twice_gives_the_same_bytes() {
    let demo = demo();
    aimak(&[
        "atlas",
        arg(&demo.path("release")),
        "--out",
        arg(&demo.path("site-2")),
    ])
    .good();
    assert_same(&demo.path("site"), &demo.path("site-2"));
}

#[test]
fn the_demo_is_sound() {
    let project = demo().path("region").join("monitoring.toml");
    aimak(&["check", arg(&project)]).good();
}

/// Properties named in the project are taken out of every effect; a misspelt one is told with the nearest name.
#[test]
fn declared_properties_of_the_aimaks_are_taken_out() {
    let release = release(&demo().path("release"));
    let effects = release["effects"].as_array().unwrap();
    assert!(!effects.is_empty());
    for effect in effects {
        let checks = effect["checks"].as_array().unwrap();
        let adjusted = checks
            .iter()
            .find(|check| check["id"] == "check-covariates");
        let adjusted = &adjusted.unwrap()["effect"];
        // where the effect itself is found, so it is with the slope taken out
        assert_eq!(
            adjusted["Ok"].is_null(),
            effect["effect"]["Ok"].is_null(),
            "{}: {adjusted}",
            effect["outcome"]
        );
    }
    let dir = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(demo().path("region").join("monitoring.toml")).unwrap();
    let misspelt = text.replace(
        "covariates = [\"slope_mean\"]",
        "covariates = [\"slop_mean\"]",
    );
    assert_ne!(text, misspelt);
    let project = dir.path().join("monitoring.toml");
    std::fs::write(&project, misspelt).unwrap();
    let said = aimak(&["check", arg(&project)]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("effects.covariates"), "{}", said.err);
    assert!(
        said.err.contains("did you mean slope_mean?"),
        "{}",
        said.err
    );
}

/// Aimaks that are not organic are likened to those that are; what one of them lies outside in is what its own numbers say.
#[test]
fn others_are_likened_to_the_organic_aimaks() {
    let release = release(&demo().path("release"));
    let reach = &release["reach"];
    let characteristics = reach["characteristics"].as_array().unwrap();
    let ids: Vec<&str> = characteristics
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        ids,
        ["slope_mean", "ndvi_season_mean", "soc_stock", "people"]
    );
    let candidates = reach["candidates"].as_array().unwrap();
    assert_eq!(
        (reach["base"].as_array().unwrap().len(), candidates.len()),
        (10, 14)
    );
    let people = |code: &serde_json::Value| -> f64 {
        let aimaks = release["aimaks"].as_array().unwrap();
        let aimak = aimaks.iter().find(|aimak| aimak["code"] == *code).unwrap();
        aimak["profile"]["people"].as_f64().unwrap()
    };
    let organic: Vec<f64> = reach["base"]
        .as_array()
        .unwrap()
        .iter()
        .map(people)
        .collect();
    for candidate in candidates {
        let found = &candidate["resemblance"];
        let outside = found["outside"].as_array().unwrap();
        assert_eq!(
            found["similarity"].as_f64().unwrap() < 0.0,
            !outside.is_empty()
        );
        let own = people(&candidate["aimak"]);
        assert_eq!(found["values"][3], own);
        let beyond =
            organic.iter().all(|other| *other < own) || organic.iter().all(|other| *other > own);
        assert_eq!(outside.contains(&"people".into()), beyond, "{candidate}");
    }
    let page = std::fs::read_to_string(demo().path("site").join("en/reach.html")).unwrap();
    assert!(page.contains("Of 14 other aimaks"), "{page}");
}

#[test]
fn every_indicator_of_the_demo_gives_numbers() {
    let release = release(&demo().path("release"));
    for card in release["cards"].as_array().unwrap() {
        let id = card["id"].as_str().unwrap();
        let findings = crate::program::findings(&release, id);
        let given = findings
            .iter()
            .filter(|finding| !finding["outcome"]["estimated"].is_null())
            .count();
        assert!(
            given >= 24,
            "{id}: {given} of {} findings carry a number",
            findings.len()
        );
    }
    assert_eq!(release["aimaks"].as_array().unwrap().len(), 24);
}

#[test]
fn aimaks_organic_before_monitoring_have_no_effect() {
    let release = release(&demo().path("release"));
    let always =
        |finding: &&serde_json::Value| finding["outcome"]["withheld"]["reason"] == "ALWAYS_ORGANIC";
    let aimaks: std::collections::BTreeSet<String> = release["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(always)
        .map(|finding| finding["subject"]["aimak"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(aimaks.len(), 2, "{aimaks:?}");
}

#[test]
fn no_private_fact_reaches_release_site_stick_or_single_file() {
    let demo = demo();
    let secrets = aimak_science::simulate::Definition::default().private_facts();
    assert!(!secrets.is_empty());
    let region: String = files(&demo.path("region"))
        .iter()
        .filter_map(|file| std::fs::read_to_string(demo.path("region").join(file)).ok())
        .collect();
    for secret in &secrets {
        assert!(region.contains(secret.as_str()), "{secret} was planted");
    }
    for folder in ["release", "site", "sticks", "single"] {
        for file in files(&demo.path(folder)) {
            let bytes = std::fs::read(demo.path(folder).join(&file)).unwrap();
            for secret in &secrets {
                let found = bytes
                    .windows(secret.len())
                    .any(|window| window == secret.as_bytes());
                assert!(!found, "{secret} stands in {folder}/{}", file.display());
            }
        }
    }
}

#[test]
fn base_map_and_relief_come_from_named_columns_and_the_dem() {
    let demo = demo();
    let release = release(&demo.path("release"));
    let backdrop = &release["backdrop"];
    let layers = serde_json::json!(["rivers", "lakes", "roads", "villages"]);
    assert_eq!(backdrop["base"]["sources"], layers);
    assert_eq!(backdrop["relief"]["sources"], serde_json::json!(["dem"]));
    let read = |place: &Path| std::fs::read_to_string(place).unwrap();
    let villages = read(&demo.path("region").join("villages.geojson"));
    let base_map = read(&demo.path("release").join("basemap.geojson"));
    assert!(villages.contains("keeper") && !base_map.contains("keeper"));
    for kind in ["river", "lake", "road", "place"] {
        assert!(base_map.contains(&format!("\"kind\":\"{kind}\"")), "{kind}");
    }
    for archive in ["base", "relief", "soil_loss_water", "ndvi_trend"] {
        let file = demo.path("site").join(format!("tiles/{archive}.pmtiles"));
        let bytes = std::fs::metadata(&file).unwrap().len();
        assert!((1_000..8_000_000).contains(&bytes), "{archive}: {bytes}");
    }
}

#[test]
fn explain_tells_inputs_formula_and_version() {
    let release = demo().path("release");
    let said = aimak(&["explain", arg(&release), "DEMO-01", "soc_stock"]).good();
    for word in ["sha256", "soil.csv", env!("CARGO_PKG_VERSION"), "Formula"] {
        assert!(said.out.contains(word), "{word}: {}", said.out);
    }
    // a unit does not break: its spaces are no-break ones
    for words in [
        "(DEMO-01)",
        "2012–2015",
        "t\u{a0}C/ha",
        "carbon stock down to",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert!(
        said.out.find("Value, 2012–2015") < said.out.find("Value, 2020–2023"),
        "before stands before after"
    );
    // DEMO-02 was organic before anybody looked: no change, so no confidence in one
    let said = aimak(&["explain", arg(&release), "DEMO-02", "soc_stock"]).good();
    let refused: Vec<&str> = said
        .out
        .split("\n\n")
        .filter(|block| block.contains("Not shown: "))
        .collect();
    assert!(!refused.is_empty(), "{}", said.out);
    for block in refused {
        assert!(!block.contains("Confidence"), "{block}");
        assert!(block.contains("no “before”; organic since"), "{block}");
    }
    let said = aimak(&["explain", arg(&release), "DEMO-05", "soc_stock"]).good();
    assert!(
        said.out.contains("No other land was compared here"),
        "{}",
        said.out
    );
    let said = aimak(&["explain", arg(&release), "DEMO-99", "soc_stock"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("DEMO-24"), "{}", said.err);
}

#[test]
fn a_folder_that_is_no_release_is_left_alone() {
    let demo = demo();
    let precious = demo.path("precious");
    std::fs::create_dir(&precious).unwrap();
    std::fs::write(precious.join("thesis.txt"), "years of work").unwrap();
    let project = demo.path("region").join("monitoring.toml");
    let said = aimak(&["run", arg(&project), "--out", arg(&precious)]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert_eq!(
        std::fs::read_to_string(precious.join("thesis.txt")).unwrap(),
        "years of work"
    );
}

/// `aimak run` and the commands for direct use ask the same engine; a second path would drift from the first. Borders differ by
/// the digits of two ways through PROJ, far below a millimetre.
#[test]
fn run_says_what_the_direct_commands_say() {
    let demo = demo();
    let region = |name: &str| demo.path("region").join(name);
    let release = release(&demo.path("release"));
    trends_agree(&region, demo, &release);
    degradation_agrees(&region, demo, &release);
}

/// The estimate of an indicator for the whole of an aimak.
fn whole<'a>(release: &'a serde_json::Value, indicator: &str, code: &str) -> &'a serde_json::Value {
    let findings = crate::program::findings(release, indicator);
    let wanted =
        |f: &&&serde_json::Value| f["subject"]["aimak"] == code && f["land"] == "whole_aimak";
    let found = findings.iter().find(wanted).unwrap();
    &found["outcome"]["estimated"]
}

/// Rows of a CSV file without quoted cells.
fn csv(path: &Path) -> Vec<std::collections::HashMap<String, String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line: &str| {
        let cells = names.iter().zip(line.split(','));
        cells
            .map(|(name, cell)| ((*name).to_owned(), cell.to_owned()))
            .collect()
    };
    lines.map(row).collect()
}

fn trends_agree(region: &dyn Fn(&str) -> PathBuf, demo: &Demo, release: &serde_json::Value) {
    let out = demo.path("direct-trend");
    aimak(&[
        "trend",
        "--raster",
        arg(&region("ndvi.tif")),
        "--test",
        "hamed-rao",
        "--polygons",
        arg(&region("boundaries.geojson")),
        "--id",
        "code",
        "--out",
        arg(&out),
    ])
    .good();
    let rows = csv(&out.join("polygons.csv"));
    let mut compared = 0;
    for row in &rows {
        let run = whole(release, "ndvi_trend", &row["code"]);
        // the run leaves out years of which it saw too little; the direct command reports what is there
        if run["sample"]["n"].as_f64().unwrap() == row["n"].parse::<f64>().unwrap() {
            let direct: f64 = row["slope_per_year"].parse().unwrap();
            assert!(
                (run["value"].as_f64().unwrap() - direct).abs() < 1e-8,
                "{}",
                row["code"]
            );
            compared += 1;
        }
    }
    assert!(
        compared > 12,
        "{compared} of {} aimaks could be compared",
        rows.len()
    );
}

fn degradation_agrees(region: &dyn Fn(&str) -> PathBuf, demo: &Demo, release: &serde_json::Value) {
    let out = demo.path("direct-degradation");
    aimak(&[
        "degradation",
        "--productivity",
        arg(&region("ndvi.tif")),
        "--land-cover",
        arg(&region("land_cover.tif")),
        "--legend",
        "unccd7",
        "--soil-carbon",
        arg(&region("soil_carbon.tif")),
        "--baseline",
        "2000-2015",
        "--reporting",
        "2009-2024",
        "--polygons",
        arg(&region("boundaries.geojson")),
        "--id",
        "code",
        "--out",
        arg(&out),
    ])
    .good();
    let rows = csv(&out.join("polygons.csv"));
    let mut compared = 0;
    for row in rows
        .iter()
        .filter(|row| row["map"] == "sdg" && row["class"] == "degraded")
    {
        let run = whole(release, "land_degraded_share", &row["code"]);
        let (Some(run), Ok(direct)) = (run["value"].as_f64(), row["share_percent"].parse::<f64>())
        else {
            continue;
        };
        assert!(
            (run - direct).abs() < 1e-4,
            "{}: {run} and {direct}",
            row["code"]
        );
        compared += 1;
    }
    assert!(compared > 12, "{compared} aimaks could be compared");
}

#[test]
fn trend_and_land_degradation_are_maps_of_release_and_site() {
    let demo = demo();
    let release = release(&demo.path("release"));
    let maps = release["maps"].as_array().unwrap();
    let indicators: Vec<&str> = maps
        .iter()
        .filter_map(|map| map["indicator"].as_str())
        .collect();
    assert_eq!(
        indicators,
        [
            "soil_loss_water",
            "soil_loss_water",
            "soil_loss_water",
            "ndvi_trend",
            "land_degraded_share",
            "productivity_degraded_share"
        ]
    );
    for map in maps {
        let asset = |key: &str| {
            let path = map[key].as_str().unwrap();
            let mut assets = release["assets"].as_array().unwrap().iter();
            assert!(
                assets.any(|asset| asset["path"] == path),
                "{path} is no asset"
            );
            demo.path("release").join(path)
        };
        let tiff = std::fs::read(asset("raster")).unwrap();
        // a cloud-optimised file says so in front, before its tiles
        let head = String::from_utf8_lossy(&tiff[..512]).into_owned();
        assert!(
            head.contains("LAYOUT=IFDS_BEFORE_DATA"),
            "{}",
            map["raster"]
        );
        asset("picture");
        let id = map["indicator"].as_str().unwrap();
        let stem = map["picture"].as_str().unwrap().trim_end_matches(".png");
        for lang in ["ky", "ru", "en"] {
            let page = demo
                .path("site")
                .join(format!("{lang}/indicator/{id}.html"));
            let page = std::fs::read_to_string(page).unwrap();
            assert!(
                page.contains(&format!("data/cells-{stem}.png")),
                "{lang} {stem}"
            );
        }
        assert!(
            demo.path("site")
                .join(format!("data/cells-{stem}.png"))
                .is_file()
        );
    }
}
