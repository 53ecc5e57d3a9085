//! Metrics of patches and classes by polygon, as rows.

use aimak_core::{Message, Progress as _, RasterLayer, RasterSource as _};
use aimak_io::{
    problem::{Problem, nearest},
    raster::GdalRasters,
    zonal::{Cells, Polygons, Rows},
};
use aimak_science::landscape::{
    ALL, Connectivity, Metric, Pattern, Rules,
    table::{Row, named, rows},
    zone::{ZoneRefused, landscape_of_zone},
};

use crate::{Outcome, args, problems, progress::Bars, stop::Stop, voice::Voice};

/// Sides of cells that differ by less than this part are alike: headers are rounded.
const SQUARE: f64 = 1e-6;

/// Computes the metrics of every polygon and writes the table; it appears only when it is whole.
pub fn table(
    voice: &Voice,
    args: &args::Landscape,
    land_cover: &str,
    polygons: &Polygons,
) -> Outcome {
    let report = |found: &[Problem]| problems::report(voice, found);
    let metrics = asked(args).map_err(|found| report(&found))?;
    let opened = super::open(land_cover, args.band, &polygons.crs);
    let (source, layer) = opened.map_err(|found| report(&found))?;
    square_metres(land_cover, &layer).map_err(|problem| report(&[problem]))?;
    let job = Job {
        land_cover,
        layer: &layer,
        source: &source,
        polygons,
        metrics: &metrics,
        rules: rules(args),
        bars: Bars::new(voice),
    };
    let (columns, faults) = job.all().map_err(|stop| stop.failure(voice))?;
    job.bars.checkpoint()?;
    let n = columns.ids.len();
    let rows = columns.rows(&polygons.field);
    aimak_io::zonal::write_rows(&args.out, &rows).map_err(|problem| report(&[problem]))?;
    if voice.json {
        let out = &args.out;
        voice.print_json(
            &serde_json::json!({ "out": out, "polygons": polygons.ids.len(), "rows": n }),
        );
    }
    let said = Message::new("cli-landscape-done").with("out", args.out.display().to_string());
    let said = said.with("polygons", polygons.ids.len()).with("rows", n);
    voice.say(&said);
    voice.say(&Message::new("cli-landscape-note"));
    if faults.is_empty() {
        Ok(())
    } else {
        Err(report(&faults))
    }
}

fn rules(args: &args::Landscape) -> Rules {
    Rules {
        connectivity: if args.four_neighbours {
            Connectivity::Four
        } else {
            Connectivity::Eight
        },
        search_radius_m: args.search_radius,
        join_distance_m: args.join_distance,
    }
}

/// The metrics asked for in the order of the catalogue, or what is wrong with the request; nothing is read yet.
fn asked(args: &args::Landscape) -> Result<Vec<&'static Metric>, Vec<Problem>> {
    let mut found = Vec::new();
    let mut wanted: Vec<&str> = Vec::new();
    for word in args.metrics.iter().map(|word| word.trim()) {
        let before = wanted.len();
        wanted.extend(named(word).map(|metric| metric.id));
        if wanted.len() == before {
            found.push(unknown(word));
        }
    }
    for (option, length) in [
        ("--search-radius", args.search_radius),
        ("--join-distance", args.join_distance),
    ] {
        if !(length >= 0.0 && length.is_finite()) {
            let problem = Problem::error("landscape-length", option);
            found.push(problem.found(length.to_string()));
        }
    }
    found.extend(aimak_io::zonal::rows_writable(&args.out).err());
    if found.is_empty() {
        let wanted = |metric: &&Metric| wanted.contains(&metric.id);
        Ok(ALL.iter().filter(wanted).collect())
    } else {
        Err(found)
    }
}

fn unknown(word: &str) -> Problem {
    let levels = ["all", "landscape", "class", "patch"];
    let known = || levels.into_iter().chain(ALL.iter().map(|metric| metric.id));
    let names = known().collect::<Vec<_>>().join(", ");
    let problem = Problem::error("unknown-metric", "--metrics")
        .found(word)
        .expecting(Message::new("expected-one-of").with("known", names));
    match nearest(word, known()) {
        Some(name) => problem.hinting(Message::new("hint-did-you-mean").with("word", name)),
        None => problem,
    }
}

