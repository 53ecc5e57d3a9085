//! Why is a record left out, and what is told beside one that stays?

/// Why a record is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// An issue of GBIF, found by GBIF or here.
    Issue(&'static str),
    /// No scientific name.
    NoName,
    /// A genus or a higher group, not a species.
    AboveSpecies,
    /// A fossil, or one of a zoo, a garden or a culture.
    NotLivingWild,
    /// Kept or planted by people.
    CaptiveOrCultivated,
    /// Coordinates at 0/0.
    NearZero,
    /// Longitude and latitude are one number.
    EqualCoordinates,
    /// The same species, days, place and observer again.
    Duplicate,
}

impl Rule {
    /// Its code in tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Issue(issue) => issue,
            Self::NoName => "no_name",
            Self::AboveSpecies => "above_species",
            Self::NotLivingWild => "not_living_wild",
            Self::CaptiveOrCultivated => "captive_or_cultivated",
            Self::NearZero => "near_zero_zero",
            Self::EqualCoordinates => "equal_coordinates",
            Self::Duplicate => "duplicate",
        }
    }
}

/// What is told beside a record that stays. The first ones keep it off maps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// It has no coordinates.
    NoCoordinates,
    /// Nobody knows how precise its place is.
    UncertaintyMissing,
    /// Its place is known worse than to 1000 m.
    TooUncertain,
    /// It lies within 10 km of a capital.
    NearCapital,
    /// It lies in the middle of a country.
    CountryCentroid,
    /// Its coordinates are of another datum.
    OtherDatum,
    /// iNaturalist moved it to a random place of its cell.
    Obscured,
    /// An issue of GBIF that does not decide.
    Issue(&'static str),
    /// It has no date.
    NoDate,
    /// Its date covers more than one calendar year.
    SeveralYears,
    /// The species is not sure (`cf.`, `aff.`, a qualifier).
    DoubtfulIdentification,
    /// What kind of evidence it is, is not told.
    NoBasis,
    /// Whether it was found or not found is told in a word nobody knows.
    StatusUnclear,
    /// iNaturalist does not call it of research grade.
    NotResearchGrade,
    /// Its place was made coarser on purpose.
    Generalised,
    /// Something is kept back.
    InformationWithheld,
    /// Its licence is not one of CC0, CC BY, CC BY-NC.
    LicenceNotOpen,
}

impl Flag {
    /// Every flag that is no issue of GBIF.
    pub const OWN: [Self; 16] = [
        Self::NoCoordinates,
        Self::UncertaintyMissing,
        Self::TooUncertain,
        Self::NearCapital,
        Self::CountryCentroid,
        Self::OtherDatum,
        Self::Obscured,
        Self::NoDate,
        Self::SeveralYears,
        Self::DoubtfulIdentification,
        Self::NoBasis,
        Self::StatusUnclear,
        Self::NotResearchGrade,
        Self::Generalised,
        Self::InformationWithheld,
        Self::LicenceNotOpen,
    ];

    /// Its code in tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoCoordinates => "no_coordinates",
            Self::UncertaintyMissing => "uncertainty_missing",
            Self::TooUncertain => "uncertainty_over_1000_m",
            Self::NearCapital => "near_capital",
            Self::CountryCentroid => "country_centroid",
            Self::OtherDatum => "other_datum",
            Self::Obscured => "coordinates_obscured",
            Self::Issue(issue) => issue,
            Self::NoDate => "no_date",
            Self::SeveralYears => "several_years",
            Self::DoubtfulIdentification => "doubtful_identification",
            Self::NoBasis => "no_basis_of_record",
            Self::StatusUnclear => "status_unclear",
            Self::NotResearchGrade => "not_research_grade",
            Self::Generalised => "place_generalised",
            Self::InformationWithheld => "information_withheld",
            Self::LicenceNotOpen => "licence_not_open",
        }
    }

    /// Whether the record stays off maps and out of areas.
    pub const fn off_map(self) -> bool {
        matches!(
            self,
            Self::NoCoordinates
                | Self::UncertaintyMissing
                | Self::TooUncertain
                | Self::NearCapital
                | Self::CountryCentroid
                | Self::OtherDatum
        )
    }
}
