//! What is recorded on the plots, before and after?

use aimak_core::PartialDate;
use aimak_core::{
    Abundance, CarbonMethod, InputUse, Plot, SoilLayer, SpeciesScale, Visit, VisitTime,
};

use super::{code, definition::Definition, places::Places, species, streams::Stream};

/// Layers: top, bottom (cm), mean carbon (per cent), mean bulk density (g/cm³), whether the transition reaches them.
pub const LAYERS: [(f64, f64, f64, f64, bool); 4] = [
    (0.0, 10.0, 2.0, 1.15, true),
    (10.0, 30.0, 1.5, 1.25, true),
    (30.0, 40.0, 1.0, 1.35, false),
    (40.0, 50.0, 0.8, 1.40, false),
];

/// Plots and what is true of each aimak.
pub struct Plots {
    /// Plots, sorted by id.
    pub plots: Vec<Plot>,
    /// Truths by aimak, in the order of the aimaks.
    pub aimaks: Vec<AimakSoil>,
}

/// What is true of the soil of an aimak, apart from its plots.
#[derive(Clone, Copy, Debug)]
pub struct AimakSoil {
    /// Carbon relative to the region.
    pub carbon_factor: f64,
    /// Coarse fragments, volume fraction.
    pub coarse_fraction: f64,
    /// Change of carbon without any transition, percentage points (upper two layers).
    pub carbon_change: f64,
    /// pH before.
    pub ph: f64,
    /// Change of pH.
    pub ph_change: f64,
}

impl AimakSoil {
    fn generate(definition: &Definition, seed: u64, index: usize) -> Self {
        let mut stream = Stream::named(seed, &["soil", &code(index).0]);
        let spread = &definition.spread;
        Self {
            carbon_factor: 1.0 + stream.normal(spread.carbon_between_aimaks).clamp(-0.5, 0.5),
            coarse_fraction: stream.between(0.05, 0.2),
            carbon_change: stream.normal(spread.carbon_change_aimak),
            ph: stream.between(7.2, 8.2),
            ph_change: stream.normal(spread.ph_change_aimak),
        }
    }
}

/// Which land a plot lies on and how far the transition is before and after.
#[derive(Clone, Copy)]
struct Setting {
    organic: Option<bool>,
    effect_before: bool,
    effect_after: bool,
}

impl Plots {
    /// Plots of all aimaks, each visited once before and once after.
    pub fn generate(definition: &Definition, seed: u64, places: &Places) -> Self {
        let aimaks: Vec<AimakSoil> = (0..places.aimaks.len())
            .map(|index| AimakSoil::generate(definition, seed, index))
            .collect();
        let mut plots = Vec::new();
        for (index, aimak) in places.aimaks.iter().enumerate() {
            let settings: Vec<(&str, usize, Setting)> = if let Some(since) = aimak.organic_since {
                let organic = Setting {
                    organic: Some(true),
                    effect_before: since.year() < 2012,
                    effect_after: true,
                };
                let untreated = Setting {
                    organic: Some(false),
                    effect_before: false,
                    effect_after: false,
                };
                vec![
                    ("O", definition.plots_on_organic_land, organic),
                    ("U", definition.plots_on_untreated_land, untreated),
                ]
            } else {
                let setting = Setting {
                    organic: Some(false),
                    effect_before: false,
                    effect_after: false,
                };
                vec![("C", definition.plots_in_comparison_aimaks, setting)]
            };
            for (letter, count, setting) in settings {
                for k in 1..=count {
                    let id = format!("{}-{letter}{k:02}", code(index).0);
                    plots.push(plot(
                        definition,
                        seed,
                        places,
                        index,
                        &aimaks[index],
                        &id,
                        setting,
                    ));
                }
            }
        }
        plots.sort_by(|a, b| a.id.cmp(&b.id));
        Self { plots, aimaks }
    }
}

