//! What do plots say, each with a value of its own?

use aimak_core::{
    AimakCode, IntervalKind, Land, Message, PartialDate, PeriodRole, Plot, Reason, SampleSize,
    SpeciesMark, Survey, Visit, Withheld,
};

use super::{
    Answer, Measured, Observed, Spread, add_once,
    determination::{self, Determination},
    finding::merge_inputs,
    soil_class,
    values::{ByLand, Values},
    visits::{self, Seen, TwoDates},
    window::{Moment, Window},
};
use crate::{
    diversity::{
        Dissimilarity,
        marked::{Known, marked_species},
        temporal::between_visits,
    },
    indicators::{PlotValue, Recorded},
    methods::interval::StandardError,
    soil::figure::SoilFigure,
};

/// How a plot's visit becomes a value.
#[derive(Clone, Copy, Debug)]
pub enum ValueOf {
    /// From the visit alone.
    Visit(fn(&Visit) -> Result<PlotValue, Withheld>),
    /// From the visit and the plot's baseline visit.
    AgainstBaseline(fn(&Visit, &Visit) -> Result<PlotValue, Withheld>),
    /// Species of the visit that the project's list marks.
    Marked(SpeciesMark),
    /// What differs between the visit and an earlier one, per cent; there is none of one visit.
    Turnover(Dissimilarity),
}

/// An indicator with a value on each plot.
#[derive(Clone, Copy, Debug)]
pub struct Plots<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// What must have been recorded.
    pub recorded: Recorded,
    /// The value.
    pub value: ValueOf,
    /// Parameters of the method.
    pub parameters: &'static [(&'static str, &'static str)],
    /// Share of organic land in the aimak, 0–1, where parcels are known.
    pub organic_share: Option<f64>,
}

/// The refusal for fewer plots than an interval needs.
pub(crate) fn too_few(n: usize) -> Withheld {
    Withheld::because(Reason::TooFewPlots).with(
        Message::new("detail-plots")
            .with("n", n)
            .with("needed", 2usize),
    )
}

