//! What changed from one edition to the next? Compares two releases and says nothing in words.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use aimak_core::{
    Card, EffectReport, Finding, Outcome, PartialDate, Quantity, Release, Source, Subject, Unit,
    release::{AimakProfile, Edition},
};

use crate::view::verdict;

/// What a new edition tells of the one before it.
pub enum Since {
    /// There is no older edition in the site.
    First,
    /// This folder carries one edition alone.
    Elsewhere,
    /// There is one, but it was written in another way and cannot be read.
    Unreadable(String),
    /// There is one.
    Compared(Box<Release>),
}

/// What became of a thing that both editions may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate<T> {
    /// Only the new edition holds it.
    New(T),
    /// Only the old one does.
    Gone(T),
    /// Both do, and it is not the same.
    Changed {
        /// As it was.
        old: T,
        /// As it is.
        new: T,
    },
}

impl<T: Copy> Fate<T> {
    /// As it is; as it was where it is gone.
    pub const fn latest(&self) -> T {
        match self {
            Self::New(one) | Self::Gone(one) | Self::Changed { new: one, .. } => *one,
        }
    }
}

/// Everything that differs between two editions.
#[derive(Debug)]
pub struct News<'a> {
    /// The older edition.
    pub edition: &'a Edition,
    /// The program of the older edition, where it was another.
    pub program: Option<&'a str>,
    /// Indicators; changed ones have another version of their method.
    pub indicators: Vec<Fate<&'a Card>>,
    /// Aimaks; changed ones became organic, or at another date.
    pub aimaks: Vec<Fate<&'a AimakProfile>>,
    /// Input files; changed ones have another checksum.
    pub sources: Vec<Fate<&'a Source>>,
    /// Effects of the transition.
    pub effects: Vec<Fate<&'a EffectReport>>,
    /// Findings.
    pub findings: Vec<Fate<&'a Finding>>,
    /// Findings that both editions hold and that read the same.
    pub same: usize,
    /// Ids of eco-passports that are new.
    pub places: Vec<&'a str>,
    /// How many places were withdrawn since; which they are is never told.
    pub withdrawn: usize,
}

impl News<'_> {
    /// True where nothing differs.
    pub fn is_empty(&self) -> bool {
        let counts = [
            self.indicators.len(),
            self.aimaks.len(),
            self.sources.len(),
            self.effects.len(),
            self.findings.len(),
            self.places.len(),
            self.withdrawn,
        ];
        counts.iter().all(|n| *n == 0) && self.program.is_none()
    }
}

/// Compares two releases.
pub fn compare<'a>(old: &'a Release, new: &'a Release) -> News<'a> {
    let card = |card: &&'a Card| card.id.as_ref();
    let indicators = fates(&old.cards, &new.cards, card, |old, new| {
        (&old.method, old.method_version) == (&new.method, new.method_version)
    });
    let aimaks = fates(
        &old.aimaks,
        &new.aimaks,
        |aimak| &aimak.code,
        |old, new| old.organic_since == new.organic_since,
    );
    let sources = fates(
        &old.sources,
        &new.sources,
        |source| &source.id,
        |old, new| old.sha256 == new.sha256,
    );
    let effects = fates(
        &old.effects,
        &new.effects,
        |report| &report.outcome,
        |a, b| {
            let unit = unit(new, &a.outcome);
            reads_alike(a, b, unit)
        },
    );
    let findings = fates(&old.findings, &new.findings, |f| f.key(), reads_the_same);
    let held: BTreeSet<_> = old.findings.iter().map(Finding::key).collect();
    let both = new.findings.iter().filter(|f| held.contains(&f.key()));
    let changed = findings
        .iter()
        .filter(|fate| matches!(fate, Fate::Changed { .. }));
    let same = both.count() - changed.count();
    let known: BTreeSet<&str> = known_places(old);
    let shown = new.passports.shown.iter().map(|place| place.id.as_str());
    let since = old.project.edition.date.first_day();
    let notes = new.passports.withdrawn.iter();
    News {
        edition: &old.project.edition,
        program: (old.program != new.program).then_some(old.program.as_str()),
        indicators,
        aimaks,
        sources,
        effects,
        findings,
        same,
        places: shown.filter(|id| !known.contains(id)).collect(),
        // by its date: an older edition is cleaned as well, so its notes tell nothing
        withdrawn: notes.filter(|note| note.date.first_day() > since).count(),
    }
}

