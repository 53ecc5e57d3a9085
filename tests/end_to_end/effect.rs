//! `aimak effect`: effects of a panel through the program, beside did and csdid, and what may be said of them.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::program::{Row, Said, aimak, arg, files, root, shared_data, table};

/// Runs the command on a panel with the columns of these tests.
fn effect(panel: &Path, options: &[&str], out: &Path) -> Said {
    let columns = [
        "effect",
        "--panel",
        arg(panel),
        "--unit",
        "aimak",
        "--time",
        "year",
        "--outcome",
        "soc",
        "--treated-from",
        "since",
        "--out",
        arg(out),
    ];
    aimak(&[&columns[..], options].concat())
}

fn write(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// The report that goes with the tables.
fn report(out: &Path) -> Value {
    let about: Value =
        serde_json::from_slice(&std::fs::read(out.join("about.json")).unwrap()).unwrap();
    about["report"].clone()
}

fn number(row: &Row, column: &str) -> f64 {
    let text = &row[column];
    text.parse().unwrap_or_else(|_| panic!("{column}: {row:?}"))
}

fn close(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, expected {expected}"
    );
}

/// Every file of the folder with its bytes.
fn bytes(out: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let read = |name: PathBuf| (name.clone(), std::fs::read(out.join(name)).unwrap());
    files(out).into_iter().map(read).collect()
}

/// mpdta through the program: counties, years, log of teenage employment, first year of a higher minimum wage.
fn mpdta(options: &[&str], out: &Path) -> Said {
    let panel = root().join("../shared/reference/stats/did/data_mpdta.csv");
    let columns = [
        "effect",
        "--panel",
        arg(&panel),
        "--unit",
        "countyreal",
        "--time",
        "year",
        "--outcome",
        "lemp",
        "--treated-from",
        "first.treat",
        "--permutations",
        "99",
        "--draws",
        "99",
        "--out",
        arg(out),
    ];
    aimak(&[&columns[..], options].concat()).good()
}

/// Effects by group and time as written.
fn cells(out: &Path) -> BTreeMap<(i64, i64), Row> {
    let rows = table(&out.join("att_gt.csv")).into_iter();
    let key = |row: &Row| (row["group"].parse().unwrap(), row["time"].parse().unwrap());
    rows.map(|row| (key(&row), row)).collect()
}

/// did 2.5.1 and the program, number by number; `anticipation` and method stand in the key of the table.
#[test]
fn mpdta_comes_out_as_from_did() {
    if !shared_data() {
        return;
    }
    let file = root().join("../shared/reference/stats/did/mpdta_did_2.5.1.json");
    let reference: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut runs = 0;
    // the command counts leads from the period before; the other base of did is tested in the science crate
    let asked = reference.as_object().unwrap().iter();
    for (key, run) in asked.filter(|(key, _)| key.contains(".varying.")) {
        let parts: Vec<&str> = key.split('.').collect();
        let control = match parts[0] {
            "nevertreated" => "never",
            _ => "not-yet",
        };
        let anticipation = parts[4].strip_prefix("ant").unwrap();
        let options = [
            "--control",
            control,
            "--method",
            parts[1],
            "--anticipation",
            anticipation,
        ];
        let out = dir.path().join(key);
        mpdta(&options, &out);
        let found = cells(&out);
        let expected = run["attgt"].as_array().unwrap();
        let told = found.values().filter(|row| !row["att"].is_empty());
        assert_eq!(told.count(), expected.len(), "{key}");
        for cell in expected {
            let at = (cell["g"].as_i64().unwrap(), cell["t"].as_i64().unwrap());
            let what = format!("{key} {at:?}");
            same(&found[&at], &cell["att"], &cell["se"], &what);
        }
        for aggregate in run["agg"].as_array().unwrap() {
            aggregated(&out, aggregate, key);
        }
        // the effect that is told is `simple` of did: every treated period of every unit alike
        let simple = run["agg"]
            .as_array()
            .unwrap()
            .iter()
            .find(|part| part["type"] == "simple");
        let checks = table(&out.join("checks.csv"));
        let own = checks.iter().find(|row| row["check"] == "effect").unwrap();
        close(
            number(own, "att"),
            simple.unwrap()["overall_att"].as_f64().unwrap(),
            1e-8,
            key,
        );
        runs += 1;
    }
    assert_eq!(runs, 8);
}

