//! Plots while they are put together from several tables.

use std::collections::BTreeMap;

use aimak_core::{
    Abundance, AimakCode, Exclusion, InputUse, Message, PeriodId, Plot, SoilLayer, SpeciesScale,
    Visit, VisitTime,
};
use geo::Point;

use super::{species_names::SpeciesNames, table::Table};
use crate::project::Column;

/// A plot in the making.
#[derive(Default)]
pub(super) struct Draft {
    /// Its aimak.
    pub aimak: Option<AimakCode>,
    /// Its place in the working CRS.
    pub place: Option<Point<f64>>,
    /// Whether it lies on organic land.
    pub on_organic_land: Option<bool>,
    /// Its stratum.
    pub stratum: String,
    /// Visits by the text of their time, so that they come out in order whatever the order of files and rows.
    visits: BTreeMap<String, VisitDraft>,
}

/// A visit in the making.
struct VisitDraft {
    time: VisitTime,
    soil: Vec<SoilLayer>,
    scale: Option<SpeciesScale>,
    species: BTreeMap<String, f64>,
    /// Rows of soil by source.
    soil_rows: BTreeMap<String, usize>,
    /// Rows of species by source.
    species_rows: BTreeMap<String, usize>,
}

/// Plots and visits by their ids.
#[derive(Default)]
pub(super) struct Drafts {
    /// Plots by id.
    pub plots: BTreeMap<String, Draft>,
    /// Ids of the periods of the project.
    pub periods: Vec<PeriodId>,
    /// True where a table of plots could not be read: an unknown plot is then no further problem.
    pub plots_incomplete: bool,
    /// Names of species.
    pub names: SpeciesNames,
    /// The row that is read: file and number.
    at: (String, usize),
    /// Visit id → plot id and time.
    visit_ids: BTreeMap<String, (String, VisitTime)>,
    /// Rows left out: source, reason → which, and of how many.
    left_out: BTreeMap<(String, String), (Vec<usize>, usize)>,
}

impl Drafts {
    /// Nothing yet, among these periods.
    pub fn among(periods: Vec<PeriodId>) -> Self {
        Self {
            periods,
            ..Self::default()
        }
    }

    /// When a row was recorded: by its date, its period, the column that stands for the period, or the table's period.
    pub fn time(&self, table: &mut Table, row: usize) -> Option<VisitTime> {
        let spec = table.spec;
        if let Some(date) = table.date(row, spec.columns.date.as_ref()) {
            return Some(VisitTime::Date(date));
        }
        if let Some(period) = table.text(row, spec.columns.period.as_ref()) {
            let known = self.periods.iter().find(|known| known.0 == period).cloned();
            if known.is_none() {
                let column = spec.columns.period.as_ref().map_or("", Column::name);
                table.unknown(
                    row,
                    column,
                    "unknown-period",
                    &period,
                    self.periods.iter().map(|known| known.0.as_str()),
                );
            }
            return known.map(VisitTime::Period);
        }
        if let Some(from) = &spec.period_from
            && let Some(text) = table.cell(row, &from.column, &[]).map(str::to_owned)
        {
            let period = from.map.get(&text).cloned();
            if period.is_none() {
                table.unknown(
                    row,
                    &from.column,
                    "unknown-period",
                    &text,
                    from.map.keys().map(String::as_str),
                );
            }
            return period.map(VisitTime::Period);
        }
        spec.period.clone().map(VisitTime::Period)
    }

