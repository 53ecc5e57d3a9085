//! About this number: one page for each indicator holds, for every figure, everything one needs to judge and to repeat it. Wherever a
//! figure stands, one click leads to its record there.

mod record;

use aimak_core::{
    AimakCode, Card, EffectReport, Finding, Land, Message, Quantity, Source, Subject,
    release::AimakProfile,
};
use maud::{Markup, html};

use super::{Page, Room, data::file_name as without_folders, file_name, indicator_path, methods};
use crate::view::View;

/// Where pages of numbers find the pages of their language.
const BASE: &str = "../";

/// Page of the records of an indicator, below the folder of the language.
pub fn number_path(indicator: &str) -> String {
    format!("number/{}.html", file_name(indicator))
}

/// The place of a figure on the page of its indicator: whom it speaks about, which land, what of the indicator.
pub fn anchor(finding: &Finding) -> String {
    let quantity = match &finding.quantity {
        Quantity::Timeless => "timeless".to_owned(),
        Quantity::State { period } => format!("state.{}", file_name(&period.0)),
        Quantity::At { date } => format!("at.{date}"),
        Quantity::Trend { first, last } => format!("trend.{first}.{last}"),
        Quantity::OverYears { first, last } => format!("over.{first}.{last}"),
        Quantity::Between { before, after } => pair("between", [&before.0, &after.0]),
        Quantity::Change { before, after } => pair("change", [&before.0, &after.0]),
        Quantity::DifferenceOfChanges { before, after } => {
            pair("difference", [&before.0, &after.0])
        }
    };
    let (subject, land) = (subject(&finding.subject), finding.land.key());
    format!("{subject}.{land}.{quantity}")
}

/// The place of the dated figures that begin with this one.
fn dated_anchor(first: &Finding) -> String {
    format!("{}.and-later", anchor(first))
}

fn pair(kind: &str, [before, after]: [&str; 2]) -> String {
    format!("{kind}.{}.{}", file_name(before), file_name(after))
}

/// Whom a figure speaks about, as `aimak explain` calls it.
fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Aimak(code) => file_name(&code.0),
        Subject::OrganicAimaks => "organic_aimaks".to_owned(),
    }
}

/// Address of the record of a figure; `base` leads to the pages of the language.
fn address(finding: &Finding, base: &str) -> String {
    let (path, anchor) = (number_path(&finding.indicator), anchor(finding));
    format!("{base}{path}#{anchor}")
}

/// The link beside a figure; none where there is no record, as of a specimen.
pub fn about(view: &View<'_>, finding: &Finding, base: &str) -> Markup {
    html! {
        @if has_record(view, finding) { p class="about" { a href=(address(finding, base)) { (view.t("about-number")) } } }
    }
}

fn has_record(view: &View<'_>, finding: &Finding) -> bool {
    view.card(&finding.indicator).is_some()
}

/// A figure that is the link itself.
pub fn linked(view: &View<'_>, finding: &Finding, base: &str, figure: &Markup) -> Markup {
    html! {
        @if has_record(view, finding) {
            a class="number-link" href=(address(finding, base)) title=(view.t("about-number")) { (figure) }
        } @else { (figure) }
    }
}

/// The records of an indicator: what they have in common, all organic aimaks together, then each aimak.
pub fn page(view: &View<'_>, card: &Card) -> Page {
    let name = view.local(&card.name);
    let title = view
        .words
        .message(&Message::new("numbers-title").with("indicator", name));
    let mut aimaks = view.aimaks_by_name();
    aimaks.retain(|aimak| !view.findings(&card.id, &of(aimak)).is_empty());
    let pooled = view.findings(&card.id, &Subject::OrganicAimaks);
    let effect = view.release.effects.iter().find(|r| r.outcome == card.id);
    let main = html! {
        div class="lead" {
            p class="theme-tag" { (view.words.keyed("theme", card.theme.key())) }
            h1 { (title) }
            p class="lead-words" { (view.t("numbers-lead")) }
            p { a href={ (BASE) (indicator_path(&card.id)) } { (name) } }
        }
        (common(view, card))
        nav class="jump" aria-label=(view.t("numbers-jump")) { ul {
            @if !pooled.is_empty() { li { a href="#organic_aimaks" { (view.t("indicator-pooled")) } } }
            @if effect.is_some() { li { a href="#effect" { (view.t("effects-on-indicator")) } } }
            @for aimak in &aimaks { li { a href={ "#" (file_name(&aimak.code.0)) } { (view.local(&aimak.name)) } } }
        } }
        @if !pooled.is_empty() { (section(view, card, &view.t("indicator-pooled"), &Subject::OrganicAimaks)) }
        @if let Some(effect) = effect { (effect_section(view, effect)) }
        @for aimak in &aimaks { (section(view, card, view.local(&aimak.name), &of(aimak))) }
    };
    Page {
        path: number_path(&card.id),
        title,
        room: Room::Indicators,
        main,
    }
}

fn of(aimak: &AimakProfile) -> Subject {
    Subject::Aimak(aimak.code.clone())
}

