//! Which spaces may not break, and which letters are large?

use std::borrow::Cow;

/// Signs and units that stay on the line of their number.
const UNITS: [&str; 13] = [
    "%",
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
fn before_unit(after: &str) -> bool {
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

/// A page whose units and spans stay in one piece: `т/га` gets a word joiner after its slash, `0–30` after its dash,
/// `30 см` a space that does not break.
///
/// Over the whole page and not in the catalogue: they also stand in cards of indicators and in names of the project, and no
/// invisible letter shall travel into files or a terminal.
///
/// ```
/// use aimak_atlas::texts::with_whole_units;
/// assert_eq!(with_whole_units("<p>5 т/га, и/или</p>".into()), "<p>5\u{a0}т/\u{2060}га, и/или</p>");
/// assert_eq!(with_whole_units("<a href=\"../t/ha.html\">".into()), "<a href=\"../t/ha.html\">");
/// assert_eq!(with_whole_units("<b>0–30 cm</b>".into()), "<b>0–\u{2060}30\u{a0}cm</b>");
/// assert_eq!(with_whole_units("2012–2015-жылдар".into()), "2012–\u{2060}2015-\u{2060}жылдар");
/// assert_eq!(with_whole_units("<i id=\"1-а\">KG-06".into()), "<i id=\"1-а\">KG-06");
/// ```
pub fn with_whole_units(page: String) -> String {
    let joints = joints(&page);
    if joints.is_empty() {
        return page;
    }
    let mut whole = String::with_capacity(page.len() + 3 * joints.len());
    let mut from = 0;
    for joint in joints {
        whole.push_str(&page[from..joint.from]);
        whole.push(joint.sign);
        from = joint.to;
    }
    whole.push_str(&page[from..]);
    whole
}

/// A place where a line may not break, and the sign that forbids it.
struct Joint {
    from: usize,
    to: usize,
    sign: char,
}

/// Places of a page where a line may not break. What stands inside a tag is no text, and that of a drawing has no lines to break.
fn joints(page: &str) -> Vec<Joint> {
    let (mut in_tag, mut in_drawing) = (false, false);
    let mut joints = Vec::new();
    for (place, sign) in page.match_indices(['<', '>', '/', '–', '-', ' ']) {
        let end = place + sign.len();
        let (before, after) = (&page[..place], &page[end..]);
        let joined = match sign {
            "<" => {
                in_tag = true;
                in_drawing = (in_drawing || after.starts_with("svg")) && !after.starts_with("/svg");
                false
            }
            ">" => {
                in_tag = false;
                false
            }
            _ if in_tag || in_drawing => false,
            "/" => is_fraction(before, after),
            " " => !before.is_empty() && after_number(before) && before_unit(after),
            _ => is_span(sign, before, after),
        };
        if joined {
            let (from, sign) = match sign {
                " " => (place, '\u{a0}'),
                _ => (end, '\u{2060}'),
            };
            joints.push(Joint {
                from,
                to: end,
                sign,
            });
        }
    }
    joints
}

/// True where the texts around a slash make it that of a unit, not of a path or of two words.
fn is_fraction(before: &str, after: &str) -> bool {
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

/// True where a dash stands between two numbers, or a hyphen between a number and its Cyrillic ending.
fn is_span(sign: &str, before: &str, after: &str) -> bool {
    let number = before.ends_with(|c: char| c.is_ascii_digit());
    let goes_on = |c: char| match sign {
        "–" => c.is_ascii_digit(),
        _ => ('\u{400}'..='\u{52f}').contains(&c) && c.is_lowercase(),
    };
    number && after.starts_with(goes_on)
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
