//! Sentences and pictures of a plan.

use std::collections::BTreeMap;

use aimak_atlas::{
    effect::{decimals, standalone},
    plan::{Curve, PlanPicture},
    texts::Catalogue,
};
use aimak_core::{Lang, Message};
use aimak_io::{problem::Problem, write::Tables};
use aimak_science::effect::power::ExpectedEffect;
use serde_json::{Value, json};

use super::{
    asked::Asked,
    chance::Source,
    forecast::{Added, Forecast, MORE, Near, PATIENCE, Visible},
    tables::{added, visits},
};

/// The picture in each language.
pub const PICTURES: [&str; 3] = ["plan.ky.svg", "plan.ru.svg", "plan.en.svg"];

/// A plan in one language.
struct Told<'a> {
    asked: &'a Asked,
    forecast: &'a Forecast,
    words: &'a Catalogue,
}

/// What is said, line by line.
pub fn lines(asked: &Asked, forecast: &Forecast, words: &Catalogue) -> Vec<String> {
    let told = Told {
        asked,
        forecast,
        words,
    };
    let mut said = vec![told.design(), told.smallest()];
    said.extend(told.family());
    said.extend(told.relevant());
    said.extend(told.chance());
    said.extend(told.visible());
    said.extend(told.additions());
    said.extend(told.spread());
    let always = ["power-villages", "power-oblast"];
    said.extend(always.map(Message::new));
    said.iter().map(|message| words.message(message)).collect()
}

