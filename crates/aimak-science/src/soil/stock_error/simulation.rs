//! How far off is the stock of several layers, drawn and not approximated?

use aimak_core::{Interval, IntervalKind, Reason, Withheld};

use super::layer::{MeasuredLayer, StockErrors};
use crate::{
    methods::{
        interval::{LEVEL, mean, variance},
        quantile::quantile,
        range::in_range,
    },
    simulate::streams::Stream,
};

/// Fewer draws than this say nothing about the ends of an interval.
const FEWEST_DRAWS: usize = 100;

/// The name and number of the draws of one stock: the same name gives the same draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StockDraws<'a> {
    /// Seed of the run.
    pub seed: u64,
    /// Whose stock: an aimak, a plot, a date.
    pub name: &'a [&'a str],
    /// How many, 100 or more; METHODS takes 10 000.
    pub draws: usize,
}

/// What the draws say.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedStock {
    /// Mean, t/ha.
    pub mean_t_per_ha: f64,
    /// Standard deviation, t/ha.
    pub sd_t_per_ha: f64,
    /// 95 % interval, type-7 quantiles, kind parameter.
    pub interval: Interval,
}

/// Standard normal numbers of one draw.
struct Normals<'a>(&'a mut Stream);

impl StockDraws<'_> {
    /// The stock of a profile under errors of measurement.
    ///
    /// # Formula
    /// Carbon and bulk density are log-normal with the mean measured, `σ² = ln(1 + CV²)`; coarse fragments logit-normal with the median
    /// measured, `σ = CV_g/(1 − g)` (so that their mean is a little higher, and the stock lower by 0.4 % at g = 0.1); one log-normal error of depth for the whole profile. The normal numbers of two layers are correlated
    /// by `inter_layer_correlation`, those of carbon and bulk density of one layer by the correlation of the errors.
    ///
    /// # Range and edge cases
    /// `OUT_OF_RANGE` for fewer than 100 draws, layers or errors that cannot be; `NO_DATA` without a layer.
    ///
    /// # Example
    /// ```
    /// use aimak_science::soil::stock_error::{MeasuredLayer, StockDraws, StockErrors};
    /// let errors = StockErrors {
    ///     carbon_cv: 0.10, density_cv: 0.06, thickness_cv: 0.03, coarse_cv: 0.30, carbon_density_correlation: -0.4,
    /// };
    /// let layer = MeasuredLayer { carbon_percent: 1.8, density_g_per_cm3: 1.25, thickness_cm: 30.0, coarse_fraction: 0.10 };
    /// let draws = StockDraws { seed: 1, name: &["plot 7"], draws: 10_000 };
    /// let found = draws.stock(&errors, &[layer], 0.5).unwrap();
    /// assert!((found.sd_t_per_ha / 6.3166 - 1.0).abs() < 0.03); // first order: 6.3166
    /// assert_eq!(found, draws.stock(&errors, &[layer], 0.5).unwrap());
    /// ```
    ///
    /// # Reference
    /// METHODS A.8; Goidts, van Wesemael & Crucifix (2009), Eur. J. Soil Sci. 60:723–739.
    pub fn stock(
        &self,
        errors: &StockErrors,
        layers: &[MeasuredLayer],
        inter_layer_correlation: f64,
    ) -> Result<SimulatedStock, Withheld> {
        errors.checked()?;
        in_range("draws", self.draws as f64, FEWEST_DRAWS as f64, 1e8)?;
        in_range("inter_layer_correlation", inter_layer_correlation, 0.0, 1.0)?;
        for layer in layers {
            layer.checked()?;
        }
        let name: Vec<&str> = ["soil_stock"].iter().chain(self.name).copied().collect();
        let mut stream = Stream::named(self.seed, &name);
        let mut normals = Normals(&mut stream);
        let stocks: Vec<f64> = (0..self.draws)
            .map(|_| normals.stock(errors, layers, inter_layer_correlation))
            .collect();
        summary(&stocks)
            .filter(|_| !layers.is_empty())
            .ok_or(Withheld::because(Reason::NoData))
    }
}

impl Normals<'_> {
    /// The stock of one draw.
    fn stock(&mut self, errors: &StockErrors, layers: &[MeasuredLayer], r: f64) -> f64 {
        let depth = factor(errors.thickness_cv, self.0.normal(1.0));
        let common: [f64; 3] = std::array::from_fn(|_| self.0.normal(1.0));
        let mut sum = 0.0;
        for layer in layers {
            let [carbon, own, coarse] =
                common.map(|common| r.sqrt() * common + (1.0 - r).sqrt() * self.0.normal(1.0));
            let together = errors.carbon_density_correlation;
            let density = together * carbon + (1.0 - together * together).sqrt() * own;
            let drawn = MeasuredLayer {
                carbon_percent: layer.carbon_percent * factor(errors.carbon_cv, carbon),
                density_g_per_cm3: layer.density_g_per_cm3 * factor(errors.density_cv, density),
                thickness_cm: layer.thickness_cm * depth,
                coarse_fraction: coarse_fraction(layer.coarse_fraction, errors.coarse_cv, coarse),
            };
            sum += drawn.carbon_t_per_ha();
        }
        sum
    }
}

