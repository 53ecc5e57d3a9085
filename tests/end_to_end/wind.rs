//! `aimak wind`: loss by wind and the index, through the program.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use crate::program::{Row, Said, aimak, arg, files, table};

const HEADER: &str = "field,period,sand_percent,silt_percent,clay_percent,organic_carbon_percent,carbonate_percent,\
    ridge_height_cm,ridge_spacing_cm,chain_roughness_cm,residue_cover_percent,silhouette_cm2_per_m2,canopy_fraction,length_m,surface";
/// The field of METHODS C.1; organic matter 2 %.
const WORKED: &str = "65,25,10,1.160092807424594,5,5,200,0.4,35,0,0.35,200,crops";

fn write(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// The fifteen days of METHODS C.1: one wind a day, snow looked at twice a day and deep three times.
fn fifteen_days() -> String {
    let winds = [
        3., 4., 6., 8., 11., 7., 5.5, 4., 2., 9., 12., 6., 5., 3., 7.,
    ];
    let mut text =
        "time,wind_m_per_s,rain_mm,temperature_c,etp_mm,irrigation_mm,snow_depth_mm\n".to_owned();
    for (day, wind) in winds.into_iter().enumerate() {
        let rain = if day % 4 == 1 { 2 } else { 0 };
        let deep = |twice| if 2 * day + twice < 3 { 30 } else { 0 };
        let date = format!("2021-04-{:02}", day + 1);
        let _ = writeln!(text, "{date} 00:00,{wind},{rain},10,2,0,{}", deep(0));
        let _ = writeln!(text, "{date} 12:00,,,,,,{}", deep(1));
    }
    text
}

/// The climate of METHODS C.2 as days of a year.
fn a_year_of_days() -> String {
    let winds = [2.5, 2.8, 3.2, 3.5, 3.3, 3.0, 2.8, 2.7, 2.6, 2.6, 2.5, 2.4];
    let etp = [
        12., 18., 40., 80., 120., 150., 165., 150., 100., 55., 25., 13.,
    ];
    let rain = [25., 30., 48., 75., 65., 35., 20., 12., 16., 42., 42., 30.];
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut text = "date,wind_m_per_s,rain_mm,etp_mm\n".to_owned();
    for month in 0..12 {
        for day in 1..=days[month] {
            let n = f64::from(days[month]);
            let (wind, rain, etp) = (winds[month], rain[month] / n, etp[month] / n);
            let _ = writeln!(text, "2021-{:02}-{day:02},{wind},{rain},{etp}", month + 1);
        }
    }
    text
}

fn run(weather: &Path, fields: &Path, out: &Path, further: &[&str]) -> Said {
    let mut args = vec!["wind", "--weather", arg(weather), "--fields", arg(fields)];
    args.extend(["--out", arg(out)]);
    args.extend(further);
    aimak(&args)
}

fn close(row: &Row, column: &str, expected: f64) {
    let found: f64 = row[column]
        .parse()
        .unwrap_or_else(|_| panic!("{column}: {row:?}"));
    assert!(
        (found - expected).abs() < 5.1e-6,
        "{column}: {found} {expected}"
    );
}

const SITE: [&str; 4] = ["--height", "2", "--elevation", "800"];

/// METHODS C.1 from the table of a station to the loss.
#[test]
fn worked_example_of_methods() {
    let dir = tempfile::tempdir().unwrap();
    let weather = write(dir.path(), "weather.csv", &fifteen_days());
    let bare = WORKED.replace(",0.35,200,", ",0,200,");
    let rows = format!("{HEADER}\nA,before,{bare}\nA,after,{WORKED}\n");
    let fields = write(dir.path(), "fields.csv", &rows);
    let out = dir.path().join("wind");
    let said = run(&weather, &fields, &out, &SITE).good();
    for words in [
        "strongly underestimated",
        "not for mountain slopes",
        "whole record",
    ] {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
    let names = ["about.json", "fields.csv", "periods.csv", "weather.csv"].map(PathBuf::from);
    assert_eq!(files(&out), names);

    let period = &table(&out.join("weather.csv"))[0];
    let expected = [
        ("wind_value", 1269.375),
        ("air_density_kg_per_m3", 1.13247),
        ("soil_wetness", 0.92889),
        ("snow", 0.9),
        ("weather_factor_kg_per_m", 122.54667),
    ];
    for (column, expected) in expected {
        close(period, column, expected);
    }
    assert_eq!(
        (period["from"].as_str(), period["to"].as_str()),
        ("2021-04-01", "2021-04-15")
    );
    let found = table(&out.join("fields.csv"));
    let (before, after) = (&found[0], &found[1]);
    let expected = [
        ("erodible_fraction", 0.45705),
        ("soil_crust", 0.57339),
        ("roughness", 0.68235),
        ("cover", 0.21589),
        ("length_m", 200.0),
        ("largest_qmax_kg_per_m", 519.46647),
        ("shortest_s_m", 84.65765),
        ("loss_kg_per_m2", 2.58755),
    ];
    for (column, expected) in expected {
        close(before, column, expected);
    }
    let number = |row: &Row, column: &str| row[column].parse::<f64>().unwrap();
    assert!((number(before, "loss_t_per_ha") - 25.8755).abs() < 5e-5);
    assert!(number(before, "low_t_per_ha") < 20.0 && number(before, "high_t_per_ha") > 35.0);
    // a canopy of 35 % leaves 7.5 %
    assert!((number(after, "cover") / number(before, "cover") - 0.074_965).abs() < 1e-4);
    assert!(number(after, "loss_kg_per_m2") < 0.2);
    // fifteen days are no year
    assert_eq!(before["loss_t_per_ha_yr"], "");
    assert_eq!(before["flags"], "flag-wind-daily");
    let of_period = &table(&out.join("periods.csv"))[0];
    close(of_period, "qmax_kg_per_m", 519.46647);
    close(of_period, "loss_kg_per_m2", 2.58755);

    let about: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("about.json")).unwrap()).unwrap();
    assert_eq!(about["interval"]["kind"], "parameter");
    assert_eq!(about["evapotranspiration"], "measured");
    assert_eq!(
        about["inputs"][0]["sha256"].as_str().map(str::len),
        Some(64)
    );
}

