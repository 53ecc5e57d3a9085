//! Where does the sediment stay that does not arrive?

use aimak_core::Raster;

use super::DeliveryRatio;
use crate::terrain::{Cells, FlowNetwork, Routing};

/// What becomes of the soil lost by every cell and of what comes from above, t ha⁻¹ yr⁻¹.
#[derive(Clone, Debug, PartialEq)]
pub struct SedimentBudget {
    /// Left lying here: `T`. On a stream it is what has reached it without being exported.
    pub deposition: Raster<f32>,
    /// Passed on to the cells below: `F`.
    pub flux: Vec<f64>,
}

/// The budget of every cell, from the top down.
///
/// # Formula
/// `E′ = A(1 − SDR)`; `Δ = (max(Σ share·SDR_below, SDR) − SDR)/(1 − SDR)`, 1 on streams; `T = Δ·F_in`;
/// `F = (1 − Δ)·F_in + E′`.
///
/// # Units
/// Loss in t ha⁻¹ yr⁻¹ over cells of one size, ratio 0–1.
///
/// # Range and edge cases
/// 0 and above. Invalid where loss (off the streams) or ratio is missing; what flows there is lost from sight, and a cell below that
/// has no ratio does not count in `Δ`.
///
/// # Reference
/// `RASTER_PEERS` 3, rule 11; InVEST SDR 3.20 `sediment_deposition.h`. METHODS has no equation for deposition.
pub fn route_sediment(
    network: &FlowNetwork<'_, impl Routing>,
    soil_loss: &Raster<f32>,
    delivery_ratio: &Raster<f32>,
) -> SedimentBudget {
    let lattice = network.lattice();
    let (losses, ratios) = (Cells::of(soil_loss), Cells::of(delivery_ratio));
    // what flows in, until the cell's turn comes
    let mut flux = vec![0.0_f64; lattice.cells()];
    let mut deposition = vec![0.0_f32; lattice.cells()];
    let mut known = vec![false; lattice.cells()];
    for &cell in network.order() {
        let cell = cell as usize;
        let inflow = std::mem::take(&mut flux[cell]);
        let Some(own) = ratios.get(cell).map(f64::from) else {
            continue;
        };
        let on_stream = own >= DeliveryRatio::ON_STREAM;
        let loss = losses.get(cell).map(f64::from);
        let Some(loss) = loss.or(on_stream.then_some(0.0)) else {
            continue;
        };
        deposition[cell] = inflow as f32;
        known[cell] = true;
        // a stream keeps everything: nothing to hand on
        if on_stream {
            continue;
        }
        let (mut receivers, mut count, mut below) = ([(0, 0.0); 8], 0, 0.0);
        network.receivers(cell, |receiver| {
            receivers[count] = (receiver.cell, receiver.share);
            count += 1;
            if let Some(ratio) = ratios.get(receiver.cell) {
                below += receiver.share * f64::from(ratio);
            }
        });
        let trapped = trapped_share(own, below);
        let outflow = (1.0 - trapped) * inflow + loss * (1.0 - own);
        deposition[cell] = (trapped * inflow) as f32;
        flux[cell] = outflow;
        for &(next, share) in &receivers[..count] {
            flux[next] += share * outflow;
        }
    }
    SedimentBudget {
        deposition: Raster {
            values: lattice.array(deposition),
            valid: lattice.array(known),
        },
        flux,
    }
}

/// `Δ`: the share of the inflow that stays, larger where the ratio rises towards the stream.
fn trapped_share(own: f64, below: f64) -> f64 {
    (below.max(own) - own) / (1.0 - own)
}
