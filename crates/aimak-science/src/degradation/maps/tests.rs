use std::collections::BTreeMap;

use aimak_core::{Band, Grid, PartialDate, Raster, RasterRole, Silent};
use geo::{MultiPolygon, Rect};
use ndarray::Array2;
use proptest::prelude::*;

use super::*;
use crate::{
    aligned::Aligned,
    degradation::{
        ChangeClass, Variant,
        areas::AreaRefused,
        legend::{CoverRules, Legend},
        one_out_all_out::MissingRule,
        productivity::ProductivityClass,
        soil_carbon_model::ClimateZone,
        transition_matrix::TransitionMatrix,
        windows::Years as Span,
    },
    trend::maps::Years,
};

/// METHODS D.5.1: stable trend, degraded state.
const FALLEN: [f64; 16] = [
    0.30, 0.31, 0.29, 0.33, 0.32, 0.30, 0.34, 0.31, 0.28, 0.32, 0.33, 0.30, 0.31, 0.285, 0.290,
    0.288,
];
/// Columns and rows of productivity, cells of one hectare.
const SIZE: (usize, usize) = (60, 40);

/// Layers in memory, band by band; an empty list is damaged.
#[derive(Default)]
struct Memory(BTreeMap<String, Vec<Array2<f64>>>);

impl RasterSource for Memory {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        w: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        let bands = &self.0[&layer.id];
        let values = bands.get(band).ok_or_else(|| RasterFault {
            layer: layer.id.clone(),
            band,
            window: w,
            cause: "damaged".to_owned(),
        })?;
        let cut = ndarray::s![w.row..w.row + w.height, w.col..w.col + w.width];
        let values = values.slice(cut).to_owned();
        let valid = values.mapv(|value| !value.is_nan());
        Ok(Raster { values, valid })
    }

    fn to_grid(
        &self,
        _: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        Ok(shape.clone())
    }
}

fn grid(cells_a_side_of_a_hectare: usize) -> Grid {
    let cell = 100.0 / cells_a_side_of_a_hectare as f64;
    Grid {
        width: SIZE.0 * cells_a_side_of_a_hectare,
        height: SIZE.1 * cells_a_side_of_a_hectare,
        left: 500_000.0,
        top: 4_600_000.0,
        dx: cell,
        dy: cell,
        crs: "EPSG:32643".into(),
        geographic: false,
    }
}

/// A layer with one band for each of these years.
fn layer(id: &str, grid: Grid, years: &[i32]) -> (RasterLayer, Years) {
    let date = |year: &i32| year.to_string().parse::<PartialDate>().ok();
    let dates: Vec<Option<PartialDate>> = years.iter().map(date).collect();
    let layer = RasterLayer {
        id: id.into(),
        role: RasterRole::Values,
        grid,
        reprojected: false,
        bands: dates.iter().map(|when| Band { when: *when }).collect(),
        season_months: None,
        sources: Vec::new(),
        block_rows: 64,
    };
    let years = Years::of(&dates).unwrap();
    (layer, years)
}

/// A world: the western half fell in 2021, the eastern half rises.
struct World {
    memory: Memory,
    ndvi: (RasterLayer, Years),
    cover: (RasterLayer, Years),
    carbon: (RasterLayer, Years),
    rules: CoverRules,
}

impl World {
    fn new() -> Self {
        let years: Vec<i32> = (2008..2024).collect();
        let ndvi = (0..16).map(|year| {
            Array2::from_shape_fn((SIZE.1, SIZE.0), |(_, col)| {
                if col < 30 {
                    FALLEN[year]
                } else {
                    0.25 + 0.01 * year as f64
                }
            })
        });
        // cells of 50 m: a lake in the north, ten rows of hectares; pasture ploughed in the ten rows of the south
        let cover = |ploughed: bool| {
            Array2::from_shape_fn((2 * SIZE.1, 2 * SIZE.0), |(row, _)| match row {
                0..20 => 210.0,
                60.. if ploughed => 10.0,
                _ => 130.0,
            })
        };
        let carbon = |t_per_ha: f64| Array2::from_elem((SIZE.1, SIZE.0), t_per_ha);
        let bands = [
            ("ndvi", ndvi.collect()),
            ("cover", vec![cover(false), cover(true)]),
            ("carbon", vec![carbon(50.0), carbon(49.0)]),
        ];
        let bands = bands.map(|(id, bands)| (id.to_owned(), bands));
        Self {
            memory: Memory(bands.into_iter().collect()),
            ndvi: layer("ndvi", grid(1), &years),
            cover: layer("cover", grid(2), &[2008, 2023]),
            carbon: layer("carbon", grid(1), &[2008, 2023]),
            rules: CoverRules::new(&Legend::esa_cci(), TransitionMatrix::kyrgyz_pasture()).unwrap(),
        }
    }