impl Plots<'_> {
    /// The value of a visit; without a baseline the visit is its own.
    fn value(&self, visit: &Visit, baseline: &Visit) -> Result<PlotValue, Withheld> {
        Determination::of(self.recorded, visit).of_one_method()?;
        let mut value = match self.value {
            ValueOf::Visit(value) => value(visit),
            ValueOf::AgainstBaseline(value) => value(visit, baseline),
            ValueOf::Marked(mark) => {
                marked_species(&self.survey.species_list, mark, visit).map(plain)
            }
            ValueOf::Turnover(measure) => {
                between_visits(baseline, visit, measure).map(|share| plain(100.0 * share))
            }
        }?;
        add_once(
            &mut value.flags,
            &determination::remarks(self.recorded, visit),
        );
        Ok(value)
    }

    /// The plot's visit in the first period taken as before.
    fn baseline<'p>(&self, plot: &'p Plot) -> Option<&'p Visit> {
        let aimak = self.survey.aimak(&plot.aimak)?;
        let period = self
            .survey
            .periods
            .iter()
            .find(|period| period.role == PeriodRole::Before)?;
        visits::visit_in(plot, &Moment::of(period, aimak)?, |visit| {
            self.recorded.by(visit)
        })
    }

    /// Values of the plots seen in a period.
    fn values<'p>(&self, seen: &[Seen<'p>]) -> Values<'p> {
        let mut values = Values::default();
        for Seen { plot, visit } in seen {
            let baseline = self.baseline(plot);
            let mut value = self.value(visit, baseline.unwrap_or(visit));
            if let (None, ValueOf::AgainstBaseline(_), Ok(value)) =
                (baseline, self.value, &mut value)
            {
                value.flags.push(Message::new("flag-own-reference-mass"));
            }
            values.add(plot, &[self.recorded.rows(visit)], value);
        }
        values
    }

    /// Changes of revisited plots.
    fn changes<'p>(&self, before: &[Seen<'p>], after: &[Seen<'p>]) -> Values<'p> {
        let mut values = Values::default();
        for (first, second) in before.iter().zip(after) {
            let change = || {
                if let ValueOf::Turnover(_) = self.value {
                    return self.value(second.visit, first.visit);
                }
                self.comparable(first.visit, second.visit)?;
                Determination::of_all(self.recorded, &[*first, *second]).of_one_method()?;
                let from = self.value(first.visit, first.visit)?;
                let mut to = self.value(second.visit, first.visit)?;
                add_once(&mut to.flags, &from.flags);
                Ok(PlotValue {
                    value: to.value - from.value,
                    flags: to.flags,
                })
            };
            let rows = [first, second].map(|seen| self.recorded.rows(seen.visit));
            values.add(first.plot, &rows, change());
        }
        values
    }

    /// Refuses lists of species made in two ways: one finds what the other misses.
    fn comparable(&self, one: &Visit, other: &Visit) -> Result<(), Withheld> {
        let marked = matches!(self.value, ValueOf::Marked(_));
        if marked && one.species_scale != other.species_scale {
            let detail = Message::new("detail-scales-differ");
            return Err(Withheld::because(Reason::MethodMismatch).with(detail));
        }
        Ok(())
    }

    /// Adds what the list of species could not tell, and its rows that were used.
    fn tell_unlisted<'p>(&self, measured: &mut Measured, seen: impl Iterator<Item = &'p Seen<'p>>) {
        if let ValueOf::Marked(mark) = self.value {
            let visits = seen.map(|seen| seen.visit);
            let known = Known::of(&self.survey.species_list, mark, visits);
            merge_inputs(&mut measured.inputs, &known.rows);
            measured.notes.extend(known.note());
        }
    }

    /// A measured value with what all values of the indicator share.
    fn measured(
        &self,
        value: f64,
        error: Option<StandardError>,
        sample: SampleSize,
        used: &[&Values],
        by_land: ByLand,
        methods: &Determination,
    ) -> Measured {
        let (mut flags, mut inputs) = (Vec::new(), Vec::new());
        for values in used {
            add_once(&mut flags, &values.flags);
            merge_inputs(&mut inputs, &values.inputs);
        }
        Measured {
            value,
            spread: Spread::of(error, IntervalKind::Sampling),
            sample,
            flags,
            notes: used
                .iter()
                .filter_map(|values| values.note())
                .chain(by_land.note())
                .collect(),
            parameters: self
                .parameters
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .chain(methods.parameter(self.recorded))
                .collect(),
            inputs,
        }
    }

    /// Change as the difference of two independent samples.
    fn independent(&self, land: Land, before: &[Seen], after: &[Seen]) -> Answer {
        if before.is_empty() || after.is_empty() {
            return Err(Withheld::because(Reason::NoData));
        }
        if let ValueOf::AgainstBaseline(_) = self.value {
            return Err(too_few(0).with(Message::new("detail-needs-revisited-plots")));
        }
        if let ValueOf::Turnover(_) = self.value {
            let again = |seen: &&Seen| after.iter().any(|twin| twin.plot.id == seen.plot.id);
            let revisited = before.iter().filter(again).count();
            return Err(too_few(revisited).with(Message::new("detail-turnover-needs-revisits")));
        }
        if let (Some(one), Some(other)) = (before.first(), after.first()) {
            self.comparable(one.visit, other.visit)?;
        }
        let methods = [before, after].map(|seen| Determination::of_all(self.recorded, seen));
        let methods = methods[0].and(&methods[1]);
        methods.of_one_method()?;
        let (first, second) = (self.values(before), self.values(after));
        let by_land = ByLand::fitting(land, self.organic_share, &[&first, &second]);
        let ((from, from_error), (to, to_error)) = (first.mean(by_land)?, second.mean(by_land)?);
        let error = from_error.zip(to_error).map(|(a, b)| a.and(b));
        let sample = SampleSize {
            of: self.recorded.counted(),
            n: first.given.len(),
            n_other: Some(second.given.len()),
        };
        let used = [&first, &second];
        let mut measured = self.measured(to - from, error, sample, &used, by_land, &methods);
        measured
            .notes
            .push(Message::new("note-independent-samples"));
        measured.notes.extend(methods.note_of_change());
        self.tell_unlisted(&mut measured, before.iter().chain(after));
        Ok(measured)
    }

    /// What became of the class between the states of both dates; nothing where one of them has none.
    fn classes(&self, aimak: &AimakCode, land: Land, window: &Window) -> Vec<Message> {
        if !soil_class::has_classes(self.recorded) {
            return Vec::new();
        }
        let state = |moment| self.state(aimak, land, moment);
        match (state(&window.before), state(&window.after)) {
            (Ok(before), Ok(after)) => soil_class::of_change(self.recorded, &before, &after),
            _ => Vec::new(),
        }
    }
}