/// Effect and error of the influence function.
fn same(row: &Row, att: &Value, se: &Value, what: &str) {
    close(number(row, "att"), att.as_f64().unwrap(), 1e-8, what);
    match se.as_f64() {
        Some(se) => close(number(row, "se_influence"), se, 1e-8, what),
        None => assert_eq!(row["se_influence"], "", "{what}"),
    }
}

fn aggregated(out: &Path, expected: &Value, key: &str) {
    let kind = expected["type"].as_str().unwrap();
    let by = match kind {
        "dynamic" => "since_start",
        "group" => "cohort",
        other => other,
    };
    let rows = table(&out.join("aggregates.csv"));
    let row = |at: &str| {
        let mut rows = rows.iter();
        rows.find(|row| row["by"] == by && row["key"] == at)
            .unwrap_or_else(|| panic!("{key}: {by} {at}"))
    };
    let what = format!("{key} {by}");
    let overall = [&expected["overall_att"], &expected["overall_se"]];
    same(row(""), overall[0], overall[1], &what);
    let Some(keys) = expected["egt"].as_array() else {
        return;
    };
    assert!(!keys.is_empty());
    for (place, at) in keys.iter().enumerate() {
        let what = format!("{what} {at}");
        let [att, se] = ["att", "se"].map(|column| &expected[column][place]);
        same(row(&at.to_string()), att, se, &what);
    }
}

/// csdid 0.4.3 with the log of population as covariate.
#[test]
fn covariates_come_out_as_from_csdid() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let oracle = root().join("crates/aimak-science/tests/oracle/effect_covariates.csv");
    let text = std::fs::read_to_string(oracle).unwrap();
    let mut compared = 0;
    let ways = ["never", "not-yet"].into_iter().flat_map(|control| {
        let methods = ["dr", "reg", "ipw"].into_iter();
        methods.flat_map(move |method| ["varying", "universal"].map(|base| (control, method, base)))
    });
    for (control, method, base) in ways {
        let out = dir.path().join(format!("{control} {method} {base}"));
        let covariates = ["--covariates", "lpop"];
        let how = ["--control", control, "--method", method, "--base", base];
        mpdta(&[&covariates[..], &how].concat(), &out);
        let found = cells(&out);
        let name = format!("{}treated", control.replace('-', ""));
        for line in text.lines().skip(2) {
            let row: Vec<&str> = line.split(',').collect();
            if row[..3] != [name.as_str(), method, base] {
                continue;
            }
            let cell = &found[&(row[3].parse().unwrap(), row[4].parse().unwrap())];
            close(number(cell, "att"), row[5].parse().unwrap(), 1e-8, line);
            let se = number(cell, "se_influence");
            close(se, row[6].parse().unwrap(), 1e-8, line);
            compared += 1;
        }
    }
    assert_eq!(compared, 144);
}

/// The toy of METHODS H.4: means of those that began in year 2 and year 3 and of those that never did. Units stand about them in equal
/// steps that grow and shrink from year to year, so that means are as in the book and errors are not nil.
fn toy() -> String {
    let groups = [
        ("2", [10.0, 10.5, 12.0, 12.8, 13.5], 3),
        ("3", [9.0, 9.4, 9.9, 11.2, 12.0], 2),
        ("", [11.0, 11.4, 11.9, 12.2, 12.7], 4),
    ];
    let mut text = "aimak,year,since,soc\n".to_owned();
    for (since, means, units) in groups {
        for unit in 0..units {
            let place = f64::from(unit) - f64::from(units - 1) / 2.0;
            for (year, (mean, step)) in means.iter().zip([0.5, 0.75, 0.5, 0.25, 0.375]).enumerate()
            {
                let soc = mean + place * step;
                let _ = writeln!(text, "g{since}u{unit},{year},{since},{soc}");
            }
        }
    }
    text
}

