//! What may stand behind `aimak template`.

use std::path::PathBuf;

use aimak_core::PartialDate;
use aimak_io::template::Form;
use clap::Args;

/// `aimak template --out FILE`.
#[derive(Args)]
pub struct Template {
    /// The sheets.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = form)]
    pub kind: Vec<Form>,
    /// The workbook to write.
    #[arg(long, value_name = "FILE", default_value = "aimak-forms.xlsx")]
    pub out: PathBuf,
    /// The project file to write.
    #[arg(long, value_name = "FILE", requires_all = ["boundaries", "date", "before", "after"])]
    pub project: Option<PathBuf>,
    /// Borders of the areas.
    #[arg(long, value_name = "FILE", requires = "project")]
    pub boundaries: Option<PathBuf>,
    /// Field with their code.
    #[arg(long, value_name = "FIELD", default_value = "code")]
    pub code: String,
    /// Field with their name.
    #[arg(long, value_name = "FIELD", default_value = "name")]
    pub name: String,
    /// Field with the date of becoming organic.
    #[arg(long, value_name = "FIELD", default_value = "organic_since")]
    pub organic_since: String,
    /// Working CRS.
    #[arg(long, value_name = "CRS", default_value = "EPSG:32643")]
    pub crs: String,
    /// Date of the edition.
    #[arg(long, value_name = "DAYS", requires = "project", value_parser = day)]
    pub date: Option<PartialDate>,
    /// Years before.
    #[arg(long, value_name = "YEARS", requires = "project", value_parser = years)]
    pub before: Option<(i16, i16)>,
    /// Years after.
    #[arg(long, value_name = "YEARS", requires = "project", value_parser = years)]
    pub after: Option<(i16, i16)>,
}

fn form(name: &str) -> Result<Form, String> {
    Form::named(name.trim()).ok_or_else(|| Form::ALL.map(Form::name).join(", "))
}

fn day(text: &str) -> Result<PartialDate, String> {
    let day = text.parse().ok();
    day.filter(|date| matches!(date, PartialDate::Day(_)))
        .ok_or_else(|| "2026-11-30".to_owned())
}

fn years(text: &str) -> Result<(i16, i16), String> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let year = |text: &str| text.trim().parse::<i16>().ok();
    let years = year(first).zip(year(last));
    years
        .filter(|(first, last)| 1000 <= *first && first <= last && *last <= 9000)
        .ok_or_else(|| "2012-2015".to_owned())
}
