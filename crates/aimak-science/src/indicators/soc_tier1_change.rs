//! Which change of soil carbon does the IPCC assume?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::DefaultMethod,
};

static CARD: Card = Card {
    id: Cow::Borrowed("soc_tier1_change"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Топурактагы көмүртектин 20 жылдагы божомолдонгон өзгөрүшү (МГЭИК, 1-деңгээл)",
        "Предполагаемое изменение углерода почвы за 20 лет (МГЭИК, уровень 1)",
        "Assumed change of soil carbon over 20 years (IPCC Tier 1)",
    ),
    question: LocalText::fixed(
        "МГЭИКтин стандарттуу ыкмасы талаалардын топурагындагы көмүртек 20 жылда канчага өзгөрөт деп божомолдойт?",
        "Какое изменение углерода в почве полей за 20 лет предполагает стандартный метод МГЭИК?",
        "Which change of carbon in the soil of fields over 20 years does the default method of the IPCC assume?",
    ),
    unit: Unit::TonneCarbonPerHectare,
    better: Direction::Higher,
    method: Cow::Borrowed("IPCC_TIER1"),
    method_version: 1,
    formula: Cow::Borrowed("ΔC = Σ Aᵢ·(C₂ᵢ − C₁ᵢ) / Σ Aᵢ, C = S·F₁·F₂·F₃"),
    explanation: LocalText::fixed(
        "Эч нерсе өлчөнгөн эмес. МГЭИКтин таблицаларында климаттык алкак менен топурактын тобу үчүн үстүңкү 30 смдин стандарттуу кору (S) жана жерди \
         пайдалануу (F₁), иштетүү (F₂) жана топуракка кайткан органикалык зат (F₃) үчүн көбөйтүүчүлөр бар. Ар бир талаанын чарба жүргүзүүсү кандай \
         жазылса, ошого жараша мурунку (C₁) жана кийинки (C₂) кору эсептелет; айырма аянты (A) боюнча орточолонот жана 20 жыл өткөндө толук жетет деп \
         эсептелет, андан кийин өзгөрбөйт. Чарбасы жазылбаган талаалар эсепке кирбейт. 95 % аралык таблицалардын каталарынан келет: бир көбөйтүүчү \
         бардык талаада бир эле ката менен турат, ошондуктан талаалар көп болгону үчүн аралык тарыбайт. Аралык нөлдү камтыса, белгини бул ыкма \
         аныктай албайт. Бул санды өлчөнгөн көмүртек менен кошууга да, анын ордуна колдонууга да болбойт.",
        "Ничего не измерено. В таблицах МГЭИК для климатической зоны и группы почв есть стандартный запас верхних 30 см (S) и множители для \
         использования земли (F₁), обработки (F₂) и возврата органического вещества (F₃). Для каждого поля по записям о ведении хозяйства вычисляется \
         запас до (C₁) и после (C₂); разность усредняется по площади (A) и считается достигнутой за 20 лет, дальше запас не меняется. Поля без записей \
         не учитываются. 95 % интервал происходит из погрешностей таблиц: один и тот же множитель ошибается на всех полях одинаково, поэтому оттого, что \
         полей много, интервал не сужается. Если в интервал входит ноль, знака этот метод не определяет. Это число нельзя ни складывать с измеренным \
         углеродом, ни ставить на его место.",
        "Nothing was measured. Tables of the IPCC give a default stock of the upper 30 cm (S) for a climate zone and a group of soils, and factors for land \
         use (F₁), tillage (F₂) and the organic matter that comes back (F₃). The stock before (C₁) and after (C₂) of each field follows from how it was \
         noted to be managed; the difference is averaged by area (A) and taken to be reached after 20 years, after which the stock stays. Fields without notes do not \
         count. The 95 % interval comes from the errors of the tables: a factor errs alike on all fields, so many fields do not make it narrower. \
         Where it holds zero, the default method does not determine the sign. This figure neither adds to measured carbon nor stands in for it.",
    ),
    valid_range: (-300.0, 300.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed(
            "IPCC (2019), Refinement to the 2006 Guidelines, Vol. 4, Ch. 2, Eq. 2.25, Tab. 2.3",
        ),
        Cow::Borrowed("IPCC (2019), Refinement to the 2006 Guidelines, Vol. 4, Ch. 5, Tab. 5.5"),
        Cow::Borrowed("IPCC (2019), Refinement to the 2006 Guidelines, Vol. 4, Ch. 6, Tab. 6.2"),
    ]),
    has_change: false,
};
