//! How much carbon would the soil hold if land cover alone decided?
//!
//! The annual model of Trends.Earth, kept for comparison with it. Its management and input factors are 1, so organic
//! management is invisible to it (METHODS appendix T): it can never show, and never refute, an effect of the transition.
//! One bug is not reproduced: from the second year on Trends.Earth codes a transition as `initial·10 + final` whatever the
//! legend's multiplier, which mixes up legends of ten classes and more; here a transition is a pair of classes.

use super::land_cover::LandCoverClass;

/// Years after a change of land cover over which carbon moves to its new level.
const YEARS_TO_LEVEL: u32 = 20;

/// The climate zones that decide the land-use factor of cropland (IPCC 2006).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClimateZone {
    /// Temperate (and boreal) dry: Kyrgyz valleys and most pastures.
    TemperateDry,
    /// Temperate (and boreal) moist.
    TemperateMoist,
    /// Tropical dry.
    TropicalDry,
    /// Tropical moist and wet.
    TropicalMoist,
    /// Tropical montane.
    TropicalMontane,
}

impl ClimateZone {
    /// The zone of an IPCC climate raster code 1 to 12; 0 and others have none.
    ///
    /// ```
    /// use aimak_science::degradation::soil_carbon_model::ClimateZone;
    /// assert_eq!(ClimateZone::from_ipcc(2), Some(ClimateZone::TemperateDry));
    /// ```
    pub const fn from_ipcc(code: u8) -> Option<Self> {
        Some(match code {
            1 | 3 | 5 | 7 => Self::TemperateMoist,
            2 | 4 | 6 | 8 => Self::TemperateDry,
            9 => Self::TropicalMontane,
            10 | 11 => Self::TropicalMoist,
            12 => Self::TropicalDry,
            _ => return None,
        })
    }

    /// Carbon of long-cultivated cropland over that of the land it was made from.
    pub const fn cropland_factor(self) -> f64 {
        match self {
            Self::TemperateDry => 0.80,
            Self::TemperateMoist => 0.69,
            Self::TropicalDry => 0.58,
            Self::TropicalMoist => 0.48,
            Self::TropicalMontane => 0.64,
        }
    }
}

/// Carbon that remains, in the long run, of what was there before a transition.
///
/// # Reference
/// `RASTER_PEERS` 4; Trends.Earth @ 35b2b7d `gee/soc.py`; IPCC 2006, vol. 4.
pub fn land_use_factor(zone: ClimateZone, initial: LandCoverClass, last: LandCoverClass) -> f64 {
    use LandCoverClass::{Artificial, Cropland, OtherLand, Water, Wetland};
    /// Cropland on drained wetland.
    const WETLAND_TO_CROPLAND: f64 = 0.71;
    match (initial, last) {
        (initial, last) if initial == last => 1.0,
        (Water, _) | (_, Water) | (Artificial | OtherLand, Artificial | OtherLand) => 1.0,
        (Artificial | OtherLand, _) => 2.0,
        (_, Artificial | OtherLand) => 0.1,
        (Wetland, Cropland) => WETLAND_TO_CROPLAND,
        (Cropland, Wetland) => 1.0 / WETLAND_TO_CROPLAND,
        (_, Cropland) => zone.cropland_factor(),
        (Cropland, _) => 1.0 / zone.cropland_factor(),
        _ => 1.0,
    }
}

/// Carbon stock of every year from the first, given land cover of every year.
///
/// # Formula
/// In the year of a change to a new cover `r = (SOC − SOC·f)/20`; then `SOC ← SOC − r` for 20 years, or until the cover
/// changes again and r is set anew.
///
/// # Units
/// t/ha, that of the first stock.
///
/// # Range and edge cases
/// As many stocks as years. `None` for no year, a year without land cover, or a first stock that is negative or no number.
///
/// # Example
/// ```
/// use aimak_science::degradation::{land_cover::LandCoverClass::{Cropland, Grassland}, soil_carbon_model::{ClimateZone, annual_stocks_t_per_ha}};
/// // 50 t/ha under grass, ploughed in a dry temperate climate: to 0.8·50 = 40 in twenty steps of half a tonne
/// let cover = [Some(Grassland), Some(Grassland), Some(Cropland), Some(Cropland)];
/// let stocks = annual_stocks_t_per_ha(50.0, &cover, ClimateZone::TemperateDry).unwrap();
/// assert_eq!(stocks, [50.0, 50.0, 49.5, 49.0]);
/// ```
///
/// # Reference
/// `RASTER_PEERS` 4; Trends.Earth @ 35b2b7d `gee/soc.py`.
pub fn annual_stocks_t_per_ha(
    first_t_per_ha: f64,
    cover: &[Option<LandCoverClass>],
    zone: ClimateZone,
) -> Option<Vec<f64>> {
    let cover: Vec<LandCoverClass> = cover.iter().copied().collect::<Option<_>>()?;
    if cover.is_empty() || !first_t_per_ha.is_finite() || first_t_per_ha < 0.0 {
        return None;
    }
    let mut stocks = vec![first_t_per_ha];
    let (mut stock, mut loss_per_year, mut steps_left) = (first_t_per_ha, 0.0, 0);
    for pair in cover.windows(2) {
        if pair[0] != pair[1] {
            let level = stock * land_use_factor(zone, pair[0], pair[1]);
            loss_per_year = (stock - level) / f64::from(YEARS_TO_LEVEL);
            steps_left = YEARS_TO_LEVEL;
        }
        if steps_left > 0 {
            stock -= loss_per_year;
            steps_left -= 1;
        }
        stocks.push(stock);
    }
    Some(stocks)
}

