//! Organic carbon of a row: by which column it stands there, how it was determined, and what cannot be known.

use aimak_core::{CarbonMethod, Message, Reason};
use aimak_science::soil::{
    carbon_reading::{CarbonReading, Carbonates, Recovery},
    content::{Content, MassUnit},
    organic_matter::VAN_BEMMELEN,
};

use super::{
    laboratory::{CARBONATE, MATTER, TOTAL_CARBON},
    table::{Table, name_of},
    value::CARBON,
};
use crate::project::{CarbonStated, Column};

/// Recovery taken for Walkley–Black carbon that the laboratory states not to have corrected: 77 % found, 1/0.77 (METHODS A.2).
const RECOVERY: f64 = 1.30;

/// Organic carbon of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RowCarbon {
    /// Organic carbon, %.
    pub percent: Option<f64>,
    /// How it was determined; `None` where nobody said.
    pub method: Option<CarbonMethod>,
    /// Humus by Tyurin, %.
    pub humus_percent: Option<f64>,
    /// Why a figure that stands there is no organic carbon.
    pub refused: Option<Message>,
}

/// The figures of carbon in a row.
struct Figures {
    carbon: Option<f64>,
    humus: Option<f64>,
    matter: Option<f64>,
    total: Option<f64>,
    carbonate: Option<f64>,
}

/// Reads the carbon of a row; more than one column of it is an error.
pub(super) fn carbon(table: &mut Table, row: usize, ph: Option<f64>) -> RowCarbon {
    let columns = &table.spec.columns;
    let figures = Figures {
        carbon: table.number(row, columns.carbon_percent.as_ref(), &CARBON),
        humus: table.number(row, columns.humus_percent.as_ref(), &MATTER),
        matter: table.number(row, columns.organic_matter_percent.as_ref(), &MATTER),
        total: table.number(row, columns.total_carbon_percent.as_ref(), &TOTAL_CARBON),
        carbonate: table.number(row, columns.carbonate_percent.as_ref(), &CARBONATE),
    };
    let filled: Vec<&Column> = [
        (figures.carbon, &columns.carbon_percent),
        (figures.humus, &columns.humus_percent),
        (figures.matter, &columns.organic_matter_percent),
        (figures.total, &columns.total_carbon_percent),
    ]
    .into_iter()
    .filter_map(|(figure, column)| figure.and(column.as_ref()))
    .collect();
    if let [_, second, ..] = filled[..] {
        let names: Vec<&str> = filled.iter().map(|column| column.name()).collect();
        table.wrong(row, second.name(), "carbon-twice", &names.join(", "));
        return RowCarbon::default();
    }
    if figures.carbon.is_some()
        && table.spec.carbon_method == Some(CarbonStated::WalkleyBlackUncorrected)
    {
        let column = name_of(columns.carbon_percent.as_ref());
        table.doubtful(
            row,
            column,
            "carbon-recovery-applied",
            format!("× {RECOVERY}"),
        );
    }
    figures.carbon(table.spec.carbon_method, ph)
}

impl Figures {
    /// The one figure there is, as organic carbon.
    fn carbon(&self, stated: Option<CarbonStated>, ph: Option<f64>) -> RowCarbon {
        let taken = |percent, method| RowCarbon {
            percent: Some(percent),
            method,
            ..RowCarbon::default()
        };
        if let Some(carbon) = self.carbon {
            return match stated {
                None => taken(carbon, None),
                Some(CarbonStated::TyurinHumus) => RowCarbon {
                    humus_percent: Some(carbon * VAN_BEMMELEN),
                    ..taken(carbon, Some(CarbonMethod::TyurinHumus))
                },
                Some(CarbonStated::LossOnIgnition) => {
                    taken(carbon, Some(CarbonMethod::LossOnIgnition))
                }
                Some(stated) => determined(of_carbon(carbon, stated)),
            };
        }
        if let Some(humus) = self.humus {
            return RowCarbon {
                humus_percent: Some(humus),
                ..determined(content(humus).map(CarbonReading::Humus))
            };
        }
        if let Some(matter) = self.matter {
            return determined(content(matter).map(CarbonReading::LossOnIgnition));
        }
        let Some(total) = self.total else {
            return RowCarbon::default();
        };
        let carbonates = Carbonates {
            content: self.carbonate.and_then(content),
            ph,
            fizzes: None,
        };
        determined(content(total).map(|total| CarbonReading::TotalByCombustion(total, carbonates)))
    }
}

