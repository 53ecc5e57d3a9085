//! `aimak schema`: the JSON Schema of the project file, for editors.

use crate::{Outcome, voice::Voice};

/// Prints the schema.
#[expect(clippy::unnecessary_wraps, reason = "every screen returns an outcome")]
pub fn schema(voice: &Voice) -> Outcome {
    voice.print_json(&aimak_io::project::schema());
    Ok(())
}
