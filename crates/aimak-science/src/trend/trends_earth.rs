//! Which class would Trends.Earth give this pixel?

use super::{classes::Direction, exact_null::ExactNull};

/// Slopes up to this size are no trend, NDVI × 10,000 per year.
const FLAT_NDVI_10000_PER_YEAR: f64 = 10.0;

/// The critical values and classes of the productivity trajectory of Trends.Earth, to reproduce its maps and for nothing else.
///
/// # Formula
/// Critical |S| = exact one-sided critical value of S without ties at 10 % ("90") or 5 % ("95"), less 2: one step laxer than the
/// level says. Class ±1 from |S| above "90", ±2 from "95", signed by the least-squares slope; 0 for slopes up to 10 (NDVI × 10,000
/// per year) and for |S| up to "90".
///
/// # Units
/// Slope: NDVI × 10,000 per year.
///
/// # Range and edge cases
/// 4 to 60 years, else `None`. n counts the years of the period, valid or not; missing years only take part in no pair; ties are
/// not corrected for. Its "95 %" is about 89 % two-sided: never a statement of ours. Its class ±3 ("99") follows no rule (some
/// entries no S can have) and is not offered; recoded to three classes ±3 and ±2 are the same.
///
/// # Example
/// ```
/// use aimak_science::trend::trends_earth::TrendsEarthKendall;
/// assert_eq!(TrendsEarthKendall::of_years(10).unwrap().critical_95(), 19);
/// let sixteen = TrendsEarthKendall::of_years(16).unwrap();
/// assert_eq!(sixteen.critical_95(), 36);
/// assert!((sixteen.two_sided_p(36) - 0.11605).abs() < 5e-6); // not 0.05
/// assert_eq!((sixteen.class(36, 25.0), sixteen.class(-60, -10.0), sixteen.direction(-60, -25.0).code()), (2, 0, -1));
/// ```
///
/// # Reference
/// METHODS D.5.1 (`TE_KENDALL`); trends.earth-algorithms 35b2b7d, gee/stats.py and gee/productivity.py.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendsEarthKendall {
    null: ExactNull,
    critical_90: i64,
    critical_95: i64,
}

impl TrendsEarthKendall {
    /// The rule for a period of `years` years; `None` outside its table (4 to 60).
    pub fn of_years(years: usize) -> Option<Self> {
        if !(4..=60).contains(&years) {
            return None;
        }
        let null = ExactNull::without_ties(years);
        Some(Self {
            critical_90: null.critical_one_sided(0.10)? - 2,
            critical_95: null.critical_one_sided(0.05)? - 2,
            null,
        })
    }

    /// Its critical |S| called 90 %.
    pub fn critical_90(&self) -> i64 {
        self.critical_90
    }

    /// Its critical |S| called 95 %.
    pub fn critical_95(&self) -> i64 {
        self.critical_95
    }

    /// The exact two-sided p of an S, to say what the class is worth.
    pub fn two_sided_p(&self, s: i64) -> f64 {
        self.null.two_sided_p(s)
    }

    /// The class −2 to 2 of a pixel.
    pub fn class(&self, s: i64, least_squares_slope_10000_per_year: f64) -> i8 {
        let size = s.abs();
        if size <= self.critical_90
            || least_squares_slope_10000_per_year.abs() <= FLAT_NDVI_10000_PER_YEAR
        {
            return 0;
        }
        let step = if size >= self.critical_95 { 2 } else { 1 };
        if least_squares_slope_10000_per_year > 0.0 {
            step
        } else {
            -step
        }
    }

    /// What the indicator is made from: the classes ±2.
    pub fn direction(&self, s: i64, least_squares_slope_10000_per_year: f64) -> Direction {
        match self.class(s, least_squares_slope_10000_per_year) {
            2 => Direction::Improving,
            -2 => Direction::Degrading,
            _ => Direction::Stable,
        }
    }
}

/// Slope of the least-squares line; `None` for fewer than two values or no spread of times.
///
/// ```
/// use aimak_science::trend::trends_earth::least_squares_slope;
/// assert_eq!(least_squares_slope(&[2000.0, 2001.0, 2002.0, 2003.0], &[1.0, 2.0, 2.0, 3.0]), Some(0.6));
/// assert_eq!(least_squares_slope(&[2000.0], &[1.0]), None);
/// ```
pub fn least_squares_slope(times: &[f64], values: &[f64]) -> Option<f64> {
    let n = times.len() as f64;
    let mean_time = times.iter().sum::<f64>() / n;
    let mean_value = values.iter().sum::<f64>() / n;
    let spread: f64 = times.iter().map(|time| (time - mean_time).powi(2)).sum();
    let shared = |(time, value): (&f64, &f64)| (time - mean_time) * (value - mean_value);
    let together: f64 = times.iter().zip(values).map(shared).sum();
    (spread > 0.0).then(|| together / spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn critical_values_as_its_table() {
        let table = include_str!("../../tests/oracle/trends_earth_kendall.csv");
        let rows = table.lines().filter(|line| !line.starts_with(['#', 'n']));
        let mut seen = 0;
        for row in rows {
            let row: Vec<i64> = row.split(',').map(|field| field.parse().unwrap()).collect();
            let rule = TrendsEarthKendall::of_years(row[0] as usize).unwrap();
            assert_eq!(
                (rule.critical_90(), rule.critical_95()),
                (row[1], row[2]),
                "n = {}",
                row[0]
            );
            seen += 1;
        }
        assert_eq!(seen, 57);
        assert!(
            TrendsEarthKendall::of_years(3).is_none() && TrendsEarthKendall::of_years(61).is_none()
        );
    }

    #[test]
    fn what_its_levels_are_worth() {
        // METHODS D.5.1: two-sided p of "95 %"
        let ten = TrendsEarthKendall::of_years(10).unwrap();
        assert!((ten.two_sided_p(19) - 0.108_31).abs() < 5e-6);
    }

    #[test]
    fn the_slope_decides_the_sign_and_flat_is_flat() {
        let rule = TrendsEarthKendall::of_years(24).unwrap();
        assert_eq!((rule.critical_90(), rule.critical_95()), (52, 66));
        assert_eq!(
            (
                rule.class(52, 50.0),
                rule.class(53, 50.0),
                rule.class(66, -50.0)
            ),
            (0, 1, -2)
        );
        assert_eq!((rule.class(200, 10.0), rule.class(200, 10.1)), (0, 2));
        assert_eq!(
            (rule.direction(62, 50.0), rule.direction(66, 50.0)),
            (Direction::Stable, Direction::Improving)
        );
    }
}