/// METHODS C.2 from days to the rank; carbonate is not needed, and its absence is said.
#[test]
fn worked_example_of_the_index() {
    let dir = tempfile::tempdir().unwrap();
    let weather = write(dir.path(), "weather.csv", &a_year_of_days());
    let without = WORKED.replace(",5,5,200,", ",,5,200,");
    let rows = format!("{HEADER}\nA,,{WORKED}\nB,,{without}\n");
    let fields = write(dir.path(), "fields.csv", &rows);
    let out = dir.path().join("index");
    let said = run(&weather, &fields, &out, &["--index", "--height", "2"]).good();
    assert!(said.err.contains("rank without a unit"), "{}", said.err);
    let found = table(&out.join("fields.csv"));
    close(&found[0], "climatic_erosivity", 29.430_797);
    close(&found[0], "ilswe", 0.022_496);
    close(&found[0], "ilswe_geometric_mean", 0.468_189);
    assert_eq!(
        (found[0]["class"].as_str(), found[0]["flags"].as_str()),
        ("moderate", "")
    );
    assert_eq!(found[1]["flags"], "flag-wind-carbonate-assumed-zero");
    let number = |row: &Row| row["ilswe"].parse::<f64>().unwrap();
    assert!(number(&found[1]) > number(&found[0]));
    assert!(
        !found[0].contains_key("loss_t_per_ha"),
        "a rank has no tonnes"
    );
    assert_eq!(table(&out.join("weather.csv")).len(), 12);
}

/// What is not measured is withheld with its column, the length is assumed, and nothing becomes 0.
#[test]
fn what_is_missing_has_a_reason() {
    let dir = tempfile::tempdir().unwrap();
    let weather = write(dir.path(), "weather.csv", &fifteen_days());
    let soilless = WORKED.replace(",5,5,200,", ",,5,200,");
    let endless = WORKED.replace(",0.35,200,", ",0.35,,");
    let rows = format!("{HEADER}\nA,,{soilless}\nB,,{endless}\n");
    let fields = write(dir.path(), "fields.csv", &rows);
    let out = dir.path().join("wind");
    let said = run(&weather, &fields, &out, &SITE).good();
    assert!(said.err.contains("carbonate_percent"), "{}", said.err);
    let found = table(&out.join("fields.csv"));
    let refused = &found[0];
    assert_eq!(
        (
            refused["reason"].as_str(),
            refused["lacking"].as_str(),
            refused["loss_t_per_ha"].as_str()
        ),
        ("FACTOR_MISSING", "carbonate_percent", "")
    );
    assert_eq!(
        found[1]["flags"],
        "flag-wind-daily flag-wind-field-length-assumed"
    );
    close(&found[1], "length_m", 200.0);
    // half of the days: the period is withheld, and with it the loss
    let half: Vec<String> = fifteen_days().lines().take(15).map(str::to_owned).collect();
    let short = write(dir.path(), "short.csv", &half.join("\n"));
    run(&short, &fields, &out, &SITE).good();
    let found = table(&out.join("fields.csv"));
    assert_eq!(found[1]["reason"], "TOO_FEW_OBSERVATIONS");
    assert_eq!(
        table(&out.join("weather.csv"))[0]["lacking"],
        "wind_m_per_s"
    );
}

