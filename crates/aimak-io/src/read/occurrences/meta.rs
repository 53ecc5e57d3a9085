//! What does the `meta.xml` of a Darwin Core Archive say about its files?
//!
//! Darwin Core text guide (TDWG 2023-09-14), <https://dwc.tdwg.org/text/>.

use quick_xml::{
    Reader,
    escape::unescape,
    events::{BytesStart, Event},
};

use super::{
    delimited::Dialect,
    term::{Term, places, plain},
};

/// The files of an archive.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Meta {
    /// The table that the others belong to.
    pub core: MetaTable,
    /// The others.
    pub extensions: Vec<MetaTable>,
}

/// A table of the archive: one or several files of one kind.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MetaTable {
    /// Kind of its rows without its namespace, in lower case: `occurrence`, `event`, `taxon`.
    pub rows: String,
    /// Files, relative to `meta.xml`.
    pub files: Vec<String>,
    /// How they are divided.
    pub dialect: Dialect,
    /// Their encoding.
    pub encoding: String,
    /// Lines before the data.
    pub header_lines: usize,
    /// The column of the id of the core that rows belong to.
    pub id: Option<usize>,
    /// Columns: term, place, value where there is none.
    pub fields: Vec<MetaField>,
}

/// A column or a constant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MetaField {
    /// Its term as it is written.
    pub term: String,
    /// Its place in a row, from 0; `None` for a constant.
    pub index: Option<usize>,
    /// The value of empty cells.
    pub default: Option<String>,
}

/// The defaults of the guide.
impl Default for MetaTable {
    fn default() -> Self {
        Self {
            rows: String::new(),
            files: Vec::new(),
            dialect: Dialect {
                separator: ',',
                quote: Some('"'),
                line_end: '\n',
            },
            encoding: "UTF-8".to_owned(),
            header_lines: 0,
            id: None,
            fields: Vec::new(),
        }
    }
}

impl MetaTable {
    /// Where the terms that are read stand.
    pub(super) fn places(&self) -> Vec<(Term, usize)> {
        let named = self.fields.iter();
        places(named.filter_map(|field| Some((field.index?, field.term.as_str()))))
    }

    /// Values of terms whose cell is empty or which have none.
    pub(super) fn defaults(&self) -> Vec<(Term, String)> {
        let given = self.fields.iter().filter_map(|field| {
            let default = field.default.as_ref().filter(|text| !text.is_empty())?;
            Some((Term::of(&field.term)?.0, default.clone()))
        });
        given.collect()
    }

    /// Number of cells that a row needs.
    pub(super) fn width(&self) -> usize {
        let places = self.fields.iter().filter_map(|field| field.index);
        places.chain(self.id).max().map_or(0, |last| last + 1)
    }
}

