//! How often does an analysis say "effect" where there is none, and where there is one? A table in Markdown, on standard output.
//!
//! `cargo xtask simulate --date DATE [--runs N]` calls this in release.

#![expect(clippy::print_stdout, reason = "a table is what is asked for")]

use aimak_science::effect::trial::{ANALYSES, Rate, Row, Spread, settings};

/// Decides all draws, with the setting and the run.
const SEED: u64 = 20_261_130;
/// Lots drawn for each panel.
const LOTS: usize = 199;
/// Of a 95 % interval.
const NORMAL_QUANTILE: f64 = 1.96;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [runs, date] = &args[..] else {
        panic!("two arguments: number of runs, date");
    };
    let runs: usize = runs.parse().expect("the number of runs is a number");
    println!(
        "{date}: {runs} runs a setting, {LOTS} lots a run, nominal level .05, seed {SEED}. Behind ± stands the Monte Carlo error \
         (95 %).\n"
    );
    println!(
        "| setting | {} | SD of values / mean SE | the same, not yet treated |",
        ANALYSES.join(" | ")
    );
    println!("|---|{}", "---|".repeat(ANALYSES.len() + 2));
    for (name, setting) in settings() {
        let row = Row::of(&setting, SEED, runs, LOTS);
        let cells = row
            .rates
            .map(rate)
            .into_iter()
            .chain(row.spreads.map(spread));
        println!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
}

/// A share with its Monte Carlo error; how many runs had no answer, where some had none.
fn rate(rate: Rate) -> String {
    let Some((share, error)) = rate.share().zip(rate.monte_carlo_error()) else {
        return "refused".to_owned();
    };
    let withheld = match rate.withheld {
        0 => String::new(),
        withheld => format!(" ({withheld} refused)"),
    };
    format!("{share:.3} ± {:.3}{withheld}", NORMAL_QUANTILE * error)
}

fn spread(spread: Option<Spread>) -> String {
    spread.map_or_else(
        || "–".to_owned(),
        |spread| format!("{:.4} / {:.4}", spread.sd, spread.mean_se),
    )
}
