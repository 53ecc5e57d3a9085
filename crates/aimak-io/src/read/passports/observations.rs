//! The table of states and species.

use aimak_core::{PartialDate, PlaceState, SpeciesSeen};
use aimak_science::disclosure::consent::Consent;

use super::{
    record::{Record, Species},
    words,
};
use crate::read::{sheet, table::Table};

pub(super) const NEEDED: [&str; 3] = ["place", "date", "sensitivity"];
pub(super) const OPTIONAL: [&str; 6] = [
    "state",
    "judged_by",
    "species",
    "species_ky",
    "species_ru",
    "species_en",
];

/// Adds every row to its place.
pub(super) fn read(table: &mut Table<'_>, records: &mut [Record], edition: PartialDate) {
    for row in table.rows() {
        let record = super::place_of(table, row, records);
        let date = words::date(table, row, "date", edition);
        let state = words::word(table, row, "state", words::STATES);
        let species = words::text(table, row, "species");
        let sensitivity = words::sensitivity(table, row);
        if words::text(table, row, "state").is_none() && species.is_none() {
            table.wrong(row, "state", "observation-empty", "—");
        }
        let judged_by = words::text(table, row, "state")
            .and_then(|_| sheet::filled(table, row, "judged_by"))
            .and_then(|_| words::word(table, row, "judged_by", words::JUDGES));
        if state.is_some() && words::text(table, row, "date").is_none() {
            table.wrong(row, "date", "empty-cell", "—");
        }
        let Some(record) = record.map(|place| &mut records[place]) else {
            continue;
        };
        if record.consent == Consent::Public {
            words::check_contact(table, row, &OPTIONAL);
        }
        if let (Some(date), Some(state), Some(judged_by)) = (date, state, judged_by) {
            record.states.push(PlaceState {
                date,
                state,
                judged_by,
            });
        }
        if let Some(name) = species {
            let local_name = words::local(table, row, "species");
            record.species.push(Species {
                seen: SpeciesSeen {
                    name,
                    local_name,
                    last_seen: date,
                },
                sensitivity,
            });
        }
    }
}
