//! Where the plots are, and whether on organic land.

use aimak_core::{Exclusion, Parcel, ParcelStatus, Plot, Progress, SoilLayer};
use geo::{Intersects as _, Point};
use proj::Proj;

use super::{
    Reading,
    lost::{Lost, Readings},
    places::Places,
    points,
    species_names::SpeciesNames,
    table::{Table, name_of},
    value::{COORDINATE, DEPTH, PH},
    visits::Drafts,
};
use crate::{
    problem::Problem,
    project::{Column, Columns, TableKind, TableSpec},
};

/// Depth a pH stands for where the table of plots gives none, cm.
const PH_DEPTH_CM: (f64, f64) = (0.0, 10.0);

impl Reading {
    /// Reads all tables: plots first, because soil and species may be keyed by their visits.
    pub(super) fn plots(
        &mut self,
        places: &Places,
        parcels: Option<&[Parcel]>,
        progress: &dyn Progress,
    ) -> (Vec<Plot>, Vec<Exclusion>) {
        let periods = self
            .file
            .periods
            .iter()
            .map(|period| period.id.clone())
            .collect();
        let mut drafts = Drafts::among(periods);
        drafts.names = self.species_names();
        let mut specs: Vec<TableSpec> = self.file.tables.iter().map(points::placed).collect();
        specs.sort_by(|a, b| a.kind.cmp(&b.kind).then_with(|| a.id.cmp(&b.id)));
        for spec in &specs {
            self.table(spec, places, &mut drafts);
            progress.advance(1);
        }
        if let Some(parcels) = parcels {
            by_parcels(&mut drafts, parcels);
        }
        self.problems.extend(drafts.names.remarks());
        drafts.finish()
    }

    /// Names of species with the synonyms of the project.
    fn species_names(&mut self) -> SpeciesNames {
        let Some(file) = self.file.project.synonyms.clone() else {
            return SpeciesNames::default();
        };
        if !self.source("synonyms", &file, None, None) {
            return SpeciesNames::default();
        }
        SpeciesNames::read(&self.base, &file).unwrap_or_else(|problems| {
            self.problems.extend(problems);
            SpeciesNames::default()
        })
    }

    /// Reads one table.
    fn table(&mut self, spec: &TableSpec, places: &Places, drafts: &mut Drafts) {
        let read = self.source(
            &spec.id,
            &spec.file,
            spec.licence.as_ref(),
            spec.citation.as_ref(),
        ) && self.parent_source(spec);
        let table = if read {
            Table::read(&self.base, spec)
        } else {
            Err(Vec::new())
        };
        let mut table = match table {
            Ok(table) => table,
            Err(problems) => {
                drafts.plots_incomplete |= spec.kind == TableKind::Plots;
                return self.problems.extend(problems);
            }
        };
        let columns = &spec.columns;
        let places_plots =
            columns.aimak.is_some() || columns.longitude.is_some() || columns.x.is_some();
        match spec.kind {
            TableKind::Plots => self.plot_rows(&mut table, places, drafts),
            TableKind::SoilLayers | TableKind::Species if places_plots => {
                self.plot_rows(&mut table, places, drafts);
            }
            _ => {}
        }
        match spec.kind {
            TableKind::Plots => {}
            TableKind::SoilLayers => super::soil::rows(&mut table, drafts),
            TableKind::Species => super::species::rows(&mut table, drafts),
            TableKind::CropVarieties => self.farms.rows(&mut table, places, drafts),
            TableKind::SurveyAnswers => {
                let questionnaire = super::questionnaires::rows(&mut table, places, drafts);
                self.questionnaires.push(questionnaire);
            }
            TableKind::Programme => {
                let figures = super::programme::rows(&mut table, places);
                self.programme.extend(figures);
            }
            TableKind::SpeciesList => self.species_lists.rows(&mut table, &mut drafts.names),
            TableKind::ManagedFields => self.managed_fields.rows(&mut table, places),
            TableKind::Weather => self
                .weather
                .extend(super::weather::rows(&mut table, places)),
        }
        self.problems.extend(table.problems());
    }

