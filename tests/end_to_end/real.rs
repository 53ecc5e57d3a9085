//! Real input, end to end; every expected number comes from somebody else.
//!
//! Project files lie in `tests/real/` and read `../shared/data`.

use std::{path::PathBuf, sync::OnceLock};

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{aimak, arg, findings, release, root, shared_data};

fn project(name: &str) -> PathBuf {
    root().join("tests/real").join(name)
}

/// Runs a real project and publishes its atlas; returns its release. The folder keeps both.
fn run(name: &str) -> (TempDir, Value) {
    let dir = tempfile::tempdir().unwrap();
    let (out, site) = (dir.path().join("release"), dir.path().join("site"));
    aimak(&["run", arg(&project(name)), "--out", arg(&out)]).good();
    aimak(&["atlas", arg(&out), "--out", arg(&site)]).good();
    for lang in ["ky", "ru", "en"] {
        assert!(
            site.join(lang).join("index.html").is_file(),
            "{name} {lang}"
        );
    }
    let release = release(&out);
    (dir, release)
}

/// Release of the South Moravian resurvey, made once for all tests.
fn south_moravia() -> &'static Value {
    static RELEASE: OnceLock<Value> = OnceLock::new();
    RELEASE.get_or_init(|| run("south_moravia.toml").1)
}

/// The value of a finding that carries a number.
fn value(finding: &Value) -> f64 {
    finding["outcome"]["estimated"]["value"]
        .as_f64()
        .unwrap_or_else(|| panic!("no number: {finding}"))
}

/// The finding of one aimak among `found`.
fn of<'a>(found: &[&'a Value], aimak: &str) -> Vec<&'a Value> {
    found
        .iter()
        .filter(|finding| finding["subject"]["aimak"] == aimak)
        .copied()
        .collect()
}

#[test]
fn fergana_fields_agree_with_exactextract() {
    if !shared_data() {
        return;
    }
    let (_dir, release) = run("fergana.toml");
    assert_eq!(release["aimaks"].as_array().unwrap().len(), 35);
    let series = findings(&release, "ndvi_season_mean");
    // exactextract 0.3.0 (Python) on the same polygons projected by GeoPandas, DN x 10000; fields 1, 2, 18, 35
    let expected = [
        (
            "F1",
            [
                2_673.509_895,
                5_096.871_508,
                2_820.005_364,
                6_306.846_936,
                2_952.193_482,
            ],
        ),
        (
            "F2",
            [
                760.181_365,
                1_311.709_111,
                2_679.185_378,
                7_259.373_580,
                2_376.856_732,
            ],
        ),
        (
            "F18",
            [
                2_419.262_539,
                5_637.084_720,
                3_529.563_836,
                6_622.520_481,
                1_074.484_417,
            ],
        ),
        (
            "F35",
            [
                2_154.222_263,
                5_971.215_270,
                3_411.335_735,
                7_031.985_970,
                1_794.774_016,
            ],
        ),
    ];
    for (field, bands) in expected {
        let dates: Vec<f64> = of(&series, field)
            .into_iter()
            .filter(|finding| {
                finding["quantity"]["at"]["date"]
                    .as_str()
                    .is_some_and(|date| date.len() == 10)
            })
            .map(value)
            .collect();
        assert_eq!(dates.len(), 5, "{field}");
        for (ours, theirs) in dates.iter().zip(bands) {
            // 2e-5: edges are densified here and not there
            assert!(
                (ours - theirs / 1e4).abs() < 2e-5,
                "{field}: {ours} against {}",
                theirs / 1e4
            );
        }
    }
}

