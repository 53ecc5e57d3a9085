//! What do nitrogen on the field and urea send into the air?
//!
//! Tier 1 of the 2019 Refinement, Vol. 4, Ch. 11. A figure that counts only synthetic nitrogen avoided is one-sided: legumes, manure and
//! residues of organic rotations emit as well, so [`avoided`] takes all nitrogen of both dates. What factories abroad no longer emit
//! belongs to the country that makes the fertiliser and is not here. There is no default rate: many farms use little, so nothing is
//! avoided without a record.

mod avoided;
mod factors;
mod nitrous_oxide;
mod residues;
mod urea;

pub use avoided::{AvoidedNitrousOxide, avoided};
pub use factors::{
    EmissionFactor, FertiliserClimate, FieldSetting, GlobalWarmingPotential, Irrigation,
};
pub use nitrous_oxide::{
    NitrogenAmount, NitrogenSource, NitrousOxide, SyntheticKind, nitrous_oxide,
};
pub use residues::{Crop, CropResidue, ResidueNitrogen};
pub use urea::{co2_from_urea_kg, urea_of_nitrogen_kg};
