//! How sure is a question that was asked in whole villages?

use std::collections::BTreeMap;

use super::{
    likert::{AnswerScale, Reply},
    refusal::Refused,
    sample_design::{Drawn, SampleDesign},
};

/// Shares of one question with limits that know that people of a village answer alike.
///
/// # Formula
/// Every village is a cluster, everybody counts alike. Shares: Wilson limits with the effective number of the design
/// ([`SampleDesign::share`]); net agreement: the mean of +1, 0 and −1 with t limits of the linearised variance, cut to [−1, 1].
///
/// # Range and edge cases
/// Refused below five villages that gave a code. "I do not know" and refusals are no answers.
///
/// # Example
/// ```
/// use aimak_science::attitudes::{clustered::Clustered, likert::{AnswerScale, Reply}};
/// // five villages of two: all agree in three of them, nobody in two
/// let replies = ["a", "b", "c", "d", "e"].iter().flat_map(|village| {
///     let code = if *village < "d" { 5 } else { 3 };
///     [(*village, Reply::Code(code)); 2]
/// });
/// let found = Clustered::of(AnswerScale::FIVE, replies).unwrap();
/// assert_eq!((found.clusters, found.top_2), (5, 0.6));
/// // as five answers, not ten: one village says what the other person of it would say. s² of the villages' shares is 0.3, V = 0.3/5,
/// // of persons one by one s²/n = (10/9·0.24)/10
/// assert!((found.design_effect.unwrap() - 0.06 / (0.24 / 9.0)).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS F.2; Korn & Graubard (1998), Survey Methodol. 24:193–201.
#[derive(Clone, Debug, PartialEq)]
pub struct Clustered {
    /// Villages that gave a code.
    pub clusters: usize,
    /// Share in the two highest codes.
    pub top_2: f64,
    /// Its 95 % limits.
    pub top_2_limits: (f64, f64),
    /// 95 % limits of the share in the two lowest codes.
    pub bottom_2_limits: (f64, f64),
    /// 95 % limits of agreement less disagreement.
    pub net_limits: (f64, f64),
    /// How many times the variance of the top share is that of people drawn one by one; `None` where all answered alike.
    pub design_effect: Option<f64>,
}

impl Clustered {
    /// From replies with their villages.
    ///
    /// # Errors
    /// [`Refused::NoAnswers`], [`Refused::FewClusters`] below five villages, [`Refused::OutOfRange`] for a scale of three codes or fewer.
    pub fn of<'a>(
        scale: AnswerScale,
        replies: impl Iterator<Item = (&'a str, Reply)>,
    ) -> Result<Self, Refused> {
        if scale.size() < 4 {
            return Err(Refused::OutOfRange);
        }
        let coded = replies.filter_map(|(village, reply)| match reply {
            Reply::Code(code) => Some((village, code)),
            _ => None,
        });
        let (villages, codes): (Vec<&str>, Vec<u8>) = coded.unzip();
        let drawn = |village: &&str| Drawn {
            stratum: String::new(),
            cluster: (*village).to_owned(),
            weight: 1.0,
        };
        let design = SampleDesign::new(villages.iter().map(drawn).collect(), &BTreeMap::new())?;
        let (lowest, highest) = scale.ends();
        let top: Vec<bool> = codes.iter().map(|code| *code + 2 > highest).collect();
        let bottom: Vec<bool> = codes.iter().map(|code| *code < lowest + 2).collect();
        let balance: Vec<f64> = top
            .iter()
            .zip(&bottom)
            .map(|(up, down)| f64::from(i8::from(*up) - i8::from(*down)))
            .collect();
        let share = design.share(&top)?;
        let net = design.mean(&balance)?.limits()?;
        let said = top.iter().map(|yes| f64::from(u8::from(*yes)));
        let mean = design.mean(&said.collect::<Vec<_>>())?;
        // drawn one by one from many: n − 1 estimates the spread of yes and no without bias
        let one_by_one = mean.value * (1.0 - mean.value) / (top.len() as f64 - 1.0);
        Ok(Self {
            clusters: design.clusters(),
            top_2: share.share(),
            top_2_limits: share.limits(),
            bottom_2_limits: design.share(&bottom)?.limits(),
            net_limits: (net.0.max(-1.0), net.1.min(1.0)),
            design_effect: (one_by_one > 0.0).then(|| mean.error.se * mean.error.se / one_by_one),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn four_villages_are_too_few_and_no_opinion_is_no_village() {
        let replies = [("a", 5), ("b", 4), ("c", 3), ("d", 2)]
            .map(|(village, code)| (village, Reply::Code(code)));
        let with_silent = replies.into_iter().chain([("e", Reply::DoNotKnow)]);
        assert_eq!(
            Clustered::of(AnswerScale::FIVE, with_silent),
            Err(Refused::FewClusters { n: 4, needed: 5 })
        );
    }

    proptest! {
        /// Villages that answer alike within leave the number of villages as the number of answers: more people in each tell nothing new.
        #[test]
        fn more_people_of_one_mind_do_not_narrow_the_limits(codes in prop::collection::vec(1_u8..=5, 6..12), copies in 2_usize..5) {
            let villages: Vec<String> = (0..codes.len()).map(|place| format!("v{place:02}")).collect();
            let asked = |copies: usize| {
                let replies = villages.iter().zip(&codes).flat_map(|(village, code)| vec![(village.as_str(), Reply::Code(*code)); copies]);
                Clustered::of(AnswerScale::FIVE, replies).unwrap()
            };
            let (few, many) = (asked(1), asked(copies));
            prop_assert!((few.net_limits.0 - many.net_limits.0).abs() < 1e-9);
            prop_assert!((few.net_limits.1 - many.net_limits.1).abs() < 1e-9);
        }
    }
}
