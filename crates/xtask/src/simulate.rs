//! `cargo xtask simulate`: how often an effect is found where there is none, and where there is one.

use crate::step::{self, Done};

/// Runs a setting, where nobody says how many.
const RUNS: &str = "4000";

/// Prints the table of sizes and powers to standard output, and writes nothing.
///
/// The simulation is an example of the science crate, so that this program goes on depending on no crate.
///
/// # Errors
/// Options that are none; a simulation that does not end well.
pub fn simulate(args: &[&str]) -> Done {
    let (runs, date) = options(args)?;
    let example = [
        "run",
        "--quiet",
        "--release",
        "--locked",
        "--package",
        "aimak-science",
        "--example",
        "effect_trials",
        "--",
    ];
    step::run(step::cargo().args(example).args([runs, date]))
}

/// `--runs N` and `--date DATE`; the date is said and not looked up, so that the same call prints the same.
fn options<'a>(args: &[&'a str]) -> Done<(&'a str, &'a str)> {
    let (mut runs, mut date) = (RUNS, None);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = |what| args.next().copied().ok_or(format!("{arg} needs {what}"));
        match *arg {
            "--runs" => runs = value("a number")?,
            "--date" => date = Some(value("a date")?),
            other => {
                return Err(format!(
                    "unknown option {other}; known: --runs N, --date DATE"
                ));
            }
        }
    }
    if runs.parse().is_ok_and(|runs: u32| runs > 0) {
        let date = date.ok_or("--date DATE is needed: it heads the table")?;
        Ok((runs, date))
    } else {
        Err(format!("--runs {runs}: a number above 0 is needed"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_have_a_default_and_the_date_has_none() {
        let dated = options(&["--date", "30 November 2026"]);
        assert_eq!(dated, Ok(("4000", "30 November 2026")));
        let short = options(&["--runs", "50", "--date", "today"]);
        assert_eq!(short, Ok(("50", "today")));
        for wrong in [
            &["--runs", "50"][..],
            &["--runs", "none", "--date", "x"],
            &["--date"],
            &["--what"],
        ] {
            assert!(options(wrong).is_err(), "{wrong:?}");
        }
    }
}
