//! Which of the programme's own figures may be told?

use aimak_core::{FigureTold, Reason, Survey, Told, Withheld, YearlyFigure};

use crate::disclosure::rule::Rule;

/// The figures; without the amount where so few farms or persons are behind it that it points at one of them.
///
/// There are no sums over aimaks here: a sum beside all amounts but one would tell the one that is kept back.
pub fn told(survey: &Survey) -> Vec<FigureTold> {
    let rule = Rule::of(&survey.project);
    survey
        .programme
        .iter()
        .map(|figure| FigureTold {
            topic: figure.topic,
            of: figure.of.clone(),
            aimak: figure.aimak.clone(),
            year: figure.year,
            amount: amount(figure, &rule),
            unit: figure.unit,
            source: figure.source.clone(),
        })
        .collect()
}

fn amount(figure: &YearlyFigure, rule: &Rule) -> Told<f64> {
    match figure.reporters {
        Some(few) if rule.is_small(few) => Told::Withheld(Withheld::because(Reason::Suppressed)),
        _ => Told::Told(figure.amount),
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::{AimakCode, AmountUnit, Topic};

    use super::*;

    #[test]
    fn four_farms_are_not_told_and_five_are() {
        let of = |reporters| YearlyFigure {
            topic: Topic::OrganicSales,
            of: "beans".to_owned(),
            aimak: AimakCode("A".to_owned()),
            year: 2023,
            amount: 12.0,
            unit: AmountUnit::Tonne,
            source: "cooperative".to_owned(),
            reporters,
        };
        let told = |reporters| matches!(amount(&of(reporters), &Rule::METHODS), Told::Told(_));
        assert!(!told(Some(1)) && !told(Some(4)));
        assert!(told(Some(5)) && told(None));
    }
}
