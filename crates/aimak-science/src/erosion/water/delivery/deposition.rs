//! Where does the sediment stay that does not arrive?

use super::{DeliveryRatio, FlowNetwork, export};

/// What happens to the soil lost by one cell and to what comes from above, t ha⁻¹ yr⁻¹.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SedimentBudget {
    /// Sent to the stream; 0 on streams, which lose no soil of their own here.
    pub export: f64,
    /// Set free here and not exported: `E′ = A(1 − SDR)`.
    pub mobile: f64,
    /// Left lying here: `T`. On a stream it is what has reached it without being exported.
    pub deposition: f64,
    /// Passed on to the cells below: `F`.
    pub flux: f64,
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
/// 0 and above. `None` where loss (off the streams) or ratio is missing; what flows there is lost from sight, and a cell
/// below that has no ratio does not count in `Δ`. Lists shorter than the network count as missing.
///
/// # Reference
/// `RASTER_PEERS` 3, rule 11; InVEST SDR 3.20 `sediment_deposition.h`. METHODS has no equation for deposition.
pub fn route_sediment(
    network: &impl FlowNetwork,
    soil_loss: &[Option<f64>],
    delivery_ratio: &[Option<f64>],
) -> Vec<Option<SedimentBudget>> {
    let ratio = |cell: usize| delivery_ratio.get(cell).copied().flatten();
    let mut inflow = vec![0.0; network.cells()];
    let mut budgets = vec![None; network.cells()];
    for &cell in network.upstream_first() {
        let Some(own) = ratio(cell) else { continue };
        let on_stream = own >= DeliveryRatio::ON_STREAM;
        let loss = soil_loss.get(cell).copied().flatten();
        let Some(loss) = (if on_stream { Some(0.0) } else { loss }) else {
            continue;
        };
        let below = network.outflows(cell);
        let below: f64 = below
            .filter_map(|outflow| Some(outflow.share * ratio(outflow.to)?))
            .sum();
        let trapped = trapped_share(own, below);
        let mobile = loss * (1.0 - own);
        let budget = SedimentBudget {
            export: export(loss, own),
            mobile,
            deposition: trapped * inflow[cell],
            flux: (1.0 - trapped) * inflow[cell] + mobile,
        };
        for outflow in network.outflows(cell) {
            inflow[outflow.to] += outflow.share * budget.flux;
        }
        budgets[cell] = Some(budget);
    }
    budgets
}

/// `Δ`: the share of the inflow that stays, larger where the ratio rises towards the stream.
fn trapped_share(own: f64, below: f64) -> f64 {
    if own >= DeliveryRatio::ON_STREAM {
        1.0
    } else {
        (below.max(own) - own) / (1.0 - own)
    }
}
