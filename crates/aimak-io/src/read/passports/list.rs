//! How does an id come into the list of withdrawn passports?

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use aimak_core::WithdrawnPassport;

use super::{super::sheet, withdrawn};
use crate::{problem::Problem, project, read::table::Table};

/// A project whose list is to be written.
#[derive(Debug)]
pub struct ProjectWithdrawal {
    /// The list.
    pub list: PathBuf,
    /// True where the id stands in it already.
    pub listed: bool,
    /// True where the table of places holds the id.
    pub in_tables: bool,
    /// Copies of the atlas that no command reaches.
    pub copies: Vec<String>,
    /// The list as it will be; `None` where it says everything already.
    text: Option<String>,
}

impl ProjectWithdrawal {
    /// Writes the list, whole or not at all.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&self) -> Result<(), Problem> {
        let Some(text) = &self.text else {
            return Ok(());
        };
        let partial = self.list.with_extension("csv.partial");
        let written = fs::File::create(&partial).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            // the rename must not reach the disk before the words do
            file.sync_all()?;
            fs::rename(&partial, &self.list)
        });
        written.map_err(|error| {
            let _ = fs::remove_file(&partial);
            Problem::error("table-unwritable", &self.list.display().to_string()).because_of(&error)
        })
    }
}

/// Reads a project and its list; nothing is written yet. `published` says whether the passport was seen in a release or site: only then its
/// address will say that it was withdrawn.
///
/// # Errors
/// Where the project cannot be read, has no passports, or its list is damaged.
pub fn from_project(
    project_file: &Path,
    note: &WithdrawnPassport,
    published: bool,
) -> Result<ProjectWithdrawal, Vec<Problem>> {
    let read = project::read(project_file)?;
    let Some(spec) = read.file.eco_passports else {
        let label = project::label(project_file);
        return Err(vec![
            Problem::error("withdraw-no-passports", &label).found("—"),
        ]);
    };
    let lines = withdrawn::read(&read.base_dir, &spec.withdrawn)?;
    let same: Vec<_> = lines
        .iter()
        .filter(|line| line.note.id == note.id)
        .collect();
    let said = same.iter().any(|line| line.published || !published);
    let list = read.base_dir.join(&spec.withdrawn);
    let text = if said {
        None
    } else {
        Some(with_line(&list, note, published)?)
    };
    Ok(ProjectWithdrawal {
        listed: !same.is_empty(),
        in_tables: is_in_table(&read.base_dir, &spec.places, &note.id),
        copies: spec.copies,
        list,
        text,
    })
}

/// The text of the list with one more line; what people wrote into it stays as it is.
fn with_line(
    list: &Path,
    note: &WithdrawnPassport,
    published: bool,
) -> Result<String, Vec<Problem>> {
    let columns = withdrawn::COLUMNS;
    let mut text = match fs::read_to_string(list) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            format!("{}\n", columns.join(","))
        }
        Err(error) => {
            let file = list.display().to_string();
            return Err(vec![Problem::error("unreadable", &file).because_of(&error)]);
        }
    };
    let header = text.lines().next().unwrap_or_default();
    let separator = if header.contains(';') { ";" } else { "," };
    let cells = header
        .trim_start_matches('\u{feff}')
        .split(separator)
        .map(|name| match name.trim().trim_matches('"') {
            "date" => note.date.to_string(),
            "id" => note.id.clone(),
            "published" => if published { "yes" } else { "no" }.to_owned(),
            _ => String::new(),
        });
    let line = cells.collect::<Vec<_>>().join(separator);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&line);
    text.push('\n');
    Ok(text)
}

/// True where the table of places holds the id; a table nobody can read is told by `aimak check`.
fn is_in_table(base: &Path, file: &str, id: &str) -> bool {
    let spec = sheet::spec(Path::new(file));
    Table::read(base, &spec).is_ok_and(|table| {
        let mut rows = table.rows().into_iter();
        rows.any(|row| table.cell(row, "id", &[]) == Some(id))
    })
}
