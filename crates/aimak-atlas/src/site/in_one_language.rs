//! What belongs to an edition in one language: its pages, and the data of its maps, search and comparison.

use std::collections::BTreeMap;

use aimak_core::{Message, Progress};
use rayon::prelude::*;

use super::{folder::Copies, shared::Shared};
use crate::{
    AtlasError,
    cells::CellLayer,
    map::{self, Map},
    news::Since,
    page::{self, Page, Place},
    source::Source,
    view::View,
};

/// An edition in one language: what its pages are made of.
pub(super) struct InOneLanguage<'a> {
    pub source: &'a Source,
    pub since: &'a Since,
    pub shared: &'a Shared<'a>,
    pub view: &'a View<'a>,
    pub maps: &'a BTreeMap<&'a str, Map<'a>>,
    pub cells: &'a [CellLayer<'a>],
}

impl InOneLanguage<'_> {
    /// Writes pages and data of the language; how many pages there are.
    pub fn put(&self, copies: &Copies, progress: &dyn Progress) -> Result<usize, AtlasError> {
        put_map_data(self, copies)?;
        let path = format!("{}/{}", self.view.lang().code(), page::offline::PATH);
        copies.put_by_place(&path, |place| {
            let page = page::offline::page(self.view);
            (place != Place::Stick)
                .then(|| page::laid_out(self.view, &page, place, None).into_bytes())
        })?;
        put_pages(self, copies, progress)
    }
}

/// Makes some pages when it is called: one job is done by one core.
type Job<'a> = Box<dyn Fn() -> Vec<Page> + Send + Sync + 'a>;

/// All pages of one language, as jobs that know nothing of each other.
fn pages<'a>(edition: &'a InOneLanguage<'a>) -> Vec<Job<'a>> {
    let &InOneLanguage {
        source,
        since,
        view,
        maps,
        cells,
        shared,
    } = edition;
    let mut jobs: Vec<Job<'a>> = vec![
        Box::new(|| vec![page::home::page(view, maps)]),
        Box::new(|| vec![page::indicator::list(view)]),
        Box::new(|| vec![page::methods::page(view)]),
        Box::new(|| vec![page::data::page(view, &shared.catalog, &shared.headers)]),
        Box::new(|| vec![page::news::page(view, since)]),
        Box::new(|| page::summary::page(view).into_iter().collect()),
        Box::new(|| page::effects::page(view).into_iter().collect()),
        Box::new(|| page::reach::page(view).into_iter().collect()),
        Box::new(|| page::map::page(view, maps).into_iter().collect()),
        Box::new(|| page::compare::page(view).into_iter().collect()),
        Box::new(|| vec![page::components::page(view, page::home::chosen(view, maps))]),
        Box::new(|| passport_pages(view).collect()),
    ];
    for card in &source.release.cards {
        jobs.push(Box::new(|| {
            let has_table = shared
                .tables
                .contains_key(&page::indicator::table_path(&card.id));
            let own = page::indicator::page(view, card, maps, cells, has_table);
            vec![own, page::about::page(view, card)]
        }));
        jobs.push(Box::new(|| {
            page::embed::page(view, card, maps).into_iter().collect()
        }));
    }
    for aimak in &source.release.aimaks {
        jobs.push(Box::new(|| {
            let themes = page::aimak::pages(view, aimak);
            std::iter::once(page::aimak::page(view, aimak))
                .chain(themes)
                .chain(page::aimak::tour(view, aimak))
                .collect()
        }));
    }
    jobs
}

/// Makes the pages of one language on all cores; how many there are.
fn put_pages(
    edition: &InOneLanguage<'_>,
    copies: &Copies,
    progress: &dyn Progress,
) -> Result<usize, AtlasError> {
    let view = edition.view;
    let done = |job: &Job<'_>| {
        if progress.cancelled() {
            return Err(AtlasError::Cancelled);
        }
        let made = job();
        for page in &made {
            let path = format!("{}/{}", view.lang().code(), page.path);
            let linked = edition.shared.catalog.of_page(view.lang(), &page.path);
            copies.put_by_place(&path, |place| {
                Some(page::laid_out(view, page, place, linked.as_deref()).into_bytes())
            })?;
        }
        progress.advance(1);
        Ok(made.len())
    };
    let jobs = pages(edition);
    progress.begin(Message::new("stage-atlas"), jobs.len());
    jobs.par_iter().map(done).sum()
}

/// The data of the interactive maps of one language.
fn put_map_data(edition: &InOneLanguage<'_>, copies: &Copies) -> Result<(), AtlasError> {
    let view = edition.view;
    let put =
        |id: String, script: String| copies.put(&format!("data/map-{id}.js"), script.as_bytes());
    edition
        .source
        .release
        .cards
        .par_iter()
        .try_for_each(|card| {
            let Some(explored) = map::explore::of(view, card, edition.cells) else {
                return Ok(());
            };
            let path = format!("data/explore-{}.js", explored.id);
            copies.put(&path, explored.script.as_bytes())
        })?;
    let index = format!("data/search-{}.js", view.lang().code());
    copies.put(&index, page::search::script(view).as_bytes())?;
    if page::compare::is_worth_it(view) {
        let path = page::compare::script_path(view.lang());
        copies.put(&path, page::compare::script(view).as_bytes())?;
    }
    let maps: Vec<&Map<'_>> = edition.maps.values().collect();
    maps.into_par_iter()
        .try_for_each(|map| put(map.id(view), map.script(view)))?;
    let cells = edition.cells.par_iter();
    cells.try_for_each(|layer| put(layer.id(view), layer.script(view)))
}

/// The list of eco-passports, a page for each, and one in the place of each that was withdrawn.
fn passport_pages<'a>(view: &'a View<'a>) -> impl Iterator<Item = Page> + 'a {
    let passports = &view.release.passports;
    let list = (!passports.is_empty()).then(|| page::passport::list(view));
    let shown = passports.shown.iter();
    let withdrawn = passports.withdrawn.iter();
    list.into_iter()
        .chain(shown.map(|passport| page::passport::page(view, passport)))
        .chain(withdrawn.map(|note| page::passport::withdrawn(view, note)))
}
