//! What is said of land that has no number before its transition?

use aimak_core::{IntervalKind, PeriodId, SampleSize, SampleUnit, Span};
use jiff::civil::date;

use super::*;
use crate::{
    methods::interval::StandardError,
    studies::{Measured, Spread},
};

/// Years in which each land was observed.
struct Seen {
    organic: &'static [i16],
    untreated: &'static [i16],
}

impl Seen {
    fn years(&self, land: Land) -> Vec<i16> {
        match land {
            Land::Organic => self.organic.to_vec(),
            Land::Untreated => self.untreated.to_vec(),
            Land::WholeAimak => [self.organic, self.untreated].concat(),
        }
    }
}

impl Observed for Seen {
    fn state(&self, _: &AimakCode, _: Land, _: &Moment) -> Answer {
        Err(Withheld::because(Reason::NoData))
    }

    fn change(&self, aimak: &AimakCode, land: Land, window: &Window) -> Answer {
        for moment in [&window.before, &window.after] {
            self.first_seen(aimak, land, Some(moment))
                .ok_or(Withheld::because(Reason::NoData))?;
        }
        Ok(Measured {
            value: 1.0,
            spread: Spread::Known {
                error: StandardError { se: 0.1, df: 9.0 },
                kind: IntervalKind::Sampling,
            },
            sample: SampleSize {
                of: SampleUnit::Plots,
                n: 10,
                n_other: None,
            },
            flags: Vec::new(),
            notes: Vec::new(),
            parameters: std::collections::BTreeMap::new(),
            inputs: Vec::new(),
        })
    }

    fn first_seen(
        &self,
        _: &AimakCode,
        land: Land,
        within: Option<&Moment>,
    ) -> Option<PartialDate> {
        let dates = self.years(land).into_iter().map(PartialDate::Year);
        dates
            .filter(|date| within.is_none_or(|moment| moment.span.covers(date.span())))
            .min()
    }

    fn knows_organic_land(&self, _: &AimakCode) -> bool {
        true
    }

    fn depends_on_owner(&self) -> bool {
        false
    }
}

/// An aimak organic since May 2008.
fn aimak() -> Aimak {
    Aimak {
        code: AimakCode("A".to_owned()),
        organic_since: Some("2008-05".parse().unwrap()),
        ..crate::simulate::Region::small(1).aimaks[0].clone()
    }
}

/// The change from 2000–2003 or from 2012–2015 to 2020–2023.
fn change_from(before: i16, land: Land, seen: &Seen) -> Answer {
    let moment = |id: &str, from: i16| Moment {
        period: PeriodId(id.to_owned()),
        span: Span {
            from: date(from, 1, 1),
            to: date(from + 4, 1, 1),
        },
    };
    let window = Window {
        owner: AimakCode("A".to_owned()),
        before: moment("before", before),
        after: moment("after", 2020),
    };
    change(&aimak(), land, &window, seen)
}

fn refusal(before: i16, land: Land, seen: &Seen) -> (Reason, Vec<String>) {
    let withheld = change_from(before, land, seen).unwrap_err();
    let details = withheld.details.into_iter().map(|detail| detail.id);
    (withheld.reason, details.collect())
}

const LATE: Seen = Seen {
    organic: &[2012, 2014, 2020, 2022],
    untreated: &[2012, 2014, 2020, 2022],
};

#[test]
fn land_first_seen_after_its_transition_has_no_before() {
    for land in [Land::Organic, Land::WholeAimak] {
        let (reason, details) = refusal(2012, land, &LATE);
        assert_eq!(reason, Reason::AlwaysOrganic, "{land:?}");
        assert_eq!(details, ["detail-first-observation"]);
    }
}

#[test]
fn untreated_land_gets_its_own_change() {
    let measured = change_from(2012, Land::Untreated, &LATE).unwrap();
    assert!(measured.notes.is_empty(), "{:?}", measured.notes);
    let nothing_before = Seen {
        organic: &[2012, 2020],
        untreated: &[2020],
    };
    let (reason, details) = refusal(2012, Land::Untreated, &nothing_before);
    assert_eq!(reason, Reason::NoData);
    assert_eq!(details, ["detail-nothing-before"]);
}

#[test]
fn a_late_period_is_not_a_missing_before() {
    let long = Seen {
        organic: &[2000, 2005, 2012, 2014, 2020, 2022],
        untreated: &[2000, 2005],
    };
    for land in [Land::Organic, Land::WholeAimak] {
        let (reason, details) = refusal(2012, land, &long);
        assert_eq!(reason, Reason::BeforePeriodAfterTransition, "{land:?}");
        assert_eq!(details, ["detail-first-observation"]);
        assert!(change_from(2000, land, &long).is_ok(), "{land:?}");
    }
    // the period may also be empty: it still lies after the transition
    let gap = Seen {
        organic: &[2000, 2020],
        untreated: &[],
    };
    assert_eq!(
        refusal(2012, Land::Organic, &gap).0,
        Reason::BeforePeriodAfterTransition
    );
}

#[test]
fn a_good_period_without_data_is_no_data() {
    // South Moravia: protected since 1990, the period before is 1985–1986, pH was first measured in 2022
    let (reason, details) = refusal(2000, Land::Organic, &LATE);
    assert_eq!(reason, Reason::NoData);
    assert_eq!(details, ["detail-nothing-before"]);
    let never = Seen {
        organic: &[],
        untreated: &[],
    };
    assert_eq!(refusal(2012, Land::Organic, &never).0, Reason::NoData);
}

#[test]
fn the_organic_years_of_a_period_are_noted_for_organic_land_only() {
    let both = Seen {
        organic: &[2007, 2009, 2020],
        untreated: &[2007, 2009, 2020],
    };
    let notes = |land| change_from(2006, land, &both).unwrap().notes;
    assert_eq!(notes(Land::Organic), [late_before()]);
    assert!(notes(Land::Untreated).is_empty());
}
