//! Carbon and pH: expectations over the plots that the process could have put down.

use super::{Course, Stages};
use crate::simulate::{
    definition::Definition,
    plots::{AimakSoil, Ground, LAYERS},
    streams::Stream,
};

/// Plots over which the part of a stock on equal mass that has no closed form is integrated. It is some tenths of a tonne with a
/// spread of hundredths, so that a few hundred plots leave nothing to see.
const INTEGRATION_PLOTS: usize = 300;
/// Organic matter per organic carbon: the definition of mineral mass (METHODS A.4).
const ORGANIC_MATTER_PER_CARBON: f64 = 1.724;
/// Depth of the stocks, cm.
const DEPTH_CM: f64 = 30.0;

/// Soil indicators with their courses on one piece of land.
pub type Courses = [(&'static str, Course); 3];

/// The courses on both lands together, organic land having `share` (0–1) of the area.
pub fn by_area(organic: &Courses, untreated: &Courses, share: f64) -> Courses {
    let mut whole = *organic;
    for ((_, course), (_, other)) in whole.iter_mut().zip(untreated) {
        course.before = share * course.before + (1.0 - share) * other.before;
        course.change = share * course.change + (1.0 - share) * other.change;
    }
    whole
}

/// Expected stock 0–30 cm and its change: `Σ E[c]·E[ρ]·t·(1 − g)`, carbon and density being independent.
pub fn stock(definition: &Definition, soil: &AimakSoil, stages: Stages) -> Course {
    let effect = |there: bool| f64::from(u8::from(there)) * definition.effect.carbon_percent;
    let sum = |carbon: &dyn Fn(f64) -> f64| -> f64 {
        let upper = LAYERS.iter().filter(|layer| layer.1 <= DEPTH_CM);
        upper
            .map(|(top, bottom, c, density, _)| {
                carbon(*c) * density * (bottom - top) * (1.0 - soil.coarse_fraction)
            })
            .sum()
    };
    Course {
        before: sum(&|c| c * soil.carbon_factor + effect(stages.before)),
        change: sum(&|_| soil.carbon_change + effect(stages.after) - effect(stages.before)),
    }
}

/// Expected pH of the topsoil.
pub fn ph(definition: &Definition, soil: &AimakSoil, stages: Stages) -> Course {
    let effect = |there: bool| f64::from(u8::from(there)) * definition.effect.ph;
    Course {
        before: soil.ph + effect(stages.before),
        change: soil.ph_change + effect(stages.after) - effect(stages.before),
    }
}

/// Plots of the process over which expectations are taken; the same for every aimak.
pub struct Grounds(Vec<Ground>);

impl Grounds {
    pub fn draw(definition: &Definition, seed: u64) -> Self {
        let mut stream = Stream::named(seed, &["integration", "soil"]);
        let draw = |_| Ground::generate(definition, &mut stream);
        Self((0..INTEGRATION_PLOTS).map(draw).collect())
    }

    /// The courses of all soil indicators.
    pub fn courses(&self, definition: &Definition, soil: &AimakSoil, stages: Stages) -> Courses {
        [
            ("soc_stock", stock(definition, soil, stages)),
            (
                "soc_stock_esm",
                self.stock_on_equal_mass(definition, soil, stages),
            ),
            ("soil_ph", ph(definition, soil, stages)),
        ]
    }

    /// Expected carbon in the mineral mass that the upper 30 cm held before.
    ///
    /// Before, that is the stock to 30 cm. Afterwards it is the stock to 30 cm plus the carbon of the mineral mass by which
    /// those 30 cm now fall short, taken from the layer below (or minus what they hold too much).
    pub fn stock_on_equal_mass(
        &self,
        definition: &Definition,
        soil: &AimakSoil,
        stages: Stages,
    ) -> Course {
        let fixed_depth = stock(definition, soil, stages);
        let beyond = |ground: &Ground| {
            let before = Column::of(ground, definition, soil, false, stages.before);
            let after = Column::of(ground, definition, soil, true, stages.after);
            let short = before.mineral_t_per_ha - after.mineral_t_per_ha;
            short
                * if short >= 0.0 {
                    after.carbon_below
                } else {
                    after.carbon_above
                }
        };
        let mean = self.0.iter().map(beyond).sum::<f64>() / self.0.len() as f64;
        Course {
            before: fixed_depth.before,
            change: fixed_depth.change + mean,
        }
    }
}

/// The upper 30 cm of a plot.
struct Column {
    mineral_t_per_ha: f64,
    /// Carbon per mineral mass just above 30 cm.
    carbon_above: f64,
    /// Carbon per mineral mass just below.
    carbon_below: f64,
}

impl Column {
    fn of(
        ground: &Ground,
        definition: &Definition,
        soil: &AimakSoil,
        after: bool,
        effect: bool,
    ) -> Self {
        let mut column = Self {
            mineral_t_per_ha: 0.0,
            carbon_above: 0.0,
            carbon_below: 0.0,
        };
        for layer in ground.layers(definition, soil, after, effect) {
            let carbon = layer.carbon_percent.unwrap_or(0.0) / 100.0;
            let mineral = 1.0 - ORGANIC_MATTER_PER_CARBON * carbon;
            let fine_earth_t_per_ha = 100.0
                * layer.bulk_density_g_per_cm3.unwrap_or(0.0)
                * (layer.bottom_cm - layer.top_cm)
                * (1.0 - soil.coarse_fraction);
            if layer.bottom_cm <= DEPTH_CM {
                column.mineral_t_per_ha += fine_earth_t_per_ha * mineral;
                column.carbon_above = carbon / mineral;
            } else if layer.top_cm <= DEPTH_CM {
                column.carbon_below = carbon / mineral;
            }
        }
        column
    }
}
