//! By hand, and laws.

use proptest::prelude::*;

use super::{
    super::{
        group_time::{Base, Design},
        panel::{Balanced, Panel, Start, Unit},
    },
    *,
};
use crate::methods::interval::{StandardError, mean};

fn panel(periods: &[i32], rows: &[(Start, Vec<f64>)]) -> Balanced {
    let units = rows.iter().enumerate();
    let units = units.map(|(place, (start, outcomes))| Unit {
        id: format!("{place:03}"),
        start: *start,
        stratum: String::new(),
        outcomes: outcomes.iter().copied().map(Some).collect(),
        covariates: vec![],
    });
    Panel::new(periods.to_vec(), vec![], units.collect())
        .balanced()
        .0
}

fn tested(panel: &Balanced, base: Base, which: Which) -> Leads {
    let design = Design {
        base,
        ..Design::default()
    };
    let found = GroupTime::of(panel, &design).unwrap();
    match pre_trend(&found, which, Until::Start).unwrap() {
        PreTrend::Tested(leads) => leads,
        PreTrend::Untested => panic!("there are periods before"),
    }
}

#[test]
fn without_an_earlier_period_nothing_is_tested() {
    let rows: Vec<_> = (0..6)
        .map(|unit| {
            let start = if unit < 3 {
                Start::In(2016)
            } else {
                Start::Never
            };
            (start, vec![0.0, f64::from(unit)])
        })
        .collect();
    for base in [Base::Varying, Base::Universal] {
        let design = Design {
            base,
            ..Design::default()
        };
        let found = GroupTime::of(&panel(&[2015, 2016], &rows), &design).unwrap();
        for which in [Which::Cells, Which::SinceStart] {
            assert_eq!(
                pre_trend(&found, which, Until::Start),
                Ok(PreTrend::Untested)
            );
        }
    }
}

#[test]
fn one_lead_is_the_test_of_welch() {
    let (treated, compared) = ([0.4, 0.2, 0.5, 0.1, 0.3, 0.35], [0.1, 0.0, 0.2, 0.15, 0.05]);
    let row = |start| move |change: &f64| (start, vec![0.0, *change, 1.0 + change * change]);
    let rows: Vec<_> = treated
        .iter()
        .map(row(Start::In(2017)))
        .chain(compared.iter().map(row(Start::Never)))
        .collect();
    let leads = tested(
        &panel(&[2015, 2016, 2017], &rows),
        Base::Varying,
        Which::Cells,
    );
    let (many, few) = leads.power(0.2);
    assert!(few.unwrap() > LEVEL && few.unwrap() < many);
    let few = leads.small_sample.unwrap();
    let error = |values: &[f64]| StandardError::of_mean(values).unwrap();
    let welch = error(&treated).and(error(&compared));
    let t = (mean(&treated).unwrap() - mean(&compared).unwrap()) / welch.se;
    assert!((few.error_df - welch.df).abs() < 1e-9);
    assert!((few.joint.statistic - t * t).abs() < 1e-9);
}

#[test]
fn more_leads_than_units_can_tell_apart_are_refused() {
    let periods: Vec<i32> = (2010..2018).collect();
    let rows: Vec<_> = (0..5_u32)
        .map(|unit| {
            let start = if unit < 2 {
                Start::In(2017)
            } else {
                Start::Never
            };
            let outcomes = (0..8_u32)
                .map(|place| f64::from((unit * unit * 7 + place * place * (unit + 3)) % 11));
            (start, outcomes.collect())
        })
        .collect();
    let found = GroupTime::of(&panel(&periods, &rows), &Design::default()).unwrap();
    let refused = pre_trend(&found, Which::Cells, Until::Start).unwrap_err();
    assert_eq!(refused.reason, Reason::TooFewClusters);
    assert_eq!(refused.details[0].id, "detail-leads-dependent");
}

