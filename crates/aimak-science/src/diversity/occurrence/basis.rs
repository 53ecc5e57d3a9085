//! What kind of evidence does a record rest on?

/// The basis of a record (`dwc:basisOfRecord`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BasisOfRecord {
    /// Somebody saw or heard it.
    HumanObservation,
    /// A camera, a microphone or a tag recorded it.
    MachineObservation,
    /// It was observed; by whom or what is not told.
    Observation,
    /// A specimen of a collection: a herbarium sheet, a skin, a pinned insect.
    PreservedSpecimen,
    /// A sample: water, soil, tissue, a sequence.
    MaterialSample,
    /// A physical thing, not told which.
    MaterialEntity,
    /// A specimen that a publication cites.
    MaterialCitation,
    /// It occurred; nothing further is told.
    Occurrence,
    /// It lives in a zoo, a botanical garden or a culture.
    LivingSpecimen,
    /// A fossil.
    FossilSpecimen,
}

impl BasisOfRecord {
    /// Every basis.
    pub const ALL: [Self; 10] = [
        Self::HumanObservation,
        Self::MachineObservation,
        Self::Observation,
        Self::PreservedSpecimen,
        Self::MaterialSample,
        Self::MaterialEntity,
        Self::MaterialCitation,
        Self::Occurrence,
        Self::LivingSpecimen,
        Self::FossilSpecimen,
    ];

    /// Its name as GBIF writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HumanObservation => "HUMAN_OBSERVATION",
            Self::MachineObservation => "MACHINE_OBSERVATION",
            Self::Observation => "OBSERVATION",
            Self::PreservedSpecimen => "PRESERVED_SPECIMEN",
            Self::MaterialSample => "MATERIAL_SAMPLE",
            Self::MaterialEntity => "MATERIAL_ENTITY",
            Self::MaterialCitation => "MATERIAL_CITATION",
            Self::Occurrence => "OCCURRENCE",
            Self::LivingSpecimen => "LIVING_SPECIMEN",
            Self::FossilSpecimen => "FOSSIL_SPECIMEN",
        }
    }

    /// Reads a basis in any of its spellings: `HumanObservation`, `HUMAN_OBSERVATION`, `human observation`.
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::occurrence::BasisOfRecord;
    /// for text in ["HumanObservation", "HUMAN_OBSERVATION", "human observation"] {
    ///     assert_eq!(BasisOfRecord::of(text), Some(BasisOfRecord::HumanObservation));
    /// }
    /// assert_eq!(BasisOfRecord::of("hearsay"), None);
    /// ```
    ///
    /// # Reference
    /// Darwin Core, `basisOfRecord`; GBIF vocabulary `BasisOfRecord` (with its older words `UNKNOWN` and `LITERATURE`).
    pub fn of(text: &str) -> Option<Self> {
        let bare = |text: &str| -> String {
            let letters = text.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        let wanted = bare(text);
        match wanted.as_str() {
            "unknown" => return Some(Self::Occurrence),
            "literature" => return Some(Self::MaterialCitation),
            _ => {}
        }
        Self::ALL
            .into_iter()
            .find(|basis| bare(basis.name()) == wanted)
    }

    /// Whether it tells of an individual that lived wild in our time.
    ///
    /// METHODS E.8 is silent on this; fossils lived in another age and living specimens in a collection, so neither belongs into a
    /// list of what lives in a place.
    pub const fn lived_wild(self) -> bool {
        !matches!(self, Self::LivingSpecimen | Self::FossilSpecimen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_basis_is_read_back() {
        for basis in BasisOfRecord::ALL {
            assert_eq!(BasisOfRecord::of(basis.name()), Some(basis));
        }
        let kept = BasisOfRecord::ALL.into_iter().filter(|b| b.lived_wild());
        assert_eq!(kept.count(), 8);
    }
}
