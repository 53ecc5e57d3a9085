//! How sure is a coefficient when rows of one unit belong together?

use std::collections::BTreeMap;

use aimak_core::{Message, Reason, Withheld};

use crate::methods::interval::StandardError;

use super::{
    least_squares::{Basis, dot},
    panel::Balanced,
    symmetric::eigen,
    unit_change::Sides,
};

/// How the residuals of a cluster are enlarged, as the fit made them too small.
///
/// # Formula
/// With the orthonormal rows `Q_g` of cluster g, `G = Q_gᵀQ_g` and c the direction of the coefficient, the cluster's score is
/// `s_g = cᵀ f(G) Q_gᵀ e_g` and `SE² = a·Σ s_g²`: CR0 `f = 1, a = 1`; CR1 `a = g/(g−1)`; CR1S `a = g(N−1)/((g−1)(N−k))`;
/// CR2 `f(λ) = (1−λ)^(−1/2)`; CR3 `f(λ) = (1−λ)^(−1)`; λ are the eigenvalues of G.
///
/// # Reference
/// Bell & McCaffrey (2002), Survey Methodology 28:169–181; Pustejovsky & Tipton (2018), J. Bus. Econ. Stat. 36:672–683.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClusterRobust {
    /// As they are; too small.
    Cr0,
    /// For the number of clusters.
    Cr1,
    /// For the numbers of clusters, rows and columns.
    Cr1S,
    /// Unbiased where rows are independent and alike; the default.
    Cr2,
    /// As if each cluster were left out once; on the safe side.
    Cr3,
}

/// One coefficient of a least-squares regression of rows that belong to clusters.
///
/// # Range and edge cases
/// Withheld for fewer than two clusters, and where the columns cannot be told apart. [`Self::error`] is withheld where the coefficient
/// rests on one cluster alone (one treated unit with its own constant): its residuals are zero and would look like certainty.
///
/// # Example
/// ```
/// use aimak_science::effect::cluster_robust::{ClusterRobust, ClusteredRegression};
/// // the mean of four clusters of one row: CR2 is the textbook standard error, with n − 1 degrees of freedom
/// let y = [1.0, 2.0, 3.0, 6.0];
/// let mean = ClusteredRegression::of(&[vec![1.0; 4]], &y, &[0, 1, 2, 3], 0).unwrap();
/// let error = mean.error(ClusterRobust::Cr2).unwrap();
/// assert!((mean.coefficient - 3.0).abs() < 1e-12);
/// assert!((error.se - (14.0_f64 / 3.0 / 4.0).sqrt()).abs() < 1e-12 && (error.df - 3.0).abs() < 1e-9);
/// ```
///
/// # Reference
/// STATISTICS, section 6, rung 3; peers in `reference/stats/cluster`.
#[derive(Clone, Debug, PartialEq)]
pub struct ClusteredRegression {
    /// The coefficient asked for.
    pub coefficient: f64,
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Direction of the coefficient among the orthonormal columns.
    pub(super) direction: Vec<f64>,
    pub(super) clusters: Vec<Cluster>,
}

/// What a cluster brings, in coordinates of the orthonormal columns.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cluster {
    /// `QᵀQ` of its rows.
    pub(super) gram: Vec<Vec<f64>>,
    /// `Qᵀe` of its rows.
    pub(super) score: Vec<f64>,
}

impl ClusteredRegression {
    /// Regresses `outcome` on `columns`, and keeps what belongs to column `asked`.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` for fewer than two; `TOO_FEW_OBSERVATIONS` where the columns cannot be told apart.
    ///
    /// # Panics
    /// Where the lengths differ or the column does not exist.
    pub fn of(
        columns: &[Vec<f64>],
        outcome: &[f64],
        clusters: &[usize],
        asked: usize,
    ) -> Result<Self, Withheld> {
        let rows = outcome.len();
        assert!(
            clusters.len() == rows && columns.iter().all(|column| column.len() == rows),
            "invariant: one value a row"
        );
        let Some(basis) = Basis::of(columns) else {
            let detail = Message::new("detail-effect-collinear").with("columns", columns.len());
            return Err(
                Withheld::because(Reason::TooFewObservations).with(detail.with("rows", rows))
            );
        };
        let fit = basis.fit(outcome);
        let clusters = gather(&basis, &fit.residuals, clusters);
        if clusters.len() < 2 {
            let detail = Message::new("detail-effect-units").with("n", clusters.len());
            return Err(
                Withheld::because(Reason::TooFewClusters).with(detail.with("needed", 2_usize))
            );
        }
        Ok(Self {
            coefficient: fit.coefficients[asked],
            rows,
            columns: columns.len(),
            direction: basis.direction(asked).to_vec(),
            clusters,
        })
    }

