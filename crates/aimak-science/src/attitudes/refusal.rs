//! Why is no figure on people given?

use aimak_core::{Message, Reason};

/// Too few or unfit answers are an answer too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refused {
    /// Nobody answered.
    NoAnswers,
    /// Fewer answers than the figure needs.
    FewAnswers {
        /// Answers there are.
        n: usize,
        /// Answers needed.
        needed: usize,
    },
    /// Fewer items than a scale needs.
    FewItems {
        /// Items there are.
        n: usize,
        /// Items needed.
        needed: usize,
    },
    /// Fewer villages (or other clusters) than an interval needs.
    FewClusters {
        /// Clusters there are.
        n: usize,
        /// Clusters needed.
        needed: usize,
    },
    /// The items do not measure one thing: no scale is built from them.
    Unreliable {
        /// Cronbach's α found.
        alpha: f64,
        /// Least α of a scale.
        needed: f64,
    },
    /// α is negative: an item that points the other way was probably not reversed.
    CheckReversed {
        /// Cronbach's α found.
        alpha: f64,
    },
    /// All answers are alike, so nothing can be compared with their spread.
    NoSpread,
    /// A code, a weight or a count lies outside its range.
    OutOfRange,
    /// The two dates used different wordings, versions or answer scales.
    ItemsDiffer,
    /// Amounts in different units, currencies or years cannot be added.
    UnitsDiffer,
    /// The base of a rate is missing or zero.
    NoBase,
}

impl Refused {
    /// One of each, for tests that each has its words.
    pub const EXAMPLES: [Self; 11] = [
        Self::NoAnswers,
        Self::FewAnswers { n: 1, needed: 10 },
        Self::FewItems { n: 2, needed: 3 },
        Self::FewClusters { n: 2, needed: 5 },
        Self::Unreliable {
            alpha: 0.5,
            needed: 0.6,
        },
        Self::CheckReversed { alpha: -0.4 },
        Self::NoSpread,
        Self::OutOfRange,
        Self::ItemsDiffer,
        Self::UnitsDiffer,
        Self::NoBase,
    ];

    /// The code as written in files.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoAnswers => "NO_DATA",
            Self::FewAnswers { .. } => "TOO_FEW_OBSERVATIONS",
            Self::FewItems { .. } => "TOO_FEW_ITEMS",
            Self::FewClusters { .. } => "TOO_FEW_CLUSTERS",
            Self::Unreliable { .. } => "SCALE_UNRELIABLE",
            Self::CheckReversed { .. } => "CHECK_REVERSED",
            Self::NoSpread => "NO_SPREAD",
            Self::OutOfRange => "OUT_OF_RANGE",
            Self::ItemsDiffer => "METHOD_MISMATCH",
            Self::UnitsDiffer => "UNITS_DIFFER",
            Self::NoBase => "BASE_MISSING",
        }
    }

    /// The reason of the same code among those every finding knows; `None` where there is none.
    pub fn reason(&self) -> Option<Reason> {
        Reason::ALL
            .into_iter()
            .find(|reason| reason.code() == self.code())
    }

    /// The words.
    ///
    /// ```
    /// use aimak_science::attitudes::refusal::Refused;
    /// let refused = Refused::FewAnswers { n: 7, needed: 10 };
    /// assert_eq!(refused.message().id, "refused-few-answers");
    /// assert_eq!(refused.reason().map(|reason| reason.code()), Some("TOO_FEW_OBSERVATIONS"));
    /// assert_eq!(Refused::CheckReversed { alpha: -0.4 }.reason(), None);
    /// ```
    pub fn message(&self) -> Message {
        let counted = |id: &str, n: usize, needed: usize| {
            Message::new(id).with("n", n).with("needed", needed)
        };
        match *self {
            Self::NoAnswers => Message::new("refused-no-answers"),
            Self::FewAnswers { n, needed } => counted("refused-few-answers", n, needed),
            Self::FewItems { n, needed } => counted("refused-few-items", n, needed),
            Self::FewClusters { n, needed } => counted("refused-few-clusters", n, needed),
            Self::Unreliable { alpha, needed } => Message::new("refused-unreliable")
                .with("alpha", alpha)
                .with("needed", needed),
            Self::CheckReversed { alpha } => {
                Message::new("refused-check-reversed").with("alpha", alpha)
            }
            Self::NoSpread => Message::new("refused-no-spread"),
            Self::OutOfRange => Message::new("refused-out-of-range"),
            Self::ItemsDiffer => Message::new("refused-items-differ"),
            Self::UnitsDiffer => Message::new("refused-units-differ"),
            Self::NoBase => Message::new("refused-no-base"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_words_in_three_languages() {
        let texts = [
            include_str!("../../../../atlas-web/texts/ky/science.ftl"),
            include_str!("../../../../atlas-web/texts/ru/science.ftl"),
            include_str!("../../../../atlas-web/texts/en/science.ftl"),
        ];
        for refused in Refused::EXAMPLES {
            let entry = format!("\n{} = ", refused.message().id);
            assert!(texts.iter().all(|text| text.contains(&entry)), "{entry}");
        }
    }
}
