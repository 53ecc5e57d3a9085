//! `aimak survey`: questionnaires, through the program.

use std::{fmt::Write as _, path::Path};

use crate::program::{Row, Said, aimak, arg, root, shared_data, table};

fn run(dir: &Path, answers: &str, further: &[&str]) -> Said {
    let file = dir.join("answers.csv");
    std::fs::write(&file, answers).unwrap();
    let out = dir.join("questions.csv");
    let mut args = vec![
        "survey",
        "--answers",
        arg(&file),
        "--out",
        arg(&out),
        "--json",
    ];
    args.extend(further);
    aimak(&args)
}

fn close(row: &Row, column: &str, expected: f64) {
    let found: f64 = row[column]
        .parse()
        .unwrap_or_else(|_| panic!("{column}: {row:?}"));
    assert!(
        (found - expected).abs() < 5.1e-6,
        "{column}: {found}, {expected}"
    );
}

/// So many persons with each code.
fn wave(text: &mut String, name: &str, counts: [usize; 5]) {
    for (place, count) in counts.into_iter().enumerate() {
        for _ in 0..count {
            let _ = writeln!(text, "{name},{}", place + 1);
        }
    }
}

/// METHODS F.1, F.2 and F.4: 88 persons before, 92 others after.
#[test]
fn two_samples_as_worked_in_methods() {
    let dir = tempfile::tempdir().unwrap();
    let mut text = "wave,soil\n".to_owned();
    wave(&mut text, "2019", [4, 9, 15, 38, 22]);
    wave(&mut text, "2024", [2, 5, 12, 40, 33]);
    let changes = dir.path().join("changes.csv");
    let further = [
        "--items",
        "soil",
        "--by",
        "wave",
        "--before",
        "2019",
        "--after",
        "2024",
        "--changes",
        arg(&changes),
    ];
    run(dir.path(), &text, &further).good();
    let before = &table(&dir.path().join("questions.csv"))[0];
    assert_eq!(
        (
            before["group"].as_str(),
            before["n"].as_str(),
            before["answer_4"].as_str()
        ),
        ("2019", "88", "38")
    );
    for (column, expected) in [
        ("median", 4.0),
        ("top_2", 0.681_818),
        ("top_2_low", 0.578_65),
        ("top_2_high", 0.769_77),
        ("net_agreement", 0.534_09),
        ("net_agreement_low", 0.379_95),
        ("net_agreement_high", 0.688_23),
    ] {
        close(before, column, expected);
    }
    let change = &table(&changes)[0];
    assert_eq!(change["design"], "cross_sections");
    close(change, "top_2_change", 73.0 / 92.0 - 60.0 / 88.0);
    close(change, "net_rise", 2.0 * 4713.5 / (88.0 * 92.0) - 1.0);
    close(change, "net_rise_p", 0.043_08);
}

/// METHODS F.4: twelve persons asked twice; eight went up, two down: p = 2·(1 + 10 + 45)/2¹⁰.
#[test]
fn the_same_people_as_worked_in_methods() {
    let dir = tempfile::tempdir().unwrap();
    let before = [3, 2, 4, 3, 3, 2, 5, 4, 3, 2, 4, 3];
    let after = [4, 3, 4, 4, 5, 2, 4, 5, 4, 3, 5, 2];
    let mut text = "id,wave,soil\n".to_owned();
    for (person, (before, after)) in before.into_iter().zip(after).enumerate() {
        let _ = writeln!(text, "{person},1,{before}\n{person},2,{after}");
    }
    // one who came late, and one who was lost
    text.push_str("late,2,5\nlost,1,1\n");
    let changes = dir.path().join("changes.csv");
    let further = [
        "--items",
        "soil",
        "--by",
        "wave",
        "--before",
        "1",
        "--after",
        "2",
        "--person",
        "id",
        "--changes",
        arg(&changes),
    ];
    run(dir.path(), &text, &further).good();
    let change = &table(&changes)[0];
    assert_eq!(
        (change["design"].as_str(), change["n_before"].as_str()),
        ("panel", "12")
    );
    close(change, "net_rise", 0.5);
    close(change, "net_rise_p", 112.0 / 1024.0);
    // four of twelve agreed before, eight after; five came over, one left
    close(change, "top_2_change", 4.0 / 12.0);
    let twice = format!("{text}3,1,2\n");
    let said = run(dir.path(), &twice, &further);
    assert!(
        said.code == 1 && said.out.contains("person-twice"),
        "{}",
        said.out
    );
}

/// No count of one to four persons leaves a table that is to be published, nor what would tell it; nine persons get no breakdown.
#[test]
fn few_persons_are_kept_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut text = "village,soil\n".to_owned();
    wave(&mut text, "A", [6, 8, 20, 11, 2]);
    wave(&mut text, "B", [7, 9, 15, 8, 11]);
    wave(&mut text, "C", [8, 10, 12, 9, 9]);
    wave(&mut text, "D", [1, 2, 3, 2, 1]);
    let further = ["--items", "soil", "--by", "village", "--publishable"];
    run(dir.path(), &text, &further).good();
    let rows = table(&dir.path().join("questions.csv"));
    for row in &rows {
        for place in 1..=5 {
            let shown: Option<u64> = row[&format!("answer_{place}")].parse().ok();
            assert!(
                shown.is_none_or(|count| count == 0 || count >= 5),
                "{row:?}"
            );
        }
    }
    assert_eq!(rows[3]["reason"], "SUPPRESSED");
    assert!(rows[3]["net_agreement"].is_empty() && rows[3]["answer_3"].is_empty());
    assert_eq!(rows[0]["reason"], "SUPPRESSED", "two persons of A: hidden");
    let changes = dir.path().join("changes.csv");
    let dates = ["--before", "A", "--after", "B", "--changes", arg(&changes)];
    let said = run(dir.path(), &text, &[&further[..], &dates[..]].concat());
    assert_eq!(said.code, 2, "changes are not kept back: {}", said.err);
    assert!(!changes.exists());
    let open = run(dir.path(), &text, &further[..4]).good();
    assert!(open.err.contains("not for publication"), "{}", open.err);
}

