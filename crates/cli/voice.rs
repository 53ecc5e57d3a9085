//! How the program speaks: in one language, plainly or as JSON, quietly or not.

use aimak_atlas::texts::Catalogue;
use aimak_core::{Lang, Message};

use crate::args;

/// Speaks to the person at the keyboard (standard error) and prints results (standard output).
pub struct Voice {
    catalogue: Catalogue,
    lang: Lang,
    /// Only errors and results.
    pub quiet: bool,
    /// Results as JSON.
    pub json: bool,
}

impl Voice {
    /// A voice in `lang`.
    pub fn new(lang: Lang) -> Self {
        Self {
            catalogue: Catalogue::new(lang),
            lang,
            quiet: false,
            json: false,
        }
    }

    /// The language of `--lang`, else of `AIMAK_LANG`, else of the system if it is Kyrgyz or Russian, else English.
    pub fn from_environment() -> Self {
        let asked = args::early_lang(std::env::args_os());
        let system = || {
            ["AIMAK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(|name| {
                    let value = std::env::var(name).ok()?;
                    Lang::ALL
                        .into_iter()
                        .find(|lang| value.starts_with(lang.code()))
                })
        };
        Self::new(asked.or_else(system).unwrap_or(Lang::En))
    }

    /// The same voice with the options of the command line.
    #[must_use]
    pub fn with(self, lang: Option<Lang>, quiet: bool, json: bool) -> Self {
        let voice = lang
            .filter(|lang| *lang != self.lang)
            .map_or(self, Self::new);
        Self {
            quiet,
            json,
            ..voice
        }
    }

    /// Its language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The catalogue it speaks from.
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// An entry of the catalogue.
    pub fn text(&self, id: &str) -> String {
        self.catalogue.text(id)
    }

    /// An entry of the catalogue with arguments.
    pub fn message(&self, message: &Message) -> String {
        self.catalogue.message(message)
    }

    /// Tells the person something, unless asked to be quiet.
    pub fn say(&self, message: &Message) {
        if !self.quiet {
            self.error(&self.message(message));
        }
    }

    /// Tells the person something even when quiet.
    #[expect(
        clippy::print_stderr,
        clippy::unused_self,
        reason = "the one place that speaks to the person"
    )]
    pub fn error(&self, words: &str) {
        eprintln!("{words}");
    }

    /// Prints a result.
    #[expect(clippy::unused_self, reason = "the one place that prints results")]
    pub fn print(&self, words: &str) {
        use std::io::Write as _;
        // a closed pipe (`aimak indicators | head`) is no error of ours
        let _ = writeln!(std::io::stdout(), "{words}");
    }

    /// Prints a result as JSON.
    pub fn print_json(&self, value: &impl serde::Serialize) {
        self.print(&serde_json::to_string_pretty(value).expect("invariant: results serialise"));
    }
}

/// A voice in every language, for what is written in more than one.
pub struct Voices([Voice; Lang::ALL.len()]);

impl Voices {
    /// All of them.
    pub fn new() -> Self {
        Self(Lang::ALL.map(Voice::new))
    }

    /// An entry of the catalogue of `lang`.
    pub fn words(&self, lang: Lang, message: &Message) -> String {
        let voice = self.0.iter().find(|voice| voice.lang == lang);
        let voice = voice.expect("invariant: all languages are here");
        voice.message(message)
    }
}
