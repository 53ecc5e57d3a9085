//! How likely was a unit to be treated, from what is known of it?

use aimak_core::{Message, Reason, Withheld};

use super::super::{
    least_squares::dot,
    logistic::{Logistic, NoModel},
};

/// Least `p(1 − p)` of a unit whose side is not certain.
const CERTAIN: f64 = 1e-8;

/// Logit of the chance to be treated, for each unit.
///
/// # Formula
/// `ln(p/(1−p)) = b₀ + Σ b·x` by maximum likelihood. Covariates are brought to mean 0 and spread 1 first, which changes no logit.
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
    let width = 1 + covariates.first().map_or(0, Vec::len);
    let sides: Vec<f64> = treated.iter().map(|is| f64::from(u8::from(*is))).collect();
    let model = Logistic::of(&design(covariates), width, &sides).map_err(|why| match why {
        NoModel::Apart => told_apart(treated.len()),
        NoModel::Dependent => {
            let detail = Message::new("detail-effect-collinear").with("columns", width);
            let detail = detail.with("rows", treated.len());
            Withheld::because(Reason::TooFewObservations).with(detail)
        }
    })?;
    if model.p.iter().any(|p| p * (1.0 - p) < CERTAIN) {
        return Err(told_apart(treated.len()));
    }
    Ok(model.logits)
}

/// Rows of a constant and the covariates at mean 0 and spread 1.
fn design(covariates: &[Vec<f64>]) -> Vec<f64> {
    let n = covariates.len() as f64;
    let column = |j: usize| -> Vec<f64> {
        let mean = covariates.iter().map(|row| row[j]).sum::<f64>() / n;
        let column: Vec<f64> = covariates.iter().map(|row| row[j] - mean).collect();
        let spread = (dot(&column, &column) / n).sqrt();
        let scaled = |x: &f64| if spread > 0.0 { x / spread } else { 0.0 };
        column.iter().map(scaled).collect()
    };
    let width = covariates.first().map_or(0, Vec::len);
    let columns: Vec<Vec<f64>> = (0..width).map(column).collect();
    (0..covariates.len())
        .flat_map(|i| std::iter::once(1.0).chain(columns.iter().map(move |column| column[i])))
        .collect()
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
