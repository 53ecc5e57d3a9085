//! Do the stated 95 % intervals hold the truth in 93–97 % of cases?
//!
//! Two hundred small invented regions, seeds 0 to 199, none picked; and smaller numbers of them with 5 to 40 plots a land, as people really have. Data come from the process of `simulate`, intervals
//! from the engine, truth from the parameters of the process. The rate is pooled over everything with a truth; the
//! rates of the families are printed, so that a weak one cannot hide behind the pool.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may panic, and its table is meant to be read"
)]

use std::{collections::BTreeMap, fmt::Write as _};

use aimak_core::{Finding, Quantity, Silent, Subject, Survey};
use aimak_science::{
    engine,
    simulate::{Definition, Region, TrueValue},
    studies::effects,
};
use rayon::prelude::*;

/// Regions simulated.
const REGIONS: u64 = 200;

/// Intervals seen, and how many of them held the truth.
#[derive(Clone, Copy, Default)]
struct Rate {
    held: usize,
    of: usize,
}

impl Rate {
    fn percent(self) -> f64 {
        100.0 * self.held as f64 / self.of as f64
    }
}

/// Rates by indicator, quantity and land.
type Rates = BTreeMap<String, Rate>;

fn family(finding: &Finding) -> String {
    let quantity = match finding.quantity {
        Quantity::State { .. } => "state",
        Quantity::Change { .. } => "change",
        Quantity::DifferenceOfChanges { .. } => "difference",
        Quantity::Between { .. } => "between",
        Quantity::At { .. }
        | Quantity::Timeless
        | Quantity::Trend { .. }
        | Quantity::OverYears { .. } => "other",
    };
    let subject = if finding.subject == Subject::OrganicAimaks {
        "together"
    } else {
        finding.land.key()
    };
    format!("{:17} {quantity:11} {subject}", finding.indicator)
}

/// The intervals of one region; of all indicators, or of some from plots alone.
fn region(definition: &Definition, seed: u64, indicators: &[&str]) -> Rates {
    let region = Region::generate(definition, seed);
    let mut survey = region.survey();
    survey.project.indicators = indicators.iter().map(|id| (*id).to_owned()).collect();
    let findings = engine::run(&survey, &region.raster_source(), &Silent).unwrap();
    let mut rates = Rates::new();
    let richness = common_coverage(&findings).map(|c| region.truth.richness_at_coverage(c));
    for truth in region.truth.values.iter().chain(richness.iter().flatten()) {
        let same = |finding: &&Finding| {
            finding.indicator == truth.indicator
                && finding.subject == truth.subject
                && finding.land == truth.land
                && finding.quantity == truth.quantity
        };
        let Some(finding) = findings.iter().find(same) else {
            continue;
        };
        let Some((lo, hi)) = finding
            .estimate()
            .and_then(|estimate| estimate.interval.bounds())
        else {
            continue;
        };
        let rate = rates.entry(family(finding)).or_default();
        rate.of += 1;
        rate.held += usize::from(lo <= truth.value && truth.value <= hi);
    }
    if indicators.is_empty() {
        of_effects(&survey, &findings, &region.truth.values, &mut rates);
    }
    rates
}

/// Effects of the ladder on two periods have the truth of the difference of changes: nothing else happens to the organic land alone.
fn of_effects(survey: &Survey, findings: &[Finding], truths: &[TrueValue], rates: &mut Rates) {
    let truth = |id: &str| {
        let of_all = |truth: &&TrueValue| {
            truth.indicator == id
                && truth.subject == Subject::OrganicAimaks
                && matches!(truth.quantity, Quantity::DifferenceOfChanges { .. })
        };
        truths.iter().find(of_all).map(|truth| truth.value)
    };
    for report in effects::of(survey, findings) {
        let two_periods = report.periods.len() == 2;
        let interval = report
            .effect
            .as_ref()
            .ok()
            .and_then(|effect| effect.interval.bounds());
        let Some((truth, (lo, hi))) = truth(&report.outcome).zip(interval).filter(|_| two_periods)
        else {
            continue;
        };
        let family = format!("{:17} effect      together", report.outcome);
        let rate = rates.entry(family).or_default();
        rate.of += 1;
        rate.held += usize::from(lo <= truth && truth <= hi);
    }
}

/// The coverage to which the engine brought all samples, as it stands in the findings.
fn common_coverage(findings: &[Finding]) -> Option<f64> {
    let stated = |finding: &Finding| {
        let percent = finding.evidence.parameters.get("target_coverage_percent")?;
        Some(percent.parse::<f64>().unwrap() / 100.0)
    };
    findings.iter().find_map(stated)
}

