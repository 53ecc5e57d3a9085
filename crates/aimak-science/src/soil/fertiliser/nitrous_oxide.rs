//! How much nitrous oxide does nitrogen on a field give off?

use std::collections::BTreeSet;

use aimak_core::{Interval, IntervalKind, Withheld};

use super::factors::{FieldSetting, GlobalWarmingPotential, Parameter};
use crate::{
    methods::{interval::LEVEL, range::in_range},
    soil::remark::Remark,
};

/// Nitrous oxide per nitrogen in it, by mass.
const N2O_PER_N: f64 = 44.0 / 28.0;

/// Kinds of synthetic fertiliser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SyntheticKind {
    /// Not recorded: 0.11 turns into ammonia.
    Unknown,
    /// Urea.
    Urea,
    /// Ammonium salts.
    Ammonium,
    /// Nitrates.
    Nitrate,
    /// Ammonium nitrate.
    AmmoniumNitrate,
}

/// Where nitrogen comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NitrogenSource {
    /// Synthetic fertiliser.
    Synthetic(SyntheticKind),
    /// Manure, compost.
    Organic,
    /// Crop residues; see [`super::CropResidue`].
    Residue,
    /// Soil organic matter that is lost; see [`crate::soil::tier1::nitrogen_from_carbon_loss_kg`].
    SoilMatter,
    /// Dung and urine of grazing cattle, poultry and pigs.
    GrazingCattle,
    /// Dung and urine of grazing sheep and others.
    GrazingSheep,
}

/// Nitrogen of one source, kg per year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NitrogenAmount {
    /// Where it comes from.
    pub source: NitrogenSource,
    /// How much, kg N per year.
    pub kg: f64,
}

/// Nitrous oxide of a year; an estimate by default factors, with its interval.
#[derive(Clone, Debug, PartialEq)]
pub struct NitrousOxide {
    /// From the field itself, kg N2O.
    pub direct_kg: f64,
    /// By way of ammonia, kg N2O.
    pub volatilised_kg: f64,
    /// By way of water, kg N2O.
    pub leached_kg: f64,
    /// Range of the sum, kg N2O, kind parameter.
    pub interval_kg: Interval,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

/// Nitrous oxide by default factors.
///
/// # Formula
/// `direct N·EF1·44/28`, `volatilised N·FracGAS·EF4·44/28`, `leached N·FracLEACH·EF5·44/28`; EF3 in place of EF1 for grazing animals,
/// no ammonia from residues and soil matter. Interval: each factor to the ends of its range alone, deviations of the sum added as
/// squares, upward and downward apart.
///
/// # Units
/// kg N per year; kg N2O per year.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` for negative nitrogen. Where no range of a factor is known, a remark says that the interval leaves it out.
///
/// # Example
/// ```
/// use aimak_science::soil::fertiliser::{
///     FertiliserClimate, FieldSetting, GlobalWarmingPotential, Irrigation, NitrogenAmount, NitrogenSource, SyntheticKind, nitrous_oxide,
/// };
/// let fertiliser = [NitrogenAmount { source: NitrogenSource::Synthetic(SyntheticKind::Unknown), kg: 100.0 }];
/// let dry = FieldSetting { climate: FertiliserClimate::Dry, irrigation: Irrigation::RainFed };
/// let found = nitrous_oxide(&fertiliser, dry).unwrap();
/// assert!((found.direct_kg - 0.7857).abs() < 5e-5); // 100·0.005·44/28
/// assert!((found.total_kg() - 0.8721).abs() < 5e-5);
/// assert!((found.co2e_kg(GlobalWarmingPotential::Ar5) - 231.12).abs() < 5e-3);
/// ```
///
/// # Reference
/// METHODS A.11; IPCC (2019), Refinement Vol. 4, Ch. 11.
pub fn nitrous_oxide(
    amounts: &[NitrogenAmount],
    setting: FieldSetting,
) -> Result<NitrousOxide, Withheld> {
    checked(amounts)?;
    let plain = |parameter| setting.factor(parameter).value;
    let total = |factor: &dyn Fn(Parameter) -> f64| -> f64 { parts(amounts, factor).iter().sum() };
    let (interval_kg, remarks) = range(amounts, setting, &total);
    let [direct_kg, volatilised_kg, leached_kg] = parts(amounts, &plain);
    Ok(NitrousOxide {
        direct_kg,
        volatilised_kg,
        leached_kg,
        interval_kg,
        remarks,
    })
}

impl NitrousOxide {
    /// The sum, kg N2O.
    pub fn total_kg(&self) -> f64 {
        self.direct_kg + self.volatilised_kg + self.leached_kg
    }

    /// The sum in kg of carbon dioxide that warm as much.
    pub fn co2e_kg(&self, potential: GlobalWarmingPotential) -> f64 {
        self.total_kg() * potential.of_nitrous_oxide()
    }
}

/// Refuses negative nitrogen.
pub(super) fn checked(amounts: &[NitrogenAmount]) -> Result<(), Withheld> {
    amounts
        .iter()
        .try_for_each(|amount| in_range("nitrogen_kg", amount.kg, 0.0, f64::MAX))
}

/// Direct, volatilised and leached, kg N2O, by these factors.
pub(super) fn parts(amounts: &[NitrogenAmount], factor: &dyn Fn(Parameter) -> f64) -> [f64; 3] {
    let mut parts = [0.0; 3];
    for NitrogenAmount { source, kg } in amounts {
        let nitrogen = kg * N2O_PER_N;
        let gas = source.gas().map_or(0.0, factor);
        parts[0] += nitrogen * factor(source.direct());
        parts[1] += nitrogen * gas * factor(Parameter::Volatilised);
        parts[2] += nitrogen * factor(Parameter::LeachedShare) * factor(Parameter::Leached);
    }
    parts
}

/// The interval of a figure that depends on factors, one factor moved at a time, and what it leaves out.
///
/// `amounts` are all that the figure is made of.
pub(super) fn range(
    amounts: &[NitrogenAmount],
    setting: FieldSetting,
    figure: &dyn Fn(&dyn Fn(Parameter) -> f64) -> f64,
) -> (Interval, Vec<Remark>) {
    let used: BTreeSet<Parameter> = amounts
        .iter()
        .filter(|amount| amount.kg > 0.0)
        .flat_map(|amount| [Some(amount.source.direct()), amount.source.gas()])
        .flatten()
        .chain([
            Parameter::Volatilised,
            Parameter::Leached,
            Parameter::LeachedShare,
        ])
        .collect();
    let plain = |parameter| setting.factor(parameter).value;
    let centre = figure(&plain);
    let (mut down, mut up, mut unknown) = (0.0, 0.0, false);
    for moved in used {
        let Some((low, high)) = setting.factor(moved).range else {
            unknown = true;
            continue;
        };
        let deviation = |end: f64| {
            let factor = |parameter| {
                if parameter == moved {
                    end
                } else {
                    plain(parameter)
                }
            };
            figure(&factor) - centre
        };
        let (at_low, at_high) = (deviation(low), deviation(high));
        down += at_low.min(at_high).min(0.0).powi(2);
        up += at_low.max(at_high).max(0.0).powi(2);
    }
    let interval = Interval::Between {
        lo: centre - down.sqrt(),
        hi: centre + up.sqrt(),
        level: LEVEL,
        kind: IntervalKind::Parameter,
    };
    let remark = unknown.then_some(Remark::FactorRangeUnknown);
    (interval, remark.into_iter().collect())
}

#[cfg(test)]
mod tests;
