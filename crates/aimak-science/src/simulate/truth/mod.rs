//! What is true of the region? Computed from the process, never from the estimators.

mod community;
mod soil;
mod vegetation;

use aimak_core::{Aimak, Land, PeriodId, Quantity, Subject};
use serde::{Deserialize, Serialize};

pub use community::Communities;

use super::{definition::Definition, fields::Ndvi, places::Places, plots::AimakSoil, plots::Plots};

/// Years of the period before.
const YEARS_BEFORE: [i16; 4] = [2012, 2013, 2014, 2015];
/// Years of the period after.
const YEARS_AFTER: [i16; 4] = [2020, 2021, 2022, 2023];

/// A true value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrueValue {
    /// Indicator id.
    pub indicator: String,
    /// Whom it speaks about.
    pub subject: Subject,
    /// Which land.
    pub land: Land,
    /// What of the indicator.
    pub quantity: Quantity,
    /// The value, in the unit of the indicator.
    pub value: f64,
}

/// Land with plots, and whether the transition shows on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlotLand {
    /// The aimak.
    pub subject: Subject,
    /// Which of its land.
    pub land: Land,
    /// Whether the transition shows before and after.
    pub stages: Stages,
}

/// Whether the transition shows before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stages {
    /// In the period before.
    pub before: bool,
    /// In the period after.
    pub after: bool,
}

impl Stages {
    /// A transition between the two periods.
    const EFFECT: Self = Self {
        before: false,
        after: true,
    };

    /// The course of something that depends on the transition alone.
    fn course(self, at: impl Fn(bool) -> f64) -> Course {
        let before = at(self.before);
        Course {
            before,
            change: at(self.after) - before,
        }
    }
}

/// What one indicator is before, and by how much it changes, on one piece of land.
#[derive(Clone, Copy, Debug)]
struct Course {
    before: f64,
    change: f64,
}

/// True values of everything the process gives in closed form, or by integrating it.
///
/// Species richness is true only at a stated coverage, which the analysis chooses from its samples:
/// [`Truth::richness_at_coverage`] gives it. Not among the values: terrain figures, which are read off the DEM as it is; and the
/// species of a whole organic aimak, whose plots are not allocated in proportion to its organic and other land.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Truth {
    /// The values.
    pub values: Vec<TrueValue>,
    /// Effect of the transition on organic land, mean of the aimaks that changed between the periods: indicator id and value.
    pub effects: Vec<(String, f64)>,
    /// Mean shares of species.
    pub communities: Communities,
    /// Land with plots.
    pub plot_lands: Vec<PlotLand>,
}

impl Truth {
    /// The truth of a region.
    pub(super) fn of(
        definition: &Definition,
        seed: u64,
        places: &Places,
        plots: &Plots,
        ndvi: &Ndvi,
    ) -> Self {
        let mut truth = Self {
            values: Vec::new(),
            effects: Vec::new(),
            communities: Communities::integrate(definition, seed),
            plot_lands: Vec::new(),
        };
        let grounds = soil::Grounds::draw(definition, seed);
        for (index, aimak) in places.aimaks.iter().enumerate() {
            let soil = &plots.aimaks[index];
            let mut of_lands = Vec::new();
            for (land, stages) in lands(aimak) {
                let courses = grounds.courses(definition, soil, stages);
                truth.add_courses(aimak, land, &courses);
                of_lands.push(courses);
                let order1 = truth.communities.order1(stages);
                truth.add("hill_order1", aimak, land, &order1);
                let subject = Subject::Aimak(aimak.code.clone());
                truth.plot_lands.push(PlotLand {
                    subject,
                    land,
                    stages,
                });
            }
            if let ([organic, untreated], Some(share)) =
                (&of_lands[..], places.organic_share(index))
            {
                let whole = soil::by_area(organic, untreated, share);
                truth.add_courses(aimak, Land::WholeAimak, &whole);
            }
            for (land, course) in vegetation::courses(definition, places, index, ndvi) {
                truth.add("ndvi_season_mean", aimak, land, &course);
            }
        }
        truth.add_effects(definition, places, plots, &grounds, ndvi);
        truth
    }

    /// True values of `species_richness` at a coverage (0–1).
    pub fn richness_at_coverage(&self, coverage: f64) -> Vec<TrueValue> {
        let mut found = Self {
            values: Vec::new(),
            effects: Vec::new(),
            communities: self.communities.clone(),
            plot_lands: Vec::new(),
        };
        let richness = |stages| self.communities.richness(stages, coverage);
        for PlotLand {
            subject,
            land,
            stages,
        } in &self.plot_lands
        {
            let course = richness(*stages);
            found.add_course("species_richness", subject, *land, &course);
            if *stages == Stages::EFFECT {
                found.push(
                    "species_richness",
                    subject,
                    *land,
                    difference(),
                    course.change,
                );
            }
        }
        let all = (&Subject::OrganicAimaks, Land::Organic);
        for quantity in [change(), difference()] {
            let effect = richness(Stages::EFFECT).change;
            found.push("species_richness", all.0, all.1, quantity, effect);
        }
        found.values
    }