#[test]
fn mistakes_are_told_together() {
    let dir = tempfile::tempdir().unwrap();
    let text = "wave,soil,pays\n1,6,3\n1,viel,88\n2,,4\n";
    let further = [
        "--items",
        "soil,pays",
        "--reversed",
        "water",
        "--by",
        "wave",
        "--before",
        "1",
        "--after",
        "3",
        "--do-not-know",
        "88",
    ];
    let said = run(dir.path(), text, &further);
    assert_eq!(said.code, 1);
    for found in ["survey-reversed", "answer-code", "viel"] {
        assert!(said.out.contains(found), "{found}: {}", said.out);
    }
    let said = run(
        dir.path(),
        &text.replace(",6,", ",5,").replace("viel", "2"),
        &[
            "--items",
            "soil,pays",
            "--by",
            "wave",
            "--before",
            "1",
            "--after",
            "3",
            "--do-not-know",
            "88",
        ],
    );
    assert!(
        said.code == 1 && said.out.contains("survey-date"),
        "{}",
        said.out
    );
    assert!(!dir.path().join("questions.csv").exists());
}

/// psych 2.4 on the personality items of its `bfi`: net agreement of A2 and alpha of A1–A5, complete rows.
#[test]
fn bfi_agrees_with_psych() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let answers = std::fs::read_to_string(root().join("../shared/data/survey/bfi.csv")).unwrap();
    let reference = root().join("../shared/reference/stats/survey/likert.json");
    let expected: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(reference).unwrap()).unwrap();
    let further = [
        "--items",
        "A1,A2,A3,A4,A5",
        "--reversed",
        "A1",
        "--scale",
        "1-6",
    ];
    let said = run(dir.path(), &answers.replace('"', ""), &further)
        .good()
        .json();
    let alpha = expected["listwise"]["alpha"].as_f64().unwrap();
    let found = &said["reliability"];
    assert!(
        (found["alpha"].as_f64().unwrap() - alpha).abs() < 1e-9,
        "{found}"
    );
    let rows = table(&dir.path().join("questions.csv"));
    let a2 = rows.iter().find(|row| row["item"] == "A2").unwrap();
    let net = expected["net_agreement_A2"]["net"].as_f64().unwrap();
    close(a2, "net_agreement", net);
}

/// Study FLAT of psych's `sai`, before (1) and after (3): scipy 1.17.1 on the same rows (exact binomial, mid-p; Mann–Whitney without continuity
/// correction).
#[test]
fn anxiety_before_and_after_agrees_with_scipy() {
    if !shared_data() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let all = std::fs::read_to_string(root().join("../shared/data/survey/sai_pre_post.csv"));
    let all = all.unwrap().replace('"', "");
    let of_study = |line: &&str| line.starts_with("study,") || line.starts_with("FLAT,");
    let rows: Vec<&str> = all.lines().filter(of_study).collect();
    let changes = dir.path().join("changes.csv");
    let asked = |further: &[&str]| {
        let mut args = vec!["--items", "calm,tense", "--scale", "1-4", "--by", "time"];
        args.extend(["--before", "1", "--after", "3", "--changes", arg(&changes)]);
        args.extend(further);
        let mut text = rows.join("\n");
        text.push('\n');
        run(dir.path(), &text, &args).good();
        table(&changes)
    };
    let paired = asked(&["--person", "id"]);
    for (item, n, before, after, top_p, rise, rise_p) in [
        (
            "calm",
            "170",
            0.570_588,
            0.358_824,
            1.969_878e-6,
            -0.282_353,
            1.940_957e-7,
        ),
        (
            "tense",
            "170",
            0.176_471,
            0.270_588,
            0.009_475_3,
            0.158_824,
            0.002_799_1,
        ),
    ] {
        let row = paired.iter().find(|row| row["item"] == item).unwrap();
        assert_eq!(
            (row["n_before"].as_str(), row["design"].as_str()),
            (n, "panel")
        );
        close(row, "top_2_before", before);
        close(row, "top_2_after", after);
        close(row, "top_2_p", top_p);
        close(row, "net_rise", rise);
        close(row, "net_rise_p", rise_p);
    }
    let samples = asked(&[]);
    for (item, delta, p) in [
        ("calm", -0.254_014, 1.6177e-5),
        ("tense", 0.120_554, 0.038_665_0),
    ] {
        let row = samples.iter().find(|row| row["item"] == item).unwrap();
        close(row, "net_rise", delta);
        close(row, "net_rise_p", p);
    }
}
