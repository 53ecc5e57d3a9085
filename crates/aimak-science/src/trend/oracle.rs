//! Do the peers find the same numbers?

use std::collections::BTreeMap;

use aimak_core::Reason;

use super::{
    concordance::{Concordance, standard_score, tie_sizes, two_sided_p},
    exact_null::ExactNull,
    mann_kendall::MannKendall,
    pixel_stack::{Layer, PixelStack},
    pixels::PixelwiseTrend,
    seasonal::SeasonalKendall,
    series::Series,
    theil_sen::TheilSen,
    trends_earth::TrendsEarthKendall,
};

/// Rows of a table by the names of its columns; comment lines begin with `#`.
fn rows(table: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| header.iter().copied().zip(line.split(',')).collect())
        .collect()
}

/// A list of numbers; `-` is a missing one.
fn numbers(field: &str) -> Vec<Option<f64>> {
    field
        .split(' ')
        .map(|number| (number != "-").then(|| number.parse().unwrap()))
        .collect()
}

fn close(found: f64, expected: &str, what: &str) {
    let expected: f64 = expected.parse().unwrap();
    // near 0 absolute: the peers' own 2(1 − Φ) is only good to some 1e-16
    let tolerance = 1e-9 * expected.abs() + 1e-15;
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, expected {expected}"
    );
}

/// Series made for the purpose, then those of the reference folder.
fn series_of_pymannkendall() -> Vec<BTreeMap<&'static str, &'static str>> {
    let mut table = rows(include_str!("../../tests/oracle/mann_kendall.csv"));
    table.extend(rows(include_str!(
        "../../tests/oracle/mann_kendall_reference.csv"
    )));
    assert_eq!(table.len(), 70);
    table
}

#[test]
fn series_as_pymannkendall() {
    for row in series_of_pymannkendall() {
        let name = row["name"];
        let series = Series::yearly(&numbers(row["series"])).unwrap();
        let pairs = Concordance::of(series.values());
        close(pairs.s() as f64, row["s"], name);
        close(pairs.variance(), row["var_s"], name);
        close(pairs.tau_a().unwrap(), row["tau"], name);
        close(pairs.z(), row["z"], name);
        close(two_sided_p(pairs.z()), row["p"], name);
        let line = TheilSen::IndexDistance.line(&series).unwrap();
        close(line.slope_per_year, row["slope"], name);
        close(line.value_at_origin, row["intercept"], name);
        if series.len() >= 8 {
            let found = MannKendall::Normal.test(&series).unwrap();
            close(found.z, row["z"], name);
            close(found.p, row["p"], name);
        }
    }
}

#[test]
fn serial_correlation_as_pymannkendall() {
    let (mut compared, mut narrowed, mut impossible) = (0, 0, 0);
    for row in series_of_pymannkendall() {
        let (name, theirs) = (row["name"], row["hamed_rao_var_s"]);
        // too short, or constant: the peer gives no variance
        if theirs.is_empty() {
            continue;
        }
        compared += 1;
        let series = Series::yearly(&numbers(row["series"])).unwrap();
        if theirs.starts_with('-') {
            let refused = MannKendall::HamedRaoAllLags.test(&series).unwrap_err();
            assert_eq!(refused.reason, Reason::OutOfRange, "{name}");
            impossible += 1;
        } else {
            let found = MannKendall::HamedRaoAllLags.test(&series).unwrap();
            close(found.variance, theirs, name);
            close(found.z, row["hamed_rao_z"], name);
            close(found.p, row["hamed_rao_p"], name);
        }
        // with gaps the peer takes the slope per place off by the count of values; ours takes it off by the years
        if series.len() < numbers(row["series"]).len() {
            continue;
        }
        let serial = MannKendall::HAMED_RAO
            .test(&series)
            .unwrap()
            .serial
            .unwrap();
        let plain = Concordance::of(series.values()).variance();
        close(
            plain * serial.estimated_factor,
            row["hamed_rao_lag3_var_s"],
            name,
        );
        narrowed += usize::from(serial.estimated_factor < 1.0);
        assert_eq!(serial.factor, serial.estimated_factor.max(1.0));
    }
    assert!(
        compared > 40 && narrowed > 2 && impossible > 1,
        "{compared} {narrowed} {impossible}"
    );
}

