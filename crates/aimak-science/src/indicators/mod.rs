//! What is measured? One file for each indicator: its card and its measure.
//!
//! Adding one takes a file, a `mod` line and an entry in [`ALL`]. The file is named after the indicator's id.

mod crop_diversity;
mod crop_varieties;
mod hill_order1;
mod indicator_species;
mod land_degraded_share;
mod ndvi_season_mean;
mod ndvi_trend;
mod organic_support;
mod productivity_degraded_share;
mod red_list_species;
mod slope_mean;
mod slope_steep_share;
mod soc_concentration;
mod soc_stock;
mod soc_stock_esm;
mod soc_tier1_change;
mod soil_humus;
mod soil_k2o;
mod soil_loss_water;
mod soil_loss_water_cover;
mod soil_loss_water_rain;
mod soil_nitrogen;
mod soil_p2o5;
mod soil_p_olsen;
mod soil_ph;
mod soil_salinity;
mod species_richness;
mod species_turnover;
mod species_turnover_nestedness;
mod species_turnover_replacement;

use aimak_core::{
    Card, Design, InputUse, Message, Period, Plot, Quantity, RasterRole, SampleUnit, SpeciesMark,
    Survey, Visit, Withheld,
};

use crate::{
    diversity::{Dissimilarity, community::Community},
    soil::{figure::SoilFigure, remark::Remark},
};

/// Every indicator, in the order in which readers meet them.
pub static ALL: &[&Indicator] = &[
    &soc_concentration::INDICATOR,
    &soc_stock::INDICATOR,
    &soc_stock_esm::INDICATOR,
    &soil_ph::INDICATOR,
    &soil_humus::INDICATOR,
    &soil_nitrogen::INDICATOR,
    &soil_p2o5::INDICATOR,
    &soil_p_olsen::INDICATOR,
    &soil_k2o::INDICATOR,
    &soil_salinity::INDICATOR,
    // behind everything that was measured in soil
    &soc_tier1_change::INDICATOR,
    &soil_loss_water::INDICATOR,
    &soil_loss_water_cover::INDICATOR,
    &soil_loss_water_rain::INDICATOR,
    &species_richness::INDICATOR,
    &hill_order1::INDICATOR,
    &species_turnover::INDICATOR,
    &species_turnover_replacement::INDICATOR,
    &species_turnover_nestedness::INDICATOR,
    &red_list_species::INDICATOR,
    &indicator_species::INDICATOR,
    &crop_diversity::INDICATOR,
    &crop_varieties::INDICATOR,
    &organic_support::INDICATOR,
    &ndvi_season_mean::INDICATOR,
    &ndvi_trend::INDICATOR,
    &land_degraded_share::INDICATOR,
    &productivity_degraded_share::INDICATOR,
    &slope_mean::INDICATOR,
    &slope_steep_share::INDICATOR,
];

/// The indicator with this id.
pub fn by_id(id: &str) -> Option<&'static Indicator> {
    ALL.iter()
        .copied()
        .find(|indicator| indicator.card.id == id)
}

/// An indicator: what it says about itself, and how it is measured.
#[derive(Debug)]
pub struct Indicator {
    /// Its card.
    pub card: &'static Card,
    /// Its measure.
    pub measure: Measure,
}

/// A value of one plot at one time, with the remarks that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlotValue {
    /// The value, in the unit of the card.
    pub value: f64,
    /// Remarks (`flag-...`).
    pub flags: Vec<Message>,
}

impl PlotValue {
    /// A figure of the plough layer of a visit.
    ///
    /// # Errors
    /// See [`SoilFigure::plough_layer`].
    fn of_plough_layer(figure: SoilFigure, visit: &Visit) -> Result<Self, Withheld> {
        let mean = figure.plough_layer(&visit.soil)?;
        Ok(Self {
            value: mean.value,
            flags: mean.remarks.into_iter().map(Remark::into).collect(),
        })
    }
}

