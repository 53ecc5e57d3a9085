//! Did organic land change otherwise than land that stayed as it was?

use aimak_core::{
    Design, Finding, InputUse, IntervalKind, Land, Message, Period, Quantity, Reason, SampleSize,
    SampleUnit, Subject, Survey, Withheld,
};

use super::{
    Answer, Measured, Spread, add_once,
    area::AreaResults,
    finding::{About, merge_inputs},
    most_frequent,
    window::pairs,
};
use crate::{
    indicators::Indicator,
    methods::interval::{StandardError, mean, variance},
};

/// Fewest comparison areas for one organic aimak: three give two degrees of freedom.
const MIN_COMPARISONS: usize = 3;
/// Fewest aimaks on each side for all organic aimaks together.
const MIN_SIDE: usize = 2;

/// Two periods of the project.
type Pair<'a> = (&'a Period, &'a Period);

/// Every area's results of one indicator, apart by what they are.
#[derive(Debug)]
pub struct Areas<'a> {
    survey: &'a Survey,
    indicator: &'static Indicator,
    organic: Vec<&'a AreaResults>,
    comparison: Vec<&'a AreaResults>,
}

/// Difference of changes of every organic aimak and of all together, for every two periods.
pub fn findings(
    survey: &Survey,
    indicator: &'static Indicator,
    areas: &[AreaResults],
) -> Vec<Finding> {
    let is_organic = |area: &&AreaResults| {
        survey
            .aimak(&area.aimak)
            .is_some_and(|aimak| aimak.organic_since.is_some())
    };
    let (organic, comparison) = areas.iter().partition(is_organic);
    let areas = Areas {
        survey,
        indicator,
        organic,
        comparison,
    };
    if areas.organic.is_empty() {
        return Vec::new();
    }
    pairs(survey)
        .into_iter()
        .flat_map(|pair| areas.of_pair(pair))
        .collect()
}

impl<'a> Areas<'a> {
    /// The findings of two periods.
    fn of_pair(&self, pair: Pair) -> Vec<Finding> {
        let quantity = Quantity::DifferenceOfChanges {
            before: pair.0.id.clone(),
            after: pair.1.id.clone(),
        };
        let each = self.organic.iter().map(|area| {
            let subject = Subject::Aimak(area.aimak.clone());
            let (design, answer) = self.one(area, pair);
            self.about(subject, treated(area))
                .finding(quantity.clone(), design, answer)
        });
        let mut findings: Vec<Finding> = each.collect();
        let known = self.organic.iter().find_map(|area| area.treated);
        let land = known.unwrap_or(Land::WholeAimak);
        let together = self.about(Subject::OrganicAimaks, land);
        let (change, design) = self.indicator.measure.of_periods(pair.0, pair.1);
        findings.push(together.finding(change, design, self.mean_change(pair)));
        findings.push(together.finding(quantity, Design::ManyAgainstMany, self.together(pair)));
        findings
    }

