//! How confident may one be, and what took confidence away?

use aimak_core::{Confidence, Design, Interval, Message, SampleUnit, Theme};

use super::Measured;

/// Fewest plots on which a change without comparison keeps its confidence.
const FEW_PLOTS: usize = 5;
/// Fewest aimaks on each side for moderate confidence (METHODS H, amendment 4).
const FEW_AIMAKS: usize = 4;
/// The step of a comparison whose trends before the transition nobody could look at.
pub(super) const TRENDS_UNTESTED: &str = "grade-trends-untested";

/// Confidence by the design's start and the steps down from it (METHODS H.1).
///
/// States start very low (they say nothing about change), changes without comparison low, comparisons moderate; what a default method
/// assumes starts low and goes down at once, because nothing was measured. A
/// comparison of one organic aimak, of plots within one aimak, or with fewer than four aimaks on a side goes down one
/// step at once. All organic aimaks together go down one because two periods test no trend before the transition; where a longer panel
/// of the same indicator does, [`agreement`](super::agreement) takes that step back. No step goes up.
///
/// ```
/// use aimak_core::{Confidence, Design, IntervalKind, NoInterval, SampleSize, SampleUnit, Theme};
/// use aimak_science::studies::{Measured, Spread, grade::grade};
/// let measured = Measured {
///     value: 1.0, spread: Spread::Unknown(NoInterval::Census),
///     sample: SampleSize { of: SampleUnit::Aimaks, n: 10, n_other: Some(14) },
///     flags: vec![], notes: vec![], parameters: Default::default(), inputs: vec![],
/// };
/// assert_eq!(grade(Design::ManyAgainstMany, &measured, Theme::Soil, None).0, Confidence::Low);
/// assert_eq!(grade(Design::ManyAgainstMany, &measured, Theme::Vegetation, None).0, Confidence::VeryLow);
/// assert_eq!(grade(Design::ManyAgainstMany, &measured, Theme::Erosion, None).0, Confidence::VeryLow);
/// assert_eq!(grade(Design::BeforeAfter, &measured, Theme::Soil, None).0, Confidence::Low);
/// assert_eq!(grade(Design::DefaultMethod, &measured, Theme::Soil, None).0, Confidence::VeryLow);
/// ```
pub fn grade(
    design: Design,
    measured: &Measured,
    theme: Theme,
    relevant: Option<f64>,
) -> (Confidence, Vec<Message>) {
    if design == Design::State {
        return (Confidence::VeryLow, Vec::new());
    }
    let steps: Vec<Message> = [
        of_design(design, measured),
        (design == Design::ManyAgainstMany).then(|| Message::new(TRENDS_UNTESTED)),
        few_plots(design, measured),
        imprecision(&measured.spread.interval(measured.value), relevant),
        indirect(theme),
    ]
    .into_iter()
    .flatten()
    .collect();
    (after(design, &steps), steps)
}

/// Where confidence ends that starts by the design and goes down these steps.
pub(super) fn after(design: Design, steps: &[Message]) -> Confidence {
    let start = match design {
        Design::State => Confidence::VeryLow,
        Design::BeforeAfter | Design::Trend | Design::DefaultMethod => Confidence::Low,
        Design::WithinAimak
        | Design::OneAgainstMany
        | Design::ManyAgainstMany
        | Design::ParallelTrends
        | Design::Staggered => Confidence::Moderate,
        Design::Randomised => Confidence::High,
    };
    steps.iter().fold(start, |confidence, _| confidence.lower())
}

/// The step that belongs to the design itself.
fn of_design(design: Design, measured: &Measured) -> Option<Message> {
    let sample = measured.sample;
    match design {
        Design::WithinAimak => Some(Message::new("grade-area-shocks-not-included")),
        Design::DefaultMethod => Some(Message::new("grade-default-method")),
        Design::OneAgainstMany => Some(Message::new("grade-one-organic-aimak")),
        Design::ManyAgainstMany => {
            let (organic, comparison) = (sample.n, sample.n_other.unwrap_or(0));
            let few = organic.min(comparison) < FEW_AIMAKS;
            few.then(|| {
                Message::new("grade-few-aimaks")
                    .with("organic", organic)
                    .with("comparison", comparison)
            })
        }
        Design::State
        | Design::BeforeAfter
        | Design::Trend
        | Design::ParallelTrends
        | Design::Staggered
        | Design::Randomised => None,
    }
}

/// A step down for few plots, where plots carry the change.
fn few_plots(design: Design, measured: &Measured) -> Option<Message> {
    let sample = measured.sample;
    let plots = matches!(sample.of, SampleUnit::Plots | SampleUnit::PairedPlots);
    let fewest = sample.n.min(sample.n_other.unwrap_or(sample.n));
    let few = design == Design::BeforeAfter && plots && fewest < FEW_PLOTS;
    few.then(|| Message::new("grade-few-plots").with("n", fewest))
}

/// A step down where the interval holds both no change and a change that matters, or where nobody said what matters.
fn imprecision(interval: &Interval, relevant: Option<f64>) -> Option<Message> {
    let (lo, hi) = interval.bounds()?;
    let holds_zero = lo <= 0.0 && 0.0 <= hi;
    let holds_important = relevant.map_or(lo < hi, |relevant| lo <= -relevant || relevant <= hi);
    (holds_zero && holds_important).then(|| Message::new("grade-imprecise"))
}

/// A step down where something else was seen or modelled than what is meant.
pub fn indirect(theme: Theme) -> Option<Message> {
    match theme {
        Theme::Vegetation => Some(Message::new("grade-indirect-ndvi")),
        Theme::Erosion => Some(Message::new("grade-indirect-erosion-model")),
        Theme::People => Some(Message::new("grade-indirect-words")),
        Theme::Soil | Theme::Biodiversity | Theme::Farming | Theme::Land | Theme::Terrain => None,
    }
}
