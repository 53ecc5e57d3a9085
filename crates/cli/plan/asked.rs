//! What is planned, or everything that is wrong with it.

use aimak_core::{Message, Withheld};
use aimak_io::problem::Problem;
use aimak_science::effect::power::{ExpectedEffect, Plan, PlannedCohort};

use super::chance::{Source, source};
use crate::args::{self, PlotsSeen};

/// Nobody goes out more often, and nothing larger is worth waiting for.
const MOST_WAVES: usize = 60;
const MOST_AIMAKS: usize = 10_000;
const MOST_PLOTS: usize = 100_000;
/// More outcomes of one season nobody declares.
pub const MOST_OUTCOMES: usize = 20;
/// Where nobody says how many.
const PLOTS: usize = 30;
/// Two waves before the start let trends be looked at.
const START: usize = 3;

/// What is asked.
pub struct Asked {
    /// The design.
    pub plan: Plan,
    /// Where the spread comes from.
    pub source: Source,
    /// Years from wave to wave.
    pub years_apart: f64,
    /// The effect that matters.
    pub relevant: Option<f64>,
    /// The effect that is expected.
    pub expected: Option<ExpectedEffect>,
    /// Outcomes tested together.
    pub family: usize,
    /// The name of the outcome.
    pub name: Option<String>,
}

impl Asked {
    /// Reads the command line, and the pilot if there is one: a question for each outcome, or one without any.
    pub fn all(args: &args::Plan) -> Result<Vec<Self>, Vec<Problem>> {
        let outcomes: Vec<Option<&str>> = if args.outcome.is_empty() {
            vec![None]
        } else {
            args.outcome
                .iter()
                .map(|name| Some(name.as_str()))
                .collect()
        };
        let (of_all, n) = (args.relevant.len(), outcomes.len());
        let mut wrong = Vec::new();
        if ![0, 1, n].contains(&of_all) || n > MOST_OUTCOMES {
            let found = format!("{n} / {of_all}");
            wrong.push(Problem::error("plan-outcomes", "--outcome, --relevant").found(found));
        }
        let mut asked = Vec::new();
        for (place, outcome) in outcomes.into_iter().enumerate() {
            let relevant = args.relevant.get(if of_all == 1 { 0 } else { place });
            match Self::of(args, outcome, relevant.copied()) {
                Ok(one) => asked.push(one),
                // what is wrong with the design is wrong once
                Err(found) => {
                    let new = found.into_iter().filter(|problem| !wrong.contains(problem));
                    wrong.extend(new.collect::<Vec<_>>());
                }
            }
        }
        if wrong.is_empty() {
            Ok(asked)
        } else {
            Err(wrong)
        }
    }

    fn of(
        args: &args::Plan,
        outcome: Option<&str>,
        relevant: Option<f64>,
    ) -> Result<Self, Vec<Problem>> {
        let mut wrong = Vec::new();
        let cohorts = cohorts(args, &mut wrong);
        numbers(args, relevant, &mut wrong);
        let source = source(args, outcome).map_err(|found| wrong.extend(found));
        let visits = source.as_ref().ok().map(|source| visits(args, source));
        if let Some(Err(problem)) = &visits {
            wrong.push(problem.clone());
        }
        let (Ok(source), Some(Ok(revisited)), true) = (source, visits, wrong.is_empty()) else {
            return Err(wrong);
        };
        let expected = args.expected.map(|effect| {
            if args.per_wave {
                ExpectedEffect::PerWave(effect)
            } else {
                ExpectedEffect::AtOnce(effect)
            }
        });
        Ok(Self {
            plan: Plan {
                cohorts,
                comparison: args.comparison,
                waves: args.waves,
                plots: args.plots.or(source.plots()).unwrap_or(PLOTS),
                revisited,
                chance: source.chance(),
            },
            source,
            years_apart: args.years_apart,
            relevant,
            expected,
            family: (args.family as usize).max(args.outcome.len()),
            name: match args.outcome.len() {
                0 | 1 => args.name.clone().or_else(|| outcome.map(str::to_owned)),
                _ => outcome.map(str::to_owned),
            },
        })
    }

    /// What the effect is held against: what is expected, else what matters.
    pub fn goal(&self) -> Option<ExpectedEffect> {
        self.expected
            .or_else(|| self.relevant.map(ExpectedEffect::AtOnce))
    }

    /// Treated aimaks in all.
    pub fn treated(&self) -> usize {
        self.plan.cohorts.iter().map(|cohort| cohort.units).sum()
    }

    /// The last wave in which a cohort starts.
    pub fn last_start(&self) -> usize {
        let starts = self.plan.cohorts.iter().map(|one| one.waves_before + 1);
        starts.max().unwrap_or(2)
    }
}

