//! Help, lists and refusals.

use crate::program::aimak;

#[test]
fn help_speaks_three_languages() {
    for (lang, word) in [("en", "Usage"), ("ru", "Вызов"), ("ky", "Чакыруу")] {
        for command in [
            "check",
            "run",
            "atlas",
            "serve",
            "demo",
            "indicators",
            "explain",
            "zonal",
            "trend",
            "composite",
            "productivity",
            "degradation",
            "landscape",
            "wind",
            "init",
            "rotation",
            "template",
            "plan",
            "plan-sampling",
            "schema",
            "texts",
        ] {
            let said = aimak(&[command, "--help", "--lang", lang]).good();
            assert!(said.out.contains(word), "{lang} {command}: {}", said.out);
            assert!(
                said.out.contains("aimak "),
                "{lang} {command} shows an example: {}",
                said.out
            );
            for word in ["⟦", "Possible values"] {
                assert!(!said.out.contains(word), "{lang} {command}: {}", said.out);
            }
        }
    }
}

/// No word of clap's own English may be left.
#[test]
fn mistakes_and_placeholders_speak_three_languages() {
    let lines: [&[&str]; 8] = [
        &["chek"],
        &["run", "x.toml"],
        &["check", "x.toml", "--oot"],
        &["demo", "--out"],
        &["serve", "x", "--port", "many"],
        &["composite", "--stack", "a", "--scenes", "b", "--out", "x"],
        &[
            "productivity",
            "--raster",
            "a",
            "--season",
            "10",
            "--out",
            "x",
        ],
        &[],
    ];
    let english = [
        "error:", "Usage", "OPTIONS", "COMMAND", "try '", "FILE", "os error",
    ];
    for lang in ["ru", "ky"] {
        for line in lines {
            let said = aimak(&[line, &["--lang", lang][..]].concat());
            assert_eq!(said.code, 2, "{line:?}");
            for word in english {
                assert!(!said.err.contains(word), "{lang} {line:?}: {}", said.err);
            }
        }
        let help = aimak(&["serve", "--help", "--lang", lang]).good().out;
        for word in ["OPTIONS", "SITE", "default"] {
            assert!(!help.contains(word), "{lang}: {help}");
        }
        let said = aimak(&["check", "/nowhere/monitoring.toml", "--lang", lang]);
        assert!(!said.err.contains("os error"), "{}", said.err);
    }
    let said = aimak(&["chek"]);
    assert!(said.err.contains("did you mean check?"), "{}", said.err);
}

#[test]
fn texts_for_the_editor_are_listed() {
    let said = aimak(&["texts", "--review"]).good();
    assert!(said.out.contains("nav-home\tky\t"), "{}", &said.out[..200]);
}

#[test]
fn every_listed_indicator_has_a_card() {
    let list = aimak(&["indicators", "--json"]).good().json();
    let ids: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|card| card["id"].as_str().unwrap())
        .collect();
    assert!(
        ids.contains(&"soc_stock")
            && ids.contains(&"ndvi_season_mean")
            && ids.contains(&"slope_mean")
    );
    for id in ids {
        let card = aimak(&["indicators", id]).good();
        assert!(
            card.out.contains(id) && card.out.contains("Formula"),
            "{}",
            card.out
        );
    }
}

#[test]
fn an_unknown_indicator_is_refused_with_the_known_ones() {
    let said = aimak(&["indicators", "soc_stok"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("soc_stok") && said.err.contains("soc_stock"),
        "{}",
        said.err
    );
}

#[test]
fn a_missing_project_file_is_named() {
    let said = aimak(&["check", "/nowhere/monitoring.toml"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("/nowhere/monitoring.toml"),
        "{}",
        said.err
    );
}

#[test]
fn the_schema_knows_the_sections_of_the_project_file() {
    let schema = aimak(&["schema"]).good().json();
    for section in [
        "project",
        "boundaries",
        "periods",
        "tables",
        "rasters",
        "parcels",
    ] {
        assert!(!schema["properties"][section].is_null(), "{section}");
    }
}
