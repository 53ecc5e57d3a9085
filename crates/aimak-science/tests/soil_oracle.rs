//! Soil beside named peers: small tables kept in `tests/oracle`. A reference value never comes from our own output.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use aimak_science::{
    methods::interval::t_quantile,
    soil::{
        content::{Content, MassUnit, OrganicCarbon},
        depth_spline::{DepthLayer, MassPreservingSpline},
        detection::{noncentral_t_cdf, two_sided_power},
        texture::{Texture, TextureClass},
        tyurin_calibration::TyurinCalibration,
    },
};

/// Rows of a table without comments and header.
fn rows(table: &str) -> Vec<Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect()
}

fn number(field: &str) -> f64 {
    field.parse().unwrap()
}

fn close(found: f64, expected: f64, tolerance: f64, what: &str) {
    let allowed = tolerance * expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= allowed,
        "{what}: {found}, expected {expected}"
    );
}

#[test]
fn noncentral_t_as_scipy() {
    let table = rows(include_str!("oracle/noncentral_t.csv"));
    assert!(table.len() > 150);
    for row in table {
        let [t, df, delta, expected] = [1, 2, 3, 4].map(|column| number(row[column]));
        let what = row.join(",");
        match row[0] {
            "cdf" => close(
                noncentral_t_cdf(t, df, delta).unwrap(),
                expected,
                1e-9,
                &what,
            ),
            "power" => {
                close(t_quantile(0.975, df), t, 1e-9, &what);
                close(two_sided_power(df, delta).unwrap(), expected, 1e-9, &what);
            }
            other => panic!("unknown quantity {other}"),
        }
    }
}

#[test]
fn tyurin_calibration_as_scipy() {
    let text = include_str!("oracle/tyurin_calibration.csv");
    let side = |name: &str| -> Vec<Content<OrganicCarbon>> {
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap();
        let percents = line.split(' ').map(number);
        percents
            .map(|percent| Content::new(percent, MassUnit::Percent).unwrap())
            .collect()
    };
    let pairs: Vec<_> = side("# tyurin ")
        .into_iter()
        .zip(side("# combustion "))
        .collect();
    let line = TyurinCalibration::of(&pairs).unwrap();
    let table = rows(text);
    assert!(table.len() > 12);
    for row in table {
        let at = || {
            line.combustion(Content::new(number(row[1]), MassUnit::Percent).unwrap())
                .unwrap()
        };
        let found = match row[0] {
            "slope" => line.slope,
            "intercept" => line.intercept_percent,
            "slope_se" => line.slope_se(),
            "intercept_se" => line.intercept_se_percent(),
            "residual_sd" => line.residual_sd_percent,
            "predicted" => at().carbon.percent(),
            "line_se" => at().line_se_percent,
            "prediction_se" => at().prediction_se_percent,
            other => panic!("unknown quantity {other}"),
        };
        close(found, number(row[2]), 1e-10, &row.join(","));
    }
}

#[test]
fn mass_preserving_spline_as_mpspline() {
    let table = rows(include_str!("oracle/mass_preserving_spline.csv"));
    assert!(table.len() > 100);
    for row in table {
        let layer = |text: &str| {
            let (depths, value) = text.split_once(':').unwrap();
            let (top, bottom) = depths.split_once('-').unwrap();
            DepthLayer {
                top_cm: number(top),
                bottom_cm: number(bottom),
                value: number(value),
            }
        };
        let layers: Vec<_> = row[0].split(' ').map(layer).collect();
        let spline = MassPreservingSpline::new(&layers, number(row[1])).unwrap();
        let found = spline.value_at(number(row[2])).unwrap();
        close(found, number(row[3]), 1e-9, &row.join(","));
    }
}

#[test]
fn texture_as_soiltexture_away_from_the_edges_that_differ() {
    let table = rows(include_str!("oracle/texture_soiltexture.csv"));
    assert!(table.len() > 200);
    let mut classes = std::collections::BTreeSet::new();
    for row in table {
        let [sand, silt, clay] = [0, 1, 2].map(|column| number(row[column]));
        let found = TextureClass::of(Texture::new(sand, silt, clay).unwrap());
        assert_eq!(found.key(), row[3], "{}", row.join(","));
        classes.insert(found);
    }
    assert_eq!(classes.len(), 12);
}
