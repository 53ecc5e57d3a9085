//! How much was it in a year, in which unit, and who says so?

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::AimakCode;
pub use aimak_core::{AmountUnit, Topic, YearlyFigure};

use crate::attitudes::refusal::Refused;

/// Sum of figures, with all who said so.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// The sum.
    pub amount: f64,
    /// Its unit.
    pub unit: AmountUnit,
    /// Aimaks in it.
    pub aimaks: BTreeSet<AimakCode>,
    /// Sources, each once.
    pub sources: BTreeSet<String>,
}

/// Sums by year over aimaks.
///
/// # Range and edge cases
/// A sum only holds the aimaks that reported; their list belongs to it, and two years are compared only over the same aimaks
/// ([`change`]).
///
/// # Errors
/// [`Refused::NoAnswers`] without figures, [`Refused::UnitsDiffer`] where topics, things or units differ or the topic does not add up,
/// [`Refused::OutOfRange`] for an amount that is negative or no number, or where an aimak reported a year twice.
///
/// # Example
/// ```
/// use aimak_core::AimakCode;
/// use aimak_science::attitudes::programme::figure::{AmountUnit, Topic, YearlyFigure, by_year, change};
/// let sold = |aimak: &str, year, amount| YearlyFigure {
///     topic: Topic::OrganicSales, of: "beans".into(), aimak: AimakCode(aimak.into()), year, amount,
///     unit: AmountUnit::Tonne, source: format!("cooperative, report {year}"), reporters: None,
/// };
/// let sums = by_year(&[sold("A", 2023, 40.0), sold("B", 2023, 25.0), sold("A", 2024, 52.0), sold("B", 2024, 26.0)]).unwrap();
/// assert_eq!((sums[&2023].amount, sums[&2024].amount), (65.0, 78.0));
/// assert!((change(&sums[&2023], &sums[&2024]).unwrap() - 0.2).abs() < 1e-12);
/// ```
pub fn by_year(figures: &[YearlyFigure]) -> Result<BTreeMap<i16, Total>, Refused> {
    let first = figures.first().ok_or(Refused::NoAnswers)?;
    let mut sums: BTreeMap<i16, Total> = BTreeMap::new();
    for figure in figures {
        let alike =
            figure.topic == first.topic && figure.of == first.of && figure.unit == first.unit;
        if !alike || !figure.topic.adds_up() {
            return Err(Refused::UnitsDiffer);
        }
        if !(figure.amount >= 0.0 && figure.amount.is_finite()) {
            return Err(Refused::OutOfRange);
        }
        let sum = sums.entry(figure.year).or_insert_with(|| Total {
            amount: 0.0,
            unit: figure.unit,
            aimaks: BTreeSet::new(),
            sources: BTreeSet::new(),
        });
        sum.amount += figure.amount;
        sum.sources.insert(figure.source.clone());
        if !sum.aimaks.insert(figure.aimak.clone()) {
            return Err(Refused::OutOfRange);
        }
    }
    Ok(sums)
}

/// Relative change of a sum, `after/before − 1`.
///
/// # Errors
/// [`Refused::UnitsDiffer`] where the units or the aimaks behind the two differ, [`Refused::NoBase`] where there was nothing before.
pub fn change(before: &Total, after: &Total) -> Result<f64, Refused> {
    if before.unit != after.unit || before.aimaks != after.aimaks {
        return Err(Refused::UnitsDiffer);
    }
    if before.amount > 0.0 {
        Ok(after.amount / before.amount - 1.0)
    } else {
        Err(Refused::NoBase)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn figure(aimak: &str, year: i16, amount: f64, unit: AmountUnit) -> YearlyFigure {
        YearlyFigure {
            topic: Topic::OrganicRevenue,
            of: String::new(),
            aimak: AimakCode(aimak.into()),
            year,
            amount,
            unit,
            source: "register".into(),
            reporters: None,
        }
    }

    #[test]
    fn money_of_two_years_is_not_added() {
        let of = |prices_of| figure("A", 2023, 1000.0, AmountUnit::Som { prices_of });
        let mut other = of(2024);
        other.aimak = AimakCode("B".into());
        assert_eq!(by_year(&[of(2023), other]), Err(Refused::UnitsDiffer));
    }

    #[test]
    fn species_of_two_aimaks_are_not_added() {
        let mut plants = figure("A", 2023, 12.0, AmountUnit::Kind);
        plants.topic = Topic::MedicinalPlants;
        assert_eq!(by_year(&[plants]), Err(Refused::UnitsDiffer));
    }

    #[test]
    fn twice_reported_negative_and_nothing() {
        let of = |amount| figure("A", 2023, amount, AmountUnit::Tonne);
        assert_eq!(by_year(&[of(1.0), of(2.0)]), Err(Refused::OutOfRange));
        assert_eq!(by_year(&[of(-1.0)]), Err(Refused::OutOfRange));
        assert_eq!(by_year(&[]), Err(Refused::NoAnswers));
    }

    #[test]
    fn an_aimak_more_is_no_change() {
        let of = |aimak: &str, year| figure(aimak, year, 5.0, AmountUnit::Tonne);
        let sums = by_year(&[of("A", 2023), of("A", 2024), of("B", 2024)]).unwrap();
        assert_eq!(
            change(&sums[&2023], &sums[&2024]),
            Err(Refused::UnitsDiffer)
        );
    }

    proptest! {
        #[test]
        fn sums_do_not_care_for_order(amounts in prop::collection::vec(0_u32..1000, 1..20)) {
            let figures: Vec<YearlyFigure> = amounts.iter().enumerate()
                .map(|(i, amount)| figure(&i.to_string(), 2020 + (i % 3) as i16, f64::from(*amount), AmountUnit::Tonne)).collect();
            let turned: Vec<YearlyFigure> = figures.iter().rev().cloned().collect();
            let sums = by_year(&figures).unwrap();
            prop_assert_eq!(&by_year(&turned).unwrap(), &sums);
            let all: f64 = sums.values().map(|sum| sum.amount).sum();
            prop_assert_eq!(all, amounts.iter().map(|amount| f64::from(*amount)).sum::<f64>());
        }
    }
}