/// A log-normal multiplier with mean 1.
fn factor(cv: f64, normal: f64) -> f64 {
    let variance = (1.0 + cv * cv).ln();
    (variance.sqrt() * normal - variance / 2.0).exp()
}

/// A logit-normal fraction; without stones there are none to draw.
fn coarse_fraction(measured: f64, cv: f64, normal: f64) -> f64 {
    if measured == 0.0 {
        return 0.0;
    }
    let logit = (measured / (1.0 - measured)).ln() + cv / (1.0 - measured) * normal;
    1.0 / (1.0 + (-logit).exp())
}

/// Mean, spread and interval of the draws.
fn summary(stocks: &[f64]) -> Option<SimulatedStock> {
    let tail = (1.0 - LEVEL) / 2.0;
    Some(SimulatedStock {
        mean_t_per_ha: mean(stocks)?,
        sd_t_per_ha: variance(stocks)?.sqrt(),
        interval: Interval::Between {
            lo: quantile(stocks, tail)?,
            hi: quantile(stocks, 1.0 - tail)?,
            level: LEVEL,
            kind: IntervalKind::Parameter,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::{super::profile::profile_error, *};

    const LAYERS: [MeasuredLayer; 2] = [
        MeasuredLayer {
            carbon_percent: 2.1,
            density_g_per_cm3: 1.18,
            thickness_cm: 10.0,
            coarse_fraction: 0.08,
        },
        MeasuredLayer {
            carbon_percent: 1.55,
            density_g_per_cm3: 1.29,
            thickness_cm: 20.0,
            coarse_fraction: 0.12,
        },
    ];
    const ERRORS: StockErrors = StockErrors {
        carbon_cv: 0.10,
        density_cv: 0.06,
        thickness_cv: 0.0,
        coarse_cv: 0.30,
        carbon_density_correlation: 0.0,
    };

    fn draws(name: &'static [&'static str]) -> StockDraws<'static> {
        StockDraws {
            seed: 20,
            name,
            draws: 10_000,
        }
    }

    #[test]
    fn two_layers_agree_with_first_order() {
        // without the common error of depth both see the same correlation
        for correlation in [0.0, 0.5, 1.0] {
            let first = profile_error(&ERRORS, &LAYERS, correlation).unwrap();
            let drawn = draws(&["two"])
                .stock(&ERRORS, &LAYERS, correlation)
                .unwrap();
            assert!(
                (drawn.sd_t_per_ha / first.sd_t_per_ha - 1.0).abs() < 0.03,
                "{correlation}"
            );
            assert!((drawn.mean_t_per_ha / first.carbon_t_per_ha - 1.0).abs() < 0.008);
            let no_stones = StockErrors {
                coarse_cv: 0.0,
                ..ERRORS
            };
            let drawn = draws(&["two"])
                .stock(&no_stones, &LAYERS, correlation)
                .unwrap();
            let standard_error = drawn.sd_t_per_ha / 100.0;
            assert!((drawn.mean_t_per_ha - first.carbon_t_per_ha).abs() < 3.5 * standard_error);
        }
    }

    #[test]
    fn names_part_the_draws_and_errors_of_zero_leave_the_stock() {
        let stock = |name| draws(name).stock(&ERRORS, &LAYERS, 0.5).unwrap();
        assert_ne!(stock(&["a"]), stock(&["b"]));
        let exact = StockErrors {
            carbon_cv: 0.0,
            density_cv: 0.0,
            coarse_cv: 0.0,
            ..ERRORS
        };
        let drawn = draws(&["a"]).stock(&exact, &LAYERS, 0.5).unwrap();
        assert!((drawn.mean_t_per_ha - 57.9888).abs() < 1e-9 && drawn.sd_t_per_ha < 1e-9);
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        let few = StockDraws {
            draws: 99,
            ..draws(&["a"])
        };
        assert_eq!(
            few.stock(&ERRORS, &LAYERS, 0.5).unwrap_err().reason,
            Reason::OutOfRange
        );
        assert_eq!(
            draws(&["a"]).stock(&ERRORS, &[], 0.5).unwrap_err().reason,
            Reason::NoData
        );
    }
}
