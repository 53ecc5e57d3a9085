//! How evenly is the land shared among crops?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Reason, Theme, Unit, Withheld};

use super::{Indicator, Measure, Recorded};
use crate::diversity::{community::Community, hill::hill_number};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Together {
        recorded: Recorded::Crops,
        reach: None,
        value,
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("crop_diversity"),
    theme: Theme::Farming,
    name: LocalText::fixed(
        "Айыл чарба өсүмдүктөрүнүн ар түрдүүлүгү (эффективдүү саны)",
        "Разнообразие культур (эффективное число)",
        "Diversity of crops (effective number)",
    ),
    question: LocalText::fixed(
        "Айдоо жери канча айыл чарба өсүмдүгүнө бөлүнгөн жана канчалык тең бөлүнгөн?",
        "Между сколькими культурами поделена земля и насколько равномерно?",
        "Among how many crops is the land shared, and how evenly?",
    ),
    unit: Unit::EffectiveCrops,
    better: Direction::Higher,
    method: Cow::Borrowed("CROP_HILL_1"),
    method_version: 1,
    formula: Cow::Borrowed("¹D = exp(−Σᵢ pᵢ ln pᵢ), pᵢ = Σⱼ aᵢⱼ / Σᵢⱼ aᵢⱼ"),
    explanation: LocalText::fixed(
        "Суралган j чарбаларынын бардык i өсүмдүгүнүн аянты (aᵢⱼ, га) кошулат, ар биринин үлүшү pᵢ табылат. Натыйжа — жер тең бөлүнсө, \
         ушундай эле ар түрдүүлүктү бере турган өсүмдүктөрдүн саны: жер толугу менен бир өсүмдүктүкү болсо — 1. Чоң чарбанын салмагы чоңураак. \
         Бир өсүмдүктүн сорттору бир өсүмдүк деп эсептелет. 95 % аралык чарбаларды кайра тандоо менен алынат.",
        "Площади всех культур i у опрошенных хозяйств j (aᵢⱼ, га) складываются, и находится доля каждой культуры pᵢ. Результат — число культур, которое \
         дало бы такое же разнообразие, если бы земля делилась поровну: 1, если вся земля под одной культурой. Крупное хозяйство весит больше. \
         Сорта одной культуры считаются одной культурой. 95 % интервал получен повторным выбором хозяйств.",
        "The areas of all crops i of the farms j that were asked (aᵢⱼ, ha) are added up, and the share pᵢ of each crop is found. The result is the number of \
         crops that would be as diverse if the land were shared evenly: 1 where all land has one crop. A large farm weighs more. \
         Varieties of a crop count as one crop. The 95 % interval comes from drawing the farms again.",
    ),
    valid_range: (1.0, 1000.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed("Hill (1973), Ecology 54:427–432, doi:10.2307/1934352"),
        Cow::Borrowed("Jost (2006), Oikos 113:363–375, doi:10.1111/j.2006.0030-1299.14714.x"),
    ]),
    has_change: true,
};

/// Hill number of order 1 of the areas.
fn value(community: &Community, times: &[u32], _target: Option<f64>) -> Result<f64, Withheld> {
    hill_number(&community.pooled_shares(times), 1.0).ok_or(Withheld::because(Reason::NoData))
}

#[cfg(test)]
mod tests {
    use aimak_core::{Grown, PartialDate, Visit, VisitTime};

    use super::*;

    fn farm(crops: &[(&str, &str, Option<f64>)]) -> Visit {
        let grown = |(crop, variety, hectares): &(&str, &str, Option<f64>)| Grown {
            crop: (*crop).to_owned(),
            variety: Some((*variety).to_owned()),
            hectares: *hectares,
        };
        Visit {
            crops: crops.iter().map(grown).collect(),
            ..Visit::at(VisitTime::Date(PartialDate::Year(2022)))
        }
    }

    #[test]
    fn the_six_areas_of_methods_e5() {
        // 12, 8, 5, 3, 1.5, 0.5 ha; wheat in two varieties on two farms
        let one = farm(&[
            ("wheat", "a", Some(7.0)),
            ("wheat", "b", Some(2.0)),
            ("bean", "c", Some(8.0)),
            ("maize", "d", Some(5.0)),
        ]);
        let other = farm(&[
            ("wheat", "a", Some(3.0)),
            ("potato", "e", Some(3.0)),
            ("onion", "f", Some(1.5)),
            ("flax", "g", Some(0.5)),
        ]);
        let community = Recorded::Crops.community(&[&one, &other]).unwrap();
        let found = value(&community, &[1, 1], None).unwrap();
        assert!((found - 4.33142).abs() < 5e-6, "{found}");
    }

    #[test]
    fn one_crop_is_one_and_unknown_areas_are_refused() {
        let one = farm(&[("wheat", "a", Some(2.0)), ("wheat", "b", Some(9.0))]);
        let community = Recorded::Crops.community(&[&one]).unwrap();
        assert!((value(&community, &[1], None).unwrap() - 1.0).abs() < 1e-12);
        let unknown = farm(&[("wheat", "a", None)]);
        let refused = Recorded::Crops.community(&[&unknown]).unwrap_err();
        assert_eq!(refused.reason, Reason::EffortMissing);
    }
}
