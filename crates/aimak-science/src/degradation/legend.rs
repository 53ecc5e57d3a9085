//! Which class of the matrix does a number in a land-cover map mean?

use std::collections::BTreeMap;

use super::{ChangeClass, land_cover::LandCoverClass, transition_matrix::TransitionMatrix};

/// Codes of a land-cover product and the names of their classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    /// Id to print.
    pub id: String,
    /// Class name of each code; a code that is not listed has no class.
    pub codes: BTreeMap<u16, String>,
}

impl Legend {
    /// ESA-CCI land cover, 22 classes and their subclasses.
    pub fn esa_cci() -> Self {
        Self::nested("ESA_CCI", LandCoverClass::from_esa_cci)
    }

    /// ESA `WorldCover`, 11 classes; see [`LandCoverClass::from_esa_worldcover`] for what that costs.
    pub fn esa_worldcover() -> Self {
        Self::nested("ESA_WORLDCOVER", LandCoverClass::from_esa_worldcover)
    }

    /// The seven classes of the UNCCD, coded 1 to 7.
    pub fn unccd() -> Self {
        let class = |code: u8| {
            let place = usize::from(code).checked_sub(1)?;
            LandCoverClass::ALL.get(place).copied()
        };
        Self::nested("UNCCD_7", class)
    }

    fn nested(id: &str, class: impl Fn(u8) -> Option<LandCoverClass>) -> Self {
        let named = |code: u8| Some((code.into(), class(code)?.key().to_owned()));
        Self {
            id: id.to_owned(),
            codes: (0..=u8::MAX).filter_map(named).collect(),
        }
    }
}

/// A legend and a matrix that speak of the same classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverRules {
    legend: String,
    matrix: TransitionMatrix,
    /// Place in the legend of the matrix of every code from 0 on.
    places: Vec<Option<u8>>,
    /// The same classes among the seven, where they are among them.
    seven: Vec<Option<LandCoverClass>>,
}

impl CoverRules {
    /// The rules of a product.
    ///
    /// # Errors
    /// The classes of the legend that the matrix does not know, each once.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::{ChangeClass, legend::{CoverRules, Legend}, transition_matrix::TransitionMatrix};
    /// let rules = CoverRules::new(&Legend::esa_cci(), TransitionMatrix::kyrgyz_pasture()).unwrap();
    /// let (grass, crop) = (rules.class(130.0).unwrap(), rules.class(10.0).unwrap());
    /// assert_eq!(rules.change(grass, crop), Some(ChangeClass::Degraded));
    /// assert_eq!(rules.class(0.0), None);
    /// ```
    pub fn new(legend: &Legend, matrix: TransitionMatrix) -> Result<Self, Vec<String>> {
        let place = |name: &String| matrix.legend().iter().position(|known| known == name);
        let mut unknown: Vec<String> = legend
            .codes
            .values()
            .filter(|name| place(name).is_none())
            .cloned()
            .collect();
        unknown.sort();
        unknown.dedup();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let last = legend.codes.keys().max().copied().unwrap_or(0);
        // at most fifteen classes
        let of_code = |code: u16| Some(place(legend.codes.get(&code)?)? as u8);
        let among_seven = |name: &String| {
            let mut all = LandCoverClass::ALL.into_iter();
            all.find(|class| class.key() == name)
        };
        Ok(Self {
            legend: legend.id.clone(),
            places: (0..=last).map(of_code).collect(),
            seven: matrix.legend().iter().map(among_seven).collect(),
            matrix,
        })
    }

    /// Class (place in the matrix) of a number in a map; `None` for no class.
    pub fn class(&self, code: f64) -> Option<u8> {
        let whole = code >= 0.0 && code.fract() == 0.0 && code < self.places.len() as f64;
        whole.then(|| self.places[code as usize]).flatten()
    }

    /// What became of a class.
    pub fn change(&self, initial: u8, last: u8) -> Option<ChangeClass> {
        self.matrix.change(initial.into(), last.into())
    }

    /// The class among the seven of the UNCCD.
    pub fn among_seven(&self, class: u8) -> Option<LandCoverClass> {
        self.seven.get(usize::from(class)).copied().flatten()
    }

    /// Id of the legend.
    pub fn legend_id(&self) -> &str {
        &self.legend
    }

    /// The matrix.
    pub const fn matrix(&self) -> &TransitionMatrix {
        &self.matrix
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seven_are_coded_from_one() {
        let rules = CoverRules::new(&Legend::unccd(), TransitionMatrix::unccd_default()).unwrap();
        assert_eq!(rules.class(0.0), None);
        assert_eq!(rules.class(8.0), None);
        assert_eq!(rules.class(2.5), None);
        assert_eq!(rules.class(f64::NAN), None);
        let water = rules.class(7.0).unwrap();
        assert_eq!(rules.among_seven(water), Some(LandCoverClass::Water));
    }

    #[test]
    fn a_class_the_matrix_does_not_know_is_named_once() {
        let codes = [(1, "orchard"), (2, "grassland"), (3, "orchard")];
        let legend = Legend {
            id: "own".to_owned(),
            codes: codes
                .map(|(code, name)| (code, name.to_owned()))
                .into_iter()
                .collect(),
        };
        let refused = CoverRules::new(&legend, TransitionMatrix::unccd_default());
        assert_eq!(refused, Err(vec!["orchard".to_owned()]));
    }
}
