//! The project file of a workbook.

use std::{fmt::Write as _, path::Path};

use aimak_core::{Lang, Message};
use jiff::civil::Date;

use super::{
    Words,
    form::{Form, QUESTIONS},
};

/// What a workbook cannot know of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting<'a> {
    /// The workbook.
    pub workbook: &'a Path,
    /// Borders of the areas.
    pub boundaries: &'a Path,
    /// Field with their code.
    pub code: &'a str,
    /// Field with their name.
    pub name: &'a str,
    /// Field with the date of becoming organic.
    pub organic_since: &'a str,
    /// Working CRS.
    pub crs: &'a str,
    /// Date of the edition.
    pub date: Date,
    /// First and last year before.
    pub before: (i16, i16),
    /// First and last year after.
    pub after: (i16, i16),
}

/// The text of the project file.
pub(super) fn text(path: &Path, forms: &[Form], setting: &Setting<'_>, words: Words<'_>) -> String {
    let mut text = head(path, setting, words);
    for (role, years) in [("before", setting.before), ("after", setting.after)] {
        period(&mut text, role, years);
    }
    let file = quoted(&beside(path, setting.workbook));
    for form in forms {
        table(&mut text, *form, &file, words);
    }
    text
}

fn head(path: &Path, setting: &Setting<'_>, words: Words<'_>) -> String {
    let mut text = String::new();
    for lang in Lang::ALL {
        let about = words(lang, &Message::new("form-project-about"));
        let _ = writeln!(text, "# {about}");
    }
    let title = Lang::ALL.map(|lang| {
        let title = words(lang, &Message::new("form-project-title"));
        format!("{} = {}", lang.code(), quoted(&title))
    });
    let name = Lang::ALL.map(|lang| format!("{} = {}", lang.code(), quoted(setting.name)));
    let _ = write!(
        text,
        "\n[project]\nid = \"forms\"\ntitle = {{ {} }}\ncrs = {}\nedition = {{ id = \"1\", date = \"{}\" }}\n\n\
         [boundaries]\nfile = {}\ncode = {}\nname = {{ {} }}\norganic_since = {}\n",
        title.join(", "),
        quoted(setting.crs),
        setting.date,
        quoted(&beside(path, setting.boundaries)),
        quoted(setting.code),
        name.join(", "),
        quoted(setting.organic_since),
    );
    text
}

/// The section of a period of whole years, before or after.
pub(crate) fn period(text: &mut String, role: &str, (first, last): (i16, i16)) {
    let years = if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    };
    // half-open: the last year belongs to it
    let _ = write!(
        text,
        "\n[[periods]]\nid = \"{role}\"\nname = {{ ky = \"{years}\", ru = \"{years}\", en = \"{years}\" }}\n\
         role = \"{role}\"\nfrom = \"{first:04}-01-01\"\nto = \"{:04}-01-01\"\n",
        last.saturating_add(1)
    );
}

/// Kind of a table and what its columns mean, besides those that are called as the project file calls them.
const fn kind(form: Form) -> (&'static str, &'static str) {
    match form {
        Form::Plots => ("plots", ""),
        Form::Soil => ("soil_layers", "nutrient_method = \"machigin\"\n"),
        Form::Species => ("species", "scale = \"count\"\nlayout = \"long\"\n"),
        Form::Cover => ("species", "scale = \"cover_percent\"\nlayout = \"long\"\n"),
        Form::Crops => ("crop_varieties", ""),
        Form::Answers => ("survey_answers", "do_not_know = 9\n"),
        Form::Programme => ("programme", ""),
        Form::Weather => ("weather", ""),
        Form::SpeciesList => ("species_list", ""),
        Form::ManagedFields => ("managed_fields", ""),
    }
}

fn table(text: &mut String, form: Form, file: &str, words: Words<'_>) {
    let name = form.name();
    let (kind, more) = kind(form);
    let mapped: Vec<String> = form
        .columns()
        .iter()
        .filter(|column| !QUESTIONS.contains(&column.name))
        .map(|column| mapping(column.name))
        .collect();
    let _ = write!(
        text,
        "\n[[tables]]\nid = \"{name}\"\nkind = \"{kind}\"\nfile = {file}\nsheet = \"{name}\"\n{more}columns = {{ {} }}\n",
        mapped.join(", ")
    );
    if form == Form::Answers {
        for (question, role) in QUESTIONS.into_iter().zip(ROLES) {
            let _ = write!(text, "\n[[tables.questions]]\nid = \"{question}\"\n{role}");
            for lang in Lang::ALL {
                let id = format!("form-column-{}", question.replace('_', "-"));
                let asked = words(lang, &Message::new(&id));
                let _ = writeln!(text, "text.{} = {}", lang.code(), quoted(&asked));
            }
        }
    }
}

/// What each question is for, in the order of the form.
const ROLES: [&str; 4] = [
    "support = true\n",
    "",
    "reversed = true\n",
    "control = true\n",
];

/// A column of the form under the key of the project file.
fn mapping(column: &str) -> String {
    match column {
        "year" | "month_or_day" => format!("date = \"{column}\""),
        "count" | "cover_percent" => format!("amount = \"{column}\""),
        "field_area_ha" => format!("area_ha = \"{column}\""),
        "coarse_percent" => {
            format!("coarse_fraction = {{ name = \"{column}\", unit = \"%\" }}")
        }
        same => format!("{same} = \"{same}\""),
    }
}

/// A file as the project file names it: relative where it lies in the project's folder or below.
pub(crate) fn beside(project: &Path, file: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (project, file) = (absolute(project), absolute(file));
    match project
        .parent()
        .and_then(|here| file.strip_prefix(here).ok())
    {
        Some(below) => {
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            parts.join("/")
        }
        None => file.display().to_string(),
    }
}

/// A string as TOML writes it.
pub(crate) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
