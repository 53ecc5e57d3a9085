//! Effects by time since the start, by cohort and period, and put together.

use aimak_core::{EffectCell, EffectPart, EffectSince, EffectValue};

use super::{
    super::{
        aggregate::{self, By},
        bands::{Bands, Draws, Multiplier},
        influence::Effect,
        staggered::Staggered,
    },
    Seen, told,
};
use crate::methods::interval::LEVEL;

impl Seen<'_> {
    /// An effect of all units.
    pub(super) fn told(&self, effect: &Effect) -> EffectValue {
        let units = (self.treated(), self.comparison());
        told::influence(effect, &self.samples, units)
    }

    /// The event study: Welch's interval at each time since the start.
    pub(super) fn since_start(&self) -> Vec<EffectSince> {
        Staggered::by_exposure(self.balanced, self.asked.design())
            .into_iter()
            .map(|(since, effect)| EffectSince {
                since,
                effect: effect.map(|effect| told::staggered(&effect)),
            })
            .collect()
    }

    pub(super) fn cells(&self) -> Vec<EffectCell> {
        let Ok(found) = &self.found else {
            return Vec::new();
        };
        let cells = found.cells().iter();
        cells
            .map(|cell| EffectCell {
                cohort: cell.cohort,
                period: cell.period,
                base: cell.base,
                effect: cell
                    .effect
                    .as_ref()
                    .map(|effect| {
                        let units = (cell.treated, cell.comparison);
                        told::influence(effect, &self.samples, units)
                    })
                    .map_err(Clone::clone),
                influence_se: cell.effect.as_ref().ok().and_then(Effect::se),
            })
            .collect()
    }

    /// Effects put together in each way; parts of one way have limits that hold for all of them at once.
    pub(super) fn parts(&self) -> Vec<EffectPart> {
        let Ok(found) = &self.found else {
            return Vec::new();
        };
        let part = |by: &str, key, effect: &Effect, band| EffectPart {
            by: by.to_owned(),
            key,
            effect: self.told(effect),
            influence_se: effect.se(),
            band,
        };
        let mut parts: Vec<EffectPart> = Vec::new();
        parts.extend(
            aggregate::overall(found)
                .ok()
                .map(|overall| part("simple", None, &overall, None)),
        );
        for (by, name) in [
            (By::Cohort, "cohort"),
            (By::SinceStart, "since_start"),
            (By::Calendar, "calendar"),
        ] {
            let Ok(together) = aggregate::by(found, by) else {
                continue;
            };
            parts.push(part(name, None, &together.overall, None));
            let effects: Vec<&Effect> = together.parts.iter().map(|part| &part.effect).collect();
            let bands = Bands::of(&effects, &self.bands(name)).ok();
            parts.extend(together.parts.iter().map(|of| {
                let band = bands
                    .as_ref()
                    .and_then(|bands| bands.limits_of_few(&of.effect, &self.samples));
                part(name, Some(of.key), &of.effect, band)
            }));
        }
        parts
    }

    fn bands<'b>(&self, name: &'b str) -> Draws<'b> {
        Draws {
            multiplier: Multiplier::Mammen,
            number: self.asked.draws,
            seed: self.asked.seed,
            name,
            level: LEVEL,
        }
    }
}
