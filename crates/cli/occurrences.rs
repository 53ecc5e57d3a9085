//! `aimak occurrences`: which species are known from here, and which records may be used for what?

mod about;
mod tables;

use aimak_core::Message;
use aimak_io::{
    problem::Problem,
    read::occurrences::{AreaList, Occurrences, by_area, occurrences},
    write::Tables,
    zonal::{Polygons, write_rows},
};
use aimak_science::diversity::occurrence::species_list;

use crate::{
    Outcome,
    args::{self, zones},
    digests, problems,
    progress::{self, Bars},
    voice::Voice,
};

/// Records that stay, with what they may be used for.
const RECORDS: &str = "records.csv";
/// Species that were looked for and not found.
const ABSENCES: &str = "absences.csv";
/// Records that are left out, and why.
const LEFT_OUT: &str = "left_out.csv";
/// Records by species.
const SPECIES: &str = "species.csv";
/// Species and records by polygon.
const AREAS: &str = "areas.csv";

/// What was read and counted.
struct Found<'a> {
    args: &'a args::Occurrences,
    read: Occurrences,
    areas: Option<(Polygons, Vec<AreaList>)>,
    digests: digests::Digests,
}

/// Reads the records, applies the rules, writes the tables; the folder appears only when it is whole.
pub fn occurrences_command(voice: &Voice, args: &args::Occurrences) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let (read, areas) = read(args).map_err(|found| report(&found))?;
    problems::show(voice, &read.remarks);
    let bars = Bars::new(voice);
    // a folder of shapes has no one checksum
    let areas_file = args.areas.iter().filter(|path| path.is_file());
    let files = args.files.iter().chain(areas_file).cloned();
    let digests = digests::of(files, &bars).map_err(|stop| stop.failure(voice))?;
    let found = Found {
        args,
        read,
        areas,
        digests,
    };
    bars.checkpoint()?;
    let about = found.write(voice).map_err(|problem| report(&[problem]))?;
    if voice.json {
        voice.print_json(&about);
    }
    found.say(voice);
    Ok(())
}

/// The records and what the areas hold of them, or everything that is wrong with the files.
fn read(
    args: &args::Occurrences,
) -> Result<(Occurrences, Option<(Polygons, Vec<AreaList>)>), Vec<Problem>> {
    let polygons = zones::read(args.areas.as_deref(), args.id.as_deref(), false);
    let records = occurrences(&args.files);
    let (read, polygons) = match (records, polygons) {
        (Ok(read), Ok(polygons)) => (read, polygons),
        (read, polygons) => {
            let problems = [read.err(), polygons.err()];
            return Err(problems.into_iter().flatten().flatten().collect());
        }
    };
    let areas = polygons.map(|polygons| {
        let file = args.areas.as_ref().map(|path| path.display().to_string());
        let lists = by_area(&read.kept, &file.unwrap_or_default(), &polygons)?;
        Ok((polygons, lists))
    });
    let areas = areas.transpose().map_err(|problem| vec![problem])?;
    Ok((read, areas))
}

impl Found<'_> {
    /// Writes the folder; hands back what tells what it means.
    fn write(&self, voice: &Voice) -> Result<serde_json::Value, Problem> {
        let folder = Tables::begin(
            &self.args.out,
            &[RECORDS, ABSENCES, LEFT_OUT, SPECIES, AREAS],
        )?;
        write_rows(
            &folder.path(RECORDS),
            &tables::records(&self.read.kept, true),
        )?;
        write_rows(
            &folder.path(ABSENCES),
            &tables::records(&self.read.absences, false),
        )?;
        write_rows(
            &folder.path(LEFT_OUT),
            &tables::left_out(voice, &self.read.left_out),
        )?;
        let list = species_list(self.read.kept.iter().map(|record| record.sighting()));
        write_rows(&folder.path(SPECIES), &tables::species(&list))?;
        if let Some((polygons, lists)) = &self.areas {
            write_rows(&folder.path(AREAS), &tables::areas(polygons, lists))?;
        }
        let about = self.about(voice, list.len());
        folder.finish(&about)?;
        Ok(about)
    }

    fn say(&self, voice: &Voice) {
        let read = &self.read;
        let on_map = read.kept.iter().filter(|record| record.on_map()).count();
        voice.say(
            &Message::new("cli-occurrences-done")
                .with("out", self.args.out.display().to_string())
                .with("records", read.kept.len())
                .with("map", on_map)
                .with("left_out", read.left_out.len())
                .with("absences", read.absences.len()),
        );
        voice.say(&Message::new("cli-occurrences-note"));
        if self.areas.is_some() {
            voice.say(&Message::new("cli-occurrences-areas-note"));
        }
    }
}
