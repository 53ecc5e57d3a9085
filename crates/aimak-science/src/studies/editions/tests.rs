use aimak_core::{Attitudes, Reply, Survey, Told};
use proptest::prelude::*;

use super::*;
use crate::{simulate::Region, studies::questions::attitudes};

/// A survey and what an edition of it told.
fn first_edition() -> (Survey, Attitudes) {
    let survey = Region::small(3).survey();
    let told = attitudes(&survey).unwrap();
    (survey, told)
}

/// Persons of the first aimak that change their mind on the first question, in every sitting.
fn change_minds(survey: &mut Survey, persons: usize) {
    let questionnaire = &mut survey.questionnaires[0];
    let (lowest, highest) = (questionnaire.about.lowest, questionnaire.about.highest);
    let first = survey.aimaks[0].code.clone();
    let here = questionnaire
        .respondents
        .iter_mut()
        .filter(|person| person.aimak == first);
    let agrees =
        |reply: &Option<Reply>| matches!(reply, Some(Reply::Code(code)) if *code + 2 > highest);
    let said_yes = here.filter(|person| {
        person
            .sittings
            .iter()
            .all(|sitting| agrees(&sitting.replies[0]))
    });
    for person in said_yes.take(persons) {
        for sitting in &mut person.sittings {
            sitting.replies[0] = Some(Reply::Code(lowest));
        }
    }
}

fn told_states(attitudes: &Attitudes, aimak: &str) -> usize {
    let of_first = attitudes
        .asked
        .iter()
        .find(|asked| asked.aimak.0 == aimak)
        .unwrap();
    of_first
        .states
        .iter()
        .filter(|state| matches!(state.outcome, Told::Told(_)))
        .count()
}

#[test]
fn the_same_answers_are_told_alike_again() {
    let (mut survey, first) = first_edition();
    survey.earlier = vec![first.clone()];
    assert_eq!(attitudes(&survey).unwrap(), first);
    assert!(pointing_beside(&first, std::slice::from_ref(&first), Rule::METHODS).is_empty());
}

#[test]
fn one_changed_mind_is_kept_back() {
    let (survey, first) = first_edition();
    let aimak = survey.aimaks[0].code.0.clone();
    assert!(told_states(&first, &aimak) > 0, "something to keep back");
    let mut again = survey.clone();
    change_minds(&mut again, 1);
    let careless = attitudes(&again).unwrap();
    again.earlier = vec![first.clone()];
    let careful = attitudes(&again).unwrap();
    assert!(told_states(&careful, &aimak) < told_states(&careless, &aimak));
    let beside =
        |now: &Attitudes| pointing_beside(now, std::slice::from_ref(&first), Rule::METHODS);
    assert!(
        beside(&careless)
            .iter()
            .any(|(_, question, code)| *code == aimak
                && *question == survey.questionnaires[0].about.questions[0].id)
    );
    assert!(beside(&careful).is_empty());
}

#[test]
fn counts_are_compared_as_a_reader_can_subtract_them() {
    let editions = Editions::new(&[], Rule::METHODS);
    let codes = (AnswerClasses::Codes, &[10_u64, 12, 9, 20, 30][..]);
    // 22 against, 9 neither, 50 for
    assert!(!editions.differ_by_few(codes, (AnswerClasses::Three, &[22, 9, 50])));
    assert!(editions.differ_by_few(codes, (AnswerClasses::Three, &[22, 9, 48])));
    assert!(
        !editions.differ_by_few(codes, (AnswerClasses::Two, &[31, 60])),
        "ten came"
    );
    assert!(
        editions.differ_by_few(codes, (AnswerClasses::Two, &[25, 55])),
        "81 and 80 persons"
    );
}

proptest! {
    /// Whatever is told beside an edition can be told beside it: nothing is left that the publisher would refuse.
    #[test]
    fn what_is_kept_back_is_enough(persons in 0_usize..12) {
        let (mut survey, first) = first_edition();
        change_minds(&mut survey, persons);
        survey.earlier = vec![first.clone()];
        let second = attitudes(&survey).unwrap();
        prop_assert!(pointing_beside(&second, std::slice::from_ref(&first), Rule::METHODS).is_empty());
    }
}
