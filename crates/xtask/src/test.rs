//! `cargo xtask test`: everything CI checks, in the order in which it fails fastest.

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

/// The bundle is what its sources say, and the published demo works in a real browser.
fn browser() -> Done {
    let path = node::path()?;
    node::packages(&path)?;
    step::run(node::npm(&path).args(["run", "check"]))?;
    step::run(node::npm(&path).args(["run", "compare"]))?;
    step::run(step::cargo().args(["build", "--locked", "--bin", "aimak"]))?;
    let out = step::root().join("target/browser-demo");
    let site = demo::publish(&demo::binary("debug"), &out)?;
    let chromium = packages::chromium().ok_or("no Chromium found; set CHROMIUM to its path")?;
    step::run(
        node::npm(&path)
            .args(["test"])
            .env("AIMAK_SITE", site)
            .env("CHROMIUM", chromium),
    )
}
