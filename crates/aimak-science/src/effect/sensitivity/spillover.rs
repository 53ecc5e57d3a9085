//! Did the comparison beside the treated change too?

use aimak_core::{Message, Reason, Withheld};

use super::departures;
use crate::{
    effect::{
        panel::{Balanced, Start},
        staggered::Staggered,
    },
    methods::interval::{StandardError, mean},
};

/// Comparison units within a ring about the treated, beside those farther away.
///
/// # Formula
/// The mean change of comparison units at most `ring_m` from some treated unit less that of the others, each change weighted over periods
/// as the effect weighs them; standard error after Welch. Beside it stands the effect against the farther ones alone.
///
/// # Range and edge cases
/// Two units on either side at least. What spills over makes the near ones alike the treated, and so hides part of the effect.
///
/// # Example
/// ```
/// use aimak_science::effect::{panel::{Panel, Start, Unit}, sensitivity::Spillover};
/// let unit = |(id, start, after): (&str, Start, f64)| Unit {
///     id: id.to_owned(), start, stratum: String::new(), covariates: vec![], outcomes: vec![Some(0.0), Some(after)],
/// };
/// let (t, c) = (Start::In(2021), Start::Never);
/// let rows = [("a", t, 5.0), ("b", t, 6.0), ("c", c, 2.0), ("d", c, 3.0), ("e", c, 0.0), ("f", c, 1.0)];
/// let (panel, _) = Panel::new(vec![2020, 2021], vec![], rows.map(unit).to_vec()).balanced();
/// let places = [0.0, 10.0, 1.0, 9.0, 90.0, 99.0].map(|east_km| [1000.0 * east_km, 0.0]);
/// let found = Spillover::of(&panel, &places, 2000.0).unwrap();
/// assert!((found.difference - 2.0).abs() < 1e-12); // (2 + 3)/2 beside (0 + 1)/2
/// assert!((found.error.se - 0.5_f64.sqrt()).abs() < 1e-12); // s² is 1/2 on both sides, over 2
/// assert!((found.effect_against_far.unwrap().value - 5.0).abs() < 1e-12); // 4 against all
/// ```
///
/// # Reference
/// STATISTICS 6, rung 4; Butts (2021), arXiv:2105.03737.
#[derive(Clone, Debug, PartialEq)]
pub struct Spillover {
    /// Near less far, in the unit of the outcome.
    pub difference: f64,
    /// Its standard error.
    pub error: StandardError,
    /// Comparison units in the ring.
    pub near: usize,
    /// Comparison units beyond.
    pub far: usize,
    /// The effect against the farther ones.
    pub effect_against_far: Result<Staggered, Withheld>,
}

impl Spillover {
    /// Compares the ring with what lies beyond; `places_m` holds a place of each unit of the panel, in metres of a plane.
    ///
    /// # Errors
    /// As [`Staggered::of`], and `TOO_FEW_CLUSTERS` where the ring or what lies beyond has fewer than two comparison units.
    ///
    /// # Panics
    /// Where there are not as many places as units.
    pub fn of(panel: &Balanced, places_m: &[[f64; 2]], ring_m: f64) -> Result<Self, Withheld> {
        assert_eq!(places_m.len(), panel.len(), "invariant: one place a unit");
        let never = |unit: usize| panel.starts()[unit] == Start::Never;
        let is_near = |unit: usize| {
            (0..panel.len())
                .filter(|&other| !never(other))
                .any(|other| {
                    let [here, there] = [places_m[unit], places_m[other]];
                    (here[0] - there[0]).hypot(here[1] - there[1]) <= ring_m
                })
        };
        let (mut near, mut far) = (Vec::new(), Vec::new());
        for (unit, change) in departures(panel)? {
            if never(unit) {
                if is_near(unit) { &mut near } else { &mut far }.push(change);
            }
        }
        let side = |changes: &[f64], detail: &str| {
            let given = mean(changes).zip(StandardError::of_mean(changes));
            given.ok_or_else(|| {
                let detail = Message::new(detail).with("n", changes.len());
                Withheld::because(Reason::TooFewClusters).with(detail.with("needed", 2usize))
            })
        };
        let (near_mean, near_error) = side(&near, "detail-near-units")?;
        let (far_mean, far_error) = side(&far, "detail-far-units")?;
        let farther = panel.only(|unit| !never(unit) || !is_near(unit));
        Ok(Self {
            difference: near_mean - far_mean,
            error: near_error.and(far_error),
            near: near.len(),
            far: far.len(),
            effect_against_far: Staggered::of(&farther),
        })
    }
}
