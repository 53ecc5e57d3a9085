//! What do search engines for data read on a page? schema.org `DataCatalog` and `Dataset` as JSON-LD.

use aimak_core::{Lang, Source};
use serde_json::{Map, Value, json};

use super::{Catalog, DCAT, Dataset, Download, RO_CRATE, STAC, source_name};
use crate::page::indicator_path;

/// The page the words stand on.
#[derive(Clone, Copy)]
pub struct Page<'p> {
    lang: Lang,
    /// Its path below the folder of the language.
    path: &'p str,
    /// Folders between the page and the root of the edition.
    depth: usize,
}

impl<'p> Page<'p> {
    /// A page by its path below the folder of the language.
    pub fn of(lang: Lang, path: &'p str) -> Self {
        Self {
            lang,
            path,
            depth: path.matches('/').count() + 1,
        }
    }

    /// Another page of the same language.
    fn sibling(self, catalog: &Catalog<'_>, path: &str) -> String {
        catalog.link(self.depth, &format!("{}/{path}", self.lang.code()))
    }
}

/// The whole edition: the data sets of all indicators, and every file.
pub fn catalogue(catalog: &Catalog<'_>, page: Page<'_>) -> Value {
    let datasets = catalog.datasets.iter().map(|dataset| {
        let name = dataset.card.name.get(page.lang);
        let url = page.sibling(catalog, &indicator_path(&dataset.card.id));
        json!({ "@type": "Dataset", "@id": url, "url": url, "name": name, "description": described(dataset, page.lang) })
    });
    let mut node = about(catalog, page);
    node.insert("@type".into(), json!("DataCatalog"));
    node.insert("name".into(), json!(catalog.project().title.get(page.lang)));
    node.insert(
        "description".into(),
        json!(catalog.description.get(page.lang)),
    );
    node.insert("dataset".into(), datasets.collect());
    Value::Object(node)
}

/// The same with the edition as one data set, and those of its files that are `listed`.
pub fn catalogue_of_files(
    catalog: &Catalog<'_>,
    page: Page<'_>,
    listed: impl Fn(&Download) -> bool,
) -> Value {
    let mut node = catalogue(catalog, page);
    let files: Vec<&Download> = catalog
        .downloads
        .iter()
        .filter(|file| listed(file))
        .collect();
    if let Value::Array(datasets) = &mut node["dataset"] {
        datasets.insert(0, edition(catalog, page, &files));
    }
    node
}

/// Everything as a file at the root of the edition.
pub fn write(catalog: &Catalog<'_>) -> Vec<u8> {
    let page = Page {
        lang: Catalog::plain(),
        path: "data.html",
        depth: 0,
    };
    let value = catalogue_of_files(catalog, page, |_| true);
    let mut text = serde_json::to_vec_pretty(&value).expect("invariant: the metadata serialise");
    text.push(b'\n');
    text
}

/// The edition as one data set.
fn edition(catalog: &Catalog<'_>, page: Page<'_>, files: &[&Download]) -> Value {
    let mut node = about(catalog, page);
    node.remove("@context");
    let project = catalog.project();
    node.insert("@type".into(), json!("Dataset"));
    node.insert("@id".into(), json!("#edition"));
    node.insert("name".into(), json!(project.title.get(page.lang)));
    node.insert(
        "description".into(),
        json!(catalog.description.get(page.lang)),
    );
    node.insert("identifier".into(), json!(project.edition.id));
    let sources = catalog.release.sources.iter();
    node.insert("isBasedOn".into(), sources.map(source).collect());
    let files = files.iter();
    node.insert(
        "distribution".into(),
        files
            .map(|file| distribution(catalog, page, file))
            .collect(),
    );
    let metadata = [RO_CRATE, DCAT, STAC].map(|path| catalog.link(page.depth, path));
    node.insert("subjectOf".into(), json!(metadata));
    Value::Object(node)
}

/// One indicator.
pub fn indicator(catalog: &Catalog<'_>, dataset: &Dataset<'_>, page: Page<'_>) -> Value {
    let card = dataset.card;
    let url = page.sibling(catalog, page.path);
    let mut node = about(catalog, page);
    let mut put = |key: &str, value: Value| node.insert(key.to_owned(), value);
    put("@type", json!("Dataset"));
    put("url", json!(url));
    put("name", json!(card.name.get(page.lang)));
    put("description", json!(described(dataset, page.lang)));
    put("identifier", json!(card.id));
    put("measurementTechnique", json!(method(dataset)));
    put("variableMeasured", variable(dataset, page.lang));
    put("citation", json!(card.references));
    let home = json!({ "@type": "DataCatalog", "url": page.sibling(catalog, "index.html") });
    put("includedInDataCatalog", home);
    put(
        "isBasedOn",
        dataset.sources.iter().copied().map(source).collect(),
    );
    let files = catalog.downloads_of(dataset);
    put(
        "distribution",
        files
            .map(|file| distribution(catalog, page, file))
            .collect(),
    );
    match dataset.time {
        Some(time) => put("temporalCoverage", json!(time.interval())),
        None => node.remove("temporalCoverage"),
    };
    Value::Object(node)
}

