//! An invented mountain region in which the truth is known.
//!
//! The generator assumes more than nature would grant: plots are independent draws inside their land, aimak shocks and
//! weather are normal and independent from year to year, and the effect is the same everywhere. It serves two ends: a demo
//! that shows nothing real, and a test whether the intervals of the engine hold the truth as often as they say. The
//! truth is computed from the parameters of the process, never from the engine's estimators.

mod definition;
mod fields;
mod land_cover;
mod managed;
mod people;
mod places;
mod plots;
mod species;
pub(crate) mod streams;
mod truth;
mod weather;

use aimak_core::{
    AimakCode, Band, DegradationVariant, Edition, Grid, LandCoverLegend, LandDegradation, Lang,
    LocalText, PartialDate, Period, PeriodBounds, PeriodId, PeriodRole, Project, Raster,
    RasterFault, RasterLayer, RasterRole, RasterSource, Source, Span, Survey, WaterErosion,
    Weather, Window,
};
use geo::MultiPolygon;
use ndarray::s;

pub use definition::Definition;
pub use people::telephone;
pub use species::ListedPlant;
pub use truth::{Communities, PlotLand, Stages, TrueValue, Truth};

/// Working CRS of the region: UTM zone 43 north.
pub const CRS: &str = "EPSG:32643";

/// The region with everything that would be recorded in it.
#[derive(Clone, Debug)]
pub struct Region {
    /// What it was made from.
    pub definition: Definition,
    /// The seed.
    pub seed: u64,
    /// Aimaks, sorted by code.
    pub aimaks: Vec<aimak_core::Aimak>,
    /// Organic parcels.
    pub parcels: Vec<aimak_core::Parcel>,
    /// Plots with their visits.
    pub plots: Vec<aimak_core::Plot>,
    /// The farmer on whose land a plot lies, in the order of `plots`: invented, and private all the same.
    pub farmers: Vec<String>,
    /// An invented Red List of the region's plants, which leaves a few of them out.
    pub listed_species: Vec<ListedPlant>,
    /// Farms with their crops.
    pub farms: Vec<aimak_core::Plot>,
    /// Fields and how they were managed.
    pub managed_fields: Vec<aimak_core::ManagedField>,
    /// A questionnaire in two waves.
    pub questionnaire: aimak_core::Questionnaire,
    /// What the programme reports of itself.
    pub programme: Vec<aimak_core::YearlyFigure>,
    /// Grid and elevations.
    pub dem: (Grid, Raster<f64>),
    /// Grid of the NDVI images.
    pub ndvi_grid: Grid,
    /// One NDVI image a year, with cloud gaps.
    pub ndvi: Vec<(i16, Raster<f64>)>,
    /// Land cover by year on the grid of the images, codes of the UNCCD.
    pub land_cover: Vec<(i16, Raster<f64>)>,
    /// Soil carbon by year on the same grid, t/ha.
    pub soil_carbon: Vec<(i16, Raster<f64>)>,
    /// Rain and temperature of one station, month by month.
    pub weather: Vec<Weather>,
    /// The true values.
    pub truth: Truth,
}

impl Region {
    /// The region of a definition and a seed; the same for ever.
    pub fn generate(definition: &Definition, seed: u64) -> Self {
        let places = places::Places::generate(definition, seed);
        let parcels: Vec<_> = places.parcels.clone();
        let plots = plots::Plots::generate(definition, seed, &places);
        let dem = fields::elevation(definition, seed);
        let ndvi = fields::Ndvi::generate(definition, seed, &places, &dem);
        let land = land_cover::LandMaps::generate(seed, &ndvi.grid, &dem, definition.last_year);
        let truth = truth::Truth::of(definition, seed, &places, &plots, &ndvi);
        Self {
            definition: definition.clone(),
            seed,
            listed_species: species::listed(definition),
            farms: people::farms(seed, &places),
            managed_fields: managed::fields(seed, &places),
            questionnaire: people::questionnaire(seed, &places),
            programme: people::programme(seed, &places),
            farmers: people::farmers(plots.plots.len()),
            aimaks: places.aimaks,
            parcels,
            plots: plots.plots,
            dem,
            ndvi_grid: ndvi.grid,
            ndvi: ndvi.images,
            land_cover: land.cover,
            soil_carbon: land.carbon,
            weather: weather::station(definition, seed),
            truth,
        }
    }

