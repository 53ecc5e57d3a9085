//! Maps in memory, handed over strip by strip.

use aimak_core::{Message, Progress as _, Window};

use crate::{progress::Bars, stop::Stop};

/// Hands windows of whole rows, of at most `cells` cells unless one row holds more, to `write` from top to bottom.
///
/// # Errors
/// What `write` says, or that the person asked to stop.
pub fn write(
    (height, width): (usize, usize),
    cells: usize,
    bars: &Bars<'_>,
    write: impl Fn(Window) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let rows = (cells / width.max(1)).max(1);
    let starts = (0..height).step_by(rows);
    bars.begin(Message::new("stage-maps"), starts.len());
    for row in starts {
        if bars.cancelled() {
            return Err(Stop::Interrupted);
        }
        write(Window {
            col: 0,
            row,
            width,
            height: rows.min(height - row),
        })?;
        bars.advance(1);
    }
    bars.finish();
    Ok(())
}