/// What holds for everything in the edition.
fn about(catalog: &Catalog<'_>, page: Page<'_>) -> Map<String, Value> {
    let project = catalog.project();
    let publication = &project.publication;
    let optional = [
        (
            "license",
            publication.licence_address().map(|url| json!(url)),
        ),
        ("publisher", publisher(catalog, page.lang)),
        ("creator", publisher(catalog, page.lang)),
        (
            "temporalCoverage",
            catalog.time.map(|time| json!(time.interval())),
        ),
        ("spatialCoverage", catalog.bounds.map(place)),
        ("sameAs", catalog.root().map(|root| json!(root))),
    ];
    let always = [
        ("@context", json!("https://schema.org")),
        ("inLanguage", json!(page.lang.code())),
        ("version", json!(project.edition.id)),
        ("datePublished", json!(project.edition.date.to_string())),
        ("isAccessibleForFree", json!(true)),
        ("creditText", json!(catalog.citation.get(page.lang))),
        ("keywords", json!(catalog.keywords.get(page.lang))),
    ];
    let optional = optional
        .into_iter()
        .filter_map(|(key, value)| Some((key, value?)));
    let pairs = always.into_iter().chain(optional);
    pairs.map(|(key, value)| (key.to_owned(), value)).collect()
}

fn publisher(catalog: &Catalog<'_>, lang: Lang) -> Option<Value> {
    let publication = &catalog.project().publication;
    let name = Some(publication.publisher.get(lang)).filter(|name| !name.is_empty())?;
    let mut node = json!({ "@type": "Organization", "name": name });
    if let Some(contact) = publication.contact_address() {
        let contact = if let Some(mail) = contact.strip_prefix("mailto:") {
            json!({ "@type": "ContactPoint", "email": mail })
        } else {
            json!({ "@type": "ContactPoint", "url": contact })
        };
        node["contactPoint"] = contact;
    }
    Some(node)
}

/// Latitude comes first in schema.org.
fn place([west, south, east, north]: [f64; 4]) -> Value {
    let shape = json!({ "@type": "GeoShape", "box": format!("{south} {west} {north} {east}") });
    json!({ "@type": "Place", "geo": shape })
}

/// Question, method and meaning of the intervals.
fn described(dataset: &Dataset<'_>, lang: Lang) -> String {
    let (described, uncertainty) = (dataset.description.get(lang), dataset.uncertainty.get(lang));
    format!("{described} {uncertainty}").trim_end().to_owned()
}

fn method(dataset: &Dataset<'_>) -> String {
    let card = dataset.card;
    format!("{} v{}: {}", card.method, card.method_version, card.formula)
}

fn variable(dataset: &Dataset<'_>, lang: Lang) -> Value {
    let card = dataset.card;
    let (low, high) = card.valid_range;
    json!({
        "@type": "PropertyValue",
        "propertyID": card.id,
        "name": card.name.get(lang),
        "description": dataset.uncertainty.get(lang),
        "unitText": card.unit.symbol(),
        "minValue": low,
        "maxValue": high,
        "measurementTechnique": format!("{} v{}", card.method, card.method_version),
    })
}

fn distribution(catalog: &Catalog<'_>, page: Page<'_>, file: &Download) -> Value {
    json!({
        "@type": "DataDownload",
        "name": file.path,
        "description": file.described(page.lang),
        "contentUrl": catalog.link(page.depth, &file.place()),
        "encodingFormat": file.media_type(),
        "contentSize": file.bytes.to_string(),
        "sha256": file.sha256,
    })
}

/// An input file; it is not handed on, so it has no address.
fn source(source: &Source) -> Value {
    let mut node = json!({ "@type": "CreativeWork", "name": source_name(source), "identifier": format!("sha256:{}", source.sha256) });
    if let Some(licence) = &source.licence {
        node["license"] = json!(licence);
    }
    if let Some(citation) = &source.citation {
        node["citation"] = json!(citation);
    }
    node
}
