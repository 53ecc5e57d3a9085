//! What did people say to every question, as far as it may be told?

use aimak_core::{
    Aimak, AnswerChange, AnswerClasses, Answers, AnswersMoved, AnswersOf, Asked, Attitudes, Period,
    Questionnaire, Reason, ShareTold, Survey, Withheld,
};
use rayon::prelude::*;

use super::{
    by_sex::by_sex,
    respondents::{Asking, Moved, Told, agreeing_codes},
    window::{Moment, Window, pairs},
};
use crate::{
    attitudes::{
        family::{AdjustedFamily, Family, LEVEL},
        likert::Distribution,
    },
    disclosure::rule::Rule,
};

/// The answers of all questionnaires; `None` where nobody was asked.
pub fn attitudes(survey: &Survey) -> Option<Attitudes> {
    if survey.questionnaires.is_empty() {
        return None;
    }
    let mut attitudes = Attitudes::default();
    for questionnaire in &survey.questionnaires {
        let askings = askings(survey, questionnaire);
        let here = |aimak: &&Aimak| {
            let mut people = questionnaire.respondents.iter();
            people.any(|person| person.aimak == aimak.code)
        };
        let aimaks: Vec<&Aimak> = survey.aimaks.iter().filter(here).collect();
        let asked = aimaks.par_iter();
        let asked: Vec<Asked> = asked
            .flat_map_iter(|aimak| of_aimak(survey, questionnaire, &askings, aimak))
            .collect();
        attitudes.questionnaires.push(questionnaire.about.clone());
        attitudes.asked.extend(asked);
        for asking in &askings {
            tell_sexes(survey, asking, &mut attitudes);
        }
    }
    Some(attitudes)
}

/// The questions of a questionnaire.
fn askings<'a>(survey: &'a Survey, questionnaire: &'a Questionnaire) -> Vec<Asking<'a>> {
    let rule = Rule::of(&survey.project);
    (0..questionnaire.about.questions.len())
        .filter_map(|place| Some(Asking::of(questionnaire, place, rule)?.beside(&survey.earlier)))
        .collect()
}

/// Puts women and men beside the answers of their aimaks where that may be told, and those of all aimaks beside them.
fn tell_sexes(survey: &Survey, asking: &Asking, attitudes: &mut Attitudes) {
    for (number, period) in survey.periods.iter().enumerate() {
        let found = by_sex(survey, asking, period);
        for (aimak, told) in survey.aimaks.iter().zip(found.aimaks) {
            let here = attitudes.asked.iter_mut().find(|asked| {
                asked.questionnaire == asking.about().id
                    && asked.question == asking.id()
                    && asked.aimak == aimak.code
            });
            if let Some(here) = here {
                here.states[number].by_sex = told;
            }
        }
        if !found.all.by_sex.is_empty() {
            attitudes.all_aimaks.push(found.all);
        }
    }
}

/// All questions of one questionnaire in one aimak, in the order in which they were asked.
fn of_aimak(
    survey: &Survey,
    questionnaire: &Questionnaire,
    askings: &[Asking],
    aimak: &Aimak,
) -> Vec<Asked> {
    let states = |asking: &Asking| {
        let periods = survey.periods.iter();
        periods.map(|period| state(asking, aimak, period)).collect()
    };
    let mut asked: Vec<Asked> = askings
        .iter()
        .map(|asking| Asked {
            questionnaire: questionnaire.about.id.clone(),
            question: asking.id().to_owned(),
            aimak: aimak.code.clone(),
            states: states(asking),
            changes: Vec::new(),
        })
        .collect();
    for pair in pairs(survey) {
        let changes = changes(questionnaire, askings, aimak, pair);
        for (asked, change) in asked.iter_mut().zip(changes) {
            asked.changes.push(change);
        }
    }
    asked
}

fn state(asking: &Asking, aimak: &Aimak, period: &Period) -> AnswersOf {
    let told = Moment::of(period, aimak)
        .ok_or(Withheld::because(Reason::PeriodUndefined))
        .and_then(|moment| {
            let said = asking.said(&aimak.code, &moment);
            asking.told_in(&aimak.code, &period.id, &said)
        });
    let points = |classes: AnswerClasses, counts: &[u64]| {
        let editions = asking.editions();
        editions.point(
            asking.question(),
            &aimak.code,
            &period.id,
            (classes, counts),
        )
    };
    AnswersOf {
        period: period.id.clone(),
        outcome: told
            .map(|told| answers(&told, asking.rule(), points))
            .into(),
        by_sex: Vec::new(),
    }
}

