//! The files inside a zip, none of which is trusted.

use std::{
    borrow::Cow,
    fs::File,
    io::{BufReader, Read as _},
    path::Path,
};

use zip::{ZipArchive, result::ZipError};

use crate::problem::Problem;

/// Largest file inside an archive, bytes when unpacked.
const LARGEST: u64 = 4 << 30;

/// An archive that was opened and whose list of files is sound.
pub(super) struct Zipped {
    zip: ZipArchive<BufReader<File>>,
    /// Its name for people.
    name: String,
    /// Names of its files, sorted.
    pub files: Vec<String>,
    largest: u64,
}

impl Zipped {
    /// Opens an archive.
    ///
    /// # Errors
    /// Where it is damaged, locked by a password, or holds names that lead out of it.
    pub(super) fn open(path: &Path) -> Result<Self, Vec<Problem>> {
        Self::open_within(path, LARGEST)
    }

    /// Opens an archive whose files may be so large.
    fn open_within(path: &Path, largest: u64) -> Result<Self, Vec<Problem>> {
        let name = path.display().to_string();
        let file = File::open(path)
            .map_err(|error| vec![Problem::error("unreadable", &name).because_of(&error)])?;
        let zip = ZipArchive::new(BufReader::new(file));
        let zip = zip.map_err(|error| vec![damaged(&name, &error)])?;
        let mut opened = Self {
            zip,
            name,
            files: Vec::new(),
            largest,
        };
        let problems = opened.list();
        if problems.is_empty() {
            Ok(opened)
        } else {
            Err(problems)
        }
    }

    /// Lists the files; tells what is wrong with them.
    fn list(&mut self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for place in 0..self.zip.len() {
            let entry = match self.zip.by_index_raw(place) {
                Ok(entry) => entry,
                Err(error) => {
                    problems.push(damaged(&self.name, &error));
                    continue;
                }
            };
            let raw = String::from_utf8_lossy(entry.name_raw()).into_owned();
            let Some(name) = entry.name().ok().map(Cow::into_owned) else {
                problems.push(wrong("occurrences-zip-damaged", &self.name, &raw));
                continue;
            };
            if leads_out(&name) || entry.is_symlink() {
                problems.push(wrong("occurrences-zip-path", &self.name, &raw));
            } else if entry.is_file() && !of_system(&name) {
                self.files.push(name);
            }
        }
        self.files.sort();
        problems
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// Where it is not there, too large, locked or damaged.
    pub(super) fn bytes(&mut self, file: &str) -> Result<Vec<u8>, Problem> {
        let label = self.label(file);
        let mut entry = match self.zip.by_name(file) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => {
                let known = self.files.join(", ");
                return Err(wrong("occurrences-zip-absent", &self.name, file)
                    .expecting(aimak_core::Message::new("expected-one-of").with("known", known)));
            }
            Err(error) => return Err(damaged(&label, &error)),
        };
        let too_large = || wrong("occurrences-zip-large", &label, &size(self.largest));
        if entry.size() > self.largest {
            return Err(wrong("occurrences-zip-large", &label, &size(entry.size())));
        }
        let mut bytes = Vec::new();
        // what an entry says about its size may be wrong: never read on without an end
        let read = entry
            .by_ref()
            .take(self.largest + 1)
            .read_to_end(&mut bytes);
        read.map_err(|error| wrong("occurrences-zip-damaged", &label, &error.to_string()))?;
        if bytes.len() as u64 > self.largest {
            return Err(too_large());
        }
        Ok(bytes)
    }

    /// How people find a file of the archive.
    pub(super) fn label(&self, file: &str) -> String {
        format!("{}/{file}", self.name)
    }
}

/// A name that points out of the folder it is unpacked into.
fn leads_out(name: &str) -> bool {
    let drive = name.chars().nth(1) == Some(':');
    let climbs = name.split(['/', '\\']).any(|part| part == "..");
    name.starts_with(['/', '\\']) || drive || climbs || name.contains('\0')
}

/// What a file manager adds on its own.
fn of_system(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || last.starts_with('.')
}

fn damaged(file: &str, error: &ZipError) -> Problem {
    wrong("occurrences-zip-damaged", file, &error.to_string())
}

fn wrong(code: &'static str, file: &str, found: &str) -> Problem {
    Problem::error(code, file).found(found)
}

/// Bytes as people read them.
fn size(bytes: u64) -> String {
    format!("{:.1} GB", bytes as f64 / 1e9)
}

#[cfg(test)]
mod tests {
    use std::{io::Write as _, path::PathBuf};

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn packed(dir: &Path, files: &[(&str, &str)]) -> PathBuf {
        let path = dir.join("a.zip");
        let mut zip = ZipWriter::new(File::create(&path).unwrap());
        for (name, text) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
        path
    }

    fn codes(problems: &[Problem]) -> Vec<&'static str> {
        problems.iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn files_are_read_and_those_of_the_system_are_none() {
        let dir = tempfile::tempdir().unwrap();
        let files = [
            ("b/two.txt", "2"),
            ("one.txt", "1"),
            ("__MACOSX/one.txt", "x"),
            (".DS_Store", "x"),
        ];
        let mut zip = Zipped::open(&packed(dir.path(), &files)).unwrap();
        assert_eq!(zip.files, ["b/two.txt", "one.txt"]);
        assert_eq!(zip.bytes("b/two.txt").unwrap(), b"2");
        assert_eq!(
            zip.bytes("three.txt").unwrap_err().code,
            "occurrences-zip-absent"
        );
    }

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in [
            "../up.txt",
            "/etc/x",
            "a/../../b",
            "C:\\x.txt",
            "a\\..\\..\\b",
        ] {
            assert!(leads_out(name), "{name}");
        }
        assert!(!leads_out("a/b..c/d.txt"));
    }

    #[test]
    fn what_is_too_large_or_damaged_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = packed(dir.path(), &[("one.txt", &"many ".repeat(500))]);
        let mut small = Zipped::open_within(&path, 2_499).unwrap();
        assert_eq!(
            small.bytes("one.txt").unwrap_err().code,
            "occurrences-zip-large"
        );
        assert_eq!(
            Zipped::open_within(&path, 2_500)
                .unwrap()
                .bytes("one.txt")
                .unwrap()
                .len(),
            2_500
        );

        let mut bytes = std::fs::read(&path).unwrap();
        bytes[40] ^= 0xff;
        std::fs::write(&path, &bytes).unwrap();
        let mut torn = Zipped::open(&path).unwrap();
        assert_eq!(
            torn.bytes("one.txt").unwrap_err().code,
            "occurrences-zip-damaged"
        );
        bytes.truncate(60);
        std::fs::write(&path, &bytes).unwrap();
        assert_eq!(
            codes(&Zipped::open(&path).err().unwrap()),
            ["occurrences-zip-damaged"]
        );
    }
}
