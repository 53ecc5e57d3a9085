use super::*;
use crate::effect::{
    randomisation::Exchange,
    staggered::{Against, Design},
};

const SEED: u64 = 20_261_130;
const WELCH: Analysis = Analysis::Welch(Design {
    weighting: crate::effect::staggered::Weighting::UnitPeriods,
    against: Against::NeverTreated,
});

fn randomised(exchange: Exchange) -> Analysis {
    Analysis::Randomised {
        design: Design::default(),
        exchange,
        draws: 199,
    }
}

/// Rows of STATISTICS 6: name, setting.
fn table() -> Vec<(&'static str, Setting)> {
    let of = |treated, comparison| Setting {
        treated,
        comparison,
        ..Setting::default()
    };
    let twice = |setting| Setting {
        treated_sd_ratio: 2.0,
        ..setting
    };
    let with = |effect, setting| Setting { effect, ..setting };
    let regional = |regions, setting| Setting {
        regions,
        regional_shock_sd: 0.1,
        ..setting
    };
    vec![
        ("14/14", of(14, 14)),
        ("14/6", of(14, 6)),
        ("14/28", of(14, 28)),
        ("10/10", of(10, 10)),
        ("14/14 sd x2", twice(of(14, 14))),
        ("14/6 sd x2", twice(of(14, 6))),
        ("14/28 sd x2", twice(of(14, 28))),
        ("14/14 effect .2", with(0.2, of(14, 14))),
        ("14/28 effect .2", with(0.2, of(14, 28))),
        ("14/14 effect .3", with(0.3, of(14, 14))),
        ("10/6", of(10, 6)),
        ("10/28", of(10, 28)),
        ("12/10", of(12, 10)),
        ("14/6 effect .2", with(0.2, of(14, 6))),
        ("10/10 effect .2", with(0.2, of(10, 10))),
        (
            "14/14 own effects sd .2",
            Setting {
                effect_sd: 0.2,
                ..of(14, 14)
            },
        ),
        (
            "14/14 2+2 regions apart",
            regional(Regions::Apart(2), of(14, 14)),
        ),
        (
            "14/14 3 regions mixed",
            regional(Regions::Mixed(3), of(14, 14)),
        ),
        (
            "14/28 4 regions mixed",
            regional(Regions::Mixed(4), of(14, 28)),
        ),
        (
            "10/10 3 regions mixed",
            regional(Regions::Mixed(3), of(10, 10)),
        ),
        (
            "14/14 a region a start",
            regional(Regions::ByStart, of(14, 14)),
        ),
        (
            "14/14 a region a start, effect .2",
            with(0.2, regional(Regions::ByStart, of(14, 14))),
        ),
        (
            "14/28 a region a start",
            regional(Regions::ByStart, of(14, 28)),
        ),
        (
            "14/14 seven starts",
            Setting {
                starts: (1..8).collect(),
                ..of(14, 14)
            },
        ),
        (
            "14/14 seven starts, effect .2",
            Setting {
                starts: (1..8).collect(),
                ..with(0.2, of(14, 14))
            },
        ),
        (
            "12/12 six starts, three of one",
            Setting {
                starts: vec![2, 3, 3, 3, 1, 5, 5, 5, 6, 6, 6, 7],
                ..of(12, 12)
            },
        ),
    ]
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
    for ((name, welch, lots), (own_name, setting)) in BOOK.into_iter().zip(table()) {
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
    let apart = &table()[16].1;
    let by_start = &table()[20].1;
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
#[ignore = "some minutes; prints the long table: cargo test --release -- --ignored --nocapture long_table"]
#[expect(clippy::print_stdout, reason = "printing is what it is for")]
fn long_table() {
    let runs = 4000;
    let not_yet = Design {
        against: Against::NotYetTreated,
        ..Design::default()
    };
    println!(
        "| setting | IF normal | Welch t | Welch t not-yet | RI all | RI in strata | RI not-yet | sd of values, mean SE | not-yet sd, SE |"
    );
    for (name, setting) in table() {
        let rate = |analysis| setting.rejections(analysis, SEED, runs).share().unwrap();
        let not_yet_lots = Analysis::Randomised {
            design: not_yet,
            exchange: Exchange::Everywhere,
            draws: 199,
        };
        let shares = [
            Analysis::InfluenceNormal,
            WELCH,
            Analysis::Welch(not_yet),
            randomised(Exchange::Everywhere),
            randomised(Exchange::WithinStrata),
            not_yet_lots,
        ]
        .map(|analysis| format!("{:.3}", rate(analysis)));
        let spread = |design| {
            setting
                .spread(design, SEED, runs)
                .map(|s| format!("{:.4}, {:.4}", s.sd, s.mean_se))
                .unwrap()
        };
        println!(
            "| {name} | {} | {} | {} |",
            shares.join(" | "),
            spread(Design::default()),
            spread(not_yet)
        );
    }
}
