//! How is it noted how much of a species is on a plot?

/// What can be noted of a species on a plot.
pub trait Amount: Copy + PartialEq + Send + Sync {
    /// The amount as a number, 0 where the species was not there.
    fn number(self) -> f64;

    /// Two records of one species on one plot together.
    #[must_use]
    fn joined(self, other: Self) -> Self;
}

/// Individuals counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Individuals(pub u64);

impl Amount for Individuals {
    fn number(self) -> f64 {
        self.0 as f64
    }

    fn joined(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

/// Seen or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence(pub bool);

impl Amount for Presence {
    fn number(self) -> f64 {
        f64::from(u8::from(self.0))
    }

    fn joined(self, other: Self) -> Self {
        Self(self.0 || other.0)
    }
}
