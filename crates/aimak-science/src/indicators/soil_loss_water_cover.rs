//! How much of the change of soil loss did the plant cover make?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, LossFigure, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::SoilLoss(LossFigure::Cover),
};

static CARD: Card = Card {
    id: Cow::Borrowed("soil_loss_water_cover"),
    theme: Theme::Erosion,
    name: LocalText::fixed(
        "Топурак жуулушу: өсүмдүк каптоосунун салымы (чарба жүргүзүү менен аба ырайы чогуу)",
        "Смыв почвы: вклад растительного покрова (хозяйство и погода вместе)",
        "Soil loss: contribution of plant cover (management and weather together)",
    ),
    question: LocalText::fixed(
        "Модель топурак жуулушунун кандай өзгөрүшүн өсүмдүк каптоосуна байланыштырат?",
        "Какое изменение смыва почвы модель относит на растительный покров?",
        "What change in the loss of soil does the model put down to plant cover?",
    ),
    unit: Unit::TonnePerHectareYear,
    better: Direction::Lower,
    method: Cow::Borrowed("RUSLE_SPLIT"),
    method_version: 1,
    formula: Cow::Borrowed("½·[(A₁₀ − A₀₀) + (A₁₁ − A₀₁)]"),
    explanation: LocalText::fixed(
        "Жуулуш төрт жолу эсептелет: Aᵢⱼ — i мезгилинин жери, j мезгилинин жааны (0 — мурда, 1 — кийин). Жердин салымы — эки тартиптин \
         орточосу, экөө тең бирдей жаанда салыштырылат. Өсүмдүк каптоосу чарбадан гана эмес, жаан-чачындан да көз каранды, ошондуктан бул салым \
         «чарба жүргүзүү менен аба ырайы чогуу» деп аталат. Салыштыруу аймактарынын ошол эле өзгөрүшү кемитилгенде гана (өзгөрүүлөрдүн \
         айырмасы) аба ырайынын жалпы бөлүгү кетет. 95 % аралык K, LS, R жана C белгисиздигин көрсөтөт; эки мезгилде бирдей болгон ката кыскарат.",
        "Смыв вычисляется четыре раза: Aᵢⱼ — земля периода i под дождями периода j (0 — до, 1 — после). Вклад земли — среднее обоих порядков, \
         сравнение всегда при одинаковых дождях. Растительность зависит не только от хозяйства, но и от дождей, поэтому этот вклад назван \
         «хозяйство и погода вместе». Общая для всех погода уходит только там, где вычтено такое же изменение аймаков сравнения (разность \
         изменений). 95 % интервал показывает неопределённость K, LS, R и C; общая для обоих периодов ошибка сокращается.",
        "The loss is computed four times: Aᵢⱼ is the land of period i under the rain of period j (0 before, 1 after). The contribution of the land is the \
         mean of both orders, always compared under the same rain. Cover follows rain as well as farming, so this contribution is called \
         “management and weather together”. Weather that all share leaves only where the same change of comparison areas is subtracted \
         (difference of changes). The 95 % interval shows the uncertainty of K, LS, R and C; an error that both periods share cancels.",
    ),
    valid_range: (-2000.0, 2000.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed("Renard et al. (1997), USDA Agriculture Handbook 703"),
        Cow::Borrowed("Shorrocks (2013), J. Econ. Inequal. 11:99–126"),
    ]),
    has_change: true,
};
