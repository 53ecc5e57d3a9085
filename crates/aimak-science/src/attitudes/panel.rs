//! The same people were asked before and after: who changed their answer?

use statrs::distribution::{Binomial, DiscreteCDF as _};

use super::{
    cross_sections::enough,
    likert::Item,
    mcnemar::PairedBoxes,
    net_share::NetShare,
    refusal::Refused,
    signed_rank::{SignedRank, ZeroRule},
};

/// One question put twice to the same people.
///
/// # Range and edge cases
/// Only persons who gave a code both times count; who was lost in between is told by [`super::attrition`].
///
/// # Example
/// ```
/// use aimak_science::attitudes::{likert::{AnswerScale, Item}, panel::Panel, signed_rank::ZeroRule};
/// let item = Item { id: "soil_is_alive".into(), version: 1, scale: AnswerScale::FIVE, reversed: false };
/// let before = [3, 2, 4, 3, 3, 2, 5, 4, 3, 2, 4, 3];
/// let after = [4, 3, 4, 4, 5, 2, 4, 5, 4, 3, 5, 2];
/// let pairs: Vec<(u8, u8)> = before.into_iter().zip(after).collect();
/// let panel = Panel::new((&item, &item), &pairs).unwrap();
/// assert!((panel.signed_rank(ZeroRule::Pratt).unwrap().z() - 1.943211).abs() < 5e-7);
/// // eight went up, two down, two stayed: p = 2·(1 + 10 + 45)/2¹⁰
/// assert!((panel.sign_test_p() - 112.0 / 1024.0).abs() < 1e-12);
/// assert_eq!(panel.net_rise().value(), 0.5);
/// ```
///
/// # Reference
/// METHODS F.4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Places on the scale, from 0, before and after.
    pairs: Vec<(usize, usize)>,
    codes: usize,
}

impl Panel {
    /// Pairs of codes, before and after, of persons who answered both times.
    ///
    /// # Errors
    /// [`Refused::ItemsDiffer`] where the question was not the same, [`Refused::OutOfRange`] for a code its scale does not have,
    /// [`Refused::FewAnswers`] below ten persons.
    pub fn new(items: (&Item, &Item), pairs: &[(u8, u8)]) -> Result<Self, Refused> {
        let (item, other) = items;
        item.same_as(other)?;
        let place = |code: u8| {
            let code = if item.reversed {
                item.scale.reversed(code)
            } else {
                Some(code)
            };
            code.and_then(|code| item.scale.place(code))
                .ok_or(Refused::OutOfRange)
        };
        let placed: Result<Vec<_>, Refused> = pairs
            .iter()
            .map(|(before, after)| Ok((place(*before)?, place(*after)?)))
            .collect();
        enough(pairs.len())?;
        Ok(Self {
            pairs: placed?,
            codes: item.scale.size(),
        })
    }

    /// Persons.
    pub fn n(&self) -> usize {
        self.pairs.len()
    }

    /// The same persons by whether they gave one of the `boxes` highest codes.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] where the scale has not more codes than boxes.
    pub fn top(&self, boxes: usize) -> Result<PairedBoxes, Refused> {
        let from = self.codes.checked_sub(boxes);
        let from = from
            .filter(|from| *from > 0 && boxes > 0)
            .ok_or(Refused::OutOfRange)?;
        let count = |agreed: (bool, bool)| {
            let of =
                |(before, after): &&(usize, usize)| (*before >= from, *after >= from) == agreed;
            self.pairs.iter().filter(of).count() as u64
        };
        Ok(PairedBoxes {
            both: count((true, true)),
            gained: count((false, true)),
            lost: count((true, false)),
            neither: count((false, false)),
        })
    }

    /// Signed-rank test of the steps up and down; `None` where nobody changed.
    pub fn signed_rank(&self, zeros: ZeroRule) -> Option<SignedRank> {
        let changes: Vec<i16> = self
            .pairs
            .iter()
            .map(|(before, after)| *after as i16 - *before as i16)
            .collect();
        SignedRank::of(&changes, zeros)
    }

    fn moved(&self) -> (u64, u64) {
        let up = self.pairs.iter().filter(|(before, after)| after > before);
        let down = self.pairs.iter().filter(|(before, after)| after < before);
        (up.count() as u64, down.count() as u64)
    }

    /// Share that moved up less share that moved down: Cliff's δ of the same persons.
    pub fn net_rise(&self) -> NetShare {
        let (up, down) = self.moved();
        NetShare::of(up, down, self.pairs.len() as u64)
            .expect("invariant: a panel has persons, and each moves one way at most")
    }

    /// Exact sign test: who changed went up or down with the same chance. It takes nothing from the size of the steps.
    pub fn sign_test_p(&self) -> f64 {
        let (up, down) = self.moved();
        let changed = Binomial::new(0.5, up + down).expect("invariant: one half is a probability");
        (2.0 * changed.cdf(up.min(down))).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::attitudes::likert::AnswerScale;

    fn item(reversed: bool) -> Item {
        Item {
            id: "organic_pays".into(),
            version: 1,
            scale: AnswerScale::FIVE,
            reversed,
        }
    }

    #[test]
    fn codes_beyond_the_scale_and_too_few_persons() {
        let item = item(false);
        let beyond = Panel::new((&item, &item), &[(1, 6); 12]);
        assert_eq!(beyond, Err(Refused::OutOfRange));
        let few = Panel::new((&item, &item), &[(1, 2); 9]);
        assert_eq!(few, Err(Refused::FewAnswers { n: 9, needed: 10 }));
    }

    proptest! {
        #[test]
        fn tests_agree_on_the_direction(pairs in prop::collection::vec((1_u8..6, 1_u8..6), 10..40)) {
            let (plain, turned) = (item(false), item(true));
            let there = Panel::new((&plain, &plain), &pairs).unwrap();
            let back = Panel::new((&turned, &turned), &pairs).unwrap();
            prop_assert!((there.net_rise().value() + back.net_rise().value()).abs() < 1e-12);
            prop_assert_eq!(there.sign_test_p(), back.sign_test_p());
            let boxes = there.top(2).unwrap();
            prop_assert_eq!(boxes.n() as usize, pairs.len());
            // the change of the share is that of the two distributions
            let high = |code: u8| f64::from(u8::from(code >= 4)) / pairs.len() as f64;
            let change: f64 = pairs.iter().map(|(before, after)| high(*after) - high(*before)).sum();
            prop_assert!((boxes.difference().unwrap().difference() - change).abs() < 1e-12);
        }
    }
}
