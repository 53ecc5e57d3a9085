//! How much of the land is steeper than 15 per cent?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, Measure, SlopeFigure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Profile(SlopeFigure::ShareAbove15),
};

static CARD: Card = Card {
    id: Cow::Borrowed("slope_steep_share"),
    theme: Theme::Terrain,
    name: LocalText::fixed(
        "Эңкейиши 15 %дан жогору жердин үлүшү",
        "Доля земель с уклоном выше 15 %",
        "Share of land steeper than 15 %",
    ),
    question: LocalText::fixed(
        "Жердин канча бөлүгүнүн эңкейиши 15 %дан жогору?",
        "Какая часть земли имеет уклон выше 15 %?",
        "How much of the land is steeper than 15 per cent?",
    ),
    unit: Unit::Percent,
    better: Direction::Neutral,
    method: Cow::Borrowed("SLOPE_HORN"),
    method_version: 1,
    formula: Cow::Borrowed("100·A(G > 15 %)/A, G = 100·√(p² + q²), p = ∂z/∂x, q = ∂z/∂y"),
    explanation: LocalText::fixed(
        "Рельефтин санариптик моделинен эсептелген эңкейиши (G) 15 %дан жогору уячалардын аянтынын үлүшү (A — аянт; p, q — \
         бийиктиктин чыгышка жана түндүккө өзгөрүшү). Мындай жерде топурак \
         сууга оңой жуулат. Мааниси бар уячалардын баары эсепке алынган, андыктан аралык жок; рельеф өткөндөн кийин өзгөрбөйт.",
        "Доля площади (A) ячеек, уклон которых (G) по цифровой модели рельефа выше 15 % (p и q — изменение высоты на восток и на \
         север). На таких землях почва легко смывается водой. \
         Учтены все ячейки с данными, поэтому интервала нет; рельеф не меняется с переходом.",
        "Share of the area (A) in cells whose slope (G), from the elevation model, is above 15 % (p and q: rise to the east and \
         to the north). On such land water easily carries \
         soil away. All cells with a value are counted, so there is no interval; terrain does not change with the transition.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Horn (1981), Proc. IEEE 69:14–47, doi:10.1109/PROC.1981.11918",
    )]),
    has_change: false,
};
