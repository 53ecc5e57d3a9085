//! How much less nitrous oxide do fields give off than before?

use aimak_core::{Interval, Message, Reason, Withheld};

use super::{
    factors::{FieldSetting, GlobalWarmingPotential, Parameter},
    nitrous_oxide::{NitrogenAmount, checked, parts, range},
};
use crate::soil::remark::Remark;

/// Nitrous oxide avoided in a year; negative where more is given off than before.
#[derive(Clone, Debug, PartialEq)]
pub struct AvoidedNitrousOxide {
    /// Avoided, kg N2O.
    pub kg: f64,
    /// Its range, kg N2O, kind parameter.
    pub interval_kg: Interval,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

/// Nitrous oxide of all nitrogen before, less that of all nitrogen after.
///
/// # Formula
/// `N2O_before − N2O_after`; a factor has one error on both dates, so what did not change cancels out.
///
/// # Units
/// kg N2O per year.
///
/// # Range and edge cases
/// Each date needs its documented nitrogen (`ACTIVITY_DATA_MISSING`); an empty list is the statement that there was none.
///
/// # Example
/// ```
/// use aimak_science::soil::fertiliser::{
///     FertiliserClimate, FieldSetting, GlobalWarmingPotential, Irrigation, NitrogenAmount, NitrogenSource, SyntheticKind, avoided,
/// };
/// let before = [NitrogenAmount { source: NitrogenSource::Synthetic(SyntheticKind::Unknown), kg: 100.0 }];
/// let after = [NitrogenAmount { source: NitrogenSource::Organic, kg: 60.0 }];
/// let setting = FieldSetting { climate: FertiliserClimate::Aggregated, irrigation: Irrigation::RainFed };
/// let found = avoided(Some(&before), Some(&after), setting).unwrap();
/// assert!((found.co2e_kg(GlobalWarmingPotential::Ar5) - 203.883).abs() < 5e-4);
/// assert!(avoided(None, Some(&after), setting).is_err());
/// ```
///
/// # Reference
/// METHODS A.11.
pub fn avoided(
    before: Option<&[NitrogenAmount]>,
    after: Option<&[NitrogenAmount]>,
    setting: FieldSetting,
) -> Result<AvoidedNitrousOxide, Withheld> {
    let (Some(before), Some(after)) = (before, after) else {
        let detail = Message::new("detail-factor").with("factor", "nitrogen_kg");
        return Err(Withheld::because(Reason::ActivityDataMissing).with(detail));
    };
    checked(before)?;
    checked(after)?;
    let difference = |factor: &dyn Fn(Parameter) -> f64| -> f64 {
        parts(before, factor).iter().sum::<f64>() - parts(after, factor).iter().sum::<f64>()
    };
    let all: Vec<NitrogenAmount> = before.iter().chain(after).copied().collect();
    let (interval_kg, remarks) = range(&all, setting, &difference);
    let plain = |parameter| setting.factor(parameter).value;
    Ok(AvoidedNitrousOxide {
        kg: difference(&plain),
        interval_kg,
        remarks,
    })
}

impl AvoidedNitrousOxide {
    /// In kg of carbon dioxide that warm as much.
    pub fn co2e_kg(&self, potential: GlobalWarmingPotential) -> f64 {
        self.kg * potential.of_nitrous_oxide()
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            factors::{FertiliserClimate, Irrigation},
            nitrous_oxide::{NitrogenSource, SyntheticKind},
        },
        *,
    };

    const DRY: FieldSetting = FieldSetting {
        climate: FertiliserClimate::Dry,
        irrigation: Irrigation::Surface,
    };

    fn nitrogen(source: NitrogenSource, kg: f64) -> Vec<NitrogenAmount> {
        vec![NitrogenAmount { source, kg }]
    }

    #[test]
    fn what_did_not_change_is_avoided_by_nobody_and_has_no_error() {
        let manure = nitrogen(NitrogenSource::Organic, 60.0);
        let same = avoided(Some(&manure), Some(&manure), DRY).unwrap();
        assert_eq!(
            (same.kg, same.interval_kg.bounds()),
            (0.0, Some((0.0, 0.0)))
        );
    }

    #[test]
    fn legumes_and_residues_may_outweigh_what_is_avoided() {
        let before = nitrogen(NitrogenSource::Synthetic(SyntheticKind::Unknown), 10.0);
        let after = nitrogen(NitrogenSource::Residue, 60.0);
        let found = avoided(Some(&before), Some(&after), DRY).unwrap();
        assert!(found.kg < 0.0);
        let none: Vec<NitrogenAmount> = Vec::new();
        let all = avoided(Some(&before), Some(&none), DRY).unwrap();
        assert!(all.kg > 0.0 && all.interval_kg.bounds().unwrap().1 > all.kg);
    }
}
