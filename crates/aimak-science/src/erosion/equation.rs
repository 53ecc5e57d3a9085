//! What does an equation say about itself?

/// The card of one published equation, for method pages and headers of downloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Equation {
    /// Its id; stored with every result.
    pub id: &'static str,
    /// Its formula.
    pub formula: &'static str,
    /// Unit of what it gives.
    pub unit: &'static str,
    /// Where it was fitted and when it holds.
    pub holds: &'static str,
    /// Where it was published.
    pub reference: &'static str,
}
