//! What did the people of this aimak say, and did it change?

use aimak_core::{
    AllAimaks, AnswerChange, AnswerClasses, Answers, AnswersOf, Asked, AskedTwice, Message,
    Question, QuestionnaireAbout, ShareTold, Told, release::AimakProfile,
};
use maud::{Markup, html};

use crate::{view::View, wording::exact};

/// Every question that was asked here; nothing where nobody was.
pub fn questions(view: &View<'_>, aimak: &AimakProfile) -> Markup {
    let attitudes = view.release.attitudes.as_ref();
    let asked: Vec<(&QuestionnaireAbout, &Asked)> = attitudes
        .into_iter()
        .flat_map(|attitudes| attitudes.asked.iter().map(move |asked| (attitudes, asked)))
        .filter(|(_, asked)| asked.aimak == aimak.code)
        .filter_map(|(attitudes, asked)| {
            let mut all = attitudes.questionnaires.iter();
            Some((all.find(|about| about.id == asked.questionnaire)?, asked))
        })
        .collect();
    html! {
        @if !asked.is_empty() {
            section class="questions" aria-labelledby="questions" {
                h2 id="questions" { (view.t("questions-heading")) }
                p class="quiet" { (view.t("questions-lead")) }
                @if asked.iter().any(|(_, asked)| controls_moved(asked)) { p class="note" { (view.t("question-controls-moved")) } }
                @for (about, asked) in asked {
                    @if let Some(question) = about.questions.iter().find(|question| question.id == asked.question) {
                        (one(view, about, question, asked))
                    }
                }
                p class="quiet" { (view.t("questions-words-not-deeds")) }
            }
        }
    }
}

/// True where the people of the aimak were asked anything.
pub fn are_asked(view: &View<'_>, aimak: &AimakProfile) -> bool {
    let attitudes = view.release.attitudes.iter();
    let mut asked = attitudes.flat_map(|attitudes| &attitudes.asked);
    asked.any(|asked| asked.aimak == aimak.code)
}

/// True where a question that has nothing to do with the programme moved too.
fn controls_moved(asked: &Asked) -> bool {
    let moved = |outcome: &Told<AnswerChange>| matches!(outcome, Told::Told(change) if change.controls_moved);
    asked.changes.iter().any(|change| moved(&change.outcome))
}

/// Women and men: of this aimak, or of all aimaks where these are too few.
fn sexes(view: &View<'_>, asked: &Asked, state: &AnswersOf) -> Markup {
    let all = || {
        let attitudes = view.release.attitudes.as_ref()?;
        let same = |all: &&AllAimaks| {
            (&all.questionnaire, &all.question, &all.period)
                == (&asked.questionnaire, &asked.question, &state.period)
        };
        attitudes.all_aimaks.iter().find(same)
    };
    let (lead, told) = match (state.by_sex.as_slice(), all()) {
        ([], None) => return html! {},
        ([], Some(all)) => (Some("question-sexes-of-all"), all.by_sex.as_slice()),
        (here, _) => (None, here),
    };
    let said = told
        .iter()
        .map(|of| share(view, &format!("question-{}", of.sex.key()), &of.agree, of.n));
    let said: Vec<String> = said.collect();
    html! { p class="quiet" { @if let Some(lead) = lead { (view.t(lead)) " " } (said.join("; ")) "." } }
}

fn one(view: &View<'_>, about: &QuestionnaireAbout, question: &Question, asked: &Asked) -> Markup {
    let mark = if question.control {
        Some("question-control")
    } else if question.reversed {
        Some("question-reversed")
    } else if about.support.as_ref() == Some(&question.id) {
        Some("question-support")
    } else {
        None
    };
    html! {
        article class="question" {
            h3 { (view.words.message(&Message::new("question-quoted").with("text", view.local(&question.text).to_owned()))) }
            @if let Some(mark) = mark { p class="quiet" { (view.t(mark)) } }
            @for state in &asked.states {
                div class="answers-of" {
                    p class="answers-period" { (view.period(&state.period)) }
                    @match &state.outcome {
                        Told::Told(answers) => (bar(view, question, answers)),
                        Told::Withheld(withheld) => p class="withheld" { (view.t("verdict-withheld")) ": " (view.reason(withheld)) },
                    }
                    (sexes(view, asked, state))
                }
            }
            @for moved in &asked.changes {
                @match &moved.outcome {
                    Told::Told(change) => (sentence(view, question, change)),
                    Told::Withheld(withheld) => p class="withheld" { (view.t("questions-change")) ": " (view.reason(withheld)) },
                }
            }
        }
    }
}

/// Ids of the classes, from against to for what the questions ask for. To a statement worded the other way round those say no who are for it.
fn classes(question: &Question, answers: &Answers) -> Vec<String> {
    let kind = if question.reversed {
        "answer-reversed"
    } else {
        "answer"
    };
    let named = |classes: &[&str]| {
        classes
            .iter()
            .map(|class| format!("{kind}-{class}"))
            .collect()
    };
    let count = answers.counts.len();
    match answers.classes {
        AnswerClasses::Codes => (1..=count)
            .map(|place| format!("{kind}-{place}-of-{count}"))
            .collect(),
        AnswerClasses::Three => named(&["against", "neither", "for"]),
        AnswerClasses::Two => named(&["not-for", "for"]),
    }
}

