//! What could be seen before anybody goes out, against quantiles of R and variances worked by hand.

use std::{fmt::Write as _, path::Path};

use serde_json::Value;

use crate::program::{Row, Said, aimak, arg, files, table};

/// Ten and ten aimaks, two waves before the start and two from it on, 25 plots.
const DESIGN: [&str; 8] = [
    "--treated",
    "10",
    "--comparison",
    "10",
    "--waves",
    "4",
    "--plots",
    "25",
];
/// An aimak's mean has variance 1 + 25/25 in each wave.
const STATED: [&str; 4] = ["--aimak-sd", "1", "--plot-sd", "5"];

fn plan(out: &Path, options: &[&[&str]]) -> Said {
    aimak(&[&["plan", "--out", arg(out)], options.concat().as_slice()].concat())
}

/// What was said, its blanks plain.
fn words(said: &Said) -> String {
    said.err.replace('\u{a0}', " ")
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap()
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 2e-6
}

fn row<'a>(rows: &'a [Row], plots: &str, comparison: &str, waves: &str) -> &'a Row {
    rows.iter()
        .find(|row| {
            row["plots"] == plots && row["comparison"] == comparison && row["waves"] == waves
        })
        .unwrap()
}

/// A change is (y₃ + y₄)/2 − y₂, its variance 2·(1/2 + 1) = 3, so SE² = 3/10 + 3/10 and df 18. R 4: qt(.975, 18) = 2.100922,
/// qt(.8, 18) = .862049, qt(.995, 18) = 2.878440 (5 % over five questions): 2.962971·√.6 = 2.295107 and 3.740489·√.6 = 2.897370;
/// pt(2/√.6 − 2.100922, 18) = .681868.
#[test]
fn the_smallest_effect_is_that_worked_by_hand() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("plan");
    let more = ["--relevant", "2", "--family", "5", "--json"];
    let said = plan(&out, &[&DESIGN, &STATED, &more]).good();
    let json = said.json();
    let of = |key: &str| json[key].as_f64().unwrap();
    assert!(near(of("se"), 0.774_597) && near(of("df"), 18.0), "{json}");
    assert!(near(of("smallest_effect"), 2.295_107), "{json}");
    assert!(near(of("smallest_effect_in_family"), 2.897_370), "{json}");
    assert!(near(of("power"), 0.681_868), "{json}");
    for told in [
        "10 in wave 3",
        "(5 %, power 80 %): 2.30",
        "The effect that matters, 2.00, is smaller",
        "found in 68 % of cases",
        // (2.962971)·√(.4·(1/k + 1)) is 2.0033 with seven treated waves, 1.9876 with eight
        "with 10 waves. In years: 9 after the first wave, 7 after the first start",
        "The spread is a guess",
        "count as one",
    ] {
        assert!(words(&said).contains(told), "{told}: {}", said.err);
    }

    let rows = table(&out.join("plan.csv"));
    let planned: Vec<_> = rows.iter().filter(|row| row["planned"] == "yes").collect();
    assert_eq!(planned.len(), 1);
    assert_eq!(planned[0], row(&rows, "25", "10", "4"));
    assert!(near(number(planned[0], "smallest_effect"), 2.295_107));
    assert_eq!(planned[0]["plot_visits"], "2000");
    // SE² = 3/10 + 3/20, df after Welch–Satterthwaite 18.10588
    let more = row(&rows, "25", "20", "4");
    assert!((number(more, "df") - 18.105_88).abs() < 1e-5);
    assert!(near(number(more, "smallest_effect"), 1.986_949));
    assert!(near(
        number(row(&rows, "25", "10", "5"), "smallest_effect"),
        2.163_848
    ));
}

