//! How much of the diversity lies within farms, among farms of a village, among villages?

use std::collections::BTreeMap;

use aimak_core::Message;
use aimak_io::{
    problem::Problem,
    read::counts::{self, HoldingRecord},
    zonal::{Cells, Rows},
};
use aimak_science::diversity::nested::{Holding, HoldingWeight, Nested, NestedOrder};

use crate::{Outcome, args, problems, voice::Voice};

/// Holdings of each of what is compared.
type Holdings = BTreeMap<String, Vec<Holding>>;

/// Reads the table, computes, writes a row for each level of groups.
pub fn nested(voice: &Voice, args: &args::Diversity) -> Outcome {
    let report = |found: &[Problem]| problems::report(voice, found);
    let (writable, read) = (aimak_io::zonal::rows_writable(&args.out), read(args));
    let holdings = match (writable, read) {
        (Ok(()), Ok(holdings)) => holdings,
        (writable, read) => {
            let mut wrong: Vec<Problem> = writable.err().into_iter().collect();
            wrong.extend(read.err().unwrap_or_default());
            return Err(report(&wrong));
        }
    };
    let rows = write(args, &holdings).map_err(|problem| report(&[problem]))?;
    if voice.json {
        voice.print_json(&serde_json::json!({ "out": args.out, "rows": rows }));
    }
    let done = Message::new("cli-diversity-done").with("out", args.out.display().to_string());
    voice.say(&done.with("rows", rows));
    voice.say(&Message::new("cli-diversity-nested-note"));
    Ok(())
}

/// What the holdings have.
fn read(args: &args::Diversity) -> Result<Holdings, Vec<Problem>> {
    let records = counts::holdings(
        &args.counts,
        &args.by,
        &args.nested,
        &args.species,
        &args.count,
    )?;
    let mut held: BTreeMap<(String, Vec<String>), BTreeMap<String, f64>> = BTreeMap::new();
    for HoldingRecord {
        by,
        groups,
        kind,
        amount,
    } in records
    {
        *held
            .entry((by, groups))
            .or_default()
            .entry(kind)
            .or_default() += amount;
    }
    let mut holdings = Holdings::new();
    for ((by, groups), amounts) in held {
        holdings
            .entry(by)
            .or_default()
            .push(Holding { groups, amounts });
    }
    Ok(holdings)
}

/// One level of groups.
struct Row<'a> {
    by: &'a str,
    order: f64,
    weight: &'static str,
    level: String,
    diversity: f64,
    /// Effective number of groups between the level above and this one.
    beta: Option<f64>,
}

/// Writes a row for each level of groups, order and weight; returns how many.
fn write(args: &args::Diversity, holdings: &Holdings) -> Result<usize, Problem> {
    let rows: Vec<Row<'_>> = holdings
        .iter()
        .flat_map(|(by, holdings)| levels(by, holdings, &args.nested))
        .collect();
    let words = |of: &dyn Fn(&Row<'_>) -> String| {
        Cells::Words(rows.iter().map(|row| Some(of(row))).collect())
    };
    let numbers =
        |of: &dyn Fn(&Row<'_>) -> Option<f64>| Cells::Numbers(rows.iter().map(of).collect());
    let table = Rows {
        field: args.by.clone(),
        ids: rows.iter().map(|row| row.by.to_owned()).collect(),
        columns: vec![
            ("q", numbers(&|row| Some(row.order))),
            ("weight", words(&|row| row.weight.to_owned())),
            ("level", words(&|row| row.level.clone())),
            ("diversity", numbers(&|row| Some(row.diversity))),
            ("beta", numbers(&|row| row.beta)),
        ],
    };
    aimak_io::zonal::write_rows(&args.out, &table)?;
    Ok(rows.len())
}

/// Every level of one of what is compared, by both orders and both weights (METHODS E.5 wants both told).
fn levels<'a>(by: &'a str, holdings: &[Holding], columns: &[String]) -> Vec<Row<'a>> {
    let kinds = [
        (NestedOrder::Zero, 0.0, HoldingWeight::Equal, "equal"),
        (NestedOrder::One, 1.0, HoldingWeight::Equal, "equal"),
        (NestedOrder::One, 1.0, HoldingWeight::Amount, "amount"),
    ];
    let mut rows = Vec::new();
    for (order, number, weight, name) in kinds {
        let Some(found) = Nested::of(holdings, order, weight) else {
            continue;
        };
        let betas = found.betas();
        for (place, diversity) in found.levels.iter().enumerate() {
            let level = place
                .checked_sub(1)
                .map_or("all", |inner| columns[inner].as_str());
            rows.push(Row {
                by,
                order: number,
                weight: name,
                level: level.to_owned(),
                diversity: *diversity,
                beta: place.checked_sub(1).map(|above| betas[above]),
            });
        }
    }
    rows
}
