//! The sections of the project file that are no tables.

use std::fmt::Write as _;

use aimak_core::{Lang, Message};
use jiff::civil::Date;

use super::{Found, Looking, raster::SeenRaster};
use crate::template::quoted;

impl Looking<'_> {
    /// The project itself.
    pub(super) fn head(&self, date: Date) -> String {
        let mut text = String::new();
        let _ = writeln!(text, "# {}", self.say.words(&Message::new("init-about")));
        let title = Lang::ALL.map(|lang| {
            let title = (self.say.words)(lang, &Message::new("init-title"));
            format!("{} = {}", lang.code(), quoted(&title))
        });
        let utm = self.areas.as_ref().and_then(|(_, areas)| areas.utm.clone());
        let crs = utm.unwrap_or_else(|| "EPSG:32643".to_owned());
        let _ = write!(
            text,
            "\n[project]\nid = \"monitoring\"\ntitle = {{ {} }}\ncrs = \"{crs}\"  # {}\nedition = {{ id = \"1\", date = \"{date}\" }}\n",
            title.join(", "),
            self.say.words(&Message::new("init-crs")),
        );
        text
    }

    /// The borders.
    pub(super) fn boundaries(&mut self) -> String {
        let mut text = String::from("\n[boundaries]\n");
        let mut ask = |text: &mut String, message: Message| {
            let _ = writeln!(text, "# ??? {}", self.say.words(&message));
            self.asks.push(message);
        };
        let Some((file, areas)) = &self.areas else {
            ask(&mut text, Message::new("init-ask-boundaries"));
            text += "file = \"boundaries.geojson\"\ncode = \"code\"\n";
            return text;
        };
        let _ = writeln!(text, "file = {}", quoted(file));
        if let Some(code) = &areas.code {
            let _ = writeln!(text, "code = {}", quoted(code));
        } else {
            ask(&mut text, Message::new("init-ask-code"));
            text += "code = { row_number = \"A\" }\n";
        }
        let names = Lang::ALL
            .iter()
            .zip(&areas.names)
            .filter_map(|(lang, name)| {
                Some(format!("{} = {}", lang.code(), quoted(name.as_ref()?)))
            });
        let names: Vec<String> = names.collect();
        if !names.is_empty() {
            let _ = writeln!(text, "name = {{ {} }}", names.join(", "));
        }
        match &areas.organic_since {
            Some(field) => {
                let _ = writeln!(text, "organic_since = {}", quoted(field));
            }
            None => ask(&mut text, Message::new("init-ask-organic")),
        }
        let profile: Vec<String> = areas
            .profile
            .iter()
            .map(|(key, field)| format!("{key} = {}", quoted(field)))
            .collect();
        if !profile.is_empty() {
            let _ = writeln!(text, "profile = {{ {} }}", profile.join(", "));
        }
        text
    }

    /// Organic parcels.
    pub(super) fn parcels(&mut self) -> String {
        let Some((file, parcels)) = &self.parcels else {
            return String::new();
        };
        let mut text = format!("\n[parcels]\nfile = {}\n", quoted(file));
        for (key, field) in ["aimak", "status", "since", "until"]
            .into_iter()
            .zip(&parcels.fields)
        {
            match field {
                Some(field) => {
                    let _ = writeln!(text, "{key} = {}", quoted(field));
                }
                None if key == "until" => {}
                None => {
                    let ask = Message::new("init-ask-column")
                        .with("key", key)
                        .with("file", file.as_str());
                    let _ = writeln!(text, "# ??? {}", self.say.words(&ask));
                    self.asks.push(ask);
                }
            }
        }
        text
    }

    /// A raster.
    pub(super) fn raster(&mut self, raster: &SeenRaster) -> String {
        self.found.push(Found {
            file: raster.path.clone(),
            kind: raster.role.unwrap_or("unknown"),
            used: raster.bands,
            of: raster.bands,
        });
        let mut text = String::from("\n[[rasters]]\n");
        for ask in raster.asks() {
            let _ = writeln!(text, "# ??? {}", self.say.words(&ask));
            self.asks.push(ask);
        }
        let file = if raster.series { "files" } else { "file" };
        let role = raster.role.unwrap_or("ndvi");
        let _ = writeln!(
            text,
            "id = {}\nrole = \"{role}\"\n{file} = {}",
            quoted(&raster.id),
            quoted(&raster.path)
        );
        match (raster.series, raster.dated_bands) {
            (true, _) => text += "dates_from = \"file_names\"\n",
            (false, true) => text += "dates_from = \"band_names\"\n",
            (false, false) => {}
        }
        text
    }
}
