//! Integrals beside numpy's, and every refusal.

use jiff::civil::date;
use ndarray::array;
use proptest::prelude::*;

use super::*;

/// Observations every `step` days of 2019 from `first`.
fn every(step: i64, first: Date, ndvi: &[f64]) -> Vec<(Date, f64)> {
    let dated = |(i, ndvi): (usize, &f64)| (first.saturating_add((step * i as i64).days()), *ndvi);
    ndvi.iter().enumerate().map(dated).collect()
}

fn of_2019(observations: &[(Date, f64)]) -> Result<Productivity, Withheld> {
    AnnualProductivity::default().of_year(observations, Season::LOWLAND, 2019)
}

#[test]
fn integrals_as_numpy() {
    let table = include_str!("../../../tests/oracle/season_integral.csv");
    let rows = crate::spectral::oracle_rows(table);
    assert_eq!(rows.len(), 12);
    for row in rows {
        let days = row[0].split(' ').map(|day| day.parse::<i64>().unwrap());
        let observations: Vec<(Date, f64)> = days
            .zip(row[1].split(' '))
            .filter_map(|(day, ndvi)| {
                let date = date(2019, 1, 1).saturating_add((day - 1).days());
                Some((date, ndvi.parse().ok()?))
            })
            .collect();
        let number = |i: usize| row[i].parse::<f64>().unwrap();
        let method = AnnualProductivity {
            soil_floor: number(2),
            ..AnnualProductivity::default()
        };
        let found = method
            .of_year(&observations, Season::LOWLAND, 2019)
            .unwrap();
        assert!((found.integral_days - number(3)).abs() < 1e-9 * number(3));
        assert!((found.mean - number(4)).abs() < 1e-9 * number(4));
        assert_eq!(found.observations, observations.len());
    }
}

#[test]
fn the_season_must_be_covered() {
    // 1 April + 16 days is the latest first observation, 31 October − 16 days the earliest last one
    let season = |first, last| {
        let mut observations = every(20, date(2019, 5, 1), &[0.3; 8]);
        observations.extend([(first, 0.2), (last, 0.2)]);
        of_2019(&observations)
    };
    assert!(season(date(2019, 4, 17), date(2019, 10, 15)).is_ok());
    for (first, last) in [
        (date(2019, 4, 18), date(2019, 10, 15)),
        (date(2019, 4, 17), date(2019, 10, 14)),
    ] {
        let refused = season(first, last).unwrap_err();
        assert_eq!(refused.reason, Reason::SeasonNotCovered);
        let detail = &refused.details[0];
        assert_eq!(detail.args["first"], PartialDate::Day(first).into());
        assert_eq!(detail.args["last"], PartialDate::Day(last).into());
        assert_eq!(
            detail.args["to"],
            PartialDate::Day(date(2019, 10, 31)).into()
        );
    }
}

#[test]
fn gaps_of_48_days_are_crossed_and_of_49_are_not() {
    let with_gap = |gap: i64| {
        let mut observations = every(20, date(2019, 4, 5), &[0.3; 5]);
        let after = observations[4].0.saturating_add(gap.days());
        observations.extend(every(16, after, &[0.4; 6]));
        of_2019(&observations)
    };
    assert!(with_gap(48).is_ok());
    let refused = with_gap(49).unwrap_err();
    assert_eq!(refused.reason, Reason::GapTooLong);
    assert_eq!(refused.details[0].args["n"], 49.0.into());
}

#[test]
fn nothing_and_nonsense_are_refused() {
    let reason = |observations: &[(Date, f64)]| of_2019(observations).unwrap_err().reason;
    assert_eq!(reason(&[]), Reason::NoData);
    assert_eq!(reason(&[(date(2018, 7, 1), 0.3)]), Reason::NoData);
    let mut scaled = every(20, date(2019, 4, 5), &[0.3; 11]);
    assert!(of_2019(&scaled).is_ok());
    for wrong in [3_000.0, f64::NAN] {
        scaled[5].1 = wrong;
        assert_eq!(reason(&scaled), Reason::OutOfRange);
    }
    let month = Season::new((6, 1), (6, 20)).unwrap();
    let single = AnnualProductivity::default().of_year(&[(date(2019, 6, 10), 0.4)], month, 2019);
    assert_eq!(single.unwrap_err().reason, Reason::SeasonNotCovered);
}

