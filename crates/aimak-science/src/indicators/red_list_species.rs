//! How many threatened species grow on a plot?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, SpeciesMark, Theme, Unit};

use super::{Indicator, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Marked(SpeciesMark::RedList),
};

static CARD: Card = Card {
    id: Cow::Borrowed("red_list_species"),
    theme: Theme::Biodiversity,
    name: LocalText::fixed(
        "Аянтчадагы Кызыл тизменин түрлөрү",
        "Виды Красного списка на площадке",
        "Red List species on a plot",
    ),
    question: LocalText::fixed(
        "Бир аянтчада орто эсеп менен жок болуу коркунучундагы канча түр кездешет?",
        "Сколько видов под угрозой исчезновения в среднем встречается на площадке?",
        "How many threatened species occur on a plot on average?",
    ),
    unit: Unit::SpeciesPerPlot,
    better: Direction::Higher,
    method: Cow::Borrowed("MARKED_SPECIES_RED_LIST"),
    method_version: 1,
    formula: Cow::Borrowed("r = (1/n)·Σⱼ rⱼ"),
    explanation: LocalText::fixed(
        "Ар бир j аянтчасында долбоордун тизмеси Кызыл тизмеге киргизген түрлөр саналат (rⱼ), анан n аянтчанын орточосу алынат. Тизме категорияларды берсе, CR, EN жана VU (жана жок болду деп эсептелген EX, EW, RE) \
         эсептелет, NT эсептелбейт. Тизме айтпаган түр эсептелбейт; алардын саны айтылат. Чоң аянтчада же узак издегенде көп түр табылат, ошондуктан бирдей чоңдуктагы жана бирдей ыкма менен изилденген \
         аянтчаларды гана салыштырыңыз. Түрлөрдүн аттары менен жерлери жарыяланбайт. Көбү жакшы дегени: сейрек түрлөр мында көбүрөөк жашайт — дагы башка түрлөр сейрек болуп калды дегени эмес. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "На каждой площадке j считаются виды, которые список проекта относит к Красному списку (rⱼ), затем берётся среднее по n площадкам. Если список даёт категории, считаются CR, EN и VU (и считавшиеся исчезнувшими EX, EW, RE), \
         но не NT. Вид, о котором список молчит, не считается; их число указано. На большой площадке и при долгом поиске находят больше, поэтому сравнивать можно только площадки одного размера, обследованные \
         одним способом. Названия и места видов не публикуются. Чем больше, тем лучше — в том смысле, что здесь живёт больше редких видов, а не что редких видов стало больше. 95 % интервал показывает неопределённость выбора площадок.",
        "On each plot j the species that the project's list puts on the Red List are counted (rⱼ), then averaged over n plots. Where the list gives categories, CR, EN and VU count (and EX, EW, RE, thought gone), NT does \
         not. A species of which the list does not speak does not count; how many these are is told. Large plots and long searches find more, so only plots of one size searched in one way \
         can be compared. Neither names nor places of the species are published. More is better in that more of the rare species live here, not in that more species became rare. The 95 % interval tells how uncertain the choice of plots makes the mean.",
    ),
    valid_range: (0.0, 1000.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "IUCN (2012), Red List Categories and Criteria, version 3.1, second edition",
    )]),
    has_change: true,
};
