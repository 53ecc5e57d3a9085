//! How fields of a project were managed, before and after: a row for each.

use std::collections::{BTreeMap, btree_map::Entry};

use aimak_core::{AimakCode, InputUse, ManagedField};

use super::{
    places::Places,
    table::{Table, name_of},
    tier1_record::RecordColumns,
    value::AREA,
};

/// Fields by aimak and name.
#[derive(Default)]
pub(super) struct ManagedFields(BTreeMap<(AimakCode, String), ManagedField>);

impl ManagedFields {
    /// Reads the rows of a table of fields.
    pub fn rows(&mut self, table: &mut Table<'_>, places: &Places<'_>) {
        let columns = &table.spec.columns;
        let record_columns = RecordColumns::mapped(&columns.mapped());
        for row in table.rows() {
            let id = table.needed(row, columns.field.as_ref());
            table.needed(row, columns.aimak.as_ref());
            let aimak = places.named(table, row, columns.aimak.as_ref());
            let area_ha = area(table, row);
            let on_organic_land = table.flag(row, columns.on_organic_land.as_ref());
            let record = record_columns.record(table, row);
            let (Some(id), Some(aimak), Some(area_ha)) = (id, aimak, area_ha) else {
                continue;
            };
            match self.0.entry((aimak.clone(), id.clone())) {
                Entry::Vacant(free) => {
                    free.insert(ManagedField {
                        id,
                        aimak,
                        area_ha,
                        on_organic_land,
                        record,
                        row: InputUse {
                            source: table.spec.id.clone(),
                            used: 1,
                        },
                    });
                }
                Entry::Occupied(_) => {
                    table.wrong(row, name_of(columns.field.as_ref()), "field-twice", &id);
                }
            }
        }
    }

    /// The fields, sorted by aimak and name.
    pub fn finish(self) -> Vec<ManagedField> {
        self.0.into_values().collect()
    }
}

/// The area of a field: without one it has no weight.
fn area(table: &mut Table<'_>, row: usize) -> Option<f64> {
    let column = table.spec.columns.area_ha.as_ref();
    let text = table.needed(row, column)?;
    let area = table.number(row, column, &AREA)?;
    if area == 0.0 {
        table.wrong(row, name_of(column), "field-without-area", &text);
    }
    (area > 0.0).then_some(area)
}