/// One plot with both visits.
fn plot(
    definition: &Definition,
    seed: u64,
    places: &Places,
    index: usize,
    soil: &AimakSoil,
    id: &str,
    setting: Setting,
) -> Plot {
    let mut stream = Stream::named(seed, &["plot", id]);
    let place = places.place_on(
        index,
        setting.organic.filter(|_| places.organic[index].is_some()),
        &mut stream,
    );
    let ground = Ground::generate(definition, &mut stream);
    let luck = species::luck(definition, &mut stream);
    let mut visit = |year: f64, after: bool, effect: bool| {
        let date = jiff::civil::date(
            (year + stream.between(0.0, 4.0)) as i16,
            6 + stream.pick(2) as i8,
            1 + stream.pick(28) as i8,
        );
        let pool = species::abundances(
            definition,
            if effect {
                definition.effect.evenness
            } else {
                0.0
            },
        );
        let counts = species::count(
            &species::on_plot(&pool, &luck),
            definition.stems_per_plot,
            &mut stream,
        );
        let mut list: Vec<Abundance> = counts
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(k, count)| Abundance {
                species: species::name(k),
                amount: *count as f64,
            })
            .collect();
        list.sort_by(|a, b| a.species.cmp(&b.species));
        let layers = ground.layers(definition, soil, after, effect);
        Visit {
            time: VisitTime::Date(PartialDate::Day(date)),
            soil_rows: rows("soil", layers.len()),
            soil: layers,
            species_scale: Some(SpeciesScale::Count),
            species_rows: rows("species", list.len()),
            crops: Vec::new(),
            crop_rows: Vec::new(),
            species: list,
        }
    };
    let visits = vec![
        visit(2012.0, false, setting.effect_before),
        visit(2020.0, true, setting.effect_after),
    ];
    Plot {
        id: id.to_owned(),
        aimak: code(index),
        on_organic_land: setting.organic,
        stratum: String::new(),
        place: Some(place),
        visits,
    }
}

/// Rows of a table.
fn rows(source: &str, used: usize) -> Vec<InputUse> {
    vec![InputUse {
        source: source.to_owned(),
        used,
    }]
}

/// What chance gave to the ground of one plot.
pub struct Ground {
    carbon_factor: f64,
    bulk_density_shift: f64,
    carbon_change: f64,
    ph_shift: f64,
    ph_change: f64,
}

impl Ground {
    /// What chance gives to one more plot.
    pub fn generate(definition: &Definition, stream: &mut Stream) -> Self {
        let spread = &definition.spread;
        Self {
            carbon_factor: stream.factor(spread.carbon_between_plots),
            bulk_density_shift: stream.normal(spread.bulk_density_plot),
            carbon_change: stream.normal(spread.carbon_change_plot),
            ph_shift: stream.normal(spread.ph_plot),
            ph_change: stream.normal(spread.ph_change_plot),
        }
    }

    /// The layers at one visit. An effect that was there before the first visit is there at both.
    pub fn layers(
        &self,
        definition: &Definition,
        soil: &AimakSoil,
        after: bool,
        effect: bool,
    ) -> Vec<SoilLayer> {
        let layer =
            |&(top_cm, bottom_cm, carbon, density, reached): &(f64, f64, f64, f64, bool)| {
                let mut carbon = carbon * soil.carbon_factor * self.carbon_factor;
                let mut ph = soil.ph + self.ph_shift;
                if reached && after {
                    carbon += soil.carbon_change + self.carbon_change;
                }
                if reached && effect {
                    carbon += definition.effect.carbon_percent;
                }
                if after {
                    ph += soil.ph_change + self.ph_change;
                }
                if effect {
                    ph += definition.effect.ph;
                }
                SoilLayer {
                    top_cm,
                    bottom_cm,
                    carbon_percent: Some(carbon.max(0.05)),
                    bulk_density_g_per_cm3: Some(density + self.bulk_density_shift),
                    coarse_fraction: Some(soil.coarse_fraction),
                    ph: Some(ph),
                    carbon_method: Some(CarbonMethod::DryCombustion),
                    ..SoilLayer::default()
                }
            };
        LAYERS.iter().map(layer).collect()
    }
}
