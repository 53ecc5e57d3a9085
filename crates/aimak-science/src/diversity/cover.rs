//! What share of the ground does a code of cover stand for?

use aimak_core::{Message, Reason, SpeciesScale, Withheld};

use super::amount::Amount;

/// Share of the ground under a species, above 0 to 1; 0 is absence.
///
/// Two covers of one species on one plot (layers, sub-plots of one record) are joined as if they overlapped by chance:
/// `1 − (1 − a)(1 − b)`.
///
/// ```
/// use aimak_science::diversity::{Amount, CoverShare};
/// let half = CoverShare::of_percent(50.0).unwrap();
/// assert_eq!(half.joined(half).number(), 0.75);
/// assert!(CoverShare::of_percent(120.0).is_err());
/// ```
///
/// # Reference
/// Fischer (2015), J. Veg. Sci. 26:25–31 (covers of layers).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoverShare(f64);

impl CoverShare {
    /// A cover given in per cent of the plot.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` below 0, above 100 or for what is no number.
    pub fn of_percent(percent: f64) -> Result<Self, Withheld> {
        if (0.0..=100.0).contains(&percent) {
            return Ok(Self(percent / 100.0));
        }
        Err(Withheld::because(Reason::OutOfRange).with(
            Message::new("detail-out-of-range")
                .with("field", "cover")
                .with("found", percent)
                .with("lowest", 0.0)
                .with("highest", 100.0),
        ))
    }

    /// The share (0–1).
    pub fn share(self) -> f64 {
        self.0
    }
}

impl Amount for CoverShare {
    fn number(self) -> f64 {
        self.0
    }

    fn joined(self, other: Self) -> Self {
        Self(1.0 - (1.0 - self.0) * (1.0 - other.0))
    }
}

/// A named table from codes to per cent.
///
/// Codes stand for classes; the value of a class is somebody's convention. So the name of the table belongs to every result,
/// and results by different tables are not compared. Hill numbers of order 1 and 2 by share are as good as the classes are wide;
/// richness comes from presence across plots, never from cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverScale {
    /// Cover in per cent, as it is.
    Percent,
    /// Braun-Blanquet's seven steps with the defaults of Turboveg: r 1, + 2, 1 3, 2 13, 3 38, 4 68, 5 88 %.
    BraunBlanquetTurboveg,
    /// The nine steps of Reichelt & Wilmanns with the defaults of Turboveg: as the seven, with 2m 4, 2a 8, 2b 18 % instead of 2.
    ReicheltWilmannsTurboveg,
    /// Braun-Blanquet's cover classes at their middles: 1 (to 5 %) 2.5, 2 (5–25) 15, 3 (25–50) 37.5, 4 (50–75) 62.5,
    /// 5 (75–100) 87.5; + 0.5 and r 0.1 by convention.
    BraunBlanquetMiddles,
    /// Drude's steps at the middles of classes of cover used in Russian-language handbooks: sol (to 10 %) 5, sp (10–30) 20,
    /// cop1 (30–50) 40, cop2 (50–70) 60, cop3 (70–90) 80, soc (90–100) 95; un (one individual) 0.2 by convention.
    DrudeMiddles,
}

impl CoverScale {
    /// Every scale.
    pub const ALL: [Self; 5] = [
        Self::Percent,
        Self::BraunBlanquetTurboveg,
        Self::ReicheltWilmannsTurboveg,
        Self::BraunBlanquetMiddles,
        Self::DrudeMiddles,
    ];

    /// The scale of cover that species were noted by; `None` where they were counted or only listed.
    pub fn of(scale: SpeciesScale) -> Option<Self> {
        match scale {
            SpeciesScale::Count | SpeciesScale::Presence => None,
            SpeciesScale::CoverPercent => Some(Self::Percent),
            SpeciesScale::BraunBlanquetTurboveg => Some(Self::BraunBlanquetTurboveg),
            SpeciesScale::ReicheltWilmannsTurboveg => Some(Self::ReicheltWilmannsTurboveg),
            SpeciesScale::BraunBlanquetMiddles => Some(Self::BraunBlanquetMiddles),
            SpeciesScale::DrudeMiddles => Some(Self::DrudeMiddles),
        }
    }

