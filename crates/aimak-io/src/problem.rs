//! What is wrong with an input, where, and how can a person mend it?

use std::{fmt::Write as _, io};

use aimak_core::Message;
use serde::Serialize;

/// Whether the project can be used as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing is computed before this is mended.
    Error,
    /// The work goes on; a person should look.
    Warning,
}

/// One thing wrong with one place of one input.
///
/// The words come from the text catalogue: `problem-<code>` is the heading, `expected-...` and `hint-...` are named by
/// [`Problem::expected`] and [`Problem::hint`]. What was found is quoted as it stands in the file.
///
/// ```
/// use aimak_io::problem::Problem;
/// let problem = Problem::error("not-a-number", "soil.csv").at_row(7).in_column("ph").found("alkaline");
/// assert_eq!(problem.title().id, "problem-not-a-number");
/// assert_eq!(problem.hint.id, "hint-not-a-number");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// What kind of problem, kebab-case, stable between versions.
    pub code: &'static str,
    /// The file, as the project file names it.
    pub file: String,
    /// Row as a spreadsheet counts it (1 is the first row of the file, usually the header), or the number of a feature.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The feature of a map layer: its code, or `#` and its number in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feature: Option<String>,
    /// The column or field, or the path of a key in the project file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What stands there.
    pub found: String,
    /// What only some problems have; boxed, so that a `Result` with a problem stays small.
    #[serde(flatten)]
    pub more: Box<More>,
    /// What should stand there.
    pub expected: Message,
    /// How to mend it.
    pub hint: Message,
}

/// What only some problems have.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct More {
    /// What is wrong in words of the catalogue, where a library would otherwise say it in English.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Message>,
    /// Rows with the same problem that are not listed one by one, where this stands for all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub further_rows: Vec<usize>,
}

impl Problem {
    /// A problem of kind `code` in `file`, with the catalogue's usual expectation and hint for this kind.
    pub fn new(severity: Severity, code: &'static str, file: &str) -> Self {
        Self {
            severity,
            code,
            file: file.to_owned(),
            row: None,
            feature: None,
            column: None,
            found: String::new(),
            more: Box::default(),
            expected: Message::new(&format!("expected-{code}")),
            hint: Message::new(&format!("hint-{code}")),
        }
    }

    /// An error of kind `code` in `file`.
    pub fn error(code: &'static str, file: &str) -> Self {
        Self::new(Severity::Error, code, file)
    }

    /// A warning of kind `code` in `file`.
    pub fn warning(code: &'static str, file: &str) -> Self {
        Self::new(Severity::Warning, code, file)
    }

    /// The heading of this kind of problem.
    pub fn title(&self) -> Message {
        Message::new(&format!("problem-{}", self.code))
    }

    /// The same at a row (1 is the first row of the file).
    #[must_use]
    pub fn at_row(mut self, row: usize) -> Self {
        self.row = Some(row);
        self
    }

    /// The same at a feature.
    #[must_use]
    pub fn at_feature(mut self, feature: &str) -> Self {
        self.feature = Some(feature.to_owned());
        self
    }

    /// The same in a column, field or key.
    #[must_use]
    pub fn in_column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }

    /// The same with what stands there.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
    }

    /// The same with what is wrong, in words of the catalogue.
    #[must_use]
    pub fn because(mut self, causes: impl IntoIterator<Item = Message>) -> Self {
        self.more.causes.extend(causes);
        self
    }

    /// The same with what the system said about a file.
    #[must_use]
    pub fn because_of(self, error: &io::Error) -> Self {
        self.found(error.to_string()).because(cause(error))
    }

    /// The same with another expectation.
    #[must_use]
    pub fn expecting(mut self, expected: Message) -> Self {
        self.expected = expected;
        self
    }

    /// The same with another hint.
    #[must_use]
    pub fn hinting(mut self, hint: Message) -> Self {
        self.hint = hint;
        self
    }

    /// How many places it speaks of.
    pub fn places(&self) -> usize {
        self.more.further_rows.len().max(1)
    }

    /// True where nothing can be computed before this is mended.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// What the system said about a file, in words of the catalogue; `None` where the catalogue has none.
pub fn cause(error: &io::Error) -> Option<Message> {
    let id = match error.kind() {
        io::ErrorKind::NotFound => "cause-not-found",
        io::ErrorKind::PermissionDenied => "cause-no-permission",
        io::ErrorKind::IsADirectory => "cause-is-a-folder",
        io::ErrorKind::NotADirectory => "cause-no-folder",
        io::ErrorKind::StorageFull => "cause-disk-full",
        io::ErrorKind::ReadOnlyFilesystem => "cause-read-only",
        io::ErrorKind::InvalidData => "cause-not-text",
        io::ErrorKind::AddrInUse => "cause-port-taken",
        _ => return None,
    };
    Some(Message::new(id))
}

/// Rows as spans.
///
/// ```
/// assert_eq!(aimak_io::problem::spans(&[5, 6, 7, 9, 11, 12]), "5–7, 9, 11–12");
/// ```
pub fn spans(rows: &[usize]) -> String {
    let mut text = String::new();
    for span in rows.chunk_by(|a, b| a + 1 == *b) {
        let comma = if text.is_empty() { "" } else { ", " };
        let _ = match span {
            [first, .., last] => write!(text, "{comma}{first}–{last}"),
            [only] => write!(text, "{comma}{only}"),
            [] => Ok(()),
        };
    }
    text
}

/// The known word nearest to `word`, if it is near enough to be meant.
///
/// ```
/// use aimak_io::problem::nearest;
/// assert_eq!(nearest("bulk_densty", ["ph", "bulk_density"]), Some("bulk_density"));
/// assert_eq!(nearest("colour", ["ph", "date"]), None);
/// ```
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    known
        .into_iter()
        .map(|name| {
            (
                strsim::normalized_damerau_levenshtein(&lower, &name.to_lowercase()),
                name,
            )
        })
        .filter(|(likeness, _)| *likeness >= 0.6)
        // the first of equally near words, so that the answer does not depend on anything but the list
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, name)| name)
}
