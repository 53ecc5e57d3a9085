//! What is known, on two sheets of paper? For each indicator of all organic aimaks together what was found, how sure that is and what could
//! have been seen; nulls stand as findings; then what would make it surer and what is not known.

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{
    Card, Claim, Confidence, EffectReport, Finding, Message, Outcome, SampleUnit, Subject, UnitRole,
};
use maud::{Markup, html};

use super::{Page, Room, about, effects, indicator_path, parts};
use crate::{
    view::{View, is_signed},
    wording::exact,
};

/// Path of the page below the folder of the language.
pub const PATH: &str = "summary.html";

/// What the found has in common, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// More or less than where nobody changed.
    Found,
    /// Nothing larger than what matters.
    NoneFound,
    /// The data cannot tell.
    CannotTell,
    /// Seen, with very low confidence.
    Seen,
    /// A change that nothing was compared with.
    Alone,
    /// No sentence on change at all.
    Other,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Found,
        Self::NoneFound,
        Self::CannotTell,
        Self::Seen,
        Self::Alone,
        Self::Other,
    ];

    const fn of(claim: Claim) -> Self {
        match claim {
            Claim::DifferedFromComparison | Claim::EstimatedEffect => Self::Found,
            Claim::NoChangeLargerThanBound => Self::NoneFound,
            Claim::CannotTell => Self::CannotTell,
            Claim::SeenWithVeryLowConfidence => Self::Seen,
            Claim::ChangedWithoutComparison => Self::Alone,
            Claim::Observed
            | Claim::NoIntervalNoSentence
            | Claim::AssumedByDefaultMethod
            | Claim::AssumedSignNotDetermined => Self::Other,
        }
    }

    /// Entry of its heading.
    const fn text(self) -> &'static str {
        match self {
            Self::Found => "summary-found",
            Self::NoneFound => "summary-none-found",
            Self::CannotTell => "summary-cannot-tell",
            Self::Seen => "summary-seen",
            Self::Alone => "summary-alone",
            Self::Other => "summary-other",
        }
    }
}

/// What stands for an indicator: the effect where one was looked for, else the figure of all organic aimaks together.
enum Told<'a> {
    Effect(effects::Shown<'a>, &'a EffectReport),
    Pooled(&'a Finding),
}

/// One indicator on the page.
struct Entry<'a> {
    card: &'a Card,
    told: Told<'a>,
}

impl<'a> Entry<'a> {
    /// `None` where all organic aimaks together have no number.
    fn of(view: &'a View<'a>, card: &'a Card) -> Option<Self> {
        let report = view.release.effects.iter().find(|r| r.outcome == card.id);
        let effect = report
            .filter(|report| report.headline().is_ok() || report.point.is_some())
            .and_then(|report| Some((effects::Shown::of(view, report)?, report)));
        let told = match effect {
            Some((shown, report)) => Told::Effect(shown, report),
            None => Told::Pooled(view.pooled(card).filter(|f| f.estimate().is_some())?),
        };
        Some(Self { card, told })
    }

    fn kind(&self) -> Kind {
        Kind::of(match &self.told {
            Told::Effect(_, report) => report.claim,
            Told::Pooled(finding) => finding.evidence.claim,
        })
    }

    fn confidence(&self) -> Confidence {
        match &self.told {
            Told::Effect(_, report) => report.confidence,
            Told::Pooled(finding) => finding.evidence.confidence,
        }
    }
}

/// The page; `None` where all organic aimaks together have no number of any indicator.
pub fn page<'a>(view: &'a View<'a>) -> Option<Page> {
    let cards = || view.release.cards.iter();
    let entries: Vec<Entry<'_>> = cards().filter_map(|card| Entry::of(view, card)).collect();
    if entries.is_empty() {
        return None;
    }
    let title = view.t("summary-title");
    let of = |kind: Kind| entries.iter().filter(move |entry| entry.kind() == kind);
    let main = html! {
        div class="lead" {
            h1 { (title) }
            p class="lead-words" { (view.lead()) }
            (counts(view, &entries))
        }
        @for kind in Kind::ALL { @if of(kind).next().is_some() {
            section class="summary-group" aria-labelledby=(kind.text()) {
                h2 id=(kind.text()) { (view.t(kind.text())) " " span class="quiet" { "(" (of(kind).count()) ")" } }
                ul class="summary" { @for entry in of(kind) { li id=(entry.card.id) { (line(view, entry)) } } }
            }
        } }
        (surer(view, &entries))
        (unknown(view, &entries))
        p class="quiet summary-more" { (view.t("summary-more")) " "
            @if !view.release.effects.is_empty() { a href=(effects::PATH) { (view.t("nav-effects")) } " · " }
            @if view.release.reach.is_some() { a href=(super::reach::PATH) { (view.t("reach-link")) } " · " }
            a href="indicators.html" { (view.t("nav-indicators")) } " · "
            a href="methods.html" { (view.t("nav-methods")) }
        }
    };
    Some(Page {
        path: PATH.into(),
        title,
        room: Room::Summary,
        main,
    })
}

