//! `aimak soil`: laboratory sheets, through the program.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use crate::program::{Said, aimak, arg, root, shared_data};

fn table(path: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(|line| line.split(','));
    let header: Vec<_> = lines.next().unwrap().map(str::to_owned).collect();
    lines
        .map(|row| {
            let row: Vec<_> = row.map(str::to_owned).collect();
            (row[0].clone(), header.iter().cloned().zip(row).collect())
        })
        .collect()
}

fn run(sheet: &str, dir: &Path, further: &[&str]) -> Said {
    let (layers, out) = (dir.join("sheet.csv"), dir.join("profiles.csv"));
    std::fs::write(&layers, sheet).unwrap();
    let mut args = vec!["soil", "--layers", arg(&layers), "--out", arg(&out)];
    args.extend(further);
    aimak(&args)
}

fn close(row: &BTreeMap<String, String>, column: &str, expected: f64) {
    let found: f64 = row[column]
        .parse()
        .unwrap_or_else(|_| panic!("{column}: {row:?}"));
    assert!(
        (found - expected).abs() < 5.1e-5,
        "{column}: {found}, {expected}"
    );
}

/// METHODS A.1–A.3: the profile of two layers, 57.9888 t/ha to 30 cm and 40.3932 to 20; humus 3.448 % is carbon 2 %.
#[test]
fn profiles_as_worked_by_hand() {
    let dir = tempfile::tempdir().unwrap();
    let sheet = "profile,top_cm,bottom_cm,organic_carbon_percent,humus_percent,bulk_density_g_per_cm3,coarse_percent,ph,sand_percent,silt_percent,clay_percent,p2o5_machigin_mg_per_kg\n\
        two,0,10,2.10,,1.18,8,8.2,30,48,22,14\n\
        two,10,30,1.55,,1.29,12,8.4,30,48,22,\n\
        humus,0,30,,3.448,,,7.5,,,,\n\
        gap,0,10,1.5,,1.2,0,,,,,\n\
        gap,20,30,1.0,,1.2,0,,,,,\n";
    run(sheet, dir.path(), &["--carbon", "dry-combustion"]).good();
    let rows = table(&dir.path().join("profiles.csv"));
    let two = &rows["two"];
    close(two, "soc_stock_t_per_ha", 57.9888);
    // thickness-weighted: (2.10·10 + 1.55·20)/30 % = 17.3333 g/kg
    close(two, "carbon_g_per_kg", 17.33333);
    let of = |row: &str, column: &str| rows[row][column].clone();
    assert_eq!(
        (of("two", "texture_class"), of("two", "p2o5_class")),
        ("loam".to_owned(), "low".to_owned())
    );
    assert_eq!(of("two", "carbon_method"), "dry_combustion");
    close(&rows["humus"], "carbon_g_per_kg", 20.0);
    assert_eq!(of("humus", "carbon_method"), "tyurin_humus");
    assert_eq!(of("humus", "soc_stock_reason"), "BULK_DENSITY_MISSING");
    assert!(of("humus", "soc_stock_t_per_ha").is_empty());
    assert_eq!(of("humus", "ph_class"), "neutral");
    assert_eq!(of("gap", "soc_stock_reason"), "GAP_AT_DEPTH");
    run(
        sheet,
        dir.path(),
        &["--carbon", "dry-combustion", "--depth", "20"],
    )
    .good();
    close(
        &table(&dir.path().join("profiles.csv"))["two"],
        "soc_stock_t_per_ha",
        40.3932,
    );
}

/// Total carbon of a calcareous soil without its carbonate is refused, and so are two methods in one profile.
#[test]
fn carbon_that_cannot_be_known_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let sheet = "profile,top_cm,bottom_cm,total_carbon_percent,carbonate_percent,humus_percent,ph\n\
        burnt,0,30,3.0,,,8.3\n\
        known,0,30,3.0,10,,8.3\n\
        mixed,0,10,,,3.0,7\n\
        mixed,10,30,1.0,0,,7\n";
    run(sheet, dir.path(), &[]).good();
    let rows = table(&dir.path().join("profiles.csv"));
    assert_eq!(rows["burnt"]["carbon_reason"], "CARBONATE_MISSING");
    close(&rows["known"], "carbon_g_per_kg", 17.9994);
    assert_eq!(rows["mixed"]["carbon_reason"], "METHOD_MISMATCH");
}

#[test]
fn mistakes_are_told_together() {
    let dir = tempfile::tempdir().unwrap();
    let sheet = "profile,top_cm,bottom_cm,humus_percent,organic_carbon_percent,ph\n\
        A,30,0,2,,7\nA,0,30,2,1,7\nA,30,50,130,,7\n,50,60,1,,7\nA,60,,1,,70\n";
    let said = run(sheet, dir.path(), &["--depth", "0", "--json"]);
    assert_eq!(said.code, 1);
    for code in [
        "soil-depth",
        "layer-upside-down",
        "carbon-twice",
        "out-of-range",
        "empty-cell",
    ] {
        assert!(said.out.contains(code), "{code}: {}", said.out);
    }
    assert!(!dir.path().join("profiles.csv").exists());
}

/// The survey of Nimroz (FAO): 0–30 cm, texture, carbon without bulk density. Every sample gets its concentration and no stock.
#[test]
fn the_soils_of_nimroz_have_concentrations_and_no_stocks() {
    if !shared_data() {
        return;
    }
    let file = root().join("../shared/data/soil/fao_soilassessment_soil_nimroz.csv");
    let text = std::fs::read_to_string(file).unwrap();
    let mut sheet = "profile,top_cm,bottom_cm,sand_percent,silt_percent,clay_percent,organic_carbon_percent,ph\n".to_owned();
    let mut layers = 0;
    for line in text.lines().skip(1) {
        let cells: Vec<_> = line.split(',').map(|cell| cell.trim_matches('"')).collect();
        let Some((top, bottom)) = cells[5].split_once('-') else {
            continue;
        };
        let (top, bottom) = (top.trim(), bottom.trim());
        let _ = writeln!(
            sheet,
            "{},{top},{bottom},{},{},{},{},{}",
            cells[1], cells[6], cells[7], cells[8], cells[9], cells[10]
        );
        layers += 1;
    }
    assert!(layers > 50, "{layers}");
    let dir = tempfile::tempdir().unwrap();
    // one sand is 612 %: told, and nothing is computed before somebody looks at the sheet again
    let said = run(&sheet, dir.path(), &[]);
    assert!(
        said.code == 1 && said.err.contains("Found: 612"),
        "{}",
        said.err
    );
    run(&sheet.replace(",612,", ",61.2,"), dir.path(), &[]).good();
    let rows = table(&dir.path().join("profiles.csv"));
    let with_carbon = rows
        .values()
        .filter(|row| !row["carbon_g_per_kg"].is_empty())
        .count();
    assert!(
        with_carbon * 10 > rows.len() * 7,
        "{with_carbon} of {}",
        rows.len()
    );
    assert!(
        rows.values()
            .all(|row| row["soc_stock_t_per_ha"].is_empty())
    );
    assert!(rows.values().all(|row| !row["soc_stock_reason"].is_empty()));
    let first = &rows["5"];
    close(first, "carbon_g_per_kg", 3.6);
    assert_eq!(
        (first["texture_class"].as_str(), first["ph_class"].as_str()),
        ("loam", "alkaline")
    );
}
