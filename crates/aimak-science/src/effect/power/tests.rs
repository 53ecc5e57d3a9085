use proptest::prelude::*;

use super::*;
use crate::effect::{
    draw::random,
    staggered::Design,
    trial::{Setting, normal},
};

const CHANCE: VarianceComponents = VarianceComponents {
    aimak_shock_sd: 0.173_205_080_756_887_72,
    autocorrelation: 0.5,
    plot_sd: 0.5,
    revisit_correlation: 0.4,
};

fn plan(cohorts: &[(usize, usize)], comparison: usize, waves: usize) -> Plan {
    let cohort = |&(waves_before, units): &(usize, usize)| PlannedCohort {
        waves_before,
        units,
    };
    Plan {
        cohorts: cohorts.iter().map(cohort).collect(),
        comparison,
        waves,
        plots: 30,
        revisited: false,
        chance: CHANCE,
    }
}

#[test]
fn the_expected_error_is_that_of_the_runs() {
    for comparison in [14, 6] {
        let plan = plan(&[(2, 5), (4, 5), (6, 4)], comparison, 8);
        let error = plan.error().unwrap();
        let setting = Setting {
            comparison,
            ..Setting::default()
        };
        let runs = setting.spread(Design::default(), 5, 2000).unwrap();
        // the sd of 2,000 runs is known to 1.6 %
        assert!(
            (error.se / runs.sd - 1.0).abs() < 0.045,
            "{error:?} {runs:?}"
        );
    }
    let error = plan(&[(2, 5), (4, 5), (6, 4)], 14, 8).error().unwrap();
    // STATISTICS 6: about .07, .2 found 77 % of the time, .3 98 %
    assert!((error.se - 0.07).abs() < 0.002, "{error:?}");
    assert!((plan(&[(2, 5), (4, 5), (6, 4)], 14, 8).power(0.2).unwrap() - 0.774).abs() < 0.04);
    assert!((plan(&[(2, 5), (4, 5), (6, 4)], 14, 8).power(0.3).unwrap() - 0.978).abs() < 0.02);
}

#[test]
fn what_cannot_reach_five_percent_is_refused_at_planning_time() {
    assert_eq!(
        plan(&[(2, 3)], 3, 4).error().unwrap_err().reason,
        Reason::TooFewClusters
    );
    assert!(plan(&[(2, 4)], 4, 4).error().is_ok());
    assert_eq!(
        plan(&[(2, 1)], 30, 4).error().unwrap_err().reason,
        Reason::TooFewClusters
    );
    assert!(plan(&[(2, 10)], 1, 4).error().is_err());
    assert!(plan(&[(4, 10)], 10, 4).error().is_err());
    let none = Plan {
        plots: 0,
        ..plan(&[(2, 4)], 4, 4)
    };
    assert_eq!(none.error().unwrap_err().reason, Reason::TooFewPlots);
}

#[test]
fn the_strictest_step_of_a_family_needs_more() {
    let plan = plan(&[(2, 10)], 10, 6);
    let error = plan.error().unwrap();
    assert!((plan.smallest_detectable(1).unwrap() - error.smallest_detectable()).abs() < 1e-12);
    let of_five = (t_quantile(0.995, error.df) + t_quantile(0.8, error.df)) * error.se;
    assert!((plan.smallest_detectable(5).unwrap() - of_five).abs() < 1e-12);
    // what is found with 80 % power has 80 % power
    assert!((plan.power(plan.smallest_detectable(1).unwrap()).unwrap() - 0.8).abs() < 1e-9);
}

