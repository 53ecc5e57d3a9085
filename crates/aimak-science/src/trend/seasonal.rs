//! Does it rise or fall over the years, when spring is only compared with spring?

use aimak_core::{Reason, Withheld};

use super::{
    MINIMUM_YEARS,
    concordance::{Concordance, standard_score, two_sided_p},
    series::{Series, too_short},
    theil_sen::{SenSlopes, SlopeInterval},
};

/// The seasonal test of Hirsch, Slack and Smith with the seasonal Kendall slope.
///
/// # Formula
/// S and its variance are summed over the seasons, each tested on its own years; `Z = (S ∓ 1)/√Var`. The slope is the median over
/// the slopes within seasons.
///
/// # Units
/// Slope: unit of the values per year (per full round of seasons).
///
/// # Range and edge cases
/// Seasons are taken as independent of each other; where months resemble their neighbours p is too small. Needs two seasons, and 8
/// valid years in the fullest one; a season with fewer than two values adds no pair.
///
/// # Example
/// ```
/// use aimak_science::trend::seasonal::SeasonalKendall;
/// // spring rises by 1 every year, autumn by 2
/// let values: Vec<_> = (0..8).flat_map(|year| [Some(f64::from(year)), Some(50.0 + 2.0 * f64::from(year))]).collect();
/// let found = SeasonalKendall::of_rounds(&values, 2).unwrap();
/// assert_eq!((found.s, found.tau_a, found.slope_per_year), (56, 1.0, 1.5));
/// assert!((found.z - 55.0 / (2.0 * 8.0 * 7.0 * 21.0 / 18.0_f64).sqrt()).abs() < 1e-12);
/// ```
///
/// # Reference
/// Hirsch, Slack & Smith (1982), Water Resour. Res. 18:107–121, doi:10.1029/WR018i001p00107; METHODS D.4.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeasonalKendall {
    /// Seasons with at least one pair.
    pub seasons: usize,
    /// Number of valid values.
    pub n: usize,
    /// Rising less falling pairs within seasons.
    pub s: i64,
    /// Variance of S.
    pub variance: f64,
    /// S over all pairs within seasons, −1 to 1.
    pub tau_a: f64,
    /// S in standard deviations, corrected for continuity.
    pub z: f64,
    /// Two-sided p, 0–1.
    pub p: f64,
    /// Seasonal Kendall slope, unit of the values per year.
    pub slope_per_year: f64,
    /// Gilbert's 95 % interval of the slope.
    pub interval: Option<SlopeInterval>,
}

impl SeasonalKendall {
    /// Tests values in order of time, `period` seasons to the round; the last round may be cut short.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` for a period of less than 2 or a value that is not finite; else as [`Self::of_seasons`].
    pub fn of_rounds(values: &[Option<f64>], period: usize) -> Result<Self, Withheld> {
        if period < 2 {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        let season = |first: usize| {
            let own: Vec<_> = values.iter().skip(first).step_by(period).copied().collect();
            Series::yearly(&own)
        };
        let seasons: Result<Vec<_>, _> = (0..period.min(values.len())).map(season).collect();
        Self::of_seasons(&seasons?)
    }

    /// Tests one series per season, each on its own dates.
    ///
    /// # Errors
    /// `NO_DATA` without a season, `SERIES_TOO_SHORT` where no season has 8 valid years.
    pub fn of_seasons(seasons: &[Series]) -> Result<Self, Withheld> {
        let longest = seasons.iter().map(Series::len).max();
        let longest = longest.ok_or_else(|| Withheld::because(Reason::NoData))?;
        if longest < MINIMUM_YEARS {
            return Err(too_short(longest, MINIMUM_YEARS));
        }
        let counted: Vec<Concordance> = seasons
            .iter()
            .map(|season| Concordance::of(season.values()))
            .collect();
        let slopes: Vec<SenSlopes> = seasons
            .iter()
            .map(|season| SenSlopes::of(season.years(), season.values()))
            .collect();
        let slopes = SenSlopes::joined(&slopes);
        let s: i64 = counted.iter().map(Concordance::s).sum();
        let pairs: usize = counted.iter().map(Concordance::pairs).sum();
        let variance: f64 = counted.iter().map(Concordance::variance).sum();
        let z = standard_score(s, variance);
        Ok(Self {
            seasons: counted.iter().filter(|season| season.pairs() > 0).count(),
            n: counted.iter().map(|season| season.n).sum(),
            s,
            variance,
            tau_a: s as f64 / pairs as f64,
            z,
            p: two_sided_p(z),
            slope_per_year: slopes
                .median()
                .expect("invariant: a season of eight years has pairs"),
            interval: slopes.interval(variance),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn short_or_missing_seasons_are_withheld() {
        let reason = |values: &[Option<f64>], period| {
            SeasonalKendall::of_rounds(values, period)
                .unwrap_err()
                .reason
        };
        assert_eq!(reason(&[], 4), Reason::NoData);
        assert_eq!(reason(&[Some(1.0); 28], 4), Reason::SeriesTooShort);
        assert_eq!(reason(&[Some(1.0); 28], 1), Reason::OutOfRange);
        assert_eq!(reason(&[Some(f64::NAN); 28], 2), Reason::OutOfRange);
    }

    proptest! {
        #[test]
        fn the_height_of_a_season_is_irrelevant(values in prop::collection::vec(0_i32..50, 36..60), lift in 1_i32..1000) {
            let plain: Vec<_> = values.iter().map(|x| Some(f64::from(*x))).collect();
            let lifted: Vec<_> = values.iter().enumerate().map(|(i, x)| Some(f64::from(x + lift * (i as i32 % 4)))).collect();
            prop_assert_eq!(SeasonalKendall::of_rounds(&plain, 4), SeasonalKendall::of_rounds(&lifted, 4));
        }

        #[test]
        fn equal_seasons_add_up(values in prop::collection::vec(0.0..1.0_f64, 8..20)) {
            let season = Series::yearly(&values.iter().copied().map(Some).collect::<Vec<_>>()).unwrap();
            let both = SeasonalKendall::of_seasons(&[season.clone(), season.clone()]).unwrap();
            let one = Concordance::of(season.values());
            prop_assert_eq!((both.s, both.variance), (2 * one.s(), 2.0 * one.variance()));
            prop_assert_eq!(Some(both.slope_per_year), SenSlopes::of(season.years(), season.values()).median());
        }
    }
}
