//! Carbon by Tyurin, brought to what dry combustion would have found.

use std::path::Path;

use aimak_core::{CarbonMethod, Message, Reason, Withheld};
use aimak_io::{
    problem::Problem,
    read::{carbon_pairs::carbon_pairs, soil_sheet::SheetLayer},
};
use aimak_science::soil::{
    carbon_reading::DeterminedCarbon,
    tyurin_calibration::{FEWEST_PAIRS, TyurinCalibration},
};

/// The line through the pairs of a table.
///
/// # Errors
/// Everything that is wrong with the table; too few pairs, or pairs that calibrate nothing.
pub fn line(path: &Path) -> Result<TyurinCalibration, Vec<Problem>> {
    let pairs = carbon_pairs(path)?;
    TyurinCalibration::of(&pairs).map_err(|refused| {
        let file = path.display().to_string();
        let found = format!("n = {}", pairs.len());
        let problem = if refused.reason == Reason::TooFewObservations {
            let expected = Message::new("expected-calibration-pairs").with("needed", FEWEST_PAIRS);
            Problem::error("calibration-pairs", &file).expecting(expected)
        } else {
            Problem::error("calibration-line", &file)
        };
        vec![problem.found(found)]
    })
}

/// Brings every layer by Tyurin to the line; others stay as they are.
pub fn apply(layers: &mut [SheetLayer], line: &TyurinCalibration) {
    for layer in layers {
        let Some(Ok(found)) = &layer.carbon else {
            continue;
        };
        if found.method != CarbonMethod::TyurinHumus {
            continue;
        }
        let calibrated: Result<DeterminedCarbon, Withheld> =
            line.combustion(found.carbon).map(DeterminedCarbon::from);
        let known = calibrated.as_ref().ok();
        layer.layer.carbon_percent = known.map(|found| found.carbon.percent());
        layer.layer.carbon_method = known.map(|found| found.method);
        layer.carbon = Some(calibrated);
    }
}

/// The line in words: its equation with its errors, and what they mean for a mean.
pub fn told(line: &TyurinCalibration) -> Message {
    Message::new("cli-soil-calibration")
        .with("intercept", line.intercept_percent)
        .with("intercept_se", line.intercept_se_percent())
        .with("slope", line.slope)
        .with("slope_se", line.slope_se())
        .with("residual", line.residual_sd_percent)
        .with("lowest", line.range_percent.0)
        .with("highest", line.range_percent.1)
        .with("n", line.n)
}

/// The same for programs.
pub fn json(line: &TyurinCalibration) -> serde_json::Value {
    serde_json::json!({
        "n": line.n, "intercept_percent": line.intercept_percent,
        "intercept_se_percent": line.intercept_se_percent(), "slope": line.slope, "slope_se": line.slope_se(),
        "residual_sd_percent": line.residual_sd_percent,
        "range_percent": [line.range_percent.0, line.range_percent.1],
    })
}
