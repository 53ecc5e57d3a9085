//! What farms grow and people say, from a project file to release and site.

use std::{fmt::Write as _, path::Path};

use serde_json::Value;

use crate::program::{Said, aimak, arg, findings, release};

const PROJECT: &str = r#"
[project]
id = "people"
title.en = "People"
languages = ["en"]
crs = "EPSG:32643"
edition = { id = "1", date = "2026-11-30" }

[boundaries]
file = "areas.geojson"
code = "code"
name.en = "name"
organic_since = "since"

[[periods]]
id = "before"
name.en = "before"
role = "before"
from = "2012-01-01"
to = "2016-01-01"

[[periods]]
id = "after"
name.en = "after"
role = "after"
from = "2020-01-01"
to = "2024-01-01"

[[tables]]
id = "crops"
kind = "crop_varieties"
file = "crops.csv"
columns = { aimak = "aimak", date = "year", farm = "farm", crop = "crop", variety = "variety", area_ha = { name = "sotka", unit = "sotka" } }

[[tables]]
id = "answers"
kind = "survey_answers"
file = "answers.csv"
do_not_know = 9
columns = { aimak = "aimak", respondent = "number", date = "year" }

[[tables.questions]]
id = "pays"
support = true
text.en = "Organic farming pays."

[[tables.questions]]
id = "chemicals"
reversed = true
text.en = "Nothing grows without chemicals."
"#;

const AREAS: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A","name":"Alpha","since":"2017"},
"geometry":{"type":"Polygon","coordinates":[[[75.0,42.0],[75.2,42.0],[75.2,42.2],[75.0,42.2],[75.0,42.0]]]}}]}"#;

/// METHODS F.4: of 80 people 14 come to agree and 5 cease to; the other question is its mirror.
fn answers() -> String {
    let mut text = "aimak,number,year,pays,chemicals,telephone\n".to_owned();
    let mut person = 0;
    for (before, after, count) in [(2, 4, 14), (4, 2, 5), (4, 5, 31), (2, 1, 30)] {
        for _ in 0..count {
            person += 1;
            for (year, code) in [(2014, before), (2022, after)] {
                let _ = writeln!(
                    text,
                    "A,{person},{year},{code},{},+996555{person:06}",
                    6 - code
                );
            }
        }
    }
    text
}

/// METHODS E.5: 12, 8, 5, 3, 1.5 and 0.5 ha, here in hundredths and on two farms; before, the same with half of the crops.
const CROPS: &str = "aimak,year,farm,crop,variety,sotka
A,2014,1,wheat,Local,1200
A,2014,1,bean,Ryaba,800
A,2014,2,wheat,Local,300
A,2022,1,wheat,Local,900
A,2022,1,bean,Ryaba,800
A,2022,1,maize,,500
A,2022,2,wheat,Intensivnaya,300
A,2022,2,potato,Nevskiy,300
A,2022,2,onion,,150
A,2022,2,flax,,50
";

fn project(dir: &Path, answers: &str, crops: &str) -> Said {
    for (name, text) in [
        ("monitoring.toml", PROJECT),
        ("areas.geojson", AREAS),
        ("answers.csv", answers),
        ("crops.csv", crops),
    ] {
        std::fs::write(dir.join(name), text).unwrap();
    }
    let (file, out) = (dir.join("monitoring.toml"), dir.join("release"));
    aimak(&["run", arg(&file), "--out", arg(&out)])
}

fn value(finding: &Value) -> f64 {
    finding["outcome"]["estimated"]["value"].as_f64().unwrap()
}

fn of_quantity<'a>(found: &[&'a Value], quantity: &str, period: &str) -> &'a Value {
    let fits = |finding: &&&Value| finding["quantity"][quantity].to_string().contains(period);
    found.iter().find(fits).unwrap()
}

