//! Layers of a case, and whether two are the same.

use std::path::Path;

use aimak_core::Raster;
use ndarray::Array2;
use serde_json::Value;

pub fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/oracle")
        .join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A layer; cells without data are null.
pub fn layer(case: &Value, name: &str) -> Raster<f64> {
    let rows = case[name].as_array().unwrap();
    let cols = rows[0].as_array().unwrap().len();
    let cells = Array2::from_shape_fn((rows.len(), cols), |(row, col)| rows[row][col].as_f64());
    Raster {
        values: cells.mapv(Option::unwrap_or_default),
        valid: cells.mapv(|cell| cell.is_some()),
    }
}

/// Every cell within `tolerance` (relative), and the same cells missing.
pub fn same(found: &Raster<f64>, expected: &Raster<f64>, tolerance: f64, what: &str) {
    assert_eq!(
        found.valid, expected.valid,
        "{what}: other cells are missing"
    );
    for ((place, &valid), (&found, &expected)) in found
        .valid
        .indexed_iter()
        .zip(found.values.iter().zip(&expected.values))
    {
        let close = (found - expected).abs() <= tolerance * expected.abs().max(1.0);
        assert!(
            !valid || close,
            "{what} at {place:?}: {found}, expected {expected}"
        );
    }
}
