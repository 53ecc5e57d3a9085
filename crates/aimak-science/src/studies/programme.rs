//! Which of the programme's own figures may be told?

use aimak_core::{FigureTold, Reason, Survey, Told, Withheld, YearlyFigure};

use crate::disclosure::rule::Rule;

/// The figures; without the amount where so few farms or persons are behind it, or behind what it adds to an edition published before,
/// that it points at one of them.
///
/// There are no sums over aimaks here: a sum beside all amounts but one would tell the one that is kept back.
pub fn told(survey: &Survey) -> Vec<FigureTold> {
    let rule = Rule::of(&survey.project);
    let figures = survey.programme.iter();
    figures
        .map(|figure| {
            let told = alone(figure, &rule);
            if points_beside(&told, &survey.earlier_figures, &rule) {
                kept_back(told)
            } else {
                told
            }
        })
        .collect()
}

/// A figure by itself.
fn alone(figure: &YearlyFigure, rule: &Rule) -> FigureTold {
    let told = FigureTold {
        topic: figure.topic,
        of: figure.of.clone(),
        aimak: figure.aimak.clone(),
        year: figure.year,
        amount: Told::Told(figure.amount),
        unit: figure.unit,
        reporters: figure.reporters,
        source: figure.source.clone(),
    };
    match figure.reporters {
        Some(few) if rule.is_small(few) => kept_back(told),
        _ => told,
    }
}

/// The figure without its amount.
fn kept_back(figure: FigureTold) -> FigureTold {
    FigureTold {
        amount: Told::Withheld(Withheld::because(Reason::Suppressed)),
        reporters: None,
        ..figure
    }
}

/// True for a figure that differs from what an edition told of the same by the reports of few: whoever kept a copy can subtract.
///
/// # Formula
/// Same topic, thing, aimak, year and unit; another amount; and the numbers of farms or persons differ by 1 to 4, or nobody knows how many
/// there were then. As many reporters with another amount are a correction, and tell nobody's amount.
///
/// # Reference
/// METHODS F.5.
fn points_beside(now: &FigureTold, earlier: &[FigureTold], rule: &Rule) -> bool {
    let (Told::Told(amount), Some(reporters)) = (&now.amount, now.reporters) else {
        return false;
    };
    let same = |before: &&FigureTold| {
        let key = |of: &FigureTold| (of.topic, of.aimak.clone(), of.year, of.unit);
        key(before) == key(now) && before.of == now.of
    };
    earlier
        .iter()
        .filter(same)
        .any(|before| match &before.amount {
            Told::Told(told) if told != amount => before
                .reporters
                .is_none_or(|then| rule.is_small(then.abs_diff(reporters))),
            _ => false,
        })
}

/// Figures that point at few farms or persons beside what editions told: by topic, aimak and year.
pub fn figures_pointing_beside<'a>(
    now: &'a [FigureTold],
    earlier: &[FigureTold],
    rule: Rule,
) -> Vec<&'a FigureTold> {
    let points = |figure: &&FigureTold| points_beside(figure, earlier, &rule);
    now.iter().filter(points).collect()
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
        let told =
            |reporters| matches!(alone(&of(reporters), &Rule::METHODS).amount, Told::Told(_));
        assert!(!told(Some(1)) && !told(Some(4)));
        assert!(told(Some(5)) && told(None));
    }

    #[test]
    fn one_more_farm_is_not_told_beside_an_edition() {
        let of = |amount, reporters| FigureTold {
            topic: Topic::OrganicSales,
            of: "beans".to_owned(),
            aimak: AimakCode("A".to_owned()),
            year: 2023,
            amount: Told::Told(amount),
            unit: AmountUnit::Tonne,
            reporters,
            source: "cooperative".to_owned(),
        };
        let points =
            |now: &FigureTold, before: FigureTold| points_beside(now, &[before], &Rule::METHODS);
        let now = of(14.0, Some(8));
        assert!(points(&now, of(12.0, Some(7))) && points(&now, of(12.0, Some(12))));
        assert!(points(&now, of(12.0, None)), "nobody knows how many came");
        assert!(
            !points(&now, of(14.0, Some(7))),
            "nothing can be subtracted"
        );
        assert!(!points(&now, of(12.0, Some(8))), "a correction");
        assert!(!points(&now, of(12.0, Some(3))), "five came");
        let other = FigureTold {
            year: 2022,
            ..of(12.0, Some(7))
        };
        assert!(!points(&now, other));
    }
}
