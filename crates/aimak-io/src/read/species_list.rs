//! Species lists in one cell: everything that was found at a visit, without amounts.

use aimak_core::{Message, SpeciesScale};

use super::{
    species::plain,
    table::{Table, name_of},
    value,
    visits::Drafts,
};

/// Words that say: looked for, and nothing found.
const NONE: [&str; 7] = ["0", "none", "no", "нет", "жок", "—", "-"];

/// Reads the rows of a table with a list in a cell, or with a column of 1 and 0 for each species.
pub(super) fn rows(table: &mut Table, drafts: &mut Drafts) {
    let spec = table.spec;
    let column = spec.columns.species.as_ref();
    let in_one_cell = table.has(name_of(column));
    let answers = table.answer_columns(name_of(column));
    for row in table.rows() {
        let found = if in_one_cell {
            let text = table.text(row, column);
            text.map(|text| names(&text, spec.export.is_some()))
        } else {
            ticked(table, row, &answers)
        };
        let Some((plot, time)) = drafts.whose(table, row) else {
            continue;
        };
        let Some(found) = found else {
            // nobody looked, or nobody wrote it down: that is not the same as nothing found
            drafts.leave_out(table, row, Message::new("exclusion-no-species-or-amount"));
            continue;
        };
        drafts.look_for_species(&spec.id, &plot, &time, SpeciesScale::Presence);
        for name in found {
            let name = plain(&name, spec.species_suffix.as_deref());
            drafts.add_species(&plot, &time, SpeciesScale::Presence, &name, 1.0);
        }
    }
}

/// The names in a cell; in exports of forms they hold no blanks and are parted by them.
fn names(text: &str, exported: bool) -> Vec<String> {
    if NONE.contains(&text.to_lowercase().as_str()) {
        return Vec::new();
    }
    let parts = |c: char| matches!(c, ';' | ',' | '\n') || (exported && c.is_whitespace());
    let names = text.split(parts).map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The species whose column says yes; nothing where all of them are empty.
fn ticked(table: &mut Table, row: usize, answers: &[(String, String)]) -> Option<Vec<String>> {
    let mut told = false;
    let mut found = Vec::new();
    for (column, name) in answers {
        let Some(text) = table.cell(row, column, &[]).map(str::to_owned) else {
            continue;
        };
        told = true;
        match value::flag(&text) {
            Some(true) => found.push(name.clone()),
            Some(false) => {}
            None => table.wrong(row, column, "not-yes-or-no", &text),
        }
    }
    told.then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_cell() {
        let of = |text| names(text, false);
        let expected = ["Poa annua", "Festuca valesiaca", "Stipa", "Allium"];
        assert_eq!(of("Poa annua; Festuca valesiaca,Stipa\nAllium"), expected);
        assert_eq!(names("poa_annua stipa", true), ["poa_annua", "stipa"]);
        assert_eq!((of("нет"), of("0")), (vec![], vec![]));
    }
}
