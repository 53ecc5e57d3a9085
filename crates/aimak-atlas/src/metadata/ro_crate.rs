//! What does a repository read that keeps the whole folder? RO-Crate 1.2: the files, their makers, and the run that made them.

use aimak_core::{Lang, LocalText, Source};
use serde_json::{Map, Value, json};

use super::{Catalog, Dataset, Download, RO_CRATE, address, source_name};

/// `ro-crate-metadata.json`, which lies at the root of the crate.
pub fn write(catalog: &Catalog<'_>) -> Vec<u8> {
    let mut graph = vec![
        json!({
            "@id": RO_CRATE,
            "@type": "CreativeWork",
            "about": { "@id": "./" },
            "conformsTo": { "@id": "https://w3id.org/ro/crate/1.2" },
        }),
        root(catalog),
        licence(catalog),
        publisher(catalog),
        run(catalog),
        json!({
            "@id": "#program",
            "@type": "SoftwareApplication",
            "name": catalog.release.program,
            "version": version(&catalog.release.program),
            "url": env!("CARGO_PKG_REPOSITORY"),
        }),
    ];
    graph.extend(place(catalog));
    graph.extend(contact(catalog));
    graph.extend(catalog.downloads.iter().map(file));
    graph.extend(catalog.datasets.iter().map(variable));
    graph.extend(catalog.release.sources.iter().map(source));
    let document = json!({ "@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph });
    let mut text = serde_json::to_vec_pretty(&document).expect("invariant: the metadata serialise");
    text.push(b'\n');
    text
}

fn root(catalog: &Catalog<'_>) -> Value {
    let project = catalog.project();
    let parts = catalog.downloads.iter();
    let variables = catalog.datasets.iter();
    let mut node = json!({
        "@id": "./",
        "@type": "Dataset",
        "name": project.title.get(Catalog::plain()),
        "alternateName": others(&project.title),
        "description": catalog.description.get(Catalog::plain()),
        "datePublished": project.edition.date.to_string(),
        "identifier": project.edition.id,
        "version": project.edition.id,
        "license": { "@id": licence_id(catalog) },
        "publisher": { "@id": "#publisher" },
        "author": { "@id": "#publisher" },
        "creditText": catalog.citation.get(Catalog::plain()),
        "keywords": catalog.keywords.get(Catalog::plain()),
        "inLanguage": project.languages.iter().map(|lang| lang.code()).collect::<Vec<_>>(),
        "hasPart": parts.map(|file| json!({ "@id": address(&file.place()) })).collect::<Vec<_>>(),
        "variableMeasured": variables.map(|dataset| json!({ "@id": variable_id(dataset) })).collect::<Vec<_>>(),
        "mentions": { "@id": "#run" },
    });
    let optional = [
        (
            "temporalCoverage",
            catalog.time.map(|time| json!(time.interval())),
        ),
        (
            "spatialCoverage",
            catalog.bounds.map(|_| json!({ "@id": "#place" })),
        ),
        ("url", catalog.root().map(|root| json!(root))),
        (
            "contactPoint",
            contact(catalog).map(|node| json!({ "@id": node["@id"] })),
        ),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            node[key] = value;
        }
    }
    node
}

/// The languages that stand beside the plain one.
fn others(text: &LocalText) -> Vec<&str> {
    let languages = [Lang::Ky, Lang::Ru].map(|lang| text.get(lang));
    let plain = text.get(Catalog::plain());
    languages
        .into_iter()
        .filter(|words| *words != plain)
        .collect()
}

fn file(file: &Download) -> Value {
    json!({
        "@id": address(&file.place()),
        "@type": "File",
        "name": file.path,
        "description": file.described(Catalog::plain()),
        "encodingFormat": file.plain_media_type(),
        "contentSize": file.bytes.to_string(),
        "sha256": file.sha256,
    })
}

fn licence_id(catalog: &Catalog<'_>) -> String {
    let licence = catalog.project().publication.licence_address();
    licence.unwrap_or_else(|| "#licence-not-stated".to_owned())
}

fn licence(catalog: &Catalog<'_>) -> Value {
    let (name, description) = match &catalog.project().publication.licence {
        Some(licence) => (licence.as_str(), "Licence of everything in this edition."),
        None => (
            "No licence stated",
            "The project states no licence: ask the publisher before you use the data.",
        ),
    };
    json!({ "@id": licence_id(catalog), "@type": "CreativeWork", "name": name, "description": description })
}

/// The publisher; the project itself where it names none, because no crate is complete without.
fn publisher_name<'a>(catalog: &Catalog<'a>) -> &'a LocalText {
    let project = catalog.project();
    let named = &project.publication.publisher;
    if named.is_empty() {
        &project.title
    } else {
        named
    }
}

