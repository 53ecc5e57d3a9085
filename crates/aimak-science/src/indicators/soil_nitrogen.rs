//! How much nitrogen of all forms is in the plough layer?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::figure::SoilFigure;

/// What is read off a layer.
const FIGURE: SoilFigure = SoilFigure::Nitrogen;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotMean {
        recorded: Recorded::Soil(FIGURE),
        value,
        parameters: &[("target_depth_cm", "20"), ("visit", "last_of_period")],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("soil_nitrogen"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Айдоо катмарындагы жалпы азот (0–20 см)",
        "Общий азот в пахотном слое (0–20 см)",
        "Total nitrogen of the plough layer (0–20 cm)",
    ),
    question: LocalText::fixed(
        "Айдоо катмарында бардык түрдөгү азот канча?",
        "Сколько азота всех форм в пахотном слое?",
        "How much nitrogen of all forms is in the plough layer?",
    ),
    unit: Unit::PercentOfFineEarth,
    better: Direction::Higher,
    method: Cow::Borrowed("SOIL_EQUAL_DEPTH"),
    method_version: 1,
    formula: Cow::Borrowed("x = Σ xᵢ·tᵢ / Σ tᵢ"),
    explanation: LocalText::fixed(
        "Жалпы азот (x) 0–20 см катмарлардын калыңдыгы (t) боюнча орточолонот. Бул азоттун бүт кору, өсүмдүк ушул жылы ала \
         турган бөлүгү эмес. Класс — санды белгиленген шкала боюнча окуу; ал эки 95 % аралык ар башка класста жатканда \
         гана өзгөрдү деп айтылат. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "Общий азот (x) усредняется по слоям 0–20 см с весом их толщины (t). Это весь азот почвы, а не та часть, которую \
         растения получат в этом году. Класс — это чтение числа по названной шкале; о смене класса говорится, только если \
         оба 95 % интервала лежат в разных классах. 95 % интервал показывает неопределённость из-за выбора площадок.",
        "Total nitrogen (x), averaged over the layers of 0–20 cm by their thickness (t). It is all nitrogen of the soil, \
         not the part plants can take up this year. A class is a reading of the number by a named scale; a change of \
         class is told only where the two 95 % intervals lie in different classes. The 95 % interval shows the \
         uncertainty from the choice of plots.",
    ),
    valid_range: (0.0, 10.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "ISO 11261:1995, Soil quality — Determination of total nitrogen (modified Kjeldahl)",
    )]),
    has_change: true,
};

/// Mean over the plough layer of a visit.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    PlotValue::of_plough_layer(FIGURE, visit)
}
