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
    // by hand: sd 2.8089 and 4.4755 of the layers, √(sd₁² + sd₂² + sd₁·sd₂) = 6.3632, ±1.96 of it
    close(two, "soc_stock_low", 45.5169);
    close(two, "soc_stock_high", 70.4607);
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

/// METHODS A.1 and A.6: a Kachinsky analysis is interpolated and says so; salt has a class by the paste alone.
#[test]
fn kachinsky_and_salt_as_worked_by_hand() {
    let dir = tempfile::tempdir().unwrap();
    let sheet = "profile,top_cm,bottom_cm,kachinsky_coarse_sand_percent,kachinsky_fine_sand_percent,kachinsky_coarse_silt_percent,kachinsky_medium_silt_percent,kachinsky_fine_silt_percent,kachinsky_clay_percent,physical_clay_percent,ec_ds_per_m,exchangeable_sodium_percent,ph\n\
        six,0,20,2,18,42,10,12,16,,6.0,20,8.4\n\
        one,0,20,,,,,,,38,6.0,,8.4\n\
        half,0,20,2,18,,,,16,,3.9,3,8.4\n";
    run(sheet, dir.path(), &["--ec", "saturated-paste"]).good();
    let rows = table(&dir.path().join("profiles.csv"));
    let of = |row: &str, column: &str| rows[row][column].clone();
    // 16 + 12·ln 2/ln 5 = 21.17 % of clay, 20 % of sand; physical clay 10 + 12 + 16
    assert_eq!(of("six", "texture_class"), "silt_loam");
    close(&rows["six"], "physical_clay_percent", 38.0);
    assert_eq!(of("six", "kachinsky_class"), "medium_loam");
    assert!(of("six", "remarks").contains("flag-soil-kachinsky-interpolated"));
    let recalled =
        ["six", "half"].map(|row| of(row, "remarks").contains("flag-class-limits-recalled"));
    assert_eq!(
        recalled,
        [true, false],
        "limits nobody looked up say so, and only where they are used"
    );
    assert_eq!(of("six", "salinity_class"), "saline_sodic");
    // physical clay names the soil and converts to nothing
    assert_eq!(
        (of("one", "kachinsky_class"), of("one", "texture_class")),
        ("medium_loam".to_owned(), String::new())
    );
    assert_eq!(
        (of("one", "salinity_class"), of("half", "salinity_class")),
        ("saline".to_owned(), "normal".to_owned())
    );
    assert_eq!(
        (of("six", "ph_class"), of("six", "ph_class_usda")),
        (
            "slightly_alkaline".to_owned(),
            "moderately_alkaline".to_owned()
        )
    );
    for (method, reason) in [
        (None, "METHOD_UNKNOWN"),
        (Some("one-to-five"), "METHOD_MISMATCH"),
    ] {
        let further: Vec<&str> = method
            .map(|method| ["--ec", method])
            .into_iter()
            .flatten()
            .collect();
        run(sheet, dir.path(), &further).good();
        let row = &table(&dir.path().join("profiles.csv"))["six"];
        assert_eq!(
            (
                row["salinity_class"].as_str(),
                row["salinity_reason"].as_str()
            ),
            ("", reason)
        );
    }
}

