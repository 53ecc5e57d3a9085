//! How much organic carbon lies in the same mass of soil as at the baseline?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Message, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::stock::{EsmCurve, stock_in_mass_of};

/// Depth whose baseline mass is the reference, cm.
const TARGET_CM: f64 = 30.0;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotPair {
        recorded: Recorded::Carbon,
        value,
        parameters: &[
            ("reference_mass", "own_baseline_30_cm"),
            ("curve", "spline_or_lines_with_two_layers"),
            ("visit", "last_of_period"),
        ],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("soc_stock_esm"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Топурактын бирдей массасындагы органикалык көмүртектин кору",
        "Запас органического углерода в равной массе почвы",
        "Soil organic carbon stock on equal soil mass",
    ),
    question: LocalText::fixed(
        "Башталгыч байкоодогудай массадагы топуракта канча органикалык көмүртек бар?",
        "Сколько органического углерода содержится в той же массе почвы, что и при первом обследовании?",
        "How much organic carbon lies in the same mass of soil as at the first visit?",
    ),
    unit: Unit::TonneCarbonPerHectare,
    better: Direction::Higher,
    method: Cow::Borrowed("SOC_ESM"),
    method_version: 1,
    formula: Cow::Borrowed("C(M*), M* = Σ 100·ρᵢ₀·tᵢ₀·(1 − gᵢ₀)·(1 − 1.724·cᵢ₀/100)"),
    explanation: LocalText::fixed(
        "Жер айдалганда топурак жумшарып же тыгыздалып, бирдей тереңдикте ар башка масса калат. Ошондуктан көмүртек (C) ар бир \
         аянтчанын өзүнүн биринчи байкоосундагы (0 индекси) 0–30 см катмардын минералдык массасында (M*) эсептелет: ρ — тыгыздык, \
         t — калыңдык, g — таштын үлүшү, c — көмүртек, %. Өзгөрүү эки жолу изилденген \
         аянтчаларда гана берилет; 30 смден тереңирээк үлгүлөр керек. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "При обработке почва разрыхляется или уплотняется, и на одной глубине оказывается разная масса. Поэтому углерод \
         (C) считается в минеральной массе (M*), которую слой 0–30 см этой же площадки имел при первом обследовании (индекс 0): \
         ρ — плотность, t — толщина, g — доля камней, c — углерод, %. Изменение даётся \
         только по повторно обследованным площадкам; нужны пробы глубже 30 см. 95 % интервал показывает неопределённость \
         из-за выбора площадок.",
        "Tillage loosens or compacts soil, so that one depth holds different masses. Carbon (C) is therefore counted \
         in the mineral mass (M*) that the upper 30 cm of the same plot held at its first visit (index 0): ρ density, t \
         thickness, g stones, c carbon in %. Change is given only for plots visited \
         twice, and samples must reach deeper than 30 cm. The 95 % interval shows the uncertainty from the choice of plots.",
    ),
    valid_range: (0.0, 1000.0),
    references: Cow::Borrowed(&[
        Cow::Borrowed(
            "von Haden, Yang & DeLucia (2020), Glob. Change Biol. 26:3759–3770, doi:10.1111/gcb.15124",
        ),
        Cow::Borrowed("Wendt & Hauser (2013), Eur. J. Soil Sci. 64:58–65, doi:10.1111/ejss.12002"),
    ]),
    has_change: true,
};

/// Stock of a visit in the mineral mass its plot held at the baseline, 0–30 cm.
fn value(visit: &Visit, baseline: &Visit) -> Result<PlotValue, Withheld> {
    let (mut stock, curve) = stock_in_mass_of(&baseline.soil, &visit.soil, TARGET_CM)?;
    if curve == EsmCurve::Lines {
        stock.flags.push(Message::new("flag-esm-linear"));
    }
    Ok(PlotValue {
        value: stock.carbon_t_per_ha,
        flags: stock.flags,
    })
}

#[cfg(test)]
mod tests {
    use aimak_core::{Reason, SoilLayer, VisitTime};

    use super::*;

    fn visit(layers: &[(f64, f64, f64, f64, f64)]) -> Visit {
        let layer =
            |(top_cm, bottom_cm, carbon, density, coarse): &(f64, f64, f64, f64, f64)| SoilLayer {
                top_cm: *top_cm,
                bottom_cm: *bottom_cm,
                carbon_percent: Some(*carbon),
                bulk_density_g_per_cm3: Some(*density),
                coarse_fraction: Some(*coarse),
                ph: None,
                ..SoilLayer::default()
            };
        let time = VisitTime::Date(aimak_core::PartialDate::Year(2020));
        Visit {
            soil: layers.iter().map(layer).collect(),
            ..Visit::at(time)
        }
    }

    #[test]
    fn the_worked_example_gains_more_than_fixed_depth_shows() {
        let before = visit(&[
            (0., 10., 2.10, 1.18, 0.08),
            (10., 30., 1.55, 1.29, 0.12),
            (30., 50., 0.90, 1.38, 0.15),
        ]);
        let after = visit(&[
            (0., 10., 2.45, 1.08, 0.08),
            (10., 30., 1.62, 1.24, 0.12),
            (30., 50., 0.92, 1.38, 0.15),
        ]);
        let change = value(&after, &before).unwrap().value - value(&before, &before).unwrap().value;
        assert!((change - 3.8538).abs() < 5e-5, "{change}"); // METHODS A.4
    }

    #[test]
    fn identical_profiles_change_by_exactly_nothing() {
        for depth in [2, 3] {
            let layers = [
                (0., 20., 2.1, 1.18, 0.08),
                (20., 40., 1.5, 1.3, 0.1),
                (40., 60., 1.0, 1.4, 0.1),
            ];
            let (before, after) = (visit(&layers[..depth]), visit(&layers[..depth]));
            assert_eq!(
                value(&after, &before).unwrap().value,
                value(&before, &before).unwrap().value
            );
        }
    }

    #[test]
    fn sampling_to_the_target_only_is_not_deep_enough() {
        let shallow = visit(&[(0., 15., 2.1, 1.18, 0.08), (15., 30., 1.5, 1.3, 0.1)]);
        assert_eq!(
            value(&shallow, &shallow).unwrap_err().reason,
            Reason::EsmNeedsDeeperSample
        );
    }
}
