//! When was each band of a series taken?

use std::{
    io,
    path::{Path, PathBuf},
};

use aimak_core::PartialDate;

/// Digits that each placeholder stands for.
const PLACEHOLDERS: [(&str, usize); 3] = [("{year}", 4), ("{month}", 2), ("{day}", 2)];

/// Year, month and day as far as a path told them.
type Parts = [Option<String>; 3];

/// Files that fit a pattern such as `ndvi_{year}.tif` or `{year}/ndvi_{month}.tif`, with their dates, in order of date.
///
/// # Errors
/// Where a folder cannot be read.
pub(super) fn files(base_dir: &Path, pattern: &str) -> io::Result<Vec<(PathBuf, PartialDate)>> {
    let mut places = vec![(base_dir.to_owned(), Parts::default())];
    for component in Path::new(pattern) {
        let component = component.to_string_lossy();
        let mut next = Vec::new();
        for (place, parts) in places {
            next.extend(step(&place, &parts, &component)?);
        }
        places = next;
    }
    let dated = |(path, parts): (PathBuf, Parts)| Some((path, date_of(parts)?));
    let mut found: Vec<_> = places
        .into_iter()
        .filter_map(dated)
        .filter(|(path, _)| path.is_file())
        .collect();
    found.sort_by_key(|(path, date)| (in_time(*date), path.clone()));
    Ok(found)
}

/// What fits one component of a pattern inside `place`.
fn step(place: &Path, parts: &Parts, component: &str) -> io::Result<Vec<(PathBuf, Parts)>> {
    if !PLACEHOLDERS
        .iter()
        .any(|(word, _)| component.contains(word))
    {
        return Ok(vec![(place.join(component), parts.clone())]);
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(place)? {
        let path = entry?.path();
        let mut parts = parts.clone();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if fits(component, &name, &mut parts) {
            found.push((path.clone(), parts));
        }
    }
    Ok(found)
}

/// Order in time: by first day; of dates that begin together, the less precise first.
pub(super) fn in_time(date: PartialDate) -> (jiff::civil::Date, PartialDate) {
    (date.first_day(), date)
}

/// True where a name fits the pattern; notes the digits that stand for placeholders.
fn fits(mut pattern: &str, mut name: &str, parts: &mut Parts) -> bool {
    while let Some(letter) = pattern.chars().next() {
        let placeholder = PLACEHOLDERS
            .iter()
            .position(|(word, _)| pattern.starts_with(word));
        let (written, read) = if let Some(which) = placeholder {
            let (word, digits) = PLACEHOLDERS[which];
            let number = name
                .get(..digits)
                .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
            let Some(number) = number else { return false };
            parts[which] = Some(number.to_owned());
            (word.len(), digits)
        } else if name.starts_with(letter) {
            (letter.len_utf8(), letter.len_utf8())
        } else {
            return false;
        };
        (pattern, name) = (&pattern[written..], &name[read..]);
    }
    name.is_empty()
}

/// The date that the parts of a path tell.
fn date_of(parts: Parts) -> Option<PartialDate> {
    parts
        .into_iter()
        .map_while(|part| part)
        .collect::<Vec<_>>()
        .join("-")
        .parse()
        .ok()
}

/// A date written anywhere in the description of a band: `NDVI 2005-07`, `2005`.
pub(super) fn in_description(description: &str) -> Option<PartialDate> {
    let words = description.split(|c: char| !(c.is_ascii_digit() || c == '-'));
    words
        .map(|word| word.trim_matches('-'))
        .find_map(|word| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_carry_dates() {
        let date = |pattern, name| {
            let mut parts = Parts::default();
            fits(pattern, name, &mut parts)
                .then(|| date_of(parts))?
                .map(|date| date.to_string())
        };
        assert_eq!(
            date("ndvi_{year}.tif", "ndvi_2005.tif").as_deref(),
            Some("2005")
        );
        assert_eq!(
            date("s2_{year}{month}{day}_b4.tif", "s2_20170531_b4.tif").as_deref(),
            Some("2017-05-31")
        );
        assert_eq!(date("ndvi_{year}.tif", "ndvi_2005.tif.aux.xml"), None);
        assert_eq!(date("ndvi_{year}.tif", "ndvi_old.tif"), None);
    }

    #[test]
    fn descriptions_carry_dates() {
        assert_eq!(
            in_description("NDVI 2005-07"),
            Some(PartialDate::Month(2005, 7))
        );
        assert_eq!(in_description("Band 1"), None);
    }
}