/// The rates of many regions together.
fn over_regions(definition: &Definition, regions: u64, indicators: &[&str]) -> Rates {
    let of = |seed| region(definition, seed, indicators);
    let by_region: Vec<Rates> = (0..regions).into_par_iter().map(of).collect();
    let mut rates = Rates::new();
    for (family, rate) in by_region.into_iter().flatten() {
        let sum = rates.entry(family).or_default();
        *sum = Rate {
            held: sum.held + rate.held,
            of: sum.of + rate.of,
        };
    }
    rates
}

#[test]
fn stated_intervals_hold_the_truth() {
    let rates = over_regions(&Definition::small(), REGIONS, &[]);
    let mut pooled = Rate::default();
    let mut table = String::new();
    for (family, rate) in &rates {
        pooled = Rate {
            held: pooled.held + rate.held,
            of: pooled.of + rate.of,
        };
        let _ = writeln!(table, "{family:42} {:6.2} % of {}", rate.percent(), rate.of);
    }
    println!("{table}pooled {:.2} % of {}", pooled.percent(), pooled.of);
    assert!(rates.len() >= 15, "every family takes part:\n{table}");
    assert!(
        (93.0..=97.0).contains(&pooled.percent()),
        "pooled {:.2} %\n{table}",
        pooled.percent()
    );
    // no family may hide: each within a wider band (its own Monte Carlo error and small-sample shape included)
    for (family, rate) in &rates {
        assert!(
            (88.0..=99.5).contains(&rate.percent()),
            "{family}: {:.2} %\n{table}",
            rate.percent()
        );
    }
}

/// Plots on each land.
const PLOTS: [usize; 5] = [5, 8, 12, 20, 40];
/// What plots tell.
const FROM_PLOTS: [&str; 6] = [
    "soc_stock",
    "soc_stock_esm",
    "soc_concentration",
    "soil_ph",
    "species_richness",
    "hill_order1",
];

/// A region with so many plots on each land; its images are coarse, because nobody looks at them.
fn with_plots(plots: usize) -> Definition {
    Definition {
        plots_on_organic_land: plots,
        plots_on_untreated_land: plots,
        plots_in_comparison_aimaks: plots,
        ndvi_cell_m: 4000.0,
        dem_cell_m: 4000.0,
        last_year: 2013,
        ..Definition::small()
    }
}

/// `docs/coverage.md` has this table for 200 regions: `AIMAK_COVERAGE_REGIONS=200 cargo test -p aimak-science --test coverage -- --nocapture by_number`.
#[test]
fn intervals_by_number_of_plots() {
    let regions = std::env::var("AIMAK_COVERAGE_REGIONS").map_or(40, |text| text.parse().unwrap());
    let mut table: BTreeMap<String, Vec<Rate>> = BTreeMap::new();
    for plots in PLOTS {
        for (family, rate) in over_regions(&with_plots(plots), regions, &FROM_PLOTS) {
            table.entry(family).or_default().push(rate);
        }
    }
    let mut text = "| family | 5 | 8 | 12 | 20 | 40 |\n|---|---|---|---|---|---|\n".to_owned();
    for (family, rates) in &table {
        assert_eq!(
            rates.len(),
            PLOTS.len(),
            "{family} has a number at every size"
        );
        let cells: Vec<String> = rates
            .iter()
            .map(|rate| format!("{:.1}", rate.percent()))
            .collect();
        let _ = writeln!(text, "| {family} | {} |", cells.join(" | "));
    }
    println!("{text}");
    for (place, plots) in PLOTS.into_iter().enumerate() {
        let mut pooled = Rate::default();
        for (family, rates) in table.iter().filter(|(family, _)| is_claimed(family)) {
            let rate = rates[place];
            pooled.held += rate.held;
            pooled.of += rate.of;
            // four standard errors of a rate of 95 %, and two and a half per cent for what the process is not: normal
            let allowed = 0.5 + 400.0 * (0.95 * 0.05 / rate.of as f64).sqrt() + 2.0;
            assert!(
                (rate.percent() - 95.0).abs() < allowed,
                "{family} at {plots}: {:.1} %\n{text}",
                rate.percent()
            );
        }
        assert!(
            (93.0..=97.0).contains(&pooled.percent()),
            "{plots} plots: {:.2} %\n{text}",
            pooled.percent()
        );
    }
}

/// What the cards do not warn of: that of `hill_order1` says that a single date is held less often with few plots.
fn is_claimed(family: &str) -> bool {
    !(family.starts_with("hill_order1") && family.contains("state"))
}
