//! Do the stated 95 % intervals hold the truth in 93–97 % of cases?
//!
//! Two hundred small invented regions, seeds 0 to 199, none picked. Data come from the process of `simulate`, intervals
//! from the engine, truth from the parameters of the process. The rate is pooled over everything with a truth; the
//! rates of the families are printed, so that a weak one cannot hide behind the pool.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may panic, and its table is meant to be read"
)]

use std::{collections::BTreeMap, fmt::Write as _};

use aimak_core::{Finding, Quantity, Silent};
use aimak_science::{engine, simulate::Region};
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
        Quantity::At { .. }
        | Quantity::Timeless
        | Quantity::Trend { .. }
        | Quantity::OverYears { .. } => "other",
    };
    let subject = if finding.subject == aimak_core::Subject::OrganicAimaks {
        "together"
    } else {
        finding.land.key()
    };
    format!("{:17} {quantity:11} {subject}", finding.indicator)
}

/// The intervals of one region.
fn region(seed: u64) -> Rates {
    let region = Region::small(seed);
    let findings = engine::run(&region.survey(), &region.raster_source(), &Silent).unwrap();
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
    rates
}

/// The coverage to which the engine brought all samples, as it stands in the findings.
fn common_coverage(findings: &[Finding]) -> Option<f64> {
    let stated = |finding: &Finding| {
        let percent = finding.evidence.parameters.get("target_coverage_percent")?;
        Some(percent.parse::<f64>().unwrap() / 100.0)
    };
    findings.iter().find_map(stated)
}

#[test]
fn stated_intervals_hold_the_truth() {
    let by_region: Vec<Rates> = (0..REGIONS).into_par_iter().map(region).collect();
    let mut rates = Rates::new();
    for (family, rate) in by_region.into_iter().flatten() {
        let sum = rates.entry(family).or_default();
        *sum = Rate {
            held: sum.held + rate.held,
            of: sum.of + rate.of,
        };
    }
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
