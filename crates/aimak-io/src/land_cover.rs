//! Legends and transition matrices that people write down.

use std::{collections::BTreeMap, path::Path};

use aimak_core::Message;
use aimak_science::degradation::{
    legend::Legend,
    transition_matrix::{MatrixFault, MatrixFile, TransitionMatrix},
};

use crate::problem::Problem;

/// Reads a legend: a line `code,class` for each code, for instance `130,grassland`; its id is the name of the file.
///
/// # Errors
/// Every line that is no code and class, and codes that stand twice.
pub fn legend(path: &Path) -> Result<Legend, Vec<Problem>> {
    let name = path.display().to_string();
    let text = read(path, &name)?;
    let mut problems = Vec::new();
    let mut codes: BTreeMap<u16, String> = BTreeMap::new();
    for (row, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        let entry = line.split_once([',', ';', '\t']).and_then(|(code, class)| {
            let class = class.trim();
            Some((code.trim().parse::<u16>().ok()?, class)).filter(|_| !class.is_empty())
        });
        let wrong = |code| Problem::error(code, &name).at_row(row).found(line);
        match entry {
            Some((code, class)) => {
                if codes.insert(code, class.to_owned()).is_some() {
                    problems.push(wrong("legend-code-twice"));
                }
            }
            // the first line may be a heading
            None if line.is_empty() || row == 1 => {}
            None => problems.push(wrong("legend-line")),
        }
    }
    if codes.is_empty() && problems.is_empty() {
        problems.push(Problem::error("legend-line", &name).found("∅"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(Legend {
        id: id.into_owned(),
        codes,
    })
}

/// Reads a transition matrix (TOML, see [`MatrixFile`]).
///
/// # Errors
/// What TOML says, or everything that is wrong with the matrix, together.
pub fn matrix(path: &Path) -> Result<TransitionMatrix, Vec<Problem>> {
    let name = path.display().to_string();
    let text = read(path, &name)?;
    let file: MatrixFile = toml::from_str(&text).map_err(|error| {
        let problem = Problem::error("matrix-syntax", &name).found(error.message());
        let line = |span: std::ops::Range<usize>| 1 + text[..span.start].matches('\n').count();
        vec![match error.span() {
            Some(span) => problem.at_row(line(span)),
            None => problem,
        }]
    })?;
    TransitionMatrix::try_from(file).map_err(|faults| {
        let causes = faults.iter().map(told);
        vec![Problem::error("matrix-wrong", &name).because(causes)]
    })
}

fn read(path: &Path, name: &str) -> Result<String, Vec<Problem>> {
    std::fs::read_to_string(path)
        .map_err(|error| vec![Problem::error("unreadable", name).because_of(&error)])
}

/// A fault of a matrix in words of the catalogue.
fn told(fault: &MatrixFault) -> Message {
    let of_class = |id: &str, class: &str| Message::new(id).with("class", class);
    match fault {
        MatrixFault::IdTaken(id) => Message::new("cause-matrix-id-taken").with("id", id.as_str()),
        MatrixFault::TooManyClasses(n) => {
            Message::new("cause-matrix-too-many-classes").with("n", *n)
        }
        MatrixFault::ClassTwice(class) => of_class("cause-matrix-class-twice", class),
        MatrixFault::UnknownClass(class) => of_class("cause-matrix-unknown-class", class),
        MatrixFault::RowMissing(class) => of_class("cause-matrix-row-missing", class),
        MatrixFault::RowTwice(class) => of_class("cause-matrix-row-twice", class),
        MatrixFault::RowLength {
            from,
            found,
            expected,
        } => of_class("cause-matrix-row-length", from)
            .with("found", *found)
            .with("expected", *expected),
        MatrixFault::ChangeTwice { from, to } => {
            of_class("cause-matrix-change-twice", from).with("to", to.as_str())
        }
        MatrixFault::DiagonalNotStable(class) => of_class("cause-matrix-diagonal", class),
        MatrixFault::TooManyRegions(n) => {
            Message::new("cause-matrix-too-many-regions").with("n", *n)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("kg.csv");
        std::fs::write(&path, text).unwrap();
        (dir, path)
    }

    #[test]
    fn a_legend_may_have_a_heading_and_any_separator() {
        let (_dir, path) = file("code;class\n10;cropland\n\n130;grassland\n");
        let legend = legend(&path).unwrap();
        assert_eq!(legend.id, "kg");
        assert_eq!(legend.codes[&130], "grassland");
    }

    #[test]
    fn every_wrong_line_of_a_legend_is_told() {
        let (_dir, path) = file("10,cropland\nforest\n10,grassland\n70000,water\n");
        let found: Vec<_> = legend(&path)
            .unwrap_err()
            .iter()
            .map(|problem| (problem.code, problem.row))
            .collect();
        let expected = [
            ("legend-line", Some(2)),
            ("legend-code-twice", Some(3)),
            ("legend-line", Some(4)),
        ];
        assert_eq!(found, expected);
        let (_dir, path) = file("code,class\n");
        assert_eq!(legend(&path).unwrap_err()[0].code, "legend-line");
    }

    #[test]
    fn a_matrix_tells_its_line_or_all_its_faults() {
        let (_dir, path) = file("id = \"KG\"\nclass = 3\n");
        let problems = matrix(&path).unwrap_err();
        assert_eq!(
            (problems[0].code, problems[0].row),
            ("matrix-syntax", Some(2))
        );
        let (_dir, path) = file(
            "id = \"UNCCD_DEFAULT\"\n[[change]]\nfrom = \"steppe\"\nto = \"cropland\"\nclass = \"degraded\"\n",
        );
        let problems = matrix(&path).unwrap_err();
        assert_eq!(problems[0].code, "matrix-wrong");
        assert_eq!(problems[0].more.causes.len(), 2);
        let missing = Path::new("/no/such/matrix.toml");
        assert_eq!(matrix(missing).unwrap_err()[0].code, "unreadable");
    }
}
