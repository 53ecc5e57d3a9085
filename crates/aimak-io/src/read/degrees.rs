//! Degrees of longitude and latitude, as people and GPS receivers write them.

use super::value::number;

/// Letters of a hemisphere, longer ones first: English, Russian and Kyrgyz, where the south and west are of no use.
const HEMISPHERES: [(&str, f64); 18] = [
    ("С.Ш.", 1.0),
    ("Ю.Ш.", -1.0),
    ("В.Д.", 1.0),
    ("З.Д.", -1.0),
    ("Т.К.", 1.0),
    ("Ч.У.", 1.0),
    ("СШ", 1.0),
    ("ЮШ", -1.0),
    ("ВД", 1.0),
    ("ЗД", -1.0),
    ("N", 1.0),
    ("S", -1.0),
    ("E", 1.0),
    ("W", -1.0),
    ("С", 1.0),
    ("Ю", -1.0),
    ("В", 1.0),
    ("З", -1.0),
];

/// Marks between degrees, minutes and seconds.
const MARKS: [char; 11] = ['°', 'º', '˚', '\'', '′', '’', '"', '″', '”', ':', ' '];

/// Degrees: `42.4261`, `42°25'34" N`, `N 42°25.57'`, `42 25 34`, `42:25:34`, `42°25'34" с.ш.`; south and west are below zero.
///
/// Which axis a letter belongs to is not asked: two columns taken for one another are found out by where their points lie. Two
/// plain numbers, `42 25`, are not read: they may be a decimal number with a blank for its point.
///
/// Worked by hand: 42°25'34" is 42 + 25/60 + 34/3600 = 42.426111…
pub(super) fn degrees(text: &str) -> Option<f64> {
    if let Some(plain) = number(text) {
        return Some(plain);
    }
    let text = text.trim().replace(['\u{a0}', '\u{202f}'], " ");
    let text = text.replace('\u{2212}', "-").to_uppercase();
    let (text, hemisphere) = without_hemisphere(text.trim());
    let (text, minus) = match text.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    if minus && hemisphere.is_some() {
        return None;
    }
    let marked = hemisphere.is_some() || text.contains(|c| c != ' ' && MARKS.contains(&c));
    let parts: Vec<&str> = text.split(MARKS).filter(|part| !part.is_empty()).collect();
    let size = match parts.as_slice() {
        [whole] if marked => plain(whole)?,
        [whole, minutes] if marked || minutes.contains(['.', ',']) => {
            integer(whole)? + sixtieth(plain(minutes)?)?
        }
        [whole, minutes, seconds] => {
            let seconds = sixtieth(plain(seconds)?)?;
            integer(whole)? + sixtieth(integer(minutes)? + seconds)?
        }
        _ => return None,
    };
    let sign = if minus { -1.0 } else { 1.0 };
    Some(size * hemisphere.unwrap_or(sign))
}

/// The text without the letter of its hemisphere, and the sign that stands for it.
fn without_hemisphere(text: &str) -> (&str, Option<f64>) {
    for (letters, sign) in HEMISPHERES {
        let rest = text.strip_suffix(letters).or(text.strip_prefix(letters));
        if let Some(rest) = rest {
            return (rest.trim(), Some(sign));
        }
    }
    (text, None)
}

/// A number of digits alone, perhaps with decimals.
fn plain(part: &str) -> Option<f64> {
    number(part).filter(|_| part.starts_with(|c: char| c.is_ascii_digit()))
}

/// A whole number.
fn integer(part: &str) -> Option<f64> {
    plain(part).filter(|number| number.fract() == 0.0)
}

/// Minutes as degrees, or seconds as minutes; sixty and more are none.
fn sixtieth(number: f64) -> Option<f64> {
    (number < 60.0).then_some(number / 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_minutes_and_seconds_in_several_habits() {
        for text in [
            "42°25'34\"",
            "42°25'34\" N",
            "42° 25′ 34″ с.ш.",
            "N 42 25 34",
            "42 25 34",
            "42:25:34",
            "42º25’34,0” С",
            "т.к. 42°25'34''",
        ] {
            let read = degrees(text).unwrap_or_else(|| panic!("{text}"));
            assert!((read - 42.426_111_111).abs() < 1e-9, "{text}: {read}");
        }
        assert_eq!(degrees("42°25.5'"), Some(42.425));
        assert_eq!(degrees("42 25,5"), Some(42.425));
        assert_eq!(degrees("42.425° N"), Some(42.425));
        assert_eq!(
            (degrees("42,425"), degrees("-42.425")),
            (Some(42.425), Some(-42.425))
        );
        assert_eq!(
            (
                degrees("42°30' S"),
                degrees("-42°30'"),
                degrees("72°30' з.д.")
            ),
            (Some(-42.5), Some(-42.5), Some(-72.5))
        );
    }

    #[test]
    fn what_may_mean_something_else_is_not_read() {
        for text in [
            "42 25",
            "42°61'",
            "42°25'60\"",
            "42.5°25'",
            "-42 S",
            "42.05, 72.05",
            "42 25 34 12",
            "Talas",
            "N",
            "°",
        ] {
            assert_eq!(degrees(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn parts_of_sixty_come_back(whole in 0_u32..180, minutes in 0_u32..60, seconds in 0_u32..60) {
            let read = degrees(&format!("{whole}°{minutes}'{seconds}\" W")).unwrap();
            let total = whole * 3600 + minutes * 60 + seconds;
            proptest::prop_assert!((read * 3600.0 + f64::from(total)).abs() < 1e-6);
        }
    }
}