/// Places an edition shows or showed.
fn known_places(release: &Release) -> BTreeSet<&str> {
    let shown = release.passports.shown.iter().map(|place| &place.id);
    let withdrawn = release.passports.withdrawn.iter().map(|note| &note.id);
    shown.chain(withdrawn).map(String::as_str).collect()
}

/// Pairs what two editions hold, in the order of the new one; what is gone follows.
fn fates<'a, T, K: Ord>(
    old: &'a [T],
    new: &'a [T],
    key: impl Fn(&&'a T) -> K,
    alike: impl Fn(&T, &T) -> bool,
) -> Vec<Fate<&'a T>> {
    let before: BTreeMap<K, &T> = old.iter().map(|one| (key(&one), one)).collect();
    let after: BTreeSet<K> = new.iter().map(|one| key(&one)).collect();
    let kept = new.iter().filter_map(|one| match before.get(&key(&one)) {
        None => Some(Fate::New(one)),
        Some(old) if alike(old, one) => None,
        Some(old) => Some(Fate::Changed { old, new: one }),
    });
    let gone = old.iter().filter(|one| !after.contains(&key(one)));
    kept.chain(gone.map(Fate::Gone)).collect()
}

/// True where two findings read the same: the same printed numbers, the same verdict, claim and confidence.
fn reads_the_same(old: &Finding, new: &Finding) -> bool {
    says_the_same(old, new)
        && match (&old.outcome, &new.outcome) {
            (Outcome::Estimated(old), Outcome::Estimated(new)) => {
                let ends = |interval: &aimak_core::Interval| interval.bounds();
                old.unit == new.unit
                    && prints_alike(old.value, new.value, new.unit)
                    && match (ends(&old.interval), ends(&new.interval)) {
                        (Some(a), Some(b)) => {
                            prints_alike(a.0, b.0, new.unit) && prints_alike(a.1, b.1, new.unit)
                        }
                        (a, b) => a.is_none() && b.is_none(),
                    }
            }
            (Outcome::Withheld(old), Outcome::Withheld(new)) => old.reason == new.reason,
            _ => false,
        }
}

/// True where what can be said stayed the same, whatever the numbers did.
pub fn says_the_same(old: &Finding, new: &Finding) -> bool {
    verdict(old) == verdict(new)
        && old.evidence.claim == new.evidence.claim
        && old.evidence.confidence == new.evidence.confidence
}

fn reads_alike(old: &EffectReport, new: &EffectReport, unit: Option<Unit>) -> bool {
    let number = match (old.headline(), new.headline()) {
        (Ok(old), Ok(new)) => {
            unit.map_or(old.value == new.value, |unit| {
                prints_alike(old.value, new.value, unit)
            }) && old.interval.holds_zero() == new.interval.holds_zero()
        }
        (old, new) => old.is_err() && new.is_err(),
    };
    number && (old.claim, old.confidence) == (new.claim, new.confidence)
}

fn unit(release: &Release, indicator: &str) -> Option<Unit> {
    let card = release.cards.iter().find(|card| card.id == indicator)?;
    Some(card.unit)
}

/// True where two numbers are printed alike.
fn prints_alike(old: f64, new: f64, unit: Unit) -> bool {
    let printed = |value: f64| {
        let text = format!("{value:.*}", unit.decimals());
        let is_zero = !text.contains(|c: char| ('1'..='9').contains(&c));
        // minus nothing is nothing
        if is_zero {
            text.trim_start_matches('-').to_owned()
        } else {
            text
        }
    };
    printed(old) == printed(new)
}

/// True for findings that carry a statement; values of a period or a date are many, and change whenever data are added.
pub const fn is_statement(finding: &Finding) -> bool {
    !matches!(
        finding.quantity,
        Quantity::State { .. } | Quantity::At { .. }
    ) && matches!(finding.subject, Subject::Aimak(_))
}

/// Which of two editions is older: by date, then by id, whose numbers are compared as numbers (2026-9 before 2026-10).
pub fn by_age(a: (PartialDate, &str), b: (PartialDate, &str)) -> Ordering {
    let day = |date: PartialDate| date.first_day();
    day(a.0)
        .cmp(&day(b.0))
        .then_with(|| parts(a.1).cmp(&parts(b.1)))
        .then_with(|| a.1.cmp(b.1))
}

/// Numbers and words of an id, in order.
fn parts(id: &str) -> Vec<(u64, &str)> {
    id.split(|c: char| !c.is_alphanumeric())
        .map(|part| (part.parse().unwrap_or(u64::MAX), part))
        .collect()
}

#[cfg(test)]
mod tests;
