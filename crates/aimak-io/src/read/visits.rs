//! Plots while they are put together from several tables.

use std::collections::BTreeMap;

use aimak_core::{
    AimakCode, Exclusion, Message, PeriodId, Plot, SoilLayer, SpeciesScale, Visit, VisitTime,
};
use geo::Point;

use super::table::Table;

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
    /// Visits by the text of their time.
    visits: BTreeMap<String, VisitDraft>,
}

/// A visit in the making.
struct VisitDraft {
    time: VisitTime,
    soil: Vec<SoilLayer>,
    scale: Option<SpeciesScale>,
    species: BTreeMap<String, f64>,
}

/// Plots and visits by their ids.
#[derive(Default)]
pub(super) struct Drafts {
    /// Plots by id.
    pub plots: BTreeMap<String, Draft>,
    /// Visit id → plot id and time.
    visit_ids: BTreeMap<String, (String, VisitTime)>,
    /// Rows left out: source, reason → how many.
    left_out: BTreeMap<(String, &'static str), usize>,
}

impl Drafts {
    /// When a row was recorded: by its date, its period, or the column that stands for the period.
    pub fn time(table: &mut Table, row: usize) -> Option<VisitTime> {
        let columns = &table.spec.columns;
        if let Some(date) = table.date(row, columns.date.as_ref()) {
            return Some(VisitTime::Date(date));
        }
        if let Some(period) = table.text(row, columns.period.as_ref()) {
            return Some(VisitTime::Period(PeriodId(period)));
        }
        let from = table.spec.period_from.as_ref()?;
        let text = table.cell(row, &from.column, &[])?.to_owned();
        let period = from.map.get(&text).cloned();
        if period.is_none() {
            table.note(row, &from.column, "unknown-period", &text);
        }
        period.map(VisitTime::Period)
    }

    /// The plot and time a row of soil or species belongs to.
    pub fn whose(&mut self, table: &mut Table, row: usize) -> Option<(String, VisitTime)> {
        let columns = &table.spec.columns;
        if let Some(visit) = table.text(row, columns.visit.as_ref()) {
            let known = self.visit_ids.get(&visit).cloned();
            if known.is_none() {
                self.leave_out(table, "exclusion-unknown-visit");
            }
            return known;
        }
        let plot = table.text(row, columns.plot.as_ref());
        let time = Self::time(table, row);
        if plot.is_none() || time.is_none() {
            self.leave_out(table, "exclusion-no-plot-or-date");
        }
        plot.zip(time)
    }

    /// Counts a row that is not used.
    pub fn leave_out(&mut self, table: &Table, reason: &'static str) {
        *self
            .left_out
            .entry((table.spec.id.clone(), reason))
            .or_default() += 1;
    }

    /// Remembers which visit an id means.
    pub fn name_visit(&mut self, id: String, plot: &str, time: &VisitTime) {
        self.visit_ids.insert(id, (plot.to_owned(), time.clone()));
        self.visit(plot, time);
    }

    /// The visit of a plot at a time, made if it is new.
    fn visit(&mut self, plot: &str, time: &VisitTime) -> &mut VisitDraft {
        let key = match time {
            VisitTime::Date(date) => date.to_string(),
            VisitTime::Period(period) => format!("period {period}"),
        };
        let draft = self.plots.entry(plot.to_owned()).or_default();
        draft.visits.entry(key).or_insert_with(|| VisitDraft {
            time: time.clone(),
            soil: Vec::new(),
            scale: None,
            species: BTreeMap::new(),
        })
    }

    /// Adds a soil layer.
    pub fn add_soil(&mut self, plot: &str, time: &VisitTime, layer: SoilLayer) {
        self.visit(plot, time).soil.push(layer);
    }

    /// Says that species were looked for.
    pub fn look_for_species(&mut self, plot: &str, time: &VisitTime, scale: SpeciesScale) {
        self.visit(plot, time).scale = Some(scale);
    }

    /// Adds a species; vegetation layers of one species add up, covers to at most 100 %.
    pub fn add_species(
        &mut self,
        plot: &str,
        time: &VisitTime,
        scale: SpeciesScale,
        name: String,
        amount: f64,
    ) {
        let sum = self.visit(plot, time).species.entry(name).or_default();
        *sum = match scale {
            SpeciesScale::Count => *sum + amount,
            SpeciesScale::CoverPercent => (*sum + amount).min(100.0),
            SpeciesScale::Presence => 1.0,
        };
    }

    /// The plots whose aimak is known, sorted by id; and what was left out.
    pub fn finish(self) -> (Vec<Plot>, Vec<Exclusion>) {
        let plots = self.plots.into_iter().filter_map(|(id, draft)| {
            Some(Plot {
                id,
                aimak: draft.aimak?,
                on_organic_land: draft.on_organic_land,
                stratum: draft.stratum,
                place: draft.place,
                visits: draft.visits.into_values().map(VisitDraft::finish).collect(),
            })
        });
        let exclusion = |((source, reason), rows): ((String, &'static str), usize)| Exclusion {
            source,
            rows,
            reason: Message::new(reason),
        };
        (
            plots.collect(),
            self.left_out.into_iter().map(exclusion).collect(),
        )
    }
}

impl VisitDraft {
    fn finish(mut self) -> Visit {
        self.soil.sort_by(|a, b| a.top_cm.total_cmp(&b.top_cm));
        let species = self
            .species
            .into_iter()
            .map(|(species, amount)| aimak_core::Abundance { species, amount });
        Visit {
            time: self.time,
            soil: self.soil,
            species_scale: self.scale,
            species: species.collect(),
        }
    }
}
