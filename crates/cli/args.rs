//! What may stand on the command line. Its help texts come from the catalogue, not from here.

use std::{ffi::OsString, num::NonZeroUsize, path::PathBuf};

use aimak_core::Lang;
use aimak_science::trend::mann_kendall::MannKendall;
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::{usage, voice::Voice};

mod composite;
mod days;
mod productivity;

pub use composite::{Composite, EverySpan, Harmonise};
pub use productivity::Productivity;
mod degradation;
mod diversity;
mod effect;
mod erosion;
mod init;
mod landscape;
mod occurrences;
mod pairs;
mod plan;
mod plan_sampling;
mod rotation;
mod soil;
mod soil_tier1;
mod survey;
mod template;
mod terrain;
mod wind;
mod withdraw;
pub mod zones;

pub use degradation::Degradation;
pub use diversity::{Diversity, Measure, Target};
pub use effect::{Adjusting, Control, CountedFrom, Effect, WaterOf};
pub use erosion::{Curve, Erosion, Method};
pub use init::Init;
pub use landscape::Landscape;
pub use occurrences::Occurrences;
pub use pairs::Pairs;
pub use plan::{Plan, PlotsSeen};
pub use plan_sampling::PlanSampling;
pub use rotation::Rotation;
pub use soil::{HealthClasses, Soil};
pub use soil_tier1::SoilTier1;
pub use survey::Survey;
pub use template::Template;
pub use terrain::{DemFiles, Flow, Terrain};
pub use wind::Wind;
pub use withdraw::Withdraw;
pub use zones::Zones;

