//! The DEM of a command: read, told about, and its closed basins.

use aimak_core::{Message, RasterFault};
use aimak_io::{
    problem::Problem,
    raster::{
        project,
        whole_dem::{self, DemOrder, WholeDem},
    },
    zonal::Polygons,
};
use aimak_science::zonal::centres::centre_cells;
use ndarray::Array2;

use crate::{Failure, args, problems, progress::Bars, voice::Voice};

/// A DEM with its closed basins.
pub struct Dem {
    /// Heights and where they are.
    pub whole: WholeDem,
    /// Cells in closed basins, where any were declared.
    pub sinks: Option<Array2<bool>>,
}

/// Reads a DEM and its sinks; tells how it came about.
///
/// # Errors
/// Every problem of all files, told.
pub fn read(
    voice: &Voice,
    bars: &Bars<'_>,
    args: &args::DemFiles,
    bytes_per_cell: usize,
) -> Result<Dem, Failure> {
    let mut found = Vec::new();
    let polygons = args.sinks.as_deref().map(|path| {
        let read = aimak_io::zonal::polygons(path, None, None, false);
        read.map_err(|problems| found.extend(problems))
    });
    let order = DemOrder {
        names: &args.files,
        crs: args.crs.as_deref(),
        bytes_per_cell,
    };
    let whole = whole_dem::read(order, bars).map_err(|problems| found.extend(problems));
    bars.finish();
    let (Ok(whole), true) = (whole, found.is_empty()) else {
        return Err(problems::report(voice, &found));
    };
    let whole = whole.ok_or(Failure::Interrupted)?;
    bars.checkpoint()?;
    say(voice, &whole);
    let sinks = match polygons {
        Some(Ok((polygons, _))) => {
            let name = args.sinks.as_deref().map(|path| path.display().to_string());
            let name = name.unwrap_or_default();
            let sinks = cells(&polygons, &whole, &name)
                .map_err(|problem| problems::report(voice, &[problem]))?;
            Some(sinks)
        }
        _ => None,
    };
    Ok(Dem { whole, sinks })
}

fn say(voice: &Voice, whole: &WholeDem) {
    let grid = &whole.grid;
    if whole.files > 1 {
        let said = Message::new("cli-dem-mosaic").with("files", whole.files);
        voice.say(&said.with("shared", whole.shared_cells));
    }
    if let Some(projection) = &whole.projection {
        let [width, height] = projection.own_cell_m;
        voice.say(
            &Message::new("cli-dem-projected")
                .with("from", crate::crs::short(&projection.from))
                .with("to", crate::crs::short(&projection.to))
                .with("width", width)
                .with("height", height)
                .with("cell", projection.cell_m),
        );
    }
    voice.say(
        &Message::new("cli-dem-grid")
            .with("width", grid.width)
            .with("height", grid.height)
            .with("dx", grid.dx)
            .with("dy", grid.dy),
    );
}

/// Cells whose centre lies in a closed basin.
fn cells(polygons: &Polygons, whole: &WholeDem, name: &str) -> Result<Array2<bool>, Problem> {
    let grid = &whole.grid;
    let mut cells = Array2::from_elem((grid.height, grid.width), false);
    for shape in &polygons.shapes {
        let placed = project(shape, &polygons.crs, grid)
            .map_err(|cause| Problem::error("terrain-sinks", name).found(cause))?;
        cells.zip_mut_with(
            &centre_cells(grid, &placed, grid.whole()),
            |cell, inside| {
                *cell |= inside;
            },
        );
    }
    if cells.iter().any(|&cell| cell) {
        Ok(cells)
    } else {
        Err(Problem::error("terrain-sinks", name).found("0"))
    }
}

/// How the DEM came about, for the description beside maps.
pub fn about(args: &args::DemFiles, dem: &Dem) -> serde_json::Value {
    let whole = &dem.whole;
    let projection = whole.projection.as_ref().map(|projection| {
        serde_json::json!({
            "from": projection.from,
            "to": projection.to,
            "own_cell_m": projection.own_cell_m,
            "cell_m": projection.cell_m,
            "method": "bilinear between the four cells around a centre",
        })
    });
    serde_json::json!({
        "files": args.files,
        "cells_of_several_files": whole.shared_cells,
        "projection": projection,
        "grid": whole.grid,
        "closed_basins": args.sinks,
        "cells_in_closed_basins": dem.sinks.as_ref().map(|sinks| sinks.iter().filter(|&&sink| sink).count()),
    })
}

/// Blocks of a DEM that could not be read, as problems.
pub fn unreadable(args: &args::DemFiles, faults: &[RasterFault]) -> Vec<Problem> {
    let name = args.files.first().map_or("", String::as_str);
    let problem = |fault: &RasterFault| Problem::error("dem-block", name).found(fault.to_string());
    faults.iter().map(problem).collect()
}
