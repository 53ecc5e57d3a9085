//! How sure is a coefficient of a yearly series whose years resemble their neighbours?

use aimak_core::{Message, Reason, Withheld};

use crate::methods::interval::StandardError;

use super::least_squares::{Basis, dot};

/// What is held of the residuals of neighbouring years.
///
/// # Formula
/// With `w = X(XᵀX)⁻¹c` the coefficient is `wᵀy`. Independent: `s²·wᵀw`, `s² = eᵀe/(n−k)`. First order: `s²·wᵀRw`, `R = ρ^|years apart|`,
/// `s² = eᵀe/tr(HR)`, `H = I − hat`; ρ is that for which `Σ eₜeₜ₋₁/Σ e²` would be as seen on average, `tr(AHRH)/tr(HRH)`, between 0 and
/// 0.95; degrees of freedom `(n−k)(1−ρ)/(1+ρ)`, at least 1.5. Newey–West: `n/(n−k)·Σ (1 − l/(L+1))₊·uₛuₜ`, `u = w·e`, l years apart.
///
/// # Range and edge cases
/// Residuals of a short series look less alike than the errors are (a line and a jump follow them), hence the equation for ρ. How often
/// each finds a jump | a bend that is not there, nominal 5 % (1,500 series a cell, jump and bend half-way, R 4.2.2):
///
/// | years, ρ | independent | Newey–West, L 2 | first order |
/// |---|---|---|---|
/// | 8, 0 | 6 5 | 20 17 | 3 2 |
/// | 8, 0.6 | 10 19 | 29 36 | 5 9 |
/// | 16, 0 | 5 5 | 19 17 | 3 3 |
/// | 16, 0.3 | 10 13 | 23 27 | 5 7 |
/// | 16, 0.6 | 19 29 | 31 39 | 7 11 |
/// | 24, 0.3 | 11 14 | 19 21 | 5 7 |
///
/// So Newey–West is the worst choice for series of satellites' length, and is here to be compared with.
///
/// # Reference
/// Newey & West (1987), Econometrica 55:703–708; Prais & Winsten (1954), Cowles Commission Discussion Paper 383 (the first-order model).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Serial {
    /// Nothing: years are independent.
    Independent,
    /// Each year takes over a share of the year before; the default.
    FirstOrder,
    /// Any likeness that has faded after so many years.
    NeweyWest {
        /// L.
        lag: usize,
    },
}

/// A regression of a yearly series.
#[derive(Clone, Debug, PartialEq)]
pub struct YearlyRegression {
    /// One a column.
    pub coefficients: Vec<f64>,
    /// What is left.
    pub residuals: Vec<f64>,
    /// ρ of the first-order model.
    pub likeness: f64,
    years: Vec<i32>,
    basis: Basis,
}

impl YearlyRegression {
    /// Greatest ρ.
    pub const GREATEST_LIKENESS: f64 = 0.95;

    /// Regresses one value a year, years ascending.
    ///
    /// # Errors
    /// `TOO_FEW_YEARS` without at least two years more than columns; `TOO_FEW_OBSERVATIONS` where columns cannot be told apart.
    pub fn of(years: &[i32], columns: &[Vec<f64>], values: &[f64]) -> Result<Self, Withheld> {
        if years.len() < columns.len() + 2 {
            let detail = Message::new("detail-effect-years").with("n", years.len());
            return Err(Withheld::because(Reason::TooFewYears)
                .with(detail.with("needed", columns.len() + 2)));
        }
        let Some(basis) = Basis::of(columns) else {
            let detail = Message::new("detail-effect-collinear").with("columns", columns.len());
            return Err(Withheld::because(Reason::TooFewObservations)
                .with(detail.with("rows", years.len())));
        };
        let fit = basis.fit(values);
        Ok(Self {
            likeness: likeness(&basis, years, &fit.residuals),
            coefficients: fit.coefficients,
            residuals: fit.residuals,
            years: years.to_vec(),
            basis,
        })
    }

    /// A sum of coefficients.
    pub fn combined(&self, weights: &[f64]) -> f64 {
        dot(&self.coefficients, weights)
    }

    /// The error of a sum of coefficients.
    pub fn error(&self, weights: &[f64], serial: Serial) -> StandardError {
        let along: Vec<f64> = (0..self.basis.columns())
            .map(|m| {
                let parts = weights.iter().enumerate();
                parts
                    .map(|(j, weight)| weight * self.basis.direction(j)[m])
                    .sum()
            })
            .collect();
        let w: Vec<f64> = (0..self.years.len())
            .map(|i| dot(&self.basis.row(i), &along))
            .collect();
        let free = (self.years.len() - self.basis.columns()) as f64;
        let squares = dot(&self.residuals, &self.residuals);
        let (variance, df) = match serial {
            Serial::Independent => (squares / free * dot(&w, &w), free),
            Serial::FirstOrder => {
                let alike = powers(&self.years, self.likeness);
                let expected = trace_left(&self.basis, &alike);
                let df = free * (1.0 - self.likeness) / (1.0 + self.likeness);
                (squares / expected * quadratic(&w, &alike), df.max(1.5))
            }
            Serial::NeweyWest { lag } => {
                let u: Vec<f64> = w.iter().zip(&self.residuals).map(|(w, e)| w * e).collect();
                let fading = by_distance(&self.years, |apart| {
                    (1.0 - apart / (lag as f64 + 1.0)).max(0.0)
                });
                (
                    self.years.len() as f64 / free * quadratic(&u, &fading),
                    free,
                )
            }
        };
        StandardError {
            se: variance.max(0.0).sqrt(),
            df,
        }
    }
}