/// Coverage to which the plots, each taken so many times, can be standardised.
pub type Reach = fn(&Community, &[u32]) -> Option<f64>;

/// Value of the plots, each taken so many times, at a target coverage.
pub type ValueTogether = fn(&Community, &[u32], Option<f64>) -> Result<f64, Withheld>;

/// How an indicator becomes a number. Each kind is one way to be uncertain.
#[derive(Debug)]
pub enum Measure {
    /// A value of each visit; plots are averaged.
    PlotMean {
        /// What must have been recorded.
        recorded: Recorded,
        /// The value of a visit.
        value: fn(&Visit) -> Result<PlotValue, Withheld>,
        /// Parameters of the method, as shown to readers.
        parameters: &'static [(&'static str, &'static str)],
    },
    /// A value of each visit against the plot's own baseline visit; change exists only on revisited plots.
    PlotPair {
        /// What must have been recorded.
        recorded: Recorded,
        /// The value of a visit (first) against the baseline (second).
        value: fn(&Visit, &Visit) -> Result<PlotValue, Withheld>,
        /// Parameters of the method, as shown to readers.
        parameters: &'static [(&'static str, &'static str)],
    },
    /// The number of species of a visit that the project's list marks; plots are averaged.
    Marked(SpeciesMark),
    /// What came and went between two visits of a plot; there is none at one time.
    Turnover(Dissimilarity),
    /// A value of several plots taken together, resampled by plots; at equal coverage by individuals or presences.
    Together {
        /// What must have been recorded.
        recorded: Recorded,
        /// Coverage up to which the sample may be standardised; `None` where the measure needs no standardising.
        reach: Option<Reach>,
        /// The value of the plots, each taken so many times, at a target coverage.
        value: ValueTogether,
    },
    /// The share of people who agree with the project's statement on organic farming.
    Support,
    /// A mean of pixels for each date; years are averaged.
    Series(RasterRole),
    /// The slope of the yearly means of pixels over all years.
    Trend(RasterRole),
    /// A share of land by SDG 15.3.1, for the reporting period as a whole.
    Degradation(DegradationFigure),
    /// Soil lost to water by RUSLE, or what made it change.
    SoilLoss(LossFigure),
    /// A figure of the terrain, without time.
    Profile(SlopeFigure),
    /// The change of soil carbon that the default method of the IPCC assumes from how fields were managed.
    DefaultMethod,
}

impl Measure {
    /// What two periods on one land give, and by which design: mostly a change, seen without comparison.
    ///
    /// Turnover is no change of anything: it is never zero, whoever farms, and is only seen. What says something is its difference from a
    /// comparison.
    pub fn of_periods(&self, before: &Period, after: &Period) -> (Quantity, Design) {
        let (before, after) = (before.id.clone(), after.id.clone());
        match self {
            Self::Turnover(_) => (Quantity::Between { before, after }, Design::State),
            _ => (Quantity::Change { before, after }, Design::BeforeAfter),
        }
    }
}

/// Soil loss and the parts of its change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossFigure {
    /// The loss.
    Whole,
    /// What cover made of its change: management and weather together.
    Cover,
    /// What the erosivity of the rain made of its change.
    Rain,
}

/// Shares of an assessment of land degradation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DegradationFigure {
    /// Land degraded by any of the three parts.
    Land,
    /// Land whose productivity declines.
    Productivity,
}

/// Figures of a terrain summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlopeFigure {
    /// Mean slope, per cent.
    Mean,
    /// Share of the area steeper than 15 %, per cent.
    ShareAbove15,
}

/// What a visit must have recorded to count for an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// Carbon in at least one layer.
    Carbon,
    /// pH in at least one layer.
    Ph,
    /// A figure on fertility or salt in at least one layer.
    Soil(SoilFigure),
    /// A list of species.
    Species,
    /// Crops of a farm.
    Crops,
}

