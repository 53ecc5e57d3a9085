//! What is said to people, before anybody chose the language.
//!
//! Rooms below the command line never write sentences: they name an entry of the text catalogue
//! (`atlas-web/texts/*.ftl`) and hand over its arguments. The catalogue turns the same message into Kyrgyz, Russian or
//! English.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::time::PartialDate;

/// An argument of a [`Message`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A number, formatted and pluralised by the catalogue.
    Number(f64),
    /// A date, worded by the catalogue as each language writes it. Written `{"date": "2019-05"}`: a bare text could not be
    /// told from a code that happens to look like a date.
    Date {
        /// The date.
        date: PartialDate,
    },
    /// An entry of the catalogue, worded in each language: a class, a scale. Written `{"entry": "soil-class-low"}`.
    Entry {
        /// Its id.
        entry: String,
    },
    /// A text taken as it is: a file name, a column, a code.
    Text(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<PartialDate> for Arg {
    fn from(date: PartialDate) -> Self {
        Self::Date { date }
    }
}
impl Arg {
    /// The words of a catalogue entry.
    pub fn entry(id: &str) -> Self {
        Self::Entry {
            entry: id.to_owned(),
        }
    }
}
impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

/// An entry of the text catalogue with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Key of the entry, for instance `problem-latitude-sign`.
    pub id: String,
    /// Named arguments; the catalogue refers to them as `{ $name }`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
}

impl Message {
    /// A message without arguments.
    ///
    /// ```
    /// use aimak_core::Message;
    /// let message = Message::new("note-census").with("pixels", 120usize);
    /// assert_eq!(message.args.len(), 1);
    /// ```
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            args: BTreeMap::new(),
        }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, arg: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), arg.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stays_a_date_and_a_text_that_looks_like_one_a_text() {
        let date: PartialDate = "2008-05".parse().unwrap();
        let message = Message::new("detail-first-observation")
            .with("since", date)
            .with("code", "2008-05")
            .with("n", 3usize);
        let json = serde_json::to_string(&message).unwrap();
        assert!(json.contains(r#""since":{"date":"2008-05"}"#), "{json}");
        assert_eq!(serde_json::from_str::<Message>(&json).unwrap(), message);
    }
}
