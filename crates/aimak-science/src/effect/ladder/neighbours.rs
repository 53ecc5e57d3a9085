//! Are neighbours alike once the effect is taken, and did the comparison beside the treated change too?

use aimak_core::{EffectCheck, Likeness, Withheld};

use super::{
    super::{
        panel::Start,
        sensitivity::{Moran, Spillover},
    },
    Seen, told,
};

/// Nearest units that count as neighbours.
const NEIGHBOURS: usize = 3;
/// Shuffles of the test of likeness.
const SHUFFLES: usize = 999;

impl Seen<'_> {
    /// Places of all units of the balanced panel; `None` where one is not known.
    fn places(&self) -> Option<Vec<[f64; 2]>> {
        let names = self.balanced.names().iter();
        let places: Option<Vec<[f64; 2]>> = names
            .map(|name| self.asked.places_m.get(name).copied())
            .collect();
        places.filter(|places| !places.is_empty())
    }

    /// Moran's I of what is left of each unit among its nearest; `None` without places.
    pub(super) fn likeness(&self) -> Option<Result<Likeness, Withheld>> {
        let places = self.places()?;
        let found = Moran::of_departures(self.balanced, &places, NEIGHBOURS);
        Some(found.map(|moran| Likeness {
            i: moran.i,
            expected: moran.expected,
            p: moran.shuffled_p(self.asked.seed, &self.asked.outcome, SHUFFLES),
            neighbours: NEIGHBOURS,
        }))
    }

    /// Comparison units near treated ones beside those farther away, and the effect against the farther ones alone; nothing without
    /// places. The ring reaches as far as half of the comparison units lie from a treated one.
    pub(super) fn spillover(&self) -> Vec<EffectCheck> {
        let Some((places, ring_m)) = self.places().and_then(|places| {
            let ring_m = self.ring_m(&places)?;
            Some((places, ring_m))
        }) else {
            return Vec::new();
        };
        let found = Spillover::of(self.balanced, &places, ring_m);
        let check = |id: &str, effect| EffectCheck {
            id: id.to_owned(),
            of: Some(format!("{:.0} km", ring_m / 1000.0)),
            effect,
        };
        let near = found.as_ref().map_err(Clone::clone).map(|found| {
            told::of_error(found.difference, found.error, None, (found.near, found.far))
        });
        let far = found
            .and_then(|found| found.effect_against_far)
            .map(|effect| told::staggered(&effect));
        vec![
            check("sensitivity-spillover", near),
            check("sensitivity-far-only", far),
        ]
    }

    /// The median distance of comparison units to the nearest treated one, m.
    fn ring_m(&self, places: &[[f64; 2]]) -> Option<f64> {
        let starts = self.balanced.starts();
        let treated: Vec<[f64; 2]> = (0..places.len())
            .filter(|&unit| starts[unit] != Start::Never)
            .map(|unit| places[unit])
            .collect();
        let mut nearest: Vec<f64> = self
            .balanced
            .never_treated()
            .into_iter()
            .filter_map(|unit| {
                let here = places[unit];
                let apart = |there: &[f64; 2]| (here[0] - there[0]).hypot(here[1] - there[1]);
                treated.iter().map(apart).min_by(f64::total_cmp)
            })
            .collect();
        nearest.sort_by(f64::total_cmp);
        nearest.get(nearest.len().checked_sub(1)? / 2).copied()
    }
}
