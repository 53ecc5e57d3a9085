//! Does one unit, or one oblast, make the finding?

use std::collections::BTreeSet;

use aimak_core::Withheld;

use crate::effect::{
    panel::Balanced,
    staggered::{Design, Staggered, Window},
};

/// The level at which a finding is one.
const LEVEL: f64 = 0.05;

/// The effect without each unit or stratum in turn.
///
/// # Range and edge cases
/// Where too little is left, that is told in the place of the effect, and [`LeaveOut::range`] does not know what it would have been.
///
/// # Example
/// ```
/// use aimak_science::effect::{sensitivity::LeaveOut, staggered::Design, trial::Setting};
/// let panel = Setting { effect: 1.0, ..Setting::default() }.panel(1, 0);
/// let units = LeaveOut::units(&panel, Design::default()).unwrap();
/// let (lowest, highest) = units.range().unwrap();
/// assert!(units.without.len() == 28 && lowest < units.all.value && units.all.value < highest);
/// assert!(!units.sign_changes() && !units.significance_changes());
/// ```
///
/// # Reference
/// STATISTICS 6, rung 4.
#[derive(Clone, Debug, PartialEq)]
pub struct LeaveOut {
    /// The effect with all.
    pub all: Staggered,
    /// The effect without each.
    pub without: Vec<Without>,
}

/// The effect without a unit or a stratum.
#[derive(Clone, Debug, PartialEq)]
pub struct Without {
    /// Who was left out.
    pub left_out: String,
    /// What the others say.
    pub effect: Result<Staggered, Withheld>,
}

impl LeaveOut {
    /// Without each unit, by name.
    ///
    /// # Errors
    /// As [`Staggered::of`] with all units.
    pub fn units(panel: &Balanced, design: Design) -> Result<Self, Withheld> {
        let all = Staggered::under(panel, Window::Post, design)?;
        let effects = Staggered::without_each(panel, Window::Post, design);
        let mut without: Vec<Without> = panel
            .names()
            .iter()
            .zip(effects)
            .map(|(name, effect)| Without {
                left_out: name.clone(),
                effect,
            })
            .collect();
        without.sort_by(|one, other| one.left_out.cmp(&other.left_out));
        Ok(Self { all, without })
    }

    /// Without each stratum, by name.
    ///
    /// # Errors
    /// As [`Staggered::of`] with all units.
    pub fn strata(panel: &Balanced, design: Design) -> Result<Self, Withheld> {
        let of = |panel: &Balanced| Staggered::under(panel, Window::Post, design);
        let strata: BTreeSet<&str> = panel.strata().iter().map(String::as_str).collect();
        let without = strata.into_iter().map(|stratum| Without {
            left_out: stratum.to_owned(),
            effect: of(&panel.only(|unit| panel.strata()[unit] != stratum)),
        });
        Ok(Self {
            all: of(panel)?,
            without: without.collect(),
        })
    }

    fn given(&self) -> impl Iterator<Item = &Staggered> {
        self.without
            .iter()
            .filter_map(|without| without.effect.as_ref().ok())
    }

    /// The least and the greatest effect; `None` where none could be had.
    pub fn range(&self) -> Option<(f64, f64)> {
        let values = || self.given().map(|effect| effect.value);
        Some((values().reduce(f64::min)?, values().reduce(f64::max)?))
    }

    /// How many could not be had.
    pub fn unanswered(&self) -> usize {
        self.without.len() - self.given().count()
    }

    /// True where one of them points the other way.
    pub fn sign_changes(&self) -> bool {
        self.given()
            .any(|effect| effect.value * self.all.value < 0.0)
    }

    /// True where one of them is a finding at 5 % and all together are not, or the other way round.
    pub fn significance_changes(&self) -> bool {
        let finding = |effect: &Staggered| effect.p() <= LEVEL;
        self.given()
            .any(|effect| finding(effect) != finding(&self.all))
    }
}
