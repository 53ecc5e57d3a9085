//! Can the number be what it says it is?

use aimak_core::{Message, Reason, Withheld};

/// Refuses a value outside its physical range.
pub(crate) fn in_range(
    field: &str,
    number: f64,
    lowest: f64,
    highest: f64,
) -> Result<(), Withheld> {
    if (lowest..=highest).contains(&number) {
        return Ok(());
    }
    let detail = Message::new("detail-out-of-range")
        .with("field", field)
        .with("found", number);
    Err(Withheld::because(Reason::OutOfRange)
        .with(detail.with("lowest", lowest).with("highest", highest)))
}