/// The spline of the doc's example: f = 2.25 − 0.001875·x² in the upper layer.
#[test]
fn standard_depths_keep_the_mean_of_every_layer() {
    let dir = tempfile::tempdir().unwrap();
    let sheet = "profile,top_cm,bottom_cm,organic_carbon_percent,bulk_density_g_per_cm3,coarse_percent\n\
        two,0,20,2.0,,\ntwo,20,40,1.0,,\nmass,0,30,2.0,1.2,10\nmass,30,100,1.0,1.4,20\nlone,0,30,1.0,,\n";
    let depths = dir.path().join("depths.csv");
    run(sheet, dir.path(), &["--spline", arg(&depths)]).good();
    let rows = crate::program::table(&depths);
    let of = |profile: &str, property: &str, top: &str| {
        let fits = |row: &&crate::program::Row| {
            row["profile"] == profile && row["property"] == property && row["top_cm"] == top
        };
        rows.iter()
            .find(fits)
            .unwrap_or_else(|| panic!("{profile} {property} {top}: {rows:?}"))
    };
    close(of("two", "carbon_g_per_kg", "0.0"), "value", 22.343_75);
    close(of("two", "carbon_g_per_kg", "5.0"), "value", 20.468_75);
    close(of("two", "carbon_g_per_kg", "15.0"), "value", 13.489_58);
    assert_eq!(
        of("two", "carbon_g_per_kg", "30.0")["reason"],
        "GAP_AT_DEPTH"
    );
    // carbon by volume keeps the stock: 10·(2·1.2·0.9·30 + 1·1.4·0.8·70)/100
    let by_volume = [
        ("0.0", 5.0),
        ("5.0", 10.0),
        ("15.0", 15.0),
        ("30.0", 30.0),
        ("60.0", 40.0),
    ];
    let stock: f64 = by_volume
        .iter()
        .map(|(top, thickness)| {
            thickness
                * of("mass", "carbon_kg_per_m3", top)["value"]
                    .parse::<f64>()
                    .unwrap()
        })
        .sum();
    assert!((stock / 100.0 - 14.32).abs() < 1e-9, "{stock}");
    // a curve needs two layers
    assert!(!of("lone", "carbon_g_per_kg", "0.0")["reason"].is_empty());
}

/// 20 samples on the line 0.1 + 1.2·x: humus 3.448 % is Tyurin carbon 2 %, which combustion would find as 2.5 %.
#[test]
fn tyurin_is_brought_to_combustion_by_twenty_pairs_and_not_by_nineteen() {
    let dir = tempfile::tempdir().unwrap();
    let pairs_file = dir.path().join("pairs.csv");
    let sheet = "profile,top_cm,bottom_cm,humus_percent\nA,0,30,3.448\nB,0,30,10\n";
    let pairs = |n: u32| {
        let mut text = "tyurin_carbon_percent,combustion_carbon_percent\n".to_owned();
        for i in 0..n {
            let x = 0.5 + 0.1 * f64::from(i);
            let _ = writeln!(text, "{x},{}", 0.1 + 1.2 * x);
        }
        std::fs::write(&pairs_file, text).unwrap();
    };
    pairs(20);
    let said = run(sheet, dir.path(), &["--calibrate", arg(&pairs_file)]).good();
    let rows = table(&dir.path().join("profiles.csv"));
    close(&rows["A"], "carbon_g_per_kg", 25.0);
    assert_eq!(rows["A"]["carbon_method"], "tyurin_calibrated");
    assert!(
        rows["B"]["remarks"].contains("flag-soil-extrapolated"),
        "{:?}",
        rows["B"]
    );
    assert!((said.out + &said.err).contains("Dry combustion = 0.1"));
    std::fs::remove_file(dir.path().join("profiles.csv")).unwrap();
    pairs(19);
    let said = run(sheet, dir.path(), &["--calibrate", arg(&pairs_file)]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("n = 19") && said.err.contains("20 pairs or more"),
        "{}",
        said.err
    );
    assert!(!dir.path().join("profiles.csv").exists());
}

/// METHODS A.7.2: scores 0.4882, 0.9341, 0.7595, 0.6065 and 0.8601 weigh to 0.6925.
#[test]
fn soil_health_as_worked_in_methods() {
    let dir = tempfile::tempdir().unwrap();
    let sheet = "profile,top_cm,bottom_cm,sand_percent,silt_percent,clay_percent,organic_carbon_percent,bulk_density_g_per_cm3,aggregates_percent,ph,potassium_mg_per_kg\n\
        all,0,30,20,65,15,1.8,1.25,25,7.8,120\n\
        few,0,30,20,65,15,1.8,,,7.8,\n\
        bare,0,30,,,,1.8,1.25,25,7.8,120\n";
    let said = run(
        sheet,
        dir.path(),
        &["--health", "3,4", "--carbon", "dry-combustion"],
    )
    .good();
    let rows = table(&dir.path().join("profiles.csv"));
    let all = &rows["all"];
    for (column, score) in [
        ("score_carbon", 0.4882),
        ("score_bulk_density", 0.9341),
        ("score_aggregates", 0.7595),
        ("score_ph", 0.6065),
        ("score_potassium", 0.8601),
        ("soil_health_index", 0.6925),
        ("soil_health_minimum", 0.4882),
    ] {
        close(all, column, score);
    }
    assert!(
        all["remarks"].contains("flag-soil-index-judgement flag-soil-index-calcareous")
            || all["remarks"].contains("flag-soil-index-calcareous"),
        "{all:?}"
    );
    assert_eq!(rows["few"]["soil_health_reason"], "FACTOR_MISSING");
    assert!(rows["few"]["soil_health_index"].is_empty() && !rows["few"]["score_ph"].is_empty());
    assert_eq!(rows["bare"]["soil_health_reason"], "FACTOR_MISSING");
    assert!((said.out + &said.err).contains("a summary and not a measurement"));
    let native = ["--health", "3,4", "--best-ph", "7.8"];
    run(sheet, dir.path(), &native).good();
    let row = &table(&dir.path().join("profiles.csv"))["all"];
    close(row, "score_ph", 1.0);
    assert!(!row["remarks"].contains("calcareous"));
    let said = run(sheet, dir.path(), &["--health", "5,1"]);
    assert_ne!(said.code, 0);
}

