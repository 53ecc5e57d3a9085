//! Which of the figures of a soil layer is asked for, and on which scale is it read?

use aimak_core::{SoilLayer, Withheld};

use super::{
    equal_depth::DepthMean,
    scales::{HUMUS_DSTU, K2O_MACHIGIN, OLSEN_P, P2O5_MACHIGIN, SALT_ECE, Scale, TOTAL_NITROGEN},
};

/// Depth of the plough layer for which fertility is judged, cm.
pub const PLOUGH_LAYER_CM: f64 = 20.0;

/// A figure on fertility or salt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SoilFigure {
    /// Humus by Tyurin, %.
    Humus,
    /// Nitrogen of all forms, %.
    Nitrogen,
    /// Available phosphorus by Machigin as P2O5, mg/kg.
    P2o5,
    /// Available potassium by Machigin as K2O, mg/kg.
    K2o,
    /// Available phosphorus by Olsen as the element, mg/kg.
    POlsen,
    /// Electrical conductivity, dS/m.
    Conductivity,
}

impl SoilFigure {
    /// Every figure.
    pub const ALL: [Self; 6] = [
        Self::Humus,
        Self::Nitrogen,
        Self::P2o5,
        Self::K2o,
        Self::POlsen,
        Self::Conductivity,
    ];

    /// The figure of a layer, in its unit.
    pub const fn of(self, layer: &SoilLayer) -> Option<f64> {
        match self {
            Self::Humus => layer.humus_percent,
            Self::Nitrogen => layer.nitrogen_percent,
            Self::P2o5 => layer.p2o5_machigin_mg_per_kg,
            Self::K2o => layer.k2o_machigin_mg_per_kg,
            Self::POlsen => layer.p_olsen_mg_per_kg,
            Self::Conductivity => layer.conductivity_ds_per_m,
        }
    }

    /// Its name in refusals, and the lowest and highest value that can be.
    const fn range(self) -> (&'static str, f64, f64) {
        match self {
            Self::Humus => ("humus_percent", 0.0, 100.0),
            Self::Nitrogen => ("nitrogen_percent", 0.0, 10.0),
            Self::P2o5 => ("p2o5_mg_per_kg", 0.0, 10_000.0),
            Self::K2o => ("k2o_mg_per_kg", 0.0, 100_000.0),
            Self::POlsen => ("p_olsen_mg_per_kg", 0.0, 10_000.0),
            Self::Conductivity => ("ec_ds_per_m", 0.0, 200.0),
        }
    }

    /// The scale it is read on. Conductivity has one only where it was measured in the saturated paste.
    pub const fn scale(self) -> &'static Scale {
        match self {
            Self::Humus => &HUMUS_DSTU,
            Self::Nitrogen => &TOTAL_NITROGEN,
            Self::P2o5 => &P2O5_MACHIGIN,
            Self::K2o => &K2O_MACHIGIN,
            Self::POlsen => &OLSEN_P,
            Self::Conductivity => &SALT_ECE,
        }
    }

    /// Its mean over the plough layer, 0–20 cm, weighted by thickness.
    ///
    /// # Errors
    /// See [`DepthMean::of`].
    ///
    /// # Example
    /// ```
    /// use aimak_core::SoilLayer;
    /// use aimak_science::soil::figure::SoilFigure;
    /// let layer = |top_cm, bottom_cm, humus| SoilLayer { top_cm, bottom_cm, humus_percent: Some(humus), ..SoilLayer::default() };
    /// let mean = SoilFigure::Humus.plough_layer(&[layer(0.0, 10.0, 3.0), layer(10.0, 30.0, 2.0)]).unwrap();
    /// assert_eq!(mean.value, 2.5); // (3·10 + 2·10)/20
    /// ```
    pub fn plough_layer(self, sampled: &[SoilLayer]) -> Result<DepthMean, Withheld> {
        DepthMean::of(sampled, PLOUGH_LAYER_CM, self.range(), |layer| {
            self.of(layer)
        })
    }
}
