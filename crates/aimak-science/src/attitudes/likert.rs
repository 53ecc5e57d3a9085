//! How did people answer one question, and on balance do they agree?

pub use aimak_core::Reply;

use super::{net_share::NetShare, proportion::Proportion, refusal::Refused};
use crate::methods::quantile::quantile;

/// Codes of the answers to an ordinal question, from strong disagreement to strong agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AnswerScale {
    lowest: u8,
    highest: u8,
}

impl AnswerScale {
    /// 1 to 5.
    pub const FIVE: Self = Self {
        lowest: 1,
        highest: 5,
    };
    /// 1 to 7.
    pub const SEVEN: Self = Self {
        lowest: 1,
        highest: 7,
    };

    /// Codes from `lowest` to `highest`; `None` for fewer than two of them.
    pub fn new(lowest: u8, highest: u8) -> Option<Self> {
        (lowest < highest).then_some(Self { lowest, highest })
    }

    /// Lowest and highest code.
    pub const fn ends(self) -> (u8, u8) {
        (self.lowest, self.highest)
    }

    /// How many codes there are.
    pub fn size(self) -> usize {
        usize::from(self.highest - self.lowest) + 1
    }

    /// True where the code belongs to the scale.
    pub fn holds(self, code: u8) -> bool {
        (self.lowest..=self.highest).contains(&code)
    }

    /// The answer to the same question worded the other way round: `(min + max) − x`.
    ///
    /// ```
    /// use aimak_science::attitudes::likert::AnswerScale;
    /// assert_eq!(AnswerScale::FIVE.reversed(2), Some(4));
    /// assert_eq!(AnswerScale::FIVE.reversed(6), None);
    /// ```
    pub fn reversed(self, code: u8) -> Option<u8> {
        self.holds(code)
            .then(|| self.lowest + (self.highest - code))
    }

    /// Place of a code, from 0.
    pub(crate) fn place(self, code: u8) -> Option<usize> {
        self.holds(code).then(|| usize::from(code - self.lowest))
    }
}

/// A question as it was asked; answers are compared only where all of it is the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// Id of the question.
    pub id: String,
    /// Version of its wording, the same over all languages.
    pub version: u32,
    /// Codes of its answers.
    pub scale: AnswerScale,
    /// True where agreement speaks against what the other items ask for.
    pub reversed: bool,
}

impl Item {
    /// Whether two dates asked the same.
    ///
    /// # Errors
    /// [`Refused::ItemsDiffer`] where id, version, scale or direction differ (METHODS R.1).
    pub fn same_as(&self, other: &Self) -> Result<(), Refused> {
        if self == other {
            Ok(())
        } else {
            Err(Refused::ItemsDiffer)
        }
    }
}

/// How many gave each answer.
///
/// # Range and edge cases
/// "I do not know" and refusals do not count in n; their share of all replies is told beside it. There is no mean: codes of one
/// question have an order and no distances (METHODS F.1 allows means only to scales of several items).
///
/// # Example
/// ```
/// use aimak_science::attitudes::likert::{AnswerScale, Distribution};
/// let answers = Distribution::of_counts(AnswerScale::FIVE, &[4, 9, 15, 38, 22]).unwrap();
/// assert_eq!((answers.n(), answers.median()), (88, Some(4.0)));
/// assert!((answers.top(2).unwrap().share() - 0.68182).abs() < 5e-6);
/// assert!((answers.top(1).unwrap().share() - 0.25).abs() < 1e-15);
/// ```
///
/// # Reference
/// METHODS F.1; Likert (1932), Arch. Psychol. 140:1–55.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    scale: AnswerScale,
    counts: Vec<u64>,
    do_not_know: u64,
    declined: u64,
}

impl Distribution {
    /// Counts replies.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] for a code the scale does not have.
    pub fn of(
        scale: AnswerScale,
        replies: impl IntoIterator<Item = Reply>,
    ) -> Result<Self, Refused> {
        let mut counted = Self::of_counts(scale, &vec![0; scale.size()])?;
        for reply in replies {
            match reply {
                Reply::Code(code) => {
                    let place = scale.place(code).ok_or(Refused::OutOfRange)?;
                    counted.counts[place] += 1;
                }
                Reply::DoNotKnow => counted.do_not_know += 1,
                Reply::Declined => counted.declined += 1,
            }
        }
        Ok(counted)
    }

    /// From counts of each code, lowest first.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] where there are not as many counts as codes.
    pub fn of_counts(scale: AnswerScale, counts: &[u64]) -> Result<Self, Refused> {
        if counts.len() != scale.size() {
            return Err(Refused::OutOfRange);
        }
        Ok(Self {
            scale,
            counts: counts.to_vec(),
            do_not_know: 0,
            declined: 0,
        })
    }

    /// The scale.
    pub fn scale(&self) -> AnswerScale {
        self.scale
    }

