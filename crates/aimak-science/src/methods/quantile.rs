//! Which value has this share of the sample below it?

/// Quantile of type 7 (linear between order statistics).
///
/// # Formula
/// `h = (n−1)p`, `x[⌊h⌋] + (h − ⌊h⌋)(x[⌊h⌋+1] − x[⌊h⌋])` on sorted values.
///
/// # Range and edge cases
/// `p` is cut to 0–1; an empty sample gives `None`.
///
/// # Example
/// ```
/// use aimak_science::methods::quantile::quantile;
/// assert_eq!(quantile(&[4.0, 1.0, 3.0, 2.0], 0.5), Some(2.5));
/// assert_eq!(quantile(&[], 0.5), None);
/// ```
///
/// # Reference
/// METHODS P.7; Hyndman & Fan (1996), Am. Stat. 50:361–365.
pub fn quantile(sample: &[f64], p: f64) -> Option<f64> {
    let mut sorted = sample.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len().checked_sub(1)? as f64) * p.clamp(0.0, 1.0);
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    Some(sorted[below] + (place - place.floor()) * (sorted[above] - sorted[below]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_the_extremes() {
        let sample = [5.0, -1.0, 2.0];
        assert_eq!(quantile(&sample, 0.0), Some(-1.0));
        assert_eq!(quantile(&sample, 1.0), Some(5.0));
        assert_eq!(quantile(&sample, 0.75), Some(3.5));
    }
}
