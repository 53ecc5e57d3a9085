//! `aimak demo`: an invented region to try everything on.

use aimak_core::Message;
use aimak_science::simulate::{Definition, Region};

use crate::{Outcome, args, problems, voice::Voice};

/// Writes `DIR/monitoring.toml` with its data and the true effects.
pub fn demo(voice: &Voice, args: &args::Demo) -> Outcome {
    let definition = Definition::default();
    let seed = args.seed.unwrap_or(definition.seed);
    let region = Region::generate(&definition, seed);
    aimak_io::demo::write(&args.out, &region)
        .map_err(|problem| problems::report(voice, &[problem]))?;
    let file = args.out.join("monitoring.toml").display().to_string();
    if voice.json {
        voice.print_json(&serde_json::json!({ "project": file, "seed": seed }));
    }
    voice.say(&Message::new("cli-demo-done").with("file", file));
    Ok(())
}
