//! From a release to a site folder, whole or not at all.
//!
//! The newest edition lies at the root, a frozen copy of it under `e/<edition>/`; frozen copies of older editions are
//! carried over unchanged. An edition published again under its own id replaces its frozen copy: an id names one
//! publication, and a correction before anybody cited it is still that publication. Once it is cited, a change needs a
//! new id in the project file.
//!
//! Pages are made by all cores and put onto the disk as they come ([`folder`]); only the sorted list of them is kept.

mod assets;
mod disk;
mod folder;
mod kept;
mod stick;
mod withdraw;

use std::{collections::BTreeMap, fs, path::Path};

use aimak_core::{Lang, Message, Progress};
use rayon::prelude::*;
use serde::Serialize;

pub(crate) use self::{
    assets::{fonts, style_sheet},
    disk::write_whole,
};
use self::{
    disk::{beside, carry_over, remove, swap},
    folder::{Copies, Folder, Listed, Listing},
};
pub use self::{
    stick::{Carried, publish_stick},
    withdraw::{Cleaned, editions_with, withdraw},
};
use crate::{
    AtlasError, SiteSummary,
    cells::CellLayer,
    map::{self, Map},
    outline,
    page::{self, Page, Place},
    source::{self, File, Source, sha256},
    view::View,
};

/// Tells a folder of ours from a stranger's; also the list of files with their checksums.
const MANIFEST: &str = "site.json";

/// Publishes the release in `release_dir` to the folder `site`.
///
/// Pages are written beside the site and renamed into place, so a killed run leaves the last good site whole.
///
/// # Errors
/// [`AtlasError`]; nothing of the site has changed then.
pub fn publish(
    release_dir: &Path,
    site: &Path,
    progress: &dyn Progress,
) -> Result<SiteSummary, AtlasError> {
    refuse_foreign(site)?;
    let source = read(release_dir, progress)?;
    let partial = beside(site, "partial");
    remove(&partial)?;
    whole(site, &partial, write(site, &partial, &source, progress))
}

/// Puts what was written in its place, or removes it where something went wrong.
fn whole(
    site: &Path,
    partial: &Path,
    written: Result<SiteSummary, AtlasError>,
) -> Result<SiteSummary, AtlasError> {
    if written.is_err() {
        remove(partial)?;
    }
    let summary = written?;
    swap(partial, site)?;
    Ok(summary)
}

/// Reads the release and tells how many pages will be made of it.
fn read(release_dir: &Path, progress: &dyn Progress) -> Result<Source, AtlasError> {
    progress.begin(Message::new("stage-atlas-files"), 0);
    let source = source::read(release_dir, progress)?;
    let languages = languages(&source);
    let passports = &source.release.passports;
    let places = passports.shown.len() + passports.withdrawn.len();
    let view = View::new(&source.release, &source.outlines, None, Lang::En);
    let themes = |aimak| 1 + page::aimak::themes(&view, aimak).count();
    let aimaks: usize = source.release.aimaks.iter().map(themes).sum();
    let pages = aimaks + source.release.cards.len() + places + 4;
    progress.begin(Message::new("stage-atlas"), pages * languages.len());
    Ok(source)
}

/// Writes both copies and the editions of the old site into a new folder.
fn write(
    site: &Path,
    partial: &Path,
    source: &Source,
    progress: &dyn Progress,
) -> Result<SiteSummary, AtlasError> {
    let editions = partial.join("e");
    let edition = &source.release.project.edition.id;
    carry_over(&site.join("e"), &editions, edition)?;
    let notes = &source.release.passports.withdrawn;
    withdraw::clean_carried(&editions, edition, notes, progress)?;
    let own = editions.join(edition);
    fs::create_dir_all(&own).map_err(|cause| AtlasError::Write {
        path: own.clone(),
        cause,
    })?;
    let copies = Copies::new([
        Folder::new(Place::Newest, partial),
        Folder::new(Place::Frozen, own),
    ]);
    let names = sorted_editions(&editions)?;
    render(source, &languages(source), &names, &copies, progress)
}