    /// Notes the file of the rows that those of a repeat group belong to, where it is another one.
    fn parent_source(&mut self, spec: &TableSpec) -> bool {
        let file = spec.parent.as_ref().and_then(|parent| parent.file.as_ref());
        let Some(file) = file.filter(|file| **file != spec.file) else {
            return true;
        };
        let id = format!("{}-parent", spec.id);
        self.source(&id, file, spec.licence.as_ref(), spec.citation.as_ref())
    }

    /// Places, strata, organic land; and what was measured once a visit.
    fn plot_rows(&mut self, table: &mut Table, places: &Places, drafts: &mut Drafts) {
        let spec = table.spec;
        let columns = &spec.columns;
        let working = &self.file.project.crs;
        let crs = if columns.longitude.is_some() {
            "EPSG:4326"
        } else {
            spec.crs.as_deref().unwrap_or(working)
        };
        let given = match Proj::new_known_crs(crs, working, None) {
            Ok(proj) => proj,
            Err(error) => {
                return self
                    .problems
                    .push(Problem::error("unknown-crs", &spec.file).found(error.to_string()));
            }
        };
        let in_degrees = columns.longitude.is_some();
        let degrees = Proj::new_known_crs("EPSG:4326", working, None).ok();
        let readings = Readings {
            given: &given,
            degrees: degrees.as_ref().filter(|_| !in_degrees),
            metres: in_degrees,
        };
        let mut reader = PlotReader {
            columns,
            places,
            readings,
            lost: Lost::default(),
        };
        for row in table.rows() {
            let Some(id) = table.text(row, columns.plot.as_ref()) else {
                // rows keyed by a visit name no plot
                if columns.plot.is_some() {
                    table.wrong(row, name_of(columns.plot.as_ref()), "empty-cell", "∅");
                }
                continue;
            };
            reader.place(table, row, &id, drafts);
            if spec.kind == TableKind::Plots {
                visit_of_row(table, row, &id, drafts);
            }
        }
        if spec.kind == TableKind::Plots && columns.ph.is_some() && columns.top_cm.is_none() {
            let found = format!("{}–{} cm", PH_DEPTH_CM.0, PH_DEPTH_CM.1);
            let column = name_of(columns.ph.as_ref());
            self.problems.push(
                Problem::warning("ph-depth-assumed", &spec.file)
                    .in_column(column)
                    .found(found),
            );
        }
        let (x, y) = coordinates(columns);
        self.problems.extend(
            reader
                .lost
                .problems(&spec.file, &format!("{}, {}", name_of(x), name_of(y))),
        );
    }
}

/// Longitude and latitude, or easting and northing.
fn coordinates(columns: &Columns) -> (Option<&Column>, Option<&Column>) {
    match (&columns.longitude, &columns.latitude) {
        (Some(x), Some(y)) => (Some(x), Some(y)),
        _ => (columns.x.as_ref(), columns.y.as_ref()),
    }
}

/// Finds out what a row says about its plot.
struct PlotReader<'a> {
    columns: &'a Columns,
    places: &'a Places<'a>,
    readings: Readings<'a>,
    lost: Lost,
}

