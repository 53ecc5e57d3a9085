//! How is it said in Kyrgyz, Russian or English?
//!
//! Every sentence lives in `atlas-web/texts/<lang>/*.ftl`, compiled in. Code names an entry; the catalogue words it and
//! writes numbers and dates as the language does. The browser never formats anything: Chromium knows no Kyrgyz.

mod date;
mod number;
mod order;
mod spans;
mod typography;

use aimak_core::{Arg, Lang, Message, PartialDate};
use fluent::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

pub use order::sort_key;
pub use spans::with_whole_spans;
pub use typography::{begins_sentence, inside_sentence};

/// All texts, one folder for each language.
static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../atlas-web/texts");

/// The words of one language.
pub struct Catalogue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The catalogue of `lang`.
    ///
    /// A damaged file loses only its own broken entries: the program still speaks, and a test tells which are broken.
    ///
    /// ```
    /// use aimak_atlas::texts::Catalogue;
    /// use aimak_core::{Lang, Message};
    /// let ky = Catalogue::new(Lang::Ky);
    /// assert_eq!(ky.text("nav-methods"), "Усулдар");
    /// assert_eq!(ky.message(&Message::new("hectares").with("value", 1234.5)), "1\u{a0}234,5\u{a0}га");
    /// ```
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(lang)]);
        // isolation marks would travel into file names and attributes
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(typography::unbroken));
        bundle.set_formatter(Some(match lang {
            Lang::Ky => |value, _| argument(Lang::Ky, value),
            Lang::Ru => |value, _| argument(Lang::Ru, value),
            Lang::En => |value, _| argument(Lang::En, value),
        }));
        for (_, source) in sources(lang) {
            let resource = FluentResource::try_new(source.to_owned())
                .unwrap_or_else(|(good_part, _)| good_part);
            // an entry that stands twice keeps its first wording; a test forbids it
            let _ = bundle.add_resource(resource);
        }
        Self { lang, bundle }
    }

    /// Its language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// An entry with its arguments; a missing one shows its id in `⟦ ⟧`, so that nobody overlooks it.
    pub fn message(&self, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            match arg {
                Arg::Number(number) => args.set(name.as_str(), *number),
                Arg::Date { date } => args.set(name.as_str(), self.date(*date)),
                Arg::Entry { entry } => args.set(name.as_str(), self.text(entry)),
                Arg::Text(text) => args.set(name.as_str(), text.as_str()),
            }
        }
        self.find(&message.id, Some(&args))
            .unwrap_or_else(|| format!("⟦{}⟧", message.id))
    }

    /// An entry without arguments.
    pub fn text(&self, id: &str) -> String {
        self.find(id, None).unwrap_or_else(|| format!("⟦{id}⟧"))
    }

    /// The entry `<prefix>-<key>`, the key's underscores turned into hyphens and its letters lowered.
    ///
    /// Keys of the core's enums and reason codes become entry ids this way.
    pub fn keyed(&self, prefix: &str, key: &str) -> String {
        self.text(&keyed_id(prefix, key))
    }

    /// True where the entry exists.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// `value` with `decimals` decimals: `1,234.5` in English, `1 234,5` (no-break space) in Russian and Kyrgyz.
    ///
    /// ```
    /// use aimak_atlas::texts::Catalogue;
    /// use aimak_core::Lang;
    /// assert_eq!(Catalogue::new(Lang::En).number(-1234.56, 1), "\u{2212}1,234.6");
    /// assert_eq!(Catalogue::new(Lang::Ru).number(1234.56, 1), "1\u{a0}234,6");
    /// ```
    pub fn number(&self, value: f64, decimals: usize) -> String {
        number::fixed(self.lang, value, decimals)
    }

    /// Like [`Self::number`] with a plus before values above zero; a value that is not zero never reads as zero but takes
    /// further decimals, so that an interval from −1.8 to −0.03 does not look as if it held zero.
    ///
    /// ```
    /// use aimak_atlas::texts::Catalogue;
    /// use aimak_core::Lang;
    /// assert_eq!(Catalogue::new(Lang::En).difference(-0.03, 1), "\u{2212}0.03");
    /// assert_eq!(Catalogue::new(Lang::En).difference(0.0, 1), "0.0");
    /// ```
    pub fn difference(&self, value: f64, decimals: usize) -> String {
        self.signed(value, number::visible_decimals(value, decimals))
    }

    /// Like [`Self::number`], a plus sign before values above zero.
    pub fn signed(&self, value: f64, decimals: usize) -> String {
        let text = self.number(value, decimals);
        let is_zero = !text.contains(|c: char| ('1'..='9').contains(&c));
        if value > 0.0 && !is_zero {
            format!("+{text}")
        } else {
            text
        }
    }

    /// A date as precisely as it is known.
    pub fn date(&self, date: PartialDate) -> String {
        date::words(self.lang, date)
    }

    fn find(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        Some(
            self.bundle
                .format_pattern(pattern, args, &mut errors)
                .into_owned(),
        )
    }
}

/// Entry id of an enum's key: `("reason", "NO_DATA")` is `reason-no-data`.
pub fn keyed_id(prefix: &str, key: &str) -> String {
    format!("{prefix}-{}", key.replace('_', "-").to_lowercase())
}

/// Every Kyrgyz and Russian entry, for the native editor's review: id, language, wording as written.
pub fn review() -> Vec<(String, Lang, String)> {
    [Lang::Ky, Lang::Ru]
        .into_iter()
        .flat_map(|lang| {
            entries(lang)
                .into_iter()
                .map(move |(id, text)| (id, lang, text))
        })
        .collect()
}

/// All entries of a language as written, sorted by file and place.
fn entries(lang: Lang) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in sources(lang)
        .into_iter()
        .flat_map(|(_, source)| source.lines())
    {
        let begins = line.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
        match (line.split_once(" ="), entries.last_mut()) {
            (Some((id, text)), _) if begins => {
                entries.push((id.to_owned(), text.trim().to_owned()));
            }
            (_, Some((_, text))) if line.starts_with([' ', '}']) && !line.trim().is_empty() => {
                text.push('\n');
                text.push_str(line);
            }
            _ => {}
        }
    }
    entries
}

/// Files of a language: name and text, sorted by name.
fn sources(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let folder = TEXTS.get_dir(lang.code()).into_iter().flat_map(Dir::files);
    let mut files: Vec<_> = folder
        .filter(|file| {
            file.path()
                .extension()
                .is_some_and(|extension| extension == "ftl")
        })
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
        .collect();
    files.sort_unstable();
    files
}

fn identifier(lang: Lang) -> LanguageIdentifier {
    lang.code()
        .parse()
        .expect("invariant: the codes of our languages are well-formed")
}

/// Numbers among the arguments of an entry, written as the language does.
fn argument(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number::shortest(lang, number.value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