#[test]
fn texture_by_two_systems_and_odd_options_are_told_together() {
    let dir = tempfile::tempdir().unwrap();
    let sheet = "profile,top_cm,bottom_cm,sand_percent,kachinsky_clay_percent,exchangeable_sodium_percent\nA,0,30,20,16,120\n";
    let depths = dir.path().join("depths.csv");
    let further = [
        "--spline",
        arg(&depths),
        "--smoothing=-1",
        "--health",
        "3,4",
        "--best-ph",
        "70",
        "--json",
    ];
    let said = run(sheet, dir.path(), &further);
    assert_eq!(said.code, 1);
    for code in [
        "texture-twice",
        "out-of-range",
        "soil-smoothing",
        "soil-best-ph",
    ] {
        assert!(said.out.contains(code), "{code}: {}", said.out);
    }
}

/// Nimroz again: EC of the saturated paste with exchangeable sodium, and scores; FAO's own `saltClass` (soilassessment, R) divides at
/// 4 dS/m and 15 %.
#[test]
fn the_soils_of_nimroz_are_classed_by_salt_and_sodium() {
    if !shared_data() {
        return;
    }
    let file = root().join("../shared/data/soil/fao_soilassessment_soil_nimroz.csv");
    let text = std::fs::read_to_string(file).unwrap();
    let mut sheet =
        "profile,top_cm,bottom_cm,ph,ec_ds_per_m,exchangeable_sodium_percent\n".to_owned();
    let mut expected: BTreeMap<String, &str> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<_> = line.split(',').map(|cell| cell.trim_matches('"')).collect();
        let Some((top, bottom)) = cells[5].split_once('-') else {
            continue;
        };
        let (top, bottom) = (top.trim(), bottom.trim());
        let (Ok(ec), Ok(sodium)) = (cells[11].parse::<f64>(), cells[16].parse::<f64>()) else {
            continue;
        };
        let (Ok(_), Ok(_)) = (top.parse::<f64>(), bottom.parse::<f64>()) else {
            continue;
        };
        // one sample of each profile is enough for its uppermost layer
        if top != "0" || expected.contains_key(cells[1]) || sodium > 100.0 {
            continue;
        }
        let class = match (ec >= 4.0, sodium >= 15.0) {
            (false, false) => "normal",
            (true, false) => "saline",
            (false, true) => "sodic",
            (true, true) => "saline_sodic",
        };
        expected.insert(cells[1].to_owned(), class);
        let _ = writeln!(
            sheet,
            "{},{top},{bottom},{},{ec},{sodium}",
            cells[1], cells[10]
        );
    }
    assert!(expected.len() > 30, "{}", expected.len());
    let dir = tempfile::tempdir().unwrap();
    run(&sheet, dir.path(), &["--ec", "saturated-paste"]).good();
    let rows = table(&dir.path().join("profiles.csv"));
    for (profile, class) in &expected {
        assert_eq!(rows[profile]["salinity_class"], *class, "{profile}");
    }
}

