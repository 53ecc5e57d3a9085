//! The written region is the invented one.

use std::path::Path;

use aimak_core::{Progress, RasterSource as _, Survey, progress::Silent};
use aimak_science::simulate::Region;

use super::write;
use crate::{project, read};

#[test]
fn what_is_written_reads_back_as_it_was() {
    let region = Region::small(3);
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("demo");
    write(&place, &region).unwrap();
    let loaded = read::load(&place.join("monitoring.toml"), &Silent as &dyn Progress).unwrap();
    let (read, made) = (&loaded.survey, region.survey());
    assert_eq!(read.project.seed, region.seed);
    assert_eq!(read.periods, made.periods);
    let codes = |survey: &Survey| {
        survey
            .aimaks
            .iter()
            .map(|a| (a.code.clone(), a.organic_since))
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(read), codes(&made));
    let visits = |survey: &Survey| {
        survey
            .plots
            .iter()
            .map(|p| (p.id.clone(), p.visits.len()))
            .collect::<Vec<_>>()
    };
    assert_eq!(visits(read), visits(&made));
    for layer in &read.rasters {
        let twin = made
            .rasters
            .iter()
            .find(|made| made.id == layer.id)
            .unwrap();
        assert_eq!((&layer.grid, &layer.bands), (&twin.grid, &twin.bands));
        for band in 0..layer.bands.len() {
            let file = loaded
                .rasters
                .read(layer, band, layer.grid.whole())
                .unwrap();
            let memory = region
                .raster_source()
                .read(twin, band, twin.grid.whole())
                .unwrap();
            assert_eq!(file.valid, memory.valid);
            let cells = file.values.iter().zip(&memory.values).zip(&file.valid);
            assert!(
                cells
                    .filter(|(_, valid)| **valid)
                    .all(|((a, b), _)| (a - b).abs() < 1e-9)
            );
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_files() {
    let region = Region::small(5);
    let dir = tempfile::tempdir().unwrap();
    let [one, two] = ["one", "two"].map(|name| dir.path().join(name));
    write(&one, &region).unwrap();
    write(&one, &region).unwrap();
    write(&two, &Region::small(5)).unwrap();
    let bytes = |dir: &Path, name: &str| std::fs::read(dir.join(name)).unwrap();
    let names: Vec<_> = std::fs::read_dir(&one)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), super::FILES.len());
    for name in super::FILES {
        assert_eq!(bytes(&one, name), bytes(&two, name), "{name}");
    }
    let project = project::read(&one.join("monitoring.toml")).unwrap();
    assert!(project.problems.is_empty());
}
