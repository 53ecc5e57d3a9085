//! Which bulk density is used where there are several?

use aimak_core::{Reason, Withheld};

use super::pedotransfer::PredictedDensity;
use crate::{methods::range::in_range, soil::remark::Remark};

/// Where a bulk density comes from, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DensitySource {
    /// A core of this plot and date.
    Measured,
    /// A core of the same field on another date.
    OtherDate,
    /// A pedotransfer function (`BD_PTF`).
    Pedotransfer,
}

/// A bulk density and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenDensity {
    /// The density of fine earth, g/cm³.
    pub g_per_cm3: f64,
    /// Where it comes from.
    pub source: DensitySource,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

/// The best bulk density there is: a core, else a core of another date, else a prediction.
///
/// # Range and edge cases
/// 0.2–2.0 g/cm³; a core outside is refused (`OUT_OF_RANGE`), not passed over. Nothing at all is `BULK_DENSITY_MISSING`.
///
/// # Example
/// ```
/// use aimak_science::soil::bulk_density::{DensitySource, choose};
/// let chosen = choose(None, Some(1.31), None).unwrap();
/// assert_eq!((chosen.g_per_cm3, chosen.source), (1.31, DensitySource::OtherDate));
/// assert_eq!(chosen.remarks.len(), 1);
/// assert!(choose(None, None, None).is_err());
/// ```
///
/// # Reference
/// METHODS A.5.
pub fn choose(
    measured_g_per_cm3: Option<f64>,
    other_date_g_per_cm3: Option<f64>,
    predicted: Option<PredictedDensity>,
) -> Result<ChosenDensity, Withheld> {
    let core = |g_per_cm3, source, remark: Option<Remark>| {
        in_range("bulk_density_g_per_cm3", g_per_cm3, 0.2, 2.0)?;
        Ok(ChosenDensity {
            g_per_cm3,
            source,
            remarks: remark.into_iter().collect(),
        })
    };
    match (measured_g_per_cm3, other_date_g_per_cm3, predicted) {
        (Some(density), ..) => core(density, DensitySource::Measured, None),
        (None, Some(density), _) => {
            let remark = Remark::DensityOfOtherDate;
            core(density, DensitySource::OtherDate, Some(remark))
        }
        (None, None, Some(predicted)) => Ok(ChosenDensity {
            g_per_cm3: predicted.g_per_cm3,
            source: DensitySource::Pedotransfer,
            remarks: predicted.remarks,
        }),
        (None, None, None) => Err(Withheld::because(Reason::BulkDensityMissing)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn predicted() -> PredictedDensity {
        PredictedDensity {
            g_per_cm3: 1.24,
            remarks: vec![Remark::DensityByPedotransfer],
        }
    }

    #[test]
    fn the_core_comes_first_and_an_impossible_one_is_not_passed_over() {
        let found = choose(Some(1.2), Some(1.3), Some(predicted())).unwrap();
        assert_eq!(
            (found.source, found.remarks.len()),
            (DensitySource::Measured, 0)
        );
        assert_eq!(
            choose(Some(12.0), Some(1.3), None).unwrap_err().reason,
            Reason::OutOfRange
        );
        let last = choose(None, None, Some(predicted())).unwrap();
        assert_eq!(last.source, DensitySource::Pedotransfer);
        assert_eq!(last.remarks, [Remark::DensityByPedotransfer]);
    }
}
