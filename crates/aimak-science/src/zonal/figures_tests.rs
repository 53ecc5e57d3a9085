//! Figures of zones: literal cases of exactextract, hand-worked weights, and laws.

use std::collections::BTreeMap;

use aimak_core::{
    Band, Block, Grid, Raster, RasterFault, RasterLayer, RasterSource, Samples, Silent, Valid,
    Window,
};
use geo::{LineString, MultiPolygon, Polygon};
use ndarray::Array2;
use proptest::prelude::*;

use super::{
    Nested, Question, Statistic, ZonalTable, table,
    tests::{grid, layer},
};

/// A raster in memory that is read as it would be stored.
struct Stored {
    grid: Grid,
    samples: Samples,
    valid: Valid,
}

impl Stored {
    fn doubles(grid: Grid, samples: Vec<f64>) -> Self {
        Self {
            grid,
            samples: Samples::F64(samples),
            valid: Valid::All,
        }
    }
}

/// Rasters by the id of their layer.
struct Rasters(BTreeMap<&'static str, Stored>);

impl RasterSource for Rasters {
    fn read(&self, l: &RasterLayer, band: usize, w: Window) -> Result<Raster<f64>, RasterFault> {
        Ok(self.block(l, band, w)?.raster())
    }

    fn block(&self, layer: &RasterLayer, _: usize, window: Window) -> Result<Block, RasterFault> {
        let stored = &self.0[layer.id.as_str()];
        let width = stored.grid.width;
        let places: Vec<usize> = (window.row..window.row + window.height)
            .flat_map(|row| (window.col..window.col + window.width).map(move |c| row * width + c))
            .collect();
        let cut = |cells: &[bool]| places.iter().map(|&k| cells[k]).collect();
        Ok(Block {
            window,
            samples: match &stored.samples {
                Samples::I16(all) => Samples::I16(places.iter().map(|&k| all[k]).collect()),
                Samples::F64(all) => Samples::F64(places.iter().map(|&k| all[k]).collect()),
                Samples::F32(all) => Samples::F32(places.iter().map(|&k| all[k]).collect()),
                other => panic!("not used here: {other:?}"),
            },
            valid: match &stored.valid {
                Valid::Cells(cells) => Valid::Cells(cut(cells)),
                other => other.clone(),
            },
            scale: 1.0,
            offset: 0.0,
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

fn named(id: &str, grid: &Grid, block_rows: usize) -> RasterLayer {
    RasterLayer {
        id: id.to_owned(),
        block_rows,
        bands: vec![Band { when: None }],
        ..layer(grid.clone())
    }
}

fn square(low: f64, high: f64) -> MultiPolygon<f64> {
    let ring = vec![(low, low), (high, low), (high, high), (low, high)];
    Polygon::new(LineString::from(ring), Vec::new()).into()
}

/// Asks a single raster for figures, by their names.
fn ask(
    stored: Stored,
    words: &[&str],
    shapes: &[MultiPolygon<f64>],
    block_rows: usize,
) -> ZonalTable {
    let layer = named("values", &stored.grid, block_rows);
    let statistics: Vec<Statistic> = words.iter().map(|word| word.parse().unwrap()).collect();
    let question = Question {
        layer: &layer,
        source: &Rasters(BTreeMap::from([("values", stored)])),
        statistics: &statistics,
        weights: None,
    };
    table(&question, shapes, &Silent).unwrap()
}

fn figure(table: &ZonalTable, name: &str) -> Option<f64> {
    table
        .columns
        .iter()
        .find(|(column, _)| column == name)
        .unwrap()
        .1[0]
}

/// `test_stats.cpp` of exactextract: a square over 5 × 5 cells, one of them without a value.
#[test]
fn figures_of_exactextract() {
    let na = f64::NAN;
    let cells = [
        [1.0, 1.0, 1.0, 1.0, 1.0],
        [1.0, 1.0, 2.0, 3.0, 1.0],
        [1.0, 4.0, 5.0, 6.0, 1.0],
        [1.0, 0.0, na, 7.0, 1.0],
        [1.0, 1.0, 1.0, 1.0, 1.0],
    ];
    let five = grid(-1.0, -1.0, 4.0, 4.0, 1.0, 1.0);
    let words = [
        "count", "sum", "mean", "majority", "minority", "min", "max", "variety",
    ];
    let found = ask(
        Stored::doubles(five, cells.concat()),
        &words,
        &[square(0.5, 2.5)],
        64,
    );
    let expected = [3.5, 13.75, 13.75 / 3.5, 5.0, 0.0, 0.0, 7.0, 8.0];
    for (word, expected) in words.into_iter().zip(expected) {
        assert_eq!(figure(&found, word), Some(expected), "{word}");
    }
}

/// `test_stats.cpp` of exactextract: a quarter of each of four cells.
#[test]
fn spread_of_exactextract() {
    let two = grid(0.0, 0.0, 2.0, 2.0, 1.0, 1.0);
    let words = [
        "count", "sum", "variance", "stdev", "cv", "majority", "minority",
    ];
    let found = ask(
        Stored::doubles(two, vec![1.0, 2.0, 3.0, 4.0]),
        &words,
        &[square(0.5, 1.5)],
        64,
    );
    let expected = [1.0, 2.5, 1.25, 1.118_034, 0.447_213_6, 4.0, 1.0];
    for (word, expected) in words.into_iter().zip(expected) {
        let value = figure(&found, word).unwrap();
        assert!((value - expected).abs() < 5e-7, "{word}: {value}");
    }
}

#[test]
fn nothing_has_no_mean_but_a_count_of_zero() {
    let two = grid(0.0, 0.0, 2.0, 2.0, 1.0, 1.0);
    let found = ask(
        Stored::doubles(two, vec![f64::NAN; 4]),
        &[
            "count", "sum", "variety", "mean", "stdev", "median", "majority", "min", "shares",
        ],
        &[square(0.5, 1.5), square(5.0, 6.0)],
        64,
    );
    for (name, values) in &found.columns {
        let empty = matches!(name.as_str(), "count" | "sum" | "variety");
        assert_eq!(values, &[empty.then_some(0.0); 2], "{name}");
    }
    assert_eq!(found.columns.len(), 8, "no class, no column of shares");
}

#[test]
fn shares_name_every_class() {
    let two = grid(0.0, 0.0, 2.0, 2.0, 1.0, 1.0);
    let stored = Stored {
        grid: two,
        samples: Samples::I16(vec![10, 10, 30, -1]),
        valid: Valid::Except(-1.0),
    };
    let found = ask(
        stored,
        &["shares"],
        &[square(0.0, 2.0), square(0.0, 1.0)],
        64,
    );
    let names: Vec<&str> = found
        .columns
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(names, ["share_10", "share_30"]);
    let (of_ten, of_thirty) = (&found.columns[0].1, &found.columns[1].1);
    assert!((of_ten[0].unwrap() - 2.0 / 3.0).abs() < 1e-15);
    assert_eq!((of_ten[1], of_thirty[1]), (Some(0.0), Some(1.0)));
}

/// By hand: values 1 2 / 3 4 on cells of 2 m, weights of 1 m cells that are the number of their row, 1 to 4 from the top.
/// The whole square: Σw·x = (1+1+2+2)·1 + (1+1+2+2)·2 + (3+3+4+4)·3 + (3+3+4+4)·4 = 116, Σw = 40, mean 2.9.
#[test]
fn weights_on_a_finer_grid_by_hand() {
    let coarse = grid(0.0, 0.0, 4.0, 4.0, 2.0, 2.0);
    let fine = grid(0.0, 0.0, 4.0, 4.0, 1.0, 1.0);
    let weights: Vec<f64> = (0..16).map(|k| f64::from(k / 4 + 1)).collect();
    let (values, weighing) = (named("values", &coarse, 64), named("weights", &fine, 64));
    let nested = Nested::of(&coarse, &fine).unwrap();
    let ask = |weights: Vec<f64>, shape: MultiPolygon<f64>| {
        let rasters = Rasters(BTreeMap::from([
            (
                "values",
                Stored::doubles(coarse.clone(), vec![1.0, 2.0, 3.0, 4.0]),
            ),
            ("weights", Stored::doubles(fine.clone(), weights)),
        ]));
        let question = Question {
            layer: &values,
            source: &rasters,
            statistics: &[Statistic::WeightedMean, Statistic::WeightedSum],
            weights: Some((&weighing, &nested)),
        };
        let found = table(&question, &[shape], &Silent).unwrap();
        (
            figure(&found, "weighted_mean"),
            figure(&found, "weighted_sum"),
        )
    };
    assert_eq!(
        ask(weights.clone(), square(0.0, 4.0)),
        (Some(2.9), Some(116.0))
    );
    // the lowest row alone, half of it: 0.5·(4·3 + 4·3 + 4·4 + 4·4) = 28 over 0.5·16
    let lowest = Polygon::new(
        LineString::from(vec![(0.0, 0.0), (4.0, 0.0), (4.0, 0.5), (0.0, 0.5)]),
        Vec::new(),
    );
    assert_eq!(ask(weights.clone(), lowest.into()), (Some(3.5), Some(28.0)));
    let mut unknown = weights;
    unknown[15] = f64::NAN;
    assert_eq!(ask(unknown.clone(), square(0.0, 4.0)), (None, None));
    assert!(
        ask(unknown, square(2.0, 2.9)).0.is_some(),
        "the unknown cell is not touched"
    );
}

/// A wide raster of several strips with blots of nodata.
fn hills(samples: impl Fn(Vec<f64>) -> Samples) -> Stored {
    let grid = grid(0.0, 0.0, 90.0, 700.0, 1.0, 1.0);
    let value = |k: usize| ((k * 7919) % 1009) as f64 - 300.0;
    let values: Vec<f64> = (0..grid.width * grid.height).map(value).collect();
    let valid = (0..values.len()).map(|k| k % 23 != 0).collect();
    Stored {
        grid,
        samples: samples(values),
        valid: Valid::Cells(valid),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn blocks_and_threads_change_no_bit(x in 5.0..40.0_f64, y in 5.0..300.0_f64, r in 0.2..350.0_f64, block_rows in 1_usize..900) {
        let ring = vec![(x, y), (x + r.min(45.0), y + 0.3), (x + 3.0, y + r)];
        let shape: MultiPolygon<f64> = Polygon::new(LineString::from(ring), Vec::new()).into();
        let words = ["count", "sum", "variance", "min", "max", "quantile=0.3", "majority"];
        let doubles = || hills(Samples::F64);
        let whole = ask(doubles(), &words, std::slice::from_ref(&shape), 256);
        prop_assert_eq!(&ask(doubles(), &words, std::slice::from_ref(&shape), block_rows), &whole);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
        let threaded = pool.install(|| ask(doubles(), &words, std::slice::from_ref(&shape), block_rows));
        prop_assert_eq!(&threaded, &whole);
    }

    #[test]
    fn whole_numbers_and_doubles_agree(x in 5.0..40.0_f64, y in 5.0..300.0_f64, r in 0.2..350.0_f64) {
        let ring = vec![(x, y), (x + r.min(45.0), y + 0.3), (x + 3.0, y + r)];
        let shape: MultiPolygon<f64> = Polygon::new(LineString::from(ring), Vec::new()).into();
        let words = ["count", "mean", "stdev", "min", "max", "median", "majority", "minority", "variety"];
        let whole = |values: Vec<f64>| Samples::I16(values.iter().map(|&v| v as i16).collect());
        let (exact, float) = (ask(hills(whole), &words, std::slice::from_ref(&shape), 256), ask(hills(Samples::F64), &words, std::slice::from_ref(&shape), 256));
        for ((name, a), (_, b)) in exact.columns.iter().zip(&float.columns) {
            let (a, b) = (a[0].unwrap_or(0.0), b[0].unwrap_or(0.0));
            // fixed point of 2^-40 rounds each fraction by at most 5e-13
            prop_assert!((a - b).abs() <= 1e-9 * a.abs().max(1.0), "{}: {} and {}", name, a, b);
        }
    }
}

/// Mean and variance of a zone against the definition, with values far from zero: nothing may cancel.
#[test]
fn a_small_spread_on_a_high_mean_survives() {
    let grid = grid(0.0, 0.0, 100.0, 600.0, 1.0, 1.0);
    let cells = grid.width * grid.height;
    let values: Vec<f32> = (0..cells).map(|k| 4_000_000.0 + (k % 2) as f32).collect();
    let stored = Stored {
        grid,
        samples: Samples::F32(values),
        valid: Valid::All,
    };
    let whole = Polygon::new(
        LineString::from(vec![(0.0, 0.0), (100.0, 0.0), (100.0, 600.0), (0.0, 600.0)]),
        Vec::new(),
    );
    let found = ask(stored, &["mean", "variance"], &[whole.into()], 256);
    assert_eq!(figure(&found, "mean"), Some(4_000_000.5));
    assert_eq!(figure(&found, "variance"), Some(0.25));
}

#[test]
fn several_bands_say_which() {
    let two = grid(0.0, 0.0, 2.0, 2.0, 1.0, 1.0);
    let mut layer = named("values", &two, 64);
    layer.bands = vec![Band { when: None }; 2];
    let rasters = Rasters(BTreeMap::from([(
        "values",
        Stored::doubles(
            two,
            Array2::from_elem((2, 2), 7.0).into_raw_vec_and_offset().0,
        ),
    )]));
    let question = Question {
        layer: &layer,
        source: &rasters,
        statistics: &[Statistic::Mean, Statistic::Count],
        weights: None,
    };
    let found = table(&question, &[square(0.0, 2.0)], &Silent).unwrap();
    let names: Vec<&str> = found
        .columns
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        names,
        ["band_1_mean", "band_1_count", "band_2_mean", "band_2_count"]
    );
}