/// One column whose pixels are seen every 20 days of 2019, with a constant NDVI each.
fn column(ndvi: &[f64], clear_from: &[Date]) -> Stack {
    let shape = (ndvi.len(), 1);
    let layer = |date: Date| Raster {
        values: Array2::from_shape_fn(shape, |(row, _)| ndvi[row]),
        valid: Array2::from_shape_fn(shape, |(row, _)| clear_from[row] <= date),
    };
    let dates = every(20, date(2019, 4, 7), &[0.0; 11]);
    Stack::new(
        dates
            .iter()
            .map(|(date, _)| (*date, layer(*date)))
            .collect(),
    )
    .unwrap()
}

#[test]
fn a_window_has_its_seasons_by_elevation() {
    let (april, may) = (date(2019, 4, 1), date(2019, 5, 10));
    let stack = column(
        &[0.5, 0.5, 0.5, 0.05, 0.5],
        &[april, may, may, april, april],
    );
    let elevation_m = Raster {
        values: array![[800.0], [800.0], [3_100.0], [800.0], [0.0]],
        valid: array![[true], [true], [true], [true], [false]],
    };
    let seasons = SeasonsAt::ByElevation {
        belts: &BeltSeasons::default(),
        elevation_m: &elevation_m,
    };
    let window = AnnualProductivity::default()
        .of_window(&stack, seasons, 2019)
        .unwrap();
    assert_eq!(
        window.mean.valid,
        array![[true], [false], [true], [true], [false]]
    );
    assert!((window.integral_days.values[(0, 0)] - 0.4 * 200.0).abs() < 1e-12);
    assert!((window.mean.values[(2, 0)] - 0.4).abs() < 1e-12);
    assert_eq!(window.mean.values[(3, 0)], 0.0); // below the floor all season: a number, not missing
    assert!(matches!(
        window.refused[(1, 0)],
        Some(ProductivityRefusal::SeasonNotCovered { .. })
    ));
    assert_eq!(window.refused[(4, 0)], Some(ProductivityRefusal::NoData));
}

#[test]
fn a_window_and_a_series_agree() {
    let stack = column(&[0.5, 0.37], &[date(2019, 4, 1); 2]);
    let seasons = SeasonsAt::Everywhere(Season::LOWLAND);
    let window = AnnualProductivity::default()
        .of_window(&stack, seasons, 2019)
        .unwrap();
    for (row, ndvi) in [0.5, 0.37].into_iter().enumerate() {
        let series = of_2019(&every(20, date(2019, 4, 7), &[ndvi; 11])).unwrap();
        assert_eq!(
            window.integral_days.get(row, 0),
            Some(&series.integral_days)
        );
        assert_eq!(window.mean.get(row, 0), Some(&series.mean));
    }
    let other = Raster {
        values: array![[1.0]],
        valid: array![[true]],
    };
    let wrong = SeasonsAt::ByElevation {
        belts: &BeltSeasons::default(),
        elevation_m: &other,
    };
    assert!(
        AnnualProductivity::default()
            .of_window(&stack, wrong, 2019)
            .is_err()
    );
}

proptest! {
    #[test]
    fn order_and_other_seasons_do_not_matter(ndvi in prop::collection::vec(-0.2..0.9_f64, 11), turn in 0_usize..11) {
        let plain = every(20, date(2019, 4, 5), &ndvi);
        let mut turned = plain.clone();
        turned.rotate_left(turn);
        turned.extend([(date(2019, 2, 1), 0.9), (date(2020, 6, 1), 0.9)]);
        turned.push(plain[3]); // a day listed twice is still one day
        prop_assert_eq!(of_2019(&plain).unwrap(), of_2019(&turned).unwrap());
    }

    #[test]
    fn the_mean_lies_between_the_extremes_above_the_floor(ndvi in prop::collection::vec(-0.2..0.9_f64, 11)) {
        let found = of_2019(&every(20, date(2019, 4, 5), &ndvi)).unwrap();
        let above: Vec<f64> = ndvi.iter().map(|ndvi| (ndvi - 0.1).max(0.0)).collect();
        let (low, high) = (above.iter().copied().fold(1.0, f64::min), above.iter().copied().fold(0.0, f64::max));
        prop_assert!(low - 1e-12 <= found.mean && found.mean <= high + 1e-12);
        prop_assert!((found.integral_days - 200.0 * found.mean).abs() < 1e-9);
    }
}
