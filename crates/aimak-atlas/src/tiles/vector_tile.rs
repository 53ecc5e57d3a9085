//! How are features written into a vector tile?
//!
//! Mapbox Vector Tile 2.1: a protocol buffer of layers; geometry as commands with steps between whole numbers. The crates at hand
//! join a ring to the one before where their ends meet, which the specification forbids; what is needed of it is little.

use std::collections::BTreeMap;

/// Units along the side of a tile.
pub const EXTENT: u32 = 4096;

/// A place in a tile, y to the south.
pub type At = (i32, i32);

/// A shape in units of a tile.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Points.
    Points(Vec<At>),
    /// Lines of two points or more.
    Lines(Vec<Vec<At>>),
    /// Rings of three corners or more, the first not repeated: outer ones clockwise on the screen, each followed by its holes, which
    /// run the other way.
    Rings(Vec<Vec<At>>),
}

/// What is known of a feature.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Text.
    Text(String),
    /// A whole number.
    Number(u64),
}

/// One layer while it grows.
pub struct Layer {
    name: &'static str,
    keys: Vec<&'static str>,
    values: Vec<Value>,
    places: BTreeMap<Value, u64>,
    features: Vec<Vec<u8>>,
}

impl Layer {
    /// A layer without features.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            keys: Vec::new(),
            values: Vec::new(),
            places: BTreeMap::new(),
            features: Vec::new(),
        }
    }

    /// Adds a feature.
    pub fn add(&mut self, shape: &Shape, properties: &[(&'static str, Value)]) {
        let tags: Vec<u64> = properties
            .iter()
            .flat_map(|(key, value)| [self.key(key), self.value(value)])
            .collect();
        let kind = match shape {
            Shape::Points(_) => 1,
            Shape::Lines(_) => 2,
            Shape::Rings(_) => 3,
        };
        let mut feature = Vec::new();
        packed(&mut feature, 2, &tags);
        number(&mut feature, 3, kind);
        packed(&mut feature, 4, &commands(shape));
        self.features.push(feature);
    }

    /// True without features.
    pub const fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    fn key(&mut self, key: &'static str) -> u64 {
        let place = self.keys.iter().position(|known| *known == key);
        let place = place.unwrap_or_else(|| {
            self.keys.push(key);
            self.keys.len() - 1
        });
        place as u64
    }

    fn value(&mut self, value: &Value) -> u64 {
        if let Some(place) = self.places.get(value) {
            return *place;
        }
        let place = self.values.len() as u64;
        self.values.push(value.clone());
        self.places.insert(value.clone(), place);
        place
    }

    fn written(&self) -> Vec<u8> {
        let mut layer = Vec::new();
        bytes(&mut layer, 1, self.name.as_bytes());
        for feature in &self.features {
            bytes(&mut layer, 2, feature);
        }
        for key in &self.keys {
            bytes(&mut layer, 3, key.as_bytes());
        }
        for value in &self.values {
            let mut written = Vec::new();
            match value {
                Value::Text(text) => bytes(&mut written, 1, text.as_bytes()),
                Value::Number(count) => number(&mut written, 5, *count),
            }
            bytes(&mut layer, 4, &written);
        }
        number(&mut layer, 5, EXTENT.into());
        number(&mut layer, 15, 2);
        layer
    }
}

/// A tile of layers, those without features left out; nothing where that leaves none.
pub fn tile(layers: &[Layer]) -> Vec<u8> {
    let mut tile = Vec::new();
    for layer in layers.iter().filter(|layer| !layer.is_empty()) {
        bytes(&mut tile, 3, &layer.written());
    }
    tile
}

/// A pen that writes commands and remembers where it stands.
#[derive(Default)]
struct Pen {
    written: Vec<u64>,
    at: At,
}

impl Pen {
    const MOVE: u64 = 1;
    const LINE: u64 = 2;
    const CLOSE: u64 = 7;

    fn go(&mut self, command: u64, places: &[At]) {
        self.written.push(command | (places.len() as u64) << 3);
        for &(x, y) in places {
            let steps = [x - self.at.0, y - self.at.1];
            self.written.extend(steps.map(zigzag));
            self.at = (x, y);
        }
    }

    fn path(&mut self, places: &[At]) {
        if let Some((first, rest)) = places.split_first() {
            self.go(Self::MOVE, std::slice::from_ref(first));
            self.go(Self::LINE, rest);
        }
    }
}

fn commands(shape: &Shape) -> Vec<u64> {
    let mut pen = Pen::default();
    match shape {
        Shape::Points(points) => pen.go(Pen::MOVE, points),
        Shape::Lines(lines) => lines.iter().for_each(|line| pen.path(line)),
        Shape::Rings(rings) => {
            for ring in rings {
                pen.path(ring);
                // closing moves the pen nowhere
                pen.written.push(Pen::CLOSE | 1 << 3);
            }
        }
    }
    pen.written
}

/// Small numbers of either sign as small numbers without one.
const fn zigzag(step: i32) -> u64 {
    ((step << 1) ^ (step >> 31)) as u32 as u64
}

/// Seven bits a byte, the lowest first.
fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn number(out: &mut Vec<u8>, field: u64, value: u64) {
    varint(out, field << 3);
    varint(out, value);
}

fn bytes(out: &mut Vec<u8>, field: u64, value: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, value.len() as u64);
    out.extend_from_slice(value);
}

