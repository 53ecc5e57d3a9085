//! `aimak indicators`: what can be measured, and how?

use aimak_core::{Card, Message};
use aimak_science::indicators::{ALL, by_id};

use crate::{Failure, Outcome, args, voice::Voice};

/// Lists the indicators, or prints one card.
pub fn indicators(voice: &Voice, args: &args::Indicators) -> Outcome {
    let Some(id) = &args.id else {
        list(voice);
        return Ok(());
    };
    let Some(indicator) = by_id(id) else {
        let known: Vec<&str> = ALL
            .iter()
            .map(|indicator| indicator.card.id.as_ref())
            .collect();
        let message = Message::new("cli-no-indicator")
            .with("id", id.as_str())
            .with("known", known.join(", "));
        return Err(Failure::Said(voice.message(&message)));
    };
    if voice.json {
        voice.print_json(indicator.card);
    } else {
        card(voice, indicator.card);
    }
    Ok(())
}

/// One line for each indicator.
fn list(voice: &Voice) {
    if voice.json {
        voice.print_json(
            &ALL.iter()
                .map(|indicator| indicator.card)
                .collect::<Vec<_>>(),
        );
        return;
    }
    for indicator in ALL {
        let Card { id, name, unit, .. } = indicator.card;
        voice.print(&format!(
            "{id:20} {} [{}]",
            name.get(voice.lang()),
            voice.text(&unit_key(indicator.card))
        ));
        let _ = unit;
    }
}

/// Key of the unit's name.
fn unit_key(card: &Card) -> String {
    format!("unit-{}", card.unit.key().replace('_', "-"))
}

/// The whole card.
fn card(voice: &Voice, card: &Card) {
    let lang = voice.lang();
    let lines = [
        (None, format!("{} ({})", card.name.get(lang), card.id)),
        (None, card.question.get(lang).to_owned()),
        (Some("card-unit"), voice.text(&unit_key(card))),
        (Some("card-formula"), card.formula.to_string()),
        (
            Some("card-method"),
            format!("{} v{}", card.method, card.method_version),
        ),
        (
            Some("card-range"),
            format!("{} … {}", card.valid_range.0, card.valid_range.1),
        ),
        (
            Some("card-explanation"),
            card.explanation.get(lang).to_owned(),
        ),
        (Some("card-references"), card.references.join("; ")),
    ];
    for (label, words) in lines {
        voice.print(&label.map_or(words.clone(), |id| format!("{}: {words}", voice.text(id))));
    }
}
