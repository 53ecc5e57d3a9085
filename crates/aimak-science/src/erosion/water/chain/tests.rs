//! Laws of the chain, and its agreement with the plain equations.

use aimak_core::{Message, Progress, Raster, progress::Silent};
use ndarray::Array2;
use proptest::prelude::*;

use super::*;
use crate::{
    erosion::water::{
        Factors, Slope, Surface,
        delivery::DeliveryRatio,
        topography::{
            DesmetGovers, InvestSlopeLength, McCoolSteepness, TerrainCell,
            slope_length_and_steepness,
        },
    },
    terrain::{CellSize, Cells, Lattice},
};

const SIDE: usize = 40;
const SIZE: CellSize = CellSize { dx: 30.0, dy: 30.0 };

/// A valley that falls to the south, with bumps.
fn valley() -> Raster<f32> {
    Lattice::of((SIDE, SIDE)).raster(|cell| {
        let (row, col) = ((cell / SIDE) as f32, (cell % SIDE) as f32);
        let bump = ((cell * 7919) % 101) as f32 / 50.0;
        Some(900.0 - 3.0 * row + 2.5 * (col - 19.5).abs() + bump)
    })
}

fn factors() -> FactorMaps<'static> {
    FactorMaps {
        erosivity: FactorMap::Number(800.0),
        erodibility: FactorMap::Number(0.035),
        cover: FactorMap::Number(0.2),
        practice: FactorMap::Number(0.5),
        surfaces: None,
    }
}

fn question<'a>(dem: &'a Raster<f32>, factors: FactorMaps<'a>) -> WaterErosion<'a> {
    WaterErosion {
        dem,
        size: SIZE,
        sinks: None,
        factors,
        rules: Rules::Metres(DesmetGovers::default()),
        routes: Routes::Multiple,
        stream_cells: 60.0,
        delivery: DeliveryRatio::default(),
    }
}

/// One cell after the other by the plain equations, from slope, aspect, accumulation and connectivity alone.
#[test]
fn a_cell_is_as_its_equations_say() {
    let dem = valley();
    for routes in [Routes::Multiple, Routes::D8, Routes::DInfinity] {
        let layers = WaterErosion {
            routes,
            ..question(&dem, factors())
        }
        .layers(&Silent)
        .unwrap();
        let [ls, loss, index, ratio, export] = [
            &layers.ls,
            &layers.soil_loss,
            &layers.connectivity,
            &layers.delivery_ratio,
            &layers.export,
        ]
        .map(Cells::of);
        let filled = crate::terrain::fill(&dem, None);
        let doubles = Raster {
            values: filled.values.mapv(f64::from),
            valid: filled.valid,
        };
        let aspect = crate::terrain::aspect_degrees(&doubles, 30.0, 30.0);
        let mut compared = 0;
        for cell in 0..SIDE * SIDE {
            let (row, col) = (cell / SIDE, cell % SIDE);
            let Some(percent) = layers.slope_percent.get(row, col) else {
                assert_eq!(
                    (ls.get(cell), loss.get(cell), export.get(cell)),
                    (None, None, None)
                );
                continue;
            };
            let terrain = TerrainCell {
                slope: Slope::from_percent(f64::from(*percent)).unwrap(),
                contributing_area_m2: (f64::from(layers.upslope_cells.values[(row, col)]) - 1.0)
                    * 900.0,
                aspect_radians: aspect
                    .get(row - 1, col - 1)
                    .map_or(0.0, |degrees| degrees.to_radians()),
                cell_size_m: 30.0,
            };
            let plain =
                slope_length_and_steepness(&DesmetGovers::default(), &McCoolSteepness, &terrain)
                    .unwrap();
            let close =
                |found: f32, expected: f64| (f64::from(found) - expected).abs() <= 1e-5 * expected;
            assert!(close(ls.get(cell).unwrap(), plain.value));
            let plain = Factors {
                erosivity: 800.0,
                erodibility: 0.035,
                slope_length_and_steepness: plain.value,
                cover: 0.2,
                practice: 0.5,
            };
            assert!(close(loss.get(cell).unwrap(), plain.soil_loss().unwrap()));
            let is_stream = layers.streams[(row, col)];
            let plain = DeliveryRatio::default().ratio(is_stream, index.get(cell).map(f64::from));
            assert_eq!(ratio.get(cell).is_some(), plain.is_some());
            if let Some(plain) = plain {
                assert!(close(ratio.get(cell).unwrap(), plain));
                assert!(close(
                    export.get(cell).unwrap(),
                    f64::from(loss.get(cell).unwrap()) * plain
                ));
                compared += 1;
            }
        }
        assert!(compared > 1000, "{routes:?}: {compared}");
    }
}

