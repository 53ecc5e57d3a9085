//! `aimak template`: forms to fill in, and a project file that reads them.

use aimak_core::{Lang, Message, PartialDate};
use aimak_io::{
    problem::Problem,
    template::{Form, Setting, project, vacant, workbook},
};

use crate::{
    Outcome, args, problems,
    voice::{Voice, Voices},
};

/// Writes the workbook and, if asked, the project file; neither where one of them stands already.
pub fn template(voice: &Voice, args: &args::Template) -> Outcome {
    let forms = forms(args);
    write(args, &forms).map_err(|problem| problems::report(voice, &[problem]))?;
    if voice.json {
        voice.print_json(&serde_json::json!({
            "out": args.out, "project": args.project,
            "sheets": forms.iter().map(|form| form.name()).collect::<Vec<_>>(),
        }));
    }
    voice.say(
        &Message::new("cli-template-done")
            .with("out", args.out.display().to_string())
            .with("sheets", forms.len()),
    );
    if let Some(file) = &args.project {
        let file = file.display().to_string();
        voice.say(&Message::new("cli-template-project").with("file", file));
    }
    Ok(())
}

/// The forms asked for, in the order of their sheets and each once.
fn forms(args: &args::Template) -> Vec<Form> {
    let asked = |form: &Form| args.kind.is_empty() || args.kind.contains(form);
    Form::ALL.into_iter().filter(asked).collect()
}

fn write(args: &args::Template, forms: &[Form]) -> Result<(), Problem> {
    let voices = Voices::new();
    let words = |lang: Lang, message: &Message| voices.words(lang, message);
    vacant(&args.out)?;
    args.project.as_deref().map_or(Ok(()), vacant)?;
    workbook(&args.out, forms, &words)?;
    match (&args.project, setting(args)) {
        (Some(path), Some(setting)) => project(path, forms, &setting, &words),
        _ => Ok(()),
    }
}

/// What the command line says of the project; clap has seen to it that nothing is missing.
fn setting(args: &args::Template) -> Option<Setting<'_>> {
    let Some(PartialDate::Day(date)) = args.date else {
        return None;
    };
    Some(Setting {
        workbook: &args.out,
        boundaries: args.boundaries.as_deref()?,
        code: &args.code,
        name: &args.name,
        organic_since: &args.organic_since,
        crs: &args.crs,
        date,
        before: args.before?,
        after: args.after?,
    })
}