    fn images<'a>(&'a self, (layer, years): &'a (RasterLayer, Years)) -> Images<'a> {
        Images {
            layer,
            source: &self.memory,
            years,
        }
    }

    fn degradation(&self) -> Degradation<'_> {
        let trend = Span {
            first: 2008,
            last: 2023,
        };
        Degradation {
            productivity: self.images(&self.ndvi),
            land_cover: Some(LandCover {
                images: self.images(&self.cover),
                rules: &self.rules,
            }),
            soil_carbon: Some(SoilCarbon::Maps(self.images(&self.carbon))),
            soil_units: None,
            periods: Periods {
                baseline: None,
                reporting: Period::of(trend).unwrap(),
            },
            parameters: Variant::Default.parameters(),
        }
    }
}

/// A rectangle in hectares from the upper left corner.
fn rectangle(cols: (f64, f64), rows: (f64, f64)) -> MultiPolygon<f64> {
    let at = |col: f64, row: f64| (500_000.0 + 100.0 * col, 4_600_000.0 - 100.0 * row);
    Rect::new(at(cols.0, rows.1), at(cols.1, rows.0))
        .to_polygon()
        .into()
}

fn areas(degradation: &Degradation<'_>, zones: &[MultiPolygon<f64>]) -> Vec<ZoneAreas> {
    assert_eq!(degradation.check(), Ok(()));
    let (references, faults) = degradation.references(&Silent).unwrap();
    assert!(faults.is_empty());
    let zones: Vec<Result<_, _>> = zones.iter().cloned().map(Ok).collect();
    let areas = degradation.areas(&zones, &references, &Silent).unwrap();
    areas.into_iter().map(Result::unwrap).collect()
}

#[test]
fn hectares_counted_by_hand() {
    let world = World::new();
    let found = areas(
        &world.degradation(),
        &[
            rectangle((0.0, 60.0), (0.0, 40.0)),
            rectangle((60.0, 70.0), (0.0, 40.0)),
        ],
    );
    let all = &found[0];
    // lake: 10 rows of 60 ha. West: 30 rows of 30 ha fell. East: 20 rows of 30 ha improve, 10 rows are ploughed
    assert!((all.of(Sheet::Sdg).water_ha() - 600.0).abs() < 1e-9);
    let sdg = |class: ChangeClass| all.of(Sheet::Sdg).percent(class.sign()).unwrap();
    assert!((sdg(ChangeClass::Degraded) - 100.0 * 1200.0 / 1800.0).abs() < 1e-9);
    assert!((sdg(ChangeClass::Improved) - 100.0 * 600.0 / 1800.0).abs() < 1e-9);
    let early = ProductivityClass::EarlyDecline.code() as i8;
    assert!((all.of(Sheet::Productivity).percent(early).unwrap() - 50.0).abs() < 1e-9);
    let ploughed = all.of(Sheet::LandCover).percent(-1).unwrap();
    assert!((ploughed - 100.0 * 600.0 / 1800.0).abs() < 1e-9);
    // 600 ha are 600 cells: too few to state, though the share of all stands
    let few = all.of(Sheet::LandCover).area_ha(-1);
    assert_eq!(few, Err(AreaRefused::FewPixels { found: 600.0 }));
    assert!((all.of(Sheet::Sdg).area_ha(-1).unwrap() - 1200.0).abs() < 1e-9);
    assert_eq!(all.of(Sheet::SoilCarbon).percent(0), Ok(100.0));
    assert!(all.met && !found[1].met);
}

#[test]
fn land_beyond_the_raster_is_missing() {
    let world = World::new();
    let found = areas(
        &world.degradation(),
        &[rectangle((-20.0, 60.0), (10.0, 40.0))],
    );
    let missing = found[0].of(Sheet::Sdg).missing_percent().unwrap();
    assert!((missing - 25.0).abs() < 1e-9, "{missing}");
}