/// `WoSIS` writes the middle of every layer; layers without gaps follow from it. 0.9802 %·1.57 g/cm³·30 cm = 46.167 t/ha.
#[test]
fn profiles_of_wosis_have_stocks_and_standard_depths() {
    if !shared_data() {
        return;
    }
    let file = root().join("../shared/data/soil/wosis_layers_asia_subset.csv");
    let text = std::fs::read_to_string(file).unwrap();
    let mut sheet = "profile,top_cm,bottom_cm,bulk_density_g_per_cm3,organic_carbon_g_per_kg,clay_percent,sand_percent,ph\n".to_owned();
    let mut reached: BTreeMap<String, f64> = BTreeMap::new();
    let mut layers = 0;
    for line in text.lines().skip(1) {
        let cells: Vec<_> = line.split(',').map(|cell| cell.trim_matches('"')).collect();
        let Ok(middle) = cells[1].parse::<f64>() else {
            continue;
        };
        let top = reached.entry(cells[0].to_owned()).or_default();
        let bottom = 2.0 * middle - *top;
        if bottom <= *top || bottom > 1000.0 {
            continue;
        }
        let number = |place: usize, over: f64| {
            let number = cells[place].parse::<f64>().ok();
            number.map_or(String::new(), |number| (number / over).to_string())
        };
        let _ = writeln!(
            sheet,
            "{},{top},{bottom},{},{},{},{},{}",
            cells[0],
            number(2, 1000.0),
            number(3, 1.0),
            number(4, 1.0),
            number(5, 1.0),
            number(6, 1.0)
        );
        *top = bottom;
        layers += 1;
    }
    assert!(layers > 500, "{layers}");
    let dir = tempfile::tempdir().unwrap();
    let depths = dir.path().join("depths.csv");
    let further = ["--carbon", "dichromate-corrected", "--spline", arg(&depths)];
    let said = run(&sheet, dir.path(), &further);
    assert_eq!(
        said.code,
        0,
        "{}",
        said.err.chars().take(2000).collect::<String>()
    );
    let rows = table(&dir.path().join("profiles.csv"));
    let known = &rows["CN_110008"];
    close(known, "carbon_g_per_kg", 9.802);
    close(known, "soc_stock_t_per_ha", 46.167_42);
    assert_eq!(known["texture_class"], "silty_clay_loam");
    let drawn = crate::program::table(&depths);
    assert!(drawn.iter().filter(|row| !row["value"].is_empty()).count() > 500);
}

/// METHODS A.10.4, cool temperate dry, high-activity clay: 43·0.77 = 33.11; with manure +12.2507 t/ha, ± 47.268 %.
#[test]
fn the_default_method_of_the_ipcc_never_speaks_without_its_interval() {
    let dir = tempfile::tempdir().unwrap();
    let (fields, out) = (dir.path().join("fields.csv"), dir.path().join("tier1.csv"));
    let sheet = "id,climate_zone,mean_temperature_c,warmest_month_c,frost_days,precipitation_mm,potential_evapotranspiration_mm,elevation_m,soil_group,wrb_group,land_before,tillage_before,input_before,land_after,tillage_after,input_after,manure_recorded,manure_diverted\n\
        manure,cool_temperate_dry,,,,,,,high_activity_clay,,annual_crops,full,medium,annual_crops,full,high_with_manure,yes,no\n\
        green,,7.5,20,150,330,900,1200,,Kastanozem,annual_crops,full,medium,annual_crops,full,high,,\n\
        moved,cool_temperate_dry,,,,,,,high_activity_clay,,annual_crops,full,medium,annual_crops,full,high_with_manure,yes,yes\n\
        unknown,cool_temperate_dry,,,,,,,high_activity_clay,,annual_crops,full,,annual_crops,full,high,,\n\
        warm,,12.8,26,80,330,900,700,,Calcisol,annual_crops,full,medium,annual_crops,full,medium,,\n";
    std::fs::write(&fields, sheet).unwrap();
    let run = || aimak(&["soil-tier1", "--fields", arg(&fields), "--out", arg(&out)]);
    let said = run().good();
    let rows = table(&out);
    close(&rows["manure"], "stock_before_t_per_ha", 33.11);
    close(&rows["manure"], "stock_after_t_per_ha", 45.3607);
    close(&rows["manure"], "change_20_years_t_per_ha", 12.2507);
    close(&rows["manure"], "co2_t_per_ha_year", -2.245_96);
    let number = |row: &str, column: &str| rows[row][column].parse::<f64>().unwrap();
    let half = (number("manure", "change_high") - number("manure", "change_low")) / 2.0;
    assert!((half / 12.2507 - 0.47268).abs() < 5e-5, "{half}");
    let of = |row: &str, column: &str| rows[row][column].as_str();
    assert_eq!(
        (of("manure", "sign"), of("manure", "estimate_kind")),
        ("gain", "IPCC_TIER1")
    );
    // 0.0662 t a year for 20 years, and the interval holds zero
    assert_eq!(of("green", "climate_zone"), "cool_temperate_dry");
    close(&rows["green"], "change_20_years_t_per_ha", 1.3244);
    assert_eq!(of("green", "sign"), "not_determined_by_the_default_method");
    assert!(number("green", "change_low") < 0.0 && number("green", "change_high") > 0.0);
    // manure that was only moved, and management nobody wrote down
    for withheld in ["moved", "unknown"] {
        assert_eq!(
            (
                of(withheld, "reason"),
                of(withheld, "change_20_years_t_per_ha")
            ),
            ("ACTIVITY_DATA_MISSING", "")
        );
    }
    // the warm valleys have another reference stock: 24·0.76
    assert_eq!(of("warm", "climate_zone"), "warm_temperate_dry");
    close(&rows["warm"], "stock_before_t_per_ha", 18.24);
    assert_eq!(of("warm", "sign"), "no_change");
    let heard = said.out + &said.err;
    assert!(
        heard.contains("never a measurement")
            && heard.contains("sign not determined by the default method"),
        "{heard}"
    );
    std::fs::remove_file(&out).unwrap();
    std::fs::write(
        &fields,
        sheet.replace(
            "annual_crops,full,medium,annual_crops,full,high,,",
            "wheat,full,medium,annual_crops,ploughed,high,,",
        ),
    )
    .unwrap();
    let said = run();
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("Found: wheat") && said.err.contains("Found: ploughed"),
        "{}",
        said.err
    );
    assert!(!out.exists());
}

