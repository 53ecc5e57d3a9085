//! `aimak wind`: how much soil does the wind carry off fields, before and after?

mod about;
mod index;
mod loss;
mod loss_tables;
mod rows;
mod told;

use aimak_core::Message;
use aimak_io::{
    problem::Problem,
    read::wind::{self as tables, Ask, Fields},
    write::Tables,
};
use aimak_science::erosion::wind::weather::{Evaporation, Quantity, Record, Site};

use crate::{
    Outcome, args, digests, problems,
    progress::{self, Bars},
    voice::Voice,
};

/// Results by field and label.
const FIELDS: &str = "fields.csv";
/// The loss of every field in every period.
const PERIODS: &str = "periods.csv";
/// The weather of every period, or of every month of the year.
const WEATHER: &str = "weather.csv";

/// What was read, and what is asked.
struct Job<'a> {
    args: &'a args::Wind,
    site: Site,
    record: Record,
    evaporation: Evaporation,
    fields: Fields,
    digests: digests::Digests,
    bars: Bars<'a>,
}

/// Reads weather and fields, computes the loss or the index; the folder appears only when it is whole.
pub fn wind(voice: &Voice, args: &args::Wind) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let (record, evaporation, fields) = read(args).map_err(|found| report(&found))?;
    problems::show(voice, &fields.remarks);
    let bars = Bars::new(voice);
    let files = [&args.weather, &args.fields].into_iter().cloned();
    let digests = digests::of(files, &bars).map_err(|stop| stop.failure(voice))?;
    let job = Job {
        args,
        site: site(args),
        record,
        evaporation,
        fields,
        digests,
        bars,
    };
    let folder = Tables::begin(&args.out, &[FIELDS, PERIODS, WEATHER]).map_err(|p| report(&[p]))?;
    let written = if args.index {
        job.index(&folder)
    } else {
        job.loss(&folder)
    };
    let told = written.map_err(|stop| stop.failure(voice))?;
    job.bars.finish();
    job.bars.checkpoint()?;
    let about = job.about(&told);
    folder.finish(&about).map_err(|p| report(&[p]))?;
    if voice.json {
        voice.print_json(&about);
    }
    told.say(voice, args);
    Ok(())
}

fn site(args: &args::Wind) -> Site {
    Site {
        wind_height_m: args.height,
        // without an elevation there is no loss, and the index asks for none
        elevation_m: args.elevation.unwrap_or(0.0),
        threshold_m_per_s: args.threshold,
        reanalysis: args.reanalysis,
    }
}

/// Reads both tables, or tells everything that is wrong with them and with the options.
fn read(args: &args::Wind) -> Result<(Record, Evaporation, Fields), Vec<Problem>> {
    let mut found = options(args);
    let weather = tables::weather(&args.weather);
    let ask = if args.index { Ask::Index } else { Ask::Loss };
    let fields = tables::fields(&args.fields, ask);
    let record = weather.as_ref().ok().map(|rows| Record::of(rows));
    let evaporation = record.as_ref().map(|record| evaporation(args, record));
    let (weather, fields) = (weather.err(), fields.map_err(|flaws| found.extend(flaws)));
    found.extend(weather.into_iter().flatten());
    match (record, evaporation, fields) {
        (Some(record), Some(Ok(evaporation)), Ok(fields)) if found.is_empty() => {
            Ok((record, evaporation, fields))
        }
        (_, evaporation, _) => {
            found.extend(evaporation.and_then(Result::err).into_iter().flatten());
            Err(found)
        }
    }
}

/// Options out of their range.
fn options(args: &args::Wind) -> Vec<Problem> {
    let asked = [
        ("--height", Some(args.height), (0.5, 200.0), "m"),
        ("--threshold", Some(args.threshold), (0.0, 20.0), "m/s"),
        ("--elevation", args.elevation, (-500.0, 6000.0), "m"),
        ("--latitude", args.latitude, (-90.0, 90.0), "°"),
    ];
    let wrong = asked
        .into_iter()
        .filter_map(|(option, value, (low, high), unit)| {
            let value = value.filter(|value| !(low..=high).contains(value))?;
            let expected = Message::new("expected-out-of-range")
                .with("low", low)
                .with("high", high)
                .with("unit", unit);
            let problem = Problem::error("out-of-range", option).found(value.to_string());
            Some(
                problem
                    .expecting(expected)
                    .hinting(Message::new("hint-wind-option")),
            )
        });
    wrong.collect()
}

/// Where evapotranspiration comes from; the loss needs the temperature of the air besides.
fn evaporation(args: &args::Wind, record: &Record) -> Result<Evaporation, Vec<Problem>> {
    let file = args.weather.display().to_string();
    let lacking = |code, column: Quantity| {
        Problem::error(code, &file)
            .in_column(column.column())
            .found("—")
    };
    let seen = |quantity| record.usual(quantity) > 0;
    let extremes = seen(Quantity::TemperatureMin) && seen(Quantity::TemperatureMax);
    let mut found = Vec::new();
    if !args.index && !extremes && !seen(Quantity::Temperature) {
        found.push(lacking("wind-no-temperature", Quantity::Temperature));
    }
    match record.evaporation(args.latitude) {
        Some(evaporation) if found.is_empty() => Ok(evaporation),
        Some(_) => Err(found),
        None => {
            found.push(lacking(
                "wind-evapotranspiration",
                Quantity::Evapotranspiration,
            ));
            Err(found)
        }
    }
}
