//! Where does the evapotranspiration of a day come from?

use jiff::civil::Date;

use super::{
    Quantity,
    day::{Day, Usual},
};
use crate::erosion::{
    Equation,
    wind::evapotranspiration::{Hargreaves, Thornthwaite},
};

/// The source of evapotranspiration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Evaporation {
    /// The record has it.
    Measured,
    /// From the lowest and highest temperature of the day.
    Hargreaves(Hargreaves),
    /// From the mean temperature of all months, mm d⁻¹ of each month.
    Thornthwaite([f64; 12]),
}

impl Evaporation {
    /// The card of the equation, where one was needed.
    pub const fn equation(&self) -> Option<Equation> {
        match self {
            Self::Measured => None,
            Self::Hargreaves(_) => Some(Hargreaves::EQUATION),
            Self::Thornthwaite(_) => Some(Thornthwaite::EQUATION),
        }
    }

    /// Evapotranspiration of a day, mm.
    pub(super) fn of_day(&self, date: Date, day: &Day, usual: &Usual) -> Option<f64> {
        match self {
            Self::Measured => day.total(Quantity::Evapotranspiration, usual),
            Self::Hargreaves(equation) => {
                let (lowest, highest) = day.temperature_range(usual)?;
                let mean = day.temperature(usual)?;
                equation.evapotranspiration_mm(date.day_of_year(), lowest, mean, highest)
            }
            Self::Thornthwaite(months) => Some(months[date.month() as usize - 1]),
        }
    }

    /// What must have been observed for it.
    pub(super) const fn from(&self) -> Quantity {
        match self {
            Self::Measured => Quantity::Evapotranspiration,
            Self::Hargreaves(_) | Self::Thornthwaite(_) => Quantity::Temperature,
        }
    }
}
