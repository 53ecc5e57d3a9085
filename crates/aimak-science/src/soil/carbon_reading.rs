//! What did the laboratory determine, and how much organic carbon is that?

pub use aimak_core::CarbonMethod;
use aimak_core::{Message, Reason, Withheld};

use super::{
    content::{
        CalciumCarbonate, Content, Humus, MassUnit, OrganicCarbon, OrganicMatter, TotalCarbon,
    },
    organic_matter::{MatterPerCarbon, VAN_BEMMELEN},
    remark::Remark,
};
use crate::methods::range::in_range;

/// From this pH in water on, soil holds carbonates unless shown otherwise.
const CALCAREOUS_PH: f64 = 7.3;
/// Recovery corrections in use for dichromate.
const RECOVERY: (f64, f64) = (1.30, 1.33);

/// Did somebody correct for what dichromate does not oxidise?
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Recovery {
    /// The laboratory did.
    Corrected,
    /// The laboratory states that it did not; the factor to apply, 1.30–1.33.
    NotCorrected(f64),
    /// Not stated: taken as it is, with a remark.
    Unstated,
}

/// What is known about carbonates in a sample burnt whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Carbonates {
    /// Measured, as `CaCO3`.
    pub content: Option<Content<CalciumCarbonate>>,
    /// pH in water.
    pub ph: Option<f64>,
    /// Whether acid made it fizz.
    pub fizzes: Option<bool>,
}

/// A carbon figure of a laboratory sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CarbonReading {
    /// Humus by Tyurin.
    Humus(Content<Humus>),
    /// Organic carbon by Walkley and Black.
    Dichromate(Content<OrganicCarbon>, Recovery),
    /// Organic carbon by dry combustion, carbonates removed before.
    OrganicByCombustion(Content<OrganicCarbon>),
    /// Total carbon by dry combustion.
    TotalByCombustion(Content<TotalCarbon>, Carbonates),
    /// Organic matter by loss on ignition.
    LossOnIgnition(Content<OrganicMatter>),
}

/// Organic carbon with the way it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct DeterminedCarbon {
    /// How much.
    pub carbon: Content<OrganicCarbon>,
    /// By which method.
    pub method: CarbonMethod,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

/// What a reader must know of carbon by this method.
pub const fn remark_of(method: CarbonMethod) -> Option<Remark> {
    match method {
        CarbonMethod::LossOnIgnition => Some(Remark::MatterByLossOnIgnition),
        CarbonMethod::WalkleyBlackRecoveryUnstated => Some(Remark::DichromateRecoveryUnstated),
        CarbonMethod::TyurinHumus
        | CarbonMethod::WalkleyBlack
        | CarbonMethod::DryCombustion
        | CarbonMethod::TyurinCalibrated => None,
    }
}

impl CarbonReading {
    /// The organic carbon of the figure.
    ///
    /// # Formula
    /// Humus by Tyurin `/1.724`; Walkley–Black as stated, `·f` (1.30–1.33) only where the laboratory says it did not correct;
    /// total carbon `TC − 0.120006·CaCO3`; loss on ignition `/2`.
    ///
    /// # Range and edge cases
    /// Total carbon without a carbonate figure is refused (`CARBONATE_MISSING`) where pH is 7.3 or more or the soil fizzes, and
    /// where neither is known: most Kyrgyz sierozems and chestnut soils are calcareous. Carbon below zero after taking carbonates
    /// off, or a factor outside 1.30–1.33, is `OUT_OF_RANGE`.
    ///
    /// # Example
    /// ```
    /// use aimak_science::soil::{carbon_reading::{CarbonReading, Carbonates}, content::{Content, MassUnit}};
    /// let percent = MassUnit::Percent;
    /// let humus = CarbonReading::Humus(Content::new(3.448, percent).unwrap());
    /// assert!((humus.carbon().unwrap().carbon.percent() - 2.0).abs() < 1e-12);
    /// let known = Carbonates { content: Content::new(10.0, percent).ok(), ..Carbonates::default() };
    /// let burnt = CarbonReading::TotalByCombustion(Content::new(3.0, percent).unwrap(), known);
    /// assert!((burnt.carbon().unwrap().carbon.percent() - 1.79994).abs() < 5e-6);
    /// ```
    ///
    /// # Reference
    /// METHODS A.2.
    pub fn carbon(self) -> Result<DeterminedCarbon, Withheld> {
        let found = |carbon, method| DeterminedCarbon {
            carbon,
            method,
            remarks: remark_of(method).into_iter().collect(),
        };
        Ok(match self {
            Self::Humus(humus) => found(humus.divided(VAN_BEMMELEN), CarbonMethod::TyurinHumus),
            Self::Dichromate(carbon, Recovery::Corrected) => {
                found(carbon, CarbonMethod::WalkleyBlack)
            }
            Self::Dichromate(carbon, Recovery::NotCorrected(factor)) => {
                in_range("recovery_factor", factor, RECOVERY.0, RECOVERY.1)?;
                let corrected = Content::new(factor * carbon.percent(), MassUnit::Percent)?;
                found(corrected, CarbonMethod::WalkleyBlack)
            }
            Self::Dichromate(carbon, Recovery::Unstated) => {
                found(carbon, CarbonMethod::WalkleyBlackRecoveryUnstated)
            }
            Self::OrganicByCombustion(carbon) => found(carbon, CarbonMethod::DryCombustion),
            Self::TotalByCombustion(total, carbonates) => {
                let organic = total.percent() - carbonates.carbon_percent()?;
                let carbon = Content::new(organic, MassUnit::Percent)?;
                found(carbon, CarbonMethod::DryCombustion)
            }
            Self::LossOnIgnition(matter) => {
                let carbon = MatterPerCarbon::Pribyl.carbon(matter);
                found(carbon, CarbonMethod::LossOnIgnition)
            }
        })
    }
}

