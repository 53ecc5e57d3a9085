//! Has land become worse, stayed as it was or become better by SDG 15.3.1?
//!
//! Productivity (trend, state, performance), land cover and soil carbon each give a [`ChangeClass`]; one-out-all-out joins
//! them. Where published rules disagree every rule is a named variant, and [`Variant`] bundles them: the share of degraded
//! land hangs more on these choices than on the data (METHODS appendix X 11), so a result always names its variant.
//!
//! Missing is `None`, never "stable". METHODS D.5; UNCCD PRAIS 4 manual (2026 cycle); Trends.Earth algorithms @ 35b2b7d.

pub mod areas;
pub mod class;
pub mod climate;
pub mod kendall;
pub mod land_cover;
pub mod legend;
pub mod maps;
pub mod one_out_all_out;
pub mod parameters;
pub mod performance;
pub mod pixels;
pub mod productivity;
pub mod recode;
pub mod soil_carbon;
pub mod soil_carbon_model;
pub mod state;
pub mod status;
pub mod transition_matrix;
pub mod trend;
pub mod windows;

pub use class::ChangeClass;
pub use parameters::{ParameterSet, Variant};

/// The note that belongs to every result of the productivity sub-indicator: a transition of three to five years will normally
/// be invisible in it (UNCCD manual, Box 4).
pub const NOTE_PRODUCTIVITY_TAKES_A_DECADE: &str = "note-productivity-takes-a-decade";

#[cfg(test)]
mod oracle {
    use super::ChangeClass;

    /// Rows of an oracle table as whole numbers, without comments and header.
    pub fn rows(table: &str) -> Vec<Vec<i16>> {
        let lines = table.lines().filter(|line| !line.starts_with('#')).skip(1);
        let rows: Vec<Vec<i16>> = lines
            .map(|line| line.split(',').map(|cell| cell.parse().unwrap()).collect())
            .collect();
        assert!(rows.len() > 9, "the table is missing");
        rows
    }

    /// The class of a Trends.Earth code; -32768 is no data.
    pub fn class(code: i16) -> Option<ChangeClass> {
        match code {
            -32768 => None,
            code => Some(ChangeClass::from_sign(i8::try_from(code).unwrap()).unwrap()),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_decade_note_has_its_words_in_three_languages() {
        let texts = [
            include_str!("../../../../atlas-web/texts/ky/science.ftl"),
            include_str!("../../../../atlas-web/texts/ru/science.ftl"),
            include_str!("../../../../atlas-web/texts/en/science.ftl"),
        ];
        let entry = format!("\n{} = ", super::NOTE_PRODUCTIVITY_TAKES_A_DECADE);
        assert!(texts.iter().all(|text| text.contains(&entry)));
    }
}
