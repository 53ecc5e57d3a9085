//! `aimak pairs`: how do organic fields differ from the fields beside them?

mod words;

use aimak_core::Message;
use aimak_io::{
    problem::Problem,
    read::field_pairs::{PairColumns, PairsRead, field_pairs},
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};
use aimak_science::effect::field_pairs::{FieldPair, PairedFields, PairsDeclared};

use self::words::Told;
use crate::{Outcome, args, problems, progress, voice::Voice};

const PAIRS: &str = "pairs.csv";

/// Reads the fields, compares them, writes tables and sentences; the folder appears whole or not at all.
pub fn pairs(voice: &Voice, args: &args::Pairs) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let folder = Tables::begin(&args.out, &[PAIRS, words::SENTENCES]);
    let (folder, read) = match (folder, read(args)) {
        (Ok(folder), Ok(read)) => (folder, read),
        (folder, read) => {
            let mut found: Vec<Problem> = folder.err().into_iter().collect();
            found.extend(read.err().into_iter().flatten());
            return Err(report(&found));
        }
    };
    let found = PairedFields::of(&read.pairs).map_err(|withheld| {
        let problem = Problem::error("pairs-too-few", &args.fields.display().to_string());
        report(&[problem.because(withheld.details)])
    })?;
    let declared = PairsDeclared {
        relevant: args.relevant,
        registered: args.registered.is_some(),
        proxy: args.proxy,
    };
    let told = Told {
        verdict: found.verdict(declared, args.seed),
        found,
        read: &read,
        args,
    };
    write_rows(&folder.path(PAIRS), &table(&read.pairs))
        .and_then(|()| told.sentences(&folder))
        .and_then(|()| folder.finish(&told.about()))
        .map_err(|problem| report(&[problem]))?;
    if voice.json {
        voice.print_json(&told.about());
    }
    for (_, line) in told.said(voice.catalogue()) {
        voice.say(&Message::new("cli-line").with("words", line));
    }
    let out = args.out.display().to_string();
    voice.say(&Message::new("pairs-done").with("out", out));
    Ok(())
}

/// The pairs, or everything that is wrong with them.
fn read(args: &args::Pairs) -> Result<PairsRead, Vec<Problem>> {
    let columns = PairColumns {
        pair: &args.pair,
        organic: &args.organic,
        outcome: &args.outcome,
        aimak: args.aimak.as_deref(),
    };
    let mut wrong = Vec::new();
    let size = args.relevant;
    if let Some(size) = size.filter(|size| !(*size > 0.0 && size.is_finite())) {
        wrong.push(Problem::error("effect-relevant", "--relevant").found(size.to_string()));
    }
    match field_pairs(&args.fields, columns) {
        Ok(read) if wrong.is_empty() => Ok(read),
        Ok(_) => Err(wrong),
        Err(found) => Err([wrong, found].concat()),
    }
}

/// Every pair with its difference.
fn table(pairs: &[FieldPair]) -> Rows {
    let number = |pick: fn(&FieldPair) -> f64| {
        Cells::Numbers(pairs.iter().map(|pair| Some(pick(pair))).collect())
    };
    let aimak = pairs.iter().map(|pair| {
        let name = Some(pair.aimak.clone());
        name.filter(|name| !name.is_empty())
    });
    Rows {
        field: "pair".to_owned(),
        ids: pairs.iter().map(|pair| pair.pair.clone()).collect(),
        columns: vec![
            ("aimak", Cells::Words(aimak.collect())),
            ("organic", number(|pair| pair.organic)),
            ("comparison", number(|pair| pair.comparison)),
            ("difference", number(|pair| pair.organic - pair.comparison)),
        ],
    }
}