#[test]
fn what_helps_depends_on_what_varies() {
    let choices = [
        Addition::Plots(30),
        Addition::Comparison(6),
        Addition::Waves(2),
    ];
    let plots_vary = Plan {
        plots: 3,
        chance: VarianceComponents {
            aimak_shock_sd: 0.01,
            ..CHANCE
        },
        ..plan(&[(2, 10)], 10, 4)
    };
    assert_eq!(
        plots_vary.additions(&choices).unwrap()[0].0,
        Addition::Plots(30)
    );
    let aimaks_vary = Plan {
        chance: VarianceComponents {
            plot_sd: 0.0,
            autocorrelation: 0.9,
            ..CHANCE
        },
        ..plan(&[(2, 10)], 4, 4)
    };
    let found = aimaks_vary.additions(&choices).unwrap();
    assert_eq!(found[0].0, Addition::Comparison(6));
    let plots = found
        .iter()
        .find(|(choice, _)| *choice == Addition::Plots(30))
        .unwrap();
    assert!((plots.1 - 1.0).abs() < 1e-12);
    // revisiting takes out what is a plot's own for good
    let anew = plan(&[(2, 10)], 10, 4);
    let again = Plan {
        revisited: true,
        ..anew.clone()
    };
    assert!(again.error().unwrap().se < anew.error().unwrap().se);
}

/// Plots of many aimaks with known components, by aimak, plot, wave.
fn plots(lasting: f64) -> Vec<Vec<Vec<f64>>> {
    let mut random = random(1, &["components"], 0);
    (0..300)
        .map(|_| {
            let level = 3.0 * normal(&mut random);
            let mut shock = 0.4 * normal(&mut random);
            let mut shocks = Vec::new();
            for _ in 0..6 {
                shocks.push(shock);
                shock = 0.6 * shock + 0.8 * 0.4 * normal(&mut random);
            }
            (0..8)
                .map(|_| {
                    let own = lasting.sqrt() * normal(&mut random);
                    let rest = (1.0 - lasting).sqrt();
                    let seen = shocks.iter().enumerate().map(|(wave, shock)| {
                        level + wave as f64 + shock + own + rest * normal(&mut random)
                    });
                    seen.collect()
                })
                .collect()
        })
        .collect()
}

#[test]
fn components_that_were_put_in_are_found() {
    let visits = plots(0.3);
    let found = VarianceComponents::of(PlotVisits::Revisited(&visits)).unwrap();
    assert!((found.plot_sd - 1.0).abs() < 0.03, "{found:?}");
    assert!((found.revisit_correlation - 0.3).abs() < 0.03, "{found:?}");
    assert!((found.aimak_shock_sd - 0.4).abs() < 0.05, "{found:?}");
    assert!((found.autocorrelation - 0.6).abs() < 0.12, "{found:?}");
    let anew: Vec<Vec<Vec<f64>>> = plots(0.0)
        .iter()
        .map(|plots| {
            (0..6)
                .map(|wave| plots.iter().map(|plot| plot[wave]).collect())
                .collect()
        })
        .collect();
    let found = VarianceComponents::of(PlotVisits::DrawnAnew(&anew)).unwrap();
    assert!(
        (found.plot_sd - 1.0).abs() < 0.03 && found.revisit_correlation == 0.0,
        "{found:?}"
    );
    assert!((found.aimak_shock_sd - 0.4).abs() < 0.05, "{found:?}");
    assert!((found.autocorrelation - 0.6).abs() < 0.12, "{found:?}");
}

#[test]
fn too_few_for_components_are_refused() {
    let reason = |visits| VarianceComponents::of(visits).unwrap_err().reason;
    assert_eq!(reason(PlotVisits::Revisited(&[])), Reason::TooFewClusters);
    let one_plot = [vec![vec![1.0; 3]], vec![vec![1.0; 3]]];
    assert_eq!(
        reason(PlotVisits::Revisited(&one_plot)),
        Reason::TooFewPlots
    );
    let two_waves = [vec![vec![1.0; 2]; 2], vec![vec![1.0; 2]; 2]];
    assert_eq!(
        reason(PlotVisits::Revisited(&two_waves)),
        Reason::TooFewYears
    );
}

proptest! {
    #[test]
    fn more_of_anything_never_hurts_where_shocks_are_not_alike(treated in 4_usize..12, comparison in 5_usize..15, plots in 2_usize..30) {
        let plan = Plan { plots, chance: VarianceComponents { autocorrelation: 0.0, ..CHANCE }, ..plan(&[(2, treated)], comparison, 4) };
        let now = plan.error().unwrap().se;
        for addition in [Addition::Plots(1), Addition::Comparison(1), Addition::Waves(1)] {
            prop_assert!(plan.with(addition).error().unwrap().se < now, "{addition:?}");
        }
    }
}
