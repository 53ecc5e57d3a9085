//! Which reservation travels with loss by wind?

/// Something a reader must know about a factor or a loss. Results keep it; it does not remove the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// The wind is a mean of whole days: the loss is strongly underestimated, because it grows faster than the wind.
    DailyWind,
    /// The wind is coarser than hourly: the loss is underestimated.
    CoarseWind,
    /// The wind comes from a reanalysis, which misses local winds.
    ReanalysisWind,
    /// Observations are missing; what was observed stands for them.
    ObservationsScaled,
    /// Periods without enough observations are left out of the sum.
    PeriodsMissing,
    /// Evapotranspiration was not measured but taken from temperature.
    EvapotranspirationFromTemperature,
    /// Snow depth is not known, and no snow was assumed.
    SnowUnknown,
    /// Irrigation is not in the record, and none was assumed.
    IrrigationUnknown,
    /// The soil lies outside what the equation of EF was fitted to.
    SoilExtrapolated,
    /// Clay below 1 % counts as 1 %.
    ClayBelowOne,
    /// Carbonate is not known, and 0 was assumed: EF is too high.
    CarbonateAssumedZero,
    /// Ridges beyond those the equation of K' knows.
    RidgesExtrapolated,
    /// The length of the field is not known, and 200 m were assumed.
    FieldLengthAssumed,
}

impl Remark {
    /// All remarks.
    pub const ALL: [Self; 13] = [
        Self::DailyWind,
        Self::CoarseWind,
        Self::ReanalysisWind,
        Self::ObservationsScaled,
        Self::PeriodsMissing,
        Self::EvapotranspirationFromTemperature,
        Self::SnowUnknown,
        Self::IrrigationUnknown,
        Self::SoilExtrapolated,
        Self::ClayBelowOne,
        Self::CarbonateAssumedZero,
        Self::RidgesExtrapolated,
        Self::FieldLengthAssumed,
    ];

    /// The entry of the catalogue that words it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::DailyWind => "flag-wind-daily",
            Self::CoarseWind => "flag-wind-coarse",
            Self::ReanalysisWind => "flag-wind-reanalysis",
            Self::ObservationsScaled => "flag-wind-observations-scaled",
            Self::PeriodsMissing => "flag-wind-periods-missing",
            Self::EvapotranspirationFromTemperature => "flag-wind-evapotranspiration",
            Self::SnowUnknown => "flag-wind-snow-unknown",
            Self::IrrigationUnknown => "flag-wind-irrigation-unknown",
            Self::SoilExtrapolated => "flag-wind-soil-extrapolated",
            Self::ClayBelowOne => "flag-wind-clay-below-one",
            Self::CarbonateAssumedZero => "flag-wind-carbonate-assumed-zero",
            Self::RidgesExtrapolated => "flag-wind-ridges-extrapolated",
            Self::FieldLengthAssumed => "flag-wind-field-length-assumed",
        }
    }
}

/// A factor of loss by wind with its reservations.
pub type Factor = crate::erosion::Factor<Remark>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_remark_has_words_in_three_languages() {
        let texts = [
            include_str!("../../../../../atlas-web/texts/ky/science.ftl"),
            include_str!("../../../../../atlas-web/texts/ru/science.ftl"),
            include_str!("../../../../../atlas-web/texts/en/science.ftl"),
        ];
        for remark in Remark::ALL {
            let entry = format!("\n{} = ", remark.key());
            assert!(texts.iter().all(|text| text.contains(&entry)), "{entry}");
        }
    }
}