#[test]
fn the_toy_of_the_book_comes_out_of_the_program() {
    let dir = tempfile::tempdir().unwrap();
    let panel = write(dir.path(), "toy.csv", &toy());
    let out = dir.path().join("out");
    let said = effect(&panel, &["--relevant", "1"], &out).good();
    let found = cells(&out);
    let expected = [
        ((2, 2), 1.0),
        ((2, 3), 1.5),
        ((2, 4), 1.7),
        ((3, 3), 1.0),
        ((3, 4), 1.3),
        ((3, 1), 0.0),
    ];
    for (at, att) in expected {
        close(number(&found[&at], "att"), att, 1e-9, &format!("{at:?}"));
    }
    let rows = table(&out.join("aggregates.csv"));
    let part = |by: &str, key: &str| {
        let row = rows.iter().find(|row| row["by"] == by && row["key"] == key);
        number(row.unwrap(), "att")
    };
    for (key, att) in [("0", 1.0), ("1", 1.42), ("2", 1.70)] {
        close(part("since_start", key), att, 1e-9, key);
    }
    close(part("cohort", ""), 1.30, 1e-9, "overall");
    // the same by units, in its own way; every treated period of every unit alike: (3·1 + 3·1.5 + 3·1.7 + 2·1 + 2·1.3)/13
    let checks = table(&out.join("checks.csv"));
    let check = |id: &str| number(checks.iter().find(|row| row["check"] == id).unwrap(), "att");
    close(check("units_alike"), 1.30, 1e-9, "units alike");
    close(check("effect"), 17.2 / 13.0, 1e-9, "effect");
    // five that began and four that never did, two years before, 9!/(3!·2!·4!) = 1,260 ways: enough for a sentence, which says
    // how sure it is and for whom it holds
    let told = report(&out);
    assert_eq!(told["permutation"]["Ok"]["arrangements"], 1260.0);
    assert!(
        said.err.contains("5 aimaks that chose to join"),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("does not show what would happen where joining were compulsory")
    );
    assert!(said.err.contains("confidence: "), "{}", said.err);
}

/// A panel of units whose outcome is a line of their own, a shift from their start on and a fixed wiggle.
struct Region {
    /// Name, area and start.
    units: Vec<(String, &'static str, Option<i32>)>,
    years: std::ops::Range<i32>,
    shift: f64,
}

impl Region {
    fn new(treated: usize, comparison: usize, shift: f64) -> Self {
        let area = |place: usize| ["north", "south"][place % 2];
        // two years of start, both in both areas
        let start = |place: usize| [2018, 2018, 2019, 2019][place % 4];
        let one =
            (0..treated).map(|place| (format!("t{place:02}"), area(place), Some(start(place))));
        let other = (0..comparison).map(|place| (format!("c{place:02}"), area(place), None));
        Self {
            units: one.chain(other).collect(),
            years: 2014..2022,
            shift,
        }
    }

    fn outcome(&self, unit: usize, year: i32) -> f64 {
        let turned = (f64::from(year) * 78.233 + unit as f64 * 12.989).sin();
        let wiggle = 0.4 * (turned * 43_758.545_3).rem_euclid(1.0) - 0.2;
        let began = self.units[unit].2.is_some_and(|start| start <= year);
        unit as f64 + 0.1 * f64::from(year - 2014) + wiggle + if began { self.shift } else { 0.0 }
    }

    /// Rows without header.
    fn rows(&self) -> Vec<String> {
        let mut rows = Vec::new();
        for (unit, (name, area, start)) in self.units.iter().enumerate() {
            let since = start.map_or_else(|| "0".to_owned(), |start| start.to_string());
            for year in self.years.clone() {
                let soc = self.outcome(unit, year);
                rows.push(format!("{name},{year},{since},{area},{soc:.6}"));
            }
        }
        rows
    }

    fn csv(rows: &[String]) -> String {
        format!("aimak,year,since,oblast,soc\n{}\n", rows.join("\n"))
    }

