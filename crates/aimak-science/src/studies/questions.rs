//! What did people say to every question, as far as it may be told?

use aimak_core::{
    Aimak, AllAimaks, AnswerChange, AnswerClasses, Answers, AnswersMoved, AnswersOf, Asked,
    Attitudes, Period, Questionnaire, Reason, ShareTold, Survey, Withheld,
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
    let of_aimak = |questionnaire: &Questionnaire, aimak: &Aimak| {
        let asked = questionnaire
            .respondents
            .iter()
            .any(|person| person.aimak == aimak.code);
        if asked {
            of_aimak(survey, questionnaire, aimak)
        } else {
            Vec::new()
        }
    };
    let asked = survey
        .questionnaires
        .par_iter()
        .flat_map_iter(|questionnaire| {
            survey
                .aimaks
                .iter()
                .flat_map(move |aimak| of_aimak(questionnaire, aimak))
        });
    let mut asked: Vec<Asked> = asked.collect();
    asked.sort_by(|a, b| (&a.questionnaire, &a.aimak).cmp(&(&b.questionnaire, &b.aimak)));
    let all_aimaks = tell_sexes(survey, &mut asked);
    Some(Attitudes {
        questionnaires: survey
            .questionnaires
            .iter()
            .map(|asked| asked.about.clone())
            .collect(),
        asked,
        all_aimaks,
    })
}

/// Puts women and men beside the answers of their aimaks where that may be told, and returns those of all aimaks.
fn tell_sexes(survey: &Survey, asked: &mut [Asked]) -> Vec<AllAimaks> {
    let rule = Rule::METHODS.with_least_group(survey.project.min_group);
    let mut all = Vec::new();
    for questionnaire in &survey.questionnaires {
        for (place, question) in questionnaire.about.questions.iter().enumerate() {
            let Some(asking) = Asking::of(questionnaire, place, rule) else {
                continue;
            };
            for (number, period) in survey.periods.iter().enumerate() {
                let found = by_sex(
                    survey,
                    questionnaire,
                    (&asking, &question.id),
                    period,
                    &rule,
                );
                for (aimak, told) in survey.aimaks.iter().zip(found.aimaks) {
                    let here = asked.iter_mut().find(|asked| {
                        asked.questionnaire == questionnaire.about.id
                            && asked.question == question.id
                            && asked.aimak == aimak.code
                    });
                    if let Some(here) = here {
                        here.states[number].by_sex = told;
                    }
                }
                all.push(found.all);
            }
        }
    }
    all.retain(|all| !all.by_sex.is_empty());
    all
}

/// All questions of one questionnaire in one aimak, in the order in which they were asked.
fn of_aimak(survey: &Survey, questionnaire: &Questionnaire, aimak: &Aimak) -> Vec<Asked> {
    let rule = Rule::METHODS.with_least_group(survey.project.min_group);
    let about = &questionnaire.about;
    let askings: Vec<Asking> = (0..about.questions.len())
        .filter_map(|place| Asking::of(questionnaire, place, rule))
        .collect();
    let mut asked: Vec<Asked> = about
        .questions
        .iter()
        .zip(&askings)
        .map(|(question, asking)| Asked {
            questionnaire: about.id.clone(),
            question: question.id.clone(),
            aimak: aimak.code.clone(),
            states: survey
                .periods
                .iter()
                .map(|period| state(asking, aimak, period, &rule))
                .collect(),
            changes: Vec::new(),
        })
        .collect();
    for pair in pairs(survey) {
        let changes = changes(questionnaire, &askings, aimak, pair);
        for (asked, change) in asked.iter_mut().zip(changes) {
            asked.changes.push(change);
        }
    }
    asked
}

fn state(asking: &Asking, aimak: &Aimak, period: &Period, rule: &Rule) -> AnswersOf {
    let told = Moment::of(period, aimak)
        .ok_or(Withheld::because(Reason::PeriodUndefined))
        .and_then(|moment| asking.told(&asking.said(&aimak.code, &moment)));
    AnswersOf {
        period: period.id.clone(),
        outcome: told.map(|told| answers(&told, rule)).into(),
        by_sex: Vec::new(),
    }
}

/// The finest classes of which none points at few persons.
///
/// No class is kept back beside others that are told: then nothing has to be hidden for another's sake.
fn answers(told: &Told, rule: &Rule) -> Answers {
    let codes = told.answers.counts();
    let top = agreeing_codes(told.answers.scale());
    let sum = |counts: &[u64]| counts.iter().sum::<u64>();
    let (rest, agree) = codes.split_at(codes.len() - top);
    let three = (codes.len() > 2 * top).then(|| {
        let (against, neither) = rest.split_at(top);
        vec![sum(against), sum(neither), sum(agree)]
    });
    let open = |counts: &Vec<u64>| {
        let some = counts.iter().filter(|count| **count > 0).count();
        some > 1 && !counts.iter().any(|count| rule.is_small(*count))
    };
    let (classes, counts) = if open(&codes.to_vec()) {
        (AnswerClasses::Codes, codes.to_vec())
    } else if let Some(three) = three.filter(open) {
        (AnswerClasses::Three, three)
    } else {
        (AnswerClasses::Two, vec![sum(rest), sum(agree)])
    };
    let (lo, hi) = told.agree.limits();
    Answers {
        n: told.answers.n(),
        classes,
        counts,
        agree: ShareTold {
            share: told.agree.share(),
            lo,
            hi,
        },
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
