//! The two commands of a newcomer, `cargo xtask demo` and `cargo xtask test`; `cargo xtask example` for who wants to see a real country, and
//! `cargo xtask simulate` for who doubts an interval.
//!
//! This program links nothing native and depends on no crate, so that it runs on a machine that has only Rust and a C
//! linker, and can then install, or name, the rest.

mod demo;
mod example;
mod node;
mod packages;
mod simulate;
mod step;
mod test;

use std::process::ExitCode;

/// What `cargo xtask` alone prints.
const HELP: &str = "\
cargo xtask demo [--serve] [--out DIR]   install what is missing, build, generate the demo region, analyse it, publish its atlas
cargo xtask example [--serve] [--shared DIR] [--out DIR] [--program FILE]
                                         publish an atlas of the rayons of Kyrgyzstan from open data beside the repository (../shared/data)
cargo xtask test                         install the rest, then formatting, clippy, all tests with doctests, browser tests
cargo xtask simulate --date DATE [--runs N]
                                         print size and power of the tests of `aimak effect` by simulation (Markdown; 4000 runs a setting)
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.split_first() {
        Some((&"demo", rest)) => demo::demo(rest),
        Some((&"example", rest)) => example::example(rest),
        Some((&"test", [])) => test::test(),
        Some((&"simulate", rest)) => simulate::simulate(rest),
        _ => {
            step::say(HELP);
            return if args.is_empty() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            step::say(&format!("\nxtask: {words}\n"));
            ExitCode::FAILURE
        }
    }
}
