//! What the design could show, and what others near it could.

use aimak_core::Withheld;
use aimak_science::{
    effect::{
        power::{Addition, Plan, true_spread_at_most},
        randomisation::LEVEL,
    },
    methods::interval::StandardError,
};

use super::{asked::Asked, chance::Source};

/// Waves that are looked at beyond those planned.
const AHEAD: usize = 6;
/// Nobody waits longer.
pub const PATIENCE: usize = 60;
/// How much more work is looked at: a quarter, a half, as much again.
pub const MORE: [f64; 3] = [0.25, 0.5, 1.0];

/// What a design shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The expected error.
    pub error: StandardError,
    /// The smallest effect, asked alone.
    pub smallest: f64,
    /// The same at the strictest step of the family.
    pub smallest_in_family: f64,
    /// The effect it is held against, in the mean of the treated waves.
    pub goal: Option<f64>,
    /// The chance to find that.
    pub power: Option<f64>,
}

impl Shown {
    fn of(plan: &Plan, asked: &Asked) -> Result<Self, Withheld> {
        let goal = asked
            .goal()
            .map(|goal| plan.mean_effect(goal))
            .transpose()?;
        Ok(Self {
            error: plan.error()?,
            smallest: plan.smallest_detectable(1)?,
            smallest_in_family: plan.smallest_detectable(asked.family)?,
            goal,
            power: goal.map(|effect| plan.power(effect)).transpose()?,
        })
    }

    /// The smallest effect as a share of what it is held against; by itself where there is none.
    fn needed(&self) -> f64 {
        self.smallest / self.goal.map_or(1.0, f64::abs)
    }
}

/// A design of the grid.
pub struct Near {
    /// The design.
    pub plan: Plan,
    /// What it shows.
    pub shown: Result<Shown, Withheld>,
}

/// More of one thing.
pub struct Added {
    /// How much more work it was meant to be.
    pub more: f64,
    /// Of what.
    pub addition: Addition,
    /// The design with it.
    pub plan: Plan,
    /// What that shows.
    pub shown: Shown,
    /// The smallest effect as a share of that now.
    pub ratio: f64,
    /// The same of what it is held against, which grows with waves where the effect does.
    pub ratio_to_goal: f64,
}

/// When the goal is seen.
#[derive(Clone, Copy)]
pub enum Visible {
    /// With so many waves.
    With(usize),
    /// Not by waves alone, however patient one is.
    Never,
}

/// Everything that is told.
pub struct Forecast {
    /// The design that is planned.
    pub shown: Shown,
    /// When the goal is seen, where there is one.
    pub visible: Option<Visible>,
    /// True where exchanging start dates can reach the strictest step of the family.
    pub family_reached: bool,
    /// How many times as large the spread may be, where it comes from a pilot.
    pub spread_at_most: Option<f64>,
    /// Designs near it.
    pub grid: Vec<Near>,
    /// What more of something would leave, within a share of more work the best first.
    pub additions: Vec<Added>,
}

impl Forecast {
    /// Looks ahead.
    ///
    /// # Errors
    /// Where the design itself is refused.
    pub fn of(asked: &Asked) -> Result<Self, Withheld> {
        let shown = Shown::of(&asked.plan, asked)?;
        let patience = PATIENCE.max(asked.plan.waves);
        let visible = asked
            .goal()
            .map(|goal| asked.plan.waves_until_visible(goal, patience))
            .transpose()?;
        Ok(Self {
            shown,
            visible: visible.map(|waves| waves.map_or(Visible::Never, Visible::With)),
            family_reached: asked.plan.least_p() <= LEVEL / asked.family as f64,
            spread_at_most: match &asked.source {
                Source::Stated { .. } => None,
                Source::Seen { pilot, .. } => true_spread_at_most(pilot.aimaks),
            },
            grid: grid(asked),
            additions: additions(asked, shown)?,
        })
    }
}

/// Fewer and more plots, comparison aimaks and waves.
fn grid(asked: &Asked) -> Vec<Near> {
    let plan = &asked.plan;
    let mut found = Vec::new();
    for plots in around(plan.plots, &[0.5, 1.0, 2.0], 1) {
        for comparison in around(plan.comparison, &[0.5, 1.0, 1.5, 2.0], 2) {
            for waves in asked.last_start()..=plan.waves + AHEAD {
                let plan = Plan {
                    plots,
                    comparison,
                    waves,
                    ..plan.clone()
                };
                let shown = Shown::of(&plan, asked);
                found.push(Near { plan, shown });
            }
        }
    }
    found
}

/// Multiples of a number, none below the least.
fn around(number: usize, factors: &[f64], least: usize) -> Vec<usize> {
    let times = |factor: &f64| ((number as f64 * factor).round() as usize).max(least);
    let mut found: Vec<usize> = factors.iter().map(times).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Plots, aimaks of either kind and waves for about as much more work each: what is compared must cost alike.
fn additions(asked: &Asked, now: Shown) -> Result<Vec<Added>, Withheld> {
    let plan = &asked.plan;
    let aimaks = asked.treated() + plan.comparison;
    let mut found = Vec::new();
    for more in MORE {
        let of = |number: usize| (number as f64 * more).ceil() as usize;
        let choices = [
            Addition::Plots(of(plan.plots)),
            Addition::Comparison(of(aimaks)),
            Addition::Treated(of(aimaks)),
            Addition::Waves(of(plan.waves)),
        ];
        let mut alike = Vec::new();
        for addition in choices {
            let plan = plan.with(addition);
            let shown = Shown::of(&plan, asked)?;
            alike.push(Added {
                more,
                addition,
                plan,
                shown,
                ratio: shown.smallest / now.smallest,
                ratio_to_goal: shown.needed() / now.needed(),
            });
        }
        alike.sort_by(|one, other| one.ratio_to_goal.total_cmp(&other.ratio_to_goal));
        found.extend(alike);
    }
    Ok(found)
}
