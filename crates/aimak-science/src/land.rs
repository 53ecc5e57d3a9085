//! Which land is organic, which is comparable and untreated?

use aimak_core::{Aimak, AimakCode, Land, Parcel, ParcelStatus, Survey};
use geo::{Area as _, BooleanOps as _, MultiPolygon, unary_union};

/// Square metres in a hectare.
const SQUARE_METRES_PER_HECTARE: f64 = 1e4;

/// One piece of land to average pixels over, in the working CRS.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// The aimak.
    pub aimak: AimakCode,
    /// Which of its land.
    pub land: Land,
    /// Shape in the working CRS (metres).
    pub shape: MultiPolygon<f64>,
}

/// All zones of the survey: every whole aimak, and where parcels are given its organic and its untreated land apart.
///
/// The organic footprint is the union of all parcels that were ever in conversion or certified, cut to the aimak, and it is the
/// same before and after: a footprint that grew with the years would compare different fields. Untreated land lies outside
/// every parcel of any status; land that was only voted for belongs to neither.
pub fn zones(survey: &Survey) -> Vec<Zone> {
    survey
        .aimaks
        .iter()
        .flat_map(|aimak| zones_of(survey, aimak))
        .collect()
}

/// The zones of one aimak; empty pieces are left out.
fn zones_of(survey: &Survey, aimak: &Aimak) -> Vec<Zone> {
    let zone = |land, shape| Zone {
        aimak: aimak.code.clone(),
        land,
        shape,
    };
    let mut zones = vec![zone(Land::WholeAimak, aimak.outline.clone())];
    if let Some(parcels) = parcels_of(survey, &aimak.code).filter(|parcels| !parcels.is_empty()) {
        zones.push(zone(Land::Organic, organic_shape(aimak, &parcels)));
        let any = unary_union(parcels.iter().map(|parcel| &parcel.shape));
        zones.push(zone(Land::Untreated, aimak.outline.difference(&any)));
    }
    zones.retain(|zone| zone.shape.unsigned_area() > 0.0);
    zones
}

/// The parcels of an aimak; `None` where the project gives no parcel layer.
fn parcels_of<'a>(survey: &'a Survey, code: &AimakCode) -> Option<Vec<&'a Parcel>> {
    Some(
        survey
            .parcels
            .as_ref()?
            .iter()
            .filter(|parcel| parcel.aimak == *code)
            .collect(),
    )
}

/// Parcels that were ever farmed organically, as one shape inside the aimak.
fn organic_shape(aimak: &Aimak, parcels: &[&Parcel]) -> MultiPolygon<f64> {
    let farmed = parcels
        .iter()
        .filter(|parcel| parcel.status != ParcelStatus::Voted);
    unary_union(farmed.map(|parcel| &parcel.shape)).intersection(&aimak.outline)
}

/// Organic land of an aimak in hectares; `None` where parcels are not given.
pub fn organic_ha(survey: &Survey, code: &AimakCode) -> Option<f64> {
    let parcels = parcels_of(survey, code)?;
    let aimak = survey.aimak(code)?;
    Some(organic_shape(aimak, &parcels).unsigned_area() / SQUARE_METRES_PER_HECTARE)
}

/// Share of organic land in an aimak, 0–1 of its area; `None` where parcels are not given.
pub fn organic_share(survey: &Survey, code: &AimakCode) -> Option<f64> {
    let area = survey.aimak(code)?.outline.unsigned_area();
    let organic = organic_ha(survey, code)? * SQUARE_METRES_PER_HECTARE;
    (area > 0.0).then(|| organic / area)
}

/// Share of organic land in an aimak, per cent of its area; `None` where parcels are not given.
pub fn treated_share_percent(survey: &Survey, code: &AimakCode) -> Option<f64> {
    organic_share(survey, code).map(|share| 100.0 * share)
}
