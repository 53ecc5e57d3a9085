//! Of the questions named before the survey, whose change stands?

use std::collections::BTreeSet;

use super::refusal::Refused;
use crate::trend::false_discovery::Adjustment;

/// Level at which a change stands.
pub const LEVEL: f64 = 0.05;

/// Questions declared before the answers were seen, and control questions that have nothing to do with the programme.
///
/// # Formula
/// Holm's adjustment over the declared questions that could be tested; the control questions are a family of their own.
///
/// # Range and edge cases
/// A question that was not declared is refused: testing many and telling the few that moved is how chance becomes news. A question that
/// could not be tested has no p and does not count.
///
/// # Example
/// ```
/// use aimak_science::attitudes::family::Family;
/// let family = Family::declared(&["soil_is_alive", "organic_pays"], &["roads_are_good"]).unwrap();
/// let found = family.adjusted(&[("soil_is_alive", Some(0.02)), ("organic_pays", Some(0.04)), ("roads_are_good", Some(0.6))]).unwrap();
/// // the smaller p twice, the greater not below it
/// assert_eq!(found.items, [("soil_is_alive".to_owned(), Some(0.04)), ("organic_pays".to_owned(), Some(0.04))]);
/// assert!(!found.controls_moved());
/// ```
///
/// # Reference
/// METHODS F.4; Holm (1979), Scand. J. Stat. 6:65–70.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    items: Vec<String>,
    controls: Vec<String>,
}

/// Adjusted p of each question, in the order declared.
#[derive(Clone, Debug, PartialEq)]
pub struct AdjustedFamily {
    /// Questions of the programme.
    pub items: Vec<(String, Option<f64>)>,
    /// Control questions.
    pub controls: Vec<(String, Option<f64>)>,
}

impl AdjustedFamily {
    /// True where a question unrelated to the programme moved too: then politeness towards whoever pays, or the times, may have moved all
    /// of them.
    pub fn controls_moved(&self) -> bool {
        let moved = |(_, p): &(String, Option<f64>)| p.is_some_and(|p| p <= LEVEL);
        self.controls.iter().any(moved)
    }
}

impl Family {
    /// Declares questions of the programme and control questions.
    ///
    /// # Errors
    /// [`Refused::FewItems`] without a question of the programme, [`Refused::ItemsDiffer`] where one is named twice.
    pub fn declared(items: &[&str], controls: &[&str]) -> Result<Self, Refused> {
        if items.is_empty() {
            return Err(Refused::FewItems { n: 0, needed: 1 });
        }
        let all: BTreeSet<&&str> = items.iter().chain(controls).collect();
        if all.len() < items.len() + controls.len() {
            return Err(Refused::ItemsDiffer);
        }
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        Ok(Self {
            items: owned(items),
            controls: owned(controls),
        })
    }

    /// Adjusts the p of the questions; `None` for one that could not be tested.
    ///
    /// # Errors
    /// [`Refused::ItemsDiffer`] for a question that was not declared or has two results, [`Refused::OutOfRange`] for a p outside 0–1.
    pub fn adjusted(&self, results: &[(&str, Option<f64>)]) -> Result<AdjustedFamily, Refused> {
        let named: BTreeSet<&str> = results.iter().map(|(id, _)| *id).collect();
        let known = |id: &&str| {
            self.items
                .iter()
                .chain(&self.controls)
                .any(|item| item == id)
        };
        if named.len() < results.len() || !named.iter().all(known) {
            return Err(Refused::ItemsDiffer);
        }
        let of = |ids: &[String]| {
            let p = |id: &String| {
                results
                    .iter()
                    .find(|(other, _)| other == id)
                    .and_then(|(_, p)| *p)
            };
            let given: Vec<Option<f64>> = ids.iter().map(p).collect();
            let adjusted = Adjustment::Holm
                .adjusted(&given)
                .map_err(|_| Refused::OutOfRange)?;
            Ok(ids.iter().cloned().zip(adjusted).collect())
        };
        Ok(AdjustedFamily {
            items: of(&self.items)?,
            controls: of(&self.controls)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_declared_is_not_told() {
        let family = Family::declared(&["a"], &[]).unwrap();
        assert_eq!(
            family.adjusted(&[("b", Some(0.001))]),
            Err(Refused::ItemsDiffer)
        );
        assert_eq!(
            family.adjusted(&[("a", Some(0.1)), ("a", Some(0.01))]),
            Err(Refused::ItemsDiffer)
        );
        assert_eq!(
            family.adjusted(&[("a", Some(1.5))]),
            Err(Refused::OutOfRange)
        );
        assert_eq!(Family::declared(&["a"], &["a"]), Err(Refused::ItemsDiffer));
    }

    #[test]
    fn an_untested_question_does_not_count_and_moved_roads_are_a_warning() {
        let family = Family::declared(&["a", "b"], &["roads"]).unwrap();
        let found = family
            .adjusted(&[("a", Some(0.04)), ("roads", Some(0.01))])
            .unwrap();
        assert_eq!(
            found.items,
            [("a".to_owned(), Some(0.04)), ("b".to_owned(), None)]
        );
        assert!(found.controls_moved());
    }
}
