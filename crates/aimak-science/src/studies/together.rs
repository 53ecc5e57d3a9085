//! What do plots say together, as one community?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, InputUse, IntervalKind, Land, Message, PartialDate, Reason, SampleSize, Survey,
    Visit, Withheld,
};

use super::{
    Answer, Measured, Observed, Spread,
    finding::merge_inputs,
    plots::{revisited, too_few},
    visits::{self, Seen, TwoDates},
    window::{Moment, Window, windows},
};
use crate::diversity::{community::Community, redraw};
use crate::indicators::{Reach, Recorded, ValueTogether};
use crate::methods::{
    interval::StandardError,
    replicates::{Draws, Plan},
};

/// An indicator with one value for all plots taken together.
#[derive(Clone, Copy, Debug)]
pub struct Together<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// What must have been recorded.
    pub recorded: Recorded,
    /// The value.
    pub value: ValueTogether,
    /// Coverage common to every sample of the project; `None` where the indicator needs none.
    pub target: Option<f64>,
    /// What is drawn again for the interval.
    pub again: Again,
}

/// What is drawn again to see what else could have been found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Plots, with what grows on them.
    Plots,
    /// Individuals (or presences), species not seen included: for numbers that rest on singletons.
    Species,
}

impl Again {
    /// The parameter as the evidence states it.
    const fn key(self) -> &'static str {
        match self {
            Self::Plots => "plots",
            Self::Species => "individuals_or_presences",
        }
    }
}

/// The coverage to which every sample of the project can be brought: the least of what each reaches at twice its size.
///
/// One coverage for all, so that a map compares like with like and a difference of changes subtracts like from like.
pub fn common_coverage(survey: &Survey, recorded: Recorded, reach: Reach) -> Option<f64> {
    let places = recorded.places(survey);
    let recorded = |visit: &Visit| recorded.by(visit);
    let of_sample = |seen: &[Seen]| {
        let visits: Vec<&Visit> = seen.iter().map(|seen| seen.visit).collect();
        let community = Community::new(&visits).ok()?;
        reach(&community, &vec![1; visits.len()])
    };
    let mut least: Option<f64> = None;
    for aimak in &survey.aimaks {
        for land in super::area::lands(
            survey,
            aimak,
            visits::know_organic_land(places, &aimak.code),
        ) {
            let plots = visits::plots_on(places, &aimak.code, land);
            let moments = survey
                .periods
                .iter()
                .filter_map(|period| Moment::of(period, aimak));
            let states = moments.map(|moment| visits::seen_in(&plots, &moment, recorded));
            let dates =
                windows(survey, aimak).into_iter().flat_map(|window| {
                    match visits::two_dates(&plots, &window, recorded) {
                        TwoDates::Revisited { before, after, .. }
                        | TwoDates::Independent { before, after } => [before, after],
                    }
                });
            let reached = states
                .chain(dates)
                .filter_map(|seen| of_sample(&seen))
                .min_by(f64::total_cmp);
            least = least.into_iter().chain(reached).min_by(f64::total_cmp);
        }
    }
    // rounded down to what readers are shown, so that the number can be computed again from the page
    least.map(|coverage| (coverage * 1e4).floor() / 1e4)
}

/// A community with its value and its resampling plan.
struct Sampled {
    community: Community,
    plots: usize,
    value: f64,
    plan: Plan,
    inputs: Vec<InputUse>,
    /// True where plots of organic and of other land are taken together.
    of_both_lands: bool,
}

