//! Which plants grow, and how even are they?

use aimak_core::{ListedSpecies, RedListCategory, SpeciesList};

use super::{definition::Definition, streams::Stream};

/// Half of each name; together they make an invented species.
const GENERA: [&str; 14] = [
    "Altona",
    "Berula",
    "Cordea",
    "Dravia",
    "Elmera",
    "Festira",
    "Galinea",
    "Hordonia",
    "Ilvara",
    "Jurinella",
    "Kochvia",
    "Lindora",
    "Medisca",
    "Nardessa",
];
const EPITHETS: [&str; 12] = [
    "alpestris",
    "borealis",
    "communis",
    "dulcis",
    "erecta",
    "fulva",
    "glauca",
    "humilis",
    "incana",
    "lutea",
    "montana",
    "nivalis",
];

/// Name of a species of the pool; each has its own.
pub fn name(species: usize) -> String {
    let (genus, epithet) = (species / EPITHETS.len(), species % EPITHETS.len());
    let name = format!("{} {}", GENERA[genus % GENERA.len()], EPITHETS[epithet]);
    match genus / GENERA.len() {
        0 => name,
        again => format!("{name} {}", again + 1),
    }
}

/// A line of the invented Red List.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPlant {
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: RedListCategory,
    /// Whether it tells of the state of its habitat.
    pub indicator: bool,
}

/// The rarest species of the pool of which the list does not know.
const UNLISTED: usize = 4;

/// What the invented Red List says of the pool: the rarer a species is, the more often it is threatened.
pub fn listed(definition: &Definition) -> Vec<ListedPlant> {
    let plant = |k: usize| ListedPlant {
        name: name(k),
        category: match k {
            k if k < 8 => RedListCategory::Lc,
            k if k % 17 == 16 => RedListCategory::Cr,
            k if k % 11 == 10 => RedListCategory::En,
            k if k % 5 == 4 => RedListCategory::Vu,
            k if k % 5 == 2 => RedListCategory::Nt,
            _ => RedListCategory::Lc,
        },
        indicator: k % 6 == 1,
    };
    (0..definition.species.saturating_sub(UNLISTED))
        .map(plant)
        .collect()
}

/// The list as a survey knows it.
pub fn list(plants: &[ListedPlant]) -> SpeciesList {
    let says = |plant: &ListedPlant| {
        let listed = ListedSpecies {
            red_list: Some(plant.category.is_threatened()),
            indicator: Some(plant.indicator),
            source: "species_list".to_owned(),
        };
        (plant.name.clone(), listed)
    };
    SpeciesList {
        species: plants.iter().map(says).collect(),
    }
}

/// Abundances of the pool, a geometric series as on poor soils; they sum to 1. `evenness` flattens it.
pub fn abundances(definition: &Definition, evenness: f64) -> Vec<f64> {
    let raw: Vec<f64> = (0..definition.species)
        .map(|k| 0.90_f64.powi(k as i32).powf(1.0 - evenness))
        .collect();
    shares(&raw)
}

/// Abundances on one plot: the pool's, each multiplied by chance.
pub fn on_plot(pool: &[f64], luck: &[f64]) -> Vec<f64> {
    shares(
        &pool
            .iter()
            .zip(luck)
            .map(|(share, factor)| share * factor)
            .collect::<Vec<_>>(),
    )
}

/// The luck of each species on a plot; it stays with the plot.
pub fn luck(definition: &Definition, stream: &mut Stream) -> Vec<f64> {
    (0..definition.species)
        .map(|_| stream.factor(definition.spread.species_plot))
        .collect()
}

/// Stems counted on a plot: a multinomial draw.
pub fn count(shares: &[f64], stems: usize, stream: &mut Stream) -> Vec<usize> {
    let mut counts = vec![0; shares.len()];
    for _ in 0..stems {
        let mut left = stream.uniform();
        let species = shares.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        counts[species.unwrap_or(shares.len() - 1)] += 1;
    }
    counts
}

/// Scaled to sum 1.
fn shares(raw: &[f64]) -> Vec<f64> {
    let total: f64 = raw.iter().sum();
    raw.iter().map(|value| value / total).collect()
}