impl Told<'_> {
    fn places(&self) -> usize {
        decimals(self.forecast.shown.smallest)
    }

    fn number(&self, value: f64) -> String {
        self.words.number(value, self.places())
    }

    fn design(&self) -> Message {
        let plan = &self.asked.plan;
        let starts = plan.cohorts.iter().map(|cohort| {
            let message = Message::new("power-start")
                .with("n", cohort.units)
                .with("wave", cohort.waves_before + 1);
            self.words.message(&message)
        });
        Message::new("power-design")
            .with("starts", starts.collect::<Vec<_>>().join(", "))
            .with("comparison", plan.comparison)
            .with("waves", plan.waves)
            .with("plots", plan.plots)
            .with("same", usize::from(plan.revisited))
    }

    fn smallest(&self) -> Message {
        Message::new("power-smallest").with("smallest", self.number(self.forecast.shown.smallest))
    }

    /// The strictest step, where there is one.
    fn family(&self) -> Vec<Message> {
        let family = self.asked.family;
        if family == 1 {
            return Vec::new();
        }
        let step = Message::new("power-family").with("n", family).with(
            "smallest",
            self.number(self.forecast.shown.smallest_in_family),
        );
        let unreached = (!self.forecast.family_reached)
            .then(|| Message::new("power-family-unreached").with("p", self.asked.plan.least_p()));
        std::iter::once(step).chain(unreached).collect()
    }

    /// Whether "no effect" could be said at all.
    fn relevant(&self) -> Option<Message> {
        let relevant = self.asked.relevant?;
        let id = if self.forecast.shown.smallest > relevant {
            "power-relevant-missed"
        } else {
            "power-relevant-seen"
        };
        Some(Message::new(id).with("relevant", self.number(relevant)))
    }

    /// The chance to find what is expected, or what matters.
    fn chance(&self) -> Option<Message> {
        let (goal, power) = (self.forecast.shown.goal?, self.forecast.shown.power?);
        let (percent, bound) = self.percent(power);
        let message = match self.asked.goal()? {
            ExpectedEffect::AtOnce(_) => Message::new("power-chance"),
            ExpectedEffect::PerWave(each) => {
                Message::new("power-chance-growing").with("each", self.number(each))
            }
        };
        Some(
            message
                .with("effect", self.number(goal))
                .with("percent", percent)
                .with("bound", bound),
        )
    }

    /// A chance in per cent, with 1 where it is more than told and 2 where it is less: neither 0 nor 100 % is ever true.
    fn percent(&self, chance: f64) -> (String, usize) {
        let bound = if chance > 0.995 {
            1
        } else {
            2 * usize::from(chance < 0.005)
        };
        let percent = (100.0 * chance).round().clamp(1.0, 99.0);
        (self.words.number(percent, 0), bound)
    }

    /// When it becomes visible.
    fn visible(&self) -> Option<Message> {
        let planned = self.asked.plan.waves;
        Some(match self.forecast.visible? {
            Visible::Never => {
                Message::new("power-visible-never").with("waves", PATIENCE.max(planned))
            }
            Visible::With(waves) => {
                let id = if waves <= planned {
                    "power-visible-planned"
                } else {
                    "power-visible-later"
                };
                let first = self.asked.plan.cohorts.iter().map(|one| one.waves_before);
                let first = first.min().unwrap_or_default();
                let years = |waves: usize| {
                    let years = waves as f64 * self.asked.years_apart;
                    self.words.number(years, usize::from(years.fract() != 0.0))
                };
                Message::new(id)
                    .with("waves", waves)
                    .with("years", years(waves - 1))
                    .with("since", years(waves - 1 - first))
            }
        })
    }

    /// What a quarter more work buys, the best first.
    fn additions(&self) -> Vec<Message> {
        let first = self
            .forecast
            .additions
            .iter()
            .filter(|one| one.more == MORE[0]);
        let line = |one: &Added| {
            let (what, n) = added(one.addition);
            Message::new(&format!("power-add-{what}"))
                .with("n", n)
                .with("percent", self.words.number(100.0 * one.ratio, 0))
                .with("smallest", self.number(one.shown.smallest))
                .with("asked", usize::from(one.shown.power.is_some()))
                .with(
                    "chance",
                    self.percent(one.shown.power.unwrap_or_default()).0,
                )
                .with(
                    "visits",
                    self.words
                        .number((visits(&one.plan) - visits(&self.asked.plan)) as f64, 0),
                )
        };
        std::iter::once(Message::new("power-additions"))
            .chain(first.map(line))
            .collect()
    }

    /// How far the spread can be trusted.
    fn spread(&self) -> Vec<Message> {
        match &self.asked.source {
            Source::Stated { .. } => vec![Message::new("power-stated")],
            Source::Seen { pilot, treated } => {
                let seen = Message::new("power-pilot")
                    .with("aimaks", pilot.aimaks)
                    .with("waves", pilot.waves)
                    .with(
                        "times",
                        self.words
                            .number(self.forecast.spread_at_most.unwrap_or(1.0), 1),
                    )
                    .with("aimak-sd", self.spread_of(pilot.chance.aimak_shock_sd))
                    .with("plot-sd", self.spread_of(pilot.chance.plot_sd))
                    .with(
                        "autocorrelation",
                        self.words.number(pilot.chance.autocorrelation, 2),
                    )
                    .with(
                        "revisit",
                        self.words.number(pilot.chance.revisit_correlation, 2),
                    );
                let left = pilot.aimaks_left_out + pilot.plots_left_out + treated;
                let left_out = (left > 0).then(|| {
                    Message::new("power-pilot-left-out")
                        .with("treated", *treated)
                        .with("aimaks", pilot.aimaks_left_out)
                        .with("plots", pilot.plots_left_out)
                });
                let no_shock = (pilot.chance.aimak_shock_sd == 0.0)
                    .then(|| Message::new("power-pilot-no-shock"));
                let seen = std::iter::once(seen);
                seen.chain(no_shock).chain(left_out).collect()
            }
        }
    }

    fn spread_of(&self, sd: f64) -> String {
        self.words.number(sd, decimals(sd))
    }

    /// The smallest effect by waves with the planned plots, for each number of comparison aimaks.
    fn curves(&self) -> Vec<Curve> {
        let mut curves: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
        for near in &self.forecast.grid {
            let plan = &near.plan;
            if let (Ok(shown), true) = (&near.shown, plan.plots == self.asked.plan.plots) {
                let curve = curves.entry(plan.comparison).or_default();
                curve.push((plan.waves as f64, shown.smallest));
            }
        }
        let curve = |(comparison, points): (usize, Vec<(f64, f64)>)| Curve {
            label: self.words.number(comparison as f64, 0),
            planned: comparison == self.asked.plan.comparison,
            points,
        };
        curves.into_iter().map(curve).collect()
    }

    /// What the lines are held against, by waves.
    fn goal(&self) -> Vec<(f64, f64)> {
        let planned = self.forecast.grid.iter().filter(|near| {
            near.plan.plots == self.asked.plan.plots
                && near.plan.comparison == self.asked.plan.comparison
        });
        let point = |near: &Near| {
            let waves = near.plan.waves as f64;
            // what matters is drawn where it is told, else what is expected
            let matters = self.asked.relevant;
            let goal = near.shown.as_ref().ok()?.goal;
            matters.or(goal.map(f64::abs)).map(|size| (waves, size))
        };
        planned.filter_map(point).collect()
    }

    fn picture(&self) -> String {
        let picture = PlanPicture {
            words: self.words,
            name: self.asked.name.as_deref(),
            curves: &self.curves(),
            goal: &self.goal(),
            expected: self.asked.relevant.is_none(),
            planned: (self.asked.plan.waves as f64, self.forecast.shown.smallest),
            places: self.places(),
        };
        standalone(&picture.draw())
    }
}

