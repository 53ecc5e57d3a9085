//! Do the peers find the same numbers?

use std::collections::BTreeMap;

use super::{
    effective_size::intraclass_correlation,
    likert::{AnswerScale, Distribution},
    mcnemar::PairedBoxes,
    proportion::Proportion,
    reliability::Reliability,
    scale_score::ScoredItems,
    share_difference::ShareDifference,
    signed_rank::{SignedRank, ZeroRule},
    superiority::Superiority,
};

/// Rows of a table by the names of its columns; comment lines begin with `#`.
fn rows(table: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| header.iter().copied().zip(line.split(',')).collect())
        .collect()
}

fn numbers<T: std::str::FromStr>(field: &str) -> Vec<T> {
    let number = |number: &str| number.parse().ok().unwrap();
    field.split(' ').map(number).collect()
}

/// Villages or persons joined by '/', each a run of one-digit codes.
fn codes(field: &str) -> Vec<Vec<u8>> {
    let digits = |run: &str| run.bytes().map(|digit| digit - b'0').collect();
    field.split('/').map(digits).collect()
}

fn close(found: f64, expected: &str, relative: f64, what: &str) {
    let expected: f64 = expected.parse().unwrap();
    assert!(
        (found - expected).abs() <= relative * expected.abs() + 1e-15,
        "{what}: {found}, expected {expected}"
    );
}

#[test]
fn shares_and_their_differences_as_statsmodels() {
    let table = rows(include_str!("../../tests/oracle/attitudes_proportions.csv"));
    assert_eq!(table.len(), 17);
    for row in table {
        let count = |column: &str| row[column].parse::<u64>().unwrap();
        let one = Proportion::of(count("x"), count("n")).unwrap();
        let (lo, hi) = if row["m"].is_empty() {
            one.limits()
        } else {
            let other = Proportion::of(count("y"), count("m")).unwrap();
            let change = ShareDifference::of_independent(&one, &other);
            (change.lo, change.hi)
        };
        let what = format!("{row:?}");
        close(lo, row["lo"], 1e-9, &what);
        close(hi, row["hi"], 1e-9, &what);
    }
}

#[test]
fn changers_as_statsmodels_and_scipy() {
    let table = rows(include_str!("../../tests/oracle/attitudes_mcnemar.csv"));
    assert_eq!(table.len(), 9);
    for row in table {
        let persons = PairedBoxes {
            both: 10,
            gained: row["gained"].parse().unwrap(),
            lost: row["lost"].parse().unwrap(),
            neither: 10,
        };
        let what = format!("{row:?}");
        close(persons.exact_p(), row["exact_p"], 1e-9, &what);
        close(persons.mid_p(), row["mid_p"], 1e-9, &what);
    }
}

#[test]
fn steps_up_and_down_as_scipy() {
    let table = rows(include_str!("../../tests/oracle/attitudes_signed_rank.csv"));
    assert_eq!(table.len(), 10);
    for row in table {
        let rule = match row["rule"] {
            "pratt" => ZeroRule::Pratt,
            _ => ZeroRule::Dropped,
        };
        let found = SignedRank::of(&numbers::<i16>(row["changes"]), rule).unwrap();
        let what = format!("{row:?}");
        close(found.z(), row["z"], 1e-9, &what);
        close(found.p(), row["p"], 1e-9, &what);
        if !row["exact_p"].is_empty() {
            close(found.exact_p().unwrap(), row["exact_p"], 1e-9, &what);
        }
    }
}

#[test]
fn different_people_as_scipy_and_statsmodels() {
    let table = rows(include_str!("../../tests/oracle/attitudes_superiority.csv"));
    assert_eq!(table.len(), 5);
    for row in table {
        let of = |column: &str| {
            Distribution::of_counts(AnswerScale::FIVE, &numbers(row[column])).unwrap()
        };
        let found = Superiority::of(&of("before"), &of("after")).unwrap();
        let what = format!("{row:?}");
        close(found.u(), row["u"], 1e-12, &what);
        close(found.p().unwrap(), row["p"], 1e-9, &what);
        close(found.superiority(), row["superiority"], 1e-12, &what);
        close(found.standard_error().unwrap().df, row["df"], 1e-9, &what);
        let (lo, hi) = found.limits().unwrap();
        close(lo, row["lo"], 1e-9, &what);
        close(hi, row["hi"], 1e-9, &what);
    }
}

#[test]
fn reliability_as_pingouin_and_numpy() {
    let table = rows(include_str!("../../tests/oracle/attitudes_reliability.csv"));
    assert_eq!(table.len(), 3);
    for row in table {
        let persons = codes(row["rows"]);
        let items = ScoredItems::new(AnswerScale::FIVE, &vec![false; persons[0].len()]).unwrap();
        let answered: Vec<Vec<Option<u8>>> = persons
            .iter()
            .map(|person| person.iter().copied().map(Some).collect())
            .collect();
        let found = Reliability::of(&items, &answered).unwrap();
        let what = row["alpha"];
        close(found.alpha, row["alpha"], 1e-9, what);
        // the peer rounds to three decimals
        for (limit, theirs) in [(found.lo, row["lo"]), (found.hi, row["hi"])] {
            assert!(
                (limit - theirs.parse::<f64>().unwrap()).abs() <= 5.01e-4,
                "{what}"
            );
        }
        for (found, theirs) in found.item_rest.iter().zip(row["item_rest"].split(' ')) {
            close(found.unwrap(), theirs, 1e-9, what);
        }
    }
}

#[test]
fn likeness_of_neighbours_as_pingouin() {
    for row in rows(include_str!("../../tests/oracle/attitudes_icc.csv")) {
        let as_numbers = |village: Vec<u8>| village.into_iter().map(f64::from).collect();
        let villages: Vec<Vec<f64>> = codes(row["villages"]).into_iter().map(as_numbers).collect();
        close(
            intraclass_correlation(&villages).unwrap(),
            row["icc"],
            1e-9,
            row["villages"],
        );
    }
}