    /// Counts of each code, lowest first.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// Persons who gave a code.
    pub fn n(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Share of all replies that gave no code; `None` without replies.
    pub fn share_without_opinion(&self) -> Option<f64> {
        let without = self.do_not_know + self.declined;
        let replies = self.n() + without;
        (replies > 0).then(|| without as f64 / replies as f64)
    }

    /// Share of each code, lowest first; `None` without answers.
    pub fn shares(&self) -> Option<Vec<f64>> {
        let n = self.n();
        let share = |count: &u64| *count as f64 / n as f64;
        (n > 0).then(|| self.counts.iter().map(share).collect())
    }

    /// Quantile of the codes, type 7; `None` without answers.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let codes = (self.scale.lowest..=self.scale.highest).zip(&self.counts);
        let sorted: Vec<f64> = codes
            .flat_map(|(code, count)| std::iter::repeat_n(f64::from(code), *count as usize))
            .collect();
        quantile(&sorted, p)
    }

    /// The middle answer; `None` without answers.
    pub fn median(&self) -> Option<f64> {
        self.quantile(0.5)
    }

    /// First and third quartile.
    pub fn quartiles(&self) -> Option<(f64, f64)> {
        self.quantile(0.25).zip(self.quantile(0.75))
    }

    /// Persons who gave one of the `boxes` highest codes, of all who gave a code.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`], or [`Refused::OutOfRange`] where the scale has not more codes than boxes.
    pub fn top(&self, boxes: usize) -> Result<Proportion, Refused> {
        let from = self.counts.len().checked_sub(boxes);
        let from = from
            .filter(|from| *from > 0 && boxes > 0)
            .ok_or(Refused::OutOfRange)?;
        Proportion::of(self.counts[from..].iter().sum(), self.n())
    }

    /// Persons who gave one of the `boxes` lowest codes, of all who gave a code.
    pub fn bottom(&self, boxes: usize) -> Result<Proportion, Refused> {
        self.reversed().top(boxes)
    }

    /// Agreement less disagreement, by the two highest and the two lowest codes.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`]; [`Refused::OutOfRange`] for a scale of three codes or fewer, whose boxes would overlap.
    pub fn net_agreement(&self) -> Result<NetShare, Refused> {
        if self.counts.len() < 4 {
            return Err(Refused::OutOfRange);
        }
        let count = |proportion: Proportion| proportion.successes();
        NetShare::of(count(self.top(2)?), count(self.bottom(2)?), self.n())
    }

    /// The distribution had the question been worded the other way round.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let mut reversed = self.clone();
        reversed.counts.reverse();
        reversed
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_opinion_is_no_answer() {
        let replies = [
            Reply::Code(4),
            Reply::DoNotKnow,
            Reply::Declined,
            Reply::Code(2),
        ];
        let counted = Distribution::of(AnswerScale::FIVE, replies).unwrap();
        assert_eq!(
            (counted.n(), counted.share_without_opinion()),
            (2, Some(0.5))
        );
        let beyond = Distribution::of(AnswerScale::FIVE, [Reply::Code(6)]);
        assert_eq!(beyond, Err(Refused::OutOfRange));
    }

    #[test]
    fn nobody_and_one_voice() {
        let nobody = Distribution::of(AnswerScale::FIVE, []).unwrap();
        assert_eq!(nobody.top(2), Err(Refused::NoAnswers));
        assert_eq!((nobody.median(), nobody.shares()), (None, None));
        let one_voice = Distribution::of_counts(AnswerScale::FIVE, &[0, 0, 0, 0, 10]).unwrap();
        let net = one_voice.net_agreement().unwrap();
        assert_eq!((net.value(), net.limits(1.0)), (1.0, None));
    }

    #[test]
    fn boxes_of_a_short_scale_do_not_overlap() {
        let yes_no = Distribution::of_counts(AnswerScale::new(0, 1).unwrap(), &[3, 5]).unwrap();
        assert_eq!(yes_no.net_agreement(), Err(Refused::OutOfRange));
        assert_eq!(yes_no.top(2), Err(Refused::OutOfRange));
        assert_eq!(yes_no.top(1).unwrap().share(), 0.625);
    }

    proptest! {
        #[test]
        fn reversing_twice_is_nothing_and_once_turns_the_balance(counts in prop::collection::vec(0_u64..40, 5)) {
            let answers = Distribution::of_counts(AnswerScale::FIVE, &counts).unwrap();
            prop_assert_eq!(&answers.reversed().reversed(), &answers);
            if answers.n() > 0 {
                let (net, turned) = (answers.net_agreement().unwrap(), answers.reversed().net_agreement().unwrap());
                prop_assert!((net.value() + turned.value()).abs() < 1e-12);
                prop_assert!((answers.shares().unwrap().iter().sum::<f64>() - 1.0).abs() < 1e-12);
                let turned_median = 6.0 - answers.reversed().median().unwrap();
                prop_assert!((answers.median().unwrap() - turned_median).abs() < 1e-12);
            }
        }
    }
}
