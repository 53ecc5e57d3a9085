//! `aimak plan`: which effect could a design show, when, and what would help most?

mod asked;
mod chance;
mod forecast;
mod indicators;
mod tables;
mod words;

use aimak_core::Message;
use aimak_io::{problem::Problem, write::Tables};

use self::{asked::Asked, forecast::Forecast};
use crate::{Outcome, args, problems, progress, voice::Voice};

/// Reads what is planned, looks ahead, writes tables and pictures; the folder appears whole or not at all.
pub fn plan(voice: &Voice, args: &args::Plan) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let names = tables::names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let folder = Tables::begin(&args.out, &names);
    let (folder, asked) = match (folder, Asked::all(args)) {
        (Ok(folder), Ok(asked)) => (folder, asked),
        (folder, asked) => {
            let mut found: Vec<Problem> = folder.err().into_iter().collect();
            found.extend(asked.err().into_iter().flatten());
            return Err(report(&found));
        }
    };
    let mut planned = Vec::new();
    for asked in asked {
        let forecast = Forecast::of(&asked).map_err(|withheld| {
            let refused = asked::refused(&asked.plan, &withheld);
            report(&[refused])
        })?;
        planned.push((asked, forecast));
    }
    let (about, lines) = match planned.as_slice() {
        [(asked, forecast)] => tables::write(&folder, asked, forecast)
            .and_then(|()| words::pictures(&folder, "plan", asked, forecast))
            .map(|()| {
                let lines = words::lines(asked, forecast, voice.catalogue());
                (words::about(asked, forecast), lines)
            }),
        several => indicators::write(&folder, several).map(|()| {
            (
                indicators::about(several),
                indicators::lines(several, voice.catalogue()),
            )
        }),
    }
    .map_err(|problem| report(&[problem]))?;
    folder
        .finish(&about)
        .map_err(|problem| report(&[problem]))?;
    if voice.json {
        voice.print_json(&about);
    }
    for line in lines {
        voice.say(&Message::new("cli-line").with("words", line));
    }
    let out = args.out.display().to_string();
    voice.say(&Message::new("power-done").with("out", out));
    Ok(())
}
