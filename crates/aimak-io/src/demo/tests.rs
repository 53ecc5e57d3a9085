//! The written region is the invented one.

use std::path::Path;

use aimak_core::{Progress, RasterSource as _, SoilLayer, Survey, progress::Silent};
use aimak_science::simulate::Region;
use geo::{Coord, CoordsIter as _, MultiPolygon};

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
    assert_eq!(read.species_list, made.species_list);
    assert_eq!(read.managed_fields, made.managed_fields);
    same_places(read, &made);
    same_plots(read, &made);
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

/// Aimaks and parcels: everything as it was, shapes as far as seven decimals of a degree tell.
fn same_places(read: &Survey, made: &Survey) {
    assert_eq!(read.aimaks.len(), made.aimaks.len());
    for (read, made) in read.aimaks.iter().zip(&made.aimaks) {
        assert_eq!((&read.code, &read.name), (&made.code, &made.name));
        assert_eq!(read.organic_since, made.organic_since);
        assert_eq!(read.profile, made.profile);
        same_shape(&read.outline, &made.outline);
    }
    let [read, made] = [read, made].map(|survey| survey.parcels.as_ref().unwrap());
    assert_eq!(read.len(), made.len());
    for (read, made) in read.iter().zip(made) {
        assert_eq!((&read.aimak, read.status), (&made.aimak, made.status));
        assert_eq!((read.since, read.until), (made.since, made.until));
        same_shape(&read.shape, &made.shape);
    }
}

/// Corners within 2 cm of one another, whatever corner a ring begins with.
fn same_shape(read: &MultiPolygon<f64>, made: &MultiPolygon<f64>) {
    assert_eq!(read.coords_count(), made.coords_count());
    let far = |c: Coord<f64>| {
        made.coords_iter()
            .all(|m| (c.x - m.x).hypot(c.y - m.y) > 0.02)
    };
    assert_eq!(read.coords_iter().find(|c| far(*c)), None);
}

/// Plots: everything as it was, numbers as far as the tables write them.
fn same_plots(read: &Survey, made: &Survey) {
    assert_eq!(read.plots.len(), made.plots.len());
    for (read, made) in read.plots.iter().zip(&made.plots) {
        assert_eq!((&read.id, &read.aimak), (&made.id, &made.aimak));
        assert_eq!(read.on_organic_land, made.on_organic_land);
        let (at, was) = (read.place.unwrap(), made.place.unwrap());
        assert!((at.x() - was.x()).abs() < 0.051 && (at.y() - was.y()).abs() < 0.051);
        assert_eq!(read.visits.len(), made.visits.len());
        for (read, made) in read.visits.iter().zip(&made.visits) {
            assert_eq!(read.time, made.time);
            assert_eq!(read.species_scale, made.species_scale);
            assert_eq!(read.species, made.species);
            assert_eq!(numbers(&read.soil).len(), numbers(&made.soil).len());
            for (read, made) in numbers(&read.soil).into_iter().zip(numbers(&made.soil)) {
                assert_eq!(read.is_some(), made.is_some());
                let apart = read.zip(made).map_or(0.0, |(read, made)| read - made);
                assert!(apart.abs() < 0.000_051, "{read:?} {made:?}");
            }
        }
    }
}

/// All numbers of soil layers in a row.
fn numbers(layers: &[SoilLayer]) -> Vec<Option<f64>> {
    let of = |layer: &SoilLayer| {
        [
            Some(layer.top_cm),
            Some(layer.bottom_cm),
            layer.carbon_percent,
            layer.bulk_density_g_per_cm3,
            layer.coarse_fraction,
            layer.ph,
        ]
    };
    layers.iter().flat_map(of).collect()
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
