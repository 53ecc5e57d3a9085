//! Tables become plots with their visits.

use aimak_core::{Aimak, AimakCode, Exclusion, Parcel, ParcelStatus, Plot, Progress, SoilLayer};
use geo::{BoundingRect as _, Contains as _, Point};
use proj::Proj;
use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};

use super::{Reading, table::Table, visits::Drafts};
use crate::{
    problem::Problem,
    project::{Columns, TableKind, TableSpec},
};

/// Depth a pH stands for where the table of plots gives none, cm.
const PH_DEPTH_CM: (f64, f64) = (0.0, 10.0);

/// Finds the aimak of a point.
struct Places<'a> {
    aimaks: &'a [Aimak],
    tree: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
}

impl<'a> Places<'a> {
    fn new(aimaks: &'a [Aimak]) -> Self {
        let boxes = aimaks.iter().enumerate().filter_map(|(index, aimak)| {
            let bounds = aimak.outline.bounding_rect()?;
            let corners = Rectangle::from_corners(
                [bounds.min().x, bounds.min().y],
                [bounds.max().x, bounds.max().y],
            );
            Some(GeomWithData::new(corners, index))
        });
        Self {
            aimaks,
            tree: RTree::bulk_load(boxes.collect()),
        }
    }

    /// The aimak a point lies in; of overlapping ones the first by code.
    fn aimak_at(&self, point: Point<f64>) -> Option<&'a AimakCode> {
        let here = AABB::from_point([point.x(), point.y()]);
        let near = self
            .tree
            .locate_in_envelope_intersecting(&here)
            .map(|found| found.data);
        let inside = near
            .filter(|index| self.aimaks[*index].outline.contains(&point))
            .min();
        inside.map(|index| &self.aimaks[index].code)
    }
}

impl Reading {
    /// Reads all tables: plots first, because soil and species may be keyed by their visits.
    pub(super) fn plots(
        &mut self,
        aimaks: &[Aimak],
        parcels: Option<&[Parcel]>,
        progress: &dyn Progress,
    ) -> (Vec<Plot>, Vec<Exclusion>) {
        let places = Places::new(aimaks);
        let mut drafts = Drafts::default();
        let mut specs = self.file.tables.clone();
        specs.sort_by_key(|spec| spec.kind);
        for spec in &specs {
            self.table(spec, &places, &mut drafts);
            progress.advance(1);
        }
        if let Some(parcels) = parcels {
            by_parcels(&mut drafts, parcels);
        }
        self.homeless(&mut drafts, aimaks);
        drafts.finish()
    }

    /// Reads one table.
    fn table(&mut self, spec: &TableSpec, places: &Places, drafts: &mut Drafts) {
        if !self.source(
            &spec.id,
            &spec.file,
            spec.licence.as_ref(),
            spec.citation.as_ref(),
        ) {
            return;
        }
        let mut table = match Table::read(&self.base, spec) {
            Ok(table) => table,
            Err(problems) => return self.problems.extend(problems),
        };
        match spec.kind {
            TableKind::Plots => self.plot_rows(&mut table, places, drafts),
            TableKind::SoilLayers => super::soil::rows(&mut table, drafts),
            TableKind::Species => super::species::rows(&mut table, drafts),
            TableKind::CropVarieties | TableKind::SurveyAnswers => counted_only(&mut table, drafts),
        }
        if matches!(spec.kind, TableKind::SoilLayers)
            && (spec.columns.longitude.is_some() || spec.columns.x.is_some())
        {
            self.plot_rows(&mut table, places, drafts);
        }
        self.problems.extend(table.problems());
    }

