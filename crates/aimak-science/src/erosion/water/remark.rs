//! Which reservation travels with a factor?

/// Something a reader must know about a factor or a loss. Results keep it; it does not remove the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// The input lies outside what the equation was fitted to.
    Extrapolated,
    /// Steeper than 50 %: outside the data of RUSLE, left out of totals.
    SteepExtrapolated,
    /// K outside 0.004–0.10.
    UnusualErodibility,
    /// Very fine sand was not measured but taken from a formula.
    VeryFineSandFromSand,
    /// Snow melts here in spring, and what it carries off is not in R.
    SnowmeltNotModelled,
    /// Furrows on a slope above 1 %: irrigation erodes, and RUSLE does not know it.
    IrrigationErosionNotModelled,
}

impl Remark {
    /// All remarks.
    pub const ALL: [Self; 6] = [
        Self::Extrapolated,
        Self::SteepExtrapolated,
        Self::UnusualErodibility,
        Self::VeryFineSandFromSand,
        Self::SnowmeltNotModelled,
        Self::IrrigationErosionNotModelled,
    ];

    /// The entry of the catalogue that words it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Extrapolated => "flag-erosion-extrapolated",
            Self::SteepExtrapolated => "flag-erosion-steep",
            Self::UnusualErodibility => "flag-erodibility-unusual",
            Self::VeryFineSandFromSand => "flag-very-fine-sand-from-sand",
            Self::SnowmeltNotModelled => "flag-snowmelt-not-modelled",
            Self::IrrigationErosionNotModelled => "flag-irrigation-erosion-not-modelled",
        }
    }
}

/// A factor of soil loss by water with its reservations.
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

    #[test]
    fn a_remark_is_kept_once() {
        let factor = Factor::plain(1.0)
            .remarked(Remark::SteepExtrapolated, true)
            .remarked(Remark::Extrapolated, true)
            .remarked(Remark::Extrapolated, true)
            .remarked(Remark::SnowmeltNotModelled, false);
        assert_eq!(
            factor.remarks,
            [Remark::Extrapolated, Remark::SteepExtrapolated]
        );
    }
}
