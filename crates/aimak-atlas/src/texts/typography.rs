//! Which spaces may not break, and which letters are large?

use std::borrow::Cow;

/// Signs and units that stay on the line of their number.
const UNITS: [&str; 25] = [
    "%",
    "m",
    "м",
    "km",
    "км",
    "mm",
    "мм",
    "г.",
    "год",
    "года",
    "годы",
    "лет",
    "жыл",
    "cm",
    "см",
    "ha",
    "га",
    "t/ha",
    "т/га",
    "g/cm³",
    "г/см³",
    "kB",
    "кБ",
    "MB",
    "МБ",
];

/// Text of the catalogue with no-break spaces between numbers and units: `30 cm`, and ` %` after an argument.
///
/// A rule here rather than invisible characters in every text: nobody sees them when editing, so they get lost.
pub(super) fn unbroken(text: &str) -> Cow<'_, str> {
    let breaks: Vec<usize> = text
        .match_indices(' ')
        .map(|(place, _)| place)
        .filter(|place| after_number(&text[..*place]) && before_unit(&text[place + 1..]))
        .collect();
    if breaks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut unbroken = String::with_capacity(text.len() + breaks.len());
    let mut from = 0;
    for place in breaks {
        unbroken.push_str(&text[from..place]);
        unbroken.push('\u{a0}');
        from = place + 1;
    }
    unbroken.push_str(&text[from..]);
    Cow::Owned(unbroken)
}

/// True where a number ends; a piece that begins with the space follows an argument, which is a number before a unit.
fn after_number(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_none_or(|last| last.is_ascii_digit())
}

/// True where a unit begins. A per cent sign may carry an ending (`15 %ы`), a unit of letters may not.
pub(super) fn before_unit(after: &str) -> bool {
    UNITS.iter().any(|unit| {
        after.strip_prefix(unit).is_some_and(|rest| {
            *unit == "%" || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '/')
        })
    })
}

/// Units whose line would otherwise break after the slash.
const FRACTIONS: [(&str, &str); 14] = [
    ("t", "ha"),
    ("т", "га"),
    ("C", "ha"),
    ("C", "га"),
    ("С", "га"),
    ("g", "kg"),
    ("г", "кг"),
    ("mg", "kg"),
    ("мг", "кг"),
    ("g", "cm³"),
    ("г", "см³"),
    ("dS", "m"),
    ("дСм", "м"),
    ("м", "с"),
];

/// True where the texts around a slash make it that of a unit, not of a path or of two words.
pub(super) fn is_fraction(before: &str, after: &str) -> bool {
    FRACTIONS.iter().any(|(upper, lower)| {
        let left = before.strip_suffix(upper);
        let right = after.strip_prefix(lower);
        let free = |c: Option<char>| {
            c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '.' | '-' | '_'))
        };
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '/');
        left.is_some_and(|left| free(left.chars().next_back()))
            && right.is_some_and(|right| ends(right.chars().next()))
    })
}

/// A name as it stands inside a sentence: the first letter small, unless the first word is an abbreviation.
///
/// ```
/// use aimak_atlas::texts::inside_sentence;
/// assert_eq!(inside_sentence("Число видов"), "число видов");
/// assert_eq!(inside_sentence("NDVI of the season"), "NDVI of the season");
/// ```
pub fn inside_sentence(name: &str) -> String {
    with_first(name, |first| first.to_lowercase().collect())
}

/// The first letter of a sentence large, unless the first word is written in a way of its own.
///
/// ```
/// use aimak_atlas::texts::begins_sentence;
/// assert_eq!(begins_sentence("число видов: 12"), "Число видов: 12");
/// assert_eq!(begins_sentence("pH почвы: 7"), "pH почвы: 7");
/// ```
pub fn begins_sentence(sentence: &str) -> String {
    with_first(sentence, |first| first.to_uppercase().collect())
}

/// The text with another first letter; words such as NDVI, pH or H2O keep theirs.
fn with_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut rest = text.chars();
    let Some(first) = rest.next() else {
        return String::new();
    };
    let rest = rest.as_str();
    let word = rest.split(char::is_whitespace).next().unwrap_or("");
    if word.contains(|c: char| c.is_uppercase() || c.is_numeric()) {
        return text.to_owned();
    }
    change(first) + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_units_on_the_line() {
        assert_eq!(unbroken(" % interval"), "\u{a0}% interval");
        assert_eq!(
            unbroken("the upper 30 cm only"),
            "the upper 30\u{a0}cm only"
        );
        assert_eq!(unbroken("аянттын 70 %ынан"), "аянттын 70\u{a0}%ынан");
        assert_eq!(unbroken(" т/га, нужно "), "\u{a0}т/га, нужно ");
        assert_eq!(
            unbroken("по 30 м, 2023 годы"),
            "по 30\u{a0}м, 2023\u{a0}годы"
        );
    }

    #[test]
    fn other_spaces_may_break() {
        for text in ["in 3 halves", "some % of it", "8 газет", "до 5 площадок"] {
            assert_eq!(unbroken(text), text);
        }
    }

    #[test]
    fn abbreviations_keep_their_letters() {
        assert_eq!(inside_sentence("Soil pH"), "soil pH");
        assert_eq!(inside_sentence("pH почвы"), "pH почвы");
        assert_eq!(
            inside_sentence("Өсүмдүктөрдүн жашылдыгы"),
            "өсүмдүктөрдүн жашылдыгы"
        );
        assert_eq!(begins_sentence(""), "");
    }
}
