//! The hillslope of METHODS B.6 and the laws that every slope keeps.

use proptest::prelude::*;

use super::*;
use crate::erosion::water::Slope;

/// Cells in one line from the top (0) to the stream (last).
struct Line {
    order: Vec<usize>,
    cell_size_m: f64,
}

impl Line {
    fn of(cells: usize) -> Self {
        Self {
            order: (0..cells).collect(),
            cell_size_m: 30.0,
        }
    }
}

impl FlowNetwork for Line {
    fn cells(&self) -> usize {
        self.order.len()
    }

    fn upstream_first(&self) -> &[usize] {
        &self.order
    }

    fn outflows(&self, cell: usize) -> impl Iterator<Item = Outflow> {
        let next = Outflow {
            to: cell + 1,
            share: 1.0,
            length_m: self.cell_size_m,
        };
        (cell + 1 < self.order.len()).then_some(next).into_iter()
    }
}

/// The slopes and covers of the worked example, top to bottom, and a stream.
fn weights() -> Vec<Option<CellWeights>> {
    let cells = [
        (0.10, 30.0),
        (0.20, 25.0),
        (0.20, 15.0),
        (0.05, 5.0),
        (0.01, 1.0),
    ];
    let weight = |(cover, percent)| CellWeights::new(cover, Slope::from_percent(percent).unwrap());
    cells.map(weight).to_vec()
}

const STREAM_LAST: [bool; 5] = [false, false, false, false, true];

fn connectivity(resistance: &[Option<f64>]) -> Vec<f64> {
    let (mut cover, mut slope, mut found) = (0.0, 0.0, Vec::new());
    for (cell, weight) in weights().iter().flatten().take(4).enumerate() {
        cover += weight.cover();
        slope += weight.slope();
        let area = UpslopeArea::of_sums(cover, slope, (cell + 1) as f64, 30.0).unwrap();
        let way = resistance[cell].unwrap();
        found.push(index_of_connectivity(area.contribution_m(), way).unwrap());
    }
    found
}

#[test]
fn the_hillslope_of_methods_b6() {
    // test_vectors.json: B.IC
    let line = Line::of(5);
    let way = downslope_resistance(&line, &weights(), &STREAM_LAST, &MetreSteps);
    for (found, expected) in way
        .iter()
        .zip([14_600.0, 13_600.0, 13_000.0, 12_000.0, 0.0])
    {
        assert!((found.unwrap() - expected).abs() < 1e-8);
    }
    let expected = [
        (-4.21011, 0.06933),
        (-3.89048, 0.08014),
        (-3.80844, 0.08315),
        (-3.88973, 0.08017),
    ];
    for (index, (ic, sdr)) in connectivity(&way).iter().zip(expected) {
        assert!((index - ic).abs() < 5.1e-6);
        assert!((DeliveryRatio::default().of_slope(*index) - sdr).abs() < 5.1e-6);
    }
}

#[test]
fn invest_counts_cells() {
    let line = Line::of(5);
    let resistance = |steps| downslope_resistance(&line, &weights(), &STREAM_LAST, &steps);
    let way = resistance(InvestSteps::MultipleDirections);
    // 1/(0.20·0.25) + 1/(0.20·0.15) + 1/(0.05·0.05) + 1/(0.01·0.01), without the top cell
    let expected = 20.0 + 1.0 / 0.03 + 400.0 + 10_000.0;
    assert!((way[0].unwrap() - expected).abs() < 1e-8);
    // with the top cell, without the stream: the hillslope in metres over its cell size
    let way = resistance(InvestSteps::SingleDirection);
    assert!((way[0].unwrap() - 14_600.0 / 30.0).abs() < 1e-8);
}

#[test]
fn what_reaches_no_stream_is_missing() {
    let line = Line::of(5);
    let way = downslope_resistance(&line, &weights(), &[false; 5], &MetreSteps);
    assert_eq!(way, [None; 5]);
    let mut broken = weights();
    broken[2] = None;
    let way = downslope_resistance(&line, &broken, &STREAM_LAST, &MetreSteps);
    assert_eq!((way[0], way[1], way[2]), (None, None, None));
    assert!(way[3].is_some());
    assert_eq!(UpslopeArea::of_sums(1.0, 1.0, 0.0, 30.0), None);
}

#[test]
fn a_budget_by_hand() {
    // SDR 0.1, 0.4, 1 (stream); losses 10 and 5
    let line = Line::of(3);
    let budgets = route_sediment(
        &line,
        &[Some(10.0), Some(5.0), None],
        &[Some(0.1), Some(0.4), Some(1.0)],
    );
    let [top, bottom, stream] = [0, 1, 2].map(|cell| budgets[cell].unwrap());
    assert!((top.export - 1.0).abs() < 1e-12 && (top.flux - 9.0).abs() < 1e-12);
    assert_eq!(top.deposition, 0.0);
    // everything that comes in stays beside the stream, whose ratio is 1
    assert!((bottom.deposition - 9.0).abs() < 1e-12 && (bottom.flux - 3.0).abs() < 1e-12);
    assert!((bottom.export - 2.0).abs() < 1e-12);
    assert!((stream.deposition - 3.0).abs() < 1e-12 && stream.flux == 0.0);
    assert_eq!(
        route_sediment(&line, &[None; 3], &[Some(0.1); 3]),
        [None; 3]
    );
}

proptest! {
    /// Nothing is made and nothing vanishes: what is lost is exported or lies somewhere.
    #[test]
    fn sediment_is_kept(cells in prop::collection::vec((0.0..100.0_f64, 0.01..0.79_f64), 1..30)) {
        let line = Line::of(cells.len() + 1);
        let mut loss: Vec<_> = cells.iter().map(|(loss, _)| Some(*loss)).collect();
        let mut ratio: Vec<_> = cells.iter().map(|(_, ratio)| Some(*ratio)).collect();
        loss.push(None);
        ratio.push(Some(1.0));
        let budgets = route_sediment(&line, &loss, &ratio);
        let kept: f64 = budgets.iter().flatten().map(|budget| budget.export + budget.deposition).sum();
        let lost: f64 = loss.iter().flatten().sum();
        prop_assert!((kept - lost).abs() < 1e-9 * lost.max(1.0));
        prop_assert!(budgets.iter().flatten().all(|budget| budget.deposition >= 0.0 && budget.flux >= 0.0));
    }
}
