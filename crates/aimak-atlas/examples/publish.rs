//! Publishes a release folder without the engine: the quick way to look at a page one is working on.
//!
//! ```sh
//! cargo run -p aimak-atlas --example publish -- RELEASE SITE
//! ```

#![expect(clippy::print_stderr, reason = "a program of one screen")]

use std::{path::PathBuf, process::ExitCode};

use aimak_core::Silent;

fn main() -> ExitCode {
    let mut folders = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(release), Some(site)) = (folders.next(), folders.next()) else {
        eprintln!("publish RELEASE SITE");
        return ExitCode::from(2);
    };
    match aimak_atlas::publish(&release, &site, &Silent) {
        Ok(summary) => {
            eprintln!(
                "{} pages, {} files, {} bytes",
                summary.pages, summary.files, summary.bytes
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
