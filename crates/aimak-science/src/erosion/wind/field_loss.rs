//! How much does a field lose in all periods together?

use aimak_core::{Reason, Withheld};

use super::{
    Remark, WindLoss,
    field::FieldFactors,
    transport::Transport,
    weather::{PeriodLength, PeriodWeather},
};

/// The loss of a field in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodLoss {
    /// Qmax and s.
    pub transport: Transport,
    /// Mean loss over the field.
    pub loss: WindLoss,
}

/// A weather factor and how often its period counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted {
    /// WF, kg m⁻¹.
    pub weather: f64,
    /// 1 in a sum; in a year one over the number of years that have the period.
    pub weight: f64,
}

/// The loss of a field in all periods of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldLoss {
    /// By period, in their order; `None` where the weather is withheld.
    pub periods: Vec<Option<PeriodLoss>>,
    /// Sum of the periods there are.
    pub total: WindLoss,
    /// Loss of a year: the sum over the periods of the year, each the mean of its years; `None` unless every one was observed.
    pub of_a_year: Option<WindLoss>,
    /// Reservations.
    pub remarks: Vec<Remark>,
}

/// Π of a field in a period.
pub fn product(factors: &FieldFactors, weather: f64) -> f64 {
    weather * factors.erodible_fraction * factors.crust * factors.roughness * factors.cover
}

/// How often each period counts in the loss of a year; `None` unless every period of the year was observed.
pub fn weights_of_a_year(
    weather: &[Result<PeriodWeather, Withheld>],
    length: PeriodLength,
) -> Option<Vec<Weighted>> {
    let mut seen = vec![0_usize; length.of_a_year()];
    let known = || weather.iter().flatten();
    known().for_each(|period| seen[period.place] += 1);
    let complete = seen.iter().all(|n| *n > 0);
    let weighted = |period: &PeriodWeather| Weighted {
        weather: period.value,
        weight: 1.0 / seen[period.place] as f64,
    };
    complete.then(|| known().map(weighted).collect())
}

/// Every period once.
pub fn weights_of_the_sum(weather: &[Result<PeriodWeather, Withheld>]) -> Vec<Weighted> {
    let once = |period: &PeriodWeather| Weighted {
        weather: period.value,
        weight: 1.0,
    };
    weather.iter().flatten().map(once).collect()
}

/// Loss under weather that counts as weighted; `None` where a factor is impossible.
pub fn weighted_loss(factors: &FieldFactors, weather: &[Weighted]) -> Option<WindLoss> {
    let of = |period: &Weighted| {
        let transport = Transport::of(product(factors, period.weather))?;
        let loss = transport.mean_loss(factors.length_m)?;
        Some(loss.times(period.weight))
    };
    weather.iter().map(of).sum()
}

impl FieldLoss {
    /// The loss of a field; `Withheld` where no period has enough observations.
    pub fn of(
        factors: &FieldFactors,
        weather: &[Result<PeriodWeather, Withheld>],
        length: PeriodLength,
    ) -> Result<Self, Withheld> {
        let of_period = |period: &PeriodWeather| {
            let transport = Transport::of(product(factors, period.value))?;
            let loss = transport.mean_loss(factors.length_m)?;
            Some(PeriodLoss { transport, loss })
        };
        let periods: Vec<Option<PeriodLoss>> = weather
            .iter()
            .map(|period| period.as_ref().ok().and_then(of_period))
            .collect();
        if periods.iter().all(Option::is_none) {
            return Err(Withheld::because(Reason::TooFewObservations));
        }
        let weighted = weights_of_a_year(weather, length);
        let mut remarks = factors.remarks.clone();
        let of_weather = weather.iter().flatten();
        remarks.extend(of_weather.flat_map(|period| &period.remarks));
        if periods.iter().any(Option::is_none) {
            remarks.push(Remark::PeriodsMissing);
        }
        remarks.sort_unstable();
        remarks.dedup();
        Ok(Self {
            total: periods.iter().flatten().map(|period| period.loss).sum(),
            of_a_year: weighted.and_then(|weather| weighted_loss(factors, &weather)),
            periods,
            remarks,
        })
    }
}
