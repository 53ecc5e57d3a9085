//! The `aimak` command: one screen per command, every word through the text catalogue.

mod args;
mod atlas;
mod check;
mod composite;
mod crs;
mod dates;
mod degradation;
mod dem;
mod demo;
mod digests;
mod diversity;
mod effect;
mod erosion;
mod explain;
mod indicators;
mod init;
mod landscape;
mod occurrences;
mod plan;
mod plan_sampling;
mod problems;
mod productivity;
mod progress;
mod rotation;
mod run;
mod schema;
mod serve;
mod soil;
mod soil_tier1;
mod stack;
mod stop;
mod strips;
mod survey;
mod template;
mod terrain;
mod texts;
mod trend;
mod usage;
mod voice;
mod wind;
mod withdraw;
mod zonal;

use std::process::ExitCode;

use aimak_core::Lang;
use args::Command;
use voice::Voice;

/// How a command can end other than well.
#[derive(Debug)]
pub enum Failure {
    /// Problems were found and have been reported: exit 1.
    Problems,
    /// The user interrupted: nothing was written, exit 130.
    Interrupted,
    /// Something else went wrong, in words: exit 1.
    Said(String),
}

/// What a command returns.
pub type Outcome = Result<(), Failure>;

fn main() -> ExitCode {
    let voice = Voice::from_environment();
    let Some(cli) = args::parse(&voice) else {
        return ExitCode::from(2);
    };
    let voice = voice.with(cli.global.lang, cli.global.quiet, cli.global.json);
    start_log(cli.global.quiet);
    if let Some(threads) = cli.global.threads
        && let Err(error) = rayon::ThreadPoolBuilder::new()
            .num_threads(threads.get())
            .build_global()
    {
        voice.error(&error.to_string());
        return ExitCode::FAILURE;
    }
    match dispatch(&voice, cli.global.lang, cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Problems) => ExitCode::FAILURE,
        Err(Failure::Interrupted) => {
            voice.error(&voice.text("cli-interrupted"));
            ExitCode::from(130)
        }
        Err(Failure::Said(words)) => {
            voice.error(&words);
            ExitCode::FAILURE
        }
    }
}

/// Hands the command its screen; `lang` is the language asked for, if any was.
fn dispatch(voice: &Voice, lang: Option<Lang>, command: Command) -> Outcome {
    match command {
        Command::Check(args) => check::check(voice, &args),
        Command::Run(args) => run::run(voice, &args),
        Command::Atlas(args) => atlas::atlas(voice, lang, &args),
        Command::Serve(args) => serve::serve(voice, &args),
        Command::Demo(args) => demo::demo(voice, &args),
        Command::Indicators(args) => indicators::indicators(voice, &args),
        Command::Explain(args) => explain::explain(voice, &args),
        Command::Zonal(args) => zonal::zonal(voice, &args),
        Command::Trend(args) => trend::trend(voice, &args),
        Command::Composite(args) => composite::composite(voice, &args),
        Command::Productivity(args) => productivity::productivity(voice, &args),
        Command::Degradation(args) => degradation::degradation(voice, &args),
        Command::Landscape(args) => landscape::landscape(voice, &args),
        Command::Diversity(args) => diversity::diversity(voice, &args),
        Command::Occurrences(args) => occurrences::occurrences_command(voice, &args),
        Command::Soil(args) => soil::soil(voice, &args),
        Command::SoilTier1(args) => soil_tier1::soil_tier1(voice, &args),
        Command::Rotation(args) => rotation::rotation(voice, &args),
        Command::Survey(args) => survey::survey(voice, &args),
        Command::Effect(args) => effect::effect(voice, &args),
        Command::Erosion(args) => erosion::erosion(voice, &args),
        Command::Wind(args) => wind::wind(voice, &args),
        Command::Withdraw(args) => withdraw::withdraw(voice, &args),
        Command::Terrain(args) => terrain::terrain(voice, &args),
        Command::Init(args) => init::init(voice, &args),
        Command::Template(args) => template::template(voice, &args),
        Command::Plan(args) => plan::plan(voice, &args),
        Command::PlanSampling(args) => plan_sampling::plan_sampling(voice, &args),
        Command::Schema => schema::schema(voice),
        Command::Texts(_) => {
            texts::texts(voice);
            Ok(())
        }
    }
}

/// Developers' tracing, silent unless `AIMAK_LOG` asks for it.
fn start_log(quiet: bool) {
    let filter = std::env::var("AIMAK_LOG")
        .unwrap_or_else(|_| if quiet { "off" } else { "error" }.to_owned());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .without_time()
        .init();
}
