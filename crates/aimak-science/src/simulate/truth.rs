//! What is true of the region? Computed from the process, never from the estimators.

use aimak_core::{Aimak, Land, PeriodId, Quantity, Subject};
use serde::{Deserialize, Serialize};

use super::{
    definition::Definition,
    fields::Ndvi,
    places::Places,
    plots::{AimakSoil, LAYERS, Plots},
    species,
    streams::Stream,
};
use crate::zonal::coverage;

/// Draws with which the mean share of a species over plots is integrated.
const INTEGRATION_PLOTS: usize = 4000;

/// A true value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrueValue {
    /// Indicator id.
    pub indicator: String,
    /// Whom it speaks about.
    pub subject: Subject,
    /// Which land.
    pub land: Land,
    /// What of the indicator.
    pub quantity: Quantity,
    /// The value, in the unit of the indicator.
    pub value: f64,
}

/// True values of everything the process gives in closed form, or by integrating it.
///
/// Not among them: `soc_stock_esm` and `species_richness`, whose targets (a reference mass, a common coverage) are
/// chosen from the sample; and plot-based means of a whole organic aimak, whose plots are not allocated in
/// proportion to its organic and other land.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Truth {
    /// The values.
    pub values: Vec<TrueValue>,
    /// Effect of the transition on organic land: indicator id and value.
    pub effects: Vec<(String, f64)>,
}

/// What one indicator is before, and by how much it changes, on one piece of land.
struct Course {
    before: f64,
    change: f64,
}

impl Truth {
    /// The truth of a region.
    pub fn of(
        definition: &Definition,
        seed: u64,
        places: &Places,
        plots: &Plots,
        ndvi: &Ndvi,
    ) -> Self {
        let diversity = Diversity::integrate(definition, seed);
        let mut truth = Self {
            values: Vec::new(),
            effects: Vec::new(),
        };
        for (index, aimak) in places.aimaks.iter().enumerate() {
            let soil = &plots.aimaks[index];
            for land in lands(aimak) {
                let (early, late) = transition(aimak, land);
                truth.add(
                    aimak,
                    land,
                    "soc_stock",
                    &stock(definition, soil, early, late),
                );
                truth.add(
                    aimak,
                    land,
                    "soil_ph",
                    &Course {
                        before: soil.ph,
                        change: soil.ph_change,
                    },
                );
                truth.add(aimak, land, "hill_order1", &diversity.course(early, late));
            }
            truth.add_ndvi(definition, places, index, ndvi);
        }
        truth.add_effects(definition, places, plots, &diversity);
        truth
    }

    /// States, change and (for organic land that changed within the window) the difference of changes.
    fn add(&mut self, aimak: &Aimak, land: Land, indicator: &str, course: &Course) {
        let subject = Subject::Aimak(aimak.code.clone());
        self.push(indicator, &subject, land, state("before"), course.before);
        self.push(
            indicator,
            &subject,
            land,
            state("after"),
            course.before + course.change,
        );
        self.push(indicator, &subject, land, change(), course.change);
    }

    fn push(
        &mut self,
        indicator: &str,
        subject: &Subject,
        land: Land,
        quantity: Quantity,
        value: f64,
    ) {
        let (indicator, subject) = (indicator.to_owned(), subject.clone());
        self.values.push(TrueValue {
            indicator,
            subject,
            land,
            quantity,
            value,
        });
    }

    /// Zonal means without weather, and the change that the transition brings.
    fn add_ndvi(&mut self, definition: &Definition, places: &Places, index: usize, ndvi: &Ndvi) {
        let aimak = &places.aimaks[index];
        let mut lands = vec![(Land::WholeAimak, &aimak.outline)];
        lands.extend(
            places.organic[index]
                .as_ref()
                .map(|shape| (Land::Organic, shape)),
        );
        for (land, shape) in lands {
            let Some(window) = coverage::cell_window(&ndvi.grid, shape) else {
                continue;
            };
            let weights = coverage::fractions(&ndvi.grid, shape, window);
            let (mut total, mut base, mut organic) = (0.0, 0.0, 0.0);
            for ((row, col), weight) in weights.indexed_iter() {
                let cell = (window.row + row, window.col + col);
                total += weight;
                base += weight * ndvi.base[cell];
                organic += weight * organic_share(ndvi, index, cell);
            }
            let mean_effect = |from: i16| {
                let since = aimak
                    .organic_since
                    .map_or(i16::MAX - 1, aimak_core::PartialDate::year);
                let years = from..from + 4;
                years
                    .map(|year| {
                        if since > year {
                            0.0
                        } else {
                            Ndvi::effect(definition, since, year)
                        }
                    })
                    .sum::<f64>()
                    / 4.0
            };
            let share = organic / total;
            let (early, late) = (share * mean_effect(2012), share * mean_effect(2020));
            self.add(
                aimak,
                land,
                "ndvi_season_mean",
                &Course {
                    before: base / total + early,
                    change: late - early,
                },
            );
        }
    }

