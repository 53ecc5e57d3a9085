//! What does a series of images say about a piece of land, year by year?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Design, Finding, InputUse, IntervalKind, Land, Message, NoInterval, PartialDate,
    Quantity, RasterLayer, Reason, SampleSize, SampleUnit, Subject, Survey, Withheld,
};
use serde::{Deserialize, Serialize};

use super::{
    Answer, Measured, Observed, Spread,
    finding::About,
    growing_season::GrowingSeason,
    most_frequent,
    window::{Moment, Window},
};
use crate::{
    indicators::Indicator,
    methods::interval::{StandardError, mean},
};

/// Fewest years on a side for an interval from the spread between years.
const MIN_YEARS: usize = 3;

/// Mean of the pixels of one band over one piece of land.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PixelMean {
    /// The mean.
    pub value: f64,
    /// Cells behind it, as a sum of coverage fractions.
    pub cells: f64,
}

/// The bands of one piece of land.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZoneBands {
    /// The aimak.
    pub aimak: AimakCode,
    /// Which of its land.
    pub land: Land,
    /// One outcome for each band of the layer.
    pub bands: Vec<Result<PixelMean, Withheld>>,
}

/// A year of a series: the mean over its dates in the season.
#[derive(Clone, Debug)]
struct Year {
    value: f64,
    cells: f64,
    bands: usize,
}

/// An indicator read from a series of images.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// The layer.
    pub layer: &'a RasterLayer,
    /// Its means over all zones.
    pub zones: &'a [ZoneBands],
}

