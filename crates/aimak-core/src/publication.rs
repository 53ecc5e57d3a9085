//! Who publishes an edition, under which terms, and where does it stay?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::LocalText;

/// What the metadata of an edition say of its publisher: section `[publication]` of the project file. What is not declared is told as
/// not stated, never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Licence of everything the edition tells: an SPDX id (`CC-BY-4.0`) or the address of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Who publishes and is cited.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub publisher: LocalText,
    /// Whom to ask: an e-mail address, or the address of a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Where the atlas is published for good, `https://…`: permanent addresses of editions begin with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl Publication {
    /// True where nothing is declared.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Where the text of the licence stands.
    ///
    /// ```
    /// use aimak_core::Publication;
    /// let by = Publication { licence: Some("CC-BY-4.0".into()), ..Publication::default() };
    /// assert_eq!(by.licence_address().as_deref(), Some("https://spdx.org/licenses/CC-BY-4.0"));
    /// ```
    pub fn licence_address(&self) -> Option<String> {
        let licence = self.licence.as_ref()?;
        Some(if is_web_address(licence) {
            licence.clone()
        } else {
            format!("https://spdx.org/licenses/{licence}")
        })
    }

    /// Root of the newest edition, with a slash at its end.
    ///
    /// ```
    /// use aimak_core::Publication;
    /// let there = Publication { address: Some("https://atlas.example.kg".into()), ..Publication::default() };
    /// assert_eq!(there.root_address().as_deref(), Some("https://atlas.example.kg/"));
    /// ```
    pub fn root_address(&self) -> Option<String> {
        let address = self.address.as_ref()?;
        Some(format!("{}/", address.trim_end_matches('/')))
    }

    /// Root of the frozen copy of an edition, with a slash at its end.
    ///
    /// ```
    /// use aimak_core::Publication;
    /// let there = Publication { address: Some("https://atlas.example.kg".into()), ..Publication::default() };
    /// assert_eq!(there.edition_address("2026-1").as_deref(), Some("https://atlas.example.kg/e/2026-1/"));
    /// ```
    pub fn edition_address(&self, edition: &str) -> Option<String> {
        Some(format!("{}e/{edition}/", self.root_address()?))
    }

    /// The contact as an address a program can follow: `mailto:` before an e-mail.
    pub fn contact_address(&self) -> Option<String> {
        let contact = self.contact.as_ref()?;
        Some(if is_web_address(contact) {
            contact.clone()
        } else {
            format!("mailto:{contact}")
        })
    }
}

/// True for an address that begins with `https://` or `http://` and could be written into a file as it is.
///
/// ```
/// use aimak_core::publication::is_web_address;
/// assert!(is_web_address("https://bio-kg.org/atlas"));
/// assert!(!is_web_address("bio-kg.org") && !is_web_address("https://two words") && !is_web_address("https://"));
/// ```
pub fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let sound = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`".contains(c);
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(sound))
}