fn packed(out: &mut Vec<u8>, field: u64, values: &[u64]) {
    let mut written = Vec::new();
    for value in values {
        varint(&mut written, *value);
    }
    bytes(out, field, &written);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the specification, 4.3.5.
    #[test]
    fn geometries_of_the_specification() {
        let points = Shape::Points(vec![(5, 7), (3, 2)]);
        assert_eq!(commands(&points), [17, 10, 14, 3, 9]);
        let lines = Shape::Lines(vec![vec![(2, 2), (2, 10), (10, 10)], vec![(1, 1), (3, 5)]]);
        let expected = [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8];
        assert_eq!(commands(&lines), expected);
        let polygon = Shape::Rings(vec![vec![(3, 6), (8, 12), (20, 34)]]);
        assert_eq!(commands(&polygon), [9, 6, 12, 18, 10, 12, 24, 44, 15]);
        let two = Shape::Rings(vec![
            vec![(0, 0), (10, 0), (10, 10), (0, 10)],
            vec![(11, 11), (20, 11), (20, 20), (11, 20)],
            vec![(13, 13), (13, 17), (17, 17), (17, 13)],
        ]);
        let expected = [
            9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13,
            26, 0, 8, 8, 0, 0, 7, 15,
        ];
        assert_eq!(commands(&two), expected);
    }

    #[test]
    fn a_tile_byte_by_byte() {
        let mut layer = Layer::new("p");
        layer.add(
            &Shape::Points(vec![(1, 0)]),
            &[("n", Value::Text("ң".into())), ("r", Value::Number(300))],
        );
        let expected = [
            0x1a, 40, // field 3, 40 bytes
            0x0a, 1, b'p', // name
            0x12, 13, 0x12, 4, 0, 0, 1, 1, 0x18, 1, 0x22, 3, 9, 2,
            0, // feature: tags, type, geometry
            0x1a, 1, b'n', 0x1a, 1, b'r', // keys
            0x22, 4, 0x0a, 2, 0xd2, 0xa3, // "ң"
            0x22, 3, 0x28, 0xac, 0x02, // 300
            0x28, 0x80, 0x20, // extent 4096
            0x78, 2, // version
        ];
        assert_eq!(tile(&[Layer::new("empty"), layer]), expected);
        assert!(tile(&[Layer::new("empty")]).is_empty());
    }

    #[test]
    fn a_value_said_twice_stands_once() {
        let mut layer = Layer::new("place");
        for x in 0..3 {
            layer.add(&Shape::Points(vec![(x, 0)]), &[("rank", Value::Number(4))]);
        }
        assert_eq!((layer.keys.len(), layer.values.len()), (1, 1));
    }
}
