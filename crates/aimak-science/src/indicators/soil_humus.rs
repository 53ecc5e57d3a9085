//! How much humus is in the plough layer?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::figure::SoilFigure;

/// What is read off a layer.
const FIGURE: SoilFigure = SoilFigure::Humus;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotMean {
        recorded: Recorded::Soil(FIGURE),
        value,
        parameters: &[
            ("humus_method", "tyurin"),
            ("target_depth_cm", "20"),
            ("visit", "last_of_period"),
        ],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("soil_humus"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Айдоо катмарындагы чиринди (0–20 см)",
        "Гумус в пахотном слое (0–20 см)",
        "Humus of the plough layer (0–20 cm)",
    ),
    question: LocalText::fixed(
        "Айдоо катмарында канча чиринди бар?",
        "Сколько гумуса в пахотном слое?",
        "How much humus is in the plough layer?",
    ),
    unit: Unit::PercentOfFineEarth,
    better: Direction::Higher,
    method: Cow::Borrowed("SOIL_EQUAL_DEPTH"),
    method_version: 1,
    formula: Cow::Borrowed("x = Σ xᵢ·tᵢ / Σ tᵢ"),
    explanation: LocalText::fixed(
        "Тюрин боюнча аныкталган чиринди (x), лаборатория жазгандай, 0–20 см катмарлардын калыңдыгы (t) боюнча \
         орточолонот. Башка ыкма менен (кургак күйгүзүү, күйгүзгөндөгү жоготуу) аныкталган көмүртек бул жерге кирбейт: \
         ыкмалар аралаштырылбайт. Класс — санды белгиленген шкала боюнча окуу; ал эки 95 % аралык ар башка класста \
         жатканда гана өзгөрдү деп айтылат. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "Гумус по Тюрину (x), как его записала лаборатория, усредняется по слоям 0–20 см с весом их толщины (t). Углерод, \
         определённый другим методом (сухое сжигание, потеря при прокаливании), сюда не входит: методы не смешиваются. \
         Класс — это чтение числа по названной шкале; о смене класса говорится, только если оба 95 % интервала лежат в \
         разных классах. 95 % интервал показывает неопределённость из-за выбора площадок.",
        "Humus by Tyurin (x) as the laboratory wrote it, averaged over the layers of 0–20 cm by their thickness (t). \
         Carbon found by another method (dry combustion, loss on ignition) does not enter: methods are not mixed. A class \
         is a reading of the number by a named scale; a change of class is told only where the two 95 % intervals lie in \
         different classes. The 95 % interval shows the uncertainty from the choice of plots.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed(
            "GOST 26213-91, Soils — Methods for determination of organic matter (Tyurin)",
        ),
        Cow::Borrowed("DSTU 4362:2004 (classes of humus)"),
    ]),
    has_change: true,
};

/// Mean over the plough layer of a visit.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    PlotValue::of_plough_layer(FIGURE, visit)
}