    /// The name as files write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::BraunBlanquetTurboveg => "braun_blanquet_turboveg",
            Self::ReicheltWilmannsTurboveg => "reichelt_wilmanns_turboveg",
            Self::BraunBlanquetMiddles => "braun_blanquet_middles",
            Self::DrudeMiddles => "drude_middles",
        }
    }

    /// Codes with their per cent, in rising order; empty for per cent itself.
    pub const fn codes(self) -> &'static [(&'static str, f64)] {
        match self {
            Self::Percent => &[],
            Self::BraunBlanquetTurboveg => &[
                ("r", 1.0),
                ("+", 2.0),
                ("1", 3.0),
                ("2", 13.0),
                ("3", 38.0),
                ("4", 68.0),
                ("5", 88.0),
            ],
            Self::ReicheltWilmannsTurboveg => &[
                ("r", 1.0),
                ("+", 2.0),
                ("1", 3.0),
                ("2m", 4.0),
                ("2a", 8.0),
                ("2b", 18.0),
                ("3", 38.0),
                ("4", 68.0),
                ("5", 88.0),
            ],
            Self::BraunBlanquetMiddles => &[
                ("r", 0.1),
                ("+", 0.5),
                ("1", 2.5),
                ("2", 15.0),
                ("3", 37.5),
                ("4", 62.5),
                ("5", 87.5),
            ],
            Self::DrudeMiddles => &[
                ("un", 0.2),
                ("sol", 5.0),
                ("sp", 20.0),
                ("cop1", 40.0),
                ("cop2", 60.0),
                ("cop3", 80.0),
                ("soc", 95.0),
            ],
        }
    }

    /// The share that a code stands for.
    ///
    /// Case, blanks and the dot after an abbreviation (`Cop.1`, `Sol.`) do not matter. An empty code and `0` are absence; in per
    /// cent a comma may stand for the decimal point.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` with the code where the table does not have it, or the per cent lie outside 0–100.
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::CoverScale;
    /// let share = |scale: CoverScale, code| scale.cover(code).map(|cover| cover.share());
    /// assert_eq!(share(CoverScale::BraunBlanquetTurboveg, "2"), Ok(0.13));
    /// assert_eq!(share(CoverScale::DrudeMiddles, "Cop.1"), Ok(0.4));
    /// assert_eq!(share(CoverScale::Percent, "2,5"), Ok(0.025));
    /// assert!(share(CoverScale::BraunBlanquetTurboveg, "2a").is_err()); // a step of another scale
    /// ```
    ///
    /// # Reference
    /// Braun-Blanquet (1964); Reichelt & Wilmanns (1973); Hennekens & Schaminée (2001), J. Veg. Sci. 12:589–591 (defaults of
    /// Turboveg; those of the nine steps recalled); Drude (1913). The cover of Drude's steps was not found in a source that
    /// could be read: recalled, to be confirmed by a geobotanist before it is published.
    pub fn cover(self, code: &str) -> Result<CoverShare, Withheld> {
        let plain: String = code
            .chars()
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_lowercase)
            .collect();
        if plain.is_empty() || plain == "0" {
            return Ok(CoverShare(0.0));
        }
        if self == Self::Percent {
            let percent = plain.replace(',', ".").parse().map_err(|_| unknown(code))?;
            return CoverShare::of_percent(percent);
        }
        let plain = plain.replace('.', "");
        let known = self.codes().iter().find(|(known, _)| *known == plain);
        let (_, percent) = known.ok_or_else(|| unknown(code))?;
        CoverShare::of_percent(*percent)
    }
}

fn unknown(code: &str) -> Withheld {
    Withheld::because(Reason::OutOfRange).with(Message::new("detail-cover-code").with("code", code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_rises_and_its_codes_are_found() {
        for scale in CoverScale::ALL {
            assert!(
                scale.codes().windows(2).all(|pair| pair[0].1 < pair[1].1),
                "{scale:?}"
            );
            for (code, percent) in scale.codes() {
                let cover = scale.cover(&format!(" {} ", code.to_uppercase())).unwrap();
                assert!(
                    (cover.share() - percent / 100.0).abs() < 1e-15,
                    "{scale:?} {code}"
                );
            }
        }
    }

    #[test]
    fn nothing_written_is_absence_and_nonsense_is_refused() {
        for scale in CoverScale::ALL {
            assert_eq!(scale.cover("  ").unwrap().number(), 0.0);
            assert_eq!(scale.cover("0").unwrap().number(), 0.0);
            assert_eq!(scale.cover("many").unwrap_err().reason, Reason::OutOfRange);
        }
        assert!(CoverScale::Percent.cover("-3").is_err());
        assert!(CoverScale::Percent.cover("NaN").is_err());
    }
}