/// A figure of organic carbon by a method that was stated.
fn of_carbon(carbon: f64, stated: CarbonStated) -> Option<CarbonReading> {
    let carbon = content(carbon)?;
    Some(match stated {
        CarbonStated::WalkleyBlack => CarbonReading::Dichromate(carbon, Recovery::Corrected),
        CarbonStated::WalkleyBlackUncorrected => {
            CarbonReading::Dichromate(carbon, Recovery::NotCorrected(RECOVERY))
        }
        CarbonStated::WalkleyBlackRecoveryUnstated => {
            CarbonReading::Dichromate(carbon, Recovery::Unstated)
        }
        CarbonStated::DryCombustion
        | CarbonStated::TyurinHumus
        | CarbonStated::LossOnIgnition
        | CarbonStated::TotalCombustion => CarbonReading::OrganicByCombustion(carbon),
    })
}

fn content<S: aimak_science::soil::content::Substance>(percent: f64) -> Option<Content<S>> {
    Content::new(percent, MassUnit::Percent).ok()
}

/// The organic carbon of a reading, or why it is none.
fn determined(reading: Option<CarbonReading>) -> RowCarbon {
    match reading.map(CarbonReading::carbon) {
        None => RowCarbon::default(),
        Some(Ok(found)) => RowCarbon {
            percent: Some(found.carbon.percent()),
            method: Some(found.method),
            ..RowCarbon::default()
        },
        Some(Err(refused)) => RowCarbon {
            refused: Some(Message::new(match refused.reason {
                Reason::CarbonateMissing => "exclusion-carbonate-missing",
                _ => "exclusion-more-carbonate-than-carbon",
            })),
            ..RowCarbon::default()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Figures = Figures {
        carbon: None,
        humus: None,
        matter: None,
        total: None,
        carbonate: None,
    };

    /// METHODS A.2: humus by Tyurin is divided by exactly 1.724, loss on ignition by 2.
    #[test]
    fn humus_and_loss_on_ignition_become_carbon() {
        let humus = Figures {
            humus: Some(3.448),
            ..NOTHING
        }
        .carbon(None, None);
        assert!((humus.percent.unwrap() - 2.0).abs() < 1e-12);
        assert_eq!(
            (humus.humus_percent, humus.method),
            (Some(3.448), Some(CarbonMethod::TyurinHumus))
        );
        let ignited = Figures {
            matter: Some(4.0),
            ..NOTHING
        }
        .carbon(None, None);
        assert_eq!(
            (ignited.percent, ignited.method),
            (Some(2.0), Some(CarbonMethod::LossOnIgnition))
        );
        let tyurin = Figures {
            carbon: Some(2.0),
            ..NOTHING
        };
        let tyurin = tyurin.carbon(Some(CarbonStated::TyurinHumus), None);
        assert_eq!(
            (tyurin.percent, tyurin.humus_percent),
            (Some(2.0), Some(3.448))
        );
    }

    #[test]
    fn the_stated_method_travels_and_an_unstated_one_is_none() {
        let carbon = |stated| {
            Figures {
                carbon: Some(1.0),
                ..NOTHING
            }
            .carbon(stated, None)
        };
        assert_eq!(
            (carbon(None).percent, carbon(None).method),
            (Some(1.0), None)
        );
        let uncorrected = carbon(Some(CarbonStated::WalkleyBlackUncorrected));
        assert_eq!(
            (uncorrected.percent, uncorrected.method),
            (Some(1.3), Some(CarbonMethod::WalkleyBlack))
        );
        let unstated = carbon(Some(CarbonStated::WalkleyBlackRecoveryUnstated));
        assert_eq!(
            unstated.method,
            Some(CarbonMethod::WalkleyBlackRecoveryUnstated)
        );
    }

    #[test]
    fn total_carbon_of_calcareous_soil_needs_its_carbonate() {
        let total = |carbonate, ph| {
            Figures {
                total: Some(3.0),
                carbonate,
                ..NOTHING
            }
            .carbon(None, ph)
        };
        let why = |carbon: RowCarbon| carbon.refused.unwrap().id;
        assert_eq!(why(total(None, Some(8.3))), "exclusion-carbonate-missing");
        assert_eq!(why(total(None, None)), "exclusion-carbonate-missing");
        assert_eq!(
            why(total(Some(40.0), Some(8.3))),
            "exclusion-more-carbonate-than-carbon"
        );
        let known = total(Some(10.0), Some(8.3));
        assert!((known.percent.unwrap() - 1.79994).abs() < 5e-6);
        assert_eq!(total(None, Some(6.8)).percent, Some(3.0));
    }
}
