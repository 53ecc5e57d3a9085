//! Of which other aimaks may the evidence speak?

use serde::{Deserialize, Serialize};

use crate::{place::AimakCode, withheld::Withheld};

/// How like the aimaks that the evidence rests on are those that are not organic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reach {
    /// In what they are compared, in the order of the declaration.
    pub characteristics: Vec<Characteristic>,
    /// Aimaks that an effect was found from and of which every characteristic is known, by code.
    pub base: Vec<AimakCode>,
    /// Why nobody can be likened to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Withheld>,
    /// Aimaks that are not organic, the most alike first; those of which a characteristic is not known come last, by code.
    pub candidates: Vec<Candidate>,
}

/// Something that the transition does not make: slope, people, the first value of an indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Characteristic {
    /// Id of an indicator, or a field of the profile.
    pub id: String,
    /// The least among the organic aimaks, in its own unit.
    pub least: f64,
    /// The greatest.
    pub most: f64,
}

/// An aimak that is not organic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The aimak.
    pub aimak: AimakCode,
    /// How like the organic ones it is; `None` where something is not known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resemblance: Option<Resemblance>,
    /// Ids of the characteristics that are not known of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

/// How like the organic aimaks one is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resemblance {
    /// From 100, in the middle of them in everything, to 0 at an end of what they show; below zero it lies outside.
    pub similarity: f64,
    /// Id of the characteristic in which it is least like them.
    pub least_alike: String,
    /// Its values, in the order of the characteristics.
    pub values: Vec<f64>,
    /// Ids of the characteristics in which it lies outside what they show.
    pub outside: Vec<String>,
}
