//! Which Darwin Core term does a column hold?

/// The terms that are read. Names of people other than observers, and remarks, are none of them: what is not read cannot leak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    /// Id of the record.
    Id,
    /// Name as it is written.
    ScientificName,
    /// Accepted name.
    AcceptedName,
    /// Species as GBIF matched it.
    Species,
    /// Rank of the name.
    Rank,
    /// Doubt beside the name.
    IdentificationQualifier,
    /// What evidence it is.
    Basis,
    /// Found, or not found.
    Status,
    /// Individuals.
    IndividualCount,
    /// Another amount.
    OrganismQuantity,
    /// What that amount is.
    OrganismQuantityType,
    /// Date or interval.
    EventDate,
    /// Year.
    Year,
    /// Month.
    Month,
    /// Day.
    Day,
    /// Latitude, degrees.
    Latitude,
    /// Longitude, degrees.
    Longitude,
    /// Datum of the coordinates.
    Datum,
    /// Uncertainty of the place, m.
    Uncertainty,
    /// Whether iNaturalist moved it.
    Obscured,
    /// Whether people keep or planted it.
    Captive,
    /// Grade of iNaturalist.
    QualityGrade,
    /// Country.
    Country,
    /// How it was sampled.
    SamplingProtocol,
    /// With how much effort.
    SamplingEffort,
    /// Size of the sample.
    SampleSize,
    /// Unit of that size.
    SampleSizeUnit,
    /// The event.
    EventId,
    /// The event it is part of.
    ParentEventId,
    /// Who saw it: compared and forgotten.
    Observer,
    /// The data set.
    Dataset,
    /// Licence.
    Licence,
    /// How its place was made coarser.
    Generalizations,
    /// What is kept back.
    InformationWithheld,
    /// Issues of GBIF.
    Issues,
}

/// Names of a term in lower case, the best first: of two columns for one term the better name is read.
const NAMES: [(Term, &[&str]); 35] = [
    (Term::Id, &["gbifid", "key", "occurrenceid", "id"]),
    (Term::ScientificName, &["scientificname", "scientific_name"]),
    (
        Term::AcceptedName,
        &["acceptedscientificname", "acceptednameusage"],
    ),
    (Term::Species, &["species"]),
    (Term::Rank, &["taxonrank", "taxon_rank"]),
    (Term::IdentificationQualifier, &["identificationqualifier"]),
    (Term::Basis, &["basisofrecord"]),
    (Term::Status, &["occurrencestatus"]),
    (Term::IndividualCount, &["individualcount"]),
    (Term::OrganismQuantity, &["organismquantity"]),
    (Term::OrganismQuantityType, &["organismquantitytype"]),
    (Term::EventDate, &["eventdate", "observed_on"]),
    (Term::Year, &["year"]),
    (Term::Month, &["month"]),
    (Term::Day, &["day"]),
    (Term::Latitude, &["decimallatitude", "latitude", "lat"]),
    (
        Term::Longitude,
        &["decimallongitude", "longitude", "lon", "lng"],
    ),
    (Term::Datum, &["geodeticdatum"]),
    (
        Term::Uncertainty,
        &[
            "coordinateuncertaintyinmeters",
            "public_positional_accuracy",
            "positional_accuracy",
        ],
    ),
    (Term::Obscured, &["coordinates_obscured"]),
    (Term::Captive, &["captive_cultivated"]),
    (Term::QualityGrade, &["quality_grade"]),
    (Term::Country, &["countrycode", "country"]),
    (Term::SamplingProtocol, &["samplingprotocol"]),
    (Term::SamplingEffort, &["samplingeffort"]),
    (Term::SampleSize, &["samplesizevalue"]),
    (Term::SampleSizeUnit, &["samplesizeunit"]),
    (Term::EventId, &["eventid"]),
    (Term::ParentEventId, &["parenteventid"]),
    (
        Term::Observer,
        &["recordedby", "recordedbyid", "user_id", "user_login"],
    ),
    (Term::Dataset, &["datasetkey", "datasetid", "datasetname"]),
    (Term::Licence, &["license", "licence"]),
    (Term::Generalizations, &["datageneralizations"]),
    (Term::InformationWithheld, &["informationwithheld"]),
    (Term::Issues, &["issue", "issues"]),
];

impl Term {
    /// The term a header or an address of a term names, and how good the name is (0 is best).
    pub(super) fn of(name: &str) -> Option<(Self, usize)> {
        let plain = plain(name);
        NAMES.iter().find_map(|(term, names)| {
            let place = names.iter().position(|known| *known == plain)?;
            Some((*term, place))
        })
    }
}

/// A name without its namespace, in lower case: `dwc:scientificName` and `http://rs.tdwg.org/dwc/terms/scientificName` are one.
pub(super) fn plain(name: &str) -> String {
    let last = name.trim().rsplit(['/', '#', ':']).next();
    last.unwrap_or_default().to_lowercase()
}

/// Where each term stands in a row, the best column of each.
pub(super) fn places<'a>(names: impl Iterator<Item = (usize, &'a str)>) -> Vec<(Term, usize)> {
    let mut best: std::collections::BTreeMap<Term, (usize, usize)> =
        std::collections::BTreeMap::new();
    for (place, name) in names {
        let Some((term, rank)) = Term::of(name) else {
            continue;
        };
        let found = best.entry(term).or_insert((rank, place));
        *found = (*found).min((rank, place));
    }
    best.into_iter()
        .map(|(term, (_, place))| (term, place))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_and_without_a_namespace() {
        for name in [
            "scientificName",
            "dwc:scientificName",
            "http://rs.tdwg.org/dwc/terms/scientificName",
        ] {
            assert_eq!(Term::of(name), Some((Term::ScientificName, 0)), "{name}");
        }
        assert_eq!(Term::of("identifiedBy"), None);
    }

    #[test]
    fn the_better_column_is_read() {
        let header = [
            "positional_accuracy",
            "id",
            "public_positional_accuracy",
            "occurrenceID",
        ];
        let places = places(header.into_iter().enumerate());
        assert_eq!(places, [(Term::Id, 3), (Term::Uncertainty, 2)]);
    }
}
