//! Problems, in words a person can act on: where, what was found, what was expected, how to mend it.

use std::fmt::Write as _;

use aimak_core::Message;
use aimak_io::problem::{Problem, Severity, spans};
use serde::Serialize;

use crate::{Failure, Outcome, voice::Voice};

/// Problems as data for machines; words included.
#[derive(Serialize)]
pub struct Report<'a> {
    problems: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    problem: &'a Problem,
    words: String,
}

impl<'a> Report<'a> {
    /// The report on `problems`.
    pub fn new(voice: &Voice, problems: &'a [Problem]) -> Self {
        let entry = |problem| Entry {
            problem,
            words: words(voice, problem),
        };
        Self {
            problems: problems.iter().map(entry).collect(),
        }
    }
}

/// Reports problems that end the command.
pub fn report(voice: &Voice, problems: &[Problem]) -> Failure {
    if voice.json {
        voice.print_json(&Report::new(voice, problems));
    } else {
        show(voice, problems);
    }
    let errors = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(Problem::places)
        .sum::<usize>();
    voice.error(&voice.message(&Message::new("cli-problems").with("errors", errors)));
    Failure::Problems
}

/// Shows which parts of the input could not be read. What was written stands, with gaps there; all is well without any.
///
/// # Errors
/// Where there are gaps: who goes on without looking should stumble.
pub fn gaps(voice: &Voice, unreadable: &[Problem]) -> Outcome {
    if unreadable.is_empty() {
        return Ok(());
    }
    show(voice, unreadable);
    let gaps = Message::new("cli-written-with-gaps").with("n", unreadable.len());
    Err(Failure::Said(voice.message(&gaps)))
}

/// Shows problems or remarks, one paragraph each.
pub fn show(voice: &Voice, problems: &[Problem]) {
    for problem in problems {
        if !voice.quiet || problem.severity == Severity::Error {
            voice.error(&words(voice, problem));
        }
    }
}

/// What stands there: as it is quoted, or what is wrong with it in words of the catalogue.
fn found(voice: &Voice, problem: &Problem) -> String {
    let causes: Vec<String> = problem
        .more
        .causes
        .iter()
        .map(|c| voice.message(c))
        .collect();
    match problem.found.as_str() {
        _ if !causes.is_empty() => causes.join("; "),
        "∅" | "—" => voice.text("cli-found-nothing"),
        found => found.to_owned(),
    }
}

/// What the system said about a file, in the language of the person where the catalogue can.
pub fn cause(voice: &Voice, error: &std::io::Error) -> String {
    aimak_io::problem::cause(error).map_or_else(|| error.to_string(), |cause| voice.message(&cause))
}

/// One problem in words.
fn words(voice: &Voice, problem: &Problem) -> String {
    let severity = match problem.severity {
        Severity::Error => "cli-error",
        Severity::Warning => "cli-warning",
    };
    let mut text = format!(
        "{}: {}\n  {}",
        voice.text(severity),
        voice.message(&problem.title()),
        problem.file
    );
    let parts = [
        problem
            .row
            .map(|row| Message::new("cli-row").with("row", row)),
        problem
            .feature
            .as_deref()
            .map(|feature| Message::new("cli-feature").with("feature", feature)),
        problem
            .column
            .as_deref()
            .map(|column| Message::new("cli-column").with("column", column)),
    ];
    for part in parts.into_iter().flatten() {
        let _ = write!(text, ", {}", voice.message(&part));
    }
    let further = &problem.more.further_rows;
    if !further.is_empty() {
        let same = Message::new("further-rows").with("n", further.len());
        let same = same.with("rows", spans(further));
        let _ = write!(text, "\n  {}", voice.message(&same));
        return text;
    }
    let lines = [
        ("cli-found", found(voice, problem)),
        ("cli-expected", voice.message(&problem.expected)),
        ("cli-hint", voice.message(&problem.hint)),
    ];
    for (label, line) in lines {
        if !line.is_empty() {
            let _ = write!(text, "\n  {} {line}", voice.text(label));
        }
    }
    text
}
