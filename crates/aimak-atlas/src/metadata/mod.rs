//! What is in this edition, in the words of those who collect data? One structure, told as schema.org, STAC, RO-Crate, DCAT and citations.
//!
//! [`Catalog`] is made once for an edition. It holds what the release and the project file say, and what the files to download are;
//! each module below writes it in the words of one standard and adds nothing of its own.

mod citation;
mod coverage;
mod dcat;
mod download;
mod ro_crate;
mod schema_org;
mod stac;
#[cfg(test)]
mod tests;
mod turtle;

use std::collections::BTreeSet;

use aimak_core::{Card, Interval, Lang, LocalText, MapLayer, Message, Project, Release, Source};

pub use self::download::{Download, Group};
use self::{coverage::Days, download::address};
use crate::{outline, page::indicator_path, source::File, texts::keyed_id, view::View};

/// An edition as a catalogue of data.
pub struct Catalog<'a> {
    /// The release.
    pub release: &'a Release,
    /// Its files to download, by path.
    pub downloads: Vec<Download>,
    /// One data set for each indicator.
    pub datasets: Vec<Dataset<'a>>,
    /// What the edition is, in a few sentences.
    pub description: LocalText,
    /// How to cite it, in one line.
    pub citation: LocalText,
    /// West, south, east, north of all areas, degrees.
    pub bounds: Option<[f64; 4]>,
    /// First and last day of what was observed.
    pub time: Option<Days>,
    /// What is known of the project, in words for those who look for data.
    pub keywords: LocalText,
}

/// What is known of one indicator.
pub struct Dataset<'a> {
    /// Its card.
    pub card: &'a Card,
    /// What its numbers and intervals are, in words.
    pub description: LocalText,
    /// How its uncertainty is given, in words.
    pub uncertainty: LocalText,
    /// First and last day of what was observed.
    pub time: Option<Days>,
    /// Its maps by cell.
    pub maps: Vec<&'a MapLayer>,
    /// What its numbers were made from.
    pub sources: Vec<&'a Source>,
}

/// Name and bytes of a file beside the pages.
type Written = (String, Vec<u8>);

impl<'a> Catalog<'a> {
    /// The catalogue of a release whose files to download are `files`.
    pub fn of(release: &'a Release, outlines: &[outline::Outline], files: &[&File]) -> Self {
        let words = Words::new(release);
        let datasets: Vec<Dataset<'_>> = release
            .cards
            .iter()
            .map(|card| Dataset::of(release, card, &words))
            .collect();
        let times = datasets.iter().filter_map(|dataset| dataset.time);
        Self {
            release,
            downloads: Download::all(files, release, &words),
            description: description(release, &words),
            citation: citation::words(release, &words),
            bounds: outline::bounds(outlines),
            time: times.reduce(Days::with),
            keywords: words.say(&Message::new("metadata-keywords")),
            datasets,
        }
    }

    /// All files of metadata, by path below the root of the edition.
    pub fn files(&self) -> Vec<Written> {
        let mut files = vec![
            (SCHEMA_ORG.to_owned(), schema_org::write(self)),
            (RO_CRATE.to_owned(), ro_crate::write(self)),
            (DCAT.to_owned(), dcat::write(self)),
            (BIBTEX.to_owned(), citation::bibtex(self)),
            (CITATION.to_owned(), citation::cff(self)),
        ];
        files.extend(stac::write(self));
        files
    }

    /// What a page says of its data to programs, as JSON-LD; `None` for a page that has nothing to add.
    pub fn of_page(&self, lang: Lang, path: &str) -> Option<String> {
        let page = schema_org::Page::of(lang, path);
        let value = match path {
            "index.html" => schema_org::catalogue(self, page),
            // hundreds of photos would bury the page; the file beside it lists them too
            "data.html" => {
                schema_org::catalogue_of_files(self, page, |file| file.group() != Group::Photos)
            }
            _ => {
                let of_page = |dataset: &&Dataset<'_>| indicator_path(&dataset.card.id) == path;
                schema_org::indicator(self, self.datasets.iter().find(of_page)?, page)
            }
        };
        Some(inside_html(&value.to_string()))
    }

    /// The project.
    fn project(&self) -> &'a Project {
        &self.release.project
    }

    /// Root of the frozen copy, where the project says where it is published.
    fn root(&self) -> Option<String> {
        let project = self.project();
        project.publication.edition_address(&project.edition.id)
    }

    /// A path below the root of the edition as an address: the permanent one where it is known, else from where a file `depth` folders
    /// below the root lies.
    fn link(&self, depth: usize, path: &str) -> String {
        let root = self.root().unwrap_or_else(|| "../".repeat(depth));
        format!("{root}{}", address(path))
    }

    /// Files of an indicator: the tables, and its maps.
    fn downloads_of(&self, dataset: &Dataset<'_>) -> impl Iterator<Item = &Download> {
        let of_map = |path: &str| {
            let mut maps = dataset.maps.iter();
            maps.any(|map| map.raster == path || map.picture == path)
        };
        self.downloads.iter().filter(move |file| {
            matches!(file.group(), Group::Tables | Group::Outlines) || of_map(&file.path)
        })
    }

    /// The language metadata speak where a standard knows only one: English, which every text falls back from least.
    const fn plain() -> Lang {
        Lang::En
    }
}

