//! Did the cohorts move away from the others before they began, and would it have been noticed?

mod small_sample;

use aimak_core::{Message, Reason, Withheld};

use super::{
    aggregate::{By, by},
    cholesky::Cholesky,
    group_time::{Cell, GroupTime},
    influence::{Effect, covariance},
    noncentral::Squared,
};
pub use small_sample::SmallSample;

/// Chance of a false alarm each joint test takes.
pub const LEVEL: f64 = 0.05;

/// Which leads are tested together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    /// Every ATT(g,t) before the start: nothing cancels between cohorts, but few units have many leads.
    Cells,
    /// The mean lead of each time before the start.
    SinceStart,
}

/// Up to where a period is "before".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Until {
    /// The start, as the joint test of did: with anticipation it counts periods in which treatment may act already.
    Start,
    /// The start less the anticipation that is allowed for.
    Anticipation(u32),
}

/// One effect before the start.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// The cohort; `None` for a mean over cohorts.
    pub cohort: Option<i32>,
    /// Time since the start, below 0.
    pub since_start: i32,
    /// The effect there, which is 0 where cohorts would have moved alike.
    pub effect: Effect,
    /// What the effect would be if cohorts drifted from the others by one unit of the outcome per unit of time: the time from its
    /// base to its period, below 0 where the base comes later.
    pub under_drift: f64,
}

/// What the periods before the start say about moving alike.
#[derive(Clone, Debug, PartialEq)]
pub enum PreTrend {
    /// There is no period before the last one before the start: nothing speaks for moving alike, or against it.
    Untested,
    /// There is.
    Tested(Leads),
}

/// A joint test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joint {
    /// The statistic.
    pub statistic: f64,
    /// Its distribution where cohorts move alike.
    pub null: Squared,
    /// The chance of a statistic as large.
    pub p: f64,
}

impl Joint {
    fn of(statistic: f64, null: Squared) -> Self {
        Self {
            statistic,
            null,
            p: null.above(statistic, 0.0),
        }
    }
}

/// Leads with their joint test and its power.
///
/// # Formula
/// `W = θᵀΣ⁻¹θ`, θ the leads and `Σ = Σᵢψᵢψᵢᵀ/n²`; chi-squared with q degrees of freedom. With few units see [`SmallSample`].
/// Under a drift of δ a unit of time each lead is δ times the time from its base to its period, u: noncentrality `δ²·uᵀΣ⁻¹u`, and the
/// power is the chance that the noncentral distribution exceeds the 5 % point of the central one.
///
/// # Range and edge cases
/// No evidence against moving alike is no evidence for it: [`Leads::power`] says which drift the test would have missed, and
/// [`Leads::detectable_drift`] which it would have seen. Refused (`TOO_FEW_CLUSTERS`) where leads are sums of each other, as with more
/// leads than units to tell them apart. With a dozen units the chi-squared test cries wolf (15–84 % where 5 are promised, see
/// [`SmallSample`]) and its power is no comfort: then the second of each pair is the one to print, or "not known".
///
/// # Example
/// ```
/// use aimak_science::effect::{group_time::{Design, GroupTime}, leads::{PreTrend, Until, Which, pre_trend}, panel::{Panel, Start, Unit}};
/// let unit = |id: &str, start, outcomes: [f64; 3]| Unit {
///     id: id.into(), start, stratum: String::new(), outcomes: outcomes.map(Some).to_vec(), covariates: vec![],
/// };
/// // from 2015 to 2016 treated units moved by 1 and 3, the others by 0 and 2: lead 1, error √(1/2 + 1/2)
/// let panel = Panel::new(vec![2015, 2016, 2017], vec![], vec![
///     unit("a", Start::In(2017), [0.0, 1.0, 9.0]), unit("b", Start::In(2017), [0.0, 3.0, 9.0]),
///     unit("c", Start::Never, [0.0, 0.0, 0.0]), unit("d", Start::Never, [0.0, 2.0, 0.0]),
/// ]).balanced().0;
/// let found = GroupTime::of(&panel, &Design::default()).unwrap();
/// let PreTrend::Tested(leads) = pre_trend(&found, Which::Cells, Until::Start).unwrap() else { panic!() };
/// assert!((leads.wald.statistic - 1.0).abs() < 1e-12 && (leads.wald.p - 0.317311).abs() < 5e-7);
/// // a drift of 1.959964 errors a year is seen half the time, and the other way in 0.000044 of cases
/// assert!((leads.power(1.959_963_984_540_054).0 - 0.500_044).abs() < 5e-7);
/// ```
///
/// # Reference
/// Callaway & Sant'Anna (2021), remark 8 and `wald_pre` as did 2.5.1 has it; Roth (2022), Am. Econ. Rev. Insights 4:305–322 on power.
#[derive(Clone, Debug, PartialEq)]
pub struct Leads {
    /// The leads, by cohort and period.
    pub leads: Vec<Lead>,
    /// The test for many units.
    pub wald: Joint,
    /// The test for few, or why there is none.
    pub small_sample: Result<SmallSample, Withheld>,
    /// `uᵀΣ⁻¹u`: the noncentrality of a drift of 1.
    drift: f64,
}

