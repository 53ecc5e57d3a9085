//! What do trend, state and performance say together?

use serde::{Deserialize, Serialize};

use super::{ChangeClass, performance::PerformanceClass};

/// The five classes of land productivity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductivityClass {
    /// 1: declining.
    Declining,
    /// 2: first signs of decline.
    EarlyDecline,
    /// 3: stable but far below its kind.
    StableButStressed,
    /// 4: stable.
    Stable,
    /// 5: improving.
    Improving,
}

impl ProductivityClass {
    /// The class of a pixel; `None` where any of the three is missing.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::{ChangeClass, performance::PerformanceClass, productivity::ProductivityClass};
    /// let class = ProductivityClass::combine(
    ///     Some(ChangeClass::Improved), Some(ChangeClass::Degraded), Some(PerformanceClass::Degraded));
    /// assert_eq!(class, Some(ProductivityClass::EarlyDecline));
    /// assert_eq!(class.unwrap().change(), ChangeClass::Degraded);
    /// assert_eq!(ProductivityClass::combine(Some(ChangeClass::Degraded), None, None), None);
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.1, 18 rows; UNCCD PRAIS 4 manual, table 13; Trends.Earth @ 35b2b7d. SEPAL's table of GPG v2 differs and
    /// is not used.
    pub fn combine(
        trend: Option<ChangeClass>,
        state: Option<ChangeClass>,
        performance: Option<PerformanceClass>,
    ) -> Option<Self> {
        use ChangeClass::{Degraded, Improved, Stable};
        let bad = performance? == PerformanceClass::Degraded;
        Some(match (trend?, state?) {
            (Improved, Degraded) if bad => Self::EarlyDecline,
            (Improved, _) => Self::Improving,
            (Stable, Stable) if bad => Self::StableButStressed,
            (Stable, Stable | Improved) => Self::Stable,
            (Stable, Degraded) if !bad => Self::EarlyDecline,
            (Stable | Degraded, _) => Self::Declining,
        })
    }

    /// The number 1 to 5 of rasters and reports.
    pub const fn code(self) -> u8 {
        match self {
            Self::Declining => 1,
            Self::EarlyDecline => 2,
            Self::StableButStressed => 3,
            Self::Stable => 4,
            Self::Improving => 5,
        }
    }

    /// Three levels: 1 and 2 degraded, 3 and 4 stable, 5 improved.
    pub const fn change(self) -> ChangeClass {
        match self {
            Self::Declining | Self::EarlyDecline => ChangeClass::Degraded,
            Self::StableButStressed | Self::Stable => ChangeClass::Stable,
            Self::Improving => ChangeClass::Improved,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::degradation::oracle;

    fn performance(code: i16) -> Option<PerformanceClass> {
        match code {
            -1 => Some(PerformanceClass::Degraded),
            0 => Some(PerformanceClass::NotDegraded),
            _ => None,
        }
    }

    #[test]
    fn every_triple_as_trends_earth() {
        let rows = oracle::rows(include_str!("../../tests/oracle/te_prod5.csv"));
        assert_eq!(rows.len(), 48);
        for row in rows {
            let class = ProductivityClass::combine(
                oracle::class(row[0]),
                oracle::class(row[1]),
                performance(row[2]),
            );
            let code = class.map_or(-32768, |class| i16::from(class.code()));
            assert_eq!(code, row[3], "{row:?}");
            assert_eq!(
                class.map(ProductivityClass::change),
                oracle::class(row[4]),
                "{row:?}"
            );
        }
    }

    #[test]
    fn the_eighteen_rows_of_the_manual() {
        // METHODS D.5.1: trend, state, performance, class
        let rows = [
            (1, 1, 0, 5),
            (1, 1, -1, 5),
            (1, 0, 0, 5),
            (1, 0, -1, 5),
            (1, -1, 0, 5),
            (1, -1, -1, 2),
            (0, 1, 0, 4),
            (0, 1, -1, 4),
            (0, 0, 0, 4),
            (0, 0, -1, 3),
            (0, -1, 0, 2),
            (0, -1, -1, 1),
            (-1, 1, 0, 1),
            (-1, 1, -1, 1),
            (-1, 0, 0, 1),
            (-1, 0, -1, 1),
            (-1, -1, 0, 1),
            (-1, -1, -1, 1),
        ];
        for (trend, state, perform, code) in rows {
            let class = ProductivityClass::combine(
                ChangeClass::from_sign(trend),
                ChangeClass::from_sign(state),
                performance(perform),
            );
            assert_eq!(class.unwrap().code(), code);
        }
    }
}
