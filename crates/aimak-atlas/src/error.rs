//! What can go wrong while publishing?

use std::path::{Path, PathBuf};

use aimak_core::Message;

/// Why no site was written. The last good one is untouched.
#[derive(Debug, thiserror::Error)]
pub enum AtlasError {
    /// A file of the release cannot be read.
    #[error("{path} cannot be read: {cause}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file of the site cannot be written.
    #[error("{path} cannot be written: {cause}")]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file of the release does not hold what it should.
    #[error("{path} is damaged: {cause}")]
    Parse {
        /// The file.
        path: PathBuf,
        /// What the parser said.
        cause: serde_json::Error,
    },
    /// A picture of the release cannot be read.
    #[error("{path} is damaged: {cause}")]
    Picture {
        /// The file.
        path: PathBuf,
        /// What the decoder said.
        cause: String,
    },
    /// The release follows another contract.
    #[error("the release follows {found}, expected {expected}")]
    Schema {
        /// Contract of the release.
        found: String,
        /// Contract of this program.
        expected: &'static str,
    },
    /// A file changed since the release was made.
    #[error("{path} has SHA-256 {found}, expected {expected}")]
    Digest {
        /// The file.
        path: PathBuf,
        /// SHA-256 of what lies there.
        found: String,
        /// SHA-256 in `release.json`.
        expected: String,
    },
    /// The release names a file outside its folder.
    #[error("the release names a file outside its folder: {path}")]
    OutsideRelease {
        /// The path as written.
        path: String,
    },
    /// The folder to publish to holds something else.
    #[error("{path} is not empty and is no atlas")]
    NotASite {
        /// The folder.
        path: PathBuf,
    },
    /// The release has no such aimak.
    #[error("the release has no aimak {code}")]
    UnknownAimak {
        /// The code asked for.
        code: String,
    },
    /// Interrupted.
    #[error("interrupted")]
    Cancelled,
}

impl AtlasError {
    /// The error in words of the catalogue.
    pub fn message(&self) -> Message {
        let path = |path: &Path| path.display().to_string();
        match self {
            Self::Read { path: file, cause } => Message::new("atlas-error-read")
                .with("path", path(file))
                .with("cause", cause.to_string()),
            Self::Write { path: file, cause } => Message::new("atlas-error-write")
                .with("path", path(file))
                .with("cause", cause.to_string()),
            Self::Parse { path: file, cause } => Message::new("atlas-error-parse")
                .with("path", path(file))
                .with("cause", cause.to_string()),
            Self::Picture { path: file, cause } => Message::new("atlas-error-parse")
                .with("path", path(file))
                .with("cause", cause.as_str()),
            Self::Schema { found, expected } => Message::new("atlas-error-schema")
                .with("found", found.as_str())
                .with("expected", *expected),
            Self::Digest {
                path: file,
                found,
                expected,
            } => Message::new("atlas-error-digest")
                .with("path", path(file))
                .with("found", found.as_str())
                .with("expected", expected.as_str()),
            Self::OutsideRelease { path } => {
                Message::new("atlas-error-path").with("path", path.as_str())
            }
            Self::NotASite { path: folder } => {
                Message::new("atlas-error-not-a-site").with("path", path(folder))
            }
            Self::UnknownAimak { code } => {
                Message::new("atlas-error-unknown-aimak").with("code", code.as_str())
            }
            Self::Cancelled => Message::new("atlas-error-cancelled"),
        }
    }
}
