//! What do the numbers in a Trends.Earth raster mean in three levels?
//!
//! Unlike there, a code outside its range is missing: Trends.Earth hands such codes on as they are, so that a trajectory
//! of 4 or a carbon change of −102 % would reach the map as a class of its own.

use super::ChangeClass;

/// The class of a trajectory significance −3 to 3: from ±2 ("95 %") on it counts.
///
/// ```
/// use aimak_science::degradation::{ChangeClass, recode};
/// assert_eq!(recode::trajectory(-2), Some(ChangeClass::Degraded));
/// assert_eq!(recode::trajectory(-32768), None);
/// ```
pub const fn trajectory(significance: i16) -> Option<ChangeClass> {
    match significance {
        -3..=-2 => Some(ChangeClass::Degraded),
        -1..=1 => Some(ChangeClass::Stable),
        2..=3 => Some(ChangeClass::Improved),
        _ => None,
    }
}

/// The class of a change between decile classes 1 to 10: from ±2 on it counts.
///
/// ```
/// use aimak_science::degradation::{ChangeClass, recode};
/// assert_eq!(recode::state(-4), Some(ChangeClass::Degraded));
/// assert_eq!(recode::state(-11), None);
/// ```
pub const fn state(decile_steps: i16) -> Option<ChangeClass> {
    match decile_steps {
        -10..=-2 => Some(ChangeClass::Degraded),
        -1..=1 => Some(ChangeClass::Stable),
        2..=10 => Some(ChangeClass::Improved),
        _ => None,
    }
}

/// The class of a carbon change in whole per cent: from ±10 on it counts.
///
/// −101 is accepted as Trends.Earth does (rounding slack); less cannot be lost.
///
/// ```
/// use aimak_science::degradation::{ChangeClass, recode};
/// assert_eq!(recode::soil_carbon(10), Some(ChangeClass::Improved));
/// assert_eq!(recode::soil_carbon(-102), None);
/// ```
pub const fn soil_carbon(change_percent: i16) -> Option<ChangeClass> {
    match change_percent {
        -101..=-10 => Some(ChangeClass::Degraded),
        -9..=9 => Some(ChangeClass::Stable),
        10..=i16::MAX => Some(ChangeClass::Improved),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_trends_earth_and_stray_codes_are_missing() {
        let table = include_str!("../../tests/oracle/te_recode.csv");
        let mut compared = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let (code, expected): (i16, i16) =
                (cells[1].parse().unwrap(), cells[2].parse().unwrap());
            let found = match cells[0] {
                "traj" => trajectory(code),
                "state" => state(code),
                _ => soil_carbon(code),
            };
            let sign = i8::try_from(expected).ok();
            assert_eq!(found, sign.and_then(ChangeClass::from_sign), "{line}");
            compared += 1;
        }
        assert_eq!(compared, 34);
    }
}