    /// What soil is and becomes on some land of an aimak.
    fn add_courses(&mut self, aimak: &Aimak, land: Land, courses: &soil::Courses) {
        for (indicator, course) in courses {
            self.add(indicator, aimak, land, course);
        }
    }

    /// States and change on some land of an aimak.
    fn add(&mut self, indicator: &str, aimak: &Aimak, land: Land, course: &Course) {
        let subject = Subject::Aimak(aimak.code.clone());
        self.add_course(indicator, &subject, land, course);
    }

    fn add_course(&mut self, indicator: &str, subject: &Subject, land: Land, course: &Course) {
        let after = course.before + course.change;
        self.push(indicator, subject, land, state("before"), course.before);
        self.push(indicator, subject, land, state("after"), after);
        self.push(indicator, subject, land, change(), course.change);
    }

    fn push(
        &mut self,
        indicator: &str,
        subject: &Subject,
        land: Land,
        quantity: Quantity,
        value: f64,
    ) {
        let (indicator, subject) = (indicator.to_owned(), subject.clone());
        self.values.push(TrueValue {
            indicator,
            subject,
            land,
            quantity,
            value,
        });
    }

    /// The difference of changes: the effect itself, for aimaks whose transition lies between the periods, and for all.
    ///
    /// For all together the change has the same truth, shocks of aimaks having the mean 0; only the weather that all share
    /// is added to it.
    fn add_effects(
        &mut self,
        definition: &Definition,
        places: &Places,
        plots: &Plots,
        grounds: &soil::Grounds,
        ndvi: &Ndvi,
    ) {
        let mut sums: Vec<(&str, f64)> = Vec::new();
        let mut aimaks = 0.0;
        for (aimak, soil) in places.aimaks.iter().zip(&plots.aimaks) {
            if !lands(aimak).contains(&(Land::Organic, Stages::EFFECT)) {
                continue;
            }
            aimaks += 1.0;
            let effects = self.effects_on(definition, aimak, soil, grounds);
            sums.resize(effects.len(), ("", 0.0));
            for ((indicator, effect), sum) in effects.into_iter().zip(&mut sums) {
                let subject = Subject::Aimak(aimak.code.clone());
                self.push(indicator, &subject, Land::Organic, difference(), effect);
                *sum = (indicator, sum.1 + effect);
            }
        }
        for (indicator, sum) in sums {
            let (all, effect) = (Subject::OrganicAimaks, sum / aimaks);
            let weather = match indicator {
                "ndvi_season_mean" => vegetation::weather_change(ndvi),
                _ => 0.0,
            };
            self.push(indicator, &all, Land::Organic, change(), effect + weather);
            self.push(indicator, &all, Land::Organic, difference(), effect);
            self.effects.push((indicator.to_owned(), effect));
        }
    }

    /// The transition's part of the changes on the organic land of an aimak: what would change if nothing else did.
    fn effects_on(
        &self,
        definition: &Definition,
        aimak: &Aimak,
        soil: &AimakSoil,
        grounds: &soil::Grounds,
    ) -> [(&'static str, f64); 5] {
        let still = AimakSoil {
            carbon_change: 0.0,
            ph_change: 0.0,
            ..*soil
        };
        let stages = Stages::EFFECT;
        let subject = Subject::Aimak(aimak.code.clone());
        let on_ndvi = self.values.iter().find(|value| {
            value.indicator == "ndvi_season_mean"
                && (&value.subject, value.land) == (&subject, Land::Organic)
                && value.quantity == change()
        });
        [
            ("ndvi_season_mean", on_ndvi.map_or(0.0, |found| found.value)),
            ("soc_stock", soil::stock(definition, &still, stages).change),
            (
                "soc_stock_esm",
                grounds
                    .stock_on_equal_mass(definition, &still, stages)
                    .change,
            ),
            ("soil_ph", soil::ph(definition, &still, stages).change),
            ("hill_order1", self.communities.order1(stages).change),
        ]
    }
}

/// Pieces of land with a plot-based truth.
fn lands(aimak: &Aimak) -> Vec<(Land, Stages)> {
    let never = Stages {
        before: false,
        after: false,
    };
    let Some(since) = aimak.organic_since else {
        return vec![(Land::WholeAimak, never)];
    };
    let organic = Stages {
        before: since.year() < YEARS_BEFORE[0],
        after: true,
    };
    vec![(Land::Organic, organic), (Land::Untreated, never)]
}

fn state(period: &str) -> Quantity {
    Quantity::State {
        period: PeriodId(period.to_owned()),
    }
}

fn change() -> Quantity {
    Quantity::Change {
        before: PeriodId("before".to_owned()),
        after: PeriodId("after".to_owned()),
    }
}

fn difference() -> Quantity {
    Quantity::DifferenceOfChanges {
        before: PeriodId("before".to_owned()),
        after: PeriodId("after".to_owned()),
    }
}
