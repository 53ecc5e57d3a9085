//! Layers of a run of InVEST SDR 3.20 over 24 × 24 cells, from `crates/aimak-science/tests/oracle/invest_sdr_tiny.json`.

use serde_json::Value;

use crate::terrain::{Lattice, Receiver, Routing};

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

    /// The DEM, which the oracle of the terrain holds.
    pub fn dem() -> Vec<Option<f64>> {
        let text = include_str!("../../../tests/oracle/invest_terrain_24x24.json");
        cells(&serde_json::from_str::<Value>(text).unwrap()["dem"])
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
    pub fn routes(&self, routing: &str) -> Routes {
        let directions = self.layer(routing, "flow_direction");
        let shares = directions.iter().map(|direction| match direction {
            None => [0.0; 8],
            Some(direction) if routing == "D8" => {
                std::array::from_fn(|k| f64::from(u8::from(k == *direction as usize)))
            }
            Some(packed) => unpacked(*packed as i64),
        });
        Routes {
            shares: shares.collect(),
            known: directions.iter().map(Option::is_some).collect(),
        }
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

/// Routes decoded from the flow directions of the run.
pub struct Routes {
    shares: Vec<[f64; 8]>,
    known: Vec<bool>,
}

impl Routing for Routes {
    fn lattice(&self) -> Lattice {
        Lattice::of((SIDE, SIDE))
    }

    fn takes_part(&self, cell: usize) -> bool {
        self.known[cell]
    }

    fn receivers(&self, cell: usize, mut give: impl FnMut(Receiver)) {
        for (direction, next) in self.lattice().around(cell) {
            let share = self.shares[cell][direction];
            if share > 0.0 && self.known[next] {
                give(Receiver {
                    cell: next,
                    direction,
                    share,
                });
            }
        }
    }
}
