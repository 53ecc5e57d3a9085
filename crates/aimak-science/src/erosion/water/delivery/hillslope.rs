//! The hillslope of METHODS B.6 and the laws that every slope keeps.

use aimak_core::Raster;
use ndarray::Array2;
use proptest::prelude::*;

use super::*;
use crate::terrain::{CellSize, Cells, FlowNetwork, Lattice, Receiver, Routing};

/// Cells in one line from the top (0) to the stream (last).
struct Line(usize);

impl Routing for Line {
    fn lattice(&self) -> Lattice {
        Lattice::of((1, self.0))
    }

    fn takes_part(&self, _cell: usize) -> bool {
        true
    }

    fn receivers(&self, cell: usize, mut give: impl FnMut(Receiver)) {
        if cell + 1 < self.0 {
            give(Receiver {
                cell: cell + 1,
                direction: 0,
                share: 1.0,
            });
        }
    }
}

const SIZE: CellSize = CellSize { dx: 30.0, dy: 30.0 };

/// A layer of one row.
fn row(cells: &[Option<f64>]) -> Raster<f32> {
    Lattice::of((1, cells.len())).raster(|cell| cells[cell].map(|value| value as f32))
}

fn found(layer: &Raster<f64>) -> Vec<Option<f64>> {
    let cells = Cells::of(layer);
    (0..layer.values.len())
        .map(|cell| cells.get(cell))
        .collect()
}

/// C and slope (per cent) of the worked example, top to bottom, and a stream.
const HILLSLOPE: [(f64, f64); 5] = [
    (0.10, 30.0),
    (0.20, 25.0),
    (0.20, 15.0),
    (0.05, 5.0),
    (0.01, 1.0),
];

/// Weights of the worked example, without those of the cell `unknown`.
fn weights(unknown: Option<usize>) -> Weights {
    let slopes = row(&HILLSLOPE.map(|(_, percent)| Some(percent)));
    let cover = |cell: usize| (Some(cell) != unknown).then(|| HILLSLOPE[cell].0 as f32);
    Weights::of_cells(cover, &slopes)
}

fn resistance(
    streams: [bool; 5],
    weights: &Weights,
    steps: &impl DownslopeStep,
) -> Vec<Option<f64>> {
    let line = Line(5);
    let streams = Array2::from_shape_vec((1, 5), streams.to_vec()).unwrap();
    let network = FlowNetwork::of(&line);
    found(&downslope_resistance(
        &network,
        &weights.resistances(),
        &streams,
        SIZE,
        steps,
    ))
}

const STREAM_LAST: [bool; 5] = [false, false, false, false, true];

#[test]
fn the_hillslope_of_methods_b6() {
    // test_vectors.json: B.IC
    let weights = weights(None);
    let way = resistance(STREAM_LAST, &weights, &MetreSteps);
    for (found, expected) in way
        .iter()
        .zip([14_600.0, 13_600.0, 13_000.0, 12_000.0, 0.0])
    {
        assert!((found.unwrap() - expected).abs() <= 1e-7 * expected);
    }
    let expected = [
        (-4.21011, 0.06933),
        (-3.89048, 0.08014),
        (-3.80844, 0.08315),
        (-3.88973, 0.08017),
    ];
    let line = Line(5);
    let sums = upslope_sums(&FlowNetwork::of(&line), &weights);
    for (cell, (ic, sdr)) in expected.into_iter().enumerate() {
        let above = sums[cell].area(SIZE.area_m2()).unwrap().contribution_m();
        let index = index_of_connectivity(above, way[cell].unwrap()).unwrap();
        assert!((index - ic).abs() < 5.1e-6);
        assert!((DeliveryRatio::default().of_slope(index) - sdr).abs() < 5.1e-6);
    }
}