/// Every problem of both tables and of the options in one go, and nothing written.
#[test]
fn all_problems_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let bad_weather = "time,wind_m_per_s,rain_mm,temperature_c\n2021-04-01,-3,0,10\n2021-04-01,3,much,10\n2021-04,3,0,10\n";
    let weather = write(dir.path(), "weather.csv", bad_weather);
    let percent = WORKED.replace(",0.35,200,", ",35,200,");
    let fields = write(
        dir.path(),
        "fields.csv",
        &format!("{HEADER}\nA,,{percent}\n"),
    );
    let out = dir.path().join("wind");
    let site = ["--height", "0", "--elevation", "9000", "--json"];
    let said = run(&weather, &fields, &out, &site);
    assert_eq!(said.code, 1);
    let report = said.json();
    let mut codes: Vec<String> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| format!("{} {}", problem["code"].as_str().unwrap(), problem["row"]))
        .collect();
    codes.sort();
    let expected = [
        "not-a-number 3",
        "out-of-range 2",
        "out-of-range 2",
        "out-of-range null",
        "out-of-range null",
        "wind-time 4",
        "wind-time-twice 3",
    ];
    assert_eq!(codes, expected);
    assert!(!said.out.contains('⟦'), "{}", said.out);
    assert!(!out.exists());
    for (lang, word) in [
        ("ru", "Физически невозможно"),
        ("ky", "Физика жагынан мүмкүн эмес"),
    ] {
        let said = run(
            &weather,
            &fields,
            &out,
            &[&SITE[..], &["--lang", lang]].concat(),
        );
        assert!(
            said.err.contains(word) && !said.err.contains('⟦'),
            "{}",
            said.err
        );
    }
}

/// Without measured evapotranspiration a latitude is asked for, and its equation is named in the result.
#[test]
fn evapotranspiration_is_measured_or_named() {
    let dir = tempfile::tempdir().unwrap();
    let mut hours = "time,wind_m_per_s,rain_mm,temperature_c\n".to_owned();
    for hour in 0..15 * 24 {
        let warmth = 10 + (hour % 24 - 12_i32).signum() * 6;
        let gust = hour % 12;
        let _ = writeln!(
            hours,
            "2021-04-{:02} {:02}:00,{gust},0,{warmth}",
            hour / 24 + 1,
            hour % 24
        );
    }
    let weather = write(dir.path(), "weather.csv", &hours);
    let fields = write(
        dir.path(),
        "fields.csv",
        &format!("{HEADER}\nA,,{WORKED}\n"),
    );
    let out = dir.path().join("wind");
    let said = run(&weather, &fields, &out, &SITE);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("--latitude") && said.err.contains("etp_mm"),
        "{}",
        said.err
    );
    let site = [&SITE[..], &["--latitude", "42.4", "--reanalysis"]].concat();
    run(&weather, &fields, &out, &site).good();
    let about = std::fs::read_to_string(out.join("about.json")).unwrap();
    assert!(about.contains("\"evapotranspiration\": \"ETP_HARGREAVES\""));
    let row = &table(&out.join("fields.csv"))[0];
    assert_eq!(
        row["flags"],
        "flag-wind-reanalysis flag-wind-evapotranspiration flag-wind-snow-unknown flag-wind-irrigation-unknown"
    );
}

/// The same bytes whatever the number of threads, and another seed moves only the intervals.
#[test]
fn threads_do_not_matter_and_seeds_do() {
    let dir = tempfile::tempdir().unwrap();
    let weather = write(dir.path(), "weather.csv", &fifteen_days());
    let fields = write(
        dir.path(),
        "fields.csv",
        &format!("{HEADER}\nA,,{WORKED}\nB,,{WORKED}\n"),
    );
    let of = |name: &str, further: &[&str]| {
        let out = dir.path().join(name);
        run(&weather, &fields, &out, &[&SITE[..], further].concat()).good();
        std::fs::read_to_string(out.join("fields.csv")).unwrap()
    };
    let one = of("one", &["--threads", "1"]);
    assert_eq!(one, of("two", &["--threads", "2"]));
    let other = of("other", &["--seed", "2"]);
    assert_ne!(one, other);
    let (one, other) = (
        table(&dir.path().join("one/fields.csv")),
        table(&dir.path().join("other/fields.csv")),
    );
    assert_eq!(one[0]["loss_t_per_ha"], other[0]["loss_t_per_ha"]);
    assert_ne!(one[0]["low_t_per_ha"], other[0]["low_t_per_ha"]);
    // each field has its own draws
    assert_ne!(one[0]["low_t_per_ha"], one[1]["low_t_per_ha"]);
}

#[test]
fn what_does_not_belong_together_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let weather = write(dir.path(), "weather.csv", &fifteen_days());
    let fields = write(dir.path(), "fields.csv", HEADER);
    let out = dir.path().join("wind");
    // a loss needs the elevation, the index knows no threshold
    assert_eq!(run(&weather, &fields, &out, &[]).code, 2);
    assert_eq!(
        run(&weather, &fields, &out, &["--index", "--threshold", "6"]).code,
        2
    );
    std::fs::create_dir(&out).unwrap();
    write(&out, "diary.txt", "mine");
    let rows = write(dir.path(), "rows.csv", &format!("{HEADER}\nA,,{WORKED}\n"));
    let said = run(&weather, &rows, &out, &SITE);
    assert_eq!(said.code, 1);
    assert_eq!(files(&out), [PathBuf::from("diary.txt")]);
}
