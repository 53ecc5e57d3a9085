//! How much does an area lose, how much of it arrives in streams, and which part of the area was left out?

use std::collections::BTreeMap;

use super::{
    Surface,
    delivery::DeliveryRatio,
    soil_loss::{CLASS_LIMITS, class},
    uncertainty::LossByConnectivity,
};

/// What the totals need to know of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it is; `None` where nobody knows.
    pub surface: Option<Surface>,
    /// Steeper than 50 %: its figures are summed apart.
    pub steep: bool,
    /// Loss, and loss of bare soil without any practice, t ha⁻¹ yr⁻¹.
    pub loss: Option<(f64, f64)>,
    /// SDR.
    pub delivery_ratio: Option<f64>,
    /// IC; none on streams.
    pub connectivity: Option<f64>,
    /// Deposition, t ha⁻¹ yr⁻¹.
    pub deposition: Option<f64>,
}

/// Sums over land of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SedimentSums {
    /// Area with a loss, ha.
    pub area_ha: f64,
    /// Its loss, t yr⁻¹.
    pub loss_t_per_yr: f64,
    /// What cover and practice prevent, t yr⁻¹: loss of bare soil minus loss.
    pub avoided_loss_t_per_yr: f64,
    /// Area among it from which water reaches a stream, ha.
    pub delivering_ha: f64,
    /// What arrives in streams, t yr⁻¹.
    pub export_t_per_yr: f64,
    /// What stays of the sediment from above, t yr⁻¹, wherever that was set free.
    pub deposition_t_per_yr: f64,
    /// Sediment that cover, practice and deposition keep out of streams, t yr⁻¹: avoided loss times SDR, and deposition.
    pub avoided_export_t_per_yr: f64,
}

impl SedimentSums {
    fn add(&mut self, cell: &Cell, area_ha: f64) {
        if let Some((loss, bare)) = cell.loss {
            let avoided = bare - loss;
            self.area_ha += area_ha;
            self.loss_t_per_yr += loss * area_ha;
            self.avoided_loss_t_per_yr += avoided * area_ha;
            if let Some(ratio) = cell.delivery_ratio {
                self.delivering_ha += area_ha;
                self.export_t_per_yr += loss * ratio * area_ha;
                let kept = avoided * ratio + cell.deposition.unwrap_or(0.0);
                self.avoided_export_t_per_yr += kept * area_ha;
            }
        }
        self.deposition_t_per_yr += cell.deposition.unwrap_or(0.0) * area_ha;
    }

    /// Both together.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            area_ha: self.area_ha + other.area_ha,
            loss_t_per_yr: self.loss_t_per_yr + other.loss_t_per_yr,
            avoided_loss_t_per_yr: self.avoided_loss_t_per_yr + other.avoided_loss_t_per_yr,
            delivering_ha: self.delivering_ha + other.delivering_ha,
            export_t_per_yr: self.export_t_per_yr + other.export_t_per_yr,
            deposition_t_per_yr: self.deposition_t_per_yr + other.deposition_t_per_yr,
            avoided_export_t_per_yr: self.avoided_export_t_per_yr + other.avoided_export_t_per_yr,
        }
    }

    /// Mean loss of the area, t ha⁻¹ yr⁻¹; `None` where nothing counts.
    pub fn mean_t_per_ha_yr(&self) -> Option<f64> {
        (self.area_ha > 0.0).then(|| self.loss_t_per_yr / self.area_ha)
    }
}

/// Sums over the cells of an area. Strips are summed apart and merged in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LossTotals {
    /// On slopes up to 50 %: what totals are made of.
    pub counted: SedimentSums,
    /// On steeper slopes, outside the data of RUSLE: shown and left out.
    pub steep: SedimentSums,
    /// Counted area by class of loss, ha.
    pub class_ha: [f64; CLASS_LIMITS.len() + 1],
    /// Area without soil by what it is, left out, ha.
    pub masked_ha: BTreeMap<Surface, f64>,
    /// Area with a missing factor, ha.
    pub missing_ha: f64,
    /// Counted loss by connectivity, for the uncertainty of the export.
    pub by_connectivity: LossByConnectivity,
}

