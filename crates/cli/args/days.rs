//! Seasons as they are written on the command line: `04-01..10-31`.

use aimak_science::spectral::{BeltSeasons, Season};

/// Reads a season.
pub fn season(text: &str) -> Result<Season, String> {
    let day = |text: &str| {
        let (month, day) = text.trim().split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    };
    let of = |text: &str| {
        let (first, last) = text.split_once("..")?;
        Season::new(day(first)?, day(last)?)
    };
    of(text).ok_or_else(|| "04-01..10-31".to_owned())
}

/// A season above an elevation: `2500=05-01..09-30`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Belt {
    /// Lower limit, m above sea level.
    pub above_m: f64,
    /// Its season.
    pub season: Season,
}

/// Reads a belt.
pub fn belt(text: &str) -> Result<Belt, String> {
    let wrong = || "2500=05-01..09-30".to_owned();
    let (above, days) = text.split_once('=').ok_or_else(wrong)?;
    let above_m = above.trim().parse().map_err(|_| wrong())?;
    let season = season(days)?;
    // belts are put in order later; a single one must already be sound
    BeltSeasons::new(season, vec![(above_m, season)]).ok_or_else(wrong)?;
    Ok(Belt { above_m, season })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seasons_and_belts_are_read_or_refused() {
        assert_eq!(season("04-01..10-31"), Ok(Season::LOWLAND));
        for wrong in [
            "04-01",
            "10-31..04-01",
            "02-29..09-30",
            "4..10",
            "13-01..13-02",
        ] {
            assert!(season(wrong).is_err(), "{wrong}");
        }
        let high = belt("2500=05-01..09-30").unwrap();
        assert_eq!((high.above_m, high.season), (2500.0, Season::HIGHLAND));
        assert!(belt("high=05-01..09-30").is_err() && belt("NaN=05-01..09-30").is_err());
    }
}
