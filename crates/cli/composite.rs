//! `aimak composite`: how do satellite scenes become a dated series without clouds?

mod about;
mod input;

use aimak_core::{Message, Progress as _, RasterFault, Window};
use aimak_io::{
    problem::Problem,
    write::{MapStack, Maps},
};
use aimak_science::spectral::{
    Composed, Composing, Every, Harmonisation, HarmonisationFlag, Image, ImageCounts, ImageValues,
    MedianComposite, Period, Season,
};

use crate::{
    Outcome,
    args::{self, EverySpan},
    digests, problems,
    progress::{self, Bars},
    stop::Stop,
    voice::Voice,
};
pub use about::files;
use input::Input;

/// Reads the scenes, composes window by window, writes the series; the folder appears only when it is whole.
pub fn composite(voice: &Voice, args: &args::Composite) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let input = Input::of(args).map_err(|found| report(&found))?;
    problems::show(voice, &input.remarks);
    let season = season(args);
    let periods = periods(args, season, &input.images);
    if periods.is_empty() {
        let nothing = Problem::error("composite-empty", "--season")
            .found(season.map_or_else(|| "—".to_owned(), |season| season.to_string()));
        return Err(report(&[nothing]));
    }
    say_found(voice, &input);
    let harmonisations = input.harmonisations();
    let job = Job {
        args,
        composing: Composing {
            images: &input.images,
            source: &input.source,
            index: args.index,
            harmonisations: &harmonisations,
            median: MedianComposite {
                min_observations: fewest(args),
            },
        },
        periods: &periods,
        season,
        bars: Bars::new(voice),
        input: &input,
    };
    let stop = |stop: Stop| stop.failure(voice);
    let digests = digests::of(input.files(), &job.bars).map_err(stop)?;
    let grid = &input.images[0].layer.grid;
    let mut maps =
        Maps::begin_stacks(&args.out, grid, job.stacks(), &[]).map_err(|p| report(&[p]))?;
    let told = job.compose(&mut maps).map_err(stop)?;
    let unfit = job.no_reflectance(&told.images);
    if !unfit.is_empty() {
        return Err(report(&unfit));
    }
    job.bars.checkpoint()?;
    let about = job.about(&told, &digests);
    maps.finish(&about).map_err(|p| report(&[p]))?;
    if voice.json {
        voice.print_json(&about);
    }
    voice.say(&job.done(&told));
    gaps(voice, &told.faults)
}

/// The season whose images are taken, if not all are.
fn season(args: &args::Composite) -> Option<Season> {
    let usual = (args.every == EverySpan::Season).then_some(Season::LOWLAND);
    args.season.or(usual)
}

/// The layers that are asked for, with their images; those outside the season are in none.
fn periods(args: &args::Composite, season: Option<Season>, images: &[Image]) -> Vec<Period> {
    let dates: Vec<_> = images.iter().map(|image| image.date).collect();
    let every = match args.every {
        EverySpan::Day => Every::Day,
        EverySpan::Month => Every::Month,
        EverySpan::Season => Every::Season(season.unwrap_or(Season::LOWLAND)),
    };
    let mut periods = every.periods(&dates);
    for period in &mut periods {
        period.members.retain(|&image| {
            let date = dates[image];
            season.is_none_or(|season| season.in_year(date.year()).contains(date))
        });
    }
    periods.retain(|period| !period.members.is_empty());
    periods
}

/// Fewest clear days of a value: one of a day, else two, so that a missed cloud does not stand alone.
fn fewest(args: &args::Composite) -> u16 {
    let usual = match args.every {
        EverySpan::Day => 1,
        EverySpan::Month | EverySpan::Season => MedianComposite::default().min_observations,
    };
    args.min_clear.unwrap_or(usual).max(1)
}

/// Says what was found, and what is done about different sensors.
fn say_found(voice: &Voice, input: &Input) {
    let first = &input.images[0];
    let last = input.images.last().unwrap_or(first);
    voice.say(
        &Message::new("cli-composite-found")
            .with("images", input.images.len())
            .with("first", first.date.to_string())
            .with("last", last.date.to_string())
            .with("sensors", input.sensors().join(", ")),
    );
    let grid = &first.layer.grid;
    voice.say(
        &Message::new("cli-composite-grid")
            .with("width", grid.width)
            .with("height", grid.height)
            .with("cell", grid.dx)
            .with(
                "crs",
                grid.crs.lines().next().unwrap_or_default().to_owned(),
            ),
    );
    if input.harmonised {
        voice.say(&Message::new("cli-composite-harmonised"));
    } else if input.families() > 1 {
        voice.say(&Message::new("cli-composite-not-harmonised"));
    }
    for flag in input.flags() {
        voice.say(&Message::new(flag.text()));
    }
}

