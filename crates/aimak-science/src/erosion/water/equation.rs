//! Which equations are there for a factor of soil loss?

use super::{cover, erodibility, erosivity, practice, topography};
pub use crate::erosion::Equation;

/// Every equation for a factor of soil loss.
pub const EQUATIONS: &[Equation] = &[
    erosivity::RenardFreimundAnnual::EQUATION,
    erosivity::RenardFreimundFournier::EQUATION,
    erodibility::Epic::EQUATION,
    erodibility::Nomograph::EQUATION,
    erodibility::MeanDiameter::EQUATION,
    topography::McCoolSteepness::EQUATION,
    topography::NearingSteepness::EQUATION,
    topography::LiuSteepness::EQUATION,
    topography::McCoolExponent::EQUATION,
    topography::InvestExponent::EQUATION,
    topography::DesmetGovers::EQUATION,
    topography::InvestSlopeLength::EQUATION,
    cover::VanDerKnijff::EQUATION,
    cover::Durigon::EQUATION,
    cover::Almagro::EQUATION,
    cover::Kulikov::EQUATION,
    cover::CoverRange::EQUATION,
    cover::ArableCover::EQUATION,
    practice::HandbookPractice::EQUATION,
    practice::ShinPractice::EQUATION,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_unique_and_every_card_is_full() {
        let ids: BTreeSet<_> = EQUATIONS.iter().map(|equation| equation.id).collect();
        assert_eq!(ids.len(), EQUATIONS.len());
        for card in EQUATIONS {
            let texts = [card.id, card.formula, card.unit, card.holds, card.reference];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", card.id);
        }
    }
}
