//! By how many attributes, and for how small a place, may answers be split?

/// The place a table is for, from wide to narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceLevel {
    /// The country.
    Country,
    /// An oblast.
    Oblast,
    /// A rayon.
    Rayon,
    /// An ayil aimak.
    Aimak,
    /// A village.
    Village,
    /// A street, a school class, a group: below the village.
    BelowVillage,
}

/// Most attributes that answers are split by at once (METHODS F.5.4).
pub const MOST_ATTRIBUTES: usize = 3;

/// Why a split is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitRefused {
    /// More than three attributes at once.
    TooManyAttributes,
    /// Answers are not told below the village.
    BelowVillage,
    /// What people wrote in their own words is read inside the project and never published as it is.
    OwnWords,
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerKind {
    /// One of given codes.
    Code,
    /// Own words.
    OwnWords,
}

/// Checks a table before it is counted.
///
/// # Errors
/// [`SplitRefused`].
///
/// # Example
/// ```
/// use aimak_science::disclosure::crossing::{AnswerKind, PlaceLevel, SplitRefused, may_split};
/// assert_eq!(may_split(AnswerKind::Code, PlaceLevel::Aimak, &["sex", "age"]), Ok(()));
/// assert_eq!(may_split(AnswerKind::Code, PlaceLevel::BelowVillage, &[]), Err(SplitRefused::BelowVillage));
/// assert_eq!(may_split(AnswerKind::OwnWords, PlaceLevel::Country, &[]), Err(SplitRefused::OwnWords));
/// let four = ["sex", "age", "farm", "language"];
/// assert_eq!(may_split(AnswerKind::Code, PlaceLevel::Oblast, &four), Err(SplitRefused::TooManyAttributes));
/// ```
///
/// # Reference
/// METHODS F.5.4.
pub fn may_split(
    kind: AnswerKind,
    level: PlaceLevel,
    attributes: &[&str],
) -> Result<(), SplitRefused> {
    if kind == AnswerKind::OwnWords {
        Err(SplitRefused::OwnWords)
    } else if level > PlaceLevel::Village {
        Err(SplitRefused::BelowVillage)
    } else if attributes.len() > MOST_ATTRIBUTES {
        Err(SplitRefused::TooManyAttributes)
    } else {
        Ok(())
    }
}
