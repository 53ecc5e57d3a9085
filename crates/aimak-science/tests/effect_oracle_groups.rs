//! Effects by cohort and period beside did 2.5.1 and csdid 0.4.3, on mpdta.
//!
//! Data and did's numbers lie in `../shared/reference/stats/did` (licences there) and are read, never committed. Without them the tests
//! say so and pass; `AIMAK_REQUIRE_SHARED=1` turns that into a failure.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod shared;

use std::collections::BTreeMap;

use aimak_science::effect::{
    aggregate::{Aggregate, By, by, overall},
    bands::{Bands, Critical, Draws, Multiplier},
    group_time::{Adjust, Base, Comparison, Design, GroupTime},
    influence::Effect,
    leads::{Leads, PreTrend, Until, Which, pre_trend},
    panel::{Balanced, Panel, Start, Unit},
    sun_abraham::SunAbraham,
};
use serde_json::Value;
use shared::shared;

/// A file of the reference; `None`, loudly, where it is missing.
fn reference(name: &str) -> Option<String> {
    let path = shared(&format!("reference/stats/did/{name}"))?;
    Some(std::fs::read_to_string(path).unwrap())
}

/// Counties, years, log of teenage employment, first year of a higher minimum wage, log of population.
fn mpdta() -> Option<Balanced> {
    let text = reference("data_mpdta.csv")?;
    let mut units: BTreeMap<&str, Unit> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [year, county, lpop, lemp, first, _] = fields[..] else {
            panic!("{line}")
        };
        let start = match first.parse().unwrap() {
            0 => Start::Never,
            first => Start::In(first),
        };
        let unit = units.entry(county).or_insert_with(|| Unit {
            id: county.to_owned(),
            start,
            stratum: String::new(),
            outcomes: vec![None; 5],
            covariates: vec![lpop.parse().unwrap()],
        });
        let place = year.parse::<usize>().unwrap() - 2003;
        unit.outcomes[place] = Some(lemp.parse().unwrap());
    }
    assert_eq!(units.len(), 500);
    let periods = (2003..2008).collect();
    let panel = Panel::new(
        periods,
        vec!["lpop".to_owned()],
        units.into_values().collect(),
    );
    Some(panel.balanced().0)
}

fn close(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, expected {expected}"
    );
}

/// Effect and error as did prints them; an error did leaves out is none here either.
fn same(effect: &Effect, att: &Value, se: &Value, what: &str) {
    close(effect.att, att.as_f64().unwrap(), 1e-12, what);
    match se.as_f64() {
        Some(se) => close(effect.se().unwrap(), se, 1e-10, what),
        None => assert_eq!(effect.se(), None, "{what}"),
    }
}

/// The design a key of the table names, such as `nevertreated.dr.none.varying.ant0`.
fn design(key: &str) -> Design {
    let parts: Vec<&str> = key.split('.').collect();
    Design {
        comparison: comparison(parts[0]),
        adjust: adjust(parts[1]),
        base: base(parts[3]),
        anticipation: parts[4].strip_prefix("ant").unwrap().parse().unwrap(),
        ..Design::default()
    }
}

fn comparison(name: &str) -> Comparison {
    match name {
        "nevertreated" => Comparison::NeverTreated,
        "notyettreated" => Comparison::NotYetTreated,
        other => panic!("{other}"),
    }
}

fn adjust(name: &str) -> Adjust {
    match name {
        "reg" => Adjust::Regression,
        "ipw" => Adjust::Weighting,
        "dr" => Adjust::DoublyRobust,
        other => panic!("{other}"),
    }
}

fn base(name: &str) -> Base {
    match name {
        "varying" => Base::Varying,
        "universal" => Base::Universal,
        other => panic!("{other}"),
    }
}

fn leads(found: &GroupTime, which: Which, until: Until) -> Leads {
    match pre_trend(found, which, until).unwrap() {
        PreTrend::Tested(leads) => leads,
        PreTrend::Untested => panic!("mpdta has years before"),
    }
}

