//! In which of the three languages does a text speak?

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of the atlas.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Kyrgyz.
    Ky,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order the atlas lists them.
    pub const ALL: [Self; 3] = [Self::Ky, Self::Ru, Self::En];

    /// The ISO 639-1 code, also the folder of the language in the site.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ky => "ky",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }
}

/// One text in the three languages of the atlas.
///
/// Kyrgyz and Russian may be empty where the project gives no translation; [`LocalText::get`] then falls back to
/// Russian for Kyrgyz and to English for both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// Kyrgyz.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub ky: Cow<'static, str>,
    /// Russian.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub ru: Cow<'static, str>,
    /// English.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub en: Cow<'static, str>,
}

impl LocalText {
    /// A text known when the program is compiled, as cards are.
    pub const fn fixed(ky: &'static str, ru: &'static str, en: &'static str) -> Self {
        Self {
            ky: Cow::Borrowed(ky),
            ru: Cow::Borrowed(ru),
            en: Cow::Borrowed(en),
        }
    }

    /// The same words in every language, for names that have no translation.
    pub fn same(text: &str) -> Self {
        let text: Cow<'static, str> = Cow::Owned(text.to_owned());
        Self {
            ky: text.clone(),
            ru: text.clone(),
            en: text,
        }
    }

    /// The text in `lang`, or the nearest language that has one.
    ///
    /// ```
    /// use aimak_core::{Lang, LocalText};
    /// let name = LocalText::fixed("", "Талас", "Talas");
    /// assert_eq!(name.get(Lang::Ky), "Талас");
    /// ```
    pub fn get(&self, lang: Lang) -> &str {
        let order = match lang {
            Lang::Ky => [&self.ky, &self.ru, &self.en],
            Lang::Ru => [&self.ru, &self.en, &self.ky],
            Lang::En => [&self.en, &self.ru, &self.ky],
        };
        order
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or("", |text| text.as_ref())
    }

    /// True where no language has a text.
    pub fn is_empty(&self) -> bool {
        self.ky.is_empty() && self.ru.is_empty() && self.en.is_empty()
    }
}