#[test]
fn exact_p_as_scipy() {
    for row in rows(include_str!("../../tests/oracle/mann_kendall_exact.csv")) {
        let series = Series::yearly(&numbers(row["series"])).unwrap();
        let found = MannKendall::Exact.test(&series).unwrap();
        close(found.p, row["p"], row["series"]);
        let tied = ExactNull::with_ties(&tie_sizes(series.values()));
        close(tied.two_sided_p(found.s), row["p"], row["series"]);
    }
}

#[test]
fn seasons_as_pymannkendall() {
    let table = rows(include_str!("../../tests/oracle/seasonal_kendall.csv"));
    assert_eq!(table.len(), 6);
    for row in table {
        let name = row["name"];
        let found =
            SeasonalKendall::of_rounds(&numbers(row["series"]), row["period"].parse().unwrap())
                .unwrap();
        close(found.s as f64, row["s"], name);
        close(found.variance, row["var_s"], name);
        close(found.tau_a, row["tau"], name);
        close(found.z, row["z"], name);
        close(found.p, row["p"], name);
        close(found.slope_per_year, row["slope"], name);
    }
}

#[test]
fn slope_as_scipy_and_its_limits_within_one_order_statistic() {
    let table = rows(include_str!("../../tests/oracle/theil_sen_scipy.csv"));
    assert_eq!(table.len(), 6);
    for row in table {
        let given = |column: &str| numbers(row[column]);
        let years = given("years").into_iter().flatten();
        let observations: Vec<_> = years.zip(given("series")).collect();
        let series = Series::new(&observations).unwrap();
        let line = TheilSen::RealTime.line(&series).unwrap();
        close(line.slope_per_year, row["slope"], row["series"]);
        let slopes = super::theil_sen::SenSlopes::of(series.years(), series.values());
        let interval = line.interval.unwrap();
        for (ours, theirs) in [
            (interval.low_per_year, "low"),
            (interval.high_per_year, "high"),
        ] {
            let theirs: f64 = row[theirs].parse().unwrap();
            let nearest = |at: f64| {
                slopes
                    .sorted()
                    .iter()
                    .position(|slope| *slope >= at - 1e-15)
                    .unwrap()
            };
            assert!(nearest(ours).abs_diff(nearest(theirs)) <= 1, "{row:?}");
        }
    }
}

#[test]
fn pixels_as_pymannkendall_and_trends_earth() {
    let table = rows(include_str!("../../tests/oracle/mann_kendall_pixels.csv"));
    let rule = TrendsEarthKendall::of_years(24).unwrap();
    let mut compared = 0;
    for row in table.iter().filter(|row| row["n_valid"] != "0") {
        let what = format!("{row:?}");
        let number = |column: &str| row[column].parse::<f64>().unwrap();
        let (n, s) = (number("n_valid"), number("s"));
        // printed to 9 to 12 digits
        let variance = (number("var_s") * 3.0).round() / 3.0;
        let near = |found: f64, column: &str| {
            let expected = number(column);
            assert!(
                (found - expected).abs() <= 1e-9 * expected.abs().max(1e-3),
                "{column} {found} {what}"
            );
        };
        let z = standard_score(s as i64, variance);
        near(z, "z");
        near(two_sided_p(z), "p");
        near(s / (n * (n - 1.0) / 2.0), "tau");
        let class: i8 = row["trends_earth_signif"].parse().unwrap();
        assert_eq!(
            rule.class(s as i64, number("ols_slope")),
            class.clamp(-2, 2),
            "{what}"
        );
        compared += 1;
    }
    assert_eq!(compared, 59);
}

#[test]
fn the_pixel_kernel_as_pymannkendall() {
    for row in series_of_pymannkendall() {
        let values = numbers(row["series"]);
        let years: Vec<f64> = (0..values.len()).map(|i| i as f64).collect();
        let valid: Vec<bool> = values.iter().map(Option::is_some).collect();
        let values: Vec<f64> = values.iter().map(|value| value.unwrap_or(9999.0)).collect();
        let stack = PixelStack::of_series(
            &years,
            Layer {
                values: &values,
                valid: &valid,
            },
        )
        .unwrap();
        let map = PixelwiseTrend {
            test: MannKendall::Normal,
            ..PixelwiseTrend::default()
        };
        let Some(trend) = map.of(&stack)[0] else {
            assert!(valid.iter().filter(|valid| **valid).count() < 8);
            continue;
        };
        close(f64::from(trend.s), row["s"], row["name"]);
        close(trend.tau_a, row["tau"], row["name"]);
        close(trend.z, row["z"], row["name"]);
        close(trend.p, row["p"], row["name"]);
        close(trend.slope_per_year, row["slope"], row["name"]);
    }
}
