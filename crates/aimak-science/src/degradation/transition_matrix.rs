//! Which change of land cover is a loss, and who decided that?

use serde::{Deserialize, Serialize};

use super::{ChangeClass, land_cover::LandCoverClass};

/// Most classes a national legend may have (UNCCD PRAIS 4 manual).
pub const MOST_CLASSES: usize = 15;
/// Most regional matrices a country may use (UNCCD PRAIS 4 manual).
pub const MOST_REGIONS: usize = 5;
/// Id of the matrix that the UNCCD gives as an example.
pub const UNCCD_DEFAULT: &str = "UNCCD_DEFAULT";

/// Rows initial, columns final; order tree, grass, crop, wetland, artificial, other, water.
const DEFAULT_ROWS: [&str; 7] = [
    "0-----0", // tree-covered
    "+0+---0", // grassland
    "+-0---0", // cropland
    "---0--0", // wetland
    "++++0+0", // artificial
    "++++-00", // other land
    "0000000", // water
];

/// What each transition between two classes of a legend means.
///
/// The id belongs to every output: the UNCCD presents its matrix as an example that each country adapts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransitionMatrix {
    id: String,
    legend: Vec<String>,
    cells: Vec<ChangeClass>,
}

impl TransitionMatrix {
    /// The example of the UNCCD for the seven classes.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::{ChangeClass, land_cover::LandCoverClass, transition_matrix::TransitionMatrix};
    /// let matrix = TransitionMatrix::unccd_default();
    /// let ploughed = matrix.between(LandCoverClass::Grassland, LandCoverClass::Cropland);
    /// assert_eq!(ploughed, Some(ChangeClass::Improved)); // see `kyrgyz_pasture`
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.2; Trends.Earth `land_cover_transition_matrix_unccd.json`.
    pub fn unccd_default() -> Self {
        let class = |sign| match sign {
            '-' => ChangeClass::Degraded,
            '+' => ChangeClass::Improved,
            _ => ChangeClass::Stable,
        };
        Self {
            id: UNCCD_DEFAULT.to_owned(),
            legend: LandCoverClass::ALL
                .map(|class| class.key().to_owned())
                .to_vec(),
            cells: DEFAULT_ROWS
                .iter()
                .flat_map(|row| row.chars().map(class))
                .collect(),
        }
    }

    /// A national override that METHODS strongly suggests: ploughing pasture is a loss. Publish it beside the default.
    pub fn kyrgyz_pasture() -> Self {
        let mut matrix = Self::unccd_default();
        matrix.id = "KG_PASTURE_PLOUGHED_IS_LOSS".to_owned();
        let (grass, crop) = (
            LandCoverClass::Grassland.index(),
            LandCoverClass::Cropland.index(),
        );
        let cell = matrix.place(grass, crop);
        matrix.cells[cell] = ChangeClass::Degraded;
        matrix
    }

    /// The id to print with every result.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Names of the classes; their places are the indices of [`Self::change`].
    pub fn legend(&self) -> &[String] {
        &self.legend
    }

    /// The meaning of a transition between two places of the legend; `None` outside it.
    pub fn change(&self, initial: usize, last: usize) -> Option<ChangeClass> {
        let n = self.legend.len();
        (initial < n && last < n).then(|| self.cells[self.place(initial, last)])
    }

    /// The meaning of a transition between two of the seven classes; `None` where the legend lacks one.
    pub fn between(&self, initial: LandCoverClass, last: LandCoverClass) -> Option<ChangeClass> {
        let place = |class: LandCoverClass| self.legend.iter().position(|name| name == class.key());
        self.change(place(initial)?, place(last)?)
    }

    fn place(&self, initial: usize, last: usize) -> usize {
        initial * self.legend.len() + last
    }
}

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

/// The matrices of a country: one, or one for each of at most five regions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionalMatrices(Vec<TransitionMatrix>);

impl RegionalMatrices {
    /// The matrices with ids of their own.
    ///
    /// # Errors
    /// More than five, or two with one id.
    pub fn new(matrices: Vec<TransitionMatrix>) -> Result<Self, Vec<MatrixFault>> {
        let mut faults = Vec::new();
        if matrices.len() > MOST_REGIONS {
            faults.push(MatrixFault::TooManyRegions(matrices.len()));
        }
        for (place, matrix) in matrices.iter().enumerate() {
            if matrices[..place].iter().any(|other| other.id == matrix.id) {
                faults.push(MatrixFault::IdTaken(matrix.id.clone()));
            }
        }
        if faults.is_empty() {
            Ok(Self(matrices))
        } else {
            Err(faults)
        }
    }

    /// The matrix of this id.
    pub fn get(&self, id: &str) -> Option<&TransitionMatrix> {
        self.0.iter().find(|matrix| matrix.id == id)
    }
}

#[cfg(test)]
mod tests;