/// The whole command line.
#[derive(Parser)]
#[command(name = "aimak", version, disable_help_subcommand = true)]
pub struct Cli {
    /// Options every command knows.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// Options every command knows.
#[derive(Args)]
pub struct Global {
    /// Language of messages.
    #[arg(long, global = true, value_name = "ky|ru|en", value_parser = lang)]
    pub lang: Option<Lang>,
    /// Worker threads.
    #[arg(long, global = true, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// Only errors and results.
    #[arg(long, global = true)]
    pub quiet: bool,
    /// Results as JSON on standard output.
    #[arg(long, global = true)]
    pub json: bool,
}

/// One screen each.
#[derive(Subcommand)]
pub enum Command {
    /// Reads everything and reports every problem.
    Check(Check),
    /// Computes a release.
    Run(Run),
    /// Publishes a release as a static site.
    Atlas(Atlas),
    /// Shows a site on this computer.
    Serve(Serve),
    /// Writes the invented region with its project file.
    Demo(Demo),
    /// Lists the indicators or prints a card.
    Indicators(Indicators),
    /// Tells how a number came about.
    Explain(Explain),
    /// Figures of a raster by polygon.
    Zonal(Zonal),
    /// Trends of a series of images.
    Trend(Trend),
    /// A dated series out of satellite scenes.
    Composite(Composite),
    /// Annual productivity out of a dated series.
    Productivity(Productivity),
    /// Land degradation by SDG 15.3.1.
    Degradation(Degradation),
    /// Patterns of land cover, or how different pixels are.
    Landscape(Landscape),
    /// How many kinds, how evenly, how different.
    Diversity(Diversity),
    /// Records of species, and what they may be used for.
    Occurrences(Occurrences),
    /// Profiles of a laboratory sheet.
    Soil(Soil),
    /// Carbon by the default method of the IPCC.
    SoilTier1(SoilTier1),
    /// How varied the sequence of crops is.
    Rotation(Rotation),
    /// What people say, and whether it changed.
    Survey(Survey),
    /// Did the transition change it?
    Effect(Effect),
    /// How organic fields differ from those beside them.
    Pairs(Pairs),
    /// Soil that water carries off, and how much of it reaches a stream.
    Erosion(Erosion),
    /// Soil that wind carries off fields.
    Wind(Wind),
    /// Where water runs on a DEM.
    Terrain(Terrain),
    /// Takes an eco-passport out of everything published.
    Withdraw(Withdraw),
    /// A first project file out of the files themselves.
    Init(Init),
    /// Forms to fill in.
    Template(Template),
    /// What a design could show.
    Plan(Plan),
    /// How many plots it takes.
    PlanSampling(PlanSampling),
    /// Prints the JSON Schema of the project file.
    Schema,
    /// Texts that wait for a native editor.
    Texts(Texts),
}

/// `aimak check FILE`.
#[derive(Args)]
pub struct Check {
    /// The project file.
    pub file: PathBuf,
}

/// `aimak run FILE --out DIR`.
#[derive(Args)]
pub struct Run {
    /// The project file.
    pub file: PathBuf,
    /// Sites or releases published earlier.
    #[arg(long, value_name = "DIR")]
    pub earlier: Vec<PathBuf>,
    /// The release folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// `aimak atlas DIR --out SITE`.
#[derive(Args)]
pub struct Atlas {
    /// The release folder.
    pub release: PathBuf,
    /// The site to write; the folder for a stick; the single file.
    #[arg(long, value_name = "SITE")]
    pub out: PathBuf,
    /// A copy that opens by double-click.
    #[arg(long, conflicts_with = "single_file")]
    pub usb: bool,
    /// An aimak, or all, as one file each.
    #[arg(long, value_name = "CODE")]
    pub single_file: Option<String>,
}

/// `aimak serve SITE`.
#[derive(Args)]
pub struct Serve {
    /// The site folder.
    pub site: PathBuf,
    /// Port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

/// `aimak demo --out DIR`.
#[derive(Args)]
pub struct Demo {
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Another invented region.
    #[arg(long)]
    pub seed: Option<u64>,
}

/// `aimak indicators [ID]`.
#[derive(Args)]
pub struct Indicators {
    /// An indicator.
    pub id: Option<String>,
}

/// `aimak explain RELEASE AIMAK INDICATOR`.
#[derive(Args)]
pub struct Explain {
    /// The release folder.
    pub release: PathBuf,
    /// Code of the aimak, or `organic_aimaks` for all organic aimaks together.
    pub aimak: String,
    /// The indicator.
    pub indicator: String,
}

/// `aimak zonal --raster R --polygons P --id FIELD --stats ... --out OUT`.
#[derive(Args)]
pub struct Zonal {
    /// The raster: a file, an address, or a name GDAL knows.
    #[arg(long, value_name = "RASTER")]
    pub raster: String,
    /// One band, from 1.
    #[arg(long, value_name = "N")]
    pub band: Option<usize>,
    /// The polygons.
    #[arg(long, value_name = "FILE")]
    pub polygons: PathBuf,
    /// Layer of the polygons, if the file has several.
    #[arg(long, value_name = "NAME")]
    pub layer: Option<String>,
    /// The field that names them.
    #[arg(long, value_name = "FIELD")]
    pub id: Option<String>,
    /// The figures.
    #[arg(long, value_name = "LIST", value_delimiter = ',', required = true)]
    pub stats: Vec<String>,
    /// A second raster, for weighted figures.
    #[arg(long, value_name = "RASTER")]
    pub weights: Option<String>,
    /// Leaves invalid polygons without figures instead of refusing them.
    #[arg(long)]
    pub skip_invalid: bool,
    /// The table to write.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}

/// `aimak trend --raster STACK --out DIR`.
#[derive(Args)]
pub struct Trend {
    /// The series: a file with a band for each image, or a pattern of files.
    #[arg(long, value_name = "RASTER")]
    pub raster: String,
    /// Dates of the bands.
    #[arg(long, value_name = "LIST")]
    pub dates: Option<String>,
    /// The test.
    #[arg(long, value_name = "TEST", default_value = "standard", value_parser = test)]
    pub test: MannKendall,
    /// Compares each month only with itself, by the seasonal test.
    #[arg(long, conflicts_with_all = ["test", "min_years"])]
    pub seasonal: bool,
    /// Fewest valid years.
    #[arg(long, value_name = "N")]
    pub min_years: Option<usize>,
    /// Level of the false discovery rate.
    #[arg(long, value_name = "LEVEL")]
    pub fdr: Option<f64>,
    /// Writes intervals of the slope too.
    #[arg(long)]
    pub interval: bool,
    /// The polygons.
    #[command(flatten)]
    pub zones: Zones,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Reads the name of a test.
fn test(name: &str) -> Result<MannKendall, String> {
    let known = [
        ("standard", MannKendall::Standard),
        ("normal", MannKendall::Normal),
        ("exact", MannKendall::Exact),
        ("hamed-rao", MannKendall::HAMED_RAO),
        ("hamed-rao-all-lags", MannKendall::HamedRaoAllLags),
    ];
    one_of(name, &known)
}

/// The word among these, or all of them.
fn one_of<T: Copy>(text: &str, known: &[(&str, T)]) -> Result<T, String> {
    let found = known.iter().find(|(word, _)| *word == text);
    let words = || known.iter().map(|(word, _)| *word).collect::<Vec<_>>();
    found
        .map(|(_, meant)| *meant)
        .ok_or_else(|| words().join(", "))
}

/// `aimak texts --review`.
#[derive(Args)]
pub struct Texts {
    /// Lists every Kyrgyz and Russian text.
    #[arg(long, required = true)]
    pub review: bool,
}

/// Reads a language code.
fn lang(text: &str) -> Result<Lang, String> {
    Lang::ALL
        .into_iter()
        .find(|lang| lang.code() == text)
        .ok_or_else(|| "ky, ru, en".to_owned())
}

/// The language asked for, before the rest of the line is understood: help must already speak it.
pub fn early_lang(args: impl IntoIterator<Item = OsString>) -> Option<Lang> {
    let args: Vec<String> = args
        .into_iter()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    let of = |code: &str| lang(code).ok();
    args.iter()
        .enumerate()
        .find_map(|(i, arg)| match arg.strip_prefix("--lang") {
            Some("") => args.get(i + 1).and_then(|code| of(code)),
            Some(rest) => rest.strip_prefix('=').and_then(of),
            None => None,
        })
}

/// Parses the command line; `None` after a usage error, told in words. Prints help or version and ends the process then.
pub fn parse(voice: &Voice) -> Option<Cli> {
    let parsed = localised(voice)
        .try_get_matches()
        .and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => Some(cli),
        // help and version are no mistakes
        Err(error) if !error.use_stderr() => error.exit(),
        Err(error) => {
            voice.error(&usage::mistake(voice, &error));
            None
        }
    }
}

/// The command with its help in the reader's language.
fn localised(voice: &Voice) -> clap::Command {
    let mut command = speak(voice, Cli::command(), "aimak", "global");
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| speak(voice, sub, &name, &name));
    }
    command.subcommand_help_heading(voice.text("help-commands"))
}

/// Gives one command its words: what it does, its arguments, an example.
fn speak(voice: &Voice, command: clap::Command, name: &str, args: &str) -> clap::Command {
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        voice.text("help-usage")
    );
    let help = clap::Arg::new("help_")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help);
    let version = clap::Arg::new("version_")
        .short('V')
        .long("version")
        .action(clap::ArgAction::Version);
    let mut command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help);
    if args == "global" {
        command = command.arg(version);
    }
    let usage = usage::line(voice, &mut command.clone(), name);
    command
        .override_usage(usage)
        .about(voice.text(&format!("help-{name}")))
        .after_help(voice.text(&format!("help-{name}-example")))
        .help_template(template)
        .mut_args(|arg| {
            let id = arg
                .get_id()
                .as_str()
                .trim_end_matches('_')
                .replace('_', "-");
            let words = match id.as_str() {
                "help" | "version" => voice.text(&format!("arg-global-{id}")),
                _ => voice.text(&format!("arg-{args}-{id}")),
            };
            let heading = if arg.is_positional() {
                "help-arguments"
            } else {
                "help-options"
            };
            let arg = usage::placeholder(voice, arg);
            // clap would add "[default: ...]" and "Possible values" in English
            let silent = arg.get_action().takes_values();
            arg.help(words)
                .help_heading(voice.text(heading))
                .hide_default_value(silent)
                .hide_possible_values(silent)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_is_found_in_both_spellings() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(early_lang(words("aimak --lang ky check x")), Some(Lang::Ky));
        assert_eq!(early_lang(words("aimak check x --lang=ru")), Some(Lang::Ru));
        assert_eq!(early_lang(words("aimak check x")), None);
    }

    #[test]
    fn every_argument_has_its_words() {
        let voice = Voice::new(Lang::En);
        for sub in localised(&voice).get_subcommands() {
            for arg in sub.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                let wordless = help.is_empty() || help.contains('⟦');
                assert!(!wordless, "{} {}: {help}", sub.get_name(), arg.get_id());
            }
        }
    }

    #[test]
    fn command_line_is_consistent_in_every_language() {
        for lang in Lang::ALL {
            localised(&Voice::new(lang)).debug_assert();
        }
    }
}
