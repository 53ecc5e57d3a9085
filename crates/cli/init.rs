//! `aimak init`: a first project file out of the files themselves.

use aimak_core::{Lang, Message};
use aimak_io::{
    init::{self, Draft},
    problem::Problem,
    template::vacant,
};

use crate::{
    Outcome, args, problems,
    voice::{Voice, Voices},
};

/// Looks at the files, writes the project file and tells what is to be decided in it.
pub fn init(voice: &Voice, args: &args::Init) -> Outcome {
    let draft = drafted(voice, args).map_err(|found| problems::report(voice, &found))?;
    let file = args.out.display().to_string();
    if voice.json {
        voice.print_json(&serde_json::json!({
            "out": args.out,
            "found": draft.found.iter().map(|found| serde_json::json!({
                "file": found.file, "kind": found.kind, "used": found.used, "of": found.of,
            })).collect::<Vec<_>>(),
            "questions": draft.asks.iter().map(|ask| voice.message(ask)).collect::<Vec<_>>(),
        }));
    }
    for found in &draft.found {
        let id = format!("init-kind-{}", found.kind.replace('_', "-"));
        let line = Message::new("cli-init-found")
            .with("file", found.file.as_str())
            .with("kind", voice.text(&id));
        voice.say(&line.with("used", found.used).with("of", found.of));
    }
    voice.say(
        &Message::new("cli-init-done")
            .with("file", file.as_str())
            .with("questions", draft.asks.len()),
    );
    for (place, ask) in draft.asks.iter().enumerate() {
        let line = Message::new("cli-init-question")
            .with("number", place + 1)
            .with("question", voice.message(ask));
        voice.say(&line);
    }
    voice.say(&Message::new("cli-init-next").with("file", file));
    Ok(())
}

fn drafted(voice: &Voice, args: &args::Init) -> Result<Draft, Vec<Problem>> {
    vacant(&args.out).map_err(|problem| vec![problem])?;
    let voices = Voices::new();
    let words = |lang: Lang, message: &Message| voices.words(lang, message);
    let today = jiff::Timestamp::now()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date();
    let draft = init::draft(&args.files, &args.out, today, voice.lang(), &words)?;
    init::write(&draft, &args.out).map_err(|problem| vec![problem])?;
    Ok(draft)
}
