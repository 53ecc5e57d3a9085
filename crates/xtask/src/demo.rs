//! `cargo xtask demo`: from a bare machine to an atlas one can open.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{
    packages,
    step::{self, Done},
};

/// Builds in release, generates the demo region, analyses it, publishes its atlas, tells where it lies.
///
/// # Errors
/// The first step that fails, named.
pub fn demo(args: &[&str]) -> Done {
    let (out, serve) = options(args)?;
    packages::ensure(packages::BUILD)?;
    step::run(step::cargo().args(["build", "--release", "--locked", "--bin", "aimak"]))?;
    let aimak = binary("release");
    let site = publish(&aimak, &out)?;
    let index = site.join("index.html");
    step::say(&format!(
        "\nThe demo atlas is ready: {}\n\
         Open that file in any browser (it needs no server and no network), or see it served:\n    {} serve {}\n",
        index.display(),
        aimak.display(),
        site.display(),
    ));
    if serve {
        step::run(Command::new(&aimak).arg("serve").arg(&site))
    } else {
        Ok(())
    }
}

/// `--serve` and `--out DIR`.
fn options(args: &[&str]) -> Done<(PathBuf, bool)> {
    let (mut out, mut serve) = (step::root().join("demo"), false);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match *arg {
            "--serve" => serve = true,
            "--out" => out = PathBuf::from(args.next().ok_or("--out needs a folder")?),
            other => return Err(format!("unknown option {other}; known: --serve, --out DIR")),
        }
    }
    Ok((out, serve))
}

/// The built program of a profile.
pub fn binary(profile: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| step::root().join("target"), PathBuf::from);
    target
        .join(profile)
        .join(format!("aimak{}", std::env::consts::EXE_SUFFIX))
}

/// Demo region, release and site below `out`; returns the site.
///
/// # Errors
/// The first command that fails.
pub fn publish(aimak: &Path, out: &Path) -> Done<PathBuf> {
    let [region, release, site] = ["region", "release", "site"].map(|name| out.join(name));
    step::run(Command::new(aimak).arg("demo").arg("--out").arg(&region))?;
    let project = region.join("monitoring.toml");
    step::run(
        Command::new(aimak)
            .arg("run")
            .arg(project)
            .arg("--out")
            .arg(&release),
    )?;
    step::run(
        Command::new(aimak)
            .arg("atlas")
            .arg(&release)
            .arg("--out")
            .arg(&site),
    )?;
    Ok(site)
}
