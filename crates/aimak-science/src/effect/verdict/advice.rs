//! What would raise the grade, in numbers and places?

use aimak_core::Message;

use super::{FEWEST_A_SIDE, FEWEST_BEFORE, MOST_LOST_PERCENT, Standing};
use crate::effect::power::{Enough, MOST_MORE};

/// Fewest comparison units of an area: one has no spread.
const FEWEST_IN_AREA: usize = 2;
/// Starts above this are years; below, they are places of periods, which mean nothing to readers.
const YEARS: i32 = 1000;

impl Standing {
    /// What would raise the grade, the cheapest first. Each says what could then be seen or tested, none that it will be.
    pub(super) fn advice(&self) -> Vec<Message> {
        [
            self.declare(),
            self.where_to_compare(),
            self.how_many(),
            self.how_often(),
            self.without_before(),
        ]
        .concat()
    }

    /// What costs a sentence before the season.
    fn declare(&self) -> Vec<Message> {
        let register = (!self.declared.registered).then(|| Message::new("advice-register"));
        let relevant = self.relevant.is_none();
        let relevant = relevant.then(|| Message::new("advice-relevant"));
        register.into_iter().chain(relevant).collect()
    }

    /// Which areas lack a comparison, or a second date.
    fn where_to_compare(&self) -> Vec<Message> {
        let named = |id: &str, strata: &[String]| {
            (!strata.is_empty()).then(|| Message::new(id).with("strata", strata.join(", ")))
        };
        let alone = named("advice-comparison-areas", &self.strata_without_comparison);
        let alone = alone.map(|advice| advice.with("n", FEWEST_IN_AREA));
        let own = named("advice-starts-mixed", &self.strata_with_own_start);
        alone.into_iter().chain(own).collect()
    }

    /// How many aimaks the design lacks, and how many an effect that matters needs to be seen.
    fn how_many(&self) -> Vec<Message> {
        let lacking = |id: &str, have: usize| {
            let n = FEWEST_A_SIDE.saturating_sub(have);
            (n > 0).then(|| Message::new(id).with("n", n))
        };
        let out_of_sight = self
            .smallest_detectable
            .zip(self.relevant)
            .is_some_and(|(least, relevant)| least > relevant);
        let enough = out_of_sight.then(|| match self.enough {
            Some(Enough::Comparison(n)) => Message::new("advice-enough-comparison").with("n", n),
            Some(Enough::Both(n)) => Message::new("advice-enough-both").with("n", n),
            Some(Enough::Nothing) => Message::new("advice-not-enough").with("n", MOST_MORE),
            None => Message::new("advice-plan"),
        });
        [
            lacking("advice-more-comparison", self.comparison),
            lacking("advice-more-treated", self.treated),
            enough,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Which waves are missing.
    fn how_often(&self) -> Vec<Message> {
        let missing = FEWEST_BEFORE.saturating_sub(self.before);
        let before = (missing > 0).then(|| {
            Message::new("advice-waves-before")
                .with("n", missing)
                .with("needed", FEWEST_BEFORE)
        });
        let next = self.later.map(|(units, start)| {
            Message::new("advice-waves-next")
                .with("n", units)
                .with("dated", usize::from(start > YEARS))
                .with("start", start.to_string())
        });
        let lost = self.lost_percent > MOST_LOST_PERCENT;
        let lost = lost.then(|| Message::new("advice-lost"));
        [before, next, lost].into_iter().flatten().collect()
    }

    /// What can still be asked of those that had begun before anybody looked.
    fn without_before(&self) -> Vec<Message> {
        let always = self.always_treated;
        let pairs = (always > 0).then(|| Message::new("advice-pairs").with("n", always));
        pairs.into_iter().collect()
    }
}
