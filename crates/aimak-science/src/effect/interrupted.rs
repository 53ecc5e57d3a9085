//! Did the line of the treated, beside that of the comparison, jump or bend when the treatment began?

use aimak_core::{Message, Reason, Withheld};

use crate::methods::interval::{StandardError, mean};

use super::{
    panel::Balanced,
    serial::{Serial, YearlyRegression},
    unit_change::Sides,
};

/// Interrupted yearly series with a comparison.
///
/// # Formula
/// `dₜ = mean of the treated − mean of the comparison`; `dₜ = a + b(t−s) + jump·1(t ≥ s) + bend·(t−s)·1(t ≥ s) + e`, s the start.
/// Mean after: `jump + bend·mean(t−s)` over the years from s on.
///
/// # Units
/// Jump and mean after those of the outcome, bend those a year.
///
/// # Range and edge cases
/// Withheld for fewer than 8 years, fewer than 3 on a side of the start, or where fewer than half of the years have a neighbour. One
/// treated unit is enough, as the error is that of years and not of units: the interval is of the kind "year to year", and says nothing
/// of other aimaks. What the line before would have done later is assumed, not seen.
///
/// # Example
/// ```
/// use aimak_science::effect::{interrupted::InterruptedSeries, serial::Serial};
/// let years: Vec<i32> = (2001..2011).collect();
/// // rises by 1 a year, jumps by 5 in 2006 and rises by 3 from then on
/// let difference = [0.0, 1.0, 2.0, 3.0, 4.0, 10.0, 13.0, 16.0, 19.0, 22.0];
/// let found = InterruptedSeries::of_difference(&years, &difference, 2006, Serial::FirstOrder).unwrap();
/// assert!((found.jump.value - 5.0).abs() < 1e-9 && (found.bend.value - 2.0).abs() < 1e-9);
/// assert!((found.mean_after.value - 9.0).abs() < 1e-9 && found.jump.error.se < 1e-9);
/// ```
///
/// # Reference
/// Lopez Bernal, Cummins & Gasparrini (2017), Int. J. Epidemiol. 46:348–355, and (2018) 47:2082–2093 (with controls); METHODS D.4 (8 years).
#[derive(Clone, Debug, PartialEq)]
pub struct InterruptedSeries {
    /// Change of level at the start.
    pub jump: Shift,
    /// Change of slope, a year.
    pub bend: Shift,
    /// Mean distance from the line of before, over the years from the start on.
    pub mean_after: Shift,
    /// ρ of neighbouring years.
    pub likeness: f64,
    /// Years before and from the start on.
    pub years: (usize, usize),
    /// Treated units; 0 where only a difference was given.
    pub treated: usize,
    /// Comparison units; 0 where only a difference was given.
    pub comparison: usize,
}

/// A part of the break.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Its size.
    pub value: f64,
    /// Its error.
    pub error: StandardError,
}

impl InterruptedSeries {
    /// Fewest years.
    pub const LEAST_YEARS: usize = 8;
    /// Fewest on each side of the start: two make a line without a rest.
    pub const LEAST_ON_A_SIDE: usize = 3;

    /// The units that began in `start` beside those never treated.
    ///
    /// # Errors
    /// As [`Sides::at`] with one unit a side, and `TOO_FEW_YEARS`.
    pub fn of(panel: &Balanced, start: i32, serial: Serial) -> Result<Self, Withheld> {
        let sides = Sides::at(panel, start, 1)?;
        let at = |units: &[usize], t: usize| {
            let seen: Vec<f64> = units.iter().map(|&unit| panel.outcomes(unit)[t]).collect();
            mean(&seen).expect("invariant: a side has units")
        };
        let periods = 0..panel.periods().len();
        let difference: Vec<f64> = periods
            .map(|t| at(&sides.treated, t) - at(&sides.comparison, t))
            .collect();
        Ok(Self {
            treated: sides.treated.len(),
            comparison: sides.comparison.len(),
            ..Self::of_difference(panel.periods(), &difference, start, serial)?
        })
    }