impl Observed for Plots<'_> {
    fn has_states(&self) -> bool {
        !matches!(self.value, ValueOf::Turnover(_))
    }

    fn state(&self, aimak: &AimakCode, land: Land, moment: &Moment) -> Answer {
        let plots = visits::plots_on(self.recorded.places(self.survey), aimak, land);
        let seen = visits::seen_in(&plots, moment, |visit| self.recorded.by(visit));
        let methods = Determination::of_all(self.recorded, &seen);
        if self.recorded == Recorded::Soil(SoilFigure::Conductivity) {
            // paste and suspension differ several times over: their mean is no figure at all
            methods.of_one_method()?;
        }
        let values = self.values(&seen);
        let by_land = ByLand::fitting(land, self.organic_share, &[&values]);
        let (mean, error) = values.mean(by_land)?;
        let sample = SampleSize {
            of: self.recorded.counted(),
            n: values.given.len(),
            n_other: None,
        };
        let mut measured = self.measured(mean, error, sample, &[&values], by_land, &methods);
        measured.notes.extend(methods.note_of_state());
        let classes = soil_class::of_state(self.recorded, &measured);
        measured.notes.extend(classes);
        self.tell_unlisted(&mut measured, seen.iter());
        Ok(measured)
    }

    fn change(&self, aimak: &AimakCode, land: Land, window: &Window) -> Answer {
        let plots = visits::plots_on(self.recorded.places(self.survey), aimak, land);
        let mut measured = match visits::two_dates(&plots, window, |visit| self.recorded.by(visit))
        {
            TwoDates::Independent { before, after } => self.independent(land, &before, &after)?,
            TwoDates::Revisited {
                before,
                after,
                left_out,
            } => {
                let values = self.changes(&before, &after);
                let methods =
                    [&before, &after].map(|seen| Determination::of_all(self.recorded, seen));
                let methods = methods[0].and(&methods[1]);
                let by_land = ByLand::fitting(land, self.organic_share, &[&values]);
                let (mean, error) = values.mean(by_land)?;
                let sample = SampleSize {
                    of: self.recorded.counted_twice(),
                    n: values.given.len(),
                    n_other: None,
                };
                let mut measured =
                    self.measured(mean, error, sample, &[&values], by_land, &methods);
                measured.notes.push(revisited(left_out));
                if let ValueOf::Turnover(_) = self.value {
                    measured
                        .notes
                        .push(Message::new("note-turnover-never-zero"));
                }
                self.tell_unlisted(&mut measured, before.iter().chain(&after));
                measured.notes.extend(methods.note_of_change());
                measured
            }
        };
        measured.notes.extend(self.classes(aimak, land, window));
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

/// A value without remarks.
const fn plain(value: f64) -> PlotValue {
    PlotValue {
        value,
        flags: Vec::new(),
    }
}

/// The note that only revisited plots count.
pub(crate) fn revisited(left_out: usize) -> Message {
    if left_out == 0 {
        return Message::new("note-paired");
    }
    Message::new("note-paired-left-out").with("n", left_out)
}
