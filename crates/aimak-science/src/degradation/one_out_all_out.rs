//! Is a piece of land degraded when one of its three sides is?

use aimak_core::{Message, Reason, Withheld};

use super::ChangeClass;

/// The three sub-indicators of one place; `None` is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SubIndicators {
    /// Land productivity in three levels.
    pub productivity: Option<ChangeClass>,
    /// Land cover.
    pub land_cover: Option<ChangeClass>,
    /// Soil organic carbon.
    pub soil_carbon: Option<ChangeClass>,
}

/// The indicator of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Degraded, stable or improved.
    pub class: ChangeClass,
    /// All three sub-indicators were there. If not, "stable" and "improved" are too kind: the missing one may be degraded.
    pub complete: bool,
}

/// What to do where a sub-indicator is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingRule {
    /// The indicator is missing too, even if another is degraded (as Trends.Earth).
    AllRequired,
    /// `ANY_AVAILABLE`: the known ones decide, and the verdict says that it is incomplete.
    AnyAvailable,
}

impl SubIndicators {
    /// One out, all out.
    ///
    /// # Formula
    /// Degraded if any is degraded; else improved if any is improved; else stable. Productivity is then stable or improved by
    /// itself, so METHODS' condition on it needs no line of its own.
    ///
    /// # Range and edge cases
    /// `None` as the [`MissingRule`] says, and always where nothing is known.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::{ChangeClass, one_out_all_out::{MissingRule, SubIndicators}};
    /// let mut place = SubIndicators {
    ///     productivity: Some(ChangeClass::Improved), land_cover: Some(ChangeClass::Stable), soil_carbon: Some(ChangeClass::Degraded),
    /// };
    /// assert_eq!(place.verdict(MissingRule::AllRequired).unwrap().class, ChangeClass::Degraded);
    /// place.soil_carbon = None;
    /// assert_eq!(place.verdict(MissingRule::AllRequired), None);
    /// let verdict = place.verdict(MissingRule::AnyAvailable).unwrap();
    /// assert!(verdict.class == ChangeClass::Improved && !verdict.complete);
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.4; UNCCD PRAIS 4 manual, SO1; Trends.Earth @ 35b2b7d `calc_deg_sdg`.
    pub fn verdict(&self, rule: MissingRule) -> Option<Verdict> {
        let known = || self.all().into_iter().flatten();
        let complete = known().count() == 3;
        if !complete && rule == MissingRule::AllRequired {
            return None;
        }
        let worst = known().min()?;
        let class = match worst {
            ChangeClass::Degraded => ChangeClass::Degraded,
            // none is degraded: the best decides between stable and improved
            _ => known().max()?,
        };
        Some(Verdict { class, complete })
    }

    /// The same for a place of its own, with the reason where there is none.
    ///
    /// # Errors
    /// `SUBINDICATOR_MISSING` with the number of parts that are known.
    pub fn require(&self, rule: MissingRule) -> Result<Verdict, Withheld> {
        self.verdict(rule).ok_or_else(|| {
            let detail = Message::new("detail-sub-indicators")
                .with("n", self.all().into_iter().flatten().count())
                .with("needed", 3_usize);
            Withheld::because(Reason::SubindicatorMissing).with(detail)
        })
    }

    const fn all(self) -> [Option<ChangeClass>; 3] {
        [self.productivity, self.land_cover, self.soil_carbon]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::degradation::oracle;

    #[test]
    fn every_triple_as_trends_earth() {
        let rows = oracle::rows(include_str!("../../tests/oracle/te_sdg.csv"));
        assert_eq!(rows.len(), 64);
        for row in rows {
            let place = SubIndicators {
                productivity: oracle::class(row[0]),
                land_cover: oracle::class(row[1]),
                soil_carbon: oracle::class(row[2]),
            };
            let verdict = place.verdict(MissingRule::AllRequired);
            assert_eq!(
                verdict.map(|verdict| verdict.class),
                oracle::class(row[3]),
                "{row:?}"
            );
            assert!(verdict.is_none_or(|verdict| verdict.complete));
        }
    }

    #[test]
    fn nothing_known_is_withheld_in_words() {
        let nothing = SubIndicators::default();
        assert_eq!(nothing.verdict(MissingRule::AnyAvailable), None);
        let withheld = nothing.require(MissingRule::AnyAvailable).unwrap_err();
        assert_eq!(withheld.reason, Reason::SubindicatorMissing);
        let one = SubIndicators {
            land_cover: Some(ChangeClass::Degraded),
            ..nothing
        };
        assert!(one.require(MissingRule::AllRequired).is_err());
        let verdict = one.require(MissingRule::AnyAvailable).unwrap();
        assert_eq!(
            (verdict.class, verdict.complete),
            (ChangeClass::Degraded, false)
        );
    }

    fn any_class() -> impl Strategy<Value = Option<ChangeClass>> {
        prop::option::of(prop::sample::select(ChangeClass::ALL.to_vec()))
    }

    proptest! {
        #[test]
        fn the_sub_indicators_may_change_places(a in any_class(), b in any_class(), c in any_class()) {
            let of = |productivity, land_cover, soil_carbon| SubIndicators { productivity, land_cover, soil_carbon };
            for rule in [MissingRule::AllRequired, MissingRule::AnyAvailable] {
                prop_assert_eq!(of(a, b, c).verdict(rule), of(b, c, a).verdict(rule));
                prop_assert_eq!(of(a, b, c).verdict(rule), of(b, a, c).verdict(rule));
            }
        }

        #[test]
        fn more_knowledge_never_takes_degradation_back(a in any_class(), b in any_class(), c in any_class()) {
            let of = |soil_carbon| SubIndicators { productivity: a, land_cover: b, soil_carbon }.verdict(MissingRule::AnyAvailable);
            if of(None).is_some_and(|verdict| verdict.class == ChangeClass::Degraded) {
                prop_assert_eq!(of(c).unwrap().class, ChangeClass::Degraded);
            }
        }
    }
}
