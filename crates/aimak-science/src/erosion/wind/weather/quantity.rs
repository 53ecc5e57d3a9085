//! What does a weather station measure?

use jiff::civil::DateTime;

/// A quantity of a weather record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Wind at the height of the instrument, m s⁻¹: a mean over the step, or what was read at that moment.
    Wind,
    /// Rain and melted snow that fell since the last observation, mm.
    Rain,
    /// Air temperature, °C.
    Temperature,
    /// Lowest air temperature of the day, °C.
    TemperatureMin,
    /// Highest air temperature of the day, °C.
    TemperatureMax,
    /// Depth of snow on the ground, mm.
    SnowDepth,
    /// Evapotranspiration since the last observation, mm.
    Evapotranspiration,
    /// Irrigation since the last observation, mm.
    Irrigation,
}

impl Quantity {
    /// How many there are.
    pub const COUNT: usize = 8;
    /// All of them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Wind,
        Self::Rain,
        Self::Temperature,
        Self::TemperatureMin,
        Self::TemperatureMax,
        Self::SnowDepth,
        Self::Evapotranspiration,
        Self::Irrigation,
    ];

    /// Its column in tables.
    pub const fn column(self) -> &'static str {
        match self {
            Self::Wind => "wind_m_per_s",
            Self::Rain => "rain_mm",
            Self::Temperature => "temperature_c",
            Self::TemperatureMin => "temperature_min_c",
            Self::TemperatureMax => "temperature_max_c",
            Self::SnowDepth => "snow_depth_mm",
            Self::Evapotranspiration => "etp_mm",
            Self::Irrigation => "irrigation_mm",
        }
    }

    /// Its unit.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Wind => "m/s",
            Self::Temperature | Self::TemperatureMin | Self::TemperatureMax => "°C",
            Self::Rain | Self::SnowDepth | Self::Evapotranspiration | Self::Irrigation => "mm",
        }
    }

    /// What is physically possible in one observation.
    pub const fn range(self) -> (f64, f64) {
        match self {
            Self::Wind => (0.0, 115.0),
            Self::Rain | Self::Irrigation => (0.0, 2000.0),
            Self::Temperature | Self::TemperatureMin | Self::TemperatureMax => (-90.0, 60.0),
            Self::SnowDepth => (0.0, 20_000.0),
            // below 0 is dew, which reanalyses write down at night
            Self::Evapotranspiration => (-5.0, 30.0),
        }
    }
}

/// One row of a weather record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// When; midnight for a whole day.
    pub time: DateTime,
    /// What, in the order of [`Quantity::ALL`]; `None` was not observed.
    pub values: [Option<f64>; Quantity::COUNT],
}

impl Observation {
    /// An observation of nothing yet.
    pub const fn at(time: DateTime) -> Self {
        Self {
            time,
            values: [None; Quantity::COUNT],
        }
    }

    /// The same with one more quantity.
    #[must_use]
    pub const fn with(mut self, quantity: Quantity, value: f64) -> Self {
        self.values[quantity as usize] = Some(value);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quantity_stands_in_its_place() {
        for (place, quantity) in Quantity::ALL.into_iter().enumerate() {
            assert_eq!(quantity as usize, place);
            let (low, high) = quantity.range();
            assert!(low < high && !quantity.unit().is_empty() && !quantity.column().is_empty());
        }
    }
}
