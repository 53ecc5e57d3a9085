//! Which random numbers belong to this draw?

use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};

/// The generator of draw `k` of what is named: it depends on (seed, name, k) only, so no thread and no order changes it.
pub(super) fn generator(seed: u64, name: &str, k: usize) -> ChaCha8Rng {
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    hash.update((name.len() as u64).to_le_bytes());
    hash.update(name.as_bytes());
    hash.update((k as u64).to_le_bytes());
    ChaCha8Rng::from_seed(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use rand::RngExt as _;

    use super::*;

    #[test]
    fn a_draw_is_known_by_its_seed_its_name_and_its_number() {
        let first = |seed, name, k| -> u64 { generator(seed, name, k).random() };
        assert_eq!(first(1, "wild", 0), first(1, "wild", 0));
        for other in [
            first(2, "wild", 0),
            first(1, "placebo", 0),
            first(1, "wild", 1),
        ] {
            assert_ne!(first(1, "wild", 0), other);
        }
    }
}