#[test]
fn worked_examples_of_methods_come_out_of_the_whole_program() {
    let dir = tempfile::tempdir().unwrap();
    project(dir.path(), &answers(), CROPS).good();
    let release = release(&dir.path().join("release"));

    let crops = findings(&release, "crop_diversity");
    let after = of_quantity(&crops, "state", "after");
    assert!((value(after) - 4.33142).abs() < 5e-6, "{after}");
    let varieties = findings(&release, "crop_varieties");
    // three pairs on one farm and four on the other
    assert!((value(of_quantity(&varieties, "state", "after")) - 3.5).abs() < 1e-12);

    let support = findings(&release, "organic_support");
    let change = of_quantity(&support, "change", "before");
    assert!((value(change) - 11.25).abs() < 1e-9, "{change}");
    assert_eq!(
        change["outcome"]["estimated"]["sample"]["of"],
        "paired_persons"
    );
    assert_eq!(change["land"], "whole_aimak");

    let asked = release["attitudes"]["asked"].as_array().unwrap();
    let of = |place: usize| &asked[place]["changes"][0]["outcome"]["told"];
    for part in ["before", "after", "change", "p"] {
        assert_eq!(of(0)[part], of(1)[part], "the mirror says the same");
    }
    // Holm doubles the p of two equal questions
    let p = |name: &str| of(0)[name].as_f64().unwrap();
    assert!((p("p_adjusted") - (2.0 * p("p")).min(1.0)).abs() < 1e-12);

    let site = dir.path().join("site");
    aimak(&[
        "atlas",
        arg(&dir.path().join("release")),
        "--out",
        arg(&site),
    ])
    .good();
    let page = std::fs::read_to_string(site.join("en/aimak/A/people.html")).unwrap();
    assert!(page.contains("Nothing grows without chemicals."));
    assert!(!page.contains("+996555"), "no telephone reaches a page");
}

#[test]
fn a_few_people_are_withheld_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let few: Vec<String> = answers().lines().take(17).map(str::to_owned).collect();
    project(dir.path(), &(few.join("\n") + "\n"), CROPS).good();
    let release = release(&dir.path().join("release"));
    let support = findings(&release, "organic_support");
    for finding in support
        .iter()
        .filter(|finding| finding["quantity"]["state"].is_object())
    {
        assert_eq!(finding["outcome"]["withheld"]["reason"], "SUPPRESSED");
    }
    let text = release["attitudes"].to_string();
    assert!(!text.contains("\"counts\""), "{text}");
}

#[test]
fn every_wrong_row_is_named_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let answers = "aimak,number,year,pays,chemicals\nA,1,2014,7,2\nB,2,2014,4,4\nA,,2014,3,3\nA,4,2014,2,2\nA,4,2014,3,3\n";
    let crops = "aimak,year,farm,crop,variety,sotka\nA,2014,,wheat,,5\nA,2014,1,,x,5\nA,2014,1,wheat,x,-5\n";
    let said = project(dir.path(), answers, crops);
    assert_eq!(said.code, 1, "{}", said.out);
    for words in [
        "answers.csv, row 2",
        "answers.csv, row 3",
        "answers.csv, row 4",
        "answers.csv, row 6",
        "crops.csv, row 2",
        "crops.csv, row 3",
        "crops.csv, row 4",
    ] {
        assert!(said.err.contains(words), "{words}\n{}", said.err);
    }
    assert!(!dir.path().join("release").exists());
}

#[test]
fn yearly_figures_are_told_with_their_source_and_few_farms_are_not() {
    let dir = tempfile::tempdir().unwrap();
    let table = r#"
[[tables]]
id = "programme"
kind = "programme"
file = "programme.csv"
columns = { aimak = "aimak", date = "year", topic = "topic", of = "of", amount = "amount", unit = "unit", reporters = "farms", source = "source" }
"#;
    let figures = |text: &str| {
        std::fs::write(dir.path().join("programme.csv"), text).unwrap();
        for (name, text) in [
            ("areas.geojson", AREAS),
            ("answers.csv", &answers()),
            ("crops.csv", CROPS),
        ] {
            std::fs::write(dir.path().join(name), text).unwrap();
        }
        let file = dir.path().join("monitoring.toml");
        std::fs::write(&file, format!("{PROJECT}{table}")).unwrap();
        let out = dir.path().join("release");
        aimak(&["run", arg(&file), "--out", arg(&out)])
    };
    let head = "aimak,year,topic,of,amount,unit,farms,source\n";
    let good = "A,2022,organic_sales,beans,40,t,12,cooperative\nA,2023,organic_sales,beans,7.25,t,4,cooperative\nA,2023,fairs,,2,event,,school\n";
    figures(&format!("{head}{good}")).good();
    let told = &release(&dir.path().join("release"))["programme"];
    assert_eq!(told[0]["amount"]["told"], 40.0);
    assert_eq!(told[1]["amount"]["withheld"]["reason"], "SUPPRESSED");
    assert_eq!(told[2]["source"], "school");
    assert!(!told.to_string().contains("7.25"));

    let bad = "A,2022,sales,beans,40,t,12,cooperative\nA,2022,fairs,,2,pieces,,school\nA,2022,trainings,,1,event,,\nA,2022,fairs,,1,event,,x\nA,2022,fairs,,1,event,,x\n";
    let said = figures(&format!("{head}{bad}"));
    assert_eq!(said.code, 1);
    for words in ["row 2", "row 3", "row 4", "row 6"] {
        assert!(
            said.err.contains(&format!("programme.csv, {words}")),
            "{words}\n{}",
            said.err
        );
    }
}

