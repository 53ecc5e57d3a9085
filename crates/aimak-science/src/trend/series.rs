//! Which value was seen when?

use aimak_core::{Message, Reason, Withheld};

/// Valid values of one place in order of time; missing years are left out but remembered by their position.
///
/// ```
/// use aimak_science::trend::series::Series;
/// let series = Series::new(&[(2015.0, Some(0.41)), (2016.0, None), (2017.0, Some(0.43))]).unwrap();
/// assert_eq!((series.len(), series.years()), (2, &[2015.0, 2017.0][..]));
/// assert!(Series::new(&[(2016.0, Some(0.4)), (2015.0, Some(0.3))]).is_err());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    first_year: f64,
    years: Vec<f64>,
    positions: Vec<f64>,
    values: Vec<f64>,
}

impl Series {
    /// A series of (year, value); years may be fractions and need not be evenly spaced.
    ///
    /// # Errors
    /// `NO_DATA` for an empty list, `OUT_OF_RANGE` where years do not strictly rise or a number is not finite.
    pub fn new(observations: &[(f64, Option<f64>)]) -> Result<Self, Withheld> {
        let Some((first_year, _)) = observations.first() else {
            return Err(Withheld::because(Reason::NoData));
        };
        let finite = |(year, value): &(f64, Option<f64>)| {
            year.is_finite() && value.is_none_or(f64::is_finite)
        };
        let rising = observations.windows(2).all(|pair| pair[0].0 < pair[1].0);
        if !rising || !observations.iter().all(finite) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        let valid = || {
            let numbered = observations.iter().enumerate();
            numbered.filter_map(|(position, (year, value))| value.map(|v| (position, *year, v)))
        };
        Ok(Self {
            first_year: *first_year,
            years: valid().map(|(_, year, _)| year).collect(),
            positions: valid().map(|(position, _, _)| position as f64).collect(),
            values: valid().map(|(_, _, value)| value).collect(),
        })
    }

    /// A series with one place per year, starting at year 0.
    ///
    /// # Errors
    /// As [`Series::new`].
    pub fn yearly(values: &[Option<f64>]) -> Result<Self, Withheld> {
        let numbered = values.iter().enumerate();
        let observations: Vec<_> = numbered.map(|(i, value)| (i as f64, *value)).collect();
        Self::new(&observations)
    }

    /// Number of valid values.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// True without a valid value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Year of the first place of the list, whether it held a value or not.
    pub fn first_year(&self) -> f64 {
        self.first_year
    }

    /// Years of the valid values.
    pub fn years(&self) -> &[f64] {
        &self.years
    }

    /// Positions of the valid values in the list they came from, counted from 0.
    pub fn positions(&self) -> &[f64] {
        &self.positions
    }

    /// The valid values.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Refuses a series with fewer than `needed` valid values.
    ///
    /// # Errors
    /// `SERIES_TOO_SHORT`.
    pub fn at_least(&self, needed: usize) -> Result<(), Withheld> {
        if self.len() >= needed {
            return Ok(());
        }
        Err(too_short(self.len(), needed))
    }
}

/// The refusal of `n` valid years where `needed` would do.
pub(crate) fn too_short(n: usize, needed: usize) -> Withheld {
    let detail = Message::new("detail-years")
        .with("n", n)
        .with("needed", needed);
    Withheld::because(Reason::SeriesTooShort).with(detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfit_input_is_refused_with_its_reason() {
        let reason = |observations: &[_]| Series::new(observations).unwrap_err().reason;
        assert_eq!(reason(&[]), Reason::NoData);
        assert_eq!(reason(&[(1.0, Some(f64::NAN))]), Reason::OutOfRange);
        assert_eq!(reason(&[(f64::INFINITY, Some(1.0))]), Reason::OutOfRange);
        assert_eq!(reason(&[(1.0, None), (1.0, Some(1.0))]), Reason::OutOfRange);
        let short = Series::yearly(&[Some(1.0), None, Some(2.0)]).unwrap();
        assert_eq!(short.at_least(3).unwrap_err(), too_short(2, 3));
        assert_eq!(short.positions(), [0.0, 2.0]);
    }
}
