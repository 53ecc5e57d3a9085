//! Which C and P does somebody's own table give a class?

use std::collections::BTreeMap;

use crate::erosion::water::Surface;

/// What a class of a land-cover map says of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LandClass {
    /// What the surface is.
    pub surface: Surface,
    /// C, 0–1; a surface without soil needs none.
    pub cover: Option<f64>,
    /// P, 0–1; `None` where the table knows no practices.
    pub practice: Option<f64>,
}

impl LandClass {
    /// True where it says what soil needs, and nothing impossible.
    fn is_possible(&self) -> bool {
        let share = |value: Option<f64>| value.is_none_or(|value| (0.0..=1.0).contains(&value));
        let covered = self.cover.is_some() || self.surface != Surface::Soil;
        covered && share(self.cover) && share(self.practice)
    }
}

/// C, P and surface by class of a land-cover map, as the biophysical table of InVEST has the first two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoverTable {
    by_class: BTreeMap<i64, LandClass>,
}

impl CoverTable {
    /// The table of these rows; the places of rows that are impossible (C or P outside 0–1, soil without C) or name a class
    /// again come back instead.
    ///
    /// ```
    /// use aimak_science::erosion::water::cover::{CoverTable, LandClass};
    /// let of = |cover| LandClass { cover: Some(cover), ..LandClass::default() };
    /// let table = CoverTable::new(&[(10, of(0.003)), (40, of(0.3))]).unwrap();
    /// assert_eq!((table.class(40), table.class(80)), (Some(of(0.3)), None));
    /// assert_eq!(CoverTable::new(&[(10, of(0.3)), (10, of(0.2)), (40, of(30.0))]), Err(vec![1, 2]));
    /// assert_eq!(CoverTable::new(&[(10, LandClass::default())]), Err(vec![0]));
    /// ```
    pub fn new(rows: &[(i64, LandClass)]) -> Result<Self, Vec<usize>> {
        let (mut table, mut refused) = (Self::default(), Vec::new());
        for (place, &(class, row)) in rows.iter().enumerate() {
            if row.is_possible() && !table.by_class.contains_key(&class) {
                table.by_class.insert(class, row);
            } else {
                refused.push(place);
            }
        }
        if refused.is_empty() {
            Ok(table)
        } else {
            Err(refused)
        }
    }

    /// What a class says; `None` for a class without a row, never a C of 0.
    pub fn class(&self, class: i64) -> Option<LandClass> {
        self.by_class.get(&class).copied()
    }

    /// True where at least one class has a P.
    pub fn knows_practices(&self) -> bool {
        self.by_class.values().any(|row| row.practice.is_some())
    }
}
