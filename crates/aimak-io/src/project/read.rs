//! Reads the project file, all of its mistakes at once.

use std::path::{Path, PathBuf};

use aimak_core::Message;
use serde_json::Value;

use super::{ProjectFile, check, key, schema};
use crate::problem::Problem;

/// A project file as read.
pub struct ProjectRead {
    /// What it says.
    pub file: ProjectFile,
    /// Folder that relative paths start from.
    pub base_dir: PathBuf,
    /// What is wrong with it; reading goes on nevertheless, so that problems of the data are found in the same run.
    pub problems: Vec<Problem>,
}

/// Reads a project file.
///
/// # Errors
/// All problems, where they leave nothing that could be read further.
pub fn read(path: &Path) -> Result<ProjectRead, Vec<Problem>> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        // as the person typed it: here it is the path that is wrong
        let typed = path.display().to_string();
        vec![Problem::error("unreadable", &typed).because_of(&error)]
    })?;
    let label = label(path);
    let mut value = parse(&text, &label)?;
    let mut problems = key::check(&schema(), &mut value, &label);
    let file: ProjectFile = match serde_json::from_value(value) {
        Ok(file) => file,
        Err(error) => {
            if problems.iter().all(|problem| problem.code == "unknown-key") {
                problems.push(Problem::error("project-syntax", &label).found(error.to_string()));
            }
            return Err(problems);
        }
    };
    problems.extend(check::check(&file, &label));
    let base_dir = path.parent().unwrap_or(Path::new("")).to_owned();
    Ok(ProjectRead {
        file,
        base_dir,
        problems,
    })
}

/// The project file as its problems name it: like the data, relative to the folder it lies in.
pub(crate) fn label(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// TOML as JSON, dates as text.
fn parse(text: &str, label: &str) -> Result<Value, Vec<Problem>> {
    // Windows editors put a byte order mark in front
    let text = text.trim_start_matches('\u{feff}');
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let row = error
            .span()
            .map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        let problem = Problem::error("project-syntax", label)
            .found(error.message())
            .expecting(Message::new("expected-project-syntax"));
        vec![match row {
            Some(row) => problem.at_row(row),
            None => problem,
        }]
    })?;
    Ok(json(toml::Value::Table(table)))
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => flag.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => Value::Object(
            table
                .into_iter()
                .map(|(key, value)| (key, json(value)))
                .collect(),
        ),
    }
}

#[cfg(test)]
mod tests {

    use aimak_core::Arg;

    use super::*;

    const SOUND: &str = r#"
[project]
id = "p"
title = { en = "P" }
crs = "EPSG:32643"
edition = { id = "1", date = "2026" }
[boundaries]
file = "a.geojson"
code = "code"
[[periods]]
id = "before"
name = { en = "before" }
role = "before"
from = 2012-01-01
to = "2016-01-01"
"#;

    fn problems(text: &str) -> Vec<Problem> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("monitoring.toml");
        std::fs::write(&path, text).unwrap();
        match read(&path) {
            Ok(read) => read.problems,
            Err(problems) => problems,
        }
    }

    #[test]
    fn a_sound_file_has_no_problems() {
        assert_eq!(problems(SOUND), []);
    }

    #[test]
    fn unknown_keys_are_all_named_with_the_nearest_known_one() {
        let text = SOUND
            .replace("crs =", "sede = 1\ncrs =")
            .replace("code =", "lair = \"x\"\ncode =");
        let found = problems(&text);
        let paths: Vec<&str> = found
            .iter()
            .filter_map(|problem| problem.column.as_deref())
            .collect();
        assert_eq!(paths, ["boundaries.lair", "project.sede"]);
        assert_eq!(found[0].hint.args["word"], Arg::Text("layer".into()));
        assert_eq!(found[1].hint.args["word"], Arg::Text("seed".into()));
    }

    #[test]
    fn wrong_values_and_missing_keys_are_named_together() {
        let text = SOUND
            .replace("role = \"before\"", "role = \"befor\"")
            .replace("code = \"code\"\n", "");
        let found = problems(&text);
        let codes: Vec<(&str, &str)> = found
            .iter()
            .map(|p| (p.code, p.column.as_deref().unwrap()))
            .collect();
        assert_eq!(
            codes,
            [
                ("missing-key", "boundaries.code"),
                ("wrong-value", "periods[before].role")
            ]
        );
        assert_eq!(found[1].hint.args["word"], Arg::Text("before".into()));
    }

    #[test]
    fn problems_of_the_project_name_it_as_they_name_data() {
        assert_eq!(problems("[project]\nid = \n")[0].file, "monitoring.toml");
        let found = read(Path::new("no/such.toml")).err().unwrap();
        assert_eq!(found[0].file, "no/such.toml");
        assert_eq!(found[0].causes[0].id, "cause-not-found");
    }

    #[test]
    fn broken_toml_names_its_line() {
        let found = problems("[project]\nid = \n");
        assert_eq!((found[0].code, found[0].row), ("project-syntax", Some(2)));
    }

    #[test]
    fn a_period_needs_two_ends_in_order() {
        let found = problems(&SOUND.replace("to = \"2016-01-01\"", "to = \"2010-01-01\""));
        assert_eq!(found[0].code, "period-bounds");
    }
}