    /// Places, strata, organic land; and what was measured once a visit.
    fn plot_rows(&mut self, table: &mut Table, places: &Places, drafts: &mut Drafts) {
        let spec = table.spec;
        let columns = &spec.columns;
        let crs = if columns.longitude.is_some() {
            "EPSG:4326"
        } else {
            spec.crs.as_deref().unwrap_or(&self.file.project.crs)
        };
        let proj = match Proj::new_known_crs(crs, &self.file.project.crs, None) {
            Ok(proj) => proj,
            Err(error) => {
                return self
                    .problems
                    .push(Problem::error("unknown-crs", &spec.file).found(error.to_string()));
            }
        };
        let mut lost = Lost::default();
        for row in 0..table.len() {
            let Some(id) = table.text(row, columns.plot.as_ref()) else {
                drafts.leave_out(table, "exclusion-no-plot-or-date");
                continue;
            };
            let place = point(table, row, columns);
            let aimak = table.text(row, columns.aimak.as_ref()).map(AimakCode);
            let organic = table.flag(row, columns.on_organic_land.as_ref());
            let stratum = table.text(row, columns.stratum.as_ref());
            let draft = drafts.plots.entry(id.clone()).or_default();
            if let Some(place) = place {
                let projected = proj.convert(place).ok().map(Point::from);
                let found = projected.and_then(|point| places.aimak_at(point));
                if found.is_none() && aimak.is_none() {
                    lost.add(row, place, &proj, places, crs == "EPSG:4326");
                }
                draft.place = projected.or(draft.place);
                draft.aimak = draft.aimak.take().or_else(|| found.cloned());
            }
            draft.aimak = aimak.or_else(|| draft.aimak.take());
            draft.on_organic_land = organic.or(draft.on_organic_land);
            draft.stratum = stratum.unwrap_or_else(|| std::mem::take(&mut draft.stratum));
            if spec.kind == TableKind::Plots {
                visit_of_row(table, row, &id, drafts);
            }
        }
        if spec.kind == TableKind::Plots && columns.ph.is_some() && columns.top_cm.is_none() {
            let found = format!("{}–{} cm", PH_DEPTH_CM.0, PH_DEPTH_CM.1);
            self.problems.push(
                Problem::warning("ph-depth-assumed", &spec.file)
                    .in_column("ph")
                    .found(found),
            );
        }
        self.problems.extend(lost.problem(&spec.file));
    }

    /// Plots whose aimak nobody knows, or whose aimak does not exist.
    fn homeless(&mut self, drafts: &mut Drafts, aimaks: &[Aimak]) {
        if aimaks.is_empty() {
            return;
        }
        let file = |kind: TableKind| {
            self.file
                .tables
                .iter()
                .find(|table| table.kind == kind)
                .map(|table| table.file.clone())
        };
        let name = file(TableKind::Plots)
            .or_else(|| file(TableKind::SoilLayers))
            .unwrap_or_default();
        let unknown: Vec<&String> = drafts
            .plots
            .iter()
            .filter(|(_, draft)| {
                draft
                    .aimak
                    .as_ref()
                    .is_some_and(|code| !aimaks.iter().any(|aimak| aimak.code == *code))
            })
            .map(|(id, _)| id)
            .collect();
        if let Some(first) = unknown.first() {
            self.problems.push(
                Problem::error("unknown-aimak", &name)
                    .found(format!("{first} (+{})", unknown.len() - 1)),
            );
        }
        let placeless: Vec<&String> = drafts
            .plots
            .iter()
            .filter(|(_, draft)| draft.aimak.is_none() && draft.place.is_none())
            .map(|(id, _)| id)
            .collect();
        if let Some(first) = placeless.first() {
            self.problems.push(
                Problem::error("plot-without-place", &name)
                    .found(format!("{first} (+{})", placeless.len() - 1)),
            );
        }
    }
}

/// Longitude and latitude, or easting and northing, as they stand.
fn point(table: &mut Table, row: usize, columns: &Columns) -> Option<(f64, f64)> {
    const ANY: (f64, f64) = (f64::MIN, f64::MAX);
    let (x, y) = match (&columns.longitude, &columns.latitude) {
        (Some(x), Some(y)) => (Some(x), Some(y)),
        _ => (columns.x.as_ref(), columns.y.as_ref()),
    };
    table.number(row, x, ANY).zip(table.number(row, y, ANY))
}

