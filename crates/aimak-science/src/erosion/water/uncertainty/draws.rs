//! Which random numbers belong to which result?

use super::UncertainFactor;
use crate::simulate::streams::Stream;

/// The name of the random numbers of one result: the same seed, aimak and indicator give the same draws, on any number of
/// threads, whatever else is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawsOf<'a> {
    /// Seed of the run.
    pub seed: u64,
    /// Code of the aimak.
    pub aimak: &'a str,
    /// Id of the indicator.
    pub indicator: &'a str,
    /// How many draws, 100 or more.
    pub draws: usize,
}

impl DrawsOf<'_> {
    /// All multipliers of a factor; draw k is the k-th number of the factor's own stream.
    pub(super) fn multipliers(&self, factor: &UncertainFactor, set: &str) -> Vec<f64> {
        let name = [self.aimak, self.indicator, factor.name, set];
        let mut stream = Stream::named(self.seed, &name);
        (0..self.draws)
            .map(|_| factor.spread.draw(&mut stream))
            .collect()
    }
}
