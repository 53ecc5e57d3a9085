//! `aimak atlas`: from a release folder to a static site, a stick, or single files.

use std::path::Path;

use aimak_atlas::{AtlasError, SiteSummary, Which};
use aimak_core::{AimakCode, Lang, Message};
use aimak_io::problem::Problem;
use aimak_science::{
    disclosure::rule::Rule,
    studies::{pointing_beside, programme::figures_pointing_beside},
};

use crate::{Failure, Outcome, args, problems, progress, voice::Voice};

/// Publishes; the last good site stays until the new one is whole. `lang` is the language of single files, if one was asked for.
pub fn atlas(voice: &Voice, lang: Option<Lang>, args: &args::Atlas) -> Outcome {
    progress::catch_interrupts()?;
    match &args.single_file {
        Some(code) => single(voice, lang, code, args),
        None if args.usb => stick(voice, args),
        None => site(voice, args),
    }
}

/// The site for a web server, with its frozen editions.
fn site(voice: &Voice, args: &args::Atlas) -> Outcome {
    beside_editions(voice, args)?;
    let published = with_bars(voice, |bars| {
        aimak_atlas::publish(&args.release, &args.out, bars)
    });
    tell(voice, "cli-atlas-done", &args.out, published?);
    Ok(())
}

/// A folder to be carried by hand.
fn stick(voice: &Voice, args: &args::Atlas) -> Outcome {
    let carried = with_bars(voice, |bars| {
        aimak_atlas::publish_stick(&args.release, &args.out, bars)
    })?;
    tell(
        voice,
        "cli-atlas-stick-done",
        &carried.folder,
        carried.summary,
    );
    Ok(())
}

/// One aimak, or each, as one file for each language.
fn single(voice: &Voice, lang: Option<Lang>, code: &str, args: &args::Atlas) -> Outcome {
    let which = if code == "all" {
        Which::All
    } else {
        Which::One(AimakCode(code.to_owned()))
    };
    let files = with_bars(voice, |bars| {
        aimak_atlas::single_files(&args.release, &which, lang, &args.out, bars)
    })?;
    if voice.json {
        let listed = files
            .iter()
            .map(|file| serde_json::json!({ "file": file.path, "bytes": file.bytes }));
        voice.print_json(&serde_json::json!({ "files": listed.collect::<Vec<_>>() }));
    }
    for file in &files {
        voice.say(
            &Message::new("cli-atlas-single-done")
                .with("file", file.path.display().to_string())
                .with("megabytes", file.bytes as f64 / 1e6),
        );
    }
    Ok(())
}

/// Runs a job under the progress bars; what went wrong, in words.
fn with_bars<T>(
    voice: &Voice,
    job: impl FnOnce(&progress::Bars<'_>) -> Result<T, AtlasError>,
) -> Result<T, Failure> {
    let bars = progress::Bars::new(voice);
    let result = job(&bars);
    bars.finish();
    bars.checkpoint()?;
    result.map_err(|error| Failure::Said(said(voice, &error)))
}

/// Where it lies, how many pages and files, how large.
fn tell(voice: &Voice, id: &str, folder: &Path, summary: SiteSummary) {
    if voice.json {
        voice.print_json(&serde_json::json!({
            "site": folder, "pages": summary.pages, "files": summary.files, "bytes": summary.bytes,
        }));
    }
    voice.say(
        &Message::new(id)
            .with("dir", folder.display().to_string())
            .with("pages", summary.pages)
            .with("files", summary.files)
            .with("megabytes", summary.bytes as f64 / 1e6),
    );
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
