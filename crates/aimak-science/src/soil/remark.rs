//! Which reservation travels with a figure of soil?

use aimak_core::Message;

/// Something a reader must know about a figure. Results keep it; it does not remove the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// The input lies outside what the equation was fitted to (`EXTRAPOLATED`).
    Extrapolated,
    /// Carbon from loss on ignition (`SOM_LOI`).
    MatterByLossOnIgnition,
    /// Nobody said whether Walkley–Black carbon was corrected for recovery.
    DichromateRecoveryUnstated,
    /// Bulk density from a pedotransfer function (`BD_PTF`).
    DensityByPedotransfer,
    /// Bulk density of the same field on another date.
    DensityOfOtherDate,
    /// Texture by the limits of the USDA, interpolated from a Kachinsky analysis.
    KachinskyInterpolated,
    /// Grains of 1–2 mm were not sieved and are taken as none.
    GrainsAboveOneMillimetreAssumedAbsent,
    /// Several layers without bulk density, averaged by thickness and not by mass.
    AveragedByThickness,
    /// The spline crosses a gap between layers.
    SplineAcrossGap,
    /// The index summarises by weights that are judgement, on curves fitted to soils of the USA.
    IndexIsJudgement,
    /// pH of calcareous soil scores low although it is native.
    CalcareousSoilPenalised,
    /// Above-ground residue of the crop is taken as cut and carried off: no coefficient exists.
    ResidueTakenAsCut,
    /// No range is published for one of the factors; the interval leaves its uncertainty out.
    FactorRangeUnknown,
}

impl Remark {
    /// All remarks.
    pub const ALL: [Self; 13] = [
        Self::Extrapolated,
        Self::MatterByLossOnIgnition,
        Self::DichromateRecoveryUnstated,
        Self::DensityByPedotransfer,
        Self::DensityOfOtherDate,
        Self::KachinskyInterpolated,
        Self::GrainsAboveOneMillimetreAssumedAbsent,
        Self::AveragedByThickness,
        Self::SplineAcrossGap,
        Self::IndexIsJudgement,
        Self::CalcareousSoilPenalised,
        Self::ResidueTakenAsCut,
        Self::FactorRangeUnknown,
    ];

    /// The entry of the catalogue that words it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Extrapolated => "flag-soil-extrapolated",
            Self::MatterByLossOnIgnition => "flag-soil-loss-on-ignition",
            Self::DichromateRecoveryUnstated => "flag-soil-recovery-unstated",
            Self::DensityByPedotransfer => "flag-soil-density-pedotransfer",
            Self::DensityOfOtherDate => "flag-soil-density-other-date",
            Self::KachinskyInterpolated => "flag-soil-kachinsky-interpolated",
            Self::GrainsAboveOneMillimetreAssumedAbsent => "flag-soil-grains-assumed-absent",
            Self::AveragedByThickness => "flag-soil-averaged-by-thickness",
            Self::SplineAcrossGap => "flag-soil-spline-across-gap",
            Self::IndexIsJudgement => "flag-soil-index-judgement",
            Self::CalcareousSoilPenalised => "flag-soil-index-calcareous",
            Self::ResidueTakenAsCut => "flag-soil-residue-taken-as-cut",
            Self::FactorRangeUnknown => "flag-soil-factor-range-unknown",
        }
    }
}

impl From<Remark> for Message {
    fn from(remark: Remark) -> Self {
        Self::new(remark.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::soil::tier1::Sign;

    #[test]
    fn every_remark_and_sign_has_words_in_three_languages() {
        let texts = [
            include_str!("../../../../atlas-web/texts/ky/science.ftl"),
            include_str!("../../../../atlas-web/texts/ru/science.ftl"),
            include_str!("../../../../atlas-web/texts/en/science.ftl"),
        ];
        let signs = [Sign::Gain, Sign::Loss, Sign::NotDetermined, Sign::NoChange].map(Sign::key);
        for key in Remark::ALL.map(Remark::key).into_iter().chain(signs) {
            let entry = format!("\n{key} = ");
            assert!(texts.iter().all(|text| text.contains(&entry)), "{entry}");
        }
    }
}
