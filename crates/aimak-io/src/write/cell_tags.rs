//! What does a raster say of itself, wherever it is carried?

use std::{fs, path::Path};

use aimak_core::{Card, Lang, MapAbout, MapLegend, Quantity, Release};
use gdal::{
    Dataset, DriverManager, Metadata as _, errors::GdalError, raster::RasterCreationOptions,
};

/// What is written into the tags of a raster.
pub(super) struct Tags {
    /// What the band holds, in words with its unit.
    description: String,
    /// Its unit; none where cells are classes.
    unit: Option<&'static str>,
    items: Vec<(&'static str, String)>,
}

impl Tags {
    /// The tags of a map of `release`.
    pub fn of(release: &Release, about: &MapAbout) -> Self {
        let card = release.cards.iter().find(|card| card.id == about.indicator);
        let unit = unit(&about.legend);
        let project = &release.project;
        let publication = &project.publication;
        let method = |card: &Card| format!("{} v{}", card.method, card.method_version);
        let optional = [
            ("METHOD", card.map(method)),
            ("CLASSES", classes(&about.legend)),
            ("UNIT", unit.map(str::to_owned)),
            ("LICENCE", publication.licence.clone()),
            ("TIFFTAG_COPYRIGHT", publication.licence.clone()),
            (
                "TIFFTAG_ARTIST",
                Some(publication.publisher.get(Lang::En).to_owned()),
            ),
        ];
        let description = description(card, about, unit);
        let items = [
            ("INDICATOR", about.indicator.clone()),
            ("QUANTITY", quantity(&about.quantity)),
            ("EDITION", project.edition.id.clone()),
            ("EDITION_DATE", project.edition.date.to_string()),
            ("SIMULATED", project.simulated.to_string()),
            ("TIFFTAG_SOFTWARE", release.program.clone()),
            ("TIFFTAG_IMAGEDESCRIPTION", description.clone()),
        ];
        let optional = optional
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)));
        Self {
            description,
            unit,
            items: items
                .into_iter()
                .chain(optional)
                .filter(|(_, value)| !value.is_empty())
                .collect(),
        }
    }

    /// Writes them into a draft of one band.
    pub fn write(&self, draft: &mut Dataset) -> Result<(), GdalError> {
        for (key, value) in &self.items {
            draft.set_metadata_item(key, value, "")?;
        }
        draft.rasterband(1)?.set_description(&self.description)
    }

    /// A virtual file over a finished draft that knows the unit of its band, which drivers copy from there and nothing of ours can
    /// set on the draft itself.
    pub fn with_unit(&self, draft: &Path, place: &Path) -> Result<(), GdalError> {
        let driver = DriverManager::get_driver_by_name("VRT")?;
        let options = RasterCreationOptions::default();
        Dataset::open(draft)?
            .create_copy(&driver, place, &options)?
            .close()?;
        let Some(unit) = self.unit else { return Ok(()) };
        let unreadable = |_| GdalError::NullPointer {
            method_name: "VRT",
            msg: place.display().to_string(),
        };
        let text = fs::read_to_string(place).map_err(unreadable)?;
        let with_unit = format!("<UnitType>{unit}</UnitType></VRTRasterBand>");
        fs::write(place, text.replace("</VRTRasterBand>", &with_unit)).map_err(unreadable)
    }
}

const fn unit(legend: &MapLegend) -> Option<&'static str> {
    match legend {
        MapLegend::Values(unit) | MapLegend::Classed { unit, .. } => Some(unit.symbol()),
        MapLegend::Classes(_) => None,
    }
}

/// Numbers of classes with their keys; none where cells are values.
fn classes(legend: &MapLegend) -> Option<String> {
    let MapLegend::Classes(classes) = legend else {
        return None;
    };
    let named = classes
        .iter()
        .map(|class| format!("{}={}", class.code, class.key));
    Some(named.collect::<Vec<_>>().join(" "))
}

/// `Soil loss by water, change before after [t/ha/yr]`.
fn description(card: Option<&Card>, about: &MapAbout, unit: Option<&str>) -> String {
    let name = card.map_or(about.indicator.as_str(), |card| card.name.get(Lang::En));
    let unit = unit.map_or(String::new(), |unit| format!(" [{unit}]"));
    format!("{name}, {}{unit}", quantity(&about.quantity))
}

/// The quantity and its time as the tables write them: `change before after`.
fn quantity(quantity: &Quantity) -> String {
    let times = quantity.times().into_iter().map(|(_, word)| word);
    let words: Vec<String> = std::iter::once(quantity.key().to_owned())
        .chain(times)
        .collect();
    words.join(" ")
}
