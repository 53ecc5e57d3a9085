//! The analytic checks of METHODS B.7 and the laws of draws.

use super::*;

const OF: DrawsOf<'static> = DrawsOf {
    seed: 7,
    aimak: "KG07232829000",
    indicator: "soil_loss",
    draws: 100_000,
};

#[expect(clippy::unnecessary_wraps, reason = "a model may have no value")]
fn product(multipliers: &[f64]) -> Option<f64> {
    Some(multipliers.iter().product())
}

#[test]
fn the_analytic_check_of_methods_b7() {
    // test_vectors.json: B.mc.lognormal_product, R K LS C; two sets of 100 000 draws, within 2 %
    let found = monte_carlo(&OF, &UncertainFactor::DEFAULTS[..4], product).unwrap();
    let (lo, hi) = found.interval.bounds().unwrap();
    assert!((hi / found.median / 3.10641 - 1.0).abs() < 0.02);
    assert!((lo / found.median / 0.32191 - 1.0).abs() < 0.02);
    let mean = (0.5
        * [0.30_f64, 0.25, 0.20, 0.40]
            .map(|cv| (1.0 + cv * cv).ln())
            .iter()
            .sum::<f64>())
    .exp();
    assert!((found.sd / mean / 0.63021 - 1.0).abs() < 0.02);
    assert!(matches!(
        found.interval,
        Interval::Between {
            kind: IntervalKind::Parameter,
            ..
        }
    ));
}

#[test]
fn shares_of_a_product_are_known() {
    // for log-normal factors S_i = CVᵢ²/(Π(1 + CV²) − 1) and S_Ti = CVᵢ²·Π_{j≠i}(1 + CVⱼ²)/(Π(1 + CV²) − 1)
    let cvs = [0.30_f64, 0.25, 0.20, 0.40];
    let all: f64 = cvs.iter().map(|cv| 1.0 + cv * cv).product();
    let found = monte_carlo(&OF, &UncertainFactor::DEFAULTS[..4], product).unwrap();
    for (share, cv) in found.shares.iter().zip(cvs) {
        let first = cv * cv / (all - 1.0);
        let total = first * all / (1.0 + cv * cv);
        assert!(
            (share.first_order - first).abs() < 0.02,
            "{share:?} {first}"
        );
        assert!((share.total - total).abs() < 0.02, "{share:?} {total}");
    }
}

#[test]
fn draws_hang_on_their_name_alone() {
    let of = DrawsOf { draws: 500, ..OF };
    let r = UncertainFactor::DEFAULTS[0];
    assert_eq!(of.multipliers(&r, "a"), of.multipliers(&r, "a"));
    assert_eq!(of.multipliers(&r, "a"), OF.multipliers(&r, "a")[..500]);
    let others = [
        DrawsOf { seed: 8, ..of },
        DrawsOf {
            aimak: "KG07232847000",
            ..of
        },
        DrawsOf {
            indicator: "sediment_export",
            ..of
        },
    ];
    for other in others {
        assert_ne!(other.multipliers(&r, "a"), of.multipliers(&r, "a"));
    }
    assert_ne!(of.multipliers(&r, "b"), of.multipliers(&r, "a"));
}

#[test]
fn stated_distributions_have_their_moments() {
    let moments = |spread| {
        let factor = UncertainFactor { name: "C", spread };
        let draws = OF.multipliers(&factor, "a");
        (mean(&draws).unwrap(), variance(&draws).unwrap())
    };
    let (low, mode, high) = (0.5, 0.9, 2.0);
    let (centre, spread) = moments(Spread::Triangular { low, mode, high });
    assert!((centre - (low + mode + high) / 3.0).abs() < 5e-3);
    let expected =
        (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18.0;
    assert!((spread - expected).abs() < 3e-3);
    let (centre, spread) = moments(Spread::Uniform { low, high });
    assert!((centre - 1.25).abs() < 5e-3 && (spread - 1.5 * 1.5 / 12.0).abs() < 3e-3);
}

#[test]
fn a_correlated_pair_has_the_band_of_methods() {
    // test_vectors.json: B.mc.ratio_before_after_rho0.5; half of the variance of each age is shared, so it cancels
    let part = |name| {
        let variance = 1.04_f64.ln() / 2.0;
        UncertainFactor::log_normal(name, (variance.exp() - 1.0).sqrt())
    };
    let factors = [part("C shared"), part("C before"), part("C after")];
    let ratio = |m: &[f64]| Some((m[0] * m[2]) / (m[0] * m[1]));
    let found = monte_carlo(&OF, &factors, ratio).unwrap();
    let (lo, hi) = found.interval.bounds().unwrap();
    assert!((hi / 1.47426 - 1.0).abs() < 0.01 && (lo * 1.47426 - 1.0).abs() < 0.01);
    assert!(found.shares[0].total < 1e-20);
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let [r, k, ..] = UncertainFactor::DEFAULTS;
    let of = DrawsOf { draws: 200, ..OF };
    assert!(monte_carlo(&DrawsOf { draws: 99, ..of }, &[r], product).is_none());
    assert!(monte_carlo(&of, &[r, k, r], product).is_none());
    assert!(monte_carlo(&of, &[UncertainFactor::log_normal("R", -0.1)], product).is_none());
    assert!(monte_carlo(&of, &[r], |_| None).is_none());
    let certain = monte_carlo(&of, &[UncertainFactor::log_normal("R", 0.0)], product).unwrap();
    assert_eq!((certain.sd, certain.shares.len()), (0.0, 0));
    assert!(log_variance_shares(&[0.0]).is_empty());
}
