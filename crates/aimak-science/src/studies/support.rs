//! How many people agree with the project's statement on organic farming, and did that change?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, AskedTwice, IntervalKind, Land, Message, PartialDate, Reason, SampleSize,
    SampleUnit, Survey, Withheld,
};

use super::{
    Answer, Measured, Observed, Spread,
    finding::merge_inputs,
    respondents::{Asking, likeness},
    visits::dated,
    window::{Moment, Window},
};
use crate::{attitudes::family::LEVEL, disclosure::rule::Rule};

/// The statement of the first questionnaire that marks one.
#[derive(Clone, Debug)]
pub struct Support<'a> {
    survey: &'a Survey,
    asking: Option<Asking<'a>>,
}

impl<'a> Support<'a> {
    /// What the survey asked.
    pub fn of(survey: &'a Survey) -> Self {
        let rule = Rule::of(&survey.project);
        let asking = survey.questionnaires.iter().find_map(|questionnaire| {
            let about = &questionnaire.about;
            let support = about.support.as_ref()?;
            let place = about
                .questions
                .iter()
                .position(|asked| asked.id == *support)?;
            Some(Asking::of(questionnaire, place, rule)?.beside(&survey.earlier))
        });
        Self { survey, asking }
    }

    /// True where somebody asked.
    pub fn is_asked(&self) -> bool {
        self.asking.is_some()
    }

    fn asking(&self) -> Result<&Asking<'a>, Withheld> {
        self.asking
            .as_ref()
            .ok_or(Withheld::because(Reason::NoData))
    }
}

/// Persons by what was counted.
fn persons(of: SampleUnit, n: usize, n_other: Option<usize>) -> SampleSize {
    SampleSize { of, n, n_other }
}

impl Observed for Support<'_> {
    fn is_of_land(&self) -> bool {
        false
    }

    fn state(&self, aimak: &AimakCode, _land: Land, moment: &Moment) -> Answer {
        let asking = self.asking()?;
        let said = asking.said(aimak, moment);
        let told = asking.told_in(aimak, &moment.period, &said)?;
        let mut inputs = Vec::new();
        for said in &said {
            merge_inputs(&mut inputs, std::slice::from_ref(&said.sitting.rows));
        }
        let (lo, hi) = told.agree.limits();
        Ok(Measured {
            value: 100.0 * told.agree.share(),
            spread: Spread::Bounds {
                lo: 100.0 * lo,
                hi: 100.0 * hi,
                kind: IntervalKind::Sampling,
                confirmed: true,
            },
            sample: persons(SampleUnit::Persons, said.len(), None),
            flags: told.likeness_assumed.then(likeness).into_iter().collect(),
            notes: vec![Message::new("note-people-who-answered")],
            parameters: BTreeMap::new(),
            inputs,
        })
    }

    fn change(&self, aimak: &AimakCode, _land: Land, window: &Window) -> Answer {
        let moved = self.asking()?.moved(aimak, window)?;
        let (sample, design) = match moved.design {
            AskedTwice::SamePeople => (
                persons(SampleUnit::PairedPersons, moved.n.0, None),
                "note-same-people",
            ),
            AskedTwice::OtherPeople => (
                persons(SampleUnit::Persons, moved.n.0, Some(moved.n.1)),
                "note-other-people",
            ),
        };
        let lost = moved.lost.filter(|lost| *lost > 0);
        let mut notes = vec![
            Message::new(design),
            Message::new("note-people-who-answered"),
        ];
        notes.extend(lost.map(|_| Message::new("note-people-lost")));
        Ok(Measured {
            value: 100.0 * moved.share.difference(),
            spread: Spread::Bounds {
                lo: 100.0 * moved.share.lo,
                hi: 100.0 * moved.share.hi,
                kind: IntervalKind::Sampling,
                confirmed: moved.p.is_none_or(|p| p <= LEVEL),
            },
            sample,
            flags: Vec::new(),
            notes,
            parameters: BTreeMap::new(),
            inputs: moved.inputs,
        })
    }

    fn first_seen(
        &self,
        aimak: &AimakCode,
        _land: Land,
        within: Option<&Moment>,
    ) -> Option<PartialDate> {
        let asked = self.asking.as_ref()?.times(aimak).into_iter();
        asked
            .filter(|time| within.is_none_or(|moment| moment.holds(time)))
            .filter_map(|time| dated(self.survey, aimak, time))
            .min_by_key(|date| date.first_day())
    }

    fn knows_organic_land(&self, _aimak: &AimakCode) -> bool {
        false
    }

    fn depends_on_owner(&self) -> bool {
        false
    }
}
