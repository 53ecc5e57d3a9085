//! How much of the change of soil loss did the rain make?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, LossFigure, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::SoilLoss(LossFigure::Rain),
};

static CARD: Card = Card {
    id: Cow::Borrowed("soil_loss_water_rain"),
    theme: Theme::Erosion,
    name: LocalText::fixed(
        "Топурак жуулушу: жаандын салымы",
        "Смыв почвы: вклад дождей",
        "Soil loss: contribution of rain",
    ),
    question: LocalText::fixed(
        "Модель топурак жуулушунун кандай өзгөрүшүн жаанга байланыштырат?",
        "Какое изменение смыва почвы модель относит на дожди?",
        "What change in the loss of soil does the model put down to rain?",
    ),
    unit: Unit::TonnePerHectareYear,
    better: Direction::Lower,
    method: Cow::Borrowed("RUSLE_SPLIT"),
    method_version: 1,
    formula: Cow::Borrowed("½·[(A₀₁ − A₀₀) + (A₁₁ − A₁₀)]"),
    explanation: LocalText::fixed(
        "Жуулуш төрт жолу эсептелет: Aᵢⱼ — i мезгилинин жери, j мезгилинин жааны (0 — мурда, 1 — кийин). Жаандын салымы — эки тартиптин \
         орточосу, экөө тең бирдей жерде салыштырылат. Ал дыйкандын эмгеги эмес, аба ырайы; аймактар аны менен салыштырылбайт. \
         95 % аралык R, K, LS жана C белгисиздигин көрсөтөт, башка жылдардын жаанын эмес.",
        "Смыв вычисляется четыре раза: Aᵢⱼ — земля периода i под дождями периода j (0 — до, 1 — после). Вклад дождей — среднее обоих порядков, \
         сравнение всегда на одинаковой земле. Это погода, а не заслуга земледельца; аймаки по нему не сравниваются. \
         95 % интервал показывает неопределённость R, K, LS и C, а не дожди других лет.",
        "The loss is computed four times: Aᵢⱼ is the land of period i under the rain of period j (0 before, 1 after). The contribution of rain is the \
         mean of both orders, always compared on the same land. It is weather and no doing of a farmer; areas are not compared by it. The \
         95 % interval shows the uncertainty of R, K, LS and C, not the rain of other years.",
    ),
    valid_range: (-2000.0, 2000.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed(
            "Renard & Freimund (1994), J. Hydrol. 157:287–306, doi:10.1016/0022-1694(94)90110-4",
        ),
        Cow::Borrowed("Shorrocks (2013), J. Econ. Inequal. 11:99–126"),
    ]),
    has_change: true,
};
