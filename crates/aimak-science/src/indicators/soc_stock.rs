//! How much organic carbon lies in the upper 30 cm of soil?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::stock::FixedDepth;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotMean {
        recorded: Recorded::Carbon,
        value,
        parameters: &[("target_depth_cm", "30"), ("visit", "last_of_period")],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("soc_stock"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Топурактагы органикалык көмүртектин кору (0–30 см)",
        "Запас органического углерода в почве (0–30 см)",
        "Soil organic carbon stock (0–30 cm)",
    ),
    question: LocalText::fixed(
        "Топурактын үстүңкү 30 см катмарында канча органикалык көмүртек бар?",
        "Сколько органического углерода содержится в верхних 30 см почвы?",
        "How much organic carbon lies in the upper 30 cm of soil?",
    ),
    unit: Unit::TonneCarbonPerHectare,
    better: Direction::Higher,
    method: Cow::Borrowed("SOC_FD"),
    method_version: 1,
    formula: Cow::Borrowed("S = Σ cᵢ·ρᵢ·tᵢ·(1 − gᵢ)"),
    explanation: LocalText::fixed(
        "30 см тереңдикке чейинки ар бир катмардын көмүртеги (c, %), көлөмдүк тыгыздыгы (ρ) жана калыңдыгы (t) көбөйтүлөт, таштын \
         үлүшү (g) кемитилет, катмарлар кошулат. Байкоо аянтчалары боюнча орточо маани көрсөтүлөт; 95 % аралык башка аянтчалар тандалса маани канчага \
         өзгөрө аларын айтат. Топурак жумшарса же тыгыздалса, бирдей тереңдикте башка масса жатат: өзгөрүүнү бирдей массадагы \
         кор менен караңыз.",
        "Углерод (c, %), объёмная плотность (ρ) и толщина (t) каждого слоя до глубины 30 см перемножаются, доля камней (g) \
         вычитается, слои складываются. \
         Показано среднее по пробным площадкам; 95 % интервал говорит, насколько иным оно могло быть при другом выборе \
         площадок. Если почва разрыхлилась или уплотнилась, на той же глубине лежит другая масса: для изменений смотрите \
         запас в равной массе почвы.",
        "Carbon (c, %), bulk density (ρ) and thickness (t) of each layer down to 30 cm are multiplied, stones (g) are taken off, \
         layers are added up. Shown is the mean over sample plots; the 95 % interval says how different it could be had other plots been drawn. \
         Where soil was loosened or compacted, the same depth holds another mass: for change, see the stock on equal soil \
         mass.",
    ),
    valid_range: (0.0, 1000.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Poeplau, Vos & Don (2017), SOIL 3:61–66, doi:10.5194/soil-3-61-2017",
    )]),
    has_change: true,
};

/// Stock of a visit's profile, 0–30 cm.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    let stock = FixedDepth { depth_cm: 30.0 }.stock(&visit.soil)?;
    Ok(PlotValue {
        value: stock.carbon_t_per_ha,
        flags: stock.flags,
    })
}
