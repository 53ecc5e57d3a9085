//! What the default method of the IPCC assumes on the fields of a project, from the table to the atlas.

use std::path::Path;

use serde_json::Value;

use crate::program::{Said, aimak, arg, findings, release};

const PROJECT: &str = r#"
[project]
id = "fields"
title.en = "Fields"
languages = ["en"]
crs = "EPSG:32643"
edition = { id = "1", date = "2026-11-30" }

[boundaries]
file = "areas.geojson"
code = "code"
name.en = "name"
organic_since = "since"

[[tables]]
id = "fields"
kind = "managed_fields"
file = "fields.csv"
columns = { field = "name", aimak = "aimak", area_ha = "ha", on_organic_land = "organic", climate_zone = "zone", soil_group = "soil", land_before = "land_before", tillage_before = "tillage_before", input_before = "input_before", land_after = "land_after", tillage_after = "tillage_after", input_after = "input_after", manure_recorded = "manure", manure_diverted = "moved" }
"#;

/// Three squares side by side; the first became organic.
fn areas() -> String {
    let square = |code: &str, since: &str, left: f64| {
        let right = left + 0.2;
        format!(
            r#"{{"type":"Feature","properties":{{"code":"{code}","name":"{code}","since":{since}}},"geometry":{{"type":"Polygon","coordinates":[[[{left},42.0],[{right},42.0],[{right},42.2],[{left},42.2],[{left},42.0]]]}}}}"#
        )
    };
    let squares = [
        square("A", "\"2017\"", 75.0),
        square("B", "null", 75.2),
        square("C", "null", 75.4),
    ];
    format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        squares.join(",")
    )
}

const HEADER: &str = "name,aimak,ha,organic,zone,soil,land_before,tillage_before,input_before,land_after,tillage_after,input_after,manure,moved\n";

/// A: manure on one field, the other stays, of the third nobody knows the past; B: more residues; C: nothing is documented.
const FIELDS: &str =
    "planted-secret-1,A,4,yes,cool_temperate_dry,high_activity_clay,annual_crops,full,medium,annual_crops,full,high_with_manure,yes,no
planted-secret-2,A,4,no,cool_temperate_dry,high_activity_clay,annual_crops,full,medium,annual_crops,full,medium,,
planted-secret-3,A,2,no,cool_temperate_dry,high_activity_clay,,,,annual_crops,full,medium,,
planted-secret-1,B,7.5,,cool_temperate_dry,high_activity_clay,annual_crops,full,medium,annual_crops,full,high,,
planted-secret-1,C,3,,cool_temperate_dry,high_activity_clay,annual_crops,full,,annual_crops,full,medium,,
planted-secret-2,C,3,,cool_temperate_dry,high_activity_clay,annual_crops,full,medium,annual_crops,full,high_with_manure,yes,yes
";

fn run(dir: &Path, rows: &str) -> Said {
    for (name, text) in [
        ("monitoring.toml", PROJECT.to_owned()),
        ("areas.geojson", areas()),
        ("fields.csv", format!("{HEADER}{rows}")),
    ] {
        std::fs::write(dir.join(name), text).unwrap();
    }
    let (file, out) = (dir.join("monitoring.toml"), dir.join("release"));
    aimak(&["run", arg(&file), "--out", arg(&out)])
}

fn of<'a>(found: &[&'a Value], aimak: &str, land: &str) -> &'a Value {
    let fits = |f: &&&Value| f["subject"]["aimak"] == aimak && f["land"] == land;
    found.iter().find(fits).unwrap()
}

/// Value and both ends of the interval.
fn numbers(finding: &Value) -> [f64; 3] {
    let estimate = &finding["outcome"]["estimated"];
    let between = &estimate["interval"]["between"];
    assert_eq!(between["kind"], "parameter");
    [&estimate["value"], &between["lo"], &between["hi"]]
        .map(|number| number.as_f64().unwrap_or_else(|| panic!("{finding}")))
}

