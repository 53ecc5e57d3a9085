//! How many species were there but not seen, at least?

/// Estimated number of unseen species (a lower bound), after Chao.
///
/// Counts of individuals give Chao1 (`units` = individuals n), numbers of occupied plots give Chao2 (`units` = plots T).
///
/// # Formula
/// `f₀ = (n−1)/n · f₁²/(2 f₂)` with f₁ species found once and f₂ found twice; `(n−1)/n · f₁(f₁−1)/2` where f₂ = 0.
///
/// # Range and edge cases
/// 0 without singletons. This is the variant of the R package `iNEXT`; vegan's Chao1 is another one (bias-corrected, without
/// (n−1)/n), so numbers differ by design. Variants with their errors: [`super::chao`].
///
/// # Example
/// ```
/// use aimak_science::diversity::unseen::unseen_species;
/// assert!((unseen_species(12, 4, 168) - 17.8929).abs() < 5e-5); // spiders, Chao1 = 26 + 17.8929
/// assert!((15.0 + unseen_species(5, 3, 15) - 18.8889).abs() < 5e-5); // Chao2 over 15 plots
/// ```
///
/// # Reference
/// METHODS E.2; Chao (1984), Scand. J. Stat. 11:265–270; Chao (1987), Biometrics 43:783–791.
pub fn unseen_species(once: usize, twice: usize, units: u64) -> f64 {
    if units == 0 {
        return 0.0;
    }
    small_sample(units) * pairs(once as f64, twice as f64)
}

/// `(n−1)/n`.
pub(super) fn small_sample(units: u64) -> f64 {
    let units = units as f64;
    (units - 1.0) / units
}

/// `f₁²/(2 f₂)`, and `f₁(f₁−1)/2` where f₂ = 0.
pub(super) fn pairs(once: f64, twice: f64) -> f64 {
    if twice > 0.0 {
        once * once / (2.0 * twice)
    } else {
        bias_corrected_pairs(once, 0.0)
    }
}

/// `f₁(f₁−1)/(2(f₂+1))`.
pub(super) fn bias_corrected_pairs(once: f64, twice: f64) -> f64 {
    once * (once - 1.0) / (2.0 * (twice + 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_unseen_without_singletons() {
        assert_eq!(unseen_species(0, 3, 14), 0.0);
        assert_eq!(unseen_species(1, 0, 19), 0.0);
        assert_eq!(unseen_species(0, 0, 0), 0.0);
    }

    #[test]
    fn five_singletons_alone() {
        // iNEXT 3.0.1 edge case "all_singletons": richness 13
        assert!((5.0 + unseen_species(5, 0, 5) - 13.0).abs() < 1e-12);
    }
}
