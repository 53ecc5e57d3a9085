//! When was each band of a series taken?

use std::path::{Path, PathBuf};

use aimak_core::PartialDate;

/// Digits that each placeholder stands for.
const PLACEHOLDERS: [(&str, usize); 3] = [("{year}", 4), ("{month}", 2), ("{day}", 2)];

/// Files that fit a pattern such as `ndvi_{year}.tif`, with their dates, in order of date.
///
/// # Errors
/// Where the folder cannot be read.
pub(super) fn files(
    base_dir: &Path,
    pattern: &str,
) -> std::io::Result<Vec<(PathBuf, PartialDate)>> {
    let whole = base_dir.join(pattern);
    let (folder, name) = (
        whole.parent().unwrap_or(base_dir),
        whole.file_name().unwrap_or_default(),
    );
    let name = name.to_string_lossy().into_owned();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let file = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(date) = date_in(&name, &file) {
            found.push((path, date));
        }
    }
    found.sort_by_key(|(path, date)| (*date, path.clone()));
    Ok(found)
}

/// The date in a file name that fits the pattern.
fn date_in(pattern: &str, name: &str) -> Option<PartialDate> {
    let (mut pattern, mut name) = (pattern, name);
    let mut parts = [None, None, None];
    while !pattern.is_empty() {
        let placeholder = PLACEHOLDERS
            .iter()
            .position(|(word, _)| pattern.starts_with(word));
        if let Some(which) = placeholder {
            let (word, digits) = PLACEHOLDERS[which];
            let number = name
                .get(..digits)
                .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
            parts[which] = Some(number.to_owned());
            (pattern, name) = (&pattern[word.len()..], &name[digits..]);
        } else {
            let letter = pattern.chars().next()?;
            name = name.strip_prefix(letter)?;
            pattern = &pattern[letter.len_utf8()..];
        }
    }
    let [year, month, day] = parts;
    let text = [year, month, day]
        .into_iter()
        .map_while(|part| part)
        .collect::<Vec<_>>()
        .join("-");
    name.is_empty().then(|| text.parse().ok())?
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
        let date = |pattern, name| date_in(pattern, name).map(|date| date.to_string());
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
