//! Which indicators are also shown cell by cell?

use aimak_core::{
    CellMap, Grid, MapAbout, MapClass, MapLegend, Message, Progress, Quantity, RasterFault,
    RasterLayer, RasterSource, Survey, Window,
};

use super::{
    Cancelled,
    assessment::{Assessment, seasons},
    erosion_maps::ErosionMaps,
    plan,
};
use crate::{
    degradation::maps::{Degradation, References, Sheet},
    indicators::{DegradationFigure, Indicator, LossFigure, Measure},
    trend::{
        MINIMUM_YEARS,
        mann_kendall::MannKendall,
        maps::{Images, Years},
        pixels::PixelwiseTrend,
    },
};

/// Everything the maps of a survey are computed from.
pub struct MapSources<'a> {
    source: &'a dyn RasterSource,
    trends: Vec<(&'static Indicator, &'a RasterLayer, Years)>,
    assessment: Option<Assessment<'a>>,
    assessed: Vec<(&'static Indicator, DegradationFigure)>,
    erosion: Option<ErosionMaps<'a>>,
}

impl<'a> MapSources<'a> {
    /// The maps that belong to the indicators of a survey.
    pub fn of(survey: &'a Survey, source: &'a dyn RasterSource) -> Self {
        let mut sources = Self {
            source,
            trends: Vec::new(),
            assessment: Assessment::of(survey),
            assessed: Vec::new(),
            erosion: None,
        };
        for indicator in plan::wanted(survey) {
            let layer = plan::layer_of(survey, indicator);
            match (&indicator.measure, layer) {
                (Measure::Trend(_), Some(layer)) => {
                    let years = seasons(layer).map(|years| (indicator, layer, years));
                    sources.trends.extend(years);
                }
                (Measure::SoilLoss(LossFigure::Whole), _) => {
                    sources.erosion = ErosionMaps::of(survey, source);
                }
                (Measure::Degradation(figure), _) => sources.assessed.push((indicator, *figure)),
                _ => {}
            }
        }
        sources
    }

    /// The maps, ready to be computed.
    ///
    /// # Errors
    /// [`Cancelled`] where `progress` asked to stop.
    pub fn maps<'m>(
        &'m self,
        progress: &dyn Progress,
    ) -> Result<Vec<Box<dyn CellMap + 'm>>, Cancelled> {
        let mut maps: Vec<Box<dyn CellMap + 'm>> = Vec::new();
        if let Some(erosion) = &self.erosion {
            maps.extend(erosion.maps());
        }
        for (indicator, layer, years) in &self.trends {
            let images = Images {
                layer,
                source: self.source,
                years,
            };
            maps.push(Box::new(TrendMap::new(indicator, images)));
        }
        let assessment = self
            .assessment
            .as_ref()
            .filter(|_| !self.assessed.is_empty());
        if let Some(assessment) = assessment {
            let question = assessment.question(self.source);
            let (references, _) = question.references(progress).ok_or(Cancelled)?;
            for (indicator, figure) in &self.assessed {
                let question = assessment.question(self.source);
                let [first, last] = assessment.asked.reporting;
                let quantity = Quantity::OverYears { first, last };
                let references = references.clone();
                let map = DegradationMap::new(indicator, *figure, quantity, question, references);
                maps.push(Box::new(map));
            }
        }
        Ok(maps)
    }
}

/// Slopes of every cell.
struct TrendMap<'a> {
    about: MapAbout,
    images: Images<'a>,
}

impl<'a> TrendMap<'a> {
    fn new(indicator: &Indicator, images: Images<'a>) -> Self {
        let years = images.years.whole();
        let year = |year: Option<&i32>| year.map_or(0, |year| *year as i16);
        let quantity = Quantity::Trend {
            first: year(years.first()),
            last: year(years.last()),
        };
        let about = MapAbout {
            indicator: indicator.card.id.to_string(),
            quantity,
            legend: MapLegend::Values(indicator.card.unit),
            notes: vec![Message::new("note-cells-not-tested-together")],
        };
        Self { about, images }
    }
}

impl CellMap for TrendMap<'_> {
    fn about(&self) -> &MapAbout {
        &self.about
    }

    fn grid(&self) -> &Grid {
        &self.images.layer.grid
    }

    fn strips(&self) -> Vec<Window> {
        self.images.strips()
    }

    fn values(&self, window: Window) -> Result<Vec<Option<f64>>, RasterFault> {
        // only slopes are shown: the plain test costs least and decides nothing here
        let trend = PixelwiseTrend {
            test: MannKendall::Normal,
            minimum_years: MINIMUM_YEARS,
            interval: false,
        };
        let trends = self.images.trends_in(window, &trend)?;
        Ok(trends
            .into_iter()
            .map(|trend| trend.map(|trend| trend.slope_per_year))
            .collect())
    }
}

/// Classes of every cell.
struct DegradationMap<'a> {
    about: MapAbout,
    sheet: Sheet,
    question: Degradation<'a>,
    references: References,
}

/// Water has a code of its own behind the classes.
const WATER: &str = "water";

impl<'a> DegradationMap<'a> {
    fn new(
        indicator: &Indicator,
        figure: DegradationFigure,
        quantity: Quantity,
        question: Degradation<'a>,
        references: References,
    ) -> Self {
        let sheet = match figure {
            DegradationFigure::Land => Sheet::Sdg,
            DegradationFigure::Productivity => Sheet::Productivity,
        };
        let keys = sheet.classes().iter().map(|(_, key)| *key).chain([WATER]);
        let class = |(code, key): (u8, &str)| MapClass {
            code,
            key: key.to_owned(),
        };
        let about = MapAbout {
            indicator: indicator.card.id.to_string(),
            quantity,
            legend: MapLegend::Classes((1..).zip(keys).map(class).collect()),
            notes: Vec::new(),
        };
        Self {
            about,
            sheet,
            question,
            references,
        }
    }
}

impl CellMap for DegradationMap<'_> {
    fn about(&self) -> &MapAbout {
        &self.about
    }

    fn grid(&self) -> &Grid {
        &self.question.productivity.layer.grid
    }

    fn strips(&self) -> Vec<Window> {
        self.question.strips()
    }

    fn values(&self, window: Window) -> Result<Vec<Option<f64>>, RasterFault> {
        let strip = self.question.classes(window, &self.references)?;
        let classes = self.sheet.classes();
        let value = |cell: usize| {
            if strip.is_water(cell) {
                return Some(classes.len() as f64 + 1.0);
            }
            let code = self.sheet.code(&strip, cell)?;
            let place = classes.iter().position(|(known, _)| *known == code)?;
            Some(place as f64 + 1.0)
        };
        Ok((0..strip.cells()).map(value).collect())
    }
}
