//! What does an indicator look like cell by cell? Colours and pictures of the release's maps.

mod picture;

use std::path::PathBuf;

use aimak_core::{Card, MapLayer, MapLegend};

pub use self::picture::Codes;
use crate::{
    AtlasError,
    colour::{self, Scheme},
    outline::Sheet,
    source::Source,
};

/// A map of the release with the colours of its codes.
pub struct CellLayer<'a> {
    /// What it shows.
    pub layer: &'a MapLayer,
    /// The card of its indicator.
    pub card: &'a Card,
    /// Colours of values; classes with names have colours of their own.
    pub scheme: Option<Scheme>,
    codes: Codes,
}

impl<'a> CellLayer<'a> {
    /// Every map of a release.
    ///
    /// # Errors
    /// [`AtlasError`] where a picture is not what the release says.
    pub fn all(source: &'a Source) -> Result<Vec<Self>, AtlasError> {
        let cards = &source.release.cards;
        let layers = source.release.maps.iter();
        let with_card = layers.filter_map(|layer| {
            let card = cards.iter().find(|card| card.id == layer.about.indicator)?;
            Some((layer, card))
        });
        with_card
            .map(|(layer, card)| Self::read(source, layer, card))
            .collect()
    }

    fn read(source: &Source, layer: &'a MapLayer, card: &'a Card) -> Result<Self, AtlasError> {
        let damaged = |cause: String| AtlasError::Picture {
            path: PathBuf::from(&layer.picture),
            cause,
        };
        let file = source.files.iter().find(|file| file.path == layer.picture);
        let file = file.ok_or_else(|| damaged("—".to_owned()))?;
        let codes = Codes::decode(&file.bytes, layer.bounds).map_err(damaged)?;
        let finest = 0.1_f64.powi(card.unit.decimals() as i32);
        let scheme = match (&layer.about.legend, layer.scale) {
            (MapLegend::Classed { limits, .. }, _) => Some(colour::between(limits)),
            (_, scale) => scale.map(|scale| {
                let values: Vec<f64> = codes.present().map(|code| scale.value(code)).collect();
                colour::diverging(&values, card.better, finest)
            }),
        };
        Ok(Self {
            layer,
            card,
            scheme,
            codes,
        })
    }

    /// Its codes.
    pub const fn codes(&self) -> &Codes {
        &self.codes
    }

    /// Place of a code among the classes of the legend, from the lowest or worst; `None` where the cell has no value.
    pub fn class_of(&self, code: u8) -> Option<usize> {
        if code == 0 {
            return None;
        }
        match (&self.layer.about.legend, &self.scheme, self.layer.scale) {
            (MapLegend::Values(_), Some(scheme), Some(scale)) => {
                Some(scheme.class_of(scale.value(code)))
            }
            (MapLegend::Classed { .. }, Some(scheme), _) => {
                let class = usize::from(code) - 1;
                (class < scheme.classes.len()).then_some(class)
            }
            (MapLegend::Classes(classes), ..) => {
                classes.iter().position(|class| class.code == code)
            }
            _ => None,
        }
    }

    /// Colours of the classes, from the lowest or worst.
    pub fn fills(&self) -> Vec<&'static str> {
        match (&self.layer.about.legend, &self.scheme) {
            (MapLegend::Classes(classes), _) => {
                let fills = classes.iter().map(|class| class_fill(&class.key));
                fills.collect()
            }
            (_, Some(scheme)) => scheme.classes.iter().map(|class| class.fill).collect(),
            _ => Vec::new(),
        }
    }

    /// Colour of a code; `None` where the cell has no value.
    fn fill(&self, code: u8) -> Option<&'static str> {
        self.fills().get(self.class_of(code)?).copied()
    }

    /// The picture on the sheet of the drawn maps, as PNG.
    pub fn on_sheet(&self, sheet: &Sheet) -> Vec<u8> {
        self.codes.on_sheet(sheet).png(|code| self.fill(code))
    }

    /// The picture in the projection of web maps, as PNG.
    pub fn on_web_map(&self) -> Vec<u8> {
        self.codes.on_web_map().png(|code| self.fill(code))
    }
}

/// Colour of a class: the ends of `ColorBrewer` `BrBG` for worse and better, grey for what stayed, blue for water.
pub fn class_fill(key: &str) -> &'static str {
    match key {
        "degraded" | "declining" => "#8c510a",
        "early_decline" => "#d8b365",
        "stable_but_stressed" => "#f6e8c3",
        "improved" | "improving" => "#01665e",
        "water" => "#9ecae1",
        _ => "#dcdcd6",
    }
}