impl Meta {
    /// Reads `meta.xml`.
    ///
    /// # Errors
    /// What is wrong with it: broken XML, no core, a table without files, a mark that is not one letter, a number that is none.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().trim_text(true);
        let (mut tables, mut location): (Vec<(bool, MetaTable)>, Option<String>) =
            (Vec::new(), None);
        loop {
            let event = reader.read_event().map_err(|error| error.to_string())?;
            match &event {
                Event::Start(element) | Event::Empty(element) => {
                    let name = plain(element.local_name().as_ref());
                    match name.as_str() {
                        "core" | "extension" => tables.push((name == "core", table(element)?)),
                        "location" => location = Some(String::new()),
                        _ => {
                            if let Some((_, table)) = tables.last_mut() {
                                part(&name, element, table)?;
                            }
                        }
                    }
                }
                Event::Text(text) => {
                    if let Some(location) = &mut location {
                        location.push_str(&text.xml_content(quick_xml::XmlVersion::Implicit1_0));
                    }
                }
                Event::End(element) if plain(element.local_name().as_ref()) == "location" => {
                    if let (Some(file), Some((_, table))) = (location.take(), tables.last_mut()) {
                        table
                            .files
                            .push(file.trim().trim_start_matches("./").to_owned());
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        Self::of(tables)
    }

    fn of(tables: Vec<(bool, MetaTable)>) -> Result<Self, String> {
        if let Some((_, table)) = tables.iter().find(|(_, table)| table.files.is_empty()) {
            return Err(format!("<location>: {}", table.rows));
        }
        let mut meta = Self::default();
        let mut cores = 0;
        for (core, table) in tables {
            if core {
                cores += 1;
                meta.core = table;
            } else {
                meta.extensions.push(table);
            }
        }
        if cores == 1 {
            Ok(meta)
        } else {
            Err(format!("<core>: {cores}"))
        }
    }
}

/// Attributes of an element by name.
fn attributes(element: &BytesStart<'_>) -> Result<Vec<(String, String)>, String> {
    let pair = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
        let attribute = attribute
            .map_err(|error: quick_xml::events::attributes::AttrError| error.to_string())?;
        let value = unescape(&attribute.value).map_err(|error| error.to_string())?;
        Ok((
            plain(attribute.key.local_name().as_ref()),
            value.into_owned(),
        ))
    };
    element.attributes().map(pair).collect()
}

/// A table by the attributes of its element.
fn table(element: &BytesStart<'_>) -> Result<MetaTable, String> {
    let mut table = MetaTable::default();
    for (name, value) in attributes(element)? {
        match name.as_str() {
            "rowtype" => table.rows = plain(&value),
            "encoding" => table.encoding = value,
            "ignoreheaderlines" => table.header_lines = number(&name, &value)?,
            "fieldsterminatedby" => {
                table.dialect.separator = mark(&value).ok_or(format!("{name}=\"{value}\""))?;
            }
            "fieldsenclosedby" => {
                table.dialect.quote = match value.as_str() {
                    "" => None,
                    _ => Some(mark(&value).ok_or(format!("{name}=\"{value}\""))?),
                };
            }
            "linesterminatedby" => {
                table.dialect.line_end = match unescaped(&value).as_str() {
                    "\r" => '\r',
                    // XML turns a line feed that stands in an attribute as it is into a blank
                    end if end.trim().is_empty() => '\n',
                    end => mark(end).ok_or(format!("{name}=\"{value}\""))?,
                };
            }
            _ => {}
        }
    }
    Ok(table)
}

/// The id or a field of a table.
fn part(name: &str, element: &BytesStart<'_>, table: &mut MetaTable) -> Result<(), String> {
    let attributes = attributes(element)?;
    let of = |wanted: &str| {
        let found = attributes.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    };
    let index = of("index").map(|text| number("index", text)).transpose()?;
    match name {
        "id" | "coreid" => table.id = index,
        "field" => table.fields.push(MetaField {
            term: of("term").unwrap_or_default().to_owned(),
            index,
            default: of("default").map(str::to_owned),
        }),
        _ => {}
    }
    Ok(())
}

fn number(name: &str, text: &str) -> Result<usize, String> {
    let number = text.trim().parse();
    number.map_err(|_| format!("{name}=\"{text}\""))
}

/// A text in which `\t`, `\n`, `\r` and `\\` are written with a backslash, as archives do.
fn unescaped(text: &str) -> String {
    text.replace("\\t", "\t")
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\f", "\u{c}")
        .replace("\\\\", "\\")
}

/// A mark that is one letter.
fn mark(text: &str) -> Option<char> {
    let text = unescaped(text);
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As GBIF writes it for a download.
    const GBIF: &str = r#"<?xml version="1.0"?>
<archive xmlns="http://rs.tdwg.org/dwc/text/" metadata="metadata.xml">
  <core encoding="UTF-8" fieldsTerminatedBy="\t" linesTerminatedBy="\n" fieldsEnclosedBy="" ignoreHeaderLines="1" rowType="http://rs.tdwg.org/dwc/terms/Occurrence">
    <files><location>./occurrence.txt</location></files>
    <id index="0" />
    <field index="1" term="http://rs.tdwg.org/dwc/terms/scientificName"/>
    <field index="3" term="http://rs.tdwg.org/dwc/terms/decimalLatitude" default="0"/>
    <field default="WGS84" term="http://rs.tdwg.org/dwc/terms/geodeticDatum"/>
  </core>
  <extension encoding="ISO-8859-1" rowType="http://rs.gbif.org/terms/1.0/Multimedia">
    <files><location>a.csv</location><location>b.csv</location></files>
    <coreid index="2" />
  </extension>
</archive>"#;

    #[test]
    fn an_archive_as_gbif_writes_it() {
        let meta = Meta::read(GBIF).unwrap();
        let core = &meta.core;
        assert_eq!(
            (core.rows.as_str(), core.files.as_slice()),
            ("occurrence", ["occurrence.txt".to_owned()].as_slice())
        );
        assert_eq!(
            core.dialect,
            Dialect {
                separator: '\t',
                quote: None,
                line_end: '\n'
            }
        );
        assert_eq!((core.header_lines, core.id, core.width()), (1, Some(0), 4));
        assert_eq!(
            core.places(),
            [(Term::ScientificName, 1), (Term::Latitude, 3)]
        );
        assert_eq!(
            core.defaults(),
            [
                (Term::Latitude, "0".to_owned()),
                (Term::Datum, "WGS84".to_owned())
            ]
        );
        let media = &meta.extensions[0];
        assert_eq!(
            media.dialect,
            MetaTable::default().dialect,
            "the defaults of the guide"
        );
        assert_eq!(
            (media.files.len(), media.id, media.encoding.as_str()),
            (2, Some(2), "ISO-8859-1")
        );
    }

    #[test]
    fn marks_in_several_spellings() {
        for (written, mark_) in [("\\t", '\t'), ("\t", '\t'), (";", ';'), ("|", '|')] {
            assert_eq!(mark(written), Some(mark_), "{written}");
        }
        assert_eq!((mark("||"), mark("")), (None, None));
        let with = |end: &str| {
            Meta::read(&GBIF.replace(
                r#"linesTerminatedBy="\n""#,
                &format!("linesTerminatedBy=\"{end}\""),
            ))
        };
        for (end, line_end) in [
            ("\\r\\n", '\n'),
            ("&#10;", '\n'),
            ("\n", '\n'),
            ("\\r", '\r'),
            ("|", '|'),
        ] {
            assert_eq!(
                with(end).unwrap().core.dialect.line_end,
                line_end,
                "{end:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let broken = [
            (GBIF.replace("</core>", ""), "core"),
            (GBIF.replace("core", "kernel"), "<core>: 0"),
            (GBIF.replace("index=\"3\"", "index=\"three\""), "three"),
            (GBIF.replace("\"\\t\"", "\"::\""), "::"),
            (
                GBIF.replace("<location>./occurrence.txt</location>", ""),
                "<location>",
            ),
        ];
        for (text, told) in broken {
            let error = Meta::read(&text).unwrap_err();
            assert!(error.contains(told), "{told}: {error}");
        }
    }
}
