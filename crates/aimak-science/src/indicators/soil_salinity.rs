//! How much salt is in the plough layer?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::figure::SoilFigure;

/// What is read off a layer.
const FIGURE: SoilFigure = SoilFigure::Conductivity;

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
    id: Cow::Borrowed("soil_salinity"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Топурактын туздуулугу (электр өткөрүмдүүлүгү, 0–20 см)",
        "Засоление почвы (электропроводность, 0–20 см)",
        "Soil salinity (electrical conductivity, 0–20 cm)",
    ),
    question: LocalText::fixed(
        "Айдоо катмары канчалык шор?",
        "Насколько засолён пахотный слой?",
        "How salty is the plough layer?",
    ),
    unit: Unit::DecisiemensPerMetre,
    better: Direction::Lower,
    method: Cow::Borrowed("EC_EQUAL_DEPTH"),
    method_version: 1,
    formula: Cow::Borrowed("x = Σ xᵢ·tᵢ / Σ tᵢ"),
    explanation: LocalText::fixed(
        "Электр өткөрүмдүүлүк (x) 0–20 см катмарлардын калыңдыгы (t) боюнча орточолонот. Каныккан пастадан (ECe) \
         өлчөнгөндүн гана классы бар; 1:5 суспензиядагы (EC 1:5) бир нече эсе төмөн, аны курамы белгисиз топурак үчүн \
         которууга болбойт. Эки ыкма бир орточо санга кошулбайт жана салыштырылбайт. Натрий бул жерде эске алынбайт. \
         Класс — санды белгиленген шкала боюнча окуу; ал эки 95 % аралык ар башка класста жатканда гана өзгөрдү деп \
         айтылат. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "Электропроводность (x) усредняется по слоям 0–20 см с весом их толщины (t). Классы есть только у вытяжки из \
         насыщенной пасты (ECe); в суспензии 1:5 (EC 1:5) она в несколько раз ниже, и коэффициент зависит от \
         гранулометрического состава, поэтому не пересчитывается. Два способа не усредняются вместе и не сравниваются. \
         Натрий здесь не учтён. Класс — это чтение числа по названной шкале; о смене класса говорится, только если оба 95 \
         % интервала лежат в разных классах. 95 % интервал показывает неопределённость из-за выбора площадок.",
        "Electrical conductivity (x), averaged over the layers of 0–20 cm by their thickness (t). Only the extract of a \
         saturated paste (ECe) has classes; in a suspension of 1:5 it reads several times lower, by a factor that depends \
         on texture, and is not converted. The two are neither averaged together nor compared. Sodium is not judged here. \
         A class is a reading of the number by a named scale; a change of class is told only where the two 95 % intervals \
         lie in different classes. The 95 % interval shows the uncertainty from the choice of plots.",
    ),
    valid_range: (0.0, 200.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Richards (ed.) (1954), Diagnosis and Improvement of Saline and Alkali Soils, USDA Handbook 60",
    )]),
    has_change: true,
};

/// Mean over the plough layer of a visit.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    PlotValue::of_plough_layer(FIGURE, visit)
}