    /// Whom a finding is about.
    fn about(&self, subject: Subject, land: Land) -> About<'_> {
        About {
            survey: self.survey,
            indicator: self.indicator,
            subject,
            land,
        }
    }

    /// Changes of the comparison areas in the window of an organic aimak.
    fn comparisons(&self, area: &AreaResults, pair: Pair) -> Vec<&'a Measured> {
        let change = |other: &'a AreaResults| {
            other
                .change(&area.aimak, pair, Land::WholeAimak)?
                .as_ref()
                .ok()
        };
        self.comparison.iter().copied().filter_map(change).collect()
    }

    /// One organic aimak: against comparison areas, or against its own untreated land where there are too few.
    fn one(&self, area: &AreaResults, pair: Pair) -> (Design, Answer) {
        let own = match own_change(area, pair) {
            Ok(own) => own,
            Err(withheld) => return (Design::OneAgainstMany, Err(withheld)),
        };
        let comparisons = self.comparisons(area, pair);
        if comparisons.len() >= MIN_COMPARISONS {
            return (Design::OneAgainstMany, Ok(against_many(own, &comparisons)));
        }
        if let Some(measured) = within(own, untreated_change(area, pair)) {
            return (Design::WithinAimak, Ok(measured));
        }
        (
            Design::OneAgainstMany,
            Err(too_few_comparisons(comparisons.len(), MIN_COMPARISONS)),
        )
    }

    /// Changes on organic land, aimak by aimak, with the aimaks they belong to; the refusals where there are none.
    fn organic_changes(
        &self,
        pair: Pair,
    ) -> Result<Vec<(&'a AreaResults, &'a Measured)>, Withheld> {
        let mut given = Vec::new();
        let mut refused = Vec::new();
        for area in &self.organic {
            match own_change(area, pair) {
                Ok(measured) => given.push((*area, measured)),
                Err(withheld) => refused.push(withheld),
            }
        }
        match given.len() {
            0 => Err(most_frequent(&refused)),
            n if n < MIN_SIDE => Err(too_few_clusters("detail-organic-aimaks", n, MIN_SIDE)),
            _ => Ok(given),
        }
    }

    /// Mean change on organic land over all organic aimaks, the aimak being the unit.
    fn mean_change(&self, pair: Pair) -> Answer {
        let changes = self.organic_changes(pair)?;
        let values: Vec<f64> = changes.iter().map(|(_, measured)| measured.value).collect();
        let value = mean(&values).ok_or(Withheld::because(Reason::NoData))?;
        let used: Vec<&Measured> = changes.iter().map(|(_, measured)| *measured).collect();
        let sample = SampleSize {
            of: SampleUnit::Aimaks,
            n: used.len(),
            n_other: None,
        };
        Ok(among_aimaks(
            value,
            StandardError::of_mean(&values),
            sample,
            &used,
        ))
    }

    /// All organic aimaks against the comparison areas: `mean Δᵢ − mean Z_c`, where `Z_c` is the mean change of area c over
    /// the windows of the organic aimaks; Welch with n − 1.
    ///
    /// An organic aimak counts if its window holds comparisons; a comparison area if it was observed in every window,
    /// so that the years of both sides are the same.
    fn together(&self, pair: Pair) -> Answer {
        let mut changes = self.organic_changes(pair)?;
        changes.retain(|(area, _)| self.comparisons(area, pair).len() >= MIN_SIDE);
        if changes.len() < MIN_SIDE {
            let most = self
                .organic
                .iter()
                .map(|area| self.comparisons(area, pair).len())
                .max()
                .unwrap_or(0);
            return Err(too_few_comparisons(most, MIN_SIDE));
        }
        let mut used: Vec<&Measured> = changes.iter().map(|(_, measured)| *measured).collect();
        let mut control = Vec::new();
        for other in &self.comparison {
            let in_window = |(area, _): &(&AreaResults, &Measured)| {
                other
                    .change(&area.aimak, pair, Land::WholeAimak)
                    .and_then(|answer| answer.as_ref().ok())
            };
            let everywhere: Option<Vec<&Measured>> = changes.iter().map(in_window).collect();
            if let Some(own) = everywhere {
                control.extend(mean(
                    &own.iter()
                        .map(|measured| measured.value)
                        .collect::<Vec<_>>(),
                ));
                used.extend(own.first());
            }
        }
        if control.len() < MIN_SIDE {
            return Err(too_few_comparisons(control.len(), MIN_SIDE));
        }
        let treated: Vec<f64> = changes.iter().map(|(_, measured)| measured.value).collect();
        let error = StandardError::of_mean(&treated)
            .zip(StandardError::of_mean(&control))
            .map(|(a, b)| a.and(b));
        let value = mean(&treated)
            .zip(mean(&control))
            .map(|(a, b)| a - b)
            .ok_or(Withheld::because(Reason::NoData))?;
        let sample = SampleSize {
            of: SampleUnit::Aimaks,
            n: treated.len(),
            n_other: Some(control.len()),
        };
        let mut measured = among_aimaks(value, error, sample, &used);
        measured
            .notes
            .push(Message::new("note-trends-before-not-tested"));
        Ok(measured)
    }
}

/// The land that counts as treated.
fn treated(area: &AreaResults) -> Land {
    area.treated.unwrap_or(Land::WholeAimak)
}

/// The change of an organic aimak's untreated land, where it is known.
fn untreated_change<'a>(area: &'a AreaResults, pair: Pair) -> Option<&'a Measured> {
    area.change(&area.aimak, pair, Land::Untreated)?
        .as_ref()
        .ok()
}

/// An organic aimak's own change on the land that was treated, or why there is none.
fn own_change<'a>(area: &'a AreaResults, pair: Pair) -> Result<&'a Measured, Withheld> {
    let land = area
        .treated
        .ok_or(Withheld::because(Reason::TreatedAreaUnknown))?;
    match area.change(&area.aimak, pair, land) {
        Some(Ok(measured)) => Ok(measured),
        Some(Err(withheld)) => Err(withheld.clone()),
        None => Err(Withheld::because(Reason::PeriodUndefined)),
    }
}

