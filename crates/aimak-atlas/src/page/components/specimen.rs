//! Findings that exist only to show how a finding looks: invented, and no page but that of the components sees them.

use std::collections::BTreeMap;

use aimak_core::{
    Claim, Confidence, Design, Estimate, Evidence, Finding, Interval, IntervalKind, Land,
    MethodRef, NoInterval, Outcome, PeriodId, Quantity, Reason, SampleSize, SampleUnit, Subject,
    Unit, Withheld,
};

/// A change of a carbon stock, with what may be said of it.
pub(super) fn change(value: f64, half_width: Option<f64>, claim: Claim, land: Land) -> Finding {
    let interval = half_width.map_or(Interval::Unavailable(NoInterval::TooFewUnits), |half| {
        Interval::Between {
            lo: value - half,
            hi: value + half,
            level: 0.95,
            kind: IntervalKind::Sampling,
        }
    });
    let quantity = Quantity::Change {
        before: PeriodId("before".into()),
        after: PeriodId("after".into()),
    };
    finding(value, interval, claim, land, quantity)
}

/// The same seen at one time.
pub(super) fn state(value: f64, half: f64, period: &str, land: Land) -> Finding {
    let interval = Interval::Between {
        lo: value - half,
        hi: value + half,
        level: 0.95,
        kind: IntervalKind::Sampling,
    };
    let quantity = Quantity::State {
        period: PeriodId(period.into()),
    };
    finding(value, interval, Claim::Observed, land, quantity)
}

/// What a default method assumes.
pub(super) fn assumed() -> Finding {
    let mut finding = change(2.1, Some(0.8), Claim::AssumedByDefaultMethod, Land::Organic);
    finding.evidence.design = Design::DefaultMethod;
    finding
}

/// What is not shown.
pub(super) fn withheld() -> Finding {
    let mut finding = change(0.0, None, Claim::CannotTell, Land::Organic);
    finding.outcome = Outcome::Withheld(Withheld::because(Reason::TooFewPlots));
    finding
}

fn finding(
    value: f64,
    interval: Interval,
    claim: Claim,
    land: Land,
    quantity: Quantity,
) -> Finding {
    Finding {
        indicator: "specimen".into(),
        subject: Subject::OrganicAimaks,
        land,
        treated_share_percent: None,
        quantity,
        outcome: Outcome::Estimated(Estimate {
            value,
            unit: Unit::TonneCarbonPerHectare,
            interval,
            bands: None,
            sample: SampleSize {
                of: SampleUnit::Plots,
                n: 12,
                n_other: None,
            },
            flags: Vec::new(),
        }),
        evidence: Evidence {
            design: Design::BeforeAfter,
            confidence: Confidence::Low,
            grade_steps: Vec::new(),
            claim,
            method: MethodRef {
                id: "SPECIMEN".into(),
                version: 1,
            },
            parameters: BTreeMap::new(),
            inputs: Vec::new(),
            smallest_detectable: None,
            no_change_beyond: None,
            notes: Vec::new(),
        },
    }
}