/// Reports parts of images that could not be read.
///
/// # Errors
/// As [`problems::gaps`].
pub fn gaps(voice: &Voice, faults: &[RasterFault]) -> Outcome {
    let problem =
        |fault: &RasterFault| Problem::error("image-block", &fault.layer).found(fault.to_string());
    let found: Vec<Problem> = faults.iter().map(problem).collect();
    problems::gaps(voice, &found)
}

/// What came of it.
struct Told {
    /// By image.
    images: Vec<ImageCounts>,
    /// Cells with a value, by layer.
    layers: Vec<u64>,
    faults: Vec<RasterFault>,
}

struct Job<'a> {
    args: &'a args::Composite,
    composing: Composing<'a>,
    periods: &'a [Period],
    season: Option<Season>,
    bars: Bars<'a>,
    input: &'a Input,
}

impl Job<'_> {
    /// The index and how many days it rests on, a band for each date.
    fn stacks(&self) -> Vec<MapStack> {
        let bands: Vec<String> = self
            .periods
            .iter()
            .map(|period| period.when.to_string())
            .collect();
        let stack = |name: &str| MapStack {
            name: name.to_owned(),
            bands: bands.clone(),
        };
        vec![stack(self.args.index.id), stack("count")]
    }

    /// Composes all windows of all layers.
    fn compose(&self, maps: &mut Maps) -> Result<Told, Stop> {
        let windows = self.composing.windows(self.periods);
        let mut told = Told {
            images: vec![ImageCounts::default(); self.input.images.len()],
            layers: vec![0; self.periods.len()],
            faults: Vec::new(),
        };
        let stage = Message::new("stage-pixels").with("layer", self.args.index.symbol);
        self.bars.begin(stage, windows.len() * self.periods.len());
        for window in windows {
            for (band, period) in self.periods.iter().enumerate() {
                if self.bars.cancelled() {
                    return Err(Stop::Interrupted);
                }
                let composed = self.composing.of(period, window);
                told.layers[band] += write(maps, band, window, &composed)?;
                for (image, counts) in period.members.iter().zip(composed.counts) {
                    told.images[*image] += counts;
                }
                told.faults.extend(composed.faults);
                self.bars.advance(1);
            }
        }
        self.bars.finish();
        Ok(told)
    }

    /// Images most of whose numbers cannot be reflectance: their scale was never told, or told wrongly.
    fn no_reflectance(&self, images: &[ImageCounts]) -> Vec<Problem> {
        let unfit = self.input.images.iter().zip(images).zip(&self.input.ids);
        unfit
            .filter(|((image, counts), _)| {
                let computed = matches!(image.values, ImageValues::Reflectance(_));
                computed && counts.beyond_reflectance * 2 > counts.seen
            })
            .map(|((_, counts), id)| {
                let found = format!("{} / {}", counts.beyond_reflectance, counts.seen);
                Problem::error("scene-not-reflectance", id).found(found)
            })
            .collect()
    }

    fn done(&self, told: &Told) -> Message {
        let grid = &self.input.images[0].layer.grid;
        let all = (grid.width * grid.height * self.periods.len()).max(1);
        let with_value: u64 = told.layers.iter().sum();
        Message::new("cli-composite-done")
            .with("out", self.args.out.display().to_string())
            .with("layers", self.periods.len())
            .with("index", self.args.index.symbol)
            .with("share", 100.0 * with_value as f64 / all as f64)
    }
}

/// Writes one layer of one window; how many cells have a value?
fn write(
    maps: &mut Maps,
    band: usize,
    window: Window,
    composed: &Composed,
) -> Result<u64, Problem> {
    let median = &composed.composite.median;
    let cells = || median.values.iter().zip(&median.valid);
    let values = cells().map(|(value, valid)| valid.then_some(*value));
    maps.write_band(0, band, window, values)?;
    let counts = composed
        .composite
        .count
        .iter()
        .map(|count| Some(f64::from(*count)));
    maps.write_band(1, band, window, counts)?;
    Ok(cells().filter(|(_, valid)| **valid).count() as u64)
}

/// What is to be said about harmonised values of an image.
fn flags_of(harmonisation: Harmonisation, values: &ImageValues) -> Vec<HarmonisationFlag> {
    match values {
        ImageValues::Reflectance(bands) => {
            let roles: Vec<_> = bands.iter().map(|(role, _)| *role).collect();
            harmonisation.flags(&roles)
        }
        ImageValues::Index(_) => Vec::new(),
    }
}