/// One organic aimak against comparison areas: `d = Δ − mean Δ_c`.
///
/// `SE² = s_c²(1 + 1/n_c) + max(0, se² − mean se_c²)`, df `n_c` − 1: the organic aimak is taken as one more draw from what
/// aimaks do without a transition. Organic land mostly carries fewer plots than a whole aimak; the excess of its
/// sampling variance over that of the comparison areas is added, because their spread does not contain it.
fn against_many(own: &Measured, comparisons: &[&Measured]) -> Measured {
    let values: Vec<f64> = comparisons.iter().map(|measured| measured.value).collect();
    let n = values.len() as f64;
    let sampling = |measured: &Measured| {
        measured
            .spread
            .sampling_error()
            .map(|error| error.se * error.se)
    };
    let theirs: Option<Vec<f64>> = comparisons
        .iter()
        .map(|measured| sampling(measured))
        .collect();
    let theirs = theirs.and_then(|variances| mean(&variances));
    let excess = sampling(own)
        .zip(theirs)
        .map_or(0.0, |(own, theirs)| (own - theirs).max(0.0));
    let error = variance(&values).map(|among| {
        let se = (among * (1.0 + 1.0 / n) + excess).sqrt();
        StandardError { se, df: n - 1.0 }
    });
    let value = own.value - mean(&values).unwrap_or(0.0);
    let sample = SampleSize {
        of: SampleUnit::Aimaks,
        n: 1,
        n_other: Some(values.len()),
    };
    let used: Vec<&Measured> = [own]
        .into_iter()
        .chain(comparisons.iter().copied())
        .collect();
    let mut measured = among_aimaks(value, error, sample, &used);
    measured
        .notes
        .push(Message::new("note-trends-before-not-tested"));
    measured
}

/// Organic against untreated land of the same aimak, plots being the unit (Welch).
///
/// `None` unless both changes carry a sampling error. Shocks that hit one of the two lands as a whole are not in it.
fn within(own: &Measured, untreated: Option<&Measured>) -> Option<Measured> {
    let untreated = untreated?;
    let error = own
        .spread
        .sampling_error()?
        .and(untreated.spread.sampling_error()?);
    let plots = |measured: &Measured| {
        measured
            .sample
            .n
            .min(measured.sample.n_other.unwrap_or(measured.sample.n))
    };
    let sample = SampleSize {
        of: own.sample.of,
        n: plots(own),
        n_other: Some(plots(untreated)),
    };
    let spread = Spread::Known {
        error,
        kind: IntervalKind::Sampling,
    };
    let mut measured = combined(
        own.value - untreated.value,
        spread,
        sample,
        &[own, untreated],
    );
    measured.notes.push(Message::new("note-within-aimak"));
    measured
        .notes
        .push(Message::new("note-trends-before-not-tested"));
    Some(measured)
}

/// A number whose spread is that among aimaks.
fn among_aimaks(
    value: f64,
    error: Option<StandardError>,
    sample: SampleSize,
    used: &[&Measured],
) -> Measured {
    combined(
        value,
        Spread::of(error, IntervalKind::AmongAimaks),
        sample,
        used,
    )
}

/// A number made of others: it keeps their flags, their common parameters and their inputs.
fn combined(value: f64, spread: Spread, sample: SampleSize, used: &[&Measured]) -> Measured {
    let (mut flags, mut inputs): (_, Vec<InputUse>) = (Vec::new(), Vec::new());
    for measured in used {
        add_once(&mut flags, &measured.flags);
        merge_inputs(&mut inputs, &measured.inputs);
    }
    let mut parameters = used
        .first()
        .map(|measured| measured.parameters.clone())
        .unwrap_or_default();
    parameters.retain(|name, text| {
        used.iter()
            .all(|measured| measured.parameters.get(name) == Some(text))
    });
    Measured {
        value,
        spread,
        sample,
        flags,
        notes: Vec::new(),
        parameters,
        inputs,
    }
}

/// The refusal for too few comparison areas; none at all has its own reason.
fn too_few_comparisons(n: usize, needed: usize) -> Withheld {
    if n == 0 {
        return Withheld::because(Reason::NoComparison);
    }
    too_few_clusters("detail-comparison-aimaks", n, needed)
}

/// The refusal for too few aimaks on a side.
fn too_few_clusters(detail: &str, n: usize, needed: usize) -> Withheld {
    Withheld::because(Reason::TooFewClusters)
        .with(Message::new(detail).with("n", n).with("needed", needed))
}
