//! `aimak check`: is everything fit to be used?

use aimak_core::Message;

use crate::{Outcome, args, problems, progress, voice::Voice};

/// Reads all inputs, reports every problem, writes nothing.
pub fn check(voice: &Voice, args: &args::Check) -> Outcome {
    progress::catch_interrupts()?;
    let bars = progress::Bars::new(voice);
    let result = aimak_io::read::load(&args.file, &bars);
    bars.finish();
    bars.checkpoint()?;
    let loaded = result.map_err(|found| problems::report(voice, &found))?;
    if voice.json {
        voice.print_json(&problems::Report::new(voice, &loaded.remarks));
        return Ok(());
    }
    problems::show(voice, &loaded.remarks);
    let survey = &loaded.survey;
    let visits: usize = survey.plots.iter().map(|plot| plot.visits.len()).sum();
    voice.say(
        &Message::new("cli-check-good")
            .with("aimaks", survey.aimaks.len())
            .with("plots", survey.plots.len())
            .with("visits", visits)
            .with("rasters", survey.rasters.len())
            .with("remarks", loaded.remarks.len()),
    );
    let passports = &loaded.passports;
    if passports.records > 0 {
        let shown = &passports.published.shown;
        let photos: usize = shown.iter().map(|passport| passport.photos.len()).sum();
        voice.say(
            &Message::new("cli-check-passports")
                .with("places", passports.records)
                .with("shown", shown.len())
                .with("photos", photos),
        );
    }
    Ok(())
}