/// The ρ for which the likeness of neighbouring residuals would be as seen.
fn likeness(basis: &Basis, years: &[i32], residuals: &[f64]) -> f64 {
    let neighbours = by_distance(years, |apart| f64::from(u8::from(apart == 1.0)) / 2.0);
    let squares = dot(residuals, residuals);
    if squares == 0.0 {
        return 0.0;
    }
    let seen = quadratic(residuals, &neighbours) / squares;
    let expected = |rho: f64| {
        let left = left_of(basis, &powers(years, rho));
        let alike: f64 = neighbours.iter().zip(&left).map(|(a, m)| dot(a, m)).sum();
        alike / (0..years.len()).map(|i| left[i][i]).sum::<f64>()
    };
    let (mut lower, mut upper) = (0.0, YearlyRegression::GREATEST_LIKENESS);
    if seen <= expected(lower) {
        return lower;
    }
    if seen >= expected(upper) {
        return upper;
    }
    for _ in 0..60 {
        let middle = f64::midpoint(lower, upper);
        if expected(middle) < seen {
            lower = middle;
        } else {
            upper = middle;
        }
    }
    f64::midpoint(lower, upper)
}

fn by_distance(years: &[i32], value: impl Fn(f64) -> f64) -> Vec<Vec<f64>> {
    let row = |one: &i32| {
        years
            .iter()
            .map(|other| value(f64::from(one.abs_diff(*other))))
            .collect()
    };
    years.iter().map(row).collect()
}

fn powers(years: &[i32], rho: f64) -> Vec<Vec<f64>> {
    by_distance(years, |apart| rho.powf(apart))
}

fn quadratic(x: &[f64], matrix: &[Vec<f64>]) -> f64 {
    x.iter()
        .zip(matrix)
        .map(|(x_i, row)| x_i * dot(row, x))
        .sum()
}

/// `H·R·H`.
fn left_of(basis: &Basis, matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let once: Vec<Vec<f64>> = matrix.iter().map(|row| basis.fit(row).residuals).collect();
    let column = |j: usize| -> Vec<f64> { once.iter().map(|row| row[j]).collect() };
    (0..matrix.len())
        .map(|j| basis.fit(&column(j)).residuals)
        .collect()
}

/// `tr(HR)`.
fn trace_left(basis: &Basis, matrix: &[Vec<f64>]) -> f64 {
    let rows = matrix.iter().enumerate();
    rows.map(|(i, row)| basis.fit(row).residuals[i]).sum()
}

#[cfg(test)]
mod tests {
    use rand::RngExt as _;

    use super::*;

    #[test]
    fn years_apart_and_not_places_count() {
        // 2001 and 2003 are no neighbours: with them alone nothing is known of likeness
        let columns = [vec![1.0; 5]];
        let apart = [2001, 2003, 2005, 2007, 2009];
        let values = [1.0, 1.1, 3.0, 3.1, 5.0];
        let found = YearlyRegression::of(&apart, &columns, &values).unwrap();
        assert_eq!(found.likeness, 0.0);
        let together = YearlyRegression::of(&[1, 2, 3, 4, 5], &columns, &values).unwrap();
        assert!(together.likeness > 0.0);
        // without likeness the first order is independence, and Newey–West of lag 0 sums squares
        let error = |serial| found.error(&[1.0], serial);
        assert!((error(Serial::FirstOrder).se - error(Serial::Independent).se).abs() < 1e-12);
        let mean: f64 = values.iter().sum::<f64>() / 5.0;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        assert!((error(Serial::NeweyWest { lag: 0 }).se - (squares / 20.0).sqrt()).abs() < 1e-12);
        assert_eq!(error(Serial::FirstOrder).df, 4.0);
    }

    /// Shares of series without a break in which a jump half-way is found.
    fn found(serial: Serial, rho: f64) -> f64 {
        let years: Vec<i32> = (1..17).collect();
        let after = |year: &i32| f64::from(u8::from(*year > 8));
        let since: Vec<f64> = years.iter().map(|year| f64::from(*year)).collect();
        let bend = years
            .iter()
            .map(|year| after(year) * f64::from(year - 9))
            .collect();
        let columns = [
            vec![1.0; 16],
            since,
            years.iter().map(after).collect(),
            bend,
        ];
        let hits = (0..400).filter(|&k| {
            let mut random = super::super::draw::random(1, &["yearly errors"], k);
            let mut normal = || (0..12).map(|_| random.random::<f64>()).sum::<f64>() - 6.0;
            let mut error = normal() / f64::sqrt(1.0 - rho * rho);
            let series: Vec<f64> = (0..16)
                .map(|_| {
                    error = rho * error + normal();
                    error
                })
                .collect();
            let regression = YearlyRegression::of(&years, &columns, &series).unwrap();
            let jump = [0.0, 0.0, 1.0, 0.0];
            let (lo, hi) = regression
                .error(&jump, serial)
                .limits(regression.combined(&jump));
            !(lo..=hi).contains(&0.0)
        });
        hits.count() as f64 / 400.0
    }

    #[test]
    fn as_often_as_the_table_says() {
        // R: 5.4, 22.6 and 10.4 %; 400 series leave three standard errors of 3.4, 6.3 and 4.6 points
        let near = |serial, share: f64, within: f64| {
            let found = found(serial, 0.3);
            assert!((found - share).abs() < within, "{serial:?}: {found}");
        };
        near(Serial::FirstOrder, 0.054, 0.034);
        near(Serial::NeweyWest { lag: 2 }, 0.226, 0.063);
        near(Serial::Independent, 0.104, 0.046);
    }

    #[test]
    fn too_few_years() {
        let refused = YearlyRegression::of(&[1, 2], &[vec![1.0; 2]], &[1.0, 2.0]).unwrap_err();
        assert_eq!(refused.reason, Reason::TooFewYears);
    }
}
