//! What the script of the page needs: every number worded, every place on its scale.

use std::collections::BTreeMap;

use aimak_core::{Card, Estimate, Finding, Lang, Message, Outcome, release::AimakProfile};
use serde::Serialize;

use super::{Columns, key};
use crate::{
    chart::scale::{Scale, Tick},
    page::{
        aimak_path,
        comparison::Comparison,
        home, indicator_path,
        parts::{finding_path, sign},
    },
    view::{View, is_signed},
};

/// Where the script of a language lies, below the root.
pub fn script_path(lang: Lang) -> String {
    format!("data/compare-{}.js", lang.code())
}

/// The file; see `CONTRACT.md`.
pub fn script(view: &View<'_>) -> String {
    let columns = Columns::of(view);
    let data = Data {
        lang: view.lang().code(),
        aimaks: home::groups(view)
            .into_iter()
            .flat_map(|(_, aimaks)| aimaks)
            .map(|aimak| who(view, aimak))
            .collect(),
        indicators: columns
            .cards
            .iter()
            .map(|card| indicator(view, &columns, card))
            .collect(),
        texts: Texts {
            choose: view.t_scoped("compare-choose"),
            chosen: view.t("compare-chosen"),
            others: view.t("compare-others"),
        },
    };
    let json = serde_json::to_string(&data).expect("invariant: the comparison serialises");
    let json = crate::texts::with_whole_spans(&json);
    format!("window.AIMAK_COMPARE = {json};\n")
}

#[derive(Serialize)]
struct Data<'a> {
    lang: &'static str,
    aimaks: Vec<Who<'a>>,
    indicators: Vec<Indicator<'a>>,
    texts: Texts,
}

#[derive(Serialize)]
struct Who<'a> {
    key: String,
    name: &'a str,
    href: String,
    organic: bool,
    note: String,
}

#[derive(Serialize)]
struct Indicator<'a> {
    id: &'a str,
    name: &'a str,
    theme: String,
    unit: String,
    href: String,
    ticks: Vec<Tick>,
    /// Comparison areas: places of all, of those in the middle, and the same in words; empty where there are none.
    others: Vec<f64>,
    middle: Vec<f64>,
    said: String,
    values: BTreeMap<String, Value>,
}

/// The number of an aimak, or why there is none.
#[derive(Serialize)]
struct Value {
    #[serde(flatten)]
    number: Option<Number>,
    tone: &'static str,
    sign: &'static str,
    verdict: String,
    note: String,
    href: String,
}

#[derive(Serialize)]
struct Number {
    /// Unrounded, for whoever checks it against the release.
    value: f64,
    at: f64,
    label: String,
    interval: String,
    ends: Option<(f64, f64)>,
    most: Option<(f64, f64)>,
    half: Option<(f64, f64)>,
}

#[derive(Serialize)]
struct Texts {
    choose: String,
    chosen: String,
    others: String,
}

fn who<'a>(view: &View<'_>, aimak: &'a AimakProfile) -> Who<'a> {
    let since = aimak.organic_since.map(|since| {
        let words = Message::new("mark-organic").with("year", since.year().to_string());
        view.words.message(&words)
    });
    Who {
        key: key(&aimak.code),
        name: aimak.name.get(view.lang()),
        href: aimak_path(&aimak.code),
        organic: since.is_some(),
        note: since.unwrap_or_default(),
    }
}

fn indicator<'a>(view: &View<'a>, columns: &Columns<'_>, card: &'a Card) -> Indicator<'a> {
    let findings: Vec<(&AimakProfile, &Finding)> = view
        .release
        .aimaks
        .iter()
        .filter_map(|aimak| Some((aimak, view.headline(card, &aimak.code)?)))
        .collect();
    let zero = columns.are_changes;
    let estimates = findings
        .iter()
        .filter_map(|(_, finding)| finding.estimate());
    let places = estimates.flat_map(|estimate| {
        let (lo, hi) = estimate
            .interval
            .bounds()
            .unwrap_or((estimate.value, estimate.value));
        [estimate.value, lo, hi]
    });
    let scale = Scale::of(places, zero);
    let number = |value: f64, decimals: usize| {
        if zero {
            view.words.signed(value, decimals)
        } else {
            view.words.number(value, decimals)
        }
    };
    let beside = Comparison::of(view, card, None);
    Indicator {
        id: &card.id,
        name: view.local(&card.name),
        theme: view.words.keyed("theme", card.theme.key()),
        unit: view.symbol(card.unit, zero),
        href: indicator_path(&card.id),
        ticks: scale.ticks(zero, &number),
        others: beside
            .values()
            .into_iter()
            .map(|value| scale.at(value))
            .collect(),
        middle: beside
            .middle()
            .iter()
            .filter_map(|(_, finding)| Some(scale.at(finding.estimate()?.value)))
            .collect(),
        said: said(view, &beside),
        values: findings
            .iter()
            .map(|(aimak, finding)| (key(&aimak.code), value(view, &scale, aimak, finding)))
            .collect(),
    }
}

/// The comparison areas in words: how many, lowest, middle, highest; nothing where there are none.
fn said(view: &View<'_>, beside: &Comparison<'_>) -> String {
    let named = |areas: &[(&AimakProfile, &Finding)]| {
        let words = areas.iter().filter_map(|(aimak, finding)| {
            let estimate = finding.estimate()?;
            let number = view.bare(estimate.value, estimate.unit, is_signed(finding));
            Some(format!("{number} ({})", view.local(&aimak.name)))
        });
        words.collect::<Vec<_>>().join(", ")
    };
    let (Some(lowest), Some(highest)) = (beside.changes.first(), beside.changes.last()) else {
        return String::new();
    };
    let words = Message::new("compare-others-said")
        .with("n", beside.changes.len())
        .with("lowest", named(&[*lowest]))
        .with("middle", named(beside.middle()))
        .with("highest", named(&[*highest]));
    view.words.message(&words)
}

fn value(view: &View<'_>, scale: &Scale, aimak: &AimakProfile, finding: &Finding) -> Value {
    let reason = match &finding.outcome {
        Outcome::Withheld(withheld) => view.reason(withheld),
        Outcome::Estimated(_) => view.land(finding),
    };
    Value {
        number: finding
            .estimate()
            .map(|estimate| placed(view, scale, finding, estimate)),
        tone: view.tone(finding),
        sign: sign(finding),
        verdict: view.verdict_words(finding),
        note: reason,
        href: finding_path(view, aimak, Some(finding)),
    }
}

fn placed(view: &View<'_>, scale: &Scale, finding: &Finding, estimate: &Estimate) -> Number {
    let change = is_signed(finding);
    let pair = |(lo, hi): (f64, f64)| (scale.at(lo), scale.at(hi));
    Number {
        value: estimate.value,
        at: scale.at(estimate.value),
        label: view.amount(estimate.value, estimate.unit, change),
        interval: view.interval(estimate, change),
        ends: estimate.interval.bounds().map(pair),
        most: estimate.bands.map(|bands| pair(bands.most)),
        half: estimate.bands.map(|bands| pair(bands.half)),
    }
}
