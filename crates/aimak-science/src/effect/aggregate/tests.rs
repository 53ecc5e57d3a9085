//! By hand, and laws.

use proptest::prelude::*;

use super::{
    super::{
        group_time::{Comparison, Design},
        influence::Samples,
        panel::{Balanced, Panel, Unit},
    },
    *,
};
use crate::methods::interval::StandardError;

fn panel(rows: &[(Start, Vec<f64>)]) -> Balanced {
    let units = rows.iter().enumerate();
    let units = units.map(|(place, (start, outcomes))| Unit {
        id: format!("{place:05}"),
        start: *start,
        stratum: String::new(),
        outcomes: outcomes.iter().copied().map(Some).collect(),
        covariates: vec![],
    });
    Panel::new((2015..2019).collect(), vec![], units.collect())
        .balanced()
        .0
}

fn of(rows: &[(Start, Vec<f64>)], comparison: Comparison) -> GroupTime {
    let design = Design {
        comparison,
        ..Design::default()
    };
    GroupTime::of(&panel(rows), &design).unwrap()
}

/// Everything that is put together, overall first.
fn all(found: &GroupTime) -> Vec<Effect> {
    let kinds = [By::Cohort, By::SinceStart, By::Calendar];
    let mut effects = vec![overall(found).unwrap()];
    for aggregate in kinds.map(|kind| by(found, kind).unwrap()) {
        effects.push(aggregate.overall);
        effects.extend(aggregate.parts.into_iter().map(|part| part.effect));
    }
    effects
}

#[test]
fn where_all_begin_in_the_end_the_last_cohort_has_no_effect() {
    let rows: Vec<_> = [2016, 2016, 2018, 2018]
        .iter()
        .zip([[0.0, 2.0, 4.0, 9.0], [0.0, 4.0, 6.0, 9.0]].iter().cycle())
        .map(|(start, outcomes)| {
            let scale = if *start == 2016 { 1.0 } else { 0.5 };
            let outcomes = outcomes.iter().map(|outcome| scale * outcome);
            (Start::In(*start), outcomes.collect())
        })
        .collect();
    let found = of(&rows, Comparison::NotYetTreated);
    let cohorts = by(&found, By::Cohort).unwrap();
    // 2016 and 2017 only: half of 3 and half of 5. In 2018 nobody is left, and for the last cohort nobody ever
    assert_eq!(cohorts.parts.len(), 1);
    assert_eq!((cohorts.parts[0].key, cohorts.overall.att), (2016, 2.0));
    let refused = |cell: &&Cell| cell.effect.is_err();
    assert_eq!(found.cells().iter().filter(refused).count(), 1 + 3);
    let untreated: Vec<_> = rows
        .into_iter()
        .map(|(_, y)| (Start::In(2018), y))
        .collect();
    let none = GroupTime::of(&panel(&untreated), &Design::default()).unwrap_err();
    assert_eq!(none.reason, Reason::NoComparison);
}

fn rows() -> impl Strategy<Value = Vec<(Start, Vec<f64>)>> {
    let start = |place: usize| match place % 4 {
        0 => Start::In(2016),
        1 => Start::In(2017),
        2 => Start::In(2018),
        _ => Start::Never,
    };
    let outcomes = prop::collection::vec(-5.0..5.0_f64, 4);
    prop::collection::vec(outcomes, 9..17).prop_map(move |outcomes| {
        let outcomes = outcomes.into_iter().enumerate();
        outcomes
            .map(|(place, outcomes)| (start(place), outcomes))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn influences_are_what_a_copied_unit_does_shares_among_them(rows in rows(), copied in 0_usize..9) {
        // each unit 300 times, and one of them once more: a small step in its weight
        let many: Vec<_> = rows.iter().flat_map(|row| std::iter::repeat_n(row.clone(), 300)).collect();
        let more: Vec<_> = many.iter().cloned().chain([rows[copied].clone()]).collect();
        for comparison in [Comparison::NeverTreated, Comparison::NotYetTreated] {
            // a single unit of a start is refused in the small panel and not in the large one
            prop_assume!(of(&rows, comparison).cells().iter().all(|cell| cell.treated > 1));
            let [few, many, more] = [&rows, &many, &more].map(|rows| all(&of(rows, comparison)));
            for ((few, many), more) in few.iter().zip(&many).zip(&more) {
                let step = (more.att - many.att) * (300.0 * rows.len() as f64);
                prop_assert!((few.att - many.att).abs() < 1e-9);
                prop_assert!((step - few.influence()[copied]).abs() < 0.3, "{} {}", step, few.influence()[copied]);
            }
        }
    }

    #[test]
    fn welch_of_the_whole_is_the_default_interval_of_statistics(rows in rows()) {
        // STATISTICS, section 6: D of a unit for a cohort sums its outcomes from the start less the base as often
        let found = of(&rows, Comparison::NeverTreated);
        prop_assume!(found.cells().iter().all(|cell| cell.treated > 1));
        let after = |cohort: i32| f64::from(2018 - cohort + 1);
        let d = |outcomes: &[f64], cohort: i32| {
            let place = (cohort - 2015) as usize;
            outcomes[place..].iter().sum::<f64>() - after(cohort) * outcomes[place - 1]
        };
        let sizes = found.cohort_sizes();
        let all: f64 = sizes.iter().map(|(&cohort, &n)| n as f64 * after(cohort)).sum();
        let of_start = |start: Start| rows.iter().filter(move |row| row.0 == start).map(|row| &row.1);
        let mut parts = vec![];
        let mut compared = vec![0.0; of_start(Start::Never).count()];
        for (&cohort, &n) in &sizes {
            let weight = n as f64 / all;
            let own: Vec<f64> = of_start(Start::In(cohort)).map(|outcomes| weight * d(outcomes, cohort)).collect();
            parts.push(StandardError::of_mean(&own).unwrap());
            for (z, outcomes) in compared.iter_mut().zip(of_start(Start::Never)) {
                *z += weight * d(outcomes, cohort);
            }
        }
        parts.push(StandardError::of_mean(&compared).unwrap());
        let wanted = StandardError::satterthwaite(&parts);
        let error = overall(&found).unwrap().welch(&Samples::of(found.starts())).unwrap();
        prop_assert!((error.se - wanted.se).abs() < 1e-9 && (error.df - wanted.df).abs() < 1e-6);
    }

    #[test]
    fn weights_are_those_of_the_effect(rows in rows()) {
        let found = of(&rows, Comparison::NeverTreated);
        for kind in [By::Cohort, By::SinceStart, By::Calendar] {
            let Ok(aggregate) = by(&found, kind) else { continue };
            for part in aggregate.parts {
                let sum: f64 = part.cells.iter().map(|(_, weight)| weight).sum();
                let att: f64 = part.cells.iter().map(|&(place, weight)| weight * found.cells()[place].effect.as_ref().unwrap().att).sum();
                prop_assert!((sum - 1.0).abs() < 1e-12 && (att - part.effect.att).abs() < 1e-12);
            }
        }
    }
}
