//! To which neighbours does water go?

/// The routings of the chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Routes {
    /// To all lower neighbours: [`crate::terrain::MultipleFlow::freeman`], by InVEST's rules
    /// [`crate::terrain::InvestMultipleFlow`].
    #[default]
    Multiple,
    /// To the steepest one. It draws water together too strongly; for small tests and comparisons.
    D8,
    /// To the two beside the steepest direction: [`crate::terrain::DInfinity`].
    DInfinity,
}