/// The finest classes of which none points at few persons, alone or beside an earlier edition (`points`).
///
/// No class is kept back beside others that are told: then nothing has to be hidden for another's sake.
fn answers(told: &Told, rule: &Rule, points: impl Fn(AnswerClasses, &[u64]) -> bool) -> Answers {
    let codes = told.answers.counts();
    let top = agreeing_codes(told.answers.scale());
    let sum = |counts: &[u64]| counts.iter().sum::<u64>();
    let (rest, agree) = codes.split_at(codes.len() - top);
    let three = (codes.len() > 2 * top).then(|| {
        let (against, neither) = rest.split_at(top);
        vec![sum(against), sum(neither), sum(agree)]
    });
    let open = |classes: AnswerClasses, counts: &[u64]| {
        let some = counts.iter().filter(|count| **count > 0).count();
        let small = counts.iter().any(|count| rule.is_small(*count));
        some > 1 && !small && !points(classes, counts)
    };
    let (classes, counts) = if open(AnswerClasses::Codes, codes) {
        (AnswerClasses::Codes, codes.to_vec())
    } else if let Some(three) = three.filter(|three| open(AnswerClasses::Three, three)) {
        (AnswerClasses::Three, three)
    } else {
        (AnswerClasses::Two, vec![sum(rest), sum(agree)])
    };
    Answers {
        n: told.answers.n(),
        classes,
        counts,
        agree: told.share(),
        median: Some(&told.answers)
            .filter(|_| classes == AnswerClasses::Codes)
            .and_then(Distribution::median),
    }
}

/// The changes of all questions; questions of the programme are judged together, control questions apart.
fn changes(
    questionnaire: &Questionnaire,
    askings: &[Asking],
    aimak: &Aimak,
    pair: (&Period, &Period),
) -> Vec<AnswersMoved> {
    let questions = &questionnaire.about.questions;
    let moved: Vec<Result<Moved, Withheld>> = askings
        .iter()
        .map(|asking| {
            let window = Window::of(pair.0, pair.1, aimak);
            let window = window.ok_or(Withheld::because(Reason::PeriodUndefined))?;
            asking.moved(&aimak.code, &window)
        })
        .collect();
    let ids = |control: bool| -> Vec<&str> {
        let of_kind = questions.iter().filter(|asked| asked.control == control);
        of_kind.map(|asked| asked.id.as_str()).collect()
    };
    let results: Vec<(&str, Option<f64>)> = questions
        .iter()
        .zip(&moved)
        .map(|(asked, moved)| {
            (
                asked.id.as_str(),
                moved.as_ref().ok().and_then(|moved| moved.p),
            )
        })
        .collect();
    let adjusted = Family::declared(&ids(false), &ids(true))
        .and_then(|family| family.adjusted(&results))
        .ok();
    let controls_moved = adjusted
        .as_ref()
        .is_some_and(AdjustedFamily::controls_moved);
    let p_of = |id: &str| {
        let found = adjusted.as_ref()?;
        let all = found.items.iter().chain(&found.controls);
        all.into_iter().find(|(other, _)| other == id)?.1
    };
    let said = questions.iter().zip(moved);
    said.map(|(question, moved)| AnswersMoved {
        before: pair.0.id.clone(),
        after: pair.1.id.clone(),
        outcome: moved
            .map(|moved| change(&moved, p_of(&question.id), controls_moved))
            .into(),
    })
    .collect()
}

fn change(moved: &Moved, p_adjusted: Option<f64>, controls_moved: bool) -> AnswerChange {
    let share = &moved.share;
    AnswerChange {
        design: moved.design,
        n_before: moved.n.0 as u64,
        n_after: moved.n.1 as u64,
        before: share.before,
        after: share.after,
        change: ShareTold {
            share: share.difference(),
            lo: share.lo,
            hi: share.hi,
        },
        p: moved.p,
        p_adjusted,
        stands: !share.holds_zero() && p_adjusted.is_some_and(|p| p <= LEVEL),
        controls_moved,
    }
}

#[cfg(test)]
mod tests;
