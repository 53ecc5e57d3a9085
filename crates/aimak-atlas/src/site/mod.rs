//! From a release to a site folder, whole or not at all.
//!
//! The newest edition lies at the root, a frozen copy of it under `e/<edition>/`; frozen copies of older editions are
//! carried over unchanged. An edition published again under its own id replaces its frozen copy: an id names one
//! publication, and a correction before anybody cited it is still that publication. Once it is cited, a change needs a
//! new id in the project file.

mod disk;
mod withdraw;

use std::{collections::BTreeMap, fs, path::Path};

use aimak_core::{Lang, Message, Progress};
use include_dir::{Dir, include_dir};
use serde::Serialize;

use self::disk::{beside, carry_over, remove, swap, write_file, write_files};
pub use self::withdraw::{Cleaned, editions_with, withdraw};
use crate::{
    AtlasError, SiteSummary,
    cells::CellLayer,
    map::{self, Map},
    metadata::Catalog,
    outline,
    page::{self, Page, Place},
    source::{self, File, Source, sha256},
    view::View,
};

static SCRIPTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../atlas-web/dist");
static FONTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../atlas-web/fonts");
static STYLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../atlas-web/styles");

/// Tells a folder of ours from a stranger's; also the list of files with their checksums.
const MANIFEST: &str = "site.json";

/// All files of one edition, by path below its root.
type Files = BTreeMap<String, Vec<u8>>;

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
    let (newest, frozen, pages) = render(&source, &languages, progress)?;
    write(site, &source, &newest, &frozen, progress)?;
    let bytes = newest
        .values()
        .chain(frozen.values())
        .map(|bytes| bytes.len() as u64)
        .sum();
    Ok(SiteSummary {
        pages,
        files: newest.len() + frozen.len(),
        bytes,
    })
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
fn languages(source: &Source) -> Vec<Lang> {
    let declared = source.release.project.languages.clone();
    if declared.is_empty() {
        Lang::ALL.to_vec()
    } else {
        declared
    }
}

/// Every file of the edition, once as the newest and once as the frozen one; and the number of pages.
fn render(
    source: &Source,
    languages: &[Lang],
    progress: &dyn Progress,
) -> Result<(Files, Files, usize), AtlasError> {
    let sheet = outline::sheet(&source.outlines);
    let cells = CellLayer::all(source)?;
    let files = downloads(source, sheet.as_ref());
    let catalog = Catalog::of(&source.release, &source.outlines, &files);
    let headers = page::data::headers(&files);
    let mut shared = assets();
    shared.extend(catalog.files());
    let mut newest = Files::new();
    let mut frozen = Files::new();
    let mut number_of_pages = 0;
    for (i, &lang) in languages.iter().enumerate() {
        let view = View::new(&source.release, &source.outlines, sheet.as_ref(), lang);
        let maps: BTreeMap<&str, Map<'_>> = source
            .release
            .cards
            .iter()
            .filter_map(|card| Some((card.id.as_ref(), map::of(&view, card)?)))
            .collect();
        if i == 0 {
            shared.insert("data/outlines.js".into(), outlines_script(source));
            shared.extend(cell_pictures(&cells, &view));
            for place in [Place::Newest, Place::Frozen] {
                let chooser = page::language_chooser(&view, &[], place).into_bytes();
                if place == Place::Newest {
                    &mut newest
                } else {
                    &mut frozen
                }
                .insert("index.html".into(), chooser);
            }
        }
        for map in maps.values() {
            shared.insert(
                format!("data/map-{}.js", map.id(&view)),
                map.script(&view).into_bytes(),
            );
        }
        for layer in &cells {
            let script = layer.script(&view).into_bytes();
            shared.insert(format!("data/map-{}.js", layer.id(&view)), script);
        }
        let data = page::data::page(&view, &catalog, &headers);
        for page in pages(source, &view, &maps, &cells).chain([data]) {
            if progress.cancelled() {
                return Err(AtlasError::Cancelled);
            }
            let path = format!("{}/{}", lang.code(), page.path);
            let linked = catalog.of_page(lang, &page.path);
            let linked = linked.as_deref();
            newest.insert(
                path.clone(),
                page::laid_out(&view, &page, Place::Newest, linked).into_bytes(),
            );
            frozen.insert(
                path,
                page::laid_out(&view, &page, Place::Frozen, linked).into_bytes(),
            );
            number_of_pages += 1;
            progress.advance(1);
        }
    }
    shared.extend(
        files
            .into_iter()
            .map(|file| (format!("downloads/{}", file.path), file.bytes)),
    );
    for files in [&mut newest, &mut frozen] {
        files.extend(
            shared
                .iter()
                .map(|(path, bytes)| (path.clone(), bytes.clone())),
        );
    }
    Ok((newest, frozen, number_of_pages))
}

/// All pages of one language, one after another.
fn pages<'a>(
    source: &'a Source,
    view: &'a View<'a>,
    maps: &'a BTreeMap<&'a str, Map<'a>>,
    cells: &'a [CellLayer<'a>],
) -> impl Iterator<Item = Page> + 'a {
    [
        page::home::page(view, maps),
        page::indicator::list(view),
        page::methods::page(view),
    ]
    .into_iter()
    .chain(page::effects::page(view))
    .chain(source.release.aimaks.iter().flat_map(|aimak| {
        let themes = page::aimak::pages(view, aimak);
        std::iter::once(page::aimak::page(view, aimak)).chain(themes)
    }))
    .chain(
        source
            .release
            .cards
            .iter()
            .map(|card| page::indicator::page(view, card, maps, cells)),
    )
    .chain(passport_pages(view))
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