    /// From the difference of each year, years ascending.
    ///
    /// # Errors
    /// `TOO_FEW_YEARS`.
    pub fn of_difference(
        years: &[i32],
        difference: &[f64],
        start: i32,
        serial: Serial,
    ) -> Result<Self, Withheld> {
        let before = years.partition_point(|&year| year < start);
        let after = years.len() - before;
        enough(years, before, after)?;
        let since: Vec<f64> = years.iter().map(|year| f64::from(year - start)).collect();
        let from_start = |value: &dyn Fn(f64) -> f64| -> Vec<f64> {
            since
                .iter()
                .map(|t| if *t >= 0.0 { value(*t) } else { 0.0 })
                .collect()
        };
        let columns = [
            vec![1.0; years.len()],
            since.clone(),
            from_start(&|_| 1.0),
            from_start(&|t| t),
        ];
        let regression = YearlyRegression::of(years, &columns, difference)?;
        let shift = |weights: [f64; 4]| Shift {
            value: regression.combined(&weights),
            error: regression.error(&weights, serial),
        };
        let mean_since = mean(&since[before..]).expect("invariant: there are years after");
        Ok(Self {
            jump: shift([0.0, 0.0, 1.0, 0.0]),
            bend: shift([0.0, 0.0, 0.0, 1.0]),
            mean_after: shift([0.0, 0.0, 1.0, mean_since]),
            likeness: regression.likeness,
            years: (before, after),
            treated: 0,
            comparison: 0,
        })
    }
}

fn enough(years: &[i32], before: usize, after: usize) -> Result<(), Withheld> {
    let neighbours = years
        .windows(2)
        .filter(|pair| pair[1] - pair[0] == 1)
        .count();
    let refused = |detail: Message| Err(Withheld::because(Reason::TooFewYears).with(detail));
    if years.len() < InterruptedSeries::LEAST_YEARS {
        let detail = Message::new("detail-effect-years").with("n", years.len());
        return refused(detail.with("needed", InterruptedSeries::LEAST_YEARS));
    }
    if before.min(after) < InterruptedSeries::LEAST_ON_A_SIDE {
        let detail = Message::new("detail-effect-periods")
            .with("before", before)
            .with("after", after);
        return refused(detail.with("needed", InterruptedSeries::LEAST_ON_A_SIDE));
    }
    if 2 * neighbours < years.len() {
        let detail = Message::new("detail-effect-gaps").with("neighbours", neighbours);
        return refused(detail.with("years", years.len()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{panel::Start, unit_change::panel_of},
        *,
    };

    #[test]
    fn refusals() {
        let refused = |years: &[i32], start| {
            let flat = vec![1.0; years.len()];
            InterruptedSeries::of_difference(years, &flat, start, Serial::FirstOrder).unwrap_err()
        };
        let yearly: Vec<i32> = (1..9).collect();
        let waves: Vec<i32> = (1..9).map(|wave| 4 * wave).collect();
        for (years, start, said) in [
            (&yearly[..7], 4, "detail-effect-years"),
            (&yearly, 7, "detail-effect-periods"),
            (&yearly, 3, "detail-effect-periods"),
            (&waves, 16, "detail-effect-gaps"),
        ] {
            let refused = refused(years, start);
            assert_eq!(
                (refused.reason, refused.details[0].id.as_str()),
                (Reason::TooFewYears, said)
            );
        }
    }

    #[test]
    fn what_both_share_is_no_break() {
        let years: Vec<i32> = (2001..2011).collect();
        let weather = [3.0, -1.0, 4.0, 1.0, -5.0, 9.0, 2.0, -6.0, 5.0, 3.0];
        let jumped: Vec<f64> = weather
            .iter()
            .zip(&years)
            .map(|(w, year)| w + if *year >= 2006 { 2.0 } else { 0.0 })
            .collect();
        let panel = panel_of(
            &years,
            &[
                (Start::In(2006), &jumped, &[]),
                (Start::Never, &weather, &[]),
            ],
        );
        let found = InterruptedSeries::of(&panel, 2006, Serial::FirstOrder).unwrap();
        assert!((found.jump.value - 2.0).abs() < 1e-9 && found.bend.value.abs() < 1e-9);
        assert_eq!(
            (found.years, found.treated, found.comparison),
            ((5, 5), 1, 1)
        );
    }

    proptest! {
        #[test]
        fn a_line_added_changes_neither_jump_nor_bend_nor_their_errors(
            y in prop::collection::vec(-5.0..5.0_f64, 12),
            level in -9.0..9.0_f64,
            slope in -3.0..3.0_f64,
        ) {
            let years: Vec<i32> = (2001..2013).collect();
            let raised: Vec<f64> = y.iter().zip(&years).map(|(y, year)| y + level + slope * f64::from(year - 2001)).collect();
            for serial in [Serial::FirstOrder, Serial::Independent, Serial::NeweyWest { lag: 2 }] {
                let found = InterruptedSeries::of_difference(&years, &y, 2007, serial).unwrap();
                let other = InterruptedSeries::of_difference(&years, &raised, 2007, serial).unwrap();
                for (one, other) in [(found.jump, other.jump), (found.bend, other.bend), (found.mean_after, other.mean_after)] {
                    prop_assert!((one.value - other.value).abs() < 1e-9);
                    prop_assert!((one.error.se - other.error.se).abs() < 1e-6 * (1.0 + one.error.se));
                }
            }
        }
    }
}
