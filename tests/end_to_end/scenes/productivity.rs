//! `aimak productivity` on numbers that can be checked by hand.

use super::{
    about, band, codes,
    make::{Place, tif},
    names, near,
};
use crate::program::{aimak, arg};

#[test]
fn seasons_by_hand_with_the_reason_where_there_is_none() {
    let dir = tempfile::tempdir().unwrap();
    // METHODS D.3: days 60, 92, ..., 284 of 2019; the second cell misses a date, the third begins late, the fourth is bare
    let ndvi = [0.15, 0.22, 0.41, 0.58, 0.55, 0.44, 0.30, 0.18];
    let dates =
        "2019-03-01,2019-04-02,2019-05-04,2019-06-05,2019-07-07,2019-08-08,2019-09-09,2019-10-11";
    let none = f64::NAN;
    let layer = |(i, v): (usize, &f64)| {
        vec![
            *v,
            if i == 3 { none } else { *v },
            if i == 0 { none } else { *v },
            0.05,
        ]
    };
    let bands: Vec<Vec<f64>> = ndvi.iter().enumerate().map(layer).collect();
    let stack = dir.path().join("ndvi.tif");
    tif(
        &stack,
        Place::square(600_000.0, 4_700_000.0, 30.0, 2),
        &bands,
        None,
    );
    let out = dir.path().join("out");
    let args = [
        "productivity",
        "--raster",
        arg(&stack),
        "--dates",
        dates,
        "--season",
        "03-01..10-20",
        "--out",
        arg(&out),
    ];
    let said = aimak(&args).good();
    let found = band(&out.join("productivity.tif"), 1);
    assert!((found[0] - 62.88).abs() < 1e-4, "{}", found[0]);
    assert!(
        found[1].is_nan() && found[2].is_nan() && found[3] == 0.0,
        "{found:?}"
    );
    assert_eq!(band(&out.join("refused.tif"), 1), [0.0, 4.0, 3.0, 0.0]);
    assert_eq!(names(&out.join("productivity.tif")), ["2019"]);
    assert!(
        said.err.contains("1 have none") && said.err.contains("GAP_TOO_LONG"),
        "{}",
        said.err
    );
    let year = &about(&out)["years"][0];
    assert_eq!(
        year["refused"],
        serde_json::json!({ "GAP_TOO_LONG": 1, "SEASON_NOT_COVERED": 1 })
    );
    // a longer gap, a wider edge, another floor
    let raw = dir.path().join("raw");
    let mut args = args.to_vec();
    args.truncate(7);
    args.extend([
        "--max-gap",
        "64",
        "--edge",
        "32",
        "--floor",
        "0",
        "--out",
        arg(&raw),
    ]);
    aimak(&args).good();
    let found = band(&raw.join("productivity.tif"), 1);
    assert!((found[0] - 85.28).abs() < 1e-4, "{}", found[0]);
    assert!(found.iter().all(|value| value.is_finite()));
}

#[test]
fn seasons_by_belt_and_years_without_days() {
    let dir = tempfile::tempdir().unwrap();
    let stack = dir.path().join("ndvi.tif");
    // one number for each month, April to October
    let months = "2019-04,2019-05,2019-06,2019-07,2019-08,2019-09,2019-10";
    let bands = vec![vec![0.5_f64, 0.5, 0.5, 0.5]; 7];
    tif(
        &stack,
        Place::square(600_000.0, 4_700_000.0, 30.0, 2),
        &bands,
        None,
    );
    // elevations of 60 m cells under those of 30 m; the file ends before the last column does
    let dem = dir.path().join("dem.tif");
    let place = Place {
        left: 599_970.0,
        top: 4_700_000.0,
        cell: 60.0,
        width: 1,
        height: 1,
        epsg: 32642,
    };
    tif(&dem, place, &[vec![2_600_i16]], None);
    let out = dir.path().join("out");
    let run = |dates: &str, further: &[&str]| {
        let mut args = vec![
            "productivity",
            "--raster",
            arg(&stack),
            "--dates",
            dates,
            "--out",
            arg(&out),
        ];
        args.extend(further);
        aimak(&args)
    };
    run(months, &[]).good();
    // middle days: 16 April to 16 October are 183 days of 0.4
    assert!(
        band(&out.join("productivity.tif"), 1)
            .iter()
            .all(|value| near(*value / 183.0, 0.4))
    );
    run(months, &["--dem", arg(&dem)]).good();
    let found = band(&out.join("productivity.tif"), 1);
    // above 2500 m: 16 May to 16 September, 123 days; no elevation, no season
    assert!(
        near(found[0] / 123.0, 0.4) && near(found[2] / 123.0, 0.4) && found[1].is_nan(),
        "{found:?}"
    );
    assert_eq!(band(&out.join("refused.tif"), 1), [0.0, 1.0, 0.0, 1.0]);
    let years = run("2013,2014,2015,2016,2017,2018,2019", &["--json"]);
    assert_eq!(codes(&years), ["stack-dates"]);
}
