//! How often would another lot of start dates have shown as much?

mod arrangements;

use aimak_core::{Message, Reason, Withheld};
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};

use self::arrangements::Arrangements;
use super::{
    draw::random,
    panel::Balanced,
    staggered::{Contrast, Design, Sums, Window, studentised},
};

/// Most arrangements that are gone through one by one.
pub const EXACT_UP_TO: u128 = 20_000;
/// Draws where there are more.
pub const DRAWS: usize = 999;
/// The level that a test must be able to reach.
pub const LEVEL: f64 = 0.05;
/// Statistics that differ by less than this share of themselves are equal but for rounding.
const TIE: f64 = 1e-9;

/// What is compared between lots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Statistic {
    /// Value over standard error: right also where the treated vary more or less than the others.
    #[default]
    Studentised,
    /// The value alone, as some peers do. Rejects a true null 2 to 12 % of the time where variances differ (STATISTICS 6).
    Value,
}

/// What counts as showing as much; said before the data are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// A change either way.
    #[default]
    Either,
    /// A rise.
    Rise,
    /// A fall.
    Fall,
}

/// Between whom start dates could have been exchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exchange {
    /// Units of one stratum, such as the oblast. What an oblast shares cancels: in simulations with shocks of regions it rejected a true null
    /// 5 % of the time, where Welch and an exchange of all rejected 3 to 13 % (`trial`, table in docs/effects.md).
    #[default]
    WithinStrata,
    /// All units.
    Everywhere,
}

/// Randomisation inference on start dates.
///
/// # Formula
/// Under the null of no effect on any unit, each way to hand out the start dates (as many of each as there are, within strata) was as
/// likely as the one that happened: `p = #{|value/SE| of an arrangement ≥ |value/SE| seen} / #arrangements`, the one seen among them.
/// Where there are more than [`EXACT_UP_TO`], B are drawn: `p = (1 + #{... of a draw ≥ ... seen}) / (1 + B)`.
///
/// # Range and edge cases
/// Refused where even the rarest arrangement has a p above 5 %: [`least_p`](RandomisationTest::least_p). Units that take no part in the estimate keep
/// their dates. Ties are counted as "as much", up to rounding.
///
/// # Example
/// ```
/// use aimak_science::effect::{panel::{Panel, Start, Unit}, randomisation::{Direction, Randomisation}};
/// let unit = |(id, start, after): (&str, Start, f64)| Unit {
///     id: id.to_owned(), start, stratum: String::new(), covariates: vec![], outcomes: vec![Some(0.0), Some(after)],
/// };
/// let (t, c) = (Start::In(2021), Start::Never);
/// let rows = [("a", t, 5.0), ("b", t, 6.0), ("c", t, 7.0), ("d", c, 1.0), ("e", c, 0.0), ("f", c, 2.0)];
/// let (panel, _) = Panel::new(vec![2020, 2021], vec![], rows.map(unit).to_vec()).balanced();
/// // 3 of 6 can be chosen in 20 ways: upwards the seen one alone, either way also its mirror
/// let rise = Randomisation { direction: Direction::Rise, ..Randomisation::new(1, "doc") };
/// assert_eq!(rise.test(&panel).unwrap().p, 0.05);
/// assert!(Randomisation::new(1, "doc").test(&panel).is_err()); // 2/20 is no 5 %
/// ```
///
/// # Reference
/// STATISTICS 6, METHODS H.4; Fisher (1935), The Design of Experiments; Chung & Romano (2013), Ann. Stat. 41:484–507 (why studentised);
/// Phipson & Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9:39 (the 1 + in drawn p).
#[derive(Clone, Debug, PartialEq)]
pub struct Randomisation {
    /// The estimate.
    pub design: Design,
    /// Its periods.
    pub window: Window,
    /// What is compared.
    pub statistic: Statistic,
    /// Which way.
    pub direction: Direction,
    /// Who could have been exchanged.
    pub exchange: Exchange,
    /// How many are drawn where not all are gone through.
    pub draws: usize,
    /// The seed of the study.
    pub seed: u64,
    /// The name of the question, such as the indicator's id.
    pub name: String,
}

/// What a randomisation test found.
#[derive(Clone, Debug, PartialEq)]
pub struct RandomisationTest {
    /// The share of lots that show as much.
    pub p: f64,
    /// The statistic of the lot that happened.
    pub statistic: f64,
    /// How many distinct arrangements there are; counted up to [`u128::MAX`].
    pub arrangements: u128,
    /// The least p that the test could have given.
    pub least_p: f64,
    /// Drawn lots; `None` where all were gone through.
    pub drawn: Option<usize>,
}

impl Randomisation {
    /// The default of STATISTICS 6 for a question of a study.
    pub fn new(seed: u64, name: &str) -> Self {
        Self {
            design: Design::default(),
            window: Window::Post,
            statistic: Statistic::default(),
            direction: Direction::default(),
            exchange: Exchange::default(),
            draws: DRAWS,
            seed,
            name: name.to_owned(),
        }
    }

