//! Which C does somebody's own table give a class?

use std::collections::BTreeMap;

/// C by class of a land-cover map, as the biophysical table of InVEST has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoverTable {
    by_class: BTreeMap<i64, f64>,
}

impl CoverTable {
    /// The table of these rows; the rows that are impossible (C outside 0–1) or name a class again come back instead.
    ///
    /// ```
    /// use aimak_science::erosion::water::cover::CoverTable;
    /// let table = CoverTable::new(&[(10, 0.003), (40, 0.3)]).unwrap();
    /// assert_eq!((table.cover(40), table.cover(80)), (Some(0.3), None));
    /// assert_eq!(CoverTable::new(&[(10, 0.3), (10, 0.2), (40, 30.0)]), Err(vec![(10, 0.2), (40, 30.0)]));
    /// ```
    pub fn new(rows: &[(i64, f64)]) -> Result<Self, Vec<(i64, f64)>> {
        let (mut table, mut refused) = (Self::default(), Vec::new());
        for &(class, cover) in rows {
            if (0.0..=1.0).contains(&cover) && !table.by_class.contains_key(&class) {
                table.by_class.insert(class, cover);
            } else {
                refused.push((class, cover));
            }
        }
        if refused.is_empty() {
            Ok(table)
        } else {
            Err(refused)
        }
    }

    /// C of a class; `None` for a class without a row, never 0.
    pub fn cover(&self, class: i64) -> Option<f64> {
        self.by_class.get(&class).copied()
    }
}
