//! May a record be passed on?

/// The licence of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Licence {
    /// No rights reserved.
    Cc0,
    /// Whoever passes it on names the source.
    CcBy,
    /// The same, and not for profit.
    CcByNc,
    /// Any other words: share-alike, no derivatives, all rights reserved.
    Other,
    /// No licence is given.
    None,
}

impl Licence {
    /// Every licence.
    pub const ALL: [Self; 5] = [Self::Cc0, Self::CcBy, Self::CcByNc, Self::Other, Self::None];

    /// Reads a licence: the address of Creative Commons, GBIF's constant, or the usual abbreviation.
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::occurrence::Licence;
    /// assert_eq!(Licence::of("http://creativecommons.org/licenses/by/4.0/legalcode"), Licence::CcBy);
    /// assert_eq!(Licence::of("CC_BY_NC_4_0"), Licence::CcByNc);
    /// assert_eq!(Licence::of("CC BY-SA 4.0"), Licence::Other);
    /// ```
    ///
    /// # Reference
    /// GBIF accepts CC0, CC BY and CC BY-NC for data sets (<https://www.gbif.org/terms>).
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let says = |word: &str| words.contains(&word);
        if words.is_empty() {
            Self::None
        } else if says("cc0") || (says("publicdomain") && says("zero")) {
            Self::Cc0
        } else if !(says("by") && (says("cc") || says("creativecommons")))
            || says("sa")
            || says("nd")
        {
            Self::Other
        } else if says("nc") {
            Self::CcByNc
        } else {
            Self::CcBy
        }
    }

    /// Its name for tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cc0 => "CC0",
            Self::CcBy => "CC BY",
            Self::CcByNc => "CC BY-NC",
            Self::Other => "other",
            Self::None => "none",
        }
    }

    /// Whether it is one of the licences under which GBIF shares data.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Cc0 | Self::CcBy | Self::CcByNc)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_in_several_spellings() {
        let known = [
            ("CC0", Licence::Cc0),
            ("CC0_1_0", Licence::Cc0),
            (
                "http://creativecommons.org/publicdomain/zero/1.0/legalcode",
                Licence::Cc0,
            ),
            ("CC-BY", Licence::CcBy),
            ("cc by 4.0", Licence::CcBy),
            (
                "https://creativecommons.org/licenses/by-nc/4.0/",
                Licence::CcByNc,
            ),
            ("CC-BY-NC", Licence::CcByNc),
            ("CC-BY-NC-ND", Licence::Other),
            ("All rights reserved", Licence::Other),
            ("provided by the museum", Licence::Other),
            (" ", Licence::None),
        ];
        for (text, licence) in known {
            assert_eq!(Licence::of(text), licence, "{text}");
        }
    }
}
