//! What must be installed, and how is it called on this system?

use std::process::Command;

use crate::step::{self, Done};

/// One thing we need from the system.
pub struct Need {
    /// How to see that it is there.
    present: fn() -> bool,
    /// Its packages on Debian and Ubuntu.
    apt: &'static [&'static str],
    /// Its packages on Fedora.
    dnf: &'static [&'static str],
    /// Its packages on Arch.
    pacman: &'static [&'static str],
    /// Its formulae for Homebrew.
    brew: &'static [&'static str],
}

/// GDAL and PROJ with headers, found through pkg-config: enough to build and run.
pub const BUILD: &[Need] = &[
    Need {
        present: || step::works(Command::new("pkg-config").arg("--version")),
        apt: &["pkg-config"],
        dnf: &["pkgconf-pkg-config"],
        pacman: &["pkgconf"],
        brew: &["pkgconf"],
    },
    Need {
        present: || step::works(Command::new("pkg-config").args(["--exists", "gdal"])),
        apt: &["libgdal-dev"],
        dnf: &["gdal-devel"],
        pacman: &["gdal"],
        brew: &["gdal"],
    },
    Need {
        present: || step::works(Command::new("pkg-config").args(["--exists", "proj"])),
        apt: &["libproj-dev", "proj-data"],
        dnf: &["proj-devel"],
        pacman: &["proj"],
        brew: &["proj"],
    },
];

/// Both browsers, and Node with npm: for the browser tests only.
pub const BROWSER: &[Need] = &[
    Need {
        present: || chromium().is_some(),
        apt: &["chromium"],
        dnf: &["chromium"],
        pacman: &["chromium"],
        brew: &["--cask", "chromium"],
    },
    Need {
        present: || firefox().is_some(),
        apt: &["firefox-esr"],
        dnf: &["firefox"],
        pacman: &["firefox"],
        brew: &["--cask", "firefox"],
    },
    Need {
        present: || step::works(Command::new("npm").arg("--version")),
        apt: &["nodejs", "npm"],
        dnf: &["nodejs", "npm"],
        pacman: &["nodejs", "npm"],
        brew: &["node"],
    },
];

/// Chromium, wherever this system keeps it; `CHROMIUM` overrules.
pub fn chromium() -> Option<String> {
    found(
        "CHROMIUM",
        &[
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ],
    )
}

/// Firefox, wherever this system keeps it; `FIREFOX` overrules.
pub fn firefox() -> Option<String> {
    found(
        "FIREFOX",
        &[
            "/usr/bin/firefox-esr",
            "/usr/bin/firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
        ],
    )
}

/// The first path that exists, the one named by `variable` before all others.
fn found(variable: &str, usual: &[&str]) -> Option<String> {
    let named = std::env::var(variable).ok();
    named
        .into_iter()
        .chain(usual.iter().map(|&path| path.to_owned()))
        .find(|path| !path.is_empty() && std::path::Path::new(path).exists())
}

/// Installs what is missing on Debian and Ubuntu; elsewhere prints the exact command and stops.
///
/// # Errors
/// Where something is missing and could not be installed.
pub fn ensure(needs: &[Need]) -> Done {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.present)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if step::works(Command::new("apt-get").arg("--version")) {
        apt(&missing)?;
    } else {
        return Err(by_hand(&missing));
    }
    if missing.iter().all(|need| (need.present)()) {
        return Ok(());
    }
    Err("the packages are installed, and still something is not found; is PKG_CONFIG_PATH set to another place?".into())
}

/// Installs through apt, as root or with sudo, the exact list shown first.
fn apt(missing: &[&Need]) -> Done {
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.apt).copied().collect();
    step::say(&format!(
        "Missing on this machine, installing through apt: {}\n",
        packages.join(" ")
    ));
    step::run(as_root()?.args(["apt-get", "-o", "DPkg::Lock::Timeout=300", "-q", "update"]))?;
    step::run(
        as_root()?
            .args([
                "apt-get",
                "-o",
                "DPkg::Lock::Timeout=300",
                "-q",
                "install",
                "-y",
                "--no-install-recommends",
            ])
            .args(packages),
    )
}

/// `env` for root, `sudo -n env` for others: either way no question is asked.
fn as_root() -> Done<Command> {
    let root = step::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = if root {
        Command::new("env")
    } else if step::works(Command::new("sudo").args(["-n", "true"])) {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "env"]);
        sudo
    } else {
        return Err("packages are missing, and neither root nor sudo without a password is at hand; run the apt-get line \
                    above as root, then this command again"
            .into());
    };
    command.arg("DEBIAN_FRONTEND=noninteractive");
    Ok(command)
}

/// The command a person has to type on a system we do not install on.
fn by_hand(missing: &[&Need]) -> String {
    let list = |of: fn(&Need) -> &'static [&'static str]| {
        missing
            .iter()
            .flat_map(|need| of(need))
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let here = |program: &str| step::works(Command::new(program).arg("--version"));
    let command = if here("dnf") {
        format!("sudo dnf install {}", list(|need| need.dnf))
    } else if here("pacman") {
        format!("sudo pacman -S --needed {}", list(|need| need.pacman))
    } else if here("brew") {
        format!("brew install {}", list(|need| need.brew))
    } else {
        format!(
            "install GDAL and PROJ with their headers (on Debian: apt-get install {})",
            list(|need| need.apt)
        )
    };
    format!(
        "something is missing on this system. Run\n\n    {command}\n\nand then this command again."
    )
}
