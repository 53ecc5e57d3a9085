//! How much of a piece of land has become worse, by SDG 15.3.1?

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Design, Finding, InputUse, Land, LandDegradation, Message, NoInterval, Quantity,
    RasterFault, Reason, SampleSize, SampleUnit, Subject, Survey, Withheld,
};
use serde::{Deserialize, Serialize};

use super::{Measured, Spread, finding::About};
use crate::{
    degradation::{
        NOTE_PRODUCTIVITY_TAKES_A_DECADE,
        areas::AreaRefused,
        maps::{Sheet, ZoneAreas},
        status::Status,
    },
    indicators::{DegradationFigure, Indicator},
};

/// Hectares of a piece of land by class; `None` where a class has too few pixels to state its area.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LandShares {
    /// Degraded land, per cent of the land with a class.
    pub degraded_percent: f64,
    /// Degraded land, ha.
    pub degraded_ha: Option<f64>,
    /// Stable land, ha.
    pub stable_ha: Option<f64>,
    /// Improved land, ha.
    pub improved_ha: Option<f64>,
    /// Land without a class, per cent of all land.
    pub missing_percent: f64,
    /// Raster cells behind it, as a sum of coverage fractions.
    pub cells: f64,
}

/// What became of degraded land since the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SinceBaseline {
    /// Degraded in the reporting period only, ha.
    pub recent_ha: Option<f64>,
    /// Degraded then and now, or then and not recovered, ha.
    pub persistent_ha: Option<f64>,
    /// Improved in the reporting period only, ha.
    pub recovered_ha: Option<f64>,
}

/// The assessment of one piece of land.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZoneDegradation {
    /// The aimak.
    pub aimak: AimakCode,
    /// Which of its land.
    pub land: Land,
    /// All three parts together.
    pub sdg: Result<LandShares, Withheld>,
    /// Productivity alone.
    pub productivity: Result<LandShares, Withheld>,
    /// Against the baseline, where there is one.
    pub since_baseline: Option<SinceBaseline>,
}

/// Classes of productivity that count as degraded, stable and improved (METHODS D.5.1).
const PRODUCTIVITY: [&[i8]; 3] = [&[1, 2], &[3, 4], &[5]];
/// The same of the indicator.
const SDG: [&[i8]; 3] = [&[-1], &[0], &[1]];

impl ZoneDegradation {
    /// No assessment, for this reason.
    pub fn refused((aimak, land): (AimakCode, Land), withheld: &Withheld) -> Self {
        Self {
            aimak,
            land,
            sdg: Err(withheld.clone()),
            productivity: Err(withheld.clone()),
            since_baseline: None,
        }
    }

    /// The assessment of a zone's areas.
    pub fn of((aimak, land): (AimakCode, Land), areas: &Result<ZoneAreas, RasterFault>) -> Self {
        let shares = |sheet: Sheet, classes| match areas {
            Err(fault) => Err(super::unreadable(fault)),
            Ok(areas) if !areas.met => Err(Withheld::because(Reason::OutsideRaster)),
            Ok(areas) => shares(areas, sheet, classes),
        };
        let since_baseline = areas.as_ref().ok().and_then(since_baseline);
        Self {
            aimak,
            land,
            sdg: shares(Sheet::Sdg, SDG),
            productivity: shares(Sheet::Productivity, PRODUCTIVITY),
            since_baseline,
        }
    }
}

/// Shares and hectares, or why they are not stated.
fn shares(areas: &ZoneAreas, sheet: Sheet, classes: [&[i8]; 3]) -> Result<LandShares, Withheld> {
    let cells = areas.cells();
    let areas = areas.of(sheet);
    let missing_percent = areas
        .missing_percent()
        .ok_or(Withheld::because(Reason::NoData))?;
    if areas.classified_ha() == 0.0 {
        return Err(Withheld::because(Reason::SubindicatorMissing));
    }
    let [degraded_ha, stable_ha, improved_ha] = classes.map(|group| areas.group_ha(group).ok());
    Ok(LandShares {
        degraded_percent: areas
            .group_percent(classes[0])
            .map_err(AreaRefused::withheld)?,
        degraded_ha,
        stable_ha,
        improved_ha,
        missing_percent,
        cells,
    })
}

