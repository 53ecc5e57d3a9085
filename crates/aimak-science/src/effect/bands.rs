//! Between which limits do all effects lie at once?

mod multiplier;
#[cfg(test)]
mod tests;

use aimak_core::{Message, Reason, Withheld};
use statrs::distribution::{ContinuousCDF as _, Normal};

use super::influence::{Effect, Samples};
use crate::methods::interval::t_quantile;
use multiplier::drawn;
pub use multiplier::{Draws, Multiplier};

/// Smallest error of draws beside that of influences: below it the draws hardly differ but by rounding.
const SPREAD: f64 = 1e-9;
/// A uniform critical value from here on says that errors are too rough to trust.
const IMPLAUSIBLE: f64 = 7.0;

/// Where the critical value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Critical {
    /// All effects lie within their limits at once at the level.
    Uniform,
    /// As above, but 7 or more: some error is too rough to trust.
    Implausible,
    /// The uniform value came out below that of one normal, which cannot be: one effect at a time.
    Pointwise,
}

/// Limits of several effects.
///
/// # Formula
/// Draw k weighs unit i by vᵢ: `bₖ = Σ vᵢψᵢ/√n`. `σ = (q₇₅ − q₂₅)/(z₇₅ − z₂₅)` over the draws of an effect, `SE = σ/√n`, critical value
/// the level's quantile of `max |bₖ|/σ` over the effects; quantiles of type 1 (an observed value). Limits `ATT ± c·SE`.
///
/// # Units
/// SE in the unit of the outcome.
///
/// # Range and edge cases
/// An effect no unit moves has no SE and no part in the maximum. Draws of few units are few: 10 units have 1,024 signs, and
/// the interval is no better than its errors (see [`Effect`]): for few there is [`Bands::limits_of_few`]. Draw k depends only on (seed, name, k).
///
/// # Example
/// ```
/// use aimak_science::effect::{bands::{Bands, Critical, Draws, Multiplier}, influence::Effect};
/// let effect = |sign: f64| Effect::new(1.0, (0..100).map(|unit| sign * f64::from(unit % 7 - 3)).collect());
/// let draws = Draws { multiplier: Multiplier::Rademacher, number: 999, seed: 1, name: "example", level: 0.95 };
/// let bands = Bands::of(&[&effect(1.0), &effect(-1.0)], &draws).unwrap();
/// // twice the same news: no wider than one interval, up to the draws
/// assert!(bands.critical_value < 2.2 && bands.kind != Critical::Implausible);
/// assert!((bands.errors[0].unwrap() / effect(1.0).se().unwrap() - 1.0).abs() < 0.1);
/// ```
///
/// # Reference
/// Callaway & Sant'Anna (2021), section 4.1, algorithm 1; Mammen (1993), Ann. Stat. 21:255–285; as `mboot` of did 2.5.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// By how many errors limits lie from the effect.
    pub critical_value: f64,
    /// Where it comes from.
    pub kind: Critical,
    /// The standard error of each effect; `None` where no unit moves it.
    pub errors: Vec<Option<f64>>,
}

impl Bands {
    /// Draws the limits of all effects together.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` without draws, or where no unit moves any effect.
    ///
    /// # Panics
    /// Where effects are of different panels, or the level is not between 0 and 1.
    pub fn of(effects: &[&Effect], draws: &Draws) -> Result<Self, Withheld> {
        assert!(
            draws.level > 0.0 && draws.level < 1.0,
            "invariant: a level between 0 and 1"
        );
        let moved: Vec<usize> = (0..effects.len())
            .filter(|&place| effects[place].se().is_some())
            .collect();
        let columns: Vec<&[f64]> = moved
            .iter()
            .map(|&place| effects[place].influence())
            .collect();
        let drawn = drawn(&columns, draws);
        let mut errors = vec![None; effects.len()];
        for (&place, drawn) in moved.iter().zip(&drawn) {
            errors[place] = error(effects[place], drawn);
        }
        if errors.iter().all(Option::is_none) {
            let detail = Message::new("detail-draws-without-spread")
                .with("effects", effects.len() as f64)
                .with("draws", draws.number as f64);
            return Err(Withheld::because(Reason::TooFewClusters).with(detail));
        }
        let root = (columns[0].len() as f64).sqrt();
        let scored = moved.iter().zip(&drawn);
        let scored =
            scored.filter_map(|(&place, drawn)| Some((drawn.as_slice(), errors[place]? * root)));
        let uniform = quantile(&farthest(scored, draws.number), draws.level);
        let (critical_value, kind) = critical(uniform, draws.level);
        Ok(Self {
            critical_value,
            kind,
            errors,
        })
    }

