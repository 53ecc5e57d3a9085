//! How much phosphorus can plants take up, by Olsen?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::figure::SoilFigure;

/// What is read off a layer.
const FIGURE: SoilFigure = SoilFigure::POlsen;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotMean {
        recorded: Recorded::Soil(FIGURE),
        value,
        parameters: &[
            ("nutrient_method", "olsen"),
            ("target_depth_cm", "20"),
            ("visit", "last_of_period"),
        ],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("soil_p_olsen"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Жылма фосфор, Олсен боюнча (P, 0–20 см)",
        "Подвижный фосфор по Олсену (P, 0–20 см)",
        "Available phosphorus by Olsen (P, 0–20 cm)",
    ),
    question: LocalText::fixed(
        "Айдоо катмарында Олсен боюнча өсүмдүк ала турган фосфор канча?",
        "Сколько доступного растениям фосфора в пахотном слое по Олсену?",
        "How much phosphorus that plants can take up is in the plough layer, by Olsen?",
    ),
    unit: Unit::MilligramPerKilogram,
    better: Direction::Neutral,
    method: Cow::Borrowed("SOIL_EQUAL_DEPTH"),
    method_version: 1,
    formula: Cow::Borrowed("x = Σ xᵢ·tᵢ / Σ tᵢ"),
    explanation: LocalText::fixed(
        "Олсендин натрий бикарбонаты менен бөлүнүп алынган фосфор (x), элемент түрүндө, 0–20 см катмарлардын калыңдыгы \
         (t) боюнча орточолонот. Мачигин боюнча P2O5 — башка чоңдук, бири экинчисине которулбайт. Класс — санды \
         белгиленген шкала боюнча окуу; ал эки 95 % аралык ар башка класста жатканда гана өзгөрдү деп айтылат. 95 % \
         аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "Фосфор (x), извлечённый бикарбонатом натрия по Олсену, в виде элемента, усредняется по слоям 0–20 см с весом их \
         толщины (t). P2O5 по Мачигину — другая величина, одна в другую не пересчитывается. Класс — это чтение числа по \
         названной шкале; о смене класса говорится, только если оба 95 % интервала лежат в разных классах. 95 % интервал \
         показывает неопределённость из-за выбора площадок.",
        "Phosphorus (x) extracted by sodium bicarbonate after Olsen, as the element, averaged over the layers of 0–20 cm \
         by their thickness (t). P2O5 by Machigin is another quantity, and neither is converted into the other. A class \
         is a reading of the number by a named scale; a change of class is told only where the two 95 % intervals lie in \
         different classes. The 95 % interval shows the uncertainty from the choice of plots.",
    ),
    valid_range: (0.0, 10_000.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Olsen, Cole, Watanabe & Dean (1954), USDA Circular 939",
    )]),
    has_change: true,
};

/// Mean over the plough layer of a visit.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    PlotValue::of_plough_layer(FIGURE, visit)
}
