//! What is left of a unit's productivity once its rain is taken out?

use aimak_core::{Message, Reason, Withheld};

use crate::methods::interval::StandardError;

use super::{
    least_squares::{Basis, dot},
    p_value::two_sided,
    panel::{Panel, Start},
};

/// The water that drives growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Water {
    /// Rain on fields and pastures that get no other.
    RainOnRainFed,
    /// Rain on irrigated land: says nothing, as its water falls elsewhere.
    RainOnIrrigated,
    /// Irrigation water or snow-melt supply, on irrigated land.
    Supply,
}

/// Over which years the relation to rain is learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Learned {
    /// Only those before the unit's start (all, where it has none): what the treatment did is then not taken for rain. The default.
    Untreated,
    /// All years; more of them, but a dry spell after the start takes a share of the effect.
    AllYears,
}

/// The relation of one unit's productivity to its rain, and what rain leaves.
///
/// # Formula
/// `y = a + b·rain + e` by least squares over the years learned from, at least 8; adjusted `y − b·(rain − mean rain)`, for all years,
/// so that it stays in the unit of y. `R² = 1 − Σe²/Σ(y − ȳ)²` over the years learned from.
///
/// # Units
/// Those of the outcome; b a unit of rain.
///
/// # Range and edge cases
/// Withheld for fewer than 8 years, for rain that never varies, and for irrigated land given its local rain. Where `p` is not small rain
/// explains little and the adjustment adds noise: it is for the caller to show R² beside it. Years without an outcome stay without.
///
/// # Example
/// ```
/// use aimak_science::effect::weather::{RainResidual, Water};
/// let years: Vec<i32> = (2001..2009).collect();
/// let rain = [300.0, 200.0, 400.0, 300.0, 200.0, 400.0, 300.0, 300.0];
/// // 0.1 + 0.001 a mm, and nothing else
/// let outcome = [0.4, 0.3, 0.5, 0.4, 0.3, 0.5, 0.4, 0.4].map(Some);
/// let found = RainResidual::of(&years, &outcome, &rain, |_| true, Water::RainOnRainFed).unwrap();
/// assert!((found.slope - 0.001).abs() < 1e-12 && (found.r_squared - 1.0).abs() < 1e-12);
/// assert!(found.adjusted.iter().all(|left| (left.unwrap() - 0.4).abs() < 1e-12));
/// ```
///
/// # Reference
/// METHODS D.5 and H, amendment 6; Evans & Geerken (2004), J. Arid Environ. 57:535–554; Wessels, van den Bergh & Scholes (2012), Remote Sens.
/// Environ. 125:10–22 (what the method cannot see).
#[derive(Clone, Debug, PartialEq)]
pub struct RainResidual {
    /// a.
    pub intercept: f64,
    /// b.
    pub slope: f64,
    /// Two-sided p of b, by t with n − 2.
    pub p: f64,
    /// Share of the variance that rain explains in the years learned from.
    pub r_squared: f64,
    /// Years learned from.
    pub years: usize,
    /// The outcome as if each year had had the mean rain of the years learned from.
    pub adjusted: Vec<Option<f64>>,
}

impl RainResidual {
    /// Fewest years to learn from.
    pub const LEAST_YEARS: usize = 8;

    /// Learns from the years for which `learned` holds.
    ///
    /// # Errors
    /// `TOO_FEW_YEARS`, `FACTOR_MISSING` (local rain of irrigated land) or `TOO_FEW_OBSERVATIONS` (rain does not vary).
    ///
    /// # Panics
    /// Where there is not one outcome and one rain a year.
    pub fn of(
        years: &[i32],
        outcome: &[Option<f64>],
        rain: &[f64],
        learned: impl Fn(i32) -> bool,
        water: Water,
    ) -> Result<Self, Withheld> {
        assert_eq!(
            (outcome.len(), rain.len()),
            (years.len(), years.len()),
            "invariant: one outcome and one rain a year"
        );
        let from = (0..years.len()).filter(|&i| learned(years[i]));
        let seen: Vec<(f64, f64)> = from.filter_map(|i| Some((outcome[i]?, rain[i]))).collect();
        let (y, x): (Vec<f64>, Vec<f64>) = seen.into_iter().unzip();
        let line = RainLine::of(&y, &x, water)?;
        let adjusted = outcome
            .iter()
            .zip(rain)
            .map(|(outcome, rain)| {
                outcome.map(|outcome| outcome - line.slope * (rain - line.mean_rain))
            })
            .collect();
        Ok(Self {
            intercept: line.mean_outcome - line.slope * line.mean_rain,
            slope: line.slope,
            p: line.p,
            r_squared: line.r_squared,
            years: y.len(),
            adjusted,
        })
    }
}

struct RainLine {
    slope: f64,
    p: f64,
    r_squared: f64,
    mean_rain: f64,
    mean_outcome: f64,
}

