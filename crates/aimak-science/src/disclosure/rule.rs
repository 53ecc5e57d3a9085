//! From which number on does a figure about people give nobody away?

use aimak_core::Project;

/// Thresholds of publication.
///
/// # Range and edge cases
/// Zero is no small count: nobody is in it. That everybody of a group said the same is another matter, see
/// [`Rule::unanimous_below`].
///
/// # Reference
/// METHODS F.5 (decisions of the project); Hundepool et al. (2012), Statistical Disclosure Control, ch. 4–5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Counts of 1 to one less than this are not shown.
    pub least_group: u64,
    /// A group smaller than this gets no breakdown at all.
    pub least_base: u64,
    /// In a group smaller than this nobody learns that all said the same.
    pub unanimous_below: u64,
}

impl Rule {
    /// 5, 10 and 20, as METHODS F.5 has them.
    pub const METHODS: Self = Self {
        least_group: 5,
        least_base: 10,
        unanimous_below: 20,
    };

    /// The same with another least group; the other two are never below it.
    ///
    /// ```
    /// use aimak_science::disclosure::rule::Rule;
    /// let strict = Rule::METHODS.with_least_group(12);
    /// assert_eq!((strict.least_group, strict.least_base, strict.unanimous_below), (12, 12, 20));
    /// ```
    #[must_use]
    pub fn with_least_group(self, least_group: u64) -> Self {
        Self {
            least_group,
            least_base: self.least_base.max(least_group),
            unanimous_below: self.unanimous_below.max(least_group),
        }
    }

    /// The rule of a project: that of METHODS with its own least group.
    pub fn of(project: &Project) -> Self {
        Self::METHODS.with_least_group(project.min_group)
    }

    /// True for a count that points at few persons.
    pub fn is_small(&self, count: u64) -> bool {
        (1..self.least_group).contains(&count)
    }
}

/// Why a cell is not shown. Kept in the log of the run and never published: "fewer than five" beside one cell of a table and
/// "hidden for another's sake" beside the next would tell more than the number kept back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// 1 to 4 persons.
    SmallCount,
    /// All but 1 to 4 of the group.
    SmallRest,
    /// The group has fewer than ten persons.
    SmallBase,
    /// Everybody of a group under twenty said the same.
    Unanimous,
    /// It would give another cell away.
    Complementary,
    /// An earlier edition kept it back, or the difference to one would point at few.
    EarlierEdition,
    /// Another table of the same persons shows what it would hide.
    Linked,
}

impl Why {
    /// The code as written in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SmallCount => "SMALL_COUNT",
            Self::SmallRest => "SMALL_REST",
            Self::SmallBase => "SMALL_BASE",
            Self::Unanimous => "UNANIMOUS",
            Self::Complementary => "COMPLEMENTARY",
            Self::EarlierEdition => "EARLIER_EDITION",
            Self::Linked => "LINKED",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_four_are_small() {
        let small: Vec<u64> = (0..8)
            .filter(|count| Rule::METHODS.is_small(*count))
            .collect();
        assert_eq!(small, [1, 2, 3, 4]);
    }
}
