//! What do plots that were seen already tell of chance?

use aimak_core::Withheld;

use super::components::{PlotVisits, VarianceComponents};

/// Outcomes of the plots of an aimak: by plot, then wave.
pub type Seen = Vec<Vec<Option<f64>>>;

/// A pilot: plots of untreated aimaks, with gaps as the field left them.
///
/// # Range and edge cases
/// Plots count as revisited where those seen in every wave make at least half of what was seen; then the others are left out, and otherwise
/// all plots count as drawn anew. An aimak without two such plots (in each wave) is left out. What remains is refused as
/// [`VarianceComponents::of`] refuses.
///
/// # Example
/// ```
/// use aimak_science::effect::power::Pilot;
/// let plot = |level: f64| vec![Some(level), Some(level + 2.0), Some(level + 1.0)];
/// let still = vec![vec![Some(0.0); 3]; 2];
/// let pilot = Pilot::of(&[vec![plot(0.0), plot(4.0), vec![Some(9.0), None, None]], still, vec![]]).unwrap();
/// assert!(pilot.revisited);
/// assert_eq!((pilot.aimaks, pilot.aimaks_left_out, pilot.plots_left_out), (2, 1, 1));
/// // the differences of plots last: nothing of them is left in a change
/// assert_eq!(pilot.chance.revisit_correlation, 1.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pilot {
    /// How much chance varies.
    pub chance: VarianceComponents,
    /// True where the same plots were seen again.
    pub revisited: bool,
    /// Aimaks it rests on.
    pub aimaks: usize,
    /// Waves.
    pub waves: usize,
    /// Plots of an aimak in a wave, in the mean.
    pub plots: f64,
    /// Aimaks with too few plots in some wave.
    pub aimaks_left_out: usize,
    /// Plots that were not seen in every wave, of aimaks that are not left out; only where the others were.
    pub plots_left_out: usize,
}

impl Pilot {
    /// The pilot of these aimaks.
    ///
    /// # Errors
    /// As [`VarianceComponents::of`].
    pub fn of(aimaks: &[Seen]) -> Result<Self, Withheld> {
        let waves = aimaks.iter().flatten().map(Vec::len).max().unwrap_or(0);
        let all = || aimaks.iter().flatten();
        let seen = all().flatten().flatten().count();
        let revisited = 2 * waves * all().filter_map(|plot| whole(plot)).count() >= seen;
        let rows = |aimak: &Seen| {
            if revisited {
                aimak.iter().filter_map(|plot| whole(plot)).collect()
            } else {
                by_wave(aimak, waves)
            }
        };
        let mut kept: Vec<(&Seen, Vec<Vec<f64>>)> =
            aimaks.iter().map(|aimak| (aimak, rows(aimak))).collect();
        kept.retain(|(_, rows)| {
            let enough = |row: &Vec<f64>| row.len() >= 2;
            rows.len() >= 2 && (revisited || rows.iter().all(enough))
        });
        let plots_left_out = kept
            .iter()
            .filter(|_| revisited)
            .map(|(aimak, rows)| aimak.len() - rows.len());
        let plots_left_out = plots_left_out.sum();
        let kept: Vec<Vec<Vec<f64>>> = kept.into_iter().map(|(_, rows)| rows).collect();
        let visits = if revisited {
            PlotVisits::Revisited(&kept)
        } else {
            PlotVisits::DrawnAnew(&kept)
        };
        let chance = VarianceComponents::of(visits)?;
        Ok(Self {
            chance,
            revisited,
            aimaks: kept.len(),
            waves,
            plots: kept.iter().flatten().flatten().count() as f64 / (kept.len() * waves) as f64,
            aimaks_left_out: aimaks.len() - kept.len(),
            plots_left_out,
        })
    }
}

/// A plot that was seen in every wave.
fn whole(plot: &[Option<f64>]) -> Option<Vec<f64>> {
    plot.iter().copied().collect()
}

/// What was seen in each wave.
fn by_wave(aimak: &Seen, waves: usize) -> Vec<Vec<f64>> {
    let of = |wave: usize| aimak.iter().filter_map(|plot| *plot.get(wave)?).collect();
    (0..waves).map(of).collect()
}

#[cfg(test)]
mod tests {
    use aimak_core::Reason;

    use super::*;

    #[test]
    fn plots_with_other_names_in_each_wave_are_drawn_anew() {
        // means 0 2 1 beside 0 0 0, plots ±1 about them: the example of the components with a plot variance of 2
        let aimak = |means: [f64; 3]| -> Seen {
            let plots = means.iter().enumerate().flat_map(|(wave, mean)| {
                [-1.0, 1.0].map(|off| {
                    let mut plot = vec![None; 3];
                    plot[wave] = Some(mean + off);
                    plot
                })
            });
            plots.collect()
        };
        let pilot = Pilot::of(&[aimak([0.0, 2.0, 1.0]), aimak([0.0; 3])]).unwrap();
        assert!(!pilot.revisited);
        assert_eq!((pilot.aimaks, pilot.waves, pilot.plots), (2, 3, 2.0));
        assert!((pilot.chance.plot_sd - 2.0_f64.sqrt()).abs() < 1e-12);
        // V₁ = 1.25 less twice 2/2
        assert_eq!(pilot.chance.aimak_shock_sd, 0.0);
    }

    #[test]
    fn nothing_is_refused_with_a_reason() {
        assert_eq!(Pilot::of(&[]).unwrap_err().reason, Reason::TooFewClusters);
        let short = vec![vec![Some(1.0); 2]; 3];
        let refused = Pilot::of(&[short.clone(), short]).unwrap_err();
        assert_eq!(refused.reason, Reason::TooFewYears);
    }
}
