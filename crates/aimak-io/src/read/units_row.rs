//! Is the first row of data a line of units or labels?

use aimak_core::Message;
use compact_str::CompactString;

use super::table::Table;

/// Kinds of problems that words in the place of data make.
const WORDS: [&str; 4] = ["not-a-number", "not-a-date", "not-degrees", "empty-cell"];

impl Table<'_> {
    /// Hints that the first row of data may be no data, where it alone holds words instead of numbers and dates.
    pub(super) fn tell_units_apart(&mut self) {
        let Some(number) = self.units_row() else {
            return;
        };
        let hint = Message::new("hint-units-row").with("row", number + 1);
        let listed = self.wrong.values_mut().flat_map(|wrong| &mut wrong.listed);
        for problem in listed.filter(|problem| WORDS.contains(&problem.code)) {
            problem.hint = hint.clone();
        }
    }

    /// The number of the first row of data, where it looks like a line of units: no other row has the problems it has, and
    /// several of its columns have one or none of its cells holds a digit. One wrong cell alone is a slip of the pen.
    fn units_row(&self) -> Option<usize> {
        let rows = self.rows();
        let [first, _, ..] = rows.as_slice() else {
            return None;
        };
        let number = self.row_number(*first);
        let of_words = |code: &str| WORDS.contains(&code);
        let wrong = self.wrong.iter().filter(|((_, code), _)| of_words(code));
        let wrong: Vec<_> = wrong.map(|(_, wrong)| wrong).collect();
        let alone = wrong
            .iter()
            .all(|wrong| wrong.listed.len() == 1 && wrong.last_row == Some(number));
        let digit = |text: &CompactString| text.contains(|c: char| c.is_ascii_digit());
        let digits = self.cells_in(*first).iter().flatten().any(digit);
        let several = wrong.len() > 1;
        // features of a map have no line of units
        let below_header = number > 1;
        (below_header && !wrong.is_empty() && alone && (several || !digits)).then_some(number)
    }
}
