//! How likely was a unit to be treated, from what is known of it?

use aimak_core::{Message, Reason, Withheld};

use super::super::least_squares::{Basis, dot};

/// Logit of the chance to be treated, for each unit.
///
/// # Formula
/// `ln(p/(1−p)) = b₀ + Σ b·x` by maximum likelihood: weighted least squares, repeated until the deviance stands to twelve digits.
/// Covariates are brought to mean 0 and spread 1 first, which changes no logit.
///
/// # Range and edge cases
/// Withheld where the covariates tell the sides apart: then the likelihood has no maximum, chances go to 0 and 1, and nobody is
/// comparable. Common with ten units and three covariates; the distance of Mahalanobis does not need it.
///
/// # Example
/// ```
/// use aimak_science::effect::matching::propensity::logits;
/// // of those with x = 0 one in three is treated, of those with x = 1 two in three
/// let x: Vec<Vec<f64>> = [0.0, 0.0, 0.0, 1.0, 1.0, 1.0].iter().map(|x| vec![*x]).collect();
/// let found = logits(&x, &[true, false, false, true, true, false]).unwrap();
/// assert!((found[0] - 0.5_f64.ln()).abs() < 1e-9 && (found[5] - 2_f64.ln()).abs() < 1e-9);
/// ```
///
/// # Reference
/// Rosenbaum & Rubin (1983), Biometrika 70:41–55; Albert & Anderson (1984), Biometrika 71:1–10 (separation).
///
/// # Errors
/// `NO_COMPARISON` where the sides are told apart; `TOO_FEW_OBSERVATIONS` where covariates cannot be.
pub fn logits(covariates: &[Vec<f64>], treated: &[bool]) -> Result<Vec<f64>, Withheld> {
    let columns = design(covariates);
    let mut logits = vec![0.0; treated.len()];
    let mut deviance = f64::INFINITY;
    for _ in 0..64 {
        logits = nearer(&columns, treated, &logits)?;
        let next = lack_of_fit(&logits, treated);
        if (deviance - next).abs() <= 1e-14 * (1.0 + next) {
            return Ok(logits);
        }
        deviance = next;
    }
    Err(told_apart(treated.len()))
}

/// One round of weighted least squares.
fn nearer(columns: &[Vec<f64>], treated: &[bool], logits: &[f64]) -> Result<Vec<f64>, Withheld> {
    let chances: Vec<f64> = logits
        .iter()
        .map(|logit| 1.0 / (1.0 + (-logit).exp()))
        .collect();
    let weights: Vec<f64> = chances.iter().map(|p| p * (1.0 - p)).collect();
    if weights.iter().any(|weight| *weight < 1e-8) {
        return Err(told_apart(treated.len()));
    }
    let weighted = |column: &Vec<f64>| {
        column
            .iter()
            .zip(&weights)
            .map(|(x, w)| x * w.sqrt())
            .collect()
    };
    let Some(basis) = Basis::of(&columns.iter().map(weighted).collect::<Vec<_>>()) else {
        let detail = Message::new("detail-effect-collinear").with("columns", columns.len());
        return Err(
            Withheld::because(Reason::TooFewObservations).with(detail.with("rows", treated.len()))
        );
    };
    let working = |i: usize| {
        let seen = f64::from(u8::from(treated[i]));
        weights[i].sqrt() * (logits[i] + (seen - chances[i]) / weights[i])
    };
    let coefficients = basis
        .fit(&(0..treated.len()).map(working).collect::<Vec<_>>())
        .coefficients;
    let row = |i: usize| columns.iter().map(|column| column[i]).collect::<Vec<_>>();
    Ok((0..treated.len())
        .map(|i| dot(&row(i), &coefficients))
        .collect())
}

/// Minus twice the log-likelihood.
fn lack_of_fit(logits: &[f64], treated: &[bool]) -> f64 {
    let terms = logits.iter().zip(treated).map(|(logit, treated)| {
        let against = if *treated { -logit } else { *logit };
        // ln(1 + eˣ), which overflows for no x
        against.max(0.0) + (-against.abs()).exp().ln_1p()
    });
    2.0 * terms.sum::<f64>()
}

/// A constant and the covariates at mean 0 and spread 1.
fn design(covariates: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = covariates.len() as f64;
    let mut columns = vec![vec![1.0; covariates.len()]];
    for j in 0..covariates.first().map_or(0, Vec::len) {
        let mean = covariates.iter().map(|row| row[j]).sum::<f64>() / n;
        let column: Vec<f64> = covariates.iter().map(|row| row[j] - mean).collect();
        let spread = (dot(&column, &column) / n).sqrt();
        columns.push(
            column
                .iter()
                .map(|x| if spread > 0.0 { x / spread } else { 0.0 })
                .collect(),
        );
    }
    columns
}

fn told_apart(units: usize) -> Withheld {
    let detail = Message::new("detail-effect-separated").with("units", units);
    Withheld::because(Reason::NoComparison).with(detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_that_are_told_apart_have_no_chances() {
        let x: Vec<Vec<f64>> = [1.0, 2.0, 3.0, 4.0].iter().map(|x| vec![*x]).collect();
        let refused = |treated: [bool; 4]| logits(&x, &treated).unwrap_err().reason;
        assert_eq!(refused([false, false, true, true]), Reason::NoComparison);
        // touching at one value only: quasi-complete
        let touching: Vec<Vec<f64>> = [1.0, 2.0, 2.0, 3.0].iter().map(|x| vec![*x]).collect();
        assert_eq!(
            logits(&touching, &[false, false, true, true])
                .unwrap_err()
                .reason,
            Reason::NoComparison
        );
        let twice: Vec<Vec<f64>> = x.iter().map(|row| vec![row[0], 2.0 * row[0]]).collect();
        assert_eq!(
            logits(&twice, &[true, false, false, true])
                .unwrap_err()
                .reason,
            Reason::TooFewObservations
        );
    }
}
