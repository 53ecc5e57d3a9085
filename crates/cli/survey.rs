//! `aimak survey`: what do people say, and did that change?

mod changes;
mod questions;

use std::collections::BTreeMap;

use aimak_core::Message;
use aimak_io::{
    problem::Problem,
    read::answers::{AnswerCodes, AnswerColumns, AnswerRow, answers},
};
use aimak_science::attitudes::{
    likert::{Item, Reply},
    refusal::Refused,
    reliability::Reliability,
    scale_score::ScoredItems,
};
use serde_json::json;

use crate::{Outcome, args, problems, voice::Voice};

/// Version of the wording where a table does not tell one: the person who runs the command says that both dates asked the same.
const VERSION: u32 = 1;

/// Reads the questionnaire, counts, compares, writes the tables; each appears only when it is whole.
pub fn survey(voice: &Voice, args: &args::Survey) -> Outcome {
    let report = |found: &[Problem]| problems::report(voice, found);
    let rows = read(args).map_err(|found| report(&found))?;
    let groups = Groups::of(args, &rows);
    let written = aimak_io::zonal::write_rows(&args.out, &questions::rows(args, &groups));
    let written = written.and_then(|()| match &args.changes {
        Some(path) => aimak_io::zonal::write_rows(path, &changes::rows(args, &rows)),
        None => Ok(()),
    });
    written.map_err(|problem| report(&[problem]))?;
    let reliability = reliability(args, &rows);
    if voice.json {
        voice.print_json(&json!({
            "out": args.out, "changes": args.changes, "rows": rows.len(), "publishable": args.publishable,
            "reliability": reliability.as_ref().ok().map(|found| json!({
                "alpha": found.alpha, "low": found.lo, "high": found.hi, "persons": found.persons,
                "scale_permitted": found.permits_scale().is_ok(),
            })),
        }));
    }
    say_done(voice, args, rows.len(), reliability);
    Ok(())
}

/// The rows, or everything that is wrong with the command line and the table.
fn read(args: &args::Survey) -> Result<Vec<AnswerRow>, Vec<Problem>> {
    let mut found = Vec::new();
    for item in args
        .reversed
        .iter()
        .filter(|item| !args.items.contains(item))
    {
        found.push(Problem::error("survey-reversed", "--reversed").found(item.as_str()));
    }
    let tables = [Some(&args.out), args.changes.as_ref()];
    let tables = tables.into_iter().flatten();
    found.extend(tables.filter_map(|path| aimak_io::zonal::rows_writable(path).err()));
    let (lowest, highest) = args.scale.ends();
    let columns = AnswerColumns {
        items: &args.items,
        by: args.by.as_deref(),
        person: args.person.as_deref(),
        cluster: args.cluster.as_deref(),
        codes: AnswerCodes {
            lowest,
            highest,
            do_not_know: args.do_not_know,
            declined: args.declined,
        },
    };
    match answers(&args.answers, columns) {
        Ok(rows) => {
            found.extend(dates(args, &rows));
            if found.is_empty() {
                return Ok(rows);
            }
        }
        Err(problems) => found.extend(problems),
    }
    Err(found)
}

/// Dates that no row names.
fn dates(args: &args::Survey, rows: &[AnswerRow]) -> Vec<Problem> {
    let named = [("--before", &args.before), ("--after", &args.after)];
    let named = named
        .into_iter()
        .filter_map(|(option, date)| Some((option, date.as_ref()?)));
    let unknown = named.filter(|(_, date)| !rows.iter().any(|row| row.by == **date));
    unknown
        .map(|(option, date)| Problem::error("survey-date", option).found(date.as_str()))
        .collect()
}

/// Replies by group and question.
pub struct Groups<'a> {
    /// Names of the groups, sorted.
    pub names: Vec<&'a str>,
    /// Replies of each group to each question, with the village of the person.
    pub replies: Vec<Vec<Vec<(&'a str, Reply)>>>,
}

impl<'a> Groups<'a> {
    fn of(args: &args::Survey, rows: &'a [AnswerRow]) -> Self {
        let mut by_group: BTreeMap<&str, Vec<Vec<(&str, Reply)>>> = BTreeMap::new();
        for row in rows {
            let empty = || vec![Vec::new(); args.items.len()];
            let questions = by_group.entry(row.by.as_str()).or_insert_with(empty);
            for (question, reply) in questions.iter_mut().zip(&row.replies) {
                question.extend(reply.map(|reply| (row.cluster.as_str(), reply)));
            }
        }
        Self {
            names: by_group.keys().copied().collect(),
            replies: by_group.into_values().collect(),
        }
    }
}

/// A question as it was asked.
pub fn item(args: &args::Survey, place: usize) -> Item {
    let id = args.items[place].clone();
    Item {
        reversed: args.reversed.contains(&id),
        id,
        version: VERSION,
        scale: args.scale,
    }
}

/// Whether the questions measure one thing, over all rows.
fn reliability(args: &args::Survey, rows: &[AnswerRow]) -> Result<Reliability, Refused> {
    let reversed: Vec<bool> = args
        .items
        .iter()
        .map(|id| args.reversed.contains(id))
        .collect();
    let items = ScoredItems::new(args.scale, &reversed)?;
    let code = |reply: &Option<Reply>| match reply {
        Some(Reply::Code(code)) => Some(*code),
        _ => None,
    };
    let codes: Vec<Vec<Option<u8>>> = rows
        .iter()
        .map(|row| row.replies.iter().map(code).collect())
        .collect();
    Reliability::of(&items, &codes)
}

fn say_done(
    voice: &Voice,
    args: &args::Survey,
    persons: usize,
    reliability: Result<Reliability, Refused>,
) {
    voice.say(
        &Message::new("cli-survey-done")
            .with("out", args.out.display().to_string())
            .with("items", args.items.len())
            .with("rows", persons),
    );
    if let Ok(found) = reliability {
        voice.say(
            &Message::new("cli-survey-alpha")
                .with("alpha", found.alpha)
                .with("low", found.lo)
                .with("high", found.hi)
                .with("persons", found.persons),
        );
        if let Err(refused) = found.permits_scale() {
            voice.say(&refused.message());
        }
    }
    if args.changes.is_some() {
        let design = if args.person.is_some() {
            "panel"
        } else {
            "waves"
        };
        voice.say(&Message::new(&format!("cli-survey-{design}")));
    }
    if args.cluster.is_some() {
        voice.say(&Message::new("cli-survey-clusters"));
    }
    if !args.publishable {
        voice.say(&Message::new("cli-survey-private"));
    }
}
