//! Questionnaires: a row for each person, a column for each question.

use std::path::Path;

use aimak_core::Reply;

use super::{mapping::no_field, sheet, table::Table};
use crate::problem::Problem;

/// Which columns hold what, and what their codes mean.
#[derive(Clone, Copy, Debug)]
pub struct AnswerColumns<'a> {
    /// Questions.
    pub items: &'a [String],
    /// The column of groups or dates.
    pub by: Option<&'a str>,
    /// The column of persons.
    pub person: Option<&'a str>,
    /// The column of villages or other units that were drawn as a whole.
    pub cluster: Option<&'a str>,
    /// What the codes mean.
    pub codes: AnswerCodes,
}

/// What the codes of answers mean.
#[derive(Clone, Copy, Debug)]
pub struct AnswerCodes {
    /// Lowest code of the scale.
    pub lowest: u8,
    /// Highest code.
    pub highest: u8,
    /// The code of "I do not know".
    pub do_not_know: Option<u8>,
    /// The code of a refusal.
    pub declined: Option<u8>,
}

impl AnswerCodes {
    /// What a cell says; `None` where it is no code.
    pub(super) fn reply(self, text: &str) -> Option<Reply> {
        // spreadsheets and R write whole numbers as 4.0 too
        let code = text.parse::<f64>().ok().filter(|code| code.fract() == 0.0);
        let code = code.filter(|code| (0.0..=255.0).contains(code))? as u8;
        if Some(code) == self.do_not_know {
            Some(Reply::DoNotKnow)
        } else if Some(code) == self.declined {
            Some(Reply::Declined)
        } else {
            let scale = self.lowest..=self.highest;
            scale.contains(&code).then_some(Reply::Code(code))
        }
    }
}

/// One person's row.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerRow {
    /// Group or date; empty where none is asked for.
    pub by: String,
    /// Who; empty where nobody is named.
    pub person: String,
    /// The village; empty where none is asked for.
    pub cluster: String,
    /// Replies in the order of the items; `None` where nothing stands there.
    pub replies: Vec<Option<Reply>>,
}

/// Reads a questionnaire.
///
/// # Errors
/// Everything that is wrong with it: columns that are not there, codes the scale does not have, persons twice at one date.
pub fn answers(path: &Path, columns: AnswerColumns<'_>) -> Result<Vec<AnswerRow>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let missing = missing_columns(&table, columns);
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut rows = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for row in table.rows() {
        let by = filled(&mut table, row, columns.by);
        let person = filled(&mut table, row, columns.person);
        let cluster = filled(&mut table, row, columns.cluster);
        let replies: Vec<Option<Reply>> = columns
            .items
            .iter()
            .map(|item| reply(&mut table, row, item, columns))
            .collect();
        let (Some(by), Some(person), Some(cluster)) = (by, person, cluster) else {
            continue;
        };
        if let Some(column) = columns.person
            && !seen.insert((by.clone(), person.clone()))
        {
            table.wrong(row, column, "person-twice", "—");
            continue;
        }
        rows.push(AnswerRow {
            by,
            person,
            cluster,
            replies,
        });
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, rows)
}

fn missing_columns(table: &Table<'_>, columns: AnswerColumns<'_>) -> Vec<Problem> {
    let others = [columns.by, columns.person, columns.cluster]
        .into_iter()
        .flatten();
    columns
        .items
        .iter()
        .map(String::as_str)
        .chain(others)
        .filter(|name| !table.header().iter().any(|column| column == name))
        .map(|name| no_field(&table.spec.file, name, table.header()))
        .collect()
}

/// What stands in a column that must not be empty; an empty text where there is no such column.
fn filled(table: &mut Table<'_>, row: usize, column: Option<&str>) -> Option<String> {
    match column {
        Some(column) => sheet::filled(table, row, column),
        None => Some(String::new()),
    }
}

/// One answer; what is no code of the scale is noted.
fn reply(
    table: &mut Table<'_>,
    row: usize,
    item: &str,
    columns: AnswerColumns<'_>,
) -> Option<Reply> {
    let text = table.cell(row, item, &[])?.to_owned();
    let reply = columns.codes.reply(&text);
    if reply.is_none() {
        table.wrong(row, item, "answer-code", &text);
    }
    reply
}
