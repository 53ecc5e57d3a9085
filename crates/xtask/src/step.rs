//! Running one command after another, each shown before it runs.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The words of a failure.
pub type Done<T = ()> = Result<T, String>;

/// Speaks to the person.
#[expect(clippy::print_stderr, reason = "this is the one place that speaks")]
pub fn say(words: &str) {
    eprint!("{words}");
}

/// The top of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("invariant: crates/xtask lies two folders below the top")
        .to_owned()
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Shows and runs `command`; a failure names it.
///
/// # Errors
/// Where the command cannot be started or does not end well.
pub fn run(command: &mut Command) -> Done {
    let shown = shown(command);
    say(&format!("\n$ {shown}\n"));
    let status = command
        .status()
        .map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{shown}` ended with {status}"))
    }
}

/// True where `command` runs and ends well; says nothing.
pub fn works(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// What `command` prints, if it runs and ends well.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
