//! What does the joint test say where errors come from few units?

use aimak_core::{Message, Reason, Withheld};

use super::{
    super::{
        cholesky::Cholesky,
        influence::{Effect, Samples},
        noncentral::Squared,
        panel::Start,
    },
    Joint, dependent,
};

/// The joint test of leads with errors estimated from few units: Welch's t of two means, for several effects and cohorts.
///
/// # Formula
/// Units of one start are one sample: `Σ_c = n_c/(n_c − 1)·Σ_{i∈c}(ψᵢ − ψ̄_c)(ψᵢ − ψ̄_c)ᵀ/n²`, `S = Σ_c Σ_c`, `T² = θᵀS⁻¹θ`. Degrees of freedom
/// `ν = (q + q²)/Σ_c [tr((Σ_cS⁻¹)²) + (tr Σ_cS⁻¹)²]/(n_c − 1)`; `F = T²·(ν − q + 1)/(νq)` with q and ν − q + 1 degrees of freedom.
///
/// # Range and edge cases
/// For one lead it is Welch's test with the degrees of freedom of Satterthwaite. An approximation for more than two samples, which
/// the authors studied for two. A start with one unit has no spread of its own and joins the never treated, or the largest other
/// start. Refused unless ν > q − 1.
///
/// Simulated, 3,000 panels each, true null at 5 %, errors with AR .5 (in brackets the chi-squared test of did): 6 treated and 6 others,
/// 3 leads .04 (.24); 10 and 10 .05 (.15); 14 with twice the spread and 6 .05 (.15); 5, 5 and 8, 5 leads .05 (.36); 4, 4, 3
/// and 6, 9 leads .004 (.84), their 4 means over cohorts .03 (.24); 2 and 8, 2 leads .07 (.46). The noncentrality for the power is
/// `uᵀS⁻¹u·(ν − q − 1)/ν`, unbiased where S is Wishart's; there is none for ν ≤ q + 1.
///
/// # Example
/// See [`super::Leads`]: one lead, two and two units: `T² = 1/2` (divisors n − 1), ν = 2.
///
/// # Reference
/// Krishnamoorthy & Yu (2004), Stat. Probab. Lett. 66:161–169; Nel & Van der Merwe (1986), Commun. Stat. Theory Methods 15:3719–3735.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmallSample {
    /// The test.
    pub joint: Joint,
    /// ν, degrees of freedom of the errors.
    pub error_df: f64,
    /// Noncentrality of a drift of 1, where errors have the degrees of freedom to tell it.
    pub(super) drift: Option<f64>,
}

impl SmallSample {
    pub(super) fn of(
        starts: &[Start],
        effects: &[&Effect],
        under_drift: &[f64],
    ) -> Result<Self, Withheld> {
        let q = effects.len();
        let parts: Vec<(f64, Vec<f64>)> = Samples::of(starts)
            .parts()
            .iter()
            .map(|units| (units.len() as f64, part(units, effects)))
            .collect();
        let mut whole = vec![0.0; q * q];
        for (_, part) in &parts {
            for (total, cell) in whole.iter_mut().zip(part) {
                *total += cell;
            }
        }
        let inverse = Cholesky::of(&whole, q).ok_or_else(|| dependent(q, starts.len()))?;
        let spent: f64 = parts
            .iter()
            .map(|(n, part)| traces(part, &inverse, q) / (n - 1.0))
            .sum();
        let error_df = (q + q * q) as f64 / spent;
        let rest = error_df - q as f64 + 1.0;
        // ν is q − 1 but for rounding where each sample gives one direction of the errors
        if rest < 1e-9 {
            return Err(without_freedom(q, error_df));
        }
        let theta: Vec<f64> = effects.iter().map(|effect| effect.att).collect();
        let statistic = inverse.quadratic(&theta) * rest / (error_df * q as f64);
        Ok(Self {
            joint: Joint::of(
                statistic,
                Squared::F {
                    df: q as f64,
                    errors: rest,
                },
            ),
            error_df,
            // of few units S⁻¹ is on average ν/(ν − q − 1) times too large, and power would be promised that is not there
            drift: (rest > 2.0).then(|| inverse.quadratic(under_drift) * (rest - 2.0) / error_df),
        })
    }
}

/// Refuses a test all of whose freedom goes into telling the leads apart.
fn without_freedom(leads: usize, error_df: f64) -> Withheld {
    let detail = Message::new("detail-leads-without-freedom").with("leads", leads as f64);
    Withheld::because(Reason::TooFewClusters).with(detail.with("df", error_df))
}

/// What one sample adds to the covariances of the effects.
fn part(units: &[usize], effects: &[&Effect]) -> Vec<f64> {
    let n = units.len() as f64;
    let centred: Vec<Vec<f64>> = effects
        .iter()
        .map(|effect| {
            let psi = effect.influence();
            let mean = units.iter().map(|&unit| psi[unit]).sum::<f64>() / n;
            units.iter().map(|&unit| psi[unit] - mean).collect()
        })
        .collect();
    let all = effects
        .first()
        .map_or(1.0, |effect| effect.influence().len() as f64);
    let scale = n / (n - 1.0) / (all * all);
    centred
        .iter()
        .flat_map(|one| {
            centred
                .iter()
                .map(move |other| scale * one.iter().zip(other).map(|(a, b)| a * b).sum::<f64>())
        })
        .collect()
}

/// `tr(M²) + (tr M)²`, `M = part·whole⁻¹`.
fn traces(part: &[f64], inverse: &Cholesky, q: usize) -> f64 {
    // both are symmetric: a row of M is the solution for a row of the part
    let rows: Vec<Vec<f64>> = part.chunks_exact(q).map(|row| inverse.solve(row)).collect();
    let trace: f64 = (0..q).map(|k| rows[k][k]).sum();
    let squared: f64 = (0..q)
        .flat_map(|a| (0..q).map(move |b| (a, b)))
        .map(|(a, b)| rows[a][b] * rows[b][a])
        .sum();
    squared + trace * trace
}
