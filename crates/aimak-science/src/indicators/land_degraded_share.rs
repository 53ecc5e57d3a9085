//! How much of the land has been degraded?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{DegradationFigure, Indicator, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Degradation(DegradationFigure::Land),
};

static CARD: Card = Card {
    id: Cow::Borrowed("land_degraded_share"),
    theme: Theme::Land,
    name: LocalText::fixed(
        "Начарлаган жердин үлүшү (ТӨМ 15.3.1)",
        "Доля деградировавших земель (ЦУР 15.3.1)",
        "Share of degraded land (SDG 15.3.1)",
    ),
    question: LocalText::fixed(
        "Жердин канча бөлүгү начарлаган?",
        "Какая часть земель деградировала?",
        "How much of the land has been degraded?",
    ),
    unit: Unit::Percent,
    better: Direction::Lower,
    method: Cow::Borrowed("SDG_15_3_1"),
    method_version: 1,
    formula: Cow::Borrowed("100·A₋/(A₋ + A₀ + A₊); c = min(c₁, c₂, c₃)"),
    explanation: LocalText::fixed(
        "Ар бир уяча үч белги боюнча каралат: c₁ — түшүмдүүлүк (жашылдыктын он алты жылдык тренди, акыркы үч жылдын абалы, окшош жерлер менен салыштыруу), c₂ — жер капталышынын өзгөрүшү, c₃ — топурактагы көмүртек. Бири начарласа, уяча начарлаган деп эсептелет; бири белгисиз болсо, уячага баа берилбейт. A₋, A₀, A₊ — начарлаган, туруктуу жана жакшырган жердин аянты; суу эсептелбейт. Ар бир уяча аймакка кирген үлүшү менен саналат. Баа берилген уячалардын баары эсепке алынган, ошондуктан аралык жок; бирок ар башка жарыяланган эрежелер ар башка сан берет, кайсынысы колдонулганы «Бул сан жөнүндө» бөлүмүндө.",
        "Каждая ячейка оценивается по трём признакам: c₁ — продуктивность (тренд зелёности за шестнадцать лет, состояние последних трёх лет, сравнение с похожими землями), c₂ — смена земного покрова, c₃ — углерод почвы. Если хотя бы один ухудшился, ячейка считается деградировавшей; если хотя бы один неизвестен, оценки нет. A₋, A₀, A₊ — площади деградировавших, стабильных и улучшившихся земель; вода не учитывается. Ячейка входит той долей, которая лежит на территории. Учтены все ячейки с оценкой, поэтому интервала нет; но опубликованные правила расходятся и дают разные числа — какие применены, сказано в разделе «Об этом числе».",
        "Every cell is judged by three signs: c₁ productivity (trend of greenness over sixteen years, state of the last three, comparison with similar land), c₂ change of land cover, c₃ soil carbon. Where one of them became worse the cell is degraded; where one is unknown it has no class. A₋, A₀, A₊ are the areas of degraded, stable and improved land; water is left out. A cell counts with the share of it that lies in the area. All cells with a class are counted, so there is no interval; but published rules disagree and give different figures, and “About this number” tells whose were followed.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed("UNCCD (2021), Good Practice Guidance, SDG Indicator 15.3.1, version 2.0"),
        Cow::Borrowed("UNCCD PRAIS 4 manual for the 2026 reporting cycle"),
    ]),
    has_change: false,
};
