//! How does the project's section on land degradation become a question to the layers?

use std::collections::BTreeMap;

use aimak_core::{
    DegradationVariant, LandCoverLegend, LandDegradation, PartialDate, RasterLayer, RasterRole,
    RasterSource, Survey,
};

use crate::{
    degradation::{
        ParameterSet, Variant,
        legend::{CoverRules, Legend},
        maps::{Degradation, LandCover, Periods, SoilCarbon},
        transition_matrix::TransitionMatrix,
        windows::{Period, Windows, Years as Span},
    },
    studies::{
        degradation::Assessed, finding::merge_inputs, growing_season::GrowingSeason, series,
    },
    trend::maps::{Images, Years},
};

/// A layer with its bands by year.
struct Yearly<'a> {
    layer: &'a RasterLayer,
    years: Years,
}

/// The layers and rules of an assessment, ready to be asked.
pub(super) struct Assessment<'a> {
    /// As the project file says it.
    pub asked: LandDegradation,
    productivity: Yearly<'a>,
    land_cover: Option<Yearly<'a>>,
    soil_carbon: Option<Yearly<'a>>,
    rules: CoverRules,
}

/// Bands of a layer by year: those of the growing season.
pub(super) fn seasons(layer: &RasterLayer) -> Option<Years> {
    let season = GrowingSeason {
        months: layer.season_months,
    };
    let mut bands: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
    let dated = layer.bands.iter().enumerate();
    let dated = dated.filter_map(|(band, held)| Some((band, held.when?)));
    for (band, when) in dated.filter(|(_, when): &(usize, PartialDate)| season.holds(*when)) {
        bands.entry(season.year_of(when)).or_default().push(band);
    }
    (!bands.is_empty()).then(|| Years::of_bands(bands))
}

impl<'a> Assessment<'a> {
    /// The assessment the project asks for; `None` where it asks for none or has no images.
    pub fn of(survey: &'a Survey) -> Option<Self> {
        let asked = survey.project.land_degradation?;
        let yearly = |role| {
            let layer = survey.rasters.iter().find(|layer| layer.role == role)?;
            let years = seasons(layer)?;
            Some(Yearly { layer, years })
        };
        let legend = match asked.legend {
            LandCoverLegend::Unccd => Legend::unccd(),
            LandCoverLegend::EsaCci => Legend::esa_cci(),
            LandCoverLegend::EsaWorldcover => Legend::esa_worldcover(),
        };
        Some(Self {
            asked,
            productivity: yearly(RasterRole::Ndvi)?,
            land_cover: yearly(RasterRole::LandCover),
            soil_carbon: yearly(RasterRole::SoilCarbon),
            rules: CoverRules::new(&legend, TransitionMatrix::unccd_default())
                .expect("invariant: the matrix knows the seven classes"),
        })
    }

    /// Whose rules.
    fn parameters(&self) -> ParameterSet {
        let variant = match self.asked.variant {
            DegradationVariant::Default => Variant::Default,
            DegradationVariant::UnccdReporting => Variant::UnccdReporting,
            DegradationVariant::TrendsEarth => Variant::TrendsEarth,
        };
        variant.parameters()
    }

    /// The layers it reads, productivity first.
    fn layers(&self) -> impl Iterator<Item = &'a RasterLayer> {
        let others = self.land_cover.iter().chain(&self.soil_carbon);
        std::iter::once(&self.productivity)
            .chain(others)
            .map(|yearly| yearly.layer)
    }

    /// The question.
    pub fn question<'q>(&'q self, source: &'q dyn RasterSource) -> Degradation<'q> {
        let images = |yearly: &'q Yearly<'a>| Images {
            layer: yearly.layer,
            source,
            years: &yearly.years,
        };
        let cover = |yearly| LandCover {
            images: images(yearly),
            rules: &self.rules,
        };
        Degradation {
            productivity: images(&self.productivity),
            land_cover: self.land_cover.as_ref().map(cover),
            soil_carbon: self
                .soil_carbon
                .as_ref()
                .map(|yearly| SoilCarbon::Maps(images(yearly))),
            soil_units: None,
            periods: Periods {
                baseline: self.asked.baseline.map(period),
                reporting: period(self.asked.reporting),
            },
            parameters: self.parameters(),
        }
    }

    /// What holds for every piece of land.
    pub fn assessed(&self, survey: &'a Survey) -> Assessed<'a> {
        let mut inputs = Vec::new();
        for layer in self.layers() {
            merge_inputs(&mut inputs, &series::inputs(layer, layer.bands.len()));
        }
        Assessed {
            survey,
            asked: self.asked,
            parameters: self.described(),
            inputs,
        }
    }

    /// What an assessment followed, for whoever wants to repeat it.
    fn described(&self) -> BTreeMap<String, String> {
        let span = |[first, last]: [i16; 2]| format!("{first}–{last}");
        let windows = period(self.asked.reporting).windows;
        let years = |span: Span| format!("{}–{}", span.first, span.last);
        let mut parameters = BTreeMap::from([
            ("variant".to_owned(), self.asked.variant.key().to_owned()),
            ("reporting_years".to_owned(), span(self.asked.reporting)),
            ("trend_years".to_owned(), years(windows.trend)),
            ("recent_years".to_owned(), years(windows.recent)),
        ]);
        if let Some(baseline) = self.asked.baseline {
            parameters.insert("baseline_years".to_owned(), span(baseline));
        }
        if self.land_cover.is_some() {
            parameters.insert(
                "land_cover_legend".to_owned(),
                self.asked.legend.key().to_owned(),
            );
            let matrix = self.rules.matrix().id().to_owned();
            parameters.insert("transition_matrix".to_owned(), matrix);
        }
        parameters
    }
}

/// Land cover and carbon are compared over the years of a period; productivity looks back from its end.
fn period([first, last]: [i16; 2]) -> Period {
    let (first, last) = (i32::from(first), i32::from(last));
    Period {
        windows: Windows::ending(last),
        compared: Span { first, last },
    }
}
