//! Pictures of places that do not exist, drawn by arithmetic.

use image::{Rgb, RgbImage};

/// Width and height, pixels.
const SIZE: (u32, u32) = (1200, 800);

/// What stands in front of the mountains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motif {
    /// Water.
    Spring,
    /// Red flowers.
    Tulips,
    /// An old tree.
    Tree,
    /// Nothing.
    Meadow,
}

/// The picture of a place; `variant` moves its mountains.
pub(super) fn draw(motif: Motif, variant: f64) -> RgbImage {
    RgbImage::from_fn(SIZE.0, SIZE.1, |x, y| {
        let (x, y) = (
            f64::from(x) / f64::from(SIZE.0),
            f64::from(y) / f64::from(SIZE.1),
        );
        Rgb(front(motif, x, y).unwrap_or_else(|| behind(x, y, variant)))
    })
}

/// Sky, three ridges, meadow, from far to near.
fn behind(x: f64, y: f64, variant: f64) -> [u8; 3] {
    let ridges = [
        (0.30, 0.10, 3.1, [148, 170, 190]),
        (0.44, 0.07, 5.3, [104, 136, 140]),
        (0.56, 0.04, 8.7, [92, 128, 92]),
    ];
    let mut colour = mixed([196, 220, 240], [236, 240, 236], (y / 0.5).min(1.0));
    for (height, swing, waves, ridge) in ridges {
        let phase = x * waves + variant;
        let top = height - swing * (phase.sin() + 0.5 * (2.3 * phase + 1.0).sin());
        if y > top {
            // snow on the crests of the highest
            let snow = height < 0.35 && top < 0.29 && y < top + 0.5 * (0.29 - top);
            colour = if snow { [240, 244, 248] } else { ridge };
        }
    }
    if y > 0.66 + 0.02 * (x * 6.0 + variant).sin() {
        let grass = (x * 173.0).sin() * (y * 211.0).cos();
        colour = mixed([134, 160, 78], [96, 128, 60], 0.5 + 0.4 * grass);
    }
    colour
}

/// The motif, where it covers what is behind.
fn front(motif: Motif, x: f64, y: f64) -> Option<[u8; 3]> {
    let inside = |cx: f64, cy: f64, rx: f64, ry: f64| {
        ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) < 1.0
    };
    match motif {
        Motif::Spring if inside(0.5, 0.83, 0.22, 0.09) => {
            let wave = (y * 260.0 + (x * 20.0).sin()).sin();
            Some(mixed([70, 130, 168], [150, 200, 220], 0.5 + 0.3 * wave))
        }
        Motif::Spring if inside(0.5, 0.83, 0.25, 0.115) => Some([128, 124, 116]),
        Motif::Tulips => {
            let (column, row) = ((x * 24.0).floor(), (y * 18.0).floor());
            let shift = 0.3 * (column * 2.7 + row * 1.9).sin();
            let (dx, dy) = ((x * 24.0).fract() - 0.5 - shift, (y * 18.0).fract() - 0.5);
            let flower = y > 0.72 && dx.powi(2) + dy.powi(2) < 0.05;
            flower.then_some([200, 48, 40])
        }
        Motif::Tree if inside(0.62, 0.42, 0.15, 0.19) || inside(0.53, 0.50, 0.09, 0.11) => {
            let leaf = (x * 240.0).sin() * (y * 180.0).sin();
            Some(mixed([58, 92, 50], [86, 120, 62], 0.5 + 0.5 * leaf))
        }
        Motif::Tree if (x - 0.6).abs() < 0.018 && (0.5..0.8).contains(&y) => Some([92, 70, 50]),
        _ => None,
    }
}

fn mixed(one: [u8; 3], other: [u8; 3], share: f64) -> [u8; 3] {
    std::array::from_fn(|i| {
        let (a, b) = (f64::from(one[i]), f64::from(other[i]));
        (a + (b - a) * share).round().clamp(0.0, 255.0) as u8
    })
}