    /// The difference of changes: the effect itself, for aimaks whose transition lies within the window, and for all.
    fn add_effects(
        &mut self,
        definition: &Definition,
        places: &Places,
        plots: &Plots,
        diversity: &Diversity,
    ) {
        let (mut ndvi, mut soc, mut count) = (0.0, 0.0, 0.0);
        for (aimak, soil) in places.aimaks.iter().zip(&plots.aimaks) {
            if transition(aimak, Land::Organic) != (false, true) {
                continue;
            }
            let subject = Subject::Aimak(aimak.code.clone());
            let effect = |found: &Self| {
                let of = |value: &&TrueValue| {
                    value.subject == subject
                        && value.land == Land::Organic
                        && value.quantity == change()
                };
                found
                    .values
                    .iter()
                    .filter(|v| v.indicator == "ndvi_season_mean")
                    .find(of)
                    .map_or(0.0, |value| value.value)
            };
            let on_ndvi = effect(self);
            let on_stock = effect_on_stock(definition, soil);
            self.push(
                "ndvi_season_mean",
                &subject,
                Land::Organic,
                difference(),
                on_ndvi,
            );
            self.push("soc_stock", &subject, Land::Organic, difference(), on_stock);
            self.push(
                "soil_ph",
                &subject,
                Land::Organic,
                difference(),
                definition.effect.ph,
            );
            self.push(
                "hill_order1",
                &subject,
                Land::Organic,
                difference(),
                diversity.effect(),
            );
            (ndvi, soc, count) = (ndvi + on_ndvi, soc + on_stock, count + 1.0);
        }
        let all = [
            ("ndvi_season_mean", ndvi / count),
            ("soc_stock", soc / count),
            ("soil_ph", definition.effect.ph),
            ("hill_order1", diversity.effect()),
        ];
        for (indicator, value) in all {
            self.push(
                indicator,
                &Subject::OrganicAimaks,
                Land::Organic,
                difference(),
                value,
            );
            self.effects.push((indicator.to_owned(), value));
        }
    }
}

/// Pieces of land with a plot-based truth.
fn lands(aimak: &Aimak) -> Vec<Land> {
    if aimak.organic_since.is_some() {
        vec![Land::Organic, Land::Untreated]
    } else {
        vec![Land::WholeAimak]
    }
}

/// Whether the transition shows before and after.
fn transition(aimak: &Aimak, land: Land) -> (bool, bool) {
    match (aimak.organic_since, land) {
        (Some(since), Land::Organic) => (since.year() < 2012, true),
        _ => (false, false),
    }
}

/// Expected stock 0–30 cm and its change: `Σ E[c]·E[ρ]·t·(1 − g)`, carbon and density being independent.
fn stock(definition: &Definition, soil: &AimakSoil, early: bool, late: bool) -> Course {
    let effect = |there: bool| {
        if there {
            definition.effect.carbon_percent
        } else {
            0.0
        }
    };
    let sum = |carbon: &dyn Fn(f64) -> f64| -> f64 {
        let upper = LAYERS.iter().filter(|layer| layer.1 <= 30.0);
        upper
            .map(|(top, bottom, c, density, _)| {
                carbon(*c) * density * (bottom - top) * (1.0 - soil.coarse_fraction)
            })
            .sum()
    };
    let before = sum(&|c| c * soil.carbon_factor + effect(early));
    let change = sum(&|_| soil.carbon_change + effect(late) - effect(early));
    Course { before, change }
}

/// The transition's part of the change of stock.
fn effect_on_stock(definition: &Definition, soil: &AimakSoil) -> f64 {
    let still = AimakSoil {
        carbon_change: 0.0,
        ..*soil
    };
    stock(definition, &still, false, true).change
}

/// Share of organic land in a cell.
fn organic_share(ndvi: &Ndvi, index: usize, (row, col): (usize, usize)) -> f64 {
    ndvi.organic[index]
        .as_ref()
        .map_or(0.0, |(window, fractions)| {
            let inside = row.checked_sub(window.row).zip(col.checked_sub(window.col));
            inside
                .and_then(|cell| fractions.get(cell))
                .copied()
                .unwrap_or(0.0)
        })
}

/// Effective number of species of the mean plot, without and with the transition.
struct Diversity {
    without: f64,
    with: f64,
}

impl Diversity {
    /// Mean shares over many plots of the process; then `exp(−Σ p ln p)`.
    fn integrate(definition: &Definition, seed: u64) -> Self {
        let order1 = |evenness: f64| {
            let pool = species::abundances(definition, evenness);
            // the process is the same under every seed; the seed only keeps the stream's name unique
            let mut stream = Stream::named(seed, &["integration"]);
            let mut mean = vec![0.0; pool.len()];
            for _ in 0..INTEGRATION_PLOTS {
                let luck = species::luck(definition, &mut stream);
                for (sum, share) in mean.iter_mut().zip(species::on_plot(&pool, &luck)) {
                    *sum += share / INTEGRATION_PLOTS as f64;
                }
            }
            mean.iter().map(|p| -p * p.ln()).sum::<f64>().exp()
        };
        Self {
            without: order1(0.0),
            with: order1(definition.effect.evenness),
        }
    }

    fn at(&self, transition: bool) -> f64 {
        if transition { self.with } else { self.without }
    }

    fn course(&self, early: bool, late: bool) -> Course {
        Course {
            before: self.at(early),
            change: self.at(late) - self.at(early),
        }
    }

    fn effect(&self) -> f64 {
        self.with - self.without
    }
}

fn state(period: &str) -> Quantity {
    Quantity::State {
        period: PeriodId(period.to_owned()),
    }
}

fn change() -> Quantity {
    Quantity::Change {
        before: PeriodId("before".to_owned()),
        after: PeriodId("after".to_owned()),
    }
}

fn difference() -> Quantity {
    Quantity::DifferenceOfChanges {
        before: PeriodId("before".to_owned()),
        after: PeriodId("after".to_owned()),
    }
}