    /// Tests that nobody's outcome depends on its start.
    ///
    /// # Errors
    /// As [`Staggered::of`](super::staggered::Staggered::of), and `TOO_FEW_CLUSTERS` where no arrangement could reach 5 %.
    pub fn test(&self, panel: &Balanced) -> Result<RandomisationTest, Withheld> {
        let contrast = Contrast::of(panel, self.window, self.design)?;
        let arrangements = self.arrangements(panel, &contrast);
        let count = arrangements.count();
        let exact = count <= EXACT_UP_TO;
        let least_p = self.least_p(&arrangements, &contrast);
        if least_p > LEVEL {
            let detail = Message::new("detail-arrangements")
                .with("n", count as f64)
                .with("least-p", least_p);
            return Err(Withheld::because(Reason::TooFewClusters).with(detail));
        }
        let mut sums = Sums::default();
        let seen = self.statistic(&contrast, &contrast.labels, &mut sums);
        let p = if exact {
            let mut as_much = 0_u32;
            arrangements.for_each(|labels| {
                as_much += u32::from(self.as_much(&contrast, labels, &mut sums, seen));
            });
            f64::from(as_much) / count as f64
        } else {
            self.drawn_p(&contrast, &arrangements, seen)
        };
        Ok(RandomisationTest {
            p,
            statistic: seen,
            arrangements: count,
            least_p,
            drawn: (!exact).then_some(self.draws),
        })
    }

    /// The arrangements of the units that take part.
    fn arrangements(&self, panel: &Balanced, contrast: &Contrast) -> Arrangements {
        let outside = contrast.frame.outside();
        let stratum = |unit: usize| match self.exchange {
            Exchange::WithinStrata => panel.strata()[unit].as_str(),
            Exchange::Everywhere => "",
        };
        let part = (0..panel.len()).filter(|&unit| contrast.labels[unit] != outside);
        Arrangements::of(&contrast.labels, part.map(|unit| (stratum(unit), unit)))
    }

    /// The least p this lot could give: of one cohort against as many in each stratum, treated and comparison may change places, and
    /// two-sided both count.
    fn least_p(&self, arrangements: &Arrangements, contrast: &Contrast) -> f64 {
        let mirrored = self.direction == Direction::Either
            && contrast.frame.lot.starts.len() == 1
            && arrangements.mirrored();
        let rarest = if mirrored { 2.0 } else { 1.0 } / arrangements.count() as f64;
        if arrangements.count() <= EXACT_UP_TO {
            rarest
        } else {
            1.0 / (1.0 + self.draws as f64)
        }
    }

    fn drawn_p(&self, contrast: &Contrast, arrangements: &Arrangements, seen: f64) -> f64 {
        let as_much: usize = (0..self.draws)
            .into_par_iter()
            .with_min_len(64)
            .map_init(
                || (contrast.labels.clone(), Sums::default()),
                |(labels, sums), k| {
                    let name = ["randomisation", &self.name];
                    arrangements.draw(labels, &mut random(self.seed, &name, k));
                    usize::from(self.as_much(contrast, labels, sums, seen))
                },
            )
            .sum();
        (1 + as_much) as f64 / (1 + self.draws) as f64
    }

    /// The statistic of a lot, greater where more is shown.
    fn statistic(&self, contrast: &Contrast, labels: &[usize], sums: &mut Sums) -> f64 {
        let (value, variance) = contrast.value_and_variance(labels, sums);
        let statistic = match self.statistic {
            Statistic::Studentised => studentised(value, variance),
            Statistic::Value => value,
        };
        match self.direction {
            Direction::Either => statistic.abs(),
            Direction::Rise => statistic,
            Direction::Fall => -statistic,
        }
    }

    fn as_much(&self, contrast: &Contrast, labels: &[usize], sums: &mut Sums, seen: f64) -> bool {
        let statistic = self.statistic(contrast, labels, sums);
        // infinite statistics (no spread at all) are equal, and their difference is not a number
        statistic >= seen || seen - statistic <= TIE * seen.abs()
    }
}

/// The least p, either way, of a lot of cohorts and comparison before anything is measured.
///
/// ```
/// use aimak_science::effect::randomisation::least_p;
/// assert_eq!(least_p(&[3], 3), 0.1); // of 20 ways two show as much: 3 + 3 cannot reach 5 %
/// assert_eq!(least_p(&[4], 4), 2.0 / 70.0);
/// assert_eq!(least_p(&[2], 8), 1.0 / 45.0);
/// ```
pub fn least_p(cohorts: &[usize], comparison: usize) -> f64 {
    let mut counts = cohorts.to_vec();
    counts.push(comparison);
    let rarest = if cohorts == [comparison] { 2.0 } else { 1.0 };
    rarest / arrangements::multinomial(&counts) as f64
}

#[cfg(test)]
mod tests;
