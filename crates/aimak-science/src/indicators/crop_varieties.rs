//! How many varieties does a farm keep?

use std::{borrow::Cow, collections::BTreeSet};

use aimak_core::{Card, Direction, LocalText, Message, Reason, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotMean {
        recorded: Recorded::Crops,
        value,
        parameters: &[("visit", "last_of_period")],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("crop_varieties"),
    theme: Theme::Farming,
    name: LocalText::fixed(
        "Чарбадагы сорттордун саны",
        "Число сортов в хозяйстве",
        "Varieties on a farm",
    ),
    question: LocalText::fixed(
        "Бир чарба орто эсеп менен канча сорт өстүрөт?",
        "Сколько сортов в среднем выращивает одно хозяйство?",
        "How many varieties does a farm grow on average?",
    ),
    unit: Unit::Varieties,
    better: Direction::Higher,
    method: Cow::Borrowed("VARIETIES_PER_FARM"),
    method_version: 1,
    formula: Cow::Borrowed("v = (1/n)·Σⱼ vⱼ"),
    explanation: LocalText::fixed(
        "Ар бир j чарбасынын ар башка өсүмдүк-сорт жуптары саналат (vⱼ), анан n чарбанын орточосу алынат. Сорту жазылбаган өсүмдүк бир сорт деп \
         эсептелет жана белгиленет, ошондуктан чыныгы сан андан көп болушу мүмкүн. Эки башка аталган бир сорт эки болуп саналат: аттардын тизмеси \
         керек. 95 % аралык чарбаларды тандоонун белгисиздигин көрсөтөт.",
        "У каждого хозяйства j считаются разные пары «культура — сорт» (vⱼ), затем берётся среднее по n хозяйствам. Культура без записанного сорта \
         считается одним сортом и отмечается, поэтому настоящее число может быть больше. Один сорт под двумя названиями — это два: нужен \
         список названий. 95 % интервал показывает неопределённость выбора хозяйств.",
        "On each farm j the different pairs of crop and variety are counted (vⱼ), then averaged over n farms. A crop without a noted variety counts \
         as one and is flagged, so the true number may be higher. One variety under two names is two: a list of names is needed. The \
         95 % interval tells how uncertain the choice of farms makes the mean.",
    ),
    valid_range: (0.0, 1000.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Jarvis et al. (2008), PNAS 105:5326–5331, doi:10.1073/pnas.0800607105",
    )]),
    has_change: true,
};

/// Different pairs of crop and variety.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    if visit.crops.is_empty() {
        return Err(Withheld::because(Reason::NoData));
    }
    let varieties: BTreeSet<(&str, Option<&str>)> = visit
        .crops
        .iter()
        .map(|grown| (grown.crop.as_str(), grown.variety.as_deref()))
        .collect();
    let unnamed = varieties.iter().any(|(_, variety)| variety.is_none());
    Ok(PlotValue {
        value: varieties.len() as f64,
        flags: unnamed
            .then(|| Message::new("flag-varieties-not-noted"))
            .into_iter()
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use aimak_core::{Grown, PartialDate, VisitTime};

    use super::*;

    #[test]
    fn a_variety_counts_once_and_an_unnamed_one_is_flagged() {
        let grown = |crop: &str, variety: Option<&str>| Grown {
            crop: crop.to_owned(),
            variety: variety.map(str::to_owned),
            hectares: None,
        };
        let mut visit = Visit {
            crops: vec![
                grown("bean", Some("Lopatka")),
                grown("bean", Some("Lopatka")),
                grown("bean", Some("Ryaba")),
                grown("wheat", Some("Lopatka")),
            ],
            ..Visit::at(VisitTime::Date(PartialDate::Year(2022)))
        };
        let found = value(&visit).unwrap();
        assert!(found.value == 3.0 && found.flags.is_empty());
        visit.crops.push(grown("wheat", None));
        let found = value(&visit).unwrap();
        assert!(found.value == 4.0 && found.flags.len() == 1);
        visit.crops.clear();
        assert_eq!(value(&visit).unwrap_err().reason, Reason::NoData);
    }
}
