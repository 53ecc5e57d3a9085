//! `aimak run`: from the project file to a release folder.

use aimak_core::{Exclusion, Message, Outcome as Result_, Progress as _};

use aimak_io::{read::Earlier, write::Unwritten};
use aimak_science::engine::MapSources;

use crate::{Failure, Outcome, args, problems, progress, voice::Voice};

/// Reads, computes, writes; the folder appears only when it is whole.
pub fn run(voice: &Voice, args: &args::Run) -> Outcome {
    progress::catch_interrupts()?;
    let bars = progress::Bars::new(voice);
    let loaded = aimak_io::read::load(&args.file, &bars);
    bars.finish();
    bars.checkpoint()?;
    let mut loaded = loaded.map_err(|found| problems::report(voice, &found))?;
    let told = earlier(voice, args, &loaded.survey.project.edition.id)?;
    loaded.survey.earlier = told.answers;
    loaded.survey.earlier_figures = told.figures;
    problems::show(voice, &loaded.remarks);

    let findings = aimak_science::engine::run(&loaded.survey, &loaded.rasters, &bars);
    bars.finish();
    let findings = findings.map_err(|_| Failure::Interrupted)?;
    let draft = aimak_science::draft::release(&loaded.survey, findings);

    let sources = MapSources::of(&loaded.survey, &loaded.rasters);
    let maps = sources.maps(&bars).map_err(|_| Failure::Interrupted)?;
    bars.begin(Message::new("stage-write"), 1);
    bars.checkpoint()?;
    let written = aimak_io::write::release(&args.out, &draft, &loaded, &maps, &bars);
    bars.finish();
    let release = written.map_err(|unwritten| match unwritten {
        Unwritten::Interrupted => Failure::Interrupted,
        Unwritten::Problem(problem) => problems::report(voice, &[*problem]),
    })?;

    let given = release
        .findings
        .iter()
        .filter(|f| matches!(f.outcome, Result_::Estimated(_)))
        .count();
    if voice.json {
        voice.print_json(&serde_json::json!({
            "release": args.out, "findings": release.findings.len(), "with_number": given,
            "withheld": release.findings.len() - given, "assets": release.assets,
        }));
    }
    say_left_out(voice, &release.exclusions);
    voice.say(
        &Message::new("cli-run-done")
            .with("dir", args.out.display().to_string())
            .with("findings", given)
            .with("withheld", release.findings.len() - given),
    );
    Ok(())
}

/// What the editions named have told.
fn earlier(voice: &Voice, args: &args::Run, own: &str) -> Result<Earlier, Failure> {
    let mut told = Earlier::default();
    let mut found = Vec::new();
    for folder in &args.earlier {
        match aimak_io::read::earlier(folder, own) {
            Ok(more) => {
                told.answers.extend(more.answers);
                told.figures.extend(more.figures);
            }
            Err(problems) => found.extend(problems),
        }
    }
    if found.is_empty() {
        Ok(told)
    } else {
        Err(problems::report(voice, &found))
    }
}

/// Row numbers told on the screen; all of them stand in `exclusions.csv`.
const ROWS_TOLD: usize = 8;

/// Says which rows were not used, and why.
fn say_left_out(voice: &Voice, exclusions: &[Exclusion]) {
    for exclusion in exclusions {
        let mut which: Vec<String> = exclusion
            .which
            .iter()
            .take(ROWS_TOLD)
            .map(ToString::to_string)
            .collect();
        if exclusion.which.len() > ROWS_TOLD {
            which.push("…".to_owned());
        }
        let id = if exclusion.of == 0 {
            "cli-run-kept-back"
        } else {
            "cli-run-left-out"
        };
        voice.say(
            &Message::new(id)
                .with("source", exclusion.source.as_str())
                .with("rows", exclusion.rows)
                .with("of", exclusion.of)
                .with("which", which.join(", "))
                .with("reason", voice.message(&exclusion.reason)),
        );
    }
}