    /// The limits of an effect by its place among those drawn; `None` where it has no error.
    pub fn limits(&self, place: usize, effect: &Effect) -> Option<(f64, f64)> {
        let half = self.critical_value * self.errors[place]?;
        Some((effect.att - half, effect.att + half))
    }

    /// The limits of an effect for few units: its own error and degrees of freedom, and the point of Student's t with the tail that the
    /// critical value has under the normal; `None` where it has no error.
    ///
    /// Simulated, 1,000 panels each, six periods with AR .5, five effects, nothing true: one of them is outside its limits in (Mammen;
    /// in brackets the limits of did, by either multiplier) .07 (.28–.32) of panels of 4 treated and 8 others, .06 (.22–.23) of 6 and 6,
    /// .05 (.12–.13) of 10 and 10, .05 (.09–.10) of 14 and 14, .06 (.13–.14) of 14 with twice the spread and 6. Rademacher's draws
    /// of few units have too light tails: .07 to .13 with these limits. Hence Mammen's, where units are few.
    pub fn limits_of_few(&self, effect: &Effect, samples: &Samples) -> Option<(f64, f64)> {
        let error = effect.welch(samples)?;
        let tail = Normal::standard().sf(self.critical_value);
        // by the lower tail: 1 less a tail of 1e-12 is known to four digits only
        let half = -t_quantile(tail, error.df) * error.se;
        half.is_finite()
            .then_some((effect.att - half, effect.att + half))
    }
}

/// The error of an effect by the middle half of its draws: what one unit does to the ends does not count.
fn error(effect: &Effect, drawn: &[f64]) -> Option<f64> {
    let middle = quantile(drawn, 0.75) - quantile(drawn, 0.25);
    let root = (effect.influence().len() as f64).sqrt();
    let error = middle / (2.0 * Normal::standard().inverse_cdf(0.75)) / root;
    (error > SPREAD * effect.se()?).then_some(error)
}

/// The greatest standard score of each draw, over the draws of each effect and their spread.
fn farthest<'a>(scored: impl Iterator<Item = (&'a [f64], f64)>, number: usize) -> Vec<f64> {
    let mut farthest = vec![0.0; number];
    for (drawn, spread) in scored {
        for (far, draw) in farthest.iter_mut().zip(drawn) {
            *far = f64::max(*far, draw.abs() / spread);
        }
    }
    farthest
}

/// The value limits are made with, and where it comes from.
fn critical(uniform: f64, level: f64) -> (f64, Critical) {
    let pointwise = Normal::standard().inverse_cdf(0.5 + level / 2.0);
    if uniform < pointwise {
        (pointwise, Critical::Pointwise)
    } else if uniform >= IMPLAUSIBLE {
        (uniform, Critical::Implausible)
    } else {
        (uniform, Critical::Uniform)
    }
}

/// Quantile of type 1: the smallest value that at least this share does not exceed; 0 of nothing.
fn quantile(sample: &[f64], p: f64) -> f64 {
    let mut sample = sample.to_vec();
    // 999·0.95 may come out a hair above a whole number
    let rank = (sample.len() as f64 * p - 1e-9).ceil().max(1.0) as usize;
    if rank > sample.len() {
        return 0.0;
    }
    *sample.select_nth_unstable_by(rank - 1, f64::total_cmp).1
}