/// True where there is a summary to link to.
pub fn exists(view: &View<'_>) -> bool {
    let mut cards = view.release.cards.iter();
    cards.any(|card| Entry::of(view, card).is_some())
}

/// How many indicators of each kind, in one line.
fn counts(view: &View<'_>, entries: &[Entry<'_>]) -> Markup {
    let mut by_kind: BTreeMap<Kind, usize> = BTreeMap::new();
    for entry in entries {
        *by_kind.entry(entry.kind()).or_default() += 1;
    }
    let all = Message::new("summary-indicators").with("n", entries.len());
    html! {
        p class="summary-counts" {
            (view.words.message(&all)) " "
            @for (i, (kind, n)) in by_kind.iter().enumerate() {
                @if i > 0 { " · " }
                a href={ "#" (kind.text()) } { (view.words.message(&Message::new("tally-item").with("what", view.t(kind.text())).with("n", *n))) }
            }
        }
    }
}

/// One indicator: verdict, the sentence of its claim, and what belongs to it.
fn line(view: &View<'_>, entry: &Entry<'_>) -> Markup {
    html! {
        p class="summary-name" { a href=(indicator_path(&entry.card.id)) { (view.local(&entry.card.name)) } " "
            @match &entry.told {
                Told::Effect(shown, _) => (shown.verdict()),
                Told::Pooled(finding) => (parts::verdict_tag(view, finding)),
            }
        }
        @match &entry.told {
            Told::Effect(shown, report) => {
                p class="sentence" { (shown.words().sentence()) }
                (facts(&effect_facts(view, entry.card, shown, report)))
            }
            Told::Pooled(finding) => {
                p class="sentence" { (view.sentence(finding)) }
                (facts(&pooled_facts(view, finding)))
            }
        }
    }
}

/// A short fact, with its class: what the sentence says already and what only leads on is left out on paper.
type Fact = (&'static str, Markup);

/// Short facts in one line.
fn facts(all: &[Fact]) -> Markup {
    html! { ul class="summary-facts" { @for (class, fact) in all { li class=[(!class.is_empty()).then_some(class)] { (fact) } } } }
}

fn labelled(view: &View<'_>, id: &str, words: &Markup) -> Markup {
    html! { span class="quiet" { (view.t(id)) ": " } (words) }
}

/// Effect with interval, confidence, what could have been seen, p of the family, how many aimaks.
fn effect_facts(
    view: &View<'_>,
    card: &Card,
    shown: &effects::Shown<'_>,
    report: &EffectReport,
) -> Vec<Fact> {
    let words = shown.words();
    let mut all = Vec::new();
    if let Ok(value) = report.headline() {
        let record = format!("{}#effect", about::number_path(&card.id));
        let number = html! {
            a class="number-link" href=(record) title=(view.t("about-number")) {
                data value=(exact(value.value)) data-value=(exact(value.value)) { (words.with_unit(value.value)) }
            }
            " (" (words.interval(value)) ")"
        };
        all.push(("figure-fact", labelled(view, "summary-effect", &number)));
    }
    all.push(("", confidence(view, report.confidence)));
    if let Some(size) = report.smallest_detectable {
        let size = html! { data value=(exact(size)) data-value=(exact(size)) { (words.size_with_unit(size)) } };
        all.push(("", labelled(view, "effects-column-detectable", &size)));
    }
    if let Some(family) = words.family() {
        all.push(("", html! { (family) }));
    }
    let aimaks = [UnitRole::Treated, UnitRole::Comparison].map(|role| report.count(role));
    all.push(("", behind(view, aimaks)));
    let why = html! { a href={ (effects::PATH) "#" (card.id) } { (view.t("summary-why")) } };
    all.push(("link-fact", why));
    all
}

fn confidence(view: &View<'_>, confidence: Confidence) -> Markup {
    let words = html! { (view.words.keyed("confidence", confidence.key())) };
    labelled(view, "about-confidence", &words)
}

/// The same of a figure that no effect was looked for of.
fn pooled_facts(view: &View<'_>, finding: &Finding) -> Vec<Fact> {
    let mut all = Vec::new();
    if let Some(estimate) = finding.estimate() {
        let change = is_signed(finding);
        let figure = html! {
            data value=(exact(estimate.value)) data-value=(exact(estimate.value)) { (view.amount(estimate.value, estimate.unit, change)) }
        };
        let number = html! { (about::linked(view, finding, "", &figure)) " (" (view.interval_short(estimate, change)) ")" };
        all.push(("figure-fact", labelled(view, "col-value", &number)));
        all.push(("", confidence(view, finding.evidence.confidence)));
        if let Some(size) = finding.evidence.smallest_detectable {
            let size = html! { data value=(exact(size)) data-value=(exact(size)) { (view.size_of_change(size, estimate.unit)) } };
            all.push(("", labelled(view, "effects-column-detectable", &size)));
        }
    }
    let sample = finding.estimate().map(|estimate| estimate.sample);
    match sample.and_then(|sample| Some((sample, sample.n_other?))) {
        Some((sample, other)) if sample.of == SampleUnit::Aimaks => {
            all.push(("", behind(view, [sample.n, other])));
        }
        _ => all.extend(view.sample(finding).map(|sample| ("", html! { (sample) }))),
    }
    all
}

/// How many aimaks stand behind it, organic and comparison.
fn behind(view: &View<'_>, [treated, comparison]: [usize; 2]) -> Markup {
    let aimaks = Message::new("summary-aimaks")
        .with("treated", treated)
        .with("comparison", comparison);
    html! { (view.words.message(&aimaks)) }
}

/// What would make it surer: each advice once, with the indicators it is for.
fn surer(view: &View<'_>, entries: &[Entry<'_>]) -> Markup {
    let mut advice: Vec<(String, Vec<&str>)> = Vec::new();
    let mut asked = 0;
    for entry in entries {
        let Told::Effect(_, report) = &entry.told else {
            continue;
        };
        asked += 1;
        for message in &report.advice {
            let words = view.words.message(message);
            let name = view.local(&entry.card.name);
            match advice.iter_mut().find(|(known, _)| *known == words) {
                Some((_, names)) => names.push(name),
                None => advice.push((words, vec![name])),
            }
        }
    }
    advice.sort_by_key(|(_, names)| std::cmp::Reverse(names.len()));
    html! {
        @if !advice.is_empty() {
            section aria-labelledby="surer" {
                h2 id="surer" { (view.t("effects-advice")) }
                ul { @for (words, names) in &advice { li { (words) " " span class="quiet" { (for_whom(view, names, asked)) } } } }
            }
        }
    }
}

