//! `aimak explain`: how did this number come about?

use aimak_core::{
    AimakCode, Finding, Interval, Message, Outcome as Result_, Quantity, Release, Subject,
};

use crate::{Failure, Outcome, args, problems, voice::Voice};

/// Prints everything that stands behind the findings of an aimak and an indicator.
pub fn explain(voice: &Voice, args: &args::Explain) -> Outcome {
    let release = aimak_io::write::read_release(&args.release)
        .map_err(|problem| problems::report(voice, &[problem]))?;
    let subject = match args.aimak.as_str() {
        "organic_aimaks" => Subject::OrganicAimaks,
        code => Subject::Aimak(AimakCode(code.to_owned())),
    };
    let found: Vec<&Finding> = release
        .findings
        .iter()
        .filter(|f| f.subject == subject && f.indicator == args.indicator)
        .collect();
    if found.is_empty() {
        return Err(Failure::Said(nothing(voice, &release, args)));
    }
    if voice.json {
        let sources = &release.sources;
        voice.print_json(&serde_json::json!({ "program": release.program, "findings": found, "sources": sources }));
        return Ok(());
    }
    head(voice, &release, args);
    for finding in found {
        one(voice, &release, finding);
    }
    Ok(())
}

/// Nothing matches: says what there is.
fn nothing(voice: &Voice, release: &Release, args: &args::Explain) -> String {
    let aimaks: Vec<&str> = release
        .aimaks
        .iter()
        .map(|aimak| aimak.code.0.as_str())
        .collect();
    let indicators: Vec<&str> = release.cards.iter().map(|card| card.id.as_ref()).collect();
    let message = Message::new("cli-explain-nothing")
        .with("aimak", args.aimak.as_str())
        .with("indicator", args.indicator.as_str())
        .with("aimaks", aimaks.join(", "))
        .with("indicators", indicators.join(", "));
    voice.message(&message)
}

/// The indicator, its formula, the program.
fn head(voice: &Voice, release: &Release, args: &args::Explain) {
    if let Some(card) = release.cards.iter().find(|card| card.id == args.indicator) {
        voice.print(&format!("{} ({})", card.name.get(voice.lang()), card.id));
        voice.print(&format!("{}: {}", voice.text("card-formula"), card.formula));
        voice.print(&format!(
            "{}: {} v{}",
            voice.text("card-method"),
            card.method,
            card.method_version
        ));
    }
    voice.print(&format!(
        "{}: {}",
        voice.text("cli-explain-program"),
        release.program
    ));
}

/// One finding with its evidence.
fn one(voice: &Voice, release: &Release, finding: &Finding) {
    let land = voice.text(&format!("land-{}", finding.land.key().replace('_', "-")));
    voice.print(&format!(
        "\n{} · {land}",
        quantity(voice, &finding.quantity)
    ));
    voice.print(&format!("  {}", outcome(voice, &finding.outcome)));
    let evidence = &finding.evidence;
    let line = |label: &str, words: &str| voice.print(&format!("  {}: {words}", voice.text(label)));
    if let Some(share) = finding.treated_share_percent {
        line(
            "cli-explain-share",
            &format!("{} %", voice.catalogue().number(share, 1)),
        );
    }
    line(
        "cli-explain-design",
        &format!(
            "{} {}",
            evidence.design.code(),
            voice.text(&key("design", evidence.design.key()))
        ),
    );
    line(
        "cli-explain-confidence",
        &voice.text(&key("confidence", evidence.confidence.key())),
    );
    for step in evidence.grade_steps.iter().chain(&evidence.notes) {
        voice.print(&format!("    – {}", voice.message(step)));
    }
    for (name, value) in &evidence.parameters {
        voice.print(&format!("  {name} = {value}"));
    }
    for input in &evidence.inputs {
        let source = release
            .sources
            .iter()
            .find(|source| source.id == input.source);
        let (path, sha256) = source.map_or(("?", "?"), |source| (&source.path, &source.sha256));
        let message = Message::new("cli-explain-input")
            .with("path", path)
            .with("sha256", sha256)
            .with("used", input.used);
        voice.print(&format!("  {}", voice.message(&message)));
    }
}

/// A key of the catalogue from a prefix and a snake-case key.
fn key(prefix: &str, key: &str) -> String {
    format!("{prefix}-{}", key.replace('_', "-"))
}

/// What of the indicator it is, in words.
fn quantity(voice: &Voice, quantity: &Quantity) -> String {
    let message = match quantity {
        Quantity::Timeless => Message::new("quantity-timeless"),
        Quantity::State { period } => {
            Message::new("quantity-state").with("period", period.0.as_str())
        }
        Quantity::At { date } => {
            Message::new("quantity-at").with("date", voice.catalogue().date(*date))
        }
        Quantity::Change { before, after } => Message::new("quantity-change")
            .with("before", before.0.as_str())
            .with("after", after.0.as_str()),
        Quantity::DifferenceOfChanges { before, after } => Message::new("quantity-difference")
            .with("before", before.0.as_str())
            .with("after", after.0.as_str()),
    };
    voice.message(&message)
}

/// The number with interval and n, or why there is none. Unrounded: this is the place to see every digit.
fn outcome(voice: &Voice, outcome: &Result_) -> String {
    match outcome {
        Result_::Estimated(estimate) => {
            let interval = match estimate.interval {
                Interval::Between {
                    lo,
                    hi,
                    level,
                    kind,
                } => {
                    let kind = voice.text(&key("interval", kind.key()));
                    format!("[{lo}; {hi}] {} % ({kind})", level * 100.0)
                }
                Interval::Unavailable(reason) => voice.text(&key("no-interval", reason.key())),
            };
            let sample = estimate.sample;
            let others = sample.n_other.map_or(String::new(), |n| format!(" + {n}"));
            let of = voice.text(&key("sample", sample.of.key()));
            format!(
                "{} {} {interval}; n = {}{others} ({of})",
                estimate.value,
                estimate.unit.symbol(),
                sample.n
            )
        }
        Result_::Withheld(withheld) => {
            let reason = voice.text(&key("reason", &withheld.reason.code().to_lowercase()));
            let details: Vec<String> = withheld
                .details
                .iter()
                .map(|detail| voice.message(detail))
                .collect();
            format!(
                "{}: {reason} {}",
                voice.text("cli-withheld"),
                details.join(" ")
            )
        }
    }
}
