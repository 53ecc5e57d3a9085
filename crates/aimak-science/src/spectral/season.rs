//! From which day to which day does the growing season last?

use aimak_core::Span;
use jiff::{ToSpan as _, civil::Date};

/// Years that the calendar knows.
const YEARS: (i16, i16) = (-9999, 9999);

/// The growing season: the same days of every year, so that years are comparable.
///
/// # Range and edge cases
/// It begins and ends in one calendar year; both days belong to it.
///
/// # Example
/// ```
/// use aimak_science::spectral::Season;
/// use jiff::civil::date;
/// let span = Season::LOWLAND.in_year(2019);
/// assert!(span.contains(date(2019, 4, 1)) && span.contains(date(2019, 10, 31)) && !span.contains(date(2019, 11, 1)));
/// assert!(Season::new((10, 1), (4, 30)).is_none() && Season::new((2, 29), (9, 30)).is_none());
/// ```
///
/// # Reference
/// METHODS D.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Season {
    first: (i8, i8),
    last: (i8, i8),
}

impl Season {
    /// April to October.
    pub const LOWLAND: Self = Self {
        first: (4, 1),
        last: (10, 31),
    };
    /// May to September, above 2500 m.
    pub const HIGHLAND: Self = Self {
        first: (5, 1),
        last: (9, 30),
    };

    /// A season from its first and last day, each (month, day).
    ///
    /// `None` where a day does not exist in every year or the last comes before the first.
    pub fn new(first: (i8, i8), last: (i8, i8)) -> Option<Self> {
        let exists = |(month, day)| Date::new(2001, month, day).is_ok();
        (exists(first) && exists(last) && first <= last).then_some(Self { first, last })
    }

    /// Its days in a year, half-open.
    pub fn in_year(self, year: i16) -> Span {
        let year = year.clamp(YEARS.0, YEARS.1);
        let day = |(month, day)| {
            Date::new(year, month, day).expect("invariant: the day exists in every year")
        };
        Span {
            from: day(self.first),
            to: day(self.last).saturating_add(1.day()),
        }
    }
}

impl std::fmt::Display for Season {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ((from_month, from), (to_month, to)) = (self.first, self.last);
        write!(f, "{from_month:02}-{from:02}..{to_month:02}-{to:02}")
    }
}

/// Seasons by elevation: the higher, the shorter.
///
/// # Units
/// Elevation in metres above sea level.
///
/// # Example
/// ```
/// use aimak_science::spectral::{BeltSeasons, Season};
/// let belts = BeltSeasons::default();
/// assert_eq!((belts.at(900.0), belts.at(2500.0), belts.at(2501.0)), (
///     Some(Season::LOWLAND), Some(Season::LOWLAND), Some(Season::HIGHLAND),
/// ));
/// ```
///
/// # Reference
/// METHODS D.3.
#[derive(Clone, Debug, PartialEq)]
pub struct BeltSeasons {
    lowest: Season,
    above: Vec<(f64, Season)>,
}

impl Default for BeltSeasons {
    fn default() -> Self {
        Self {
            lowest: Season::LOWLAND,
            above: vec![(2500.0, Season::HIGHLAND)],
        }
    }
}

impl BeltSeasons {
    /// The season of the lowest belt, and of each belt above an elevation (m).
    ///
    /// `None` unless the elevations are numbers that rise.
    pub fn new(lowest: Season, above: Vec<(f64, Season)>) -> Option<Self> {
        let rise = above.windows(2).all(|pair| pair[0].0 < pair[1].0);
        let numbers = above.iter().all(|(bound, _)| bound.is_finite());
        (rise && numbers).then_some(Self { lowest, above })
    }

    /// From the first day on which it is season anywhere to the last.
    ///
    /// # Example
    /// ```
    /// use aimak_science::spectral::{BeltSeasons, Season};
    /// assert_eq!(BeltSeasons::default().widest(), Season::LOWLAND);
    /// ```
    pub fn widest(&self) -> Season {
        let all =
            || std::iter::once(&self.lowest).chain(self.above.iter().map(|(_, season)| season));
        Season {
            first: all()
                .map(|season| season.first)
                .min()
                .unwrap_or(self.lowest.first),
            last: all()
                .map(|season| season.last)
                .max()
                .unwrap_or(self.lowest.last),
        }
    }

    /// The belts from the lowest: the elevation (m) above which each begins, `None` for the lowest, and its season.
    pub fn belts(&self) -> impl Iterator<Item = (Option<f64>, Season)> {
        let above = self
            .above
            .iter()
            .map(|(bound, season)| (Some(*bound), *season));
        std::iter::once((None, self.lowest)).chain(above)
    }

    /// The season at an elevation, m; `None` where that is no number.
    pub fn at(&self, elevation_m: f64) -> Option<Season> {
        if !elevation_m.is_finite() {
            return None;
        }
        let belts = self
            .above
            .partition_point(|(bound, _)| *bound < elevation_m);
        let belt = belts.checked_sub(1).map(|belt| self.above[belt].1);
        Some(belt.unwrap_or(self.lowest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn belts_must_rise() {
        let high = Season::HIGHLAND;
        assert!(BeltSeasons::new(Season::LOWLAND, vec![(2500.0, high), (1500.0, high)]).is_none());
        assert!(BeltSeasons::new(Season::LOWLAND, vec![(f64::NAN, high)]).is_none());
        let june = Season::new((6, 1), (8, 31)).unwrap();
        let three =
            BeltSeasons::new(Season::LOWLAND, vec![(1800.0, high), (3000.0, june)]).unwrap();
        assert_eq!(three.at(3000.0), Some(high));
        assert_eq!(three.at(3000.5), Some(june));
        assert_eq!(three.at(f64::NAN), None);
    }

    #[test]
    fn no_year_is_too_far() {
        for year in [i16::MIN, -9999, 9999, i16::MAX] {
            let span = Season::LOWLAND.in_year(year);
            assert!(span.from < span.to);
        }
    }
}
