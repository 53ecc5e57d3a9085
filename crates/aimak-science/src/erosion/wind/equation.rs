//! Which equations are there for loss by wind?

use super::{
    air, cover, crust, erodible_fraction, evapotranspiration, index, roughness, speed, transport,
    weather_factor, wetness, wind_value,
};
use crate::erosion::Equation;

/// Every equation for loss by wind, and for the index.
pub const EQUATIONS: &[Equation] = &[
    speed::EQUATION,
    wind_value::EQUATION,
    air::EQUATION,
    wetness::EQUATION,
    weather_factor::EQUATION,
    erodible_fraction::EQUATION,
    crust::EQUATION,
    roughness::EQUATION,
    cover::EQUATION,
    transport::EQUATION,
    evapotranspiration::Hargreaves::EQUATION,
    evapotranspiration::Thornthwaite::EQUATION,
    index::climate::EQUATION,
    index::EQUATION,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::erosion::water;

    #[test]
    fn ids_are_unique_among_water_and_wind_and_every_card_is_full() {
        let all = || EQUATIONS.iter().chain(water::EQUATIONS);
        let ids: BTreeSet<_> = all().map(|equation| equation.id).collect();
        assert_eq!(ids.len(), all().count());
        for card in EQUATIONS {
            let texts = [card.id, card.formula, card.unit, card.holds, card.reference];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", card.id);
        }
    }
}
