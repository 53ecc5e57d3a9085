//! Dissimilarities of all pairs as a square table.

use aimak_io::{
    problem::Problem,
    zonal::{Cells, Rows},
};
use rayon::prelude::*;

use super::found::Found;
use crate::args;

/// Writes the matrix, where it is asked for: a row and a column for each of what is compared.
///
/// # Errors
/// Where the disk refuses.
pub fn write(args: &args::Diversity, found: &Found) -> Result<(), Problem> {
    let Some(path) = &args.matrix else {
        return Ok(());
    };
    let matrix = found.dissimilarities(args.measure);
    let ids: Vec<String> = found
        .assemblages()
        .iter()
        .map(|assemblage| assemblage.id.clone())
        .collect();
    let column = |(other, id): (usize, &String)| {
        let values = (0..ids.len()).map(|one| matrix.between(one, other));
        (id.clone(), Cells::Numbers(values.collect()))
    };
    let columns = ids.par_iter().enumerate().map(column).collect();
    let rows = Rows {
        field: args.by.clone(),
        ids,
        columns,
    };
    aimak_io::zonal::write_rows(path, &rows)
}
