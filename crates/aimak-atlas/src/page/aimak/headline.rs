//! The head of an aimak's page: at most twelve indicators, each before and after, with interval, sentence and a small picture.

use aimak_core::{
    Card, Claim, Finding, Message, Quantity, SampleUnit, Subject, release::AimakProfile,
};
use maud::{Markup, html};

use super::{
    BASE,
    card::{lead, main_findings},
    charts::{self, Over, since, states},
};
use crate::{
    chart::{before_after, course, dot_interval},
    page::{
        about, aimak_theme_path,
        choice::{MOST, chosen, told_change},
        parts,
    },
    texts::begins_sentence,
    view::View,
    wording::exact,
};

/// An indicator at the head, with its change.
pub(super) type Told<'a> = (&'a Card, &'a Finding);

/// The indicators at the head, chosen by rule.
pub(super) fn told<'a>(view: &View<'a>, aimak: &AimakProfile) -> Vec<Told<'a>> {
    let change = |card: &'a Card| Some((card, told_change(view, card, &aimak.code)?));
    let with_change = view
        .release
        .cards
        .iter()
        .filter(|card| change(card).is_some());
    chosen(with_change).into_iter().filter_map(change).collect()
}

/// Cards of the indicators at the head, and the rule by which they were chosen.
pub(super) fn section(view: &View<'_>, aimak: &AimakProfile, told: &[Told<'_>]) -> Markup {
    let Some((_, first)) = told.first() else {
        return html! {};
    };
    let common = &first.quantity;
    let share = view.share_of_organic_land(first);
    let rule = Message::new("headline-rule").with("most", MOST);
    html! {
        section class="headline" aria-labelledby="headline" {
            h2 id="headline" { (view.t("headline-heading")) }
            p class="quiet" {
                (view.quantity(common)) ". "
                @if let Some(share) = share { (begins_sentence(&share)) ". " }
                (view.words.message(&rule))
            }
            (parts::folded_on_a_phone(&view.t("headline-how"), &html! { p class="quiet how-to-read" { (view.t("headline-read")) } }))
            ul class="told-cards" { @for (card, finding) in told { (one(view, aimak, card, finding, common)) } }
        }
    }
}

fn one(
    view: &View<'_>,
    aimak: &AimakProfile,
    card: &Card,
    finding: &Finding,
    common: &Quantity,
) -> Markup {
    let Spoken { here, sentence, .. } = spoken(view, aimak, card, finding);
    let path = format!(
        "{BASE}{}#{}",
        aimak_theme_path(&aimak.code, card.theme),
        card.id
    );
    html! {
        li id=(card.id) {
            h3 { a href=(path) { (view.local(&card.name)) } }
            (number(view, finding))
            @if finding.quantity != *common { p class="quiet" { (view.quantity_of(finding)) } }
            p class="told-verdict" { (parts::verdict_tag(view, finding)) span class="quiet" { "\u{a0}· "
                (view.land(finding)) @if let Some(sample) = view.sample_short(finding) { "\u{a0}· " (sample) }
                @if let Some(whom) = only_seen_twice(view, finding, &here) { ": " (whom) }
            } }
            (before_and_after(view, aimak, card, finding, &here))
            (sentence)
        }
    }
}

/// What is said of an indicator beside the number of its change.
pub(super) struct Spoken<'a> {
    /// Everything found of it on the land of the change.
    pub here: Vec<&'a Finding>,
    /// The finding that speaks: the strongest design, as on the page of the theme.
    pub by: &'a Finding,
    /// Its sentence.
    pub sentence: Markup,
}

pub(super) fn spoken<'a>(
    view: &View<'a>,
    aimak: &AimakProfile,
    card: &Card,
    finding: &'a Finding,
) -> Spoken<'a> {
    let all = view.findings(&card.id, &Subject::Aimak(aimak.code.clone()));
    let on_land = |other: &&Finding| other.land == finding.land;
    let by = lead(&main_findings(all)).unwrap_or(finding);
    Spoken {
        here: all.iter().copied().filter(on_land).collect(),
        by,
        sentence: html! {
            p class="sentence" {
                @if hides_its_comparison(by) { strong { (begins_sentence(&view.t("row-compared"))) } ". " }
                (view.sentence(by))
            }
        },
    }
}

/// Whom a change speaks of, where its two states speak of more: their difference is not the change then.
pub(super) fn only_seen_twice(
    view: &View<'_>,
    finding: &Finding,
    here: &[&Finding],
) -> Option<String> {
    let sample = &finding.estimate()?.sample;
    let paired = matches!(
        sample.of,
        SampleUnit::PairedPersons | SampleUnit::PairedFarms | SampleUnit::PairedPlots
    );
    let of_more = here.iter().any(|other| {
        matches!(other.quantity, Quantity::State { .. })
            && other
                .estimate()
                .is_some_and(|state| state.sample.n > sample.n)
    });
    (paired && of_more).then(|| view.words.keyed("sample", sample.of.key()))
}

/// True for a comparison whose sentence does not say that it is one: beside the number of the change it would be read as the same change.
fn hides_its_comparison(finding: &Finding) -> bool {
    let compared = matches!(finding.quantity, Quantity::DifferenceOfChanges { .. });
    let names_it = matches!(
        finding.evidence.claim,
        Claim::DifferedFromComparison | Claim::SeenWithVeryLowConfidence | Claim::CannotTell
    );
    compared && !names_it
}