#[test]
fn south_moravia_is_a_before_after_study_with_comparison() {
    if !shared_data() {
        return;
    }
    let release = south_moravia();
    let ph = findings(release, "soil_ph");
    // the head table codes every soil pH of 1985/86 as 0: never measured, so no change may be claimed
    for finding in ph
        .iter()
        .filter(|finding| !finding["quantity"]["change"].is_null())
    {
        assert!(finding["outcome"]["estimated"].is_null(), "{finding}");
    }
    let after = ph
        .iter()
        .find(|f| f["land"] == "whole_aimak" && f["quantity"]["state"]["period"] == "after")
        .unwrap();
    assert!(
        (6.0..8.5).contains(&value(after)),
        "dry grassland on calcareous rock: {after}"
    );
    let richness = findings(release, "species_richness");
    let change = |land: &str| {
        let found = richness
            .iter()
            .find(|f| f["land"] == land && !f["quantity"]["change"].is_null());
        (*found.unwrap()).clone()
    };
    assert_eq!(
        change("organic")["outcome"]["estimated"]["sample"]["n"],
        40,
        "plots inside protection"
    );
    assert_eq!(
        change("untreated")["outcome"]["estimated"]["sample"]["n"],
        50,
        "plots outside"
    );
    let difference = findings(release, "hill_order1")
        .into_iter()
        .find(|finding| {
            !finding["quantity"]["difference_of_changes"].is_null()
                && finding["subject"]["aimak"] == "SM"
        })
        .unwrap();
    assert_eq!(difference["evidence"]["design"], "within_aimak");
    let confidence = difference["evidence"]["confidence"].as_str().unwrap();
    assert!(
        ["very_low", "low"].contains(&confidence),
        "two pieces of land of one area: {confidence}"
    );
}

/// The finding of an indicator of South Moravia on some land whose quantity is of this kind.
fn moravian(indicator: &str, land: &str, quantity: &str) -> &'static Value {
    let found = findings(south_moravia(), indicator).into_iter();
    let mut fitting = found.filter(|f| f["land"] == land && !f["quantity"][quantity].is_null());
    fitting
        .find(|f| f["subject"]["aimak"] == "SM")
        .unwrap_or_else(|| panic!("{indicator} {land} {quantity}"))
}

/// Lower and upper end of an interval.
fn ends(finding: &Value) -> [f64; 2] {
    let between = &finding["outcome"]["estimated"]["interval"]["between"];
    ["lo", "hi"].map(|end| between[end].as_f64().unwrap())
}

/// R 4.2, vegan 2.6-4: `vegdist(rbind(before, after), "jaccard", binary = TRUE)` of each plot, layers of a species joined; `mean`,
/// `t.test(x)$conf.int`, and `t.test(inside, outside)$conf.int` for the difference.
#[test]
fn species_turned_over_less_inside_the_reserves_of_south_moravia() {
    if !shared_data() {
        return;
    }
    let close =
        |found: f64, expected: f64| assert!((found - expected).abs() < 1e-7, "{found}, {expected}");
    let expected = [
        (
            "organic",
            40,
            59.576_303_459_72,
            [56.014_422_68, 63.138_184_24],
        ),
        (
            "untreated",
            50,
            68.547_253_099_7,
            [65.393_375_58, 71.701_130_62],
        ),
    ];
    for (land, plots, mean, [lo, hi]) in expected {
        let found = moravian("species_turnover", land, "between");
        close(value(found), mean);
        assert_eq!(found["outcome"]["estimated"]["sample"]["n"], plots);
        let [low, high] = ends(found);
        close(low, lo);
        close(high, hi);
        // it is seen and no more: turnover is never zero
        assert_eq!(found["evidence"]["claim"], "observed");
        let notes = found["evidence"]["notes"].to_string();
        assert!(notes.contains("note-turnover-never-zero"), "{notes}");
        let [replaced, nested] = ["replacement", "nestedness"].map(|part| {
            value(moravian(
                &format!("species_turnover_{part}"),
                land,
                "between",
            ))
        });
        close(replaced + nested, mean);
    }
    let difference = moravian("species_turnover", "organic", "difference_of_changes");
    close(value(difference), -8.970_949_640_01);
    let [lo, hi] = ends(difference);
    close(lo, -13.662_080_769);
    close(hi, -4.279_818_511);
    assert_eq!(difference["evidence"]["claim"], "differed_from_comparison");
    let states = findings(south_moravia(), "species_turnover");
    assert!(
        states.iter().all(|f| f["quantity"]["state"].is_null()),
        "turnover has no state"
    );
}

