//! The frame of every page: head, banner, navigation, footer.

use aimak_core::{Lang, Message};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Page, Room};
use crate::{
    texts::{Catalogue, with_whole_spans},
    view::View,
};

/// Strict: own files only, no inline script or style. `blob:` workers because `MapLibre` starts one from `file://`.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Where a page will lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Newest edition, at the root of the site.
    Newest,
    /// Frozen edition, under `e/<id>/`.
    Frozen,
    /// Carried by hand, opened by double-click.
    Stick,
}

/// The page in its frame, as HTML; `linked` is what it says of its data to programs, as JSON-LD.
pub fn page(view: &View<'_>, page: &Page, place: Place, linked: Option<&str>) -> String {
    if page.room == Room::Embedded {
        return super::embed::framed(view, page);
    }
    let root = page.root();
    let base = "../".repeat(page.path.matches('/').count());
    let project = view.local(&view.release.project.title);
    let title = if page.path == "index.html" {
        project.to_owned()
    } else {
        format!("{} – {project}", page.title)
    };
    let body = html! {
        a class="skip" href="#main" { (view.t("nav-skip")) }
        (banner(view))
        (masthead(view, page, &base, &root))
        main id="main" { (page.main) }
        (footer(view, page, &root, place))
    };
    let content = html! {
        // what programs read in the head has no invisible letters
        (head(&root, &title, project, &html! { (alternates(view, page, &root, place)) (linked_data(linked)) }))
        body { (PreEscaped(with_whole_spans(&body.into_string()))) }
    };
    html! { (DOCTYPE) html lang=(view.lang().code()) class="no-js" { (content) } }.into_string()
}

/// What holds for everything here: that the data are invented, or what the project wants every reader to know.
pub fn banner(view: &View<'_>) -> Markup {
    let words = view.standing_notices();
    html! { @if !words.is_empty() { p class="banner" role="note" { @for one in words { strong { (one) } " " } } } }
}

/// The same page in every language: by its whole address where the project says where it is published, because search engines
/// pass over any other; a stick has none.
fn alternates(view: &View<'_>, page: &Page, root: &str, place: Place) -> Markup {
    let project = &view.release.project;
    let publication = &project.publication;
    let published = match place {
        Place::Newest => publication.root_address(),
        Place::Frozen => publication.edition_address(&project.edition.id),
        Place::Stick => None,
    };
    let root = published.as_deref().unwrap_or(root);
    html! {
        @for lang in &view.release.project.languages {
            link rel="alternate" hreflang=(lang.code()) href={ (root) (lang.code()) "/" (page.path) };
        }
        link rel="alternate" hreflang="x-default" href={ (root) "index.html" };
    }
}

/// What a page says of its data to programs: data, not script, so no policy of scripts touches it.
fn linked_data(linked: Option<&str>) -> Markup {
    html! { @if let Some(linked) = linked { script type="application/ld+json" { (PreEscaped(linked)) } } }
}

/// The head of a page; `more` are links to what belongs to it.
fn head(root: &str, title: &str, description: &str, more: &Markup) -> Markup {
    head_with(root, title, description, "atlas.js", more)
}

/// The same with another script.
pub(super) fn head_with(
    root: &str,
    title: &str,
    description: &str,
    script: &str,
    more: &Markup,
) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(CONTENT_SECURITY_POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="description" content=(description);
            meta name="color-scheme" content="light dark";
            title { (title) }
            link rel="icon" href={ (root) "assets/icon.svg" } type="image/svg+xml";
            link rel="stylesheet" href={ (root) "assets/atlas.css" };
            (more)
            script src={ (root) "assets/" (script) } defer {}
        }
    }
}

fn masthead(view: &View<'_>, page: &Page, base: &str, root: &str) -> Markup {
    let rooms = [
        (Room::Map, "index.html", "nav-home"),
        (Room::Explorer, super::map::PATH, "nav-map"),
        (Room::Compare, super::compare::PATH, "nav-compare"),
        (Room::Indicators, "indicators.html", "nav-indicators"),
        (Room::Summary, super::summary::PATH, "nav-summary"),
        (Room::Effects, super::effects::PATH, "nav-effects"),
        (Room::Passports, "passports.html", "nav-passports"),
        (Room::Methods, "methods.html", "nav-methods"),
        (Room::Data, "data.html", "nav-data"),
    ];
    let with_effects = !view.release.effects.is_empty();
    let with_summary = super::summary::exists(view);
    let with_passports = !view.release.passports.is_empty();
    let with_compare = super::compare::is_worth_it(view);
    let rooms = rooms
        .into_iter()
        .filter(|(room, ..)| view.has_maps() || *room != Room::Explorer)
        .filter(|(room, ..)| with_compare || *room != Room::Compare)
        .filter(|(room, ..)| with_passports || *room != Room::Passports)
        .filter(|(room, ..)| with_effects || *room != Room::Effects)
        .filter(|(room, ..)| with_summary || *room != Room::Summary);
    html! {
        header class="masthead" {
            (ridges())
            div class="masthead-inner" {
                p class="brand" { a href={ (base) "index.html" } { (view.local(&view.release.project.title)) } }
                // home has its own, larger
                @if page.path != "index.html" { (search(view, base, root)) }
                nav class="rooms" aria-label=(view.t("nav-label")) {
                    ul { @for (room, path, id) in rooms {
                        @let here = (room == page.room).then_some("page");
                        li { a href={ (base) (path) } aria-current=[here] { (view.t(id)) } }
                    } }
                }
                nav class="languages" aria-label=(view.t("languages-label")) {
                    ul { @for lang in &view.release.project.languages {
                        @let here = (*lang == view.lang()).then_some("true");
                        li { a href={ (root) (lang.code()) "/" (page.path) } hreflang=(lang.code()) lang=(lang.code()) aria-current=[here] {
                            (language_name(*lang))
                        } }
                    } }
                }
            }
        }
    }
}