#[cfg(test)]
mod tests {
    use LandCoverClass::{Artificial, Cropland, Grassland, OtherLand, TreeCovered, Water};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn factors_of_trends_earth() {
        // RASTER_PEERS 4: rows from, columns to, classes 1 to 7; F for the climate zone
        for (zone, f) in [
            (ClimateZone::TemperateDry, 0.8),
            (ClimateZone::TemperateMoist, 0.69),
            (ClimateZone::TropicalDry, 0.58),
            (ClimateZone::TropicalMoist, 0.48),
            (ClimateZone::TropicalMontane, 0.64),
        ] {
            let rows = [
                [1.0, 1.0, f, 1.0, 0.1, 0.1, 1.0],
                [1.0, 1.0, f, 1.0, 0.1, 0.1, 1.0],
                [1.0 / f, 1.0 / f, 1.0, 1.0 / 0.71, 0.1, 0.1, 1.0],
                [1.0, 1.0, 0.71, 1.0, 0.1, 0.1, 1.0],
                [2.0, 2.0, 2.0, 2.0, 1.0, 1.0, 1.0],
                [2.0, 2.0, 2.0, 2.0, 1.0, 1.0, 1.0],
                [1.0; 7],
            ];
            for (initial, row) in LandCoverClass::ALL.into_iter().zip(rows) {
                let found = LandCoverClass::ALL.map(|last| land_use_factor(zone, initial, last));
                assert_eq!(found, row, "{zone:?} {initial:?}");
            }
        }
    }

    #[test]
    fn zones_of_the_ipcc_codes() {
        // RASTER_PEERS 4: codes 0 to 12 become 0 (none) and 1 to 5
        let remap = [0, 2, 1, 2, 1, 2, 1, 2, 1, 5, 4, 4, 3];
        let zones = [
            None,
            Some(ClimateZone::TemperateDry),
            Some(ClimateZone::TemperateMoist),
            Some(ClimateZone::TropicalDry),
            Some(ClimateZone::TropicalMoist),
            Some(ClimateZone::TropicalMontane),
        ];
        for (code, place) in (0_u8..).zip(remap) {
            assert_eq!(ClimateZone::from_ipcc(code), zones[place], "{code}");
        }
        assert_eq!(ClimateZone::from_ipcc(13), None);
    }

    #[test]
    fn a_second_change_starts_from_the_stock_of_its_year() {
        // by hand: 50 → 49.5 → 49.0 (loss 0.5); then sealed: loss (49 − 4.9)/20 = 2.205 a year
        let cover = [Grassland, Cropland, Cropland, Artificial, Artificial].map(Some);
        let stocks = annual_stocks_t_per_ha(50.0, &cover, ClimateZone::TemperateDry).unwrap();
        let expected = [50.0, 49.5, 49.0, 46.795, 44.59];
        for (found, expected) in stocks.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        }
    }

    #[test]
    fn a_year_without_cover_is_missing() {
        let zone = ClimateZone::TemperateDry;
        assert_eq!(
            annual_stocks_t_per_ha(50.0, &[Some(Grassland), None], zone),
            None
        );
        assert_eq!(annual_stocks_t_per_ha(50.0, &[], zone), None);
        assert_eq!(annual_stocks_t_per_ha(f64::NAN, &[Some(Water)], zone), None);
    }

    proptest! {
        #[test]
        fn after_twenty_years_the_level_is_reached_and_kept(first in 1.0..200.0_f64, initial in 0_usize..7, last in 0_usize..7, further in 0_usize..15) {
            let (initial, last) = (LandCoverClass::ALL[initial], LandCoverClass::ALL[last]);
            let mut cover = vec![Some(initial)];
            cover.extend(vec![Some(last); 20 + further]);
            let zone = ClimateZone::TemperateMoist;
            let stocks = annual_stocks_t_per_ha(first, &cover, zone).unwrap();
            let level = first * land_use_factor(zone, initial, last);
            prop_assert!((stocks.last().unwrap() - level).abs() < 1e-9 * first.max(level));
        }

        #[test]
        fn stocks_stay_positive(first in 0.0..200.0_f64, cover in prop::collection::vec(prop::sample::select(vec![TreeCovered, Cropland, Artificial, OtherLand, Water]), 1..40)) {
            let cover: Vec<_> = cover.into_iter().map(Some).collect();
            let stocks = annual_stocks_t_per_ha(first, &cover, ClimateZone::TropicalDry).unwrap();
            prop_assert!(stocks.len() == cover.len() && stocks.iter().all(|stock| *stock >= 0.0));
        }
    }
}