/// Counted with Python's `csv` and `statistics` from the same three files.
#[test]
fn marked_species_of_south_moravia_are_counted_plot_by_plot() {
    if !shared_data() {
        return;
    }
    let of = |indicator, land| {
        let change = moravian(indicator, land, "change");
        (
            value(change),
            change["outcome"]["estimated"]["sample"]["n"].as_u64(),
        )
    };
    let (inside, n) = of("red_list_species", "organic");
    assert!((inside + 0.5).abs() < 1e-12 && n == Some(40));
    let (outside, n) = of("red_list_species", "untreated");
    assert!((outside + 0.38).abs() < 1e-12 && n == Some(50));
    let (inside, outside) = (
        of("indicator_species", "organic").0,
        of("indicator_species", "untreated").0,
    );
    assert!((inside + 2.0).abs() < 1e-12 && (outside + 4.24).abs() < 1e-12);
    let before = findings(south_moravia(), "red_list_species")
        .into_iter()
        .find(|f| f["land"] == "organic" && f["quantity"]["state"]["period"] == "before")
        .unwrap();
    assert!((value(before) - 1.1).abs() < 1e-12);
    let sources = before["evidence"]["inputs"].to_string();
    assert!(
        sources.contains("species_list"),
        "the list is an input: {sources}"
    );
}

#[test]
fn ala_archa_slopes_agree_with_gdaldem() {
    if !shared_data() {
        return;
    }
    let (_dir, release) = run("ala_archa.toml");
    let slopes = findings(&release, "slope_mean");
    assert_eq!(release["aimaks"].as_array().unwrap().len(), 2);
    // gdalwarp -r bilinear to EPSG:32643 at 30 m, gdaldem slope -p (Horn), exactextract mean (GDAL 3.6.2, 0.3.0).
    // Slope depends on the cell size, and ours is that of the source on the ground, not 30 m: hence 3 %.
    let mut ours: Vec<f64> = slopes
        .iter()
        .filter(|finding| finding["land"] == "whole_aimak")
        .map(|f| value(f))
        .collect();
    ours.sort_by(f64::total_cmp);
    for (ours, theirs) in ours.iter().zip([25.593_781, 35.711_569]) {
        assert!(
            (ours / theirs - 1.0).abs() < 0.03,
            "{ours} against {theirs}"
        );
    }
}

#[test]
fn rayons_make_a_base_map() {
    if !shared_data() {
        return;
    }
    let (_dir, release) = run("rayons.toml");
    assert_eq!(
        release["aimaks"].as_array().unwrap().len(),
        53,
        "rayons and cities of COD-AB"
    );
}

#[test]
fn the_broken_project_reports_everything_at_once_and_writes_nothing() {
    if !shared_data() {
        return;
    }
    let said = aimak(&["check", arg(&project("broken.toml")), "--json"]);
    assert_eq!(said.code, 1);
    let problems = said.json()["problems"].as_array().unwrap().clone();
    let codes: std::collections::BTreeSet<&str> = problems
        .iter()
        .filter_map(|problem| problem["code"].as_str())
        .collect();
    assert!(codes.len() >= 5, "{codes:?}");
    for problem in &problems {
        assert!(
            problem["words"].as_str().unwrap().lines().count() >= 3,
            "where, found, expected, hint: {problem}"
        );
    }
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("release");
    let said = aimak(&["run", arg(&project("broken.toml")), "--out", arg(&out)]);
    assert_eq!(said.code, 1);
    assert_eq!(
        std::fs::read_dir(dir.path()).unwrap().count(),
        0,
        "nothing was written"
    );
}