/// The change with its interval.
pub(super) fn number(view: &View<'_>, finding: &Finding) -> Markup {
    let Some(estimate) = finding.estimate() else {
        return html! {};
    };
    html! {
        p class="told-number" {
            @let figure = html! { (view.bare(estimate.value, estimate.unit, true)) };
            data class="value" value=(exact(estimate.value)) data-value=(exact(estimate.value)) { (about::linked(view, finding, BASE, &figure)) }
            "\u{a0}" span class="unit" { (view.unit_after_number(estimate.unit, true)) }
            " " span class="interval" { (view.interval(estimate, true)) }
        }
    }
}

/// Small picture and its numbers; a phone opens them on request.
fn before_and_after(
    view: &View<'_>,
    aimak: &AimakProfile,
    card: &Card,
    finding: &Finding,
    here: &[&Finding],
) -> Markup {
    let states = states_told(view, finding, here);
    let words = view.t(match states {
        Some(_) => "chart-before-after",
        None => "chart-change",
    });
    parts::folded_on_a_phone(
        &words,
        &html! { (picture(view, aimak, card, here)) @if let Some(states) = states { (states) } },
    )
}

/// The two states of the change in numbers: what the small picture shows, for those who do not see it.
pub(super) fn states_told(view: &View<'_>, finding: &Finding, here: &[&Finding]) -> Option<Markup> {
    let Quantity::Change { before, after } = &finding.quantity else {
        return None;
    };
    let state = |wanted| {
        here.iter().find_map(|other| match &other.quantity {
            Quantity::State { period } if period == wanted => Some((other, other.estimate()?)),
            _ => None,
        })
    };
    let states = [state(before), state(after)];
    let [Some(_), Some((_, last))] = states else {
        return None;
    };
    Some(html! {
        p class="told-states" {
            @for (place, (finding, estimate)) in states.into_iter().flatten().enumerate() {
                @if place > 0 { " → " }
                span class="state-of" {
                    span class="quiet" { (view.when(&finding.quantity)) ": " }
                    data value=(exact(estimate.value)) data-value=(exact(estimate.value)) { (view.bare(estimate.value, estimate.unit, false)) }
                    @if estimate.interval.bounds().is_some() { " " span class="quiet" { "(" (view.interval_short(estimate, false)) ")" } }
                }
            }
            " " span class="quiet" { (view.unit_after_number(last.unit, false)) }
        }
    })
}

/// Year by year where years were seen, else before and after, else the change alone.
pub(super) fn picture(
    view: &View<'_>,
    aimak: &AimakProfile,
    card: &Card,
    here: &[&Finding],
) -> Markup {
    let number = |value: f64, decimals: usize| view.words.number(value, decimals);
    let signed = |value: f64, decimals: usize| view.words.signed(value, decimals);
    let titled = |id: &str| format!("{}: {}", view.t(id), view.local(&card.name));
    let dated: Vec<&Finding> = here
        .iter()
        .copied()
        .filter(|finding| matches!(finding.quantity, Quantity::At { .. }))
        .collect();
    let over = Over::of(view, &dated);
    if let Some(line) = over
        .lines
        .first()
        .filter(|_| over.years && over.is_worth_drawing())
    {
        let since = since(view, aimak).map(|(year, _)| year);
        let since = since.filter(|year| super::card::within(&over.lines, *year));
        return course::draw(
            line,
            since,
            &titled("chart-series"),
            &view.t("headline-course-desc"),
            &number,
        );
    }
    let states = states(view, here);
    if !states.is_empty() {
        let title = titled("chart-before-after");
        return before_after::draw(&states, &title, &view.t("headline-states-desc"), &number);
    }
    let change = |finding: &&Finding| matches!(finding.quantity, Quantity::Change { .. });
    let changes: Vec<&Finding> = here.iter().copied().filter(change).collect();
    let changes = charts::changes(view, &changes);
    dot_interval::draw(
        &changes,
        &titled("chart-change"),
        &view.t("headline-change-desc"),
        &signed,
    )
}

#[cfg(test)]
mod tests {
    use aimak_core::Lang;

    use super::*;
    use crate::sample;

    #[test]
    fn a_comparison_is_never_read_as_the_change_itself() {
        let mut release = sample::release("2026-1", false);
        let change = |finding: &&Finding| {
            finding.indicator == "soc_stock" && matches!(finding.quantity, Quantity::Change { .. })
        };
        let mut compared = release.findings.iter().find(change).unwrap().clone();
        let Quantity::Change { before, after } = compared.quantity else {
            panic!("a change");
        };
        compared.quantity = Quantity::DifferenceOfChanges { before, after };
        compared.evidence.claim = Claim::NoChangeLargerThanBound;
        compared.evidence.no_change_beyond = Some(3.0);
        release.findings.push(compared);
        let card = |release: &aimak_core::Release| {
            let view = View::of(release, Lang::En);
            let aimak = &view.release.aimaks[0];
            section(&view, aimak, &told(&view, aimak)).into_string()
        };
        assert!(card(&release).contains("<strong>Against the comparison land</strong>. No change"));
        for (claim, names_it) in [
            (Claim::CannotTell, "differs from that of comparison land"),
            (
                Claim::DifferedFromComparison,
                "Compared with land that did not change",
            ),
        ] {
            release.findings.last_mut().unwrap().evidence.claim = claim;
            let named = card(&release);
            assert!(
                !named.contains("<strong>") && named.contains(names_it),
                "{claim:?}"
            );
        }
    }
}
