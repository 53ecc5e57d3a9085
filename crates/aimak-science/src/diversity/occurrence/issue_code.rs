//! Which issue of GBIF does a short code mean?
//!
//! Downloads name issues in full (`COORDINATE_ROUNDED;...`); rgbif and pygbif hand them on as short codes (`cdround,...`).

/// Short codes of the issues that decide or are told, as rgbif defines them.
const CODES: [(&str, &str); 20] = [
    ("zerocd", "ZERO_COORDINATE"),
    ("cdout", "COORDINATE_OUT_OF_RANGE"),
    ("cdiv", "COORDINATE_INVALID"),
    ("cucdmis", "COUNTRY_COORDINATE_MISMATCH"),
    ("preswcd", "PRESUMED_SWAPPED_COORDINATE"),
    ("preneglat", "PRESUMED_NEGATED_LATITUDE"),
    ("preneglon", "PRESUMED_NEGATED_LONGITUDE"),
    ("cdrepf", "COORDINATE_REPROJECTION_FAILED"),
    ("cdreps", "COORDINATE_REPROJECTION_SUSPICIOUS"),
    ("txmatnon", "TAXON_MATCH_NONE"),
    ("txmathi", "TAXON_MATCH_HIGHERRANK"),
    ("rdativ", "RECORDED_DATE_INVALID"),
    ("rdatunl", "RECORDED_DATE_UNLIKELY"),
    ("bri", "BASIS_OF_RECORD_INVALID"),
    ("iccos", "INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS"),
    ("cdround", "COORDINATE_ROUNDED"),
    ("gass84", "GEODETIC_DATUM_ASSUMED_WGS84"),
    ("txmatfuz", "TAXON_MATCH_FUZZY"),
    ("cdpi", "COORDINATE_PRECISION_INVALID"),
    ("cdumi", "COORDINATE_UNCERTAINTY_METERS_INVALID"),
];

/// The full name of an issue that is given in full or as a short code; what is neither is handed back as it is.
///
/// # Example
/// ```
/// use aimak_science::diversity::occurrence::issue_code::full_name;
/// assert_eq!(full_name("cdround"), "COORDINATE_ROUNDED");
/// assert_eq!(full_name("ZERO_COORDINATE"), "ZERO_COORDINATE");
/// assert_eq!(full_name("cdc"), "cdc", "decides nothing");
/// ```
///
/// # Reference
/// rgbif, `gbif_issues()`; GBIF `OccurrenceIssue`.
pub fn full_name(issue: &str) -> &str {
    let known = CODES.iter().find(|(code, _)| *code == issue);
    known.map_or(issue, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{FLAGGED_ISSUES, REJECTING_ISSUES},
        *,
    };

    #[test]
    fn every_issue_that_decides_or_is_told_has_one_code() {
        for issue in REJECTING_ISSUES.iter().chain(&FLAGGED_ISSUES) {
            let codes = CODES.iter().filter(|(_, name)| name == issue);
            assert_eq!(codes.count(), 1, "{issue}");
        }
    }
}
