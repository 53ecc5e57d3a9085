//! How steep is the land on average?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Theme, Unit};

use super::{Indicator, Measure, SlopeFigure};

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::Profile(SlopeFigure::Mean),
};

static CARD: Card = Card {
    id: Cow::Borrowed("slope_mean"),
    theme: Theme::Terrain,
    name: LocalText::fixed("Орточо эңкейиш", "Средний уклон", "Mean slope"),
    question: LocalText::fixed(
        "Жер орто эсеп менен канчалык тик?",
        "Насколько крута земля в среднем?",
        "How steep is the land on average?",
    ),
    unit: Unit::Percent,
    better: Direction::Neutral,
    method: Cow::Borrowed("SLOPE_HORN"),
    method_version: 1,
    formula: Cow::Borrowed("G = 100·√(p² + q²), p = ∂z/∂x, q = ∂z/∂y; Ḡ = Σ wᵢ·Gᵢ / Σ wᵢ"),
    explanation: LocalText::fixed(
        "G эңкейиши (%) рельефтин санариптик моделинен ар бир уячанын сегиз коңшусу боюнча эсептелет (p, q — бийиктиктин чыгышка \
         жана түндүккө өзгөрүшү); уячанын аймактын ичиндеги үлүшү (wᵢ) менен орточо алынат. Мааниси бар уячалардын баары эсепке алынган, андыктан аралык жок. Рельеф өткөндөн кийин өзгөрбөйт: бул маани айыл аймагын \
         мүнөздөйт, өзгөрүү көрсөтүлбөйт.",
        "Уклон G (%) вычисляется по цифровой модели рельефа из восьми соседей каждой ячейки (p и q — изменение высоты на восток и \
         на север) и усредняется с долей ячейки внутри территории (wᵢ). Учтены все ячейки с данными, поэтому интервала нет. Рельеф не меняется с переходом: это характеристика аймака, \
         изменение не показывается.",
        "Slope G (%) is computed from the elevation model with the eight neighbours of each cell (p and q: rise to the east and \
         to the north) and averaged with the share of the cell inside the area (wᵢ). All cells with a value are counted, so there is no interval. Terrain does not change with the transition: this \
         figure describes the aimak, no change is shown.",
    ),
    valid_range: (0.0, 1000.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "Horn (1981), Proc. IEEE 69:14–47, doi:10.1109/PROC.1981.11918",
    )]),
    has_change: false,
};
