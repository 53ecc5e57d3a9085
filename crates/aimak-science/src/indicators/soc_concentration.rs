//! How much of the plough layer is organic carbon?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Message, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::soil::equal_depth::DepthConcentration;

/// The depth that laboratories sample most, cm.
const DEPTH_CM: f64 = 20.0;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotMean {
        recorded: Recorded::Carbon,
        value,
        parameters: &[("target_depth_cm", "20"), ("visit", "last_of_period")],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("soc_concentration"),
    theme: Theme::Soil,
    name: LocalText::fixed(
        "Айдоо катмарындагы органикалык көмүртек (0–20 см)",
        "Органический углерод в пахотном слое (0–20 см)",
        "Organic carbon of the plough layer (0–20 cm)",
    ),
    question: LocalText::fixed(
        "Айдоо катмарынын канча бөлүгү органикалык көмүртек?",
        "Какая часть пахотного слоя — органический углерод?",
        "How much of the plough layer is organic carbon?",
    ),
    unit: Unit::GramPerKilogram,
    better: Direction::Higher,
    method: Cow::Borrowed("SOC_EQUAL_DEPTH"),
    method_version: 1,
    formula: Cow::Borrowed("c = Σ cᵢ·tᵢ / Σ tᵢ"),
    explanation: LocalText::fixed(
        "Лаборатория жазган органикалык көмүртек (c) 0–20 см катмарлардын калыңдыгы (t) боюнча орточолонот; бир гана катмар \
         болсо, анын өзү. Көлөмдүк тыгыздык керек эмес, ошондуктан бул кор эмес: топурак жумшарса же тереңирээк айдалса, \
         топурактан эч нерсе жоголбой эле концентрация өзгөрөт. Эки датаны лаборатория бир эле ыкма менен аныктаганда гана \
         салыштырса болот. 95 % аралык аянтчаларды тандоонун белгисиздигин көрсөтөт.",
        "Органический углерод (c), как его записала лаборатория, усредняется по слоям 0–20 см с весом их толщины (t); один слой \
         берётся сам. Плотность не нужна, поэтому это не запас: если почву разрыхлили или вспахали глубже, концентрация \
         меняется, хотя ничего не потеряно. Две даты сравнимы, только если лаборатория работала одним методом. 95 % интервал \
         показывает неопределённость из-за выбора площадок.",
        "Organic carbon (c) as the laboratory wrote it, averaged over the layers of 0–20 cm by their thickness (t); a single layer \
         is taken as it is. No bulk density is needed, so this is no stock: where soil was loosened or ploughed deeper, the \
         concentration changes although nothing was lost. Two dates can be compared only if the laboratory used one method. The \
         95 % interval shows the uncertainty from the choice of plots.",
    ),
    valid_range: (0.0, 580.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "ISO 10694:1995, Soil quality — Determination of organic and total carbon after dry combustion",
    )]),
    has_change: true,
};

/// Mean concentration of a visit's layers, 0–20 cm.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    let found = DepthConcentration::of(&visit.soil, DEPTH_CM)?;
    let flag = |remark: &crate::soil::remark::Remark| Message::new(remark.key());
    Ok(PlotValue {
        value: found.carbon.g_per_kg(),
        flags: found.remarks.iter().map(flag).collect(),
    })
}

#[cfg(test)]
mod tests {
    use aimak_core::{PartialDate, Reason, SoilLayer, VisitTime};

    use super::*;

    fn visit(layers: &[(f64, f64, Option<f64>)]) -> Visit {
        let layer = |(top_cm, bottom_cm, carbon_percent): &(f64, f64, Option<f64>)| SoilLayer {
            top_cm: *top_cm,
            bottom_cm: *bottom_cm,
            carbon_percent: *carbon_percent,
            bulk_density_g_per_cm3: None,
            coarse_fraction: None,
            ph: None,
            ..SoilLayer::default()
        };
        Visit {
            soil: layers.iter().map(layer).collect(),
            ..Visit::at(VisitTime::Date(PartialDate::Year(2020)))
        }
    }

    #[test]
    fn one_layer_without_bulk_density_is_enough() {
        let found = value(&visit(&[(0.0, 20.0, Some(1.4))])).unwrap();
        assert!((found.value - 14.0).abs() < 1e-12 && found.flags.is_empty());
        // (1.6·10 + 1.0·10)/20 = 1.3 %, and says that it weighs by thickness
        let two = value(&visit(&[(0.0, 10.0, Some(1.6)), (10.0, 30.0, Some(1.0))])).unwrap();
        assert!((two.value - 13.0).abs() < 1e-12 && two.flags.len() == 1);
    }

    #[test]
    fn what_does_not_reach_the_depth_has_no_value() {
        let refused =
            |layers: &[(f64, f64, Option<f64>)]| value(&visit(layers)).unwrap_err().reason;
        assert_eq!(refused(&[(0.0, 15.0, Some(1.4))]), Reason::GapAtDepth);
        assert_eq!(refused(&[(0.0, 20.0, None)]), Reason::NoData);
    }
}
