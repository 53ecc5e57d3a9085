//! A Node that is new enough, and the locked packages of the browser side.

use std::{path::PathBuf, process::Command};

use crate::step::{self, Done};

/// The oldest Node the browser tools run on.
const NODE_MAJOR: u32 = 22;

/// The folder of the browser side.
pub fn web() -> PathBuf {
    step::root().join("atlas-web")
}

/// A `PATH` whose `node` is at least [`NODE_MAJOR`]; brings one through npm's `node` package where the system's is older.
///
/// # Errors
/// Where npm cannot install it.
pub fn path() -> Done<String> {
    let path = std::env::var("PATH").unwrap_or_default();
    if major(&path).is_some_and(|major| major >= NODE_MAJOR) {
        return Ok(path);
    }
    let home = step::root().join("target/node");
    let with_ours = format!("{}:{path}", home.join("node_modules/node/bin").display());
    if major(&with_ours).is_none_or(|major| major < NODE_MAJOR) {
        let package = format!("node@{NODE_MAJOR}");
        let mut npm = Command::new("npm");
        npm.args([
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--prefix",
        ])
        .arg(&home)
        .arg(package);
        step::run(&mut npm)?;
    }
    Ok(with_ours)
}

/// The major version of the `node` found on `path`.
fn major(path: &str) -> Option<u32> {
    let version = step::output(Command::new("node").arg("--version").env("PATH", path))?;
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Installs the locked packages unless they already match the lock file.
///
/// # Errors
/// Where `npm ci` fails.
pub fn packages(path: &str) -> Done {
    let (lock, stamp) = (
        web().join("package-lock.json"),
        web().join("node_modules/.aimak-lock"),
    );
    let same = std::fs::read(&lock)
        .ok()
        .is_some_and(|lock| std::fs::read(&stamp).is_ok_and(|stamp| stamp == lock));
    if same {
        return Ok(());
    }
    step::run(npm(path).args(["ci", "--no-audit", "--no-fund"]))?;
    std::fs::copy(lock, stamp)
        .map(drop)
        .map_err(|error| error.to_string())
}

/// `npm` in the browser side's folder.
pub fn npm(path: &str) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(web()).env("PATH", path);
    command
}
