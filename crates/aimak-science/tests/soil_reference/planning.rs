//! Smallest detectable differences, sample sizes, strata.

use aimak_science::{
    methods::interval::StandardError,
    soil::{
        detection::{
            Design, Detection, DetectionRule, Layout, PlannedStratum, fewest, neyman_allocation,
            noncentral_t_cdf, stratified_error, years_to_detect,
        },
        stock_error::MeanError,
    },
};

use super::Vectors;

pub fn compare(vectors: &Vectors) {
    let plain = Detection::default();
    let paired = Design::Paired { sites: 20 }
        .smallest_difference(6.0, plain)
        .unwrap();
    vectors.near("A.mdd.paired_sd6_n20", "", paired, 6);
    let independent = Design::Independent {
        before: 20,
        after: 20,
    };
    let found = independent.smallest_difference(12.0, plain).unwrap();
    vectors.near("A.mdd.twosample_sd12_n20", "", found, 6);
    let sites = |target| fewest(Layout::Paired, 6.0, target, plain).unwrap() as f64;
    vectors.near("A.mdd.n_for_delta3_sd6", "", sites(3.0), 6);
    vectors.near("A.mdd.n_for_delta2_sd6", "", sites(2.0), 6);
    vectors.near(
        "A.mdd.years_at_0.45",
        "",
        years_to_detect(paired, 0.45).unwrap(),
        6,
    );
    let stratum = |share, sd, n| PlannedStratum { share, sd, n };
    let strata = [
        stratum(0.5, 6.0, 10),
        stratum(0.3, 8.0, 8),
        stratum(0.2, 9.0, 6),
    ];
    let error = stratified_error(&strata).unwrap();
    let mean = 0.5 * 38.0 + 0.3 * 45.0 + 0.2 * 52.0;
    let near = |part, found| vectors.near("A.strat", part, found, 6);
    near("mean", mean);
    near("se_sampling", error.se);
    near("df_satterthwaite", error.df);
    let (lo, hi) = error.limits(mean);
    near("t975", (hi - mean) / error.se);
    let interval = &vectors.value("A.strat")["ci"];
    for (found, expected) in [lo, hi].iter().zip(interval.as_array().unwrap()) {
        assert!((found - expected.as_f64().unwrap()).abs() < 5.1e-7);
    }
    let both = MeanError {
        sampling_se: error.se,
        systematic_sd: 1.5,
    };
    near("se_total_with_sys1.5", both.total_se());
    for (i, sites) in neyman_allocation(&strata, 40).unwrap().iter().enumerate() {
        vectors.near("A.strat.neyman_n40", &i.to_string(), *sites, 4);
    }
}

/// R's `power.t.test` counts the nearer tail only; its root finder stops a few 1e-6 of the difference away.
pub fn compare_power(vectors: &Vectors) {
    let power = vectors.value("power").clone();
    let expected = |key: &str| power[key].as_f64().unwrap();
    let critical = aimak_science::methods::interval::t_quantile(0.975, 58.0);
    let found = 1.0 - noncentral_t_cdf(critical, 58.0, 0.5 * 15_f64.sqrt()).unwrap();
    assert!((found - expected("t_two_n30_d05")).abs() < 1e-9, "{found}");
    let exact = Detection {
        rule: DetectionRule::Exact,
    };
    let difference = |design: Design| design.smallest_difference(1.0, exact).unwrap();
    for (key, design) in [
        ("t_paired_n14_power80_delta", Design::Paired { sites: 14 }),
        (
            "mdd_two_14_14",
            Design::Independent {
                before: 14,
                after: 14,
            },
        ),
        (
            "mdd_two_14_28_unequal",
            Design::Independent {
                before: 14,
                after: 28,
            },
        ),
        (
            "mdd_two_7_14",
            Design::Independent {
                before: 7,
                after: 14,
            },
        ),
    ] {
        let found = difference(design);
        let relative = (found / expected(key) - 1.0).abs();
        assert!(
            relative < 1e-5,
            "{key}: {found}, expected {}",
            expected(key)
        );
    }
    // the sum of quantiles is another rule, and close
    let quantiles = Detection::default().smallest(StandardError {
        se: 14_f64.sqrt().recip(),
        df: 13.0,
    });
    assert!((quantiles / expected("t_paired_n14_power80_delta") - 1.0).abs() < 0.01);
}