/// Cohorts, each with its start.
fn cohorts(args: &args::Plan, wrong: &mut Vec<Problem>) -> Vec<PlannedCohort> {
    let starts = match (args.starts.as_slice(), args.treated.as_slice()) {
        ([], [_]) => vec![START.min(args.waves)],
        (starts, _) => starts.to_vec(),
    };
    let list = |numbers: &[usize]| {
        let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
        words.join(",")
    };
    if starts.len() != args.treated.len() {
        let found = format!("{} / {}", list(&args.treated), list(&starts));
        wrong.push(Problem::error("plan-starts", "--treated, --starts").found(found));
    }
    let mut sorted = starts.clone();
    sorted.sort_unstable();
    let twice = sorted.windows(2).any(|pair| pair[0] == pair[1]);
    let outside = starts.iter().any(|start| !(2..=args.waves).contains(start));
    if twice || outside {
        let expected = Message::new("expected-plan-start").with("waves", args.waves);
        let problem = Problem::error("plan-start", "--starts").found(list(&starts));
        wrong.push(problem.expecting(expected));
    }
    let many = args.treated.iter().chain([&args.comparison]);
    if args.treated.contains(&0) || many.clone().any(|units| *units > MOST_AIMAKS) {
        let found = format!("{} / {}", list(&args.treated), args.comparison);
        wrong.push(Problem::error("plan-aimaks", "--treated, --comparison").found(found));
    }
    let cohort = |(&units, start): (&usize, usize)| PlannedCohort {
        waves_before: start.saturating_sub(1),
        units,
    };
    args.treated.iter().zip(starts).map(cohort).collect()
}

/// Notes numbers that cannot be.
fn numbers(args: &args::Plan, relevant: Option<f64>, wrong: &mut Vec<Problem>) {
    let mut refuse = |code: &'static str, flag: &str, found: String| {
        wrong.push(Problem::error(code, flag).found(found));
    };
    if !(2..=MOST_WAVES).contains(&args.waves) {
        refuse("plan-waves", "--waves", args.waves.to_string());
    }
    if let Some(plots) = args.plots.filter(|n| !(1..=MOST_PLOTS).contains(n)) {
        refuse("plan-plots", "--plots", plots.to_string());
    }
    if !(args.years_apart > 0.0 && args.years_apart <= 100.0) {
        refuse("plan-years", "--years-apart", args.years_apart.to_string());
    }
    if let Some(size) = relevant.filter(|n| !(*n > 0.0 && n.is_finite())) {
        refuse("effect-relevant", "--relevant", size.to_string());
    }
    if let Some(size) = args.expected.filter(|n| !(*n != 0.0 && n.is_finite())) {
        refuse("plan-expected", "--expected", size.to_string());
    }
}

/// Whether each wave sees the plots of the first: as told, else where it is known how alike a plot stays to itself.
fn visits(args: &args::Plan, source: &Source) -> Result<bool, Problem> {
    match (args.visits, source.knows_revisits()) {
        (Some(PlotsSeen::Same), false) => {
            Err(Problem::error("plan-visits", "--visits").found("same"))
        }
        (Some(PlotsSeen::Anew), _) => Ok(false),
        (_, known) => Ok(known),
    }
}

/// A design that can show nothing, with the least numbers that would do.
pub fn refused(plan: &Plan, withheld: &Withheld) -> Problem {
    let units: Vec<String> = plan
        .cohorts
        .iter()
        .map(|one| one.units.to_string())
        .collect();
    let found = format!("{} / {}", units.join(","), plan.comparison);
    let problem = Problem::error("plan-too-few", "--treated, --comparison").found(found);
    let least = plan.least_p();
    let problem = if least > aimak_science::effect::randomisation::LEVEL {
        problem.because([Message::new("power-least-p").with("p", least)])
    } else {
        problem.because(withheld.details.iter().cloned())
    };
    let treated: usize = plan.cohorts.iter().map(|one| one.units).sum();
    let beside = |n: usize| {
        Message::new("hint-plan-too-few")
            .with("treated", treated)
            .with("enough", n)
    };
    match (plan.fewest_comparison(), plan.fewest_treated()) {
        (Some(comparison), Some(others)) => problem.hinting(
            beside(comparison)
                .with("others", others)
                .with("comparison", plan.comparison),
        ),
        (Some(comparison), None) => {
            let hint = Message::new("hint-plan-too-few-comparison");
            problem.hinting(hint.with("treated", treated).with("enough", comparison))
        }
        (None, Some(others)) => {
            let hint = Message::new("hint-plan-too-few-treated");
            problem.hinting(
                hint.with("others", others)
                    .with("comparison", plan.comparison),
            )
        }
        (None, None) => problem.hinting(Message::new("hint-plan-too-few-both")),
    }
}