#[test]
fn without_land_cover_only_what_is_asked_for_is_said() {
    let world = World::new();
    let whole = [rectangle((0.0, 60.0), (0.0, 40.0))];
    let alone = Degradation {
        land_cover: None,
        ..world.degradation()
    };
    // no unit, so no performance and no productivity
    let found = areas(&alone, &whole);
    assert_eq!(
        found[0].of(Sheet::Productivity).missing_percent(),
        Some(100.0)
    );
    assert!((found[0].of(Sheet::State).percent(-1).unwrap() - 50.0).abs() < 1e-9);
    let mut known = Degradation {
        soil_units: Some((&world.carbon.0, &world.memory)),
        ..alone
    };
    let found = areas(&known, &whole);
    assert_eq!(found[0].of(Sheet::Sdg).missing_percent(), Some(100.0));
    known.parameters.missing = MissingRule::AnyAvailable;
    let found = areas(&known, &whole);
    assert!((found[0].of(Sheet::Sdg).percent(-1).unwrap() - 50.0).abs() < 1e-9);
    let strip = known
        .classes(known.strips()[0], &known.references(&Silent).unwrap().0)
        .unwrap();
    assert!(!strip.reporting(0).verdict.unwrap().complete);
}

#[test]
fn pasture_that_becomes_a_field_loses_carbon_by_the_model() {
    let mut world = World::new();
    let years: Vec<i32> = (2008..2024).collect();
    world.cover = layer("cover", grid(2), &years);
    let maps = world.memory.0.get_mut("cover").unwrap();
    let (before, after) = (maps[0].clone(), maps[1].clone());
    *maps = std::iter::once(before)
        .chain(std::iter::repeat_n(after, 15))
        .collect();
    let degradation = Degradation {
        soil_carbon: Some(SoilCarbon::Modelled {
            layer: &world.carbon.0,
            source: &world.memory,
            zone: ClimateZone::TemperateDry,
        }),
        ..world.degradation()
    };
    // 50 to 42.5 t/ha in fifteen steps of half a tonne: −15 %
    let found = areas(&degradation, &[rectangle((0.0, 60.0), (0.0, 40.0))]);
    let lost = found[0].of(Sheet::SoilCarbon).percent(-1).unwrap();
    assert!((lost - 100.0 * 600.0 / 1800.0).abs() < 1e-9);
}

#[test]
fn every_misfit_is_told() {
    let mut world = World::new();
    world.cover.0.grid.crs = "EPSG:32642".into();
    let mut degradation = world.degradation();
    let windows = [(2000, 2015), (2004, 2019)].map(|(first, last)| Span { first, last });
    let [baseline, reporting] = windows.map(|window| Period::of(window).unwrap());
    degradation.periods = Periods {
        baseline: Some(baseline),
        reporting: reporting.after(&baseline).unwrap(),
    };
    let misfits = degradation.check().unwrap_err();
    let years = |misfit: &&Misfit| matches!(misfit, Misfit::YearsMissing { .. });
    let few = |misfit: &&Misfit| matches!(misfit, Misfit::TooFewMaps { .. });
    assert_eq!(misfits.iter().filter(years).count(), 2);
    // of cover and carbon only 2008 lies in the baseline, and nothing in 2016-2019
    assert_eq!(misfits.iter().filter(few).count(), 4);
    assert!(
        misfits
            .iter()
            .any(|misfit| matches!(misfit, Misfit::OtherCrs { layer, .. } if layer == "cover"))
    );
    degradation.soil_carbon = Some(SoilCarbon::Modelled {
        layer: &world.carbon.0,
        source: &world.memory,
        zone: ClimateZone::TemperateDry,
    });
    let gaps = Misfit::CoverNotAnnual {
        missing: (2009..2020).collect(),
    };
    assert!(degradation.check().unwrap_err().contains(&gaps));
}

#[test]
fn a_damaged_strip_costs_its_zones_and_is_told() {
    let mut world = World::new();
    world.memory.0.insert("carbon".into(), Vec::new());
    let degradation = world.degradation();
    let (references, _) = degradation.references(&Silent).unwrap();
    let zones = [
        Ok(rectangle((0.0, 60.0), (0.0, 40.0))),
        Ok(rectangle((70.0, 80.0), (0.0, 40.0))),
    ];
    let mut kept = Vec::new();
    let walked = degradation.walk(&zones, &references, &Silent, |_, strip| {
        kept.push(strip.is_some());
        Ok::<(), ()>(())
    });
    let walked = walked.unwrap();
    assert_eq!(kept, [false]);
    assert_eq!(walked.faults[0].layer, "carbon");
    assert!(walked.areas[0].is_err() && walked.areas[1].is_ok());
}