#[test]
fn every_number_of_did() {
    let (Some(panel), Some(table)) = (mpdta(), reference("mpdta_did_2.5.1.json")) else {
        return;
    };
    let table: Value = serde_json::from_str(&table).unwrap();
    let table = table.as_object().unwrap();
    assert_eq!(table.len(), 14);
    for (key, run) in table {
        let found = GroupTime::of(&panel, &design(key)).unwrap();
        let effects: BTreeMap<(i64, i64), &Effect> = found
            .cells()
            .iter()
            .filter_map(|cell| {
                Some((
                    (cell.cohort.into(), cell.period.into()),
                    cell.effect.as_ref().ok()?,
                ))
            })
            .collect();
        let cells = run["attgt"].as_array().unwrap();
        assert_eq!(effects.len(), cells.len(), "{key}");
        for cell in cells {
            let at = (cell["g"].as_i64().unwrap(), cell["t"].as_i64().unwrap());
            same(
                effects[&at],
                &cell["att"],
                &cell["se"],
                &format!("{key} {at:?}"),
            );
        }
        let joint = leads(&found, Which::Cells, Until::Start).wald;
        close(
            joint.statistic,
            run["wald_W"][0][0].as_f64().unwrap(),
            1e-9,
            key,
        );
        // did rounds its p to five digits
        close(joint.p, run["wald_p"][0][0].as_f64().unwrap(), 5.01e-6, key);
        let aggregates = run["agg"].as_array().unwrap();
        assert_eq!(aggregates.len(), 4, "{key}");
        for aggregate in aggregates {
            aggregated(&found, aggregate, key);
        }
    }
}

fn aggregated(found: &GroupTime, expected: &Value, key: &str) {
    let kind = expected["type"].as_str().unwrap();
    let what = format!("{key} {kind}");
    let total = |effect: &Effect| {
        same(
            effect,
            &expected["overall_att"],
            &expected["overall_se"],
            &what,
        );
    };
    let by_what = match kind {
        "simple" => return total(&overall(found).unwrap()),
        "dynamic" => By::SinceStart,
        "group" => By::Cohort,
        "calendar" => By::Calendar,
        other => panic!("{other}"),
    };
    let Aggregate { overall, parts } = by(found, by_what).unwrap();
    total(&overall);
    let [keys, atts, errors] =
        ["egt", "att", "se"].map(|column| expected[column].as_array().unwrap());
    assert_eq!(parts.len(), keys.len(), "{what}");
    for (place, part) in parts.iter().enumerate() {
        assert_eq!(i64::from(part.key), keys[place].as_i64().unwrap(), "{what}");
        let what = format!("{what} {}", part.key);
        same(&part.effect, &atts[place], &errors[place], &what);
    }
}

#[test]
fn covariates_as_csdid() {
    let Some(panel) = mpdta() else { return };
    let mut compared = 0;
    for line in include_str!("oracle/effect_covariates.csv").lines().skip(2) {
        let row: Vec<&str> = line.split(',').collect();
        let design = Design {
            comparison: comparison(row[0]),
            adjust: adjust(row[1]),
            base: base(row[2]),
            covariates: vec![0],
            ..Design::default()
        };
        let found = GroupTime::of(&panel, &design).unwrap();
        let at: (i32, i32) = (row[3].parse().unwrap(), row[4].parse().unwrap());
        let cell = found
            .cells()
            .iter()
            .find(|cell| (cell.cohort, cell.period) == at);
        let effect = cell.unwrap().effect.as_ref().unwrap();
        close(effect.att, row[5].parse().unwrap(), 1e-10, line);
        close(effect.se().unwrap(), row[6].parse().unwrap(), 1e-10, line);
        compared += 1;
    }
    assert_eq!(compared, 144);
}

