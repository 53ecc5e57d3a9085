//! Which metrics are there, in which unit, and of what?

use aimak_core::{Reason, Withheld};

use super::{
    contagion, diversity, edge_density, interspersion, nearest, patch_size, pattern::Pattern,
    proximity, shares,
};

/// What a metric describes, and how it is computed.
#[derive(Clone, Copy, Debug)]
pub enum Level {
    /// The whole landscape.
    Landscape(fn(&Pattern) -> Result<f64, Withheld>),
    /// One class of it.
    Class(fn(&Pattern, u8) -> Result<f64, Withheld>),
    /// Each patch; `None` where the metric is not defined for it.
    Patch(fn(&Pattern) -> Vec<Option<f64>>),
}

/// A metric of landscape pattern.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    /// Its id: `l_`, `c_` or `p_` and the abbreviation of FRAGSTATS, as landscapemetrics has them.
    pub id: &'static str,
    /// Its unit; empty for a number without one.
    pub unit: &'static str,
    /// Lowest and highest possible value.
    pub range: (f64, f64),
    /// Of what, and how.
    pub level: Level,
}

const PER_100_HA: &str = "1/(100 ha)";
const M_PER_HA: &str = "m/ha";
const HECTARE: &str = "ha";
const PERCENT: &str = "%";
const METRE: &str = "m";
const NUMBER: &str = "";

const FROM_ZERO: (f64, f64) = (0.0, f64::INFINITY);
const UP_TO_100: (f64, f64) = (0.0, 100.0);
const UP_TO_1: (f64, f64) = (0.0, 1.0);

const fn landscape(
    id: &'static str,
    unit: &'static str,
    range: (f64, f64),
    value: fn(&Pattern) -> Result<f64, Withheld>,
) -> Metric {
    let level = Level::Landscape(value);
    Metric {
        id,
        unit,
        range,
        level,
    }
}

const fn class(
    id: &'static str,
    unit: &'static str,
    range: (f64, f64),
    value: fn(&Pattern, u8) -> Result<f64, Withheld>,
) -> Metric {
    let level = Level::Class(value);
    Metric {
        id,
        unit,
        range,
        level,
    }
}

const fn patch(
    id: &'static str,
    unit: &'static str,
    range: (f64, f64),
    value: fn(&Pattern) -> Vec<Option<f64>>,
) -> Metric {
    let level = Level::Patch(value);
    Metric {
        id,
        unit,
        range,
        level,
    }
}

/// Every metric: first the landscape, then its classes, then its patches.
pub static ALL: &[Metric] = &[
    landscape("l_pd", PER_100_HA, FROM_ZERO, |p| {
        Ok(patch_size::patch_density_per_100_ha(
            p.landscape(),
            p.patches(),
            None,
        ))
    }),
    landscape("l_area_mn", HECTARE, FROM_ZERO, |p| {
        patch_size::mean_area_ha(p.landscape(), p.patches(), None)
    }),
    landscape("l_lpi", PERCENT, UP_TO_100, |p| {
        Ok(patch_size::largest_patch_percent(
            p.landscape(),
            p.patches(),
            None,
        ))
    }),
    landscape("l_ed", M_PER_HA, FROM_ZERO, |p| {
        Ok(edge_density::edge_density_m_per_ha(
            p.landscape(),
            p.adjacency(),
        ))
    }),
    landscape("l_shdi", NUMBER, FROM_ZERO, |p| {
        Ok(diversity::shannon_diversity(p.landscape()))
    }),
    landscape("l_shei", NUMBER, UP_TO_1, |p| {
        diversity::shannon_evenness(p.landscape())
    }),
    landscape("l_iji", PERCENT, UP_TO_100, |p| {
        interspersion::interspersion_percent(p.adjacency())
    }),
    landscape("l_contag", PERCENT, UP_TO_100, |p| {
        contagion::contagion_percent(p.adjacency())
    }),
    landscape("l_enn_mn", METRE, FROM_ZERO, |p| {
        nearest::mean_nearest_m(p.landscape(), p.patches(), p.nearest(), None)
    }),
    landscape("l_prox_mn", NUMBER, FROM_ZERO, |p| {
        proximity::mean_proximity(p.patches(), p.links(), None)
    }),
    landscape("l_connect", PERCENT, UP_TO_100, |p| {
        proximity::connectance_percent(p.patches(), p.links(), None)
    }),
    class("c_pland", PERCENT, UP_TO_100, |p, class| {
        Ok(shares::share_percent(p.landscape(), &[class]))
    }),
    class("c_pd", PER_100_HA, FROM_ZERO, |p, class| {
        Ok(patch_size::patch_density_per_100_ha(
            p.landscape(),
            p.patches(),
            Some(class),
        ))
    }),
    class("c_area_mn", HECTARE, FROM_ZERO, |p, class| {
        patch_size::mean_area_ha(p.landscape(), p.patches(), Some(class))
    }),
    class("c_lpi", PERCENT, UP_TO_100, |p, class| {
        Ok(patch_size::largest_patch_percent(
            p.landscape(),
            p.patches(),
            Some(class),
        ))
    }),
    class("c_ed", M_PER_HA, FROM_ZERO, |p, class| {
        Ok(edge_density::class_edge_density_m_per_ha(
            p.landscape(),
            p.adjacency(),
            class,
        ))
    }),
    class("c_iji", PERCENT, UP_TO_100, |p, class| {
        let code = p
            .landscape()
            .code_of(class)
            .ok_or(Withheld::because(Reason::NoData))?;
        interspersion::class_interspersion_percent(p.adjacency(), code)
    }),
    class("c_enn_mn", METRE, FROM_ZERO, |p, class| {
        nearest::mean_nearest_m(p.landscape(), p.patches(), p.nearest(), Some(class))
    }),
    class("c_prox_mn", NUMBER, FROM_ZERO, |p, class| {
        proximity::mean_proximity(p.patches(), p.links(), Some((p.landscape(), class)))
    }),
    class("c_connect", PERCENT, UP_TO_100, |p, class| {
        proximity::connectance_percent(p.patches(), p.links(), Some((p.landscape(), class)))
    }),
    patch("p_area", HECTARE, FROM_ZERO, |p| {
        let cell_ha = p.landscape().area_ha() / p.landscape().total_cells() as f64;
        p.patches()
            .cells()
            .iter()
            .map(|cells| Some(*cells as f64 * cell_ha))
            .collect()
    }),
    patch("p_enn", METRE, FROM_ZERO, |p| {
        p.nearest().distances_m().collect()
    }),
    patch("p_prox", NUMBER, FROM_ZERO, |p| {
        p.links().proximity().iter().copied().map(Some).collect()
    }),
];

