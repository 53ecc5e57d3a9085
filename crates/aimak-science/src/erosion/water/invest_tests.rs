//! Equation by equation against InVEST SDR 3.20: each layer from the inputs that InVEST itself had for it.

use aimak_core::Raster;
use ndarray::Array2;

use super::{
    Factors, Slope,
    delivery::{
        CellWeights, DeliveryRatio, InvestSteps, UpslopeArea, Weights, downslope_resistance,
        export, index_of_connectivity, route_sediment,
    },
    invest_tiny::{CELL_SIZE_M, SIDE, Tiny},
    topography::{InvestSlopeLength, TerrainCell},
};
use crate::terrain::{CellSize, Cells, FlowNetwork, Lattice};

const ROUTINGS: [&str; 2] = ["MFD", "D8"];
/// InVEST stores single precision (`RASTER_PEERS` 3: at most 8e-7).
const LOCAL: f64 = 1e-6;
/// Deposition sums single precision along the way (`RASTER_PEERS` 3: 1.3e-5).
const ROUTED: f64 = 2e-5;

/// Every cell that InVEST gives a value must have the same one here; returns how many there were.
fn agree(what: &str, found: &[Option<f64>], expected: &[Option<f64>], tolerance: f64) -> usize {
    let mut compared = 0;
    for (cell, (found, expected)) in found.iter().zip(expected).enumerate() {
        if let Some(expected) = expected {
            let found = found.unwrap_or_else(|| panic!("{what}: no value in cell {cell}"));
            // IC is a logarithm; a difference of two f32 is as exact as they are, and C·P is 0.9 at most
            let scale = match what {
                "ic" | "f" | "t" => expected.abs().max(1.0),
                "avoided" => 10.0 * expected.abs(),
                _ => expected.abs(),
            };
            assert!(
                (found - expected).abs() <= tolerance * scale,
                "{what} {cell}: {found} {expected}"
            );
            compared += 1;
        }
    }
    compared
}

fn slopes(tiny: &Tiny, routing: &str) -> Vec<Option<Slope>> {
    let percent = tiny.layer(routing, "slope");
    percent
        .iter()
        .map(|percent| Slope::from_percent((*percent)?))
        .collect()
}

fn ls(tiny: &Tiny, routing: &str) -> Vec<Option<f64>> {
    let accumulation = tiny.layer(routing, "flow_accumulation");
    let cell = |(slope, cells): (&Option<Slope>, &Option<f64>)| {
        let cell = TerrainCell {
            slope: (*slope)?,
            contributing_area_m2: ((*cells)? - 1.0) * CELL_SIZE_M * CELL_SIZE_M,
            aspect_radians: 0.0,
            cell_size_m: CELL_SIZE_M,
        };
        Some(
            InvestSlopeLength::default()
                .slope_length_and_steepness(&cell)?
                .value,
        )
    };
    slopes(tiny, routing)
        .iter()
        .zip(&accumulation)
        .map(cell)
        .collect()
}

fn factors(tiny: &Tiny, routing: &str) -> Vec<Option<Factors>> {
    let [r, k, class] = ["R", "K", "lc"].map(|name| tiny.input(name));
    let ls = ls(tiny, routing);
    let cell = |cell: usize| {
        let (cover, practice) = tiny.cover_and_practice(class[cell]?);
        Some(Factors {
            erosivity: r[cell]?,
            erodibility: k[cell]?,
            slope_length_and_steepness: ls[cell]?,
            cover,
            practice,
        })
    };
    (0..ls.len()).map(cell).collect()
}

/// A layer as the chain has them.
fn raster(cells: &[Option<f64>]) -> Raster<f32> {
    Lattice::of((SIDE, SIDE)).raster(|cell| cells[cell].map(|value| value as f32))
}

fn cells(layer: &Raster<impl Copy + Into<f64>>) -> Vec<Option<f64>> {
    let cells = Cells::of(layer);
    (0..SIDE * SIDE)
        .map(|cell| cells.get(cell).map(Into::into))
        .collect()
}

fn weights(tiny: &Tiny, routing: &str) -> Weights {
    let class = tiny.input("lc");
    let cover = |cell: usize| Some(tiny.cover_and_practice(class[cell]?).0 as f32);
    Weights::of_cells(cover, &raster(&tiny.layer(routing, "slope")))
}

fn streams(tiny: &Tiny, routing: &str) -> Vec<bool> {
    let streams = tiny.layer(routing, "stream");
    streams.iter().map(|stream| *stream == Some(1.0)).collect()
}

