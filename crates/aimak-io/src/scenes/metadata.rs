//! What do the metadata beside a scene say, in whichever of their spellings they come?

use std::path::Path;

use quick_xml::{Reader, events::Event};
use serde_json::Value;

/// One statement: `key = value` inside a group.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    group: String,
    key: String,
    /// The first attribute of an XML element, which tells bands apart.
    attribute: Option<String>,
    value: String,
}

/// The statements of a file of metadata: MTL text, JSON or XML.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Metadata(Vec<Entry>);

impl Metadata {
    /// Reads a file by the ending of its name.
    ///
    /// # Errors
    /// What the system or the reader said.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("json") => Self::json(&text),
            Some("xml") => Self::xml(&text),
            _ => Ok(Self::text(&text)),
        }
    }

    /// The value of a key in a group. The group matters: Landsat's metadata tell a scale for the level above the sensor and
    /// another one, under the same key, for the level below.
    pub(super) fn get(&self, group: &str, key: &str) -> Option<&str> {
        let wanted = |entry: &&Entry| entry.group == group && entry.key == key;
        self.0.iter().find(wanted).map(|entry| entry.value.as_str())
    }

    /// The value of a key in any group.
    pub(super) fn any(&self, key: &str) -> Option<&str> {
        let entry = self.0.iter().find(|entry| entry.key == key);
        entry.map(|entry| entry.value.as_str())
    }

    /// Attribute and value of every element of this name.
    pub(super) fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let of = |entry: &'a Entry| Some((entry.attribute.as_deref()?, entry.value.as_str()));
        self.0
            .iter()
            .filter(move |entry| entry.key == key)
            .filter_map(of)
    }

    /// Lines `GROUP = A`, `KEY = VALUE`, `END_GROUP = A`.
    fn text(text: &str) -> Self {
        let (mut groups, mut entries) = (Vec::new(), Vec::new());
        for (key, value) in text.lines().filter_map(|line| line.split_once('=')) {
            let (key, value) = (key.trim(), value.trim().trim_matches('"'));
            match key {
                "GROUP" => groups.push(value.to_owned()),
                "END_GROUP" => drop(groups.pop()),
                _ => entries.push(Entry {
                    group: groups.last().cloned().unwrap_or_default(),
                    key: key.to_owned(),
                    attribute: None,
                    value: value.to_owned(),
                }),
            }
        }
        Self(entries)
    }

    fn json(text: &str) -> Result<Self, String> {
        let whole: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let mut entries = Vec::new();
        leaves("", &whole, &mut entries);
        Ok(Self(entries))
    }

    fn xml(text: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().trim_text(true);
        let (mut open, mut entries): (Vec<(String, Option<String>)>, _) = (Vec::new(), Vec::new());
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    let first = element.attributes().flatten().next();
                    open.push((name, first.map(|attribute| attribute.value.to_string())));
                }
                Event::End(_) => drop(open.pop()),
                Event::Text(text) => {
                    let Some(((key, attribute), above)) = open.split_last() else {
                        continue;
                    };
                    entries.push(Entry {
                        group: above
                            .last()
                            .map(|(name, _)| name.clone())
                            .unwrap_or_default(),
                        key: key.clone(),
                        attribute: attribute.clone(),
                        value: text
                            .xml_content(quick_xml::XmlVersion::Implicit1_0)
                            .into_owned(),
                    });
                }
                Event::Eof => return Ok(Self(entries)),
                _ => {}
            }
        }
    }
}

/// The leaves of a JSON tree, each with the name of the object it stands in.
fn leaves(group: &str, value: &Value, entries: &mut Vec<Entry>) {
    let Value::Object(members) = value else {
        return;
    };
    for (key, value) in members {
        let value = match value {
            Value::Object(_) => {
                leaves(key, value, entries);
                continue;
            }
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        entries.push(Entry {
            group: group.to_owned(),
            key: key.clone(),
            attribute: None,
            value,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As USGS writes them: the key of the scale stands twice, once for each level.
    #[test]
    fn three_spellings_say_the_same() {
        let text = "GROUP = LANDSAT_METADATA_FILE\n  GROUP = LEVEL1_RADIOMETRIC_RESCALING\n    REFLECTANCE_MULT_BAND_4 = 2.0000E-05\n  END_GROUP = LEVEL1_RADIOMETRIC_RESCALING\n  GROUP = LEVEL2_SURFACE_REFLECTANCE_PARAMETERS\n    REFLECTANCE_MULT_BAND_4 = 2.75e-05\n  END_GROUP = LEVEL2_SURFACE_REFLECTANCE_PARAMETERS\n  GROUP = IMAGE_ATTRIBUTES\n    SPACECRAFT_ID = \"LANDSAT_8\"\n  END_GROUP = IMAGE_ATTRIBUTES\nEND_GROUP = LANDSAT_METADATA_FILE\nEND\n";
        let json = r#"{"LANDSAT_METADATA_FILE": {"LEVEL1_RADIOMETRIC_RESCALING": {"REFLECTANCE_MULT_BAND_4": "2.0000E-05"}, "LEVEL2_SURFACE_REFLECTANCE_PARAMETERS": {"REFLECTANCE_MULT_BAND_4": "2.75e-05"}, "IMAGE_ATTRIBUTES": {"SPACECRAFT_ID": "LANDSAT_8"}}}"#;
        let xml = r#"<?xml version="1.0" encoding="UTF-8"?><LANDSAT_METADATA_FILE><LEVEL1_RADIOMETRIC_RESCALING><REFLECTANCE_MULT_BAND_4>2.0000E-05</REFLECTANCE_MULT_BAND_4></LEVEL1_RADIOMETRIC_RESCALING><LEVEL2_SURFACE_REFLECTANCE_PARAMETERS><REFLECTANCE_MULT_BAND_4>2.75e-05</REFLECTANCE_MULT_BAND_4></LEVEL2_SURFACE_REFLECTANCE_PARAMETERS><IMAGE_ATTRIBUTES><SPACECRAFT_ID>LANDSAT_8</SPACECRAFT_ID></IMAGE_ATTRIBUTES></LANDSAT_METADATA_FILE>"#;
        let spellings = [
            Metadata::text(text),
            Metadata::json(json).unwrap(),
            Metadata::xml(xml).unwrap(),
        ];
        for said in spellings {
            let scale = said.get(
                "LEVEL2_SURFACE_REFLECTANCE_PARAMETERS",
                "REFLECTANCE_MULT_BAND_4",
            );
            assert_eq!(
                (scale, said.any("SPACECRAFT_ID")),
                (Some("2.75e-05"), Some("LANDSAT_8"))
            );
        }
    }

    #[test]
    fn elements_are_told_apart_by_their_attribute() {
        let xml = r#"<n1:P xmlns:n1="x"><L><BOA_ADD_OFFSET band_id="3">-1000</BOA_ADD_OFFSET><BOA_ADD_OFFSET band_id="8">-900</BOA_ADD_OFFSET></L></n1:P>"#;
        let said = Metadata::xml(xml).unwrap();
        let offsets: Vec<_> = said.all("BOA_ADD_OFFSET").collect();
        assert_eq!(offsets, [("3", "-1000"), ("8", "-900")]);
        assert!(Metadata::xml("<a><b></a>").is_err());
    }
}
