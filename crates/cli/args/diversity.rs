//! What may stand behind `aimak diversity`.

use std::path::PathBuf;

use aimak_science::diversity::{CoverScale, Dissimilarity};
use clap::Args;

use super::one_of;

/// `aimak diversity --counts FILE --by COLUMN --out FILE`.
#[derive(Args)]
pub struct Diversity {
    /// The long table.
    #[arg(long, value_name = "TABLE")]
    pub counts: PathBuf,
    /// The column of what is compared.
    #[arg(long, value_name = "COLUMN")]
    pub by: String,
    /// The column of species.
    #[arg(long, value_name = "COLUMN", default_value = "species")]
    pub species: String,
    /// The column of counts.
    #[arg(long, value_name = "COLUMN", default_value = "count")]
    pub count: String,
    /// The column of plots: presence on them is then the sample.
    #[arg(long, value_name = "COLUMN", conflicts_with = "cover")]
    pub plots: Option<String>,
    /// The counts are cover by this scale.
    #[arg(long, value_name = "SCALE", value_parser = scale)]
    pub cover: Option<CoverScale>,
    /// Orders of Hill numbers.
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "0,1,2",
        allow_negative_numbers = true
    )]
    pub q: Vec<f64>,
    /// Brings all to this coverage: a share, or `common`.
    #[arg(long, value_name = "SHARE", value_parser = target)]
    pub coverage: Option<Target>,
    /// Further samples drawn for standard errors.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub bootstraps: usize,
    /// Seed of the draws.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,
    /// Curves by effort.
    #[arg(long, value_name = "OUT")]
    pub curve: Option<PathBuf>,
    /// Dissimilarities of all pairs.
    #[arg(long, value_name = "OUT")]
    pub matrix: Option<PathBuf>,
    /// Which dissimilarity.
    #[arg(long, value_name = "MEASURE", default_value = "bray-curtis", value_parser = measure)]
    pub measure: Measure,
    /// The column of plots within what is compared, whose amounts are compared with each other.
    #[arg(long, value_name = "COLUMN")]
    pub sites: Option<String>,
    /// Diversity within plots, between them and of all.
    #[arg(long, value_name = "OUT")]
    pub partition: Option<PathBuf>,
    /// Dissimilarity of all plots together.
    #[arg(long, value_name = "OUT")]
    pub multi_site: Option<PathBuf>,
    /// The column of the two visits to each plot.
    #[arg(long, value_name = "COLUMN", requires = "turnover")]
    pub revisits: Option<String>,
    /// Turnover of each plot between its two visits.
    #[arg(long, value_name = "OUT", requires = "revisits")]
    pub turnover: Option<PathBuf>,
    /// Columns of groups within groups, the widest first and those that have the kinds last.
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        conflicts_with_all = [
            "plots", "cover", "coverage", "curve", "matrix", "sites", "partition", "multi_site", "revisits"
        ]
    )]
    pub nested: Vec<String>,
    /// The table to write.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}

impl Diversity {
    /// The column of plots that are compared with each other, where anything asks for it.
    pub fn site_column(&self) -> Option<&str> {
        self.sites.as_deref().or(self.plots.as_deref())
    }

    /// Options that compare plots with each other, as the person wrote them.
    pub fn about_sites(&self) -> impl Iterator<Item = &'static str> {
        let asked = [
            ("--partition", self.partition.is_some()),
            ("--multi-site", self.multi_site.is_some()),
            ("--revisits", self.revisits.is_some()),
        ];
        asked
            .into_iter()
            .filter_map(|(option, asked)| asked.then_some(option))
    }
}

/// A coverage to compare at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// This one.
    Share(f64),
    /// The highest that all samples reach.
    Common,
}

/// A dissimilarity and what it is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name on the command line.
    pub name: &'static str,
    /// The formula.
    pub formula: Dissimilarity,
    /// Amounts; else presence.
    pub of_amounts: bool,
}

/// Every measure by name.
pub const MEASURES: [Measure; 12] = {
    use Dissimilarity::{
        Jaccard, JaccardNestedness, JaccardTurnover, Nestedness, Sorensen, Turnover,
    };
    [
        amounts("bray-curtis", Sorensen),
        amounts("bray-balanced", Turnover),
        amounts("bray-gradient", Nestedness),
        amounts("ruzicka", Jaccard),
        amounts("ruzicka-balanced", JaccardTurnover),
        amounts("ruzicka-gradient", JaccardNestedness),
        presence("sorensen", Sorensen),
        presence("turnover", Turnover),
        presence("nestedness", Nestedness),
        presence("jaccard", Jaccard),
        presence("jaccard-turnover", JaccardTurnover),
        presence("jaccard-nestedness", JaccardNestedness),
    ]
};

const fn amounts(name: &'static str, formula: Dissimilarity) -> Measure {
    Measure {
        name,
        formula,
        of_amounts: true,
    }
}

const fn presence(name: &'static str, formula: Dissimilarity) -> Measure {
    Measure {
        name,
        formula,
        of_amounts: false,
    }
}

fn measure(text: &str) -> Result<Measure, String> {
    one_of(text, &MEASURES.map(|measure| (measure.name, measure)))
}

fn scale(text: &str) -> Result<CoverScale, String> {
    let named = text.replace('-', "_");
    one_of(&named, &CoverScale::ALL.map(|scale| (scale.id(), scale)))
}

fn target(text: &str) -> Result<Target, String> {
    if text == "common" {
        return Ok(Target::Common);
    }
    match text.parse() {
        Ok(share) if share > 0.0 && share <= 1.0 => Ok(Target::Share(share)),
        _ => Err("common, 0.01-1".to_owned()),
    }
}
