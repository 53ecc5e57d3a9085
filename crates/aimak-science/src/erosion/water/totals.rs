//! How much does an area lose, and which part of it was left out?

use std::collections::BTreeMap;

use super::{
    Remark, Surface,
    soil_loss::{CLASS_LIMITS, CellLoss, class},
};

/// Sums over the cells of an area. Strips are summed apart and merged in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LossTotals {
    /// Area whose loss counts, ha.
    pub counted_ha: f64,
    /// Loss of that area, t yr⁻¹.
    pub loss_t_per_yr: f64,
    /// Area by class of loss, ha.
    pub class_ha: [f64; CLASS_LIMITS.len() + 1],
    /// Soil on slopes above 50 %, left out, ha.
    pub steep_ha: f64,
    /// Area without soil by what it is, left out, ha.
    pub masked_ha: BTreeMap<Surface, f64>,
    /// Area with a missing factor, ha.
    pub missing_ha: f64,
}

impl LossTotals {
    /// Counts one cell, or the covered part of one, of this many hectares.
    pub fn add(&mut self, cell: &CellLoss, area_ha: f64) {
        match cell {
            CellLoss::Loss(loss) if loss.remarks.contains(&Remark::SteepExtrapolated) => {
                self.steep_ha += area_ha;
            }
            CellLoss::Loss(loss) => {
                self.counted_ha += area_ha;
                self.loss_t_per_yr += loss.value * area_ha;
                self.class_ha[class(loss.value)] += area_ha;
            }
            CellLoss::Masked(surface) => *self.masked_ha.entry(*surface).or_default() += area_ha,
            CellLoss::Missing => self.missing_ha += area_ha,
        }
    }

    /// Adds the sums of another strip.
    pub fn merge(&mut self, other: &Self) {
        self.counted_ha += other.counted_ha;
        self.loss_t_per_yr += other.loss_t_per_yr;
        for (own, other) in self.class_ha.iter_mut().zip(other.class_ha) {
            *own += other;
        }
        self.steep_ha += other.steep_ha;
        for (surface, area_ha) in &other.masked_ha {
            *self.masked_ha.entry(*surface).or_default() += area_ha;
        }
        self.missing_ha += other.missing_ha;
    }

    /// Mean loss of the counted area, t ha⁻¹ yr⁻¹; `None` where nothing counts.
    pub fn mean_t_per_ha_yr(&self) -> Option<f64> {
        (self.counted_ha > 0.0).then(|| self.loss_t_per_yr / self.counted_ha)
    }

    /// Share of the soil (masked land left aside) that is counted, 0–1; `None` without soil.
    pub fn counted_share(&self) -> Option<f64> {
        let soil_ha = self.counted_ha + self.steep_ha + self.missing_ha;
        (soil_ha > 0.0).then(|| self.counted_ha / soil_ha)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::erosion::water::Factor;

    fn cells() -> Vec<(CellLoss, f64)> {
        let steep = Factor::plain(300.0).remarked(Remark::SteepExtrapolated, true);
        vec![
            (CellLoss::Loss(Factor::plain(4.0)), 2.0),
            (CellLoss::Loss(steep), 5.0),
            (CellLoss::Masked(Surface::Water), 3.0),
            (CellLoss::Missing, 1.0),
            (CellLoss::Loss(Factor::plain(10.0)), 1.0),
            (CellLoss::Masked(Surface::Water), 0.5),
        ]
    }

    fn sum(cells: &[(CellLoss, f64)]) -> LossTotals {
        let mut totals = LossTotals::default();
        for (cell, area_ha) in cells {
            totals.add(cell, *area_ha);
        }
        totals
    }

    #[test]
    fn steep_masked_and_missing_land_is_told_apart() {
        let totals = sum(&cells());
        assert_eq!((totals.counted_ha, totals.loss_t_per_yr), (3.0, 18.0));
        assert_eq!(totals.mean_t_per_ha_yr(), Some(6.0));
        assert_eq!((totals.steep_ha, totals.missing_ha), (5.0, 1.0));
        assert_eq!(totals.masked_ha, BTreeMap::from([(Surface::Water, 3.5)]));
        assert_eq!(totals.class_ha, [0.0, 0.0, 2.0, 0.0, 1.0, 0.0, 0.0]);
        assert_eq!(totals.counted_share(), Some(3.0 / 9.0));
        assert_eq!(LossTotals::default().mean_t_per_ha_yr(), None);
        assert_eq!(LossTotals::default().counted_share(), None);
    }

    #[test]
    fn strips_merge_to_the_whole() {
        let cells = cells();
        for cut in 0..=cells.len() {
            let mut merged = sum(&cells[..cut]);
            merged.merge(&sum(&cells[cut..]));
            assert_eq!(merged, sum(&cells));
        }
    }
}
