//! `cargo xtask test`: everything CI checks, in the order in which it fails fastest.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    demo, node, packages,
    step::{self, Done},
};

/// Formatting, clippy, tests, doctests, the browser side.
///
/// # Errors
/// The first step that fails, named.
pub fn test() -> Done {
    step::run(step::cargo().args(["fmt", "--all", "--check"]))?;
    packages::ensure(packages::BUILD)?;
    packages::ensure(packages::BROWSER)?;
    let clippy = [
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    step::run(step::cargo().args(clippy))?;
    step::run(step::cargo().args(["test", "--locked", "--workspace"]))?;
    browser()
}

/// The bundle is what its sources say, and the published demo works in real browsers.
fn browser() -> Done {
    let path = node::path()?;
    node::packages(&path)?;
    step::run(node::npm(&path).args(["run", "check"]))?;
    step::run(node::npm(&path).args(["run", "compare"]))?;
    // of the workspace, as the tests were: built alone it would have other features, and everything below it would be compiled anew
    let binary = ["build", "--locked", "--workspace", "--bin", "aimak"];
    step::run(step::cargo().args(binary))?;
    let out = step::root().join("target/browser-demo");
    let aimak = demo::binary("debug");
    let site = demo::publish(&aimak, &out)?;
    let (stick, single) = carried(&aimak, &out)?;
    let chromium = packages::chromium().ok_or("no Chromium found; set CHROMIUM to its path")?;
    let firefox = packages::firefox().ok_or("no Firefox found; set FIREFOX to its path")?;
    step::run(
        node::npm(&path)
            .args(["test"])
            .env("AIMAK_SITE", site)
            .env("AIMAK_STICK", stick)
            .env("AIMAK_SINGLE", single)
            .env("CHROMIUM", chromium)
            .env("FIREFOX", firefox),
    )
}

/// The demo as a stick and as single files; the folders of both.
fn carried(aimak: &Path, out: &Path) -> Done<(PathBuf, PathBuf)> {
    let [release, sticks, single] = ["release", "sticks", "single"].map(|name| out.join(name));
    let atlas = || {
        let mut command = Command::new(aimak);
        command.arg("atlas").arg(&release);
        command
    };
    step::run(atlas().arg("--out").arg(&sticks).arg("--usb"))?;
    let one = single.join("one.html");
    step::run(
        atlas()
            .arg("--out")
            .arg(one)
            .args(["--single-file", "DEMO-01"]),
    )?;
    let entry = |cause: std::io::Error| format!("{}: {cause}", sticks.display());
    let mut stick = std::fs::read_dir(&sticks).map_err(entry)?;
    let stick = stick.next().ok_or("no stick was written")?.map_err(entry)?;
    Ok((stick.path(), single))
}