#[test]
fn status_needs_both_periods() {
    let mut world = World::new();
    let years: Vec<i32> = (2004..2024).collect();
    world.ndvi = layer("ndvi", grid(1), &years);
    let bands = world.memory.0.get_mut("ndvi").unwrap();
    // before, as in the first four years after
    let before = bands[..4].to_vec();
    bands.splice(0..0, before);
    world.cover = layer("cover", grid(2), &[2008, 2010, 2020, 2023]);
    let maps = world.memory.0.get_mut("cover").unwrap();
    *maps = vec![
        maps[0].clone(),
        maps[0].clone(),
        maps[0].clone(),
        maps[1].clone(),
    ];
    world.carbon = layer("carbon", grid(1), &[2008, 2010, 2020, 2023]);
    let maps = world.memory.0.get_mut("carbon").unwrap();
    *maps = vec![maps[0].clone(); 4];
    let mut degradation = world.degradation();
    let baseline = Period::of(Span {
        first: 2004,
        last: 2019,
    })
    .unwrap();
    degradation.periods = Periods {
        baseline: Some(baseline),
        reporting: degradation.periods.reporting.after(&baseline).unwrap(),
    };
    let found = areas(&degradation, &[rectangle((0.0, 30.0), (0.0, 40.0))]);
    // west: stable trend and state until 2019, fallen since; ploughed in the south, so all is recent degradation (2)
    assert!(found[0].of(Sheet::Status).water_ha() > 299.0);
    let strip = degradation.strips()[0];
    let references = degradation.references(&Silent).unwrap().0;
    let classes = degradation.classes(strip, &references).unwrap();
    let cell = 20 * SIZE.0;
    assert_eq!(Sheet::SdgBaseline.code(&classes, cell), Some(0));
    assert_eq!(Sheet::Sdg.code(&classes, cell), Some(-1));
    assert_eq!(Sheet::Status.code(&classes, cell), Some(2));
    // the lake has neither
    assert_eq!(Sheet::Status.code(&classes, 0), None);
}

/// The finer cell under a centre that lies on a corner of four is the lower right one.
#[test]
fn centres_on_borders_belong_to_the_lower_right() {
    let (fine, _) = layer("fine", grid(2), &[2020]);
    let numbered = Array2::from_shape_fn((2 * SIZE.1, 2 * SIZE.0), |(row, col)| {
        (row * 1000 + col) as f64
    });
    let memory = Memory([("fine".to_owned(), vec![numbered])].into());
    let onto = grid(1);
    let aligned = Aligned {
        layer: &fine,
        source: &memory,
        onto: &onto,
    };
    let values = aligned.values(0, onto.whole(), Some).unwrap();
    assert_eq!(values[0], Some(1001.0));
    assert_eq!(values[3 * SIZE.0 + 5], Some(7011.0));
    let east = Grid {
        left: onto.left + 5950.0,
        ..onto.clone()
    };
    let aligned = Aligned {
        onto: &east,
        ..aligned
    };
    let values = aligned.values(0, east.whole(), Some).unwrap();
    // a centre on the very edge lies in the cell to its right, which does not exist
    assert_eq!(values[..2], [None, None]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn strips_and_threads_change_nothing(cut in 1_usize..40, west in 0.0..30.0_f64, north in 0.0..20.0_f64) {
        let world = World::new();
        let degradation = world.degradation();
        let (references, _) = degradation.references(&Silent).unwrap();
        let zone = rectangle((west, west + 25.3), (north, north + 18.7));
        let zones = [Ok(zone)];
        let run = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| degradation.areas(&zones, &references, &Silent).unwrap().remove(0).unwrap())
        };
        let whole = run(1);
        prop_assert_eq!(&whole, &run(3));
        let grid = &degradation.productivity.layer.grid;
        let mut parts = [Ok(ZoneAreas::default())];
        for (row, height) in [(0, cut), (cut, SIZE.1 - cut)] {
            let window = Window { row, height, ..grid.whole() };
            let classes = degradation.classes(window, &references).unwrap();
            zones::count(grid, &zones, window, Ok(&classes), &vec![1.0; SIZE.1], &mut parts);
        }
        let parts = parts[0].as_ref().unwrap();
        for sheet in Sheet::ALL {
            let all = |areas: &ZoneAreas| {
                let areas = areas.of(sheet);
                (areas.classified_ha(), areas.missing_ha(), areas.water_ha())
            };
            let (whole, parts) = (all(&whole), all(parts));
            prop_assert!((whole.0 - parts.0).abs() < 1e-9 && (whole.1 - parts.1).abs() < 1e-9);
            prop_assert!((whole.2 - parts.2).abs() < 1e-9);
            prop_assert!((whole.0 + whole.1 + whole.2 - 25.3 * 18.7).abs() < 1e-6);
        }
    }
}