/// Names of at most so many indicators are told one by one.
const FEW: usize = 3;

/// For which indicators: all of them, how many, or their names where they are few.
fn for_whom(view: &View<'_>, names: &[&str], asked: usize) -> String {
    if names.len() == asked {
        return view.t("summary-for-all");
    }
    view.words.message(&if names.len() > FEW {
        Message::new("summary-for-some")
            .with("n", names.len())
            .with("all", asked)
    } else {
        Message::new("summary-for").with("indicators", names.join("; "))
    })
}

/// What is not known: indicators without a figure of all organic aimaks together, aimaks in no effect, what very low confidence means.
fn unknown(view: &View<'_>, entries: &[Entry<'_>]) -> Markup {
    let told: BTreeSet<&str> = entries.iter().map(|e| e.card.id.as_ref()).collect();
    let mut without: Vec<(String, Vec<&Card>)> = Vec::new();
    let cards = view.release.cards.iter();
    for card in cards.filter(|card| !told.contains(card.id.as_ref())) {
        let why = reason(view, card);
        match without.iter_mut().find(|(known, _)| *known == why) {
            Some((_, cards)) => cards.push(card),
            None => without.push((why, vec![card])),
        }
    }
    let weak = entries
        .iter()
        .filter(|entry| entry.confidence() == Confidence::VeryLow)
        .count();
    let always = view.release.effects.iter();
    let always = always.map(|r| r.count(UnitRole::AlwaysTreated)).max();
    html! {
        section aria-labelledby="not-known" {
            h2 id="not-known" { (view.t("summary-not-known")) }
            ul {
                @if weak > 0 { li { (view.words.message(&Message::new("summary-weak").with("n", weak).with("all", entries.len()))) } }
                @if let Some(n) = always.filter(|n| *n > 0) { li { (view.words.message(&Message::new("summary-always").with("n", n))) } }
                @for (why, cards) in &without { li {
                    (view.words.message(&Message::new("summary-without").with("why", why.as_str()))) " "
                    @for (i, card) in cards.iter().enumerate() {
                        @if i > 0 { "; " } a href=(indicator_path(&card.id)) { (view.local(&card.name)) }
                    }
                    "."
                } }
                li { (view.t("summary-chosen")) }
            }
        }
    }
}

/// Why there is no figure of all organic aimaks together.
fn reason(view: &View<'_>, card: &Card) -> String {
    let mut pooled = view.findings(&card.id, &Subject::OrganicAimaks).iter();
    let reason = pooled.find_map(|finding| match &finding.outcome {
        Outcome::Withheld(withheld) => Some(view.reason(withheld)),
        Outcome::Estimated(_) => None,
    });
    reason.unwrap_or_else(|| view.t("summary-not-asked"))
}
