//! Which years are compared with which?

/// Years from first to last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// First year.
    pub first: i32,
    /// Last year.
    pub last: i32,
}

impl Years {
    /// Does the span hold this year?
    pub const fn contains(self, year: i32) -> bool {
        self.first <= year && year <= self.last
    }

    /// Number of years.
    pub const fn count(self) -> usize {
        (self.last - self.first + 1) as usize
    }

    const fn ending(last: i32, count: i32) -> Self {
        Self {
            first: last - count + 1,
            last,
        }
    }
}

/// The years of the three productivity metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Windows {
    /// Trend and performance: sixteen years.
    pub trend: Years,
    /// State, before: thirteen years.
    pub history: Years,
    /// State, now: the last three years. They follow the history; a filter that ends two years back and includes its
    /// end would share a year with them (METHODS appendix T).
    pub recent: Years,
}

impl Windows {
    /// The windows that end with the last full year.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::windows::{Windows, Years};
    /// let windows = Windows::ending(2023);
    /// assert_eq!(windows.trend, Years { first: 2008, last: 2023 });
    /// assert_eq!(windows.history, Years { first: 2008, last: 2020 });
    /// assert_eq!(windows.recent, Years { first: 2021, last: 2023 });
    /// ```
    ///
    /// # Reference
    /// METHODS D.5; UNCCD PRAIS 4 manual, table 12.
    pub const fn ending(last: i32) -> Self {
        Self {
            trend: Years::ending(last, 16),
            history: Years::ending(last - 3, 13),
            recent: Years::ending(last, 3),
        }
    }
}

/// A period of one's own: the windows of productivity, and the years whose land cover and soil carbon are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The windows of productivity.
    pub windows: Windows,
    /// Land cover and carbon: the first year with the last.
    pub compared: Years,
}

/// Years of the trend window; other lengths are not comparable with any published map (METHODS D.5).
pub const TREND_YEARS: usize = 16;

impl Period {
    /// The period whose trend window is `trend`; land cover and carbon are compared over the same years.
    ///
    /// `None` for a window of other than sixteen years.
    ///
    /// ```
    /// use aimak_science::degradation::windows::{Period, ReportingPeriod, Years};
    /// let baseline = Period::of(Years { first: 2000, last: 2015 }).unwrap();
    /// assert_eq!(baseline, ReportingPeriod::Baseline.period());
    /// assert_eq!(Period::of(Years { first: 2000, last: 2010 }), None);
    /// // 2004-2019 behind that baseline is period 1: what happened up to 2015 is not counted twice
    /// let reporting = Period::of(Years { first: 2004, last: 2019 }).unwrap();
    /// assert_eq!(reporting.after(&baseline), Some(ReportingPeriod::Period1.period()));
    /// ```
    pub fn of(trend: Years) -> Option<Self> {
        (trend.first <= trend.last && trend.count() == TREND_YEARS).then(|| Self {
            windows: Windows::ending(trend.last),
            compared: trend,
        })
    }

    /// The same period after a baseline: land cover and carbon are compared from the year after the baseline on. `None`
    /// where it does not end at least two years later, so that no change lies between.
    pub fn after(self, baseline: &Self) -> Option<Self> {
        let compared = Years {
            first: baseline.compared.last + 1,
            last: self.compared.last,
        };
        (compared.first < compared.last).then_some(Self { compared, ..self })
    }
}

/// The periods of the UNCCD's 2026 cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportingPeriod {
    /// Baseline, 2000–2015.
    Baseline,
    /// Period 1, 2016–2019.
    Period1,
    /// Period 2, 2016–2023.
    Period2,
}

impl ReportingPeriod {
    /// All periods.
    pub const ALL: [Self; 3] = [Self::Baseline, Self::Period1, Self::Period2];

    /// The years whose land cover and soil carbon are compared: the first with the last.
    pub const fn compared(self) -> Years {
        let (first, last) = match self {
            Self::Baseline => (2000, 2015),
            Self::Period1 => (2016, 2019),
            Self::Period2 => (2016, 2023),
        };
        Years { first, last }
    }

    /// The windows of productivity, which reach back before the period.
    pub const fn windows(self) -> Windows {
        Windows::ending(self.compared().last)
    }

    /// Both.
    pub const fn period(self) -> Period {
        Period {
            windows: self.windows(),
            compared: self.compared(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_of_the_manual() {
        // METHODS D.5, table 12 of the manual
        let of = |period: ReportingPeriod| {
            let windows = period.windows();
            [windows.trend, windows.history, windows.recent].map(|years| (years.first, years.last))
        };
        assert_eq!(
            ReportingPeriod::ALL.map(of),
            [
                [(2000, 2015), (2000, 2012), (2013, 2015)],
                [(2004, 2019), (2004, 2016), (2017, 2019)],
                [(2008, 2023), (2008, 2020), (2021, 2023)],
            ]
        );
    }

    #[test]
    fn history_and_recent_years_fill_the_trend_and_never_overlap() {
        for last in 1990..2060 {
            let windows = Windows::ending(last);
            let counts = [windows.trend, windows.history, windows.recent].map(Years::count);
            assert_eq!(counts, [16, 13, 3]);
            for year in last - 20..=last + 5 {
                let parts = [windows.history, windows.recent].map(|years| years.contains(year));
                let held = usize::from(windows.trend.contains(year));
                assert_eq!(parts.iter().filter(|part| **part).count(), held);
            }
        }
    }
}