/// Hectares by what became of them; `None` without a baseline.
fn since_baseline(areas: &ZoneAreas) -> Option<SinceBaseline> {
    let status = areas.of(Sheet::Status);
    let of = |group: &[Status]| {
        let codes: Vec<i8> = group.iter().map(|status| status.code() as i8).collect();
        status.group_ha(&codes).ok()
    };
    (status.classified_ha() > 0.0).then(|| SinceBaseline {
        recent_ha: of(&[Status::RecentDegradation]),
        persistent_ha: of(&[Status::PersistentDegradation, Status::BaselineDegradation]),
        recovered_ha: of(&[Status::RecentImprovement]),
    })
}

/// What holds for every piece of land of an assessment.
pub struct Assessed<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// The years and rules.
    pub asked: LandDegradation,
    /// Parameters, as shown to readers.
    pub parameters: BTreeMap<String, String>,
    /// Files behind it.
    pub inputs: Vec<InputUse>,
}

impl Assessed<'_> {
    /// The finding of one piece of land: a census of cells, so without an interval.
    pub fn finding(
        &self,
        indicator: &'static Indicator,
        figure: DegradationFigure,
        zone: &ZoneDegradation,
    ) -> Finding {
        let (shares, all_parts) = match figure {
            DegradationFigure::Land => (&zone.sdg, true),
            DegradationFigure::Productivity => (&zone.productivity, false),
        };
        let since = zone.since_baseline.filter(|_| all_parts);
        let answer = shares.clone().map(|shares| self.measured(&shares, since));
        let about = About {
            survey: self.survey,
            indicator,
            subject: Subject::Aimak(zone.aimak.clone()),
            land: zone.land,
        };
        let [first, last] = self.asked.reporting;
        let quantity = Quantity::OverYears { first, last };
        about.finding(quantity, Design::State, answer)
    }

    fn measured(&self, shares: &LandShares, since: Option<SinceBaseline>) -> Measured {
        Measured {
            value: shares.degraded_percent,
            spread: Spread::Unknown(NoInterval::Census),
            sample: SampleSize {
                of: SampleUnit::Cells,
                n: shares.cells.round() as usize,
                n_other: None,
            },
            flags: Vec::new(),
            notes: notes(shares, since),
            parameters: self.parameters.clone(),
            inputs: self.inputs.clone(),
        }
    }
}

fn notes(shares: &LandShares, since: Option<SinceBaseline>) -> Vec<Message> {
    let missing = (10.0 * shares.missing_percent).round() / 10.0;
    let hectares = Message::new("note-degradation-hectares");
    let hectares = stated(hectares, "degraded", shares.degraded_ha);
    let hectares = stated(hectares, "stable", shares.stable_ha);
    let hectares = stated(hectares, "improved", shares.improved_ha);
    let mut notes = vec![hectares.with("missing", missing)];
    // where nothing can be stated the note would only repeat that
    let since = since
        .filter(|since| [since.recent_ha, since.persistent_ha, since.recovered_ha] != [None; 3]);
    notes.extend(since.map(|since| {
        let note = Message::new("note-degradation-since-baseline");
        let note = stated(note, "recent", since.recent_ha);
        let note = stated(note, "persistent", since.persistent_ha);
        stated(note, "recovered", since.recovered_ha)
    }));
    notes.push(Message::new(NOTE_PRODUCTIVITY_TAKES_A_DECADE));
    notes
}

/// An area as a whole number of hectares, or the word that it is too small to be stated.
fn stated(message: Message, name: &str, area_ha: Option<f64>) -> Message {
    match area_ha {
        Some(area_ha) => message.with(name, area_ha.round()),
        None => message.with(name, "few"),
    }
}