impl<'a> Series<'a> {
    /// The bands of a piece of land.
    fn bands(
        &self,
        aimak: &AimakCode,
        land: Land,
    ) -> Result<&'a [Result<PixelMean, Withheld>], Withheld> {
        let zone = self
            .zones
            .iter()
            .find(|zone| zone.aimak == *aimak && zone.land == land);
        zone.map(|zone| zone.bands.as_slice())
            .ok_or(Withheld::because(Reason::NoData))
    }

    /// Dates of the bands that lie in the growing season, with their places in the layer.
    fn season_dates(&self) -> Vec<(usize, PartialDate)> {
        let dated = self
            .layer
            .bands
            .iter()
            .enumerate()
            .filter_map(|(place, band)| Some((place, band.when?)));
        dated
            .filter(|(_, date)| self.season().holds(*date))
            .collect()
    }

    /// The growing season.
    fn season(&self) -> GrowingSeason {
        GrowingSeason {
            months: self.layer.season_months,
        }
    }

    /// First and last year of the layer, whatever was seen in them.
    pub(crate) fn layer_years(&self) -> (i16, i16) {
        let years = || {
            self.layer
                .bands
                .iter()
                .filter_map(|band| Some(band.when?.year()))
        };
        years().min().zip(years().max()).unwrap_or_default()
    }

    /// The mean of every year on some land, or why there is none.
    ///
    /// # Errors
    /// Where the land was not looked at.
    pub(crate) fn yearly(
        &self,
        aimak: &AimakCode,
        land: Land,
    ) -> Result<BTreeMap<i16, Result<f64, Withheld>>, Withheld> {
        let years = self.years(aimak, land)?.into_iter();
        Ok(years
            .map(|(year, outcome)| (year, outcome.map(|year| year.value)))
            .collect())
    }

    /// Every year with its mean. A year counts where at least half of its dates have a value.
    fn years(
        &self,
        aimak: &AimakCode,
        land: Land,
    ) -> Result<BTreeMap<i16, Result<Year, Withheld>>, Withheld> {
        let bands = self.bands(aimak, land)?;
        let mut by_year: BTreeMap<i16, Vec<&Result<PixelMean, Withheld>>> = BTreeMap::new();
        for (place, date) in self.season_dates() {
            by_year
                .entry(self.season().year_of(date))
                .or_default()
                .extend(bands.get(place));
        }
        Ok(by_year
            .into_iter()
            .map(|(year, bands)| (year, of_year(&bands)))
            .collect())
    }

    /// The years of a period that have a value; the refusals of the others.
    fn years_in(
        &self,
        aimak: &AimakCode,
        land: Land,
        moment: &Moment,
    ) -> Result<(BTreeMap<i16, Year>, usize), Withheld> {
        let years = self.years(aimak, land)?;
        let (mut given, mut refused) = (BTreeMap::new(), Vec::new());
        let any = !years.is_empty();
        for (year, outcome) in years {
            if !moment.span.covers(self.season().in_year(year)) {
                continue;
            }
            match outcome {
                Ok(value) => {
                    given.insert(year, value);
                }
                Err(withheld) => refused.push(withheld),
            }
        }
        if !given.is_empty() {
            return Ok((given, refused.len()));
        }
        if !refused.is_empty() {
            return Err(most_frequent(&refused));
        }
        let few = Withheld::because(Reason::TooFewYears);
        let detail = Message::new("detail-years")
            .with("n", 0usize)
            .with("needed", 1usize);
        Err(if any {
            few.with(detail)
        } else {
            Withheld::because(Reason::NoData)
        })
    }

    /// The layer and its season, for whoever wants to repeat a number.
    pub(crate) fn parameters(&self) -> BTreeMap<String, String> {
        let mut parameters = BTreeMap::from([("layer".to_owned(), self.layer.id.clone())]);
        if let Some([first, last]) = self.layer.season_months {
            parameters.insert("season_months".to_owned(), format!("{first}–{last}"));
        }
        parameters
    }

    /// A mean over years with what all values of the indicator share.
    fn measured(
        &self,
        value: f64,
        error: Option<StandardError>,
        sample: SampleSize,
        bands: usize,
    ) -> Measured {
        Measured {
            value,
            spread: error.map_or(Spread::Unknown(NoInterval::TooFewYears), |error| {
                Spread::Known {
                    error,
                    kind: IntervalKind::YearToYear,
                }
            }),
            sample,
            flags: reprojected(self.layer),
            // a note that explains the interval may not stand where there is none
            notes: vec![Message::new(if error.is_some() {
                "note-weather-of-the-years"
            } else {
                "note-few-years"
            })],
            parameters: self.parameters(),
            inputs: inputs(self.layer, bands),
        }
    }

    /// The value of every year, and of every date where a year has several.
    pub fn at(&self, indicator: &'static Indicator, aimak: &AimakCode, land: Land) -> Vec<Finding> {
        let subject = Subject::Aimak(aimak.clone());
        let about = About {
            survey: self.survey,
            indicator,
            subject,
            land,
        };
        let of =
            |date: PartialDate, answer| about.finding(Quantity::At { date }, Design::State, answer);
        let Ok(years) = self.years(aimak, land) else {
            return Vec::new();
        };
        let several = self.season_dates().len() > years.len();
        let mut findings: Vec<Finding> = Vec::new();
        for (year, outcome) in years {
            findings.push(of(
                PartialDate::Year(year),
                outcome.map(|year| self.census(year.value, year.cells, year.bands)),
            ));
        }
        if several && land == Land::WholeAimak {
            findings.extend(
                self.dates(aimak, land)
                    .into_iter()
                    .map(|(date, answer)| of(date, answer)),
            );
        }
        findings
    }

    /// The value of every date finer than a year.
    fn dates(&self, aimak: &AimakCode, land: Land) -> BTreeMap<PartialDate, Answer> {
        let Ok(bands) = self.bands(aimak, land) else {
            return BTreeMap::new();
        };
        let fine = self
            .season_dates()
            .into_iter()
            .filter(|(_, date)| !matches!(date, PartialDate::Year(_)));
        let answer = |(place, date): (usize, PartialDate)| {
            let band = bands.get(place)?.clone();
            Some((
                date,
                band.map(|pixels| self.census(pixels.value, pixels.cells, 1)),
            ))
        };
        fine.filter_map(answer).collect()
    }

    /// A value of one date or year: every pixel was seen.
    fn census(&self, value: f64, cells: f64, bands: usize) -> Measured {
        let sample = SampleSize {
            of: SampleUnit::Cells,
            n: cells.round() as usize,
            n_other: None,
        };
        let measured = self.measured(value, None, sample, bands);
        Measured {
            spread: Spread::Unknown(NoInterval::Census),
            notes: Vec::new(),
            ..measured
        }
    }
}

/// The mean of a year's dates, if at least half of them have one.
fn of_year(bands: &[&Result<PixelMean, Withheld>]) -> Result<Year, Withheld> {
    let given: Vec<PixelMean> = bands
        .iter()
        .filter_map(|band| band.as_ref().ok().copied())
        .collect();
    let refused: Vec<Withheld> = bands
        .iter()
        .filter_map(|band| band.as_ref().err().cloned())
        .collect();
    let average = |of: fn(&PixelMean) -> f64| mean(&given.iter().map(of).collect::<Vec<_>>());
    match average(|pixels| pixels.value).zip(average(|pixels| pixels.cells)) {
        Some((value, cells)) if given.len() >= refused.len() => Ok(Year {
            value,
            cells,
            bands: given.len(),
        }),
        _ => Err(most_frequent(&refused)),
    }
}

