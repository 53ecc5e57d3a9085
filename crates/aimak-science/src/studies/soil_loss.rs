//! How much soil does the rain carry off a piece of land, and is it the land or the rain that changed?

mod climate;

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, InputUse, Interval, IntervalKind, Land, Message, NoInterval, PartialDate, Reason,
    SampleSize, SampleUnit, Survey, WaterErosion, Withheld,
};
use serde::{Deserialize, Serialize};

use super::{
    Answer, Measured, Observed, Spread,
    finding::merge_inputs,
    window::{Moment, Window},
};
use crate::{
    erosion::water::{
        Remark,
        change::{Ages, ChangeSplit, FourLosses},
        uncertainty::{
            DrawsOf, ParameterUncertainty, Spread as Multiplier, UncertainFactor, monte_carlo,
        },
    },
    indicators::LossFigure,
};
pub use climate::Climate;

/// Draws for an interval: its ends then move by about a hundredth from seed to seed.
const DRAWS: usize = 4000;
/// CV of C in comparisons of one place with itself, and the correlation of its errors (METHODS B.7).
const COVER_CV_IN_RATIOS: f64 = 0.20;
const COVER_CORRELATION: f64 = 0.5;
/// Share of the soil above which snow-melt is remarked.
const SNOWY_SHARE: f64 = 0.05;

/// A piece of land in a year: what it loses to each unit of erosivity, and which of it was counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearLoss {
    /// Mean of K·LS·C·P over the counted soil, t ha⁻¹ yr⁻¹ per unit of R.
    pub per_erosivity: f64,
    /// Counted soil, on slopes up to 50 %, ha.
    pub counted_ha: f64,
    /// Steeper soil, ha.
    pub steep_ha: f64,
    /// Water, ice, settlements, ha.
    pub no_soil_ha: f64,
    /// Land of which something is missing, ha.
    pub missing_ha: f64,
    /// Share of the counted soil where the snow of the winter matters, 0–1.
    pub snowy_share: f64,
    /// Counted cells, as a sum of covered fractions.
    pub cells: f64,
}

/// The years of a piece of land.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZoneLoss {
    /// The aimak.
    pub aimak: AimakCode,
    /// Which of its land.
    pub land: Land,
    /// Every year that a period may ask for; `Err` for all of them where nothing can be said.
    pub years: Result<BTreeMap<i16, Result<YearLoss, Withheld>>, Withheld>,
}

/// Soil loss as one indicator sees it.
pub struct SoilLoss<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// What the project asks for.
    pub asked: WaterErosion,
    /// Every piece of land.
    pub zones: &'a [ZoneLoss],
    /// Which part of the loss.
    pub figure: LossFigure,
    /// Files of the rasters behind it.
    pub inputs: &'a [InputUse],
    /// Remarks that hold everywhere.
    pub flags: &'a [Message],
}

/// The land of a period: the mean of its years.
struct PeriodLand {
    per_erosivity: f64,
    years: usize,
    left_out: usize,
    /// The last year, for the areas.
    last: YearLoss,
}

/// Factors of a loss and how uncertain they are. The error of C has a part that before and after share: of the CV of 0.40 so
/// much that the ratio of two losses of one place keeps the band of METHODS B.7.
fn factors() -> [UncertainFactor; 6] {
    let log_variance = |cv: f64| (1.0 + cv * cv).ln();
    let cv = |log_variance: f64| log_variance.exp_m1().sqrt();
    let own = (1.0 - COVER_CORRELATION) * log_variance(COVER_CV_IN_RATIOS);
    let [r, k, ls, c, _] = UncertainFactor::DEFAULTS;
    let Multiplier::LogNormal { cv: whole } = c.spread else {
        unreachable!("invariant: the defaults are log-normal")
    };
    let shared = log_variance(whole) - own;
    [
        r,
        k,
        ls,
        UncertainFactor::log_normal("C", cv(shared)),
        UncertainFactor::log_normal("C before", cv(own)),
        UncertainFactor::log_normal("C after", cv(own)),
    ]
}

