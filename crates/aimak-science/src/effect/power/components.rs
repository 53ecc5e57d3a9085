//! How much do aimaks, waves and plots vary by chance?

use aimak_core::{Message, Reason, Withheld};
use serde::{Deserialize, Serialize};
use statrs::distribution::{ChiSquared, ContinuousCDF as _};

use crate::methods::interval::{mean, variance};

/// How much chance varies, in the unit of the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct VarianceComponents {
    /// Sd of what happens to an aimak in a wave and to no other.
    pub aimak_shock_sd: f64,
    /// Correlation of that with what happened in the wave before.
    pub autocorrelation: f64,
    /// Sd of the plots of an aimak about its mean in a wave.
    pub plot_sd: f64,
    /// Correlation of a plot with itself in another wave, about the aimak's means.
    pub revisit_correlation: f64,
}

/// Plots of untreated aimaks over waves.
#[derive(Clone, Copy, Debug)]
pub enum PlotVisits<'a> {
    /// By aimak, plot, wave: each plot seen in every wave.
    Revisited(&'a [Vec<Vec<f64>>]),
    /// By aimak, wave, plot: other plots in each wave.
    DrawnAnew(&'a [Vec<Vec<f64>>]),
}

/// How many times as large the true spread may be as that of a pilot of so many aimaks; `None` of fewer than two.
///
/// # Formula
/// `√((n − 1)/χ²(.025, n − 1))`, the upper limit of the 95 % interval of a standard deviation over itself. Waves of one aimak are
/// not counted as further aimaks: they are alike.
///
/// # Example
/// ```
/// use aimak_science::effect::power::true_spread_at_most;
/// // χ²(.025, 9) = 2.70039
/// assert!((true_spread_at_most(10).unwrap() - (9.0_f64 / 2.70039).sqrt()).abs() < 1e-5);
/// assert_eq!(true_spread_at_most(1), None);
/// ```
///
/// # Reference
/// Any table of χ², such as Fisher & Yates (1963), table IV.
pub fn true_spread_at_most(units: usize) -> Option<f64> {
    let df = units.checked_sub(1).filter(|df| *df > 0)? as f64;
    let lowest = ChiSquared::new(df).ok()?.inverse_cdf(0.025);
    Some((df / lowest).sqrt())
}

/// What the plots of all aimaks say together.
struct Plots {
    /// Means by aimak and wave.
    means: Vec<Vec<f64>>,
    /// Variance of a mean from plots, but for what cancels between waves.
    noise: f64,
    sd: f64,
    revisit_correlation: f64,
}

impl VarianceComponents {
    /// Components of plots, by analysis of variance and the differences of aimak means.
    ///
    /// # Formula
    /// Of revisited plots: in each aimak plots × waves, `σ_ε² = MS_residual`, `σ_π² = (MS_plots − MS_residual)/W`, pooled over aimaks;
    /// `plot_sd² = σ_π² + σ_ε²`, revisit correlation `σ_π²/plot_sd²`. Of plots drawn anew: the variance within aimak and wave.
    /// With `V_h` the variance between aimaks of the change of their means over h waves, less what plots add to it (twice the variance
    /// of a mean): `V_1 = 2σ_u²(1 − φ)`, `V_2 = 2σ_u²(1 − φ²)`, so `φ = V_2/V_1 − 1`, `σ_u² = V_1/(2(1 − φ))`.
    ///
    /// # Range and edge cases
    /// Negative components are 0, φ is kept within 0 and .95. Changes are free of the levels of aimaks and the shocks of waves, and, unlike
    /// residuals of a few waves, not biased by having these taken out. Two aimaks, two plots and three waves at least; with some ten
    /// aimaks φ is a rough guess. Aimaks must be untreated: an effect is no chance.
    ///
    /// # Example
    /// ```
    /// use aimak_science::effect::power::{PlotVisits, VarianceComponents};
    /// // plots alike, means 0 2 1 beside 0 0 0: changes 2, −1 (variances 2 and ½) and over two waves 1 (½): φ = .5/1.25 − 1 < 0
    /// let aimaks = [vec![vec![0.0, 0.0], vec![2.0, 2.0], vec![1.0, 1.0]], vec![vec![0.0, 0.0]; 3]];
    /// let found = VarianceComponents::of(PlotVisits::DrawnAnew(&aimaks)).unwrap();
    /// assert_eq!((found.autocorrelation, found.plot_sd), (0.0, 0.0));
    /// assert!((found.aimak_shock_sd.powi(2) - 1.25 / 2.0).abs() < 1e-12);
    /// ```
    ///
    /// # Reference
    /// Searle (1971), Biometrics 27:1–76 (analysis of variance); the differences by their expectations, as stated.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS`, `TOO_FEW_PLOTS` and `TOO_FEW_YEARS` below those numbers.
    ///
    /// # Panics
    /// Where aimaks have not the same waves.
    pub fn of(visits: PlotVisits<'_>) -> Result<Self, Withheld> {
        let (PlotVisits::Revisited(aimaks) | PlotVisits::DrawnAnew(aimaks)) = visits;
        let waves = match visits {
            PlotVisits::Revisited(_) => {
                aimaks.first().and_then(|plots| plots.first()).map(Vec::len)
            }
            PlotVisits::DrawnAnew(_) => aimaks.first().map(Vec::len),
        };
        let waves = waves.unwrap_or(0);
        let fewest_plots = match visits {
            PlotVisits::Revisited(_) => aimaks.iter().map(Vec::len).min(),
            PlotVisits::DrawnAnew(_) => aimaks.iter().flatten().map(Vec::len).min(),
        };
        enough(aimaks.len(), 2, Reason::TooFewClusters, "detail-units")?;
        enough(
            fewest_plots.unwrap_or(0),
            2,
            Reason::TooFewPlots,
            "detail-plots",
        )?;
        enough(waves, 3, Reason::TooFewYears, "detail-waves")?;
        let plots = match visits {
            PlotVisits::Revisited(_) => revisited(aimaks, waves),
            PlotVisits::DrawnAnew(_) => drawn_anew(aimaks, waves),
        };
        let one = change_variance(&plots.means, 1) - 2.0 * plots.noise;
        let two = change_variance(&plots.means, 2) - 2.0 * plots.noise;
        let (shock, autocorrelation) = if one > 0.0 {
            let autocorrelation = (two / one - 1.0).clamp(0.0, 0.95);
            (one / (2.0 * (1.0 - autocorrelation)), autocorrelation)
        } else {
            (0.0, 0.0)
        };
        Ok(Self {
            aimak_shock_sd: shock.sqrt(),
            autocorrelation,
            plot_sd: plots.sd,
            revisit_correlation: plots.revisit_correlation,
        })
    }
}

/// Two-way analysis of variance of each aimak's plots and waves, pooled.
fn revisited(aimaks: &[Vec<Vec<f64>>], waves: usize) -> Plots {
    let (mut plot_squares, mut plot_df) = (0.0, 0.0);
    let (mut residual_squares, mut residual_df) = (0.0, 0.0);
    let mut means = Vec::new();
    for plots in aimaks {
        let m = plots.len() as f64;
        let of_wave = |wave: usize| plots.iter().map(|plot| plot[wave]).sum::<f64>() / m;
        let wave_means: Vec<f64> = (0..waves).map(of_wave).collect();
        let all = wave_means.iter().sum::<f64>() / waves as f64;
        for plot in plots {
            assert_eq!(plot.len(), waves, "invariant: a plot is seen in every wave");
            let own = plot.iter().sum::<f64>() / waves as f64;
            plot_squares += waves as f64 * (own - all).powi(2);
            let residuals = plot
                .iter()
                .zip(&wave_means)
                .map(|(y, wave)| y - own - wave + all);
            residual_squares += residuals.map(|off| off * off).sum::<f64>();
        }
        plot_df += m - 1.0;
        residual_df += (m - 1.0) * (waves as f64 - 1.0);
        means.push(wave_means);
    }
    let residual = residual_squares / residual_df;
    let lasting = ((plot_squares / plot_df - residual) / waves as f64).max(0.0);
    let inverse = aimaks
        .iter()
        .map(|plots| 1.0 / plots.len() as f64)
        .sum::<f64>();
    let total = residual + lasting;
    Plots {
        means,
        noise: residual * inverse / aimaks.len() as f64,
        sd: total.sqrt(),
        revisit_correlation: if total > 0.0 { lasting / total } else { 0.0 },
    }
}

/// Variance within aimak and wave, pooled.
fn drawn_anew(aimaks: &[Vec<Vec<f64>>], waves: usize) -> Plots {
    let (mut squares, mut df, mut inverse) = (0.0, 0.0, 0.0);
    let mut means = Vec::new();
    for by_wave in aimaks {
        assert_eq!(
            by_wave.len(),
            waves,
            "invariant: aimaks have the same waves"
        );
        let wave_mean = |plots: &Vec<f64>| mean(plots).expect("invariant: two plots");
        means.push(by_wave.iter().map(wave_mean).collect());
        for plots in by_wave {
            let freedom = plots.len() as f64 - 1.0;
            squares += freedom * variance(plots).expect("invariant: two plots");
            df += freedom;
            inverse += 1.0 / plots.len() as f64;
        }
    }
    let within: f64 = squares / df;
    Plots {
        means,
        noise: within * inverse / (aimaks.len() * waves) as f64,
        sd: within.sqrt(),
        revisit_correlation: 0.0,
    }
}

/// The variance between aimaks of the change of their means over so many waves, in the mean of all such changes.
fn change_variance(means: &[Vec<f64>], apart: usize) -> f64 {
    let waves = means[0].len();
    let of = |wave: usize| {
        let changes: Vec<f64> = means
            .iter()
            .map(|means| means[wave + apart] - means[wave])
            .collect();
        variance(&changes).expect("invariant: two aimaks")
    };
    (0..waves - apart).map(of).sum::<f64>() / (waves - apart) as f64
}

fn enough(n: usize, needed: usize, reason: Reason, detail: &str) -> Result<(), Withheld> {
    if n >= needed {
        return Ok(());
    }
    let detail = Message::new(detail).with("n", n).with("needed", needed);
    Err(Withheld::because(reason).with(detail))
}