impl Recorded {
    /// True where the visit has it.
    pub fn by(self, visit: &Visit) -> bool {
        match self {
            Self::Carbon => visit
                .soil
                .iter()
                .any(|layer| layer.carbon_percent.is_some()),
            Self::Ph => visit.soil.iter().any(|layer| layer.ph.is_some()),
            Self::Soil(figure) => visit.soil.iter().any(|layer| figure.of(layer).is_some()),
            Self::Species => visit.species_scale.is_some(),
            Self::Crops => !visit.crops.is_empty(),
        }
    }

    /// Where it is recorded.
    pub fn places(self, survey: &Survey) -> &[Plot] {
        match self {
            Self::Carbon | Self::Ph | Self::Soil(_) | Self::Species => &survey.plots,
            Self::Crops => &survey.farms,
        }
    }

    /// The rows it came from.
    pub fn rows(self, visit: &Visit) -> &[InputUse] {
        match self {
            Self::Carbon | Self::Ph | Self::Soil(_) => &visit.soil_rows,
            Self::Species => &visit.species_rows,
            Self::Crops => &visit.crop_rows,
        }
    }

    /// What the visits hold together.
    ///
    /// # Errors
    /// See [`Community::new`] and [`Community::of_crops`].
    pub fn community(self, visits: &[&Visit]) -> Result<Community, Withheld> {
        match self {
            Self::Crops => Community::of_crops(visits),
            Self::Carbon | Self::Ph | Self::Soil(_) | Self::Species => Community::new(visits),
        }
    }

    /// What is counted for n.
    pub fn counted(self) -> SampleUnit {
        match self {
            Self::Crops => SampleUnit::Farms,
            Self::Carbon | Self::Ph | Self::Soil(_) | Self::Species => SampleUnit::Plots,
        }
    }

