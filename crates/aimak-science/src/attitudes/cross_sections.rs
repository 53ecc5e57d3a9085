//! Different people were asked before and after: what changed?

use super::{
    effective_size::DesignEffect,
    likert::{Distribution, Item},
    refusal::Refused,
    share_difference::ShareDifference,
    superiority::Superiority,
};

/// Fewest answers at each date for a word on change (METHODS R.1).
pub const LEAST_ANSWERS: usize = 10;

/// One question put to two samples of different people.
///
/// A panel is another type ([`super::panel::Panel`]): what holds for the same people asked twice is wrong for different ones, so
/// the two cannot be mixed up.
///
/// # Example
/// ```
/// use aimak_science::attitudes::{
///     cross_sections::CrossSections, effective_size::DesignEffect,
///     likert::{AnswerScale, Distribution, Item},
/// };
/// let item = Item { id: "soil_is_alive".into(), version: 1, scale: AnswerScale::FIVE, reversed: false };
/// let of = |counts: [u64; 5]| Distribution::of_counts(AnswerScale::FIVE, &counts).unwrap();
/// let waves = CrossSections::new((&item, of([4, 9, 15, 38, 22])), (&item, of([2, 5, 12, 40, 33]))).unwrap();
/// let change = waves.top_change(2, DesignEffect::NONE, DesignEffect::NONE).unwrap();
/// assert!((change.difference() - (73.0 / 92.0 - 60.0 / 88.0)).abs() < 1e-12);
/// let village = DesignEffect::of_clusters(12.0, None).unwrap();
/// let wider = waves.top_change(2, village, village).unwrap();
/// assert!(wider.lo < change.lo && change.hi < wider.hi);
/// ```
///
/// # Reference
/// METHODS F.4, R.1.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossSections {
    before: Distribution,
    after: Distribution,
}

impl CrossSections {
    /// Two dates of one question.
    ///
    /// # Errors
    /// [`Refused::ItemsDiffer`] where the question was not the same, [`Refused::FewAnswers`] below [`LEAST_ANSWERS`] at a date,
    /// [`Refused::OutOfRange`] where answers are not on the question's scale.
    pub fn new(
        before: (&Item, Distribution),
        after: (&Item, Distribution),
    ) -> Result<Self, Refused> {
        before.0.same_as(after.0)?;
        for answers in [&before.1, &after.1] {
            if answers.scale() != before.0.scale {
                return Err(Refused::OutOfRange);
            }
            enough(answers.n() as usize)?;
        }
        // so that up is always towards what the survey asks for
        let turned = |answers: Distribution| {
            if before.0.reversed {
                answers.reversed()
            } else {
                answers
            }
        };
        Ok(Self {
            before: turned(before.1),
            after: turned(after.1),
        })
    }

    /// The answers before and after, turned round for a question worded the other way.
    pub fn distributions(&self) -> (&Distribution, &Distribution) {
        (&self.before, &self.after)
    }

    /// Whether answers moved up or down the scale.
    pub fn superiority(&self) -> Superiority {
        Superiority::of(&self.before, &self.after)
            .expect("invariant: both dates have answers on one scale")
    }

    /// Change of the share in the `boxes` highest codes, by Newcombe, each date under its own design effect.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] where the scale has not more codes than boxes.
    pub fn top_change(
        &self,
        boxes: usize,
        before: DesignEffect,
        after: DesignEffect,
    ) -> Result<ShareDifference, Refused> {
        let effective = |answers: &Distribution, effect: DesignEffect| {
            let share = answers.top(boxes)?;
            share.with_effective_n(effect.effective_n(share.n() as f64))
        };
        Ok(ShareDifference::of_independent(
            &effective(&self.before, before)?,
            &effective(&self.after, after)?,
        ))
    }
}

/// Refuses fewer answers than a word on change needs.
pub(super) fn enough(n: usize) -> Result<(), Refused> {
    if n < LEAST_ANSWERS {
        return Err(Refused::FewAnswers {
            n,
            needed: LEAST_ANSWERS,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attitudes::likert::AnswerScale;

    fn item(version: u32, reversed: bool) -> Item {
        Item {
            id: "nature_matters".into(),
            version,
            scale: AnswerScale::FIVE,
            reversed,
        }
    }

    fn answers(counts: [u64; 5]) -> Distribution {
        Distribution::of_counts(AnswerScale::FIVE, &counts).unwrap()
    }

    #[test]
    fn another_wording_is_another_question() {
        let (old, new) = (item(1, false), item(2, false));
        let refused = CrossSections::new(
            (&old, answers([5, 5, 5, 5, 5])),
            (&new, answers([5, 5, 5, 5, 5])),
        );
        assert_eq!(refused, Err(Refused::ItemsDiffer));
    }

    #[test]
    fn nine_are_too_few() {
        let item = item(1, false);
        let refused = CrossSections::new(
            (&item, answers([1, 2, 2, 2, 2])),
            (&item, answers([5, 5, 5, 5, 5])),
        );
        assert_eq!(refused, Err(Refused::FewAnswers { n: 9, needed: 10 }));
    }

    #[test]
    fn a_reversed_question_moves_the_other_way() {
        let waves = |reversed| {
            let item = item(1, reversed);
            let (before, after) = (answers([4, 9, 15, 38, 22]), answers([2, 5, 12, 40, 33]));
            CrossSections::new((&item, before), (&item, after)).unwrap()
        };
        let (plain, turned) = (waves(false).superiority(), waves(true).superiority());
        assert!((plain.cliff_delta() + turned.cliff_delta()).abs() < 1e-12);
    }
}
