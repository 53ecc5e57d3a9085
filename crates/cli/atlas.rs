//! `aimak atlas`: from a release folder to a static site.

use aimak_atlas::AtlasError;
use aimak_core::Message;
use aimak_io::problem::Problem;
use aimak_science::{
    disclosure::rule::Rule,
    studies::{pointing_beside, programme::figures_pointing_beside},
};

use crate::{Failure, Outcome, args, problems, progress, voice::Voice};

/// Publishes; the last good site stays until the new one is whole.
pub fn atlas(voice: &Voice, args: &args::Atlas) -> Outcome {
    progress::catch_interrupts()?;
    beside_editions(voice, args)?;
    let bars = progress::Bars::new(voice);
    let result = aimak_atlas::publish(&args.release, &args.out, &bars);
    bars.finish();
    bars.checkpoint()?;
    let summary = result.map_err(|error| Failure::Said(said(voice, &error)))?;
    if voice.json {
        voice.print_json(&serde_json::json!({
            "site": args.out, "pages": summary.pages, "files": summary.files, "bytes": summary.bytes,
        }));
    }
    voice.say(
        &Message::new("cli-atlas-done")
            .with("dir", args.out.display().to_string())
            .with("pages", summary.pages)
            .with("files", summary.files)
            .with("megabytes", summary.bytes as f64 / 1e6),
    );
    Ok(())
}

/// Refuses answers and figures that would point at few persons or farms beside an edition of the site they go to.
fn beside_editions(voice: &Voice, args: &args::Atlas) -> Outcome {
    // what is no release is told by the publisher, with all that is wrong with it
    let Ok(release) = aimak_io::write::read_release(&args.release) else {
        return Ok(());
    };
    if !args.out.join("e").is_dir() {
        return Ok(());
    }
    let earlier = aimak_io::read::earlier(&args.out, &release.project.edition.id)
        .map_err(|found| problems::report(voice, &found))?;
    let rule = Rule::of(&release.project);
    let problem = |column: &str, found: String| {
        let site = args.out.display().to_string();
        let problem = Problem::error(
            "answers-beside-edition",
            &args.release.display().to_string(),
        );
        let hint = problem.hint.clone().with("site", site);
        problem.in_column(column).found(found).hinting(hint)
    };
    let answers = release
        .attitudes
        .iter()
        .flat_map(|now| pointing_beside(now, &earlier.answers, rule));
    let mut found: Vec<Problem> = answers
        .map(|(questionnaire, question, aimak)| {
            problem(&question, format!("{questionnaire}, {aimak}"))
        })
        .collect();
    let figures = figures_pointing_beside(&release.programme, &earlier.figures, rule);
    found.extend(figures.into_iter().map(|figure| {
        let found = format!("{} {}, {}", figure.of, figure.aimak, figure.year);
        problem(figure.topic.key(), found.trim().to_owned())
    }));
    if found.is_empty() {
        Ok(())
    } else {
        Err(problems::report(voice, &found))
    }
}

/// What went wrong, in words; the system's own words only where the catalogue has none.
pub fn said(voice: &Voice, error: &AtlasError) -> String {
    let message = error.message();
    voice.message(&match error {
        AtlasError::Read { cause, .. } | AtlasError::Write { cause, .. } => {
            message.with("cause", problems::cause(voice, cause))
        }
        _ => message,
    })
}
