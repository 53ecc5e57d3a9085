//! P: what do ploughing along the contour, strips and terraces keep back?
//!
//! P is 1 unless a practice is documented in the field register. Values of both tables are recalled and must be checked before a
//! statement rests on them (METHODS appendix U 1). CV 0.20. METHODS B.5.

mod handbook;
mod shin;

pub use handbook::HandbookPractice;
pub use shin::ShinPractice;

use super::Slope;

/// No combination of practices counts for less.
const LOWEST: f64 = 0.10;
/// Furrows erode by irrigation above this slope, per cent.
const FURROW_PERCENT: f64 = 1.0;

/// P of practices together.
///
/// # Formula
/// `P = max(0.10, Π Pᵢ)`; 1 without any.
///
/// # Range and edge cases
/// 0.10–1; `None` where a part lies outside 0–1.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::practice::combined;
/// assert_eq!(combined(&[]), Some(1.0));
/// assert_eq!(combined(&[0.5, 0.5]), Some(0.25));
/// assert_eq!(combined(&[0.5, 0.25, 0.2]), Some(0.10));
/// ```
///
/// # Reference
/// METHODS B.5.
pub fn combined(parts: &[f64]) -> Option<f64> {
    let possible = parts.iter().all(|part| (0.0..=1.0).contains(part));
    possible.then(|| parts.iter().product::<f64>().max(LOWEST))
}

/// True where furrow irrigation erodes what RUSLE does not describe ([`super::Remark::IrrigationErosionNotModelled`]).
pub const fn furrows_erode(slope: Slope) -> bool {
    slope.percent() > FURROW_PERCENT
}

/// The entry of the first class whose upper limit the slope does not pass.
fn by_slope<T: Copy>(classes: &[(f64, T)], slope: Slope) -> Option<T> {
    let class = classes.iter().find(|(upper, _)| slope.percent() <= *upper);
    class.map(|(_, entry)| *entry)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn impossible_parts_and_furrows() {
        assert_eq!(combined(&[1.2]), None);
        assert!(furrows_erode(Slope::from_percent(1.5).unwrap()));
        assert!(!furrows_erode(Slope::from_percent(1.0).unwrap()));
    }

    proptest! {
        #[test]
        fn a_practice_never_adds_to_the_loss(percent in 0.0..90.0_f64, length_m in 0.0..500.0_f64) {
            let slope = Slope::from_percent(percent).unwrap();
            for table in [HandbookPractice::Contouring, HandbookPractice::StripCropping] {
                let p = table.practice(slope, length_m).unwrap();
                prop_assert!((0.25..=1.0).contains(&p));
            }
            for table in [ShinPractice::Contouring, ShinPractice::StripCropping, ShinPractice::Terracing] {
                prop_assert!((0.10..=1.0).contains(&table.practice(slope)));
            }
        }
    }
}
