//! `aimak atlas`: from a release folder to a static site.

use aimak_atlas::AtlasError;
use aimak_core::Message;

use crate::{Failure, Outcome, args, problems, progress, voice::Voice};

/// Publishes; the last good site stays until the new one is whole.
pub fn atlas(voice: &Voice, args: &args::Atlas) -> Outcome {
    progress::catch_interrupts()?;
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
