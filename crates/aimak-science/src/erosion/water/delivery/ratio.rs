//! Which share of the eroded soil reaches the stream?

/// The delivery ratio of Vigiak.
///
/// # Formula
/// `SDR = SDR_max/(1 + exp((IC₀ − IC)/k))`; 1 on streams.
///
/// # Range and edge cases
/// Above 0 and below `SDR_max` on slopes.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::delivery::DeliveryRatio;
/// let sdr = DeliveryRatio::default();
/// assert!((sdr.of_slope(-4.0) - 0.07628).abs() < 5e-6);
/// assert!((sdr.of_slope(0.5) - 0.40).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS B.6; Vigiak et al. (2012), Geomorphology 138:74–88.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeliveryRatio {
    /// `SDR_max`, the highest ratio of a slope, 0–1.
    pub highest: f64,
    /// `IC₀`, where the ratio is half of that.
    pub half_index: f64,
    /// `k`, how slowly it rises.
    pub spread: f64,
}

impl Default for DeliveryRatio {
    fn default() -> Self {
        Self {
            highest: 0.8,
            half_index: 0.5,
            spread: 2.0,
        }
    }
}

impl DeliveryRatio {
    /// The ratio on a stream.
    pub const ON_STREAM: f64 = 1.0;

    /// The ratio of a cell that is no stream.
    pub fn of_slope(&self, index_of_connectivity: f64) -> f64 {
        self.highest / (1.0 + ((self.half_index - index_of_connectivity) / self.spread).exp())
    }

    /// The ratio of any cell: 1 on a stream, `None` on a slope without connectivity.
    pub fn ratio(&self, is_stream: bool, index_of_connectivity: Option<f64>) -> Option<f64> {
        if is_stream {
            Some(Self::ON_STREAM)
        } else {
            index_of_connectivity.map(|index| self.of_slope(index))
        }
    }
}

/// Sediment that a cell sends to the stream, t ha⁻¹ yr⁻¹: `A·SDR`.
pub const fn export(soil_loss: f64, delivery_ratio: f64) -> f64 {
    soil_loss * delivery_ratio
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn worked_values_of_methods_b6() {
        // test_vectors.json: B.SDR
        let expected = [
            (-6.0, 0.02986),
            (-4.0, 0.07628),
            (-2.0, 0.17816),
            (0.5, 0.4),
            (2.0, 0.54334),
        ];
        for (index, expected) in expected {
            assert!((DeliveryRatio::default().of_slope(index) - expected).abs() < 5.1e-6);
        }
        assert_eq!(DeliveryRatio::default().ratio(true, None), Some(1.0));
        assert_eq!(DeliveryRatio::default().ratio(false, None), None);
    }

    proptest! {
        #[test]
        fn the_ratio_stays_below_its_highest(index in -12.0..6.0_f64, more in 0.01..2.0_f64) {
            let sdr = DeliveryRatio::default();
            prop_assert!(sdr.of_slope(index) > 0.0 && sdr.of_slope(index + more) < 0.8);
            prop_assert!(sdr.of_slope(index + more) > sdr.of_slope(index));
        }
    }
}
