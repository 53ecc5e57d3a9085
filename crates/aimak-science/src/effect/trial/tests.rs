use super::*;
use crate::effect::{
    randomisation::Exchange,
    staggered::{Against, Design, Staggered},
};

const SEED: u64 = 20_261_130;
const WELCH: Analysis = Analysis::Welch(Design {
    weighting: crate::effect::staggered::Weighting::UnitPeriods,
    against: Against::NeverTreated,
    anticipation: 0,
});

fn randomised(exchange: Exchange) -> Analysis {
    Analysis::Randomised {
        design: Design::default(),
        exchange,
        draws: 199,
    }
}

/// What STATISTICS 6 found in 800 runs: Welch's t, studentised randomisation.
const BOOK: [(&str, f64, f64); 10] = [
    ("14/14", 0.056, 0.056),
    ("14/6", 0.040, 0.055),
    ("14/28", 0.056, 0.064),
    ("10/10", 0.042, 0.052),
    ("14/14 sd x2", 0.042, 0.051),
    ("14/6 sd x2", 0.034, 0.040),
    ("14/28 sd x2", 0.049, 0.056),
    ("14/14 effect .2", 0.774, 0.775),
    ("14/28 effect .2", 0.820, 0.838),
    ("14/14 effect .3", 0.978, 0.978),
];

#[test]
fn size_and_power_of_the_book() {
    let runs = 300;
    let (mut welch_size, mut naive_size) = (0.0, 0.0);
    for ((name, welch, lots), (own_name, setting)) in BOOK.into_iter().zip(settings()) {
        assert_eq!(name, own_name);
        for (analysis, book) in [(WELCH, welch), (randomised(Exchange::Everywhere), lots)] {
            let found = setting.rejections(analysis, SEED, runs);
            assert_eq!((found.of, found.withheld), (runs, 0));
            let book_error: f64 = book * (1.0 - book) / 800.0;
            let allowed = 3.0 * (book_error + book * (1.0 - book) / runs as f64).sqrt();
            assert!(
                (found.share().unwrap() - book).abs() < allowed,
                "{name} {analysis:?}: {} {book}",
                found.share().unwrap()
            );
        }
        if setting.effect == 0.0 {
            welch_size += setting.rejections(WELCH, SEED, 3 * runs).share().unwrap() / 7.0;
            naive_size += setting
                .rejections(Analysis::InfluenceNormal, SEED, 3 * runs)
                .share()
                .unwrap()
                / 7.0;
        }
    }
    // 6,300 runs: the error of the share is .003
    assert!((welch_size - 0.05).abs() < 0.01, "{welch_size}");
    assert!(naive_size > 0.07, "{naive_size}");
}

#[test]
fn the_standard_error_is_that_of_the_runs_and_the_interval_holds_the_truth() {
    for against in [Against::NeverTreated, Against::NotYetTreated] {
        let setting = Setting {
            effect: 0.2,
            effect_sd: 0.1,
            ..Setting::default()
        };
        let found = setting
            .spread(
                Design {
                    against,
                    ..Design::default()
                },
                SEED,
                1500,
            )
            .unwrap();
        // about .07 (STATISTICS 6), with own effects somewhat more
        assert!((0.065..0.080).contains(&found.sd), "{found:?}");
        assert!(
            (found.mean - 0.2).abs() < 3.0 * found.sd / 1500_f64.sqrt(),
            "{found:?}"
        );
        assert!((found.mean_se / found.sd - 1.0).abs() < 0.06, "{found:?}");
        assert!(
            (found.coverage.share().unwrap() - 0.95).abs()
                < 3.0 * found.coverage.monte_carlo_error().unwrap(),
            "{found:?}"
        );
    }
}

#[test]
fn shocks_of_regions_are_survived_only_within_them() {
    let apart = &settings()[16].1;
    let by_start = &settings()[20].1;
    let runs = 400;
    assert!(apart.rejections(WELCH, SEED, runs).share().unwrap() > 0.10);
    for setting in [apart, by_start] {
        let within = setting.rejections(randomised(Exchange::WithinStrata), SEED, runs);
        assert!(
            (within.share().unwrap() - 0.05).abs() < 3.0 * within.monte_carlo_error().unwrap(),
            "{within:?}"
        );
    }
    // without dates to exchange there is no answer rather than a wrong one
    let one_start = Setting {
        starts: vec![4],
        ..apart.clone()
    };
    assert_eq!(
        one_start
            .rejections(randomised(Exchange::WithinStrata), SEED, 5)
            .withheld,
        5
    );
}

/// The usual large-sample error is that of one value, and smaller than ours: its variances have divisor n.
#[test]
fn the_usual_error_is_smaller_about_the_same_value() {
    let panel = Setting::default().panel(1, 0);
    let (naive, ours) = (
        large_sample(&panel).unwrap(),
        Staggered::of(&panel).unwrap(),
    );
    assert!((naive.att - ours.value).abs() < 1e-12 && naive.se().unwrap() < ours.error.se);
}

#[test]
fn the_same_on_any_number_of_threads() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| Setting::default().rejections(randomised(Exchange::Everywhere), 3, 40))
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn a_row_of_the_table_says_what_its_trials_say() {
    let (name, setting) = &settings()[1];
    let row = Row::of(setting, SEED, 60, 99);
    assert_eq!(*name, "14/6");
    assert_eq!(row.rates.len(), ANALYSES.len());
    let welch = setting.rejections(WELCH, SEED, 60);
    assert_eq!((row.rates[1], welch.of), (welch, 60));
    let naive = setting.rejections(Analysis::InfluenceNormal, SEED, 60);
    assert_eq!(row.rates[0], naive);
    assert_eq!(row.spreads[0], setting.spread(Design::default(), SEED, 60));
}
