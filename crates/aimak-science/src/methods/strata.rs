//! What is the mean over strata, and how sure is it?

use std::collections::BTreeMap;

use super::interval::{StandardError, mean};

/// Observations grouped by stratum, none of the groups smaller than two (unless there is nothing to join).
///
/// Strata with one plot have no spread of their own: they are joined into one group; if that group still holds one plot,
/// it joins the smallest other stratum.
///
/// ```
/// use aimak_science::methods::strata::Strata;
/// let strata = Strata::new([("a", 1.0), ("b", 2.0), ("c", 3.0), ("c", 4.0)]);
/// assert_eq!(strata.groups(), [("a+b".to_owned(), vec![1.0, 2.0]), ("c".to_owned(), vec![3.0, 4.0])]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Strata<T> {
    groups: Vec<(String, Vec<T>)>,
}

impl<T> Strata<T> {
    /// Groups observations by the name of their stratum; within a stratum they keep their order.
    pub fn new<'a>(observations: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut by_name: BTreeMap<String, Vec<T>> = BTreeMap::new();
        for (stratum, observation) in observations {
            by_name
                .entry(stratum.to_owned())
                .or_default()
                .push(observation);
        }
        let (single, mut groups): (Vec<_>, Vec<_>) = by_name
            .into_iter()
            .partition(|(_, members)| members.len() < 2);
        if let Some((name, members)) = joined(single) {
            let smallest = groups.iter_mut().min_by_key(|(_, members)| members.len());
            match smallest {
                Some((other, others)) if members.len() < 2 => {
                    *other = format!("{other}+{name}");
                    others.extend(members);
                }
                _ => groups.push((name, members)),
            }
        }
        groups.sort_by(|a, b| a.0.cmp(&b.0));
        Self { groups }
    }

    /// The groups with their names, in order of name.
    pub fn groups(&self) -> &[(String, Vec<T>)] {
        &self.groups
    }

    /// Number of observations.
    pub fn len(&self) -> usize {
        self.groups.iter().map(|(_, members)| members.len()).sum()
    }

    /// True without any observation.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

/// All groups as one; its name lists theirs.
fn joined<T>(groups: Vec<(String, Vec<T>)>) -> Option<(String, Vec<T>)> {
    groups
        .into_iter()
        .reduce(|(name, mut members), (other, others)| {
            members.extend(others);
            (format!("{name}+{other}"), members)
        })
}

/// A mean over strata with its standard error, if it has one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StratifiedMean {
    /// The mean.
    pub mean: f64,
    /// Its standard error; `None` with fewer than two observations.
    pub error: Option<StandardError>,
}

/// Mean over strata with given weights (they sum to 1).
///
/// # Formula
/// `ȳ = Σ W_h ȳ_h`, `SE² = Σ W_h² s_h²/n_h`, df after Satterthwaite.
///
/// # Example
/// ```
/// use aimak_science::methods::{interval::StandardError, strata::stratified};
/// // METHODS A.9: weights .5/.3/.2, means 38/45/52, s 6/8/9, n 10/8/6
/// let parts = [(0.5, 38.0, 6.0, 10.0_f64), (0.3, 45.0, 8.0, 8.0), (0.2, 52.0, 9.0, 6.0)];
/// let parts = parts.map(|(w, mean, s, n)| (w, mean, Some(StandardError { se: s / n.sqrt(), df: n - 1.0 })));
/// let result = stratified(&parts);
/// let error = result.error.unwrap();
/// assert!((result.mean - 42.9).abs() < 1e-9);
/// assert!((error.se - 1.469694).abs() < 5e-7 && (error.df - 20.9806).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.9; Cochran (1977), Sampling Techniques, ch. 5.
pub fn stratified(parts: &[(f64, f64, Option<StandardError>)]) -> StratifiedMean {
    let weighted = |(weight, _, error): &(f64, f64, Option<StandardError>)| {
        error.map(|error| StandardError {
            se: weight * error.se,
            df: error.df,
        })
    };
    let errors: Option<Vec<StandardError>> = parts.iter().map(weighted).collect();
    StratifiedMean {
        mean: parts.iter().map(|(weight, mean, _)| weight * mean).sum(),
        error: errors
            .filter(|errors| !errors.is_empty())
            .map(|errors| StandardError::satterthwaite(&errors)),
    }
}

/// Mean of plots over their strata; `None` without plots.
///
/// The project file knows no areas of strata, so plots are taken as allocated in proportion: `W_h = n_h/n`. The mean is
/// then the plain mean; only its standard error knows the strata.
pub fn mean_over_strata(strata: &Strata<f64>) -> Option<StratifiedMean> {
    let n = strata.len() as f64;
    let part = |(_, members): &(String, Vec<f64>)| {
        let mean = mean(members)?;
        Some((
            members.len() as f64 / n,
            mean,
            StandardError::of_mean(members),
        ))
    };
    let parts: Option<Vec<_>> = strata.groups().iter().map(part).collect();
    parts
        .filter(|parts| !parts.is_empty())
        .map(|parts| stratified(&parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lonely_plot_joins_the_smallest_stratum() {
        let strata = Strata::new([
            ("a", 1.0),
            ("b", 2.0),
            ("b", 3.0),
            ("c", 4.0),
            ("c", 5.0),
            ("c", 6.0),
        ]);
        assert_eq!(strata.groups()[0], ("b+a".to_owned(), vec![2.0, 3.0, 1.0]));
    }

    #[test]
    fn one_stratum_is_the_plain_mean() {
        let result = mean_over_strata(&Strata::new([("", 1.0), ("", 2.0), ("", 6.0)])).unwrap();
        assert_eq!(result.mean, 3.0);
        assert_eq!(result.error, StandardError::of_mean(&[1.0, 2.0, 6.0]));
    }

    #[test]
    fn one_plot_has_no_error_and_none_has_no_mean() {
        assert_eq!(
            mean_over_strata(&Strata::new([("", 1.0)])).unwrap().error,
            None
        );
        assert_eq!(mean_over_strata(&Strata::new([])), None);
    }
}
