//! What is wrong with a command line, and how it is called, in the language of the person.

use aimak_core::Message;
use clap::{
    Arg, Command, Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::voice::Voice;

/// How a command is called, its placeholders in words.
pub fn line(voice: &Voice, command: &mut Command, name: &str) -> String {
    let called = match name {
        "aimak" => "aimak".to_owned(),
        sub => format!("aimak {sub}"),
    };
    // the arguments still carry clap's own placeholders here
    let mut command = command
        .clone()
        .bin_name(called)
        .subcommand_value_name(voice.text("value-command"))
        .mut_args(|arg| placeholder(voice, arg));
    local(voice, &command.render_usage().to_string())
}

/// An argument whose placeholder is a word of the catalogue, where the catalogue has one.
pub fn placeholder(voice: &Voice, arg: Arg) -> Arg {
    let name = arg.get_value_names().and_then(|names| names.first());
    let id = name.map(|name| format!("value-{}", name.to_lowercase()));
    match id.filter(|id| voice.catalogue().has(id)) {
        Some(id) => arg.value_name(voice.text(&id)),
        None => arg,
    }
}

/// A usage line of clap without its English.
fn local(voice: &Voice, usage: &str) -> String {
    let usage = usage.trim_start_matches("Usage:").trim();
    usage.replace("[OPTIONS]", &format!("[{}]", voice.text("value-options")))
}

/// A mistake in words, how to call it, where to read more.
pub fn mistake(voice: &Voice, error: &Error) -> String {
    let mut lines = vec![format!(
        "{}: {}",
        voice.text("cli-error"),
        voice.message(&words(error))
    )];
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let nearest = |kind| match error.get(kind)? {
        // clap puts the nearest last
        ContextValue::Strings(words) => words.last().cloned(),
        _ => context(error, kind),
    };
    if let Some(word) = suggested.into_iter().find_map(nearest) {
        let hint = voice.message(&Message::new("hint-did-you-mean").with("word", word));
        lines.push(format!("  {hint}"));
    }
    if let Some(usage) = context(error, ContextKind::Usage) {
        let label = voice.text("help-usage");
        lines.push(format!("\n{label}: {}", local(voice, &usage)));
    }
    lines.push(voice.text("cli-usage-help"));
    lines.join("\n")
}

/// The kind of mistake as an entry of the catalogue.
fn words(error: &Error) -> Message {
    let told = |kind| context(error, kind).unwrap_or_default();
    let (arg, value) = (
        told(ContextKind::InvalidArg),
        told(ContextKind::InvalidValue),
    );
    match error.kind() {
        ErrorKind::InvalidSubcommand => Message::new("cli-usage-no-such-command")
            .with("word", told(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Message::new("cli-usage-command-missing")
        }
        ErrorKind::UnknownArgument => Message::new("cli-usage-no-such-argument").with("word", arg),
        ErrorKind::MissingRequiredArgument => {
            Message::new("cli-usage-argument-missing").with("args", arg)
        }
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues
            if value.is_empty() =>
        {
            Message::new("cli-usage-value-missing").with("arg", arg)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Message::new("cli-usage-wrong-value")
                .with("value", value)
                .with("arg", arg)
        }
        ErrorKind::ArgumentConflict => {
            let other = told(ContextKind::PriorArg);
            if other.is_empty() || other == arg {
                return Message::new("cli-usage-twice").with("arg", arg);
            }
            Message::new("cli-usage-together")
                .with("arg", arg)
                .with("other", other)
        }
        _ => Message::new("cli-usage-other"),
    }
}

/// What clap knows about a mistake, as text.
fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) => Some(words.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}