/// The answers as a bar, and the same in words.
fn bar(view: &View<'_>, question: &Question, answers: &Answers) -> Markup {
    let percent = |share: f64| view.words.number(100.0 * share, 0);
    let total = answers.n as f64;
    let ids = classes(question, answers);
    let named = |id: &str| {
        if view.words.has(id) {
            view.t(id)
        } else {
            id.rsplit('-').nth(2).unwrap_or(id).to_owned()
        }
    };
    let parts: Vec<(String, u64)> = ids
        .iter()
        .map(|id| named(id))
        .zip(answers.counts.iter().copied())
        .collect();
    let said: Vec<String> = parts
        .iter()
        .map(|(name, count)| format!("{name} – {}\u{a0}%", percent(*count as f64 / total)))
        .collect();
    let places = parts.iter().scan(0.0, |from, (_, count)| {
        let width = 100.0 * *count as f64 / total;
        let start = *from;
        *from += width;
        Some((start, width))
    });
    let steps = parts.len();
    let id = if question.reversed {
        "question-share-against"
    } else {
        "question-share-for"
    };
    html! {
        svg class="answers" width="100%" height="22" role="img" aria-label=(said.join("; ")) {
            @for (place, (start, width)) in places.enumerate() {
                rect class={ "answer step-" (shade(place, steps)) } x={ (decimal(start)) "%" } y="0" width={ (decimal(width)) "%" } height="22" {}
            }
        }
        p class="answers-key" { @for (place, said) in said.iter().enumerate() {
            span class="answer-key" { svg class="answer-swatch" width="10" height="10" aria-hidden="true" { rect class={ "answer step-" (shade(place, steps)) } width="10" height="10" {} } " " (said) } " "
        } }
        p class="answers-share" data-value=(exact(answers.agree.share)) { (share(view, id, &answers.agree, answers.n)) }
    }
}

/// A share with its limits and the number of people, in the words of an entry.
fn share(view: &View<'_>, id: &str, told: &ShareTold, n: u64) -> String {
    let percent = |share: f64| view.words.number(100.0 * share, 0);
    let words = Message::new(id)
        .with("share", percent(told.share))
        .with("lo", percent(told.lo))
        .with("hi", percent(told.hi))
        .with("n", view.words.number(n as f64, 0));
    view.words.message(&words)
}

/// One of five shades, from against to for.
fn shade(place: usize, steps: usize) -> usize {
    match steps {
        0 | 1 => 4,
        // classes put together are paler than the finest at the ends: "agree" is not "fully agree" that grew
        2 => 1 + 2 * place,
        3 => 1 + place,
        _ => place * 4 / (steps - 1),
    }
}

/// A length as SVG wants it.
fn decimal(value: f64) -> String {
    format!("{value:.3}")
}

/// The change in words that are never stronger than the test.
fn sentence(view: &View<'_>, question: &Question, change: &AnswerChange) -> Markup {
    // the share alone may leave out zero and all answers together not: then both are said
    let shares_differ = change.change.lo > 0.0 || change.change.hi < 0.0;
    let id = match (change.stands, change.change.share > 0.0) {
        (false, _) if shares_differ => "question-share-alone",
        (false, _) => "question-no-change",
        (true, true) => "question-rose",
        (true, false) => "question-fell",
    };
    let percent = |share: f64| view.words.number(100.0 * share, 0);
    let points = |share: f64| view.words.signed(100.0 * share, 0);
    let words = Message::new(id)
        .with("before", percent(change.before))
        .with("after", percent(change.after))
        .with(
            "change",
            if change.stands {
                percent(change.change.share.abs())
            } else {
                points(change.change.share)
            },
        )
        .with("lo", points(change.change.lo))
        .with("hi", points(change.change.hi));
    let count = |n: u64| view.words.number(n as f64, 0);
    let design = match change.design {
        AskedTwice::SamePeople => {
            Message::new("question-same-people").with("n", count(change.n_before))
        }
        AskedTwice::OtherPeople => Message::new("question-other-people")
            .with("before", count(change.n_before))
            .with("after", count(change.n_after)),
    };
    let tone = match (change.stands, question.control, change.change.share > 0.0) {
        (false, ..) => "uncertain",
        (true, true, _) => "seen",
        (true, false, true) => "gain",
        (true, false, false) => "setback",
    };
    html! {
        p class={ "question-change " (tone) } data-value=(exact(change.change.share)) { (view.words.message(&words)) " " (view.words.message(&design)) }
        @if let Some(p) = change.p_adjusted { p class="quiet" { (view.words.message(&p_words(view, p))) } }
    }
}

/// p after Holm; below a thousandth only that.
fn p_words(view: &View<'_>, p: f64) -> Message {
    if p < 0.001 {
        return Message::new("question-p-below").with("p", view.words.number(0.001, 3));
    }
    Message::new("question-p").with("p", view.words.number(p, 3))
}