    /// A smaller region, quick enough to be made by the hundred.
    pub fn small(seed: u64) -> Self {
        Self::generate(&Definition::small(), seed)
    }

    /// Title of the project.
    pub fn title() -> LocalText {
        LocalText::fixed(
            "Ойдон чыгарылган тоолуу аймак",
            "Вымышленный горный регион",
            "An invented mountain region",
        )
    }

    /// The two periods: 2012–2015 and 2020–2023.
    pub fn periods() -> Vec<Period> {
        let period = |id: &str, role, name, from, to| Period {
            id: PeriodId(id.to_owned()),
            name,
            role,
            bounds: PeriodBounds::Absolute(Span {
                from: jiff::civil::date(from, 1, 1),
                to: jiff::civil::date(to, 1, 1),
            }),
        };
        let before = LocalText::fixed("2012–2015-жылдар", "2012–2015 годы", "2012–2015");
        let after = LocalText::fixed("2020–2023-жылдар", "2020–2023 годы", "2020–2023");
        vec![
            period("before", PeriodRole::Before, before, 2012, 2016),
            period("after", PeriodRole::After, after, 2020, 2024),
        ]
    }

    /// Baseline 2000–2015, reporting from 2016 to the last year that both regions have.
    pub fn land_degradation() -> LandDegradation {
        LandDegradation {
            baseline: Some([2000, 2015]),
            reporting: [2016, 2024],
            legend: LandCoverLegend::Unccd,
            variant: DegradationVariant::Default,
        }
    }

    /// A K that two rangelands of the country have on the mean (METHODS B.2).
    pub fn water_erosion() -> WaterErosion {
        WaterErosion {
            erodibility: Some(0.037),
            legend: LandCoverLegend::Unccd,
            erosivity: aimak_core::ErosivityEquation::RenardFreimundFournier,
        }
    }

    /// The survey as reading the written files would give it, without checksums.
    pub fn survey(&self) -> Survey {
        let edition = Edition {
            id: "2026-1".to_owned(),
            date: PartialDate::Day(jiff::civil::date(2026, 11, 24)),
        };
        Survey {
            project: Project {
                id: "demo".to_owned(),
                title: Self::title(),
                simulated: true,
                notice: None,
                languages: Lang::ALL.to_vec(),
                crs: CRS.to_owned(),
                seed: self.seed,
                min_group: 5,
                edition,
                indicators: Vec::new(),
                publication: aimak_core::Publication::default(),
                relevant_change: std::collections::BTreeMap::new(),
                effects: None,
                land_degradation: Some(Self::land_degradation()),
                water_erosion: Some(Self::water_erosion()),
            },
            aimaks: self.aimaks.clone(),
            parcels: Some(self.parcels.clone()),
            periods: Self::periods(),
            plots: self.plots.clone(),
            species_list: species::list(&self.listed_species),
            farms: self.farms.clone(),
            managed_fields: self.managed_fields.clone(),
            questionnaires: vec![self.questionnaire.clone()],
            earlier: Vec::new(),
            earlier_figures: Vec::new(),
            programme: self.programme.clone(),
            weather: self.weather.clone(),
            rasters: vec![
                self.dem_layer(),
                self.series("ndvi", RasterRole::Ndvi, &self.ndvi),
                self.series("land_cover", RasterRole::LandCover, &self.land_cover),
                self.series("soil_carbon", RasterRole::SoilCarbon, &self.soil_carbon),
            ],
            passports: aimak_core::EcoPassports::default(),
            sources: [
                "answers",
                "boundaries",
                "crops",
                "managed_fields",
                "parcels",
                "programme",
                "soil",
                "species",
                "species_list",
                "dem",
                "ndvi",
                "land_cover",
                "soil_carbon",
                "weather",
            ]
            .map(in_memory)
            .to_vec(),
            exclusions: Vec::new(),
        }
    }

    fn dem_layer(&self) -> RasterLayer {
        layer(
            "dem",
            RasterRole::Elevation,
            &self.dem.0,
            vec![Band { when: None }],
        )
    }

