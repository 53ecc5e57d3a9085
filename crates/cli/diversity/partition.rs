//! Diversity within plots, between them and of all of them; and how different all plots are together.

use aimak_core::AimakCode;
use aimak_io::{
    problem::Problem,
    zonal::{Cells, Rows},
};
use aimak_science::{
    diversity::{
        multi_site::{AtEqualPlots, MultiSite, at_equal_plots},
        partition::{Partition, PartitionErrors, errors, of_plots},
    },
    methods::{interval::StandardError, replicates::Plan},
};
use rayon::prelude::*;

use super::sites::Site;
use crate::args;

/// The partition of one order.
struct Row<'a> {
    site: &'a Site,
    order: f64,
    found: Option<Partition>,
    errors: PartitionErrors,
}

/// Writes the partition, where it is asked for: a row for each of what is compared and each order.
///
/// # Errors
/// Where the disk refuses.
pub fn write(args: &args::Diversity, sites: &[Site]) -> Result<(), Problem> {
    let Some(path) = &args.partition else {
        return Ok(());
    };
    let rows: Vec<Row<'_>> = sites
        .par_iter()
        .flat_map_iter(|site| args.q.iter().map(move |order| row(args.seed, site, *order)))
        .collect();
    let numbers =
        |of: &dyn Fn(&Row<'_>) -> Option<f64>| Cells::Numbers(rows.iter().map(of).collect());
    let low = |value: f64, error: Option<StandardError>| Some(error?.limits(value).0);
    let high = |value: f64, error: Option<StandardError>| Some(error?.limits(value).1);
    let whole = |row: &Row<'_>| i64::try_from(row.site.table.plots().len()).ok();
    let mut columns = vec![
        ("q", numbers(&|row| Some(row.order))),
        ("plots", Cells::Whole(rows.iter().map(whole).collect())),
    ];
    let parts: [(Part, [&str; 3]); 3] = [
        (ALPHA, ["alpha", "alpha_low", "alpha_high"]),
        (BETA, ["beta", "beta_low", "beta_high"]),
        (GAMMA, ["gamma", "gamma_low", "gamma_high"]),
    ];
    for ((value, error), [name, below, above]) in parts {
        columns.push((name, numbers(&|row| row.found.as_ref().map(value))));
        columns.push((
            below,
            numbers(&|row| low(value(row.found.as_ref()?), error(&row.errors))),
        ));
        columns.push((
            above,
            numbers(&|row| high(value(row.found.as_ref()?), error(&row.errors))),
        ));
    }
    let rows = Rows {
        field: args.by.clone(),
        ids: rows.iter().map(|row| row.site.by.clone()).collect(),
        columns,
    };
    aimak_io::zonal::write_rows(path, &rows)
}

/// A part of the partition and its error.
type Part = (
    fn(&Partition) -> f64,
    fn(&PartitionErrors) -> Option<StandardError>,
);
const ALPHA: Part = (|found| found.alpha, |errors| errors.alpha);
const BETA: Part = (|found| found.beta, |errors| errors.beta);
const GAMMA: Part = (|found| found.gamma, |errors| errors.gamma);

fn row(seed: u64, site: &Site, order: f64) -> Row<'_> {
    let plots = site.table.plots();
    let names: Vec<(&str, &str)> = plots.iter().map(|plot| ("", plot.as_str())).collect();
    let plan = Plan::new(seed, &AimakCode(site.by.clone()), &names);
    let all: Vec<usize> = (0..plots.len()).collect();
    Row {
        site,
        order,
        found: of_plots(&site.table, &all, order),
        errors: errors(&site.table, &all, order, &plan),
    }
}

/// Columns of the dissimilarities on presence and on amounts, as betapart names them.
const ON_PRESENCE: [&str; 6] = [
    "beta_sim", "beta_sne", "beta_sor", "beta_jtu", "beta_jne", "beta_jac",
];
const ON_AMOUNTS: [&str; 6] = [
    "beta_bray_bal",
    "beta_bray_gra",
    "beta_bray",
    "beta_ruz_bal",
    "beta_ruz_gra",
    "beta_ruz",
];
const EQUAL: [[&str; 2]; 6] = [
    ["equal_sim", "equal_sim_sd"],
    ["equal_sne", "equal_sne_sd"],
    ["equal_sor", "equal_sor_sd"],
    ["equal_jtu", "equal_jtu_sd"],
    ["equal_jne", "equal_jne_sd"],
    ["equal_jac", "equal_jac_sd"],
];

/// Dissimilarity of all plots of one of what is compared.
struct Together {
    presence: Option<MultiSite>,
    amounts: Option<MultiSite>,
    /// At as many plots as the smallest has.
    equal: Option<AtEqualPlots>,
}

/// Writes the dissimilarities of all plots together, where they are asked for.
///
/// # Errors
/// Where the disk refuses.
pub fn write_multi_site(args: &args::Diversity, sites: &[Site]) -> Result<(), Problem> {
    let Some(path) = &args.multi_site else {
        return Ok(());
    };
    let plots = |site: &Site| site.table.plots().len();
    // one plot is different from nothing, and would let nobody be compared
    let smallest = sites
        .iter()
        .map(plots)
        .filter(|n| *n > 1)
        .min()
        .unwrap_or(0);
    let together = |site: &Site| {
        let all: Vec<usize> = (0..plots(site)).collect();
        let presence = site.table.presence();
        let drawn = (args.seed, site.by.as_str());
        Together {
            presence: MultiSite::of(&presence, &all),
            amounts: MultiSite::of(&site.table, &all).filter(|_| args.plots.is_none()),
            equal: at_equal_plots(&presence, &all, smallest, drawn, args.bootstraps),
        }
    };
    let found: Vec<Together> = sites.iter().map(together).collect();
    let numbers =
        |of: &dyn Fn(&Together) -> Option<f64>| Cells::Numbers(found.iter().map(of).collect());
    let whole = |n: usize| i64::try_from(n).ok();
    let sizes = sites.iter().map(|site| whole(plots(site))).collect();
    let mut columns = vec![("plots", Cells::Whole(sizes))];
    for (place, name) in ON_PRESENCE.into_iter().enumerate() {
        columns.push((name, numbers(&|of| Some(of.presence?.parts()[place]))));
    }
    for (place, name) in ON_AMOUNTS.into_iter().enumerate() {
        columns.push((name, numbers(&|of| Some(of.amounts?.parts()[place]))));
    }
    let drawn = found
        .iter()
        .map(|of| whole(smallest).filter(|_| of.equal.is_some()));
    columns.push(("equal_plots", Cells::Whole(drawn.collect())));
    for (place, [mean, sd]) in EQUAL.into_iter().enumerate() {
        columns.push((mean, numbers(&|of| Some(of.equal?.mean[place]))));
        columns.push((sd, numbers(&|of| Some(of.equal?.sd[place]))));
    }
    let rows = Rows {
        field: args.by.clone(),
        ids: sites.iter().map(|site| site.by.clone()).collect(),
        columns,
    };
    aimak_io::zonal::write_rows(path, &rows)
}