/// Tests whether cohorts and the others moved alike before the start.
///
/// # Errors
/// `TOO_FEW_CLUSTERS` where leads are sums of each other or no unit moves one.
pub fn pre_trend(found: &GroupTime, which: Which, until: Until) -> Result<PreTrend, Withheld> {
    match which {
        Which::Cells => together(found, of_cells(found, until)),
        Which::SinceStart => together(found, since_start(found, until)?),
    }
}

/// The same of the mean leads nearest to the start: of `most` of them, then of one less, down to one.
///
/// Of long series units cannot tell all leads apart, and what happened twenty years before says little of the years in question.
///
/// # Errors
/// As [`pre_trend`], in the place of each.
pub fn pre_trends(found: &GroupTime, most: usize, until: Until) -> Vec<Result<PreTrend, Withheld>> {
    let leads = since_start(found, until);
    let test = |most| together(found, nearest(leads.as_ref().map_err(Clone::clone)?, most));
    (1..=most).rev().map(test).collect()
}

/// So many leads nearest to the start.
fn nearest(leads: &[Lead], most: usize) -> Vec<Lead> {
    leads[leads.len().saturating_sub(most)..].to_vec()
}

/// The joint test of some leads.
fn together(found: &GroupTime, leads: Vec<Lead>) -> Result<PreTrend, Withheld> {
    if leads.is_empty() {
        return Ok(PreTrend::Untested);
    }
    let effects: Vec<&Effect> = leads.iter().map(|lead| &lead.effect).collect();
    let theta: Vec<f64> = effects.iter().map(|effect| effect.att).collect();
    let under_drift: Vec<f64> = leads.iter().map(|lead| lead.under_drift).collect();
    let inverse = Cholesky::of(&covariance(&effects), leads.len())
        .ok_or_else(|| dependent(leads.len(), found.starts().len()))?;
    let statistic = inverse.quadratic(&theta);
    let null = Squared::ChiSquared {
        df: leads.len() as f64,
    };
    Ok(PreTrend::Tested(Leads {
        wald: Joint::of(statistic, null),
        small_sample: SmallSample::of(found.starts(), &effects, &under_drift),
        drift: inverse.quadratic(&under_drift),
        leads,
    }))
}

impl Leads {
    /// The chance that the joint tests at 5 % notice a drift of this much per unit of time: for many units, and for few.
    pub fn power(&self, drift: f64) -> (f64, Option<f64>) {
        self.each(|null, unit| null.above(null.critical(LEVEL), drift * drift * unit))
    }

    /// The drift per unit of time the joint tests at 5 % notice with this chance: for many units, and for few.
    pub fn detectable_drift(&self, power: f64) -> (f64, Option<f64>) {
        self.each(|null, unit| (null.noncentrality(LEVEL, power) / unit).sqrt())
    }

    /// Something of the test for many units, and of that for few where it has a power.
    fn each(&self, of: impl Fn(Squared, f64) -> f64) -> (f64, Option<f64>) {
        let few = self.small_sample.as_ref().ok();
        let few = few.and_then(|few| Some((few.joint.null, few.drift?)));
        (
            of(self.wald.null, self.drift),
            few.map(|(null, unit)| of(null, unit)),
        )
    }
}

/// True for a lead that can be tested.
fn is_lead(since_start: i32, until: Until) -> bool {
    let last = match until {
        Until::Start => 0,
        Until::Anticipation(periods) => -i64::from(periods),
    };
    i64::from(since_start) < last
}

fn of_cells(found: &GroupTime, until: Until) -> Vec<Lead> {
    let lead = |cell: &Cell| {
        let since_start = cell.period - cell.cohort;
        let tested = is_lead(since_start, until) && !cell.is_base();
        Some(Lead {
            cohort: Some(cell.cohort),
            since_start,
            effect: cell.effect.clone().ok().filter(|_| tested)?,
            under_drift: drifted(cell),
        })
    };
    found.cells().iter().filter_map(lead).collect()
}

fn since_start(found: &GroupTime, until: Until) -> Result<Vec<Lead>, Withheld> {
    let parts = by(found, By::SinceStart)?.parts;
    let leads = parts.into_iter().filter_map(|part| {
        let cells = part
            .cells
            .iter()
            .map(|&(place, weight)| (weight, &found.cells()[place]));
        let tested = is_lead(part.key, until) && !cells.clone().all(|(_, cell)| cell.is_base());
        let under_drift = cells.map(|(weight, cell)| weight * drifted(cell)).sum();
        tested.then_some(Lead {
            cohort: None,
            since_start: part.key,
            effect: part.effect,
            under_drift,
        })
    });
    Ok(leads.collect())
}

/// The time from the base of a cell to its period.
fn drifted(cell: &Cell) -> f64 {
    let base = cell.base.unwrap_or(cell.period);
    f64::from(cell.period) - f64::from(base)
}

/// Refuses a joint test of leads that units cannot tell apart.
fn dependent(leads: usize, units: usize) -> Withheld {
    let detail = Message::new("detail-leads-dependent").with("leads", leads as f64);
    Withheld::because(Reason::TooFewClusters).with(detail.with("units", units as f64))
}

#[cfg(test)]
mod tests;
