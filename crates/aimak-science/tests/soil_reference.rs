//! Soil against the worked numbers of METHODS and the reference tables beside the repository (`../shared/reference`).
//!
//! Every key `A.*` of `test_vectors.json` is either compared here or named as left out with its reason.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

#[path = "soil_reference/carbon.rs"]
mod carbon;
#[path = "soil_reference/emissions.rs"]
mod emissions;
#[path = "soil_reference/planning.rs"]
mod planning;
mod shared;
#[path = "soil_reference/wosis.rs"]
mod wosis;

use std::{cell::RefCell, collections::BTreeSet, path::Path};

use serde_json::Value;
use shared::shared;

/// Keys that are not compared, and why.
const LEFT_OUT: [(&str, &str); 6] = [
    (
        "A.texture.rules_undefined_share",
        "a law of texture/class.rs: no texture is without a class",
    ),
    (
        "A.texture.rules_vs_polygons_mismatch_share",
        "polygons are not built; the rules are compared in soil_oracle.rs",
    ),
    (
        "A.texture.polygons_not_exactly_one_share",
        "polygons are not built",
    ),
    (
        "A.bdptf.Yang2007_gkg",
        "the trap of carbon in g/kg; our type makes the unit certain",
    ),
    (
        "A.n2o.synth100kg_wet_irrigated_EF1",
        "the numbers of synth100kg_wet",
    ),
    ("A.mdd.t80_19", "doctest of methods::interval::t_quantile"),
];

/// A table of reference values that remembers which were compared.
struct Vectors {
    table: Value,
    compared: RefCell<BTreeSet<String>>,
}

impl Vectors {
    fn read(folder: &Path, file: &str) -> Self {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        Self {
            table: serde_json::from_str(&text).unwrap(),
            compared: RefCell::default(),
        }
    }

    /// The value of a key.
    fn value(&self, key: &str) -> &Value {
        self.compared.borrow_mut().insert(key.to_owned());
        let value = &self.table[key];
        assert!(!value.is_null(), "{key} is not in the table");
        value
    }

    /// Compares with a number printed to so many decimals; `part` is empty, a field or an index.
    fn near(&self, key: &str, part: &str, found: f64, decimals: i32) {
        let value = self.value(key);
        let value = match (part, part.parse::<usize>()) {
            ("", _) => value,
            (_, Ok(index)) if value.is_array() => &value[index],
            _ => &value[part],
        };
        let expected = value
            .as_f64()
            .unwrap_or_else(|| panic!("{key} {part} is no number"));
        // half a unit of the last decimal, and what printing itself may round the other way
        let allowed = 0.5 * 10_f64.powi(-decimals) + 1e-9;
        assert!(
            (found - expected).abs() <= allowed,
            "{key} {part}: {found}, expected {expected}"
        );
    }
}

#[test]
fn every_worked_number_of_methods_a() {
    let Some(folder) = shared("reference") else {
        return;
    };
    let vectors = Vectors::read(&folder, "methods/test_vectors.json");
    carbon::compare(&vectors);
    planning::compare(&vectors);
    emissions::compare(&vectors);
    let mut named: BTreeSet<String> = vectors.compared.borrow().clone();
    named.extend(LEFT_OUT.iter().map(|(key, _)| (*key).to_owned()));
    let all = vectors.table.as_object().unwrap().keys();
    let forgotten: Vec<_> = all
        .filter(|key| key.starts_with("A.") && !named.contains(*key))
        .collect();
    assert!(
        forgotten.is_empty(),
        "neither compared nor left out: {forgotten:?}"
    );
}

#[test]
fn splines_and_stocks_of_the_reference_tables() {
    let Some(folder) = shared("reference") else {
        return;
    };
    carbon::compare_splines(&Vectors::read(&folder, "stats/soil/esm_splines_toy.json"));
    carbon::compare_toy(&Vectors::read(&folder, "stats/soil/fd_vs_esm_toy.json"));
}

#[test]
fn power_as_r() {
    let Some(folder) = shared("reference") else {
        return;
    };
    planning::compare_power(&Vectors::read(&folder, "stats/misc/tests_power.json"));
}

#[test]
fn the_ensemble_on_layers_of_asia() {
    let Some(data) = shared("data") else { return };
    wosis::compare(&data);
}
