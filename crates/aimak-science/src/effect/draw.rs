//! Which random numbers belong to a draw?

use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};

/// The random numbers of draw `k` of what is named, whatever thread asks and in whatever order.
///
/// # Reference
/// DESIGN 3, invariant 6.
pub(in crate::effect) fn random(seed: u64, name: &[&str], k: usize) -> ChaCha8Rng {
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    for text in name {
        // with its length, so that no two names look alike
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    hash.update((k as u64).to_le_bytes());
    ChaCha8Rng::from_seed(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use rand::RngExt as _;

    use super::*;

    #[test]
    fn a_draw_is_known_by_all_of_its_name() {
        let first = |seed, name: &[&str], k| random(seed, name, k).random::<u64>();
        let one = first(7, &["ab", "c"], 0);
        assert_eq!(one, first(7, &["ab", "c"], 0));
        for other in [
            first(8, &["ab", "c"], 0),
            first(7, &["a", "bc"], 0),
            first(7, &["ab", "c"], 1),
        ] {
            assert_ne!(one, other);
        }
    }
}
