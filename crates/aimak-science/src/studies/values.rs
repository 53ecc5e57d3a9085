//! Values of plots: what is their mean, and which land does it stand for?

use aimak_core::{InputUse, Land, Message, Plot, Reason, Withheld};

use super::{add_once, finding::merge_inputs, most_frequent, plots::too_few};
use crate::{
    indicators::PlotValue,
    methods::{
        interval::StandardError,
        strata::{Strata, StratifiedMean, mean_over_strata, stratified},
    },
};

/// Values of plots with their strata, and what went wrong on others.
#[derive(Debug, Default)]
pub(super) struct Values<'a> {
    pub(super) given: Vec<(&'a Plot, f64)>,
    pub(super) flags: Vec<Message>,
    pub(super) inputs: Vec<InputUse>,
    refused: Vec<Withheld>,
}

impl<'a> Values<'a> {
    /// Adds the outcome of one plot.
    pub(super) fn add(
        &mut self,
        plot: &'a Plot,
        rows: &[&[InputUse]],
        value: Result<PlotValue, Withheld>,
    ) {
        match value {
            Ok(value) => {
                self.given.push((plot, value.value));
                for rows in rows {
                    merge_inputs(&mut self.inputs, rows);
                }
                add_once(&mut self.flags, &value.flags);
            }
            Err(withheld) => self.refused.push(withheld),
        }
    }

    /// The mean over strata with its standard error; over organic and other land by their areas where `by_land` tells how.
    ///
    /// # Errors
    /// The plots' own reason where none has a value; `TOO_FEW_PLOTS` for a single one.
    pub(super) fn mean(&self, by_land: ByLand) -> Result<(f64, Option<StandardError>), Withheld> {
        match self.given.len() {
            0 if self.refused.is_empty() => return Err(Withheld::because(Reason::NoData)),
            0 => {
                let detail = Message::new("detail-plots-refused").with("n", self.refused.len());
                return Err(most_frequent(&self.refused).with(detail));
            }
            1 => return Err(too_few(1)),
            _ => {}
        }
        let of = |wanted: &dyn Fn(&Plot) -> bool| {
            let wanted = self.given.iter().filter(|(plot, _)| wanted(plot));
            mean_over_strata(&Strata::new(
                wanted.map(|(plot, value)| (plot.stratum.as_str(), *value)),
            ))
        };
        let mean = match by_land {
            ByLand::Weighted { organic } => {
                let parts = [(organic, true), (1.0 - organic, false)];
                let part = |(weight, land)| {
                    let StratifiedMean { mean, error } =
                        of(&|plot: &Plot| plot.on_organic_land == Some(land))?;
                    Some((weight, mean, error))
                };
                let parts: Option<Vec<_>> = parts.into_iter().map(part).collect();
                parts.map(|parts| stratified(&parts))
            }
            ByLand::OneLand | ByLand::AsSampled => of(&|_| true),
        };
        let mean = mean.ok_or(Withheld::because(Reason::NoData))?;
        Ok((mean.mean, mean.error))
    }

    /// A note on the plots that could not be used.
    pub(super) fn note(&self) -> Option<Message> {
        (!self.refused.is_empty())
            .then(|| Message::new("note-plots-refused").with("n", self.refused.len()))
    }

    /// Plots on organic land, and plots known to lie on other land.
    fn on_lands(&self) -> (usize, usize) {
        let count = |organic| {
            let on_it = |(plot, _): &&(&Plot, f64)| plot.on_organic_land == Some(organic);
            self.given.iter().filter(on_it).count()
        };
        (count(true), count(false))
    }
}

/// How plots of organic and of other land become the mean of a whole aimak.
///
/// Organic fields are mostly sampled more densely than the rest; the plain mean of all plots would then stand for an aimak
/// more organic than it is. Post-stratification gives both lands their area (METHODS A.9).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ByLand {
    /// All plots lie on one kind of land.
    OneLand,
    /// Each land counts by its area; `organic` is the share of organic land, 0–1.
    Weighted {
        /// Share of organic land.
        organic: f64,
    },
    /// Plots count alike: areas are unknown, some plots are on unknown land, or one land has fewer than two plots.
    AsSampled,
}

