//! How much potassium can plants take up, by Machigin?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::figure::SoilFigure;

/// What is read off a layer.
const FIGURE: SoilFigure = SoilFigure::K2o;

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
    id: Cow::Borrowed("soil_k2o"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Алмашма калий, Мачигин боюнча (K2O, 0–20 см)",
        "Обменный калий по Мачигину (K2O, 0–20 см)",
        "Available potassium by Machigin (K2O, 0–20 cm)",
    ),
    question: LocalText::fixed(
        "Айдоо катмарында өсүмдүк ала турган калий канча?",
        "Сколько доступного растениям калия в пахотном слое?",
        "How much potassium that plants can take up is in the plough layer?",
    ),
    unit: Unit::MilligramPerKilogram,
    better: Direction::Neutral,
    method: Cow::Borrowed("SOIL_EQUAL_DEPTH"),
    method_version: 1,
    formula: Cow::Borrowed("x = Σ xᵢ·tᵢ / Σ tᵢ"),
    explanation: LocalText::fixed(
        "Алмашма калий (x) K2O түрүндө Мачигин боюнча (1 % аммоний карбонатынын эритмеси) — КМШ өлкөлөрүндө карбонаттуу \
         топурактар үчүн колдонулган ыкма; 0–20 см катмарлардын калыңдыгы (t) боюнча орточолонот. Класс — санды \
         белгиленген шкала боюнча окуу; ал эки 95 % аралык ар башка класста жатканда гана өзгөрдү деп айтылат. 95 % \
         аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "Обменный калий (x) в виде K2O по Мачигину (1 % раствор углекислого аммония) — метод, принятый в СНГ для \
         карбонатных почв; усредняется по слоям 0–20 см с весом их толщины (t). Класс — это чтение числа по названной \
         шкале; о смене класса говорится, только если оба 95 % интервала лежат в разных классах. 95 % интервал показывает \
         неопределённость из-за выбора площадок.",
        "Available potassium (x) as K2O by Machigin (1 % ammonium carbonate), the method of the CIS for calcareous soils; \
         averaged over the layers of 0–20 cm by their thickness (t). A class is a reading of the number by a named scale; \
         a change of class is told only where the two 95 % intervals lie in different classes. The 95 % interval shows \
         the uncertainty from the choice of plots.",
    ),
    valid_range: (0.0, 100_000.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "GOST 26205-91, Soils — Determination of mobile compounds of phosphorus and potassium by Machigin method",
    )]),
    has_change: true,
};

/// Mean over the plough layer of a visit.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    PlotValue::of_plough_layer(FIGURE, visit)
}
