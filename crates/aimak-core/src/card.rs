//! What does an indicator ask, and how is it answered? The card says it once, for every reader.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{estimate::Unit, text::LocalText};

/// The part of nature or life an indicator speaks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Soil.
    Soil,
    /// Soil carried off by water.
    Erosion,
    /// Biodiversity.
    Biodiversity,
    /// What farms grow.
    Farming,
    /// What people say.
    People,
    /// Vegetation from space.
    Vegetation,
    /// Land as a whole: degradation by SDG 15.3.1.
    Land,
    /// Terrain: a profile figure, never a change.
    Terrain,
}

impl Theme {
    /// Every theme, in the order in which readers meet them.
    pub const ALL: [Self; 8] = [
        Self::Soil,
        Self::Erosion,
        Self::Biodiversity,
        Self::Farming,
        Self::People,
        Self::Vegetation,
        Self::Land,
        Self::Terrain,
    ];

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Soil => "soil",
            Self::Erosion => "erosion",
            Self::Biodiversity => "biodiversity",
            Self::Farming => "farming",
            Self::People => "people",
            Self::Vegetation => "vegetation",
            Self::Land => "land",
            Self::Terrain => "terrain",
        }
    }
}

/// Which direction is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither; context decides.
    Neutral,
}

/// The card of an indicator. The CLI list, the legend, the download header and the methods page are made from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Id = file name = JSON key = URL part = text key.
    pub id: Cow<'static, str>,
    /// Theme.
    pub theme: Theme,
    /// Name in three languages.
    pub name: LocalText,
    /// The question it answers.
    pub question: LocalText,
    /// Unit.
    pub unit: Unit,
    /// Which direction is better.
    pub better: Direction,
    /// Method id.
    pub method: Cow<'static, str>,
    /// Version of the method.
    pub method_version: u32,
    /// The formula with its symbols.
    pub formula: Cow<'static, str>,
    /// How it is measured and what its interval means, in plain words.
    pub explanation: LocalText,
    /// Lowest and highest value that can be right.
    pub valid_range: (f64, f64),
    /// Where the method comes from, in short citations.
    pub references: Cow<'static, [Cow<'static, str>]>,
    /// True where before and after can differ; false for a profile figure such as slope.
    pub has_change: bool,
}
