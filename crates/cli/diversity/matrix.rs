//! Dissimilarities of all pairs as a square table.

use aimak_io::problem::Problem;

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
    let assemblages = found.assemblages();
    let ids: Vec<String> = assemblages.iter().map(|of| of.id.clone()).collect();
    let between = |one, other| matrix.between(one, other);
    aimak_io::zonal::write_square(path, &args.by, &ids, between)
}
