//! How do organic fields differ from fields beside them, where nobody saw them before?

mod verdict;

use std::collections::BTreeMap;

use aimak_core::{IntervalKind, Message, Reason, Withheld};

pub use self::verdict::{PairsClaim, PairsDeclared, PairsVerdict};
use super::{
    p_value::two_sided,
    paired::{PairedChange, SignFlip},
};
use crate::methods::interval::{StandardError, mean};

/// An organic field and the other field beside it, seen at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldPair {
    /// Its name.
    pub pair: String,
    /// The aimak it lies in; empty where nobody said.
    pub aimak: String,
    /// The outcome on the organic field.
    pub organic: f64,
    /// The outcome on the field beside it.
    pub comparison: f64,
}

/// The difference of paired fields.
///
/// # Formula
/// `d = organic − comparison` in each pair. Without aimaks `mean d ± t(.975, n − 1)·s/√n` over n pairs. With aimaks the mean d of each is one
/// number, and the same is taken of these: pairs of one aimak share its weather and its history, and each aimak counts once. p exchanges
/// organic and other field in all pairs of a unit at once, all 2ⁿ ways up to 20 units.
///
/// # Units
/// Those of the outcome.
///
/// # Range and edge cases
/// Refused below five pairs, and with aimaks below two of them. Five units reach no p below `2/2⁵` = .0625, so nothing is claimed of them.
///
/// # Example
/// ```
/// use aimak_science::effect::field_pairs::{FieldPair, PairedFields};
/// let pair = |name: &str, aimak: &str, organic, comparison| FieldPair { pair: name.into(), aimak: aimak.into(), organic, comparison };
/// // differences 1, 2, 3, 2, 2: mean 2, s² = ½, SE = √(½/5), df 4
/// let fields = [pair("a", "", 4.0, 3.0), pair("b", "", 4.0, 2.0), pair("c", "", 5.0, 2.0), pair("d", "", 3.0, 1.0), pair("e", "", 2.0, 0.0)];
/// let found = PairedFields::of(&fields).unwrap();
/// assert!((found.mean - 2.0).abs() < 1e-12 && (found.error.se - 0.1_f64.sqrt()).abs() < 1e-12);
/// assert_eq!((found.error.df, found.sign_flip(0).p), (4.0, 0.0625));
/// ```
///
/// # Reference
/// METHODS H.1 (E3), H.4; Student (1908), Biometrika 6:1–25; Fisher (1935), The Design of Experiments, section 21.
#[derive(Clone, Debug, PartialEq)]
pub struct PairedFields {
    /// How many pairs.
    pub pairs: usize,
    /// How many aimaks; `None` where nobody named them.
    pub aimaks: Option<usize>,
    /// Mean of the organic fields, each unit once.
    pub organic: f64,
    /// Mean of the fields beside them.
    pub comparison: f64,
    /// Their mean difference.
    pub mean: f64,
    /// Its standard error, units less one degrees of freedom.
    pub error: StandardError,
    units: PairedChange,
}

impl PairedFields {
    /// Fewest pairs.
    pub const FEWEST: usize = 5;

    /// The difference of these pairs.
    ///
    /// # Errors
    /// `TOO_FEW_OBSERVATIONS` below five pairs, `TOO_FEW_CLUSTERS` with a single aimak.
    pub fn of(fields: &[FieldPair]) -> Result<Self, Withheld> {
        if fields.len() < Self::FEWEST {
            let detail = Message::new("detail-field-pairs").with("n", fields.len());
            return Err(Withheld::because(Reason::TooFewObservations)
                .with(detail.with("needed", Self::FEWEST)));
        }
        let named = fields.iter().any(|field| !field.aimak.is_empty());
        let mut by_unit: BTreeMap<&str, Vec<&FieldPair>> = BTreeMap::new();
        for field in fields {
            let unit = if named { &field.aimak } else { &field.pair };
            by_unit.entry(unit).or_default().push(field);
        }
        let side = |pairs: &[&FieldPair], pick: fn(&FieldPair) -> f64| {
            let values: Vec<f64> = pairs.iter().map(|pair| pick(pair)).collect();
            mean(&values).expect("invariant: a unit has pairs")
        };
        let sides: Vec<(f64, f64)> = by_unit
            .values()
            .map(|pairs| {
                (
                    side(pairs, |pair| pair.comparison),
                    side(pairs, |pair| pair.organic),
                )
            })
            .collect();
        let units = PairedChange::of(&sides)?;
        Ok(Self {
            pairs: fields.len(),
            aimaks: named.then_some(by_unit.len()),
            organic: units.after,
            comparison: units.before,
            mean: units.mean,
            error: units.error,
            units,
        })
    }

    /// How many units the interval counts: aimaks where they are named, else pairs.
    pub fn units(&self) -> usize {
        self.units.units()
    }

    /// Two-sided p by Student's t.
    pub fn p(&self) -> f64 {
        two_sided(self.mean, self.error)
    }

    /// Two-sided p by exchanging organic and other field.
    pub fn sign_flip(&self, seed: u64) -> SignFlip {
        self.units.sign_flip(seed)
    }

    /// The kind of its interval: among aimaks where they are the unit, else among the fields that could have been chosen.
    pub const fn interval_kind(&self) -> IntervalKind {
        if self.aimaks.is_some() {
            IntervalKind::AmongAimaks
        } else {
            IntervalKind::Sampling
        }
    }
}

#[cfg(test)]
mod tests;
