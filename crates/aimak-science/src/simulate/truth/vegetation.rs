//! NDVI: what the images would show without weather and chance.

use aimak_core::{Aimak, Land};
use geo::{BooleanOps as _, MultiPolygon, unary_union};

use super::{Course, YEARS_AFTER, YEARS_BEFORE};
use crate::{
    simulate::{definition::Definition, fields::Ndvi, places::Places},
    zonal::coverage,
};

/// The courses on the lands of an aimak: the base of their cells, and the transition as far as it reaches them.
pub fn courses(
    definition: &Definition,
    places: &Places,
    index: usize,
    ndvi: &Ndvi,
) -> Vec<(Land, Course)> {
    let aimak = &places.aimaks[index];
    let of_land = |(land, shape): (Land, MultiPolygon<f64>)| {
        Some((land, course(definition, aimak, index, &shape, ndvi)?))
    };
    shapes(places, index)
        .into_iter()
        .filter_map(of_land)
        .collect()
}

/// The lands of an aimak with their shapes.
fn shapes(places: &Places, index: usize) -> Vec<(Land, MultiPolygon<f64>)> {
    let aimak = &places.aimaks[index];
    let mut shapes = vec![(Land::WholeAimak, aimak.outline.clone())];
    if let Some(organic) = &places.organic[index] {
        let own = |parcel: &&aimak_core::Parcel| parcel.aimak == aimak.code;
        let parcels = unary_union(places.parcels.iter().filter(own).map(|p| &p.shape));
        shapes.push((Land::Organic, organic.clone()));
        shapes.push((Land::Untreated, aimak.outline.difference(&parcels)));
    }
    shapes
}

/// The course on one shape; `None` off the images.
fn course(
    definition: &Definition,
    aimak: &Aimak,
    index: usize,
    shape: &MultiPolygon<f64>,
    ndvi: &Ndvi,
) -> Option<Course> {
    let window = coverage::cell_window(&ndvi.grid, shape)?;
    let (mut total, mut base, mut organic) = (0.0, 0.0, 0.0);
    for ((row, col), weight) in coverage::fractions(&ndvi.grid, shape, window).indexed_iter() {
        let cell = (window.row + row, window.col + col);
        total += weight;
        base += weight * ndvi.base[cell];
        organic += weight * ndvi.organic_share(index, cell);
    }
    let effect = |years: [i16; 4]| organic / total * mean_effect(definition, aimak, years);
    let (early, late) = (effect(YEARS_BEFORE), effect(YEARS_AFTER));
    Some(Course {
        before: base / total + early,
        change: late - early,
    })
}

/// The transition's part of the NDVI of organic cells, mean over years.
fn mean_effect(definition: &Definition, aimak: &Aimak, years: [i16; 4]) -> f64 {
    let since = aimak.organic_since.map(aimak_core::PartialDate::year);
    let of_year = |year: i16| since.map_or(0.0, |since| Ndvi::effect(definition, since, year));
    years.into_iter().map(of_year).sum::<f64>() / years.len() as f64
}

/// What the common weather alone did to NDVI from before to after. An interval among aimaks of the same years says nothing
/// about other years: its truth holds this weather.
pub fn weather_change(ndvi: &Ndvi) -> f64 {
    let mean = |years: [i16; 4]| {
        let of_years = ndvi.weather.iter().filter(|(year, _)| years.contains(year));
        of_years.map(|(_, shift)| shift).sum::<f64>() / years.len() as f64
    };
    mean(YEARS_AFTER) - mean(YEARS_BEFORE)
}
