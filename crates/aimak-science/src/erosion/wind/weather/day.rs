//! What was observed on one day?

use super::{LEAST_SHARE, Observation, Quantity};
use crate::erosion::wind::snow::PROTECTING_DEPTH_MM;

/// So many observations a day of each quantity are usual; 0 was never observed.
pub(super) type Usual = [usize; Quantity::COUNT];

/// A day may stand for its lowest and highest temperature with so many readings, not with fewer.
const READINGS_OF_A_RANGE: usize = 8;

/// Observations of one quantity on one day.
#[derive(Clone, Copy, Debug)]
struct Tally {
    n: usize,
    sum: f64,
    lowest: f64,
    highest: f64,
}

/// What was observed on one day.
#[derive(Clone, Debug)]
pub(super) struct Day {
    /// Every wind, as measured: the wind value is convex, so no sum can stand for them.
    pub winds: Vec<f64>,
    /// Observations of snow, and of snow that protects.
    pub snow: (usize, usize),
    tallies: [Tally; Quantity::COUNT],
}

impl Default for Day {
    fn default() -> Self {
        let nothing = Tally {
            n: 0,
            sum: 0.0,
            lowest: f64::INFINITY,
            highest: f64::NEG_INFINITY,
        };
        Self {
            winds: Vec::new(),
            snow: (0, 0),
            tallies: [nothing; Quantity::COUNT],
        }
    }
}

impl Day {
    /// Adds a row.
    pub fn add(&mut self, row: &Observation) {
        for (tally, value) in self.tallies.iter_mut().zip(row.values) {
            let Some(value) = value else { continue };
            tally.n += 1;
            tally.sum += value;
            tally.lowest = tally.lowest.min(value);
            tally.highest = tally.highest.max(value);
        }
        self.winds.extend(row.values[Quantity::Wind as usize]);
        if let Some(depth) = row.values[Quantity::SnowDepth as usize] {
            self.snow.0 += 1;
            self.snow.1 += usize::from(depth > PROTECTING_DEPTH_MM);
        }
    }

    /// Number of observations.
    pub fn count(&self, quantity: Quantity) -> usize {
        self.tallies[quantity as usize].n
    }

    /// The tally of a quantity, if enough was observed.
    fn enough(&self, quantity: Quantity, usual: &Usual) -> Option<Tally> {
        let tally = self.tallies[quantity as usize];
        let needed = LEAST_SHARE * usual[quantity as usize] as f64;
        (tally.n > 0 && tally.n as f64 >= needed).then_some(tally)
    }

    /// Sum of the day; hours that are missing get the mean of the others.
    pub fn total(&self, quantity: Quantity, usual: &Usual) -> Option<f64> {
        let tally = self.enough(quantity, usual)?;
        let complete = usual[quantity as usize].max(tally.n);
        Some(tally.sum * complete as f64 / tally.n as f64)
    }

    /// Irrigation of the day: it is written down when it happens, so an empty cell is none.
    pub fn irrigation(&self) -> f64 {
        self.tallies[Quantity::Irrigation as usize].sum
    }

    /// Mean temperature; the middle between lowest and highest where there is no more.
    pub fn temperature(&self, usual: &Usual) -> Option<f64> {
        if usual[Quantity::Temperature as usize] > 0 {
            let tally = self.enough(Quantity::Temperature, usual)?;
            return Some(tally.sum / tally.n as f64);
        }
        let (lowest, highest) = self.temperature_range(usual)?;
        Some(f64::midpoint(lowest, highest))
    }

    /// Lowest and highest temperature: as written, or of eight readings and more.
    pub fn temperature_range(&self, usual: &Usual) -> Option<(f64, f64)> {
        if has_extremes(usual) {
            let lowest = self.enough(Quantity::TemperatureMin, usual)?.lowest;
            let highest = self.enough(Quantity::TemperatureMax, usual)?.highest;
            return Some((lowest, highest));
        }
        let tally = self.enough(Quantity::Temperature, usual)?;
        knows_range(usual).then_some((tally.lowest, tally.highest))
    }
}

fn has_extremes(usual: &Usual) -> bool {
    usual[Quantity::TemperatureMin as usize] > 0 && usual[Quantity::TemperatureMax as usize] > 0
}

/// True where days know how cold and how warm they were.
pub(super) fn knows_range(usual: &Usual) -> bool {
    has_extremes(usual) || usual[Quantity::Temperature as usize] >= READINGS_OF_A_RANGE
}