/// A quarter more: 7 plots (variance 1 + 25/32), 5 comparison aimaks of 20, one wave; R 4 gives 2.165960, 2.086170 and 2.163848
/// of 2.295107.
#[test]
fn additions_of_as_much_work_are_put_in_order() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("plan");
    let said = plan(&out, &[&DESIGN, &STATED]).good();
    let rows = table(&out.join("additions.csv"));
    let found: Vec<_> = rows
        .iter()
        .filter(|row| row["more_work"] == "0.25")
        .map(|row| {
            (
                row["addition"].as_str(),
                row["added"].as_str(),
                number(row, "ratio"),
            )
        })
        .collect();
    let expected = [
        ("comparison", "5", 2.086_170 / 2.295_107),
        // 15 against 10 is as 10 against 15
        ("treated", "5", 2.086_170 / 2.295_107),
        ("waves", "1", 2.163_848 / 2.295_107),
        ("plots", "7", 2.165_960 / 2.295_107),
    ];
    assert_eq!(found.len(), 4);
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!((found.0, found.1), (expected.0, expected.1));
        assert!(near(found.2, expected.2), "{found:?} {expected:?}");
    }
    // nothing was said to be expected: no chance is told
    assert_eq!(rows[0]["power"], "");
    assert!(!words(&said).contains("of cases"), "{}", said.err);
    assert!(
        words(&said).contains("5 more comparison aimaks: 91 % (2.09); 500"),
        "{}",
        said.err
    );
}

/// An effect that grows by .5 with each of two treated waves is .75 in the mean.
#[test]
fn an_effect_that_grows_is_held_against_its_mean() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("plan");
    let growing = [
        "--expected",
        "-0.5",
        "--per-wave",
        "--years-apart",
        "5",
        "--json",
    ];
    let said = plan(&out, &[&DESIGN, &STATED, &growing]).good();
    let json = said.json();
    assert!(near(json["effect_held_against"].as_f64().unwrap(), -0.75));
    // with k treated waves the mean is (k + 1)/4 and the smallest effect 2.962971·√(.4·(1/k + 1)): at k = 7 (nine waves) 2 < 2.0033,
    // at k = 8 2.25 > 1.9876
    assert_eq!(json["waves_until_visible"], 10);
    assert!(
        words(&said).contains("45 after the first wave, 35 after"),
        "{}",
        said.err
    );
}

/// 3 of 6 can be chosen in 20 ways, each as extreme as its mirror: p is .1 at least. 3 of 7 in 35 ways, and no mirror.
#[test]
fn three_and_three_are_refused_with_what_would_do() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("plan");
    let refused = plan(&out, &[&["--treated", "3", "--comparison", "3"], &STATED]);
    assert_eq!(refused.code, 1);
    for told in [
        "p = 0.1",
        "at least 4 comparison aimaks beside 3 organic ones, or 4 organic ones beside 3",
    ] {
        assert!(words(&refused).contains(told), "{told}: {}", refused.err);
    }
    assert!(!out.exists());
    plan(&out, &[&["--treated", "3", "--comparison", "4"], &STATED]).good();
    let one = plan(&out, &[&["--treated", "1", "--comparison", "30"], &STATED]);
    assert_eq!(one.code, 1);
    assert!(
        words(&one).contains("at least 2 organic aimaks beside 30"),
        "{}",
        one.err
    );
    // 6 of 12 in 924 ways: .0022 is more than 5 % over 50 questions
    let family = ["--treated", "6", "--comparison", "6", "--family", "50"];
    let said = plan(&out, &[&family, &STATED]).good();
    assert!(
        words(&said).contains("the strictest step cannot be reached"),
        "{}",
        said.err
    );
}

/// Plots ±3 about means of 0 2 1, 0 0 0 and, organic from the second wave on, 9 9 9.
fn pilot(dir: &Path, anew: bool) -> std::path::PathBuf {
    let path = dir.join("pilot.csv");
    let mut text = "aimak,plot,year,since,soc\n".to_owned();
    for (aimak, since, means) in [
        ("A", 0, [0, 2, 1]),
        ("B", 2030, [0, 0, 0]),
        ("C", 2021, [9, 9, 9]),
    ] {
        for (wave, mean) in means.into_iter().enumerate() {
            for (plot, off) in [("p", -3), ("q", 3)] {
                let plot = if anew {
                    format!("{plot}{wave}")
                } else {
                    plot.to_owned()
                };
                let _ = writeln!(
                    text,
                    "{aimak},{plot},{},{since},{}",
                    2020 + wave,
                    mean + off
                );
            }
        }
    }
    std::fs::write(&path, text).unwrap();
    path
}