impl RainLine {
    fn of(outcome: &[f64], rain: &[f64], water: Water) -> Result<Self, Withheld> {
        if water == Water::RainOnIrrigated {
            let detail = Message::new("detail-effect-irrigated");
            return Err(Withheld::because(Reason::FactorMissing).with(detail));
        }
        let n = outcome.len();
        enough(n)?;
        let mean = |values: &[f64]| values.iter().sum::<f64>() / n as f64;
        let (mean_rain, mean_outcome) = (mean(rain), mean(outcome));
        let x: Vec<f64> = rain.iter().map(|rain| rain - mean_rain).collect();
        let y: Vec<f64> = outcome
            .iter()
            .map(|outcome| outcome - mean_outcome)
            .collect();
        let varying = dot(&x, &x) > 1e-20 * dot(rain, rain);
        let basis = Basis::of(&[x]).filter(|_| varying).ok_or_else(same_rain)?;
        let fit = basis.fit(&y);
        let (rest, whole) = (dot(&fit.residuals, &fit.residuals), dot(&y, &y));
        let slope = fit.coefficients[0];
        let error = StandardError {
            se: (rest / (n as f64 - 2.0)).sqrt() * basis.direction(0)[0],
            df: n as f64 - 2.0,
        };
        Ok(Self {
            slope,
            p: two_sided(slope, error),
            // an outcome that never varies leaves nothing to explain
            r_squared: if whole > 0.0 { 1.0 - rest / whole } else { 0.0 },
            mean_rain,
            mean_outcome,
        })
    }
}

/// The panel with each unit's outcome as if each year had had its usual rain, units whose rain cannot be judged left out and named.
///
/// `rain` has a row for each unit of the panel, in its order.
///
/// # Panics
/// Where there is not one row a unit and one rain a period.
pub fn rain_adjusted<'a>(
    panel: &'a Panel,
    rain: &[Vec<f64>],
    water: Water,
    learned: Learned,
) -> (Panel, Vec<(&'a str, Withheld)>) {
    assert_eq!(
        rain.len(),
        panel.units().len(),
        "invariant: one row of rain a unit"
    );
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for (unit, rain) in panel.units().iter().zip(rain) {
        let untreated = |year: i32| match (learned, unit.start) {
            (Learned::Untreated, Start::In(start)) => year < start,
            _ => true,
        };
        match RainResidual::of(panel.periods(), &unit.outcomes, rain, untreated, water) {
            Ok(found) => {
                let mut unit = unit.clone();
                unit.outcomes = found.adjusted;
                kept.push(unit);
            }
            Err(withheld) => left_out.push((unit.id.as_str(), withheld)),
        }
    }
    let adjusted = Panel::new(panel.periods().to_vec(), panel.covariates().to_vec(), kept);
    (adjusted, left_out)
}

/// Change a year, with and without rain held.
///
/// # Formula
/// `y = a + c·year`, and `y = a + b·rain + c·year`. The trend of what rain leaves, found in two steps, is smaller than c wherever rain itself
/// has a trend, as the first step gives rain what the two share (Wessels et al. 2012); hence both at once. Degrees of freedom n − 2 and n − 3.
///
/// # Reference
/// Frisch & Waugh (1933), Econometrica 1:387–401.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RainTrend {
    /// Change a year as it is.
    pub plain: f64,
    /// Its error, years independent.
    pub plain_error: StandardError,
    /// Change a year at the same rain.
    pub adjusted: f64,
    /// Its error, years independent.
    pub adjusted_error: StandardError,
    /// Two-sided p of the change at the same rain.
    pub p: f64,
}

impl RainTrend {
    /// The trends of one unit.
    ///
    /// # Errors
    /// As [`RainResidual::of`]; `TOO_FEW_OBSERVATIONS` also where rain is a line in time.
    pub fn of(
        years: &[i32],
        outcome: &[f64],
        rain: &[f64],
        water: Water,
    ) -> Result<Self, Withheld> {
        RainLine::of(outcome, rain, water)?;
        let constant = vec![1.0; years.len()];
        let since: Vec<f64> = years
            .iter()
            .map(|year| f64::from(year - years[0]))
            .collect();
        let (plain, plain_error) = last_of(&[constant.clone(), since.clone()], outcome)?;
        let (adjusted, adjusted_error) = last_of(&[constant, rain.to_vec(), since], outcome)?;
        Ok(Self {
            plain,
            plain_error,
            adjusted,
            adjusted_error,
            p: two_sided(adjusted, adjusted_error),
        })
    }
}

/// The last coefficient of a regression with its error.
fn last_of(columns: &[Vec<f64>], outcome: &[f64]) -> Result<(f64, StandardError), Withheld> {
    let last = columns.len() - 1;
    let basis = Basis::of(columns).ok_or_else(same_rain)?;
    let fit = basis.fit(outcome);
    let df = (outcome.len() - columns.len()) as f64;
    let along = basis.direction(last);
    let se = (dot(&fit.residuals, &fit.residuals) / df * dot(along, along)).sqrt();
    Ok((fit.coefficients[last], StandardError { se, df }))
}

fn enough(years: usize) -> Result<(), Withheld> {
    if years >= RainResidual::LEAST_YEARS {
        return Ok(());
    }
    let detail = Message::new("detail-effect-years").with("n", years);
    Err(Withheld::because(Reason::TooFewYears)
        .with(detail.with("needed", RainResidual::LEAST_YEARS)))
}

fn same_rain() -> Withheld {
    Withheld::because(Reason::TooFewObservations).with(Message::new("detail-effect-same-rain"))
}

#[cfg(test)]
mod tests;
