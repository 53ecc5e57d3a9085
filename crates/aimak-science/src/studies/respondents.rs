//! Who was asked in a period, what did they say to one question, and did that change?

use std::collections::BTreeMap;

use super::{
    editions::{ChangeCounts, Editions, Question},
    finding::merge_inputs,
    visits::first_day,
    window::{Moment, Window},
};
use crate::{
    attitudes::{
        cross_sections::CrossSections,
        effective_size::DesignEffect,
        likert::{AnswerScale, Distribution, Item},
        panel::Panel,
        proportion::Proportion,
        refusal::Refused,
        sample_design::{Drawn, SampleDesign},
        share_difference::ShareDifference,
    },
    disclosure::{
        rule::Rule,
        share::{PublishedShare, published_share},
    },
};
use aimak_core::{
    AimakCode, AnswerClasses, AskedTwice, Attitudes, InputUse, Message, PeriodId, Questionnaire,
    QuestionnaireAbout, Reason, Reply, Respondent, ShareTold, Sitting, VisitTime, Withheld,
};

/// Fewest persons asked twice for a comparison of the same people (METHODS R.1).
const LEAST_PAIRS: usize = 10;

/// One question of a questionnaire.
#[derive(Clone, Debug)]
pub(super) struct Asking<'a> {
    questionnaire: &'a Questionnaire,
    question: usize,
    item: Item,
    rule: Rule,
    editions: Editions<'a>,
}

/// A person with an opinion.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    pub person: &'a Respondent,
    pub sitting: &'a Sitting,
    /// The code as given.
    pub code: u8,
}

/// Answers of one question at one time.
pub(super) struct Told {
    pub answers: Distribution,
    /// Share of those who agree.
    pub agree: Proportion,
    /// True where the likeness of neighbours was assumed.
    pub likeness_assumed: bool,
}

impl Told {
    /// The share with its limits, as a release has it.
    pub(super) fn share(&self) -> ShareTold {
        let (lo, hi) = self.agree.limits();
        ShareTold {
            share: self.agree.share(),
            lo,
            hi,
        }
    }
}

/// What became of the share that agrees.
pub(super) struct Moved {
    pub design: AskedTwice,
    pub n: (usize, usize),
    pub share: ShareDifference,
    /// That answers moved up or down at all.
    pub p: Option<f64>,
    /// Asked before and not again.
    pub lost: Option<usize>,
    pub inputs: Vec<InputUse>,
}

/// The highest codes that count as agreement.
pub(super) fn agreeing_codes(scale: AnswerScale) -> usize {
    if scale.size() > 3 { 2 } else { 1 }
}

impl<'a> Asking<'a> {
    /// The question at a place; `None` where the scale has no two codes.
    pub(super) fn of(
        questionnaire: &'a Questionnaire,
        question: usize,
        rule: Rule,
    ) -> Option<Self> {
        let about = &questionnaire.about;
        let asked = about.questions.get(question)?;
        let item = Item {
            id: asked.id.clone(),
            version: 1,
            scale: AnswerScale::new(about.lowest, about.highest)?,
            reversed: asked.reversed,
        };
        Some(Self {
            questionnaire,
            question,
            item,
            rule,
            editions: Editions::new(&[], rule),
        })
    }

    /// The same, knowing what earlier editions have told.
    #[must_use]
    pub(super) fn beside(self, earlier: &'a [Attitudes]) -> Self {
        let editions = Editions::new(earlier, self.rule);
        Self { editions, ..self }
    }

