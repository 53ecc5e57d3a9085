//! Who of the first round could not be asked again, and does it matter?

use super::{proportion::Proportion, refusal::Refused};

/// Above this difference between groups the panel is weighted (METHODS F.4), in shares.
pub const UNEVEN_LOSS: f64 = 0.10;
/// Above this loss the panel counts as at risk of bias (METHODS H.1), in shares.
pub const HIGH_LOSS: f64 = 0.20;

/// A group of the first round and what is left of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelGroup {
    /// Name of the group: a village, women under 30, ...
    pub name: String,
    /// Persons asked in the first round.
    pub asked: u64,
    /// Persons of these asked again.
    pub asked_again: u64,
}

/// Loss of persons between two rounds.
///
/// # Formula
/// Share lost `1 − again/asked` with its Wilson limits; weight of those left in a group `(asked/again)`, scaled to sum to the
/// persons left.
///
/// # Range and edge cases
/// Refused where a group was lost whole: no weight can stand for it, and it has to be joined with another.
///
/// # Example
/// ```
/// use aimak_science::attitudes::attrition::{Attrition, PanelGroup};
/// let group = |name: &str, asked, asked_again| PanelGroup { name: name.into(), asked, asked_again };
/// let loss = Attrition::of(vec![group("women", 50, 45), group("men", 50, 35)]).unwrap();
/// assert!((loss.lost().share() - 0.20).abs() < 1e-12 && !loss.is_high());
/// assert!(loss.is_uneven()); // 10 % against 30 %
/// let weights = loss.weights();
/// assert!((weights[0] * 45.0 + weights[1] * 35.0 - 80.0).abs() < 1e-9);
/// assert!((weights[0] * 45.0 - weights[1] * 35.0).abs() < 1e-9); // half women again, as asked first
/// ```
///
/// # Reference
/// METHODS F.4, H.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Attrition {
    groups: Vec<PanelGroup>,
    lost: Proportion,
}

impl Attrition {
    /// Loss over groups.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`] without persons, [`Refused::OutOfRange`] where more were asked again than asked,
    /// [`Refused::FewAnswers`] where a group was lost whole.
    pub fn of(groups: Vec<PanelGroup>) -> Result<Self, Refused> {
        let (mut asked, mut again) = (0, 0);
        for group in &groups {
            if group.asked_again > group.asked {
                return Err(Refused::OutOfRange);
            }
            if group.asked > 0 && group.asked_again == 0 {
                return Err(Refused::FewAnswers { n: 0, needed: 1 });
            }
            asked += group.asked;
            again += group.asked_again;
        }
        Ok(Self {
            groups,
            lost: Proportion::of(asked - again, asked)?,
        })
    }

    /// Share lost over all groups.
    pub fn lost(&self) -> Proportion {
        self.lost
    }

    /// Above a fifth: `ATTRITION_HIGH`.
    pub fn is_high(&self) -> bool {
        self.lost.share() > HIGH_LOSS
    }

    /// True where the loss of two groups differs by more than ten points: the panel has to be weighted.
    pub fn is_uneven(&self) -> bool {
        let losses = self
            .groups
            .iter()
            .filter(|group| group.asked > 0)
            .map(|group| 1.0 - group.asked_again as f64 / group.asked as f64);
        let (least, most) = losses.fold((1.0_f64, 0.0_f64), |(least, most), loss| {
            (least.min(loss), most.max(loss))
        });
        most - least > UNEVEN_LOSS + 1e-12
    }

    /// Weight of a person left, by group; they sum to the persons left. A group nobody was asked in weighs 0.
    pub fn weights(&self) -> Vec<f64> {
        let asked: u64 = self.groups.iter().map(|group| group.asked).sum();
        let again: u64 = self.groups.iter().map(|group| group.asked_again).sum();
        let scale = again as f64 / asked as f64;
        let weight = |group: &PanelGroup| match group.asked_again {
            0 => 0.0,
            left => scale * group.asked as f64 / left as f64,
        };
        self.groups.iter().map(weight).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn group(asked: u64, asked_again: u64) -> PanelGroup {
        PanelGroup {
            name: String::new(),
            asked,
            asked_again,
        }
    }

    #[test]
    fn a_group_lost_whole_cannot_be_weighted() {
        let refused = Attrition::of(vec![group(5, 0), group(50, 40)]);
        assert_eq!(refused, Err(Refused::FewAnswers { n: 0, needed: 1 }));
        assert_eq!(Attrition::of(vec![group(5, 6)]), Err(Refused::OutOfRange));
        assert_eq!(Attrition::of(vec![]), Err(Refused::NoAnswers));
    }

    #[test]
    fn ten_points_are_not_more_than_ten() {
        assert!(
            !Attrition::of(vec![group(100, 90), group(100, 80)])
                .unwrap()
                .is_uneven()
        );
        assert!(
            Attrition::of(vec![group(100, 90), group(100, 79)])
                .unwrap()
                .is_uneven()
        );
    }

    proptest! {
        #[test]
        fn weights_bring_the_first_round_back(groups in prop::collection::vec((1_u64..50, 0_u64..50), 1..6)) {
            let groups: Vec<PanelGroup> = groups.into_iter().map(|(left, lost)| group(left + lost, left)).collect();
            let asked: u64 = groups.iter().map(|group| group.asked).sum();
            let left: u64 = groups.iter().map(|group| group.asked_again).sum();
            let loss = Attrition::of(groups.clone()).unwrap();
            for (weight, group) in loss.weights().iter().zip(&groups) {
                let share = weight * group.asked_again as f64 / left as f64;
                prop_assert!((share - group.asked as f64 / asked as f64).abs() < 1e-12);
            }
        }
    }
}