/// A folder that holds something but no site of ours stays as it is.
fn refuse_foreign(site: &Path) -> Result<(), AtlasError> {
    let foreign = match fs::read_dir(site) {
        Ok(mut entries) => entries.next().is_some() && !site.join(MANIFEST).is_file(),
        Err(_) => site.exists(),
    };
    if foreign {
        Err(AtlasError::NotASite {
            path: site.to_owned(),
        })
    } else {
        Ok(())
    }
}

/// Languages of the project; all three where it names none.
pub(crate) fn languages(source: &Source) -> Vec<Lang> {
    let declared = source.release.project.languages.clone();
    if declared.is_empty() {
        Lang::ALL.to_vec()
    } else {
        declared
    }
}

/// Writes every file of the edition into its copies; `editions` are named on the first page.
fn render(
    source: &Source,
    languages: &[Lang],
    editions: &[String],
    copies: &Copies,
    progress: &dyn Progress,
) -> Result<SiteSummary, AtlasError> {
    let sheet = outline::sheet(&source.outlines);
    let cells = CellLayer::all(source)?;
    let view = |lang| View::new(&source.release, &source.outlines, sheet.as_ref(), lang);
    let first = view(languages.first().copied().unwrap_or(Lang::Ky));
    let headline = File {
        path: "headline.geojson".into(),
        kind: "headline".into(),
        bytes: crate::headline::geojson(&first),
    };
    assets::put(copies)?;
    copies.put("data/outlines.js", &outlines_script(source))?;
    put_cell_pictures(&cells, &first, copies)?;
    for file in source.files.iter().chain([&headline]) {
        copies.put(&format!("downloads/{}", file.path), &file.bytes)?;
    }
    copies.put_by_place("index.html", |place| {
        Some(page::language_chooser(&first, editions, place).into_bytes())
    })?;
    copies.put_by_place(stick::READ_ME, |place| {
        (place == Place::Stick).then(|| stick::read_me(&source.release.project, languages))
    })?;
    let files = with_sums(source, &headline);
    let mut pages = 0;
    for &lang in languages {
        let view = view(lang);
        let cards = source.release.cards.par_iter();
        let maps = cards.filter_map(|card| Some((card.id.as_ref(), map::of(&view, card)?)));
        let edition = InOneLanguage {
            source,
            view: &view,
            maps: &maps.collect(),
            cells: &cells,
            files: &files,
        };
        put_map_data(&edition, copies)?;
        copies.put_by_place(
            &format!("{}/{}", lang.code(), page::offline::PATH),
            |place| {
                let page = page::offline::page(&view);
                (place != Place::Stick).then(|| page::laid_out(&view, &page, place).into_bytes())
            },
        )?;
        pages += put_pages(&edition, copies, progress)?;
    }
    finish(source, copies, pages)
}

/// An edition in one language: what its pages are made of.
struct InOneLanguage<'a> {
    source: &'a Source,
    view: &'a View<'a>,
    maps: &'a BTreeMap<&'a str, Map<'a>>,
    cells: &'a [CellLayer<'a>],
    /// What lies in `downloads/`, with checksums.
    files: &'a [(&'a File, String)],
}

/// Makes some pages when it is called: one job is done by one core.
type Job<'a> = Box<dyn Fn() -> Vec<Page> + Send + Sync + 'a>;

