//! Which words of a header mean which key of the project file, in the languages and habits of the field.

use std::sync::LazyLock;

/// The list of headers, which whoever knows a further one can extend.
const HEADERS: &str = include_str!("headers.txt");
/// Keys of the list that are no keys of the project file.
const NUMBERING: &str = "numbering";
const PERSONAL: &str = "personal";

/// Headers by the key they mean.
static TERMS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let mut terms: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in HEADERS
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        let words = match line.split_once(" = ") {
            Some((key, words)) => {
                terms.push((key, Vec::new()));
                words
            }
            None => line,
        };
        let words = words
            .split(';')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        if let Some((_, known)) = terms.last_mut() {
            known.extend(words);
        }
    }
    terms
});

/// Headers under a key.
fn words(key: &str) -> &'static [&'static str] {
    TERMS
        .iter()
        .find(|(known, _)| *known == key)
        .map_or(&[], |(_, words)| words)
}

/// Units as people write them, and as the project file does.
const UNITS: [(&str, &str); 34] = [
    ("%", "%"),
    ("pct", "%"),
    ("percent", "%"),
    ("проц", "%"),
    ("пайыз", "%"),
    ("г/кг", "g/kg"),
    ("g/kg", "g/kg"),
    ("мг/кг", "mg/kg"),
    ("mg/kg", "mg/kg"),
    ("г/см3", "g/cm3"),
    ("г/см³", "g/cm3"),
    ("g/cm3", "g/cm3"),
    ("g/cm³", "g/cm3"),
    ("кг/м3", "kg/m3"),
    ("кг/м³", "kg/m3"),
    ("kg/m3", "kg/m3"),
    ("kg/m³", "kg/m3"),
    ("т/м3", "t/m3"),
    ("t/m3", "t/m3"),
    ("см", "cm"),
    ("cm", "cm"),
    ("м", "m"),
    ("m", "m"),
    ("мм", "mm"),
    ("га", "ha"),
    ("мг/100г", "mg/100g"),
    ("mg/100g", "mg/100g"),
    ("ds/m", "dS/m"),
    ("дсм/м", "dS/m"),
    ("ms/cm", "mS/cm"),
    ("мсм/см", "mS/cm"),
    ("us/cm", "uS/cm"),
    ("соток", "sotka"),
    ("м2", "m2"),
];

/// A header without unit, brackets, punctuation and case: `Плотность сложения, г/см³` becomes `плотность сложения`.
///
/// ```
/// use aimak_io::init::plain;
/// assert_eq!(plain("Плотность сложения, г/см³"), "плотность сложения");
/// assert_eq!(plain("Bulk_density (g/cm3)"), "bulk density");
/// assert_eq!(plain("№ разреза"), "номер разреза");
/// ```
pub fn plain(header: &str) -> String {
    let header = header
        .to_lowercase()
        .replace('ё', "е")
        .replace('№', "номер ");
    let before = header.split(['(', '[', ',']).next().unwrap_or_default();
    let words: String = before
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key a header means; the last part of a grouped name (`soil/ph`) is asked too.
pub(super) fn key_of(header: &str) -> Option<&'static str> {
    let of = |text: &str| {
        let plain = plain(text);
        let means = |(key, words): &&(&'static str, Vec<&str>)| {
            ![NUMBERING, PERSONAL].contains(key) && words.contains(&plain.as_str())
        };
        TERMS.iter().find(means).map(|(key, _)| *key)
    };
    of(header).or_else(|| of(header.rsplit_once('/')?.1))
}

/// True for a header that numbers rows of whatever the table is about.
pub(super) fn numbers_rows(header: &str) -> bool {
    words(NUMBERING).contains(&plain(header).as_str())
}

/// True for a header that points at persons.
pub(super) fn is_personal(header: &str) -> bool {
    let padded = format!(" {} ", plain(header));
    words(PERSONAL)
        .iter()
        .any(|word| padded.contains(&format!(" {word} ")))
}

/// The unit a header names in brackets, behind a comma or as its last word, as the project file writes it.
///
/// ```
/// use aimak_io::init::unit_in;
/// assert_eq!(unit_in("Сорг, г/кг"), Some("g/kg"));
/// assert_eq!(unit_in("BD [kg/m3]"), Some("kg/m3"));
/// assert_eq!(unit_in("cover_pct"), Some("%"));
/// assert_eq!(unit_in("pH"), None);
/// ```
pub fn unit_in(header: &str) -> Option<&'static str> {
    let header = header.to_lowercase();
    let parts = header
        .split(['(', ')', '[', ']', ','])
        .skip(1)
        .map(str::trim);
    let last = header.rsplit([' ', '_']).next();
    parts.chain(last).find_map(|part| {
        let part = part.replace("г см3", "г/см3").replace(' ', "");
        UNITS
            .iter()
            .find(|(written, _)| *written == part)
            .map(|(_, unit)| *unit)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_word_means_one_thing_and_stands_as_headers_are_compared() {
        let mut seen = BTreeSet::new();
        for word in TERMS.iter().flat_map(|(_, words)| words) {
            assert_eq!(plain(word), *word, "compared as it stands");
            assert!(seen.insert(word), "{word} twice");
        }
    }

    #[test]
    fn keys_are_keys_of_the_project_file() {
        let schema = crate::project::schema();
        let columns = &schema["$defs"]["Columns"]["properties"];
        for (key, _) in TERMS
            .iter()
            .filter(|(key, _)| ![NUMBERING, PERSONAL].contains(key))
        {
            assert!(columns.get(key).is_some(), "{key}");
        }
        assert_eq!(words(NUMBERING)[0], "id");
    }

    #[test]
    fn headers_of_three_languages_are_known() {
        for (header, key) in [
            ("Глубина от, см", "top_cm"),
            ("pH (H2O)", "ph"),
            ("рН водный", "ph"),
            ("Releve_number", "plot"),
            ("Байкоо аянтчасы", "plot"),
            ("group_soil/pH", "ph"),
            ("Аянты, га", "area_ha"),
            ("Объёмная масса, г/см³", "bulk_density_g_per_cm3"),
        ] {
            assert_eq!(key_of(header), Some(key), "{header}");
        }
        assert_eq!(key_of("pH KCl"), None, "another quantity");
        assert_eq!(
            key_of("Гумус, %"),
            Some("humus_percent"),
            "humus is no carbon"
        );
    }

    #[test]
    fn persons_are_known_by_whole_words() {
        for header in ["ФИО респондента", "Телефон", "full_name", "Аты-жөнү"]
        {
            assert!(is_personal(header), "{header}");
        }
        for header in ["Scientific name", "plot", "именьковский район"] {
            assert!(!is_personal(header), "{header}");
        }
    }
}
