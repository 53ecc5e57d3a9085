//! How many species that tell of a good state of their habitat grow on a plot?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, SpeciesMark, Theme, Unit};

use super::{Indicator, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Marked(SpeciesMark::Indicator),
};

static CARD: Card = Card {
    id: Cow::Borrowed("indicator_species"),
    theme: Theme::Biodiversity,
    name: LocalText::fixed(
        "Аянтчадагы көрсөткүч түрлөр",
        "Виды-индикаторы на площадке",
        "Indicator species on a plot",
    ),
    question: LocalText::fixed(
        "Бир аянтчада жердин абалын билдирген канча түр орто эсеп менен кездешет?",
        "Сколько видов, говорящих о состоянии места, в среднем встречается на площадке?",
        "How many species that tell of the state of the habitat occur on a plot on average?",
    ),
    unit: Unit::SpeciesPerPlot,
    better: Direction::Neutral,
    method: Cow::Borrowed("MARKED_SPECIES_INDICATOR"),
    method_version: 1,
    formula: Cow::Borrowed("r = (1/n)·Σⱼ rⱼ"),
    explanation: LocalText::fixed(
        "Ар бир j аянтчасында долбоордун тизмеси көрсөткүч деп белгилеген түрлөр саналат (rⱼ), анан n аянтчанын орточосу алынат. Алар эмнени билдирерин — туруктуу шалбааныбы же бузулган жайыттыбы — тизме айтат. Тизме айтпаган түр \
         эсептелбейт; алардын саны айтылат. Чоң аянтчада же узак издегенде көп түр табылат, ошондуктан бирдей чоңдуктагы жана бирдей ыкма менен изилденген аянтчаларды гана салыштырыңыз. \
         95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "На каждой площадке j считаются виды, отмеченные в списке проекта как индикаторы (rⱼ), затем берётся среднее по n площадкам. О чём они говорят — об устойчивом луге или о сбитом пастбище, — решает список. Вид, о котором список \
         молчит, не считается; их число указано. На большой площадке и при долгом поиске находят больше, поэтому сравнивать можно только площадки одного размера, обследованные одним способом. \
         95 % интервал показывает неопределённость выбора площадок.",
        "On each plot j the species that the project's list marks as indicators are counted (rⱼ), then averaged over n plots. What they tell of, a sound meadow or a worn pasture, is for the list to say. A species of which the list does \
         not speak does not count; how many these are is told. Large plots and long searches find more, so only plots of one size searched in one way can be compared. \
         The 95 % interval tells how uncertain the choice of plots makes the mean.",
    ),
    valid_range: (0.0, 1000.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Dufrêne & Legendre (1997), Ecol. Monogr. 67:345–366, doi:10.1890/0012-9615(1997)067[0345:SAAIST]2.0.CO;2",
    )]),
    has_change: true,
};
