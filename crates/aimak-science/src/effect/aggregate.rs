//! What do the effects by cohort and period say together: over all, by cohort, by time since the start, by calendar?

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{Reason, Withheld};

use super::{
    group_time::{Cell, GroupTime},
    influence::Effect,
    panel::Start,
};

/// By what effects are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// By cohort: the mean over its periods from the start on.
    Cohort,
    /// By time since the start, leads among them.
    SinceStart,
    /// By period: all cohorts that have begun.
    Calendar,
}

/// Effects put together by one thing.
///
/// # Formula
/// `p_g` is the share of cohort g among the units.
/// - [`By::Cohort`] θ(g) the mean of ATT(g,t) over t ≥ g; overall `Σ p_g·θ(g)/Σ p_g`.
/// - [`By::SinceStart`] θ(e) = `Σ p_g·ATT(g,g+e)/Σ p_g` over the cohorts seen at e; overall the mean of θ(e) over e ≥ 0.
/// - [`By::Calendar`] θ(t) = `Σ p_g·ATT(g,t)/Σ p_g` over g ≤ t; overall the mean of θ(t).
///
/// Shares are estimated too: through them a unit of cohort g adds `Σ (ATT − θ)/Σp` over the parts of its cohort to the influence.
///
/// # Units
/// That of the outcome; e in the unit of the periods.
///
/// # Range and edge cases
/// Refused cells are left out, and stand in [`GroupTime::cells`]. Different e are seen in different cohorts: a path over e may
/// move because the cohorts do.
///
/// # Example
/// See [`overall`].
///
/// # Reference
/// METHODS H.4; Callaway & Sant'Anna (2021), section 3; as `aggte` of did 2.5.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// Over all parts from the start on.
    pub overall: Effect,
    /// The parts, ascending.
    pub parts: Vec<Part>,
}

/// The effects of one cohort, one time since the start, or one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The cohort, the time since the start, or the period.
    pub key: i32,
    /// The effect. At the base period itself it is 0 by construction and has no error.
    pub effect: Effect,
    /// The cells in it, by their place in [`GroupTime::cells`], and the weight of each.
    pub cells: Vec<(usize, f64)>,
}

/// The effect over all cohorts and periods from their start on, each cell weighted by its units.
///
/// # Formula
/// `Σ p_g·ATT(g,t)/Σ p_g` over t ≥ g ("simple").
///
/// # Range and edge cases
/// Early cohorts have more periods and weigh more; [`By::Cohort`] weighs each treated unit once, whenever it began.
///
/// # Example
/// ```
/// use aimak_science::effect::{aggregate::{By, by, overall}, group_time::{Design, GroupTime}, panel::{Panel, Start, Unit}};
/// let mut units = vec![];
/// let mut add = |count: usize, name: &str, start, outcomes: [f64; 5]| for k in 0..count {
///     let outcomes = outcomes.map(Some).to_vec();
///     units.push(Unit { id: format!("{name}{k}"), start, stratum: String::new(), outcomes, covariates: vec![] });
/// };
/// // METHODS H.4: ATT(2,·) 1.0, 1.5, 1.7 of 3 units, ATT(3,·) 1.0, 1.3 of 2
/// add(3, "a", Start::In(2), [10.0, 10.5, 12.0, 12.8, 13.5]);
/// add(2, "b", Start::In(3), [9.0, 9.4, 9.9, 11.2, 12.0]);
/// add(4, "c", Start::Never, [11.0, 11.4, 11.9, 12.2, 12.7]);
/// let found = GroupTime::of(&Panel::new((0..5).collect(), vec![], units).balanced().0, &Design::default()).unwrap();
/// let near = |found: f64, wanted: f64| assert!((found - wanted).abs() < 1e-12, "{found} {wanted}");
/// near(overall(&found).unwrap().att, (3.0 * 4.2 + 2.0 * 2.3) / 13.0);
/// near(by(&found, By::Cohort).unwrap().overall.att, 1.30);
/// let since = by(&found, By::SinceStart).unwrap();
/// assert_eq!(since.parts.iter().map(|part| part.key).collect::<Vec<_>>(), [-2, -1, 0, 1, 2]);
/// for (part, wanted) in since.parts[2..].iter().zip([1.00, 1.42, 1.70]) {
///     near(part.effect.att, wanted);
/// }
/// ```
///
/// # Errors
/// The first refusal of a cell where none from a start on was found.
pub fn overall(found: &GroupTime) -> Result<Effect, Withheld> {
    let after = chosen(found, Cell::is_after)?;
    let parts: Vec<(i32, &Effect)> = after
        .iter()
        .map(|(_, cell, effect)| (cell.cohort, *effect))
        .collect();
    Ok(by_share(found, &parts).0)
}