#[test]
fn soil_loss_as_invest() {
    let tiny = Tiny::read();
    for routing in ROUTINGS {
        let layer = |name| tiny.layer(routing, name);
        assert_eq!(agree("ls", &ls(&tiny, routing), &layer("ls"), LOCAL), 566);
        let factors = factors(&tiny, routing);
        let each = |loss: fn(&Factors) -> Option<f64>| -> Vec<Option<f64>> {
            factors
                .iter()
                .map(|factors| loss(factors.as_ref()?))
                .collect()
        };
        assert!(
            agree(
                "rkls",
                &each(Factors::potential_soil_loss),
                &layer("rkls"),
                LOCAL
            ) > 480
        );
        assert!(agree("usle", &each(Factors::soil_loss), &layer("usle"), LOCAL) > 480);
        let avoided = each(Factors::avoided_soil_loss);
        assert!(agree("avoided", &avoided, &layer("avoided_erosion"), LOCAL) > 480);
    }
}

#[test]
fn connectivity_as_invest() {
    let tiny = Tiny::read();
    for (routing, steps) in ROUTINGS.iter().zip([
        InvestSteps::MultipleDirections,
        InvestSteps::SingleDirection,
    ]) {
        let layer = |name| tiny.layer(routing, name);
        let weights = weights(&tiny, routing);
        let each = |part: fn(CellWeights) -> f64| -> Vec<Option<f64>> {
            (0..SIDE * SIDE)
                .map(|cell| weights.of(cell).map(part))
                .collect()
        };
        assert!(agree("w", &each(CellWeights::cover), &layer("w_threshold"), LOCAL) > 480);
        assert!(
            agree(
                "s",
                &each(CellWeights::slope),
                &layer("slope_threshold"),
                LOCAL
            ) > 480
        );
        assert!(
            agree(
                "ws",
                &each(CellWeights::resistance),
                &layer("ws_inverse"),
                LOCAL
            ) > 480
        );

        let [cover, slope, above] = ["w_bar", "s_bar", "flow_accumulation"].map(layer);
        let upslope = |cell: usize| {
            let area = UpslopeArea {
                mean_cover: cover[cell]?,
                mean_slope: slope[cell]?,
                area_m2: above[cell]? * CELL_SIZE_M * CELL_SIZE_M,
            };
            Some(area.contribution_m())
        };
        let d_up: Vec<_> = (0..above.len()).map(upslope).collect();
        assert!(agree("d_up", &d_up, &layer("d_up"), LOCAL) > 480);

        let routes = tiny.routes(routing);
        let network = FlowNetwork::of(&routes);
        let streams = streams(&tiny, routing);
        let on_grid = Array2::from_shape_vec((SIDE, SIDE), streams.clone()).unwrap();
        let size = CellSize {
            dx: CELL_SIZE_M,
            dy: CELL_SIZE_M,
        };
        let d_dn = cells(&downslope_resistance(
            &network,
            &weights.resistances(),
            &on_grid,
            size,
            &steps,
        ));
        assert!(agree("d_dn", &d_dn, &layer("d_dn"), LOCAL) > 450);
        let reached = |cells: &[Option<f64>]| cells.iter().map(Option::is_some).collect::<Vec<_>>();
        assert_eq!(
            reached(&d_dn),
            reached(&layer("d_dn")),
            "{routing}: cells that reach a stream"
        );

        let index = |cell: usize| index_of_connectivity(d_up[cell]?, d_dn[cell]?);
        let index: Vec<_> = (0..above.len()).map(index).collect();
        assert!(agree("ic", &index, &layer("ic"), LOCAL) > 400);
        let ratio = |cell: usize| DeliveryRatio::default().ratio(streams[cell], index[cell]);
        let ratio: Vec<_> = (0..above.len()).map(ratio).collect();
        assert!(agree("sdr", &ratio, &layer("sdr_factor"), LOCAL) > 450);
        assert_eq!(
            reached(&ratio),
            reached(&layer("sdr_factor")),
            "{routing}: cells with a ratio"
        );
    }
}

#[test]
fn export_and_deposition_as_invest() {
    let tiny = Tiny::read();
    for routing in ROUTINGS {
        let layer = |name| tiny.layer(routing, name);
        let (loss, ratio) = (layer("usle"), layer("sdr_factor"));
        let exported = |cell: usize| Some(export(loss[cell]?, ratio[cell]?));
        let exported: Vec<_> = (0..loss.len()).map(exported).collect();
        assert!(agree("export", &exported, &layer("sed_export"), LOCAL) > 400);
        let routes = tiny.routes(routing);
        let budget = route_sediment(&FlowNetwork::of(&routes), &raster(&loss), &raster(&ratio));
        let deposition = cells(&budget.deposition);
        let flux: Vec<_> = budget.flux.into_iter().map(Some).collect();
        assert!(agree("f", &flux, &layer("f"), ROUTED) > 450);
        assert!(agree("t", &deposition, &layer("sed_deposition"), ROUTED) > 450);
        let known = |cells: &[Option<f64>]| cells.iter().map(Option::is_some).collect::<Vec<_>>();
        assert_eq!(
            known(&deposition),
            known(&layer("sed_deposition")),
            "{routing}"
        );
    }
}
