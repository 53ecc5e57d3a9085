//! What do the portals of ministries read? DCAT-AP 3 in Turtle: a catalogue, data sets, distributions.

use aimak_core::Source;

use super::{
    Catalog, Dataset, Download, address, source_name,
    turtle::{Term, Turtle},
};
use crate::page::indicator_path;

const PREFIXES: [(&str, &str); 9] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("adms", "http://www.w3.org/ns/adms#"),
    ("geo", "http://www.opengis.net/ont/geosparql#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Lists of the European Union that DCAT-AP takes its words from.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

const EDITION: &str = "#edition";
const PUBLISHER: &str = "#publisher";
const CONTACT: &str = "#contact";

type Said = Vec<(&'static str, Term)>;

/// `dcat.ttl`.
pub fn write(catalog: &Catalog<'_>) -> Vec<u8> {
    let root = catalog.root();
    let base = root.as_ref().map(|root| format!("{root}{}", super::DCAT));
    let mut turtle = Turtle::new(base.as_deref(), &PREFIXES);
    turtle.say("#catalog", &the_catalogue(catalog));
    turtle.say(EDITION, &the_edition(catalog));
    for dataset in &catalog.datasets {
        turtle.say(&id_of(dataset), &indicator(catalog, dataset));
    }
    for file in &catalog.downloads {
        turtle.say(&distribution_id(file), &distribution(catalog, file));
    }
    for source in &catalog.release.sources {
        turtle.say(&source_id(source), &input(source));
    }
    turtle.say(PUBLISHER, &publisher(catalog));
    if let Some(licence) = catalog.project().publication.licence_address() {
        let document = Term::Name("dct:LicenseDocument");
        turtle.say(&licence, &[("a", document)]);
    }
    if let Some(contact) = contact(catalog) {
        turtle.say(CONTACT, &contact);
    }
    turtle.finish()
}

fn id_of(dataset: &Dataset<'_>) -> String {
    format!("#indicator-{}", address(&dataset.card.id))
}

fn distribution_id(file: &Download) -> String {
    format!("#file-{}", address(&file.path))
}

fn source_id(source: &Source) -> String {
    format!("#source-{}", address(&source.id))
}

fn the_catalogue(catalog: &Catalog<'_>) -> Said {
    let mut said: Said = vec![
        ("a", Term::Name("dcat:Catalog")),
        ("dcat:dataset", Term::Address(EDITION.into())),
    ];
    let datasets = catalog.datasets.iter();
    said.extend(datasets.map(|dataset| ("dcat:dataset", Term::Address(id_of(dataset)))));
    said.extend(shared(catalog));
    said.extend(titled(catalog));
    said
}

fn the_edition(catalog: &Catalog<'_>) -> Said {
    let mut said: Said = vec![("a", Term::Name("dcat:Dataset"))];
    said.extend(shared(catalog));
    said.extend(titled(catalog));
    said.extend(of_dataset(catalog));
    said.push((
        "dct:identifier",
        Term::Text(catalog.project().edition.id.clone()),
    ));
    said.extend(Term::words(&catalog.citation).map(|term| ("dct:bibliographicCitation", term)));
    said.extend(time(catalog.time));
    let files = catalog.downloads.iter();
    said.extend(files.map(|file| ("dcat:distribution", Term::Address(distribution_id(file)))));
    let parts = catalog.datasets.iter();
    said.extend(parts.map(|dataset| ("dct:hasPart", Term::Address(id_of(dataset)))));
    let sources = catalog.release.sources.iter();
    said.extend(sources.map(|source| ("prov:wasDerivedFrom", Term::Address(source_id(source)))));
    said.push(("dcat:landingPage", landing(catalog, "data.html")));
    said
}

fn indicator(catalog: &Catalog<'_>, dataset: &Dataset<'_>) -> Said {
    let card = dataset.card;
    let mut said: Said = vec![("a", Term::Name("dcat:Dataset"))];
    said.extend(Term::words(&card.name).map(|term| ("dct:title", term)));
    said.extend(Term::words(&dataset.description).map(|term| ("dct:description", term)));
    said.extend(Term::words(&dataset.uncertainty).map(|term| ("dct:description", term)));
    said.extend(shared(catalog));
    said.extend(of_dataset(catalog));
    said.push(("dct:identifier", Term::Text(card.id.to_string())));
    said.push(("dct:isPartOf", Term::Address(EDITION.into())));
    let method = format!("{} v{}: {}", card.method, card.method_version, card.formula);
    said.push((
        "dct:provenance",
        Term::Nameless(vec![
            ("a", Term::Name("dct:ProvenanceStatement")),
            ("dct:description", Term::Text(method)),
        ]),
    ));
    said.extend(time(dataset.time));
    let files = catalog.downloads_of(dataset);
    said.extend(files.map(|file| ("dcat:distribution", Term::Address(distribution_id(file)))));
    let sources = dataset.sources.iter();
    said.extend(sources.map(|source| ("prov:wasDerivedFrom", Term::Address(source_id(source)))));
    said.push((
        "dcat:landingPage",
        landing(catalog, &indicator_path(&card.id)),
    ));
    said
}

/// Title and description of the whole.
fn titled(catalog: &Catalog<'_>) -> Said {
    let titles = Term::words(&catalog.project().title).map(|term| ("dct:title", term));
    let described = Term::words(&catalog.description).map(|term| ("dct:description", term));
    titles.chain(described).collect()
}

/// What catalogue and data sets both say.
fn shared(catalog: &Catalog<'_>) -> Said {
    let project = catalog.project();
    let mut said: Said = vec![("dct:publisher", Term::Address(PUBLISHER.into()))];
    let languages = project.languages.iter().map(|lang| {
        let code = match lang {
            aimak_core::Lang::Ky => "KIR",
            aimak_core::Lang::Ru => "RUS",
            aimak_core::Lang::En => "ENG",
        };
        (
            "dct:language",
            Term::Address(format!("{AUTHORITY}/language/{code}")),
        )
    });
    said.extend(languages);
    said.push(("dct:issued", day(project.edition.date.first_day())));
    said.extend(licence(catalog));
    if let Some([west, south, east, north]) = catalog.bounds {
        let corners = [
            (west, south),
            (east, south),
            (east, north),
            (west, north),
            (west, south),
        ];
        let corners = corners.map(|(x, y)| format!("{x} {y}")).join(", ");
        let bbox = Term::Typed(format!("POLYGON(({corners}))"), "geo:wktLiteral");
        let place = vec![("a", Term::Name("dct:Location")), ("dcat:bbox", bbox)];
        said.push(("dct:spatial", Term::Nameless(place)));
    }
    said
}

/// What only data sets say.
fn of_dataset(catalog: &Catalog<'_>) -> Said {
    let mut said: Said = ["ENVI", "AGRI"]
        .map(|theme| {
            (
                "dcat:theme",
                Term::Address(format!("{AUTHORITY}/data-theme/{theme}")),
            )
        })
        .into_iter()
        .collect();
    said.push((
        "dcat:version",
        Term::Text(catalog.project().edition.id.clone()),
    ));
    said.extend(Term::words(&catalog.keywords).map(|term| ("dcat:keyword", term)));
    if contact(catalog).is_some() {
        said.push(("dcat:contactPoint", Term::Address(CONTACT.into())));
    }
    said
}

fn distribution(catalog: &Catalog<'_>, file: &Download) -> Said {
    let media = file.plain_media_type();
    let checksum = vec![
        ("a", Term::Name("spdx:Checksum")),
        (
            "spdx:algorithm",
            Term::Name("spdx:checksumAlgorithm_sha256"),
        ),
        (
            "spdx:checksumValue",
            Term::Typed(file.sha256.clone(), "xsd:hexBinary"),
        ),
    ];
    let bytes = file.bytes.to_string();
    let mut said: Said = vec![
        ("a", Term::Name("dcat:Distribution")),
        ("dct:title", Term::Text(file.path.clone())),
        ("dcat:accessURL", landing(catalog, "data.html")),
        (
            "dcat:downloadURL",
            Term::Address(catalog.link(0, &file.place())),
        ),
        (
            "dcat:byteSize",
            Term::Typed(bytes, "xsd:nonNegativeInteger"),
        ),
        ("spdx:checksum", Term::Nameless(checksum)),
    ];
    // IANA knows the others by this address only once they are registered
    let media = format!("http://www.iana.org/assignments/media-types/{media}");
    said.push(("dcat:mediaType", Term::Address(media)));
    if let Some(file_type) = file.file_type() {
        said.push((
            "dct:format",
            Term::Address(format!("{AUTHORITY}/file-type/{file_type}")),
        ));
    }
    let described = super::each(|lang| file.described(lang));
    said.extend(Term::words(&described).map(|term| ("dct:description", term)));
    said.extend(licence(catalog));
    said
}

/// An input file, which is not handed on.
fn input(source: &Source) -> Said {
    let checksum = vec![
        ("a", Term::Name("spdx:Checksum")),
        (
            "spdx:algorithm",
            Term::Name("spdx:checksumAlgorithm_sha256"),
        ),
        (
            "spdx:checksumValue",
            Term::Typed(source.sha256.clone(), "xsd:hexBinary"),
        ),
    ];
    let mut said: Said = vec![
        ("a", Term::Name("prov:Entity")),
        ("dct:title", Term::Text(source_name(source).to_owned())),
        ("spdx:checksum", Term::Nameless(checksum)),
    ];
    let optional = [
        ("dct:rights", &source.licence),
        ("dct:bibliographicCitation", &source.citation),
    ];
    let given = optional
        .into_iter()
        .filter_map(|(key, text)| Some((key, text.as_ref()?)));
    said.extend(given.map(|(key, text)| (key, Term::Text(text.clone()))));
    said
}

/// The publisher; the project itself where it names none, because no catalogue is complete without.
fn publisher(catalog: &Catalog<'_>) -> Said {
    let project = catalog.project();
    let named = &project.publication.publisher;
    let name = if named.is_empty() {
        &project.title
    } else {
        named
    };
    let mut said: Said = vec![("a", Term::Name("foaf:Agent"))];
    said.extend(Term::words(name).map(|term| ("foaf:name", term)));
    said
}

fn contact(catalog: &Catalog<'_>) -> Option<Said> {
    let publication = &catalog.project().publication;
    let contact = publication.contact_address()?;
    let how = if contact.starts_with("mailto:") {
        "vcard:hasEmail"
    } else {
        "vcard:hasURL"
    };
    let mut said: Said = vec![
        // readers without rules of inference ask for the general class
        ("a", Term::Name("vcard:Kind, vcard:Organization")),
        (how, Term::Address(contact)),
    ];
    let named = &publication.publisher;
    let name = if named.is_empty() {
        &catalog.project().title
    } else {
        named
    };
    said.push((
        "vcard:fn",
        Term::Text(name.get(Catalog::plain()).to_owned()),
    ));
    Some(said)
}

fn licence(catalog: &Catalog<'_>) -> Option<(&'static str, Term)> {
    let licence = catalog.project().publication.licence_address()?;
    Some(("dct:license", Term::Address(licence)))
}

fn time(time: Option<super::Days>) -> Option<(&'static str, Term)> {
    let time = time?;
    let period = vec![
        ("a", Term::Name("dct:PeriodOfTime")),
        ("dcat:startDate", day(time.first)),
        ("dcat:endDate", day(time.last)),
    ];
    Some(("dct:temporal", Term::Nameless(period)))
}

fn day(day: jiff::civil::Date) -> Term {
    Term::Typed(day.to_string(), "xsd:date")
}

/// A page in the first language of the project.
fn landing(catalog: &Catalog<'_>, path: &str) -> Term {
    let languages = &catalog.project().languages;
    let lang = languages.first().copied().unwrap_or(aimak_core::Lang::Ky);
    Term::Address(catalog.link(0, &format!("{}/{path}", lang.code())))
}