impl Carbonates {
    /// The carbon to take off, per cent of the soil.
    fn carbon_percent(self) -> Result<f64, Withheld> {
        if let Some(content) = self.content {
            return Ok(content.carbon().percent());
        }
        let alkaline = self.ph.map(|ph| ph >= CALCAREOUS_PH);
        let free = match (alkaline, self.fizzes) {
            (Some(true), _) | (_, Some(true)) | (None, None) => false,
            (Some(false), _) | (None, Some(false)) => true,
        };
        if free {
            return Ok(0.0);
        }
        let mut refused = Withheld::because(Reason::CarbonateMissing);
        if let Some(ph) = self.ph {
            refused = refused.with(Message::new("detail-ph").with("ph", ph));
        }
        Err(refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn burnt(carbonates: Carbonates) -> Result<f64, Reason> {
        let total = Content::new(2.0, MassUnit::Percent).unwrap();
        let found = CarbonReading::TotalByCombustion(total, carbonates).carbon();
        found
            .map(|found| found.carbon.percent())
            .map_err(|withheld| withheld.reason)
    }

    #[test]
    fn total_carbon_of_soil_that_may_hold_carbonates_is_refused() {
        let known = |ph, fizzes| Carbonates {
            content: None,
            ph,
            fizzes,
        };
        for calcareous in [
            known(Some(7.3), None),
            known(Some(8.2), Some(false)),
            known(Some(6.5), Some(true)),
            known(None, Some(true)),
            known(None, None),
        ] {
            assert_eq!(
                burnt(calcareous),
                Err(Reason::CarbonateMissing),
                "{calcareous:?}"
            );
        }
        for free in [
            known(Some(7.2), None),
            known(Some(6.0), Some(false)),
            known(None, Some(false)),
        ] {
            assert_eq!(burnt(free), Ok(2.0), "{free:?}");
        }
    }

    #[test]
    fn more_carbonate_carbon_than_carbon_is_refused() {
        let content = Content::new(30.0, MassUnit::Percent).ok();
        assert_eq!(
            burnt(Carbonates {
                content,
                ..Carbonates::default()
            }),
            Err(Reason::OutOfRange)
        );
    }

    #[test]
    fn recovery_is_corrected_only_where_the_laboratory_did_not() {
        let carbon = Content::new(1.0, MassUnit::Percent).unwrap();
        let found = |recovery| CarbonReading::Dichromate(carbon, recovery).carbon();
        assert_eq!(found(Recovery::Corrected).unwrap().carbon.percent(), 1.0);
        assert_eq!(
            found(Recovery::NotCorrected(1.3)).unwrap().carbon.percent(),
            1.3
        );
        assert_eq!(
            found(Recovery::NotCorrected(1.724)).unwrap_err().reason,
            Reason::OutOfRange
        );
        let unstated = found(Recovery::Unstated).unwrap();
        assert_eq!(unstated.carbon.percent(), 1.0);
        assert_eq!(unstated.remarks, [Remark::DichromateRecoveryUnstated]);
        assert_ne!(unstated.method, CarbonMethod::WalkleyBlack);
    }

    #[test]
    fn loss_on_ignition_is_halved_and_remarked() {
        let matter = Content::new(4.0, MassUnit::Percent).unwrap();
        let found = CarbonReading::LossOnIgnition(matter).carbon().unwrap();
        assert_eq!(found.carbon.percent(), 2.0);
        assert_eq!(found.remarks, [Remark::MatterByLossOnIgnition]);
    }
}