    fn series(&self, id: &str, role: RasterRole, images: &[(i16, Raster<f64>)]) -> RasterLayer {
        let bands = images
            .iter()
            .map(|(year, _)| Band {
                when: Some(PartialDate::Year(*year)),
            })
            .collect();
        layer(id, role, &self.ndvi_grid, bands)
    }

    /// The rasters, read from memory.
    pub fn raster_source(&self) -> RegionRasters<'_> {
        RegionRasters(self)
    }
}

fn layer(id: &str, role: RasterRole, grid: &Grid, bands: Vec<Band>) -> RasterLayer {
    RasterLayer {
        id: id.to_owned(),
        role,
        grid: grid.clone(),
        reprojected: false,
        bands,
        season_months: None,
        sources: vec![id.to_owned()],
        block_rows: 256,
    }
}

fn in_memory(id: &str) -> Source {
    Source {
        id: id.to_owned(),
        path: id.to_owned(),
        sha256: String::new(),
        bytes: 0,
        licence: None,
        citation: None,
    }
}

/// The rasters of a region as a source of pixels.
#[derive(Clone, Copy, Debug)]
pub struct RegionRasters<'a>(&'a Region);

impl RasterSource for RegionRasters<'_> {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        w: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        let raster = match layer.role {
            RasterRole::Elevation => &self.0.dem.1,
            RasterRole::Ndvi | RasterRole::Values => &self.0.ndvi[band].1,
            RasterRole::LandCover => &self.0.land_cover[band].1,
            RasterRole::SoilCarbon => &self.0.soil_carbon[band].1,
            RasterRole::SoilErodibility => unreachable!("invariant: the region has no map of K"),
        };
        let slice = s![w.row..w.row + w.height, w.col..w.col + w.width];
        Ok(Raster {
            values: raster.values.slice(slice).to_owned(),
            valid: raster.valid.slice(slice).to_owned(),
        })
    }

    fn to_grid(
        &self,
        _: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        Ok(shape.clone())
    }
}

/// Code of the aimak with this place in the list.
fn code(index: usize) -> AimakCode {
    AimakCode(format!("DEMO-{:02}", index + 1))
}

#[cfg(test)]
mod tests {
    use geo::{Area as _, Validation as _, unary_union};

    use super::*;
    use crate::land;

    #[test]
    fn aimaks_tessellate_without_gaps_or_overlaps() {
        let region = Region::generate(&Definition::default(), 7);
        assert_eq!(region.aimaks.len(), 24);
        for aimak in &region.aimaks {
            assert!(aimak.outline.is_valid(), "{}", aimak.code);
        }
        let sum: f64 = region
            .aimaks
            .iter()
            .map(|aimak| aimak.outline.unsigned_area())
            .sum();
        let union = unary_union(region.aimaks.iter().map(|aimak| &aimak.outline)).unsigned_area();
        assert!((sum / union - 1.0).abs() < 1e-6, "{sum} against {union}");
    }

    #[test]
    fn organic_land_has_the_shares_of_the_definition() {
        let definition = Definition::default();
        let region = Region::generate(&definition, definition.seed);
        let survey = region.survey();
        let organic: Vec<&AimakCode> = survey
            .aimaks
            .iter()
            .filter(|aimak| aimak.organic_since.is_some())
            .map(|aimak| &aimak.code)
            .collect();
        assert_eq!(organic.len(), 10);
        let mut shares: Vec<f64> = organic
            .iter()
            .filter_map(|code| land::treated_share_percent(&survey, code))
            .collect();
        shares.sort_by(f64::total_cmp);
        let mut expected = definition.organic_share_percent.clone();
        expected.sort_by(f64::total_cmp);
        for (share, expected) in shares.iter().zip(expected) {
            assert!(
                (share - expected).abs() < 0.01,
                "{share} against {expected}"
            );
        }
    }

    #[test]
    fn the_same_seed_is_the_same_region() {
        let (one, two) = (Region::small(3), Region::small(3));
        assert_eq!(one.plots, two.plots);
        assert_eq!(one.dem.1.values, two.dem.1.values);
        assert_ne!(one.plots, Region::small(4).plots);
    }
}