impl ByLand {
    /// The way that fits every one of the samples that are compared.
    pub(super) fn fitting(land: Land, organic_share: Option<f64>, samples: &[&Values]) -> Self {
        let organic_plots = samples
            .iter()
            .map(|sample| sample.on_lands().0)
            .sum::<usize>();
        if land != Land::WholeAimak || organic_plots == 0 {
            return Self::OneLand;
        }
        let fits = |sample: &&Values| {
            let (organic, other) = sample.on_lands();
            organic >= 2 && other >= 2 && organic + other == sample.given.len()
        };
        match organic_share {
            Some(organic) if 0.0 < organic && organic < 1.0 && samples.iter().all(fits) => {
                Self::Weighted { organic }
            }
            _ => Self::AsSampled,
        }
    }

    /// What the reader must know of it.
    pub(super) fn note(self) -> Option<Message> {
        match self {
            Self::OneLand => None,
            Self::Weighted { .. } => Some(Message::new("note-lands-by-area")),
            Self::AsSampled => Some(Message::new("note-lands-as-sampled")),
        }
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::AimakCode;

    use super::*;

    fn plot(on_organic_land: Option<bool>) -> Plot {
        Plot {
            id: String::new(),
            aimak: AimakCode("a".to_owned()),
            on_organic_land,
            stratum: String::new(),
            place: None,
            visits: Vec::new(),
        }
    }

    fn sample<'a>(plots: &'a [Plot], values: &[f64]) -> Values<'a> {
        let given = plots.iter().zip(values.iter().copied()).collect();
        Values {
            given,
            ..Values::default()
        }
    }

    #[test]
    fn a_quarter_of_organic_land_weighs_a_quarter_however_many_plots_it_has() {
        // organic 10, 14: mean 12, s²/n = 4; other 20, 22, 24: mean 22, s²/n = 4/3
        // ¼·12 + ¾·22 = 19.5; SE² = 4/16 + (9/16)(4/3) = 1; df = 1/(0.25²/1 + 0.75²/2) = 2.909
        let plots = [true, true, false, false, false].map(|organic| plot(Some(organic)));
        let values = sample(&plots, &[10.0, 14.0, 20.0, 22.0, 24.0]);
        let by_land = ByLand::fitting(Land::WholeAimak, Some(0.25), &[&values]);
        let (mean, error) = values.mean(by_land).unwrap();
        let error = error.unwrap();
        assert!((mean - 19.5).abs() < 1e-12);
        assert!((error.se - 1.0).abs() < 1e-12 && (error.df - 2.909_090_909).abs() < 1e-8);
    }

    #[test]
    fn plots_count_alike_where_areas_or_places_are_unknown() {
        let known = [true, true, false, false].map(|organic| plot(Some(organic)));
        let known = sample(&known, &[1.0, 2.0, 3.0, 4.0]);
        let lost = [Some(true), Some(true), None, Some(false), Some(false)].map(plot);
        let lost = sample(&lost, &[1.0; 5]);
        let few = [true, false, false].map(|organic| plot(Some(organic)));
        let few = sample(&few, &[1.0; 3]);
        let fitting =
            |share, samples: &[&Values]| ByLand::fitting(Land::WholeAimak, share, samples);
        let weighted = ByLand::Weighted { organic: 0.25 };
        assert_eq!(fitting(Some(0.25), &[&known]), weighted);
        assert_eq!(fitting(None, &[&known]), ByLand::AsSampled);
        assert_eq!(fitting(Some(0.25), &[&known, &lost]), ByLand::AsSampled);
        assert_eq!(fitting(Some(0.25), &[&few]), ByLand::AsSampled);
        let on_organic = ByLand::fitting(Land::Organic, Some(0.25), &[&known]);
        assert_eq!(on_organic, ByLand::OneLand);
    }
}