impl SoilLoss<'_> {
    fn years(
        &self,
        aimak: &AimakCode,
        land: Land,
    ) -> Result<&BTreeMap<i16, Result<YearLoss, Withheld>>, Withheld> {
        let of_land = |zone: &&ZoneLoss| zone.aimak == *aimak && zone.land == land;
        let zone = self.zones.iter().find(of_land);
        let zone = zone.ok_or(Withheld::because(Reason::NoData))?;
        zone.years.as_ref().map_err(Clone::clone)
    }

    /// The land of a period: years with images within it, averaged.
    fn land(&self, aimak: &AimakCode, land: Land, moment: &Moment) -> Result<PeriodLand, Withheld> {
        let within = |year: &i16| moment.span.covers(PartialDate::Year(*year).span());
        let years = self.years(aimak, land)?;
        let (mut given, mut refused) = (Vec::new(), Vec::new());
        for (_, outcome) in years.iter().filter(|(year, _)| within(year)) {
            match outcome {
                Ok(year) => given.push(*year),
                Err(withheld) => refused.push(withheld.clone()),
            }
        }
        let Some(last) = given.last().copied() else {
            return Err(if refused.is_empty() {
                Withheld::because(Reason::NoData)
            } else {
                super::most_frequent(&refused)
            });
        };
        let sum: f64 = given.iter().map(|year| year.per_erosivity).sum();
        Ok(PeriodLand {
            per_erosivity: sum / given.len() as f64,
            years: given.len(),
            left_out: refused.len(),
            last,
        })
    }

    fn climate(&self, aimak: &AimakCode, moment: &Moment) -> Result<Climate, Withheld> {
        Climate::of(
            &self.survey.weather,
            aimak,
            moment.span,
            self.asked.erosivity,
        )
    }

    /// What the draws make of the uncertainty: the same draws for all parts of one aimak's loss, so that they still add up.
    fn spread(
        &self,
        aimak: &AimakCode,
        model: impl Fn(&[f64]) -> f64 + Sync,
    ) -> (Spread, BTreeMap<String, String>) {
        let draws = DrawsOf {
            seed: self.survey.project.seed,
            aimak: &aimak.0,
            indicator: "soil_loss_water",
            draws: DRAWS,
        };
        let found = monte_carlo(&draws, &factors(), |multipliers| Some(model(multipliers)));
        let Some(found) = found else {
            return (Spread::Unknown(NoInterval::TooFewUnits), BTreeMap::new());
        };
        let spread = match found.interval {
            Interval::Between { lo, hi, .. } => Spread::Bounds {
                lo,
                hi,
                kind: IntervalKind::Parameter,
                confirmed: true,
            },
            Interval::Unavailable(why) => Spread::Unknown(why),
        };
        (spread, shares(&found))
    }

    fn measured(
        &self,
        value: f64,
        (spread, mut parameters): (Spread, BTreeMap<String, String>),
        cells: f64,
    ) -> Measured {
        let equation = self.asked.erosivity.key().to_owned();
        parameters.insert("erosivity_equation".to_owned(), equation);
        parameters.insert("length_equation".to_owned(), "desmet_govers".to_owned());
        if let Some(k) = self.asked.erodibility {
            parameters.insert("erodibility".to_owned(), k.to_string());
        }
        Measured {
            value,
            spread,
            sample: SampleSize {
                of: SampleUnit::Cells,
                n: cells.round() as usize,
                n_other: None,
            },
            flags: self.flags.to_vec(),
            notes: Vec::new(),
            parameters,
            inputs: self.inputs.to_vec(),
        }
    }

    /// The split of a change under drawn multipliers, in the order of [`factors`].
    fn split(land: &Ages<PeriodLand>, climate: &Ages<Climate>, multipliers: &[f64]) -> ChangeSplit {
        let [r, k, ls, c, before, after] = std::array::from_fn(|i| multipliers[i]);
        let land = Ages {
            before: land.before.per_erosivity * k * ls * c * before,
            after: land.after.per_erosivity * k * ls * c * after,
        };
        let climate = Ages {
            before: climate.before.erosivity * r,
            after: climate.after.erosivity * r,
        };
        FourLosses::of(land, climate, |land, erosivity| Some(land * erosivity))
            .expect("invariant: a product is always there")
            .split()
    }

    fn of_figure(&self, split: &ChangeSplit) -> f64 {
        match self.figure {
            LossFigure::Whole => split.change,
            LossFigure::Cover => split.land,
            LossFigure::Rain => split.climate,
        }
    }
}

