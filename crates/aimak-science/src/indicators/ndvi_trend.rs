//! Does the land become greener or less green over the years, and how fast?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, RasterRole, Theme, Unit};

use super::{Indicator, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Trend(RasterRole::Ndvi),
};

static CARD: Card = Card {
    id: Cow::Borrowed("ndvi_trend"),
    theme: Theme::Vegetation,
    name: LocalText::fixed(
        "Жашылдыктын (NDVI) көп жылдык тренди",
        "Многолетний тренд зелёности (NDVI)",
        "Long-term trend of greenness (NDVI)",
    ),
    question: LocalText::fixed(
        "Жер жылдан жылга жашылданып баратабы же тескерисинчеби, канчалык тез?",
        "Становится ли земля с годами зеленее или наоборот, и как быстро?",
        "Does the land become greener or less green over the years, and how fast?",
    ),
    unit: Unit::NdviPerYear,
    better: Direction::Higher,
    method: Cow::Borrowed("MK_SEN"),
    method_version: 1,
    formula: Cow::Borrowed(
        "b = med{(xⱼ − xᵢ)/(tⱼ − tᵢ) : i < j}; S = Σᵢ<ⱼ sgn(xⱼ − xᵢ); Z = (S ∓ 1)/√(f·Var S)",
    ),
    explanation: LocalText::fixed(
        "xᵢ — tᵢ жылындагы вегетация мезгилинин орточо NDVI мааниси. Эңкейиш b — бардык жуп жылдардын ортосундагы эңкейиштердин \
         медианасы (Тейл–Сен), 95 % аралыгы рангдардан алынат (Гилберт). Манн–Кендалл тести S көтөрүлгөн жуптар менен төмөндөгөн \
         жуптардын айырмасын эсептейт; жылдар бири-бирине окшош болсо, дисперсия f эсе чоңойтулат (Хамед–Рао, 1–3-лагдар). \
         Кеминде сегиз жыл керек. Жарактуу пикселдердин баары эсепке алынат: аралык жылдардын айырмасын, анын ичинде аба ырайын көрсөтөт. Бул — \
         байкалган өзгөрүү, анын себеби эмес.",
        "xᵢ — среднее NDVI вегетационного сезона в году tᵢ. Наклон b — медиана наклонов между всеми парами лет (Тейл–Сен), её 95 % \
         интервал берётся по рангам (Гилберт). Тест Манна–Кендалла считает, насколько растущих пар S больше, чем падающих; если \
         соседние годы похожи, дисперсия увеличивается в f раз (Хамед–Рао, лаги 1–3). Нужно не менее восьми лет. Учтены все пригодные пиксели: \
         интервал показывает различия между годами, включая погоду. Это наблюдавшееся изменение, а не его причина.",
        "xᵢ is the mean NDVI of the growing season in year tᵢ. The slope b is the median of the slopes between all pairs of years \
         (Theil–Sen), its 95 % interval comes from their ranks (Gilbert). The Mann–Kendall test counts how many more pairs rise than \
         fall (S); where neighbouring years resemble each other its variance is widened by f (Hamed–Rao, lags 1 to 3). Eight years are \
         the least. All usable pixels are counted: the interval shows differences between years, weather included. This is a change that was \
         seen, not its cause.",
    ),
    valid_range: (-0.5, 0.5),
    references: Cow::Borrowed(&[
        Cow::Borrowed("Mann (1945), Econometrica 13:245–259, doi:10.2307/1907187"),
        Cow::Borrowed(
            "Sen (1968), J. Am. Stat. Assoc. 63:1379–1389, doi:10.1080/01621459.1968.10480934",
        ),
        Cow::Borrowed(
            "Hamed & Rao (1998), J. Hydrol. 204:182–196, doi:10.1016/S0022-1694(97)00125-X",
        ),
        Cow::Borrowed(
            "Gilbert (1987), Statistical Methods for Environmental Pollution Monitoring, Van Nostrand Reinhold",
        ),
    ]),
    has_change: false,
};
