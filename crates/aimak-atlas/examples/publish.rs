//! Publishes a release folder without the engine: the quick way to look at a page one is working on.
//!
//! ```sh
//! cargo run -p aimak-atlas --example publish -- RELEASE SITE
//! cargo run -p aimak-atlas --example publish -- RELEASE FOLDER --usb
//! cargo run -p aimak-atlas --example publish -- RELEASE FILE.html --single-file CODE
//! ```

#![expect(clippy::print_stderr, reason = "a program of one screen")]

use std::{path::Path, process::ExitCode};

use aimak_atlas::{AtlasError, Which, publish, publish_stick, single_files};
use aimak_core::{AimakCode, Silent};

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    match run(&given) {
        Some(Ok(told)) => {
            eprintln!("{told}");
            ExitCode::SUCCESS
        }
        Some(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        None => {
            eprintln!("publish RELEASE OUT [--usb | --single-file CODE|all]");
            ExitCode::from(2)
        }
    }
}

/// What was written, in words for a developer.
fn run(given: &[&str]) -> Option<Result<String, AtlasError>> {
    Some(match *given {
        [release, site] => publish(Path::new(release), Path::new(site), &Silent)
            .map(|summary| format!("{summary:?}")),
        [release, folder, "--usb"] => publish_stick(Path::new(release), Path::new(folder), &Silent)
            .map(|carried| format!("{carried:?}")),
        [release, out, "--single-file", code] => {
            let which = if code == "all" {
                Which::All
            } else {
                Which::One(AimakCode(code.to_owned()))
            };
            single_files(Path::new(release), &which, None, Path::new(out), &Silent)
                .map(|files| format!("{files:#?}"))
        }
        _ => return None,
    })
}