fn publisher(catalog: &Catalog<'_>) -> Value {
    let publication = &catalog.project().publication;
    let name = publisher_name(catalog);
    let mut node = json!({
        "@id": "#publisher",
        "@type": "Organization",
        "name": name.get(Catalog::plain()),
        "alternateName": others(name),
    });
    if let Some(address) = &publication.address {
        node["url"] = json!(address);
    }
    if let Some(contact) = contact(catalog) {
        node["contactPoint"] = json!({ "@id": contact["@id"] });
    }
    node
}

fn contact(catalog: &Catalog<'_>) -> Option<Value> {
    let contact = catalog.project().publication.contact_address()?;
    let mut node = Map::new();
    node.insert("@id".into(), json!(contact));
    node.insert("@type".into(), json!("ContactPoint"));
    let name = publisher_name(catalog).get(Catalog::plain());
    node.insert(
        "name".into(),
        json!(format!("{name}: questions about the data")),
    );
    node.insert("contactType".into(), json!("data"));
    match contact.strip_prefix("mailto:") {
        Some(mail) => node.insert("email".into(), json!(mail)),
        None => node.insert("url".into(), json!(contact)),
    };
    Some(Value::Object(node))
}

fn place(catalog: &Catalog<'_>) -> Vec<Value> {
    let Some([west, south, east, north]) = catalog.bounds else {
        return Vec::new();
    };
    let area = format!("{south} {west} {north} {east}");
    vec![
        json!({ "@id": "#place", "@type": "Place", "name": "Monitored areas", "geo": { "@id": "#box" } }),
        json!({ "@id": "#box", "@type": "GeoShape", "name": "Frame of the monitored areas", "box": area }),
    ]
}

/// The run that made the files of the inputs.
fn run(catalog: &Catalog<'_>) -> Value {
    let sources = catalog.release.sources.iter();
    json!({
        "@id": "#run",
        "@type": "CreateAction",
        "name": format!("Edition {} computed by {}", catalog.project().edition.id, catalog.release.program),
        "instrument": { "@id": "#program" },
        "object": sources.map(|source| json!({ "@id": source_id(source) })).collect::<Vec<_>>(),
        "result": { "@id": "./" },
    })
}

/// The number behind the name of the program.
fn version(program: &str) -> &str {
    program
        .rsplit_once(' ')
        .map_or(program, |(_, version)| version)
}

fn variable_id(dataset: &Dataset<'_>) -> String {
    format!("#variable-{}", address(&dataset.card.id))
}

fn variable(dataset: &Dataset<'_>) -> Value {
    let card = dataset.card;
    json!({
        "@id": variable_id(dataset),
        "@type": "PropertyValue",
        "propertyID": card.id,
        "name": card.name.get(Catalog::plain()),
        "alternateName": others(&card.name),
        "description": format!("{} {}", dataset.description.get(Catalog::plain()), dataset.uncertainty.get(Catalog::plain())),
        "unitText": card.unit.symbol(),
        "measurementTechnique": format!("{} v{}", card.method, card.method_version),
    })
}

fn source_id(source: &Source) -> String {
    format!("#source-{}", address(&source.id))
}

/// An input file: described, not part of the crate.
fn source(source: &Source) -> Value {
    let mut node = json!({
        "@id": source_id(source),
        "@type": "CreativeWork",
        "name": source_name(source),
        "contentSize": source.bytes.to_string(),
        "sha256": source.sha256,
    });
    let optional = [
        ("usageInfo", &source.licence),
        ("citation", &source.citation),
    ];
    for (key, text) in optional {
        if let Some(text) = text {
            node[key] = json!(text);
        }
    }
    node
}