    /// What is counted for n where the same places were visited before and after.
    pub fn counted_twice(self) -> SampleUnit {
        match self {
            Self::Crops => SampleUnit::PairedFarms,
            Self::Carbon | Self::Ph | Self::Soil(_) | Self::Species => SampleUnit::PairedPlots,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::Path};

    use aimak_core::{Lang, PartialDate, Reason, SoilLayer, VisitTime};

    use super::*;

    #[test]
    fn the_folder_and_the_list_agree() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/indicators");
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.unwrap().file_name().into_string().unwrap()
        };
        let files: BTreeSet<String> = std::fs::read_dir(folder).unwrap().map(name).collect();
        let listed = ALL
            .iter()
            .map(|indicator| format!("{}.rs", indicator.card.id));
        let expected: BTreeSet<String> = listed.chain(["mod.rs".to_owned()]).collect();
        assert_eq!(
            files, expected,
            "a file without an entry in ALL, or the other way round"
        );
    }

    /// Two layers of a sheet; the lower one has half of everything.
    fn sampled(layers: &[(f64, f64, f64)]) -> Visit {
        let layer = |(top_cm, bottom_cm, part): &(f64, f64, f64)| SoilLayer {
            top_cm: *top_cm,
            bottom_cm: *bottom_cm,
            humus_percent: Some(3.2 * part),
            nitrogen_percent: Some(0.2 * part),
            p2o5_machigin_mg_per_kg: Some(30.0 * part),
            k2o_machigin_mg_per_kg: Some(320.0 * part),
            p_olsen_mg_per_kg: Some(16.0 * part),
            conductivity_ds_per_m: Some(6.0 * part),
            ..SoilLayer::default()
        };
        Visit {
            soil: layers.iter().map(layer).collect(),
            ..Visit::at(VisitTime::Date(PartialDate::Year(2020)))
        }
    }

    /// Ten centimetres of the whole and ten of the half are three quarters; each indicator reads its own figure.
    #[test]
    fn figures_of_the_plough_layer_weigh_by_thickness() {
        for (id, whole) in [
            ("soil_humus", 3.2),
            ("soil_nitrogen", 0.2),
            ("soil_p2o5", 30.0),
            ("soil_k2o", 320.0),
            ("soil_p_olsen", 16.0),
            ("soil_salinity", 6.0),
        ] {
            let indicator = ALL.iter().find(|indicator| indicator.card.id == id);
            let Measure::PlotMean { value, .. } = indicator.unwrap().measure else {
                panic!("{id} is no mean of plots");
            };
            let both = value(&sampled(&[(0.0, 10.0, 1.0), (10.0, 30.0, 0.5)])).unwrap();
            assert!((both.value - 0.75 * whole).abs() < 1e-12, "{id}");
            assert_eq!(both.flags.len(), 1, "{id}: a layer reaches below");
            let one = value(&sampled(&[(0.0, 25.0, 1.0)])).unwrap();
            assert!(one.value == whole && one.flags.is_empty(), "{id}");
            let gap = value(&sampled(&[(0.0, 10.0, 1.0)])).unwrap_err();
            assert_eq!(gap.reason, Reason::GapAtDepth, "{id}");
            let nothing = Visit::at(VisitTime::Date(PartialDate::Year(2020)));
            assert!(value(&nothing).is_err(), "{id}");
        }
    }

    #[test]
    fn every_card_speaks_three_languages() {
        for indicator in ALL {
            let card = indicator.card;
            for text in [&card.name, &card.question, &card.explanation] {
                let said = [&text.ky, &text.ru, &text.en].map(|text| text.trim().is_empty());
                assert_eq!(
                    said,
                    [false; 3],
                    "{} is silent in one of {:?}",
                    card.id,
                    Lang::ALL
                );
            }
            assert!(
                !card.references.is_empty() && card.valid_range.0 < card.valid_range.1,
                "{}",
                card.id
            );
        }
    }

    /// Formulas are the same on Kyrgyz, Russian and English pages: symbols only, words belong into the explanation.
    #[test]
    fn formulas_hold_no_words() {
        let names = ["NDVI", "exp", "med", "sgn", "Var"];
        for indicator in ALL {
            let formula = &indicator.card.formula;
            let mut runs = formula.split(|c: char| !c.is_ascii_alphabetic());
            let word = |run: &&str| run.len() > 2 && *run != "min" && !names.contains(run);
            assert_eq!(runs.find(word), None, "{formula}");
        }
    }

    /// Parameters are shown in words of the catalogue: `parameter-<name>`, and `parameter-<name>-<value>` for a word.
    #[test]
    fn every_parameter_has_words_in_three_languages() {
        let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../atlas-web/texts");
        for lang in Lang::ALL {
            let read = |file| std::fs::read_to_string(texts.join(lang.code()).join(file)).unwrap();
            let text = read("science.ftl") + &read("soil.ftl");
            let has = |id: &str| text.contains(&format!("\n{id} = "));
            for indicator in ALL {
                let (Measure::PlotMean { parameters, .. } | Measure::PlotPair { parameters, .. }) =
                    indicator.measure
                else {
                    continue;
                };
                for (name, value) in parameters {
                    let id = format!("parameter-{}", name.replace('_', "-"));
                    let valued = format!("{id}-{}", value.replace('_', "-"));
                    let said = has(&id) && (value.parse::<f64>().is_ok() || has(&valued));
                    assert!(said, "{}: {valued} ({})", indicator.card.id, lang.code());
                }
            }
        }
    }

    #[test]
    fn figures_without_time_or_over_all_years_have_no_change_and_everything_else_has() {
        for indicator in ALL {
            let changeless = matches!(
                indicator.measure,
                Measure::Profile(_)
                    | Measure::Trend(_)
                    | Measure::Degradation(_)
                    | Measure::DefaultMethod
            );
            assert_eq!(indicator.card.has_change, !changeless);
        }
    }
}
