//! The whole chain against InVEST SDR 3.20, layer by layer, from the DEM.

use aimak_core::{Grid, Raster, progress::Silent};
use geo::{MultiPolygon, Rect};

use super::*;
use crate::{
    erosion::water::{
        delivery::DeliveryRatio,
        invest_tiny::{CELL_SIZE_M, SIDE, Tiny},
        topography::InvestSlopeLength,
        watersheds::Watersheds,
    },
    terrain::{CellSize, Lattice},
};

fn raster(cells: &[Option<f64>]) -> Raster<f32> {
    Lattice::of((SIDE, SIDE)).raster(|cell| cells[cell].map(|value| value as f32))
}

/// Every cell within `tolerance` of what is expected (of 1 at least where `floor` says so), and the same cells missing.
fn same(what: &str, found: &Raster<f32>, expected: &[Option<f64>], tolerance: f64, floor: f64) {
    let cells = found.values.iter().zip(&found.valid).zip(expected);
    for (cell, ((found, valid), expected)) in cells.enumerate() {
        assert_eq!(
            *valid,
            expected.is_some(),
            "{what} of cell {cell}: {expected:?}"
        );
        if let Some(expected) = expected {
            let off = (f64::from(*found) - expected).abs();
            assert!(
                off <= tolerance * expected.abs().max(floor),
                "{what} of cell {cell}: {found}, {expected}"
            );
        }
    }
}

#[test]
fn every_layer_is_that_of_invest() {
    let tiny = Tiny::read();
    let dem = raster(&Tiny::dem());
    let [r, k] = ["R", "K"].map(|name| raster(&tiny.input(name)));
    let class = tiny.input("lc");
    let of_class = |part: fn((f64, f64)) -> f64| -> Vec<Option<f64>> {
        let classes = class.iter();
        classes
            .map(|class| Some(part(tiny.cover_and_practice((*class)?))))
            .collect()
    };
    let (c, p) = (raster(&of_class(|(c, _)| c)), raster(&of_class(|(_, p)| p)));
    for (name, routes) in [("MFD", Routes::Multiple), ("D8", Routes::D8)] {
        let question = WaterErosion {
            dem: &dem,
            size: CellSize {
                dx: CELL_SIZE_M,
                dy: CELL_SIZE_M,
            },
            sinks: None,
            factors: FactorMaps {
                erosivity: FactorMap::Grid(&r),
                erodibility: FactorMap::Grid(&k),
                cover: FactorMap::Grid(&c),
                practice: FactorMap::Grid(&p),
                surfaces: None,
            },
            rules: Rules::Invest(InvestSlopeLength::default()),
            routes,
            stream_cells: 30.0,
            delivery: DeliveryRatio::default(),
        };
        let layers = question.layers(&Silent).unwrap();
        let expected = |layer: &str| tiny.layer(name, layer);
        let streams: Vec<bool> = expected("stream")
            .iter()
            .map(|stream| *stream == Some(1.0))
            .collect();
        assert_eq!(
            layers.streams.iter().copied().collect::<Vec<_>>(),
            streams,
            "{name}"
        );
        // single precision as InVEST stores it
        for (layer, found) in [
            ("slope", &layers.slope_percent),
            ("flow_accumulation", &layers.upslope_cells),
            ("ls", &layers.ls),
            ("rkls", &layers.potential_loss),
            ("usle", &layers.soil_loss),
            ("sdr_factor", &layers.delivery_ratio),
            ("sed_export", &layers.export),
        ] {
            same(layer, found, &expected(layer), 1e-6, 0.0);
        }
        // IC is a logarithm; deposition sums along the way
        same("ic", &layers.connectivity, &expected("ic"), 1e-6, 1.0);
        let deposition = expected("sed_deposition");
        same("sed_deposition", &layers.deposition, &deposition, 2e-5, 1.0);
        watersheds(name, &layers);
    }
}

/// `usle_tot`, `sed_export`, `sed_dep`, `avoid_exp`, `avoid_eros` of InVEST's table for the western and the eastern half, t yr⁻¹.
const TABLE: [(&str, [[f64; 5]; 2]); 2] = [
    (
        "MFD",
        [
            [
                257.518_059,
                44.385_991,
                152.364_781,
                157.883_313,
                517.979_312,
            ],
            [
                372.437_315,
                66.108_010,
                258.150_050,
                350.630_464,
                1_030.004_209,
            ],
        ],
    ),
    (
        "D8",
        [
            [
                266.373_655,
                62.838_611,
                191.004_631,
                217.786_641,
                543.534_258,
            ],
            [
                361.539_602,
                72.603_391,
                212.059_600,
                277.213_755,
                1_004.898_868,
            ],
        ],
    ),
];

/// InVEST sums whatever it has, steep or not.
fn watersheds(routing: &str, layers: &Layers) {
    let grid = Grid {
        width: SIDE,
        height: SIDE,
        left: 500_000.0,
        top: 4_600_000.0,
        dx: CELL_SIZE_M,
        dy: CELL_SIZE_M,
        crs: "EPSG:32643".to_owned(),
        geographic: false,
    };
    let half = |left: f64, right: f64| -> MultiPolygon<f64> {
        Rect::new((left, 4_599_280.0), (right, 4_600_000.0))
            .to_polygon()
            .into()
    };
    let shapes = [
        Ok(half(500_000.0, 500_360.0)),
        Ok(half(500_360.0, 500_720.0)),
    ];
    let watersheds = Watersheds {
        layers,
        grid: &grid,
        surfaces: None,
    };
    let found = watersheds.totals(&shapes, &Silent).unwrap();
    let (_, expected) = TABLE.iter().find(|(name, _)| *name == routing).unwrap();
    for (found, expected) in found.into_iter().zip(expected) {
        let found = found.unwrap();
        assert!(found.met && found.at_edge);
        let sums = found.totals.counted.and(&found.totals.steep);
        let found = [
            sums.loss_t_per_yr,
            sums.export_t_per_yr,
            sums.deposition_t_per_yr,
            sums.avoided_export_t_per_yr,
            sums.avoided_loss_t_per_yr,
        ];
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                (found - expected).abs() < 1e-5 * expected,
                "{routing}: {found} {expected}"
            );
        }
    }
}
