//! How often does snow lie on the soil?

/// Snow deeper than this protects the soil: one inch, mm.
pub const PROTECTING_DEPTH_MM: f64 = 25.4;

/// The snow factor, SD: 1 is snow-free all the time.
///
/// # Formula
/// `SD = 1 − P(snow depth > 25.4 mm)`.
///
/// # Units
/// Observations with deep snow, and all observations of snow depth.
///
/// # Range and edge cases
/// 0–1; `None` without observations, or with more of deep snow than there are.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::snow::snow_factor;
/// assert_eq!(snow_factor(3, 30), Some(0.9));
/// assert_eq!(snow_factor(0, 0), None);
/// ```
///
/// # Reference
/// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
pub fn snow_factor(deep: usize, observations: usize) -> Option<f64> {
    let possible = observations > 0 && deep <= observations;
    possible.then(|| 1.0 - deep as f64 / observations as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn always_never_and_impossible() {
        assert_eq!(
            (snow_factor(5, 5), snow_factor(0, 5)),
            (Some(0.0), Some(1.0))
        );
        assert_eq!(snow_factor(6, 5), None);
    }
}
