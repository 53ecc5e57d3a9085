//! What does a scale of several items say about a person?

use super::{likert::AnswerScale, refusal::Refused};
use crate::methods::interval::{StandardError, mean, variance};

/// Fewest items of a scale (METHODS F.3).
pub const LEAST_ITEMS: usize = 3;

/// What becomes of persons who left items out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MissingItems {
    /// Only those who answered every item get a score; the default, and the only one for reliability.
    Complete,
    /// The mean of the items answered stands for the person where at least half were answered. The result counts such persons,
    /// because each is an imputation.
    AtLeastHalf,
}

/// Items that are taken together, and which of them are worded the other way.
///
/// # Formula
/// Score of a person: mean over items of x, or of `(min + max) − x` for a reversed item; in codes of the scale.
///
/// # Example
/// ```
/// use aimak_science::attitudes::{likert::AnswerScale, scale_score::{MissingItems, ScoredItems}};
/// let items = ScoredItems::new(AnswerScale::FIVE, &[false, false, false, true]).unwrap();
/// let score = |row: [Option<u8>; 4], rule| items.score(&row, rule).unwrap();
/// assert_eq!(score([Some(4), Some(5), Some(4), Some(2)], MissingItems::Complete), Some(4.25));
/// assert_eq!(score([Some(4), Some(5), None, None], MissingItems::Complete), None);
/// assert_eq!(score([Some(4), Some(5), None, None], MissingItems::AtLeastHalf), Some(4.5));
/// assert_eq!(score([Some(4), None, None, None], MissingItems::AtLeastHalf), None);
/// ```
///
/// # Reference
/// METHODS F.1, F.3; for the half rule Fairclough & Cella (1996), Qual. Life Res. 5:321–329.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredItems {
    scale: AnswerScale,
    reversed: Vec<bool>,
}

impl ScoredItems {
    /// Items on one answer scale.
    ///
    /// # Errors
    /// [`Refused::FewItems`] below [`LEAST_ITEMS`].
    pub fn new(scale: AnswerScale, reversed: &[bool]) -> Result<Self, Refused> {
        if reversed.len() < LEAST_ITEMS {
            return Err(Refused::FewItems {
                n: reversed.len(),
                needed: LEAST_ITEMS,
            });
        }
        Ok(Self {
            scale,
            reversed: reversed.to_vec(),
        })
    }

    /// Number of items.
    pub fn count(&self) -> usize {
        self.reversed.len()
    }

    /// Answers of a person, all pointing one way; `None` where one was left out.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] for a code the scale does not have or a row of another length.
    pub fn turned(&self, row: &[Option<u8>]) -> Result<Vec<Option<f64>>, Refused> {
        if row.len() != self.count() {
            return Err(Refused::OutOfRange);
        }
        let one_way = |(code, reversed): (&Option<u8>, &bool)| {
            let Some(code) = *code else { return Ok(None) };
            let other = self.scale.reversed(code).ok_or(Refused::OutOfRange)?;
            Ok(Some(f64::from(if *reversed { other } else { code })))
        };
        row.iter().zip(&self.reversed).map(one_way).collect()
    }

    /// Score of a person; `None` where too many items were left out.
    ///
    /// # Errors
    /// As [`Self::turned`].
    pub fn score(&self, row: &[Option<u8>], rule: MissingItems) -> Result<Option<f64>, Refused> {
        let answered: Vec<f64> = self.turned(row)?.into_iter().flatten().collect();
        let enough = match rule {
            MissingItems::Complete => answered.len() == self.count(),
            MissingItems::AtLeastHalf => 2 * answered.len() >= self.count(),
        };
        Ok(mean(&answered).filter(|_| enough))
    }

    /// Scores over persons.
    ///
    /// # Errors
    /// As [`Self::turned`].
    pub fn scores(&self, rows: &[Vec<Option<u8>>], rule: MissingItems) -> Result<Scores, Refused> {
        let (mut values, mut imputed, mut without) = (Vec::new(), 0, 0);
        for row in rows {
            match self.score(row, rule)? {
                Some(score) => {
                    values.push(score);
                    imputed += usize::from(row.iter().any(Option::is_none));
                }
                None => without += 1,
            }
        }
        Ok(Scores {
            values,
            imputed,
            without,
        })
    }

    /// Answers of those who answered every item, person by person, all pointing one way.
    ///
    /// # Errors
    /// As [`Self::turned`].
    pub fn complete(&self, rows: &[Vec<Option<u8>>]) -> Result<Vec<Vec<f64>>, Refused> {
        let mut complete = Vec::new();
        for row in rows {
            complete.extend(self.turned(row)?.into_iter().collect::<Option<Vec<f64>>>());
        }
        Ok(complete)
    }
}

/// Scores of persons on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// One score a person, in codes of the scale.
    pub values: Vec<f64>,
    /// Persons whose score stands on a part of the items.
    pub imputed: usize,
    /// Persons without a score.
    pub without: usize,
}

impl Scores {
    /// Mean score; `None` without persons. A second line beside the distribution of the items (METHODS F.1).
    pub fn mean(&self) -> Option<f64> {
        mean(&self.values)
    }

    /// Standard deviation; `None` for fewer than two persons.
    pub fn standard_deviation(&self) -> Option<f64> {
        variance(&self.values).map(f64::sqrt)
    }

    /// Standard error for persons drawn one by one; for villages see [`super::sample_design`].
    pub fn standard_error(&self) -> Option<StandardError> {
        StandardError::of_mean(&self.values)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn items() -> ScoredItems {
        ScoredItems::new(AnswerScale::FIVE, &[false, true, false]).unwrap()
    }

    #[test]
    fn two_items_are_no_scale() {
        let refused = ScoredItems::new(AnswerScale::FIVE, &[false, true]);
        assert_eq!(refused, Err(Refused::FewItems { n: 2, needed: 3 }));
    }

    #[test]
    fn codes_and_rows_beyond_the_scale() {
        let beyond = items().turned(&[Some(1), Some(6), None]);
        assert_eq!(beyond, Err(Refused::OutOfRange));
        assert_eq!(items().turned(&[Some(1)]), Err(Refused::OutOfRange));
    }

    #[test]
    fn imputed_and_lost_persons_are_counted() {
        let rows = [
            vec![Some(5), Some(1), Some(5)],
            vec![Some(3), Some(3), None],
            vec![None, None, Some(4)],
        ];
        let half = items().scores(&rows, MissingItems::AtLeastHalf).unwrap();
        assert_eq!(
            (half.values, half.imputed, half.without),
            (vec![5.0, 3.0], 1, 1)
        );
        let complete = items().scores(&rows, MissingItems::Complete).unwrap();
        assert_eq!((complete.values, complete.without), (vec![5.0], 2));
    }

    proptest! {
        #[test]
        fn scores_stay_on_the_scale(rows in prop::collection::vec(prop::collection::vec(prop::option::of(1_u8..6), 3), 0..20)) {
            let half = items().scores(&rows, MissingItems::AtLeastHalf).unwrap();
            prop_assert!(half.values.iter().all(|score| (1.0..=5.0).contains(score)));
            prop_assert_eq!(half.values.len() + half.without, rows.len());
            prop_assert_eq!(items().complete(&rows).unwrap().len(), half.values.len() - half.imputed);
        }
    }
}
