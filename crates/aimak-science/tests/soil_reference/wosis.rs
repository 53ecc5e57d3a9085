//! Real layers of Asia (WoSIS): what the ensemble of pedotransfer functions misses there.

use std::path::Path;

use aimak_science::soil::{
    bulk_density::{DensityEnsemble, DensityOffset, PedotransferInput},
    content::{Content, MassUnit},
    texture::Texture,
};

/// Measured layers that the ensemble has an answer for; how many rows there are.
fn layers(text: &str) -> (usize, Vec<(PedotransferInput, f64)>) {
    let mut rows = 0;
    let mut layers = Vec::new();
    for line in text.lines().skip(1) {
        rows += 1;
        let fields: Vec<&str> = line.split(',').collect();
        let [density, carbon, clay, sand] =
            [2, 3, 4, 5].map(|column| fields[column].parse::<f64>().unwrap());
        let soil = Texture::of_sheet(Some(sand), None, Some(clay)).and_then(|texture| {
            Ok(PedotransferInput {
                carbon: Content::new(carbon, MassUnit::GramPerKg)?,
                texture: Some(texture),
            })
        });
        let answered = |soil: &PedotransferInput| DensityEnsemble::default().density(soil).is_ok();
        let possible = (0.2..=2.0).contains(&(density / 1000.0));
        if let Some(soil) = soil.ok().filter(answered).filter(|_| possible) {
            layers.push((soil, density / 1000.0));
        }
    }
    (rows, layers)
}

/// The same figures by Python's `statistics` over the same formulas.
pub fn compare(data: &Path) {
    let file = data.join("soil/wosis_layers_asia_subset.csv");
    let (rows, layers) = layers(&std::fs::read_to_string(file).unwrap());
    assert_eq!((rows, layers.len()), (3624, 3615));
    let offset = DensityOffset::of(&layers).unwrap();
    assert!(
        (offset.g_per_cm3 + 0.013_572_560_785).abs() < 1e-9,
        "{offset:?}"
    );
    assert!(
        (offset.sd_g_per_cm3 - 0.155_194_208_358).abs() < 1e-9,
        "{offset:?}"
    );
}