    /// The plot and time a row of soil or species belongs to; a problem where it belongs to none.
    pub fn whose(&mut self, table: &mut Table, row: usize) -> Option<(String, VisitTime)> {
        self.at = (table.spec.file.clone(), table.row_number(row));
        let columns = &table.spec.columns;
        let name = |column: &Option<Column>| column.as_ref().map_or("", Column::name).to_owned();
        if let Some(visit) = table.text(row, columns.visit.as_ref()) {
            let known = self.visit_ids.get(&visit).cloned();
            if known.is_none() && !self.plots_incomplete {
                table.unknown(
                    row,
                    &name(&columns.visit),
                    "unknown-visit",
                    &visit,
                    self.visit_ids.keys().map(String::as_str),
                );
            }
            return known;
        }
        let Some(plot) = table.text(row, columns.plot.as_ref()) else {
            let column = if columns.plot.is_some() {
                name(&columns.plot)
            } else {
                name(&columns.visit)
            };
            table.wrong(row, &column, "empty-cell", "∅");
            return None;
        };
        if !self.plots.contains_key(&plot) && !self.plots_incomplete {
            table.unknown(
                row,
                &name(&columns.plot),
                "unknown-plot",
                &plot,
                self.plots.keys().map(String::as_str),
            );
        }
        let time = self.time(table, row);
        let said = columns.date.as_ref().or(columns.period.as_ref());
        // an unreadable date has been reported as such
        if time.is_none() && table.text(row, said).is_none() {
            table.wrong(row, &name(&columns.date), "no-time", &plot);
        }
        Some((plot, time?))
    }

    /// Notes a row that is not used.
    pub fn leave_out(&mut self, table: &Table, row: usize, reason: Message) {
        let left_out = self.left_out.entry((table.spec.id.clone(), reason.id));
        let (rows, _) = left_out.or_insert_with(|| (Vec::new(), table.rows().len()));
        rows.push(table.row_number(row));
    }

    /// Remembers which visit an id means; false where it means another one already.
    pub fn name_visit(&mut self, id: &str, plot: &str, time: &VisitTime) -> bool {
        self.visit(plot, time);
        self.visit_ids
            .insert(id.to_owned(), (plot.to_owned(), time.clone()))
            .is_none()
    }

    /// The visit of a plot at a time, made if it is new.
    fn visit(&mut self, plot: &str, time: &VisitTime) -> &mut VisitDraft {
        let key = key_of(time);
        let draft = self.plots.entry(plot.to_owned()).or_default();
        let time = time.clone();
        let new = || VisitDraft {
            time,
            soil: Vec::new(),
            scale: None,
            species: BTreeMap::new(),
            soil_rows: BTreeMap::new(),
            species_rows: BTreeMap::new(),
        };
        draft.visits.entry(key).or_insert_with(new)
    }

    /// Adds a soil layer of a source's row; false where it overlaps another one of the visit.
    ///
    /// The same layer again fills what is still empty: carbon and bulk density often come from two laboratories.
    pub fn add_soil(
        &mut self,
        source: &str,
        plot: &str,
        time: &VisitTime,
        layer: SoilLayer,
    ) -> bool {
        let visit = self.visit(plot, time);
        *visit.soil_rows.entry(source.to_owned()).or_default() += 1;
        let soil = &mut visit.soil;
        let overlaps = |known: &&mut SoilLayer| {
            known.top_cm < layer.bottom_cm && layer.top_cm < known.bottom_cm
        };
        if let Some(known) = soil.iter_mut().find(overlaps) {
            return fill(known, &layer);
        }
        soil.push(layer);
        true
    }

    /// Says that species were looked for, by a row of a source.
    pub fn look_for_species(
        &mut self,
        source: &str,
        plot: &str,
        time: &VisitTime,
        scale: SpeciesScale,
    ) {
        let visit = self.visit(plot, time);
        visit.scale = Some(scale);
        *visit.species_rows.entry(source.to_owned()).or_default() += 1;
    }

    /// Adds a species under its accepted name; true where the visit had it already.
    ///
    /// Vegetation layers of one species add up, covers to at most 100 %: layers overlap, but by how much nobody wrote
    /// down, and the sum is what a reader of the list would form.
    pub fn add_species(
        &mut self,
        plot: &str,
        time: &VisitTime,
        scale: SpeciesScale,
        name: &str,
        amount: f64,
    ) -> bool {
        let name = self.names.accepted(name, &self.at);
        let species = &mut self.visit(plot, time).species;
        let before = species.get(&name).copied();
        let sum = before.unwrap_or(0.0) + amount;
        let amount = match scale {
            SpeciesScale::Count => sum,
            SpeciesScale::Presence => 1.0,
            // cover, in per cent or by classes
            _ => sum.min(100.0),
        };
        species.insert(name, amount);
        before.is_some()
    }

