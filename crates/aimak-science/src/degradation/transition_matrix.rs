//! Which change of land cover is a loss, and who decided that?

mod file;

pub use file::{MatrixChange, MatrixFault, MatrixFile, MatrixRow};

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
        "KG_PASTURE_PLOUGHED_IS_LOSS".clone_into(&mut matrix.id);
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