    /// The difference of changes at one date as a regression on sides, periods and their product, rows clustered by unit.
    ///
    /// # Errors
    /// As [`Sides::at`] with two units a side.
    pub fn before_after_control(panel: &Balanced, start: i32) -> Result<Self, Withheld> {
        let sides = Sides::at(panel, start, 2)?;
        let side = |of: &[usize], treated: f64| of.iter().map(|&unit| (unit, treated)).collect();
        let mut units: Vec<(usize, f64)> = side(&sides.treated, 1.0);
        units.extend::<Vec<_>>(side(&sides.comparison, 0.0));
        let periods = panel.periods();
        let column = |value: &dyn Fn(f64, usize) -> f64| -> Vec<f64> {
            let rows = units
                .iter()
                .flat_map(|&(_, treated)| (0..periods.len()).map(move |t| (treated, t)));
            rows.map(|(treated, t)| value(treated, t)).collect()
        };
        let mut columns = vec![column(&|_, _| 1.0), column(&|treated, _| treated)];
        for period in 1..periods.len() {
            columns.push(column(&|_, t| f64::from(u8::from(t == period))));
        }
        columns.push(column(&|treated, t| {
            treated * f64::from(u8::from(periods[t] >= start))
        }));
        let outcome: Vec<f64> = units
            .iter()
            .flat_map(|&(unit, _)| panel.outcomes(unit))
            .copied()
            .collect();
        let clusters: Vec<usize> = units
            .iter()
            .flat_map(|&(unit, _)| periods.iter().map(move |_| unit))
            .collect();
        Self::of(&columns, &outcome, &clusters, columns.len() - 1)
    }

    /// How many clusters.
    pub fn clusters(&self) -> usize {
        self.clusters.len()
    }

    /// Standard error of the coefficient, degrees of freedom after Satterthwaite for rows that are independent and alike.
    ///
    /// # Formula
    /// `df = (tr P)²/tr(P²)`, `P_gh = δ_gh·cᵀfGfc − u_gᵀu_h`, `u_g = G f(G) c`.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` where one cluster alone decides the coefficient.
    pub fn error(&self, kind: ClusterRobust) -> Result<StandardError, Withheld> {
        let spread: Vec<Enlarged> = self
            .clusters
            .iter()
            .map(|cluster| Enlarged::of(cluster, &self.direction, kind))
            .collect::<Option<_>>()
            .ok_or_else(|| {
                let detail = Message::new("detail-effect-one-cluster");
                Withheld::because(Reason::TooFewClusters)
                    .with(detail.with("clusters", self.clusters()))
            })?;
        let squares: f64 = spread.iter().map(|part| part.score * part.score).sum();
        Ok(StandardError {
            se: (self.factor(kind) * squares).sqrt(),
            df: satterthwaite(&spread),
        })
    }

    fn factor(&self, kind: ClusterRobust) -> f64 {
        let (g, n, k) = (
            self.clusters() as f64,
            self.rows as f64,
            self.columns as f64,
        );
        match kind {
            ClusterRobust::Cr1 => g / (g - 1.0),
            ClusterRobust::Cr1S => g * (n - 1.0) / ((g - 1.0) * (n - k)),
            _ => 1.0,
        }
    }
}

/// A cluster after its residuals were enlarged.
struct Enlarged {
    /// Its part of the coefficient's error.
    score: f64,
    /// `cᵀfGfc`.
    weight: f64,
    /// `G f(G) c`.
    shadow: Vec<f64>,
}

impl Enlarged {
    /// `None` where the cluster fits itself perfectly in a direction on which the coefficient rests.
    fn of(cluster: &Cluster, direction: &[f64], kind: ClusterRobust) -> Option<Self> {
        let (values, axes) = eigen(&cluster.gram);
        let length = dot(direction, direction).sqrt();
        let (mut score, mut weight) = (0.0, 0.0);
        let mut shadow = vec![0.0; direction.len()];
        for (value, axis) in values.iter().zip(&axes) {
            let along = dot(axis, direction);
            let left = 1.0 - value;
            if left < 1e-10 && along.abs() > 1e-10 * length {
                return None;
            }
            let enlarged = match kind {
                _ if left < 1e-10 => 0.0,
                ClusterRobust::Cr2 => left.powf(-0.5),
                ClusterRobust::Cr3 => 1.0 / left,
                _ => 1.0,
            };
            score += along * enlarged * dot(axis, &cluster.score);
            weight += along * along * enlarged * enlarged * value;
            for (shadow, axis) in shadow.iter_mut().zip(axis) {
                *shadow += value * enlarged * along * axis;
            }
        }
        Some(Self {
            score,
            weight,
            shadow,
        })
    }
}

fn satterthwaite(spread: &[Enlarged]) -> f64 {
    let (mut trace, mut squares) = (0.0, 0.0);
    for (g, one) in spread.iter().enumerate() {
        for (h, other) in spread.iter().enumerate() {
            let own = if g == h { one.weight } else { 0.0 };
            let element = own - dot(&one.shadow, &other.shadow);
            trace += if g == h { element } else { 0.0 };
            squares += element * element;
        }
    }
    trace * trace / squares
}

/// Sums over the rows of each cluster, by the number of the cluster.
fn gather(basis: &Basis, residuals: &[f64], clusters: &[usize]) -> Vec<Cluster> {
    let size = basis.columns();
    let mut gathered: BTreeMap<usize, Cluster> = BTreeMap::new();
    for (i, (cluster, residual)) in clusters.iter().zip(residuals).enumerate() {
        let row = basis.row(i);
        let sums = gathered.entry(*cluster).or_insert_with(|| Cluster {
            gram: vec![vec![0.0; size]; size],
            score: vec![0.0; size],
        });
        for (a, value) in row.iter().enumerate() {
            sums.score[a] += value * residual;
            for (b, other) in row.iter().enumerate() {
                sums.gram[a][b] += value * other;
            }
        }
    }
    gathered.into_values().collect()
}

#[cfg(test)]
mod tests;
