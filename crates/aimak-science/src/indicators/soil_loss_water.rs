//! How much soil does the rain carry off the slopes?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, LossFigure, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::SoilLoss(LossFigure::Whole),
};

static CARD: Card = Card {
    id: Cow::Borrowed("soil_loss_water"),
    theme: Theme::Erosion,
    name: LocalText::fixed(
        "Эңкейиши 50 %га чейинки боорлордон жамгыр жууп кеткен топурак",
        "Смыв почвы дождём на склонах до 50 %",
        "Soil carried off by rain on slopes up to 50 %",
    ),
    question: LocalText::fixed(
        "Бир гектардан жылына канча топурак жуулуп кетет?",
        "Сколько почвы смывается с гектара за год?",
        "How much soil does a hectare lose in a year?",
    ),
    unit: Unit::TonnePerHectareYear,
    better: Direction::Lower,
    method: Cow::Borrowed("RUSLE"),
    method_version: 1,
    formula: Cow::Borrowed("A = R·K·L·S·C·P; C = C₀ + (C₁ − C₀)·(1 − F)"),
    explanation: LocalText::fixed(
        "Бул өлчөө эмес, модель: R — жаандын күчү (станциянын айлык жааны боюнча, кар эсептелбейт), K — топурактын жуулгучтугу, \
         L жана S — боордун узундугу (122 м чейин) менен тиктиги, C — жердин түрү жана вегетация мезгилиндеги жашылдык (F) боюнча жабылуу, \
         P — эрозияга каршы ыкма (белгисиз, ошондуктан 1). 50 %дан тик боорлор эсепке кирбейт, анткени модель ал жерде текшерилген эмес; \
         суу, муз жана айыл-кыштактар да кирбейт. Сан көп жылдык орточо беттик эрозияны көрсөтөт: жарлар, көчкүлөр, сел, кар суусу \
         жана сугат жууган топурак анын ичинде жок. 95 % аралык R, K, LS жана C көбөйтүндүлөрүнүн белгисиздигин көрсөтөт \
         (CV 0,30; 0,25; 0,20; 0,40), башка жылдардын аба ырайын эмес.",
        "Это модель, а не измерение: R — сила дождей (по месячным осадкам станции, без снега), K — смываемость почвы, L и S — длина \
         (до 122 м) и крутизна склона, C — защита растительностью по виду земель и зелёности сезона (F), P — противоэрозионные приёмы \
         (неизвестны, поэтому 1). Склоны круче 50 % не учитываются: там модель не проверена; вода, лёд и населённые \
         пункты тоже не учитываются. Число описывает многолетний плоскостной смыв: овраги, оползни, сели, талые воды и смыв при поливе в него \
         не входят. 95 % интервал показывает неопределённость множителей R, K, LS и C (CV 0,30; 0,25; 0,20; 0,40), а не погоду других лет.",
        "A model, not a measurement: R is the force of the rain (from the monthly rain of a station, snow left out), K how easily the soil \
         is washed off, L and S length (up to 122 m) and steepness of the slope, C the protection by plants from land cover and the \
         greenness of the season (F), P practices against erosion (unknown, so 1). Slopes above 50 % are left out, because the model was \
         never tested there; so are water, ice and settlements. The figure describes long-term sheet and rill erosion: gullies, \
         landslides, mudflows, snow-melt and erosion by irrigation are not in it. The 95 % interval shows the uncertainty of the factors R, K, LS \
         and C (CV 0.30, 0.25, 0.20, 0.40), not the weather of other years.",
    ),
    valid_range: (0.0, 2000.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed("Renard et al. (1997), USDA Agriculture Handbook 703"),
        Cow::Borrowed("Desmet & Govers (1996), J. Soil Water Conserv. 51:427–433"),
        Cow::Borrowed(
            "Renard & Freimund (1994), J. Hydrol. 157:287–306, doi:10.1016/0022-1694(94)90110-4",
        ),
        Cow::Borrowed(
            "Panagos et al. (2015), Land Use Policy 48:38–50, doi:10.1016/j.landusepol.2015.05.021",
        ),
    ]),
    has_change: true,
};
