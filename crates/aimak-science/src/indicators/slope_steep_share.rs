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
        "Эңкейиши 15 % дан жогору жердин үлүшү",
        "Доля земель с уклоном выше 15 %",
        "Share of land steeper than 15 %",
    ),
    question: LocalText::fixed(
        "Жердин канча бөлүгүнүн эңкейиши 15 % дан жогору?",
        "Какая часть земли имеет уклон выше 15 %?",
        "How much of the land is steeper than 15 per cent?",
    ),
    unit: Unit::Percent,
    better: Direction::Neutral,
    method: Cow::Borrowed("SLOPE_HORN"),
    method_version: 1,
    formula: Cow::Borrowed("100·A(slope > 15 %)/A, slope after Horn"),
    explanation: LocalText::fixed(
        "Рельефтин санариптик моделинен эсептелген эңкейиши 15 % дан жогору уячалардын аянтынын үлүшү. Мындай жерде топурак \
         сууга оңой жуулат. Бардык уячалар каралган, андыктан аралык жок; рельеф өткөндөн кийин өзгөрбөйт.",
        "Доля площади ячеек, уклон которых по цифровой модели рельефа выше 15 %. На таких землях почва легко смывается водой. \
         Учтены все ячейки, поэтому интервала нет; рельеф не меняется с переходом.",
        "Share of the area in cells whose slope, from the elevation model, is above 15 %. On such land water easily carries \
         soil away. Every cell was seen, so there is no interval; terrain does not change with the transition.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Horn (1981), Proc. IEEE 69:14–47, doi:10.1109/PROC.1981.11918",
    )]),
    has_change: false,
};
