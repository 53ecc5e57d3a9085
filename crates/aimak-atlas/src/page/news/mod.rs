//! What changed since the last edition, in words and tables.

mod table;

use aimak_core::{Card, Message, Release, Subject};
use maud::{Markup, html};

pub use self::table::table;
use super::{Page, Room, about, data::file_name, effects, indicator_path, parts, passport_path};
use crate::{
    map,
    news::{Fate, News, Since, compare, is_statement, says_the_same},
    view::View,
};
use aimak_core::{EffectReport, Finding};

/// Path of the page below the folder of the language.
pub const PATH: &str = "news.html";
/// The table of all that differs, below the root of the site.
pub const TABLE: &str = "data/news.csv";
/// Rows of statements on the page; all of them stand in the table.
const MOST: usize = 200;

/// The page.
pub fn page(view: &View<'_>, since: &Since) -> Page {
    let title = view.t("news-title");
    let main = match since {
        Since::First => {
            let edition = view.release.project.edition.id.as_str();
            let words = Message::new("news-first").with("edition", edition);
            lead(&title, &html! { (view.words.message(&words)) })
        }
        Since::Elsewhere => lead(&title, &html! { (view.t("news-elsewhere")) }),
        Since::Unreadable(edition) => {
            let words = Message::new("news-unreadable").with("edition", edition.as_str());
            lead(&title, &html! { (view.words.message(&words)) })
        }
        Since::Compared(old) => Told {
            view,
            old,
            news: compare(old, view.release),
        }
        .main(&title),
    };
    Page {
        path: PATH.into(),
        title,
        room: Room::Data,
        main,
    }
}

fn lead(title: &str, words: &Markup) -> Markup {
    html! { div class="lead" { h1 { (title) } p class="lead-words" { (words) } } }
}

/// Two editions on their way to the page.
struct Told<'a> {
    view: &'a View<'a>,
    old: &'a Release,
    news: News<'a>,
}