impl Together<'_> {
    /// The value of a sample of plots.
    fn sampled(&self, aimak: &AimakCode, seen: &[Seen]) -> Result<Sampled, Withheld> {
        if seen.len() == 1 {
            return Err(too_few(1));
        }
        let visits: Vec<&Visit> = seen.iter().map(|seen| seen.visit).collect();
        let community = self.recorded.community(&visits)?;
        let value = (self.value)(&community, &vec![1; seen.len()], self.target)?;
        let names: Vec<(&str, &str)> = seen
            .iter()
            .map(|seen| (seen.plot.stratum.as_str(), seen.plot.id.as_str()))
            .collect();
        let plan = Plan::new(self.survey.project.seed, aimak, &names);
        let mut inputs = Vec::new();
        for visit in visits {
            merge_inputs(&mut inputs, self.recorded.rows(visit));
        }
        Ok(Sampled {
            community,
            plots: seen.len(),
            value,
            plan,
            inputs,
            of_both_lands: of_both_lands(seen),
        })
    }

    /// The replicates of a sample.
    fn draws(&self, sampled: &Sampled) -> Draws {
        sampled
            .plan
            .draws(|times| (self.value)(&sampled.community, times, self.target).ok())
    }

    /// The standard error of a sample's value.
    fn error(&self, aimak: &AimakCode, sampled: &Sampled) -> Option<StandardError> {
        let df = sampled.plan.degrees_of_freedom();
        match self.again {
            Again::Plots => {
                let sd = self.draws(sampled).sd().filter(|_| df > 0.0);
                sd.map(|se| StandardError { se, df })
            }
            Again::Species => {
                let seed = (self.survey.project.seed, aimak);
                redraw::standard_error(&sampled.community, sampled.plots, seed, |drawn, times| {
                    (self.value)(drawn, times, self.target).ok()
                })
            }
        }
    }

    /// The standard error of the change of revisited plots. Plots drawn again are the same on both dates.
    fn error_of_change(
        &self,
        aimak: &AimakCode,
        first: &Sampled,
        second: &Sampled,
    ) -> Option<StandardError> {
        let df = first.plan.degrees_of_freedom();
        match self.again {
            Again::Plots => {
                let draws = self.draws(second).minus(&self.draws(first)).ok();
                let sd = draws.and_then(|draws| draws.sd()).filter(|_| df > 0.0);
                sd.map(|se| StandardError { se, df })
            }
            Again::Species => {
                let both = self.error(aimak, first).zip(self.error(aimak, second));
                both.map(|(a, b)| a.and(b))
            }
        }
    }

    /// A measured value with what all values of the indicator share.
    fn measured(
        &self,
        value: f64,
        error: Option<StandardError>,
        sample: SampleSize,
        used: &[&Sampled],
    ) -> Measured {
        let mut parameters = BTreeMap::from([
            (
                "replicates".to_owned(),
                crate::methods::replicates::REPLICATES.to_string(),
            ),
            ("resampled".to_owned(), self.again.key().to_owned()),
            ("visit".to_owned(), "last_of_period".to_owned()),
        ]);
        if let Some(target) = self.target {
            parameters.insert(
                "target_coverage_percent".to_owned(),
                format!("{:.2}", 100.0 * target),
            );
        }
        let mut inputs = Vec::new();
        for sampled in used {
            merge_inputs(&mut inputs, &sampled.inputs);
        }
        Measured {
            value,
            spread: Spread::of(error, IntervalKind::Sampling),
            sample,
            flags: Vec::new(),
            notes: used
                .iter()
                .any(|sampled| sampled.of_both_lands)
                .then(|| Message::new("note-lands-together"))
                .into_iter()
                .collect(),
            parameters,
            inputs,
        }
    }
}

/// True where some plots lie on organic land and some do not, or nobody knows.
fn of_both_lands(seen: &[Seen]) -> bool {
    let organic = |seen: &Seen| seen.plot.on_organic_land == Some(true);
    seen.iter().any(organic) && !seen.iter().all(organic)
}

impl Observed for Together<'_> {
    fn state(&self, aimak: &AimakCode, land: Land, moment: &Moment) -> Answer {
        let plots = visits::plots_on(self.recorded.places(self.survey), aimak, land);
        let seen = visits::seen_in(&plots, moment, |visit| self.recorded.by(visit));
        let sampled = self.sampled(aimak, &seen)?;
        let sample = SampleSize {
            of: self.recorded.counted(),
            n: seen.len(),
            n_other: None,
        };
        Ok(self.measured(
            sampled.value,
            self.error(aimak, &sampled),
            sample,
            &[&sampled],
        ))
    }

    fn change(&self, aimak: &AimakCode, land: Land, window: &Window) -> Answer {
        let plots = visits::plots_on(self.recorded.places(self.survey), aimak, land);
        let dates = visits::two_dates(&plots, window, |visit| self.recorded.by(visit));
        let (TwoDates::Revisited { before, after, .. } | TwoDates::Independent { before, after }) =
            &dates;
        let (first, second) = (self.sampled(aimak, before)?, self.sampled(aimak, after)?);
        if first.community.scale() != second.community.scale() {
            return Err(Withheld::because(Reason::MethodMismatch)
                .with(Message::new("detail-scales-differ")));
        }
        let change = second.value - first.value;
        if let TwoDates::Revisited {
            before, left_out, ..
        } = &dates
        {
            let error = self.error_of_change(aimak, &first, &second);
            let sample = SampleSize {
                of: self.recorded.counted_twice(),
                n: before.len(),
                n_other: None,
            };
            let mut measured = self.measured(change, error, sample, &[&first, &second]);
            measured.notes.push(revisited(*left_out));
            return Ok(measured);
        }
        let error = self
            .error(aimak, &first)
            .zip(self.error(aimak, &second))
            .map(|(a, b)| a.and(b));
        let sample = SampleSize {
            of: self.recorded.counted(),
            n: before.len(),
            n_other: Some(after.len()),
        };
        let mut measured = self.measured(change, error, sample, &[&first, &second]);
        measured
            .notes
            .push(Message::new("note-independent-samples"));
        Ok(measured)
    }

    fn first_seen(
        &self,
        aimak: &AimakCode,
        land: Land,
        within: Option<&Moment>,
    ) -> Option<PartialDate> {
        let places = self.recorded.places(self.survey);
        visits::first_seen(self.survey, places, aimak, land, within, |visit| {
            self.recorded.by(visit)
        })
    }

    fn knows_organic_land(&self, aimak: &AimakCode) -> bool {
        visits::know_organic_land(self.recorded.places(self.survey), aimak)
    }

    fn depends_on_owner(&self) -> bool {
        false
    }
}
