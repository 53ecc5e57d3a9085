//! Does a test find an effect that was put there, and none where there is none?

mod analysis;
mod table;

use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

pub use self::{
    analysis::{Analysis, Rate, Spread, large_sample},
    table::{ANALYSES, Row, settings},
};
use super::{
    draw::random,
    panel::{Balanced, Panel, Start, Unit},
};

/// How aimaks lie in regions that share their shocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regions {
    /// The treated in this many regions, the comparison in as many others: a shock of a region looks like an effect.
    Apart(usize),
    /// Treated of all starts and comparison side by side in this many regions.
    Mixed(usize),
    /// A region for each start, with its share of the comparison: who starts together lies together.
    ByStart,
}

/// A world to try tests in.
///
/// # Formula
/// `y_it = a_i + b_t + u_it + v_rt + e_it + (effect + h_i)·[t ≥ start of i]`: level `a_i` of the unit and shock `b_t` of the period (both
/// cancel), shock `u` of the aimak and `v` of its region, both autoregressive with stationary sd, mean `e` of plots drawn anew in
/// each wave with sd `plot_sd/√plots`, and `h_i` what a unit's own effect has beyond the mean.
///
/// # Units
/// Those of the outcome, whatever it is.
///
/// # Range and edge cases
/// Waves are the periods 0, 1, ...; starts are handed out in turn, so cohorts are as equal as can be.
///
/// # Example
/// ```
/// use aimak_science::effect::trial::Setting;
/// let setting = Setting { comparison: 6, ..Setting::default() };
/// let panel = setting.panel(1, 0);
/// assert_eq!((panel.len(), panel.never_treated().len(), panel.cohorts().len()), (20, 6, 3));
/// assert_eq!(panel, setting.panel(1, 0));
/// ```
///
/// # Reference
/// STATISTICS 6.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Treated units.
    pub treated: usize,
    /// Units that are never treated.
    pub comparison: usize,
    /// Waves.
    pub waves: usize,
    /// The waves in which cohorts start.
    pub starts: Vec<i32>,
    /// Plots of a unit in a wave.
    pub plots: usize,
    /// Stationary sd of a unit's shock.
    pub aimak_shock_sd: f64,
    /// Correlation of a shock with that of the wave before.
    pub autocorrelation: f64,
    /// Sd of a plot.
    pub plot_sd: f64,
    /// How many times as large the shocks and the plots' spread of treated units are.
    pub treated_sd_ratio: f64,
    /// Where units lie.
    pub regions: Regions,
    /// Stationary sd of a region's shock.
    pub regional_shock_sd: f64,
    /// The mean effect.
    pub effect: f64,
    /// Sd of a unit's own effect about it.
    pub effect_sd: f64,
}

impl Default for Setting {
    /// The first row of STATISTICS 6. Which starts it had is not on record; these three, and .15 read as the sd of what is new in
    /// each wave, give its standard error of .07 and its powers.
    fn default() -> Self {
        Self {
            treated: 14,
            comparison: 14,
            waves: 8,
            starts: vec![2, 4, 6],
            plots: 30,
            aimak_shock_sd: 0.15 / 0.75_f64.sqrt(),
            autocorrelation: 0.5,
            plot_sd: 0.5,
            treated_sd_ratio: 1.0,
            regions: Regions::Mixed(2),
            regional_shock_sd: 0.0,
            effect: 0.0,
            effect_sd: 0.0,
        }
    }
}

impl Setting {
    /// The panel of a run: it depends on the seed, the setting and the run, and on nothing else.
    pub fn panel(&self, seed: u64, run: usize) -> Balanced {
        let name = format!("{self:?}");
        let mut random = random(seed, &["trial", &name], run);
        let regions = match self.regions {
            Regions::Apart(regions) => 2 * regions,
            Regions::Mixed(regions) => regions,
            Regions::ByStart => self.starts.len(),
        };
        let regional: Vec<Vec<f64>> = (0..regions)
            .map(|_| self.shocks(self.regional_shock_sd, &mut random))
            .collect();
        let units = (0..self.treated + self.comparison)
            .map(|unit| {
                let region = self.region(unit);
                self.unit(unit, region, &regional[region], &mut random)
            })
            .collect();
        let periods = (0..self.waves as i32).collect();
        Panel::new(periods, vec![], units).balanced().0
    }

    /// The region of a unit; treated units come first.
    fn region(&self, unit: usize) -> usize {
        let starts = self.starts.len();
        match (self.regions, unit.checked_sub(self.treated)) {
            (Regions::Apart(regions), Some(place)) => regions + place % regions,
            (Regions::Mixed(regions), Some(place)) => place % regions,
            (Regions::ByStart, Some(place)) => place % starts,
            // starts are handed out in turn, regions in turn of those turns: each region has all starts
            (Regions::Apart(regions) | Regions::Mixed(regions), None) => unit / starts % regions,
            (Regions::ByStart, None) => unit % starts,
        }
    }

    fn unit(&self, unit: usize, region: usize, shared: &[f64], random: &mut ChaCha8Rng) -> Unit {
        let is_treated = unit < self.treated;
        let start = if is_treated {
            Start::In(self.starts[unit % self.starts.len()])
        } else {
            Start::Never
        };
        let ratio = if is_treated {
            self.treated_sd_ratio
        } else {
            1.0
        };
        let own = self.shocks(ratio * self.aimak_shock_sd, random);
        let effect = self.effect + self.effect_sd * normal(random);
        let plots_sd = ratio * self.plot_sd / (self.plots as f64).sqrt();
        let outcome = |(wave, (own, shared)): (usize, (&f64, &f64))| {
            let here = if start.treats(wave as i32) {
                effect
            } else {
                0.0
            };
            Some(own + shared + plots_sd * normal(random) + here)
        };
        Unit {
            id: format!("u{unit:04}"),
            start,
            stratum: format!("r{region:02}"),
            outcomes: own.iter().zip(shared).enumerate().map(outcome).collect(),
            covariates: vec![],
        }
    }

    /// Shocks of all waves, autoregressive with this stationary sd.
    fn shocks(&self, sd: f64, random: &mut ChaCha8Rng) -> Vec<f64> {
        let ar = self.autocorrelation;
        let mut shock = sd * normal(random);
        let mut shocks = vec![shock];
        for _ in 1..self.waves {
            shock = ar * shock + (1.0 - ar * ar).sqrt() * sd * normal(random);
            shocks.push(shock);
        }
        shocks
    }
}

/// A standard normal number, by the polar form of Box and Muller.
pub(in crate::effect) fn normal(random: &mut ChaCha8Rng) -> f64 {
    // 1 − u is never 0
    let radius = (-2.0 * (1.0 - random.random::<f64>()).ln()).sqrt();
    radius * (std::f64::consts::TAU * random.random::<f64>()).cos()
}

#[cfg(test)]
mod tests;
