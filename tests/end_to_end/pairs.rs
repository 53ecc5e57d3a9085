//! `aimak pairs`: fields beside fields, through the program and beside R.

use std::{fmt::Write as _, path::Path};

use serde_json::Value;

use crate::program::{Said, aimak, arg, files, table};

/// Darwin's maize, crossed less self-fertilised, in eighths of an inch, and aimaks in which it might have grown.
const MAIZE: [(i32, u8); 15] = [
    (49, 1),
    (-67, 1),
    (8, 2),
    (16, 2),
    (6, 2),
    (23, 2),
    (28, 3),
    (41, 4),
    (14, 4),
    (29, 4),
    (56, 5),
    (24, 5),
    (75, 5),
    (60, 6),
    (-48, 6),
];

/// A row for each field; `order` turns the rows round.
fn fields(pairs: usize, turned: bool) -> String {
    let mut rows: Vec<String> = Vec::new();
    for (place, (difference, aimak)) in MAIZE.iter().take(pairs).enumerate() {
        rows.push(format!("p{place:02},A{aimak},yes,{}", 100 + difference));
        rows.push(format!("p{place:02},A{aimak},no,100"));
    }
    if turned {
        rows.reverse();
    }
    let mut text = String::from("pair,aimak,organic,height\n");
    for row in rows {
        writeln!(text, "{row}").unwrap();
    }
    text
}

fn pairs(dir: &Path, text: &str, options: &[&str], out: &str) -> Said {
    let path = dir.join("fields.csv");
    std::fs::write(&path, text).unwrap();
    let (path, out) = (path.display().to_string(), dir.join(out));
    let columns = [
        "pairs",
        "--fields",
        &path,
        "--pair",
        "pair",
        "--organic",
        "organic",
        "--outcome",
        "height",
        "--out",
        arg(&out),
    ];
    aimak(&[&columns[..], options].concat())
}

fn about(dir: &Path, out: &str) -> Value {
    let text = std::fs::read(dir.join(out).join("about.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn close(found: &Value, expected: f64) {
    let found = found.as_f64().unwrap();
    assert!(
        (found - expected).abs() < 1e-9 * expected.abs().max(1.0),
        "{found}, expected {expected}"
    );
}

/// R 4.2.2: `t.test(d)`, `t.test(tapply(d, aimak, mean))`, and all signs; Fisher (1935) counted the first.
#[test]
fn maize_beside_r_with_and_without_aimaks() {
    let dir = tempfile::tempdir().unwrap();
    pairs(dir.path(), &fields(15, false), &[], "alone").good();
    let alone = about(dir.path(), "alone");
    close(&alone["difference"], 20.933_333_333_333_3);
    close(&alone["p"], 0.049_702_944_021_800_9);
    close(&alone["low"], 0.031_193_318_392_974_2);
    close(&alone["exchange"]["p"], 0.052_673_339_843_75);
    assert_eq!(
        (alone["unit"].as_str(), alone["design"].as_str()),
        (Some("pair"), Some("E3"))
    );
    // the interval leaves zero out, the exchange does not confirm it
    assert_eq!(alone["claim"], "cannot_tell");

    pairs(
        dir.path(),
        &fields(15, false),
        &["--aimak", "aimak"],
        "aimaks",
    )
    .good();
    let aimaks = about(dir.path(), "aimaks");
    close(&aimaks["difference"], 19.652_777_777_777_8);
    close(&aimaks["low"], -2.423_401_865_702_71);
    close(&aimaks["high"], 41.728_957_421_258_3);
    assert_eq!(
        (aimaks["aimaks"].as_u64(), aimaks["df"].as_f64()),
        (Some(6), Some(5.0))
    );
    let rows = table(&dir.path().join("aimaks/pairs.csv"));
    assert_eq!((rows.len(), rows[1]["difference"].as_str()), (15, "-67.0"));
}

#[test]
fn the_same_bytes_for_any_order_and_sentences_in_three_languages_that_claim_no_change() {
    let dir = tempfile::tempdir().unwrap();
    for (out, turned) in [("one", false), ("other", true)] {
        let options = [
            "--aimak",
            "aimak",
            "--registered",
            "2026-03-01",
            "--name",
            "height",
        ];
        pairs(dir.path(), &fields(15, turned), &options, out).good();
    }
    let bytes = |out: &str| {
        let folder = dir.path().join(out);
        let read = |name| std::fs::read(folder.join(name)).unwrap();
        files(&folder).into_iter().map(read).collect::<Vec<_>>()
    };
    assert_eq!(bytes("one"), bytes("other"));
    let rows = table(&dir.path().join("one/sentences.csv"));
    for lang in ["ky", "ru", "en"] {
        let own: Vec<_> = rows.iter().filter(|row| row["language"] == lang).collect();
        assert!(own.len() >= 6 && own.iter().any(|row| row["kind"] == "reach"));
        for row in own {
            assert!(!row["text"].contains(['⟦', '{']), "{row:?}");
            if row["kind"] == "sentence" {
                for verb in [
                    "changed",
                    "effect",
                    "transition",
                    "изменил",
                    "эффект",
                    "өзгөрт",
                    "таасир",
                ] {
                    assert!(!row["text"].contains(verb), "{verb}: {row:?}");
                }
            }
        }
    }
}

#[test]
fn too_few_pairs_are_refused_with_the_number_needed() {
    let dir = tempfile::tempdir().unwrap();
    let said = pairs(dir.path(), &fields(4, false), &[], "few");
    assert_ne!(said.code, 0);
    assert!(
        said.err.contains("4 whole pairs, at least 5 are needed"),
        "{}",
        said.err
    );
    assert!(!dir.path().join("few").exists());
}
