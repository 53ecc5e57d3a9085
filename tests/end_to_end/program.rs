//! Runs the built program and keeps what it said.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// What one run printed and how it ended.
pub struct Said {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Said {
    /// The run, which must have ended well.
    pub fn good(self) -> Self {
        assert_eq!(self.code, 0, "{}\n{}", self.out, self.err);
        self
    }

    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

/// Runs `aimak` with `args`.
pub fn aimak(args: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_aimak"))
        .args(args)
        .env("AIMAK_LANG", "en")
        .output()
        .unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The release in a folder.
pub fn release(dir: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(dir.join("release.json")).unwrap()).unwrap()
}

/// The findings of one indicator in a release.
pub fn findings<'a>(release: &'a Value, indicator: &str) -> Vec<&'a Value> {
    release["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["indicator"] == indicator)
        .collect()
}

/// The top of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// True where the shared data lie beside the repository.
///
/// Without them the caller skips, loudly; with `AIMAK_REQUIRE_SHARED=1` (CI) their absence is a failure.
pub fn shared_data() -> bool {
    let there = root().join("../shared/data").is_dir();
    let required = std::env::var("AIMAK_REQUIRE_SHARED").is_ok_and(|value| value == "1");
    assert!(
        there || !required,
        "AIMAK_REQUIRE_SHARED=1, and ../shared/data is missing"
    );
    if !there {
        #[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
        {
            eprintln!("SKIPPED: ../shared/data is missing; this test ran on nothing");
        }
    }
    there
}

/// Every file below `dir`, with its path relative to it, sorted.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(dir).unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// A row of a table by column.
pub type Row = BTreeMap<String, String>;

/// Rows of a CSV table whose cells hold no commas.
pub fn table(path: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(|line| line.split(','));
    let header: Vec<_> = lines.next().unwrap().map(str::to_owned).collect();
    lines
        .map(|row| header.iter().cloned().zip(row.map(str::to_owned)).collect())
        .collect()
}
