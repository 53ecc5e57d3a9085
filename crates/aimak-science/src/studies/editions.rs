//! Would answers told now, beside those of earlier editions, point at few persons?

use aimak_core::{
    AimakCode, AllAimaks, AnswerChange, AnswerClasses, Answers, AnswersOfSex, Asked, Attitudes,
    PeriodId, Told,
};

use super::respondents::agreeing_codes;
use crate::{attitudes::likert::AnswerScale, disclosure::rule::Rule};

/// Answers that earlier editions have told: whoever kept a copy can subtract.
///
/// # Formula
/// A count told now and told before that differ by 1–4 point at the persons who came, went or changed their mind. Counts are compared in
/// the coarser of the two ways in which they were told: what a reader can subtract.
///
/// # Reference
/// METHODS F.5; [`crate::disclosure::editions`] for tables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Editions<'a> {
    earlier: &'a [Attitudes],
    rule: Rule,
}

/// Which question of which questionnaire.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    pub questionnaire: &'a str,
    pub question: &'a str,
}

impl<'a> Editions<'a> {
    /// Editions by a rule.
    pub(super) const fn new(earlier: &'a [Attitudes], rule: Rule) -> Self {
        Self { earlier, rule }
    }

    /// What editions told of a question in an aimak.
    fn asked(self, of: Question<'_>, aimak: &AimakCode) -> impl Iterator<Item = &'a Asked> {
        let all = self.earlier.iter().flat_map(|edition| &edition.asked);
        all.filter(move |asked| {
            asked.questionnaire == of.questionnaire
                && asked.question == of.question
                && asked.aimak == *aimak
        })
    }

    /// True where counts of a period, told in these classes, point at few persons beside what an edition told.
    pub(super) fn point(
        self,
        of: Question<'_>,
        aimak: &AimakCode,
        period: &PeriodId,
        told: (AnswerClasses, &[u64]),
    ) -> bool {
        let states = self.asked(of, aimak).flat_map(|asked| &asked.states);
        let answers =
            states
                .filter(|state| state.period == *period)
                .filter_map(|state| match &state.outcome {
                    Told::Told(answers) => Some(answers),
                    Told::Withheld(_) => None,
                });
        answers
            .into_iter()
            .any(|before| self.differ_by_few(told, (before.classes, &before.counts)))
    }

    /// True where the change of a pair of periods points at few persons beside what an edition told of it.
    pub(super) fn change_points(
        self,
        of: Question<'_>,
        aimak: &AimakCode,
        pair: (&PeriodId, &PeriodId),
        told: &ChangeCounts,
    ) -> bool {
        let changes = self.asked(of, aimak).flat_map(|asked| &asked.changes);
        let same = changes.filter(|change| (&change.before, &change.after) == pair);
        let before = same.filter_map(|change| match &change.outcome {
            Told::Told(change) => Some(ChangeCounts::of(change)),
            Told::Withheld(_) => None,
        });
        before
            .into_iter()
            .any(|before| self.any_few(&told.0, &before.0))
    }

    /// Aimaks whose women and men may still be told, and whether those of all aimaks may.
    ///
    /// An aimak that an edition kept back stays kept back, and then so do all aimaks together: else the sum of one edition less the
    /// aimaks of another would be the figures that were kept back.
    pub(super) fn by_sex(
        self,
        of: Question<'_>,
        period: &PeriodId,
        told: &[(&AimakCode, Vec<AnswersOfSex>)],
        all: &[AnswersOfSex],
    ) -> BySexNow {
        let mut now = BySexNow {
            aimaks: told.iter().map(|(_, sexes)| !sexes.is_empty()).collect(),
            all: !all.is_empty(),
        };
        for edition in self.earlier {
            let of_all = |of_all: &&AllAimaks| {
                of_all.questionnaire == of.questionnaire
                    && of_all.question == of.question
                    && of_all.period == *period
            };
            let all_before = edition
                .all_aimaks
                .iter()
                .find(of_all)
                .map_or(&[][..], |found| &found.by_sex);
            let before = |code: &AimakCode| {
                let one = Self {
                    earlier: std::slice::from_ref(edition),
                    rule: self.rule,
                };
                let states = one.asked(of, code).flat_map(|asked| &asked.states);
                states
                    .into_iter()
                    .find(|state| state.period == *period)
                    .map_or(&[][..], |state| &state.by_sex)
            };
            let told_any =
                !all_before.is_empty() || told.iter().any(|(code, _)| !before(code).is_empty());
            if !told_any {
                continue;
            }
            let pointing = told
                .iter()
                .any(|(code, sexes)| self.sexes_point(sexes, before(code)))
                || self.sexes_point(all, all_before);
            for (kept, (code, _)) in now.aimaks.iter_mut().zip(told) {
                let same = before(code).is_empty() != *kept;
                now.all &= same;
                *kept &= !before(code).is_empty() && !pointing;
            }
            now.all &= !pointing;
        }
        now
    }

    fn sexes_point(self, now: &[AnswersOfSex], before: &[AnswersOfSex]) -> bool {
        let counts = |of: &AnswersOfSex| [of.n, (of.agree.share * of.n as f64).round() as u64];
        now.iter().any(|now| {
            let same = before.iter().find(|before| before.sex == now.sex);
            same.is_some_and(|before| self.any_few(&counts(now), &counts(before)))
        })
    }

    /// Compares counts in the coarser of two ways to tell them.
    fn differ_by_few(self, now: (AnswerClasses, &[u64]), before: (AnswerClasses, &[u64])) -> bool {
        let classes = now.0.max(before.0);
        let (now, before) = (coarser(now, classes), coarser(before, classes));
        let sums = [now.iter().sum::<u64>(), before.iter().sum()];
        self.any_few(&now, &before) || self.rule.is_small(sums[0].abs_diff(sums[1]))
    }

    fn any_few(self, now: &[u64], before: &[u64]) -> bool {
        now.len() == before.len()
            && now
                .iter()
                .zip(before)
                .any(|(now, before)| self.rule.is_small(now.abs_diff(*before)))
    }
}

/// Which women and men may be told now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BySexNow {
    /// By aimak.
    pub aimaks: Vec<bool>,
    /// Of all aimaks together.
    pub all: bool,
}