/// What was used of the layer's files.
pub(crate) fn inputs(layer: &RasterLayer, bands: usize) -> Vec<InputUse> {
    // a layer of one file is read band by band; of a layer of many files nobody can say here which held the bands
    let used = if layer.sources.len() == 1 { bands } else { 1 };
    layer
        .sources
        .iter()
        .map(|source| InputUse {
            source: source.clone(),
            used,
        })
        .collect()
}

/// The remark on a layer that was projected before it was read.
pub(crate) fn reprojected(layer: &RasterLayer) -> Vec<Message> {
    layer
        .reprojected
        .then(|| Message::new("flag-reprojected-bilinear"))
        .into_iter()
        .collect()
}

/// Mean and error over years.
fn over_years(years: &BTreeMap<i16, Year>) -> Option<(f64, Option<StandardError>)> {
    let values: Vec<f64> = years.values().map(|year| year.value).collect();
    let error = StandardError::of_mean(&values).filter(|_| values.len() >= MIN_YEARS);
    mean(&values).map(|mean| (mean, error))
}

/// Bands behind several years.
fn bands_of(years: &BTreeMap<i16, Year>) -> usize {
    years.values().map(|year| year.bands).sum()
}

/// The note on years without a value.
fn gaps(measured: &mut Measured, left_out: usize) {
    if left_out > 0 {
        measured
            .notes
            .push(Message::new("note-years-left-out").with("n", left_out));
    }
}

impl Observed for Series<'_> {
    fn state(&self, aimak: &AimakCode, land: Land, moment: &Moment) -> Answer {
        let (years, left_out) = self.years_in(aimak, land, moment)?;
        let (value, error) = over_years(&years).ok_or(Withheld::because(Reason::NoData))?;
        let sample = SampleSize {
            of: SampleUnit::Years,
            n: years.len(),
            n_other: None,
        };
        let mut measured = self.measured(value, error, sample, bands_of(&years));
        gaps(&mut measured, left_out);
        Ok(measured)
    }

    /// After minus before by Welch on years. A comparison area uses only years that its organic aimak has too, so that
    /// a year lost to clouds on one side does not enter as a difference of weather.
    fn change(&self, aimak: &AimakCode, land: Land, window: &Window) -> Answer {
        let in_moment = |moment: &Moment| -> Result<(BTreeMap<i16, Year>, usize), Withheld> {
            let (mut years, left_out) = self.years_in(aimak, land, moment)?;
            if *aimak != window.owner && self.knows_organic_land(&window.owner) {
                let (owners, _) = self.years_in(&window.owner, Land::Organic, moment)?;
                years.retain(|year, _| owners.contains_key(year));
            }
            if years.is_empty() {
                Err(Withheld::because(Reason::TooFewYears))
            } else {
                Ok((years, left_out))
            }
        };
        let ((before, gaps_before), (after, gaps_after)) =
            (in_moment(&window.before)?, in_moment(&window.after)?);
        let ((from, from_error), (to, to_error)) = over_years(&before)
            .zip(over_years(&after))
            .ok_or(Withheld::because(Reason::NoData))?;
        let error = from_error.zip(to_error).map(|(a, b)| a.and(b));
        let sample = SampleSize {
            of: SampleUnit::Years,
            n: before.len(),
            n_other: Some(after.len()),
        };
        let mut measured = self.measured(
            to - from,
            error,
            sample,
            bands_of(&before) + bands_of(&after),
        );
        gaps(&mut measured, gaps_before + gaps_after);
        Ok(measured)
    }

    fn first_seen(
        &self,
        aimak: &AimakCode,
        land: Land,
        within: Option<&Moment>,
    ) -> Option<PartialDate> {
        let years = self.years(aimak, land).ok()?;
        let seen = years
            .into_iter()
            .filter(|(_, outcome)| outcome.is_ok())
            .map(|(year, _)| year);
        let first = seen
            .filter(|year| {
                within.is_none_or(|moment| moment.span.covers(self.season().in_year(*year)))
            })
            .min()?;
        Some(match self.layer.season_months {
            Some([month, _]) => PartialDate::Month(first, month),
            None => PartialDate::Year(first),
        })
    }

    fn knows_organic_land(&self, aimak: &AimakCode) -> bool {
        self.zones
            .iter()
            .any(|zone| zone.aimak == *aimak && zone.land == Land::Organic)
    }

    fn depends_on_owner(&self) -> bool {
        true
    }
}
