//! How acid or alkaline is the topsoil?

use std::borrow::Cow;

use aimak_core::{Card, Direction, LocalText, Message, Reason, Theme, Unit, Visit, Withheld};

use super::{Indicator, Measure, PlotValue, Recorded};
use crate::methods::range::in_range;

/// Depth down to which pH counts, cm.
const DEPTH_CM: f64 = 30.0;

/// The indicator.
pub static INDICATOR: Indicator = Indicator {
    card: &CARD,
    measure: Measure::PlotMean {
        recorded: Recorded::Ph,
        value,
        parameters: &[
            ("depth_cm", "0_30_as_far_as_recorded"),
            ("visit", "last_of_period"),
        ],
    },
};

static CARD: Card = Card {
    id: Cow::Borrowed("soil_ph"),
    theme: Theme::Soil,
    name: LocalText::fixed("Топурактын pH көрсөткүчү", "pH почвы", "Soil pH"),
    question: LocalText::fixed(
        "Топурактын үстүңкү катмары канчалык кычкыл же щелочтуу?",
        "Насколько кислый или щелочной верхний слой почвы?",
        "How acid or alkaline is the topsoil?",
    ),
    unit: Unit::Ph,
    better: Direction::Neutral,
    method: Cow::Borrowed("PH_TOPSOIL"),
    method_version: 1,
    formula: Cow::Borrowed("pH = Σ pHᵢ·tᵢ / Σ tᵢ"),
    explanation: LocalText::fixed(
        "Суудагы pH 0–30 см катмарларынын калыңдыгы (t) боюнча орточо алынат; бир гана катмар өлчөнсө, ошол катмардыкы. Бул pH \
         маанилеринин арифметикалык ортосу, суутек иондорунун концентрациясынын ортосу эмес. 95 % аралык аянтчаларды тандоонун \
         белгисиздигин көрсөтөт. Жогору да, төмөн да дайыма эле жакшы эмес.",
        "pH в воде усредняется по слоям 0–30 см с весом их толщины (t); если измерен один слой, берётся он. Это среднее \
         арифметическое значений pH, а не концентраций ионов водорода. 95 % интервал показывает неопределённость из-за выбора \
         площадок. Ни больше, ни меньше само по себе не лучше.",
        "pH in water, averaged over the layers of the upper 30 cm by their thickness (t); where one layer was measured, that one. \
         It is the arithmetic mean of pH values, not of hydrogen ion concentrations. The 95 % interval shows the uncertainty \
         from the choice of plots. Neither more nor less is better by itself.",
    ),
    valid_range: (0.0, 14.0),
    references: Cow::Borrowed(&[Cow::Borrowed(
        "ISO 10390:2021, Soil, treated biowaste and sludge — Determination of pH",
    )]),
    has_change: true,
};

/// Mean pH of a visit's layers within 0–30 cm, weighted by thickness.
fn value(visit: &Visit) -> Result<PlotValue, Withheld> {
    let (mut sum, mut thickness) = (0.0, 0.0);
    for layer in &visit.soil {
        let inside = layer.bottom_cm.min(DEPTH_CM) - layer.top_cm;
        if let Some(ph) = layer.ph.filter(|_| inside > 0.0) {
            in_range("ph", ph, 0.0, 14.0)?;
            sum += ph * inside;
            thickness += inside;
        }
    }
    if thickness == 0.0 {
        return Err(Withheld::because(Reason::NoData));
    }
    let partial = (thickness < DEPTH_CM).then(|| Message::new("flag-ph-part-of-topsoil"));
    Ok(PlotValue {
        value: sum / thickness,
        flags: partial.into_iter().collect(),
    })
}

#[cfg(test)]
mod tests {
    use aimak_core::{PartialDate, SoilLayer, VisitTime};

    use super::*;

    fn visit(layers: &[(f64, f64, f64)]) -> Visit {
        let layer = |(top_cm, bottom_cm, ph): &(f64, f64, f64)| SoilLayer {
            top_cm: *top_cm,
            bottom_cm: *bottom_cm,
            carbon_percent: None,
            bulk_density_g_per_cm3: None,
            coarse_fraction: None,
            ph: Some(*ph),
            ..SoilLayer::default()
        };
        let soil = layers.iter().map(layer).collect();
        Visit {
            soil,
            ..Visit::at(VisitTime::Date(PartialDate::Year(2020)))
        }
    }

    #[test]
    fn layers_weigh_by_their_thickness_inside_the_topsoil() {
        let ph = value(&visit(&[(0.0, 10.0, 6.0), (10.0, 40.0, 7.5)])).unwrap();
        assert!((ph.value - 7.0).abs() < 1e-12 && ph.flags.is_empty());
    }

    #[test]
    fn one_shallow_layer_counts_and_says_so() {
        let ph = value(&visit(&[(0.0, 10.0, 6.4)])).unwrap();
        assert!((ph.value - 6.4).abs() < 1e-12 && ph.flags.len() == 1);
        assert_eq!(
            value(&visit(&[(0.0, 10.0, 64.0)])).unwrap_err().reason,
            Reason::OutOfRange
        );
    }
}