/// Patches are measured in metres, on square cells.
fn square_metres(name: &str, layer: &RasterLayer) -> Result<(), Problem> {
    let grid = &layer.grid;
    let found = format!("{} × {}", grid.dx, grid.dy);
    if grid.geographic {
        let found = format!("{found}°");
        return Err(Problem::error("landscape-degrees", name).found(found));
    }
    if (grid.dx - grid.dy).abs() > SQUARE * grid.dx {
        return Err(Problem::error("landscape-cells", name).found(found));
    }
    Ok(())
}

struct Job<'a> {
    land_cover: &'a str,
    layer: &'a RasterLayer,
    source: &'a GdalRasters,
    polygons: &'a Polygons,
    metrics: &'a [&'static Metric],
    rules: Rules,
    bars: Bars<'a>,
}

impl Job<'_> {
    /// All polygons one after the other: finding patches uses all threads, and one window is in memory at a time.
    ///
    /// Where the raster is damaged a polygon has rows without values, and the damage is told.
    fn all(&self) -> Result<(Columns, Vec<Problem>), Stop> {
        let stage = Message::new("stage-pixels").with("layer", self.land_cover);
        self.bars.begin(stage, self.polygons.ids.len());
        let (mut columns, mut faults) = (Columns::default(), Vec::new());
        for (id, shape) in self.polygons.ids.iter().zip(&self.polygons.shapes) {
            if self.bars.cancelled() {
                return Err(Stop::Interrupted);
            }
            let landscape = match self.source.to_grid(self.layer, shape) {
                Ok(shape) => landscape_of_zone(self.layer, self.source, &shape),
                Err(fault) => Err(fault.into()),
            };
            match landscape {
                Ok(landscape) => {
                    let pattern = Pattern::new(&landscape, self.rules);
                    for row in rows(&pattern, self.metrics) {
                        columns.add(id, &row);
                    }
                }
                Err(ZoneRefused::Withheld(withheld)) => {
                    columns.refuse(id, self.metrics, withheld.reason.code());
                }
                Err(ZoneRefused::Fault(fault)) => {
                    columns.refuse(id, self.metrics, "RASTER_UNREADABLE");
                    let problem = Problem::error("raster-block", self.land_cover);
                    faults.push(problem.at_feature(id).found(fault.to_string()));
                }
                Err(ZoneRefused::NoCode(value)) => {
                    let problem = Problem::error("landscape-codes", self.land_cover);
                    return Err(problem.at_feature(id).found(value.to_string()).into());
                }
            }
            self.bars.advance(1);
        }
        self.bars.finish();
        Ok((columns, faults))
    }
}

/// The table, column by column.
#[derive(Default)]
struct Columns {
    ids: Vec<String>,
    level: Vec<Option<String>>,
    class: Vec<Option<i64>>,
    patch: Vec<Option<i64>>,
    metric: Vec<Option<String>>,
    value: Vec<Option<f64>>,
    unit: Vec<Option<String>>,
    reason: Vec<Option<String>>,
}

impl Columns {
    fn add(&mut self, id: &str, row: &Row) {
        let value = row.value.as_ref();
        self.head(id, row.metric);
        self.class.push(row.class.map(i64::from));
        self.patch.push(row.patch.map(|patch| patch as i64));
        self.value.push(value.ok().copied());
        let reason = value
            .err()
            .map(|withheld| withheld.reason.code().to_owned());
        self.reason.push(reason);
    }

    /// One row for each metric of a polygon that has no landscape.
    fn refuse(&mut self, id: &str, metrics: &[&Metric], reason: &str) {
        for metric in metrics {
            self.head(id, metric);
            self.class.push(None);
            self.patch.push(None);
            self.value.push(None);
            self.reason.push(Some(reason.to_owned()));
        }
    }

    fn head(&mut self, id: &str, metric: &Metric) {
        self.ids.push(id.to_owned());
        self.level.push(Some(metric.level_key().to_owned()));
        self.metric.push(Some(metric.abbreviation().to_owned()));
        let unit = Some(metric.unit).filter(|unit| !unit.is_empty());
        self.unit.push(unit.map(str::to_owned));
    }

    fn rows(self, field: &str) -> Rows {
        Rows {
            field: field.to_owned(),
            ids: self.ids,
            columns: vec![
                ("level", Cells::Words(self.level)),
                ("class", Cells::Whole(self.class)),
                ("patch", Cells::Whole(self.patch)),
                ("metric", Cells::Words(self.metric)),
                ("value", Cells::Numbers(self.value)),
                ("unit", Cells::Words(self.unit)),
                ("reason", Cells::Words(self.reason)),
            ],
        }
    }
}
