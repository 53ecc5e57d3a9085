//! Questionnaires of a project: a row for each answer, or for each person with a column for each question.

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, InputUse, Message, Question, Questionnaire, QuestionnaireAbout, Reply, Respondent,
    Sex, Sitting, VisitTime,
};

use super::{
    answers::AnswerCodes,
    places::Places,
    table::{Table, name_of},
    visits::{Drafts, key_of},
};
use crate::project::{QuestionSpec, TableSpec};

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
        table.needed(row, columns.aimak.as_ref());
        let aimak = places.named(table, row, columns.aimak.as_ref());
        let person = table.needed(row, columns.respondent.as_ref());
        let time = drafts.time(table, row);
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
            table.wrong(
                row,
                name_of(columns.respondent.as_ref()),
                "answer-twice",
                &question,
            );
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
            table.wrong(row, name_of(column), "unknown-sex", &text);
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
    let Some(asked) = table.needed(row, Some(column)) else {
        return Vec::new();
    };
    let named =
        |question: &QuestionSpec| question.column.as_ref().unwrap_or(&question.id) == &asked;
    let Some(place) = spec.questions.iter().position(named) else {
        let known = spec.questions.iter().map(|question| question.id.as_str());
        table.unknown(row, column.name(), "unknown-question", &asked, known);
        return Vec::new();
    };
    let column = name_of(spec.columns.answer.as_ref());
    vec![(place, reply(table, row, column))]
}

/// What the codes of a table mean.
fn codes(spec: &TableSpec) -> AnswerCodes {
    let [lowest, highest] = spec.codes.unwrap_or(USUAL_CODES);
    AnswerCodes {
        lowest,
        highest,
        do_not_know: spec.do_not_know,
        declined: spec.declined,
    }
}

/// One reply; nothing where the cell is empty, a problem where it is no code.
fn reply(table: &mut Table, row: usize, column: &str) -> Option<Reply> {
    let spec = table.spec;
    let text = table.cell(row, column, &spec.missing)?.to_owned();
    let reply = codes(spec).reply(&text);
    if reply.is_none() {
        table.wrong(row, column, "answer-code", &text);
    }
    reply
}

impl Person {
    /// Adds replies; the question that was answered twice at one time, where there is one.
    fn add(
        &mut self,
        spec: &TableSpec,
        time: &VisitTime,
        said: Vec<(usize, Option<Reply>)>,
    ) -> Option<String> {
        let key = key_of(time);
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
    let AnswerCodes {
        lowest, highest, ..
    } = codes(spec);
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
