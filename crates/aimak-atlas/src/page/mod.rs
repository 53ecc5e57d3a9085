//! The pages, one kind per file. Each is complete without any script.

pub mod about;
pub mod aimak;
mod choice;
pub mod compare;
mod comparison;
pub mod components;
pub mod data;
pub mod effects;
pub mod embed;
pub mod home;
pub mod indicator;
mod layout;
pub mod map;
pub mod methods;
pub mod news;
pub mod offline;
pub mod parts;
pub mod passport;
pub mod reach;
pub mod search;
pub mod summary;

use std::fmt::Write as _;

use aimak_core::{AimakCode, Theme};
use maud::Markup;

pub use layout::{Place, banner, language_chooser, page as laid_out, source};

/// A page of one language before it gets its frame.
pub struct Page {
    /// Path below the folder of the language.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Which entry of the navigation it belongs to.
    pub room: Room,
    /// Its content.
    pub main: Markup,
}

impl Page {
    /// Path from the page to the root of the site (or of the frozen edition).
    pub fn root(&self) -> String {
        "../".repeat(self.path.matches('/').count() + 1)
    }
}

/// Entries of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Home and the pages of aimaks.
    Map,
    /// The map of all indicators.
    Explorer,
    /// Aimaks side by side.
    Compare,
    /// Indicators.
    Indicators,
    /// What is known, on two sheets.
    Summary,
    /// Effects of the transition.
    Effects,
    /// Eco-passports of local places.
    Passports,
    /// Methods.
    Methods,
    /// Downloads.
    Data,
    /// None: a figure for other sites.
    Embedded,
}

/// Page of an aimak, below the folder of the language.
pub fn aimak_path(code: &AimakCode) -> String {
    format!("aimak/{}.html", file_name(&code.0))
}

/// Page of one theme of an aimak, below the folder of the language.
pub fn aimak_theme_path(code: &AimakCode, theme: Theme) -> String {
    format!("aimak/{}/{}.html", file_name(&code.0), theme.key())
}

/// Page with the cards of an aimak, below the folder of the language.
pub fn tour_path(code: &AimakCode) -> String {
    format!("tour/{}.html", file_name(&code.0))
}

/// Page of an indicator, below the folder of the language.
pub fn indicator_path(id: &str) -> String {
    format!("indicator/{}.html", file_name(id))
}

/// Page of an eco-passport, below the folder of the language.
pub fn passport_path(id: &str) -> String {
    format!("passport/{}.html", file_name(id))
}

/// A name every file system and every address takes; other characters become `~` and their code.
pub fn file_name(text: &str) -> String {
    text.chars().fold(String::new(), |mut name, c| {
        if c.is_ascii_alphanumeric() || c == '-' || c == '_' {
            name.push(c);
        } else {
            let _ = write!(name, "~{:x}", u32::from(c));
        }
        name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_safe_file_names() {
        assert_eq!(
            aimak_path(&AimakCode("KG-06_1".into())),
            "aimak/KG-06_1.html"
        );
        assert_eq!(
            aimak_path(&AimakCode("../Ө 1".into())),
            "aimak/~2e~2e~2f~4e8~201.html"
        );
    }
}
