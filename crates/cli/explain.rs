//! `aimak explain`: how did this number come about?

use aimak_atlas::{View, exact, method, parameters};
use aimak_core::{
    AimakCode, Estimate, Evidence, Finding, Interval, Message, Outcome as Result_, PeriodId,
    Quantity, Release, Subject,
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
    let mut found: Vec<&Finding> = release
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
    found.sort_by_key(|finding| (finding.land, place(&release, &finding.quantity)));
    let view = View::of(&release, voice.lang());
    head(voice, &view, &subject, args);
    for finding in found {
        one(voice, &view, finding);
    }
    Ok(())
}

/// Where a figure stands: dates, periods as the project lists them (before before after), changes, differences.
fn place(release: &Release, quantity: &Quantity) -> (u8, usize) {
    let of = |id: &PeriodId| release.periods.iter().position(|period| period.id == *id);
    match quantity {
        Quantity::Timeless | Quantity::At { .. } => (0, 0),
        Quantity::Trend { .. } | Quantity::OverYears { .. } => (1, 0),
        Quantity::State { period } => (1, of(period).unwrap_or(0)),
        Quantity::Change { after, .. } | Quantity::Between { after, .. } => {
            (2, of(after).unwrap_or(0))
        }
        Quantity::DifferenceOfChanges { after, .. } => (3, of(after).unwrap_or(0)),
    }
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

/// The indicator, the aimak, the formula, the program.
fn head(voice: &Voice, view: &View, subject: &Subject, args: &args::Explain) {
    let whose = match subject {
        Subject::OrganicAimaks => voice.text("indicator-pooled"),
        Subject::Aimak(code) => {
            let name = view.aimak(code).map(|aimak| view.local(&aimak.name));
            format!("{} ({code})", name.unwrap_or_default())
        }
    };
    if let Some(card) = view.card(&args.indicator) {
        voice.print(&format!("{} ({})", view.local(&card.name), card.id));
        voice.print(&whose);
        voice.print(&format!("{}: {}", voice.text("card-formula"), card.formula));
        let words = method(voice.catalogue(), &card.method, card.method_version);
        let label = voice.text("card-method");
        voice.print(&format!("{label}: {words} ({})", card.method));
    }
    voice.print(&format!(
        "{}: {}",
        voice.text("cli-explain-program"),
        view.release.program
    ));
}

/// One finding with its evidence.
fn one(voice: &Voice, view: &View, finding: &Finding) {
    let title = [view.quantity_of(finding), view.land(finding)];
    let title: Vec<String> = title.into_iter().chain(view.share(finding)).collect();
    voice.print(&format!("\n{}", title.join(" · ")));
    let change = aimak_atlas::is_signed(finding);
    match &finding.outcome {
        Result_::Estimated(estimate) => {
            voice.print(&format!("  {}", number(voice, view, estimate, change)));
            voice.print(&format!("  {}", view.sentence(finding)));
        }
        Result_::Withheld(withheld) => {
            let label = voice.text("cli-withheld");
            voice.print(&format!("  {label}: {}", view.reason(withheld)));
        }
    }
    evidence(voice, &finding.evidence, finding.estimate().is_some());
    for input in &finding.evidence.inputs {
        let source = view.release.sources.iter();
        let source = source.clone().find(|source| source.id == input.source);
        let (path, sha256) = source.map_or(("?", "?"), |source| (&source.path, &source.sha256));
        let message = Message::new("cli-explain-input")
            .with("path", path)
            .with("sha256", sha256)
            .with("used", input.used);
        voice.print(&format!("  {}", voice.message(&message)));
    }
}

/// Design, confidence and its steps, remarks, parameters. A number that is refused has no confidence.
fn evidence(voice: &Voice, evidence: &Evidence, given: bool) {
    let line = |label: &str, words: &str| voice.print(&format!("  {}: {words}", voice.text(label)));
    let words = voice.catalogue().keyed("design", evidence.design.key());
    let code = evidence.design.code();
    line("cli-explain-design", &format!("{words} ({code})"));
    if given {
        let words = voice
            .catalogue()
            .keyed("confidence", evidence.confidence.key());
        line("cli-explain-confidence", &words);
    }
    for step in evidence.grade_steps.iter().chain(&evidence.notes) {
        voice.print(&format!("    – {}", voice.message(step)));
    }
    for (_, words) in parameters(voice.catalogue(), &evidence.parameters) {
        voice.print(&format!("  {words}"));
    }
}

/// The number with interval and n. Unrounded: this is the place to see every digit.
fn number(voice: &Voice, view: &View, estimate: &Estimate, change: bool) -> String {
    let words = voice.catalogue();
    let interval = match estimate.interval {
        Interval::Between {
            lo,
            hi,
            level,
            kind,
        } => {
            let kind = words.keyed("interval", kind.key());
            let level = view.level(level);
            format!("[{}; {}] {level} % ({kind})", exact(lo), exact(hi))
        }
        Interval::Unavailable(reason) => words.keyed("no-interval", reason.key()),
    };
    let sample = estimate.sample;
    let others = sample.n_other.map_or(String::new(), |n| format!(" + {n}"));
    let of = words.keyed("sample", sample.of.key());
    format!(
        "{} {} {interval}; n = {}{others} ({of})",
        exact(estimate.value),
        view.symbol(estimate.unit, change),
        sample.n
    )
}
