//! When was each band of a series taken: what the command line says, or what the bands tell.

use aimak_core::{PartialDate, RasterLayer};
use aimak_io::problem::Problem;

/// The dates given, or those the bands tell.
///
/// `given` lists dates in the order of the bands, or names a file that does.
///
/// # Errors
/// Where what is given is no list of dates, or not as long as the bands are many.
pub fn of(given: Option<&str>, layer: &RasterLayer) -> Result<Vec<Option<PartialDate>>, Problem> {
    let own: Vec<Option<PartialDate>> = layer.bands.iter().map(|band| band.when).collect();
    let Some(given) = given else {
        return Ok(own);
    };
    let wrong = |found: String| Problem::error("trend-dates", "--dates").found(found);
    let text = if std::path::Path::new(given).is_file() {
        std::fs::read_to_string(given).map_err(|error| wrong(error.to_string()))?
    } else {
        given.to_owned()
    };
    let words = text
        .split([',', ';', '\n', '\r'])
        .map(str::trim)
        .filter(|word| !word.is_empty());
    // the first word of a table may be the name of its column
    let words = words
        .enumerate()
        .filter(|(k, word)| *k > 0 || word.parse::<PartialDate>().is_ok());
    let dates: Vec<PartialDate> = words
        .map(|(_, word)| word.parse())
        .collect::<Result<_, String>>()
        .map_err(wrong)?;
    if dates.len() != own.len() {
        return Err(wrong(format!("{} ≠ {}", dates.len(), own.len())));
    }
    Ok(dates.into_iter().map(Some).collect())
}