/// The counts behind a change: persons and those who agree, before and after.
pub(super) struct ChangeCounts([u64; 4]);

impl ChangeCounts {
    /// Of a change as a release has it.
    pub(super) fn of(change: &AnswerChange) -> Self {
        Self::of_shares(
            (change.n_before, change.n_after),
            (change.before, change.after),
        )
    }

    /// Of persons and the share that agrees, before and after.
    pub(super) fn of_shares(n: (u64, u64), share: (f64, f64)) -> Self {
        let agree = |share: f64, n: u64| (share * n as f64).round() as u64;
        Self([n.0, n.1, agree(share.0, n.0), agree(share.1, n.1)])
    }
}

/// Counts told in coarser classes; those that are as coarse already stay.
fn coarser((classes, counts): (AnswerClasses, &[u64]), wanted: AnswerClasses) -> Vec<u64> {
    let sum = |counts: &[u64]| counts.iter().sum::<u64>();
    // the highest class is agreement in every way to tell answers, of codes the two highest
    let top = match classes {
        AnswerClasses::Codes => AnswerScale::new(1, counts.len() as u8).map_or(1, agreeing_codes),
        AnswerClasses::Three | AnswerClasses::Two => 1,
    };
    let (rest, agree) = counts.split_at(counts.len().saturating_sub(top));
    match wanted {
        wanted if wanted == classes => counts.to_vec(),
        AnswerClasses::Three => {
            let (against, neither) = rest.split_at(top.min(rest.len()));
            vec![sum(against), sum(neither), sum(agree)]
        }
        _ => vec![sum(rest), sum(agree)],
    }
}

/// Questions whose answers, published beside an earlier edition, would point at few persons: questionnaire, question and aimak, sorted.
///
/// For whoever publishes a release over a site: [`Editions`] keeps such figures back when a release is made, and knows only the editions it was told of.
///
/// # Example
/// ```
/// use aimak_science::{disclosure::rule::Rule, studies::pointing_beside};
/// use aimak_core::Attitudes;
/// assert!(pointing_beside(&Attitudes::default(), &[Attitudes::default()], Rule::METHODS).is_empty());
/// ```
pub fn pointing_beside(
    now: &Attitudes,
    earlier: &[Attitudes],
    rule: Rule,
) -> Vec<(String, String, String)> {
    let editions = Editions::new(earlier, rule);
    let points = |asked: &&Asked| {
        let of = Question {
            questionnaire: &asked.questionnaire,
            question: &asked.question,
        };
        let state = asked.states.iter().any(|state| match &state.outcome {
            Told::Told(Answers {
                classes, counts, ..
            }) => editions.point(of, &asked.aimak, &state.period, (*classes, counts)),
            Told::Withheld(_) => false,
        });
        let change = asked.changes.iter().any(|change| match &change.outcome {
            Told::Told(told) => editions.change_points(
                of,
                &asked.aimak,
                (&change.before, &change.after),
                &ChangeCounts::of(told),
            ),
            Told::Withheld(_) => false,
        });
        state || change || sexes_point(now, editions, asked)
    };
    let mut found: Vec<_> = now
        .asked
        .iter()
        .filter(points)
        .map(|asked| {
            (
                asked.questionnaire.clone(),
                asked.question.clone(),
                asked.aimak.0.clone(),
            )
        })
        .collect();
    found.sort();
    found
}

/// Whether women and men told of this question and aimak would have to be kept back.
fn sexes_point(now: &Attitudes, editions: Editions<'_>, asked: &Asked) -> bool {
    let of = Question {
        questionnaire: &asked.questionnaire,
        question: &asked.question,
    };
    let same = |other: &&Asked| {
        other.questionnaire == asked.questionnaire && other.question == asked.question
    };
    asked.states.iter().any(|state| {
        let here = |other: &Asked| {
            let states = other
                .states
                .iter()
                .find(|other| other.period == state.period);
            states.map_or_else(Vec::new, |state| state.by_sex.clone())
        };
        let told: Vec<_> = now
            .asked
            .iter()
            .filter(same)
            .map(|other| (&other.aimak, here(other)))
            .collect();
        let all = now.all_aimaks.iter().find(|all| {
            all.questionnaire == of.questionnaire
                && all.question == of.question
                && all.period == state.period
        });
        let place = told.iter().position(|(code, _)| **code == asked.aimak);
        let shown = !state.by_sex.is_empty();
        let all = all.map_or(&[][..], |all| &all.by_sex);
        let found = editions.by_sex(of, &state.period, &told, all);
        let kept_back = place.is_some_and(|place| !found.aimaks[place]);
        (shown && kept_back) || (!all.is_empty() && !found.all)
    })
}

#[cfg(test)]
mod tests;
