//! Questionnaires of a project: a row for each answer, or for each person with a column for each question.

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, InputUse, Message, Question, Questionnaire, QuestionnaireAbout, Reply, Respondent,
    Sex, Sitting, VisitTime,
};

use super::{places::Places, plots::known_aimak, table::Table, visits::Drafts};
use crate::project::{Column, QuestionSpec, TableSpec};

/// Codes of agreement where the project declares none.
const USUAL_CODES: [u8; 2] = [1, 5];

/// Persons in the making, by aimak and number.
type People = BTreeMap<(AimakCode, String), Person>;

#[derive(Default)]
struct Person {
    village: Option<String>,
    sex: Option<Sex>,
    /// By the text of the time, so that sittings come out in order.
    sittings: BTreeMap<String, Sitting>,
}

/// Reads the rows of a table of answers.
pub(super) fn rows(table: &mut Table, places: &Places, drafts: &mut Drafts) -> Questionnaire {
    let spec = table.spec;
    let mut people = People::new();
    for row in table.rows() {
        let columns = &spec.columns;
        let aimak = known_aimak(table, row, places);
        let person = table.text(row, columns.respondent.as_ref());
        let time = drafts.time(table, row);
        for (column, empty) in [
            (&columns.respondent, person.is_none()),
            (
                &columns.aimak,
                table.text(row, columns.aimak.as_ref()).is_none(),
            ),
        ] {
            if empty {
                table.wrong(
                    row,
                    column.as_ref().map_or("", Column::name),
                    "empty-cell",
                    "∅",
                );
            }
        }
        let said = replies(table, row);
        let (Some(aimak), Some(person)) = (aimak, person) else {
            continue;
        };
        let Some(time) = time else {
            drafts.leave_out(table, row, Message::new("exclusion-no-date"));
            continue;
        };
        let village = table.text(row, columns.village.as_ref());
        let sex = sex(table, row);
        let known = people.entry((aimak, person)).or_default();
        known.sex = known.sex.or(sex);
        known.village = known.village.take().or(village);
        let twice = known.add(spec, &time, said);
        if let Some(question) = twice {
            let column = columns.respondent.as_ref().map_or("", Column::name);
            table.wrong(row, column, "answer-twice", &question);
        }
    }
    Questionnaire {
        about: about(spec),
        respondents: people.into_iter().map(respondent).collect(),
    }
}

/// Woman or man; another word is a problem.
fn sex(table: &mut Table, row: usize) -> Option<Sex> {
    let column = table.spec.columns.sex.as_ref();
    let text = table.text(row, column)?;
    match text.to_lowercase().as_str() {
        "f" | "w" | "woman" | "female" | "ж" | "жен" | "женщина" | "женский" | "аял" => {
            Some(Sex::Woman)
        }
        "m" | "man" | "male" | "м" | "муж" | "мужчина" | "мужской" | "эркек" => {
            Some(Sex::Man)
        }
        _ => {
            table.wrong(row, column.map_or("", Column::name), "unknown-sex", &text);
            None
        }
    }
}

/// The replies of a row by place of the question.
fn replies(table: &mut Table, row: usize) -> Vec<(usize, Option<Reply>)> {
    let spec = table.spec;
    let Some(column) = &spec.columns.question else {
        let of = |(place, question): (usize, &QuestionSpec)| {
            let column = question
                .column
                .as_deref()
                .unwrap_or(&question.id)
                .to_owned();
            (place, reply(table, row, &column))
        };
        return spec.questions.iter().enumerate().map(of).collect();
    };
    let Some(asked) = table.text(row, Some(column)) else {
        table.wrong(row, column.name(), "empty-cell", "∅");
        return Vec::new();
    };
    let named =
        |question: &QuestionSpec| question.column.as_ref().unwrap_or(&question.id) == &asked;
    let Some(place) = spec.questions.iter().position(named) else {
        let known = spec.questions.iter().map(|question| question.id.as_str());
        table.unknown(row, column.name(), "unknown-question", &asked, known);
        return Vec::new();
    };
    let column = spec.columns.answer.as_ref().map_or("", Column::name);
    vec![(place, reply(table, row, column))]
}

/// One reply; nothing where the cell is empty, a problem where it is no code.
fn reply(table: &mut Table, row: usize, column: &str) -> Option<Reply> {
    let spec = table.spec;
    let text = table.cell(row, column, &spec.missing)?.to_owned();
    let whole = text.parse::<f64>().ok().filter(|code| code.fract() == 0.0);
    let code = whole
        .filter(|code| (0.0..=255.0).contains(code))
        .map(|code| code as u8);
    let [lowest, highest] = spec.codes.unwrap_or(USUAL_CODES);
    match code {
        Some(code) if Some(code) == spec.do_not_know => Some(Reply::DoNotKnow),
        Some(code) if Some(code) == spec.declined => Some(Reply::Declined),
        Some(code) if (lowest..=highest).contains(&code) => Some(Reply::Code(code)),
        _ => {
            table.wrong(row, column, "answer-code", &text);
            None
        }
    }
}

impl Person {
    /// Adds replies; the question that was answered twice at one time, where there is one.
    fn add(
        &mut self,
        spec: &TableSpec,
        time: &VisitTime,
        said: Vec<(usize, Option<Reply>)>,
    ) -> Option<String> {
        let key = match time {
            VisitTime::Date(date) => date.to_string(),
            VisitTime::Period(period) => format!("period {period}"),
        };
        let sitting = self.sittings.entry(key).or_insert_with(|| Sitting {
            time: time.clone(),
            replies: vec![None; spec.questions.len()],
            rows: InputUse {
                source: spec.id.clone(),
                used: 0,
            },
        });
        sitting.rows.used += 1;
        let mut twice = None;
        for (place, reply) in said {
            if reply.is_some() && sitting.replies[place].is_some() {
                twice = Some(spec.questions[place].id.clone());
            }
            sitting.replies[place] = sitting.replies[place].or(reply);
        }
        twice
    }
}

fn respondent(((aimak, person), draft): ((AimakCode, String), Person)) -> Respondent {
    Respondent {
        aimak,
        person,
        village: draft.village,
        sex: draft.sex,
        sittings: draft.sittings.into_values().collect(),
    }
}

fn about(spec: &TableSpec) -> QuestionnaireAbout {
    let [lowest, highest] = spec.codes.unwrap_or(USUAL_CODES);
    let question = |question: &QuestionSpec| Question {
        id: question.id.clone(),
        text: question.text.clone(),
        reversed: question.reversed,
        control: question.control,
    };
    let support = spec.questions.iter().find(|question| question.support);
    QuestionnaireAbout {
        id: spec.id.clone(),
        lowest,
        highest,
        support: support.map(|question| question.id.clone()),
        questions: spec.questions.iter().map(question).collect(),
    }
}