impl Told<'_> {
    fn main(&self, title: &str) -> Markup {
        let (view, news) = (self.view, &self.news);
        let words = Message::new("news-since")
            .with("edition", news.edition.id.as_str())
            .with("date", view.words.date(news.edition.date));
        html! {
            (lead(title, &html! { (view.words.message(&words)) }))
            @if news.is_empty() { p { strong { (view.t("news-nothing")) } } }
            @else {
                (self.in_short())
                (self.effects())
                (self.together())
                (self.statements())
                (self.numbers())
                (self.indicators())
                (self.aimaks())
                (self.sources())
                (self.places())
            }
        }
    }

    /// The name of an indicator; that of the older edition where it is gone.
    fn indicator(&self, id: &str) -> Markup {
        let view = self.view;
        if let Some(card) = view.card(id) {
            return html! { a href=(indicator_path(id)) { (view.local(&card.name)) } };
        }
        let gone = self.old.cards.iter().find(|card| card.id == id);
        html! { (gone.map_or(id, |card| view.local(&card.name))) }
    }

    /// Whom a finding speaks about.
    fn whom(&self, subject: &Subject) -> String {
        let Subject::Aimak(code) = subject else {
            return self.view.t("indicator-pooled");
        };
        let mut all = self.view.release.aimaks.iter().chain(&self.old.aimaks);
        let aimak = all.find(|aimak| aimak.code == *code);
        aimak.map_or_else(
            || code.0.clone(),
            |aimak| self.view.local(&aimak.name).to_owned(),
        )
    }

    /// Counts of everything, in one list.
    fn in_short(&self) -> Markup {
        let (view, news) = (self.view, &self.news);
        let of = |wanted: fn(&Fate<&Finding>) -> bool| {
            news.findings.iter().filter(|fate| wanted(fate)).count()
        };
        let counts = [
            (
                "news-count-said",
                of(|f| matches!(f, Fate::Changed { old, new } if !says_the_same(old, new))),
            ),
            (
                "news-count-number",
                of(|f| matches!(f, Fate::Changed { old, new } if says_the_same(old, new))),
            ),
            ("news-count-new", of(|f| matches!(f, Fate::New(_)))),
            ("news-count-gone", of(|f| matches!(f, Fate::Gone(_)))),
            ("news-count-same", news.same),
        ];
        html! {
            section aria-labelledby="short" {
                h2 id="short" { (view.t("news-short")) }
                ul {
                    @for (id, n) in counts { li { (view.words.message(&Message::new("tally-item").with("what", view.t(id)).with("n", n))) } }
                    @if let Some(program) = news.program {
                        li { (view.words.message(&Message::new("news-program").with("old", program).with("new", view.release.program.as_str()))) }
                    }
                }
                @if !news.findings.is_empty() {
                    p { a href={ "../" (TABLE) } download { (view.t("news-table")) } }
                }
            }
        }
    }

    fn effects(&self) -> Markup {
        let view = self.view;
        let told = |shown: &effects::Shown<'_>, report: &EffectReport| {
            let words = shown.words();
            match report.headline() {
                Ok(value) => format!(
                    "{} ({})",
                    words.with_unit(value.value),
                    words.interval(value)
                ),
                withheld => words.answer(withheld),
            }
        };
        let cell = |report: Option<&EffectReport>| {
            let shown = report.and_then(|report| Some((report, effects::Shown::of(view, report)?)));
            html! {
                @if let Some((report, shown)) = shown {
                    (shown.verdict()) br; (told(&shown, report))
                    br; span class="quiet" { (view.t("about-confidence")) ": " (view.words.keyed("confidence", report.confidence.key())) }
                } @else { "–" }
            }
        };
        let row = |fate: &Fate<&EffectReport>| {
            let (old, new) = sides(fate);
            html! { tr { th scope="row" { (self.indicator(&fate.latest().outcome)) } (self.was_and_is(&cell(old), &cell(new))) } }
        };
        let rows: Vec<Markup> = self.news.effects.iter().map(row).collect();
        self.table("effects", "news-effects", &["news-column-indicator"], &rows)
    }

    fn together(&self) -> Markup {
        let all = self.news.findings.iter();
        let pooled = all.filter(|fate| fate.latest().subject == Subject::OrganicAimaks);
        let rows: Vec<Markup> = pooled.map(|fate| self.finding_row(fate)).collect();
        let columns = ["news-column-indicator", "col-figure"];
        self.table("together", "indicator-pooled", &columns, &rows)
    }

    /// Statements on single aimaks that read differently now.
    fn statements(&self) -> Markup {
        let view = self.view;
        let other = |fate: &&Fate<&Finding>| {
            is_statement(fate.latest())
                && match fate {
                    Fate::Changed { old, new } => !says_the_same(old, new),
                    Fate::New(_) | Fate::Gone(_) => true,
                }
        };
        let all: Vec<&Fate<&Finding>> = self.news.findings.iter().filter(other).collect();
        let shown = all.iter().take(MOST);
        let rows: Vec<Markup> = shown.map(|fate| self.finding_row(fate)).collect();
        let columns = ["news-column-indicator", "col-figure"];
        let more = Message::new("news-more").with("n", all.len().saturating_sub(MOST));
        html! {
            (self.table("statements", "news-statements", &columns, &rows))
            @if all.len() > MOST { p { (view.words.message(&more)) " " a href={ "../" (TABLE) } download { (view.t("news-table")) } } }
        }
    }

    fn finding_row(&self, fate: &Fate<&Finding>) -> Markup {
        let view = self.view;
        let (old, new) = sides(fate);
        let latest = fate.latest();
        let label = |finding: &Finding| html! { (map::label(view, Some(finding))) };
        let told = |finding: &Finding, label: &Markup| {
            html! { (parts::verdict_tag(view, finding)) br; (label) }
        };
        let was = old.map_or_else(|| html! { "–" }, |old| told(old, &label(old)));
        let is = new.map_or_else(
            || html! { "–" },
            |new| told(new, &about::linked(view, new, "", &label(new))),
        );
        html! {
            tr {
                th scope="row" { (self.indicator(&latest.indicator)) }
                td { @if latest.subject != Subject::OrganicAimaks { (self.whom(&latest.subject)) br; }
                    span class="quiet" { (view.quantity_of(latest)) ", " (view.land(latest)) } }
                (self.was_and_is(&was, &is))
            }
        }
    }

    fn was_and_is(&self, was: &Markup, is: &Markup) -> Markup {
        let [before, after] = ["news-column-was", "news-column-is"].map(|id| self.view.t(id));
        html! { td data-label=(before) { (was) } td data-label=(after) { (is) } }
    }

    /// A table with columns of its own and the two editions.
    fn table(&self, id: &str, title: &str, columns: &[&str], rows: &[Markup]) -> Markup {
        let view = self.view;
        html! {
            @if !rows.is_empty() {
                section aria-labelledby=(id) {
                    h2 id=(id) { (view.t(title)) }
                    div class="scroll" tabindex="0" role="region" aria-label=(view.t(title)) {
                        table class="stacked news" {
                            thead { tr {
                                @for column in columns.iter().chain(&["news-column-was", "news-column-is"]) { th scope="col" { (view.t(column)) } }
                            } }
                            tbody { @for row in rows { (row) } }
                        }
                    }
                }
            }
        }
    }

    /// How many figures of each indicator are new, gone, or read differently.
    fn numbers(&self) -> Markup {
        let view = self.view;
        let ids = [
            "news-count-said",
            "news-count-number",
            "news-count-new",
            "news-count-gone",
        ];
        let of = |card: &Card| -> [usize; 4] {
            let mut counts = [0; 4];
            let all = self.news.findings.iter();
            for fate in all.filter(|fate| fate.latest().indicator == card.id) {
                let place = match fate {
                    Fate::Changed { old, new } => usize::from(says_the_same(old, new)),
                    Fate::New(_) => 2,
                    Fate::Gone(_) => 3,
                };
                counts[place] += 1;
            }
            counts
        };
        let rows: Vec<(&Card, [usize; 4])> = view
            .release
            .cards
            .iter()
            .map(|card| (card, of(card)))
            .filter(|(_, counts)| counts.iter().any(|n| *n > 0))
            .collect();
        html! {
            @if !rows.is_empty() {
                section aria-labelledby="numbers" {
                    h2 id="numbers" { (view.t("news-numbers")) }
                    div class="scroll" tabindex="0" role="region" aria-label=(view.t("news-numbers")) { table class="stacked" {
                        thead { tr { th scope="col" { (view.t("news-column-indicator")) } @for id in ids { th scope="col" class="num" { (view.t(id)) } } } }
                        tbody { @for (card, counts) in &rows { tr {
                            th scope="row" { a href=(indicator_path(&card.id)) { (view.local(&card.name)) } }
                            @for (id, n) in ids.iter().zip(counts) { td class="num" data-label=(view.t(id)) { (view.words.number(*n as f64, 0)) } }
                        } } }
                    } }
                }
            }
        }
    }

    fn indicators(&self) -> Markup {
        let view = self.view;
        let version =
            |card: &Card| crate::parameters::method(&view.words, &card.method, card.method_version);
        let line = |fate: &Fate<&Card>| {
            let changed = match fate {
                Fate::Changed { old, new } => format!(": {} → {}", version(old), version(new)),
                _ => String::new(),
            };
            html! { (self.indicator(&fate.latest().id)) (changed) }
        };
        self.list(
            "indicators",
            ("news-indicators", "news-method"),
            &self.news.indicators,
            line,
        )
    }

    fn aimaks(&self) -> Markup {
        let line = |fate: &Fate<&aimak_core::release::AimakProfile>| {
            html! { (self.view.local(&fate.latest().name)) " " span class="quiet" { (fate.latest().code) } }
        };
        self.list(
            "aimaks",
            ("news-aimaks", "news-organic"),
            &self.news.aimaks,
            line,
        )
    }

    fn sources(&self) -> Markup {
        let line = |fate: &Fate<&aimak_core::Source>| {
            let (old, new) = (sides(fate).0, sides(fate).1);
            html! {
                (file_name(&fate.latest().path))
                @for source in old.into_iter().chain(new) { br; code class="hash" { (source.sha256) } }
            }
        };
        self.list(
            "sources",
            ("data-sources", "news-checksum"),
            &self.news.sources,
            line,
        )
    }

    /// A list of what is new, gone and changed; `changed` says what about it changed.
    fn list<T: Copy>(
        &self,
        id: &str,
        (title, changed): (&str, &str),
        fates: &[Fate<T>],
        line: impl Fn(&Fate<T>) -> Markup,
    ) -> Markup {
        let view = self.view;
        let kinds: [(&str, fn(&Fate<T>) -> bool); 3] = [
            ("news-new", |fate| matches!(fate, Fate::New(_))),
            ("news-gone", |fate| matches!(fate, Fate::Gone(_))),
            (changed, |fate| matches!(fate, Fate::Changed { .. })),
        ];
        html! {
            @if !fates.is_empty() {
                section aria-labelledby=(id) {
                    h2 id=(id) { (view.t(title)) }
                    @for (words, wanted) in kinds { @if fates.iter().any(wanted) {
                        h3 { (view.t(words)) }
                        ul { @for fate in fates.iter().filter(|fate| wanted(fate)) { li { (line(fate)) } } }
                    } }
                }
            }
        }
    }

    /// New places by name; withdrawn ones by number only.
    fn places(&self) -> Markup {
        let (view, news) = (self.view, &self.news);
        let shown = view.release.passports.shown.iter();
        let new: Vec<_> = shown
            .filter(|place| news.places.contains(&place.id.as_str()))
            .collect();
        html! {
            @if !new.is_empty() || news.withdrawn > 0 {
                section aria-labelledby="places" {
                    h2 id="places" { (view.t("nav-passports")) }
                    @if !new.is_empty() {
                        h3 { (view.t("news-new")) }
                        ul { @for place in new { li { a href=(passport_path(&place.id)) { (view.local(&place.name)) } } } }
                    }
                    @if news.withdrawn > 0 { p { (view.words.message(&Message::new("news-withdrawn").with("n", news.withdrawn))) } }
                }
            }
        }
    }
}

/// As it was and as it is.
const fn sides<T: Copy>(fate: &Fate<T>) -> (Option<T>, Option<T>) {
    match fate {
        Fate::New(new) => (None, Some(*new)),
        Fate::Gone(old) => (Some(*old), None),
        Fate::Changed { old, new } => (Some(*old), Some(*new)),
    }
}