/// The visit a row of a plots table stands for, with the pH measured then.
fn visit_of_row(table: &mut Table, row: usize, plot: &str, drafts: &mut Drafts) {
    let columns = &table.spec.columns;
    let Some(time) = Drafts::time(table, row) else {
        return;
    };
    if let Some(visit) = table.text(row, columns.visit.as_ref()) {
        drafts.name_visit(visit, plot, &time);
    }
    if let Some(ph) = table.number(row, columns.ph.as_ref(), (0.0, 14.0)) {
        let depth = |table: &mut Table, column, usual| {
            table.number(row, column, (0.0, 1000.0)).unwrap_or(usual)
        };
        let layer = SoilLayer {
            top_cm: depth(table, columns.top_cm.as_ref(), PH_DEPTH_CM.0),
            bottom_cm: depth(table, columns.bottom_cm.as_ref(), PH_DEPTH_CM.1),
            carbon_percent: None,
            bulk_density_g_per_cm3: None,
            coarse_fraction: None,
            ph: Some(ph),
        };
        drafts.add_soil(plot, &time, layer);
    }
}

/// Tables without an indicator yet: every row is counted, none is used.
fn counted_only(table: &mut Table, drafts: &mut Drafts) {
    for _ in 0..table.len() {
        drafts.leave_out(table, "exclusion-no-indicator-yet");
    }
}

/// Whether plots lie on organic land, where the table does not say.
fn by_parcels(drafts: &mut Drafts, parcels: &[Parcel]) {
    for draft in drafts
        .plots
        .values_mut()
        .filter(|draft| draft.on_organic_land.is_none())
    {
        let Some(place) = draft.place else { continue };
        let on = |parcel: &&Parcel| {
            parcel.status != ParcelStatus::Voted && parcel.shape.contains(&place)
        };
        draft.on_organic_land = Some(parcels.iter().any(|parcel| on(&parcel)));
    }
}

/// Points outside every area, and what would bring them in.
#[derive(Default)]
struct Lost {
    rows: Vec<usize>,
    first: Option<(f64, f64)>,
    /// How many would lie inside with the other sign of latitude, of longitude, or with both swapped.
    mended: [usize; 3],
}

impl Lost {
    fn add(&mut self, row: usize, (x, y): (f64, f64), proj: &Proj, places: &Places, degrees: bool) {
        self.rows.push(row + 2);
        self.first = self.first.or(Some((x, y)));
        for (place, other) in [(x, -y), (-x, y), (y, x)].into_iter().enumerate() {
            // another sign can put a point only where the area is: its box is enough to tell
            let inside = || {
                proj.convert(other)
                    .ok()
                    .is_some_and(|point| places.near(Point::from(point)))
            };
            if degrees && inside() {
                self.mended[place] += 1;
            }
        }
    }

    fn problem(self, file: &str) -> Option<Problem> {
        let (x, y) = self.first?;
        let codes = ["latitude-sign", "longitude-sign", "coordinates-swapped"];
        let best = (0..3)
            .max_by_key(|place| (self.mended[*place], 3 - place))
            .filter(|place| self.mended[*place] > 0);
        let code = best.map_or("outside-all-areas", |place| codes[place]);
        let found = format!("{x}, {y} [{}]", self.rows.len());
        Some(Problem::error(code, file).at_row(self.rows[0]).found(found))
    }
}

impl Places<'_> {
    /// True where a point lies in the box of some aimak.
    fn near(&self, point: Point<f64>) -> bool {
        self.tree
            .locate_in_envelope_intersecting(&AABB::from_point([point.x(), point.y()]))
            .next()
            .is_some()
    }
}
