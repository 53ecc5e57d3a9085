use aimak_core::{LocalText, PartialDate, PeriodId, Question, QuestionnaireAbout, Span};
use jiff::civil::date;

use super::*;

const AIMAK: &str = "A";

fn aimak() -> AimakCode {
    AimakCode(AIMAK.to_owned())
}

fn moment(id: &str, year: i16) -> Moment {
    Moment {
        period: PeriodId(id.to_owned()),
        span: Span {
            from: date(year, 1, 1),
            to: date(year + 1, 1, 1),
        },
    }
}

fn window() -> Window {
    Window {
        owner: aimak(),
        before: moment("before", 2014),
        after: moment("after", 2022),
    }
}

fn sitting(year: i16, code: u8) -> Sitting {
    Sitting {
        time: VisitTime::Date(PartialDate::Year(year)),
        replies: vec![Some(Reply::Code(code))],
        rows: InputUse {
            source: "answers".to_owned(),
            used: 1,
        },
    }
}

/// Persons by what they said before and after; `None` where they were not asked.
fn questionnaire(
    persons: &[(Option<u8>, Option<u8>)],
    reversed: bool,
    villages: Option<usize>,
) -> Questionnaire {
    let respondent = |(place, (before, after)): (usize, &(Option<u8>, Option<u8>))| Respondent {
        aimak: aimak(),
        person: format!("{place:03}"),
        sex: None,
        village: villages.map(|count| format!("v{}", place % count)),
        sittings: [(2014, *before), (2022, *after)]
            .into_iter()
            .filter_map(|(year, code)| Some(sitting(year, code?)))
            .collect(),
    };
    Questionnaire {
        about: QuestionnaireAbout {
            id: "answers".to_owned(),
            lowest: 1,
            highest: 5,
            support: Some("q".to_owned()),
            questions: vec![Question {
                id: "q".to_owned(),
                text: LocalText::default(),
                reversed,
                control: false,
            }],
        },
        respondents: persons.iter().enumerate().map(respondent).collect(),
    }
}

fn asking(questionnaire: &Questionnaire) -> Asking<'_> {
    Asking::of(questionnaire, 0, Rule::METHODS).unwrap()
}

/// So many persons with these answers.
fn of(counts: &[(u8, u8, usize)]) -> Vec<(Option<u8>, Option<u8>)> {
    let repeated = counts.iter().flat_map(|(before, after, count)| {
        std::iter::repeat_n((Some(*before), Some(*after)), *count)
    });
    repeated.collect()
}

#[test]
fn the_share_of_methods_f1_and_its_wilson_limits() {
    // counts 4, 9, 15, 38, 22: top two 60/88
    let counts = [(1, 4), (2, 9), (3, 15), (4, 38), (5, 22)];
    let persons: Vec<_> = of(&counts.map(|(code, count)| (code, code, count)));
    let asked = questionnaire(&persons, false, None);
    let asking = asking(&asked);
    let told = asking
        .told(&asking.said(&aimak(), &moment("before", 2014)))
        .unwrap();
    let (lo, hi) = told.agree.limits();
    assert!((told.agree.share() - 0.68182).abs() < 5e-6);
    assert!((lo - 0.57865).abs() < 5e-6 && (hi - 0.76977).abs() < 5e-6);
}

#[test]
fn the_paired_change_of_methods_f4() {
    // b 14 rose into agreement, c 5 fell out of it, of 80: difference 0.1125
    let asked = questionnaire(
        &of(&[(2, 4, 14), (4, 2, 5), (4, 5, 31), (2, 3, 30)]),
        false,
        None,
    );
    let moved = asking(&asked).moved(&aimak(), &window()).unwrap();
    assert_eq!(moved.design, AskedTwice::SamePeople);
    assert!((moved.share.difference() - 0.1125).abs() < 1e-12);
    assert_eq!((moved.n, moved.lost), ((80, 80), Some(0)));
}

#[test]
fn a_reversed_question_is_turned() {
    let persons = [(2, 4, 14), (4, 2, 5), (4, 5, 31), (2, 1, 30)];
    let turned = persons.map(|(before, after, count)| (6 - before, 6 - after, count));
    let (straight, reversed) = (
        questionnaire(&of(&persons), false, None),
        questionnaire(&of(&turned), true, None),
    );
    let [one, other] =
        [&straight, &reversed].map(|asked| asking(asked).moved(&aimak(), &window()).unwrap());
    assert_eq!((one.share, one.p), (other.share, other.p));
}

#[test]
fn few_people_are_not_told() {
    let reason = |counts: &[(u8, u8, usize)]| {
        let asked = questionnaire(&of(counts), false, None);
        let asking = asking(&asked);
        let told = asking.told(&asking.said(&aimak(), &moment("before", 2014)));
        told.err().map(|withheld| withheld.reason)
    };
    // three agree, three do not, nine in all, nobody
    assert_eq!(reason(&[(5, 5, 3), (1, 1, 37)]), Some(Reason::Suppressed));
    assert_eq!(reason(&[(5, 5, 37), (1, 1, 3)]), Some(Reason::Suppressed));
    assert_eq!(reason(&[(5, 5, 5), (1, 1, 4)]), Some(Reason::Suppressed));
    assert_eq!(reason(&[]), Some(Reason::NoData));
    assert_eq!(reason(&[(5, 5, 20), (1, 1, 20)]), None);
}

#[test]
fn a_comparison_that_would_tell_of_a_few_is_withheld() {
    // 40 asked twice; three more only before: what they said is the difference of the two published shares
    let mut persons = of(&[(5, 5, 20), (1, 5, 10), (1, 1, 10)]);
    let told = |persons: &[(Option<u8>, Option<u8>)]| {
        let asked = questionnaire(persons, false, None);
        asking(&asked)
            .moved(&aimak(), &window())
            .map(|moved| moved.lost)
    };
    assert_eq!(told(&persons), Ok(Some(0)));
    persons.extend([(Some(5), None); 3]);
    assert_eq!(told(&persons).unwrap_err().reason, Reason::Suppressed);
    persons.extend([(Some(5), None); 3]);
    assert_eq!(told(&persons), Ok(Some(6)));
}

#[test]
fn nine_pairs_are_two_samples() {
    let mut persons = of(&[(5, 5, 5), (1, 1, 4)]);
    persons.extend([(Some(5), None); 20]);
    persons.extend([(Some(1), None); 20]);
    persons.extend([(None, Some(5)); 20]);
    persons.extend([(None, Some(1)); 20]);
    let asked = questionnaire(&persons, false, None);
    let moved = asking(&asked).moved(&aimak(), &window()).unwrap();
    assert_eq!((moved.design, moved.n), (AskedTwice::OtherPeople, (49, 49)));
}

#[test]
fn neighbours_that_answer_alike_make_it_less_sure() {
    // in villages v0 and v1 everybody agrees, in the others half do
    let persons: Vec<_> = (0..60)
        .map(|place| {
            let code = if place % 6 < 2 || place % 12 < 6 {
                5
            } else {
                1
            };
            (Some(code), Some(code))
        })
        .collect();
    let width = |villages| {
        let asked = questionnaire(&persons, false, villages);
        let asking = asking(&asked);
        let told = asking
            .told(&asking.said(&aimak(), &moment("before", 2014)))
            .unwrap();
        let (lo, hi) = told.agree.limits();
        (hi - lo, told.likeness_assumed)
    };
    let ((alone, _), (clustered, measured), (few, assumed)) =
        (width(None), width(Some(6)), width(Some(2)));
    assert!(clustered > alone && few > alone);
    assert!(!measured && assumed);
}