#[test]
fn few_units_may_carry_the_large_test_and_not_the_small() {
    // three leads, three samples of two: each gives one direction of the errors, so tr M = tr M² = 1 and ν = 12/6 = 2, all spent
    let rows: Vec<_> = [
        (Start::In(2018), [0.0, 1.0, 4.0, 2.0]),
        (Start::In(2018), [0.0, 3.0, 1.0, 2.5]),
        (Start::In(2017), [0.0, 2.0, 3.0, 2.0]),
        (Start::In(2017), [0.0, 2.5, 1.0, 2.0]),
        (Start::Never, [0.0, 0.5, 0.2, 2.0]),
        (Start::Never, [0.0, 0.2, 1.5, 1.0]),
    ]
    .map(|(start, outcomes)| (start, outcomes.to_vec()))
    .to_vec();
    let periods = [2015, 2016, 2017, 2018];
    let leads = tested(&panel(&periods, &rows), Base::Varying, Which::Cells);
    assert_eq!(leads.leads.len(), 3);
    assert!(leads.wald.p < 1.0);
    let refused = leads.small_sample.clone().unwrap_err();
    assert_eq!(refused.reason, Reason::TooFewClusters);
    assert_eq!(refused.details[0].id, "detail-leads-without-freedom");
    assert_eq!(
        (leads.power(1.0).1, leads.detectable_drift(0.8).1),
        (None, None)
    );
    // a unit more never treated, and there is something left
    let more = [rows, vec![(Start::Never, vec![0.0, 1.5, 0.7, 1.0])]].concat();
    let leads = tested(&panel(&periods, &more), Base::Varying, Which::Cells);
    let few = leads.small_sample.clone().unwrap();
    assert!(few.error_df > 2.0 && few.joint.p > leads.wald.p);
    // and not enough to say what it would have noticed
    assert_eq!(leads.power(1.0).1, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn the_joint_test_does_not_care_from_where_leads_count(outcomes in prop::collection::vec(prop::collection::vec(-5.0..5.0_f64, 5), 14)) {
        let start = |unit: usize| match unit % 3 { 0 => Start::In(2019), 1 => Start::In(2018), _ => Start::Never };
        let rows: Vec<_> = outcomes.into_iter().enumerate().map(|(unit, outcomes)| (start(unit), outcomes)).collect();
        let panel = panel(&[2010, 2012, 2017, 2018, 2019], &rows);
        let [one, other] = [Base::Varying, Base::Universal].map(|base| tested(&panel, base, Which::Cells));
        prop_assert_eq!(one.leads.len(), other.leads.len());
        prop_assert!((one.wald.statistic / other.wald.statistic - 1.0).abs() < 1e-6);
        prop_assert!((one.power(0.3).0 - other.power(0.3).0).abs() < 1e-6);
        if let (Ok(few), Ok(other)) = (&one.small_sample, &other.small_sample) {
            prop_assert!((few.joint.p - other.joint.p).abs() < 1e-6);
        }
    }

    #[test]
    fn a_drift_is_what_leads_say_it_would_be(outcomes in prop::collection::vec(prop::collection::vec(-5.0..5.0_f64, 5), 12), drift in -2.0..2.0_f64) {
        let periods = [2010, 2012, 2017, 2018, 2019];
        let start = |unit: usize| match unit % 3 { 0 => Start::In(2019), 1 => Start::In(2018), _ => Start::Never };
        let still: Vec<_> = outcomes.into_iter().enumerate().map(|(unit, outcomes)| (start(unit), outcomes)).collect();
        let drifting: Vec<_> = still.iter().cloned().map(|(start, mut outcomes)| {
            for (outcome, period) in outcomes.iter_mut().zip(periods) {
                if start != Start::Never { *outcome += drift * f64::from(period - 2010); }
            }
            (start, outcomes)
        }).collect();
        for base in [Base::Varying, Base::Universal] {
            for which in [Which::Cells, Which::SinceStart] {
                let [still, drifting] = [&still, &drifting].map(|rows| tested(&panel(&periods, rows), base, which));
                for (still, drifting) in still.leads.iter().zip(&drifting.leads) {
                    prop_assert!((drifting.effect.att - still.effect.att - drift * still.under_drift).abs() < 1e-9);
                }
            }
        }
        let power = tested(&panel(&periods, &still), Base::Varying, Which::Cells);
        prop_assert!((power.power(0.0).0 - LEVEL).abs() < 1e-9);
        prop_assert!(power.power(drift.abs() + 0.5).0 >= power.power(drift.abs()).0 - 1e-12);
        prop_assert!(power.power(0.5).0 > LEVEL);
    }
}

/// Of long series the nearest leads are tested: those of years when nobody thought of the transition tell nothing of it.
#[test]
fn the_nearest_leads_are_those_before_the_start() {
    let wiggle = |unit: i32, period: i32| {
        f64::from((unit * unit * 7 + period * period * 11 + unit * period) % 13) / 10.0
    };
    let periods: Vec<i32> = (2000..2012).collect();
    let rows: Vec<_> = (0..14)
        .map(|unit| {
            let start = if unit < 7 {
                Start::In(2009)
            } else {
                Start::Never
            };
            (
                start,
                periods.iter().map(|&period| wiggle(unit, period)).collect(),
            )
        })
        .collect();
    let panel = panel(&periods, &rows);
    let found = GroupTime::of(&panel, &Design::default()).unwrap();
    let tests = pre_trends(&found, 100, Until::Start);
    let leads = |place: usize| match tests[place].as_ref().unwrap() {
        PreTrend::Tested(leads) => leads,
        PreTrend::Untested => panic!("there are periods before"),
    };
    let near = leads(97);
    let since: Vec<i32> = near.leads.iter().map(|lead| lead.since_start).collect();
    assert_eq!(since, [-3, -2, -1]);
    let all = leads(0);
    assert_eq!(
        all.leads,
        tested(&panel, Base::Varying, Which::SinceStart).leads
    );
}