    /// The plots whose aimak is known, sorted by id; and what was left out.
    pub fn finish(self) -> (Vec<Plot>, Vec<Exclusion>) {
        let plot = |(id, draft): (String, Draft)| {
            let visits = draft.visits.into_values().map(VisitDraft::finish).collect();
            let (place, on_organic_land, stratum) =
                (draft.place, draft.on_organic_land, draft.stratum);
            Some(Plot {
                id,
                aimak: draft.aimak?,
                on_organic_land,
                stratum,
                place,
                visits,
            })
        };
        let exclusion =
            |((source, reason), (which, of)): ((String, String), (Vec<usize>, usize))| Exclusion {
                source,
                rows: which.len(),
                which,
                of,
                reason: Message::new(&reason),
            };
        (
            self.plots.into_iter().filter_map(plot).collect(),
            self.left_out.into_iter().map(exclusion).collect(),
        )
    }
}

/// A text that puts times in order, dates before periods, whatever the order of files and rows.
pub(super) fn key_of(time: &VisitTime) -> String {
    match time {
        VisitTime::Date(date) => date.to_string(),
        VisitTime::Period(period) => format!("period {period}"),
    }
}

/// Fills the empty values of a layer from another account of it; false where the two are not one layer or disagree.
fn fill(known: &mut SoilLayer, other: &SoilLayer) -> bool {
    let same = known.top_cm == other.top_cm && known.bottom_cm == other.bottom_cm;
    let pairs = [
        (&mut known.carbon_percent, other.carbon_percent),
        (
            &mut known.bulk_density_g_per_cm3,
            other.bulk_density_g_per_cm3,
        ),
        (&mut known.coarse_fraction, other.coarse_fraction),
        (&mut known.ph, other.ph),
        (&mut known.humus_percent, other.humus_percent),
        (&mut known.nitrogen_percent, other.nitrogen_percent),
        (
            &mut known.p2o5_machigin_mg_per_kg,
            other.p2o5_machigin_mg_per_kg,
        ),
        (
            &mut known.k2o_machigin_mg_per_kg,
            other.k2o_machigin_mg_per_kg,
        ),
        (&mut known.p_olsen_mg_per_kg, other.p_olsen_mg_per_kg),
        (
            &mut known.conductivity_ds_per_m,
            other.conductivity_ds_per_m,
        ),
    ];
    if !same
        || pairs
            .iter()
            .any(|(mine, theirs)| mine.is_some() && theirs.is_some())
    {
        return false;
    }
    for (mine, theirs) in pairs {
        *mine = mine.or(theirs);
    }
    // a method comes with its figure, and each figure came from one account
    known.carbon_method = known.carbon_method.or(other.carbon_method);
    known.conductivity_method = known.conductivity_method.or(other.conductivity_method);
    true
}

/// Rows by source, as evidence lists them.
fn rows(by_source: BTreeMap<String, usize>) -> Vec<InputUse> {
    let uses = by_source.into_iter();
    uses.map(|(source, used)| InputUse { source, used })
        .collect()
}

impl VisitDraft {
    fn finish(mut self) -> Visit {
        self.soil.sort_by(|a, b| a.top_cm.total_cmp(&b.top_cm));
        let species = self
            .species
            .into_iter()
            .map(|(species, amount)| Abundance { species, amount });
        Visit {
            time: self.time,
            soil: self.soil,
            soil_rows: rows(self.soil_rows),
            species_scale: self.scale,
            species: species.collect(),
            species_rows: rows(self.species_rows),
            crops: Vec::new(),
            crop_rows: Vec::new(),
        }
    }
}
