//! How far off can a loss by wind be, and which factor is to blame?
//!
//! As for water, one multiplier for each factor is drawn for all periods of a field together: the errors are those of equations
//! and constants. The interval is of kind parameter. It does not hold what daily or reanalysed wind misses, nor that the model may
//! be wrong for the place; those are remarks.

use super::{
    field::FieldFactors,
    field_loss::{Weighted, weighted_loss},
};
use crate::erosion::water::uncertainty::{
    DrawsOf, ParameterUncertainty, UncertainFactor, monte_carlo,
};

/// How uncertain the factors are: logarithms normal. METHODS states none for wind; these are our assumption, of the size that
/// METHODS B.7 takes for soil and cover under water, and stand with every result.
pub const UNCERTAIN: [UncertainFactor; 5] = [
    UncertainFactor::log_normal("WF", 0.30),
    UncertainFactor::log_normal("EF", 0.25),
    UncertainFactor::log_normal("SCF", 0.25),
    UncertainFactor::log_normal("K'", 0.20),
    UncertainFactor::log_normal("COG", 0.40),
];

/// The loss of a field under uncertain factors, t ha⁻¹. Fractions that a draw takes above 1 are 1.
///
/// # Range and edge cases
/// `None` for fewer than 100 draws or an impossible factor.
///
/// # Example
/// ```
/// use aimak_science::erosion::{water::uncertainty::DrawsOf, wind::{field::FieldFactors, field_loss::Weighted, uncertainty::of_loss}};
/// let field = FieldFactors {
///     erodible_fraction: 0.457_05, crust: 0.573_39, roughness: 0.682_35, cover: 0.215_89, length_m: 200.0, remarks: vec![],
/// };
/// let weather = [Weighted { weather: 122.546_67, weight: 1.0 }];
/// let draws = DrawsOf { seed: 1, aimak: "field 7", indicator: "wind_loss", draws: 500 };
/// let found = of_loss(&draws, &field, &weather).unwrap();
/// let (low, high) = found.interval.bounds().unwrap();
/// assert!(low < 25.9 && 25.9 < high);
/// ```
pub fn of_loss(
    of: &DrawsOf<'_>,
    factors: &FieldFactors,
    weather: &[Weighted],
) -> Option<ParameterUncertainty> {
    let fraction = |value: f64, times: f64| (value * times).min(1.0);
    monte_carlo(of, &UNCERTAIN, |times| {
        let [wind, erodible, crust, roughness, cover] = times else {
            return None;
        };
        // WF is common to all periods, so its multiplier may stand with any factor of the field that has no limit
        let drawn = FieldFactors {
            erodible_fraction: fraction(factors.erodible_fraction, *erodible),
            crust: fraction(factors.crust, *crust),
            roughness: fraction(factors.roughness, *roughness) * wind,
            cover: fraction(factors.cover, *cover),
            length_m: factors.length_m,
            remarks: Vec::new(),
        };
        weighted_loss(&drawn, weather).map(super::WindLoss::t_per_ha)
    })
}

#[cfg(test)]
mod tests {
    use aimak_core::{Interval, IntervalKind};

    use super::*;
    use crate::erosion::wind::tests::worked_field;

    const DRAWS: DrawsOf<'static> = DrawsOf {
        seed: 7,
        aimak: "field",
        indicator: "wind_loss",
        draws: 20_000,
    };

    #[test]
    fn on_an_endless_field_the_loss_is_a_product() {
        // Q(X) is Qmax far beyond s, and Qmax is linear in Π: the interval of a log-normal product, METHODS B.7
        let mut field = worked_field().factors().unwrap();
        field.length_m = 1e6;
        // below their limit by more than a draw can bridge
        (field.erodible_fraction, field.crust, field.roughness) = (0.05, 0.05, 0.05);
        let weather = [Weighted {
            weather: 50_000.0,
            weight: 1.0,
        }];
        let found = of_loss(&DRAWS, &field, &weather).unwrap();
        let (low, high) = found.interval.bounds().unwrap();
        let variance: f64 = [0.30_f64, 0.25, 0.25, 0.20, 0.40]
            .map(|cv| (1.0 + cv * cv).ln())
            .iter()
            .sum();
        let times = (1.959_964 * variance.sqrt()).exp();
        assert!((high / found.median / times - 1.0).abs() < 0.03);
        assert!((found.median / low / times - 1.0).abs() < 0.03);
        assert!(matches!(
            found.interval,
            Interval::Between {
                kind: IntervalKind::Parameter,
                ..
            }
        ));
        let most = found
            .shares
            .iter()
            .max_by(|a, b| a.total.total_cmp(&b.total));
        assert_eq!(most.unwrap().name, "COG");
    }

    #[test]
    fn a_limit_holds_and_no_wind_has_no_spread() {
        let mut field = worked_field().factors().unwrap();
        (
            field.erodible_fraction,
            field.crust,
            field.roughness,
            field.cover,
        ) = (1.0, 1.0, 1.0, 1.0);
        let weather = [Weighted {
            weather: 10.0,
            weight: 1.0,
        }];
        let bare = of_loss(&DRAWS, &field, &weather).unwrap();
        let most = weighted_loss(&field, &weather).unwrap().t_per_ha();
        // only the weather can make it more, and half of the draws of each factor are cut
        assert!(bare.median < most);
        let calm = [Weighted {
            weather: 0.0,
            weight: 1.0,
        }];
        let none = of_loss(&DRAWS, &field, &calm).unwrap();
        assert_eq!((none.median, none.sd, none.shares.len()), (0.0, 0.0, 0));
        let few = DrawsOf { draws: 99, ..DRAWS };
        assert_eq!(of_loss(&few, &field, &weather), None);
    }
}