impl LossTotals {
    /// Counts one cell, or the covered part of one, of this many hectares.
    pub fn add(&mut self, cell: &Cell, area_ha: f64) {
        let sums = if cell.steep {
            &mut self.steep
        } else {
            &mut self.counted
        };
        sums.add(cell, area_ha);
        match (cell.surface, cell.loss) {
            (Some(surface), _) if surface != Surface::Soil => {
                *self.masked_ha.entry(surface).or_default() += area_ha;
            }
            (_, None) => self.missing_ha += area_ha,
            (_, Some(_)) if cell.steep => {}
            (_, Some((loss, _))) => {
                self.class_ha[class(loss)] += area_ha;
                let on_stream = cell
                    .delivery_ratio
                    .is_some_and(|r| r >= DeliveryRatio::ON_STREAM);
                self.by_connectivity
                    .add(loss * area_ha, cell.connectivity, on_stream);
            }
        }
    }

    /// Adds the sums of another strip.
    pub fn merge(&mut self, other: &Self) {
        self.counted = self.counted.and(&other.counted);
        self.steep = self.steep.and(&other.steep);
        for (own, other) in self.class_ha.iter_mut().zip(other.class_ha) {
            *own += other;
        }
        for (surface, area_ha) in &other.masked_ha {
            *self.masked_ha.entry(*surface).or_default() += area_ha;
        }
        self.missing_ha += other.missing_ha;
        self.by_connectivity.merge(&other.by_connectivity);
    }

    /// Share of the soil (masked land left aside) that is counted, 0–1; `None` without soil.
    pub fn counted_share(&self) -> Option<f64> {
        let soil_ha = self.counted.area_ha + self.steep.area_ha + self.missing_ha;
        (soil_ha > 0.0).then(|| self.counted.area_ha / soil_ha)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn soil(loss: f64) -> Cell {
        Cell {
            surface: Some(Surface::Soil),
            loss: Some((loss, 10.0 * loss)),
            ..Cell::default()
        }
    }

    fn cells() -> Vec<(Cell, f64)> {
        let steep = Cell {
            steep: true,
            ..soil(300.0)
        };
        let water = Cell {
            surface: Some(Surface::Water),
            ..Cell::default()
        };
        let delivering = Cell {
            delivery_ratio: Some(0.25),
            connectivity: Some(-1.0),
            deposition: Some(0.5),
            ..soil(4.0)
        };
        vec![
            (delivering, 2.0),
            (steep, 5.0),
            (water, 3.0),
            (Cell::default(), 1.0),
            (soil(10.0), 1.0),
            (water, 0.5),
        ]
    }

    fn sum(cells: &[(Cell, f64)]) -> LossTotals {
        let mut totals = LossTotals::default();
        for (cell, area_ha) in cells {
            totals.add(cell, *area_ha);
        }
        totals
    }

    #[test]
    fn steep_masked_and_missing_land_is_told_apart() {
        let totals = sum(&cells());
        let counted = totals.counted;
        assert_eq!((counted.area_ha, counted.loss_t_per_yr), (3.0, 18.0));
        assert_eq!(counted.mean_t_per_ha_yr(), Some(6.0));
        assert_eq!((totals.steep.area_ha, totals.missing_ha), (5.0, 1.0));
        assert_eq!(totals.masked_ha, BTreeMap::from([(Surface::Water, 3.5)]));
        assert_eq!(totals.class_ha, [0.0, 0.0, 2.0, 0.0, 1.0, 0.0, 0.0]);
        assert_eq!(totals.counted_share(), Some(3.0 / 9.0));
        assert_eq!(SedimentSums::default().mean_t_per_ha_yr(), None);
        assert_eq!(LossTotals::default().counted_share(), None);
    }

    #[test]
    fn what_arrives_and_what_is_kept() {
        // 2 ha: loss 4, bare 40, SDR 0.25, deposition 0.5
        let counted = sum(&cells()).counted;
        assert_eq!((counted.delivering_ha, counted.export_t_per_yr), (2.0, 2.0));
        assert_eq!(counted.deposition_t_per_yr, 1.0);
        assert_eq!(counted.avoided_loss_t_per_yr, 2.0 * 36.0 + 90.0);
        assert_eq!(counted.avoided_export_t_per_yr, 2.0 * (36.0 * 0.25 + 0.5));
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