impl Observed for SoilLoss<'_> {
    fn has_states(&self) -> bool {
        self.figure == LossFigure::Whole
    }

    fn state(&self, aimak: &AimakCode, land: Land, moment: &Moment) -> Answer {
        let period = self.land(aimak, land, moment)?;
        let climate = self.climate(aimak, moment)?;
        let value = period.per_erosivity * climate.erosivity;
        // one period alone: its own error of C is part of the whole
        let spread = self.spread(aimak, |m| value * m[0] * m[1] * m[2] * m[3] * m[4]);
        let mut measured = self.measured(value, spread, period.last.cells);
        measured.flags.extend(remarks(&period));
        measured.flags.extend(climate.few_years());
        measured.notes = vec![areas(&period.last), Message::new("note-soil-loss-modelled")];
        let parameters = &mut measured.parameters;
        parameters.insert("erosivity".to_owned(), rounded(climate.erosivity));
        parameters.insert("years_of_rain".to_owned(), climate.years.to_string());
        parameters.insert("years_of_cover".to_owned(), period.years.to_string());
        merge_inputs(&mut measured.inputs, &climate.inputs);
        Ok(measured)
    }

    fn change(&self, aimak: &AimakCode, land: Land, window: &Window) -> Answer {
        let lands = Ages {
            before: self.land(aimak, land, &window.before)?,
            after: self.land(aimak, land, &window.after)?,
        };
        let climates = Ages {
            before: self.climate(aimak, &window.before)?,
            after: self.climate(aimak, &window.after)?,
        };
        let split = Self::split(&lands, &climates, &[1.0; 6]);
        let value = self.of_figure(&split);
        let spread = self.spread(aimak, |multipliers| {
            self.of_figure(&Self::split(&lands, &climates, multipliers))
        });
        let mut measured = self.measured(value, spread, lands.after.last.cells);
        let either = [&lands.before, &lands.after];
        super::add_once(&mut measured.flags, &either.map(remarks).concat());
        let few = [&climates.before, &climates.after].map(Climate::few_years);
        super::add_once(&mut measured.flags, &few.concat());
        measured.notes = self.notes_of(&split, &lands.after.last);
        for (age, climate) in [("before", &climates.before), ("after", &climates.after)] {
            measured
                .parameters
                .insert(format!("erosivity_{age}"), rounded(climate.erosivity));
            merge_inputs(&mut measured.inputs, &climate.inputs);
        }
        Ok(measured)
    }

    fn first_seen(
        &self,
        aimak: &AimakCode,
        land: Land,
        within: Option<&Moment>,
    ) -> Option<PartialDate> {
        let date = |year: i16| PartialDate::Year(year);
        let fits = |year: &i16| within.is_none_or(|moment| moment.span.covers(date(*year).span()));
        let years = self.years(aimak, land).ok()?;
        let seen = years.iter().filter(|(_, outcome)| outcome.is_ok());
        seen.map(|(year, _)| *year).find(fits).map(date)
    }

    fn knows_organic_land(&self, aimak: &AimakCode) -> bool {
        let organic = |zone: &ZoneLoss| zone.aimak == *aimak && zone.land == Land::Organic;
        self.zones.iter().any(organic)
    }

    fn depends_on_owner(&self) -> bool {
        false
    }
}

impl SoilLoss<'_> {
    /// What belongs to a change: its parts, and what they may be called.
    fn notes_of(&self, split: &ChangeSplit, after: &YearLoss) -> Vec<Message> {
        let parts = Message::new("note-soil-loss-parts")
            .with("change", hundredths(split.change))
            .with("cover", hundredths(split.land))
            .with("rain", hundredths(split.climate))
            .with("interaction", hundredths(split.interaction));
        let name = match self.figure {
            LossFigure::Rain => None,
            LossFigure::Whole | LossFigure::Cover => {
                Some(Message::new("note-cover-is-management-and-weather"))
            }
        };
        let modelled = Message::new("note-soil-loss-modelled");
        [Some(parts), name, Some(areas(after)), Some(modelled)]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// Shares of the factors in the variance, per cent; the parts of C are one factor. Chance may put a small share below zero, which
/// nobody would understand.
fn shares(found: &ParameterUncertainty) -> BTreeMap<String, String> {
    let mut by_factor: BTreeMap<&str, f64> = BTreeMap::new();
    for share in &found.shares {
        let factor = share.name.split(' ').next().unwrap_or(share.name);
        *by_factor.entry(factor).or_default() += share.first_order;
    }
    let entry = |(factor, share): (&str, f64)| {
        let percent = (100.0 * share).max(0.0).round();
        let name = format!("variance_share_{}", factor.to_lowercase());
        (name, percent.to_string())
    };
    by_factor.into_iter().map(entry).collect()
}

/// Remarks of the land of a period.
fn remarks(period: &PeriodLand) -> Vec<Message> {
    let steep = (period.last.steep_ha > 0.0).then_some(Remark::SteepExtrapolated);
    let snow = (period.last.snowy_share > SNOWY_SHARE).then_some(Remark::SnowmeltNotModelled);
    let mut flags: Vec<Message> = [steep, snow]
        .into_iter()
        .flatten()
        .map(|remark| Message::new(remark.key()))
        .collect();
    if period.left_out > 0 {
        flags.push(Message::new("flag-years-left-out").with("n", period.left_out));
    }
    flags
}

/// Which land was counted and which was left out, ha.
fn areas(year: &YearLoss) -> Message {
    Message::new("note-soil-loss-areas")
        .with("counted", year.counted_ha.round())
        .with("steep", year.steep_ha.round())
        .with("nosoil", year.no_soil_ha.round())
        .with("missing", year.missing_ha.round())
}

fn hundredths(value: f64) -> f64 {
    (100.0 * value).round() / 100.0
}

/// Erosivity as it is shown: whole units.
fn rounded(erosivity: f64) -> String {
    erosivity.round().to_string()
}

#[cfg(test)]
mod tests;
