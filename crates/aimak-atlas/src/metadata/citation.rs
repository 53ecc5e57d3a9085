//! How is an edition cited, by people and by programs?

use std::fmt::Write as _;

use aimak_core::{Lang, LocalText, Message, Release};

use super::{Catalog, Words, each};

/// The citation in one line, in every language.
pub fn words(release: &Release, words: &Words<'_>) -> LocalText {
    let project = &release.project;
    let publication = &project.publication;
    let address = publication.edition_address(&project.edition.id);
    each(|lang| {
        let language = &words.of(lang).words;
        let id = if publication.publisher.is_empty() {
            "cite-line-unsigned"
        } else {
            "cite-line"
        };
        let line = Message::new(id)
            .with("publisher", publication.publisher.get(lang))
            .with("year", project.edition.date.year().to_string())
            .with("title", project.title.get(lang))
            .with("edition", project.edition.id.as_str())
            .with("date", language.date(project.edition.date))
            .with("program", release.program.as_str());
        let simulated = project.simulated.then(|| language.text("cite-simulated"));
        let parts = [Some(language.message(&line)), simulated, address.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    })
}

/// `citation.bib`.
pub fn bibtex(catalog: &Catalog<'_>) -> Vec<u8> {
    let project = catalog.project();
    let title = project.title.get(Catalog::plain());
    let program = &catalog.release.program;
    let note = if project.simulated {
        format!("Simulated data. Computed with {program}")
    } else {
        format!("Computed with {program}")
    };
    let author = author(catalog);
    let year = project.edition.date.year().to_string();
    let date = project.edition.date.to_string();
    let fields = [
        ("author", Some(braced(author))),
        ("title", Some(braced(title))),
        ("year", Some(year)),
        ("date", Some(date)),
        ("edition", Some(escaped(&project.edition.id))),
        ("url", catalog.root()),
        ("note", Some(escaped(&note))),
    ];
    let key: String = format!("{}-{}", project.id, project.edition.id)
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c))
        .collect();
    let mut text = format!("@misc{{{key},\n");
    for (name, value) in fields {
        if let Some(value) = value {
            let _ = writeln!(text, "  {name} = {{{value}}},");
        }
    }
    text.push_str("}\n");
    text.into_bytes()
}

/// `CITATION.cff`: YAML whose strings are written as JSON, which YAML reads alike.
pub fn cff(catalog: &Catalog<'_>) -> Vec<u8> {
    let project = catalog.project();
    let title = project.title.get(Catalog::plain());
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut text = format!(
        "cff-version: 1.2.0\nmessage: {}\ntype: dataset\ntitle: {}\nauthors:\n  - name: {}\nversion: {}\n",
        quoted(catalog.citation.get(Lang::En)),
        quoted(title),
        quoted(author(catalog)),
        quoted(&project.edition.id),
    );
    let _ = writeln!(text, "date-released: {}", project.edition.date.first_day());
    let _ = writeln!(
        text,
        "abstract: {}",
        quoted(catalog.description.get(Lang::En))
    );
    let publication = &project.publication;
    // the standard knows the ids of SPDX as `license`, any other text by its address
    let is_address = |licence: &&String| licence.contains("://");
    if let Some(licence) = publication.licence.as_ref().filter(is_address) {
        let _ = writeln!(text, "license-url: {}", quoted(licence));
    } else if let Some(licence) = &publication.licence {
        let _ = writeln!(text, "license: {licence}");
    }
    if let Some(root) = catalog.root() {
        let _ = writeln!(text, "url: {}", quoted(&root));
    }
    text.into_bytes()
}

/// Who is cited; the project where nobody signs.
fn author<'a>(catalog: &Catalog<'a>) -> &'a str {
    let project = catalog.project();
    let publisher = project.publication.publisher.get(Catalog::plain());
    if publisher.is_empty() {
        project.title.get(Catalog::plain())
    } else {
        publisher
    }
}

/// A text BibTeX keeps as it is: no name to turn around, no capital to lower.
fn braced(text: &str) -> String {
    format!("{{{}}}", escaped(text))
}

/// What TeX would take for a command, written so that it stands for itself.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, c| {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '_' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            other => escaped.push(other),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tex_reads_names_as_they_are() {
        assert_eq!(
            braced("Soil & 100 % {x}_1"),
            "{Soil \\& 100 \\% \\{x\\}\\_1}"
        );
    }
}