/// Sediment is exported, lies somewhere, or has left where nothing is known of it.
#[test]
fn nothing_is_made() {
    let dem = valley();
    let layers = question(&dem, factors()).layers(&Silent).unwrap();
    let sum = |layer: &Raster<f32>| -> f64 {
        let known = layer
            .values
            .iter()
            .zip(&layer.valid)
            .filter(|(_, valid)| **valid);
        known.map(|(value, _)| f64::from(*value)).sum()
    };
    let kept = sum(&layers.export) + sum(&layers.deposition);
    assert!(kept <= sum(&layers.soil_loss) * (1.0 + 1e-6));
    assert!(kept > 0.5 * sum(&layers.soil_loss));
}

/// Rock has no loss; what is around it keeps its own.
#[test]
fn land_without_soil_is_masked_and_water_still_crosses_it() {
    let dem = valley();
    let mut surfaces = Raster {
        values: Array2::from_elem((SIDE, SIDE), Surface::Soil),
        valid: Array2::from_elem((SIDE, SIDE), true),
    };
    surfaces.values[(20, 10)] = Surface::Rock;
    let masked = FactorMaps {
        surfaces: Some(&surfaces),
        ..factors()
    };
    let whole = question(&dem, factors()).layers(&Silent).unwrap();
    let layers = question(&dem, masked).layers(&Silent).unwrap();
    assert_eq!(layers.soil_loss.get(20, 10), None);
    assert_eq!(layers.delivery_ratio.get(20, 10), None);
    assert_eq!(layers.ls, whole.ls);
    let lost = whole.soil_loss.valid.iter().filter(|valid| **valid).count();
    assert_eq!(
        layers
            .soil_loss
            .valid
            .iter()
            .filter(|valid| **valid)
            .count(),
        lost - 1
    );
}

/// By InVEST's rules a cell that misses one input misses all, the DEM too.
#[test]
fn invest_masks_together() {
    let dem = valley();
    let mut erosivity = Raster {
        values: Array2::from_elem((SIDE, SIDE), 800.0),
        valid: Array2::from_elem((SIDE, SIDE), true),
    };
    erosivity.valid[(20, 10)] = false;
    let factors = FactorMaps {
        erosivity: FactorMap::Grid(&erosivity),
        ..factors()
    };
    let invest = WaterErosion {
        rules: Rules::Invest(InvestSlopeLength::default()),
        ..question(&dem, factors)
    };
    let layers = invest.layers(&Silent).unwrap();
    assert_eq!(layers.upslope_cells.get(20, 10), None);
    let streams = layers.streams.iter().zip(&layers.soil_loss.valid);
    assert!(
        streams
            .into_iter()
            .all(|(stream, known)| !(*stream && *known))
    );
    let metres = question(&dem, factors).layers(&Silent).unwrap();
    assert!(metres.upslope_cells.get(20, 10).is_some() && metres.soil_loss.get(20, 10).is_none());
    let unknown = WaterErosion {
        routes: Routes::DInfinity,
        ..invest
    };
    assert_eq!(unknown.layers(&Silent), Err(Unanswered::NoSuchRoutes));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let dem = valley();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| question(&dem, factors()).layers(&Silent).unwrap())
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn what_does_not_fit_is_said() {
    let dem = valley();
    let small = Raster {
        values: Array2::from_elem((2, 2), 1.0),
        valid: Array2::from_elem((2, 2), true),
    };
    let other = FactorMaps {
        cover: FactorMap::Grid(&small),
        ..factors()
    };
    assert_eq!(
        question(&dem, other).layers(&Silent),
        Err(Unanswered::OtherShape)
    );
    let oblong = WaterErosion {
        size: CellSize { dx: 30.0, dy: 20.0 },
        ..question(&dem, factors())
    };
    assert_eq!(oblong.layers(&Silent), Err(Unanswered::NotSquare));
    let dry = WaterErosion {
        stream_cells: 1e6,
        ..question(&dem, factors())
    };
    assert!(
        matches!(dry.layers(&Silent), Err(Unanswered::NoStreams { most_cells }) if most_cells > 60.0)
    );
    let empty = Raster {
        valid: Array2::from_elem((SIDE, SIDE), false),
        ..dem.clone()
    };
    assert_eq!(
        question(&empty, factors()).layers(&Silent),
        Err(Unanswered::NoCells)
    );
    assert_eq!(
        question(&dem, factors()).layers(&Impatient),
        Err(Unanswered::Stopped)
    );
}

/// Stops at once.
struct Impatient;

impl Progress for Impatient {
    fn begin(&self, _stage: Message, _total: usize) {}
    fn advance(&self, _steps: usize) {}
    fn cancelled(&self) -> bool {
        true
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Loss is linear in R, K and P; delivery does not know them.
    #[test]
    fn loss_is_linear(times in 0.1..1.0_f32) {
        let dem = valley();
        let whole = question(&dem, factors()).layers(&Silent).unwrap();
        let less = FactorMaps { practice: FactorMap::Number(0.5 * times), ..factors() };
        let less = question(&dem, less).layers(&Silent).unwrap();
        prop_assert_eq!(&less.delivery_ratio, &whole.delivery_ratio);
        for (less, whole) in less.soil_loss.values.iter().zip(&whole.soil_loss.values) {
            prop_assert!((less - times * whole).abs() <= 1e-5 * whole);
        }
    }
}
