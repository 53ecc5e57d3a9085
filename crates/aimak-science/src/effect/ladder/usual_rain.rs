//! The effect as if every year had had the unit's usual rain.

use aimak_core::{EffectAnswer, Message, Reason, Withheld};

use super::{
    super::{
        panel::Panel,
        staggered::{Staggered, Window},
        weather::{Learned, Water, rain_adjusted},
    },
    Seen, told,
};

/// The rain (or the water supplied) of the units of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Rain {
    /// The same units and times, with rain as their outcome.
    pub panel: Panel,
    /// What water that is.
    pub water: Water,
}

impl Rain {
    /// A row for each unit of `panel`.
    fn rows(&self, panel: &Panel) -> Result<Vec<Vec<f64>>, Withheld> {
        let missing = |id: &str| {
            let detail = Message::new("detail-effect-rain-missing").with("unit", id.to_owned());
            Withheld::because(Reason::FactorMissing).with(detail)
        };
        let place = |period: &i32| self.panel.periods().binary_search(period).ok();
        let row = |id: &str| -> Option<Vec<f64>> {
            let units = self.panel.units();
            let unit = units
                .binary_search_by(|unit| unit.id.as_str().cmp(id))
                .ok()?;
            let rain = |period: &i32| units[unit].outcomes[place(period)?];
            panel.periods().iter().map(rain).collect()
        };
        let units = panel.units().iter();
        units
            .map(|unit| row(&unit.id).ok_or_else(|| missing(&unit.id)))
            .collect()
    }
}

impl Seen<'_> {
    /// The effect on what rain leaves; `None` where nobody knows the rain.
    ///
    /// What rain does is learned from each unit's years before its start. Units whose rain cannot be judged (fewer than 8 such years) are in
    /// no comparison: the numbers of units beside the answer show it.
    pub(super) fn at_usual_rain(&self) -> Option<EffectAnswer> {
        let rain = self.asked.rain.as_ref()?;
        Some(self.with_rain(rain))
    }

    fn with_rain(&self, rain: &Rain) -> EffectAnswer {
        let rows = rain.rows(self.panel)?;
        let (adjusted, left_out) = rain_adjusted(self.panel, &rows, rain.water, Learned::Untreated);
        let (balanced, _) = adjusted.balanced();
        let effect = Staggered::under(&balanced, Window::Post, self.asked.design());
        // nobody left: why the rain could not be judged says more than that nobody is there
        let why = |withheld| left_out.into_iter().next().map_or(withheld, |(_, why)| why);
        effect.map(|effect| told::staggered(&effect)).map_err(why)
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::EffectReport;

    use super::{
        super::{
            super::panel::{Start, Unit},
            Asked, climb,
        },
        *,
    };

    /// Rain of a unit: it varies before 2014 and is 100 mm more in organic aimaks from then on.
    fn rain_mm(place: usize, year: i32) -> f64 {
        let turned = (f64::from(year) * 78.233 + place as f64 * 12.989).sin();
        let more = if place < 6 && year >= 2014 {
            100.0
        } else {
            0.0
        };
        300.0 + 10.0 * turned + more
    }

    /// Six that began in 2014 and six that never did; each mm of rain gives 0.02, the transition 1.
    fn panel(of: impl Fn(usize, i32) -> f64) -> Panel {
        let unit = |place: usize| Unit {
            id: format!("{place:02}"),
            start: if place < 6 {
                Start::In(2014)
            } else {
                Start::Never
            },
            stratum: String::new(),
            outcomes: (2004..2020).map(|year| Some(of(place, year))).collect(),
            covariates: vec![],
        };
        Panel::new((2004..2020).collect(), vec![], (0..12).map(unit).collect())
    }

    fn growth(place: usize, year: i32) -> f64 {
        let begun = if place < 6 && year >= 2014 { 1.0 } else { 0.0 };
        place as f64 + 0.02 * rain_mm(place, year) + begun
    }

    fn report(rain: Option<Rain>) -> EffectReport {
        let asked = Asked {
            rain,
            ..Asked::new("growth", 3)
        };
        climb(&panel(growth), &asked).report
    }

    fn check(report: &EffectReport) -> Option<&EffectAnswer> {
        let found = report.checks.iter().find(|check| check.id == "check-rain");
        found.map(|check| &check.effect)
    }

    #[test]
    fn rain_that_came_with_the_start_is_taken_out_of_the_effect() {
        let rain = Rain {
            panel: panel(rain_mm),
            water: Water::RainOnRainFed,
        };
        let found = report(Some(rain));
        let as_it_is = found.effect.as_ref().unwrap().value;
        assert!(as_it_is > 2.5, "two of it are rain: {as_it_is}");
        let left = check(&found).unwrap().as_ref().unwrap();
        assert!((left.value - 1.0).abs() < 1e-9, "{left:?}");
        assert_eq!((left.treated, left.comparison), (6, 6));
    }

    #[test]
    fn without_rain_there_is_no_such_check_and_with_gaps_it_says_whose() {
        assert!(check(&report(None)).is_none());
        let mut dry = panel(rain_mm).units().to_vec();
        dry[3].outcomes[5] = None;
        let rain = Rain {
            panel: Panel::new((2004..2020).collect(), vec![], dry),
            water: Water::Supply,
        };
        let found = report(Some(rain));
        let refused = check(&found).unwrap().as_ref().unwrap_err();
        assert_eq!(refused.reason, Reason::FactorMissing);
        assert!(format!("{refused:?}").contains("03"));
    }

    #[test]
    fn too_few_years_before_the_start_say_so() {
        let short = |of: fn(usize, i32) -> f64| {
            let from = panel(of);
            let unit = |unit: &Unit| Unit {
                outcomes: unit.outcomes[6..].to_vec(),
                ..unit.clone()
            };
            Panel::new(
                (2010..2020).collect(),
                vec![],
                from.units().iter().map(unit).collect(),
            )
        };
        let asked = Asked {
            rain: Some(Rain {
                panel: short(rain_mm),
                water: Water::RainOnRainFed,
            }),
            ..Asked::new("growth", 3)
        };
        let found = climb(&short(growth), &asked).report;
        let refused = check(&found).unwrap().as_ref().unwrap_err();
        assert_eq!(refused.reason, Reason::TooFewYears);
    }
}
