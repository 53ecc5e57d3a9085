//! How green is the land over the growing season?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, RasterRole, Theme, Unit};

use super::{Indicator, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Series(RasterRole::Ndvi),
};

static CARD: Card = Card {
    id: Cow::Borrowed("ndvi_season_mean"),
    theme: Theme::Vegetation,
    name: LocalText::fixed(
        "Вегетация мезгилиндеги өсүмдүктөрдүн жашылдыгы (NDVI)",
        "Зелёность растительности за вегетационный сезон (NDVI)",
        "Vegetation greenness of the growing season (NDVI)",
    ),
    question: LocalText::fixed(
        "Вегетация мезгилинде жер канчалык жашыл?",
        "Насколько зелена земля в вегетационный сезон?",
        "How green is the land over the growing season?",
    ),
    unit: Unit::Ndvi,
    better: Direction::Higher,
    method: Cow::Borrowed("NDVI_SEASON_MEAN"),
    method_version: 1,
    formula: Cow::Borrowed("NDVI = (N − R)/(N + R); x̄ = (1/Y)·Σᵧ (1/Dᵧ)·Σ_d (Σₚ wₚ·NDVIₚ / Σₚ wₚ)"),
    explanation: LocalText::fixed(
        "N — жакынкы инфракызыл, R — кызыл жарыктын чагылышы. Спутник сүрөтүнүн ар бир p пиксели аймакка кирген үлүшү (wₚ) менен \
         эсептелет, мезгилдеги Dᵧ күн, андан соң Y жыл боюнча орточо алынат. Жарактуу пикселдердин баары эсепке алынат, ошондуктан тандоо катасы жок: 95 % аралык жылдан жылга болгон айырманы, анын \
         ичинде аба ырайын көрсөтөт. Аянттын 70 %дан азы көрүнсө, маани көрсөтүлбөйт. Жашылдык топурактын абалын түздөн-түз \
         өлчөбөйт.",
        "N и R — отражение в ближнем инфракрасном и красном свете. Каждый пиксель p снимка учитывается той долей (wₚ), которая \
         лежит на территории; затем усредняются даты сезона (Dᵧ) и годы (Y). Учтены \
         все пригодные пиксели, ошибки выборки нет: 95 % интервал показывает различия между годами, включая погоду. Если видно менее \
         70 % площади, значение не показано. Зелёность не измеряет почву напрямую.",
        "N and R are the reflectance of near-infrared and red light. Each pixel p of the satellite image counts with the share of \
         it that lies in the area (wₚ); then dates of the season (Dᵧ) and years (Y) are averaged. All usable pixels are counted, so there is no sampling error: the 95 % interval shows differences between \
         years, weather included. Where less than 70 % of the area was seen, no value is shown. Greenness does not measure \
         soil directly.",
    ),
    valid_range: (-1.0, 1.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Tucker (1979), Remote Sens. Environ. 8:127–150, doi:10.1016/0034-4257(79)90013-0",
    )]),
    has_change: true,
};
