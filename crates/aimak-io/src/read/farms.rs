//! What farms grew: a row for each crop, or for each variety of it.

use std::collections::BTreeMap;

use aimak_core::{Grown, InputUse, Message, Plot, Visit, VisitTime};

use super::{
    places::Places,
    table::Table,
    value::AREA,
    visits::{Drafts, key_of},
};

/// Farms in the making, by id.
#[derive(Default)]
pub(super) struct Farms(BTreeMap<String, Farm>);

struct Farm {
    plot: Plot,
    /// Years by the text of their time, so that they come out in order.
    years: BTreeMap<String, Visit>,
}

impl Farms {
    /// Reads the rows of a table of crops.
    pub(super) fn rows(&mut self, table: &mut Table, places: &Places, drafts: &mut Drafts) {
        let columns = &table.spec.columns;
        for row in table.rows() {
            let farm = table.needed(row, columns.farm.as_ref());
            let crop = table.needed(row, columns.crop.as_ref());
            table.needed(row, columns.aimak.as_ref());
            let aimak = places.named(table, row, columns.aimak.as_ref());
            let time = drafts.time(table, row);
            let hectares = table.number(row, columns.area_ha.as_ref(), &AREA);
            let organic = table.flag(row, columns.on_organic_land.as_ref());
            let (Some(farm), Some(crop), Some(aimak)) = (farm, crop, aimak) else {
                continue;
            };
            let Some(time) = time else {
                drafts.leave_out(table, row, Message::new("exclusion-no-date"));
                continue;
            };
            let id = format!("{aimak}-{farm}");
            let known = self.0.entry(id.clone()).or_insert_with(|| Farm {
                plot: Plot {
                    id,
                    aimak,
                    on_organic_land: None,
                    stratum: String::new(),
                    place: None,
                    visits: Vec::new(),
                },
                years: BTreeMap::new(),
            });
            // one row that says "organic" is enough, in whatever order rows come
            known.plot.on_organic_land = known.plot.on_organic_land.max(organic);
            let grown = Grown {
                crop,
                variety: table.text(row, columns.variety.as_ref()),
                hectares,
            };
            known.add(&table.spec.id, time, grown);
        }
    }

    /// The farms, sorted by id.
    pub(super) fn finish(self) -> Vec<Plot> {
        let farm = |farm: Farm| {
            let mut plot = farm.plot;
            plot.visits = farm.years.into_values().map(sorted).collect();
            plot
        };
        self.0.into_values().map(farm).collect()
    }
}

impl Farm {
    /// Adds a crop; two fields of one variety are one.
    fn add(&mut self, source: &str, time: VisitTime, grown: Grown) {
        let key = key_of(&time);
        let year = self.years.entry(key).or_insert_with(|| Visit::at(time));
        match year.crop_rows.iter_mut().find(|rows| rows.source == source) {
            Some(rows) => rows.used += 1,
            None => year.crop_rows.push(InputUse {
                source: source.to_owned(),
                used: 1,
            }),
        }
        let same =
            |known: &&mut Grown| (&known.crop, &known.variety) == (&grown.crop, &grown.variety);
        match year.crops.iter_mut().find(same) {
            Some(known) => {
                known.hectares = known.hectares.zip(grown.hectares).map(|(a, b)| a + b);
            }
            None => year.crops.push(grown),
        }
    }
}

fn sorted(mut visit: Visit) -> Visit {
    visit
        .crops
        .sort_by(|a, b| (&a.crop, &a.variety).cmp(&(&b.crop, &b.variety)));
    visit
}