    /// What earlier editions have told.
    pub(super) const fn editions(&self) -> Editions<'a> {
        self.editions
    }

    /// The question as editions know it.
    pub(super) fn question(&self) -> Question<'_> {
        Question {
            questionnaire: &self.questionnaire.about.id,
            question: &self.item.id,
        }
    }

    /// The questionnaire.
    pub(super) fn about(&self) -> &'a QuestionnaireAbout {
        &self.questionnaire.about
    }

    /// Id of the question.
    pub(super) fn id(&self) -> &str {
        &self.item.id
    }

    /// From how many persons on something is told.
    pub(super) fn rule(&self) -> &Rule {
        &self.rule
    }

    /// What people of an aimak said in a period; of several times the last one with an opinion.
    pub(super) fn said(&self, aimak: &AimakCode, moment: &Moment) -> Vec<Said<'a>> {
        let of_person = |person: &'a Respondent| {
            let with_opinion = person.sittings.iter().filter_map(|sitting| {
                let Some(Reply::Code(code)) = sitting.replies.get(self.question)? else {
                    return None;
                };
                moment.holds(&sitting.time).then_some(Said {
                    person,
                    sitting,
                    code: *code,
                })
            });
            with_opinion.max_by_key(|said| first_day(&said.sitting.time, moment))
        };
        let people = self.questionnaire.respondents.iter();
        let here = people.filter(|person| person.aimak == *aimak);
        here.filter_map(of_person).collect()
    }

    /// When the people of an aimak were asked anything that they had an opinion on.
    pub(super) fn times(&self, aimak: &AimakCode) -> Vec<&'a VisitTime> {
        let people = self.questionnaire.respondents.iter();
        let here = people.filter(|person| person.aimak == *aimak);
        let sittings = here.flat_map(|person| &person.sittings);
        let answered = sittings.filter(|sitting| {
            matches!(
                sitting.replies.get(self.question),
                Some(Some(Reply::Code(_)))
            )
        });
        answered.map(|sitting| &sitting.time).collect()
    }

    /// Answers of one time, if they may be told.
    ///
    /// # Errors
    /// `NO_DATA` without any; `SUPPRESSED` where few persons are behind the share or the rest.
    pub(super) fn told(&self, said: &[Said]) -> Result<Told, Withheld> {
        if said.is_empty() {
            return Err(Withheld::because(Reason::NoData));
        }
        let replies = said.iter().map(|said| Reply::Code(said.code));
        let answers =
            Distribution::of(self.item.scale, replies).map_err(|refused| why(&refused))?;
        let answers = if self.item.reversed {
            answers.reversed()
        } else {
            answers
        };
        let agree = answers
            .top(agreeing_codes(self.item.scale))
            .map_err(|refused| why(&refused))?;
        match published_share(agree.successes(), agree.n(), &self.rule) {
            PublishedShare::Share(_) => {}
            _ => return Err(Withheld::because(Reason::Suppressed)),
        }
        let (agree, likeness_assumed) = self.under_design(agree, said);
        Ok(Told {
            answers,
            agree,
            likeness_assumed,
        })
    }

    /// Answers of an aimak in a period, if they may be told beside those of earlier editions.
    ///
    /// # Errors
    /// As [`Self::told`]; `SUPPRESSED` also where the difference to an earlier edition points at few persons.
    pub(super) fn told_in(
        &self,
        aimak: &AimakCode,
        period: &PeriodId,
        said: &[Said],
    ) -> Result<Told, Withheld> {
        let told = self.told(said)?;
        let yes = told.agree.successes();
        let counts = [told.agree.n() - yes, yes];
        let classes = (AnswerClasses::Two, &counts[..]);
        if self.editions.point(self.question(), aimak, period, classes) {
            return Err(beside_an_edition());
        }
        Ok(told)
    }

    /// The share with the number of persons it is worth: neighbours answer alike.
    fn under_design(&self, share: Proportion, said: &[Said]) -> (Proportion, bool) {
        let Some(design) = design_of(said) else {
            return (share, false);
        };
        let agrees: Vec<bool> = said.iter().map(|said| self.agrees(said.code)).collect();
        if let Ok(under) = design.share(&agrees) {
            return (under, false);
        }
        let size = said.len() as f64 / design.clusters() as f64;
        let effect = DesignEffect::of_clusters(size, None);
        let under =
            effect.and_then(|effect| share.with_effective_n(effect.effective_n(said.len() as f64)));
        under.map_or((share, false), |under| (under, true))
    }

    /// True for a code of agreement, turned for a reversed question.
    pub(super) fn agrees(&self, code: u8) -> bool {
        let turned = if self.item.reversed {
            self.item.scale.reversed(code)
        } else {
            Some(code)
        };
        let place = turned.and_then(|code| self.item.scale.place(code));
        place.is_some_and(|place| place + agreeing_codes(self.item.scale) >= self.item.scale.size())
    }

    /// After less before: of the same persons where at least ten were asked twice, else of two samples.
    ///
    /// # Errors
    /// As [`Self::told`] at either date.
    pub(super) fn moved(&self, aimak: &AimakCode, window: &Window) -> Result<Moved, Withheld> {
        let (before, after) = (
            self.said(aimak, &window.before),
            self.said(aimak, &window.after),
        );
        let first = self.told_in(aimak, &window.before.period, &before)?;
        let second = self.told_in(aimak, &window.after.period, &after)?;
        let again: BTreeMap<&str, Said> = after
            .iter()
            .map(|said| (said.person.person.as_str(), *said))
            .collect();
        let pairs: Vec<(Said, Said)> = before
            .iter()
            .filter_map(|said| Some((*said, *again.get(said.person.person.as_str())?)))
            .collect();
        let mut inputs = Vec::new();
        for said in before.iter().chain(&after) {
            merge_inputs(&mut inputs, std::slice::from_ref(&said.sitting.rows));
        }
        if pairs.len() < LEAST_PAIRS {
            let mut moved = self.of_samples(&first, &second)?;
            moved.inputs = inputs;
            return self.beside_editions(aimak, window, moved);
        }
        // who answered once only is the difference between the states and this comparison: it must not be a few
        let once = [before.len() - pairs.len(), after.len() - pairs.len()];
        if once
            .iter()
            .any(|persons| self.rule.is_small(*persons as u64))
        {
            let detail = Message::new("detail-few-asked-once");
            return Err(Withheld::because(Reason::Suppressed).with(detail));
        }
        let (earlier, later): (Vec<Said>, Vec<Said>) = pairs.iter().copied().unzip();
        self.told(&earlier)?;
        self.told(&later)?;
        let moved = self.of_pairs(&pairs, before.len() - pairs.len(), inputs);
        self.beside_editions(aimak, window, moved.map_err(|refused| why(&refused))?)
    }

    /// The change, if it may be told beside that of earlier editions.
    fn beside_editions(
        &self,
        aimak: &AimakCode,
        window: &Window,
        moved: Moved,
    ) -> Result<Moved, Withheld> {
        let pair = (&window.before.period, &window.after.period);
        let counts = ChangeCounts::of_shares(
            (moved.n.0 as u64, moved.n.1 as u64),
            (moved.share.before, moved.share.after),
        );
        let question = self.question();
        if self.editions.change_points(question, aimak, pair, &counts) {
            return Err(beside_an_edition());
        }
        Ok(moved)
    }

    fn of_pairs(
        &self,
        pairs: &[(Said, Said)],
        lost: usize,
        inputs: Vec<InputUse>,
    ) -> Result<Moved, Refused> {
        let codes: Vec<(u8, u8)> = pairs.iter().map(|(a, b)| (a.code, b.code)).collect();
        let panel = Panel::new((&self.item, &self.item), &codes)?;
        let mut share = panel.top(agreeing_codes(self.item.scale))?.difference()?;
        let before: Vec<Said> = pairs.iter().map(|(before, _)| *before).collect();
        if let Some(design) = design_of(&before) {
            let step = |(a, b): &(Said, Said)| {
                f64::from(u8::from(self.agrees(b.code))) - f64::from(u8::from(self.agrees(a.code)))
            };
            let steps: Vec<f64> = pairs.iter().map(step).collect();
            (share.lo, share.hi) = design.mean(&steps)?.limits()?;
        }
        Ok(Moved {
            design: AskedTwice::SamePeople,
            n: (pairs.len(), pairs.len()),
            share,
            p: Some(panel.sign_test_p()),
            lost: Some(lost),
            inputs,
        })
    }

    fn of_samples(&self, before: &Told, after: &Told) -> Result<Moved, Withheld> {
        // already turned: compared as they stand
        let item = Item {
            reversed: false,
            ..self.item.clone()
        };
        let waves = CrossSections::new(
            (&item, before.answers.clone()),
            (&item, after.answers.clone()),
        )
        .map_err(|refused| why(&refused))?;
        Ok(Moved {
            design: AskedTwice::OtherPeople,
            n: (before.agree.n() as usize, after.agree.n() as usize),
            share: ShareDifference::of_independent(&before.agree, &after.agree),
            p: waves.superiority().p(),
            lost: None,
            inputs: Vec::new(),
        })
    }
}

/// Villages as they were drawn, where every person has one.
fn design_of(said: &[Said]) -> Option<SampleDesign> {
    let drawn = |said: &Said| {
        Some(Drawn {
            stratum: String::new(),
            cluster: said.person.village.clone()?,
            weight: 1.0,
        })
    };
    let drawn: Option<Vec<Drawn>> = said.iter().map(drawn).collect();
    SampleDesign::new(drawn?, &BTreeMap::new()).ok()
}

/// Kept back because of what an earlier edition told.
fn beside_an_edition() -> Withheld {
    Withheld::because(Reason::Suppressed).with(Message::new("detail-beside-an-edition"))
}

/// A refusal of the methods as one that every finding knows.
pub(super) fn why(refused: &Refused) -> Withheld {
    let reason = refused.reason().unwrap_or(Reason::NoData);
    Withheld::because(reason).with(refused.message())
}

/// The remark that neighbours were assumed to answer alike to a usual degree.
pub(super) fn likeness() -> Message {
    Message::new("flag-likeness-of-neighbours-assumed")
}

#[cfg(test)]
mod tests;
