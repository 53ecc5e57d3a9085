//! How much phosphorus can plants take up, by Machigin?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::figure::SoilFigure;

/// What is read off a layer.
const FIGURE: SoilFigure = SoilFigure::P2o5;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotMean {
        recorded: Recorded::Soil(FIGURE),
        value,
        parameters: &[
            ("nutrient_method", "machigin"),
            ("target_depth_cm", "20"),
            ("visit", "last_of_period"),
        ],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("soil_p2o5"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Жылма фосфор, Мачигин боюнча (P2O5, 0–20 см)",
        "Подвижный фосфор по Мачигину (P2O5, 0–20 см)",
        "Available phosphorus by Machigin (P2O5, 0–20 cm)",
    ),
    question: LocalText::fixed(
        "Айдоо катмарында өсүмдүк ала турган фосфор канча?",
        "Сколько доступного растениям фосфора в пахотном слое?",
        "How much phosphorus that plants can take up is in the plough layer?",
    ),
    unit: Unit::MilligramPerKilogram,
    better: Direction::Neutral,
    method: Cow::Borrowed("SOIL_EQUAL_DEPTH"),
    method_version: 1,
    formula: Cow::Borrowed("x = Σ xᵢ·tᵢ / Σ tᵢ"),
    explanation: LocalText::fixed(
        "Жылма фосфор (x) P2O5 түрүндө Мачигин боюнча (1 % аммоний карбонатынын эритмеси) — КМШ өлкөлөрүндө карбонаттуу \
         топурактар үчүн колдонулган ыкма; 0–20 см катмарлардын калыңдыгы (t) боюнча орточолонот. Олсен боюнча фосфор — \
         башка чоңдук, бири экинчисине которулбайт. Аз болсо өсүмдүккө жетпейт, ашыкчасы сууга жуулат, ошондуктан \
         жогорусу дайыма эле жакшы эмес. Класс — санды белгиленген шкала боюнча окуу; ал эки 95 % аралык ар башка класста \
         жатканда гана өзгөрдү деп айтылат. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "Подвижный фосфор (x) в виде P2O5 по Мачигину (1 % раствор углекислого аммония) — метод, принятый в СНГ для \
         карбонатных почв; усредняется по слоям 0–20 см с весом их толщины (t). Фосфор по Олсену — другая величина, одна \
         в другую не пересчитывается. При недостатке растениям его не хватает, избыток смывается в воду, поэтому больше \
         не всегда лучше. Класс — это чтение числа по названной шкале; о смене класса говорится, только если оба 95 % \
         интервала лежат в разных классах. 95 % интервал показывает неопределённость из-за выбора площадок.",
        "Available phosphorus (x) as P2O5 by Machigin (1 % ammonium carbonate), the method of the CIS for calcareous \
         soils; averaged over the layers of 0–20 cm by their thickness (t). Phosphorus by Olsen is another quantity, and \
         neither is converted into the other. Too little starves crops and too much is washed into water, so more is not \
         always better. A class is a reading of the number by a named scale; a change of class is told only where the two \
         95 % intervals lie in different classes. The 95 % interval shows the uncertainty from the choice of plots.",
    ),
    valid_range: (0.0, 10_000.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "GOST 26205-91, Soils — Determination of mobile compounds of phosphorus and potassium by Machigin method",
    )]),
    has_change: true,
};

/// Mean over the plough layer of a visit.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    PlotValue::of_plough_layer(FIGURE, visit)
}