#[test]
fn leads_have_power_and_anticipation_takes_some_away() {
    let Some(panel) = mpdta() else { return };
    let varying = GroupTime::of(&panel, &design("nevertreated.dr.none.varying.ant0")).unwrap();
    let universal = GroupTime::of(&panel, &design("nevertreated.dr.none.universal.ant0")).unwrap();
    let one = leads(&varying, Which::Cells, Until::Start);
    let other = leads(&universal, Which::Cells, Until::Start);
    // the leads of one base are sums of those of the other, and so is the drift
    close(one.wald.statistic, other.wald.statistic, 1e-9, "statistic");
    close(one.power(0.02).0, other.power(0.02).0, 1e-9, "power");
    let (few, few_other) = (
        one.small_sample.clone().unwrap(),
        other.small_sample.clone().unwrap(),
    );
    close(few.joint.p, few_other.joint.p, 1e-9, "small sample");
    close(few.error_df, few_other.error_df, 1e-6, "degrees of freedom");
    // of 500 counties the two tests say nearly the same
    close(few.joint.p, one.wald.p, 0.02, "few and many");
    assert!(few.joint.p > one.wald.p);
    let drift = one.detectable_drift(0.8).0;
    close(one.power(drift).0, 0.8, 1e-9, "detectable drift");
    assert_eq!(
        leads(&varying, Which::Cells, Until::Anticipation(1))
            .leads
            .len(),
        3
    );
    assert_eq!(
        leads(&varying, Which::SinceStart, Until::Start).leads.len(),
        3
    );
}

#[test]
fn bands_of_the_event_study() {
    let Some(panel) = mpdta() else { return };
    let found = GroupTime::of(&panel, &design("nevertreated.dr.none.varying.ant0")).unwrap();
    let parts = by(&found, By::SinceStart).unwrap().parts;
    let effects: Vec<&Effect> = parts.iter().map(|part| &part.effect).collect();
    let draws = Draws {
        multiplier: Multiplier::Rademacher,
        number: 24_999,
        seed: 3,
        name: "mpdta",
        level: 0.95,
    };
    let bands = Bands::of(&effects, &draws).unwrap();
    // csdid 0.4.3, 25,000 draws, three seeds: 2.543 to 2.545; errors by the same range of quartiles. diff-diff takes the standard
    // deviation of the draws for the error instead and comes to 2.59
    assert_eq!(bands.kind, Critical::Uniform);
    close(bands.critical_value, 2.544, 0.03, "critical value");
    let errors = [
        0.015_113_91,
        0.013_408_02,
        0.014_442_74,
        0.012_106_23,
        0.017_025_53,
        0.038_976_64,
        0.034_894_44,
    ];
    for (found, error) in bands.errors.iter().zip(errors) {
        close(found.unwrap() / error, 1.0, 0.035, "error");
    }
}

#[test]
fn sun_and_abraham_as_diff_diff() {
    let Some(panel) = mpdta() else { return };
    let found = SunAbraham::of(&panel, 0, 2).unwrap();
    // diff-diff 3.13.0 SunAbraham: effects, and errors of single cohorts
    let expected = [
        (-4, 0.003_306_356_692_512_408),
        (-3, 0.025_021_829_597_555_04),
        (-2, 0.024_458_744_971_169_54),
        (-1, 0.0),
        (0, -0.019_931_816_789_259_32),
        (1, -0.050_957_367_065_193_74),
        (2, -0.137_258_738_889_403_13),
        (3, -0.100_811_363_085_405_24),
    ];
    assert_eq!(found.since_start.parts.len(), expected.len());
    for (part, (since_start, att)) in found.since_start.parts.iter().zip(expected) {
        assert_eq!(part.key, since_start);
        close(part.effect.att, att, 1e-10, "effect");
    }
    // its factor for few units: 500 units, 2,500 rows, 12 effects, 4 periods and a constant
    let correction: f64 = 500.0 / 499.0 * 2499.0 / (2500.0 - 17.0);
    let errors = [
        ((2004, 2004), 0.023_349_189_673_294_447),
        ((2006, 2003), 0.031_474_336_697_626_48),
        ((2007, 2007), 0.016_725_745_592_717_944),
    ];
    for ((cohort, period), error) in errors {
        let cells = found.effects.cells();
        let cell = cells
            .iter()
            .find(|cell| (cell.cohort, cell.period) == (cohort, period));
        let found = cell.unwrap().effect.as_ref().unwrap().se().unwrap();
        close(found * correction.sqrt(), error, 1e-12, "error");
    }
}
