//! When was each band of a series taken?

use std::{
    io,
    path::{Path, PathBuf},
};

use aimak_core::PartialDate;
use jiff::{ToSpan as _, civil::Date};

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

/// Years a text may mean; other four digits are numbers of something else.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// A date written anywhere in a text: a band's description, the name of a product or a file.
///
/// The most telling form wins wherever it stands: `20190601` (as in `S2A_MSIL2A_20190601T…` or `LC08_…_20190601_…`), then
/// `2019-06-01` and `2019_06_01`, then a day of the year (`2019152`, `2019-152`), then `2019-06`, then `2019`.
pub(super) fn in_description(description: &str) -> Option<PartialDate> {
    let runs = digit_runs(description);
    let first = |form: &dyn Fn(&[&str]) -> Option<PartialDate>| {
        (0..runs.len()).find_map(|at| form(&runs[at..]))
    };
    first(&compact_day)
        .or_else(|| first(&parted_day))
        .or_else(|| first(&day_of_year))
        .or_else(|| first(&month))
        .or_else(|| first(&|runs| year(runs.first()?).map(PartialDate::Year)))
}

/// Runs of digits; an empty run stands where two are parted by more than one sign of a date.
fn digit_runs(text: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        if !runs.is_empty() && !matches!(&rest[..start], "-" | "_" | "." | "/") {
            runs.push("");
        }
        let digits = &rest[start..];
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        runs.push(&digits[..end]);
        rest = &digits[end..];
    }
    runs
}

fn year(run: &str) -> Option<i16> {
    let year = run.parse().ok().filter(|_| run.len() == 4)?;
    YEARS.contains(&year).then_some(year)
}

fn compact_day(runs: &[&str]) -> Option<PartialDate> {
    let run = runs.first().filter(|run| run.len() == 8)?;
    let number = |part: &str| part.parse().ok();
    let date = Date::new(year(&run[..4])?, number(&run[4..6])?, number(&run[6..])?);
    date.ok().map(PartialDate::Day)
}

fn parted_day(runs: &[&str]) -> Option<PartialDate> {
    let [first, month, day, ..] = runs else {
        return None;
    };
    let number = |part: &str| part.parse().ok().filter(|_| part.len() == 2);
    let date = Date::new(year(first)?, number(month)?, number(day)?);
    date.ok().map(PartialDate::Day)
}

fn day_of_year(runs: &[&str]) -> Option<PartialDate> {
    let (first, day) = match runs {
        [run, ..] if run.len() == 7 => run.split_at(4),
        [first, day, ..] if day.len() == 3 => (*first, *day),
        _ => return None,
    };
    let new_year = Date::new(year(first)?, 1, 1).ok()?;
    let day: i16 = day.parse().ok()?;
    (1..=new_year.days_in_year())
        .contains(&day)
        .then(|| PartialDate::Day(new_year.saturating_add((i64::from(day) - 1).days())))
}

fn month(runs: &[&str]) -> Option<PartialDate> {
    let [first, month, ..] = runs else {
        return None;
    };
    let (year, month) = (
        year(first)?,
        month.parse().ok().filter(|_| month.len() == 2)?,
    );
    Date::new(year, month, 1).ok()?;
    Some(PartialDate::Month(year, month))
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
        let day = |text: &str| in_description(text).map(|date| date.to_string());
        for (text, date) in [
            ("S2A_MSIL2A_20190601T060641_N0208_R134_T42TWL", "2019-06-01"),
            ("LC08_L2SP_152031_20190601_20200828_02_T1", "2019-06-01"),
            ("MOD13Q1.A2019152.h23v04", "2019-06-01"),
            ("2019-152", "2019-06-01"),
            ("ndvi 2019_06_01", "2019-06-01"),
            ("ndvi_2019_06.tif", "2019-06"),
            ("2000-02-18", "2000-02-18"),
            ("year 2005", "2005"),
        ] {
            assert_eq!(day(text).as_deref(), Some(date), "{text}");
        }
        assert_eq!(day("N0208"), None, "no year of anybody here");
        assert_eq!(
            day("2019-366"),
            Some("2019".to_owned()),
            "2019 had 365 days"
        );
    }
}
