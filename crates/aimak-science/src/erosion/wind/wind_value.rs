//! How much wind is there that moves soil?

use crate::erosion::Equation;

/// The card of [`wind_value`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_WIND_VALUE",
    formula: "Wf = (Nd/N)·Σ U·(U − Ut)² over U > Ut",
    unit: "m³ s⁻³ (days)",
    holds: "wind at 2 m, hourly or finer; RWEQ draws 500 values a period",
    reference: "Fryrear et al. (1998), Revised Wind Erosion Equation, USDA-ARS Technical Bulletin 1",
};

/// The wind value of a period, Wf.
///
/// # Formula
/// `Wf = (Nd/N)·Σ_{U > Ut} U·(U − Ut)²`, over N observations of a period of Nd days.
///
/// Scripts in use multiply by the number of winds above the threshold once more: the sum already holds it.
///
/// # Units
/// Wind at 2 m and threshold in m s⁻¹.
///
/// # Range and edge cases
/// 0 without wind above the threshold. Because it is divided by N, missing observations are replaced by the mean of the others. It is
/// **convex**: a mean over a day has a far smaller value than the hours it is made of. `None` without observations, for an impossible
/// wind, days or threshold.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::wind_value::wind_value;
/// let winds = [3., 4., 6., 8., 11., 7., 5.5, 4., 2., 9., 12., 6., 5., 3., 7.];
/// assert!((wind_value(&winds, 15.0, 5.0).unwrap() - 1269.375).abs() < 1e-9);
/// // six calm hours and six at 10 m/s are worth 125; their mean, 5 m/s, nothing
/// let hours = [[0.0; 6], [10.0; 6]].concat();
/// assert_eq!(wind_value(&hours, 1.0, 5.0), Some(125.0));
/// assert_eq!(wind_value(&[5.0], 1.0, 5.0), Some(0.0));
/// ```
///
/// # Reference
/// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
pub fn wind_value(winds_m_per_s: &[f64], days: f64, threshold_m_per_s: f64) -> Option<f64> {
    let possible = winds_m_per_s.iter().all(|u| *u >= 0.0 && u.is_finite())
        && days > 0.0
        && threshold_m_per_s >= 0.0;
    let moving = winds_m_per_s.iter().filter(|u| **u > threshold_m_per_s);
    let sum: f64 = moving.map(|u| u * (u - threshold_m_per_s).powi(2)).sum();
    let value = sum * days / winds_m_per_s.len() as f64;
    (possible && value.is_finite()).then_some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_observed_has_no_value() {
        assert_eq!(wind_value(&[], 15.0, 5.0), None);
        assert_eq!(wind_value(&[-1.0], 15.0, 5.0), None);
        assert_eq!(wind_value(&[7.0], 0.0, 5.0), None);
        assert_eq!(wind_value(&[7.0], 15.0, f64::NAN), None);
    }

    proptest! {
        #[test]
        fn stronger_wind_and_lower_threshold_are_worth_more(
            winds in prop::collection::vec(0.0..30.0_f64, 1..50),
            gust in 0.0..10.0_f64,
            threshold in 1.0..8.0_f64,
        ) {
            let value = |winds: &[f64], threshold| wind_value(winds, 15.0, threshold).unwrap();
            let stronger: Vec<f64> = winds.iter().map(|u| u + gust).collect();
            prop_assert!(value(&stronger, threshold) >= value(&winds, threshold));
            prop_assert!(value(&winds, threshold - 0.5) >= value(&winds, threshold));
        }

        /// Jensen: the mean of a day never has more than the hours it stands for.
        #[test]
        fn means_underestimate(winds in prop::collection::vec(0.0..30.0_f64, 24..=24)) {
            let mean = winds.iter().sum::<f64>() / 24.0;
            let (hours, day) = (wind_value(&winds, 1.0, 5.0), wind_value(&[mean], 1.0, 5.0));
            prop_assert!(day.unwrap() <= hours.unwrap() + 1e-9);
        }

        #[test]
        fn what_is_seen_stands_for_what_is_missing(
            winds in prop::collection::vec(0.0..30.0_f64, 1..50),
            times in 2..5_usize,
        ) {
            let (once, more) = (wind_value(&winds, 15.0, 5.0).unwrap(), wind_value(&winds.repeat(times), 15.0, 5.0).unwrap());
            prop_assert!((once - more).abs() <= 1e-9 * once.max(1.0));
        }
    }
}