/// The search; without a script the way to the list of all areas.
fn search(view: &View<'_>, base: &str, root: &str) -> Markup {
    html! {
        (super::search::field(view, root, base))
        p class="find-link" { a href={ (base) "index.html#areas" } { (view.t_scoped("home-areas")) } }
    }
}

/// Three ridges behind the title, near to far: decoration only.
fn ridges() -> Markup {
    html! {
        svg class="ridges" viewBox="0 0 1200 120" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false" {
            path class="far" d="M0 120V74l70-22 60 16 84-40 66 30 58-18 92 34 80-46 74 38 62-24 88 30 96-50 84 44 70-22 92 32 64-18 60 12v50z" {}
            path class="mid" d="M0 120V92l96-24 72 18 90-36 84 34 110-22 86 26 98-40 92 38 74-16 108 28 94-34 98 30 98-18v44z" {}
            path class="near" d="M0 120v-14l140-18 120 14 150-24 130 22 160-12 140 16 130-22 120 18 110-12v32z" {}
        }
    }
}

fn footer(view: &View<'_>, page: &Page, root: &str, place: Place) -> Markup {
    let release = view.release;
    let edition = &release.project.edition;
    let with_edition = |id: &str| {
        Message::new(id)
            .with("edition", edition.id.as_str())
            .with("date", view.words.date(edition.date))
    };
    let own_path = format!("{}/{}", view.lang().code(), page.path);
    html! {
        footer class="foot" data-source=(source(view))
            data-save=(view.words.message(&Message::new("figure-save").with("kind", "{kind}"))) {
            @if release.project.simulated { p { strong { (view.t("simulated-footer")) } } }
            @if let Some(notice) = &release.project.notice { p { strong { (view.local(notice)) } } }
            p {
                // no full stops: a Russian date ends with one of its own
                (view.words.message(&with_edition("footer-edition"))) " · "
                (view.words.message(&Message::new("footer-program").with("program", release.program.as_str())))
                // a stick carries one edition: there is nothing to compare it with
                @if place != Place::Stick { " · " a href={ (root) (view.lang().code()) "/" (super::news::PATH) } { (view.t("news-title")) } }
            }
            @match place {
                Place::Newest => {
                    p { a href={ (root) "e/" (edition.id) "/" (own_path) } { (view.t("footer-permanent")) } }
                    (super::offline::panel(view, page, root))
                }
                Place::Frozen => {
                    p { (view.words.message(&Message::new("footer-frozen").with("edition", edition.id.as_str()))) " "
                        a href={ (root) "../../" (view.lang().code()) "/index.html" } { (view.t("footer-newest")) } }
                }
                Place::Stick => { p { (view.t("footer-stick")) } }
            }
            @if view.lang() != Lang::En { p class="quiet" { (view.t("footer-review")) } }
        }
    }
}

/// Where a figure comes from, in one line: title, edition, and that it is invented where it is.
pub fn source(view: &View<'_>) -> String {
    let project = &view.release.project;
    let edition = Message::new("footer-edition")
        .with("edition", project.edition.id.as_str())
        .with("date", view.words.date(project.edition.date));
    let mut parts = vec![
        view.local(&project.title).to_owned(),
        view.words.message(&edition),
    ];
    if project.simulated {
        parts.push(view.t("figure-simulated"));
    }
    parts.join(" · ")
}

/// What a language calls itself.
fn language_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ky => "Кыргызча",
        Lang::Ru => "Русский",
        Lang::En => "English",
    }
}

/// The first page of a site: title in every language, a link into each, editions below.
pub fn language_chooser(view: &View<'_>, editions: &[String], place: Place) -> String {
    let project = &view.release.project;
    let content = html! {
        (head("", view.local(&project.title), view.local(&project.title), &html! {}))
        body class="chooser" {
            @for lang in &project.languages {
                @if project.simulated { p class="banner" role="note" lang=(lang.code()) { (Catalogue::new(*lang).text("simulated-banner")) } }
                @if let Some(notice) = &project.notice { p class="banner" role="note" lang=(lang.code()) { (notice.get(*lang)) } }
            }
            main id="main" {
                (ridges())
                h1 class="visually-hidden" { (view.t("choose-language")) }
                @for lang in &project.languages {
                    p lang=(lang.code()) class="choice" {
                        a href={ (lang.code()) "/index.html" } hreflang=(lang.code()) {
                            strong { (language_name(*lang)) } span { (project.title.get(*lang)) }
                        }
                    }
                }
            }
            footer class="foot" {
                @if place == Place::Newest && !editions.is_empty() {
                    p { (view.t("editions-title")) ": " @for edition in editions { a href={ "e/" (edition) "/index.html" } { (edition) } " " } }
                }
                @if place == Place::Frozen { p { a href="../../index.html" { (view.t("footer-newest")) } } }
                @if project.simulated {
                    @for lang in &project.languages { p lang=(lang.code()) { (Catalogue::new(*lang).text("simulated-footer")) } }
                }
            }
        }
    };
    html! { (DOCTYPE) html lang=(view.lang().code()) class="no-js" { (content) } }.into_string()
}