/// What is measured twice as large varies twice as much: twice the smallest effect, and visible as soon where twice as much matters.
#[test]
fn several_outcomes_are_planned_together_in_a_line_each() {
    let dir = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(pilot(dir.path(), true)).unwrap();
    let twice = |(place, line): (usize, &str)| {
        if place == 0 {
            return format!("{line},half ph\n");
        }
        let value: f64 = line.rsplit(',').next().unwrap().parse().unwrap();
        format!("{line},{}\n", 2.0 * value)
    };
    let both = dir.path().join("both.csv");
    std::fs::write(
        &both,
        text.lines().enumerate().map(twice).collect::<String>(),
    )
    .unwrap();
    let columns = [
        "--panel",
        arg(&both),
        "--unit",
        "aimak",
        "--plot",
        "plot",
        "--time",
        "year",
        "--treated-from",
        "since",
    ];
    let run = |out: &str, options: &[&str]| {
        plan(&dir.path().join(out), &[&DESIGN[..4], &columns, options])
    };
    let said = run("both", &["--outcome", "soc,half ph", "--relevant", "2,4"]).good();
    let rows = table(&dir.path().join("both/indicators.csv"));
    let [soc, ph] = rows.as_slice() else {
        panic!("{rows:?}")
    };
    assert_eq!(
        (soc["indicator"].as_str(), ph["indicator"].as_str()),
        ("soc", "half ph")
    );
    for column in ["smallest_effect", "smallest_effect_in_family", "relevant"] {
        assert!(
            near(number(ph, column), 2.0 * number(soc, column)),
            "{column}"
        );
    }
    for column in [
        "power",
        "waves_until_visible",
        "years_until_visible",
        "best_addition",
        "best_added",
    ] {
        assert_eq!(soc[column], ph[column], "{column}");
    }
    // two outcomes are a family of two, whoever asks for one
    assert!(number(soc, "smallest_effect_in_family") > number(soc, "smallest_effect"));
    assert!(words(&said).contains("What helps most"), "{}", said.err);
    assert!(dir.path().join("both/plan.2.ky.svg").exists());
    // alone each is what it is among others
    run(
        "alone",
        &["--outcome", "soc", "--relevant", "2", "--family", "2"],
    )
    .good();
    let alone = table(&dir.path().join("alone/plan.csv"));
    let alone = alone.iter().find(|row| row["planned"] == "yes").unwrap();
    assert!(near(
        number(alone, "smallest_effect_in_family"),
        number(soc, "smallest_effect_in_family")
    ));
    let wrong = run(
        "wrong",
        &["--outcome", "soc,half ph", "--relevant", "1,2,3"],
    );
    assert!(
        wrong.code == 1 && wrong.err.contains("--outcome soc,ph"),
        "{}",
        wrong.err
    );
}

fn components(json: &Value) -> [f64; 4] {
    let keys = [
        "aimak_shock_sd",
        "autocorrelation",
        "plot_sd",
        "revisit_correlation",
    ];
    keys.map(|key| json["spread"]["components"][key].as_f64().unwrap())
}

