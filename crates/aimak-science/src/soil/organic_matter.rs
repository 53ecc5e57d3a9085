//! How much of organic matter is carbon?

use super::content::{Content, OrganicCarbon, OrganicMatter};

/// Organic matter per carbon after van Bemmelen.
pub const VAN_BEMMELEN: f64 = 1.724;

/// Which factor stands between organic matter and its carbon.
///
/// # Formula
/// `SOC = SOM/f`, `SOM = f·SOC`.
///
/// # Range and edge cases
/// Humus of a Tyurin laboratory is no organic matter that was weighed: the laboratory multiplied its carbon by 1.724 itself, so
/// [`super::carbon_reading`] divides by exactly that. Never two factors within one before-and-after pair.
///
/// # Example
/// ```
/// use aimak_science::soil::{content::{Content, MassUnit}, organic_matter::MatterPerCarbon};
/// let matter = Content::new(3.1032, MassUnit::Percent).unwrap();
/// assert!((MatterPerCarbon::VanBemmelen.carbon(matter).percent() - 1.8).abs() < 1e-12); // 3.1032/1.724
/// assert!((MatterPerCarbon::Pribyl.carbon(matter).percent() - 1.5516).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS A.2; Pribyl (2010), Geoderma 156:75–83, doi:10.1016/j.geoderma.2010.02.003.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatterPerCarbon {
    /// 1.724, the convention.
    VanBemmelen,
    /// 1.9, between the two.
    Middle,
    /// 2.0, what most measurements say; for loss on ignition.
    Pribyl,
}

impl MatterPerCarbon {
    /// The factor.
    pub const fn factor(self) -> f64 {
        match self {
            Self::VanBemmelen => VAN_BEMMELEN,
            Self::Middle => 1.9,
            Self::Pribyl => 2.0,
        }
    }

    /// The carbon in organic matter.
    pub fn carbon(self, matter: Content<OrganicMatter>) -> Content<OrganicCarbon> {
        matter.divided(self.factor())
    }

    /// The organic matter that holds this carbon; `None` where it would weigh more than the soil.
    pub fn matter(self, carbon: Content<OrganicCarbon>) -> Option<Content<OrganicMatter>> {
        let percent = carbon.percent() * self.factor();
        Content::new(percent, super::content::MassUnit::Percent).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::content::MassUnit, *};

    #[test]
    fn more_matter_than_soil_is_none() {
        let peat = Content::new(58.0, MassUnit::Percent).unwrap();
        assert!(MatterPerCarbon::VanBemmelen.matter(peat).is_some());
        assert_eq!(MatterPerCarbon::Pribyl.matter(peat), None);
    }

    proptest! {
        #[test]
        fn there_and_back(percent in 0.0..50.0_f64) {
            let carbon = Content::new(percent, MassUnit::Percent).unwrap();
            for factor in [MatterPerCarbon::VanBemmelen, MatterPerCarbon::Middle, MatterPerCarbon::Pribyl] {
                let back = factor.carbon(factor.matter(carbon).unwrap());
                prop_assert!((back.percent() - percent).abs() <= 1e-14 * percent);
            }
        }
    }
}
