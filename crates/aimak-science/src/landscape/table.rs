//! Every metric of a landscape as rows, in the order of landscapemetrics: landscape, classes, patches.

use aimak_core::{Reason, Withheld};

use super::{
    catalogue::{ALL, Level, Metric},
    pattern::Pattern,
};

/// One value of one metric.
#[derive(Clone, Debug)]
pub struct Row {
    /// The metric.
    pub metric: &'static Metric,
    /// Its class; `None` for the whole landscape.
    pub class: Option<u8>,
    /// The patch, from 1; `None` above that level.
    pub patch: Option<usize>,
    /// The value, or why there is none.
    pub value: Result<f64, Withheld>,
}

impl Metric {
    /// `landscape`, `class` or `patch`.
    pub const fn level_key(&self) -> &'static str {
        match self.level {
            Level::Landscape(_) => "landscape",
            Level::Class(_) => "class",
            Level::Patch(_) => "patch",
        }
    }

    /// The abbreviation without its level: `pd`, `enn_mn`.
    pub fn abbreviation(&self) -> &'static str {
        self.id.split_once('_').map_or(self.id, |(_, rest)| rest)
    }
}

/// The metrics that a word names: `all`, a level, an id (`l_pd`) or an abbreviation (`pd`, at every level that has it).
///
/// ```
/// use aimak_science::landscape::table::named;
/// assert_eq!(named("pd").map(|metric| metric.id).collect::<Vec<_>>(), ["l_pd", "c_pd"]);
/// assert_eq!(named("patch").count(), 3);
/// assert_eq!(named("nothing").count(), 0);
/// ```
pub fn named(word: &str) -> impl Iterator<Item = &'static Metric> {
    ALL.iter().filter(move |metric| {
        word == "all"
            || word == metric.level_key()
            || word == metric.id
            || word == metric.abbreviation()
    })
}

/// The rows of some metrics. Every class that occurs has a row for each metric of classes.
pub fn rows(pattern: &Pattern<'_>, metrics: &[&'static Metric]) -> Vec<Row> {
    let landscape = pattern.landscape();
    let mut rows = Vec::new();
    for metric in metrics {
        match metric.level {
            Level::Landscape(value) => rows.push(Row {
                metric,
                class: None,
                patch: None,
                value: value(pattern),
            }),
            Level::Class(value) => rows.extend(landscape.legend().iter().map(|class| Row {
                metric,
                class: Some(*class),
                patch: None,
                value: value(pattern, *class),
            })),
            Level::Patch(values) => {
                let codes = pattern.patches().codes().iter();
                let row = |(place, (code, value)): (usize, (&u8, Option<f64>))| Row {
                    metric,
                    class: landscape.legend().get(usize::from(*code)).copied(),
                    patch: Some(place + 1),
                    // only a distance to a patch that does not exist has none
                    value: value.ok_or(Withheld::because(Reason::NoData)),
                };
                rows.extend(codes.zip(values(pattern)).enumerate().map(row));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::{Landscape, Rules};

    #[test]
    fn classes_and_patches_have_rows_of_their_own() {
        let cells = [1, 2, 1, 1, 2, 1];
        let landscape = Landscape::of_cells((2, 3), 10.0, |cell| Some(cells[cell])).unwrap();
        let pattern = Pattern::new(&landscape, Rules::default());
        let metrics: Vec<_> = named("l_pd")
            .chain(named("c_pland"))
            .chain(named("p_area"))
            .collect();
        let found: Vec<_> = rows(&pattern, &metrics)
            .into_iter()
            .map(|row| (row.metric.id, row.class, row.patch, row.value.unwrap()))
            .collect();
        let expected = [
            ("l_pd", None, None, 3.0 / 0.06 * 100.0),
            ("c_pland", Some(1), None, 200.0 / 3.0),
            ("c_pland", Some(2), None, 100.0 / 3.0),
            ("p_area", Some(1), Some(1), 0.02),
            ("p_area", Some(2), Some(2), 0.02),
            ("p_area", Some(1), Some(3), 0.02),
        ];
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(
                (found.0, found.1, found.2),
                (expected.0, expected.1, expected.2)
            );
            assert!((found.3 - expected.3).abs() < 1e-9, "{found:?}");
        }
    }
}