/// All pages of one language, as jobs that know nothing of each other.
fn pages<'a>(edition: &'a InOneLanguage<'a>) -> Vec<Job<'a>> {
    let &InOneLanguage {
        source,
        view,
        maps,
        cells,
        files,
    } = edition;
    let mut jobs: Vec<Job<'a>> = vec![
        Box::new(|| vec![page::home::page(view, maps)]),
        Box::new(|| vec![page::indicator::list(view)]),
        Box::new(|| vec![page::methods::page(view)]),
        Box::new(|| vec![page::data::page(view, files)]),
        Box::new(|| page::effects::page(view).into_iter().collect()),
        Box::new(|| passport_pages(view).collect()),
    ];
    for card in &source.release.cards {
        jobs.push(Box::new(|| {
            vec![page::indicator::page(view, card, maps, cells)]
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
            copies.put_by_place(&path, |place| {
                Some(page::laid_out(view, page, place).into_bytes())
            })?;
            progress.advance(1);
        }
        Ok(made.len())
    };
    pages(edition).par_iter().map(done).sum()
}

/// The data of the interactive maps of one language.
fn put_map_data(edition: &InOneLanguage<'_>, copies: &Copies) -> Result<(), AtlasError> {
    let view = edition.view;
    let put =
        |id: String, script: String| copies.put(&format!("data/map-{id}.js"), script.as_bytes());
    let maps: Vec<&Map<'_>> = edition.maps.values().collect();
    maps.into_par_iter()
        .try_for_each(|map| put(map.id(view), map.script(view)))?;
    let cells = edition.cells.par_iter();
    cells.try_for_each(|layer| put(layer.id(view), layer.script(view)))
}

/// The list of what was written, in every copy; the last file of an edition.
fn finish(source: &Source, copies: &Copies, pages: usize) -> Result<SiteSummary, AtlasError> {
    let mut summary = SiteSummary {
        pages,
        files: 0,
        bytes: 0,
    };
    for folder in copies.folders() {
        if folder.place == Place::Newest {
            let edition = &source.release.project.edition.id;
            folder.put(kept::PATH, &kept::script(edition, &folder.listing()))?;
        }
        let listing = folder.listing();
        let manifest = manifest(source, &listing);
        folder.put_unlisted(MANIFEST, &manifest)?;
        summary.files += listing.len() + 1;
        summary.bytes += listing.values().map(|file| file.bytes).sum::<u64>();
        summary.bytes += manifest.len() as u64;
    }
    Ok(summary)
}

/// Files to hand on with their checksums. Hundreds of photos would bury the tables; `release.json` lists them with theirs.
fn with_sums<'a>(source: &'a Source, headline: &'a File) -> Vec<(&'a File, String)> {
    let files = source.files.iter().chain([headline]);
    let listed: Vec<&File> = files.filter(|file| file.kind != "passport_photo").collect();
    listed
        .into_par_iter()
        .map(|file| (file, sha256(&file.bytes)))
        .collect()
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

/// Drawn pictures of the maps by cell, the same in every language.
fn put_cell_pictures(
    cells: &[CellLayer<'_>],
    view: &View<'_>,
    copies: &Copies,
) -> Result<(), AtlasError> {
    let Some(sheet) = view.sheet else {
        return Ok(());
    };
    cells
        .par_iter()
        .try_for_each(|layer| copies.put(&format!("data/{}", layer.file()), &layer.on_sheet(sheet)))
}

/// Outlines for the interactive maps.
fn outlines_script(source: &Source) -> Vec<u8> {
    let feature = |(id, outline): (usize, &outline::Outline)| {
        serde_json::json!({
            "type": "Feature", "id": id, "properties": { "code": outline.code }, "geometry": outline.shape.rounded(),
        })
    };
    let features: Vec<_> = source.outlines.iter().enumerate().map(feature).collect();
    let collection = serde_json::json!({
        "type": "FeatureCollection", "bbox": outline::bounds(&source.outlines), "features": features,
    });
    format!("window.AIMAK_OUTLINES = {collection};\n").into_bytes()
}

#[derive(Serialize)]
struct Manifest<'a> {
    schema: &'static str,
    edition: &'a str,
    program: &'a str,
    files: Vec<ManifestFile<'a>>,
}

#[derive(Serialize)]
struct ManifestFile<'a> {
    path: &'a str,
    #[serde(flatten)]
    listed: &'a Listed,
}

fn manifest(source: &Source, listing: &Listing) -> Vec<u8> {
    let manifest = Manifest {
        schema: "aimak-site/1",
        edition: &source.release.project.edition.id,
        program: &source.release.program,
        files: listing
            .iter()
            .map(|(path, listed)| ManifestFile { path, listed })
            .collect(),
    };
    let mut text =
        serde_json::to_vec_pretty(&manifest).expect("invariant: the manifest serialises");
    text.push(b'\n');
    text
}

/// Editions below a folder, the newest first; none where there is no such folder.
fn sorted_editions(editions: &Path) -> Result<Vec<String>, AtlasError> {
    if !editions.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(editions).map_err(|cause| AtlasError::Read {
        path: editions.to_owned(),
        cause,
    })?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.reverse();
    Ok(names)
}