/// Scripts and fonts as they are, and one style sheet.
fn assets() -> Files {
    let files = [&SCRIPTS, &FONTS].into_iter().flat_map(Dir::files);
    files
        .filter_map(|file| {
            let name = file.path().file_name()?.to_str()?;
            Some((format!("assets/{name}"), file.contents().to_vec()))
        })
        .chain([("assets/atlas.css".to_owned(), style_sheet().into_bytes())])
        .collect()
}

/// The style sheets of all parts as one: `atlas.css` first, the others by name. Every reader loads it first, so what
/// explains it to its authors stays with the sources.
fn style_sheet() -> String {
    let mut sheets: Vec<_> = STYLES.files().collect();
    sheets.sort_by_key(|sheet| (!sheet.path().ends_with("atlas.css"), sheet.path()));
    let texts = sheets.into_iter().filter_map(|sheet| sheet.contents_utf8());
    texts.map(without_comments).collect::<Vec<_>>().join("\n")
}

/// A style sheet without its comments and indents.
fn without_comments(css: &str) -> String {
    let (first, commented) = css.split_once("/*").unwrap_or((css, ""));
    let rest = commented
        .split("/*")
        .filter_map(|part| part.split_once("*/"));
    let bare: String = std::iter::once(first)
        .chain(rest.map(|(_, rest)| rest))
        .collect();
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Drawn pictures of the maps by cell, the same in every language.
fn cell_pictures(cells: &[CellLayer<'_>], view: &View<'_>) -> Files {
    let drawn = cells.iter().filter_map(|layer| {
        let picture = layer.on_sheet(view.sheet?);
        Some((format!("data/{}", layer.file()), picture))
    });
    drawn.collect()
}

/// Files to download: those of the release, unchanged, and the headline outlines.
fn downloads(source: &Source, sheet: Option<&outline::Sheet>) -> Vec<File> {
    let view = View::new(&source.release, &source.outlines, sheet, Lang::En);
    let headline = File {
        path: "headline.geojson".into(),
        kind: "headline".into(),
        bytes: crate::headline::geojson(&view),
    };
    source.files.iter().cloned().chain([headline]).collect()
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
    sha256: String,
    bytes: usize,
}

fn manifest(source: &Source, files: &Files) -> Vec<u8> {
    let file = |(path, bytes): (&'_ String, &Vec<u8>)| -> (String, String, usize) {
        (path.clone(), sha256(bytes), bytes.len())
    };
    let listed: Vec<_> = files.iter().map(file).collect();
    let manifest = Manifest {
        schema: "aimak-site/1",
        edition: &source.release.project.edition.id,
        program: &source.release.program,
        files: listed
            .iter()
            .map(|(path, sha256, bytes)| ManifestFile {
                path,
                sha256: sha256.clone(),
                bytes: *bytes,
            })
            .collect(),
    };
    let mut text =
        serde_json::to_vec_pretty(&manifest).expect("invariant: the manifest serialises");
    text.push(b'\n');
    text
}

/// Writes both copies beside the site, carries older editions over, and renames.
fn write(
    site: &Path,
    source: &Source,
    newest: &Files,
    frozen: &Files,
    progress: &dyn Progress,
) -> Result<(), AtlasError> {
    let partial = beside(site, "partial");
    remove(&partial)?;
    let editions = partial.join("e");
    let edition = &source.release.project.edition.id;
    let written = (|| {
        write_files(&partial, newest)?;
        write_file(&partial.join(MANIFEST), &manifest(source, newest))?;
        let own = editions.join(edition);
        write_files(&own, frozen)?;
        write_file(&own.join(MANIFEST), &manifest(source, frozen))?;
        carry_over(&site.join("e"), &editions, edition)?;
        let notes = &source.release.passports.withdrawn;
        withdraw::clean_carried(&editions, edition, notes, progress)?;
        list_editions(&partial, &editions, source)?;
        if progress.cancelled() {
            Err(AtlasError::Cancelled)
        } else {
            Ok(())
        }
    })();
    if let Err(error) = written {
        remove(&partial)?;
        return Err(error);
    }
    swap(&partial, site)
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

/// The first page again, now that all editions are known.
fn list_editions(partial: &Path, editions: &Path, source: &Source) -> Result<(), AtlasError> {
    let names = sorted_editions(editions)?;
    let lang = languages(source).first().copied().unwrap_or(Lang::Ky);
    let view = View::new(&source.release, &source.outlines, None, lang);
    write_file(
        &partial.join("index.html"),
        page::language_chooser(&view, &names, Place::Newest).as_bytes(),
    )
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn a_style_sheet_loses_comments_only() {
        let css =
            "/* a */\na { color: red }\n/* b\n c */ b { x: y }\n  c { content: \": \" } /* d */\n";
        assert_eq!(
            without_comments(css),
            "a { color: red }\nb { x: y }\nc { content: \": \" }"
        );
        assert_eq!(without_comments("a {}"), "a {}");
    }
}
