//! What did a person agree to, and what may therefore be done with the record?

/// How far a person agreed.
///
/// # Reference
/// METHODS F.5.8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Consent {
    /// Only the project may see it. Also where nobody wrote down what was agreed.
    Internal,
    /// It may count in figures on groups.
    AggregatedOnly,
    /// The record itself may be published.
    Public,
}

/// What is to be done with records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// Work inside the project.
    Inside,
    /// A figure on a group.
    Figure,
    /// The record itself, on a page or in a download.
    Record,
}

impl Consent {
    /// The class of a written code; what is not one of the three codes was not agreed to.
    ///
    /// ```
    /// use aimak_science::disclosure::consent::Consent;
    /// assert_eq!(Consent::of_code("public"), Consent::Public);
    /// assert_eq!(Consent::of_code("yes?"), Consent::Internal);
    /// ```
    pub fn of_code(code: &str) -> Self {
        match code {
            "public" => Self::Public,
            "aggregated_only" => Self::AggregatedOnly,
            _ => Self::Internal,
        }
    }

    /// True where the person agreed to this use.
    pub fn permits(self, purpose: Use) -> bool {
        let least = match purpose {
            Use::Inside => Self::Internal,
            Use::Figure => Self::AggregatedOnly,
            Use::Record => Self::Public,
        };
        self >= least
    }
}

/// Records that may be used, and how many may not.
///
/// # Example
/// ```
/// use aimak_science::disclosure::consent::{Consent, Use, permitted};
/// let records = [("a", Consent::Public), ("b", Consent::AggregatedOnly), ("c", Consent::Internal)];
/// let (figure, refused) = permitted(&records, Use::Figure, |record| record.1);
/// assert_eq!((figure.len(), refused), (2, 1));
/// let (export, refused) = permitted(&records, Use::Record, |record| record.1);
/// assert_eq!((export[0].0, refused), ("a", 2));
/// ```
pub fn permitted<R>(
    records: &[R],
    purpose: Use,
    consent: impl Fn(&R) -> Consent,
) -> (Vec<&R>, usize) {
    let kept: Vec<&R> = records
        .iter()
        .filter(|record| consent(record).permits(purpose))
        .collect();
    let refused = records.len() - kept.len();
    (kept, refused)
}

/// The class of something made of several records, for instance a photo with two persons: the narrowest of them.
pub fn together(classes: impl IntoIterator<Item = Consent>) -> Consent {
    classes.into_iter().min().unwrap_or(Consent::Internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_consent_permits_all_that_a_narrower_one_does() {
        let classes = [Consent::Internal, Consent::AggregatedOnly, Consent::Public];
        for purpose in [Use::Inside, Use::Figure, Use::Record] {
            for pair in classes.windows(2) {
                assert!(!pair[0].permits(purpose) || pair[1].permits(purpose));
            }
        }
        assert!(!Consent::AggregatedOnly.permits(Use::Record));
    }

    #[test]
    fn one_person_on_a_photo_who_did_not_agree() {
        assert_eq!(
            together([Consent::Public, Consent::Internal]),
            Consent::Internal
        );
        assert_eq!(together([]), Consent::Internal);
    }
}
