//! On how much of the land does productivity decline?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{DegradationFigure, Indicator, Measure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Degradation(DegradationFigure::Productivity),
};

static CARD: Card = Card {
    id: Cow::Borrowed("productivity_degraded_share"),
    theme: Theme::Land,
    name: LocalText::fixed(
        "Түшүмдүүлүгү төмөндөгөн жердин үлүшү",
        "Доля земель со снижением продуктивности",
        "Share of land with declining productivity",
    ),
    question: LocalText::fixed(
        "Жердин канча бөлүгүнүн түшүмдүүлүгү төмөндөгөн?",
        "На какой части земель снижается продуктивность?",
        "On how much of the land does productivity decline?",
    ),
    unit: Unit::Percent,
    better: Direction::Lower,
    method: Cow::Borrowed("SDG_15_3_1_PRODUCTIVITY"),
    method_version: 1,
    formula: Cow::Borrowed("100·(A₁ + A₂)/(A₁ + A₂ + A₃ + A₄ + A₅)"),
    explanation: LocalText::fixed(
        "Космостон көрүнгөн жылдык жашылдыктан үч нерсе чыгарылат: он алты жылдын тренди, акыркы үч жыл мурунку он үч жылга караганда, жана жер окшош жерлердин мыктыларынын жарымына жетеби. Алар бирге беш класс берет: 1 — төмөндөө, 2 — төмөндөөнүн башталышы, 3 — туруктуу, бирок начар, 4 — туруктуу, 5 — жакшыруу; A — алардын аянты. Бул ТӨМ 15.3.1дин бир гана бөлүгү. Сугат жана эгиндин алмашуусу жашылдыкты жердин сапатына байланышпай өзгөртөт.",
        "Из годовой зелёности, видимой из космоса, выводятся три вещи: тренд за шестнадцать лет, последние три года против тринадцати предыдущих и то, достигает ли земля половины лучшего среди похожих земель. Вместе они дают пять классов: 1 — снижение, 2 — начало снижения, 3 — стабильно, но плохо, 4 — стабильно, 5 — улучшение; A — их площади. Это лишь одна часть ЦУР 15.3.1. Орошение и смена культур меняют зелёность вне связи с качеством земли.",
        "Three things are drawn from the yearly greenness seen from space: its trend over sixteen years, the last three years against the thirteen before, and whether the land reaches half of what the best of similar land does. Together they make five classes: 1 declining, 2 early decline, 3 stable but stressed, 4 stable, 5 improving; A are their areas. This is one part of SDG 15.3.1 only. Irrigation and a change of crops alter greenness without meaning anything for the quality of the land.",
    ),
    valid_range: (0.0, 100.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed("UNCCD (2021), Good Practice Guidance, SDG Indicator 15.3.1, version 2.0"),
        Cow::Borrowed("UNCCD PRAIS 4 manual for the 2026 reporting cycle"),
    ]),
    has_change: false,
};
