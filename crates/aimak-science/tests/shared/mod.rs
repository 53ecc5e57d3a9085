//! The folder beside the repository, with data and reference tables that are read and never committed.

use std::path::{Path, PathBuf};

/// A file or folder of it, from the repository or a worktree of it; its absence is loud, and with `AIMAK_REQUIRE_SHARED=1` a failure.
pub fn shared(part: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let found = ["../shared", "../../shared"]
        .into_iter()
        .map(|beside| root.join(beside).join(part))
        .find(|path| path.exists());
    let required = std::env::var("AIMAK_REQUIRE_SHARED").is_ok_and(|value| value == "1");
    assert!(
        found.is_some() || !required,
        "AIMAK_REQUIRE_SHARED=1, and ../shared/{part} is missing"
    );
    if found.is_none() {
        #[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
        {
            eprintln!("SKIPPED: ../shared/{part} is missing; this test compared nothing");
        }
    }
    found
}
