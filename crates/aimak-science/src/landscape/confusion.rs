//! What is truly there where the map says so?

use aimak_core::{Message, Reason, Withheld};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

/// Points of a mapped class below which its accuracy has no spread.
const MIN_POINTS: u32 = 2;

/// Reference points by mapped class (rows) and true class (columns).
///
/// Points must have been drawn at random within each mapped class; then a row estimates what lies under that class.
///
/// # Example
/// ```
/// use aimak_science::landscape::confusion::ConfusionMatrix;
/// let matrix = ConfusionMatrix::new(&[10, 40], &[vec![45, 5], vec![10, 90]]).unwrap();
/// assert_eq!(matrix.user_accuracy(40), Some(0.9));
/// assert!(ConfusionMatrix::new(&[10, 40], &[vec![1, 0], vec![10, 90]]).is_err()); // one point
/// ```
///
/// # Reference
/// METHODS E.7; Olofsson et al. (2014), Remote Sens. Environ. 148:42–57, doi:10.1016/j.rse.2014.02.015.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfusionMatrix {
    legend: Vec<u8>,
    counts: Vec<Vec<u32>>,
}

impl ConfusionMatrix {
    /// A matrix over a legend, one row of counts for each mapped class.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where the table is not square over a legend of distinct classes, `TOO_FEW_PLOTS` where a mapped class has
    /// fewer than two points.
    pub fn new(legend: &[u8], counts: &[Vec<u32>]) -> Result<Self, Withheld> {
        let distinct = (1..legend.len()).all(|place| !legend[..place].contains(&legend[place]));
        let square =
            counts.len() == legend.len() && counts.iter().all(|row| row.len() == legend.len());
        if legend.is_empty() || !distinct || !square {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        for row in counts {
            // sums beyond 2³² points are no sample
            let points = row.iter().try_fold(0_u32, |sum, n| sum.checked_add(*n));
            let points = points.ok_or(Withheld::because(Reason::OutOfRange))?;
            if points < MIN_POINTS {
                let detail = Message::new("detail-plots").with("n", points as usize);
                return Err(Withheld::because(Reason::TooFewPlots)
                    .with(detail.with("needed", MIN_POINTS as usize)));
            }
        }
        Ok(Self {
            legend: legend.to_vec(),
            counts: counts.to_vec(),
        })
    }

    /// Share of the points of a mapped class that are truly of it; `None` for a class the matrix does not know.
    pub fn user_accuracy(&self, class: u8) -> Option<f64> {
        let place = self.place(class)?;
        let points: u32 = self.counts[place].iter().sum();
        Some(f64::from(self.counts[place][place]) / f64::from(points))
    }

    /// Whether every one of these classes has a row.
    pub fn covers(&self, classes: &[u8]) -> bool {
        classes.iter().all(|class| self.place(*class).is_some())
    }

    fn place(&self, class: u8) -> Option<usize> {
        self.legend.iter().position(|known| *known == class)
    }

    /// The matrix other points could have given: in each row, n − 1 of the n points with replacement.
    ///
    /// n − 1, as in [`crate::methods::replicates`]: n draws would make few points look surer than they are.
    pub(super) fn redrawn(&self, random: &mut ChaCha8Rng) -> TrueClasses {
        let rows = self.counts.iter().map(|row| {
            let drawn = CumulativeCounts::new(row);
            let mut redrawn = vec![0; row.len()];
            for _ in 1..drawn.total() {
                redrawn[drawn.pick(random)] += 1;
            }
            CumulativeCounts::new(&redrawn)
        });
        let mut of_mapped = vec![None; 256];
        for (class, row) in self.legend.iter().zip(rows) {
            of_mapped[usize::from(*class)] = Some(row);
        }
        TrueClasses {
            legend: self.legend.clone(),
            of_mapped,
        }
    }
}

/// The true classes under each mapped class, to draw from.
pub(super) struct TrueClasses {
    legend: Vec<u8>,
    of_mapped: Vec<Option<CumulativeCounts>>,
}

impl TrueClasses {
    /// A true class under a mapped one; a class without points stays as it is mapped.
    pub(super) fn draw(&self, mapped: u8, random: &mut ChaCha8Rng) -> u8 {
        let points = self.of_mapped[usize::from(mapped)].as_ref();
        points.map_or(mapped, |points| self.legend[points.pick(random)])
    }
}

/// Counts summed from the first class on.
#[derive(Clone)]
struct CumulativeCounts(Vec<u32>);

impl CumulativeCounts {
    fn new(counts: &[u32]) -> Self {
        let mut sum = 0;
        let sums = counts.iter().map(|count| {
            sum += count;
            sum
        });
        Self(sums.collect())
    }

    fn total(&self) -> u32 {
        self.0.last().copied().unwrap_or(0)
    }

    /// A place, as often as its count says.
    fn pick(&self, random: &mut ChaCha8Rng) -> usize {
        let point = random.random_range(0..self.total());
        self.0.partition_point(|sum| *sum <= point)
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;

    use super::*;

    #[test]
    fn a_table_must_fit_its_legend() {
        let square = vec![vec![5, 0], vec![0, 5]];
        for legend in [&[1_u8][..], &[1, 1], &[1, 2, 3], &[]] {
            let refused = ConfusionMatrix::new(legend, &square).unwrap_err();
            assert_eq!(refused.reason, Reason::OutOfRange);
        }
        let huge = ConfusionMatrix::new(&[1, 2], &[vec![u32::MAX, 1], vec![1, 1]]);
        assert_eq!(huge.unwrap_err().reason, Reason::OutOfRange);
    }

    #[test]
    fn classes_never_seen_under_a_mapped_class_are_never_drawn() {
        let matrix =
            ConfusionMatrix::new(&[3, 1, 2], &[vec![0, 4, 0], vec![2, 2, 0], vec![0, 0, 9]]);
        let mut random = ChaCha8Rng::seed_from_u64(1);
        let truth = matrix.unwrap().redrawn(&mut random);
        for _ in 0..100 {
            assert_eq!(truth.draw(3, &mut random), 1);
            assert_ne!(truth.draw(1, &mut random), 2);
            assert_eq!(truth.draw(2, &mut random), 2);
        }
    }
}