/// METHODS A.4: loosened soil hides half of its gain at fixed depth.
#[test]
fn a_change_on_equal_soil_mass_as_worked_by_hand() {
    let dir = tempfile::tempdir().unwrap();
    let head =
        "profile,top_cm,bottom_cm,organic_carbon_percent,bulk_density_g_per_cm3,coarse_percent\n";
    let before = "A,0,10,2.10,1.18,8\nA,10,30,1.55,1.29,12\nA,30,50,0.90,1.38,15\nB,0,30,1,1.3,0\nD,0,30,1,1.3,0\n";
    let after = "A,0,10,2.45,1.08,8\nA,10,30,1.62,1.24,12\nA,30,50,0.92,1.38,15\nC,0,30,1,1.3,0\nD,0,30,1.1,1.2,0\n";
    let (earlier, changes) = (dir.path().join("2013.csv"), dir.path().join("changes.csv"));
    std::fs::write(&earlier, format!("{head}{before}")).unwrap();
    let compared = |carbon: &str| {
        let options = [
            "--carbon",
            "dry-combustion",
            "--before",
            arg(&earlier),
            "--before-carbon",
            carbon,
            "--changes",
            arg(&changes),
        ];
        run(&format!("{head}{after}"), dir.path(), &options).good();
        table(&changes)
    };
    let found = compared("dry-combustion");
    close(&found["A"], "before_fixed_depth_t_per_ha", 57.9888);
    close(&found["A"], "change_fixed_depth_t_per_ha", 1.7093);
    close(&found["A"], "change_esm_linear_t_per_ha", 3.4195);
    close(&found["A"], "change_esm_spline_t_per_ha", 3.8538);
    close(&found["A"], "reference_mass_t_per_ha", 3256.0273);
    assert_eq!(found["A"]["esm_spline_method"], "ESM_SPLINE");
    for profile in ["B", "C"] {
        assert_eq!(
            found[profile]["change_esm_spline_reason"], "NO_DATA",
            "one date"
        );
    }
    // sampled to 30 cm only: where the same mass ends nobody knows
    close(
        &found["D"],
        "change_fixed_depth_t_per_ha",
        30.0 * (1.1 * 1.2 - 1.3),
    );
    assert_eq!(
        found["D"]["change_esm_spline_reason"],
        "ESM_NEEDS_DEEPER_SAMPLE"
    );
    assert_eq!(
        compared("tyurin")["A"]["change_fixed_depth_reason"],
        "METHOD_MISMATCH"
    );
}