/// The effects put together by cohort, time since the start, or period.
///
/// # Errors
/// The first refusal of a cell where none from a start on was found.
pub fn by(found: &GroupTime, by: By) -> Result<Aggregate, Withheld> {
    chosen(found, Cell::is_after)?;
    let wanted = |cell: &Cell| by == By::SinceStart || cell.is_after();
    let mut groups: BTreeMap<i32, Vec<Chosen>> = BTreeMap::new();
    for one in chosen(found, wanted)? {
        let key = match by {
            By::Cohort => one.1.cohort,
            By::SinceStart => one.1.period - one.1.cohort,
            By::Calendar => one.1.period,
        };
        groups.entry(key).or_default().push(one);
    }
    let parts: Vec<Part> = groups
        .iter()
        .map(|(&key, cells)| match by {
            By::Cohort => mean_of(found, key, cells),
            By::SinceStart | By::Calendar => weighted_of(found, key, cells),
        })
        .collect();
    Ok(Aggregate {
        overall: over_parts(found, by, &parts),
        parts,
    })
}

/// Cohorts by their share, times and periods each alike.
fn over_parts(found: &GroupTime, by: By, parts: &[Part]) -> Effect {
    if by == By::Cohort {
        let cohorts: Vec<(i32, &Effect)> =
            parts.iter().map(|part| (part.key, &part.effect)).collect();
        return by_share(found, &cohorts).0;
    }
    let after = parts
        .iter()
        .filter(|part| by == By::Calendar || part.key >= 0);
    let weight = 1.0 / after.clone().count() as f64;
    let after: Vec<(f64, &Effect)> = after.map(|part| (weight, &part.effect)).collect();
    Effect::weighted(found.starts().len(), &after)
}

/// A cell with its place and its effect.
type Chosen<'a> = (usize, &'a Cell, &'a Effect);

/// The cells that were found, of those that are wanted.
fn chosen(found: &GroupTime, wanted: impl Fn(&Cell) -> bool) -> Result<Vec<Chosen<'_>>, Withheld> {
    let mut refused = None;
    let mut chosen = Vec::new();
    for (place, cell) in found.cells().iter().enumerate() {
        match &cell.effect {
            _ if !wanted(cell) => {}
            Ok(effect) => chosen.push((place, cell, effect)),
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    if chosen.is_empty() {
        let none = Withheld::because(Reason::TooFewYears);
        return Err(refused.cloned().unwrap_or(none));
    }
    Ok(chosen)
}

/// The plain mean over the periods of a cohort: no share is estimated.
fn mean_of(found: &GroupTime, key: i32, cells: &[Chosen]) -> Part {
    let weight = 1.0 / cells.len() as f64;
    let parts: Vec<(f64, &Effect)> = cells
        .iter()
        .map(|(_, _, effect)| (weight, *effect))
        .collect();
    Part {
        key,
        effect: Effect::weighted(found.starts().len(), &parts),
        cells: cells.iter().map(|&(place, ..)| (place, weight)).collect(),
    }
}

fn weighted_of(found: &GroupTime, key: i32, cells: &[Chosen]) -> Part {
    let parts: Vec<(i32, &Effect)> = cells
        .iter()
        .map(|(_, cell, effect)| (cell.cohort, *effect))
        .collect();
    let (effect, weights) = by_share(found, &parts);
    let places = cells.iter().map(|&(place, ..)| place);
    Part {
        key,
        effect,
        cells: places.zip(weights).collect(),
    }
}

/// `Σ p_g·effect/Σ p_g` with the influence of the shares, and the weights.
fn by_share(found: &GroupTime, parts: &[(i32, &Effect)]) -> (Effect, Vec<f64>) {
    let units = found.starts().len();
    let sizes = found.cohort_sizes();
    let shares: Vec<f64> = parts
        .iter()
        .map(|(cohort, _)| sizes[cohort] as f64 / units as f64)
        .collect();
    let whole: f64 = shares.iter().sum();
    let weights: Vec<f64> = shares.iter().map(|share| share / whole).collect();
    let weighted: Vec<(f64, &Effect)> = weights
        .iter()
        .copied()
        .zip(parts.iter().map(|(_, effect)| *effect))
        .collect();
    let mut sum = Effect::weighted(units, &weighted);
    let cohorts: BTreeSet<i32> = parts.iter().map(|&(cohort, _)| cohort).collect();
    if cohorts.len() < 2 {
        // the share of one cohort among itself is 1
        return (sum, weights);
    }
    let mut through = BTreeMap::new();
    for (cohort, effect) in parts {
        *through.entry(Start::In(*cohort)).or_insert(0.0) += (effect.att - sum.att) / whole;
    }
    for (unit, start) in found.starts().iter().enumerate() {
        if let Some(&psi) = through.get(start) {
            sum.add_influence(unit, psi);
        }
    }
    (sum, weights)
}
