//! What a tile holds of the things that meet it.

use super::{
    cut::{MARGIN, oriented, twice_area},
    *,
};
use crate::tiles::vector_tile::{At, Shape, Value};

fn things(features: &str) -> Vec<Thing> {
    let text = format!("{{ \"features\": [{features}] }}");
    let read: Collection = serde_json::from_str(&text).unwrap();
    read.things()
}

fn feature(kind: &str, rank: u8, geometry: &str, coordinates: &str) -> String {
    format!(
        r#"{{ "properties": {{ "kind": "{kind}", "rank": {rank}, "name_ru": "Имя" }},
            "geometry": {{ "type": "{geometry}", "coordinates": {coordinates} }} }}"#
    )
}

/// A lake across 90° E, which is a side of tiles at every zoom from 2 on, with an island.
fn lake() -> Vec<Thing> {
    things(&feature(
        "lake",
        1,
        "Polygon",
        "[[[89,44],[91,44],[91,46],[89,46],[89,44]],[[89.2,44.5],[89.2,45],[89.6,45],[89.6,44.5],[89.2,44.5]]]",
    ))
}

#[test]
fn an_area_is_cut_at_the_side_of_a_tile() {
    let form = lake()[0].at_zoom(4).unwrap();
    let parts = cut(&form, 4);
    let columns: Vec<u32> = parts.iter().map(|(tile, _)| tile.col).collect();
    assert_eq!(columns, [11, 12], "22.5 degrees a column");
    let (Shape::Rings(west), Shape::Rings(east)) = (&parts[0].1, &parts[1].1) else {
        panic!("areas stay areas");
    };
    let margin = MARGIN as i32;
    let ends = |ring: &[At]| {
        let columns = ring.iter().map(|corner| corner.0);
        (columns.clone().min().unwrap(), columns.max().unwrap())
    };
    // a degree is 4096 / 22.5 = 182.04 units
    assert_eq!(ends(&west[0]), (4096 - 182, 4096 + margin));
    assert_eq!(ends(&east[0]), (-margin, 182));
    assert_eq!((west.len(), east.len()), (2, 1), "the island lies west");
    assert!(twice_area(&west[0]) > 0 && twice_area(&west[1]) < 0);
    assert!(twice_area(&east[0]) > 0);
}

#[test]
fn rings_are_turned_whichever_way_they_came() {
    let square = vec![(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)];
    let turned: Vec<At> = square.iter().rev().copied().collect();
    let expected = oriented(vec![square.clone(), square]);
    assert!(twice_area(&expected[0]) > 0 && twice_area(&expected[1]) < 0);
    let other = oriented(vec![turned.clone(), turned]);
    assert_eq!(twice_area(&other[0]), twice_area(&expected[0]));
    assert_eq!(
        oriented(vec![vec![(0, 0), (5, 0)], vec![(1, 1), (2, 1), (1, 2)]]).len(),
        0
    );
}

#[test]
fn important_things_are_shown_first() {
    let zooms = |rank| {
        let thing = &things(&feature("place", rank, "Point", "[74.6,42.9]"))[0];
        thing.first_zoom()
    };
    assert_eq!([1, 2, 5, 7, 9].map(zooms), [4, 5, 8, 10, 10]);
    let brook = things(&feature(
        "river",
        1,
        "LineString",
        "[[74.6,42.9],[74.61,42.9]]",
    ));
    assert!(
        brook[0].at_zoom(5).is_none(),
        "a hundredth of a degree is 3.6 units there"
    );
    assert!(brook[0].at_zoom(10).is_some());
}

#[test]
fn a_name_in_one_language_is_there_in_all() {
    let thing = &things(&feature("place", 3, "Point", "[74.6,42.9]"))[0];
    let keys: Vec<&str> = thing.properties.iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, ["name_ky", "name_ru", "name_en", "rank"]);
    let names = thing
        .properties
        .iter()
        .filter(|(_, value)| *value == Value::Text("Имя".into()));
    assert_eq!(names.count(), 3);
}

#[test]
fn a_point_stands_in_one_tile() {
    let things = things(&feature("place", 1, "Point", "[90.0,42.0]"));
    let base = base(&things).unwrap();
    assert_eq!(base.layers, ["place"]);
    assert_eq!((base.archive.least, base.archive.deepest), (4, 10));
    for zoom in 4..=10 {
        assert_eq!(of_zoom(&things, zoom).len(), 1, "zoom {zoom}");
    }
    assert!((base.bounds[0] - 90.0).abs() < 1e-9 && (base.bounds[3] - 42.0).abs() < 1e-9);
}

#[test]
fn the_same_things_give_the_same_bytes() {
    let bytes = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.unwrap()
            .install(|| base(&lake()).unwrap().archive.bytes)
    };
    assert_eq!(bytes(1), bytes(3));
}