/// METHODS A.10.4: 43·0.77·0.37 = 12.2507 t/ha ± 47.268 % with manure, 43·0.77·0.04 = 1.3244 without.
#[test]
fn fields_of_a_project_by_hand_from_table_to_site() {
    let dir = tempfile::tempdir().unwrap();
    run(dir.path(), FIELDS).good();
    let out = dir.path().join("release");
    let release = release(&out);
    let found = findings(&release, "soc_tier1_change");
    let near = |a: f64, b: f64| assert!((a - b).abs() < 5e-5, "{a} against {b}");
    // half of the documented land gains; the field without a past does not count as unchanged
    let whole = of(&found, "A", "whole_aimak");
    let [value, lo, hi] = numbers(whole);
    near(value, 12.2507 / 2.0);
    near((hi - lo) / 2.0 / value, 0.472_68);
    assert_eq!(whole["outcome"]["estimated"]["sample"]["n"], 2);
    assert_eq!(whole["outcome"]["estimated"]["sample"]["of"], "fields");
    let notes = whole["evidence"]["notes"].as_array().unwrap();
    let left = notes
        .iter()
        .find(|note| note["id"] == "note-tier1-fields-left-out");
    let left = &left.unwrap()["args"];
    assert_eq!(
        (left["n"].as_f64(), left["hectares"].as_f64()),
        (Some(1.0), Some(2.0))
    );
    let evidence = &whole["evidence"];
    assert_eq!(evidence["design"], "default_method");
    assert_eq!(evidence["confidence"], "very_low");
    assert_eq!(evidence["claim"], "assumed_by_default_method");
    assert_eq!(evidence["parameters"]["estimate_kind"], "IPCC_TIER1");
    assert_eq!(evidence["parameters"]["factor_set"], "2019R");
    assert_eq!(whole["quantity"], "timeless");
    near(numbers(of(&found, "A", "organic"))[0], 12.2507);

    let open = of(&found, "B", "whole_aimak");
    let [value, lo, hi] = numbers(open);
    near(value, 1.3244);
    assert!(lo < 0.0 && 0.0 < hi);
    assert_eq!(open["evidence"]["claim"], "assumed_sign_not_determined");
    let refused = &of(&found, "C", "whole_aimak")["outcome"]["withheld"];
    assert_eq!(refused["reason"], "ACTIVITY_DATA_MISSING");
    assert_eq!(
        found.len(),
        4,
        "organic land only where rows say which it is"
    );

    let site = dir.path().join("site");
    aimak(&["atlas", arg(&out), "--out", arg(&site)]).good();
    let page = |name: &str| std::fs::read_to_string(site.join(name)).unwrap();
    let soil = page("en/aimak/A/soil.html");
    assert!(soil.contains("Assumed by the IPCC default method, not measured"));
    assert!(
        soil.contains("+6.1") && soil.contains("1 field (2\u{a0}ha) is left out"),
        "{soil}"
    );
    let soil = page("en/aimak/B/soil.html");
    assert!(soil.contains("the sign is not determined by the default method"));
    for wrong in ["changed by", "was seen", "independent of time"] {
        assert!(!soil.contains(wrong), "{wrong}");
    }
    let home = page("en/index.html");
    assert!(home.contains("assumed, not measured: 2"), "{home}");
    let said = aimak(&["explain", arg(&out), "B", "soc_tier1_change"]).good();
    assert!(
        said.out.contains("+1.3") && said.out.contains("(E3)"),
        "{}",
        said.out
    );
    for folder in [&out, &site] {
        for file in crate::program::files(folder) {
            let bytes = std::fs::read(folder.join(&file)).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("planted-secret"), "{}", file.display());
        }
    }
}

#[test]
fn mistakes_in_a_table_of_fields_are_told_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let rows = "f1,A,4,perhaps,cool_temperate_dry,high_activity_clay,annual_crops,full,medium,annual_crops,ploughed,medium,,
f2,A,0,no,cool,high_activity_clay,annual_crops,full,medium,annual_crops,full,medium,,
f3,Z,1,,cool_temperate_dry,high_activity_clay,annual_crops,full,medium,annual_crops,full,medium,,
f4,B,1,,cool_temperate_dry,chernozem,annual_crops,full,medium,annual_crops,full,medium,,
f4,B,1,,cool_temperate_dry,sandy,annual_crops,full,medium,annual_crops,full,medium,often,
f5,B,,,cool_temperate_dry,sandy,annual_crops,full,medium,annual_crops,full,medium,,
";
    let said = run(dir.path(), rows);
    assert_eq!(said.code, 1);
    for told in [
        "fields.csv",
        "perhaps",
        "ploughed",
        "A field has no area",
        "row 3",
        "Found: cool",
        "cool_temperate_dry",
        "Found: Z",
        "chernozem",
        "A field stands twice",
        "often",
        "row 7",
    ] {
        assert!(said.err.contains(told), "{told}: {}", said.err);
    }
    assert!(!dir.path().join("release").exists(), "nothing half-written");
}

/// A field that only stays as it was: the method knows no difference, and that is no open sign.
#[test]
fn land_that_stays_as_it_was_has_no_open_sign() {
    let dir = tempfile::tempdir().unwrap();
    let row = "f1,B,2,,warm_temperate_dry,sandy,annual_crops,full,low,annual_crops,full,low,,\n";
    run(dir.path(), row).good();
    let release = release(&dir.path().join("release"));
    let found = findings(&release, "soc_tier1_change");
    let stays = of(&found, "B", "whole_aimak");
    assert_eq!(numbers(stays), [0.0; 3]);
    assert_eq!(stays["evidence"]["claim"], "assumed_by_default_method");
    assert!(
        stays["evidence"]["notes"]
            .to_string()
            .contains("tier1-no-change")
    );
    let nothing = &of(&found, "A", "whole_aimak")["outcome"]["withheld"];
    assert_eq!(nothing["reason"], "NO_DATA");
}

/// The table of `aimak soil-tier1` with an aimak and an area in it is recognised as it is.
#[test]
fn init_knows_a_table_of_fields() {
    let dir = tempfile::tempdir().unwrap();
    let [areas_file, fields, project] =
        ["areas.geojson", "fields.csv", "p.toml"].map(|name| dir.path().join(name));
    std::fs::write(&areas_file, areas().replace("since", "organic_since")).unwrap();
    let table = "id,aimak,area_ha,mean_temperature_c,warmest_month_c,frost_days,precipitation_mm,potential_evapotranspiration_mm,elevation_m,wrb_group,sand_percent,clay_percent,land_before,tillage_before,input_before,land_after,tillage_after,input_after,manure_recorded,manure_diverted\n\
        1,B,2,7.5,20,150,330,900,1200,Kastanozem,30,22,annual_crops,full,medium,annual_crops,full,high,,\n";
    std::fs::write(&fields, table).unwrap();
    aimak(&[
        "init",
        arg(&areas_file),
        arg(&fields),
        "--out",
        arg(&project),
    ])
    .good();
    let text = std::fs::read_to_string(&project).unwrap();
    for line in [
        "kind = \"managed_fields\"",
        "field = \"id\"",
        "frost_days = \"frost_days\"",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    let out = dir.path().join("release");
    aimak(&["run", arg(&project), "--out", arg(&out)]).good();
    let release = release(&out);
    let found = findings(&release, "soc_tier1_change");
    let [value, ..] = numbers(of(&found, "B", "whole_aimak"));
    assert!((value - 1.3244).abs() < 5e-5, "{value}");
}
