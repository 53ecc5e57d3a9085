//! How does a country write its matrix down, and what can be wrong with it?

use serde::{Deserialize, Serialize};

use super::{MOST_CLASSES, TransitionMatrix, UNCCD_DEFAULT};
use crate::degradation::ChangeClass;

/// A matrix as a project writes it.
///
/// Without a legend the file changes single cells of the UNCCD example; with a legend of its own it gives every row.
///
/// # Example
/// ```
/// use aimak_science::degradation::{ChangeClass, land_cover::LandCoverClass, transition_matrix::{MatrixFile, TransitionMatrix}};
/// let file: MatrixFile = toml::from_str(r#"
///     id = "KG_2026"
///     [[change]]
///     from = "grassland"
///     to = "cropland"
///     class = "degraded"
/// "#).unwrap();
/// let matrix = TransitionMatrix::try_from(file).unwrap();
/// assert_eq!(matrix.id(), "KG_2026");
/// let ploughed = matrix.between(LandCoverClass::Grassland, LandCoverClass::Cropland);
/// assert_eq!(ploughed, Some(ChangeClass::Degraded));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatrixFile {
    /// Name of the matrix; `UNCCD_DEFAULT` is taken.
    pub id: String,
    /// Classes of a legend of one's own, at most 15; empty for the seven of the UNCCD.
    #[serde(default)]
    pub legend: Vec<String>,
    /// Whole rows; with a legend of one's own one for every class.
    #[serde(default)]
    pub row: Vec<MatrixRow>,
    /// Single cells, applied after the rows.
    #[serde(default)]
    pub change: Vec<MatrixChange>,
}

/// A row of a matrix: what happens when this class becomes each class of the legend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatrixRow {
    /// Initial class.
    pub from: String,
    /// One meaning for every class of the legend, in its order.
    pub to: Vec<ChangeClass>,
}

/// A cell of a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatrixChange {
    /// Initial class.
    pub from: String,
    /// Final class.
    pub to: String,
    /// The meaning.
    pub class: ChangeClass,
}

/// What is wrong with a matrix.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatrixFault {
    /// The id is empty or belongs to the UNCCD's example.
    IdTaken(String),
    /// More classes than allowed.
    TooManyClasses(usize),
    /// A class stands twice in the legend.
    ClassTwice(String),
    /// A row or change names a class that the legend lacks.
    UnknownClass(String),
    /// A class of the legend has no row.
    RowMissing(String),
    /// A class has two rows.
    RowTwice(String),
    /// A row has another number of cells than the legend.
    RowLength {
        /// The row's class.
        from: String,
        /// Cells found.
        found: usize,
        /// Cells expected.
        expected: usize,
    },
    /// Two changes speak of one cell.
    ChangeTwice {
        /// Initial class.
        from: String,
        /// Final class.
        to: String,
    },
    /// A class that stays what it is cannot be a change.
    DiagonalNotStable(String),
    /// More regional matrices than allowed.
    TooManyRegions(usize),
}

impl TryFrom<MatrixFile> for TransitionMatrix {
    type Error = Vec<MatrixFault>;

    fn try_from(file: MatrixFile) -> Result<Self, Self::Error> {
        let mut faults = name_faults(&file);
        if file.legend.len() > MOST_CLASSES {
            return Err(faults); // its square of cells is not worth building
        }
        let own = !file.legend.is_empty();
        let mut matrix = Self::unccd_default();
        if own {
            matrix.cells = vec![ChangeClass::Stable; file.legend.len().pow(2)];
            matrix.legend = file.legend;
        }
        matrix.id = file.id;
        let mut given = vec![false; matrix.legend.len()];
        for row in &file.row {
            matrix.set_row(row, &mut given, &mut faults);
        }
        let absent = matrix
            .legend
            .iter()
            .zip(&given)
            .filter(|(_, given)| own && !**given);
        faults.extend(absent.map(|(name, _)| MatrixFault::RowMissing(name.clone())));
        matrix.set_cells(&file.change, &mut faults);
        faults.extend(matrix.diagonal_faults());
        faults.sort();
        faults.dedup();
        if faults.is_empty() {
            Ok(matrix)
        } else {
            Err(faults)
        }
    }
}

/// Faults of the id and the legend.
fn name_faults(file: &MatrixFile) -> Vec<MatrixFault> {
    let mut faults = Vec::new();
    if file.id.trim().is_empty() || file.id == UNCCD_DEFAULT {
        faults.push(MatrixFault::IdTaken(file.id.clone()));
    }
    if file.legend.len() > MOST_CLASSES {
        faults.push(MatrixFault::TooManyClasses(file.legend.len()));
    }
    let again =
        |(place, name): (usize, &String)| file.legend[..place].contains(name).then(|| name.clone());
    faults.extend(
        file.legend
            .iter()
            .enumerate()
            .filter_map(again)
            .map(MatrixFault::ClassTwice),
    );
    faults
}

impl TransitionMatrix {
    /// Place of a class in the legend, or the fault.
    fn find(&self, name: &str, faults: &mut Vec<MatrixFault>) -> Option<usize> {
        let place = self.legend.iter().position(|class| class == name);
        if place.is_none() {
            faults.push(MatrixFault::UnknownClass(name.to_owned()));
        }
        place
    }

    fn set_row(&mut self, row: &MatrixRow, given: &mut [bool], faults: &mut Vec<MatrixFault>) {
        let Some(initial) = self.find(&row.from, faults) else {
            return;
        };
        if std::mem::replace(&mut given[initial], true) {
            faults.push(MatrixFault::RowTwice(row.from.clone()));
        }
        let n = self.legend.len();
        if row.to.len() == n {
            self.cells[initial * n..(initial + 1) * n].copy_from_slice(&row.to);
        } else {
            faults.push(MatrixFault::RowLength {
                from: row.from.clone(),
                found: row.to.len(),
                expected: n,
            });
        }
    }

    fn set_cells(&mut self, changes: &[MatrixChange], faults: &mut Vec<MatrixFault>) {
        let mut seen = vec![false; self.cells.len()];
        for change in changes {
            let (initial, last) = (
                self.find(&change.from, faults),
                self.find(&change.to, faults),
            );
            let (Some(initial), Some(last)) = (initial, last) else {
                continue;
            };
            let place = self.place(initial, last);
            if std::mem::replace(&mut seen[place], true) {
                faults.push(MatrixFault::ChangeTwice {
                    from: change.from.clone(),
                    to: change.to.clone(),
                });
            }
            self.cells[place] = change.class;
        }
    }

    fn diagonal_faults(&self) -> Vec<MatrixFault> {
        let changed = |place: &usize| self.change(*place, *place) != Some(ChangeClass::Stable);
        let fault = |place: usize| MatrixFault::DiagonalNotStable(self.legend[place].clone());
        (0..self.legend.len()).filter(changed).map(fault).collect()
    }
}