impl PlotReader<'_> {
    fn place(&mut self, table: &mut Table, row: usize, id: &str, drafts: &mut Drafts) {
        let columns = self.columns;
        let (x, y) = coordinates(columns);
        let in_degrees = columns.longitude.is_some();
        let mut coordinate = |column| {
            if in_degrees {
                table.degrees(row, column)
            } else {
                table.number(row, column, &COORDINATE)
            }
        };
        let coordinates = coordinate(x).zip(coordinate(y));
        let place = coordinates
            .and_then(|place| self.readings.given.convert(place).ok())
            .map(Point::from);
        let lies_in = place.and_then(|place| self.places.aimak_at(place));
        self.lost.sound += usize::from(lies_in.is_some());
        let declared = self.places.named(table, row, columns.aimak.as_ref());
        let plot_column = name_of(columns.plot.as_ref());
        if !self.places.is_empty() {
            match (&declared, lies_in, coordinates) {
                (_, None, Some(coordinates)) => {
                    let number = table.row_number(row);
                    self.lost
                        .add(number, coordinates, &self.readings, self.places);
                }
                (Some(declared), Some(lies_in), _) if declared != lies_in => {
                    let column = name_of(columns.aimak.as_ref());
                    let found = format!("{declared} ≠ {lies_in}");
                    table.doubtful(row, column, "plot-in-other-aimak", found);
                }
                // cells that cannot be read have been reported as such
                (None, None, None)
                    if [x, y, columns.aimak.as_ref()]
                        .iter()
                        .all(|column| table.text(row, *column).is_none()) =>
                {
                    table.wrong(row, plot_column, "plot-without-place", id);
                }
                _ => {}
            }
        }
        let aimak = declared.or_else(|| lies_in.cloned());
        let organic = table.flag(row, columns.on_organic_land.as_ref());
        let stratum = table.text(row, columns.stratum.as_ref());
        let draft = drafts.plots.entry(id.to_owned()).or_default();
        if let (Some(before), Some(now)) = (&draft.aimak, &aimak)
            && before != now
        {
            table.wrong(
                row,
                plot_column,
                "plot-conflict",
                &format!("{id}: {before} ≠ {now}"),
            );
        }
        draft.aimak = draft.aimak.take().or(aimak);
        draft.place = draft.place.or(place);
        // land does not lose its treatment: one row that says "organic" is enough, in whatever order rows come
        draft.on_organic_land = draft.on_organic_land.max(organic);
        draft.stratum = stratum.unwrap_or_else(|| std::mem::take(&mut draft.stratum));
    }
}

/// The visit a row of a plots table stands for, with the pH measured then.
fn visit_of_row(table: &mut Table, row: usize, plot: &str, drafts: &mut Drafts) {
    let columns = &table.spec.columns;
    let time = drafts.time(table, row);
    let ph = table.number(row, columns.ph.as_ref(), &PH);
    let visit = table.text(row, columns.visit.as_ref());
    let Some(time) = time else {
        let said = columns.date.as_ref().or(columns.period.as_ref());
        // a date that cannot be read has been reported as such
        if (ph.is_some() || visit.is_some()) && table.text(row, said).is_none() {
            table.wrong(
                row,
                name_of(columns.date.as_ref().or(columns.plot.as_ref())),
                "no-time",
                plot,
            );
        }
        return;
    };
    if let Some(visit) = visit
        && !drafts.name_visit(&visit, plot, &time)
    {
        table.wrong(
            row,
            name_of(columns.visit.as_ref()),
            "duplicate-visit",
            &visit,
        );
    }
    if let Some(ph) = ph {
        let mut depth = |column, usual| table.number(row, column, &DEPTH).unwrap_or(usual);
        let layer = SoilLayer {
            top_cm: depth(columns.top_cm.as_ref(), PH_DEPTH_CM.0),
            bottom_cm: depth(columns.bottom_cm.as_ref(), PH_DEPTH_CM.1),
            carbon_percent: None,
            bulk_density_g_per_cm3: None,
            coarse_fraction: None,
            ph: Some(ph),
            ..SoilLayer::default()
        };
        if !drafts.add_soil(&table.spec.id, plot, &time, layer) {
            table.wrong(
                row,
                name_of(columns.plot.as_ref()),
                "overlapping-layers",
                plot,
            );
        }
    }
}

/// Whether plots lie on organic land, where no table says so: a vote alone changes nothing on the land.
fn by_parcels(drafts: &mut Drafts, parcels: &[Parcel]) {
    for draft in drafts
        .plots
        .values_mut()
        .filter(|draft| draft.on_organic_land.is_none())
    {
        let Some(place) = draft.place else { continue };
        let on = |parcel: &Parcel| {
            parcel.status != ParcelStatus::Voted && parcel.shape.intersects(&place)
        };
        draft.on_organic_land = Some(parcels.iter().any(on));
    }
}
