//! What was the yield, what was the price, and how does organic compare?

use crate::attitudes::refusal::Refused;

/// Harvests of fields or aimaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Harvested {
    /// Mass, t.
    pub tonnes: f64,
    /// Area, ha.
    pub area_ha: f64,
}

/// Yield over all fields.
///
/// # Formula
/// `Σ tonnes/Σ hectares`: the mean weighted by area, not the mean of the fields' yields.
///
/// # Units
/// t/ha.
///
/// # Errors
/// [`Refused::NoBase`] without area, [`Refused::OutOfRange`] for negative amounts.
///
/// # Example
/// ```
/// use aimak_science::attitudes::programme::harvest::{Harvested, yield_t_per_ha};
/// let fields = [Harvested { tonnes: 30.0, area_ha: 10.0 }, Harvested { tonnes: 1.0, area_ha: 1.0 }];
/// assert!((yield_t_per_ha(&fields).unwrap() - 31.0 / 11.0).abs() < 1e-12); // and not 2.0
/// ```
pub fn yield_t_per_ha(fields: &[Harvested]) -> Result<f64, Refused> {
    let pairs: Vec<(f64, f64)> = fields
        .iter()
        .map(|field| (field.tonnes, field.area_ha))
        .collect();
    ratio_of_sums(&pairs)
}

/// A sale of produce.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sale {
    /// Money, som at the prices of the year of sale.
    pub som: f64,
    /// Mass, kg.
    pub kg: f64,
    /// Year of sale.
    pub year: i16,
}

/// Mean price over sales of one year: `Σ som/Σ kg`, som/kg.
///
/// # Errors
/// [`Refused::UnitsDiffer`] for sales of several years (their som are not the same), else as [`yield_t_per_ha`].
///
/// # Example
/// ```
/// use aimak_science::attitudes::programme::harvest::{Sale, premium, price_som_per_kg};
/// let sold = |som, kg| Sale { som, kg, year: 2024 };
/// let organic = price_som_per_kg(&[sold(9_000.0, 100.0), sold(30_000.0, 300.0)]).unwrap();
/// assert_eq!(organic, 97.5);
/// assert_eq!(premium(organic, 75.0), Ok(0.3));
/// ```
pub fn price_som_per_kg(sales: &[Sale]) -> Result<f64, Refused> {
    if sales.iter().any(|sale| sale.year != sales[0].year) {
        return Err(Refused::UnitsDiffer);
    }
    let pairs: Vec<(f64, f64)> = sales.iter().map(|sale| (sale.som, sale.kg)).collect();
    ratio_of_sums(&pairs)
}

/// By how much, relative to conventional, organic is above: of prices the premium, of yields mostly negative. `organic/conventional − 1`.
///
/// # Errors
/// [`Refused::NoBase`] where the conventional value is not positive, [`Refused::OutOfRange`] for a negative organic one.
///
/// # Reference
/// METHODS G.5: yields −19 to −25 % on average over studies (recalled); a local pair is better.
pub fn premium(organic: f64, conventional: f64) -> Result<f64, Refused> {
    if !(organic >= 0.0 && organic.is_finite()) {
        return Err(Refused::OutOfRange);
    }
    if conventional > 0.0 && conventional.is_finite() {
        // not organic/conventional − 1, which loses a digit where the two are near
        Ok((organic - conventional) / conventional)
    } else {
        Err(Refused::NoBase)
    }
}

fn ratio_of_sums(pairs: &[(f64, f64)]) -> Result<f64, Refused> {
    let amount = |amount: f64| amount >= 0.0 && amount.is_finite();
    if !pairs
        .iter()
        .all(|(above, below)| amount(*above) && amount(*below))
    {
        return Err(Refused::OutOfRange);
    }
    let below: f64 = pairs.iter().map(|(_, below)| below).sum();
    if below > 0.0 {
        Ok(pairs.iter().map(|(above, _)| above).sum::<f64>() / below)
    } else {
        Err(Refused::NoBase)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_sold_has_no_price() {
        assert_eq!(price_som_per_kg(&[]), Err(Refused::NoBase));
        let sold = |year| Sale {
            som: 10.0,
            kg: 1.0,
            year,
        };
        assert_eq!(
            price_som_per_kg(&[sold(2023), sold(2024)]),
            Err(Refused::UnitsDiffer)
        );
        assert_eq!(premium(1.0, 0.0), Err(Refused::NoBase));
    }

    proptest! {
        #[test]
        fn between_the_least_and_the_greatest_field(fields in prop::collection::vec((0.0..50.0_f64, 0.1..20.0_f64), 1..20)) {
            let each: Vec<f64> = fields.iter().map(|(tonnes, area)| tonnes / area).collect();
            let fields: Vec<Harvested> = fields.into_iter().map(|(tonnes, area_ha)| Harvested { tonnes, area_ha }).collect();
            let mean = yield_t_per_ha(&fields).unwrap();
            let (least, greatest) = each.iter().fold((f64::INFINITY, 0.0_f64), |(lo, hi), x| (lo.min(*x), hi.max(*x)));
            prop_assert!(least - 1e-9 <= mean && mean <= greatest + 1e-9);
        }
    }
}