#[test]
fn rows_that_are_not_used_are_listed() {
    let dir = tempfile::tempdir().unwrap();
    let crops = format!("{CROPS}A,,3,wheat,Local,100\n");
    let said = project(dir.path(), &answers(), &crops).good();
    assert!(said.err.contains("1 of 11 rows (12)"), "{}", said.err);
    let table = std::fs::read_to_string(dir.path().join("release/exclusions.csv")).unwrap();
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(
        rows[1..],
        ["crops,\"crops.csv\",11,1,10,12,exclusion-no-date"],
        "{table}"
    );
}

/// Nor what one farm more sold: the second edition less the first would be its sales.
#[test]
fn one_more_farm_is_not_told_beside_an_edition_published_before() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let (file, out, site) = (path("monitoring.toml"), path("release"), path("site"));
    let table = r#"
[[tables]]
id = "programme"
kind = "programme"
file = "programme.csv"
columns = { aimak = "aimak", date = "year", topic = "topic", of = "of", amount = "amount", unit = "unit", reporters = "farms", source = "source" }
"#;
    let publish = |edition: &str, sales: &str, earlier: &[&str]| {
        let row = "aimak,year,topic,of,amount,unit,farms,source\nA,2023,organic_sales,beans,";
        std::fs::write(path("programme.csv"), format!("{row}{sales},cooperative\n")).unwrap();
        let second = PROJECT.replace("id = \"1\", date", &format!("id = \"{edition}\", date"));
        std::fs::write(&file, second + table).unwrap();
        let mut run = vec!["run", arg(&file), "--out", arg(&out)];
        run.extend(earlier);
        aimak(&run).good();
        aimak(&["atlas", arg(&out), "--out", arg(&site)])
    };
    project(dir.path(), &answers(), CROPS).good();
    publish("1", "12.5,t,7", &[]).good();
    let said = publish("2", "14.75,t,8", &[]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("beans A, 2023"), "{}", said.err);
    publish("2", "14.75,t,8", &["--earlier", arg(&site)]).good();
    let told = release(&out)["programme"].to_string();
    assert!(
        told.contains("SUPPRESSED") && !told.contains("14.75"),
        "{told}"
    );
    // as many farms with another amount are a correction
    publish("3", "13.25,t,7", &["--earlier", arg(&site)]).good();
    assert!(release(&out)["programme"].to_string().contains("13.25"));
}

/// Whoever kept the first edition must not learn from the second what one person said.
#[test]
fn one_more_person_is_not_told_beside_an_edition_published_before() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let (file, out, site) = (path("monitoring.toml"), path("release"), path("site"));
    project(dir.path(), &answers(), CROPS).good();
    let publish = || aimak(&["atlas", arg(&out), "--out", arg(&site)]);
    publish().good();
    let first = std::fs::read(site.join("en/aimak/A.html")).unwrap();

    let one_more = answers() + "A,81,2014,2,4,+996555000081\nA,81,2022,4,2,+996555000081\n";
    std::fs::write(path("answers.csv"), one_more).unwrap();
    let second = PROJECT.replace(
        "id = \"1\", date = \"2026-11-30\"",
        "id = \"2\", date = \"2026-12-30\"",
    );
    std::fs::write(&file, second).unwrap();
    aimak(&["run", arg(&file), "--out", arg(&out)]).good();
    let said = publish();
    assert_eq!(said.code, 1, "{}", said.err);
    for words in ["pays", "chemicals", "--earlier"] {
        assert!(said.err.contains(words), "{words}\n{}", said.err);
    }
    assert_eq!(
        std::fs::read(site.join("en/aimak/A.html")).unwrap(),
        first,
        "the last good site stays"
    );

    aimak(&[
        "run",
        arg(&file),
        "--out",
        arg(&out),
        "--earlier",
        arg(&site),
    ])
    .good();
    let release = release(&out);
    for finding in findings(&release, "organic_support") {
        assert_eq!(
            finding["outcome"]["withheld"]["reason"], "SUPPRESSED",
            "{finding}"
        );
    }
    let asked = release["attitudes"].to_string();
    assert!(!asked.contains("81"), "{asked}");
    publish().good();
    // the edition can be made again as often as it takes
    publish().good();

    let nowhere = path("nowhere");
    let said = aimak(&[
        "run",
        arg(&file),
        "--out",
        arg(&out),
        "--earlier",
        arg(&nowhere),
    ]);
    assert_eq!(said.code, 1, "{}", said.err);
}
