//! What became of the carbon of profiles that were sampled twice?

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{Reason, SoilLayer, Withheld};
use aimak_io::zonal::{Cells, Rows};
use aimak_science::soil::{
    bulk_density::DensitySource,
    stock::{CarbonChange, Sampling, StockMethod},
};

use super::profile::Profile;

/// Ways to make two dates comparable, with the names of their columns.
const METHODS: [(StockMethod, &str); 3] = [
    (StockMethod::FixedDepth, "change_fixed_depth_t_per_ha"),
    (StockMethod::EsmLinear, "change_esm_linear_t_per_ha"),
    (StockMethod::EsmSpline, "change_esm_spline_t_per_ha"),
];

/// A profile and its change by each of [`METHODS`].
struct Changed<'a> {
    profile: &'a str,
    by_method: Vec<Result<CarbonChange, Withheld>>,
    remarks: BTreeSet<String>,
}

/// A row for each profile of either sheet, sorted; a profile of one date only says so.
pub fn rows(before: &[Profile], after: &[Profile], depth_cm: f64) -> Rows<String> {
    let by_id = |profiles: &'_ [Profile]| -> BTreeMap<String, usize> {
        let places = profiles.iter().enumerate();
        places
            .map(|(place, profile)| (profile.id.clone(), place))
            .collect()
    };
    let (first, last) = (by_id(before), by_id(after));
    let ids: BTreeSet<&String> = first.keys().chain(last.keys()).collect();
    let changed = ids.into_iter().map(|id| {
        let of = |places: &BTreeMap<String, usize>, profiles: &'_ [Profile]| {
            places.get(id).map(|place| sampled(&profiles[*place]))
        };
        changed(id, &[of(&first, before), of(&last, after)], depth_cm)
    });
    table(&changed.collect::<Vec<_>>())
}

/// Layers of a profile and how its carbon was determined.
type Sampled = (Vec<SoilLayer>, Option<aimak_core::CarbonMethod>);

fn sampled(profile: &Profile) -> Sampled {
    let layers = profile.layers.iter().map(|layer| layer.layer).collect();
    (layers, profile.carbon_method)
}

fn changed<'a>(profile: &'a str, dates: &[Option<Sampled>; 2], depth_cm: f64) -> Changed<'a> {
    let between = |method: StockMethod| {
        let [Some(before), Some(after)] = dates else {
            return Err(Withheld::because(Reason::NoData));
        };
        CarbonChange::between(&sampling(before), &sampling(after), depth_cm, method)
    };
    let by_method: Vec<_> = METHODS.iter().map(|(method, _)| between(*method)).collect();
    let stocks = by_method
        .iter()
        .flatten()
        .flat_map(|change| [&change.before, &change.after]);
    let remarks = stocks
        .flat_map(|stock| stock.flags.iter().map(|flag| flag.id.clone()))
        .collect();
    Changed {
        profile,
        by_method,
        remarks,
    }
}

/// A sheet holds bulk density as it was measured, or none.
fn sampling((layers, carbon): &Sampled) -> Sampling<'_> {
    Sampling {
        layers,
        density: DensitySource::Measured,
        carbon: *carbon,
    }
}

fn table(changed: &[Changed<'_>]) -> Rows<String> {
    let numbers =
        |of: &dyn Fn(&Changed<'_>) -> Option<f64>| Cells::Numbers(changed.iter().map(of).collect());
    let words = |of: &dyn Fn(&Changed<'_>) -> Option<String>| {
        Cells::Words(changed.iter().map(of).collect())
    };
    let of = |changed: &Changed<'_>, place: usize| changed.by_method[place].as_ref().ok().cloned();
    let mut columns: Vec<(String, Cells)> = Vec::new();
    for (name, last) in [("before", false), ("after", true)] {
        let stock = |changed: &Changed<'_>| {
            let change = of(changed, 0)?;
            Some(if last { change.after } else { change.before }.carbon_t_per_ha)
        };
        columns.push((format!("{name}_fixed_depth_t_per_ha"), numbers(&stock)));
    }
    for (place, (_, name)) in METHODS.iter().enumerate() {
        columns.push((
            (*name).to_owned(),
            numbers(&|changed| Some(of(changed, place)?.change_t_per_ha())),
        ));
        let reason = |changed: &Changed<'_>| {
            let refused = changed.by_method[place].as_ref().err()?;
            Some(refused.reason.code().to_owned())
        };
        columns.push((name.replace("t_per_ha", "reason"), words(&reason)));
    }
    columns.push((
        "reference_mass_t_per_ha".to_owned(),
        numbers(&|changed| of(changed, 1)?.reference_t_per_ha),
    ));
    let spline = |changed: &Changed<'_>| Some(of(changed, 2)?.method.id().to_owned());
    columns.push(("esm_spline_method".to_owned(), words(&spline)));
    let remarks = |changed: &Changed<'_>| {
        let all: Vec<&str> = changed.remarks.iter().map(String::as_str).collect();
        Some(all.join(" ")).filter(|all| !all.is_empty())
    };
    columns.push(("remarks".to_owned(), words(&remarks)));
    Rows {
        field: "profile".to_owned(),
        ids: changed
            .iter()
            .map(|changed| changed.profile.to_owned())
            .collect(),
        columns,
    }
}