    fn write(&self, dir: &Path) -> PathBuf {
        write(dir, "panel.csv", &Self::csv(&self.rows()))
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads_and_for_any_order_of_rows() {
    let dir = tempfile::tempdir().unwrap();
    let region = Region::new(7, 9, 0.8);
    let mut rows = region.rows();
    let panel = region.write(dir.path());
    let (one, three) = (dir.path().join("one"), dir.path().join("three"));
    let options = ["--strata", "oblast", "--relevant", "0.5"];
    effect(&panel, &[&options[..], &["--threads", "1"]].concat(), &one).good();
    effect(
        &panel,
        &[&options[..], &["--threads", "3"]].concat(),
        &three,
    )
    .good();
    assert_eq!(bytes(&one), bytes(&three));
    // every second row backwards, then the others
    let (even, odd): (Vec<_>, Vec<_>) = rows
        .drain(..)
        .enumerate()
        .partition(|(place, _)| place % 2 == 0);
    let mixed: Vec<String> = odd
        .into_iter()
        .chain(even.into_iter().rev())
        .map(|(_, row)| row)
        .collect();
    let turned = write(dir.path(), "turned.csv", &Region::csv(&mixed));
    let out = dir.path().join("turned");
    effect(&turned, &options, &out).good();
    assert_eq!(bytes(&one), bytes(&out));
    let names: Vec<String> = bytes(&one)
        .iter()
        .map(|(name, _)| name.display().to_string())
        .collect();
    let pictures = ["en", "ky", "ru"].map(|lang| format!("event_study.{lang}.svg"));
    let forests = ["en", "ky", "ru"].map(|lang| format!("forest.{lang}.svg"));
    let mut expected: Vec<String> = [
        "about.json",
        "aggregates.csv",
        "att_gt.csv",
        "checks.csv",
        "event_study.csv",
        "sensitivity.csv",
        "sentences.csv",
        "units.csv",
    ]
    .map(str::to_owned)
    .to_vec();
    expected.extend(pictures.into_iter().chain(forests));
    expected.sort();
    assert_eq!(names, expected);
}

/// Everything that is wrong is told at once, each with its row, and nothing is written.
#[test]
fn a_bad_panel_is_told_row_by_row() {
    let dir = tempfile::tempdir().unwrap();
    let text = "aimak,year,since,oblast,height,soc\nA,2020,2021,N,900,1\nA,2020,2021,N,900,2\nA,2021,2022,T,901,3\nB,2020.5,0,N,800,1\n\
                B,2021,soon,N,800,1\nB,2022,0,N,800,x\nB,2023,0,N,,1\n";
    let panel = write(dir.path(), "bad.csv", text);
    let out = dir.path().join("out");
    let options = [
        "--strata",
        "oblast",
        "--covariates",
        "height",
        "--relevant",
        "0",
    ];
    let said = effect(&panel, &options, &out);
    assert_eq!(said.code, 1);
    for (row, column) in [
        (3, "aimak"),
        (4, "since"),
        (4, "oblast"),
        (4, "height"),
        (5, "year"),
        (6, "since"),
        (7, "soc"),
        (8, "height"),
    ] {
        let place = format!("row {row}, column {column}");
        assert!(said.err.contains(&place), "{place}: {}", said.err);
    }
    assert!(said.err.contains("--relevant"), "{}", said.err);
    assert!(
        said.err.contains("9 problems. Nothing was written."),
        "{}",
        said.err
    );
    assert!(!out.exists());
    let absent = aimak(&[
        "effect",
        "--panel",
        arg(&panel),
        "--unit",
        "aimk",
        "--time",
        "year",
        "--outcome",
        "soc",
        "--treated-from",
        "since",
        "--out",
        arg(&out),
    ]);
    assert!(absent.err.contains("column aimk") && absent.err.contains("did you mean aimak?"));
}

/// Who had begun before the first wave and who was not seen each time is counted, shown, and in no effect.
#[test]
fn always_treated_and_incomplete_aimaks_are_shown_and_in_no_effect() {
    let dir = tempfile::tempdir().unwrap();
    let region = Region::new(7, 9, 0.8);
    let plain = dir.path().join("plain");
    effect(&region.write(dir.path()), &[], &plain).good();
    let mut rows = region.rows();
    for year in region.years.clone() {
        // whatever they show would move an effect they were part of
        rows.push(format!("always,{year},2010,north,{}", 50 * (year - 2010)));
        if year != 2017 {
            rows.push(format!("gap,{year},2019,south,{}", -70 * (year - 2010)));
        }
        rows.push(format!("later,{year},2030,south,{}", 30 * (year - 2010)));
    }
    rows.push("gap,2017,2019,south,".to_owned());
    let panel = write(dir.path(), "more.csv", &Region::csv(&rows));
    let out = dir.path().join("out");
    let said = effect(&panel, &[], &out).good();
    assert!(
        said.err
            .contains("organic from the first time on 1, not seen each time 1"),
        "{}",
        said.err
    );
    let role = |name: &str| {
        let units = table(&out.join("units.csv"));
        let row = units.into_iter().find(|row| row["unit"] == name).unwrap();
        (row["role"].clone(), row["times_seen"].clone())
    };
    let of = |role: &str, times: &str| (role.to_owned(), times.to_owned());
    assert_eq!(role("always"), of("always_treated", "8"));
    assert_eq!(role("gap"), of("incomplete", "7"));
    assert_eq!(role("later"), of("later", "8"));
    assert_eq!(role("t00"), of("treated", "8"));
    let value = |out: &Path| report(out)["effect"]["Ok"].clone();
    assert_eq!(value(&plain), value(&out), "three more aimaks move nothing");
}

/// Plots are averaged by their weights before anything is compared: the aimak is the unit.
#[test]
fn a_panel_of_plots_gives_what_the_panel_of_their_means_gives() {
    let dir = tempfile::tempdir().unwrap();
    let region = Region::new(6, 7, 0.8);
    let (mut plots, mut means) = (Vec::new(), Vec::new());
    for (unit, (name, area, start)) in region.units.iter().enumerate() {
        let since = start.unwrap_or(0);
        for year in region.years.clone() {
            let middle = region.outcome(unit, year);
            // weights 1 and 3: (1·(m + 3) + 3·(m − 1))/4 = m
            for (plot, weight, soc) in [("p1", 1, middle + 3.0), ("p2", 3, middle - 1.0)] {
                plots.push(format!(
                    "{name},{plot},{weight},{year},{since},{area},{soc}"
                ));
            }
            means.push(format!("{name},{year},{since},{area},{middle}"));
        }
    }
    let header = "aimak,plot,weight,year,since,oblast,soc";
    let plots = write(
        dir.path(),
        "plots.csv",
        &format!("{header}\n{}\n", plots.join("\n")),
    );
    let means = write(dir.path(), "means.csv", &Region::csv(&means));
    let (of_plots, of_means) = (dir.path().join("plots"), dir.path().join("means"));
    effect(&plots, &["--plot", "plot", "--weight", "weight"], &of_plots).good();
    effect(&means, &[], &of_means).good();
    for name in [
        "att_gt.csv",
        "aggregates.csv",
        "event_study.csv",
        "checks.csv",
        "sensitivity.csv",
    ] {
        let (one, other) = (table(&of_plots.join(name)), table(&of_means.join(name)));
        assert_eq!(one.len(), other.len());
        for (one, other) in one.iter().zip(&other) {
            for column in ["att", "se", "low", "high"] {
                let [one, other] = [one, other].map(|row| row[column].parse::<f64>().ok());
                assert_eq!(one.is_some(), other.is_some());
                if let (Some(one), Some(other)) = (one, other) {
                    close(one, other, 1e-9, name);
                }
            }
        }
    }
    let units = table(&of_plots.join("units.csv"));
    assert!(
        units
            .iter()
            .all(|row| row["plots_fewest"] == "2" && row["plots_most"] == "2")
    );
}

/// Three and three can never reach 5 %: no permutation, no claim, however large the difference.
#[test]
fn three_and_three_carry_no_claim() {
    let dir = tempfile::tempdir().unwrap();
    let mut region = Region::new(3, 3, 5.0);
    for unit in &mut region.units {
        unit.2 = unit.2.map(|_| 2018);
    }
    let out = dir.path().join("out");
    let said = effect(&region.write(dir.path()), &["--relevant", "1"], &out).good();
    let told = report(&out);
    assert_eq!(told["claim"], "cannot_tell");
    assert_eq!(told["permutation"]["Err"]["reason"], "TOO_FEW_CLUSTERS");
    assert!(
        said.err
            .starts_with("The data cannot show whether the transition changed this"),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("20 ways to exchange the dates: the least p is 0.1"),
        "{}",
        said.err
    );
}

/// What is known of the aimaks is matched by and shown; rain is taken out where it is given, and cannot be the outcome.
#[test]
fn properties_and_rain_have_their_checks() {
    let dir = tempfile::tempdir().unwrap();
    let mut region = Region::new(6, 8, 2.0);
    region.years = 2008..2022;
    for unit in &mut region.units {
        unit.2 = unit.2.map(|_| 2018);
    }
    let rain = |unit: usize, year: i32| 300 + (unit * 37 + year as usize * 53) % 90;
    let mut rows = Vec::new();
    for (unit, (name, _, start)) in region.units.iter().enumerate() {
        for year in region.years.clone() {
            let (soc, rain) = (region.outcome(unit, year), rain(unit, year));
            let (since, height) = (start.unwrap_or(0), 900 + unit * unit % 7 * 50);
            rows.push(format!("{name},{year},{since},{height},{rain},{soc:.6}"));
        }
    }
    let text = format!("aimak,year,since,height,rain,soc\n{}\n", rows.join("\n"));
    let panel = write(dir.path(), "panel.csv", &text);
    let out = dir.path().join("out");
    effect(&panel, &["--covariates", "height", "--rain", "rain"], &out).good();
    let checks = table(&out.join("checks.csv"));
    let of = |name: &str| checks.iter().find(|row| row["check"] == name).unwrap();
    for name in ["rain", "matched_distance", "covariates"] {
        close(number(of(name), "att"), 2.0, 0.5, name);
        assert_eq!(of(name)["treated"], "6", "{name}");
    }
    let balance = table(&out.join("balance.csv"));
    assert_eq!(balance.len(), 2);
    assert!(balance.iter().all(|row| row["covariate"] == "height"));
    for lang in ["ky", "ru", "en"] {
        let picture = std::fs::read_to_string(out.join(format!("balance.{lang}.svg"))).unwrap();
        assert!(picture.contains("height · "), "{picture}");
    }
    let own = effect(&panel, &["--rain", "soc"], &dir.path().join("none"));
    assert_eq!(own.code, 1);
    assert!(own.err.contains("--rain"), "{}", own.err);
}

/// Nothing is compared: the word is "change", and the grade says why.
#[test]
fn without_comparison_the_word_is_change() {
    let dir = tempfile::tempdir().unwrap();
    let region = Region::new(8, 0, 0.8);
    let out = dir.path().join("out");
    let said = effect(
        &region.write(dir.path()),
        &["--registered", "2013-03-01", "--relevant", "0.5"],
        &out,
    )
    .good();
    let first = said.err.lines().next().unwrap();
    assert!(
        first.contains("changed by") && first.contains("Nothing was compared"),
        "{first}"
    );
    assert!(
        !first.contains("effect") && !first.contains("transition"),
        "{first}"
    );
    let told = report(&out);
    assert_eq!(told["effect"]["Err"]["reason"], "NO_COMPARISON");
    assert_eq!(told["confidence"], "low");
    assert!(said.err.contains("(E2)"), "{}", said.err);
    assert!(
        said.err
            .contains("4 more comparison aimaks would make four"),
        "{}",
        said.err
    );
}

/// Where each area began at a date of its own, an event of the area looks like an effect: a step down says so.
#[test]
fn areas_that_began_together_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let mut region = Region::new(8, 8, 0.8);
    let options = [
        "--strata",
        "oblast",
        "--relevant",
        "0.5",
        "--registered",
        "2013-03-01",
    ];
    let mixed = dir.path().join("mixed");
    let said = effect(&region.write(dir.path()), &options, &mixed).good();
    assert!(!said.err.contains("began all together"), "{}", said.err);
    for (_, area, start) in &mut region.units {
        *start = start.map(|_| if *area == "north" { 2018 } else { 2019 });
    }
    let out = dir.path().join("own");
    let said = effect(&region.write(dir.path()), &options, &out).good();
    assert!(said.err.contains("One step down: organic aimaks of one area began all together, and they alone (north, south)"), "{}", said.err);
    assert!(
        said.err
            .contains("let aimaks of one area begin in different years"),
        "{}",
        said.err
    );
    let sentences = std::fs::read_to_string(out.join("sentences.csv")).unwrap();
    for words in ["начали переход все вместе", "баары бирге"] {
        assert!(sentences.contains(words), "{words}");
    }
}

#[test]
fn a_folder_of_somebody_else_is_not_touched_and_an_own_one_is_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let panel = Region::new(5, 5, 0.8).write(dir.path());
    let out = dir.path().join("notes");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("notes.txt"), "mine").unwrap();
    let said = effect(&panel, &[], &out);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("The folder holds something else"),
        "{}",
        said.err
    );
    assert_eq!(
        bytes(&out),
        [(PathBuf::from("notes.txt"), b"mine".to_vec())]
    );
    let own = dir.path().join("own");
    effect(&panel, &["--seed", "1"], &own).good();
    let before = bytes(&own);
    effect(&panel, &["--seed", "1"], &own).good();
    assert_eq!(before, bytes(&own));
    // nothing is left beside it
    let mut names: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["notes", "own", "panel.csv"]);
}
