//! In which areas would an event of the area alone look like an effect?

use std::collections::{BTreeMap, BTreeSet};

use super::super::panel::Balanced;

/// Areas (strata that somebody named) where the design does not part an effect from what the area shares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Areas {
    /// Treated units and no comparison.
    pub without_comparison: Vec<String>,
    /// A comparison, and two treated units or more that all began together while nobody elsewhere began then: the start and the area
    /// are the same thing. Units that are compared with the mean of all areas then carry the event of their own.
    pub with_own_start: Vec<String>,
}

/// The units of one area.
#[derive(Default)]
struct Area {
    treated: usize,
    comparison: usize,
    starts: BTreeSet<i32>,
}

impl Areas {
    pub(super) fn of(panel: &Balanced) -> Self {
        let mut areas: BTreeMap<&str, Area> = BTreeMap::new();
        let mut places: BTreeMap<i32, BTreeSet<&str>> = BTreeMap::new();
        for (start, units) in panel.cohorts() {
            for unit in units {
                let name = panel.strata()[unit].as_str();
                let area = areas.entry(name).or_default();
                area.treated += 1;
                area.starts.insert(start);
                places.entry(start).or_default().insert(name);
            }
        }
        for unit in panel.never_treated() {
            areas.entry(&panel.strata()[unit]).or_default().comparison += 1;
        }
        // in a single area an event hits all alike
        let several = areas.len() > 1;
        let own = |area: &Area| match area.starts.first() {
            Some(start) if area.starts.len() == 1 => places[start].len() == 1,
            _ => false,
        };
        let named = |fits: &dyn Fn(&Area) -> bool| {
            let found = areas.iter();
            let found = found.filter(|(name, area)| !name.is_empty() && fits(area));
            found.map(|(name, _)| (*name).to_owned()).collect()
        };
        Self {
            without_comparison: named(&|area| area.treated > 0 && area.comparison == 0),
            with_own_start: named(&|area| {
                several && area.treated > 1 && area.comparison > 0 && own(area)
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::super::{
            panel::{Panel, Start, Unit},
            trial::{Regions, Setting},
        },
        *,
    };

    fn of(units: &[(&str, Option<i32>)]) -> Areas {
        let units = units.iter().enumerate().map(|(place, (area, start))| Unit {
            id: format!("{place:02}"),
            start: start.map_or(Start::Never, Start::In),
            stratum: (*area).to_owned(),
            outcomes: vec![Some(0.0); 3],
            covariates: vec![],
        });
        let panel = Panel::new(vec![2020, 2021, 2022], vec![], units.collect());
        Areas::of(&panel.balanced().0)
    }

    const A: &str = "Naryn";
    const B: &str = "Talas";

    #[test]
    fn an_area_that_starts_together_and_alone_is_named() {
        let mut units = vec![(A, Some(2021)), (A, Some(2021)), (A, None)];
        units.extend([(B, Some(2022)), (B, Some(2022)), (B, None)]);
        assert_eq!(of(&units).with_own_start, [A, B]);
        // one that starts elsewhere at the same time parts start and area
        units.push((B, Some(2021)));
        assert_eq!(of(&units).with_own_start, Vec::<String>::new());
    }

    #[test]
    fn an_area_without_comparison_has_that_trouble_and_not_both() {
        let units = [(A, Some(2021)), (A, Some(2021)), (B, None), (B, None)];
        let found = of(&units);
        assert_eq!(found.without_comparison, [A]);
        assert!(found.with_own_start.is_empty());
    }

    #[test]
    fn where_nobody_named_areas_or_there_is_one_nothing_is_said() {
        for area in ["", A] {
            let units = [(area, Some(2021)), (area, Some(2021)), (area, None)];
            assert_eq!(of(&units), Areas::default());
        }
    }

    /// The worlds of the simulation in which Welch says "effect" too often are those that are named, and no other.
    #[test]
    fn worlds_with_shocks_of_regions_are_told_apart() {
        let of = |regions| {
            let setting = Setting {
                regions,
                ..Setting::default()
            };
            Areas::of(&setting.panel(1, 0))
        };
        assert_eq!(of(Regions::ByStart).with_own_start.len(), 3);
        assert_eq!(of(Regions::Apart(2)).without_comparison.len(), 2);
        assert_eq!(of(Regions::Mixed(3)), Areas::default());
    }
}
