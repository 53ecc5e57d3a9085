//! What changed in the comparison areas meanwhile? Side by side it is a description; effects are told on a page of their own.

use aimak_core::{AimakCode, Card, EffectUnit, Finding, UnitRole, release::AimakProfile};

use super::choice::told_change;
use crate::view::View;

/// Groups smaller than this are no company: all comparison areas stand there then.
const FEWEST: usize = 3;

/// The changes of an indicator in comparison areas, the lowest first.
pub struct Comparison<'a> {
    /// Area and change.
    pub changes: Vec<(&'a AimakProfile, &'a Finding)>,
    /// True where only areas of the group of the aimak stand there.
    pub of_group: bool,
}

impl<'a> Comparison<'a> {
    /// The areas to see beside `code`: those of its group, where the analysis of effects knows groups, else all.
    pub fn of(view: &View<'a>, card: &Card, code: Option<&AimakCode>) -> Self {
        let report = view
            .release
            .effects
            .iter()
            .find(|report| report.outcome == card.id);
        let units = report.map_or(&[][..], |report| report.units.as_slice());
        let group = code.map_or_else(Vec::new, |code| group(units, code));
        let mut all: Vec<(&AimakProfile, &Finding)> = view
            .release
            .aimaks
            .iter()
            .filter(|aimak| aimak.organic_since.is_none())
            .filter_map(|aimak| Some((aimak, told_change(view, card, &aimak.code)?)))
            .collect();
        all.sort_by(|(one, a), (other, b)| {
            value(a)
                .total_cmp(&value(b))
                .then(one.code.cmp(&other.code))
        });
        let in_group =
            |(aimak, _): &&(&AimakProfile, &Finding)| group.contains(&aimak.code.0.as_str());
        let near: Vec<_> = all.iter().filter(in_group).copied().collect();
        let of_group = near.len() >= FEWEST;
        Self {
            changes: if of_group { near } else { all },
            of_group,
        }
    }

    /// Their values, the lowest first.
    pub fn values(&self) -> Vec<f64> {
        self.changes
            .iter()
            .map(|(_, finding)| value(finding))
            .collect()
    }

    /// The one in the middle, or the two where their number is even. A mean of the two would be a number that nobody measured.
    pub fn middle(&self) -> &[(&'a AimakProfile, &'a Finding)] {
        let n = self.changes.len();
        let places = n.saturating_sub(1) / 2..(n / 2 + 1).min(n);
        &self.changes[places]
    }
}

/// The number of a finding that has one.
fn value(finding: &Finding) -> f64 {
    finding
        .estimate()
        .map_or(f64::NAN, |estimate| estimate.value)
}

/// Comparison units of the group of an aimak; none where nobody named groups.
fn group<'u>(units: &'u [EffectUnit], code: &AimakCode) -> Vec<&'u str> {
    let own = units.iter().find(|unit| unit.id == code.0);
    let Some(own) = own.filter(|own| !own.stratum.is_empty()) else {
        return Vec::new();
    };
    let beside =
        |unit: &&EffectUnit| unit.role == UnitRole::Comparison && unit.stratum == own.stratum;
    units
        .iter()
        .filter(beside)
        .map(|unit| unit.id.as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use aimak_core::Lang;

    use super::*;
    use crate::sample;

    #[test]
    fn the_middle_is_an_area_and_never_a_mean() {
        let release = sample::release("2026-1", false);
        let view = View::of(&release, Lang::En);
        let card = view.card("soc_stock").unwrap();
        // S-5, S-6 and S-7 have a change with an interval; S-8 has none, S-9 no number
        let three = Comparison::of(&view, card, None);
        assert_eq!((three.changes.len(), three.middle().len()), (3, 1));
        let values = three.values();
        assert!(values.is_sorted() && value(three.middle()[0].1) == values[1]);
        let even = Comparison {
            changes: three.changes[..2].to_vec(),
            of_group: false,
        };
        assert_eq!(even.middle().len(), 2);
        let none = Comparison {
            changes: Vec::new(),
            of_group: false,
        };
        assert!(none.middle().is_empty());
    }

    #[test]
    fn a_group_is_that_of_the_aimak() {
        let unit = |id: &str, role, stratum: &str| EffectUnit {
            id: id.into(),
            role,
            start: None,
            stratum: stratum.into(),
            outcomes: Vec::new(),
            treated_share_percent: None,
        };
        let units = [
            unit("A", UnitRole::Treated, "north"),
            unit("B", UnitRole::Comparison, "north"),
            unit("C", UnitRole::Comparison, "south"),
            unit("D", UnitRole::Incomplete, "north"),
        ];
        assert_eq!(group(&units, &AimakCode("A".into())), ["B"]);
        let nameless = [
            unit("A", UnitRole::Treated, ""),
            unit("B", UnitRole::Comparison, ""),
        ];
        assert!(group(&nameless, &AimakCode("A".into())).is_empty());
    }
}
