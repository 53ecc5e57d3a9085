//! Longitudes and latitudes of a table.

use aimak_core::Message;

use super::{degrees::degrees, table::Table, value};
use crate::{
    problem::Severity,
    project::{CellPart, Column},
};

impl Table<'_> {
    /// A mapped cell as degrees of longitude or latitude.
    pub fn degrees(&mut self, row: usize, column: Option<&Column>) -> Option<f64> {
        let column = column?;
        let text = self.text(row, Some(column))?;
        let degrees = match column.part() {
            Some(part) => of_place(&text, part),
            None => degrees(&text),
        };
        if degrees.is_none() {
            let problem = self.problem(Severity::Error, "not-degrees", row, column.name());
            let whole_place =
                column.part().is_none() && of_place(&text, CellPart::Latitude).is_some();
            let problem = problem.found(&text);
            self.note(if whole_place {
                problem.hinting(Message::new("hint-place-part").with("column", column.name()))
            } else {
                problem
            });
        }
        degrees
    }
}

/// Longitude or latitude of a place as phones write it: latitude, longitude, perhaps height and precision.
fn of_place(text: &str, part: CellPart) -> Option<f64> {
    let numbers: Option<Vec<f64>> = text.split_whitespace().map(value::number).collect();
    let numbers = numbers.filter(|numbers| (2..=4).contains(&numbers.len()))?;
    match part {
        CellPart::Latitude => numbers.first().copied(),
        CellPart::Longitude => numbers.get(1).copied(),
        // no parts of a place: the mapping was refused
        CellPart::Top | CellPart::Bottom => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_as_phones_write_it() {
        let place = "42.8746 74.5698 800.5 4.9";
        assert_eq!(of_place(place, CellPart::Latitude), Some(42.8746));
        assert_eq!(of_place(place, CellPart::Longitude), Some(74.5698));
        for text in ["42.8746", "42.8746 east", "1 2 3 4 5"] {
            assert_eq!(of_place(text, CellPart::Latitude), None, "{text}");
        }
    }
}
