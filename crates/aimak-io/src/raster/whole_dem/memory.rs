//! Does a DEM fit into memory?

use aimak_core::Grid;

use super::metres::Target;
use crate::problem::Problem;

/// A height and whether it is known.
const HEIGHT_BYTES: usize = 5;
/// Cells are numbered in 32 bits.
const MOST_CELLS: usize = u32::MAX as usize / 2;
const GIGABYTE: f64 = 1e9;

/// Refuses a DEM that would not fit: the files' grid and the one they are projected to are in memory together for a while.
pub(super) fn fits(
    grid: &Grid,
    target: Option<&Target>,
    bytes_per_cell: usize,
    name: &str,
) -> Result<(), Problem> {
    within(available_bytes(), grid, target, bytes_per_cell, name)
}

pub(super) fn within(
    available: Option<usize>,
    grid: &Grid,
    target: Option<&Target>,
    bytes_per_cell: usize,
    name: &str,
) -> Result<(), Problem> {
    let cells = |grid: &Grid| grid.width.saturating_mul(grid.height);
    let own = cells(grid);
    let last = target.map_or(own, |target| cells(&target.grid));
    let both = own.saturating_add(last).saturating_mul(HEIGHT_BYTES);
    let needed = last
        .saturating_mul(bytes_per_cell.max(HEIGHT_BYTES))
        .max(if target.is_some() { both } else { 0 });
    let too_many = own.max(last) > MOST_CELLS;
    if !too_many && available.is_none_or(|available| needed <= available) {
        return Ok(());
    }
    let gigabytes = |bytes: usize| format!("{:.1}", bytes as f64 / GIGABYTE);
    let mut found = format!(
        "{} × {} → {} GB",
        grid.width,
        grid.height,
        gigabytes(needed)
    );
    if let Some(available) = available {
        found = format!("{found} > {} GB", gigabytes(available));
    }
    Err(Problem::error("dem-too-large", name).found(found))
}

/// Memory that can be had without swapping, of the machine and of the control group; `None` where the system does not tell.
fn available_bytes() -> Option<usize> {
    let machine = std::fs::read_to_string("/proc/meminfo").ok();
    let machine = machine.as_deref().and_then(machine_bytes);
    let number =
        |path: &str| -> Option<usize> { std::fs::read_to_string(path).ok()?.trim().parse().ok() };
    let group = number("/sys/fs/cgroup/memory.max")
        .zip(number("/sys/fs/cgroup/memory.current"))
        .map(|(most, used)| most.saturating_sub(used));
    machine.into_iter().chain(group).min()
}

/// The line `MemAvailable:   12345 kB`.
fn machine_bytes(meminfo: &str) -> Option<usize> {
    let line = meminfo
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kilobytes: usize = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kilobytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(side: usize) -> Grid {
        Grid {
            width: side,
            height: side,
            left: 0.0,
            top: 0.0,
            dx: 30.0,
            dy: 30.0,
            crs: "EPSG:32643".to_owned(),
            geographic: false,
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_with_figures() {
        let thousand = grid(1000);
        assert_eq!(within(Some(40_000_000), &thousand, None, 40, "d"), Ok(()));
        let refused = within(Some(39_999_999), &thousand, None, 40, "d").unwrap_err();
        assert_eq!(refused.found, "1000 × 1000 → 0.0 GB > 0.0 GB");
        assert_eq!(within(None, &thousand, None, 40, "d"), Ok(()));
        let endless = within(None, &grid(50_000), None, 40, "d").unwrap_err();
        assert_eq!(endless.found, "50000 × 50000 → 100.0 GB");
    }

    /// The files' heights and the projected ones are in memory together.
    #[test]
    fn projecting_needs_both_grids() {
        let target = Target {
            grid: grid(1000),
            own_cell_m: [30.0, 30.0],
        };
        let needed = |available| within(Some(available), &grid(2000), Some(&target), 5, "d");
        assert_eq!(needed(25_000_000), Ok(()));
        assert!(needed(24_999_999).is_err());
    }

    #[test]
    fn the_system_is_understood() {
        let text = "MemTotal: 1 kB\nMemAvailable:   16 kB\n";
        assert_eq!(machine_bytes(text), Some(16_384));
        assert_eq!(machine_bytes("MemTotal: 1 kB"), None);
    }
}
