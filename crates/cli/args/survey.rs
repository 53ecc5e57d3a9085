//! What may stand behind `aimak survey`.

use std::path::PathBuf;

use aimak_science::attitudes::likert::AnswerScale;
use clap::Args;

/// `aimak survey --answers FILE --items LIST --out FILE`.
#[derive(Args)]
pub struct Survey {
    /// The questionnaire.
    #[arg(long, value_name = "TABLE")]
    pub answers: PathBuf,
    /// Columns of questions.
    #[arg(long, value_name = "LIST", value_delimiter = ',', required = true)]
    pub items: Vec<String>,
    /// Codes of the answers.
    #[arg(long, value_name = "SCALE", default_value = "1-5", value_parser = scale)]
    pub scale: AnswerScale,
    /// Questions worded the other way round.
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub reversed: Vec<String>,
    /// The code of "I do not know".
    #[arg(long, value_name = "N")]
    pub do_not_know: Option<u8>,
    /// The code of a refusal.
    #[arg(long, value_name = "N")]
    pub declined: Option<u8>,
    /// The column of groups or dates.
    #[arg(long, value_name = "COLUMN")]
    pub by: Option<String>,
    /// The group before.
    #[arg(long, value_name = "NAME", requires = "after", requires = "by")]
    pub before: Option<String>,
    /// The group after.
    #[arg(long, value_name = "NAME", requires = "before")]
    pub after: Option<String>,
    /// The column of persons, where the same were asked twice.
    #[arg(long, value_name = "COLUMN", requires = "before")]
    pub person: Option<String>,
    /// The column of villages that were drawn as a whole.
    #[arg(long, value_name = "COLUMN")]
    pub cluster: Option<String>,
    /// Keeps back what points at few persons; changes are not kept back, so the two are not written together.
    #[arg(long, conflicts_with = "changes")]
    pub publishable: bool,
    /// The table of changes.
    #[arg(long, value_name = "OUT", requires = "before")]
    pub changes: Option<PathBuf>,
    /// The table of questions.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}

fn scale(text: &str) -> Result<AnswerScale, String> {
    let ends = text
        .split_once('-')
        .and_then(|(low, high)| Some((low.trim().parse().ok()?, high.trim().parse().ok()?)));
    ends.and_then(|(low, high)| AnswerScale::new(low, high))
        .ok_or_else(|| "1-5, 1-7, 0-10".to_owned())
}