/// Where the files of metadata lie below the root of the edition: those of search engines for data,
pub const SCHEMA_ORG: &str = "dataset.jsonld";
/// of repositories,
pub const RO_CRATE: &str = "ro-crate-metadata.json";
/// of portals,
pub const DCAT: &str = "dcat.ttl";
/// of the maps,
pub const STAC: &str = "stac/catalog.json";
/// the citation for programs of references,
pub const BIBTEX: &str = "citation.bib";
/// and for repositories of code.
pub const CITATION: &str = "CITATION.cff";

impl<'a> Dataset<'a> {
    fn of(release: &'a Release, card: &'a Card, words: &Words<'_>) -> Self {
        let findings = || {
            let all = release.findings.iter();
            all.filter(|finding| finding.indicator == card.id)
        };
        let used: Vec<&str> = findings()
            .flat_map(|finding| &finding.evidence.inputs)
            .map(|input| input.source.as_str())
            .collect();
        let sources = release.sources.iter();
        let maps = release.maps.iter();
        let times = findings().filter_map(|finding| coverage::of(release, finding));
        Self {
            card,
            description: described(card),
            uncertainty: uncertainty(
                findings().filter_map(|f| Some(f.estimate()?.interval)),
                words,
            ),
            time: times.reduce(Days::with),
            maps: maps.filter(|map| map.about.indicator == card.id).collect(),
            sources: sources
                .filter(|source| used.contains(&source.id.as_str()))
                .collect(),
        }
    }
}

/// JSON that may stand in a page: nothing in it looks like markup, and it says the same.
fn inside_html(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// The name of an input file as readers see it: without the folders of somebody's disk.
fn source_name(source: &Source) -> &str {
    crate::page::data::file_name(&source.path)
}

/// What an indicator asks and how it is measured.
fn described(card: &Card) -> LocalText {
    each(|lang| format!("{} {}", card.question.get(lang), card.explanation.get(lang)))
}

/// The meaning of each kind of interval that occurs, and what has none; empty where there is no number.
fn uncertainty(intervals: impl Iterator<Item = Interval>, words: &Words<'_>) -> LocalText {
    let mut ids = BTreeSet::new();
    for interval in intervals {
        ids.insert(match interval {
            Interval::Between { kind, .. } => keyed_id("interval", kind.key()),
            Interval::Unavailable(reason) => keyed_id("no-interval", reason.key()),
        });
    }
    if ids.is_empty() {
        return LocalText::default();
    }
    each(|lang| {
        let words = &words.of(lang).words;
        let meanings: Vec<String> = ids.iter().map(|id| words.text(id)).collect();
        words.message(&Message::new("metadata-uncertainty").with("meanings", meanings.join("; ")))
    })
}

/// What the edition is. That data are invented comes first, wherever the text is cut.
fn description(release: &Release, words: &Words<'_>) -> LocalText {
    let told = Message::new("metadata-description")
        .with("indicators", release.cards.len())
        .with("areas", release.aimaks.len());
    let simulated = release
        .project
        .simulated
        .then(|| Message::new("simulated-footer"));
    words.joined(&simulated.into_iter().chain([told]).collect::<Vec<_>>())
}

/// The release in every language.
struct Words<'a>([View<'a>; 3]);

impl<'a> Words<'a> {
    fn new(release: &'a Release) -> Self {
        Self(Lang::ALL.map(|lang| View::of(release, lang)))
    }

    /// A message in every language.
    fn say(&self, message: &Message) -> LocalText {
        self.joined(std::slice::from_ref(message))
    }

    /// Messages in every language, one sentence after the other.
    fn joined(&self, messages: &[Message]) -> LocalText {
        each(|lang| {
            let words = &self.of(lang).words;
            let said = messages.iter().map(|message| words.message(message));
            said.collect::<Vec<_>>().join(" ")
        })
    }

    fn of(&self, lang: Lang) -> &View<'a> {
        let found = self.0.iter().find(|view| view.lang() == lang);
        found.expect("invariant: every language has its view")
    }
}

/// A text made for each language.
fn each(of: impl Fn(Lang) -> String) -> LocalText {
    LocalText {
        ky: of(Lang::Ky).into(),
        ru: of(Lang::Ru).into(),
        en: of(Lang::En).into(),
    }
}
