//! Layers of a run of InVEST SDR 3.20 over 24 × 24 cells, from `crates/aimak-science/tests/oracle/invest_sdr_tiny.json`.

use serde_json::Value;

use super::delivery::{FlowNetwork, Outflow};

/// Cells along a side.
pub const SIDE: usize = 24;
/// Cell size, m.
pub const CELL_SIZE_M: f64 = 30.0;

/// The vectors.
pub struct Tiny(Value);

impl Tiny {
    pub fn read() -> Self {
        let text = include_str!("../../../tests/oracle/invest_sdr_tiny.json");
        Self(serde_json::from_str(text).unwrap())
    }

    /// An input raster.
    pub fn input(&self, name: &str) -> Vec<Option<f64>> {
        cells(&self.0["inputs"][name])
    }

    /// C and P of a land-cover class.
    pub fn cover_and_practice(&self, class: f64) -> (f64, f64) {
        let row = &self.0["inputs"]["biophysical"][format!("{class}")];
        (row[0].as_f64().unwrap(), row[1].as_f64().unwrap())
    }

    /// A layer by flow routing ("MFD" or "D8").
    pub fn layer(&self, routing: &str, name: &str) -> Vec<Option<f64>> {
        cells(&self.0["outputs"][routing][name])
    }

    /// The routes that the run took.
    pub fn network(&self, routing: &str) -> Routes {
        let directions = self.layer(routing, "flow_direction");
        let shares = directions.iter().map(|direction| match direction {
            None => [0.0; 8],
            Some(direction) if routing == "D8" => {
                std::array::from_fn(|k| f64::from(u8::from(k == *direction as usize)))
            }
            Some(packed) => unpacked(*packed as i64),
        });
        Routes::new(&shares.collect::<Vec<_>>(), &directions)
    }
}

/// Eight shares from four bits each, as their part of the sum.
fn unpacked(packed: i64) -> [f64; 8] {
    let parts: [f64; 8] = std::array::from_fn(|k| ((packed >> (4 * k)) & 15) as f64);
    let sum: f64 = parts.iter().sum();
    parts.map(|part| part / sum)
}

fn cells(rows: &Value) -> Vec<Option<f64>> {
    let rows = rows.as_array().unwrap();
    let cells = rows.iter().flat_map(|row| row.as_array().unwrap());
    let cells: Vec<_> = cells.map(Value::as_f64).collect();
    assert_eq!(cells.len(), SIDE * SIDE);
    cells
}

/// Row and column steps: E, NE, N, NW, W, SW, S, SE.
const STEPS: [(isize, isize); 8] = [
    (0, 1),
    (-1, 1),
    (-1, 0),
    (-1, -1),
    (0, -1),
    (1, -1),
    (1, 0),
    (1, 1),
];

/// Routes decoded from the flow directions of the run.
pub struct Routes {
    outflows: Vec<Vec<Outflow>>,
    upstream_first: Vec<usize>,
}

impl Routes {
    fn new(shares: &[[f64; 8]], valid: &[Option<f64>]) -> Self {
        let outflows: Vec<Vec<Outflow>> = shares
            .iter()
            .enumerate()
            .map(|(cell, shares)| outflows(cell, shares, valid))
            .collect();
        let mut waiting = vec![0; outflows.len()];
        for outflow in outflows.iter().flatten() {
            waiting[outflow.to] += 1;
        }
        let mut upstream_first: Vec<usize> = (0..outflows.len())
            .filter(|&cell| waiting[cell] == 0 && valid[cell].is_some())
            .collect();
        let mut next = 0;
        while let Some(&cell) = upstream_first.get(next) {
            next += 1;
            for outflow in &outflows[cell] {
                waiting[outflow.to] -= 1;
                if waiting[outflow.to] == 0 {
                    upstream_first.push(outflow.to);
                }
            }
        }
        assert_eq!(upstream_first.len(), valid.iter().flatten().count());
        Self {
            outflows,
            upstream_first,
        }
    }
}

fn outflows(cell: usize, shares: &[f64; 8], valid: &[Option<f64>]) -> Vec<Outflow> {
    let (row, col) = ((cell / SIDE) as isize, (cell % SIDE) as isize);
    let inside = 0..SIDE as isize;
    let mut found = Vec::new();
    for ((down, right), share) in STEPS.iter().zip(shares) {
        let (row, col) = (row + down, col + right);
        if *share > 0.0 && inside.contains(&row) && inside.contains(&col) {
            let to = row as usize * SIDE + col as usize;
            let length_m = CELL_SIZE_M * f64::from((down.abs() + right.abs()) as i32).sqrt();
            if valid[to].is_some() {
                found.push(Outflow {
                    to,
                    share: *share,
                    length_m,
                });
            }
        }
    }
    found
}

impl FlowNetwork for Routes {
    fn cells(&self) -> usize {
        self.outflows.len()
    }

    fn upstream_first(&self) -> &[usize] {
        &self.upstream_first
    }

    fn outflows(&self, cell: usize) -> impl Iterator<Item = Outflow> {
        self.outflows[cell].iter().copied()
    }
}
