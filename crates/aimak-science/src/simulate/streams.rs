//! Random numbers by name: the same name and seed give the same numbers, in whatever order they are asked for.

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};

/// A stream of random numbers of its own.
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// The stream with this name.
    pub fn named(seed: u64, name: &[&str]) -> Self {
        let mut hash = Sha256::new();
        hash.update(seed.to_le_bytes());
        for part in name {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        Self(ChaCha8Rng::from_seed(hash.finalize().into()))
    }

    /// Uniform on 0–1.
    pub fn uniform(&mut self) -> f64 {
        self.0.random()
    }

    /// Uniform on a range.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// One of `n`.
    pub fn pick(&mut self, n: usize) -> usize {
        ((self.uniform() * n as f64) as usize).min(n - 1)
    }

    /// Normal with mean 0 and this standard deviation (Box–Muller).
    pub fn normal(&mut self, sd: f64) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        sd * radius * (std::f64::consts::TAU * self.uniform()).cos()
    }

    /// Log-normal with mean 1.
    pub fn factor(&mut self, sd: f64) -> f64 {
        (self.normal(sd) - sd * sd / 2.0).exp()
    }
}