/// Changes of A less those of B: 2, −1 and, over two waves, 1: V₁ = (2 + .5)/2 = 1.25, V₂ = .5, so φ = 0 and σ² = .625. Revisited plots
/// stay ±3 (variance 18, all of it lasting); drawn anew they add 2·18/2 to a change, more than there is.
#[test]
fn a_pilot_gives_the_spread_and_is_not_trusted_too_far() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("plan");
    let path = pilot(dir.path(), false);
    let columns = [
        "--pilot",
        arg(&path),
        "--unit",
        "aimak",
        "--plot",
        "plot",
        "--time",
        "year",
        "--outcome",
        "soc",
        "--treated-from",
        "since",
        "--json",
    ];
    let aimaks = ["--treated", "10", "--comparison", "10"];
    let said = plan(&out, &[&aimaks, &columns]).good();
    let json = said.json();
    let [shock, auto, plots, revisit] = components(&json);
    assert!(near(shock, 0.625_f64.sqrt()) && auto == 0.0, "{json}");
    assert!(near(plots, 18.0_f64.sqrt()) && near(revisit, 1.0), "{json}");
    assert_eq!(json["spread"]["source"]["aimaks"], 2);
    assert_eq!(json["spread"]["source"]["aimaks_treated_left_out"], 1);
    assert_eq!(
        (&json["design"]["plots"], &json["design"]["same_plots"]),
        (&2.into(), &true.into())
    );
    // what lasts in plots cancels: variance .625·1.5 of a change, SE² = 2·.9375/10
    assert!(near(json["se"].as_f64().unwrap(), 0.1875_f64.sqrt()));
    // one degree of freedom: χ²(.025, 1) = .000982069, √(1/.000982069) = 31.9
    assert!(words(&said).contains("31.9 times as large"), "{}", said.err);
    assert!(words(&said).contains("organic aimaks 1,"), "{}", said.err);

    // other plots in each wave, told by their names
    let _ = pilot(dir.path(), true);
    let said = plan(&out, &[&aimaks, &columns]).good();
    let json = said.json();
    let [shock, _, plots, revisit] = components(&json);
    assert!(
        shock == 0.0 && near(plots, 18.0_f64.sqrt()) && revisit == 0.0,
        "{json}"
    );
    assert_eq!(json["design"]["same_plots"], false);
    assert!(words(&said).contains("may be luck"), "{}", said.err);

    // planned again with the plots of the first wave: nobody knows how alike they stay
    let refused = plan(&out, &[&aimaks, &columns, &["--visits", "same"]]);
    assert_eq!(refused.code, 1);
    assert!(refused.out.contains("plan-visits"), "{}", refused.out);

    std::fs::write(
        &path,
        "aimak,plot,year,since,soc\nA,p,2020,0,1\nA,q,2020,0,2\n",
    )
    .unwrap();
    let refused = plan(&out, &[&aimaks, &columns]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.out.contains("The pilot tells no spread"),
        "{}",
        refused.out
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("plan");
    let options = [
        "--treated",
        "5,0,5",
        "--starts",
        "1,9",
        "--comparison",
        "10",
        "--waves",
        "1",
        "--years-apart",
        "0",
        "--plots",
        "0",
        "--aimak-sd",
        "-1",
        "--plot-sd",
        "inf",
        "--autocorrelation",
        "0.99",
        "--revisit-correlation",
        "-0.2",
        "--relevant",
        "0",
        "--expected",
        "0",
        "--json",
    ];
    let refused = plan(&out, &[&options]);
    assert_eq!(refused.code, 1);
    let problems = refused.json()["problems"].as_array().unwrap().clone();
    let mut codes: Vec<_> = problems
        .iter()
        .map(|problem| problem["code"].as_str().unwrap())
        .collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "effect-relevant",
            "plan-aimaks",
            "plan-correlation",
            "plan-correlation",
            "plan-expected",
            "plan-plots",
            "plan-sd",
            "plan-sd",
            "plan-start",
            "plan-starts",
            "plan-waves",
            "plan-years",
        ]
    );
    assert!(!refused.out.contains('⟦'), "{}", refused.out);
    assert!(!out.exists());
    // neither guesses nor a pilot
    assert_eq!(plan(&out, &[&DESIGN]).code, 2);
    // the same start twice is one group
    let twice = ["--treated", "5,5", "--starts", "3,3", "--comparison", "9"];
    assert_eq!(plan(&out, &[&twice, &STATED]).code, 1);
    // revisits of which nothing is known
    assert_eq!(
        plan(&out, &[&DESIGN, &STATED, &["--visits", "same"]]).code,
        1
    );
}

#[test]
fn the_folder_has_the_same_bytes_on_any_number_of_threads() {
    let dir = tempfile::tempdir().unwrap();
    let folders = ["1", "3"].map(|threads| {
        let out = dir.path().join(threads);
        let staggered = ["--treated", "5,4", "--starts", "3,4", "--comparison", "12"];
        let more = [
            "--expected",
            "0.4",
            "--per-wave",
            "--waves",
            "5",
            "--threads",
            threads,
        ];
        plan(&out, &[&staggered, &STATED, &more]).good();
        out
    });
    let names = files(&folders[0]);
    let expected = [
        "about.json",
        "additions.csv",
        "plan.csv",
        "plan.en.svg",
        "plan.ky.svg",
        "plan.ru.svg",
    ];
    assert_eq!(names, expected.map(std::path::PathBuf::from));
    for name in names {
        let read = |folder: &Path| std::fs::read(folder.join(&name)).unwrap();
        let one = read(&folders[0]);
        assert!(one == read(&folders[1]), "{}", name.display());
        let text = String::from_utf8(one).unwrap();
        for wrong in ["⟦", "NaN", "inf,", "{$"] {
            assert!(!text.contains(wrong), "{wrong} in {}", name.display());
        }
    }
    let picture = std::fs::read_to_string(folders[0].join("plan.en.svg")).unwrap();
    // 6, 12, 18 and 24 comparison aimaks
    assert_eq!(picture.matches("class=\"line\"").count(), 4);
    assert!(picture.contains("expected effect"), "{picture}");
}