/// What all figures of an indicator have in common: card, input files, program, how to cite.
fn common(view: &View<'_>, card: &Card) -> Markup {
    let edition = &view.release.project.edition;
    let cited = Message::new("numbers-citation")
        .with("project", view.local(&view.release.project.title))
        .with("edition", edition.id.as_str())
        .with("date", view.words.date(edition.date))
        .with("indicator", view.local(&card.name))
        .with("program", view.release.program.as_str());
    html! {
        section aria-labelledby="card" {
            h2 id="card" { (view.t("indicator-card")) }
            (methods::card(view, card))
            dl class="card" {
                dt { (view.t("about-program")) } dd { (view.release.program) }
                dt { (view.t("numbers-cite")) } dd { (view.words.message(&cited)) }
                dt { (view.t("card-indicator-id")) } dd { code { (card.id) } }
            }
            p { a href={ (BASE) "methods.html#" (card.id) } { (view.t("about-code-link")) } }
        }
        (inputs(view, card))
    }
}

/// Every input file behind the indicator, with checksum, licence and citation.
fn inputs(view: &View<'_>, card: &Card) -> Markup {
    let all = view.release.findings.iter();
    let mut used: Vec<&str> = all
        .filter(|finding| finding.indicator == card.id)
        .flat_map(|finding| &finding.evidence.inputs)
        .map(|input| input.source.as_str())
        .collect();
    used.sort_unstable();
    used.dedup();
    let all = view.release.sources.iter();
    let sources: Vec<&Source> = all
        .filter(|source| used.binary_search(&source.id.as_str()).is_ok())
        .collect();
    html! {
        @if !sources.is_empty() {
            section aria-labelledby="inputs" {
                h2 id="inputs" { (view.t("about-inputs")) }
                ul class="inputs" { @for source in sources {
                    li { strong { (without_folders(&source.path)) } " "
                        span class="quiet" {
                            (source.licence.as_deref().map_or_else(|| view.t("licence-not-stated"), str::to_owned)) " · "
                            (source.citation.as_deref().map_or_else(|| view.t("citation-not-stated"), str::to_owned))
                        }
                        br; code class="hash" { "SHA-256 " (source.sha256) }
                    }
                } }
            }
        }
    }
}

/// The records of one aimak, or of all organic aimaks together: organic land first; figures that share their evidence stand together.
fn section(view: &View<'_>, card: &Card, name: &str, whose: &Subject) -> Markup {
    let mut findings = view.findings(&card.id, whose).to_vec();
    let place = |land| match land {
        Land::Organic => 0,
        Land::Untreated => 1,
        Land::WholeAimak => 2,
    };
    findings.sort_by_key(|finding| place(finding.land));
    let id = subject(whose);
    let asked = match whose {
        Subject::Aimak(AimakCode(code)) => code.as_str(),
        Subject::OrganicAimaks => "organic_aimaks",
    };
    html! {
        section class="numbers" aria-labelledby=(id) {
            h2 id=(id) { (name) }
            p class="quiet" { (view.t("numbers-again")) " " code { "aimak explain release " (asked) " " (card.id) } }
            @for group in grouped(&findings) { (record::record(view, &group, BASE)) }
        }
    }
}

/// Dated figures of one land that share their evidence, together; every other figure alone.
fn grouped<'a>(findings: &[&'a Finding]) -> Vec<Vec<&'a Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        let alike = |group: &&mut Vec<&Finding>| {
            group.first().is_some_and(|first| {
                let dated = |f: &Finding| matches!(f.quantity, Quantity::At { .. });
                dated(first)
                    && dated(finding)
                    && first.land == finding.land
                    && first.evidence == finding.evidence
            })
        };
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

/// The record of the effect: its digits, its tests, its parameters.
fn effect_section(view: &View<'_>, report: &EffectReport) -> Markup {
    html! {
        section class="numbers" aria-labelledby="effect" {
            h2 id="effect" { (view.t("effects-on-indicator")) }
            (record::effect(view, report))
            p { a href={ (BASE) (super::effects::PATH) "#" (report.outcome) } { (view.t("effects-why")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::sample;
    use aimak_core::Lang;

    #[test]
    fn every_figure_has_a_place_of_its_own() {
        let release = sample::release("2026-1", false);
        let places: BTreeSet<(String, String)> = release
            .findings
            .iter()
            .map(|finding| (number_path(&finding.indicator), anchor(finding)))
            .collect();
        assert_eq!(places.len(), release.findings.len());
    }

    #[test]
    fn periods_whose_names_hold_hyphens_stay_apart() {
        let release = sample::release("2026-1", false);
        let with = |before: &str, after: &str| {
            let mut finding = release.findings[0].clone();
            let id = |text: &str| aimak_core::PeriodId(text.into());
            finding.quantity = Quantity::Change {
                before: id(before),
                after: id(after),
            };
            anchor(&finding)
        };
        assert_ne!(with("a", "b.c"), with("a.b", "c"));
    }

    #[test]
    fn a_page_of_numbers_holds_every_figure_with_formula_inputs_and_program() {
        let release = sample::release("2026-1", false);
        let view = View::of(&release, Lang::En);
        let card = view.card("ndvi_season_mean").unwrap();
        let html = page(&view, card).main.into_string();
        let mine = || release.findings.iter().filter(|f| f.indicator == card.id);
        for finding in mine() {
            let id = format!(" id=\"{}\"", anchor(finding));
            assert_eq!(html.matches(&id).count(), 1, "{id}");
        }
        for words in [
            &"ab".repeat(32),
            "SOC = Σ",
            "aimak 0.0.0",
            "aimak explain release S-1",
        ] {
            assert!(html.contains(words), "{words}");
        }
        // dated figures of one land share a record
        assert!(html.matches("class=\"record").count() < mine().count() / 3);
    }
}
