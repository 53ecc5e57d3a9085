use proptest::prelude::*;

use super::*;

const fn layer(top_cm: f64, bottom_cm: f64, value: f64) -> DepthLayer {
    DepthLayer {
        top_cm,
        bottom_cm,
        value,
    }
}

#[test]
fn what_cannot_carry_a_curve_is_refused() {
    let reason = |layers: &[DepthLayer]| MassPreservingSpline::new(layers, 0.1).unwrap_err().reason;
    assert_eq!(reason(&[layer(0.0, 20.0, 1.0)]), Reason::TooFewObservations);
    assert_eq!(
        reason(&[layer(0.0, 20.0, 1.0), layer(15.0, 30.0, 1.0)]),
        Reason::OutOfRange
    );
    assert_eq!(
        reason(&[layer(0.0, 20.0, f64::NAN), layer(20.0, 30.0, 1.0)]),
        Reason::OutOfRange
    );
    let two = [layer(0.0, 20.0, 1.0), layer(20.0, 30.0, 1.0)];
    assert!(MassPreservingSpline::new(&two, -0.1).is_err());
    let spline = MassPreservingSpline::new(&two, 0.1).unwrap();
    assert_eq!(
        spline.mean(0.0, 40.0).unwrap_err().reason,
        Reason::GapAtDepth
    );
    assert_eq!(
        spline.mean(10.0, 10.0).unwrap_err().reason,
        Reason::OutOfRange
    );
    assert_eq!(spline.value_at(31.0), None);
}

#[test]
fn a_curve_that_dips_below_zero_is_refused_there() {
    let spline = MassPreservingSpline::new(
        &[
            layer(0.0, 5.0, 9.0),
            layer(5.0, 10.0, 0.1),
            layer(10.0, 60.0, 0.0),
        ],
        0.0,
    )
    .unwrap();
    assert!(spline.value_at(9.0).unwrap() < 0.0);
    assert_eq!(
        spline.mean(8.5, 9.5).unwrap_err().reason,
        Reason::OutOfRange
    );
}

#[test]
fn a_gap_is_crossed_straight_and_remarked() {
    let spline =
        MassPreservingSpline::new(&[layer(0.0, 15.0, 3.2), layer(20.0, 35.0, 1.9)], 0.0).unwrap();
    let across = spline.mean(15.0, 20.0).unwrap();
    let ends = [15.0, 20.0].map(|depth| spline.value_at(depth).unwrap());
    assert!((across.value - f64::midpoint(ends[0], ends[1])).abs() < 1e-12);
    assert_eq!(across.remarks, [Remark::SplineAcrossGap]);
    assert!(spline.mean(0.0, 15.0).unwrap().remarks.is_empty());
}

fn profiles() -> impl Strategy<Value = Vec<DepthLayer>> {
    prop::collection::vec((2.0..30.0_f64, 0.0..10.0_f64, 5.0..9.0_f64), 2..7).prop_map(|parts| {
        let mut depth = 0.0;
        parts
            .iter()
            .map(|(thickness, gap, value)| {
                let top = depth;
                depth = top + thickness + gap;
                layer(top, top + thickness, *value)
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn unsmoothed_every_layer_keeps_its_mass(layers in profiles()) {
        let spline = MassPreservingSpline::new(&layers, 0.0).unwrap();
        for layer in &layers {
            let mean = spline.mean(layer.top_cm, layer.bottom_cm).unwrap().value;
            prop_assert!((mean - layer.value).abs() < 1e-9);
        }
    }

    #[test]
    fn smoothed_the_means_keep_their_sum(layers in profiles(), smoothing in 0.0..10.0_f64) {
        let spline = MassPreservingSpline::new(&layers, smoothing).unwrap();
        let given: f64 = layers.iter().map(|layer| layer.value).sum();
        prop_assert!((spline.fitted().iter().sum::<f64>() - given).abs() < 1e-8);
    }

    #[test]
    fn means_of_parts_add_up(layers in profiles(), share in 0.1..0.9_f64) {
        let spline = MassPreservingSpline::new(&layers, 0.1).unwrap();
        let bottom = layers[layers.len() - 1].bottom_cm;
        let cut = share * bottom;
        let mean = |top, bottom| spline.mean(top, bottom).map(|mean| mean.value);
        if let (Ok(upper), Ok(lower), Ok(whole)) = (mean(0.0, cut), mean(cut, bottom), mean(0.0, bottom)) {
            prop_assert!((upper * cut + lower * (bottom - cut) - whole * bottom).abs() < 1e-8);
        }
    }
}