/// The design, alike for all outcomes, and what always holds.
pub fn design(asked: &Asked, forecast: &Forecast, words: &Catalogue) -> String {
    let told = Told {
        asked,
        forecast,
        words,
    };
    words.message(&told.design())
}

/// An outcome among others, in a line: what could be seen of it, when, and what helps most.
pub fn in_a_line(asked: &Asked, forecast: &Forecast, words: &Catalogue) -> String {
    let told = Told {
        asked,
        forecast,
        words,
    };
    let shown = forecast.shown;
    let seen = Message::new("power-indicator")
        .with("indicator", asked.name.clone().unwrap_or_default())
        .with("smallest", told.number(shown.smallest))
        .with("family", told.number(shown.smallest_in_family))
        .with("n", asked.family);
    let best = forecast.additions.first().map(|best| {
        let (what, n) = added(best.addition);
        let percent = words.number(100.0 * best.ratio, 0);
        Message::new(&format!("power-best-{what}"))
            .with("n", n)
            .with("percent", percent)
    });
    let said = [Some(seen), told.relevant(), told.visible(), best];
    let said = said.iter().flatten().map(|message| words.message(message));
    said.collect::<Vec<_>>().join(" ")
}

/// Draws the picture in each language.
pub fn pictures(
    folder: &Tables,
    name: &str,
    asked: &Asked,
    forecast: &Forecast,
) -> Result<(), Problem> {
    for lang in Lang::ALL {
        let told = Told {
            asked,
            forecast,
            words: &Catalogue::new(lang),
        };
        folder.text(&format!("{name}.{}.svg", lang.code()), &told.picture())?;
    }
    Ok(())
}

/// Everything, as data, and its sentences in every language.
pub fn about(asked: &Asked, forecast: &Forecast) -> Value {
    let plan = &asked.plan;
    let cohort = |one: &aimak_science::effect::power::PlannedCohort| json!({ "start_wave": one.waves_before + 1, "aimaks": one.units });
    let source = match &asked.source {
        Source::Stated { .. } => json!({ "from": "stated" }),
        Source::Seen { pilot, treated } => json!({
            "from": "pilot", "aimaks": pilot.aimaks, "waves": pilot.waves, "plots": pilot.plots, "same_plots": pilot.revisited,
            "aimaks_treated_left_out": treated, "aimaks_left_out": pilot.aimaks_left_out, "plots_left_out": pilot.plots_left_out,
            "spread_may_be_times": forecast.spread_at_most,
        }),
    };
    let sentences: BTreeMap<&str, Vec<String>> = Lang::ALL
        .into_iter()
        .map(|lang| (lang.code(), lines(asked, forecast, &Catalogue::new(lang))))
        .collect();
    let visible = match forecast.visible {
        Some(Visible::With(waves)) => Some(waves),
        Some(Visible::Never) | None => None,
    };
    let (expected, per_wave) = match asked.expected {
        None => (None, false),
        Some(ExpectedEffect::AtOnce(effect)) => (Some(effect), false),
        Some(ExpectedEffect::PerWave(effect)) => (Some(effect), true),
    };
    json!({
        "command": "plan",
        "outcome": asked.name,
        "design": {
            "cohorts": plan.cohorts.iter().map(cohort).collect::<Vec<_>>(), "comparison": plan.comparison, "waves": plan.waves,
            "plots": plan.plots, "same_plots": plan.revisited, "years_apart": asked.years_apart, "plot_visits": visits(plan),
        },
        "spread": { "source": source, "components": plan.chance },
        "asked": { "relevant": asked.relevant, "expected": expected, "per_wave": per_wave, "family": asked.family },
        "se": forecast.shown.error.se,
        "df": forecast.shown.error.df,
        "smallest_effect": forecast.shown.smallest,
        "smallest_effect_in_family": forecast.shown.smallest_in_family,
        "effect_held_against": forecast.shown.goal,
        "power": forecast.shown.power,
        "waves_until_visible": visible,
        "least_p": plan.least_p(),
        "least_p_reaches_strictest_step": forecast.family_reached,
        "sentences": sentences,
    })
}