/// The metric with this id.
///
/// ```
/// use aimak_science::landscape::catalogue::by_id;
/// assert_eq!(by_id("l_ed").unwrap().unit, "m/ha");
/// assert!(by_id("l_nothing").is_none());
/// ```
pub fn by_id(id: &str) -> Option<&'static Metric> {
    ALL.iter().find(|metric| metric.id == id)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{oracle::random_landscape, pattern::Rules};
    use super::*;

    /// All values a metric gives: of the landscape, its classes and one absent class, or its patches.
    fn values(metric: &Metric, pattern: &Pattern) -> Vec<f64> {
        match metric.level {
            Level::Landscape(value) => value(pattern).into_iter().collect(),
            Level::Class(value) => {
                let classes = pattern.landscape().legend().iter().chain([&200]);
                classes
                    .filter_map(|class| value(pattern, *class).ok())
                    .collect()
            }
            Level::Patch(value) => value(pattern).into_iter().flatten().collect(),
        }
    }

    proptest! {
        #[test]
        fn values_keep_their_range(landscape in random_landscape(1..10, 4)) {
            let pattern = Pattern::new(&landscape, Rules::default());
            for metric in ALL {
                for value in values(metric, &pattern) {
                    let (lowest, highest) = metric.range;
                    prop_assert!(value >= lowest - 1e-9 && value <= highest + 1e-9, "{} {value}", metric.id);
                }
            }
        }

        #[test]
        fn names_of_classes_do_not_matter(landscape in random_landscape(1..10, 4)) {
            let (_, cols) = landscape.dim();
            let renamed = super::super::Landscape::of_cells(landscape.dim(), landscape.cell_m(), |cell| {
                landscape.class_at(cell / cols, cell % cols).map(|class| 100 + 7 * (5 - class))
            }).unwrap();
            let (a, b) = (Pattern::new(&landscape, Rules::default()), Pattern::new(&renamed, Rules::default()));
            for metric in ALL {
                let sorted = |pattern| {
                    let mut values = values(metric, pattern);
                    values.sort_by(f64::total_cmp);
                    values
                };
                for (a, b) in sorted(&a).iter().zip(sorted(&b)) {
                    prop_assert!((a - b).abs() <= 1e-9 * a.abs().max(1.0), "{}: {a} {b}", metric.id);
                }
            }
        }
    }

    #[test]
    fn threads_do_not_show() {
        let class = |cell: usize| ((cell * cell + cell / 7) % 5) as u8;
        let landscape = super::super::Landscape::of_cells((150, 130), 10.0, |cell| {
            (class(cell) > 0).then(|| class(cell))
        })
        .unwrap();
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| {
                let pattern = Pattern::new(&landscape, Rules::default());
                ALL.iter()
                    .flat_map(|metric| values(metric, &pattern))
                    .map(f64::to_bits)
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(on(1), on(4));
    }

    #[test]
    fn ids_are_unique_and_name_their_level() {
        for (place, metric) in ALL.iter().enumerate() {
            assert!(ALL[..place].iter().all(|other| other.id != metric.id));
            let prefix = match metric.level {
                Level::Landscape(_) => "l_",
                Level::Class(_) => "c_",
                Level::Patch(_) => "p_",
            };
            assert!(metric.id.starts_with(prefix));
        }
    }
}
