//! What were people asked, what did they say, and what of it may be told?

use serde::{Deserialize, Serialize};

use crate::{
    evidence::InputUse, place::AimakCode, survey::VisitTime, text::LocalText, time::PeriodId,
    withheld::Withheld,
};

/// What one person said to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// A code of the scale.
    Code(u8),
    /// "I do not know".
    DoNotKnow,
    /// Would not say.
    Declined,
}

/// A question as it was asked, with the same words at every date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Short key, unique in its questionnaire.
    pub id: String,
    /// The words people heard.
    pub text: LocalText,
    /// True where agreement speaks against what the other questions ask for.
    pub reversed: bool,
    /// True where the question has nothing to do with the programme: it shows whether people have become more polite.
    pub control: bool,
}

/// What the project asks people, without what they said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionnaireAbout {
    /// Id of its table.
    pub id: String,
    /// Lowest code: strong disagreement.
    pub lowest: u8,
    /// Highest code: strong agreement.
    pub highest: u8,
    /// Id of the statement that stands for support of organic farming, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<String>,
    /// The questions, in the order in which they were asked.
    pub questions: Vec<Question>,
}

/// A questionnaire with its answers. The answers never leave the survey one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// What was asked.
    pub about: QuestionnaireAbout,
    /// Who answered, sorted by aimak and person.
    pub respondents: Vec<Respondent>,
}

/// A person, known by a number only.
#[derive(Clone, Debug, PartialEq)]
pub struct Respondent {
    /// Where the person lives.
    pub aimak: AimakCode,
    /// Number or code, the same at every date.
    pub person: String,
    /// Village or other unit that was drawn first; `None` where persons were drawn one by one.
    pub village: Option<String>,
    /// Woman or man, where it was noted.
    pub sex: Option<Sex>,
    /// When the person was asked, in order of time.
    pub sittings: Vec<Sitting>,
}

/// Woman or man, as noted by whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// A woman.
    Woman,
    /// A man.
    Man,
}

impl Sex {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Woman => "woman",
            Self::Man => "man",
        }
    }
}

/// One time a person was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// When.
    pub time: VisitTime,
    /// Replies in the order of the questions; `None` where nothing was noted.
    pub replies: Vec<Option<Reply>>,
    /// Rows of the table.
    pub rows: InputUse,
}

/// What may be told of the answers: shares of people by aimak, question and period, and their change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attitudes {
    /// What was asked.
    pub questionnaires: Vec<QuestionnaireAbout>,
    /// What was answered, by questionnaire and aimak, questions in the order in which they were asked.
    pub asked: Vec<Asked>,
    /// Women and men of all aimaks together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all_aimaks: Vec<AllAimaks>,
}

/// Women and men of all aimaks together, for one question in one period; empty where even they are too few.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AllAimaks {
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Id of the question.
    pub question: String,
    /// The period.
    pub period: PeriodId,
    /// Women and men.
    pub by_sex: Vec<AnswersOfSex>,
}

/// Those of one sex who agree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswersOfSex {
    /// Women or men.
    pub sex: Sex,
    /// Persons with an opinion.
    pub n: u64,
    /// Share of those who agree.
    pub agree: ShareTold,
}

/// One question in one aimak.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Id of the question.
    pub question: String,
    /// The aimak.
    pub aimak: AimakCode,
    /// The answers of each period.
    pub states: Vec<AnswersOf>,
    /// From a period before to one after.
    pub changes: Vec<AnswersMoved>,
}

/// What may be told, or why nothing is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told<T> {
    /// As far as it may be told.
    Told(T),
    /// The reason why not.
    Withheld(Withheld),
}

impl<T> From<Result<T, Withheld>> for Told<T> {
    fn from(result: Result<T, Withheld>) -> Self {
        match result {
            Ok(told) => Self::Told(told),
            Err(withheld) => Self::Withheld(withheld),
        }
    }
}

/// The answers of one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswersOf {
    /// The period.
    pub period: PeriodId,
    /// What they were, or why nothing is told.
    pub outcome: Told<Answers>,
    /// Women and men; empty where that would point at few persons: then they are in the answers of all aimaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_sex: Vec<AnswersOfSex>,
}

/// Into how many classes answers may be told apart without pointing at few persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerClasses {
    /// Every code of the scale.
    Codes,
    /// Against, neither, for.
    Three,
    /// Not for, for.
    Two,
}

/// Answers as they may be told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// Persons with an opinion.
    pub n: u64,
    /// Which classes `counts` has.
    pub classes: AnswerClasses,
    /// Persons by class, from against to for what the questions ask for.
    pub counts: Vec<u64>,
    /// Share of those who agree, 0–1, with its 95 % limits.
    pub agree: ShareTold,
    /// Median code, turned for a reversed question; only where every code is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median: Option<f64>,
}

/// A share with its 95 % limits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShareTold {
    /// 0–1.
    pub share: f64,
    /// Lower limit.
    pub lo: f64,
    /// Upper limit.
    pub hi: f64,
}

/// Who was asked at the two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskedTwice {
    /// The same persons, paired.
    SamePeople,
    /// Two samples of different persons.
    OtherPeople,
}

/// What became of the answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswersMoved {
    /// The period before.
    pub before: PeriodId,
    /// The period after.
    pub after: PeriodId,
    /// The change, or why none is told.
    pub outcome: Told<AnswerChange>,
}

/// A change of the share that agrees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerChange {
    /// Who was asked.
    pub design: AskedTwice,
    /// Persons before; the pairs where they are the same.
    pub n_before: u64,
    /// Persons after.
    pub n_after: u64,
    /// Share before.
    pub before: f64,
    /// Share after.
    pub after: f64,
    /// After less before, with 95 % limits.
    pub change: ShareTold,
    /// p that answers moved up or down: sign test of the same persons, Mann–Whitney of different ones.
    pub p: Option<f64>,
    /// The same p after Holm, over the questions of the programme in this aimak.
    pub p_adjusted: Option<f64>,
    /// True where the change stands: its interval leaves out zero and the adjusted p is at most 0.05.
    pub stands: bool,
    /// True where a question that has nothing to do with the programme moved as well.
    pub controls_moved: bool,
}