#[test]
fn invest_counts_cells() {
    let way = |steps: InvestSteps| resistance(STREAM_LAST, &weights(None), &steps)[0].unwrap();
    // 1/(0.20·0.25) + 1/(0.20·0.15) + 1/(0.05·0.05) + 1/(0.01·0.01), without the top cell
    let expected = 20.0 + 1.0 / 0.03 + 400.0 + 10_000.0;
    let found = way(InvestSteps::MultipleDirections);
    assert!((found / expected - 1.0).abs() < 1e-7);
    // with the top cell, without the stream: the hillslope in metres over its cell size
    let found = way(InvestSteps::SingleDirection);
    assert!((found * 30.0 / 14_600.0 - 1.0).abs() < 1e-7);
}

#[test]
fn what_reaches_no_stream_is_missing() {
    let way = resistance([false; 5], &weights(None), &MetreSteps);
    assert_eq!(way, [None; 5]);
    let way = resistance(STREAM_LAST, &weights(Some(2)), &MetreSteps);
    assert_eq!((way[0], way[1], way[2]), (None, None, None));
    assert!(way[3].is_some());
    // a stream is reached, whatever is known of it
    let way = resistance(STREAM_LAST, &weights(Some(4)), &MetreSteps);
    assert_eq!(way[4], Some(0.0));
    assert!((way[0].unwrap() / 14_600.0 - 1.0).abs() < 1e-7);
}

/// Land without weights is part of the area and not of the means.
#[test]
fn means_are_those_of_known_land() {
    let line = Line(5);
    let network = FlowNetwork::of(&line);
    let sums = upslope_sums(&network, &weights(Some(1)));
    let area = sums[2].area(1.0).unwrap();
    assert_eq!(area.area_m2, 3.0);
    assert!((area.mean_cover - 0.15).abs() < 1e-8 && (area.mean_slope - 0.225).abs() < 1e-8);
    assert_eq!(upslope_sums(&network, &weights(Some(0)))[0].area(1.0), None);
}

/// Export, deposition and flux of cells in a line.
fn budget(loss: &[Option<f64>], ratio: &[Option<f64>]) -> (Vec<Option<f64>>, Vec<f64>) {
    let line = Line(loss.len());
    let budget = route_sediment(&FlowNetwork::of(&line), &row(loss), &row(ratio));
    let deposition = Cells::of(&budget.deposition);
    let deposition = (0..loss.len()).map(|cell| deposition.get(cell).map(f64::from));
    (deposition.collect(), budget.flux)
}

#[test]
fn a_budget_by_hand() {
    // SDR 0.1, 0.4, 1 (stream); losses 10 and 5
    let (deposition, flux) = budget(
        &[Some(10.0), Some(5.0), None],
        &[Some(0.1), Some(0.4), Some(1.0)],
    );
    let close = |found: f64, expected: f64| (found - expected).abs() < 1e-5;
    assert!(deposition[0] == Some(0.0) && close(flux[0], 9.0));
    // everything that comes in stays beside the stream, whose ratio is 1
    assert!(close(deposition[1].unwrap(), 9.0) && close(flux[1], 3.0));
    assert!(close(deposition[2].unwrap(), 3.0) && flux[2] == 0.0);
    let (deposition, _) = budget(&[None; 3], &[Some(0.1); 3]);
    assert_eq!(deposition, [None; 3]);
}

proptest! {
    /// Nothing is made and nothing vanishes: what is lost is exported or lies somewhere.
    #[test]
    fn sediment_is_kept(cells in prop::collection::vec((0.0..100.0_f64, 0.01..0.79_f64), 1..30)) {
        let mut loss: Vec<_> = cells.iter().map(|(loss, _)| Some(*loss)).collect();
        let mut ratio: Vec<_> = cells.iter().map(|(_, ratio)| Some(*ratio)).collect();
        loss.push(None);
        ratio.push(Some(1.0));
        let (deposition, flux) = budget(&loss, &ratio);
        let exported: f64 = cells.iter().map(|(loss, ratio)| export(*loss, *ratio)).sum();
        let kept = exported + deposition.iter().flatten().sum::<f64>();
        let lost: f64 = loss.iter().flatten().sum();
        prop_assert!((kept - lost).abs() < 1e-5 * lost.max(1.0));
        prop_assert!(deposition.iter().flatten().chain(&flux).all(|part| *part >= 0.0));
    }
}
